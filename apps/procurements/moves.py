"""Moving a procurement from phase to phase, and taking back the last move. All raise ValidationError in Swedish."""

from datetime import date
from typing import Any

import pghistory
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model, ProtectedError

from apps.core.actions import action, change, refuse_stale
from apps.procurements import phases, signing
from apps.procurements.actions import refuse_foreign_department
from apps.procurements.choices import Phase
from apps.procurements.models import (
    Contract,
    ContractEvent,
    GuidelineVersion,
    Procurement,
    ProcurementEvent,
    Requirement,
    RequirementEvent,
)
from apps.procurements.move_facts import facts_of, gate_refusals
from apps.procurements.move_rules import Attempt, problems
from apps.procurements.phases import Transition

NOTHING_TO_UNDO = "Det finns inget steg att ångra. Upphandlingen har ändrats efter det senaste steget."
NOT_YOURS = "Det senaste steget togs av någon annan, så det kan inte ångras här. Flytta upphandlingen i stället."
CHANGED_SINCE = "{what} har ändrats efter steget, så det kan inte ångras. Rätta uppgifterna i stället."
UNDO = "undo"
_FIXES_GUIDELINE = ("publish", "invite")


@action
def move(*, by, procurement: Procurement, to: str, seen: str | None, today: date, **values: Any) -> Procurement:
    """Move a procurement to another phase with what the move asks for (`phases.Transition.asks`).

    The same move once more by the same person changes nothing: a double click makes one. Raises core.actions.Conflict
    when the row is not what was `seen`, and ValidationError by field for everything the table, the rules
    (`move_rules`), signing or a gate refuses.
    """
    locked = Procurement.objects.select_for_update().get(pk=procurement.pk)
    if _is_made(locked, to, by, values):
        return locked
    refuse_stale(locked, seen)
    transition = _find(locked, to)
    attempt = attempt_of(locked, transition, values, today)
    _refuse([(each.field, each.text) for each in problems(attempt)])
    _refuse([(None, sentence) for sentence in gate_refusals(locked, transition, to, today)])
    if attempt.signed_on:
        signing.refuse_early(locked, attempt.signed_on, today)
    _settle(locked, transition, to, today)
    kept = {phases.AWARDED_TO: attempt.awarded_to.pk} if attempt.awarded_to else {}
    with pghistory.context(**kept):
        change(locked, {})
    if attempt.signed_on:
        signing.sign_all(by=by, procurement=locked, signed_on=attempt.signed_on, today=today)
    return locked


@action
def undo_move(*, by, procurement: Procurement) -> Procurement:
    """Take back the person's own last move while nothing has changed since: every field as it was before.

    What signing brought, the day and the copied requirements, goes too. Taking back twice changes nothing more.
    """
    locked = Procurement.objects.select_for_update().get(pk=procurement.pk)
    last, before = _last_two(locked)
    if last and UNDO in _metadata(last):
        return locked
    if before is None or last.phase == before.phase:
        raise ValidationError(NOTHING_TO_UNDO)
    if _metadata(last).get("user") != (by.pk if by else None):
        raise ValidationError(NOT_YOURS)
    with pghistory.context(**{UNDO: True}):
        _take_back_signing(locked, last)
        change(locked, _differing(Procurement, before, last))
    return locked


def attempt_of(procurement: Procurement, transition: Transition, values: dict[str, Any], today: date) -> Attempt:
    """The move with its values set on the row, unsaved, and the facts the rules need."""
    given = {name: value for name, value in values.items() if name in transition.asks}
    signed_on = given.pop("signed_on", None)
    refuse_foreign_department(procurement.organisation, given.get("department"))
    if len(transition.procedures) == 1:
        given["procedure"] = transition.procedures[0]
    cleared = {name: Procurement._meta.get_field(name).get_default() for name in transition.clears}
    for name, value in (cleared | given).items():
        if name == "review_applied_on" and procurement.review_applied_on and value:
            value = min(value, procurement.review_applied_on)
        setattr(procurement, name, value)
    return Attempt(transition, procurement, facts_of(procurement, today), today, signed_on)


def _find(procurement: Procurement, to: str) -> Transition:
    try:
        return phases.find(procurement.phase, to, procurement.phase_before)
    except ValueError as error:
        raise ValidationError(str(error)) from error


def _refuse(found: list[tuple[str | None, str]]) -> None:
    if found:
        by_field: dict[str, list[str]] = {}
        for field, sentence in found:
            by_field.setdefault(field or NON_FIELD_ERRORS, []).append(sentence)
        raise ValidationError(by_field)


def _settle(procurement: Procurement, transition: Transition, to: str, today: date) -> None:
    """The new phase, where a side state goes back to, and the guideline that holds from the publication on."""
    goes_aside = to in (Phase.PAUSED, Phase.REVIEW_PENDING)
    procurement.phase_before = procurement.phase if goes_aside else ""
    procurement.phase = to
    if transition.key in _FIXES_GUIDELINE:
        on = procurement.decision_to_publish_on or today
        procurement.guideline = GuidelineVersion.objects.in_force(procurement.organisation, on)


def _is_made(procurement: Procurement, to: str, by, values: dict[str, Any]) -> bool:
    """Whether the same person has just made this very move."""
    if procurement.phase != to:
        return False
    last, before = _last_two(procurement)
    is_same = all(getattr(procurement, name, value) == value for name, value in values.items())
    moved = before is not None and before.phase != last.phase
    return moved and is_same and _metadata(last).get("user") == (by.pk if by else None)


def _last_two(procurement: Procurement) -> tuple[Any, Any]:
    """The latest two events of the row, the newest first; None for those that are not there."""
    events = ProcurementEvent.objects.filter(pgh_obj_id=procurement.pk).select_related("pgh_context")
    last, before = [*events.order_by("-pgh_id")[:2], None, None][:2]
    return last, before


def _metadata(event) -> dict[str, Any]:
    return event.pgh_context.metadata if event.pgh_context else {}


def _differing(model: type[Model], before, after) -> dict[str, Any]:
    """The values of `before` that `after` does not have."""
    names = [field.attname for field in model._meta.concrete_fields if not field.generated]
    kept = [name for name in names if name not in ("id", "updated_at") and hasattr(before, name)]
    return {name: getattr(before, name) for name in kept if getattr(before, name) != getattr(after, name)}


def _take_back_signing(procurement: Procurement, moved) -> None:
    """Undo what the move did to the contracts, unless one of them or its requirements has changed since."""
    contracts = _touched(ContractEvent, procurement, moved, "Ett avtal")
    requirements = _touched(RequirementEvent, procurement, moved, "Ett krav")
    try:
        made = [event.id for event in requirements if event.pgh_label == "insert"]
        Requirement.objects.filter(pk__in=made).delete()
    except ProtectedError as error:
        raise ValidationError(CHANGED_SINCE.format(what="Ett krav")) from error
    for contract in Contract.objects.select_for_update().filter(pk__in={event.id for event in contracts}):
        _restore(contract, moved)


def _touched(events, procurement: Procurement, moved, what: str) -> list[Any]:
    """The events of the move itself, refused when any row of the kind has changed since."""
    ours = events.objects.filter(procurement_id=procurement.pk)
    touched = list(ours.filter(pgh_context_id=moved.pgh_context_id))
    others = ours.exclude(pgh_context_id=moved.pgh_context_id)
    newest = {event.id: event.pgh_id for event in touched}
    is_later = others.filter(pgh_created_at__gt=moved.pgh_created_at).exists() or any(
        others.filter(pgh_obj_id=key, pgh_id__gt=pgh_id).exists() for key, pgh_id in newest.items()
    )
    if is_later:
        raise ValidationError(CHANGED_SINCE.format(what=what))
    return touched


def _restore(contract: Contract, moved) -> None:
    events = ContractEvent.objects.filter(pgh_obj_id=contract.pk).order_by("-pgh_id")
    before = events.exclude(pgh_context_id=moved.pgh_context_id).first()
    if before is not None:
        change(contract, _differing(Contract, before, events.first()))
