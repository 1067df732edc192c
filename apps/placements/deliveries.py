"""What contracts have promised of each kind of effort against what has come of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor

from django.db.models import Case, Count, F, IntegerField, OuterRef, QuerySet, Subquery, When

from apps.accounts.models import Organisation
from apps.core.formats import iso_date
from apps.placements.fulfilment import Spell, Sum, fulfilment
from apps.placements.models import Activity, Placement
from apps.procurements.choices import COUNTED_MODELS, KINDLESS_MODELS, RequirementKind, RequirementUnit
from apps.procurements.models import Contract, Procurement, Requirement

# What a requirement of "praktik, lärling eller anställning" may be fulfilled by.
MIXED_KINDS = ("internship", "apprenticeship", "employment")


@dataclass(frozen=True)
class Delivery:
    """A kind of effort on a contract, promised and delivered: a line of a task list. `kind` is RequirementKind's."""

    kind: str
    label: str
    hint: str
    promised: int | None
    delivered: int | Fraction
    status_text: str
    status_kind: str
    url: str = ""


def deliveries(contract: Contract, *, today: date) -> list[Delivery]:
    """Promised against delivered, one line per kind that is promised or delivered."""
    # A kind may be required both as dialogue and as a number; the number, read last, is what can be counted.
    ordered = contract.requirements.exclude(model__in=KINDLESS_MODELS)
    requirements = {
        requirement.kind: requirement for requirement in ordered.order_by(F("count").asc(nulls_first=True), "pk")
    }
    placements = list(_started(Placement.objects.filter(contract=contract), today))
    started = Counter(placement.kind for placement in placements)
    started.update(Activity.objects.filter(contract=contract, held_on__lte=today).values_list("kind", flat=True))
    started[RequirementKind.MIXED] = sum(started[kind] for kind in MIXED_KINDS)
    return [
        _in_months(requirement, kind, placements, today)
        if (requirement := requirements.get(kind)) and requirement.unit == RequirementUnit.FTE_MONTHS
        else _in_number(requirement, kind, started[kind])
        for kind in RequirementKind
        if kind in requirements or (started[kind] and kind != RequirementKind.MIXED)
    ]


def fulfilled_requirements(organisation: Organisation, *, today: date) -> set[int]:
    """Requirements with a number that is reached, on contracts of the organisation and of its joint procurements."""
    counted = _on_contracts_of(organisation).filter(model__in=COUNTED_MODELS, count__isnull=False)
    in_months = counted.filter(unit=RequirementUnit.FTE_MONTHS)
    in_number = counted.exclude(unit=RequirementUnit.FTE_MONTHS).annotate(started=_number_started(today))
    return {
        *in_number.filter(count__lte=F("started")).values_list("pk", flat=True),
        *_fulfilled_in_months(in_months, today),
    }


def started_requirements(organisation: Organisation, *, today: date) -> set[int]:
    """Requirements whose first effort was to begin by a certain day and has begun."""
    rows = _on_contracts_of(organisation).filter(first_start_within_months__isnull=False)
    begun = rows.annotate(started=_number_started(today)).filter(started__gte=1)
    return set(begun.values_list("pk", flat=True))


def _on_contracts_of(organisation: Organisation) -> QuerySet:
    return Requirement.objects.filter(contract__procurement__in=Procurement.objects.of(organisation))


def _number_started(today: date) -> Case:
    """How many placements of a requirement's kind have started on its contract."""
    placements = _started(Placement.objects.filter(contract=OuterRef("contract")), today).order_by()
    of_kind, of_mixed = placements.filter(kind=OuterRef("kind")), placements.filter(kind__in=MIXED_KINDS)
    return Case(
        When(kind=RequirementKind.MIXED, then=_number(of_mixed)), default=_number(of_kind), output_field=IntegerField()
    )


def _number(placements: QuerySet) -> Subquery:
    return Subquery(placements.values("contract").annotate(number=Count("pk")).values("number"))


def _fulfilled_in_months(requirements: QuerySet, today: date) -> Iterable[int]:
    rows = list(requirements)
    placements: dict[int, list[Placement]] = {}
    for each in _started(Placement.objects.filter(contract__in={row.contract_id for row in rows}), today):
        placements.setdefault(each.contract_id, []).append(each)
    for row in rows:
        if _sum(row, placements.get(row.contract_id, []), today).is_fulfilled:
            yield row.pk


def _started(placements: QuerySet, today: date) -> QuerySet:
    return placements.standing().filter(started_on__lte=today).order_by("started_on", "pk")


def _sum(requirement: Requirement, placements: list[Placement], today: date) -> Sum:
    kinds = MIXED_KINDS if requirement.kind == RequirementKind.MIXED else (requirement.kind,)
    spells = [
        Spell(str(each), each.started_on, each.ended_on, each.extent_percent or 0, each.end_reason)
        for each in placements
        if each.kind in kinds
    ]
    return fulfilment(requirement.count or 0, spells, today)


def _in_months(requirement: Requirement, kind: RequirementKind, placements: list[Placement], today: date) -> Delivery:
    """A commitment in full-time months, with the terms of its sum (criterion 11554)."""
    result = _sum(requirement, placements, today)
    label, promised = kind.label.capitalize(), requirement.count
    terms = "; ".join(
        f"{term.label}: {_months(term.months)} månader × {term.extent_percent} %" for term in result.terms
    )
    hint = ", ".join(part for part in (terms, _due(requirement)) if part)
    if not promised:
        status, tone = ("påbörjad", "good") if result.delivered else ("inget ännu", "warn")
        return Delivery(kind.value, f"{label}: {_months(result.delivered)} heltidsmånader", hint, None, 0, status, tone)
    amount = f"{label}: {_months(result.delivered)} av {promised} heltidsmånader"
    if result.is_by_early_end:
        status, tone = "uppfyllt: minst 75 % när den anställde slutar", "good"
    elif result.is_fulfilled:
        status, tone = "uppfyllt", "good"
    else:
        status, tone = f"{_months(promised - result.delivered, is_missing=True)} heltidsmånader återstår", "warn"
    return Delivery(kind.value, amount, hint, promised, result.delivered, status, tone)


def _in_number(requirement: Requirement | None, kind: RequirementKind, delivered: int) -> Delivery:
    label, promised = kind.label.capitalize(), requirement.count if requirement else None
    due = _due(requirement) if requirement else ""
    if requirement is None:
        status, tone, hint = "utöver kraven", "info", "inget krav på avtalet"
    elif not promised:
        status, tone = ("påbörjad", "good") if delivered else ("inget ännu", "warn")
        hint = ", ".join(part for part in ("enligt dialog", due) if part)
    else:
        missing = promised - delivered
        status, tone = (f"{missing} återstår", "warn") if missing > 0 else ("uppfyllt", "good")
        hint = due
    amount = f"{delivered} av {promised} har startat" if promised else f"{delivered} har startat"
    return Delivery(kind.value, f"{label}: {amount}", hint, promised, delivered, status, tone)


def _due(requirement: Requirement) -> str:
    return f"senast {iso_date(requirement.due_on)}" if requirement.due_on else ""


def _months(value: Fraction | int, *, is_missing: bool = False) -> str:
    """Months with at most one decimal, rounded down so that nothing looks fulfilled too early; what is missing, up."""
    tenths = -floor(-value * 10) if is_missing else floor(value * 10)
    return f"{tenths // 10},{tenths % 10}" if tenths % 10 else str(tenths // 10)
