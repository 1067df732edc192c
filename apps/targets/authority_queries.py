"""The unit's authorities side by side: each against its own target, counted by its own rule."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db import connection

from apps.accounts.access import grants_with
from apps.accounts.models import Organisation, User
from apps.core.chart_scale import percent
from apps.core.formats import NBSP, number
from apps.targets import wording
from apps.targets.choices import CountingRule, Measure, Scope
from apps.targets.counting import Rule, period, permille
from apps.targets.models import Target
from apps.targets.queries import in_force, rule_of

# Rows (authority, result).
_RESULTS = """
SELECT p.organisation_id, count({unit})
FROM placements_placement p
WHERE p.organisation_id = ANY(%(organisations)s) AND p.undone_at IS NULL AND p.kind = ANY(%(kinds)s) AND {days}
GROUP BY p.organisation_id
"""
_STARTED = "p.started_on BETWEEN %(first)s AND %(last)s"
_ACTIVE = "p.started_on <= %(last)s AND (p.ended_on IS NULL OR p.ended_on > %(last)s)"


@dataclass(frozen=True)
class Authority:
    """An authority's result and target of a year. `share` is a text, `share_value` whole per cent or empty, `width`
    the length of its bar."""

    name: str
    total: int
    unit: str
    target: int | None
    share: str
    share_value: int | str
    width: str
    tone: str = "brand"

    @property
    def label(self) -> str:
        return self.name

    @property
    def number(self) -> str:
        return f"{number(self.total)} {self.unit}"


def organisations_seen(user: User) -> list[int]:
    """The keys of the organisations whose figures the user may see."""
    return sorted({grant.organisation_id for grant in grants_with(user, "targets.view_dashboard")})


def compare(user: User, year: int, today: date) -> list[Authority]:
    """The authorities whose figures the user may see, in Swedish order, in one question for each rule in use."""
    organisations = list(Organisation.objects.filter(pk__in=organisations_seen(user)))
    targets = _targets(organisations, year)
    rules = {each.pk: rule_of(targets.get(each.pk)) for each in organisations}
    totals = _totals(rules, year, today)
    return [_authority(each, totals.get(each.pk, 0), targets.get(each.pk), rules[each.pk]) for each in organisations]


def lead(rows: list[Authority], year: int) -> str:
    """How many have reached their targets."""
    if not any(each.target for each in rows):
        return f"Ingen av myndigheterna har ett mål för {year}."
    with_target = [each for each in rows if each.target]
    reached = sum(each.total >= each.target for each in with_target)
    if len(with_target) == 1:
        return f"{with_target[0].name} har {'' if reached else 'inte '}nått sitt mål."
    return f"{number(reached)} av {number(len(with_target))} myndigheter med mål har nått det."


def _targets(organisations: list[Organisation], year: int) -> dict[int, Target]:
    found = defaultdict(list)
    rows = Target.objects.filter(organisation__in=organisations, year=year)
    for target in rows.filter(measure=Measure.RESIDENTS, scope=Scope.ORGANISATION):
        found[target.organisation_id].append(target)
    held = {key: in_force(targets, year) for key, targets in found.items()}
    return {key: target for key, target in held.items() if target}


def _totals(rules: dict[int, Rule], year: int, today: date) -> dict[int, int]:
    first, last = period(year, today)
    alike: dict[Rule, list[int]] = defaultdict(list)
    for key, rule in rules.items():
        alike[Rule(rule.counting_rule, tuple(sorted(rule.kinds)))].append(key)
    found: dict[int, int] = {}
    for rule, keys in alike.items() if first <= last else ():
        unit = "*" if rule.counting_rule == CountingRule.PLACEMENTS_STARTED else "DISTINCT p.participant_id"
        statement = _RESULTS.format(unit=unit, days=_ACTIVE if rule.is_stock else _STARTED)
        with connection.cursor() as cursor:
            cursor.execute(statement, {"organisations": keys, "kinds": list(rule.kinds), "first": first, "last": last})
            found |= dict(cursor.fetchall())
    return found


def _authority(organisation: Organisation, total: int, target: Target | None, rule: Rule) -> Authority:
    thousandths = permille(total, target.value) if target else 0
    counted = wording.listed(kind.label.lower() for kind in wording.kinds(rule))
    return Authority(
        name=organisation.name,
        total=total,
        unit=wording.unit(rule, total),
        target=target.value if target else None,
        share=f"{_against(target, thousandths)}. {counted.capitalize()} räknas.",
        share_value=round(thousandths / 10) if target else "",
        width=percent(min(100, thousandths / 10)),
    )


def _against(target: Target | None, thousandths: int) -> str:
    if target is None:
        return "Inget mål"
    return f"{number(round(thousandths / 10))}{NBSP}% av målet {number(target.value)}"
