"""Who should be told what on which day, found the slow way: one day after the other, looking at everything each day.

It is written apart from the planning it judges, and shares nothing with it but the calendar of working days. A rule is
anything with the attributes of `planning.Rule`.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from apps.core.calendar import is_working_day

DAY = timedelta(days=1)


class Told(NamedTuple):
    """One thing said to one person."""

    on: date
    recipient_id: int
    key: str
    step: str
    due_on: date


@dataclass(frozen=True)
class Crew:
    """Whom a deadline concerns."""

    owners: tuple[int, ...] = ()
    heads: tuple[int, ...] = ()
    coordinators: tuple[int, ...] = ()

    def roles(self, person: int) -> set[str]:
        named = {"owner": self.owners, "head": self.heads, "coordinator": self.coordinators}
        return {role for role, people in named.items() if person in people}

    @property
    def everybody(self) -> list[int]:
        return sorted({*self.owners, *self.heads, *self.coordinators})


@dataclass
class Story:
    """What becomes of one deadline. Each mapping says what holds from a day on, until its next day.

    A due day of None: the deadline is done, or there is none yet.
    """

    key: str
    dues: Mapping[date, date | None]
    crews: Mapping[date, Crew]
    rules: Mapping[date, Any]
    is_required: bool = False
    organisation_id: int = 1

    def at(self, day: date) -> tuple[date | None, Crew, Any]:
        return _latest(self.dues, day), _latest(self.crews, day) or Crew(), _latest(self.rules, day)


@dataclass
class Memory:
    """What has been said so far, and the weeks in which somebody's weekly mail has gone."""

    told: list[Told] = field(default_factory=list)
    said: dict[tuple[int, str, date], dict[str, date]] = field(default_factory=dict)
    weeks: set[tuple[int, int, date]] = field(default_factory=set)


def tell(
    stories: Collection[Story],
    *,
    first: date,
    days: int,
    frequencies: Mapping[int, str],
    off: frozenset[date] = frozenset(),
    is_running: Callable[[date], bool] = lambda day: True,
) -> list[Told]:
    """Everything that is said in so many days. People without a frequency get one digest a day.

    On days that are not `is_running` the whole product stands still.
    """
    memory = Memory()
    for number in range(days):
        today = first + number * DAY
        if is_running(today) and is_working_day(today, off):
            _one_day(stories, today, frequencies, off, memory)
    return memory.told


def _one_day(stories, today: date, frequencies, off: frozenset[date], memory: Memory) -> None:
    monday = today - today.weekday() * DAY
    week_opens = next(monday + n * DAY for n in range(7) if is_working_day(monday + n * DAY, off))
    weeks_used_today = set()
    for story in stories:
        due_on, crew, rule = story.at(today)
        for person in crew.everybody if due_on else ():
            step = _newest(due_on, rule, off, today, crew.roles(person))
            if step is None:
                continue
            send_on, name = step
            said = memory.said.setdefault((person, story.key, due_on), {})
            if name in said or any(day > send_on for day in said.values()):
                continue
            if frequencies.get(person) == "weekly" and not story.is_required and not _is_urgent(due_on, rule, today):
                week = (person, story.organisation_id, monday)
                if send_on > week_opens or week in memory.weeks:
                    continue
                weeks_used_today.add(week)
            said[name] = send_on
            memory.told.append(Told(today, person, story.key, name, due_on))
    memory.weeks |= weeks_used_today


def _is_urgent(due_on: date, rule, today: date) -> bool:
    """Whether no working day is left between today and the due day of what has mails of its own."""
    between = [today + n * DAY for n in range(1, (due_on - today).days)]
    return rule.at_once and not any(is_working_day(day) for day in between)


def _newest(due_on: date, rule, off: frozenset[date], today: date, roles: set[str]) -> tuple[date, str] | None:
    """The last step that has come and concerns somebody with those roles."""
    newest = None
    for send_on, name, told in calendar_of(due_on, rule, off):
        if send_on <= today and roles & told:
            newest = send_on, name
    return newest


@cache
def calendar_of(due_on: date, rule, off: frozenset[date]) -> list[tuple[date, str, frozenset[str]]]:
    """All that is ever said about a due day: when, its name, to whom; in order."""
    before = [(_last_open(due_on, n, rule, off), f"before-{n}", frozenset({"owner"})) for n in _down(rule.before)]
    later: dict[int, set[str]] = {n: {"owner"} for n in rule.after}
    if rule.repeat_every:
        n = max([0, *rule.after]) + rule.repeat_every
        while _is_within_a_year(due_on, n, rule):
            later[n] = {"owner"}
            n += rule.repeat_every
    if rule.head_after is not None:
        later.setdefault(rule.head_after, set()).add("head")
    if rule.coordinator_after is not None:
        later.setdefault(rule.coordinator_after, set()).add("coordinator")
    after = [(_first_open(due_on, n, rule, off), f"after-{n}", frozenset(later[n])) for n in sorted(later)]
    return before + after


def _down(numbers) -> Iterator[int]:
    return iter(sorted(set(numbers), reverse=True))


def _last_open(due_on: date, number: int, rule, off: frozenset[date]) -> date:
    """The last day when mail may go and at least so many days are left."""
    day, left = due_on, 0
    while left < number or not is_working_day(day, off):
        day -= DAY
        left += is_working_day(day) if rule.in_working_days else 1
    return day


def _first_open(due_on: date, number: int, rule, off: frozenset[date]) -> date:
    """The first day when mail may go and at least so many days have passed."""
    day, passed = due_on, 0
    while passed < number or not is_working_day(day, off):
        day += DAY
        passed += is_working_day(day) if rule.in_working_days else 1
    return day


def _is_within_a_year(due_on: date, number: int, rule) -> bool:
    days = [due_on + n * DAY for n in range(1, 52 * 7 + 1)]
    return sum(is_working_day(day) for day in days) >= number if rule.in_working_days else number <= len(days)


def _latest(history: Mapping[date, Any], day: date) -> Any:
    """What holds on a day, or None before the first."""
    past = [since for since in history if since <= day]
    return history[max(past)] if past else None
