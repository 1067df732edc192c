"""What is loaded for a forecast from procurements that are on their way."""

from datetime import date

import pytest

from apps.targets.chances import Tried
from apps.targets.forecast_inputs import Coming, Stage
from apps.targets.forecast_queries import load
from apps.targets.tests.forecast_rows import SIGNING, TODAY, WHOLE_YEAR, decide, plan, promise
from procurement_csr import people


def test_a_requirement_in_the_documents_is_decided(helsingborg):
    procurement = plan(helsingborg, phase="tendering")
    promise(procurement=procurement, count=3, kind="employment", due_on=date(2027, 6, 30))
    promise(procurement=procurement, count=2)
    assert load(helsingborg, 2026, TODAY).coming == (
        Coming(procurement.pk, "Städning", "employment", 3, SIGNING, date(2027, 6, 30), Stage.DECIDED),
        Coming(procurement.pk, "Städning", "internship", 2, SIGNING, date(2028, 6, 30), Stage.DECIDED),
    )


@pytest.mark.parametrize(
    ("decided", "stage"),
    [("numeric", Stage.DECIDED), ("dialog", Stage.POSSIBLE), ("soft_only", None), ("none", None)],
)
def test_the_latest_decision_says_how_far_a_procurement_is(helsingborg, decided, stage):
    procurement = plan(helsingborg)
    decide(procurement, "none" if decided == "numeric" else "numeric")
    decide(procurement, decided)
    assert [each.stage for each in load(helsingborg, 2026, TODAY).coming] == ([stage] if stage else [])


@pytest.mark.parametrize(
    ("answers", "stage"),
    [
        ({}, Stage.RECOMMENDED),
        ({"entry_level": 0, "labour_need": 1}, Stage.POSSIBLE),
        ({"candidates": None, "entry_level": None}, Stage.POSSIBLE),
        ({"candidates": 0}, None),
        ({"persons": 1}, None),
    ],
)
def test_without_a_decision_the_recommendation_says_how_far_it_is(helsingborg, policy, answers, stage):
    plan(helsingborg, answers=answers)
    assert [each.stage for each in load(helsingborg, 2026, TODAY).coming] == ([stage] if stage else [])


def test_the_number_is_the_suggested_one(helsingborg, policy):
    # 4 000 000 × 80 % / 650 000 × 12 × 5 % = 2.95 full-time months, in places of six: at least 1.
    plan(helsingborg)
    plan(helsingborg, estimated_value=60_000_000)
    found = load(helsingborg, 2026, TODAY).coming
    assert [(each.kind, each.number) for each in found] == [("mixed", 1), ("mixed", 7)]


def test_a_planned_signing_that_has_passed_is_expected_tomorrow(helsingborg):
    decide(plan(helsingborg, planned_signing_on=date(2026, 3, 1)), "numeric")
    assert load(helsingborg, 2026, TODAY).coming[0].starts_on == date(2026, 5, 1)


def test_a_decided_procurement_that_lacks_something_says_what(helsingborg):
    for fields in ({"planned_signing_on": None}, {"answers": {"months": None}}, {"answers": {"labour_share": None}}):
        decide(plan(helsingborg, **fields), "numeric")
    found = load(helsingborg, 2026, TODAY)
    assert found.coming == ()
    assert [(each.lacks, each.is_procurement) for each in found.undated] == [
        ("planerat avtalstecknande", True),
        ("avtalets längd", True),
        ("värde eller arbetets andel", True),
    ]


@pytest.mark.parametrize("phase", ["contracted", "follow_up", "closed", "cancelled"])
def test_a_procurement_that_is_signed_or_cancelled_is_not_coming(helsingborg, phase):
    decide(plan(helsingborg, phase=phase), "numeric")
    assert load(helsingborg, 2026, TODAY).coming == ()


def test_a_procurement_with_a_contract_promises_by_that_alone(helsingborg):
    procurement = plan(helsingborg, phase="standstill")
    promise(procurement=procurement)
    promise(people.make_contract(procurement, ends_on=WHOLE_YEAR[1]))
    found = load(helsingborg, 2026, TODAY)
    assert (len(found.commitments), found.coming) == (1, ())


def test_settled_decisions_tell_how_many_become_a_contract_with_a_number(helsingborg):
    kept, dropped, cancelled, lowered = (plan(helsingborg, phase="contracted") for _ in range(4))
    promise(people.make_contract(kept))
    people.make_contract(dropped)
    type(cancelled).objects.filter(pk=cancelled.pk).update(phase="cancelled")
    for procurement in (kept, dropped, cancelled):
        decide(procurement, "numeric", "numeric")
    decide(lowered, "dialog", "numeric")
    decide(plan(helsingborg), "numeric", "numeric")  # not settled yet
    decide(plan(helsingborg, phase="contracted"), "numeric", "numeric", on=date(2019, 1, 8))
    found = load(helsingborg, 2026, TODAY)
    assert found.signings == {Stage.DECIDED: Tried(3, 1), Stage.RECOMMENDED: Tried(4, 1)}
