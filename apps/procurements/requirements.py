"""Writes of the decision every contract needs: a social requirement, or none with a reason (comply or explain).

A contract never has both. Setting a requirement on a contract that was decided to have none is refused until the
person says that the earlier decision is replaced; deciding none is refused while requirements stand. The history
keeps what was replaced.
"""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.core.actions import action, change, make_once, refuse_stale
from apps.procurements.models import Contract, Requirement

DECLINED = (
    "Avtalet har beslutet inget krav från {on}. Kryssa i att kravet ersätter beslutet, eller avbryt och låt det gälla."
)
HAS_REQUIREMENTS = "Avtalet har krav: {requirements}. Ta bort dem först om avtalet inte ska ha något krav."
IN_FUTURE = "Beslutsdatumet {on} har inte varit än. Ange dagens datum eller ett tidigare."
WITHOUT_REASON = "Ange varför avtalet inte har något krav. Motivet visas för alla som läser avtalet."


@action
def create_requirement(
    *, by, contract: Contract, replaces_decision: bool = False, token: UUID | None = None, **values: Any
) -> Requirement:
    """Set a requirement (kind, model, count, due_on, note). It clears a decision of none only when told so."""

    def make():
        locked = Contract.objects.select_for_update().get(pk=contract.pk)
        if locked.no_requirement_on:
            _clear_decision(locked, replaces_decision)
        requirement = Requirement(
            procurement_id=locked.procurement_id, contract=locked, created_by=by, token=token)
        change(requirement, _fitting(values))
        return requirement

    return make_once(Requirement, token, make)


@action
def update_requirement(*, by, requirement: Requirement, seen: str | None = None, **values: Any) -> Requirement:
    """Change a requirement. Raises core.actions.Conflict when it is not what was `seen`."""
    requirement = Requirement.objects.select_for_update().get(pk=requirement.pk)
    refuse_stale(requirement, seen)
    change(requirement, _fitting(values))
    return requirement


@action
def delete_requirement(*, by, requirement: Requirement) -> None:
    """Take away a requirement. Without any left the contract is undecided again."""
    Requirement.objects.filter(pk=requirement.pk).delete()


@action
def decline_requirement(*, by, contract: Contract, reason: str, on: date, today: date) -> Contract:
    """Decide that a contract has no requirement, with the reason. Deciding again replaces reason and date."""
    contract = Contract.objects.select_for_update().get(pk=contract.pk)
    standing = ", ".join(str(requirement) for requirement in contract.requirements.all())
    if standing:
        raise ValidationError(HAS_REQUIREMENTS.format(requirements=standing))
    if not reason.strip():
        raise ValidationError({"reason": WITHOUT_REASON})
    if on > today:
        raise ValidationError({"on": IN_FUTURE.format(on=on)})
    decision = {"no_requirement_reason": reason.strip(), "no_requirement_on": on, "no_requirement_by": by}
    change(contract, decision)
    return contract


def _clear_decision(contract: Contract, is_told: bool) -> None:
    if not is_told:
        raise ValidationError({"replaces_decision": DECLINED.format(on=contract.no_requirement_on)})
    change(contract, {"no_requirement_reason": "", "no_requirement_on": None, "no_requirement_by": None})


def _fitting(values: dict[str, Any]) -> dict[str, Any]:
    """A dialogue has no number: one that was typed before the model was changed is dropped."""
    return values | {"count": None} if values.get("model") == "dialog" else values
