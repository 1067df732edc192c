"""Writes of what a procurement is made of: the authorities that take part, and the lots. See also `options`."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import ProtectedError, Sum

from apps.accounts.models import Organisation
from apps.core.actions import action, change, make_once, refuse_stale
from apps.procurements.actions import refuse_foreign_department
from apps.procurements.models import Lot, Procurement, ProcurementParty

LEAD = "{organisation} håller i upphandlingen och är redan med. Välj en annan myndighet."
TOO_MUCH = "Andelarna blir {total} procent med {organisation}. Tillsammans får de vara högst 100, nu återstår {left}."
HAS_CONTRACTS = "Anbudsområdet har avtal: {contracts}. Ändra avtalens anbudsområde först."


@action
def create_party(*, by, procurement: Procurement, token: UUID | None = None, **values: Any) -> ProcurementParty:
    """Let a further contracting authority take part. `values`: organisation, department, case_number, share_percent.

    Only an Organisation can take part: the procurement unit is none, so it can never be a party (DOMAIN 7).
    """

    def make():
        party = ProcurementParty(procurement=_locked(procurement), token=token)
        _set_party(party, values)
        return party

    return make_once(ProcurementParty, token, make)


@action
def update_party(*, by, party: ProcurementParty, seen: str | None = None, **values: Any) -> ProcurementParty:
    """Change a party. Raises core.actions.Conflict when it is not what was `seen`."""
    procurement = _locked(party.procurement)
    party = ProcurementParty.objects.select_for_update().get(pk=party.pk)
    refuse_stale(party, seen)
    party.procurement = procurement
    _set_party(party, values)
    return party


@action
def delete_party(*, by, party: ProcurementParty) -> None:
    """An authority no longer takes part; it no longer reads the procurement."""
    ProcurementParty.objects.filter(pk=party.pk).delete()


@action
def create_lot(*, by, procurement: Procurement, token: UUID | None = None, **values: Any) -> Lot:
    """Add a lot with its number and title."""

    def make():
        lot = Lot(procurement=procurement, token=token)
        change(lot, values)
        return lot

    return make_once(Lot, token, make)


@action
def update_lot(*, by, lot: Lot, seen: str | None = None, **values: Any) -> Lot:
    """Change a lot. Raises core.actions.Conflict when it is not what was `seen`."""
    lot = Lot.objects.select_for_update().get(pk=lot.pk)
    refuse_stale(lot, seen)
    change(lot, values)
    return lot


@action
def delete_lot(*, by, lot: Lot) -> None:
    """Take away a lot that no contract is of."""
    try:
        Lot.objects.filter(pk=lot.pk).delete()
    except ProtectedError as error:
        names = ", ".join(contract.name for contract in lot.contracts.all())
        raise ValidationError(HAS_CONTRACTS.format(contracts=names)) from error


def lead_share(procurement: Procurement, apart_from: int | None = None) -> int:
    """What is left of the commitment for the authority that holds the case, in per cent."""
    others = procurement.parties.exclude(pk=apart_from)
    return 100 - (others.aggregate(total=Sum("share_percent"))["total"] or 0)


def _set_party(party: ProcurementParty, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(party, name, value)
    organisation: Organisation = party.organisation
    if organisation.pk == party.procurement.organisation_id:
        raise ValidationError({"organisation": LEAD.format(organisation=organisation)})
    refuse_foreign_department(organisation, party.department)
    left = lead_share(party.procurement, party.pk)
    if party.share_percent is not None and party.share_percent > left:
        names = {"total": 100 - left + party.share_percent, "organisation": organisation, "left": left}
        raise ValidationError({"share_percent": TOO_MUCH.format(**names)})
    change(party, {})


def _locked(procurement: Procurement) -> Procurement:
    """The procurement, held while its shares are added up: two at once cannot pass 100 together."""
    return Procurement.objects.select_for_update().get(pk=procurement.pk)
