"""Writes of unions and those who speak for them, of the plan's numbers and of the checklist.

All raise ValidationError with Swedish sentences. Agreements have `agreement_actions`.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Model

from apps.accounts.choices import Role
from apps.accounts.models import Department, Membership, Organisation
from apps.core.actions import action, change, make_once, refuse_stale
from apps.core.personal_numbers import refuse_personal_number
from apps.mbl import checklist
from apps.mbl.choices import UnionLevel
from apps.mbl.models import ChecklistTemplate, Consultation, PlanSettings, Union, UnionRepresentative
from apps.mbl.plan_words import Numbers
from apps.mbl.queries import plan_settings_of, template_of

FOREIGN = "{row} hör inte till {organisation}. Välj bland alternativen."
NOT_CENTRAL = "{union} är ingen central organisation. Välj en annan, eller ändra dess nivå först."
OWN_CENTRAL = "En organisation kan inte vara sin egen centrala organisation. Välj en annan."
HAS_LOCALS = "{union} är central organisation för {locals}. Ändra dem först."
NO_ACCOUNT = "{person} har inte rollen facklig representant i {organisation}. Ge rollen först, eller välj inget konto."
HAS_APPROVED = "{representative} har justerat protokoll och tas inte bort. Ta uppdraget ur bruk i stället."
MOST_DAYS_OFF = 200
TOO_MANY = "{count} lediga dagar går inte att spara. Ange högst {most}."


@action
def create_union(
    *, by, organisation: Organisation, departments: Iterable[Department] = (), token: UUID | None = None, **values: Any
) -> Union:
    """Add a union; without departments it is bound for all of them."""

    def make():
        union = Union(organisation=organisation, token=token)
        _save_union(union, departments, values)
        return union

    return make_once(Union, token, make)


@action
def update_union(
    *, by, union: Union, departments: Iterable[Department] = (), seen: str | None = None, **values: Any
) -> Union:
    """Change a union. Raises core.actions.Conflict when it is not what was `seen`."""
    union = Union.objects.select_for_update().get(pk=union.pk)
    refuse_stale(union, seen, *bound_ids(union))
    _save_union(union, departments, values)
    return union


def bound_ids(union: Union) -> list[int]:
    """The ids of its departments: part of what a form has seen."""
    return sorted(union.bindings.values_list("department_id", flat=True))


@action
def create_representative(*, by, token: UUID | None = None, **values: Any) -> UnionRepresentative:
    """Add somebody who speaks for a union: `role` and `email`, the name only when wanted (fact 57)."""

    def make():
        representative = UnionRepresentative(token=token)
        _save_representative(representative, values)
        return representative

    return make_once(UnionRepresentative, token, make)


@action
def update_representative(
    *, by, representative: UnionRepresentative, seen: str | None = None, **values: Any
) -> UnionRepresentative:
    """Change a representative. Raises core.actions.Conflict when the row is not what was `seen`."""
    representative = UnionRepresentative.objects.select_for_update().get(pk=representative.pk)
    refuse_stale(representative, seen)
    _save_representative(representative, values)
    return representative


@action
def delete_representative(*, by, representative: UnionRepresentative) -> None:
    """Take a representative away, unless minutes were approved from the account."""
    approved = Consultation.objects.filter(
        union=representative.union_id, minutes_approved_union_by=representative.user_id
    )
    if representative.user_id and approved.exists():
        raise ValidationError(HAS_APPROVED.format(representative=representative))
    UnionRepresentative.objects.filter(pk=representative.pk).delete()


@action
def save_plan_settings(
    *,
    by,
    organisation: Organisation,
    seen: str | None = None,
    numbers: Mapping[str, int],
    days_off: Iterable[date],
) -> PlanSettings:
    """Keep the plan's numbers and further days off. A number like the shipped one is not kept.

    Raises core.actions.Conflict when they are not what was `seen`.
    """
    settings = _locked_settings(organisation)
    refuse_stale(settings, seen)
    try:
        whole = Numbers(**numbers)
    except ValueError as error:
        raise ValidationError(str(error)) from error
    shipped = Numbers()
    own = {name: getattr(whole, name) for name in numbers if getattr(whole, name) != getattr(shipped, name)}
    days = sorted(set(days_off))
    if len(days) > MOST_DAYS_OFF:
        raise ValidationError({"days_off": TOO_MANY.format(count=len(days), most=MOST_DAYS_OFF)})
    change(settings, {"numbers": own, "days_off": days})
    return settings


@action
def reset_numbers(*, by, organisation: Organisation) -> PlanSettings:
    """Give the plan the shipped numbers again; days off stay."""
    settings = _locked_settings(organisation)
    change(settings, {"numbers": {}})
    return settings


@action
def save_checklist(
    *,
    by,
    organisation: Organisation,
    guidance: Mapping[str, str],
    note: str = "",
    seen: str | None = None,
    token: UUID | None = None,
) -> ChecklistTemplate:
    """Make a new version of the checklist with guidance by step. Consultations keep the version they began with.

    Raises core.actions.Conflict when the newest version is not what was `seen`.
    """

    def make():
        Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
        newest = template_of(organisation)
        refuse_stale(newest, seen)
        for text in guidance.values():
            refuse_personal_number(text)
        items = checklist.with_guidance(checklist.from_dicts(newest.items), guidance)
        made = ChecklistTemplate(organisation=organisation, version=newest.version + 1, created_by=by, token=token)
        change(made, {"items": checklist.to_dicts(items), "note": note})
        return made

    return make_once(ChecklistTemplate, token, make)


def refuse_foreign(organisation: Organisation, rows: Iterable[Model], field: str) -> None:
    """Raise ValidationError at `field` when a row is another organisation's."""
    for row in rows:
        if row.organisation_id != organisation.pk:
            raise ValidationError({field: FOREIGN.format(row=row, organisation=organisation)})


def _save_union(union: Union, departments: Iterable[Department], values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(union, name, value)
    departments = list(departments)
    refuse_foreign(union.organisation, departments, "departments")
    _check_central(union)
    change(union, {})
    union.departments.set(departments)


def _check_central(union: Union) -> None:
    if union.central:
        refuse_foreign(union.organisation, [union.central], "central")
        if union.central_id == union.pk:
            raise ValidationError({"central": OWN_CENTRAL})
        if union.central.level != UnionLevel.CENTRAL:
            raise ValidationError({"central": NOT_CENTRAL.format(union=union.central)})
    if union.pk and union.level == UnionLevel.LOCAL and (names := [str(each) for each in union.locals.all()]):
        raise ValidationError({"level": HAS_LOCALS.format(union=union, locals=", ".join(names))})


def _save_representative(representative: UnionRepresentative, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(representative, name, value)
    representative.email = representative.email.lower()
    person, organisation = representative.user, representative.union.organisation
    roles = Membership.objects.filter(user=person, organisation=organisation, role=Role.UNION)
    if person and not roles.exists():
        raise ValidationError({"user": NO_ACCOUNT.format(person=person, organisation=organisation)})
    change(representative, {})


def _locked_settings(organisation: Organisation) -> PlanSettings:
    """The row, held through its organisation: there may be none yet, and two must not make one each."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    return plan_settings_of(organisation)
