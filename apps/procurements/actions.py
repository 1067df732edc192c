"""Every write to procurements and their contracts. All raise ValidationError with Swedish sentences."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.accounts.models import Organisation
from apps.core.actions import action, change, make_once, refuse_stale
from apps.procurements.models import Contract, ContractSupplier, CpvCode, Procurement
from apps.procurements.queries import cpv_digits
from apps.suppliers.models import Supplier

OTHER_ORGANISATION = "Förvaltningen {department} hör till {theirs}. Välj en förvaltning i {ours}."
NO_SUPPLIER = "Ange minst en leverantör. Sök på namn eller organisationsnummer."


@action
def create_procurement(*, by, organisation: Organisation, token: UUID | None = None, **values: Any) -> Procurement:
    """Add a procurement case. `values` are fields of Procurement; `title` is needed."""

    def make():
        procurement = Procurement(organisation=organisation, token=token)
        _refuse_foreign_department(organisation, values.get("department"))
        change(procurement, values)
        return procurement

    return make_once(Procurement, token, make)


@action
def update_procurement(*, by, procurement: Procurement, seen: str | None = None, **values: Any) -> Procurement:
    """Change fields of a procurement. Raises core.actions.Conflict when it is not what was `seen`."""
    procurement = Procurement.objects.select_for_update().get(pk=procurement.pk)
    refuse_stale(procurement, seen)
    _refuse_foreign_department(procurement.organisation, values.get("department"))
    change(procurement, values)
    return procurement


@action
def create_contract(
    *, by, procurement: Procurement, suppliers: Iterable[Supplier], token: UUID | None = None, **values: Any
) -> Contract:
    """Add a contract with its suppliers (at least one) under a procurement."""

    def make():
        contract = Contract(organisation_id=procurement.organisation_id, procurement=procurement, token=token)
        change(contract, values)
        _set_suppliers(contract, suppliers)
        return contract

    return make_once(Contract, token, make)


@action
def update_contract(
    *, by, contract: Contract, suppliers: Iterable[Supplier] | None = None, seen: str | None = None, **values: Any
) -> Contract:
    """Change fields of a contract, and its suppliers unless None. Raises core.actions.Conflict like the others."""
    contract = Contract.objects.select_for_update().get(pk=contract.pk)
    refuse_stale(contract, seen, contract.supplier_ids)
    change(contract, values)
    if suppliers is not None:
        _set_suppliers(contract, suppliers)
    return contract


def learn_cpv(code: str, label: str = "") -> CpvCode | None:
    """The CPV code, taken into the list when it is new; None when the text is no code.

    A name is never replaced by an empty one, nor by a register's own wording: the first one stands.
    """
    digits = cpv_digits(code)
    if digits is None:
        return None
    known, created = CpvCode.objects.get_or_create(code=digits, defaults={"label": label.strip()[:300]})
    if not created and label.strip() and not known.label:
        change(known, {"label": label.strip()[:300]})
    return known


def _refuse_foreign_department(organisation: Organisation, department) -> None:
    if department is not None and department.organisation_id != organisation.pk:
        sentence = OTHER_ORGANISATION.format(department=department, theirs=department.organisation, ours=organisation)
        raise ValidationError({"department": sentence})


def _set_suppliers(contract: Contract, suppliers: Iterable[Supplier]) -> None:
    """Make these the contract's suppliers; those that stay keep their rank."""
    wanted = {supplier.pk: supplier for supplier in suppliers}
    if not wanted:
        raise ValidationError({"suppliers": NO_SUPPLIER})
    contract.parties.exclude(supplier__in=wanted).delete()
    present = set(contract.parties.values_list("supplier", flat=True))
    for pk, supplier in wanted.items():
        if pk not in present:
            change(ContractSupplier(contract=contract, supplier=supplier), {})
