"""What one person has to do, and when; and what has lately been done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from apps.accounts.access import holds_in
from apps.accounts.models import Department, Organisation, User
from apps.core.deadlines import Deadline
from apps.core.questions import Given, Question
from apps.reminders.choices import Answer
from apps.reminders.kinds import kind_of
from apps.reminders.models import DeadlineNote, Reminder
from apps.reminders.sources import open_deadlines_of
from apps.reminders.task_lines import MOST, Entry, Reader, Section, Task, TaskList, entries

VIEW = "procurements.view_procurement"
LOOK_BACK = timedelta(days=365)
LOOK_AHEAD = timedelta(days=120)
WEEK = timedelta(days=7)
# How long what is done stays in the list.
REMEMBERED = timedelta(days=30)
OVERDUE, THIS_WEEK, LATER, DONE = PERIODS = ("forsenat", "vecka", "senare", "klart")


@dataclass(frozen=True)
class Choice:
    """What a person wants to see of the list; empty is everything. `filters` is that as a query string."""

    only_mine: bool = False
    department_id: int | None = None
    kind: str = ""
    period: str = ""
    words: str = ""
    filters: str = ""

    def holds(self, kind: str, department_id: int | None, text: str) -> bool:
        """Whether what is of the kind, of the department, and says so, is wanted."""
        return (
            self.kind in ("", kind)
            and self.department_id in (None, department_id)
            and self.words.casefold() in text.casefold()
        )


EVERYTHING = Choice()
# Whether the reader holds a permission for what the department owns.
May = Callable[[str, int | None], bool]


def open_in(organisation: Organisation, *, today: date, reader: User | None = None) -> list[Deadline]:
    """The open deadlines of the organisation by day, a year back and four months ahead; with a reader, at least all
    that the reader may see.
    """
    days = {"since": today - LOOK_BACK, "until": today + LOOK_AHEAD, "today": today}
    found = open_deadlines_of(organisation, **days, reader=reader)
    return sorted(found, key=lambda deadline: (deadline.due_on, deadline.key))


def tasks(
    user: User,
    organisation: Organisation,
    *,
    today: date,
    choice: Choice = EVERYTHING,
    deadlines: list[Deadline] | None = None,
) -> TaskList:
    """The open deadlines of an organisation (read unless given) that the user may see, and what was done lately.

    A person who belongs to a department sees that department's. `choice.only_mine` keeps those with the user as the
    responsible person, or as the one a department has named to be asked.
    """
    deadlines = open_in(organisation, today=today, reader=user) if deadlines is None else deadlines
    may = cache(lambda permission, department_id: holds_in(user, permission, organisation.pk, department_id))
    seen = [
        each for each in deadlines if may(each.permission, each.owner_department_id) and not _is_anothers(each, user)
    ]
    desks = _desks_of(user, organisation) if choice.only_mine else frozenset()
    found = [each for each in seen if _is_wanted(each, choice) and (not choice.only_mine or _is_his(each, user, desks))]
    late = [each for each in found if each.due_on < today]
    near = [each for each in found if today <= each.due_on <= today + WEEK]
    far = [each for each in found if each.due_on > today + WEEK]
    written = (each for rows in (late, near, far) for each in rows[:MOST])
    acts = frozenset(
        each.key for each in written if may(each.act_permission or each.permission, each.owner_department_id)
    )
    done = _done(user, organisation, choice, {each.key for each in seen}, today, may)
    reader = Reader(today, acts, _moved(organisation, today), choice.filters)

    def section(name: str, title: str, rows: list[Deadline]) -> Section:
        return Section(title, entries(rows[:MOST], reader), choice.period in ("", name), max(0, len(rows) - MOST))

    return TaskList(
        overdue=section(OVERDUE, "Försenat", late),
        this_week=section(THIS_WEEK, "Inom en vecka", near),
        later=section(LATER, "Senare", far),
        done=Section(
            f"Klart de senaste {REMEMBERED.days} dagarna",
            [Entry([line]) for line in done[:MOST]],
            choice.period in ("", DONE),
            max(0, len(done) - MOST),
        ),
    )


def holds(user: User, permission: str, deadline: Deadline) -> bool:
    """Whether the user holds the permission where the deadline is: in its organisation, and its department.

    What is for one person alone is nobody else's, whatever they hold.
    """
    return not _is_anothers(deadline, user) and holds_in(
        user, permission, deadline.organisation_id, deadline.owner_department_id
    )


def may_act(user: User, deadline: Deadline) -> bool:
    """Whether the user may do what the deadline asks for, and so answer it."""
    return holds(user, deadline.act_permission or deadline.permission, deadline)


def _is_anothers(deadline: Deadline, user: User) -> bool:
    return deadline.is_personal and deadline.responsible_id != user.pk


def _is_wanted(deadline: Deadline, choice: Choice) -> bool:
    """What is not asked for is not found out: there may be thousands."""
    kind = choice.kind and kind_of(deadline.key).name
    text = choice.words and f"{deadline.title} {deadline.context}"
    return choice.holds(kind, deadline.owner_department_id, text)


def _is_his(deadline: Deadline, user: User, desks: frozenset[int]) -> bool:
    if deadline.responsible_id:
        return deadline.responsible_id == user.pk
    return deadline.owner_department_id in desks


def _desks_of(user: User, organisation: Organisation) -> frozenset[int]:
    """The departments whose contact the user is, or the head where no contact is named."""
    return frozenset(pk for (pk,) in _DESKS.ask(organisation=organisation.pk, user=user.pk))


def _desks() -> QuerySet:
    named = Q(contact=Given("user")) | Q(contact=None, head=Given("user"))
    return Department.objects.filter(named, organisation=Given("organisation")).order_by().values_list("pk")


def _moved(organisation: Organisation, today: date) -> dict[str, date]:
    """The former day of each deadline that has been given a new one, by its key; the newest answer counts."""
    return dict(_MOVED.ask(organisation=organisation.pk, since=today - LOOK_BACK))


def _moved_notes() -> QuerySet:
    notes = DeadlineNote.objects.standing().filter(organisation=Given("organisation"), answer=Answer.NEW_DAY)
    return notes.filter(new_due_on__gte=Given("since")).order_by("pk").values_list("deadline_key", "due_on")


class _Note(NamedTuple):
    """That somebody has said that a deadline is done."""

    deadline_key: str
    department_id: int | None
    title: str
    context: str
    url: str
    pk: int
    created_at: datetime
    created_by_id: int
    name: str
    email: str

    @property
    def who(self) -> str:
        """As User is called."""
        return self.name or self.email


def _done_notes() -> QuerySet:
    notes = DeadlineNote.objects.standing().filter(organisation=Given("organisation"), answer=Answer.DONE)
    notes = notes.filter(created_at__date__gte=Given("since"))
    return notes.values_list(*_Note._fields[:-2], "created_by__name", "created_by__email")


class _Told(NamedTuple):
    """What a person was last reminded of a deadline."""

    deadline_key: str
    send_on: date
    permission: str
    department_id: int | None
    kind: str
    title: str
    context: str
    url: str


def _reminders() -> QuerySet:
    rows = Reminder.objects.filter(recipient=Given("user"), organisation=Given("organisation"))
    rows = rows.filter(send_on__range=(Given("since"), Given("today")))
    rows = rows.order_by("deadline_key", "-send_on", "-pk").distinct("deadline_key")
    return rows.values_list(*_Told._fields)


_DESKS, _MOVED, _DONE, _TOLD = Question(_desks), Question(_moved_notes), Question(_done_notes), Question(_reminders)


def _done(
    user: User, organisation: Organisation, choice: Choice, still_open: set[str], today: date, may: May
) -> list[Task]:
    """What somebody has lately said is done, and what the user was reminded of and is no longer open; newest first."""
    days = {"organisation": organisation.pk, "since": today - REMEMBERED}
    notes = [note for note in map(_Note._make, _DONE.ask(**days)) if may(VIEW, note.department_id)]
    answered = [
        (timezone.localdate(note.created_at), _answered(note, user))
        for note in notes
        if choice.holds(kind_of(note.deadline_key).name, note.department_id, f"{note.title} {note.context}")
        and (not choice.only_mine or note.created_by_id == user.pk)
    ]
    told = {note.deadline_key for note in notes} | still_open
    over = [
        (each.send_on, _over(each))
        for each in map(_Told._make, _TOLD.ask(user=user.pk, today=today, **days))
        if each.deadline_key not in told
        and may(each.permission, each.department_id)
        and choice.holds(each.kind, each.department_id, f"{each.title} {each.context}")
    ]
    return [line for _, line in sorted(answered + over, key=lambda pair: pair[0], reverse=True)]


def _answered(note: _Note, user: User) -> Task:
    is_own = note.created_by_id == user.pk
    said = f"{'du' if is_own else note.who} svarade klar {timezone.localdate(note.created_at)}"
    hint = " · ".join(part for part in (note.context, said) if part)
    undo = reverse("note_undo", args=[note.pk]) if is_own else ""
    return Task(note.title, note.url, hint, "klar", "good", undo_url=undo)


def _over(reminder: _Told) -> Task:
    """A deadline that is over without an answer: done where it is done, or past, or no longer asked for."""
    said = f"du påmindes {reminder.send_on}"
    hint = " · ".join(part for part in (reminder.context, said) if part)
    return Task(reminder.title, reminder.url, hint, "inte längre öppen", "neutral")
