"""Fields that the settings forms of union consultation share."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from apps.accounts.models import Department, Organisation
from apps.mbl.models import Union

MOST_DAYS = 200


class DatesField(forms.CharField):
    """Several days, one per line; gives a sorted tuple without doubles."""

    def __init__(self, **kwargs):
        super().__init__(**{"widget": forms.Textarea({"rows": 6, "inputmode": "numeric"})} | kwargs)

    def to_python(self, value: Any) -> tuple[date, ...]:
        if not isinstance(value, str):
            return tuple(value or ())
        lines = [(number, line.strip()) for number, line in enumerate(value.splitlines(), 1) if line.strip()]
        if len(lines) > MOST_DAYS:
            raise ValidationError(f"{len(lines)} dagar är för många. Ange högst {MOST_DAYS} i taget.")
        return tuple(sorted({_day(number, line) for number, line in lines}))

    def prepare_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else "\n".join(day.isoformat() for day in value)


def _day(number: int, line: str) -> date:
    try:
        return date.fromisoformat(line)
    except ValueError:
        raise ValidationError(
            f"Rad {number}: ”{line[:40]}” är inget datum. Skriv en dag per rad, till exempel 2026-09-01."
        ) from None


class Several(forms.ModelMultipleChoiceField):
    """Boxes for rows of which none may be ticked; the form sets the rows."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, model, **kwargs):
        super().__init__(queryset=model.objects.none(), required=False, **kwargs)


def departments_of(organisation: Organisation, chosen=()):
    """The organisation's departments in use, and those that are chosen already."""
    rows = Department.objects.filter(organisation=organisation)
    return rows.filter(is_active=True) | rows.filter(pk__in=[each for each in chosen if each])


def unions_of(organisation: Organisation, chosen=()):
    """The same of unions."""
    rows = Union.objects.filter(organisation=organisation)
    return rows.filter(is_active=True) | rows.filter(pk__in=[each for each in chosen if each])
