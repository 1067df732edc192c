"""The reminders that come next: when, and to whom, if nothing is done or changed before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from apps.accounts.access import holds_in
from apps.accounts.models import Organisation, User
from apps.core.deadlines import Deadline
from apps.core.formats import iso_date
from apps.reminders.directory import directory_of
from apps.reminders.kinds import kind_of
from apps.reminders.notices import Happening
from apps.reminders.planning import Step, steps
from apps.reminders.recipients import Directory, recipients
from apps.reminders.rule_queries import Ruling, rulings_of, settings_of
from apps.reminders.rule_words import step_words
from apps.reminders.sources import open_deadlines_of

# How far ahead the next reminder is looked for.
AHEAD = timedelta(days=366)
# One's own next reminders are looked for among what is due in these days.
NEAR_PAST, NEAR = timedelta(days=14), timedelta(days=28)
ADMINISTRATORS = "administratörerna"


@dataclass(frozen=True)
class _Next:
    """The next step of a deadline, and who is told then; nobody named when it is the administrators."""

    deadline: Deadline
    step: Step
    in_working_days: bool
    to: tuple[int, ...]

    @property
    def words(self) -> str:
        return step_words(self.step.name, in_working_days=self.in_working_days)


@dataclass(frozen=True)
class _Plans:
    """What decides the next reminders of an organisation."""

    rulings: dict[str, Ruling]
    off: frozenset[date]
    directory: Directory
    today: date

    def next_of(self, deadline: Deadline) -> _Next | None:
        rule = self.rulings[kind_of(deadline.key).name].rule
        told = recipients(deadline, self.directory)
        for step in steps(deadline.due_on, rule, off=self.off, until=self.today + AHEAD):
            to = tuple(each for each, what in told.audiences.items() if what & step.audiences)
            if step.send_on > self.today and to and not (deadline.lapses and step.send_on > deadline.due_on):
                return _Next(deadline, step, rule.in_working_days, () if told.is_orphan else to)
        return None


def coming(user: User, organisation: Organisation, *, procurement: int, today: date) -> list[Happening]:
    """The next reminder of every open deadline of a procurement that the user may see, soonest first."""
    days = {"since": today - AHEAD, "until": today + AHEAD, "today": today}
    found = open_deadlines_of(organisation, **days, procurement=procurement)
    plans = _plans(organisation, today)
    return _happenings(plans.next_of(each) for each in found if _may_see(user, each))


def coming_to(user: User, organisation: Organisation, *, today: date) -> list[Happening]:
    """The user's own next reminders about what is due within four weeks or was lately, soonest first."""
    found = open_deadlines_of(organisation, since=today - NEAR_PAST, until=today + NEAR, today=today)
    plans = _plans(organisation, today)
    nexts = (plans.next_of(each) for each in found)
    return _happenings(each for each in nexts if each and user.pk in each.to)


def coming_of(deadline: Deadline, organisation: Organisation, *, today: date) -> list[Happening]:
    """The next reminder of one open deadline, or none."""
    return _happenings([_plans(organisation, today).next_of(deadline)])


def next_words(deadline: Deadline, organisation: Organisation, *, today: date) -> str:
    """When and to whom the next reminder of an open deadline goes; empty when none is to come."""
    found = _plans(organisation, today).next_of(deadline)
    if found is None:
        return ""
    (happening,) = _happenings([found])
    return f"{iso_date(happening.on)} till {happening.by}, {found.words}"


def _plans(organisation: Organisation, today: date) -> _Plans:
    off = frozenset(settings_of(organisation).quiet_days)
    return _Plans(rulings_of(organisation), off, directory_of(organisation), today)


def _happenings(nexts: Iterable[_Next | None]) -> list[Happening]:
    found = [each for each in nexts if each]
    names = dict(User.objects.filter(pk__in={pk for each in found for pk in each.to}).values_list("pk", "name"))
    lines = [
        Happening(
            each.step.send_on,
            f"{each.deadline.title}, {each.words} ({iso_date(each.deadline.due_on)})",
            each.deadline.url,
            ", ".join(_named(each, names)) or ADMINISTRATORS,
        )
        for each in found
    ]
    return sorted(lines, key=lambda line: (line.on, line.text))


def _named(each: _Next, names: dict[int, str]) -> Iterator[str]:
    return iter(sorted(names[pk] for pk in each.to if pk in names))


def _may_see(user: User, deadline: Deadline) -> bool:
    if deadline.is_personal and deadline.responsible_id != user.pk:
        return False
    return holds_in(user, deadline.permission, deadline.organisation_id, deadline.owner_department_id)
