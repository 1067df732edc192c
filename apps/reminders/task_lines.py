"""Deadlines as lines of the task list: what they say, in which order, under which heading, and what is folded."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from urllib.parse import quote_plus

from apps.core.addresses import page
from apps.core.deadlines import Deadline
from apps.reminders import note_rules
from apps.reminders.choices import Answer

# So many tasks of one procurement under the same heading are folded together.
MANY = 3
# What a heading shows before the rest is folded away, and how much is written at all: nobody reads thousands.
SHOWN = 20
MOST = 60


@dataclass(frozen=True)
class Task:
    """A deadline as a line of a task list; empty addresses where the person may not answer so, or undo.

    `token` keeps two presses of the line's button one answer.
    """

    label: str
    url: str
    hint: str
    status_text: str
    status_kind: str
    close_url: str = ""
    move_url: str = ""
    undo_url: str = ""
    token: str = field(default_factory=lambda: str(uuid.uuid4()), compare=False)

    @property
    def has_answers(self) -> bool:
        return bool(self.close_url or self.move_url or self.undo_url)


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
    """Tasks under one heading, in order of day: those shown at once, those folded away, and how many are left out."""

    title: str
    entries: list[Entry]
    is_shown: bool = True
    left_out: int = 0

    @property
    def count(self) -> int:
        return sum(len(entry.tasks) for entry in self.entries) + self.left_out

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
    """Tasks in four groups: overdue, within a week, later, and done lately."""

    overdue: Section
    this_week: Section
    later: Section
    done: Section

    @property
    def sections(self) -> list[Section]:
        """Those that hold something and were asked for."""
        every = (self.overdue, self.this_week, self.later, self.done)
        return [section for section in every if section.count and section.is_shown]

    @property
    def is_empty(self) -> bool:
        return not self.sections

    @property
    def is_idle(self) -> bool:
        """Whether nothing is left to do."""
        return not (self.overdue.count or self.this_week.count or self.later.count)

    def lead(self, *, is_filtered: bool = False) -> str:
        """The page in one sentence. Of a list that is filtered nothing is said of what is hidden."""
        if self.is_idle and is_filtered:
            return "Inget öppet passar det du har filtrerat på."
        if self.is_idle:
            return "Inget är försenat."
        late = self.overdue.count
        start = f"{late} {'försenat' if late == 1 else 'försenade'}" if late else "Inget är försenat"
        return f"{start}, {self.this_week.count} inom en vecka, {self.later.count} senare."


@dataclass(frozen=True)
class Reader:
    """For whom lines are written: the `filters` that an answer leads back to, and what the person may do.

    `acts` are the keys of the deadlines that the person may do and answer; `moved` gives the former day of those that
    somebody gave a new one.
    """

    today: date
    acts: frozenset[str]
    moved: Mapping[str, date]
    filters: str = ""
    page: Callable[[str], str] = field(default_factory=lambda: cache(page), compare=False)

    def answer_url(self, name: str, deadline: Deadline) -> str:
        """The page or the button that answers the deadline as it stands."""
        key = quote_plus(deadline.key)
        return f"{self.page(name)}?nyckel={key}&dag={deadline.due_on}{'&' if self.filters else ''}{self.filters}"


def entries(deadlines: Iterable[Deadline], reader: Reader) -> list[Entry]:
    """One entry for each task, or for all of a procurement that has many; an entry stands where its first task does."""
    by_context: dict[str, list[Deadline]] = {}
    for each in deadlines:
        # A part of the procurement's page is still the procurement.
        by_context.setdefault(each.context_url.partition("#")[0] or each.key, []).append(each)
    found: list[tuple[date, Entry]] = []
    for group in by_context.values():
        if len(group) > MANY:
            lines = [task(each, reader, is_alone=False) for each in group]
            found.append((group[0].due_on, Entry(lines, group[0].context)))
        else:
            found += [(each.due_on, Entry([task(each, reader)])) for each in group]
    return [entry for _, entry in sorted(found, key=lambda pair: pair[0])]


def task(deadline: Deadline, reader: Reader, *, is_alone: bool = True) -> Task:
    """The line of a deadline, which leads to where it is done for those who may do it."""
    text, kind = status(deadline.due_on, reader.today)
    context = deadline.context if is_alone else ""
    before = reader.moved.get(deadline.key)
    moved = f"ny tid, förut {before}" if before else ""
    hint = " · ".join(part for part in (context, deadline.due_on.isoformat(), moved, deadline.legal_basis) if part)
    may_act = deadline.key in reader.acts
    return Task(
        deadline.title,
        deadline.act_url if may_act and deadline.act_url else deadline.url,
        hint,
        text,
        kind,
        close_url=_answer(Answer.DONE, "deadline_close", deadline, reader),
        move_url=_answer(Answer.NEW_DAY, "deadline_move", deadline, reader),
    )


def status(due_on: date, today: date) -> tuple[str, str]:
    """How far away the day is in words, and the tone of its tag."""
    days = (due_on - today).days
    if days < 0:
        return f"{-days} {'dag' if days == -1 else 'dagar'} försenad", "bad"
    if days == 0:
        return "i dag", "warn"
    return f"om {days} {'dag' if days == 1 else 'dagar'}", "warn" if days <= 7 else "neutral"


def _answer(answer: Answer, name: str, deadline: Deadline, reader: Reader) -> str:
    if deadline.key not in reader.acts or note_rules.refusal(answer, deadline):
        return ""
    return reader.answer_url(name, deadline)
