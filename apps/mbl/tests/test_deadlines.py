"""The plan's open steps as tasks of the ordering department, never of the procurement unit (facts 42 and 55)."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from apps.mbl.choices import Question
from apps.mbl.deadlines import open_deadlines
from apps.mbl.models import PlanChange
from apps.mbl.tests.makers import assess, make_union, row_of, take
from apps.procurements.models import Procurement, ProcurementParty
from procurement_csr import people

TODAY = date(2026, 8, 10)


@pytest.fixture(autouse=True)
def the_tenth_of_august(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda value=None, **zone: value.astimezone().date() if value else TODAY)


@pytest.fixture
def cleaning(helsingborg, property_department):
    make_union(helsingborg)
    dates = {"planned_publication_on": date(2026, 9, 1), "planned_signing_on": date(2026, 12, 17)}
    return people.make_procurement(helsingborg, "Städning", department=property_department, **dates)


def found(organisation):
    span = {"since": TODAY - timedelta(365), "until": TODAY + timedelta(365)}
    return {each.key.rpartition(":")[2]: each for each in open_deadlines(**span, organisation=organisation)}


def test_each_open_step_goes_to_the_owner_with_day_and_legal_basis(helsingborg, doris, cleaning):
    assess(doris, cleaning, Question.Q5, today=date(2026, 7, 29))
    owed = found(helsingborg)
    meeting = owed["local_meeting"]
    assert meeting.due_on == date(2026, 8, 21)
    assert meeting.legal_basis == "11 och 14 §§ MBL"
    assert meeting.owner_department_id == cleaning.department_id
    assert meeting.permission == "mbl.run_consultation"
    assert meeting.url.startswith(reverse("timeplan", args=[cleaning.pk]))
    assert owed["call"].due_on == date(2026, 8, 14)
    assert "assessment" not in owed
    assert not {"decision_to_publish", "publish", "award", "sign"} & owed.keys()


def test_a_step_that_is_done_asks_for_nothing(helsingborg, doris, cleaning):
    row = row_of(assess(doris, cleaning, Question.Q5))
    take(doris, row, "call")
    owed = found(helsingborg)
    assert "call" not in owed
    assert "local_meeting" in owed


def test_an_assessment_not_made_is_owed_and_leads_to_where_it_is_made(helsingborg, cleaning):
    owed = found(helsingborg)["assessment"]
    assert owed.due_on == date(2026, 7, 29)
    assert owed.act_url.startswith(reverse("assessment_create", args=[cleaning.pk]))


def test_a_joint_procurement_asks_each_organisation_for_its_own_steps(helsingborg, haninge, cleaning):
    theirs = people.make_department(haninge)
    ProcurementParty.objects.create(procurement=cleaning, organisation=haninge, department=theirs)
    assert found(haninge) == {}
    make_union(haninge)
    assert found(haninge)["assessment"].owner_department_id == theirs.pk
    assert found(helsingborg)["assessment"].owner_department_id == cleaning.department_id


@pytest.mark.parametrize("phase", ["paused", "cancelled", "contracted", "closed"])
def test_a_procurement_that_is_over_or_paused_asks_for_nothing(helsingborg, cleaning, phase):
    Procurement.objects.update(phase=phase)
    assert found(helsingborg) == {}


def test_once_the_decision_is_made_a_stage_nobody_opened_asks_for_nothing(helsingborg, cleaning):
    Procurement.objects.update(decision_to_publish_on=TODAY)
    assert not {"call", "local_meeting"} & found(helsingborg).keys()
    assert "assessment" in found(helsingborg)


def test_a_plan_that_has_moved_is_listed_until_it_is_read(helsingborg, doris, cleaning):
    assessment = assess(doris, cleaning, Question.Q5)
    PlanChange.objects.create(assessment=assessment, dates={})
    moved = [["call", "2026-08-14", "2026-08-17"]]
    changes = [PlanChange.objects.create(assessment=assessment, dates={}, changes=moved) for _ in range(2)]
    now = timezone.now()
    PlanChange.objects.update(created_at=now.replace(year=2026, month=8, day=9))
    listed = [each for each in found(helsingborg).values() if each.key.startswith("mbl-change")]
    assert [each.key for each in listed] == [f"mbl-change:{changes[-1].pk}"]
    assert listed[0].title == "Tidsplanen för samverkan har flyttats: läs vad som ändrats"
    PlanChange.objects.update(seen_at=now)
    assert not [each for each in found(helsingborg).values() if each.key.startswith("mbl-change")]


def test_many_procurements_cost_as_many_queries_as_one(helsingborg, property_department, doris, cleaning):
    def cost():
        with CaptureQueriesContext(connection) as captured:
            found(helsingborg)
        return len(captured)

    assess(doris, cleaning, Question.Q5)
    one = cost()
    for number in range(8):
        department = people.make_department(helsingborg)
        dates = {"planned_publication_on": date(2026, 9, 1 + number), "planned_signing_on": date(2026, 12, 17)}
        people.make_procurement(helsingborg, f"Nummer {number}", department=department, **dates)
    assert cost() == one
