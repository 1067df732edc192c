"""Every write to procurement cases and CPV codes. All raise ValidationError with Swedish sentences."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.accounts.models import Organisation
from apps.core.actions import action, change, make_once, refuse_stale
from apps.procurements.models import CpvCode, Procurement
from apps.procurements.queries import cpv_digits

OTHER_ORGANISATION = "Förvaltningen {department} hör till {theirs}. Välj en förvaltning i {ours}."


@action
def create_procurement(*, by, organisation: Organisation, token: UUID | None = None, **values: Any) -> Procurement:
    """Add a procurement case. `values` are fields of Procurement; `title` is needed."""

    def make():
        procurement = Procurement(organisation=organisation, token=token)
        refuse_foreign_department(organisation, values.get("department"))
        change(procurement, values)
        return procurement

    return make_once(Procurement, token, make)


@action
def update_procurement(*, by, procurement: Procurement, seen: str | None = None, **values: Any) -> Procurement:
    """Change fields of a procurement. Raises core.actions.Conflict when it is not what was `seen`."""
    procurement = Procurement.objects.select_for_update().get(pk=procurement.pk)
    refuse_stale(procurement, seen)
    refuse_foreign_department(procurement.organisation, values.get("department"))
    change(procurement, values)
    return procurement


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


def refuse_foreign_department(organisation: Organisation, department) -> None:
    """Raise ValidationError on `department` when it is another organisation's."""
    if department is not None and department.organisation_id != organisation.pk:
        sentence = OTHER_ORGANISATION.format(department=department, theirs=department.organisation, ours=organisation)
        raise ValidationError({"department": sentence})
