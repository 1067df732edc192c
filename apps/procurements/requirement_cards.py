"""Requirements in words for the pages of a procurement and a contract."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from apps.core.formats import NBSP, iso_date
from apps.procurements.choices import RequirementModel
from apps.procurements.models import Procurement, Requirement
from apps.procurements.obligations import first_start_due
from apps.procurements.wording import counted, figure, kronor, listed, percent

GEOGRAPHIC_WARNING = (
    "Geografisk begränsning: {place}. Låt en jurist granska den, den kan strida mot likabehandling (LOU 4:1)."
)


@dataclass(frozen=True)
class RequirementRow:
    """A requirement as the pages show it: its name, the tag before it, what it says, and where it leads."""

    key: int
    name: str
    tag: str
    tone: str
    lines: list[str]
    warning: str
    note: str
    has_text: bool


def rows(requirements: Iterable[Requirement]) -> list[RequirementRow]:
    """The requirements, whose contract, procurement and clause are loaded."""
    return [_row(requirement) for requirement in requirements]


def requirements_card(procurement: Procurement, may_change: bool) -> dict[str, Any]:
    """What the documents of a procurement require, for procurements/_requirements_card.html."""
    standing = procurement.requirements.filter(contract=None).select_related("clause", "contract", "procurement")
    return {
        "rows": rows(standing),
        "may_change": may_change,
        "create_url": reverse("procurement_requirement_create", args=[procurement.pk]) if may_change else "",
    }


def _row(requirement: Requirement) -> RequirementRow:
    place = requirement.geographic_restriction
    return RequirementRow(
        key=requirement.pk,
        name=str(requirement),
        tag=requirement.get_kind_display() or requirement.get_model_display(),
        tone=requirement.kind,
        lines=list(_lines(requirement)),
        warning=GEOGRAPHIC_WARNING.format(place=place) if place else "",
        note=requirement.note,
        has_text=bool(requirement.clause_text),
    )


def _lines(requirement: Requirement) -> Iterator[str]:
    if requirement.clause:
        yield f"Klausul: {requirement.clause}"
    yield from _scope(requirement)
    yield from _days(requirement)
    yield from _sanctions(requirement)
    if requirement.late_motive:
        yield f"Ställt sent, med motivet: {requirement.late_motive}"


def _scope(requirement: Requirement) -> Iterator[str]:
    basis, rate = requirement.get_quantity_basis_display(), requirement.rate
    if requirement.model == RequirementModel.DIALOG:
        if rate is not None:
            yield f"Högst {figure(rate)} {requirement.get_unit_display()} kan bestämmas i dialogen"
    elif basis:
        yield f"Antalet sattes: {basis}" + (f", {figure(rate)}" if rate is not None else "")
    if requirement.reserved_share is not None:
        yield f"Minst {percent(requirement.reserved_share)} av personalen"
    if requirement.bonus_rate is not None:
        ceiling = requirement.bonus_ceiling
        most = f", högst {kronor(ceiling)}" if ceiling is not None else ""
        yield f"Bonus {kronor(requirement.bonus_rate)} per enhet{most}"


def _days(requirement: Requirement) -> Iterator[str]:
    start, end = requirement.starts_on, requirement.ends_on
    if start or end:
        yield f"Åtagandet gäller {iso_date(start)} till {iso_date(end)}"
    if requirement.due_on:
        yield f"Ska uppfyllas senast {iso_date(requirement.due_on)}"
    if months := requirement.first_start_within_months:
        contract = requirement.contract
        first = first_start_due(start or (contract and contract.starts_on), months)
        last = f": senast {iso_date(first)}" if first else ""
        yield f"Den första börjad eller erbjuden inom {counted(months, 'månad', 'månader')}{last}"
    if requirement.report_on:
        yield f"Rapport {listed([iso_date(day) for day in requirement.report_on])}"
    if requirement.follow_up_by:
        yield f"Följs upp av {requirement.get_follow_up_by_display()}"
    if requirement.counts_attempts:
        yield "Dokumenterade försök räknas som uppfyllelse"


def _sanctions(requirement: Requirement) -> Iterator[str]:
    if requirement.rectification_days is not None:
        yield f"Tid för rättelse: {counted(requirement.rectification_days, 'dag', 'dagar')}"
    if requirement.penalty_amount is not None:
        most = f", högst {kronor(requirement.penalty_cap)}" if requirement.penalty_cap is not None else ""
        unit = requirement.get_penalty_unit_display()
        yield f"Vite {kronor(requirement.penalty_amount)}{NBSP}per {unit}{most}"
    if requirement.blocks_call_offs:
        yield "Kan spärra från avrop"
    if requirement.allows_termination:
        yield "Kan leda till hävning"
