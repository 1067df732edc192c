"""What a forecast needs of an organisation and a year, in as many queries however much there is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from django.db import connection
from django.db.models import Case, Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, When
from django.db.models.functions import Coalesce

from apps.accounts.models import Organisation
from apps.core.calendar import add_months
from apps.placements.choices import LEFT_STATES, WORKED_STATES, PlacementState
from apps.placements.fulfilment import split
from apps.placements.ledger import MIXED_KINDS
from apps.placements.models import Placement, PlaceOffer
from apps.procurements import dose, priorities
from apps.procurements.choices import Phase, Recommendation, RequirementKind, RequirementUnit
from apps.procurements.models import Procurement, Requirement, RequirementDecision
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
# Rows (requirement, starts, residents, starts and agreed ones, residents of both) up to each requirement's last day.
_CAME = """
SELECT q.id, count(*) FILTER (WHERE p.started_on IS NOT NULL),
  count(DISTINCT p.participant_id) FILTER (WHERE p.started_on IS NOT NULL),
  count(*), count(DISTINCT p.participant_id)
FROM unnest(%(ids)s::bigint[], %(contracts)s::bigint[], %(kinds)s::text[], %(last)s::date[])
     AS q(id, contract_id, kinds, last_on)
JOIN placements_placement p ON p.contract_id = q.contract_id AND p.organisation_id = %(organisation)s
     AND p.undone_at IS NULL AND p.kind = ANY(string_to_array(q.kinds, ','))
WHERE p.started_on <= q.last_on OR p.state = 'matched'
GROUP BY q.id
"""
# Rows (year, kind, starts, a resident's second of the year, beside numbered promises, new ones of those).
_STARTS = """
WITH starts AS (
  SELECT p.kind, extract(year FROM p.started_on)::int AS year,
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
FROM starts GROUP BY year, kind
"""


@dataclass(frozen=True)
class _Scope:
    organisation: Organisation
    year: int
    today: date
    rule: Rule

    @property
    def since(self) -> date:
        """The first day of the history."""
        return date(self.today.year - HISTORY_YEARS, 1, 1)


def load(organisation: Organisation, year: int, today: date) -> Inputs:
    """The inputs of the organisation's forecast for a year, as it stands on the evening of `today`."""
    target = target_of(organisation, year)
    scope = _Scope(organisation, year, today, rule_of(target))
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
    rows = [row for row in _requirements(scope) if _counts(row.kind, scope.rule)]
    came, attempts = _came(rows, scope), _attempts(rows, scope)
    commitments, undated, history = [], [], defaultdict(list)
    for row in rows:
        name, promised = row.contract.name, _own(row, row.procurement, scope)
        starts_on = row.starts_on or row.contract.starts_on or row.contract.signed_on
        started, agreed = came[row.pk]
        if row.last_on is None or starts_on is None:
            lacks = "sista dag" if row.last_on is None else "första dag"
            undated.append(Undated(row.contract_id, name, max(0, promised - started - agreed), lacks))
        elif row.last_on < scope.today:
            history[row.kind].append(Tried(promised, min(promised, started)))
        else:
            in_vain = sum(attempts[row.contract_id, kind] for kind in _placement_kinds(row.kind))
            settled = agreed + (in_vain if row.unit == RequirementUnit.PLACES else 0)
            days = (starts_on, max(starts_on, row.last_on))
            commitments.append(Commitment(row.contract_id, name, row.kind, promised, started, settled, *days))
    known = {kind: tuple(tried) for kind, tried in history.items()}
    return tuple(commitments), tuple(each for each in undated if each.number), known


def _requirements(scope: _Scope) -> QuerySet[Requirement]:
    """Numbers that contracts have promised, with the commitment's last day as `deliveries` reckons it."""
    end = Case(When(contract__is_until_further_notice=True, then=None), default=F("contract__ends_on"))
    rows = Requirement.objects.filter(contract__procurement__in=Procurement.objects.of(scope.organisation))
    rows = rows.filter(count__isnull=False, unit__in=_COUNTED_UNITS)
    rows = rows.annotate(last_on=Coalesce("due_on", "ends_on", end)).filter(
        Q(last_on=None) | Q(last_on__gte=scope.since)
    )
    return rows.select_related("contract", "procurement").prefetch_related("procurement__parties").order_by("pk")


def _came(rows: list[Requirement], scope: _Scope) -> dict[int, tuple[int, int]]:
    """Per requirement how many of the organisation's own have started, and are agreed to."""
    values = {
        "organisation": scope.organisation.pk,
        "ids": [row.pk for row in rows],
        "contracts": [row.contract_id for row in rows],
        "kinds": [",".join(_placement_kinds(row.kind)) for row in rows],
        "last": [min(row.last_on or scope.today, scope.today) for row in rows],
    }
    with connection.cursor() as cursor:
        cursor.execute(_CAME, values)
        counts = {pk: numbers for pk, *numbers in cursor.fetchall()}
    found = {}
    for row in rows:
        starts, residents, all_starts, all_residents = counts.get(row.pk, (0, 0, 0, 0))
        is_places = row.unit == RequirementUnit.PLACES
        found[row.pk] = (starts, all_starts - starts) if is_places else (residents, all_residents - residents)
    return found


def _attempts(rows: list[Requirement], scope: _Scope) -> Counter:
    """Places offered in vain for no fault of the supplier, per contract and kind: nobody waits for those any more."""
    contracts = {row.contract_id for row in rows if row.unit == RequirementUnit.PLACES}
    offers = PlaceOffer.objects.attempts().filter(organisation=scope.organisation, contract__in=contracts)
    found: Counter = Counter()
    for contract, kind, free in offers.with_filled().values_list("contract", "kind", "free"):
        found[contract, kind] += free
    return found


def _coming(scope: _Scope) -> tuple[tuple[Coming, ...], tuple[Undated, ...]]:
    """Procurements without a contract that have, or could have, a requirement with a number."""
    latest = RequirementDecision.objects.order_by("procurement_id", "-pk").distinct("procurement_id")
    rows = Procurement.objects.of(scope.organisation).filter(contracts=None)
    rows = rows.exclude(phase__in=(*SIGNED_PHASES, Phase.CANCELLED)).order_by("pk")
    rows = rows.select_related("organisation", "guideline", "priority_answers").prefetch_related(
        "parties", Prefetch("requirement_decisions", latest, to_attr="latest_decisions"), "requirements"
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
    return _part(dose.places(value, answers.labour_share, answers.months).count or 0, procurement, scope)


def _planned(scope: _Scope) -> tuple[date, ...]:
    """Agreed first days until the year's end: one for each resident who is not counted, or for each placement."""
    first, last = period(scope.year, scope.today)
    rows = Placement.objects.standing().filter(organisation=scope.organisation, kind__in=scope.rule.kinds)
    matched = rows.filter(state=PlacementState.MATCHED, planned_start_on__lte=date(scope.year, 12, 31))
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
        cursor.execute(_STARTS, values | {"since": scope.since, "today": scope.today})
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
    number = requirement.count
    if requirement.unit == RequirementUnit.FTE_MONTHS:
        number = ceil(number / _MONTHS_EACH[requirement.kind])
    return _part(number, procurement, scope)


def _part(number: int, procurement: Procurement, scope: _Scope) -> int:
    shares = {party.organisation_id: party.share_percent for party in procurement.parties.all()}
    if not shares:
        return number
    try:
        return split(number, shares, lead=procurement.organisation_id).get(scope.organisation.pk, 0)
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
