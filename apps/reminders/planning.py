"""Which reminders should stand today: a pure function of deadlines, rules, the calendar and the day.

What stands does not depend on when it was last asked: planned every day, twice, or once after three weeks, the rows
are the same. Of several steps that have come for a person only the newest is to be sent.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import count
from typing import NamedTuple

from apps.core.calendar import NO_DAYS, add_working_days, roll_back, roll_forward
from apps.core.deadlines import Deadline
from apps.reminders.choices import Audience, ReminderState, WhySuppressed
from apps.reminders.recipients import Recipients

# How long after its day a deadline is reminded of again and again.
REPEATS_END = timedelta(weeks=52)
# Reasons that no longer hold once the reminder is wanted again. The others were a person's or its rights' doing.
PASSING = (WhySuppressed.DONE, WhySuppressed.MOVED, WhySuppressed.OTHER_RECIPIENT, WhySuppressed.NO_STEP)
_OWNER, _HEAD, _COORDINATOR = (frozenset([each]) for each in (Audience.OWNER, Audience.HEAD, Audience.COORDINATOR))

# What names a reminder: deadline key, recipient, step, due day. There is never more than one row of each.
Identity = tuple[str, int, str, date]


@dataclass(frozen=True)
class Rule:
    """How many days before and after a due day its owner is told, in calendar days or `in_working_days`.

    After the last of `after` again every `repeat_every` days (0: never). The head of department and the coordinators
    are told once each, so many days after (None: never). `at_once`: in a mail of its own from the working day before.
    """

    before: tuple[int, ...]
    after: tuple[int, ...] = ()
    repeat_every: int = 0
    in_working_days: bool = False
    head_after: int | None = None
    coordinator_after: int | None = None
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One day on which somebody is told; `name` ("before-14", "after-1") is unique for a due day."""

    name: str
    send_on: date
    audiences: frozenset[Audience]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A reminder that should stand. One that is not `is_newest` is kept as superseded, never sent."""

    deadline_key: str
    recipient_id: int
    step: str
    due_on: date
    send_on: date
    audience: Audience
    is_newest: bool

    @property
    def identity(self) -> Identity:
        return (self.deadline_key, self.recipient_id, self.step, self.due_on)


class Row(NamedTuple):
    """A reminder that stands in the database."""

    pk: int
    deadline_key: str
    recipient_id: int
    step: str
    due_on: date
    send_on: date
    state: str
    why_suppressed: str = ""

    @property
    def identity(self) -> Identity:
        return (self.deadline_key, self.recipient_id, self.step, self.due_on)


@dataclass(frozen=True)
class Changes:
    """What makes the rows what they should be: rows to add, and primary keys to change.

    `suppress` gives the reason of each; `revive` are rows to plan again, since what put them aside is gone.
    """

    new: list[Wanted]
    supersede: list[int]
    suppress: dict[int, WhySuppressed]
    revive: list[int]


@lru_cache(maxsize=4096)
def steps(due_on: date, rule: Rule, *, off: frozenset[date] = NO_DAYS, until: date) -> tuple[Step, ...]:
    """The steps of a due day that have come by `until`, oldest first.

    One before the day is sent on the last open day that leaves so many days, one after it on the first open day when
    so many have passed. `off` closes further days; working days are counted without it, as the statute does.
    Raises ValueError when the calendar does not cover the year.
    """
    found = []
    for number in sorted(set(rule.before), reverse=True):
        found.append(Step(f"before-{number}", roll_back(_shift(due_on, -number, rule), off), _OWNER))
    for number, audiences in sorted(_after(due_on, rule, until).items()):
        found.append(Step(f"after-{number}", roll_forward(_shift(due_on, number, rule), off), audiences))
    return tuple(step for step in found if step.send_on <= until)


def wanted(
    deadline: Deadline,
    rule: Rule,
    recipients: Recipients,
    *,
    off: frozenset[date],
    today: date,
    active_from: date,
    known: Collection[Identity] = (),
) -> list[Wanted]:
    """The reminders of an open deadline that should stand today: for each recipient the newest, and those it replaced.

    What had been replaced when the organisation began on `active_from` is left out. When the newest is already among
    `known`, the ones before it are too, and are not given again. Raises ValueError outside the calendar.
    """
    if deadline.lapses and deadline.due_on < today:
        return []
    past = steps(deadline.due_on, rule, off=off, until=today)
    found: list[Wanted] = []
    for recipient_id, audiences in recipients.audiences.items() if past else ():
        is_newest = True
        for step in reversed(past):
            if audiences.isdisjoint(step.audiences):
                continue
            audience = recipients.told_as(recipient_id, step.audiences)
            each = Wanted(deadline.key, recipient_id, step.name, deadline.due_on, step.send_on, audience, is_newest)
            found.append(each)
            if step.send_on <= active_from or (is_newest and each.identity in known):
                break
            is_newest = False
    return found


def reconcile(
    existing: Iterable[Row], wanted: Iterable[Wanted], open_due: Mapping[str, date], *, today: date
) -> Changes:
    """What to add and change so that the rows are those wanted; nothing when they are.

    `open_due` gives the due day of every open deadline among those asked about. A mailed row is never changed, and who
    was mailed a later step is told no earlier one. A row of a day that has not come is left alone: a clock went back.
    """
    rows, wanted = list(existing), list(wanted)
    newest = {(each.deadline_key, each.recipient_id): each for each in wanted if each.is_newest}
    keys, ahead = {each.deadline_key for each in wanted}, _ahead(rows, today)
    changes = Changes([], [], {}, [])
    for row in rows:
        is_open = open_due.get(row.deadline_key) == row.due_on
        due = newest.get((row.deadline_key, row.recipient_id)) if is_open else None
        is_due = due is not None and due.step == row.step
        if row.state != ReminderState.PLANNED:
            if is_due and _can_return(row) and not _is_behind(due, ahead):
                changes.revive.append(row.pk)
        elif is_due or (is_open and row.send_on > today):
            continue
        elif due is None:
            changes.suppress[row.pk] = _why(row, open_due, keys)
        else:
            changes.supersede.append(row.pk)
    standing = {row.identity for row in rows}
    fresh = (each for each in wanted if each.identity not in standing)
    changes.new.extend(each for each in fresh if not (each.is_newest and _is_behind(each, ahead)))
    return changes


def _ahead(rows: list[Row], today: date) -> dict[tuple[str, int, date], date]:
    """The latest step that each recipient was mailed, or that waits for its day, by deadline and due day."""
    found: dict[tuple[str, int, date], date] = {}
    for row in rows:
        if row.state == ReminderState.MAILED or (row.state == ReminderState.PLANNED and row.send_on > today):
            about = (row.deadline_key, row.recipient_id, row.due_on)
            found[about] = max(row.send_on, found.get(about, row.send_on))
    return found


def _is_behind(each: Wanted, ahead: Mapping[tuple[str, int, date], date]) -> bool:
    return each.send_on < ahead.get((each.deadline_key, each.recipient_id, each.due_on), each.send_on)


def _can_return(row: Row) -> bool:
    return row.state == ReminderState.SUPERSEDED or (
        row.state == ReminderState.SUPPRESSED and row.why_suppressed in PASSING
    )


def _shift(day: date, number: int, rule: Rule) -> date:
    return add_working_days(day, number) if rule.in_working_days else day + timedelta(days=number)


def _after(due_on: date, rule: Rule, until: date) -> dict[int, frozenset[Audience]]:
    """Who is told how many days after. Numbers whose day has not come by `until` may be left out."""
    if until < due_on:
        return {}
    found = dict.fromkeys((*rule.after, *_repeats(due_on, rule, until)), _OWNER)
    for number, audience in ((rule.head_after, _HEAD), (rule.coordinator_after, _COORDINATOR)):
        if number is not None:
            found[number] = found.get(number, frozenset()) | audience
    return found


def _repeats(due_on: date, rule: Rule, until: date) -> Iterator[int]:
    if not rule.repeat_every:
        return
    last = min(until, due_on + REPEATS_END)
    for number in count(max(rule.after, default=0) + rule.repeat_every, rule.repeat_every):
        if _shift(due_on, number, rule) > last:
            return
        yield number


def _why(row: Row, open_due: Mapping[str, date], keys: set[str]) -> WhySuppressed:
    """Why nothing about that due day is to be said to the row's recipient."""
    if row.deadline_key not in open_due:
        return WhySuppressed.DONE
    if open_due[row.deadline_key] != row.due_on:
        return WhySuppressed.MOVED
    return WhySuppressed.OTHER_RECIPIENT if row.deadline_key in keys else WhySuppressed.NO_STEP
