"""Every open deadline of an organisation, with what people have answered about them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.module_loading import import_string

from apps.accounts.models import Organisation, User
from apps.actionplans import deadlines as action_plan_deadlines
from apps.core.deadlines import Deadline
from apps.core.questions import Given, Question
from apps.followups import deadlines as follow_up_deadlines
from apps.mbl import deadlines as consultation_deadlines
from apps.mbl.standing import RUN
from apps.placements import deadlines as placement_deadlines
from apps.placements import reached, retention_deadlines
from apps.procurements import deadlines as procurement_deadlines
from apps.reminders.choices import Answer
from apps.reminders.models import DeadlineNote

SOURCES = (
    procurement_deadlines.open_deadlines,
    consultation_deadlines.open_deadlines,
    placement_deadlines.open_deadlines,
    retention_deadlines.open_deadlines,
    follow_up_deadlines.open_deadlines,
    action_plan_deadlines.open_deadlines,
)
# Those whose deadlines can be asked for by procurement.
ABOUT_PROCUREMENTS = SOURCES[:2]
# What only those are told of who hold one of these permissions; the rest concerns every reader of the task list.
TOLD_TO = {
    consultation_deadlines.open_deadlines: (RUN,),
    placement_deadlines.open_deadlines: (placement_deadlines.PERMISSION,),
    retention_deadlines.open_deadlines: (retention_deadlines.PERMISSION,),
    follow_up_deadlines.open_deadlines: follow_up_deadlines.PERMISSIONS,
    action_plan_deadlines.open_deadlines: (action_plan_deadlines.VIEW,),
}
# How many deadlines are asked about at once: whether something has fulfilled or answered them.
CHUNK = 5000


@dataclass(frozen=True)
class _Answers:
    """What people have answered, by deadline key and due day: the new day, or None when it is done."""

    since: date
    until: date
    found: dict[tuple[str, date], date | None]

    def apply(self, deadline: Deadline) -> Deadline | None:
        """The deadline with its day as answered, or None when it is done or falls outside the days asked for.

        A day that somebody gave may be answered in its turn, but never twice.
        """
        due_on, followed = deadline.due_on, set()
        while (deadline.key, due_on) in self.found and due_on not in followed:
            followed.add(due_on)
            due_on = self.found[deadline.key, due_on]
        if due_on is None or not self.since <= due_on <= self.until:
            return None
        return deadline if due_on == deadline.due_on else deadline._replace(due_on=due_on)


def open_deadlines_of(
    organisation: Organisation,
    *,
    since: date,
    until: date,
    today: date,
    procurement: int | None = None,
    reader: User | None = None,
) -> Iterator[Deadline]:
    """What is open between the two days (both included), in no order; `due_on` is the new day where somebody gave one.
    With the id of a procurement, what leads to its page. With a reader, at least all that the reader may see.

    Done, and so left out, is what placements have fulfilled by today, what somebody has said is done, and what lapsed
    before today. The number of queries grows by the thousands of deadlines only.
    """
    answers = _answers(organisation, since, until)
    # What was moved into these days, at once or by steps, is read from the day it had.
    moved = [key[1] for key, day in answers.found.items() if day]
    days = {"since": min([since, *moved]), "until": max([until, *moved])}
    asked = {"organisation": organisation, **days}
    if procurement:
        found = chain.from_iterable(source(**asked, procurement=procurement) for source in ABOUT_PROCUREMENTS)
    else:
        told = [(source, TOLD_TO.get(source)) for source in SOURCES]
        told += [(import_string(path), told_to) for path, told_to in settings.MORE_DEADLINES.items()]
        heard = (source for source, told_to in told if _concerns(told_to, reader, organisation))
        found = chain.from_iterable(source(**asked) for source in heard)
    for each in _unfulfilled(found, today):
        deadline = answers.apply(each)
        if deadline and not (deadline.lapses and deadline.due_on < today):
            yield deadline


def _concerns(told_to: Iterable[str] | None, reader: User | None, organisation: Organisation) -> bool:
    return reader is None or told_to is None or any(reader.has_perm(each, organisation) for each in told_to)


def _answers(organisation: Organisation, since: date, until: date) -> _Answers:
    notes = _NOTES.ask(organisation=organisation.pk, since=since, until=until)
    found = {(key, due_on): day if answer == Answer.NEW_DAY else None for key, due_on, answer, day in notes}
    return _Answers(since, until, found)


def _notes() -> QuerySet:
    notes = DeadlineNote.objects.standing().filter(organisation=Given("organisation")).order_by()
    days = Q(due_on__range=(Given("since"), Given("until"))) | Q(new_due_on__gte=Given("since"))
    return notes.filter(days).values_list("deadline_key", "due_on", "answer", "new_due_on")


_NOTES = Question(_notes)


def _unfulfilled(deadlines: Iterator[Deadline], today: date) -> Iterator[Deadline]:
    """Those that no placement has fulfilled: for every party of a joint procurement at once."""
    while chunk := list(islice(deadlines, CHUNK)):
        asked = _requirements(chunk)
        fulfilled = reached.fulfilled_among(asked["requirement"], today=today)
        begun = reached.begun_among(asked["requirement-start"], today=today)
        done = {f"requirement:{pk}" for pk in fulfilled} | {f"requirement-start:{pk}" for pk in begun}
        yield from (each for each in chunk if each.key.partition(":party-")[0] not in done) if done else chunk


def _requirements(deadlines: Iterable[Deadline]) -> dict[str, set[int]]:
    """The requirements that the deadlines are of, by what is due of them: the number, or the first start."""
    found: dict[str, set[int]] = {"requirement": set(), "requirement-start": set()}
    for each in deadlines:
        what, _, rest = each.key.partition(":")
        if what in found:
            found[what].add(int(rest.partition(":")[0]))
    return found
