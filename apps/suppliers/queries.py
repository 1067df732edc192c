"""Questions to the company register."""

from apps.core import orgnumbers
from apps.suppliers.models import Supplier


def supplier_with_number(written: str | None, *, apart_from: int | None = None) -> Supplier | None:
    """The company that has the number, however it is written."""
    digits = orgnumbers.normalise(written).digits
    return Supplier.objects.filter(org_number=digits).exclude(pk=apart_from).first() if digits else None


def has_number(supplier: Supplier) -> bool:
    """Whether the stored row has an organisation number."""
    return Supplier.objects.filter(pk=supplier.pk).exclude(org_number=None).exists()
