"""The first days of an organisation's kinds of effort, and whether a procurement may ask for a kind."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.text import capfirst

from apps.accounts.models import Organisation
from apps.core.formats import iso_date
from apps.core.lists import Cell, Heading, Row, Table
from apps.procurements import kind_rules
from apps.procurements.choices import RequirementKind
from apps.procurements.models import Contract, Procurement, RequirementKindStart

_LISTED = ("Insats", "Läge", "Första dag")


@dataclass(frozen=True)
class KindState:
    """A kind and whether it may be asked for in what is published on the day."""

    kind: RequirementKind
    starts_on: date | None
    is_on: bool

    @property
    def text(self) -> str:
        return "på" if self.is_on else f"av till {iso_date(self.starts_on)}"


def kind_states(organisation: Organisation, today: date) -> list[KindState]:
    """Every kind in its order; one without a first day is on."""
    starts = dict(RequirementKindStart.objects.filter(organisation=organisation).values_list("kind", "starts_on"))
    return [KindState(kind, starts.get(kind), kind not in starts or starts[kind] <= today) for kind in RequirementKind]


def kinds_table(states: list[KindState], *, may_change: bool) -> Table:
    """The kinds with their state; each leads to its form for those who may change it."""
    rows = [
        Row(
            [
                Cell(
                    capfirst(each.kind.label),
                    "Insats",
                    url=reverse("requirement_kind_update", args=[each.kind.value]) if may_change else "",
                ),
                Cell(each.text, "Läge", tone="good" if each.is_on else "neutral"),
                Cell(iso_date(each.starts_on) if each.starts_on else "alltid", "Första dag"),
            ]
        )
        for each in states
    ]
    return Table("Insatser", [Heading(label, False) for label in _LISTED], rows)


def refusal(procurement: Procurement, contract: Contract | None, kind: str, today: date | None) -> str:
    """Why a requirement of the kind may not be set in the procurement; empty when it may."""
    row = RequirementKindStart.objects.filter(organisation=procurement.organisation_id, kind=kind).first()
    if row is None:
        return ""
    published = kind_rules.published_by(
        sent_on=procurement.sent_for_publication_on,
        published_on=procurement.published_on,
        signed_on=contract and (contract.signed_on or contract.starts_on),
        planned_on=procurement.planned_publication_on,
        today=today,
    )
    return kind_rules.refusal(kind, row.starts_on, published, str(procurement.organisation))
