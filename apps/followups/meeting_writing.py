"""Writes of a meeting's minutes, step by step while it goes on. The same step saved twice is saved once.

All raise ValidationError by field, and Conflict when somebody saved something else in the step meanwhile.
"""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from apps.accounts.models import User
from apps.core.actions import Conflict, action, change
from apps.followups import meeting_actions as actions
from apps.followups import meeting_steps as steps
from apps.followups.choices import MeetingState
from apps.followups.meeting_commitments import commitments
from apps.followups.meeting_steps import Measure
from apps.followups.models import Meeting, MeetingItem, MeetingTask
from apps.procurements.models import Requirement

IN_THE_FUTURE = "Dagen {day} har inte varit än. Ange dagen då mötet hölls."
SAY_OFFERED = "Ange hur många platser som erbjöds ({name})."
SAY_FILLED = "Ange hur många av platserna som tillsattes, eller 0 ({name})."
TOO_MANY = "{filled} tillsatta är fler än {offered} erbjudna ({name})."
SAY_WHY = "Välj varför {missing} av platserna inte tillsattes ({name})."


@action
def save_present(*, by: User, meeting: Meeting, version: str | None, today: date, **values) -> Meeting:
    """Who was there, when and how: the meeting is held, and its point of the plan done."""
    meeting = actions.locked(meeting)
    if meeting.state == MeetingState.HELD and steps.present(meeting) == values:
        return meeting
    _refuse(meeting, steps.PRESENT, version)
    if values["held_on"] > today:
        raise ValidationError({"held_on": IN_THE_FUTURE.format(day=values["held_on"])})
    change(meeting, values | {"state": MeetingState.HELD})
    actions.finish_point(meeting)
    return meeting


@action
def save_talk(*, by: User, meeting: Meeting, version: str | None, **values) -> Meeting:
    """What was said: obstacles, good experience, what was agreed."""
    meeting = actions.locked(meeting)
    if steps.talk(meeting) == values:
        return meeting
    _refuse(meeting, steps.TALK, version)
    change(meeting, values)
    return meeting


@action
def save_commitments(
    *, by: User, meeting: Meeting, version: str | None, items: Mapping[int, dict], today: date
) -> Meeting:
    """How the commitments stand, by the requirement's key; what was promised and delivered is kept as of today."""
    meeting = actions.locked(meeting)
    if steps.items(meeting) == dict(items):
        return meeting
    _refuse(meeting, steps.COMMITMENTS, version)
    standing = {each.requirement.pk: each for each in commitments(meeting.contract, today=today)}
    wrong: dict[str, list[ValidationError]] = {}
    for key, values in items.items():
        try:
            _check(standing[key].requirement, values)
            item = meeting.items.filter(requirement=key).first() or MeetingItem(meeting=meeting, requirement_id=key)
            change(item, values | {"promised": standing[key].promised, "delivered": standing[key].delivered})
        except ValidationError as error:
            wrong |= {_place(name, key): found for name, found in error.error_dict.items()}
    if wrong:
        raise ValidationError(wrong)
    return meeting


@action
def save_measures(
    *, by: User, meeting: Meeting, version: str | None, measures: list[Measure], next_on: date | None
) -> Meeting:
    """The agreed measures as they are to stand, and the day of the next meeting."""
    meeting = actions.locked(meeting)
    if meeting.next_on == next_on and _same(steps.measures(meeting), measures):
        return meeting
    _refuse(meeting, steps.MEASURES, version)
    change(meeting, {"next_on": next_on})
    rows = {row.pk: row for row in meeting.tasks.all()}
    kept = {each.pk for each in measures}
    for pk, row in rows.items():
        if pk not in kept:
            row.delete()
    for each in measures:
        row = rows.get(each.pk) or MeetingTask(meeting=meeting)
        change(row, {"what": each.what, "owner": each.owner, "due_on": each.due_on})
    return meeting


def _refuse(meeting: Meeting, step: str, version: str | None) -> None:
    actions.refuse_fixed(meeting)
    if version is not None and version != steps.mark(meeting, step):
        raise Conflict(meeting)


def _same(held: list[Measure], wanted: list[Measure]) -> bool:
    return [(row.what, row.owner, row.due_on) for row in held] == [(row.what, row.owner, row.due_on) for row in wanted]


def _check(requirement: Requirement, values: dict) -> None:
    """Raise ValidationError by field where the numbers of places do not go together."""
    offered, filled = values["offered"], values["filled"]
    if offered is None and filled is not None:
        raise ValidationError({"offered": SAY_OFFERED.format(name=requirement)})
    if offered is not None and filled is None:
        raise ValidationError({"filled": SAY_FILLED.format(name=requirement)})
    if offered is None:
        return
    if filled > offered:
        raise ValidationError({"filled": TOO_MANY.format(filled=filled, offered=offered, name=requirement)})
    if filled < offered and not values["unfilled_reason"]:
        raise ValidationError({"unfilled_reason": SAY_WHY.format(missing=offered - filled, name=requirement)})


def _place(name: str, key: int) -> str:
    """The form's name of a field of an item."""
    return name if name == NON_FIELD_ERRORS else f"{name}_{key}"
