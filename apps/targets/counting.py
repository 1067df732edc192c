"""How placements become a year's result: the definitions, in pure Python.

`queries` asks the database the same questions in SQL; the tests compare the two on random placements, so this module
is both the definition a reader can follow and the oracle of the fast way.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from apps.placements.choices import PlacementKind
from apps.targets.choices import CountingRule

# Mentors, visits and lectures are reported beside the target unless the council decides otherwise (Helsingborg 2016).
DEFAULT_KINDS = (PlacementKind.INTERNSHIP, PlacementKind.EMPLOYMENT, PlacementKind.APPRENTICESHIP)


class Start(NamedTuple):
    """A placement reduced to what counting needs; `key` orders placements that start the same day."""

    participant: int
    kind: str
    started_on: date
    ended_on: date | None = None
    key: int = 0


@dataclass(frozen=True)
class Rule:
    """What a year is counted by: the counting rule and the kinds that count."""

    counting_rule: str = CountingRule.RESIDENTS_STARTED
    kinds: tuple[str, ...] = DEFAULT_KINDS

    @property
    def counts_residents(self) -> bool:
        return self.counting_rule != CountingRule.PLACEMENTS_STARTED

    @property
    def is_stock(self) -> bool:
        """Whether the result is a state on a day (active at year end) and not a sum over the year."""
        return self.counting_rule == CountingRule.RESIDENTS_ACTIVE


@dataclass(frozen=True)
class Counts:
    """A year's result. `months` holds twelve numbers per kind: what was added in the month, or for a state
    the number at the month's last counted day. `started` counts all placements, `residents` all residents per kind."""

    total: int
    months: dict[str, tuple[int, ...]]
    started: dict[str, int]
    residents: dict[str, int]
    active: int


def period(year: int, today: date) -> tuple[date, date]:
    """First and last counted day of a year: a placement that has not started yet does not count."""
    return date(year, 1, 1), min(date(year, 12, 31), today)


def count(rows: Iterable[Start], rule: Rule, year: int, today: date) -> Counts:
    """The result of a year as it stands on `today`.

    A resident counts once, with the kind and in the month of the first counted placement of the year; of two that
    start the same day the one logged first. Ended and ongoing placements count alike, undone ones must be left out.
    """
    first, last = period(year, today)
    rows = sorted(rows, key=lambda row: (row.started_on, row.key))
    started = [row for row in rows if first <= row.started_on <= last]
    counted = [row for row in started if row.kind in rule.kinds]
    if rule.is_stock:
        months = _months_of_a_state(rows, rule, year, today)
        total = sum(values[last.month - 1] for values in months.values()) if first <= last else 0
    else:
        counted = _first_of_each(counted) if rule.counts_residents else counted
        months = _months_of_starts(counted, rule)
        total = len(counted)
    return Counts(
        total=total,
        months=months,
        started=dict(Counter(row.kind for row in started)),
        residents=dict(Counter(kind for _, kind in {(row.participant, row.kind) for row in started})),
        active=len(_active(rows, rule, last)) if first <= last else 0,
    )


def month_ends(year: int, today: date) -> list[date]:
    """The last day of each month that has begun; in the month of `today`, today."""
    starts = [date(year, month, 1) for month in range(1, 13)]
    ends = [*(start - timedelta(days=1) for start in starts[1:]), date(year, 12, 31)]
    return [min(end, today) for start, end in zip(starts, ends, strict=True) if start <= today]


def even_pace(value: int, year: int, today: date) -> int:
    """What even pace towards a target has reached by the end of `today`: value × day of year ÷ days, halves up."""
    first, last = period(year, today)
    if last < first:
        return 0
    days = (date(year, 12, 31) - first).days + 1
    return (2 * value * ((last - first).days + 1) + days) // (2 * days)


def same_day(today: date, year: int) -> date:
    """The day of another year that a running year is compared with; 28 February stands for a leap day."""
    if (today.month, today.day) == (2, 29):
        return date(year, 2, 28)
    return today.replace(year=year)


def last_full_month(today: date) -> date:
    """The last day of the latest month that is over. Open pages show no newer day, so that nobody can follow a
    single resident from one day to the next."""
    return today.replace(day=1) - timedelta(days=1)


def permille(part: int, whole: int) -> int:
    """`part` in thousandths of `whole`, halves up: 31 of 40 is 775. `whole` is at least 1."""
    return (2000 * part + whole) // (2 * whole)


def _first_of_each(rows: Iterable[Start]) -> list[Start]:
    first: dict[int, Start] = {}
    for row in rows:
        first.setdefault(row.participant, row)
    return list(first.values())


def _active(rows: Iterable[Start], rule: Rule, day: date) -> list[Start]:
    """The first started placement of each resident with a counted one that goes on after `day`."""
    return _first_of_each(
        row
        for row in rows
        if row.kind in rule.kinds and row.started_on <= day and (row.ended_on is None or row.ended_on > day)
    )


def _months_of_starts(rows: Iterable[Start], rule: Rule) -> dict[str, tuple[int, ...]]:
    found = Counter((row.kind, row.started_on.month) for row in rows)
    return {kind: tuple(found[kind, month] for month in range(1, 13)) for kind in rule.kinds}


def _months_of_a_state(rows: list[Start], rule: Rule, year: int, today: date) -> dict[str, tuple[int, ...]]:
    ends = month_ends(year, today)
    found = [Counter(row.kind for row in _active(rows, rule, day)) for day in ends]
    found += [Counter() for _ in range(12 - len(ends))]
    return {kind: tuple(month[kind] for month in found) for kind in rule.kinds}
