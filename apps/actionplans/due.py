"""When a goal is due: an exact day, a month or all of the year. Pure.

A goal with only a month is due on the month's last day and shown as the month, so that "senast juni 2018" is overdue
first on 1 July (the action plan of Upphandling Södertörn for 2018). A running one is due when its year ends.
"""

import re
from calendar import monthrange
from datetime import date, datetime
from typing import Any

from apps.actionplans.choices import DueKind

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
RUNNING = "löpande"
_MONTH = re.compile(r"(?:senast )?([a-zåäö]+)(?: (\d{4}))?")
_DAY = re.compile(r"(?:senast )?(\d{4}-\d\d-\d\d)(?: 00:00(?::00)?)?")


def last_of_month(year: int, month: int) -> date:
    """The last day of a month (1 to 12)."""
    return date(year, month, monthrange(year, month)[1])


def due_day(kind: str, year: int, *, on: date | None = None, month: int | None = None) -> date:
    """The day a goal of the plan's year is due: `on` for a day, the last of `month`, or the last of the year.

    Raises ValueError when the kind's own value is missing.
    """
    if kind == DueKind.RUNNING:
        return date(year, 12, 31)
    if kind == DueKind.MONTH and month:
        return last_of_month(year, month)
    if kind == DueKind.DAY and on:
        return on
    raise ValueError(f"{kind} lacks its value")


def label(kind: str, due_on: date) -> str:
    """How the day is shown: "senast 15 juni 2018", "senast juni 2018" or "löpande under 2018"."""
    if kind == DueKind.RUNNING:
        return f"{RUNNING} under {due_on.year}"
    month = f"{MONTHS[due_on.month - 1]} {due_on.year}"
    return f"senast {month}" if kind == DueKind.MONTH else f"senast {due_on.day} {month}"


def is_overdue(due_on: date, done_on: date | None, today: date) -> bool:
    """Whether the day is over and the goal not reached."""
    return done_on is None and today > due_on


def quarter(due_on: date) -> int:
    """1 to 4."""
    return (due_on.month + 2) // 3


def in_year(kind: str, due_on: date, year: int) -> date:
    """The same time of another year; 29 February becomes 28 where there is none."""
    last = monthrange(year, due_on.month)[1]
    return date(year, due_on.month, last if kind == DueKind.MONTH else min(due_on.day, last))


def written(kind: str, due_on: date) -> str:
    """How the due time stands in a sheet; `read` understands it."""
    if kind == DueKind.RUNNING:
        return RUNNING
    return due_on.isoformat() if kind == DueKind.DAY else f"{MONTHS[due_on.month - 1]} {due_on.year}"


def read(value: Any, year: int) -> tuple[str, date]:
    """The kind and day of a sheet's cell: a date, "2018-06-15", "juni 2018", "senast juni" or "löpande".

    A month without a year is the plan's. Raises ValueError for anything else.
    """
    if isinstance(value, datetime):
        return DueKind.DAY, value.date()
    if isinstance(value, date):
        return DueKind.DAY, value
    text = " ".join(str(value).lower().split())
    if text.startswith(RUNNING):
        return DueKind.RUNNING, date(year, 12, 31)
    if found := _DAY.fullmatch(text):
        return DueKind.DAY, date.fromisoformat(found[1])
    found = _MONTH.fullmatch(text)
    if found and found[1] in MONTHS:
        return DueKind.MONTH, last_of_month(int(found[2] or year), MONTHS.index(found[1]) + 1)
    raise ValueError(f"{text!r} is no time")
