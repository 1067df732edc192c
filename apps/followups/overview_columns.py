"""Columns of the overview of followed-up contracts."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse
from django.utils.text import capfirst

from apps.core.addresses import address
from apps.core.formats import iso_date
from apps.core.lists import Column
from apps.followups.choices import Intensity, PointKind
from apps.followups.overview_queries import Fulfilment, risk_words

NOTHING = Fulfilment(None, "inget att räkna")
READ_ONLY = "Avtal med krav: hur långt de har kommit och vad som är nästa steg."
_TONES = ("good", "warn", "bad", "bad")
_SHORT = {
    PointKind.FIRST_START: "Första insatsen",
    PointKind.REPORT: "Rapport",
}


def columns(found: Mapping[int, Fulfilment], today: date) -> list[Column]:
    """The columns; `found` has how far each contract has come, read for the rows about to be shown."""
    return [
        Column(
            "name",
            "Avtal",
            lambda row: row.name,
            ("number", "title"),
            url=lambda row: address("followup_plan", row.pk),
            note=lambda row: ", ".join(supplier.name for supplier in row.suppliers.all()),
        ),
        Column("suppliers", "Leverantörer", _suppliers, is_only_in_files=True),
        Column("intensity", "Uppföljning", _intensity, ("intensity",)),
        Column(
            "fulfilment",
            "Uppfyllt",
            lambda row: found.get(row.pk, NOTHING).text,
            bar=lambda row: found.get(row.pk, NOTHING).percent,
        ),
        Column(
            "next",
            "Nästa",
            lambda row: _next(row, today),
            ("next_on",),
            # The day on a line of its own, where it never breaks at its hyphens.
            note=lambda row: iso_date(row.next_on) if row.next_on else "",
        ),
        Column("next_on", "Nästa datum", lambda row: row.next_on, (), "date", is_only_in_files=True),
        Column("risk", "Risk", lambda row: capfirst(risk_words(row)), ("risk",), tone=lambda row: _TONES[row.risk]),
        Column(
            "contact",
            "Senaste kontakt",
            lambda row: row.last_contact_on,
            ("last_contact_on",),
            "date",
        ),
        Column(
            "percent",
            "Uppfyllt, procent",
            lambda row: found.get(row.pk, NOTHING).percent,
            kind="number",
            is_only_in_files=True,
        ),
        Column("procurement", "Upphandling", lambda row: row.procurement.title, is_only_in_files=True),
        Column("ends", "Slut", lambda row: row.ends_on, ("ends_on",), "date", is_only_in_files=True),
    ]


def doors(today) -> list[dict]:
    """ "Vad behöver mig i dag": each number with the way to what it counts."""
    overview, reports = reverse("followup_overview"), reverse("report_list")
    rows = (
        ("Försenade punkter i planerna", today.late_points, f"{overview}?risk=sena"),
        ("Rapporter att granska", today.to_review, f"{reports}?visa=granska"),
        ("Sena rapporter", today.late_reports, f"{reports}?visa=sena"),
        ("Öppna avvikelser", today.open_deviations, reverse("deviation_list")),
        ("Möten den här veckan", today.meetings, reverse("meeting_list")),
    )
    return [{"label": label, "value": value, "url": url} for label, value, url in rows]


def lead(today) -> str:
    """The page's first sentence."""
    waiting = today.late_points + today.to_review + today.late_reports + today.open_deviations
    if not waiting:
        return "Inget väntar på dig i dag."
    return "En sak väntar på dig i dag." if waiting == 1 else f"{waiting} saker väntar på dig i dag."


def _suppliers(row) -> str:
    return ", ".join(supplier.name for supplier in row.suppliers.all())


def _intensity(row) -> str:
    return capfirst(Intensity(row.intensity).label) if row.intensity else "Ingen plan"


def _next(row, today: date) -> str:
    if row.next_on is None:
        return ""
    kind = PointKind(row.next_kind)
    name = _SHORT.get(kind, capfirst(kind.label))
    return f"{name}, försenad" if row.next_on < today else name
