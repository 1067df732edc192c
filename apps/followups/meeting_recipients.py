"""Whom a meeting may be mailed to: the supplier's contacts, and the ordering department's contact."""

from dataclasses import dataclass

from apps.procurements.models import Contract, Procurement
from apps.suppliers.models import SupplierContact


@dataclass(frozen=True)
class Recipient:
    """`key` is what a form posts; suppliers get a link to approve by, the others sign in."""

    key: str
    label: str
    email: str
    is_supplier: bool


def recipients(procurement: Procurement, contract: Contract | None) -> list[Recipient]:
    """Those with an address, the suppliers' contacts first."""
    found = [*_suppliers(contract)] if contract else []
    department = procurement.department
    contact = department.contact if department else None
    if contact and contact.is_active and contact.email:
        found.append(Recipient(f"user-{contact.pk}", f"{contact.name}, {department.name}", contact.email, False))
    return found


def _suppliers(contract: Contract):
    rows = SupplierContact.objects.filter(organisation=contract.organisation_id, supplier__contracts=contract)
    for row in rows.exclude(email="").select_related("supplier").distinct():
        yield Recipient(f"contact-{row.pk}", f"{row.name}, {row.supplier.name}", row.email, True)
