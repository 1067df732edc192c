"""The lists of rows behind measures: whose rows a user may see, and their columns."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from apps.accounts.models import Department, Organisation, User
from apps.core.lists import Column, ComputedRows, FilterForm
from apps.mbl.models import Consultation
from apps.procurements.models import Contract, Procurement, Requirement
from apps.targets import measure_rows
from apps.targets.choices import Measure
from apps.targets.measures import Window

SEE_PROCUREMENTS, SEE_CONSULTATIONS = "procurements.view_procurement", "mbl.view_consultation"


class MeasureRowsFilter(FilterForm):
    """A list behind a number is the number's: nothing narrows it."""

    def __init__(self, data):
        super().__init__(data)
        del self.fields["q"]


@dataclass(frozen=True)
class _Due:
    """A requirement whose time is up, and whether it was fulfilled then."""

    pk: int
    row: Requirement
    last_on: date
    is_fulfilled: bool


@dataclass(frozen=True)
class RowsOf:
    """The rows behind a measure: `rows(user, organisation, department, days)` and its columns."""

    permission: str
    caption: str
    one: str
    rows: Callable[[User, Organisation, Department | None, Window], QuerySet | ComputedRows]
    columns: Callable[[], list[Column]]


def _procurements(user, organisation, department, days):
    rows = measure_rows.signed_procurements([organisation], department).filter(pk__in=_seen(Procurement, user))
    return rows.filter(first_signed_on__range=(days.first, days.last)).select_related("department")


def _unrequired(user, organisation, department, days):
    return _procurements(user, organisation, department, days).filter(is_required=False)


def _contracts(user, organisation, department, days):
    rows = measure_rows.signed_contracts([organisation], department).filter(pk__in=_seen(Contract, user))
    rows = rows.filter(signed_on__range=(days.first, days.last), is_required=True)
    return rows.select_related("procurement__department").prefetch_related("requirements")


def _requirements(user, organisation, department, days):
    rows = measure_rows.due_requirements([organisation], department).filter(pk__in=_seen(Requirement, user))
    rows = rows.filter(last_on__range=(days.first, days.last)).select_related("contract", "procurement__department")
    done = measure_rows.fulfilled(rows, days.last)
    return ComputedRows(_Due(row.pk, row, row.last_on, row.pk in done) for row in rows)


def _consultations(user, organisation, department, days):
    seen = Consultation.objects.visible_to(user, SEE_CONSULTATIONS).values("pk")
    rows = measure_rows.decided_consultations([organisation], department).filter(pk__in=seen)
    rows = rows.filter(decided_on__range=(days.first, days.last))
    return rows.select_related("procurement", "department", "union")


def _seen(model, user) -> QuerySet:
    return model.objects.visible_to(user, SEE_PROCUREMENTS).values("pk")


def _yes(key: str, label: str, is_so: Callable[[object], bool]) -> Column:
    """A column that says yes or no."""
    return Column(
        key,
        label,
        lambda row: "ja" if is_so(row) else "nej",
        tone=lambda row: "good" if is_so(row) else "warn",
    )


_DEPARTMENT = Column("department", "Förvaltning", lambda row: row.department and row.department.name)


def _title(row) -> str:
    return row.procurement.title


def _department_of(row) -> str | None:
    return row.procurement.department and row.procurement.department.name


def _procurement_columns() -> list[Column]:
    return [
        Column(
            "title",
            "Upphandling",
            lambda row: row.title,
            ("sort_key",),
            url=lambda row: row.get_absolute_url(),
            note=lambda row: row.case_number,
        ),
        _DEPARTMENT,
        Column("day", "Första avtalet", lambda row: row.first_signed_on, ("first_signed_on",), "date"),
        Column("value", "Värde", lambda row: row.known_value, ("known_value",), "money"),
        _yes("required", "Krav", lambda row: row.is_required),
        _yes("explained", "Motiv", lambda row: row.is_explained),
    ]


def _contract_columns() -> list[Column]:
    return [
        Column("name", "Avtal", lambda row: row.name, ("number",), url=lambda row: row.get_absolute_url()),
        Column("procurement", "Upphandling", _title, ("procurement__sort_key",)),
        Column("department", "Förvaltning", _department_of),
        Column("day", "Tecknat", lambda row: row.signed_on, ("signed_on",), "date"),
        Column("value", "Värde", lambda row: row.value, ("value",), "money"),
        Column("requirements", "Krav", lambda row: ", ".join(map(str, row.requirements.all()))),
    ]


def _requirement_columns() -> list[Column]:
    return [
        Column("requirement", "Krav", lambda due: str(due.row), url=lambda due: due.row.contract.get_absolute_url()),
        Column("contract", "Avtal", lambda due: due.row.contract.name),
        Column("procurement", "Upphandling", lambda due: _title(due.row)),
        Column("department", "Förvaltning", lambda due: _department_of(due.row)),
        Column("day", "Sista dag", lambda due: due.last_on, ("last_on",), "date"),
        _yes("fulfilled", "Uppfyllt", lambda due: due.is_fulfilled),
    ]


def _consultation_columns() -> list[Column]:
    return [
        Column(
            "procurement", "Upphandling", _title, ("procurement__sort_key",), url=lambda row: row.get_absolute_url()
        ),
        Column("department", "Förvaltning", lambda row: row.department.name, ("department__sort_key",)),
        Column("union", "Facklig organisation", lambda row: row.union.name, ("union__sort_key",)),
        Column("stage", "Steg", lambda row: row.get_stage_display(), ("stage",)),
        Column("closed", "Avslutad", lambda row: row.closed_on, ("closed_on",), "date"),
        Column("day", "Beslut", lambda row: row.decided_on, ("decided_on",), "date"),
        _yes("in_time", "I tid", lambda row: row.is_in_time),
    ]


_SIGNED = ("Upphandlingar", "upphandling")
LISTS: dict[str, RowsOf] = {
    Measure.WITH_REQUIREMENT.value: RowsOf(SEE_PROCUREMENTS, *_SIGNED, _procurements, _procurement_columns),
    "comply_or_explain": RowsOf(SEE_PROCUREMENTS, *_SIGNED, _unrequired, _procurement_columns),
    "contract_value_with_requirement": RowsOf(SEE_PROCUREMENTS, "Avtal", "avtal", _contracts, _contract_columns),
    Measure.FULFILMENT.value: RowsOf(SEE_PROCUREMENTS, "Krav", "krav", _requirements, _requirement_columns),
    Measure.MBL_IN_TIME.value: RowsOf(
        SEE_CONSULTATIONS, "Förhandlingar", "förhandling", _consultations, _consultation_columns
    ),
}
