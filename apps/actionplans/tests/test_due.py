"""When goals are due: the day, the words and when they are late."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.actionplans import due


def test_senast_juni_2018_is_overdue_first_on_1_july():
    """Fact 60."""
    day = due.due_day("month", 2018, month=6)
    assert due.label("month", day) == "senast juni 2018"
    assert not due.is_overdue(day, None, date(2018, 6, 30))
    assert due.is_overdue(day, None, date(2018, 7, 1))


def test_a_running_goal_is_overdue_first_when_the_year_is_over():
    day = due.due_day("running", 2018)
    assert due.label("running", day) == "löpande under 2018"
    assert not due.is_overdue(day, None, date(2018, 12, 31))
    assert due.is_overdue(day, None, date(2019, 1, 1))


def test_a_goal_of_a_day_is_overdue_the_day_after():
    day = due.due_day("day", 2018, on=date(2018, 6, 15))
    assert due.label("day", day) == "senast 15 juni 2018"
    assert not due.is_overdue(day, None, date(2018, 6, 15))
    assert due.is_overdue(day, None, date(2018, 6, 16))


def test_a_goal_that_is_reached_is_never_late():
    assert not due.is_overdue(date(2018, 6, 30), date(2018, 9, 1), date(2018, 12, 1))


def test_february_ends_on_its_29th_in_a_leap_year():
    assert due.due_day("month", 2020, month=2) == date(2020, 2, 29)
    assert due.due_day("month", 2018, month=2) == date(2018, 2, 28)


@pytest.mark.parametrize(("kind", "what"), [("day", {}), ("month", {}), ("day", {"month": 3}), ("month", {"on": None})])
def test_a_kind_without_its_value_is_no_day(kind, what):
    with pytest.raises(ValueError, match="lacks"):
        due.due_day(kind, 2018, **what)


@pytest.mark.parametrize(
    ("kind", "day", "then"),
    [
        ("month", date(2019, 2, 28), date(2020, 2, 29)),
        ("month", date(2020, 2, 29), date(2021, 2, 28)),
        ("day", date(2020, 2, 29), date(2021, 2, 28)),
        ("day", date(2019, 2, 28), date(2020, 2, 28)),
        ("running", date(2019, 12, 31), date(2020, 12, 31)),
    ],
)
def test_the_same_time_of_next_year(kind, day, then):
    assert due.in_year(kind, day, then.year) == then


def test_quarters():
    assert [due.quarter(date(2018, month, 1)) for month in range(1, 13)] == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]


@pytest.mark.parametrize(
    ("cell", "kind", "day"),
    [
        ("2018-06-15", "day", date(2018, 6, 15)),
        ("2018-06-15 00:00:00", "day", date(2018, 6, 15)),
        (date(2018, 6, 15), "day", date(2018, 6, 15)),
        (datetime(2018, 6, 15, tzinfo=UTC), "day", date(2018, 6, 15)),
        ("juni 2018", "month", date(2018, 6, 30)),
        ("Senast  Juni 2018", "month", date(2018, 6, 30)),
        ("juni", "month", date(2018, 6, 30)),
        ("löpande", "running", date(2018, 12, 31)),
        ("Löpande under 2018", "running", date(2018, 12, 31)),
    ],
)
def test_cells_are_read_as_people_write_them(cell, kind, day):
    assert due.read(cell, 2018) == (kind, day)


@pytest.mark.parametrize("cell", ["", "sommaren", "2018-06-31", "juni 18", "q2", 42, None])
def test_a_cell_that_is_no_time_is_refused(cell):
    with pytest.raises(ValueError, match=r"time|day"):
        due.read(cell, 2018)


@given(st.sampled_from(["day", "month", "running"]), st.dates(date(2000, 1, 1), date(2098, 12, 31)))
def test_what_is_written_is_read_back(kind, day):
    day = due.due_day(kind, day.year, on=day, month=day.month)
    assert due.read(due.written(kind, day), day.year) == (kind, day)
