"""The mails of reminders as they are read: subject, text and HTML."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from urllib.parse import urlencode

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from apps.accounts.models import Organisation
from apps.core.deadlines import Deadline
from apps.reminders import mail_words as words
from apps.reminders.task_lines import status

# So many tasks stand in a mail; the rest are on the page.
SHOWN = 60


@dataclass(frozen=True)
class Rendered:
    """A mail as it is stored."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True)
class Line:
    """A deadline in a mail. `told` says who else was told, `note` who is responsible; both may be empty."""

    title: str
    context: str
    when: str
    tone: str
    legal_basis: str
    url: str
    told: str = ""
    note: str = ""


@dataclass(frozen=True)
class Section:
    """Lines under a heading."""

    title: str
    lines: list[Line]


@dataclass(frozen=True)
class Orphans:
    """How many deadlines of a department have nobody to tell. An administrator may not see which."""

    department: str
    count: int

    @property
    def sentence(self) -> str:
        return f"{self.department}: {words.tasks(self.count)} saknar mottagare."


@dataclass(frozen=True)
class Reminding:
    """What a mail of reminders is about: open deadlines that the recipient may see, and counts of those of nobody.

    `audiences` are what the recipient is to them, `told` what others are who were told, by key. `is_optional` says
    that the recipient may do without the mail. `copied_from` names whose it was, when that address was refused.
    """

    kind: str
    organisation: Organisation
    name: str
    today: date
    deadlines: list[Deadline] = field(default_factory=list)
    orphans: list[Orphans] = field(default_factory=list)
    audiences: frozenset[str] = frozenset()
    told: Mapping[str, list[str]] = field(default_factory=dict)
    is_optional: bool = False
    copied_from: str = ""


@dataclass(frozen=True)
class DepartmentWeek:
    """What is late in a department, for its head. `responsible` names somebody by key, or says what they are."""

    organisation: Organisation
    department: str
    name: str
    today: date
    deadlines: list[Deadline]
    responsible: Mapping[str, str]


def reminding(mail: Reminding) -> Rendered:
    """One or more reminders. The deadlines may come in any order."""
    deadlines = sorted(mail.deadlines, key=lambda each: (each.due_on, each.context, each.key))
    orphans = sum(each.count for each in mail.orphans)
    name = mail.organisation.name
    context = {
        "subject": words.subject(mail.kind, deadlines, orphans, mail.today),
        "lead": words.lead(mail.kind, deadlines, name, mail.today) if deadlines else "",
        "sections": _sections(deadlines[:SHOWN], mail),
        "rest": max(0, len(deadlines) - SHOWN),
        "orphans": mail.orphans,
        "copied": words.copied(mail.copied_from),
        "settings_url": _site("settings_index"),
        "why": words.why(mail.audiences),
        "is_optional": mail.is_optional,
    }
    return _render("reminding", context, mail.organisation, mail.name)


def department_week(mail: DepartmentWeek) -> Rendered:
    """A head's weekly summary of what is late."""
    deadlines = sorted(mail.deadlines, key=lambda each: (each.due_on, each.key))
    lines = [_line(each, mail.today, note=mail.responsible[each.key]) for each in deadlines[:SHOWN]]
    count = len(deadlines)
    lead = f"{words.tasks(count)} i {mail.department} är {'försenad' if count == 1 else 'försenade'}."
    context = {
        "subject": f"{words.tasks(count)} {'försenad' if count == 1 else 'försenade'} i {mail.department}",
        "lead": lead,
        "sections": [Section("Försenat, äldst först", lines)],
        "rest": max(0, count - SHOWN),
        "copied": "",
    }
    return _render("department_week", context, mail.organisation, mail.name)


def open_url(deadline: Deadline) -> str:
    """The address behind a mail's button: the deadline with its answers, after sign-in."""
    query = urlencode({"nyckel": deadline.key, "dag": deadline.due_on.isoformat()}, safe=":")
    return f"{_site('deadline_open')}?{query}"


def _site(name: str) -> str:
    return f"{settings.SITE_URL}{reverse(name)}"


def _sections(deadlines: list[Deadline], mail: Reminding) -> list[Section]:
    groups = groupby(deadlines, key=lambda each: words.section_of(each.due_on, mail.today))
    return [
        Section(title, [_line(each, mail.today, told=words.also_told(mail.told.get(each.key, ()))) for each in group])
        for title, group in groups
    ]


def _line(deadline: Deadline, today: date, *, told: str = "", note: str = "") -> Line:
    return Line(
        title=deadline.title,
        context=deadline.context,
        when=words.when(deadline.due_on, today),
        tone=status(deadline.due_on, today)[1],
        legal_basis=deadline.legal_basis,
        url=open_url(deadline),
        told=told,
        note=note,
    )


def _render(name: str, context: dict, organisation: Organisation, recipient: str) -> Rendered:
    context |= {
        "name": recipient,
        "organisation": organisation.name,
        "tasks_url": _site("task_list"),
        "choice_url": _site("notice_choice"),
        "contact_email": settings.CONTACT_EMAIL,
    }
    text = words.wrapped(render_to_string(f"mail/reminders/{name}.txt", context))
    return Rendered(context["subject"], text, render_to_string(f"mail/reminders/{name}.html", context))
