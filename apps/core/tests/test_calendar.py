"""Working days as the statute counts them; the days off of 2026 are those of the worked examples."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from apps.core import calendar
from apps.core.calendar import (
    add_months,
    add_working_days,
    is_day_off,
    is_working_day,
    roll_back,
    roll_forward,
    working_days_between,
)

VECTORS = Path(settings.BASE_DIR).parent / "shared" / "vectors" / "domain.json"
NON_WORKING_2026 = [
    "2026-01-01",
    "2026-01-06",
    "2026-04-03",
    "2026-04-05",
    "2026-04-06",
    "2026-05-01",
    "2026-05-14",
    "2026-05-24",
    "2026-06-06",
    "2026-06-19",
    "2026-06-20",
    "2026-10-31",
    "2026-12-24",
    "2026-12-25",
    "2026-12-26",
    "2026-12-31",
]
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
EXTRA = st.frozensets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=12)
DAYS_2026 = st.dates(date(2026, 1, 1), date(2026, 12, 31))
COUNTS = st.integers(-40, 40)


def d(text: str) -> date:
    return date.fromisoformat(text)


def year_of(number: int) -> list[date]:
    first = date(number, 1, 1)
    return [first + timedelta(days=n) for n in range((date(number + 1, 1, 1) - first).days)]


def test_the_days_off_of_2026_are_the_weekends_and_the_sixteen_of_the_worked_examples():
    named = {d(text) for text in NON_WORKING_2026}
    assert {day for day in year_of(2026) if is_day_off(day)} == {
        day for day in year_of(2026) if day.weekday() >= 5 or day in named
    }
    assert sum(is_working_day(day) for day in year_of(2026)) == 251


def test_the_list_written_here_is_the_one_of_the_shared_worked_examples():
    if not VECTORS.exists():
        pytest.skip(f"the shared worked examples are not at {VECTORS}; the list written in this test is used alone")
    assert json.loads(VECTORS.read_text())["non_working_2026"] == NON_WORKING_2026


@pytest.mark.parametrize("day", ["2026-06-19", "2026-12-24", "2026-12-31", "2019-06-21", "2025-12-24", "2025-12-31"])
def test_the_three_eves_are_days_off(day):
    assert is_day_off(d(day))


@pytest.mark.parametrize("day", ["2026-01-05", "2026-04-02", "2026-04-30", "2026-05-15", "2026-10-30", "2026-12-23"])
def test_other_eves_and_squeeze_days_are_working_days(day):
    assert is_working_day(d(day))


def test_whit_monday_was_a_holiday_until_the_national_day_took_its_place():
    assert is_day_off(date(2004, 5, 31))
    assert is_working_day(date(2005, 5, 16))
    assert is_working_day(date(2003, 6, 6))
    assert is_day_off(date(2005, 6, 6))


def test_a_day_rolls_over_easter_in_both_directions():
    assert roll_forward(d("2026-04-03")) == d("2026-04-07")
    assert roll_back(d("2026-04-06")) == d("2026-04-02")
    assert roll_forward(d("2026-04-02")) == roll_back(d("2026-04-02")) == d("2026-04-02")


def test_an_organisations_own_day_off_counts_only_when_it_is_given():
    squeeze = frozenset({d("2026-05-15")})
    assert roll_forward(d("2026-05-14"), squeeze) == d("2026-05-18")
    assert roll_back(d("2026-05-17"), squeeze) == d("2026-05-13")
    assert add_working_days(d("2026-05-13"), 1, squeeze) == d("2026-05-18")
    assert working_days_between(d("2026-05-13"), d("2026-05-18"), squeeze) == 1
    assert roll_forward(d("2026-05-14")) == d("2026-05-15")
    assert not is_working_day(d("2026-05-15"), squeeze)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-08-21", -5, "2026-08-14"),
        ("2026-08-14", -2, "2026-08-12"),
        ("2026-08-12", -10, "2026-07-29"),
        ("2025-12-30", -5, "2025-12-18"),
        ("2026-01-12", -1, "2026-01-09"),
        ("2026-06-18", 1, "2026-06-22"),
        ("2026-12-23", 2, "2026-12-29"),
        ("2026-05-16", 1, "2026-05-18"),
        ("2026-05-16", -1, "2026-05-15"),
        ("2026-05-16", 0, "2026-05-16"),
    ],
)
def test_working_days_are_added_and_taken_away(start, count, end):
    assert add_working_days(d(start), count) == d(end)


def test_working_days_between_counts_the_last_day_but_not_the_first():
    assert working_days_between(d("2026-08-14"), d("2026-08-21")) == 5
    assert working_days_between(d("2026-08-21"), d("2026-08-14")) == -5
    assert working_days_between(d("2026-08-21"), d("2026-08-21")) == 0
    assert working_days_between(d("2026-12-23"), d("2027-01-01")) == 3


@pytest.mark.parametrize(
    ("day", "months", "answer"),
    [
        ("2026-08-31", 3, "2026-11-30"),
        ("2026-01-15", 6, "2026-07-15"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-11-30", 1, "2026-12-30"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-01-31", -2, "2025-11-30"),
        ("2026-03-31", -12, "2025-03-31"),
        ("2026-05-05", 0, "2026-05-05"),
    ],
)
def test_months_are_calendar_months(day, months, answer):
    assert add_months(d(day), months) == d(answer)


@pytest.mark.parametrize("year", [calendar.FIRST_YEAR - 1, calendar.LAST_YEAR + 1])
def test_a_year_the_calendar_does_not_know_is_refused_instead_of_having_no_holidays(year):
    with pytest.raises(ValueError, match=f"inte {year}"):
        is_day_off(date(year, 6, 1))


@pytest.mark.parametrize("year", [calendar.FIRST_YEAR, calendar.LAST_YEAR])
def test_the_first_and_the_last_year_of_the_calendar_have_their_holidays(year):
    assert is_day_off(date(year, 1, 1))
    assert is_day_off(date(year, 12, 24))


@given(DAYS)
def test_a_rolled_day_is_the_nearest_working_day(day):
    later, earlier = roll_forward(day), roll_back(day)
    assert is_working_day(later)
    assert is_working_day(earlier)
    assert earlier <= day <= later <= day + timedelta(days=6)
    between = [earlier + timedelta(days=n) for n in range(1, (later - earlier).days)]
    assert all(is_day_off(one) for one in between if one != day)


@given(DAYS, COUNTS)
def test_counting_undoes_adding(day, count):
    end = add_working_days(day, count)
    assert working_days_between(day, end) == count
    assert count == 0 or is_working_day(end)


@given(DAYS_2026, COUNTS, EXTRA, DAYS_2026)
def test_one_more_day_off_never_brings_a_date_nearer(day, count, extra, one_more):
    more = extra | {one_more}
    assert roll_forward(day, more) >= roll_forward(day, extra)
    assert roll_back(day, more) <= roll_back(day, extra)
    moved = add_working_days(day, count, more) - add_working_days(day, count, extra)
    assert moved.days * count >= 0
    end = day + timedelta(days=count)
    assert abs(working_days_between(day, end, more)) <= abs(working_days_between(day, end, extra))


@given(DAYS, st.integers(-600, 600))
def test_months_land_in_the_month_they_name(day, months):
    end = add_months(day, months)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    assert end.day == day.day or (end.day < day.day and (end + timedelta(days=1)).day == 1)
