"""Targets of every measure: which version holds, and how each stands against what is measured."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from django.db.models import Max, Q, QuerySet

from apps.accounts.models import Department, Organisation
from apps.core.formats import NBSP, money, number
from apps.targets.choices import CountingRule, Measure, Period, Scope
from apps.targets.measure_queries import Asked, measured
from apps.targets.measures import MeasureResult, Unit, definition, window, withheld
from apps.targets.models import Target
from apps.targets.outcome_queries import PERSONAL, told_outcomes
from apps.targets.queries import rule_of

# What is measured of a target for residents, by its counting rule.
_RESIDENTS_BY = {
    CountingRule.RESIDENTS_STARTED: Measure.RESIDENTS.value,
    CountingRule.PLACEMENTS_STARTED: "counted_placements",
    CountingRule.RESIDENTS_ACTIVE: "ongoing",
}

OTHERS_ARE_FEW = "Visas inte: de andra myndigheterna har så få att det skulle kunna säga något om en enskild person."


@dataclass(frozen=True)
class About:
    """What a target is set for: a measure, of whom."""

    measure: str = Measure.RESIDENTS.value
    scope: str = Scope.ORGANISATION.value
    department: Department | None = None

    @property
    def of_text(self) -> str:
        """ "hela organisationen", or the department by name."""
        return self.department.name if self.department else Scope(self.scope).label


RESIDENTS_OF_ALL = About()
"""The target that the dashboard's card shows."""


@dataclass(frozen=True)
class TargetVersion:
    """A decision about a target, and whether it is the one its year is measured by."""

    target: Target
    is_in_force: bool


@dataclass(frozen=True)
class Standing:
    """A target beside what it measures, in words, for a row of the dashboard. `tone` is of the tag; `set_by` names the
    authority that set it, when it is another than the one whose dashboard it is."""

    target: Target
    result: MeasureResult
    name: str
    goal: str
    text: str
    status: str
    tone: str
    set_by: str = ""


def about(target: Target) -> About:
    """What the target is set for."""
    return About(target.measure, target.scope, target.department)


def target_of(organisation: Organisation, what: About, year: int) -> Target | None:
    """The version that holds for a year, or None."""
    return next(iter(holding(_versions(organisation, what, year), year)), None)


def latest_version(organisation: Organisation, what: About, year: int) -> int:
    """The number of the newest version of a year's target, 0 when there is none."""
    return _versions(organisation, what, year).aggregate(latest=Max("version"))["latest"] or 0


def holding(targets: Iterable[Target], year: int) -> list[Target]:
    """Of each target of a year the version that holds: the newest decided by the year's end."""
    rows = [each for each in targets if each.year == year and each.decided_on <= date(year, 12, 31)]
    return [max(own, key=lambda each: each.version) for _, own in groupby(sorted(rows, key=_order), _order)]


def target_versions(organisation: Organisation) -> list[TargetVersion]:
    """Every version of the organisation's targets, newest year first; within one target newest version first."""
    targets = list(Target.objects.filter(organisation=organisation).select_related("department", "guideline"))
    held = {target.pk for year in {each.year for each in targets} for target in holding(targets, year)}
    rows = sorted(targets, key=lambda each: (-each.year, *_order(each), -each.version))
    return [TargetVersion(each, each.pk in held) for each in rows]


def more_standings(
    organisation: Organisation,
    year: int,
    today: date,
    department: Department | None = None,
    seen: Collection[int] | None = None,
) -> list[Standing]:
    """How the year's targets stand, except the one for residents of the organisation, which has the dashboard's card.

    Those for all authorities together stand at each of them. With a department only its own. `seen` are the authorities
    whose figures the reader may see, as in `result_of`. Costs a few questions per target, whatever is measured.
    """
    wanted = Q(department=department) if department else ~Q(scope=Scope.DEPARTMENT)
    rows = Target.objects.on_dashboard(organisation).filter(wanted, year=year)
    rows = rows.exclude(measure=Measure.RESIDENTS, scope=Scope.ORGANISATION)
    found = []
    for target in holding(rows.select_related("department", "organisation"), year):
        row = standing(target, result_of(target, organisation, today, seen))
        found.append(replace(row, set_by="" if target.organisation == organisation else target.organisation.name))
    return found


def result_of(
    target: Target, organisation: Organisation, today: date, seen: Collection[int] | None = None
) -> MeasureResult:
    """What a target measures, as it stands on `today`: by its own rule, value limit and whom it is for.

    Of all authorities together a number of residents is withheld when those that are not `seen` have a small number
    between them, which the reader could find by subtracting the others. None: the organisation's own is seen.
    """
    organisations = _authorities(organisation, target.year) if target.scope == Scope.ALL else (organisation,)
    if target.measure in PERSONAL:
        return told_outcomes(organisations, [target.year], department=target.department)[target.year][target.measure]
    code = _RESIDENTS_BY[target.counting_rule] if target.measure == Measure.RESIDENTS else target.measure
    days = (window(target.year, Period.YEAR, today),)
    asked = Asked(organisations, days, today, rule_of(target), target.department, target.least_value)
    known = {organisation.pk} if seen is None else set(seen)
    others = tuple(each for each in organisations if each.pk not in known)
    if target.measure == Measure.RESIDENTS and target.scope == Scope.ALL and others:
        limit = max(each.small_number_limit for each in others)
        if 0 < (measured([code], replace(asked, organisations=others))[0][code].value or 0) < limit:
            return withheld(code, OTHERS_ARE_FEW)
    return measured([code], asked)[0][code]


def standing(target: Target, result: MeasureResult) -> Standing:
    """The target and its result in words."""
    is_share = result.unit == Unit.SHARE
    goal = f"minst {number(target.value)}{NBSP}%" if is_share else f"minst {number(target.value)}"
    if result.hidden or result.value is None:
        status, tone = ("visas inte", "neutral") if result.hidden else ("inget att mäta än", "neutral")
    elif result.value >= target.value:
        status, tone = "nått", "good"
    else:
        missing = target.value - result.value
        number_text = f"{number(missing, 0 if missing == int(missing) else 1)}"
        status, tone = f"{number_text} {'procentenheter' if is_share else ''} kvar".replace("  ", " "), "warn"
    text = f"{result.text} ({result.of_text})" if result.of_text else result.text
    return Standing(target, result, name(target), goal, text, status, tone)


def name(target: Target) -> str:
    """ "Upphandlingar med socialt krav från 1 000 000 kr, Vård- och omsorgsförvaltningen"."""
    words = definition(target.measure).name.capitalize()
    if target.least_value is not None:
        words += f" från {money(target.least_value)}"
    return words if target.scope == Scope.ORGANISATION else f"{words}, {about(target).of_text}"


def _versions(organisation: Organisation, what: About, year: int) -> QuerySet[Target]:
    rows = Target.objects.filter(organisation=organisation, measure=what.measure, scope=what.scope, year=year)
    return rows.filter(department=what.department)


def _authorities(organisation: Organisation, year: int) -> tuple[Organisation, ...]:
    """The unit's authorities: all that were active by the year's end; examples are never added to real ones."""
    rows = Organisation.objects.filter(is_demo=organisation.is_demo, active_from__lte=date(year, 12, 31))
    return tuple(rows.order_by("pk"))


def _order(target: Target) -> tuple:
    """The targets of a year in the order of the choices, departments last."""
    measures, scopes = list(Measure), list(Scope)
    place = (measures.index(target.measure), scopes.index(target.scope), target.department_id or 0)
    return (*place, target.organisation_id)
