"""What the dashboard shows beside the result: forecast, funnel, suppliers, procurements, more targets.

All of it together takes some twenty questions and a while to reckon, so what was found is kept for ten minutes. It is
found anew as soon as the day, the result or a target is another, so it never contradicts the number above it.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

from django.core.cache import cache
from django.utils import timezone

from apps.accounts.models import Department
from apps.core.chart_fan import FanPoint
from apps.targets import forecast_queries, forecast_words
from apps.targets.choices import Measure, Period
from apps.targets.forecast import Forecast, State, forecast
from apps.targets.measure_queries import ask, measured
from apps.targets.measures import MeasureResult, window
from apps.targets.place_queries import Funnel, Suppliers, frozen_funnel, frozen_suppliers, funnel, suppliers
from apps.targets.queries import NO_DEPARTMENT, Dashboard, by_department_and_kind
from apps.targets.snapshot_queries import of_year
from apps.targets.snapshots import last_day
from apps.targets.target_queries import Standing, more_standings

KEPT_SECONDS = 600
# Raise it when a class below or one that it holds gets another shape: what is kept is read back as it was written.
_SHAPE = 4


@dataclass(frozen=True)
class ForecastCard:
    """The forecast of the year in words, `fan` for the chart. Without `has_number` the lead says why there is none."""

    has_number: bool
    lead: str
    short: str
    drivers: tuple[str, ...]
    undated: str
    fan: tuple[FanPoint, ...]
    note: str = ""


@dataclass(frozen=True)
class Beside:
    """`departments` are (key, name) of those that can be chosen, `by_department` the whole result by the names of those
    that ordered, the most first; `made_at` is when this was found.
    """

    made_at: datetime
    departments: tuple[tuple[int, str], ...]
    by_department: tuple[tuple[str, int], ...]
    forecast: ForecastCard | None
    funnel: Funnel
    suppliers: Suppliers
    with_requirement: MeasureResult
    comply_or_explain: MeasureResult
    targets: tuple[Standing, ...]


def beside(page: Dashboard, period: str, today: date, seen: Collection[int] | None = None) -> Beside:
    """What stands beside a page's result; `page` may end before `today`, with its period.

    `seen` are the authorities whose figures the reader may see, as `target_queries.result_of` asks; None: this one.
    """
    seen = sorted({page.organisation.pk} if seen is None else seen)
    key = _key(page, period, today, seen)
    found = cache.get(key)
    if found is None:
        found = _find(page, period, today, seen)
        cache.set(key, found, KEPT_SECONDS)
    return found


def card_of(year: Forecast) -> ForecastCard:
    """A forecast as the dashboard tells it."""
    points = year.outcome.fan if year.outcome and year.state == State.OPEN else ()
    fan = {
        each.on.month: FanPoint(each.on.month, *_span(each.span)) for each in points if each.on.year == year.inputs.year
    }
    return ForecastCard(
        has_number=year.outcome is not None,
        lead=forecast_words.lead(year),
        short=forecast_words.short(year),
        drivers=forecast_words.drivers(year),
        undated=forecast_words.undated(year.inputs) if year.outcome else "",
        fan=tuple(fan.values()),
        note=forecast_words.OF_DEPARTMENT if year.outcome and year.inputs.department else "",
    )


def _span(span) -> tuple[int, int, int]:
    return span.low, span.median, span.high


def _key(page: Dashboard, period: str, today: date, seen: Collection[int]) -> str:
    department = page.department.pk if page.department else ""
    # The whole organisation's result stands in the key, so that a placement that was just logged is in the forecast.
    result = f"{page.result.total}.{sum(page.result.started.values())}.{page.upcoming}.{page.active}"
    target = page.target.pk if page.target else ""
    limit = page.organisation.small_number_limit
    return (
        f"beside.{_SHAPE}.{page.organisation.pk}.{page.year}.{period}.{department}.{today}.{result}.{target}."
        f"{page.newest_target}.{limit}.{page.frozen}.{page.names_suppliers}.{sha256(repr(seen).encode()).hexdigest()}"
    )


def _find(page: Dashboard, period: str, today: date, seen: Collection[int]) -> Beside:
    organisation, department = page.organisation, page.department
    days = window(page.year, period, today)
    report = of_year(organisation, page.year) if page.frozen and period == Period.YEAR else None
    frozen = report.figures if report else {}
    codes = (Measure.WITH_REQUIREMENT.value, "comply_or_explain")
    shares = measured(codes, ask(organisation, page.year, period, today, department))[0]
    departments = tuple(organisation.departments.order_by("sort_key", "pk").values_list("pk", "name"))
    return Beside(
        made_at=timezone.now(),
        departments=departments,
        by_department=() if department else _by_department(page, dict(departments)),
        forecast=_forecast(page, period, today),
        funnel=frozen_funnel(frozen, department) or funnel(organisation, days, department),
        suppliers=(None if department else frozen_suppliers(frozen, by_name=page.names_suppliers))
        or suppliers(organisation, days, department),
        with_requirement=shares[codes[0]],
        comply_or_explain=shares[codes[1]],
        targets=_targets(page, department, today, seen) if period == Period.YEAR else (),
    )


def _by_department(page: Dashboard, names: dict[int, str]) -> tuple[tuple[str, int], ...]:
    """A resident stands with the department of the first counted placement, so departments add up."""
    found = Counter()
    for (key, _), number in by_department_and_kind(page.organisation, page.year, page.today, page.rule).items():
        found[names.get(key, NO_DEPARTMENT)] += number
    return tuple(sorted(found.items(), key=lambda pair: (pair[0] == NO_DEPARTMENT, -pair[1], pair[0])))


def _forecast(page: Dashboard, period: str, today: date) -> ForecastCard | None:
    """None for what is over, and for years after the next one: what is known says nothing of them."""
    last = last_day(page.year, period)
    if today > last or page.year > today.year + 1:
        return None
    inputs = forecast_queries.load(page.organisation, page.year, today, page.rule)
    if period != Period.YEAR:
        inputs = replace(inputs, ends_on=last, target=None)
    elif page.department:
        inputs = replace(inputs, target=page.target.value if page.target else None)
    if page.department:
        inputs = forecast_queries.load_part(
            replace(inputs, counted=page.result.total), page.organisation, page.department
        )
    return card_of(forecast(inputs))


def _targets(
    page: Dashboard, department: Department | None, today: date, seen: Collection[int]
) -> tuple[Standing, ...]:
    """The year's other targets; a department's own for residents has the card instead of the organisation's."""
    rows = more_standings(page.organisation, page.year, today, department, seen)
    return tuple(each for each in rows if not department or each.target.measure != Measure.RESIDENTS)
