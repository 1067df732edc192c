"""Swedish working days and the arithmetic of dates.

A working day is Monday to Friday, neither a public holiday (lag 1989:253 om allmänna helgdagar) nor
midsommarafton, julafton or nyårsafton, which lag (1930:173) om beräkning av lagstadgad tid puts beside them.
`extra` is an organisation's own further days off, for planning only: a statutory period never uses it.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from holidays import Sweden

NO_DAYS: frozenset[date] = frozenset()
FIRST_YEAR, LAST_YEAR = Sweden.start_year, Sweden.end_year
_DAY = timedelta(days=1)


def is_day_off(day: date, extra: frozenset[date] = NO_DAYS) -> bool:
    """Whether the day is a Saturday, Sunday, public holiday, one of the three eves or in `extra`.

    Raises ValueError with a Swedish sentence when the calendar does not cover the year.
    """
    return day in _days_off(day.year) or day.weekday() >= 5 or day in extra


def is_working_day(day: date, extra: frozenset[date] = NO_DAYS) -> bool:
    """The opposite of `is_day_off`."""
    return not is_day_off(day, extra)


def roll_forward(day: date, extra: frozenset[date] = NO_DAYS) -> date:
    """The day itself, or the next working day: how a statutory period ends (lag 1930:173, 2 §)."""
    while is_day_off(day, extra):
        day += _DAY
    return day


def roll_back(day: date, extra: frozenset[date] = NO_DAYS) -> date:
    """The day itself, or the last working day before it."""
    while is_day_off(day, extra):
        day -= _DAY
    return day


def add_working_days(day: date, count: int, extra: frozenset[date] = NO_DAYS) -> date:
    """The `count`-th working day after the day, or before it when `count` is negative. Zero gives the day itself."""
    step = _DAY if count > 0 else -_DAY
    for _ in range(abs(count)):
        day += step
        while is_day_off(day, extra):
            day += step
    return day


@lru_cache(maxsize=8192)
def working_days_between(start: date, end: date, extra: frozenset[date] = NO_DAYS) -> int:
    """How many working days lie after `start`, up to and with `end`; negative when `end` is earlier.

    It undoes `add_working_days`: from any start, adding the answer leads to `end` when `end` is a working day.
    """
    sign = 1 if end >= start else -1
    days = ((start + sign * number * _DAY) for number in range(1, abs((end - start).days) + 1))
    return sign * sum(is_working_day(day, extra) for day in days)


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day: 31 August and three months is 30 November."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@lru_cache(maxsize=200)
def _days_off(year: int) -> frozenset[date]:
    """A year's holidays and eves. Outside its years the package knows none, and silence would be a wrong date."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"Kalendern täcker åren {FIRST_YEAR}–{LAST_YEAR}, inte {year}. Kontrollera datumet.")
    return frozenset(Sweden(years=year, categories=("public", "de_facto"), include_sundays=False))
