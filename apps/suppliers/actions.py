"""Every write to the company register. All raise ValidationError with Swedish sentences, by field when they can."""

from uuid import UUID

from django.core.exceptions import ValidationError

from apps.accounts.models import Organisation
from apps.core import orgnumbers
from apps.core.actions import action, change, make_once, refuse_stale
from apps.suppliers.models import Supplier, SupplierAlias, SupplierContact

DUPLICATE = "Organisationsnumret {number} finns redan i registret. Använd den leverantören i stället."
NOT_SOLE_TRADER = (
    "{number} är ett företags organisationsnummer. Ta bort numret, eller krysset för enskild näringsidkare."
)


@action
def create_supplier(
    *,
    by,
    name: str,
    org_number: str = "",
    is_sole_trader: bool = False,
    is_demo: bool = False,
    token: UUID | None = None,
) -> Supplier:
    """Add a company. A sole trader's number is a personal number: it marks the supplier and is not stored."""

    def make():
        supplier = Supplier(token=token, is_demo=is_demo)
        change(supplier, {"name": name} | _identity(supplier, org_number, is_sole_trader))
        return supplier

    return make_once(Supplier, token, make)


@action
def update_supplier(
    *, by, supplier: Supplier, name: str, org_number: str = "", is_sole_trader: bool = False, seen: str | None = None
) -> Supplier:
    """Change a company's name or number. Raises core.actions.Conflict when it is not what was `seen`."""
    supplier = Supplier.objects.select_for_update().get(pk=supplier.pk)
    refuse_stale(supplier, seen)
    change(supplier, {"name": name} | _identity(supplier, org_number, is_sole_trader))
    return supplier


@action
def create_alias(*, by, supplier: Supplier, name: str) -> SupplierAlias:
    """Add another name. The same name again is no error: it gives the alias that is there."""
    known = supplier.aliases.filter(name__iexact=name.strip()).first()
    if known:
        return known
    if name.strip().casefold() == supplier.name.casefold():
        raise ValidationError({"name": f"”{name.strip()}” är redan leverantörens namn. Ange ett annat namn."})
    alias = SupplierAlias(supplier=supplier)
    change(alias, {"name": name.strip()})
    return alias


@action
def delete_alias(*, by, alias: SupplierAlias) -> None:
    """Take away another name. The history keeps it."""
    alias.delete()


@action
def create_contact(
    *, by, supplier: Supplier, organisation: Organisation, token: UUID | None = None, **values: str
) -> SupplierContact:
    """Record a person at the company (name, role, email, phone), seen by this organisation only."""

    def make():
        contact = SupplierContact(supplier=supplier, organisation=organisation, token=token)
        change(contact, values)
        return contact

    return make_once(SupplierContact, token, make)


@action
def update_contact(*, by, contact: SupplierContact, seen: str | None = None, **values: str) -> SupplierContact:
    """Change a person's details. Raises core.actions.Conflict when they are not what was `seen`."""
    contact = SupplierContact.objects.select_for_update().get(pk=contact.pk)
    refuse_stale(contact, seen)
    change(contact, values)
    return contact


@action
def delete_contact(*, by, contact: SupplierContact) -> None:
    """Take away a contact."""
    contact.delete()


def _identity(supplier: Supplier, written: str, is_sole_trader: bool) -> dict:
    """What to store of a written number. An unchanged number from an import is left alone, right or wrong."""
    if not written.strip():
        return {"org_number": None, "is_sole_trader": is_sole_trader}
    number = orgnumbers.normalise(written)
    if number.is_sole_trader:
        return {"org_number": None, "is_sole_trader": True}
    unchanged = number.digits is not None and number.digits == supplier.org_number
    if number.problem and not unchanged:
        raise ValidationError({"org_number": number.problem})
    if is_sole_trader:
        raise ValidationError({"is_sole_trader": NOT_SOLE_TRADER.format(number=number.formatted)})
    if Supplier.objects.filter(org_number=number.digits).exclude(pk=supplier.pk).exists():
        raise ValidationError({"org_number": DUPLICATE.format(number=number.formatted)})
    return {"org_number": number.digits, "is_sole_trader": False}
