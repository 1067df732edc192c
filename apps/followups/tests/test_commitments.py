"""How a commitment stands by what is delivered and how much of its time has gone."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.followups.commitments import due_now, share_gone, state

START, END = date(2026, 1, 1), date(2026, 12, 31)
HALF_TIME = date(2026, 7, 2)  # 182 of 365 days have passed


def at(promised, delivered, today, **other):
    return state(promised, delivered, starts_on=START, due_on=END, today=today, **other)


@pytest.mark.parametrize(
    ("promised", "delivered", "today", "expected"),
    [
        (2, 0, date(2025, 12, 1), "not_begun"),
        (2, 0, HALF_TIME, "not_begun"),
        (2, 0, date(2026, 7, 3), "behind"),
        (2, 1, date(2026, 7, 3), "on_track"),
        (2, 1, END, "on_track"),
        (2, 1, END + timedelta(days=1), "ended"),
        (2, 2, END + timedelta(days=1), "fulfilled"),
        (2, 2, START, "fulfilled"),
        (2, 3, START, "fulfilled"),
        (1, 0, END, "not_begun"),
        (1, 0, END + timedelta(days=1), "ended"),
        (12, Fraction(59, 10), date(2026, 7, 3), "behind"),
        (12, Decimal("6"), date(2026, 7, 3), "on_track"),
        (12, Fraction(1, 10), date(2026, 1, 20), "on_track"),
        (12, 1, date(2025, 12, 1), "on_track"),
    ],
)
def test_amount_and_time_gone_decide_the_state(promised, delivered, today, expected):
    assert at(promised, delivered, today) == expected


def test_what_is_agreed_and_will_come_keeps_from_being_behind_but_fulfils_nothing():
    assert at(2, 0, date(2026, 7, 3), coming=1) == "not_begun"
    assert at(2, 1, date(2026, 12, 20), coming=1) == "on_track"
    assert at(2, 0, END + timedelta(days=1), coming=2) == "ended"


def test_fact_22_what_the_ledger_calls_fulfilled_at_three_quarters_is_fulfilled_here():
    assert at(12, 9, END + timedelta(days=1)) == "ended"
    assert at(12, 9, END + timedelta(days=1), is_fulfilled=True) == "fulfilled"


@pytest.mark.parametrize(
    ("delivered", "today", "expected"),
    [
        (0, HALF_TIME, "not_begun"),
        (0, END, "not_begun"),
        (1, HALF_TIME, "on_track"),
        (1, END, "on_track"),
        (1, END + timedelta(days=1), "fulfilled"),
        (0, END + timedelta(days=1), "ended"),
    ],
)
@pytest.mark.parametrize("promised", [None, 0])
def test_a_dialogue_without_a_number_is_never_behind(promised, delivered, today, expected):
    assert at(promised, delivered, today) == expected


@pytest.mark.parametrize("promised", [None, 0])
def test_of_no_number_nothing_is_due(promised):
    assert due_now(promised, starts_on=START, due_on=END, today=END) == 0


@pytest.mark.parametrize(("starts_on", "due_on"), [(None, END), (START, None), (None, None), (END, START)])
def test_without_days_in_order_there_is_no_pace_to_be_behind(starts_on, due_on):
    assert share_gone(starts_on=starts_on, due_on=due_on, today=END) == 0
    early = min(day for day in (starts_on, due_on, START) if day)
    assert state(9, 0, starts_on=starts_on, due_on=due_on, today=early) == "not_begun"
    assert state(9, 1, starts_on=starts_on, due_on=due_on, today=early) == "on_track"


@pytest.mark.parametrize(
    ("today", "share"),
    [
        (START - timedelta(days=9), 0),
        (START, 0),
        (START + timedelta(days=73), Fraction(1, 5)),
        (END, Fraction(364, 365)),
        (END + timedelta(days=1), 1),
        (END + timedelta(days=99), 1),
    ],
)
def test_the_share_of_the_time_gone_is_the_days_before_today_of_all_days(today, share):
    assert share_gone(starts_on=START, due_on=END, today=today) == share


def test_a_commitment_of_one_day_has_none_of_its_time_behind_it_on_that_day():
    assert share_gone(starts_on=START, due_on=START, today=START) == 0


DAYS = st.integers(-30, 800)


@given(st.integers(1, 60), DAYS, st.integers(0, 700))
def test_whole_units_due_are_what_counting_the_days_gives(promised, passed, length):
    today, due_on = START + timedelta(days=passed), START + timedelta(days=length)
    gone = sum(1 for number in range(length + 1) if START + timedelta(days=number) < today)
    due = max(unit for unit in range(promised + 1) if unit * (length + 1) <= promised * gone)
    assert due_now(promised, starts_on=START, due_on=due_on, today=today) == due


@given(st.integers(1, 60), st.fractions(0, 80), st.fractions(0, 20), DAYS, st.integers(0, 700))
def test_more_delivered_never_makes_it_worse(promised, delivered, more, passed, length):
    worth = ["ended", "behind", "not_begun", "on_track", "fulfilled"]
    days = {"starts_on": START, "due_on": START + timedelta(days=length), "today": START + timedelta(days=passed)}
    before, after = state(promised, delivered, **days), state(promised, delivered + more, **days)
    assert worth.index(before) <= worth.index(after)
