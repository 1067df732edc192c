"""The steps in which a meeting is written up, and what each holds, as one value to compare with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from apps.followups.models import Meeting, MeetingItem, MeetingTask
from apps.procurements.choices import KINDLESS_MODELS

PRESENT, COMMITMENTS, TALK, MEASURES = "narvaro", "ataganden", "samtalet", "atgarder"
LABELS = {
    PRESENT: "Närvaro",
    COMMITMENTS: "Åtaganden",
    TALK: "Samtalet",
    MEASURES: "Åtgärder och nästa möte",
}
ITEM_FIELDS = ("state", "offered", "filled", "unfilled_reason", "note")


@dataclass(frozen=True)
class Measure:
    """An agreed measure; `pk` is None for one that is not kept yet."""

    pk: int | None
    what: str
    owner: str
    due_on: date


def steps_of(meeting: Meeting) -> list[str]:
    """The steps in order. Before there is a contract, or without a requirement to count, there is no commitment."""
    has_commitments = meeting.contract is not None and commitments_on(meeting).exists()
    return [step for step in LABELS if step != COMMITMENTS or has_commitments]


def commitments_on(meeting: Meeting):
    """The requirements that a meeting speaks of: those with an effort of their own."""
    return meeting.contract.requirements.exclude(model__in=KINDLESS_MODELS).order_by("due_on", "pk")


def present(meeting: Meeting) -> dict:
    """Who was there, when and how."""
    names = ("held_on", "form", "attendance")
    return {name: getattr(meeting, name) for name in names}


def talk(meeting: Meeting) -> dict:
    """What was said."""
    return {name: getattr(meeting, name) for name in ("obstacles", "good_experience", "agreed")}


def items(meeting: Meeting) -> dict[int, dict]:
    """What is kept of each commitment, by the requirement's key."""
    rows: Iterable[MeetingItem] = meeting.items.order_by("pk")
    return {row.requirement_id: {name: getattr(row, name) for name in ITEM_FIELDS} for row in rows}


def measures(meeting: Meeting) -> list[Measure]:
    """The agreed measures, in the order in which they were written."""
    rows: Iterable[MeetingTask] = meeting.tasks.order_by("pk")
    return [Measure(row.pk, row.what, row.owner, row.due_on) for row in rows]


def mark(meeting: Meeting, step: str) -> str:
    """A short name of what the step holds, which changes when somebody saves something else in that step."""
    return _digest(_content(meeting, step))


def mark_of_all(meeting: Meeting) -> str:
    """A short name of everything in the minutes."""
    return _digest([_content(meeting, step) for step in LABELS])


def _content(meeting: Meeting, step: str):
    if step == PRESENT:
        return present(meeting)
    if step == TALK:
        return talk(meeting)
    if step == COMMITMENTS:
        return sorted(items(meeting).items())
    return measures(meeting), meeting.next_on


def _digest(content) -> str:
    return sha256(repr(content).encode()).hexdigest()[:32]
