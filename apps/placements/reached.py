"""Which requirements are reached or have begun, summed by the database: `ledger` would read every placement for it.

The definitions are `ledger`'s; the statements say the same in SQL. Full-time months and hours are reckoned by `ledger`.
"""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from django.db import connection

from apps.placements import ledger
from apps.placements.choices import FILLED_STATES, MUNICIPAL_REASONS, WORKED_STATES
from apps.procurements.choices import RequirementUnit
from apps.procurements.models import Requirement

_RECKONED = (RequirementUnit.FTE_MONTHS, RequirementUnit.HOURS)
_ASKED = """
SELECT q.id FROM unnest(%(ids)s::bigint[], %(contracts)s::bigint[], %(kinds)s::text[], %(units)s::text[],
                        %(promised)s::int[], %(attempts)s::bool[])
                 AS q(id, contract_id, kinds, unit, promised, takes_attempts)
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
WHERE q.promised <= credited.amount
  + CASE WHEN q.unit = 'persons' THEN begun.residents + held.people ELSE begun.starts + held.times END
OR q.takes_attempts AND q.promised <= credited.amount + begun.starts + held.times + (
  SELECT coalesce(sum(greatest(0, o.count - taken.filled)), 0)
  {_OFFERED} AND o.unfilled_reason = ANY(%(municipal)s) AND o.closed_on <= %(today)s
)
"""
_FIRST = f"""
{_ASKED}
WHERE EXISTS (SELECT 1 {_BEGUN}) OR EXISTS (SELECT 1 {_HELD}) OR EXISTS (
  SELECT 1 {_OFFERED} AND (taken.filled > 0 OR o.unfilled_reason = '' OR o.unfilled_reason = ANY(%(municipal)s))
)
"""


class Asked(NamedTuple):
    """A requirement of a contract as far as it is asked about here."""

    pk: int
    contract_id: int
    kind: str
    unit: str
    count: int | None


def fulfilled(rows: Collection[Requirement | Asked], *, today: date) -> set[int]:
    """Of the requirements of contracts with a number the keys of those reached by the evening of `today`.

    At most six questions, however much there is.
    """
    reckoned = [row for row in rows if ledger.unit_of(row) in _RECKONED]
    found = _ask(_COUNTED, [row for row in rows if ledger.unit_of(row) not in _RECKONED], today)
    if reckoned:
        books = ledger.read({row.contract_id for row in reckoned}, today=today)
        found |= {row.pk for row in reckoned if ledger.delivered(row, books[row.contract_id], today=today).is_fulfilled}
    return found


def begun(rows: Collection[Requirement | Asked], *, today: date) -> set[int]:
    """Of the requirements of contracts the keys of those whose first effort has begun or been offered."""
    return _ask(_FIRST, rows, today)


def _ask(statement: str, rows: Collection[Requirement | Asked], today: date) -> set[int]:
    if not rows:
        return set()
    values = {
        "ids": [row.pk for row in rows],
        "contracts": [row.contract_id for row in rows],
        "kinds": [",".join(ledger.kinds_of(row)) for row in rows],
        "units": [ledger.unit_of(row) for row in rows],
        "promised": [row.count or 0 for row in rows],
        "attempts": [ledger.takes_attempts(row) for row in rows],
        "today": today,
        "worked": list(WORKED_STATES),
        "filled": list(FILLED_STATES),
        "municipal": list(MUNICIPAL_REASONS),
    }
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return {pk for (pk,) in cursor.fetchall()}
