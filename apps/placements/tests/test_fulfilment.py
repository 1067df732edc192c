"""Full-time months: the national criterion 11554."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.placements.fulfilment import Spell, fte_months, fulfilment, months_between

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
LATER = date(2030, 1, 1)


def spell(start: date, end: date | None, extent=100, reason=""):
    return Spell("P1", start, end, extent, reason)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2026, 1, 1), date(2026, 9, 30), 9),
        (date(2026, 1, 15), date(2026, 7, 14), 6),
        (date(2026, 1, 1), date(2026, 1, 31), 1),
        (date(2026, 2, 1), date(2026, 2, 14), Fraction(1, 2)),
        (date(2026, 1, 31), date(2026, 2, 27), 1),
        (date(2026, 1, 15), date(2026, 3, 10), 1 + Fraction(24, 28)),
        (date(2026, 5, 1), date(2026, 4, 30), 0),
        (date(2026, 5, 1), date(2020, 1, 1), 0),
    ],
)
def test_months_are_calendar_months_and_days_of_the_begun_one(start, end, months):
    assert months_between(start, end) == months


@given(DAYS, st.integers(0, 2000))
def test_a_longer_time_is_never_fewer_months(start, days):
    end = start + timedelta(days=days)
    assert months_between(start, end) <= months_between(start, end + timedelta(days=1))
    assert abs(months_between(start, end) - Fraction(days + 1) * 100 / 3044) < 1


def test_fact_24_two_half_time_jobs_of_six_months_are_six_months():
    jobs = [spell(date(2026, 1, 1), date(2026, 12, 31), 50), spell(date(2027, 7, 1), date(2028, 6, 30), 50)]
    assert fulfilment(12, jobs, LATER).is_fulfilled
    half_a_year = [spell(date(2026, 1, 1), date(2026, 6, 30), 50)] * 2
    assert sum(fte_months(job, LATER) for job in half_a_year) == 6
    assert fulfilment(6, half_a_year, LATER).is_fulfilled
    assert not fulfilment(7, half_a_year, LATER).is_fulfilled


def test_fact_22_nine_of_twelve_months_are_enough_when_the_employee_leaves_and_less_is_not():
    left = spell(date(2026, 1, 1), date(2026, 9, 30), reason="interrupted_candidate")
    assert fulfilment(12, [left], LATER).is_fulfilled
    assert fulfilment(12, [left], LATER).is_by_early_end
    a_day_less = spell(date(2026, 1, 1), date(2026, 9, 29), reason="interrupted_candidate")
    assert not fulfilment(12, [a_day_less], LATER).is_fulfilled


@pytest.mark.parametrize("reason", ["interrupted_supplier", "contract_ended", "completed", "other", ""])
def test_three_quarters_are_not_enough_for_another_reason(reason):
    assert not fulfilment(12, [spell(date(2026, 1, 1), date(2026, 11, 30), reason=reason)], LATER).is_fulfilled


def test_an_early_end_that_lies_ahead_does_not_count_yet():
    left = spell(date(2026, 1, 1), date(2026, 9, 30), reason="interrupted_candidate")
    assert not fulfilment(12, [left], date(2026, 9, 29)).is_fulfilled
    assert fulfilment(12, [left], date(2026, 9, 30)).is_fulfilled


def test_what_has_not_started_counts_nothing():
    assert fulfilment(1, [spell(date(2026, 5, 1), None)], date(2026, 4, 1)).terms == ()


@pytest.mark.parametrize("end", [None, date(2026, 12, 31)])
def test_what_goes_on_counts_until_today_from_its_first_day(end):
    going_on = spell(date(2026, 1, 1), end)
    (term,) = fulfilment(12, [going_on], date(2026, 6, 30)).terms
    assert (term.months, term.fte_months) == (6, 6)
    (term,) = fulfilment(12, [going_on], date(2026, 1, 1)).terms
    assert term.months == Fraction(1, 31)


def test_one_who_left_early_is_enough_among_others_but_says_nothing_of_a_sum_that_is_whole_or_too_small():
    left = spell(date(2026, 1, 1), date(2026, 6, 30), reason="interrupted_candidate")
    stayed = spell(date(2026, 1, 1), date(2026, 3, 31), reason="completed")
    assert fulfilment(12, [left, stayed], LATER).is_by_early_end
    whole = fulfilment(9, [left, stayed], LATER)
    assert (whole.is_fulfilled, whole.is_by_early_end) == (True, False)
    small = fulfilment(24, [left, stayed], LATER)
    assert (small.is_fulfilled, small.is_by_early_end) == (False, False)
