"""From an offered place to work, and at how many suppliers: what became of a year's places, protected by `disclosure`.

What became of somebody is told once, from the whole year's frozen report (docs/decisions/0019), as it stood on the
year's last day. Until then only how many places were offered and begun, and at how many suppliers.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from apps.accounts.models import Department, Organisation
from apps.core.formats import number as number_text
from apps.placements.choices import EndReason
from apps.targets.disclosure import ALL, HIDDEN, Cell, Dimension, protect
from apps.targets.measures import Window

# Of all kinds, counted or not: what is told must not depend on which target holds, since two tables of the same persons
# would give away what each of them hides. Rows (department, what became of them, places): offered in the window, or
# begun in it without having been offered first; 'empty' has not begun by the window's last day.
_PLACES = """
WITH begun AS (
  SELECT p.offer_id, u.department_id,
    CASE WHEN p.ended_on IS NULL OR p.ended_on > %(last)s THEN 'other' WHEN p.end_reason = ANY(%(moved)s) THEN 'moved'
         WHEN p.end_reason = %(completed)s THEN 'completed' ELSE 'other' END AS fate
  FROM placements_placement p
  LEFT JOIN placements_placeoffer o ON o.id = p.offer_id
  LEFT JOIN procurements_contract c ON c.id = coalesce(o.contract_id, p.contract_id)
  LEFT JOIN procurements_procurement u ON u.id = c.procurement_id
  WHERE p.organisation_id = %(organisation)s AND p.undone_at IS NULL
  AND p.started_on BETWEEN %(first)s AND %(last)s
  AND (p.offer_id IS NULL OR o.offered_on BETWEEN %(first)s AND %(last)s)
), empty AS (
  SELECT u.department_id, greatest(0, o.count - (SELECT count(*) FROM begun b WHERE b.offer_id = o.id)) AS places
  FROM placements_placeoffer o
  LEFT JOIN procurements_contract c ON c.id = o.contract_id
  LEFT JOIN procurements_procurement u ON u.id = c.procurement_id
  WHERE o.organisation_id = %(organisation)s
  AND o.offered_on BETWEEN %(first)s AND %(last)s
)
SELECT department_id, fate, count(*) FROM begun GROUP BY department_id, fate
UNION ALL SELECT department_id, 'empty', sum(places) FROM empty GROUP BY department_id
"""
# Rows (supplier, placements begun in the window).
_SUPPLIERS = """
SELECT p.supplier_id, s.name, count(*)
FROM placements_placement p JOIN suppliers_supplier s ON s.id = p.supplier_id
LEFT JOIN procurements_contract c ON c.id = p.contract_id
LEFT JOIN procurements_procurement u ON u.id = c.procurement_id
WHERE p.organisation_id = %(organisation)s AND p.undone_at IS NULL
AND p.started_on BETWEEN %(first)s AND %(last)s AND (%(department)s::bigint IS NULL OR u.department_id = %(department)s)
GROUP BY p.supplier_id, s.name ORDER BY count(*) DESC, s.name, p.supplier_id
"""
_FATES = Dimension("fate", ("moved", "completed", "other"), {"done": frozenset(("moved", "completed"))})


@dataclass(frozen=True)
class Funnel:
    """Places, each step a part of the one before. `completed` and `moved_on` are None while they may not be told."""

    offered: int
    started: int
    completed: Cell | None = None
    moved_on: Cell | None = None


@dataclass(frozen=True)
class SupplierPart:
    """Placements begun at a supplier that may be told of by name."""

    name: str
    value: int


@dataclass(frozen=True)
class Suppliers:
    """At how many suppliers placements began. `named` may be told; `others` is at the `unnamed` ones together.

    `count` and `unnamed` are None when it is not told how many they are.
    """

    count: int | None
    named: tuple[SupplierPart, ...]
    unnamed: int | None
    others: int


def funnel(organisation: Organisation, days: Window, department: Department | None) -> Funnel:
    """How many places were offered and begun in the days."""
    table = _table(organisation, days)
    return _begun(table, _key(department.pk) if department else ALL)


def suppliers(organisation: Organisation, days: Window, department: Department | None) -> Suppliers:
    """At how many suppliers placements began in the days; none by name."""
    rows = _rows(_SUPPLIERS, organisation, days, department=department and department.pk)
    return Suppliers(len(rows), (), len(rows), sum(number for *_, number in rows))


def told(organisation: Organisation, year: int) -> dict[str, Any]:
    """What may be told of the places of a year that is over, by department, for its frozen report."""
    return {"places": _told_places(organisation, Window(date(year, 1, 1), date(year, 12, 31)))}


def frozen_funnel(figures: Mapping[str, Any], department: Department | None) -> Funnel | None:
    """The places as a frozen report tells them; None when it says nothing of them."""
    found = figures.get("places", {}).get(_key(department.pk) if department else ALL)
    return Funnel(found[0], found[1], _cell(found[2]), _cell(found[3])) if found else None


def frozen_suppliers(figures: Mapping[str, Any], *, by_name: bool) -> Suppliers | None:
    """The suppliers as a frozen report tells them; None when it says nothing of them.

    Without `by_name`, which the organisation decides, only how many they are.
    """
    found = figures.get("suppliers")
    if not found:
        return None
    named = tuple(SupplierPart(*each) for each in found["named"])
    if not by_name:
        return Suppliers(found["count"], (), found["count"], found["others"] + sum(each.value for each in named))
    return Suppliers(found["count"], named, found["unnamed"], found["others"])


def _told_places(organisation: Organisation, days: Window) -> dict[str, list[int | None]]:
    table = _table(organisation, days)
    departments = sorted({of for of, _ in table}) or [_key(None)]
    dimensions = [Dimension("department", tuple(departments)), _FATES]
    begun = {atom: number for atom, number in table.items() if atom[1] != "empty"}
    cells = protect(begun, dimensions, limit=organisation.small_number_limit, open_dimensions=["department"])
    found = {}
    for of in (ALL, *departments):
        open_part = _begun(table, of)
        done, moved = (cells.cell(department=of, fate=fate).value for fate in ("done", "moved"))
        found[of] = [open_part.offered, open_part.started, done, moved]
    return found


def _table(organisation: Organisation, days: Window) -> Counter:
    """Places by department and what became of them."""
    moved = [EndReason.MOVED_TO_EMPLOYMENT.value, EndReason.MOVED_TO_STUDY.value]
    table: Counter = Counter()
    for of, fate, number in _rows(_PLACES, organisation, days, moved=moved, completed=EndReason.COMPLETED.value):
        table[_key(of), fate] += int(number)
    return table


def _begun(table: Counter, department: str) -> Funnel:
    own = [(fate, number) for (of, fate), number in table.items() if department in (ALL, of)]
    return Funnel(sum(number for _, number in own), sum(number for fate, number in own if fate != "empty"))


def _cell(value: int | None) -> Cell:
    return Cell(value, HIDDEN if value is None else number_text(value))


def _rows(statement: str, organisation: Organisation, days: Window, **values) -> list[tuple]:
    own = {"organisation": organisation.pk, "first": days.first, "last": days.last}
    with connection.cursor() as cursor:
        cursor.execute(statement, own | values)
        return cursor.fetchall()


def _key(department: int | None) -> str:
    return str(department or "none")
