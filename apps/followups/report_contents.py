"""What a report asks about: the contract's commitments and its placements by number, and the draft that is typed.

A draft is what the steps held when they were saved, as text: {"lines": {requirement: {…}}, "placements": {…}}.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from apps.followups import report_words
from apps.followups.models import PlacementLine, ReportRequest
from apps.followups.report_rules import Line
from apps.placements import ledger
from apps.placements.choices import WORKED_STATES
from apps.placements.models import Placement
from apps.procurements.choices import KINDLESS_MODELS
from apps.procurements.models import Requirement

PLACEMENTS, EVIDENCE, CHECK = "placeringar", "underlag", "kontrollera"
_DECIMALS = ("hours", "full_time_months")
_MONTHS = ("starts_month", "ended_month")


@dataclass(frozen=True)
class Step:
    """A page of the report. `requirement` is the commitment it is about, `is_saved` whether it has been saved."""

    key: str
    label: str
    requirement: Requirement | None = None
    is_saved: bool = False


def requirements_of(report: ReportRequest) -> list[Requirement]:
    """The commitments that the report is about, the first to be due first."""
    rows = Requirement.objects.filter(contract=report.contract_id).exclude(model__in=KINDLESS_MODELS)
    return list(rows.order_by("due_on", "pk"))


def placements_of(report: ReportRequest) -> QuerySet[Placement]:
    """The supplier's placements on the contract that went on in the period reported. Numbers only are shown of them."""
    rows = Placement.objects.standing().filter(contract=report.contract_id, supplier=report.supplier_id)
    rows = rows.filter(state__in=WORKED_STATES, organisation=report.organisation_id)
    if report.period_from:
        rows = rows.filter(Q(ended_on=None) | Q(ended_on__gte=report.period_from))
    if report.period_to:
        rows = rows.filter(started_on__lte=report.period_to)
    return rows.order_by("number")


def steps_of(report: ReportRequest) -> list[Step]:
    """The pages in order: one for each commitment, the placements when there are any, evidence, and the last look."""
    lines, saved = report.draft.get("lines", {}), report.draft.get("saved", [])
    rows = requirements_of(report)
    found = [Step(str(number), str(row), row, str(row.pk) in lines) for number, row in enumerate(rows, start=1)]
    if placements_of(report).exists():
        found.append(Step(PLACEMENTS, report_words.PLACED, None, "placements" in saved))
    found.append(Step(EVIDENCE, report_words.FILES, None, EVIDENCE in saved))
    return [*found, Step(CHECK, "Kontrollera och skicka")]


def draft_line(report: ReportRequest, requirement: Requirement) -> dict:
    """What is typed about a commitment, ready for its form."""
    return _typed(report.draft.get("lines", {}).get(str(requirement.pk), {}))


def draft_placement(report: ReportRequest, placement: Placement) -> dict:
    """What is typed about a placement, ready for its form; its own start and extent before anything is."""
    held = report.draft.get("placements", {}).get(str(placement.pk))
    if held is None:
        return {"starts_month": month_of(placement.started_on), "extent_percent": placement.extent_percent}
    return _typed(held)


def as_text(values: dict) -> dict:
    """Values of a form as a draft keeps them; what is empty is left out."""
    kept = {name: value for name, value in values.items() if value not in (None, "", False)}
    return {name: str(value) if isinstance(value, Decimal | date) else value for name, value in kept.items()}


def line_of(values: dict) -> Line:
    """The rules' view of what was typed."""
    return Line(**{name: values[name] for name in Line.__dataclass_fields__ if values.get(name) not in (None, "")})


def unit_of(requirement: Requirement) -> str:
    """The unit that a commitment is reported in."""
    return ledger.unit_of(requirement)


def month_of(day: date | None) -> date | None:
    """The first of the day's month."""
    return day.replace(day=1) if day else None


def sent_placement(row: PlacementLine) -> tuple[date | None, int | None]:
    """Start and extent where the supplier says otherwise than the placement; None where it does not."""
    placement = row.placement
    start = row.starts_month if row.starts_month != month_of(placement.started_on) else None
    return start, row.extent_percent if row.extent_percent != placement.extent_percent else None


def _typed(held: dict) -> dict:
    found = dict(held)
    found |= {name: Decimal(held[name]) for name in _DECIMALS if name in held}
    return found | {name: date.fromisoformat(held[name]) for name in _MONTHS if name in held}
