"""One supplier in a form: chosen from a list while they are few, else searched for by name or number.

The contract form, which holds several suppliers, draws the line at the same number.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from apps.procurements import queries
from apps.procurements.contract_forms import NATIVE_SELECT_BELOW, NO_MATCH
from apps.suppliers.models import Supplier

SEE_SUPPLIER = "suppliers.view_supplier"
WORDS = "Skriv namn eller organisationsnummer."
MANY_MATCH = "Flera leverantörer passar ”{words}”: {found}. Skriv hela namnet eller organisationsnumret."
SUGGESTIONS = 5


def supplier_field(user, *, help_text: str = "", **common: Any) -> forms.Field:
    """The field, whose cleaned value is a Supplier the user may see or None. `common` are those of any form field."""
    visible = Supplier.objects.visible_to(user, SEE_SUPPLIER)
    if visible.count() < NATIVE_SELECT_BELOW:
        return forms.ModelChoiceField(queryset=visible, help_text=help_text, **common)
    return SupplierWords(user=user, help_text=f"{WORDS} {help_text}".strip(), **common)


class SupplierWords(forms.CharField):
    """Words that fit one supplier."""

    def __init__(self, *, user, **kwargs: Any):
        super().__init__(max_length=200, **kwargs)
        self.user = user

    def prepare_value(self, value: Any) -> Any:
        """A key is shown as the words that find its supplier again."""
        supplier = Supplier.objects.filter(pk=value).first() if isinstance(value, int) else None
        if supplier is None:
            return value
        return supplier.name if queries.find_suppliers(self.user, supplier.name) == [supplier] else supplier.org_number

    def clean(self, value: Any) -> Supplier | None:
        """The supplier. Raises ValidationError with those that fit when they are several, or when none does."""
        words = super().clean(value)
        if not words:
            return None
        found = queries.find_suppliers(self.user, words)
        if len(found) == 1:
            return found[0]
        names = ", ".join(_with_number(each) for each in found[:SUGGESTIONS])
        more = " med flera" if found[SUGGESTIONS:] else ""
        raise ValidationError((MANY_MATCH if found else NO_MATCH).format(words=words[:60], found=names + more))


def _with_number(supplier: Supplier) -> str:
    return f"{supplier.name} ({supplier.org_number})" if supplier.org_number else supplier.name
