"""The rules of dates and states, as pure functions."""

from datetime import UTC, date, datetime, timedelta

import pytest

from apps.placements import rules
from apps.placements.choices import LEFT_STATES, PlacementState
from apps.placements.rules import Period, Span

TODAY = date(2026, 11, 22)


def test_a_state_that_is_over_or_undone_is_grey():
    assert {state for state in PlacementState if rules.tone(state) == "neutral"} == {"ended", *LEFT_STATES}
    assert rules.tone("started") == "good"
    assert rules.tone("started", is_undone=True) == "neutral"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(1999, 12, 31), "före år 2000"),
        (date(2000, 1, 1), ""),
        (date(2027, 11, 22), ""),
        (date(2027, 11, 23), "mer än ett år framåt"),
    ],
)
def test_a_start_is_between_2000_and_a_year_ahead(day, words):
    sentence = rules.date_problem("Startdatumet", day, TODAY)
    assert bool(sentence) == bool(words)
    assert words in sentence


def test_a_year_after_leap_day_is_the_first_of_march():
    assert rules.date_problem("Startdatumet", date(2029, 3, 1), date(2028, 2, 29)) == ""
    assert rules.date_problem("Startdatumet", date(2029, 3, 2), date(2028, 2, 29))


def test_an_end_is_neither_before_the_start_nor_in_the_future():
    start = date(2026, 11, 1)
    assert rules.end_problem(started_on=start, ended_on=start, today=TODAY) == ""
    assert rules.end_problem(started_on=start, ended_on=TODAY, today=TODAY) == ""
    assert "före startdatumet" in rules.end_problem(started_on=start, ended_on=date(2026, 10, 31), today=TODAY)
    assert "har inte varit ännu" in rules.end_problem(started_on=start, ended_on=date(2026, 11, 23), today=TODAY)


def test_a_planned_end_is_after_the_start_and_within_ten_years():
    start = date(2026, 11, 1)
    assert rules.planned_end_problem(started_on=start, planned_end_on=None) == ""
    assert rules.planned_end_problem(started_on=start, planned_end_on=start) == ""
    assert rules.planned_end_problem(started_on=start, planned_end_on=date(2036, 12, 31)) == ""
    assert rules.planned_end_problem(started_on=start, planned_end_on=date(2026, 10, 31))
    assert rules.planned_end_problem(started_on=start, planned_end_on=date(2037, 1, 1))


def test_a_start_outside_the_contract_warns():
    contract = Period(date(2026, 1, 1), date(2026, 12, 31))
    assert rules.contract_warning(date(2026, 1, 1), contract) == ""
    assert rules.contract_warning(date(2026, 12, 31), contract) == ""
    assert "före avtalets start" in rules.contract_warning(date(2025, 12, 31), contract)
    assert "efter avtalets slut" in rules.contract_warning(date(2027, 1, 1), contract)
    assert rules.contract_warning(date(2027, 1, 1), Period(date(2026, 1, 1), None)) == ""
    assert rules.contract_warning(date(2027, 1, 1), None) == ""


@pytest.mark.parametrize(
    ("other", "overlaps"),
    [
        (Period(date(2026, 1, 1), date(2026, 2, 28)), False),
        (Period(date(2026, 1, 1), date(2026, 3, 1)), True),
        (Period(date(2026, 1, 1), None), True),
        (Period(date(2026, 6, 30), None), True),
        (Period(date(2026, 7, 1), None), False),
    ],
)
def test_placements_at_the_same_time_are_named(other, overlaps):
    own = Period(date(2026, 3, 1), date(2026, 6, 30))
    assert ("P7" in rules.overlap_warning(own, [Span("P7", other)])) == overlaps


def test_undo_lasts_ten_minutes():
    logged = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
    assert rules.may_undo(created_at=logged, now=logged + timedelta(minutes=10))
    assert not rules.may_undo(created_at=logged, now=logged + timedelta(minutes=10, microseconds=1))
