"""The columns of the placement and activity lists, and so of their exports."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from apps.core.formats import month
from apps.core.lists import Column
from apps.placements.queries import contract_label
from apps.placements.rules import tone

_CODE = Column(
    "code",
    "Deltagarkod",
    lambda row: row.shown_code,
    url=lambda row: reverse("participant_detail", args=[row.participant_id]) if row.shown_code else "",
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


def placement_columns(*, sees_codes: bool, sees_days: bool) -> list[Column]:
    """The columns; participants' codes and days only for those who may see them in the organisation."""

    def when(key: str, label: str, value: Callable[[Any], date | None], order=(), **options) -> Column:
        if sees_days:
            return Column(key, label, value, order, "date", **options)
        return Column(key, label, lambda row: month(value(row)) if value(row) else "", order, **options)

    return [
        Column("number", "Placering", str, ("number",), url=lambda row: row.get_absolute_url()),
        *([_CODE] if sees_codes else []),
        Column("kind", "Insats", lambda row: row.get_kind_display(), ("kind",), tone=lambda row: row.kind),
        Column("state", "Läge", lambda row: row.state_text, ("state",), tone=_tone),
        Column("supplier", "Leverantör", lambda row: row.supplier.name, ("supplier__sort_key",)),
        Column("contract", "Avtal", _contract_number, is_only_on_wide=True),
        when("starts_on", "Start", lambda row: row.starts_on, ("starts_on",)),
        when("ends_on", "Slut eller plan", lambda row: row.ended_on or row.planned_end_on, is_only_on_wide=True),
        Column(
            "extent_percent",
            "Omfattning",
            lambda row: row.extent_percent,
            ("extent_percent",),
            "percent",
            is_only_on_wide=True,
        ),
        Column("department", "Förvaltning", _department, is_only_in_files=True),
        Column("contract_title", "Avtalets benämning", _contract_title, is_only_in_files=True),
        when("planned_end_on", "Planerat slut", lambda row: row.planned_end_on, is_only_in_files=True),
        when("ended_on", "Slut", lambda row: row.ended_on, is_only_in_files=True),
    ]


def participant_columns() -> list[Column]:
    """Codes with how far each has come; the case reference stands on the participant's own page only."""
    return [
        Column("code", "Deltagarkod", str, ("code",), url=lambda row: row.get_absolute_url(), mark=_protection),
        Column("matcher", "Matchare", lambda row: row.matcher.name if row.matcher else "", ("matcher__name",)),
        Column("placements", "Placeringar", lambda row: row.placement_count, ("placement_count",), "number"),
        Column("waits_since", "Väntar på plats sedan", lambda row: row.waits_since, ("waits_since",), "date"),
        Column("created_at", "Koden skapad", lambda row: localdate(row.created_at), ("created_at",), "date"),
    ]


def _protection(row) -> str:
    return "skyddad" if row.is_protected else ""


def _department(row) -> str:
    department = row.contract.procurement.department if row.contract else None
    return department.name if department else ""


def _contract_title(row) -> str:
    return contract_label(row.contract) if row.contract else ""


def _contract_number(row) -> str:
    return (row.contract.number or contract_label(row.contract)) if row.contract else "utan avtal"


def _tone(row) -> str:
    return tone(row.state, is_undone=row.undone_at is not None)
