"""When a row lets a decision through, and what a veto is worth: facts 44 and 48 to 50."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.core.calendar import is_working_day
from apps.mbl.choices import State, VetoGround, VetoState
from apps.mbl.gate_rules import (
    VETO_MOVES,
    Negotiated,
    RowFacts,
    earliest_decision,
    frees_award,
    is_closed,
    is_set_aside,
    request_end,
    veto_state,
    waiting,
)

FRIDAY = date(2026, 8, 21)
DISAGREED = RowFacts("Kommunal", State.DISAGREED, local_closed_on=FRIDAY)


def test_local_disagreement_of_21_august_lets_the_decision_through_on_29_august():
    """Fact 44."""
    assert request_end(FRIDAY, 7) == date(2026, 8, 28)
    assert earliest_decision([DISAGREED]) == date(2026, 8, 29)
    assert not is_closed(DISAGREED, date(2026, 8, 28))
    assert is_closed(DISAGREED, date(2026, 8, 29))


def test_the_last_day_to_ask_rolls_over_midsummer():
    row = RowFacts("Kommunal", State.DISAGREED, local_closed_on=date(2026, 6, 12))
    assert earliest_decision([row]) == date(2026, 6, 23)


def test_an_agreement_with_another_period_moves_the_day():
    row = RowFacts("Vision", State.DISAGREED, local_closed_on=FRIDAY, request_days=10)
    assert earliest_decision([row]) == date(2026, 9, 1)


def test_a_day_off_of_the_organisation_moves_the_day():
    row = RowFacts("Vision", State.DISAGREED, local_closed_on=FRIDAY, off=frozenset({date(2026, 8, 28)}))
    assert earliest_decision([row]) == date(2026, 9, 1)


@pytest.mark.parametrize("state", ["planned", "called", "adjourned", "met", "central_requested", "central_met"])
def test_an_open_row_lets_nothing_through_however_late(state):
    row = RowFacts("Kommunal", state, local_closed_on=FRIDAY)
    assert not is_closed(row, date(2036, 1, 1))
    assert earliest_decision([row, DISAGREED]) is None
    assert waiting([DISAGREED, row], date(2036, 1, 1)) == [row]


@pytest.mark.parametrize("state", ["exempt", "not_required"])
def test_a_row_that_owes_nothing_holds_nothing_back(state):
    assert earliest_decision([RowFacts("Kommunal", state)]) == date.min


def test_information_holds_no_decision_back():
    assert is_closed(RowFacts("Kommunal", State.PLANNED, is_information=True), FRIDAY)


def test_a_closed_row_lets_through_from_its_day_on():
    row = RowFacts("Kommunal", State.CLOSED, closed_on=FRIDAY)
    assert not is_closed(row, FRIDAY - timedelta(days=1))
    assert is_closed(row, FRIDAY)


def test_the_slowest_row_decides_for_the_stage():
    quick = RowFacts("Vision", State.CLOSED, closed_on=FRIDAY)
    assert earliest_decision([quick, DISAGREED]) == date(2026, 8, 29)
    assert waiting([quick, DISAGREED], date(2026, 8, 24)) == [DISAGREED]


@given(st.dates(date(2020, 1, 1), date(2035, 12, 1)), st.integers(0, 60))
def test_the_period_never_ends_early_and_always_on_a_working_day(closed_on, days):
    end = request_end(closed_on, days)
    assert end >= closed_on + timedelta(days=days)
    assert is_working_day(end)
    row = RowFacts("Kommunal", State.DISAGREED, local_closed_on=closed_on, request_days=days)
    assert not is_closed(row, end)
    assert is_closed(row, end + timedelta(days=1))


@pytest.mark.parametrize("ground", ["lou_13_1", "lou_13_2", "lou_13_3", "lou_19_17"])
def test_a_veto_of_the_central_organisation_on_a_ground_of_lou_counts(ground):
    assert veto_state(ground, is_by_central=True, local_has_central=True) == VetoState.DECLARED


def test_a_veto_of_a_local_union_with_a_central_one_is_only_recorded():
    """Fact 48."""
    assert veto_state("lou_13_1", is_by_central=False, local_has_central=True) == VetoState.RECORDED


def test_a_veto_of_a_union_without_a_central_one_counts():
    assert veto_state("lou_13_1", is_by_central=False, local_has_central=False) == VetoState.DECLARED


@pytest.mark.parametrize("is_by_central", [True, False])
def test_a_ground_outside_lou_is_invalid_whoever_declares_it(is_by_central):
    """Fact 49."""
    assert veto_state(VetoGround.OTHER, is_by_central, True) == VetoState.INVALID_GROUND


def test_the_moves_of_a_veto_are_those_of_the_law():
    moves = {(before.value, after.value) for before, ways in VETO_MOVES.items() for after in ways}
    assert moves == {
        ("declared", "upheld"),
        ("declared", "invalid_ground"),
        ("declared", "unfounded"),
        ("declared", "withdrawn"),
        ("recorded", "withdrawn"),
        ("upheld", "unfounded"),
        ("upheld", "withdrawn"),
    }
    assert set(VETO_MOVES) == set(VetoState)


def test_the_award_goes_on_when_all_were_heard_again_about_somebody_else():
    """Fact 50."""
    vetoed, other = 1, 2
    assert frees_award(vetoed, 1, [Negotiated(2, other), Negotiated(2, other)])
    assert not frees_award(vetoed, 1, [Negotiated(1, vetoed)])
    assert not frees_award(vetoed, 1, [Negotiated(2, other), Negotiated(1, other)])
    assert not frees_award(vetoed, 1, [Negotiated(2, vetoed)])
    assert not frees_award(vetoed, 1, [Negotiated(2, None)])
    assert not frees_award(vetoed, 1, [])


def test_a_veto_after_a_decision_for_exceptional_reasons_never_holds():
    assert is_set_aside(FRIDAY, [FRIDAY - timedelta(days=1)])
    assert not is_set_aside(FRIDAY, [FRIDAY])
    assert not is_set_aside(FRIDAY, [])
