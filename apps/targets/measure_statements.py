"""The SQL of the measures: one statement each, all organisations and windows of a question in the same answer.

`organisations` are keys, `firsts` and `lasts` the first and last counted day of each window, `department` a key or null
for the whole. Every row begins with the window's number from 1. What is counted is said by `measures.DEFINITIONS`.
"""

_WINDOWS = "unnest(%(firsts)s::date[], %(lasts)s::date[]) WITH ORDINALITY AS w(first_on, last_on, at)"
_OF_DEPARTMENT = """
LEFT JOIN procurements_contract c ON c.id = {row}.contract_id
LEFT JOIN procurements_procurement u ON u.id = c.procurement_id
WHERE (%(department)s::bigint IS NULL OR u.department_id = %(department)s)
"""


def _whole(statement: str, **parts: str) -> str:
    """The statement with the parts that several share."""
    return statement.format(windows=_WINDOWS, **parts)


# A resident stands with the first counted start of the window, as on the dashboard, so that departments add up.
# Rows (window, kind or null for all, starts, residents counted, starts counted).
STARTED = _whole(
    """
WITH found AS (
  SELECT w.at, p.kind, p.contract_id, p.kind = ANY(%(kinds)s) AS is_counted, row_number() OVER (
    PARTITION BY w.at, p.participant_id, p.kind = ANY(%(kinds)s) ORDER BY p.started_on, p.id) = 1 AS is_first
  FROM {windows}
  JOIN placements_placement p ON p.organisation_id = ANY(%(organisations)s) AND p.undone_at IS NULL
       AND p.started_on BETWEEN w.first_on AND w.last_on
)
SELECT f.at, f.kind, count(*), count(*) FILTER (WHERE f.is_counted AND f.is_first), count(*) FILTER (WHERE f.is_counted)
FROM found f {of_department}
GROUP BY GROUPING SETS ((f.at), (f.at, f.kind))
""",
    of_department=_OF_DEPARTMENT.format(row="f"),
)
# Rows (window, residents).
ONGOING = _whole(
    """
WITH found AS (
  SELECT DISTINCT ON (w.at, p.participant_id) w.at, p.contract_id
  FROM {windows}
  JOIN placements_placement p ON p.organisation_id = ANY(%(organisations)s) AND p.undone_at IS NULL
       AND p.kind = ANY(%(kinds)s) AND p.started_on <= w.last_on AND (p.ended_on IS NULL OR p.ended_on > w.last_on)
  WHERE w.first_on <= w.last_on
  ORDER BY w.at, p.participant_id, p.started_on, p.id
)
SELECT f.at, count(*) FROM found f {of_department} GROUP BY f.at
""",
    of_department=_OF_DEPARTMENT.format(row="f"),
)
# Rows (window, model or null for the whole, value of the contracts, contracts, without a value): the whole with a
# requirement has the model '', and all contracts have null.
CONTRACT_VALUE = _whole(
    """
WITH signed AS (
  SELECT w.at, c.id, c.value FROM {windows}
  JOIN procurements_contract c ON c.organisation_id = ANY(%(organisations)s) AND c.kind <> 'call_off'
       AND c.signed_on BETWEEN w.first_on AND w.last_on
  JOIN procurements_procurement u ON u.id = c.procurement_id
       AND (%(department)s::bigint IS NULL OR u.department_id = %(department)s)
), models AS (
  SELECT DISTINCT s.at, s.id, s.value, r.model FROM signed s JOIN procurements_requirement r ON r.contract_id = s.id
)
SELECT at, model, coalesce(sum(value), 0), count(*), count(*) FILTER (WHERE value IS NULL)
FROM models GROUP BY at, model
UNION ALL
SELECT at, '', coalesce(sum(value), 0), count(*), count(*) FILTER (WHERE value IS NULL)
FROM (SELECT DISTINCT at, id, value FROM models) AS each GROUP BY at
UNION ALL
SELECT at, NULL, coalesce(sum(value), 0), count(*), count(*) FILTER (WHERE value IS NULL) FROM signed GROUP BY at
"""
)
# Rows (window, reason, places left empty of offers closed in the window).
UNFILLED = _whole(
    """
SELECT w.at, o.unfilled_reason, sum(greatest(0, o.count - (
  SELECT count(*) FROM placements_placement p
  WHERE p.offer_id = o.id AND p.undone_at IS NULL AND p.state = ANY(%(filled)s))))::int
FROM {windows}
JOIN placements_placeoffer o ON o.organisation_id = ANY(%(organisations)s) AND o.unfilled_reason <> ''
     AND o.closed_on BETWEEN w.first_on AND w.last_on
{of_department}
GROUP BY w.at, o.unfilled_reason
""",
    of_department=_OF_DEPARTMENT.format(row="o"),
)
# Rows (window, authority, department, whether an employment followed, internships), as `outcomes.conversion`
# says it: the window is of the day the internship's time for an employment was over.
CONVERSION = _whole(
    """
SELECT w.at, p.organisation_id, u.department_id, EXISTS (
    SELECT FROM placements_placement j
    WHERE j.participant_id = p.participant_id AND j.kind = 'employment' AND j.undone_at IS NULL
    AND j.started_on > p.started_on AND j.started_on <= p.ended_on + %(days)s
    AND (j.ended_on IS NULL OR j.ended_on >= p.ended_on AND j.ended_on + 1 >= j.started_on + interval '1 month')
  ) AS led, count(*)
FROM {windows}
JOIN placements_placement p ON p.organisation_id = ANY(%(organisations)s) AND p.undone_at IS NULL
     AND p.kind = 'internship' AND p.ended_on BETWEEN w.first_on - %(days)s AND w.last_on - %(days)s
LEFT JOIN procurements_contract c ON c.id = p.contract_id
LEFT JOIN procurements_procurement u ON u.id = c.procurement_id
GROUP BY w.at, p.organisation_id, u.department_id, led
"""
)
# Rows (window, authority, department, months, situation or '', follow-ups). What is not known stands with ''.
FOLLOW_UPS = _whole(
    """
SELECT w.at, p.organisation_id, u.department_id, f.months, f.situation, count(*)
FROM {windows}
JOIN placements_followup f ON f.due_on BETWEEN w.first_on AND w.last_on AND f.months = ANY(%(months)s)
JOIN placements_placement p ON p.id = f.placement_id AND p.organisation_id = ANY(%(organisations)s)
     AND p.undone_at IS NULL AND p.ended_on IS NOT NULL
LEFT JOIN procurements_contract c ON c.id = p.contract_id
LEFT JOIN procurements_procurement u ON u.id = c.procurement_id
GROUP BY w.at, p.organisation_id, u.department_id, f.months, f.situation
"""
)
