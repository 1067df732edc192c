"""What one person has to do, and when."""

from dataclasses import dataclass
from datetime import date, timedelta

from apps.accounts.access import grants_with
from apps.accounts.models import Organisation, User
from apps.core.deadlines import Deadline
from apps.placements import deadlines as placement_deadlines
from apps.placements.deliveries import fulfilled_requirements
from apps.procurements import deadlines as procurement_deadlines

SOURCES = (procurement_deadlines.open_deadlines, placement_deadlines.open_deadlines)
LOOK_BACK = timedelta(days=365)
LOOK_AHEAD = timedelta(days=120)


@dataclass(frozen=True)
class Task:
    """A deadline as a line of a task list."""

    label: str
    url: str
    hint: str
    status_text: str
    status_kind: str


@dataclass(frozen=True)
class TaskList:
    """Tasks in three groups: overdue, within a week, later."""

    overdue: list[Task]
    this_week: list[Task]
    later: list[Task]

    @property
    def is_empty(self) -> bool:
        return not (self.overdue or self.this_week or self.later)

    @property
    def lead(self) -> str:
        """The page in one sentence."""
        if self.is_empty:
            return "Inget är försenat."
        late = f"{len(self.overdue)} försenat" if len(self.overdue) == 1 else f"{len(self.overdue)} försenade"
        start = "Inget är försenat" if not self.overdue else late.capitalize()
        return f"{start}, {len(self.this_week)} inom en vecka, {len(self.later)} senare."


def tasks(user: User, organisation: Organisation, *, today: date, only_mine: bool = False) -> TaskList:
    """The open deadlines of an organisation that the user may see, sorted by date; fulfilled requirements are done.

    A person who belongs to a department sees that department's; `only_mine` keeps those with the user as the
    responsible person. Looks a year back and four months ahead.
    """
    done = {f"requirement:{pk}" for pk in fulfilled_requirements(organisation, today=today)}
    found = sorted(
        (
            deadline
            for source in SOURCES
            for deadline in source(since=today - LOOK_BACK, until=today + LOOK_AHEAD, organisation=organisation)
            if not (deadline.key in done or (deadline.lapses and deadline.due_on < today))
            and _concerns(user, deadline)
            and (not only_mine or deadline.responsible_id == user.pk)
        ),
        key=lambda deadline: (deadline.due_on, deadline.key),
    )
    week = today + timedelta(days=7)
    return TaskList(
        overdue=[_task(each, today) for each in found if each.due_on < today],
        this_week=[_task(each, today) for each in found if today <= each.due_on <= week],
        later=[_task(each, today) for each in found if each.due_on > week],
    )


def _concerns(user: User, deadline: Deadline) -> bool:
    return any(
        grant.organisation_id == deadline.organisation_id
        and grant.department_id in (None, deadline.owner_department_id)
        for grant in grants_with(user, deadline.permission)
    )


def _task(deadline: Deadline, today: date) -> Task:
    days = (deadline.due_on - today).days
    if days < 0:
        status, kind = f"{-days} {'dag' if days == -1 else 'dagar'} försenad", "bad"
    elif days == 0:
        status, kind = "senast i dag", "warn"
    else:
        status, kind = f"om {days} {'dag' if days == 1 else 'dagar'}", "warn" if days <= 7 else "neutral"
    parts = [deadline.context, f"senast {deadline.due_on.isoformat()}", deadline.legal_basis]
    return Task(deadline.title, deadline.url, " · ".join(part for part in parts if part), status, kind)
