"""Every write to meetings before and after they are written up. All raise ValidationError in Swedish."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.utils import timezone

from apps.accounts.models import User
from apps.core.actions import Conflict, action, change, make_once, refuse_stale
from apps.followups import meeting_mail as mail
from apps.followups import meeting_steps as steps
from apps.followups.choices import MeetingKind, MeetingState, PartyRole, PointState
from apps.followups.meeting_mail import Recipient
from apps.followups.models import Approval, Meeting, MeetingTask, Point
from apps.followups.raise_actions import look_at
from apps.procurements.models import Contract, Procurement

NOT_PLANNED = "Mötet är redan {state}, så det kan inte ändras här."
NOT_HELD = "Mötet är {state}. Fyll i vilka som var med innan protokollet blir klart."
NO_STATE = "Ange läget för åtagandet ”{name}” innan protokollet blir klart."
FIXED = "Protokollet är klart sedan {day} och kan inte ändras. Öppna det igen om något är fel."
NOT_CLOSED = "Protokollet är inte klart än, så det finns inget att godkänna."
NOT_THERE = "{role} var inte med på mötet. Bara de som var med godkänner protokollet."
SAY_HOW = "Skriv hur parten godkände, till exempel ”i mejl 2026-03-14”."
TAKEN = "Punkten i planen har redan ett möte. Välj en annan, eller ett extra möte."
OFFICERS_NOTE = "Bara upphandlingsenheten antecknar åt en annan part. Godkänn för din egen."


class Replaced(Exception):
    """The minutes were opened and closed again after the link was sent: the link is about another version."""


@action
def create_meeting(
    *,
    by: User,
    contract: Contract,
    kind: str,
    point: Point | None = None,
    to: Collection[Recipient] = (),
    token: UUID,
    **values,
) -> Meeting:
    """Plan a meeting about a contract, of the plan's `point` or beside the plan, and invite `to`.

    `values` are planned_at, form and place. The same token again gives the first meeting, and no second invitation.
    """

    def make() -> Meeting:
        if point and Meeting.objects.filter(point=point).exists():
            raise ValidationError({"what": TAKEN})
        own = {"organisation_id": contract.organisation_id, "procurement_id": contract.procurement_id}
        meeting = Meeting(**own, contract=contract, made_by=by, token=token)
        change(meeting, values | {"kind": kind, "point": point})
        mail.invite(meeting, to, by=by)
        return meeting

    return make_once(Meeting, token, make)


@action
def create_market_dialogue(
    *, by: User, procurement: Procurement, to: Collection[Recipient] = (), token: UUID, **values
) -> Meeting:
    """Plan a dialogue with the market before a procurement, when there is no contract yet."""

    def make() -> Meeting:
        meeting = Meeting(organisation_id=procurement.organisation_id, procurement=procurement, made_by=by, token=token)
        change(meeting, values | {"kind": MeetingKind.MARKET_DIALOGUE})
        mail.invite(meeting, to, by=by)
        return meeting

    return make_once(Meeting, token, make)


@action
def update_meeting(
    *, by: User, meeting: Meeting, version: str | None = None, to: Collection[Recipient] = (), **values
) -> Meeting:
    """Move a planned meeting, and tell `to`. Raises Conflict when it is not what `version` was of."""
    meeting = locked(meeting)
    if all(getattr(meeting, name) == value for name, value in values.items()) and not to:
        return meeting
    refuse_stale(meeting, version)
    _refuse_unless_planned(meeting)
    change(meeting, values)
    mail.invite(meeting, to, by=by)
    return meeting


@action
def cancel_meeting(*, by: User, meeting: Meeting, reason: str, today: date, to: Collection[Recipient] = ()) -> Meeting:
    """Call off a planned meeting, with why; its point in the plan is free for another. Twice is once.

    A point whose day has passed is missed from now on.
    """
    meeting = locked(meeting)
    if meeting.state == MeetingState.CANCELLED:
        return meeting
    _refuse_unless_planned(meeting)
    change(meeting, {"state": MeetingState.CANCELLED, "cancelled_reason": reason.strip(), "point": None})
    mail.call_off(meeting, to, by=by)
    if meeting.contract:
        look_at(meeting.contract, today)
    return meeting


@action
def close_meeting(
    *, by: User, meeting: Meeting, version: str | None, now: datetime, to: Collection[Recipient] = ()
) -> Meeting:
    """Fix the minutes and mail them. Twice is once. Raises Conflict when they are not what `version` was of."""
    meeting = locked(meeting)
    if meeting.state == MeetingState.CLOSED:
        return meeting
    if version is not None and version != steps.mark_of_all(meeting):
        raise Conflict(meeting)
    if problems := missing(meeting):
        raise ValidationError(problems)
    change(meeting, {"state": MeetingState.CLOSED, "closed_by": by, "closed_at": now, "nonce": uuid4()})
    mail.send_minutes(meeting, to, by=by)
    return meeting


@action
def reopen_meeting(*, by: User, meeting: Meeting) -> Meeting:
    """Open the minutes again: approvals of the earlier version, and its links, hold no longer."""
    meeting = locked(meeting)
    if meeting.state == MeetingState.CLOSED:
        meeting.approvals.all().delete()
        emptied = {"closed_by": None, "closed_at": None, "nonce": None}
        change(meeting, {"state": MeetingState.HELD, **emptied})
    return meeting


@action
def approve(*, by: User, meeting: Meeting, role: str, own: Collection[str], how: str = "", now: datetime) -> Approval:
    """A party's approval of the minutes, by one of its own (`own` are the parties of `by`), or noted by the
    procurement unit with how it was given. Twice is once.
    """
    meeting = _approvable(meeting, role)
    if role not in own and PartyRole.OFFICER not in own:
        raise ValidationError({"role": OFFICERS_NOTE})
    if role not in own and not how.strip():
        raise ValidationError({"how": SAY_HOW})
    return _approval(meeting, role, by, how.strip(), now)


@action
def approve_by_link(*, by: None, meeting: Meeting, nonce: UUID, now: datetime) -> Approval:
    """The supplier's approval through the link of the mail. Raises Replaced when the minutes are another version."""
    held = locked(meeting)
    if held.nonce != nonce:
        raise Replaced
    return _approval(_approvable(held, PartyRole.SUPPLIER), PartyRole.SUPPLIER, by, "genom länken i mejlet", now)


@action
def finish_task(*, by: User, task: MeetingTask, today: date) -> MeetingTask:
    """Note that an agreed measure is done. Twice is once."""
    task = MeetingTask.objects.select_for_update().get(pk=task.pk)
    if task.done_on is None:
        change(task, {"done_on": today, "done_by": by})
    return task


@action
def reopen_task(*, by: User, task: MeetingTask) -> MeetingTask:
    """Take back that a measure is done."""
    task = MeetingTask.objects.select_for_update().get(pk=task.pk)
    if task.done_on:
        change(task, {"done_on": None, "done_by": None})
    return task


def missing(meeting: Meeting) -> list[str]:
    """What the minutes lack, in sentences."""
    if meeting.state != MeetingState.HELD:
        return [NOT_HELD.format(state=meeting.get_state_display())]
    if meeting.contract is None:
        return []
    stated = steps.items(meeting)
    return [NO_STATE.format(name=row) for row in steps.commitments_on(meeting) if row.pk not in stated]


def locked(meeting: Meeting) -> Meeting:
    """The meeting as it is now, for the rest of the transaction."""
    rows = Meeting.objects.select_for_update(of=("self",)).select_related("contract", "procurement", "organisation")
    return rows.get(pk=meeting.pk)


def refuse_fixed(meeting: Meeting) -> None:
    """Raise ValidationError for a meeting that is not to be written up (any more)."""
    if meeting.state == MeetingState.CLOSED:
        raise ValidationError(FIXED.format(day=timezone.localdate(meeting.closed_at)))
    if meeting.state == MeetingState.CANCELLED:
        raise ValidationError(NOT_PLANNED.format(state=meeting.get_state_display()))


def finish_point(meeting: Meeting) -> None:
    """Inside another action: the point of the plan that a held meeting is, is done that day."""
    point = Point.objects.select_for_update().filter(pk=meeting.point_id).first()
    if point and point.state != PointState.CANCELLED and point.done_on != meeting.held_on:
        change(point, {"state": PointState.DONE, "done_on": meeting.held_on})


def _approvable(meeting: Meeting, role: str) -> Meeting:
    meeting = locked(meeting)
    if meeting.state != MeetingState.CLOSED:
        raise ValidationError(NOT_CLOSED)
    if role not in meeting.attendance:
        raise ValidationError({"role": NOT_THERE.format(role=PartyRole(role).label.capitalize())})
    return meeting


def _approval(meeting: Meeting, role: str, by: User | None, how: str, now: datetime) -> Approval:
    if made := meeting.approvals.filter(role=role).first():
        return made
    approval = Approval(meeting=meeting, role=role, by=by, at=now)
    change(approval, {"how": how})
    return approval


def _refuse_unless_planned(meeting: Meeting) -> None:
    if meeting.state != MeetingState.PLANNED:
        raise ValidationError(NOT_PLANNED.format(state=meeting.get_state_display()))
