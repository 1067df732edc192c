"""Reads what organisations have, for the steps that tick themselves: as many queries for all of them as for one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate

from apps.accounts.models import Membership, Organisation
from apps.actionplans.choices import SeminarState
from apps.actionplans.models import SeminarSide
from apps.mbl.choices import UnionLevel
from apps.mbl.models import CooperationAgreement, Union, UnionRepresentative
from apps.onboarding.signs import Facts
from apps.placements.choices import RecordClass
from apps.placements.models import RetentionRule
from apps.procurements import thresholds
from apps.procurements.choices import Phase, PurchaseKind
from apps.procurements.models import GuidelineVersion, Procurement, ProcurementParty, Requirement
from apps.targets.choices import Scope
from apps.targets.models import Target

Found = dict[int, dict]


def facts_of(since: Mapping[Organisation, date], today: date) -> dict[int, Facts]:
    """What each organisation has today, by its key. `since` gives the day from which its first procurement counts."""
    keys = [each.pk for each in since]
    missing = thresholds.missing_on(today, thresholds.rows())
    parts = (
        _roles(keys),
        _unions(keys),
        _agreements(keys),
        _guidelines(keys, today),
        _targets(since, today),
        _retention(keys, today),
        _published({each.pk: day for each, day in since.items()}, today),
        _prepared(keys),
        _trained({each.pk: day for each, day in since.items()}, today),
    )
    nation = {"missing_thresholds": tuple(missing), "has_thresholds": len(missing) < len(PurchaseKind)}
    own = {key: {name: value for part in parts for name, value in part.get(key, {}).items()} for key in keys}
    return {key: Facts(today=today, retention_classes=len(RecordClass), **nation, **own[key]) for key in keys}


def _roles(keys: list[int]) -> Found:
    rows = Membership.objects.filter(organisation__in=keys, user__is_active=True)
    counted = rows.order_by().values_list("organisation", "role").annotate(people=Count("user", distinct=True))
    found: Found = defaultdict(lambda: {"roles": {}})
    for key, role, people in counted:
        found[key]["roles"][role] = people
    return dict(found)


def _unions(keys: list[int]) -> Found:
    heard = Exists(UnionRepresentative.objects.filter(union=OuterRef("pk"), is_active=True))
    rows = Union.objects.filter(organisation__in=keys, level=UnionLevel.LOCAL, is_active=True).annotate(heard=heard)
    return _gathered("unions", rows.values_list("organisation", "name", "heard"))


def _agreements(keys: list[int]) -> Found:
    rows = CooperationAgreement.objects.filter(organisation__in=keys)
    return _gathered("agreements", rows.values_list("organisation", "valid_from", "valid_to"))


def _guidelines(keys: list[int], today: date) -> Found:
    """The version in force, else the decided one that holds next, else the newest proposal, with its clauses."""
    counts = {"total": Count("clauses"), "reviewed": Count("clauses", Q(clauses__is_draft=False))}
    rows = GuidelineVersion.objects.filter(organisation__in=keys).annotate(**counts).order_by("pk")
    versions = defaultdict(list)
    for row in rows.defer("weights", "limits", "note"):
        versions[row.organisation_id].append(row)
    return {key: _version(_furthest_on(held, today)) for key, held in versions.items()}


def _furthest_on(versions: list[GuidelineVersion], today: date) -> GuidelineVersion:
    decided = [each for each in versions if each.decided_on]
    if held := [each for each in decided if each.valid_from <= today]:
        return max(held, key=lambda each: (each.valid_from, each.pk))
    return min(decided, key=lambda each: each.valid_from) if decided else versions[-1]


def _version(row) -> dict:
    day = row.valid_from if row.decided_on else None
    return {"guideline": row.title, "valid_from": day, "clauses": row.total, "reviewed": row.reviewed}


def _targets(since: Iterable[Organisation], today: date) -> Found:
    """Years from this one on with a target of the organisation's own, or of all the unit's authorities together."""
    own = Q(organisation__in=[each.pk for each in since])
    rows = Target.objects.filter(own | Q(scope=Scope.ALL), year__gte=today.year).order_by()
    told = list(rows.values_list("organisation", "scope", "year", "organisation__is_demo").distinct())
    found: Found = {}
    for each in since:
        years = {
            year
            for key, scope, year, is_demo in told
            if key == each.pk or (scope == Scope.ALL and is_demo == each.is_demo)
        }
        found[each.pk] = {"target_years": tuple(sorted(years))}
    return found


def _retention(keys: list[int], today: date) -> Found:
    rows = RetentionRule.objects.filter(organisation__in=keys, decided_on__lte=today).order_by()
    counted = rows.values_list("organisation").annotate(rules=Count("record_class", distinct=True))
    return {key: {"retention_rules": rules} for key, rules in counted}


def _published(since: Mapping[int, date], today: date) -> Found:
    """When the first procurement with a requirement was published, led by the organisation or shared by it."""
    found: Found = {}
    led = Procurement.objects.filter(_required("pk"))
    shared = ProcurementParty.objects.filter(_required("procurement"))
    for rows, day in ((led, "published_on"), (shared, "procurement__published_on")):
        for key, on in _first_of(rows.filter(_within(since, today, day)), day):
            found[key] = {"published_on": min(on, found.get(key, {}).get("published_on", on))}
    return found


def _prepared(keys: list[int]) -> Found:
    rows = Procurement.objects.filter(_required("pk"), organisation__in=keys, published_on=None)
    waiting = rows.exclude(phase=Phase.CANCELLED).order_by().values_list("organisation", flat=True).distinct()
    return {key: {"is_prepared": True} for key in waiting}


def _trained(since: Mapping[int, date], today: date) -> Found:
    """When a seminar that somebody of the organisation came to was first held."""
    rows = SeminarSide.objects.filter(seminar__state=SeminarState.HELD, seminar__participants__gt=0)
    rows = rows.exclude(participants=0).annotate(day=TruncDate("seminar__starts_at"))
    return {key: {"trained_on": on} for key, on in _first_of(rows.filter(_within(since, today, "day")), "day")}


def _within(since: Mapping[int, date], today: date, day: str) -> Q:
    """Rows whose day lies between the organisation's own first one and today."""
    found = Q(pk__in=[])
    for key, first in since.items():
        found |= Q(**{"organisation": key, f"{day}__range": (first, today)})
    return found


def _required(path: str) -> Exists:
    return Exists(Requirement.objects.filter(procurement=OuterRef(path)))


def _first_of(rows: QuerySet, day: str) -> QuerySet:
    return rows.order_by("organisation", day).distinct("organisation").values_list("organisation", F(day))


def _gathered(name: str, rows: Iterable[tuple]) -> Found:
    """Rows (organisation, …) as one tuple of the rest for each organisation."""
    found = defaultdict(list)
    for key, *rest in rows:
        found[key].append(tuple(rest))
    return {key: {name: tuple(held)} for key, held in found.items()}
