"""Every write to procurement cases and CPV codes. All raise ValidationError with Swedish sentences."""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.accounts.models import Organisation
from apps.core.actions import action, change, make_once, refuse_stale
from apps.procurements.choices import Phase
from apps.procurements.corrections import refuse_wrong_days
from apps.procurements.models import CpvCode, Procurement
from apps.procurements.queries import cpv_digits

OTHER_ORGANISATION = "Förvaltningen {department} hör till {theirs}. Välj en förvaltning i {ours}."

NOT_HERE = "En upphandling kan inte läggas upp i fasen {phase}. Lägg upp den som ny, annonserad eller med avtal."
ONLY_BY_MOVES = "Fasen ändras med knapparna på upphandlingens sida, inte här."
# In what phase a case may be added: as a need, or one that was begun outside Steget.
REGISTERED_AS = (Phase.NEED, Phase.PUBLISHED, Phase.CONTRACTED)


@action
def create_procurement(
    *, by, organisation: Organisation, today: date, token: UUID | None = None, phase: str = Phase.NEED, **values: Any
) -> Procurement:
    """Add a procurement case. `values` are fields of Procurement; `title` is needed.

    One that was begun elsewhere may be registered as published or with a contract; otherwise a case starts as a need.
    """

    def make():
        if phase not in REGISTERED_AS:
            raise ValidationError(NOT_HERE.format(phase=Phase(phase).label))
        procurement = Procurement(organisation=organisation, token=token, phase=phase)
        refuse_foreign_department(organisation, values.get("department"))
        _set(procurement, values, today)
        change(procurement, {})
        return procurement

    return make_once(Procurement, token, make)


@action
def update_procurement(
    *, by, procurement: Procurement, today: date, seen: str | None = None, **values: Any
) -> Procurement:
    """Change the planning of a procurement, and correct days that are given; its phase is changed by moves alone.

    Raises core.actions.Conflict when it is not what was `seen`.
    """
    procurement = Procurement.objects.select_for_update().get(pk=procurement.pk)
    refuse_stale(procurement, seen)
    if values.get("phase", procurement.phase) != procurement.phase:
        raise ValidationError(ONLY_BY_MOVES)
    refuse_foreign_department(procurement.organisation, values.get("department"))
    _set(procurement, values, today)
    change(procurement, {})
    return procurement


def _set(procurement: Procurement, values: dict[str, Any], today: date) -> None:
    changed = {name for name, value in values.items() if getattr(procurement, name) != value}
    for name, value in values.items():
        setattr(procurement, name, value)
    refuse_wrong_days(procurement, changed, today)


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
