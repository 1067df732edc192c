"""Every write to placements, participants and activities.

Placements of an organisation are written one at a time: each action first locks the organisation's row, so numbers
have no gaps and two people cannot save the same placement at once. Sentences of refusals are Swedish.
"""

import secrets
from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Max

from apps.accounts.models import Organisation, User
from apps.core.actions import action, refuse_stale
from apps.core.personal_numbers import case_reference_problem
from apps.placements import codes, rules
from apps.placements.choices import WAITING_STATES, WORKED_STATES, PlacementKind, PlacementState
from apps.placements.models import Activity, Participant, Placement
from apps.procurements.models import Contract
from apps.suppliers.models import Supplier

_RANDOM = secrets.SystemRandom()


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
    extent_percent: int = 100,
    planned_end_on: date | None = None,
    code: str = "",
    case_reference: str = "",
) -> Placement:
    """Log a started placement of a new participant, or of the one with the code or case reference.

    The same token again gives the placement it made the first time. Raises ValidationError by field; the error code
    `known` says that the reference belongs to a participant whose code was not given (`params["code"]`).
    """
    organisation = _lock(contract.organisation_id)
    if first := Placement.objects.filter(token=token, organisation=organisation, created_by=by).first():
        return first
    placement = Placement(
        organisation=organisation,
        number=_next_number(organisation),
        contract=contract,
        supplier=supplier,
        kind=kind,
        planned_end_on=planned_end_on,
        extent_percent=_extent(kind, extent_percent),
        created_by=by,
        token=token,
    )
    _set_start(placement, started_on, today)
    _check(placement, today)
    placement.participant = _participant(by, organisation, codes.normalise(code), case_reference.strip())
    placement.full_clean()
    placement.save()
    return placement


@action
def correct_placement(
    *,
    by: User,
    placement: Placement,
    contract: Contract,
    supplier: Supplier,
    kind: str,
    started_on: date,
    extent_percent: int,
    today: date,
    planned_end_on: date | None = None,
    ended_on: date | None = None,
    end_reason: str = "",
    version: str | None = None,
) -> Placement:
    """Correct what was logged; without `ended_on` an ended placement goes on again. The history keeps the old values.

    Raises Conflict when the row is no longer what `version` (core.actions.version_of) was made from.
    """
    _lock(placement.organisation_id)
    placement = _standing(placement)
    refuse_stale(placement, version)
    placement.contract, placement.supplier, placement.kind = contract, supplier, kind
    placement.planned_end_on, placement.ended_on, placement.end_reason = planned_end_on, ended_on, end_reason
    placement.extent_percent = _extent(kind, extent_percent)
    _set_start(placement, started_on, today)
    _check(placement, today)
    placement.full_clean()
    placement.save()
    return placement


@action
def end_placement(
    *, by: User, placement: Placement, ended_on: date, end_reason: str, today: date, version: str | None = None
) -> Placement:
    """End a placement with a reason; to end it once more in the same way changes nothing.

    Raises ValidationError for a day before the start or after today, and Conflict as `correct_placement` does.
    """
    _lock(placement.organisation_id)
    placement = _standing(placement)
    if (placement.ended_on, placement.end_reason) == (ended_on, end_reason):
        return placement
    refuse_stale(placement, version)
    if placement.state not in WORKED_STATES:
        raise ValidationError(f"{placement} har inte börjat ({placement.state_text}) och kan därför inte avslutas.")
    placement.state = PlacementState.ENDED
    placement.ended_on, placement.end_reason = ended_on, end_reason
    _check_end(placement, today)
    placement.full_clean()
    placement.save(update_fields=["state", "ended_on", "end_reason"])
    return placement


@action
def undo_placement(*, by: User, placement: Placement, now: datetime) -> Placement:
    """Take back a placement within ten minutes: the row stays and counts nowhere. A second time changes nothing."""
    _lock(placement.organisation_id)
    placement = Placement.objects.get(pk=placement.pk)
    if placement.undone_at:
        return placement
    if not rules.may_undo(created_at=placement.created_at, now=now):
        raise ValidationError(
            f"{placement} loggades för mer än tio minuter sedan och kan inte längre ångras. "
            "Välj Ändra om något är fel, eller Avsluta om placeringen inte blev av."
        )
    placement.undone_at, placement.undone_by = now, by
    placement.save(update_fields=["undone_at", "undone_by"])
    return placement


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
    """Log a study visit or lecture. The same token again gives the activity it made the first time."""
    _lock(organisation.pk)
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
    _check_workplace(activity.organisation_id, contract, supplier)
    activity.contract, activity.supplier, activity.kind = contract, supplier, kind
    activity.held_on, activity.topic, activity.participant_count = held_on, topic, participant_count
    activity.full_clean()
    activity.save()
    return activity


def _lock(organisation_id: int) -> Organisation:
    return Organisation.objects.select_for_update(no_key=True).get(pk=organisation_id)


def _next_number(organisation: Organisation) -> int:
    return (Placement.objects.filter(organisation=organisation).aggregate(last=Max("number"))["last"] or 0) + 1


def _standing(placement: Placement) -> Placement:
    """The placement as it is now, under the lock; refused when it has been undone."""
    current = Placement.objects.get(pk=placement.pk)
    if current.undone_at:
        raise ValidationError(f"{current} är ångrad och kan inte ändras. Logga placeringen på nytt i stället.")
    return current


def _extent(kind: str, extent_percent: int | None) -> int | None:
    """A mentorship has no working time (DOMAIN 4)."""
    return None if kind == PlacementKind.MENTORSHIP else extent_percent


def _set_start(placement: Placement, day: date, today: date) -> None:
    """Give a placement its first day: one that has come means started or ended, a later one is only planned."""
    is_waiting = placement.pk and placement.state in WAITING_STATES
    if is_waiting or day > today:
        placement.planned_start_on, placement.started_on = day, None
        placement.state = placement.state if is_waiting else PlacementState.MATCHED
    else:
        placement.started_on = day
        placement.state = PlacementState.ENDED if placement.ended_on else PlacementState.STARTED


def _check(placement: Placement, today: date) -> None:
    _check_workplace(placement.organisation_id, placement.contract, placement.supplier)
    first_day = placement.first_day
    _raise(
        started_on=lambda: rules.date_problem("Startdatumet", first_day, today),
        planned_end_on=lambda: rules.planned_end_problem(started_on=first_day, planned_end_on=placement.planned_end_on),
    )
    _check_end(placement, today)


def _check_end(placement: Placement, today: date) -> None:
    if placement.ended_on:
        problem = rules.end_problem(started_on=placement.first_day, ended_on=placement.ended_on, today=today)
        _raise(ended_on=lambda: problem)


def _check_workplace(organisation_id: int, contract: Contract | None, supplier: Supplier) -> None:
    if contract is None:
        return
    if contract.organisation_id != organisation_id:
        raise ValidationError({"contract": "Välj avtal: det valda avtalet hör till en annan organisation."})
    if not contract.parties.filter(supplier=supplier).exists():
        raise ValidationError({"contract": f"Välj avtal: {supplier} är inte leverantör på {contract}."})


def _raise(**checks: Callable[[], str]) -> None:
    problems = {field: problem for field, check in checks.items() if (problem := check())}
    if problems:
        raise ValidationError(problems)


def _participant(by: User, organisation: Organisation, code: str, case_reference: str) -> Participant:
    if problem := case_reference_problem("Referens i verksamhetssystemet", case_reference):
        raise ValidationError({"case_reference": problem})
    known = _participant_with(organisation, case_reference)
    if not code:
        if known:
            raise ValidationError({"case_reference": _do_you_know(known)})
        return _new_participant(by, organisation, case_reference)
    participant = _participant_of(organisation, code)
    if case_reference:
        _connect(participant, known, case_reference)
    return participant


def _participant_with(organisation: Organisation, case_reference: str) -> Participant | None:
    if not case_reference:
        return None
    return Participant.objects.filter(organisation=organisation, case_reference__iexact=case_reference).first()


def _participant_of(organisation: Organisation, code: str) -> Participant:
    if problem := codes.problem(code):
        raise ValidationError({"code": problem})
    found = Participant.objects.filter(organisation=organisation, code=code).first()
    if found is None:
        sentence = (
            f"Koden {code} finns inte i {organisation}. Läs av den igen, eller lämna fältet tomt för en ny deltagare."
        )
        raise ValidationError({"code": sentence})
    return found


def _connect(participant: Participant, known: Participant | None, case_reference: str) -> None:
    """Give the participant its case reference, unless it or the reference already has another."""
    if known == participant:
        return
    if known:
        sentence = f"Referensen {case_reference} hör till deltagaren {known}, inte till {participant}."
        raise ValidationError({"case_reference": sentence})
    if participant.case_reference:
        sentence = (
            f"Deltagaren {participant} har redan en annan referens. Lämna referensen tom eller kontrollera koden."
        )
        raise ValidationError({"case_reference": sentence})
    participant.case_reference = case_reference
    participant.full_clean()
    participant.save(update_fields=["case_reference"])


def _do_you_know(participant: Participant) -> ValidationError:
    return ValidationError(
        f"Referensen hör redan till deltagaren {participant}. Känner du igen koden? "
        "Spara igen om det är samma person, annars rätta referensen och töm koden.",
        code="known",
        params={"code": participant.code},
    )


def _new_participant(by: User, organisation: Organisation, case_reference: str) -> Participant:
    taken = Participant.objects.filter(organisation=organisation)
    code = codes.make(_RANDOM)
    while taken.filter(code=code).exists():
        code = codes.make(_RANDOM)
    participant = Participant(
        organisation=organisation, code=code, case_reference=case_reference, matcher=by, created_by=by
    )
    participant.full_clean()
    participant.save()
    return participant
