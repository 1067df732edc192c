"""The columns of the placement and activity lists, and so of their exports."""

from datetime import date

from django.urls import reverse

from apps.core.lists import Column
from apps.placements.queries import contract_label
from apps.placements.rules import TONES

_CODE = Column(
    "code",
    "Deltagarkod",
    lambda row: row.shown_code,
    url=lambda row: reverse("participant_detail", args=[row.shown_code]) if row.shown_code else "",
)


def activity_columns(*, can_change: bool) -> list[Column]:
    """The columns; the topic leads to the form for those who may change activities."""
    form = (lambda row: reverse("activity_update", args=[row.pk])) if can_change else None
    return [
        Column("topic", "Ämne", lambda row: row.topic, ("topic",), url=form),
        Column("kind", "Aktivitet", lambda row: row.get_kind_display(), ("kind",)),
        Column("held_on", "Datum", lambda row: row.held_on, ("held_on",), "date"),
        Column("supplier", "Leverantör", lambda row: row.supplier.name, ("supplier__sort_key",)),
        Column("contract", "Avtal", lambda row: contract_label(row.contract) if row.contract else ""),
        Column("participants", "Deltagare", lambda row: row.participant_count, ("participant_count",), "number"),
    ]


def placement_columns(*, sees_codes: bool, today: date) -> list[Column]:
    """The columns; participants' codes only for those who may see them in the organisation."""
    return [
        Column("number", "Placering", str, ("number",), url=lambda row: row.get_absolute_url()),
        *([_CODE] if sees_codes else []),
        Column("kind", "Insats", lambda row: row.get_kind_display(), ("kind",), tone=lambda row: row.kind),
        Column("state", "Läge", lambda row: row.state_on(today).value, tone=lambda row: TONES[row.state_on(today)]),
        Column("supplier", "Leverantör", lambda row: row.supplier.name, ("supplier__sort_key",)),
        Column("contract", "Avtal", lambda row: row.contract.number or contract_label(row.contract)),
        Column("started_on", "Start", lambda row: row.started_on, ("started_on",), "date"),
        Column("ends_on", "Slut eller plan", lambda row: row.ended_on or row.planned_end_on, (), "date"),
        Column("extent_percent", "Omfattning", lambda row: row.extent_percent, ("extent_percent",), "percent"),
        Column("department", "Förvaltning", _department, is_only_in_files=True),
        Column("contract_title", "Avtalets benämning", lambda row: contract_label(row.contract), is_only_in_files=True),
        Column("planned_end_on", "Planerat slut", lambda row: row.planned_end_on, (), "date", is_only_in_files=True),
        Column("ended_on", "Slut", lambda row: row.ended_on, (), "date", is_only_in_files=True),
    ]


def _department(row) -> str:
    department = row.contract.procurement.department
    return department.name if department else ""
