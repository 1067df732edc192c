"""Which requirements are reached or have begun, summed by the database: `ledger` would read every placement for it.

The definitions are `ledger`'s; the statements say the same in SQL. Full-time months and hours are reckoned by `ledger`.
"""

from collections.abc import Collection
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from django.db import connection

from apps.core.questions import numbers
from apps.placements import ledger
from apps.placements.choices import FILLED_STATES, MUNICIPAL_REASONS, WORKED_STATES
from apps.procurements.choices import KINDLESS_MODELS, RequirementKind, RequirementUnit
from apps.procurements.models import Requirement

_RECKONED = (RequirementUnit.FTE_MONTHS, RequirementUnit.HOURS)
# No row has a larger key, and the database refuses to look for one.
_LAST = 2**63 - 1
# What each requirement counts is looked up in the table of `_definitions`.
_ASKED = """
SELECT q.id, q.contract_id, q.kind, q.own_unit, q.promised FROM (
  SELECT r.id, r.contract_id, r.kind, r.unit AS own_unit, coalesce(r.count, 0) AS promised,
         r.count IS NOT NULL AND r.model <> ALL(%(kindless)s) AS is_numeric,
         counted.kinds, counted.unit, counted.takes_attempts
  FROM procurements_requirement r
  JOIN unnest(%(of_kinds)s::text[], %(of_units)s::text[], %(kinds)s::text[], %(units)s::text[], %(attempts)s::bool[])
       AS counted(of_kind, of_unit, kinds, unit, takes_attempts)
       ON counted.of_kind = r.kind AND counted.of_unit = r.unit
  WHERE r.id = ANY(%(ids)s::bigint[]) AND r.contract_id IS NOT NULL
) AS q
"""
_BEGUN = """
FROM placements_placement p
WHERE p.contract_id = q.contract_id AND p.kind = ANY(string_to_array(q.kinds, ',')) AND p.undone_at IS NULL
AND p.state = ANY(%(worked)s) AND p.started_on <= %(today)s
"""
_HELD = """
FROM placements_activity a
WHERE a.contract_id = q.contract_id AND a.kind = ANY(string_to_array(q.kinds, ',')) AND a.held_on <= %(today)s
"""
_OFFERED = """
FROM placements_placeoffer o CROSS JOIN LATERAL (
  SELECT count(*) AS filled FROM placements_placement f
  WHERE f.offer_id = o.id AND f.undone_at IS NULL AND f.state = ANY(%(filled)s)
) AS taken
WHERE o.contract_id = q.contract_id AND o.kind = ANY(string_to_array(q.kinds, ',')) AND o.offered_on <= %(today)s
"""
_CREDITED = """
CROSS JOIN LATERAL (
  SELECT coalesce(sum(c.amount), 0) AS amount FROM placements_credit c
  WHERE c.requirement_id = q.id AND c.withdrawn_at IS NULL AND c.granted_on <= %(today)s
) AS credited
"""
# A resident is one person however many placements; those who came to an activity are counted by it.
_COUNTED = f"""
{_ASKED}
CROSS JOIN LATERAL (SELECT count(*) AS starts, count(DISTINCT p.participant_id) AS residents {_BEGUN}) AS begun
CROSS JOIN LATERAL (SELECT count(*) AS times, coalesce(sum(a.participant_count), 0) AS people {_HELD}) AS held
{_CREDITED}
WHERE q.is_numeric AND (q.unit = ANY(%(reckoned)s) OR q.promised <= credited.amount
  + CASE WHEN q.unit = 'persons' THEN begun.residents + held.people ELSE begun.starts + held.times END
OR q.takes_attempts AND q.promised <= credited.amount + begun.starts + held.times + (
  SELECT coalesce(sum(greatest(0, o.count - taken.filled)), 0)
  {_OFFERED} AND o.unfilled_reason = ANY(%(municipal)s) AND o.closed_on <= %(today)s
))
"""
_FIRST = f"""
{_ASKED}
WHERE EXISTS (SELECT 1 {_BEGUN}) OR EXISTS (SELECT 1 {_HELD}) OR EXISTS (
  SELECT 1 {_OFFERED} AND (taken.filled > 0 OR o.unfilled_reason = '' OR o.unfilled_reason = ANY(%(municipal)s))
)
"""


class _Asked(NamedTuple):
    """A requirement of a contract as far as it is asked about here."""

    pk: int
    contract_id: int
    kind: str
    unit: str
    count: int


def fulfilled(rows: Collection[Requirement], *, today: date) -> set[int]:
    """As `fulfilled_among`, of rows."""
    return fulfilled_among([row.pk for row in rows], today=today)


def fulfilled_among(keys: Collection[int], *, today: date) -> set[int]:
    """Of the requirements with these keys those of contracts with a number that is reached by the evening of `today`.

    At most six questions, however much there is.
    """
    found = _ask(_COUNTED, keys, today)
    reckoned = [row for row in found if ledger.unit_of(row) in _RECKONED]
    books = ledger.read({row.contract_id for row in reckoned}, today=today) if reckoned else {}
    missed = {row.pk for row in reckoned if not _is_reckoned(row, books[row.contract_id], today)}
    return {row.pk for row in found} - missed


def begun_among(keys: Collection[int], *, today: date) -> set[int]:
    """Of the requirements with these keys those of contracts whose first effort has begun or been offered."""
    return {row.pk for row in _ask(_FIRST, keys, today)}


def _is_reckoned(row: _Asked, book: ledger.Ledger, today: date) -> bool:
    return ledger.delivered(row, book, today=today).is_fulfilled


def _ask(statement: str, keys: Collection[int], today: date) -> list[_Asked]:
    if not keys:
        return []
    asked = numbers(key for key in keys if key <= _LAST)
    with connection.cursor() as cursor:
        cursor.execute(statement, _definitions() | {"ids": asked, "today": today})
        return list(map(_Asked._make, cursor.fetchall()))


@cache
def _definitions() -> dict[str, Any]:
    """What counts for each kind and unit of a requirement, as the ledger says, and what the statements name besides."""
    kinds = ("", *RequirementKind.values)
    every = [_Asked(0, 0, kind, unit, 0) for kind in kinds for unit in RequirementUnit.values]
    return {
        "of_kinds": [each.kind for each in every],
        "of_units": [each.unit for each in every],
        "kinds": [",".join(ledger.kinds_of(each)) for each in every],
        "units": [ledger.unit_of(each) for each in every],
        "attempts": [ledger.takes_attempts(each) for each in every],
        "kindless": list(KINDLESS_MODELS),
        "reckoned": list(_RECKONED),
        "worked": list(WORKED_STATES),
        "filled": list(FILLED_STATES),
        "municipal": list(MUNICIPAL_REASONS),
    }
