"""The columns of the list of follow-ups, and so of its exports."""

from datetime import date

from django.urls import reverse

from apps.core.lists import Column
from apps.placements.follow_up_queries import months_text, standing_of


def follow_up_columns(today: date) -> list[Column]:
    """The columns of the list and of its export."""
    return [
        Column(
            "follow_up",
            "Uppföljning",
            lambda row: f"{row.placement}, {months_text(row.months)}",
            ("placement__number", "months"),
            url=lambda row: reverse("follow_up_answer", args=[row.pk]),
        ),
        Column("code", "Deltagarkod", lambda row: row.placement.participant.code, ("placement__participant__code",)),
        Column(
            "standing",
            "Läge",
            lambda row: standing_of(row, today).text,
            tone=lambda row: standing_of(row, today).tone,
        ),
        Column("due_on", "Ska göras", lambda row: row.due_on, ("due_on",), "date"),
        Column("situation", "Svar", lambda row: row.get_situation_display(), ("situation",)),
        Column("supplier", "Leverantör", lambda row: row.placement.supplier.name, ("placement__supplier__sort_key",)),
        Column("kind", "Insats", lambda row: row.placement.get_kind_display(), is_only_in_files=True),
        Column("ended_on", "Slutade", lambda row: row.placement.ended_on, (), "date", is_only_in_files=True),
        Column("answered_on", "Gjord", lambda row: row.answered_on, (), "date", is_only_in_files=True),
    ]
