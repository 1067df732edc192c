"""What one person has to do, and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from apps.accounts.access import grants_with
from apps.accounts.models import Organisation, User
from apps.core.deadlines import Deadline
from apps.reminders.sources import open_deadlines_of

LOOK_BACK = timedelta(days=365)
LOOK_AHEAD = timedelta(days=120)
# So many tasks of one procurement under the same heading are folded together.
MANY = 3
# What a heading shows before the rest is folded away.
SHOWN = 20


@dataclass(frozen=True)
class Task:
    """A deadline as a line of a task list."""

    label: str
    url: str
    hint: str
    status_text: str
    status_kind: str


@dataclass(frozen=True)
class Entry:
    """What a heading lists: one task, or many of the same procurement under its `title`."""

    tasks: list[Task]
    title: str = ""

    @property
    def summary(self) -> str:
        return f"{self.title}: {len(self.tasks)} uppgifter, den första {self.tasks[0].status_text}"


@dataclass(frozen=True)
class Section:
    """Tasks under one heading, in order of day: those shown at once and those folded away."""

    title: str
    entries: list[Entry]

    @property
    def count(self) -> int:
        return sum(len(entry.tasks) for entry in self.entries)

    @property
    def tasks(self) -> list[Task]:
        return [task for entry in self.entries for task in entry.tasks]

    @property
    def shown(self) -> list[Entry]:
        return self.entries[:SHOWN]

    @property
    def rest(self) -> list[Entry]:
        return self.entries[SHOWN:]

    @property
    def rest_count(self) -> int:
        return sum(len(entry.tasks) for entry in self.rest)


@dataclass(frozen=True)
class TaskList:
    """Tasks in three groups: overdue, within a week, later."""

    overdue: Section
    this_week: Section
    later: Section

    @property
    def sections(self) -> list[Section]:
        """Those that hold something."""
        return [section for section in (self.overdue, self.this_week, self.later) if section.count]

    @property
    def is_empty(self) -> bool:
        return not self.sections

    @property
    def lead(self) -> str:
        """The page in one sentence."""
        if self.is_empty:
            return "Inget är försenat."
        late = self.overdue.count
        start = f"{late} {'försenat' if late == 1 else 'försenade'}" if late else "Inget är försenat"
        return f"{start}, {self.this_week.count} inom en vecka, {self.later.count} senare."


def tasks(user: User, organisation: Organisation, *, today: date, only_mine: bool = False) -> TaskList:
    """The open deadlines of an organisation that the user may see, sorted by date; what placements fulfil is done.

    A person who belongs to a department sees that department's; `only_mine` keeps those with the user as the
    responsible person. Looks a year back and four months ahead.
    """
    since, until = today - LOOK_BACK, today + LOOK_AHEAD
    found = sorted(
        (
            deadline
            for deadline in open_deadlines_of(organisation, since=since, until=until, today=today)
            if _holds(user, deadline.permission, deadline) and (not only_mine or deadline.responsible_id == user.pk)
        ),
        key=lambda deadline: (deadline.due_on, deadline.key),
    )
    week = today + timedelta(days=7)
    overdue = (each for each in found if each.due_on < today)
    this_week = (each for each in found if today <= each.due_on <= week)
    later = (each for each in found if each.due_on > week)
    return TaskList(
        overdue=Section("Försenat", _entries(overdue, user, today)),
        this_week=Section("Inom en vecka", _entries(this_week, user, today)),
        later=Section("Senare", _entries(later, user, today)),
    )


def _holds(user: User, permission: str, deadline: Deadline) -> bool:
    return any(
        grant.organisation_id == deadline.organisation_id
        and grant.department_id in (None, deadline.owner_department_id)
        for grant in grants_with(user, permission)
    )


def _entries(deadlines: Iterable[Deadline], user: User, today: date) -> list[Entry]:
    """One entry for each task, or for all of a procurement that has many; an entry stands where its first task does."""
    by_context: dict[str, list[Deadline]] = {}
    for each in deadlines:
        by_context.setdefault(each.context_url or each.key, []).append(each)
    entries: list[tuple[date, Entry]] = []
    for group in by_context.values():
        if len(group) > MANY:
            lines = [_task(each, user, today, is_alone=False) for each in group]
            entries.append((group[0].due_on, Entry(lines, group[0].context)))
        else:
            entries += [(each.due_on, Entry([_task(each, user, today)])) for each in group]
    return [entry for _, entry in sorted(entries, key=lambda pair: pair[0])]


def _task(deadline: Deadline, user: User, today: date, *, is_alone: bool = True) -> Task:
    days = (deadline.due_on - today).days
    if days < 0:
        status, kind = f"{-days} {'dag' if days == -1 else 'dagar'} försenad", "bad"
    elif days == 0:
        status, kind = "i dag", "warn"
    else:
        status, kind = f"om {days} {'dag' if days == 1 else 'dagar'}", "warn" if days <= 7 else "neutral"
    context = deadline.context if is_alone else ""
    parts = [context, deadline.due_on.isoformat(), deadline.legal_basis]
    may_act = deadline.act_url and _holds(user, deadline.act_permission, deadline)
    url = deadline.act_url if may_act else deadline.url
    return Task(deadline.title, url, " · ".join(part for part in parts if part), status, kind)
