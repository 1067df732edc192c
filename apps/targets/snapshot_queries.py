"""Reads of frozen reports: what a period's figures are now, what was frozen, and what came in since."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from apps.accounts.models import Organisation
from apps.placements.models import Placement
from apps.targets import comment_queries, letter_queries, measure_queries, place_queries, queries, snapshots
from apps.targets.choices import Period
from apps.targets.models import NamingDecision, PublishedYear, Snapshot
from apps.targets.place_queries import Suppliers, frozen_suppliers
from apps.targets.queries import Dashboard


@dataclass(frozen=True)
class Since:
    """What was done to the period's placements after they were frozen."""

    logged: int
    undone: int


@dataclass(frozen=True)
class Compared:
    """A frozen report beside the same period now."""

    reported: Dashboard
    measures: list[snapshots.FrozenMeasure]
    differences: list[snapshots.Difference]
    since: Since

    @property
    def changed(self) -> int:
        """How many numbers are no longer what was reported."""
        return sum(each.is_changed for each in self.differences)


def figures_now(organisation: Organisation, year: int, period: str) -> dict[str, Any]:
    """The figures of a period that is over, as `Snapshot.figures` holds them."""
    day = snapshots.counted_on(year, period)
    page = queries.dashboard(organisation, year, day)
    figures = snapshots.dump(page, measure_queries.all_measures(organisation, year, period, day))
    figures["comments"] = comment_queries.to_freeze(organisation, year)
    if Period(period) != Period.YEAR:
        return figures
    return figures | place_queries.told(organisation, year) | letter_queries.told(page)


def compared(snapshot: Snapshot) -> Compared:
    """A report and what its numbers are now, with as many queries for any number of placements."""
    organisation, year = snapshot.organisation, snapshot.year
    reported, frozen = page_of(snapshot), snapshots.measures_of(snapshot.figures)
    day = snapshots.counted_on(year, snapshot.period)
    now = queries.dashboard(organisation, year, day)
    measures = measure_queries.all_measures(organisation, year, snapshot.period, day)
    return Compared(reported, frozen, snapshots.differences(reported, now, frozen, measures), _since(snapshot))


def page_of(snapshot: Snapshot) -> Dashboard:
    """A frozen report as a dashboard; the year before is compared openly only while that is public."""
    rows = PublishedYear.objects.filter(organisation=snapshot.organisation)
    years = set(rows.filter(year__in=[snapshot.year, snapshot.year - 1]).values_list("year", flat=True))
    held = NamingDecision.objects.in_force(snapshot.organisation)
    return snapshots.thaw(
        snapshot.figures,
        organisation=snapshot.organisation,
        year=snapshot.year,
        is_published=snapshot.year in years,
        is_before_published=snapshot.year - 1 in years,
        names_suppliers=bool(held and held.names_suppliers),
    )


def suppliers_of(snapshot: Snapshot, page: Dashboard) -> Suppliers | None:
    """The suppliers that a frozen report tells of, by name when `page`, which it holds, names them."""
    return frozen_suppliers(snapshot.figures, by_name=page.names_suppliers)


def of_year(organisation: Organisation, year: int) -> Snapshot | None:
    """The frozen report of the whole year, when there is one."""
    return Snapshot.objects.filter(organisation=organisation, year=year, period=Period.YEAR).first()


def can_be_frozen(organisation: Organisation, years: set[int], today: date) -> list[tuple[int, Period]]:
    """The periods of those years that are over and not frozen yet, newest first."""
    frozen = set(Snapshot.objects.filter(organisation=organisation).values_list("year", "period"))
    return [
        (year, period)
        for year in sorted(years, reverse=True)
        for period in reversed(Period)
        if today > snapshots.last_day(year, period) and (year, period.value) not in frozen
    ]


def _since(snapshot: Snapshot) -> Since:
    days = (date(snapshot.year, 1, 1), snapshot.as_of)
    rows = Placement.objects.filter(organisation=snapshot.organisation, started_on__range=days)
    after = snapshot.frozen_at
    found = rows.aggregate(
        logged=Count("pk", filter=Q(created_at__gt=after, undone_at=None)),
        undone=Count("pk", filter=Q(created_at__lte=after, undone_at__gt=after)),
    )
    return Since(**found)
