"""What a forecast needs of an organisation and a year, in as many queries however much there is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Prefetch, Q

from apps.accounts.models import Department, Organisation
from apps.core.calendar import add_months
from apps.placements.choices import FILLED_STATES, LEFT_STATES, MUNICIPAL_REASONS, WORKED_STATES, PlacementState
from apps.placements.fulfilment import split
from apps.placements.ledger import MIXED_KINDS
from apps.placements.models import Placement
from apps.procurements import dose, priorities
from apps.procurements.choices import Phase, Recommendation, RequirementKind, RequirementUnit
from apps.procurements.models import Contract, Procurement, ProcurementParty, Requirement, RequirementDecision
from apps.procurements.models.contract import contract_name
from apps.procurements.phases import SIGNED_PHASES
from apps.targets.chances import Tried
from apps.targets.counting import Rule, period
from apps.targets.forecast_inputs import Coming, Commitment, Inputs, Stage, Undated
from apps.targets.queries import rule_of, target_of, total

# What is older says little of how the organisation works now.
HISTORY_YEARS = 5
_DAY = timedelta(days=1)
_COUNTED_UNITS = (RequirementUnit.PLACES, RequirementUnit.PERSONS, RequirementUnit.FTE_MONTHS)
# How many full-time months that stand for one resident, as in the suggested amounts (procurements.dose).
_MONTHS_EACH = defaultdict(
    lambda: dose.MONTHS_OF_JOB,
    {
        RequirementKind.INTERNSHIP: dose.MONTHS_OF_INTERNSHIP,
        RequirementKind.MIXED: dose.MONTHS_OF_INTERNSHIP,
        RequirementKind.SUMMER_JOB: 1,
    },
)
# A row for each number that contracts have promised: the commitment's last day as `deliveries` reckons it, how many
# (starts, residents) of the organisation's own have started by then, the same with those that are agreed to, and the
# places that were offered in vain for no fault of the supplier.
_PROMISES = """
SELECT r.contract_id, c.number, c.title, r.procurement_id, u.organisation_id, r.kind, r.unit, r.count,
  coalesce(r.starts_on, c.starts_on, c.signed_on), last.day, came.starts, came.residents, came.all_starts,
  came.all_residents, vain.places
FROM procurements_requirement r
JOIN procurements_contract c ON c.id = r.contract_id
JOIN procurements_procurement u ON u.id = c.procurement_id
CROSS JOIN LATERAL (
  SELECT coalesce(r.due_on, r.ends_on, CASE WHEN NOT c.is_until_further_notice THEN c.ends_on END) AS day
) AS last
CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE p.started_on IS NOT NULL) AS starts, count(*) AS all_starts,
    count(DISTINCT p.participant_id) FILTER (WHERE p.started_on IS NOT NULL) AS residents,
    count(DISTINCT p.participant_id) AS all_residents
  FROM placements_placement p
  WHERE p.contract_id = r.contract_id AND p.organisation_id = %(organisation)s AND p.undone_at IS NULL
  AND (p.kind = r.kind OR r.kind = 'mixed' AND p.kind = ANY(%(mixed)s))
  AND (p.started_on <= least(last.day, %(today)s) OR p.state = 'matched')
) AS came
CROSS JOIN LATERAL (
  SELECT coalesce(sum(greatest(0, o.count - (
    SELECT count(*) FROM placements_placement f
    WHERE f.offer_id = o.id AND f.undone_at IS NULL AND f.state = ANY(%(filled)s)
  ))), 0)::int AS places
  FROM placements_placeoffer o
  WHERE o.contract_id = r.contract_id AND o.organisation_id = %(organisation)s
  AND (o.kind = r.kind OR r.kind = 'mixed' AND o.kind = ANY(%(mixed)s)) AND o.unfilled_reason = ANY(%(municipal)s)
) AS vain
WHERE r.contract_id IN (
  SELECT id FROM procurements_contract WHERE procurement_id = ANY(ARRAY(
    SELECT id FROM procurements_procurement WHERE organisation_id = %(organisation)s
    UNION ALL SELECT procurement_id FROM procurements_procurementparty WHERE organisation_id = %(organisation)s
  ))
) AND r.count IS NOT NULL AND r.unit = ANY(%(units)s) AND r.kind = ANY(%(kinds)s)
AND (last.day IS NULL OR last.day >= %(since)s)
ORDER BY r.id
"""
# Rows (year, kind, starts, a resident's second of the year, beside numbered promises, new ones of those).
_STARTS = """
WITH starts AS (
  SELECT p.kind, p.contract_id, extract(year FROM p.started_on)::int AS year,
    row_number() OVER (PARTITION BY p.participant_id, extract(year FROM p.started_on)
                       ORDER BY p.started_on, p.id) = 1 AS is_new,
    NOT EXISTS (
      SELECT FROM procurements_requirement r
      WHERE r.contract_id = p.contract_id AND r.count IS NOT NULL
      AND (r.kind = p.kind OR r.kind = 'mixed' AND p.kind = ANY(%(mixed)s))
    ) AS is_beside
  FROM placements_placement p
  WHERE p.organisation_id = %(organisation)s AND p.undone_at IS NULL AND p.kind = ANY(%(kinds)s)
  AND p.started_on BETWEEN %(since)s AND %(today)s
)
SELECT year, kind, count(*), count(*) FILTER (WHERE NOT is_new), count(*) FILTER (WHERE is_beside),
  count(*) FILTER (WHERE is_beside AND is_new)
FROM starts
WHERE %(department)s::bigint IS NULL OR contract_id IN (
  SELECT c.id FROM procurements_contract c JOIN procurements_procurement u ON u.id = c.procurement_id
  WHERE u.department_id = %(department)s
)
GROUP BY year, kind
"""


@dataclass(frozen=True)
class _Scope:
    organisation: Organisation
    year: int
    today: date
    rule: Rule
    shares: Mapping[int, dict[int, int]]
    department: Department | None = None

    @property
    def since(self) -> date:
        """The first day of the history."""
        return date(self.today.year - HISTORY_YEARS, 1, 1)


class _Promised(NamedTuple):
    """A row of `_PROMISES`."""

    contract_id: int
    number: str
    title: str
    procurement_id: int
    lead_id: int
    kind: str
    unit: str
    count: int
    starts_on: date | None
    last_on: date | None
    starts: int
    residents: int
    all_starts: int
    all_residents: int
    in_vain: int

    @property
    def name(self) -> str:
        return contract_name(self.contract_id, self.number, self.title)


def load_part(whole: Inputs, organisation: Organisation, department: Department) -> Inputs:
    """Of the organisation's inputs what is a department's own: promises and plans of its procurements, and its starts.

    `counted` and `target` stay as they are.
    """
    scope = _Scope(organisation, whole.year, whole.today, whole.rule, {}, department)
    contracts = set(Contract.objects.filter(procurement__department=department).values_list("pk", flat=True))
    cases = set(Procurement.objects.filter(department=department).values_list("pk", flat=True))
    undated = tuple(each for each in whole.undated if each.key in (cases if each.is_procurement else contracts))
    return replace(
        whole,
        department=department.name,
        commitments=tuple(each for each in whole.commitments if each.key in contracts),
        coming=tuple(each for each in whole.coming if each.key in cases),
        undated=undated,
        planned=_planned(scope),
        beside=_starts(scope)[1],
    )


def load(organisation: Organisation, year: int, today: date, rule: Rule | None = None) -> Inputs:
    """The inputs of a year's forecast on the evening of `today`, counted by `rule`, or by that of the year's target."""
    target = target_of(organisation, year)
    scope = _Scope(organisation, year, today, rule or rule_of(target), _shares(organisation))
    commitments, undated, history = _commitments(scope)
    coming, undated_coming = _coming(scope)
    overlaps, beside = _starts(scope)
    return Inputs(
        year=year,
        today=today,
        rule=scope.rule,
        counted=total(organisation, year, today, scope.rule),
        target=target.value if target else None,
        commitments=commitments,
        coming=coming,
        planned=_planned(scope),
        undated=(*undated, *undated_coming),
        history=history,
        planned_history=_planned_history(scope),
        overlaps=overlaps,
        signings=_signings(scope),
        beside=beside,
    )


def _commitments(scope: _Scope) -> tuple[tuple[Commitment, ...], tuple[Undated, ...], dict[str, tuple[Tried, ...]]]:
    """Open commitments, those that lack a day, and per kind what became of those whose last day has passed."""
    commitments, undated, history = [], [], defaultdict(list)
    for row in _promised(scope):
        promised = _part(_residents(row.count, row.unit, row.kind), row.procurement_id, row.lead_id, scope)
        is_places = row.unit == RequirementUnit.PLACES
        started, both = (row.starts, row.all_starts) if is_places else (row.residents, row.all_residents)
        if row.last_on is None or row.starts_on is None:
            lacks = "sista dag" if row.last_on is None else "första dag"
            undated.append(Undated(row.contract_id, row.name, max(0, promised - both), lacks))
        elif row.last_on < scope.today:
            history[row.kind].append(Tried(promised, min(promised, started)))
        else:
            settled = both - started + (row.in_vain if is_places else 0)
            days = (row.starts_on, max(row.starts_on, row.last_on))
            commitments.append(Commitment(row.contract_id, row.name, row.kind, promised, started, settled, *days))
    known = {kind: tuple(tried) for kind, tried in history.items()}
    return tuple(commitments), tuple(each for each in undated if each.number), known


def _promised(scope: _Scope) -> Iterator[_Promised]:
    """Numbers that contracts have promised of kinds that count, the oldest first, in one query."""
    values = {
        "organisation": scope.organisation.pk,
        "units": list(_COUNTED_UNITS),
        "kinds": [kind.value for kind in RequirementKind if _counts(kind, scope.rule)],
        "mixed": list(MIXED_KINDS),
        "filled": list(FILLED_STATES),
        "municipal": list(MUNICIPAL_REASONS),
        "since": scope.since,
        "today": scope.today,
    }
    with connection.cursor() as cursor:
        cursor.execute(_PROMISES, values)
        return map(_Promised._make, cursor.fetchall())


def _shares(organisation: Organisation) -> dict[int, dict[int, int]]:
    """Per joint procurement, led or taken part in, the other authorities' percent."""
    own = ProcurementParty.objects.filter(organisation=organisation).values("procurement")
    rows = ProcurementParty.objects.filter(Q(procurement__organisation=organisation) | Q(procurement__in=own))
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for procurement, party, percent in rows.values_list("procurement", "organisation", "share_percent"):
        found[procurement][party] = percent
    return found


def _coming(scope: _Scope) -> tuple[tuple[Coming, ...], tuple[Undated, ...]]:
    """Procurements without a contract that have, or could have, a requirement with a number."""
    latest = RequirementDecision.objects.order_by("procurement_id", "-pk").distinct("procurement_id")
    rows = Procurement.objects.of(scope.organisation).filter(contracts=None)
    rows = rows.exclude(phase__in=(*SIGNED_PHASES, Phase.CANCELLED)).order_by("pk")
    rows = rows.select_related("organisation", "guideline", "priority_answers").prefetch_related(
        Prefetch("requirement_decisions", latest, to_attr="latest_decisions"), "requirements"
    )
    basis = priorities.basis_of(scope.organisation, scope.today)
    found = [each for row in rows for each in _promises(row, basis, scope)]
    return (
        tuple(each for each in found if isinstance(each, Coming)),
        tuple(each for each in found if isinstance(each, Undated)),
    )


def _promises(procurement: Procurement, basis: priorities.Basis, scope: _Scope) -> Iterator[Coming | Undated]:
    written = [each for each in procurement.requirements.all() if each.count and each.unit in _COUNTED_UNITS]
    starts_on = procurement.planned_signing_on and max(procurement.planned_signing_on, scope.today + _DAY)
    answers = getattr(procurement, "priority_answers", None)
    ends_on = add_months(starts_on, answers.months) - _DAY if starts_on and answers and answers.months else None
    for each in written:
        last = each.due_on or each.ends_on or ends_on
        if _counts(each.kind, scope.rule):
            yield _promise(
                procurement, each.kind, _own(each, procurement, scope), each.starts_on or starts_on, last, Stage.DECIDED
            )
    stage = None if written else _stage(procurement, basis)
    if stage and _counts(RequirementKind.MIXED, scope.rule):
        number = _suggested(procurement, scope)
        if number or stage != Stage.POSSIBLE:
            found = _promise(procurement, RequirementKind.MIXED, number, starts_on, ends_on, stage)
            if isinstance(found, Coming) or stage != Stage.POSSIBLE:
                yield found


def _promise(
    procurement: Procurement, kind: str, number: int, starts_on: date | None, ends_on: date | None, stage: Stage
) -> Coming | Undated:
    name = procurement.title
    if starts_on is None:
        return Undated(procurement.pk, name, number, "planerat avtalstecknande", is_procurement=True)
    if ends_on is None or not number:
        lacks = "avtalets längd" if ends_on is None else "värde eller arbetets andel"
        return Undated(procurement.pk, name, number, lacks, is_procurement=True)
    return Coming(procurement.pk, name, kind, number, starts_on, max(starts_on, ends_on), stage)


def _stage(procurement: Procurement, basis: priorities.Basis) -> Stage | None:
    """How far it is; None when a requirement with a number is decided against, or not to be thought of."""
    decision = next(iter(procurement.latest_decisions), None)
    if decision:
        return {Recommendation.NUMERIC: Stage.DECIDED, Recommendation.DIALOG: Stage.POSSIBLE}.get(decision.decided)
    scoring = priorities.judge(procurement, basis.on, basis).scoring
    if scoring.recommendation == Recommendation.NUMERIC:
        return Stage.RECOMMENDED
    could = {Recommendation.NUMERIC, Recommendation.DIALOG} & {scoring.recommendation, *scoring.possible}
    return Stage.POSSIBLE if could else None


def _suggested(procurement: Procurement, scope: _Scope) -> int:
    """The organisation's part of the suggested number of places; 0 while it cannot be suggested."""
    answers, value = getattr(procurement, "priority_answers", None), procurement.estimated_value
    if not (answers and value and answers.labour_share and answers.months):
        return 0
    number = dose.places(value, answers.labour_share, answers.months).count or 0
    return _part(number, procurement.pk, procurement.organisation_id, scope)


def _planned(scope: _Scope) -> tuple[date, ...]:
    """Agreed first days until the year's end: one for each resident who is not counted, or for each placement."""
    first, last = period(scope.year, scope.today)
    rows = Placement.objects.standing().filter(organisation=scope.organisation, kind__in=scope.rule.kinds)
    matched = rows.filter(state=PlacementState.MATCHED, planned_start_on__lte=date(scope.year, 12, 31))
    matched = matched.filter(contract__procurement__department=scope.department) if scope.department else matched
    if not scope.rule.counts_residents:
        return tuple(matched.order_by("planned_start_on").values_list("planned_start_on", flat=True))
    counted = rows.filter(participant=OuterRef("participant"), started_on__range=(first, last))
    days = matched.exclude(Exists(counted)).order_by("-planned_start_on")
    return tuple(sorted(dict(days.values_list("participant", "planned_start_on")).values()))


def _planned_history(scope: _Scope) -> Tried:
    rows = Placement.objects.standing().filter(organisation=scope.organisation, kind__in=scope.rule.kinds)
    rows = rows.filter(planned_start_on__range=(scope.since, scope.today), state__in=(*WORKED_STATES, *LEFT_STATES))
    found = rows.aggregate(number=Count("pk"), came=Count("pk", filter=Q(state__in=WORKED_STATES)))
    return Tried(found["number"], found["came"])


def _starts(scope: _Scope) -> tuple[dict[str, Tried], tuple[Tried, ...]]:
    """Per kind of requirement the starts that were a resident's second, and per year what came beside promises."""
    with connection.cursor() as cursor:
        values = {"organisation": scope.organisation.pk, "kinds": list(scope.rule.kinds), "mixed": list(MIXED_KINDS)}
        values |= {"since": scope.since, "today": scope.today, "department": scope.department and scope.department.pk}
        cursor.execute(_STARTS, values)
        rows = cursor.fetchall()
    starts, again, beside = Counter(), Counter(), Counter()
    for year, kind, number, second, all_beside, new_beside in rows:
        starts[kind] += number
        again[kind] += second
        beside[year] += new_beside if scope.rule.counts_residents else all_beside
    overlaps = {
        kind.value: Tried(sum(starts[each] for each in own), sum(again[each] for each in own))
        for kind in RequirementKind
        if (own := _placement_kinds(kind))
    }
    years = range(min((row[0] for row in rows), default=scope.today.year + 1), scope.today.year + 1)
    return overlaps, tuple(Tried(_length(year, scope.today), beside[year]) for year in years)


def _signings(scope: _Scope) -> dict[Stage, Tried]:
    """Of settled procurements with a number decided, and recommended, how many have a contract with a number."""
    promised = Requirement.objects.filter(contract__procurement=OuterRef("procurement"), count__isnull=False)
    rows = RequirementDecision.objects.filter(
        procurement__organisation=scope.organisation,
        procurement__phase__in=(*SIGNED_PHASES, Phase.CANCELLED),
        decided_on__gte=scope.since,
    )
    rows = rows.order_by("procurement_id", "-pk").distinct("procurement_id")
    found = rows.annotate(is_signed=Exists(promised)).values_list("decided", "recommended", "is_signed")
    decided = [is_signed for chosen, _, is_signed in found if chosen == Recommendation.NUMERIC]
    recommended = [is_signed for _, advised, is_signed in found if advised == Recommendation.NUMERIC]
    return {
        Stage.DECIDED: Tried(len(decided), sum(decided)),
        Stage.RECOMMENDED: Tried(len(recommended), sum(recommended)),
    }


def _own(requirement: Requirement, procurement: Procurement, scope: _Scope) -> int:
    """The organisation's part of what is asked for, in residents."""
    number = _residents(requirement.count, requirement.unit, requirement.kind)
    return _part(number, procurement.pk, procurement.organisation_id, scope)


def _residents(number: int, unit: str, kind: str) -> int:
    return ceil(number / _MONTHS_EACH[kind]) if unit == RequirementUnit.FTE_MONTHS else number


def _part(number: int, procurement: int, lead: int, scope: _Scope) -> int:
    shares = scope.shares.get(procurement)
    if not shares:
        return number
    try:
        return split(number, shares, lead=lead).get(scope.organisation.pk, 0)
    except ValueError:  # the contract's page says that the shares are more than the whole
        return 0


def _counts(kind: str, rule: Rule) -> bool:
    return not set(rule.kinds).isdisjoint(_placement_kinds(kind))


def _placement_kinds(kind: str) -> Iterable[str]:
    return MIXED_KINDS if kind == RequirementKind.MIXED else (kind,)


def _length(year: int, today: date) -> float:
    """The part of a year that has passed, 1 for an earlier one."""
    first, last = period(year, today)
    return ((last - first).days + 1) / ((date(year, 12, 31) - first).days + 1)
