"""How far a version of the guideline has come, and who follows it: pure rules and what the database says of them."""

from datetime import date, timedelta
from itertools import product

import pytest

from apps.procurements import guideline_following as rows_of
from apps.procurements.choices import Following, GuidelineStage, Recommendation
from apps.procurements.guideline_process import (
    Days,
    Rollout,
    Share,
    criteria,
    following,
    follows,
    refusal,
    stage,
    steps,
)
from apps.procurements.models import GuidelineVersion, Procurement, RequirementDecision
from procurement_csr.people import make_procurement

JUNE, AUGUST, SEPTEMBER, DECEMBER = (date(2018, month, 10) for month in (6, 8, 9, 12))
NEXT_YEAR = date(2019, 1, 10)
WHOLE = Days(JUNE, AUGUST, SEPTEMBER, DECEMBER)
ROLLOUT = Rollout(WHOLE, "KF", SEPTEMBER, None, "", 2, Share(4, 5), 80)


@pytest.mark.parametrize(
    ("days", "today", "expected"),
    [
        (Days(None, None, None, None), JUNE, GuidelineStage.REVISING),
        (Days(JUNE, None, None, None), JUNE, GuidelineStage.PROPOSED),
        (Days(JUNE, AUGUST, SEPTEMBER, None), SEPTEMBER - timedelta(days=1), GuidelineStage.DECIDED),
        (Days(JUNE, AUGUST, SEPTEMBER, None), SEPTEMBER, GuidelineStage.IN_FORCE),
        (Days(None, AUGUST, SEPTEMBER, None), SEPTEMBER, GuidelineStage.IN_FORCE),
        (WHOLE, DECEMBER - timedelta(days=1), GuidelineStage.IN_FORCE),
        (WHOLE, DECEMBER, GuidelineStage.IN_PLACE),
    ],
)
def test_the_stage_follows_from_the_days_alone(days, today, expected):
    assert stage(days, today) == expected


@pytest.mark.parametrize("reached", range(5))
def test_what_is_reached_is_done_the_next_step_goes_on_and_the_rest_is_to_come(reached):
    days = Days(*(day if place < reached else None for place, day in enumerate((JUNE, AUGUST, SEPTEMBER, DECEMBER))))
    states = [step.state for step in steps(days, NEXT_YEAR, decided_goal=None, in_place_goal=None)]
    if reached == 2:  # decided, but without the day from which it holds: the database does not allow it
        days = Days(JUNE, AUGUST, NEXT_YEAR + timedelta(days=1), None)
        states = [step.state for step in steps(days, NEXT_YEAR, decided_goal=None, in_place_goal=None)]
    done = reached + 1 if reached else 0
    assert states == ["done"] * done + ["current"] * (done < 5) + ["upcoming"] * (4 - done)


def test_a_step_shows_its_day_or_else_its_goal():
    found = steps(Days(JUNE, None, None, None), JUNE, decided_goal=AUGUST, in_place_goal=DECEMBER)
    assert [step.note for step in found] == ["", "2018-06-10", "mål 2018-08-10", "", "mål 2018-12-10"]


@pytest.mark.parametrize(
    ("share", "goal", "is_met"),
    [
        (Share(4, 5), 80, True),
        (Share(4, 5), 81, False),
        (Share(799, 1000), 80, False),
        (Share(0, 0), 1, False),
        (Share(3, 3), 100, True),
    ],
)
def test_the_goal_is_met_by_the_exact_share_and_never_by_none(share, goal, is_met):
    assert share.reaches(goal) is is_met


def test_a_share_just_below_its_goal_is_not_shown_as_the_goal():
    assert Share(799, 1000).text.replace("\N{NO-BREAK SPACE}", " ") == "799 av 1000 (79 %)"


def test_all_four_criteria_are_told_with_their_figures():
    texts = {each.label: (each.is_met, each.text.replace("\N{NO-BREAK SPACE}", " ")) for each in criteria(ROLLOUT)}
    assert texts == {
        "Beslutad": (True, "KF 2018-08-10"),
        "Publicerad": (True, "2018-09-10"),
        "Seminarier hållna": (True, "2 hållna seminarier"),
        "Följs av upphandlingarna": (True, "4 av 5 (80 %), målet är minst 80 %"),
    }


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"published_on": None}, "publicerad"),
        ({"held_seminars": 0}, "seminarier hållna"),
        ({"share": Share(3, 5)}, "följs av upphandlingarna"),
        ({"goal": 90}, "följs av upphandlingarna"),
    ],
)
def test_what_is_not_met_is_named_unless_there_is_a_motive(changes, named):
    found = criteria(Rollout(**(vars(ROLLOUT) | changes)))
    assert f"inte uppfyllda: {named}." in refusal(found, " ")
    assert refusal(found, "Nämnden vill det.") == ""
    assert refusal(criteria(ROLLOUT), "") == ""


def test_seminars_noted_by_hand_count_as_held():
    by_hand = Rollout(**(vars(ROLLOUT) | {"held_seminars": 0, "seminars_held_on": JUNE, "seminars_reference": "dnr 4"}))
    assert refusal(criteria(by_hand), "") == ""


@pytest.fixture
def version(helsingborg):
    decision = {"decided_by": "KF", "decided_on": AUGUST, "valid_from": SEPTEMBER}
    return GuidelineVersion.objects.create(organisation=helsingborg, title="Riktlinje 2018", **decision)


def decide(procurement, decided, recommended):
    values = {"decided": decided, "recommended": recommended, "motive": "Marknaden är ovan."}
    return RequirementDecision.objects.create(procurement=procurement, decided_on=SEPTEMBER, **values)


@pytest.mark.django_db
def test_the_database_judges_every_decision_as_the_rule_does(helsingborg, version):
    cases = [(None, None), *product(Recommendation.values, [*Recommendation.values, ""])]
    expected = {}
    for decided, recommended in cases:
        procurement = make_procurement(helsingborg, guideline=version, phase="published")
        if decided:
            decide(procurement, decided, recommended)
        expected[procurement.pk] = following(decided, recommended)
    found = {row.pk: row.following for row in rows_of.judged(Procurement.objects.all())}
    assert found == expected
    assert set(expected.values()) == set(Following)
    assert rows_of.share(version) == Share(sum(follows(*case) for case in cases), len(cases))


@pytest.mark.django_db
def test_the_latest_decision_counts(helsingborg, version):
    procurement = make_procurement(helsingborg, guideline=version, phase="published")
    decide(procurement, "dialog", "numeric")
    decide(procurement, "numeric", "numeric")
    assert rows_of.judged(Procurement.objects.all()).get().following == Following.IN_LINE


@pytest.mark.django_db
def test_cancelled_and_unpublished_procurements_are_left_out(helsingborg, version):
    make_procurement(helsingborg, guideline=version, phase="cancelled")
    make_procurement(helsingborg, phase="preparation")
    assert rows_of.share(version) == Share(0, 0)
    make_procurement(helsingborg, guideline=version, phase="published")
    assert rows_of.share(version) == Share(0, 1)


@pytest.mark.django_db
def test_fact_59_a_later_version_takes_no_procurement_from_the_share_of_the_one_it_was_published_under(
    helsingborg, version
):
    published = make_procurement(helsingborg, guideline=version, phase="published", published_on=SEPTEMBER)
    decide(published, "dialog", "dialog")
    decision = {"decided_by": "KF", "decided_on": DECEMBER, "valid_from": SEPTEMBER + timedelta(days=1)}
    later = GuidelineVersion.objects.create(organisation=helsingborg, title="Riktlinje 2019", **decision)
    assert GuidelineVersion.objects.in_force(helsingborg, NEXT_YEAR) == later
    assert rows_of.shares([version, later]) == {version.pk: Share(1, 1)}
    published.phase = "evaluation"
    published.save()
    assert rows_of.shares([version, later]) == {version.pk: Share(1, 1)}
