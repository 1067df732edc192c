"""Fact 55: what moves is told once, old and new; done dates stay; and the department says when it has read it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.mbl import plan_actions, tasks
from apps.mbl.choices import Question
from apps.mbl.models import Assessment, PlanChange
from apps.mbl.plan_actions import follow_plan, see_changes, unread_changes
from apps.mbl.tests.makers import assess, make_union, row_of, take
from procurement_csr import people

TODAY = date(2026, 8, 17)
NOW = datetime(2026, 8, 17, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
SIGN = date(2026, 12, 17)


@pytest.fixture
def assessment(helsingborg, property_department, doris):
    make_union(helsingborg)
    fields = {"planned_publication_on": date(2026, 9, 1), "planned_signing_on": SIGN}
    cleaning = people.make_procurement(helsingborg, "Städning", department=property_department, **fields)
    found = assess(doris, cleaning, Question.Q5)
    take(doris, row_of(found), "call")
    return found


def plan_publication(assessment, day):
    type(assessment.procurement).objects.filter(pk=assessment.procurement_id).update(planned_publication_on=day)


def test_the_first_plan_is_noted_and_nothing_has_moved(assessment):
    first = follow_plan(by=None, assessment=assessment, today=TODAY)
    assert first.changes == []
    assert first.dates["local_meeting"] == "2026-08-21"
    assert "call" not in first.dates, "the call is done"
    assert unread_changes(assessment) == []


def test_fact_55_a_moved_publication_moves_what_is_open_and_is_told_once(assessment):
    follow_plan(by=None, assessment=assessment, today=TODAY)
    plan_publication(assessment, date(2026, 9, 15))
    change = follow_plan(by=None, assessment=assessment, today=TODAY)
    moved = {key: (old, new) for key, old, new in change.changes}
    assert moved["local_meeting"] == ("2026-08-21", "2026-09-04")
    assert moved["publish"] == ("2026-09-01", "2026-09-15")
    assert {"call", "material", "assessment", "sign"} & set(moved) == set(), "done dates stay, and signing did not move"
    assert unread_changes(assessment) == [change]
    assert follow_plan(by=None, assessment=assessment, today=TODAY) is None, "the same day again tells nothing"
    assert PlanChange.objects.count() == 2


def test_a_step_that_is_done_is_no_news(assessment, doris):
    follow_plan(by=None, assessment=assessment, today=TODAY)
    take(doris, row_of(assessment), "meet", "agree")
    assert follow_plan(by=None, assessment=assessment, today=date(2026, 8, 21)) is None


def test_a_signing_day_set_later_is_kept_without_being_called_a_move(assessment):
    type(assessment.procurement).objects.update(planned_publication_on=None)
    assert "award" in follow_plan(by=None, assessment=assessment, today=TODAY).dates
    plan_publication(assessment, date(2026, 9, 1))
    change = follow_plan(by=None, assessment=assessment, today=TODAY)
    assert "publish" in change.dates
    assert change.changes == []


def test_a_procurement_that_is_over_is_left_alone(assessment):
    follow_plan(by=None, assessment=assessment, today=TODAY)
    type(assessment.procurement).objects.update(planned_publication_on=date(2026, 9, 15), phase="cancelled")
    assert follow_plan(by=None, assessment=assessment, today=TODAY) is None


def test_the_department_reads_the_change_and_the_procurement_unit_cannot(assessment, doris, olivia):
    follow_plan(by=None, assessment=assessment, today=TODAY)
    for day in (date(2026, 9, 15), date(2026, 9, 22)):
        plan_publication(assessment, day)
        newest = follow_plan(by=None, assessment=assessment, today=TODAY)
    with pytest.raises(ValidationError, match="Fastighetsförvaltningen"):
        see_changes(by=olivia, newest=newest, now=NOW)
    assert see_changes(by=doris, newest=newest, now=NOW) == 2
    assert unread_changes(assessment) == []
    assert PlanChange.objects.first().seen_by == doris
    assert see_changes(by=doris, newest=newest, now=NOW) == 0, "a second press changes nothing"


def test_reading_one_change_does_not_hide_a_later_one(assessment, doris):
    follow_plan(by=None, assessment=assessment, today=TODAY)
    plan_publication(assessment, date(2026, 9, 15))
    first = follow_plan(by=None, assessment=assessment, today=TODAY)
    plan_publication(assessment, date(2026, 9, 22))
    second = follow_plan(by=None, assessment=assessment, today=TODAY)
    see_changes(by=doris, newest=first, now=NOW)
    assert unread_changes(assessment) == [second]


def test_the_task_follows_every_plan_under_way_and_goes_on_after_one_that_fails(assessment, monkeypatch, caplog):
    other = people.make_procurement(
        assessment.organisation, "Fönster", department=assessment.department, planned_signing_on=SIGN
    )
    Assessment.objects.create(procurement=other, organisation=other.organisation, department=other.department)
    assert tasks.follow_plans() == 2
    assert tasks.follow_plans() == 0
    type(other).objects.update(planned_signing_on=date(2027, 2, 17))
    follow = plan_actions.follow_plan

    def fails_on_the_first(*, by, assessment, today):
        if assessment.procurement_id != other.pk:
            raise ValidationError("Det gick inte.")
        return follow(by=by, assessment=assessment, today=today)

    monkeypatch.setattr(tasks, "follow_plan", fails_on_the_first)
    assert tasks.follow_plans() == 1
    assert "was not followed" in caplog.text


def test_many_unions_cost_no_more_queries_to_follow(assessment, doris):
    def cost(day):
        plan_publication(assessment, day)
        with CaptureQueriesContext(connection) as captured:
            assert follow_plan(by=None, assessment=assessment, today=TODAY)
        return len(captured)

    follow_plan(by=None, assessment=assessment, today=TODAY)
    few = cost(date(2026, 9, 15))
    for number in range(20):
        make_union(assessment.organisation, f"Fack {number}")
    assess(doris, assessment.procurement, Question.Q5)
    assert cost(date(2026, 9, 22)) <= few
