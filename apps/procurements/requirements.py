"""Writes of requirements, and of the decision every contract needs: a requirement, or none with a reason.

A contract never has both. Setting a requirement on a contract that was decided to have none is refused until the
person says that the earlier decision is replaced; deciding none is refused while requirements stand. The history
keeps what was replaced. A requirement stands in the procurement's documents until signing copies it to the contract.
"""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.core.actions import action, change, make_once, refuse_stale
from apps.procurements import kind_starts
from apps.procurements import requirement_rules as rules
from apps.procurements.choices import DIALOGUE_MODELS
from apps.procurements.models import Contract, Procurement, Requirement
from apps.procurements.requirement_words import carried_by, clause_text_of

DECLINED = (
    "Avtalet har beslutet inget krav från {on}. Kryssa i att kravet ersätter beslutet, eller avbryt och låt det gälla."
)
HAS_REQUIREMENTS = "Avtalet har krav: {requirements}. Ta bort dem först om avtalet inte ska ha något krav."
IN_FUTURE = "Beslutsdatumet {on} har inte varit än. Ange dagens datum eller ett tidigare."
WITHOUT_REASON = "Ange varför avtalet inte har något krav. Motivet visas för alla som läser avtalet."
FOREIGN_CLAUSE = "Klausulen hör till en annan organisation. Välj en klausul i {organisation}."


@action
def create_requirement(
    *,
    by,
    contract: Contract | None = None,
    procurement: Procurement | None = None,
    replaces_decision: bool = False,
    confirms_late: bool = False,
    token: UUID | None = None,
    today: date | None = None,
    **values: Any,
) -> Requirement:
    """Set a requirement on a contract, or in a procurement's documents when `contract` is None.

    A kind that is not asked for yet is refused; `today` stands for the publication that nothing else tells of.
    `values` are fields of Requirement. It clears a decision of none only when told so. One that comes late, after
    publication or as a number after signing, is refused until it is confirmed with a `late_motive`.
    """

    def make():
        requirement = _new(by, contract, procurement, token)
        if requirement.contract and requirement.contract.no_requirement_on:
            _clear_decision(requirement.contract, replaces_decision)
        _set(requirement, values, confirms_late, today)
        return requirement

    return make_once(Requirement, token, make)


@action
def update_requirement(
    *,
    by,
    requirement: Requirement,
    confirms_late: bool = False,
    seen: str | None = None,
    today: date | None = None,
    **values: Any,
) -> Requirement:
    """Change a requirement. Raises core.actions.Conflict when it is not what was `seen`.

    Another kind than it had is refused as a new one would be; one that it has already stays.
    """
    requirement = Requirement.objects.select_for_update().get(pk=requirement.pk)
    refuse_stale(requirement, seen)
    _set(requirement, values, confirms_late, today)
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


def why_late(
    procurement: Procurement, contract: Contract | None, *, is_more: bool, apart_from: int | None = None
) -> str:
    """Why a requirement on the contract, or in the documents, comes late; empty when it does not.

    `is_more`: it brings a number, or a higher one. `apart_from` is the requirement itself, which opens no way for it.
    """
    if contract is None:
        return rules.late_in_documents(procurement.phase, procurement.phase_before) if is_more else ""
    dialogues = contract.requirements.filter(model__in=DIALOGUE_MODELS).exclude(pk=apart_from)
    has_way_in = contract.has_option_clause or dialogues.exists()
    return rules.late_number(signed_on=contract.signed_on, has_way_in=has_way_in, is_more=is_more)


def _new(by, contract: Contract | None, procurement: Procurement | None, token: UUID | None) -> Requirement:
    """An empty requirement under its contract or procurement, which is locked while it is set."""
    if contract is None:
        procurement = Procurement.objects.select_for_update().get(pk=procurement.pk)
        return Requirement(procurement=procurement, created_by=by, token=token)
    locked = Contract.objects.select_for_update(of=["self"]).select_related("procurement").get(pk=contract.pk)
    return Requirement(procurement=locked.procurement, contract=locked, created_by=by, token=token)


def _set(requirement: Requirement, values: dict[str, Any], confirms_late: bool, today: date | None) -> None:
    earlier = (requirement.count or 0, requirement.unit) if requirement.pk else None
    if (kind := values.get("kind")) and kind != requirement.kind:
        _refuse_kind(requirement, kind, today)
    for name, value in _fitting(values).items():
        setattr(requirement, name, value)
    _refuse_foreign_clause(requirement)
    requirement.clause_text = clause_text_of(requirement)
    _refuse(requirement, _is_more(requirement, earlier), confirms_late)
    change(requirement, {})


def _refuse(requirement: Requirement, is_more: bool, confirms_late: bool) -> None:
    values = {field.name: getattr(requirement, field.attname) for field in Requirement._meta.concrete_fields}
    contract, carried = requirement.contract, carried_by(requirement.clause)
    why = why_late(requirement.procurement, contract, is_more=is_more, apart_from=requirement.pk)
    sentences = {
        **rules.refused_days(values, contract and contract.starts_on),
        **rules.refused_money(values),
        **rules.refused_share(requirement.model, requirement.reserved_share),
        **rules.refused_sanctions(values, carried, requirement.clause_text),
        **rules.refused_late(why, is_confirmed=confirms_late, motive=requirement.late_motive),
    }
    if sentences:
        raise ValidationError(sentences)


def _is_more(requirement: Requirement, earlier: tuple[int, str] | None) -> bool:
    """Whether more is asked than before: on a contract a number counts, in the documents any new requirement."""
    if earlier is None:
        return requirement.contract_id is None or bool(requirement.count)
    return (requirement.count or 0) > earlier[0] or (bool(requirement.count) and requirement.unit != earlier[1])


def _refuse_kind(requirement: Requirement, kind: str, today: date | None) -> None:
    if sentence := kind_starts.refusal(requirement.procurement, requirement.contract, kind, today):
        raise ValidationError({"kind": sentence})


def _refuse_foreign_clause(requirement: Requirement) -> None:
    ours, clause = requirement.procurement.organisation, requirement.clause
    if clause is not None and clause.guideline.organisation_id != ours.pk:
        raise ValidationError({"clause": FOREIGN_CLAUSE.format(organisation=ours)})


def _clear_decision(contract: Contract, is_told: bool) -> None:
    if not is_told:
        raise ValidationError({"replaces_decision": DECLINED.format(on=contract.no_requirement_on)})
    change(contract, {"no_requirement_reason": "", "no_requirement_on": None, "no_requirement_by": None})


def _fitting(values: dict[str, Any]) -> dict[str, Any]:
    """A dialogue has no number: one that was typed before the model was changed is dropped."""
    return values | {"count": None} if values.get("model") == "dialog" else values
