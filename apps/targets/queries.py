"""Reads for the dashboard: sums made by the database, so that the page does not grow with the history.

The definitions are those of `counting`; the statements below say the same in SQL.
"""

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Count, Q, QuerySet, Sum

from apps.accounts.models import Department, Organisation
from apps.core.questions import Given, Question
from apps.placements.choices import ActivityKind
from apps.placements.models import Activity, Placement
from apps.targets.choices import Measure, Scope
from apps.targets.counting import Rule, month_ends, period, same_day
from apps.targets.models import PublishedYear, Target

NO_DEPARTMENT = "Ingen förvaltning angiven"

# Both ways of counting find the counted placements of a year: the shown one ("result") or the one before it.
# `is_result` marks those that are the year's result: of a state only those of its last day.
# What has started has that day as `starts_on` too, which the index `placement_of_years` stands on.
_STARTED = """
(SELECT DISTINCT ON ({unit}) %({year})s AS year, date_part('month', p.started_on)::int AS month, p.kind,
  p.started_on <= %({year}_compared)s AS is_compared, TRUE AS is_result, p.contract_id
FROM placements_placement p
WHERE p.organisation_id = %(organisation)s AND p.undone_at IS NULL AND p.kind = ANY(%(kinds)s)
AND p.started_on IS NOT NULL AND p.starts_on BETWEEN %({year}_first)s AND %({year}_last)s
ORDER BY {unit}, p.started_on, p.id)
"""
_ACTIVE = """
(SELECT %({year})s AS year, date_part('month', day)::int AS month, kind, TRUE AS is_compared,
  day = %({year}_last)s AS is_result, contract_id
FROM (
  SELECT DISTINCT ON (participant_id, day) day, kind, contract_id
  FROM unnest(%({year}_days)s::date[]) AS day CROSS JOIN LATERAL ({going_on}) AS going_on
  ORDER BY participant_id, day, started_on, id
) AS active)
"""
# The counted placements that go on after a day: two ranges of the index `placement_of_ends`, where an OR would be none.
_GOING_ON = """
SELECT p.id, p.participant_id, p.kind, p.contract_id, p.started_on FROM placements_placement p {joined}
WHERE p.organisation_id = %(organisation)s AND p.undone_at IS NULL AND p.kind = ANY(%(kinds)s)
AND p.started_on <= {day} AND p.ended_on IS NULL
UNION ALL
SELECT p.id, p.participant_id, p.kind, p.contract_id, p.started_on FROM placements_placement p {joined}
WHERE p.organisation_id = %(organisation)s AND p.undone_at IS NULL AND p.kind = ANY(%(kinds)s)
AND p.started_on <= {day} AND p.ended_on > {day}
"""
# Rows (year, month, kind, count, count up to the compared day) of both years.
_GROUPED = """
SELECT year, month, kind, count(*), count(*) FILTER (WHERE is_compared)
FROM ({result} UNION ALL {before}) AS found
WHERE %(department)s::bigint IS NULL OR contract_id IN (
  SELECT c.id FROM procurements_contract c JOIN procurements_procurement u ON u.id = c.procurement_id
  WHERE u.department_id = %(department)s
)
GROUP BY year, month, kind
"""
# Rows (department, kind, count) of the shown year's result. Each contract's department is looked up by itself: joined,
# all contracts and procurements of the installation are read.
_PARTS = """
SELECT department_id, kind, sum(number)::int FROM (
  SELECT kind, count(*) AS number, (
    SELECT u.department_id FROM procurements_contract c JOIN procurements_procurement u ON u.id = c.procurement_id
    WHERE c.id = found.contract_id
  ) AS department_id FROM ({result}) AS found WHERE is_result GROUP BY contract_id, kind
) AS owned GROUP BY department_id, kind
"""
# Rows (kind, placements that have started, residents among them, placements agreed) of those that start in a year. Only
# of kinds that are not counted are residents asked for, and told apart before they are counted: to tell all apart, or
# to sort all placements for it, takes longer than all the rest.
_STARTS = """
SELECT kind, sum(started)::int, count(*) FILTER (WHERE participant_id IS NOT NULL AND started > 0),
  sum(upcoming)::int
FROM (
  SELECT p.kind, CASE WHEN p.kind <> ALL(%(kinds)s) THEN p.participant_id END AS participant_id,
    count(*) FILTER (WHERE p.started_on <= %(today)s) AS started,
    count(*) FILTER (WHERE p.state = 'matched') AS upcoming
  FROM placements_placement p {joined}
  WHERE p.organisation_id = %(organisation)s AND p.undone_at IS NULL AND p.starts_on BETWEEN %(first)s AND %(last)s
  GROUP BY 1, 2
) AS each GROUP BY kind
"""
_OF_DEPARTMENT = """
JOIN procurements_contract c ON c.id = p.contract_id
JOIN procurements_procurement u ON u.id = c.procurement_id AND u.department_id = %(department)s
"""
# Rows (what, number): years with placements, public years, the key of the whole year's frozen report, 1 when suppliers
# are named by decision, and how many residents have a counted placement that goes on after the last counted day.
_ASIDE = """
WITH bounds AS (
  SELECT min(started_on) AS first_on, max(started_on) AS last_on
  FROM placements_placement WHERE organisation_id = %(organisation)s
)
SELECT 'used', year
FROM bounds, generate_series(extract(year FROM first_on)::int, extract(year FROM last_on)::int) AS year
WHERE EXISTS (
  SELECT 1 FROM placements_placement WHERE organisation_id = %(organisation)s AND undone_at IS NULL
  AND started_on BETWEEN make_date(year, 1, 1) AND make_date(year, 12, 31)
)
UNION ALL SELECT 'public', year FROM targets_publishedyear WHERE organisation_id = %(organisation)s
UNION ALL SELECT 'frozen', id FROM targets_snapshot
WHERE organisation_id = %(organisation)s AND year = %(year)s AND period = 'year'
UNION ALL (
  SELECT 'named', names_suppliers::int FROM targets_namingdecision
  WHERE organisation_id = %(organisation)s ORDER BY decided_on DESC, id DESC LIMIT 1
)
UNION ALL
SELECT 'active', count(DISTINCT participant_id) FROM ({going_on}) AS going_on WHERE %(first)s <= %(last)s
"""


@dataclass(frozen=True)
class YearResult:
    """A year counted by one rule.

    `months` holds twelve numbers per counted kind (see `counting.Counts`; of a state in the year before only the last
    one), `compared` each kind up to the same day as the shown year's last counted one (of a state: at the year's last
    counted day). `started` holds all kinds, counted or not, `residents` those that are not counted. Of the year before
    these two are empty: nothing asks for them.
    """

    year: int
    total: int
    months: dict[str, tuple[int, ...]]
    compared: dict[str, int]
    started: dict[str, int]
    residents: dict[str, int]


@dataclass(frozen=True)
class ActivityCount:
    """Study visits or lectures of a year; `people` is None when no number of participants is noted."""

    kind: str
    label: str
    count: int
    people: int | None


@dataclass(frozen=True)
class Dashboard:
    """A year of an organisation: its own target, its result, and the year before counted by the same rule.

    `active` is residents with a counted placement that goes on after the last counted day, `upcoming` placements
    logged with a start later in the year; `years` are those that can be chosen, newest first. `newest_target` is the
    key of the latest decision about any target, `frozen` that of the whole year's frozen report, 0 without one.
    `names_suppliers` is the organisation's decision; what it lets be named still goes through `disclosure`.
    """

    organisation: Organisation
    year: int
    today: date
    rule: Rule
    target: Target | None
    result: YearResult
    before: YearResult
    active: int
    upcoming: int
    activities: tuple[ActivityCount, ...]
    years: tuple[int, ...]
    is_published: bool
    is_before_published: bool
    department: Department | None = None
    newest_target: int = 0
    frozen: int = 0
    names_suppliers: bool = False

    @property
    def last_on(self) -> date:
        """The last counted day."""
        return period(self.year, self.today)[1]

    @property
    def is_over(self) -> bool:
        return self.today > date(self.year, 12, 31)

    @property
    def is_future(self) -> bool:
        return self.today < date(self.year, 1, 1)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is known of the year."""
        return not (self.target or self.result.started or self.upcoming or self.activities)


def dashboard(organisation: Organisation, year: int, today: date, department: Department | None = None) -> Dashboard:
    """Everything the dashboard of a year shows, as it stands on the evening of `today`, in five queries.

    With a department only what its contracts gave, against its own target; it is counted by the organisation's rule
    when it has none.
    """
    targets = list(Target.objects.on_dashboard(organisation))
    whole = in_force(_of_residents(targets, None), year)
    target = in_force(_of_residents(targets, department), year) if department else whole
    rule = rule_of(target or whole)
    rows = _counted(_GROUPED, organisation, year, today, rule, department)
    started = _started(organisation, year, today, rule, department)
    aside = _aside(organisation, year, today, rule, department)
    return Dashboard(
        organisation=organisation,
        department=department,
        year=year,
        today=today,
        rule=rule,
        target=target,
        result=_year_result(year, rows, started, rule, today),
        before=_year_result(year - 1, rows, [], rule, today),
        active=next(iter(aside["active"]), 0),
        upcoming=sum(coming for *_, coming in started),
        activities=() if department else _activities(organisation, year, today),
        years=tuple(sorted({today.year, year, *aside["used"], *(each.year for each in targets)}, reverse=True)),
        is_published=year in aside["public"],
        is_before_published=year - 1 in aside["public"],
        newest_target=max((each.pk for each in targets), default=0),
        frozen=next(iter(aside["frozen"]), 0),
        names_suppliers=1 in aside["named"],
    )


def in_force(targets: list[Target], year: int) -> Target | None:
    """The version that a year is measured by: the newest decided by the year's end. Never another year's."""
    own = [each for each in targets if each.year == year and each.decided_on <= date(year, 12, 31)]
    return max(own, key=lambda each: each.version, default=None)


def target_of(organisation: Organisation, year: int) -> Target | None:
    """The target in force for a year."""
    return in_force(list(Target.objects.of_residents(organisation).filter(year=year)), year)


def rule_of(target: Target | None) -> Rule:
    """The rule of a target; a year without one is counted by the default."""
    return Rule(target.counting_rule, tuple(target.counted_kinds)) if target else Rule()


def total(organisation: Organisation, year: int, today: date, rule: Rule) -> int:
    """Only the result of a year, in one query."""
    first, last = period(year, today)
    if last < first:
        return 0
    rows = Placement.objects.standing().filter(organisation=organisation, kind__in=rule.kinds, started_on__lte=last)
    rows = rows.filter(Q(ended_on=None) | Q(ended_on__gt=last)) if rule.is_stock else rows.filter(started_on__gte=first)
    counted = Count("participant", distinct=True) if rule.counts_residents else Count("pk")
    return rows.aggregate(total=counted)["total"]


def published_years() -> list[PublishedYear]:
    """All published years: organisations in Swedish order, newest year first."""
    rows = PublishedYear.objects.select_related("organisation")
    return list(rows.order_by("organisation__sort_key", "organisation", "-year"))


def _of_residents(targets: list[Target], department: Department | None) -> list[Target]:
    """Those for residents of the organisation, or of the department."""
    scope, key = (Scope.DEPARTMENT, department.pk) if department else (Scope.ORGANISATION, None)
    wanted = (Measure.RESIDENTS, scope, key)
    return [each for each in targets if (each.measure, each.scope, each.department_id) == wanted]


def by_department_and_kind(
    organisation: Organisation, year: int, today: date, rule: Rule
) -> dict[tuple[int | None, str], int]:
    """The result of a year that has begun by ordering department and kind, in one query; they add up to the whole."""
    rows = _counted(_PARTS, organisation, year, today, rule)
    return {(department, kind): number for department, kind, number in rows}


def _counted(
    statement: str, organisation: Organisation, year: int, today: date, rule: Rule, department: Department | None = None
) -> list[tuple]:
    values = {
        "organisation": organisation.pk,
        "kinds": list(rule.kinds),
        "department": department and department.pk,
        "result_days": month_ends(year, today),
        "before_days": month_ends(year - 1, today)[-1:],
    }
    running = min(today, date(year, 12, 31))
    for name, each in (("result", year), ("before", year - 1)):
        first, last = period(each, today)
        own = {"": each, "_first": first, "_last": last, "_compared": same_day(running, each)}
        values |= {f"{name}{what}": value for what, value in own.items()}
    found = {name: _found(name, rule) for name in ("result", "before")}
    with connection.cursor() as cursor:
        cursor.execute(statement.format(**found), values)
        return cursor.fetchall()


def _found(year: str, rule: Rule) -> str:
    """The statement that finds what is counted of the year, by the name its values have."""
    if rule.is_stock:
        return _ACTIVE.format(year=year, going_on=_GOING_ON.format(joined="", day="day"))
    return _STARTED.format(year=year, unit="p.participant_id" if rule.counts_residents else "p.id")


def _year_result(year: int, rows: list[tuple], started: list[tuple], rule: Rule, today: date) -> YearResult:
    months = {kind: [0] * 12 for kind in rule.kinds}
    compared = dict.fromkeys(rule.kinds, 0)
    for row_year, month, kind, number, up_to_the_day in rows:
        if row_year == year:
            months[kind][month - 1] = number
            compared[kind] += up_to_the_day
    if rule.is_stock:
        compared = {kind: numbers[period(year, today)[1].month - 1] for kind, numbers in months.items()}
    return YearResult(
        year=year,
        total=sum(compared.values()) if rule.is_stock else sum(map(sum, months.values())),
        months={kind: tuple(numbers) for kind, numbers in months.items()},
        compared=compared,
        started={kind: placements for kind, placements, *_ in started if placements},
        residents={kind: residents for kind, _, residents, _ in started if residents},
    )


def _started(
    organisation: Organisation, year: int, today: date, rule: Rule, department: Department | None
) -> list[tuple]:
    """Rows (kind, placements that have started, residents among them, placements that start later in the year)."""
    values = {"organisation": organisation.pk, "kinds": list(rule.kinds), "today": today}
    values |= {"department": department and department.pk, "first": date(year, 1, 1), "last": date(year, 12, 31)}
    with connection.cursor() as cursor:
        cursor.execute(_STARTS.format(joined=_OF_DEPARTMENT if department else ""), values)
        return cursor.fetchall()


def _activities(organisation: Organisation, year: int, today: date) -> tuple[ActivityCount, ...]:
    first, last = period(year, today)
    found = {kind: told for kind, *told in _ACTIVITIES.ask(organisation=organisation.pk, first=first, last=last)}
    return tuple(ActivityCount(kind.value, kind.label, *found[kind]) for kind in ActivityKind if kind in found)


def _by_kind() -> QuerySet:
    days = (Given("first"), Given("last"))
    rows = Activity.objects.filter(organisation=Given("organisation"), held_on__range=days).order_by()
    return rows.values_list("kind").annotate(number=Count("pk"), people=Sum("participant_count"))


_ACTIVITIES = Question(_by_kind)


def years(organisation: Organisation, more: set[int]) -> tuple[int, ...]:
    """The years that can be chosen, newest first: those with placements, and `more`."""
    used = _aside(organisation, min(more), date(min(more), 1, 1), Rule(), None)["used"]
    return tuple(sorted(more | used, reverse=True))


def _aside(
    organisation: Organisation, year: int, today: date, rule: Rule, department: Department | None
) -> dict[str, set[int]]:
    """The numbers of each thing that `_ASIDE` tells."""
    first, last = period(year, today)
    values = {"organisation": organisation.pk, "kinds": list(rule.kinds), "first": first, "last": last, "year": year}
    going_on = _GOING_ON.format(joined=_OF_DEPARTMENT if department else "", day="%(last)s")
    with connection.cursor() as cursor:
        cursor.execute(_ASIDE.format(going_on=going_on), values | {"department": department and department.pk})
        rows = cursor.fetchall()
    return {
        what: {number for of, number in rows if of == what} for what in ("used", "public", "frozen", "named", "active")
    }
