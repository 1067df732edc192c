"""Reads over several tables of procurement."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import ValidationError
from django.db.models import Case, Exists, Func, IntegerField, OuterRef, QuerySet, TextField, Value, When
from django.db.models.functions import Concat, ExtractYear, JSONObject

from apps.accounts.access import grants_with
from apps.accounts.models import Department, Membership, Organisation, User
from apps.core.fields import folded
from apps.core.lookups import is_given
from apps.core.questions import Given, Question
from apps.procurements.choices import Phase
from apps.procurements.models import Contract, CpvCode, Procurement, ProcurementParty
from apps.suppliers.models import Supplier

CHANGE = "procurements.change_procurement"
RESPONSIBLE_ROLES = ("officer", "coordinator")
SUGGESTIONS = 8
_CPV = re.compile(r"(\d{8})(?:-?\d)?")
_UNKNOWN_CPV = "CPV-koden {code} finns inte i listan. Kontrollera siffrorna, eller ange huvudgruppen {division}."
_NO_CPV = "Ingen CPV-kod passar ”{text}”. Ange åtta siffror, till exempel 45000000, eller ett annat ord."
_MANY_CPV = "Flera CPV-koder passar ”{text}”. Ange en av dem: {codes}."


class ListedProcurement(NamedTuple):
    """What a row of the list and its next date are read from; of some sixty columns, among them long texts."""

    pk: int
    organisation_id: int
    department_id: int | None
    department: str | None
    responsible: str | None
    decision: str
    is_joint: bool
    title: str
    case_number: str
    estimated_value: Decimal | None
    phase: str
    kind: str
    published_on: date | None
    planned_publication_on: date | None
    planned_signing_on: date | None
    questions_close_on: date | None
    tender_deadline_at: datetime | None
    is_accelerated: bool
    procedure: str
    award_notice_sent_on: date | None
    notice_mode: str
    standstill_days_stated: int | None
    review_applied_on: date | None
    court_decided_on: date | None
    is_standstill_lifted: bool


def listed_rows(keys: list[int]) -> list[ListedProcurement]:
    """The procurements with these keys, in the order of the keys."""
    found = {row[0]: ListedProcurement._make(row) for row in _LISTED_ROWS.ask(keys=keys)}
    return [found[key] for key in keys if key in found]


def _listed_rows() -> QuerySet:
    parties = ProcurementParty.objects.filter(procurement=OuterRef("pk"))
    rows = (
        Procurement.objects.filter(is_given("pk", "keys")).order_by().with_decision().annotate(is_joint=Exists(parties))
    )
    named = {"department": "department__name", "responsible": "responsible__name"}
    return rows.values_list(*(named.get(name, name) for name in ListedProcurement._fields))


_LISTED_ROWS = Question(_listed_rows)


@cache
def listed() -> QuerySet[Procurement]:
    """All procurements with what the list is filtered and sorted by. Put together once: whose they are and what they
    are filtered by is added to it.
    """
    steps = [When(phase=phase, then=Value(number)) for number, phase in enumerate(Phase.values)]
    name = Func("responsible__name", function="sv_sort_key", output_field=TextField(db_collation="C"))
    orders = {"phase_order": Case(*steps, output_field=IntegerField()), "responsible_order": name}
    return Procurement.objects.with_decision().alias(**orders)


@cache
def listed_contracts() -> QuerySet[Contract]:
    """All contracts with their decision, procurement, suppliers and requirements, put together once as `listed`."""
    rows = Contract.objects.with_decision()
    return rows.select_related("procurement").prefetch_related("suppliers", "requirements")


def departments_for(user, organisation: Organisation, kept: int | None = None) -> QuerySet[Department]:
    """The departments a procurement of the user may belong to: active ones, and the one it has."""
    own = Department.objects.visible_to(user, CHANGE).filter(organisation=organisation)
    return own.filter(is_active=True) | own.filter(pk=kept)


def holds_everywhere(user, organisation: Organisation) -> bool:
    """Whether the user may change procurements of the whole organisation, also those without a department."""
    return any(
        grant.organisation_id == organisation.pk and grant.department_id is None for grant in grants_with(user, CHANGE)
    )


def people_for(organisation: Organisation, kept: int | None = None) -> QuerySet[User]:
    """Those who may be responsible: the organisation's officers and coordinators, and the one who is."""
    roles = Membership.objects.filter(organisation=organisation, role__in=RESPONSIBLE_ROLES)
    held = User.objects.filter(pk__in=roles.values("user"), is_active=True)
    return (held | User.objects.filter(pk=kept)).order_by("name", "pk")


def cpv_digits(text: str) -> str | None:
    """The eight digits of a CPV code written with or without its check digit, or None."""
    found = _CPV.fullmatch("".join(text.split()).replace("–", "-"))
    return found[1] if found else None


def find_cpv(text: str) -> CpvCode | None:
    """The code that is meant by digits or by words of its name; None for an empty text.

    Raises ValidationError with a sentence that offers the codes nearest to it.
    """
    words = text.strip()
    if not words:
        return None
    digits = cpv_digits(words.split(" ")[0]) or cpv_digits(words)
    if digits:
        return CpvCode.objects.filter(pk=digits).first() or _refuse_unknown(digits)
    fitting = list(
        CpvCode.objects.annotate(name=_folded_label()).filter(name__contains=folded(words))[: SUGGESTIONS + 1]
    )
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise ValidationError(_NO_CPV.format(text=words[:60]))
    codes = ", ".join(str(code) for code in fitting[:SUGGESTIONS]) + (" med flera" if fitting[SUGGESTIONS:] else "")
    raise ValidationError(_MANY_CPV.format(text=words[:60], codes=codes))


def divisions() -> QuerySet[CpvCode]:
    """The 45 main groups."""
    return CpvCode.objects.filter(code__endswith="000000")


@dataclass(frozen=True)
class FilterChoices:
    """What an organisation's procurements can be filtered by: keys and labels, and years of planned publication."""

    people: list[tuple[str, str]]
    departments: list[tuple[str, str]]
    divisions: list[tuple[str, str]]
    years: list[int]


def filter_choices(organisation: Organisation) -> FilterChoices:
    """Those who may be responsible, all departments, the main groups and the years, in one question."""
    ((*named, years),) = _CHOICES.ask(organisation=organisation.pk)
    return FilterChoices(*([(str(each["key"]), each["label"]) for each in rows] for rows in named), years=years)


def _choices() -> QuerySet:
    asked = Given("organisation")
    planned = Procurement.objects.of(asked).filter(planned_publication_on__isnull=False)
    years = planned.values(year=ExtractYear("planned_publication_on")).distinct().order_by("year")
    departments = Department.objects.filter(organisation=asked)
    return Organisation.objects.filter(pk=asked).values_list(
        ArraySubquery(people_for(asked).values(json=JSONObject(key="pk", label="name"))),
        ArraySubquery(departments.values(json=JSONObject(key="pk", label="name"))),
        ArraySubquery(divisions().values(json=JSONObject(key="code", label=Concat("code", Value(" "), "label")))),
        ArraySubquery(years),
    )


_CHOICES = Question(_choices)


def find_suppliers(user, words: str) -> list[Supplier]:
    """Suppliers that fit a search, at most twenty; one whose name or number is exactly that stands alone."""
    rows = Supplier.objects.visible_to(user, "suppliers.view_supplier").search(words)[:20]
    number = "".join(ch for ch in words if ch.isdigit())
    exact = [row for row in rows if row.name.casefold() == words.strip().casefold() or row.org_number == number]
    return exact if len(exact) == 1 else list(rows)


def ranking(contract: Contract) -> tuple[tuple[int, int | None], ...]:
    """The contract's suppliers with their ranks, for comparing two versions."""
    return tuple(sorted(contract.parties.values_list("supplier", "rank")))


def _folded_label() -> Func:
    return Func("label", function="sv_fold", output_field=TextField())


def _refuse_unknown(digits: str):
    division = CpvCode.objects.filter(code=f"{digits[:2]}000000").first()
    if division is None:
        raise ValidationError(_NO_CPV.format(text=digits))
    raise ValidationError(_UNKNOWN_CPV.format(code=digits, division=division))
