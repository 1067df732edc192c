"""Log, correct, end and take back placements; and activities, which have no person.

Placements of an organisation are written one at a time: each action first locks the organisation's row, so numbers
have no gaps and two people cannot save the same placement at once. Sentences of refusals are Swedish. The steps from a
proposal to the start are `move_actions`, what goes on afterwards `running_actions`.
"""

from datetime import date, datetime
from uuid import UUID

import pghistory
from django.core.exceptions import ValidationError

from apps.accounts.models import Organisation, User
from apps.core.actions import action, refuse_stale
from apps.placements import codes, ending, following, rules
from apps.placements.choices import WAITING_STATES, WORKED_STATES, PlacementState
from apps.placements.models import Activity, Placement, Waiting
from apps.placements.participant_actions import lock, participant_for
from apps.placements.placing import check, check_end, check_workplace, next_number, set_kind, set_start, standing
from apps.procurements.models import Contract
from apps.suppliers.models import Supplier


@action
def log_placement(
    *,
    by: User,
    contract: Contract,
    supplier: Supplier,
    kind: str,
    started_on: date,
    today: date,
    token: UUID,
    extent_percent: int | None = 100,
    planned_end_on: date | None = None,
    referring_body: str = "",
    supervisor_role: str = "",
    code: str = "",
    case_reference: str = "",
    organisation: Organisation | None = None,
) -> Placement:
    """Log a placement of a new participant, or of the one with the code or case reference.

    It has started; or is matched, when the first day is to come. `organisation` is whose resident it is: the
    contract's own unless another is named, which then takes part in the joint procurement. The same token again gives
    the placement it made the first time. Raises ValidationError by field; the error code `known` says that the
    reference belongs to a participant whose code was not given (`params["code"]`).
    """
    organisation = lock(organisation.pk if organisation else contract.organisation_id)
    if first := Placement.objects.filter(token=token, organisation=organisation, created_by=by).first():
        return first
    placement = Placement(
        organisation=organisation,
        number=next_number(organisation),
        contract=contract,
        supplier=supplier,
        planned_end_on=planned_end_on,
        created_by=by,
        token=token,
    )
    practice = {"referring_body": referring_body, "supervisor_role": supervisor_role}
    set_kind(placement, kind, extent_percent=extent_percent, **practice)
    set_start(placement, started_on, today)
    check(placement, today)
    placement.participant = participant_for(
        by=by, organisation=organisation, code=codes.normalise(code), case_reference=case_reference.strip()
    )
    placement.full_clean()
    placement.save()
    end_waiting(placement, today)
    return placement


@action
def correct_placement(
    *,
    by: User,
    placement: Placement,
    contract: Contract | None,
    supplier: Supplier,
    kind: str,
    started_on: date | None,
    extent_percent: int | None,
    today: date,
    reason: str = "",
    referring_body: str = "",
    supervisor_role: str = "",
    planned_end_on: date | None = None,
    ended_on: date | None = None,
    end_reason: str = "",
    version: str | None = None,
) -> Placement:
    """Correct what was logged; without `ended_on` an ended placement goes on again. The history keeps the old values.

    `reason` (choices.CorrectionReason) stands in the history. Raises Conflict when the row is no longer what
    `version` (core.actions.version_of) was made from.
    """
    lock(placement.organisation_id)
    placement = standing(placement)
    refuse_stale(placement, version)
    if placement.state not in (*WAITING_STATES, *WORKED_STATES):
        raise ValidationError(f"{placement} blev inte av ({placement.state_text}). Rätta läget först.")
    placement.contract, placement.supplier = contract, supplier
    placement.planned_end_on, placement.ended_on, placement.end_reason = planned_end_on, ended_on, end_reason
    practice = {"referring_body": referring_body, "supervisor_role": supervisor_role}
    set_kind(placement, kind, extent_percent=extent_percent, **practice)
    if started_on:
        set_start(placement, started_on, today)
    elif placement.state in WAITING_STATES:
        placement.planned_start_on = None
    check(placement, today)
    save_with_reason(placement, reason)
    ending.settle(placement, today)
    following.ended([placement], today)
    return placement


@action
def end_placement(
    *,
    by: User,
    placement: Placement,
    ended_on: date,
    end_reason: str,
    today: date,
    version: str | None = None,
    is_one_of_many: bool = False,
) -> Placement:
    """End a placement with a reason; to end it once more in the same way changes nothing.

    Who ends many in one go asks `following.ended` about all of them, or leaves that to the night.
    Raises ValidationError for a day before the start or after today, and Conflict as `correct_placement` does.
    """
    lock(placement.organisation_id)
    placement = standing(placement)
    if (placement.ended_on, placement.end_reason) == (ended_on, end_reason):
        return placement
    refuse_stale(placement, version)
    if placement.state not in WORKED_STATES:
        raise ValidationError(f"{placement} har inte börjat ({placement.state_text}) och kan därför inte avslutas.")
    placement.state = PlacementState.ENDED
    placement.ended_on, placement.end_reason = ended_on, end_reason
    check_end(placement, today)
    placement.full_clean()
    placement.save(update_fields=["state", "ended_on", "end_reason"])
    ending.settle(placement, today)
    if not is_one_of_many:
        following.ended([placement], today)
    return placement


@action
def undo_placement(*, by: User, placement: Placement, now: datetime) -> Placement:
    """Take back a placement within ten minutes: the row stays and counts nowhere. A second time changes nothing."""
    lock(placement.organisation_id)
    placement = Placement.objects.get(pk=placement.pk)
    if placement.undone_at:
        return placement
    if not rules.may_undo(created_at=placement.created_at, now=now):
        raise ValidationError(
            f"{placement} loggades för mer än tio minuter sedan och kan inte längre ångras. "
            "Välj Ändra om något är fel, eller Avsluta om placeringen inte blev av."
        )
    return _take_back(placement, by, now)


@action
def take_back_placement(*, by: User, placement: Placement, now: datetime) -> Placement:
    """Take back a placement together with all of the import it came with, however long ago that was.

    The row stays and counts nowhere, as after `undo_placement`. The caller has seen that nobody has changed it.
    """
    lock(placement.organisation_id)
    return _take_back(standing(placement), by, now)


@action
def log_activity(
    *,
    by: User,
    organisation: Organisation,
    supplier: Supplier,
    contract: Contract | None,
    kind: str,
    held_on: date,
    topic: str,
    participant_count: int | None,
    today: date,
    token: UUID,
) -> Activity:
    """Log a study visit, lecture or market dialogue. The same token again gives the activity it made the first time."""
    lock(organisation.pk)
    if first := Activity.objects.filter(token=token, organisation=organisation, created_by=by).first():
        return first
    activity = Activity(organisation=organisation, created_by=by, token=token)
    return _write_activity(activity, contract, supplier, kind, held_on, topic, participant_count, today)


@action
def correct_activity(
    *,
    by: User,
    activity: Activity,
    supplier: Supplier,
    contract: Contract | None,
    kind: str,
    held_on: date,
    topic: str,
    participant_count: int | None,
    today: date,
    version: str | None = None,
) -> Activity:
    """Correct an activity; the history keeps the old values. Raises Conflict as `correct_placement` does."""
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    refuse_stale(activity, version)
    return _write_activity(activity, contract, supplier, kind, held_on, topic, participant_count, today)


def _write_activity(activity, contract, supplier, kind, held_on, topic, participant_count, today) -> Activity:
    if problem := rules.date_problem("Datumet", held_on, today):
        raise ValidationError({"held_on": problem})
    check_workplace(activity.organisation_id, contract, supplier)
    activity.contract, activity.supplier, activity.kind = contract, supplier, kind
    activity.held_on, activity.topic, activity.participant_count = held_on, topic, participant_count
    activity.full_clean()
    activity.save()
    return activity


def _take_back(placement: Placement, by: User, now: datetime) -> Placement:
    placement.undone_at, placement.undone_by = now, by
    placement.save(update_fields=["undone_at", "undone_by"])
    return placement


def end_waiting(placement: Placement, today: date) -> None:
    """A resident whose placement has started waits no longer. Call under the lock."""
    if placement.state == PlacementState.STARTED:
        for waiting in Waiting.objects.filter(participant=placement.participant_id, ended_on=None):
            waiting.ended_on = max(waiting.since, today)
            waiting.save(update_fields=["ended_on"])


def save_with_reason(placement: Placement, reason: str) -> None:
    """Check the whole row and save it; the history keeps why it was corrected (choices.CorrectionReason)."""
    placement.full_clean()
    with pghistory.context(**({"reason": reason} if reason else {})):
        placement.save()
