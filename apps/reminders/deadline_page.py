"""One deadline on a page of its own: where the button of a mail leads, and where it is answered."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.dateparse import parse_date

from apps.accounts.models import Department, Organisation, User
from apps.core.deadlines import Deadline
from apps.reminders import note_rules
from apps.reminders.choices import Answer
from apps.reminders.coming import next_words
from apps.reminders.models import DeadlineNote, Reminder
from apps.reminders.queries import VIEW, holds, may_act
from apps.reminders.sources import open_deadlines_of
from apps.reminders.task_lines import status

# A rule may remind a whole year before the day.
LOOK_AHEAD = timedelta(days=400)
# One that was opened again long after its day has been reminded of, and must be found.
LOOK_BACK = timedelta(days=3650)
KEY = re.compile(r"[a-z-]{1,30}(:[\w-]{1,30}){1,5}", re.ASCII)


@dataclass(frozen=True)
class Fact:
    """A row of a summary list."""

    key: str
    value: str


@dataclass(frozen=True)
class Found:
    """An open deadline with the organisation it belongs to."""

    deadline: Deadline
    organisation: Organisation


@dataclass(frozen=True)
class Standing:
    """An open deadline as its page shows it. `close_refusal` and `move_refusal` say why it is not answered so here.

    `note` is the answer that gave it its present day. `act_url` leads to where it is done.
    """

    deadline: Deadline
    organisation: Organisation
    status_text: str
    status_kind: str
    facts: list[Fact]
    moved_text: str
    may_act: bool
    act_url: str
    close_refusal: str
    move_refusal: str
    note: DeadlineNote | None

    @property
    def lead(self) -> str:
        return f"Senast {self.deadline.due_on}, {self.status_text}."


@dataclass(frozen=True)
class Gone:
    """A deadline that is no longer open: what it was, and how it ended as far as anybody said."""

    title: str
    context: str
    url: str
    sentence: str
    organisation: Organisation
    note: DeadlineNote | None = None


def find(user: User, organisations: Iterable[Organisation], key: str, *, today: date, day: str = "") -> Found | None:
    """The open deadline with the key that the user may see, in the first of the organisations that has it.

    `day` is where it was seen (ISO, or anything): it is looked for there first, since to read one day is quick.
    """
    if not KEY.fullmatch(key):
        return None
    organisations, seen = list(organisations), _day(day)
    first, last = today - LOOK_BACK, today + LOOK_AHEAD
    narrow = [(seen, seen)] if seen and first <= seen <= last else []
    for since, until in [*narrow, (first, last)]:
        for organisation in organisations:
            for each in open_deadlines_of(organisation, since=since, until=until, today=today):
                if each.key == key and holds(user, each.permission, each):
                    return Found(each, organisation)
    return None


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def standing(user: User, found: Found, *, seen_day: str, today: date) -> Standing:
    """What the page says of an open deadline; `seen_day` is the day that the mail said."""
    deadline = found.deadline
    text, kind = status(deadline.due_on, today)
    notes = _notes(found.organisation, deadline.key).filter(new_due_on=deadline.due_on)
    note = notes.select_related("created_by").last()
    is_actor = may_act(user, deadline)
    return Standing(
        deadline=deadline,
        organisation=found.organisation,
        status_text=text,
        status_kind=kind,
        facts=[*_facts(deadline, note), *_next(found, today)],
        moved_text=_moved_text(seen_day, deadline),
        may_act=is_actor,
        act_url=deadline.act_url if is_actor and deadline.act_url else deadline.url,
        close_refusal=note_rules.refusal(Answer.DONE, deadline),
        move_refusal=note_rules.refusal(Answer.NEW_DAY, deadline),
        note=note if note and note.created_by_id == user.pk else None,
    )


def gone(user: User, organisations: list[Organisation], key: str) -> Gone | None:
    """What is known of a key that no open deadline has: the answer that ended it, else what was reminded of."""
    if not KEY.fullmatch(key):
        return None
    notes = DeadlineNote.objects.visible_to(user, VIEW).standing().filter(deadline_key=key, answer=Answer.DONE)
    note = notes.filter(organisation__in=organisations).select_related("organisation", "created_by").first()
    if note:
        who = "Du" if note.created_by_id == user.pk else note.created_by
        sentence = f"{who} svarade klar {timezone.localdate(note.created_at)}. Du behöver inte göra något mer."
        own = note if note.created_by_id == user.pk else None
        return Gone(note.title, note.context, note.url, sentence, note.organisation, own)
    rows = Reminder.objects.visible_to(user).filter(deadline_key=key, organisation__in=organisations)
    if row := rows.select_related("organisation").order_by("-pk").first():
        sentence = "Uppgiften är gjord eller gäller inte längre. Du behöver inte göra något mer."
        return Gone(row.title, row.context, row.url, sentence, row.organisation)
    return None


def answered_with(user: User, token) -> DeadlineNote | None:
    """The standing answer that the same form gave already."""
    return DeadlineNote.objects.standing().filter(token=token, created_by=user).first()


def _facts(deadline: Deadline, note: DeadlineNote | None) -> list[Fact]:
    department = Department.objects.filter(pk=deadline.owner_department_id).first()
    person = User.objects.filter(pk=deadline.responsible_id).first()
    rows = [("Hör till", deadline.context), ("Grund", deadline.legal_basis)]
    rows += [("Förvaltning", str(department or "")), ("Ansvarig", str(person or ""))]
    if note:
        rows.append(("Ny tid", f"flyttad från {note.due_on} av {note.created_by}: {note.reason}"))
    return [Fact(key, value) for key, value in rows if value]


def _next(found: Found, today: date) -> list[Fact]:
    said = next_words(found.deadline, found.organisation, today=today)
    return [Fact("Nästa påminnelse", said)] if said else []


def _moved_text(seen_day: str, deadline: Deadline) -> str:
    if seen_day in ("", deadline.due_on.isoformat()):
        return ""
    return f"Dagen har ändrats sedan mejlet skrevs. Den är nu {deadline.due_on}."


def _notes(organisation: Organisation, key: str):
    return DeadlineNote.objects.standing().filter(organisation=organisation, deadline_key=key).order_by("pk")
