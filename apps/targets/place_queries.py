"""From an offered place to work, and at how many suppliers: what became of a year's places, protected by `disclosure`.

What became of somebody is told of whole years that are over, as it stood on the year's last day
(docs/decisions/0019); until then only how many places were offered and begun.
"""

from collections import Counter
from dataclasses import dataclass

from django.db import connection

from apps.accounts.models import Department, Organisation
from apps.placements.choices import EndReason
from apps.targets.disclosure import Cell, Dimension, protect
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
MOST_NAMED = 20
_TAIL = "tail"
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
    """At how many suppliers placements began. `named` may be told; `others` is at the `unnamed` ones together."""

    count: int
    named: tuple[SupplierPart, ...]
    unnamed: int
    others: int


def funnel(
    organisation: Organisation,
    days: Window,
    department: Department | None,
    *,
    tells_fates: bool,
) -> Funnel:
    """The places of the days. `tells_fates` is for a whole year that is over."""
    moved = [EndReason.MOVED_TO_EMPLOYMENT.value, EndReason.MOVED_TO_STUDY.value]
    values = {"moved": moved, "completed": EndReason.COMPLETED.value}
    table: Counter = Counter()
    for of, fate, number in _rows(_PLACES, organisation, days, **values):
        table[_key(of), fate] += int(number)
    asked_for = _key(department.pk) if department else "all"
    own = {fate: n for (of, fate), n in _summed(table, asked_for).items()}
    empty, started = own.get("empty", 0), sum(n for fate, n in own.items() if fate != "empty")
    if not tells_fates:
        return Funnel(empty + started, started)
    begun = {atom: n for atom, n in table.items() if atom[1] != "empty"}
    departments = sorted({of for of, _ in table} | ({asked_for} - {"all"})) or [_key(None)]
    dimensions = [Dimension("department", tuple(departments)), _FATES]
    told = protect(begun, dimensions, limit=organisation.small_number_limit, open_dimensions=["department"])
    done, moved_on = (told.cell(department=asked_for, fate=fate) for fate in ("done", "moved"))
    return Funnel(empty + started, started, done, moved_on)


def suppliers(organisation: Organisation, days: Window, department: Department | None, *, may_name: bool) -> Suppliers:
    """The suppliers of the days, those with most first. `may_name` is for a whole year of the whole organisation that
    is over; those whose numbers may not be told are counted together, with those beyond `MOST_NAMED`."""
    rows = _rows(_SUPPLIERS, organisation, days, department=department and department.pk)
    whole = sum(number for *_, number in rows)
    if not may_name or not rows:
        return Suppliers(len(rows), (), len(rows), whole)
    # The long tail is one value: every value more is weighed against all others, and few read beyond the first.
    first, tail = rows[:MOST_NAMED], sum(number for *_, number in rows[MOST_NAMED:])
    counts = {(str(key),): number for key, _, number in first} | ({(_TAIL,): tail} if tail else {})
    dimension = Dimension("supplier", tuple(value for (value,) in counts))
    told = protect(counts, [dimension], limit=organisation.small_number_limit)
    cells = [(name, told.cell(supplier=str(key))) for key, name, _ in first]
    named = tuple(SupplierPart(name, cell.value) for name, cell in cells if cell.value is not None)
    return Suppliers(len(rows), named, len(rows) - len(named), whole - sum(each.value for each in named))


def _rows(statement: str, organisation: Organisation, days: Window, **values) -> list[tuple]:
    own = {"organisation": organisation.pk, "first": days.first, "last": days.last}
    with connection.cursor() as cursor:
        cursor.execute(statement, own | values)
        return cursor.fetchall()


def _summed(table: Counter, department: str) -> Counter:
    """The table of one department, or of all when it is "all"."""
    found: Counter = Counter()
    for (of, fate), number in table.items():
        if department in ("all", of):
            found[department, fate] += number
    return found


def _key(department: int | None) -> str:
    return str(department or "none")
