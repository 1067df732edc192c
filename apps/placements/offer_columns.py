"""The columns of the list of offered places, and so of its exports."""

from datetime import date

from apps.core.lists import Column
from apps.placements.offer_queries import reason_text, standing_of
from apps.placements.queries import contract_label


def offer_columns(today: date) -> list[Column]:
    """The columns; rows were read with `with_filled`."""
    return [
        Column(
            "occupation", "Yrke", lambda row: row.occupation, ("occupation",), url=lambda row: row.get_absolute_url()
        ),
        Column("kind", "Insats", lambda row: row.get_kind_display(), ("kind",), tone=lambda row: row.kind),
        Column(
            "standing",
            "Läge",
            lambda row: standing_of(row, today).text,
            tone=lambda row: standing_of(row, today).tone,
        ),
        Column("supplier", "Leverantör", lambda row: row.supplier.name, ("supplier__sort_key",)),
        Column("contract", "Avtal", _contract_number),
        Column("from_on", "Från", lambda row: row.from_on, ("from_on",), "date"),
        Column("count", "Platser", lambda row: row.count, ("count",), "number"),
        Column("filled", "Tillsatta", lambda row: row.filled, ("filled",), "number"),
        Column("place", "Ort eller arbetsplats", lambda row: row.place, is_only_in_files=True),
        Column("to_on", "Till", lambda row: row.to_on, (), "date", is_only_in_files=True),
        Column("offered_on", "Erbjuden", lambda row: row.offered_on, (), "date", is_only_in_files=True),
        Column("closed_on", "Stängd", lambda row: row.closed_on, (), "date", is_only_in_files=True),
        Column("reason", "Varför platser inte fylldes", reason_text, is_only_in_files=True),
        Column("department", "Förvaltning", _department, is_only_in_files=True),
    ]


def _address(row) -> str:
    return row.get_absolute_url()


def _contract_number(row) -> str:
    return (row.contract.number or contract_label(row.contract)) if row.contract else "utan avtal"


def _department(row) -> str:
    department = row.contract.procurement.department if row.contract else None
    return department.name if department else ""
