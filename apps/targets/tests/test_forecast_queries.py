"""What is loaded for a forecast from contracts and placements, in how many queries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.procurements.models import ProcurementParty
from apps.targets.chances import Tried
from apps.targets.choices import CountingRule
from apps.targets.forecast import State, forecast
from apps.targets.forecast_inputs import Commitment, Undated
from apps.targets.forecast_queries import load
from apps.targets.tests.conftest import make_target
from apps.targets.tests.forecast_rows import TODAY, WHOLE_YEAR, agree, grow, new_contract, plan, promise, start
from procurement_csr import people


@pytest.fixture
def contract(helsingborg):
    """Signed, for the whole of 2026."""
    return new_contract(helsingborg, number="A-1", title="Måleri")


def test_a_contract_gives_what_it_has_promised_what_has_come_and_what_is_agreed(helsingborg, contract):
    make_target(helsingborg, 2026)
    promise(contract)
    start(contract)
    start(contract, kind="mentorship")
    start(contract, undone_at="2026-02-03T10:00Z", undone_by=people.make_person("Malte"))
    agree(contract, date(2026, 6, 1))
    found = load(helsingborg, 2026, TODAY)
    assert found.commitments == (Commitment(contract.pk, "A-1 Måleri", "internship", 4, 1, 1, *WHOLE_YEAR),)
    assert (found.counted, found.target, found.planned) == (1, 40, (date(2026, 6, 1),))


def test_persons_are_residents_and_places_are_placements(helsingborg, contract):
    promise(contract, kind="internship")
    promise(contract, kind="employment", unit="persons")
    for kind in ("internship", "employment"):
        again = people.make_participant(helsingborg)
        for month in (1, 2, 3):
            start(contract, date(2026, month, 2), again, kind=kind)
    assert [(each.kind, each.came) for each in load(helsingborg, 2026, TODAY).commitments] == [
        ("internship", 3),
        ("employment", 1),
    ]


def test_twelve_full_time_months_of_work_and_six_of_practice_are_a_resident(helsingborg, contract):
    promise(contract, 25, kind="employment", unit="fte_months")
    promise(contract, 6, kind="internship", unit="fte_months")
    start(contract, kind="employment")
    found = load(helsingborg, 2026, TODAY).commitments
    assert [(each.promised, each.came) for each in found] == [(3, 1), (1, 0)]


def test_practice_apprenticeship_and_work_fulfil_a_mixed_promise(helsingborg, contract):
    promise(contract, 5, kind="mixed")
    for kind in ("internship", "employment", "apprenticeship", "mentorship"):
        start(contract, kind=kind)
    assert load(helsingborg, 2026, TODAY).commitments[0].number == 2


def test_a_place_offered_in_vain_for_no_fault_of_the_supplier_is_not_waited_for(helsingborg, contract):
    promise(contract)
    closed = {"closed_on": date(2026, 3, 20), "count": 2}
    people.make_offer(contract, **closed, unfilled_reason="no_candidate")
    people.make_offer(contract, **closed, unfilled_reason="supplier_withdrew")
    promise(contract, kind="mixed", unit="persons")  # an empty place has reached no person
    places, persons = load(helsingborg, 2026, TODAY).commitments
    assert (places.came, places.settled, places.number) == (0, 2, 2)
    assert (persons.settled, persons.number) == (0, 4)


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "mentorship", "model": "mentor"},
        {"kind": "study_visit", "model": "activity"},
        {"unit": "meetings"},
        {"unit": "hours"},
        {"model": "dialog", "count": None},
    ],
)
def test_what_is_not_counted_in_the_target_promises_nothing(helsingborg, contract, fields):
    promise(contract, **fields)
    found = load(helsingborg, 2026, TODAY)
    assert (found.commitments, found.undated) == ((), ())


def test_mentors_that_the_target_counts_are_promised_too(helsingborg, contract):
    make_target(helsingborg, 2026, counted_kinds=["mentorship"])
    promise(contract, kind="mentorship", model="mentor")
    promise(contract)
    assert [each.kind for each in load(helsingborg, 2026, TODAY).commitments] == ["mentorship"]


@pytest.mark.parametrize(
    ("fields", "ends_on"),
    [
        ({}, date(2026, 12, 31)),
        ({"ends_on": date(2026, 11, 30)}, date(2026, 11, 30)),
        ({"due_on": date(2026, 10, 31), "ends_on": date(2026, 11, 30)}, date(2026, 10, 31)),
    ],
)
def test_a_commitment_ends_with_its_own_last_day_else_the_contracts(helsingborg, contract, fields, ends_on):
    promise(contract, **fields)
    assert load(helsingborg, 2026, TODAY).commitments[0].ends_on == ends_on


def test_a_promise_without_a_last_or_first_day_is_named_and_not_guessed(helsingborg):
    endless = new_contract(helsingborg, number="A-2", is_until_further_notice=True)
    startless = new_contract(helsingborg, number="A-3", starts_on=None)
    done = new_contract(helsingborg, number="A-4", ends_on=None)
    for contract in (endless, startless):
        promise(contract)
    promise(done, 1)
    for contract in (endless, done):
        start(contract)
    found = load(helsingborg, 2026, TODAY)
    assert found.undated == (
        Undated(endless.pk, "A-2", 3, "sista dag"),
        Undated(startless.pk, "A-3", 4, "första dag"),
    )
    assert forecast(found).state == State.MOSTLY_UNDATED


def test_each_authority_of_a_joint_procurement_has_its_own_part(helsingborg, haninge, contract):
    ProcurementParty.objects.create(procurement=contract.procurement, organisation=haninge, share_percent=25)
    promise(contract)
    start(contract)
    start(contract, participant=people.make_participant(haninge), organisation=haninge)
    ours, theirs = (load(each, 2026, TODAY).commitments[0] for each in (helsingborg, haninge))
    assert (ours.promised, ours.came, theirs.promised, theirs.came) == (3, 1, 1, 1)


def test_shares_that_are_more_than_the_whole_promise_nobody_anything(helsingborg, haninge, contract):
    for each in (haninge, people.make_organisation("Nynäshamn")):
        ProcurementParty.objects.create(procurement=contract.procurement, organisation=each, share_percent=60)
    promise(contract)
    assert load(helsingborg, 2026, TODAY).commitments[0].number == 0


def test_another_municipalitys_rows_are_never_read(helsingborg, haninge):
    theirs = new_contract(haninge)
    promise(theirs)
    start(theirs)
    agree(theirs, date(2026, 6, 1))
    plan(haninge)
    found = load(helsingborg, 2026, TODAY)
    assert (found.commitments, found.coming, found.planned, found.beside, found.counted) == ((), (), (), (), 0)


def test_closed_commitments_are_the_history_by_kind(helsingborg):
    older, latest, ancient = (
        new_contract(helsingborg, starts_on=date(year, 1, 1), ends_on=date(year, 12, 31)) for year in (2024, 2025, 2020)
    )
    promise(older, 3)
    promise(latest, 2, kind="employment")
    promise(ancient, 9)
    start(older, date(2024, 5, 2))
    start(older, date(2025, 1, 2))  # after the last day
    for month in (1, 2, 3):
        start(latest, date(2025, month, 3), kind="employment")  # one more than promised
    found = load(helsingborg, 2026, TODAY)
    assert found.history == {"internship": (Tried(3, 1),), "employment": (Tried(2, 2),)}
    assert found.commitments == ()


def test_a_commitment_is_open_on_its_last_day_and_history_the_day_after(helsingborg, contract):
    promise(contract, due_on=TODAY)
    assert len(load(helsingborg, 2026, TODAY).commitments) == 1
    assert load(helsingborg, 2026, date(2026, 5, 1)).history == {"internship": (Tried(4, 0),)}


def test_practice_that_leads_to_work_in_the_same_year_is_an_overlap(helsingborg, contract):
    anna, bo = people.make_participant(helsingborg), people.make_participant(helsingborg)
    start(contract, date(2025, 2, 3), anna)
    start(contract, date(2025, 6, 2), anna, kind="employment")
    start(contract, date(2025, 11, 3), bo)
    start(contract, date(2026, 2, 2), bo, kind="employment")
    overlaps = load(helsingborg, 2026, TODAY).overlaps
    assert (overlaps["internship"], overlaps["employment"], overlaps["mixed"]) == (
        Tried(2, 0),
        Tried(2, 1),
        Tried(4, 1),
    )


def test_what_came_beside_numbered_promises_is_counted_by_year(helsingborg, contract):
    promise(contract)
    start(contract, date(2024, 5, 2))
    dialogue = new_contract(helsingborg)
    promise(dialogue, None, model="dialog")
    anna = people.make_participant(helsingborg)
    start(dialogue, date(2025, 2, 3), anna)
    start(dialogue, date(2025, 8, 4), anna, kind="employment")
    start(contract, date(2026, 1, 7), kind="employment")
    assert load(helsingborg, 2026, TODAY).beside == (Tried(1, 0), Tried(1, 1), Tried(120 / 365, 1))
    make_target(helsingborg, 2026, counting_rule=CountingRule.PLACEMENTS_STARTED)
    assert load(helsingborg, 2026, TODAY).beside == (Tried(1, 0), Tried(1, 2), Tried(120 / 365, 1))


def test_agreed_starts_are_of_residents_who_are_not_counted_yet(helsingborg, contract):
    anna, bo = people.make_participant(helsingborg), people.make_participant(helsingborg)
    start(contract, participant=anna)
    agree(contract, date(2026, 5, 4), anna, kind="employment")
    agree(contract, date(2026, 6, 1), bo)
    agree(contract, date(2026, 5, 5), bo, kind="employment")
    agree(contract, date(2027, 1, 4))
    assert load(helsingborg, 2026, TODAY).planned == (date(2026, 5, 5),)
    make_target(helsingborg, 2026, counting_rule=CountingRule.PLACEMENTS_STARTED)
    assert load(helsingborg, 2026, TODAY).planned == (date(2026, 5, 4), date(2026, 5, 5), date(2026, 6, 1))


def test_how_agreed_starts_have_turned_out_is_known_from_those_that_were_to_begin(helsingborg, contract):
    for state, day in (("started", date(2026, 2, 2)), ("no_show", None), ("withdrawn", None)):
        exited_on = None if day else date(2026, 2, 5)
        planned = {"planned_start_on": date(2026, 2, 2), "state": state, "exited_on": exited_on}
        start(contract, day, **planned)
    start(contract)
    assert load(helsingborg, 2026, TODAY).planned_history == Tried(3, 1)


def test_an_empty_organisation_has_no_forecast(helsingborg):
    assert forecast(load(helsingborg, 2026, TODAY)).state == State.NOTHING_KNOWN


def test_the_forecast_costs_as_many_queries_for_twelve_of_everything_as_for_one(helsingborg, policy):
    make_target(helsingborg, 2026)

    def cost():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            found = load(helsingborg, 2026, TODAY)
        return len(queries), found

    grow(helsingborg, 1)
    before, small = cost()
    grow(helsingborg, 11)
    after, large = cost()
    assert (len(small.commitments), len(small.coming), len(small.planned)) == (1, 4, 1)
    assert (len(large.commitments), len(large.coming), len(large.planned)) == (12, 48, 12)
    assert before == after <= 18


def test_the_forecast_of_real_rows_is_open_and_holds_what_is_counted(helsingborg, policy):
    make_target(helsingborg, 2026, value=20)
    grow(helsingborg, 8)
    year = forecast(load(helsingborg, 2026, TODAY))
    assert year.state == State.OPEN
    assert 8 < year.outcome.span.low <= year.outcome.span.median < year.outcome.span.high
    assert 0 < year.outcome.chance < 1
