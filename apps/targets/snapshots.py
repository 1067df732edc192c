"""A period's figures as they were reported: a dashboard and measures to JSON, back again, and against today's. Pure.

Numbers by department are frozen as they may be told, since a frozen report leaves the house and the limit for small
numbers may change (docs/decisions/0019-disclosure-control.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from apps.accounts.models import Organisation
from apps.core.formats import number
from apps.targets import wording
from apps.targets.choices import Period
from apps.targets.counting import Rule
from apps.targets.measures import MeasureResult, Part, definition, window
from apps.targets.models import Target
from apps.targets.queries import ActivityCount, Dashboard, YearResult

FORMAT = 1
_TARGET = ("value", "version", "counted_kinds", "counting_rule", "decided_by_body", "reference")


@dataclass(frozen=True)
class FrozenMeasure:
    """A measure with the words it was defined by when it was frozen."""

    code: str
    name: str
    sentence: str
    trap: str
    result: MeasureResult
    is_personal: bool = False


@dataclass(frozen=True)
class Difference:
    """One number as it was reported and as it is now; the texts are ready to print."""

    label: str
    reported: str
    now: str
    change: str

    @property
    def is_changed(self) -> bool:
        return bool(self.change) and self.change != "0"


def last_day(year: int, period: str) -> date:
    """The last day that a period counts."""
    return window(year, period, date(year, 12, 31)).last


def counted_on(year: int, period: str) -> date:
    """The day on whose evening a period is counted: its last one, of a whole year the day after, when it is over."""
    last = last_day(year, period)
    return last + timedelta(days=1) if Period(period) == Period.YEAR else last


def dump(page: Dashboard, measures: Mapping[str, MeasureResult]) -> dict[str, Any]:
    """What `Snapshot.figures` holds: numbers, and the words they were counted by.

    Of a whole year `letter_queries.told` and `place_queries.told` add what may be told by department and supplier.
    """
    return {
        "format": FORMAT,
        "counted_on": page.today.isoformat(),
        "rule": {"counting_rule": str(page.rule.counting_rule), "kinds": list(page.rule.kinds)},
        "rule_text": wording.rule_sentences(page.rule),
        "target": _dump_target(page.target),
        "result": _dump_year(page.result),
        "before": _dump_year(page.before),
        "active": page.active,
        "activities": [[each.kind, each.label, each.count, each.people] for each in page.activities],
        "limit": page.organisation.small_number_limit,
        "names_suppliers": page.names_suppliers,
        "departments": [],
        "measures": [_dump_measure(code, result) for code, result in measures.items()],
    }


def thaw(
    figures: Mapping[str, Any],
    *,
    organisation: Organisation,
    year: int,
    is_published: bool = False,
    is_before_published: bool = False,
    names_suppliers: bool = False,
) -> Dashboard:
    """The dashboard as it was frozen, to be drawn like any other. What is public now is not frozen.

    Suppliers are named when that was decided when it was frozen, and is now (`names_suppliers`).
    """
    return Dashboard(
        organisation=organisation,
        year=year,
        today=date.fromisoformat(figures["counted_on"]),
        rule=Rule(figures["rule"]["counting_rule"], tuple(figures["rule"]["kinds"])),
        target=_thaw_target(figures["target"], organisation, year),
        result=_thaw_year(figures["result"], year),
        before=_thaw_year(figures["before"], year - 1),
        active=figures["active"],
        upcoming=0,
        activities=tuple(ActivityCount(*each) for each in figures["activities"]),
        years=(year,),
        is_published=is_published,
        is_before_published=is_before_published,
        names_suppliers=names_suppliers and figures.get("names_suppliers", False),
    )


def measures_of(figures: Mapping[str, Any]) -> list[FrozenMeasure]:
    """The frozen measures, in the order they were frozen."""
    return [_thaw_measure(each) for each in figures["measures"]]


def differences(
    reported: Dashboard,
    now: Dashboard,
    frozen: list[FrozenMeasure],
    measures: Mapping[str, MeasureResult],
) -> list[Difference]:
    """Every number of a report beside the same number now, counted by the report's rule.

    What became of residents is told once, when it is frozen: two countings would tell what happened in between.
    """
    rows = [_numbers("Resultat mot målet", reported.result.total, now.result.total)]
    for kind in wording.kinds(reported.rule):
        pair = (page.result.compared.get(kind, 0) for page in (reported, now))
        rows.append(_numbers(f"varav {kind.label.lower()}", *pair))
    rows.append(_numbers("Pågående", reported.active, now.active))
    for each in frozen:
        if each.code not in _SHOWN_ABOVE:
            rows.append(_of_measure(each, measures.get(each.code)))
    return rows


# The same number stands in the table already.
_SHOWN_ABOVE = {"residents_in_occupation", "ongoing"}


def _numbers(label: str, reported: int, now: int) -> Difference:
    return Difference(label, number(reported), number(now), _signed(now - reported))


def _of_measure(frozen: FrozenMeasure, now: MeasureResult | None) -> Difference:
    label, reported = frozen.name[:1].upper() + frozen.name[1:], _with_of(frozen.result)
    if now is None or frozen.result.hidden or frozen.is_personal:
        return Difference(label, reported, number(None), "")
    same = (frozen.result.numerator, frozen.result.denominator) == (now.numerator, now.denominator)
    if frozen.result.value is None or now.value is None:
        return Difference(label, reported, _with_of(now), "0" if same else "ändrat")
    moved = now.value - frozen.result.value
    change = _signed(moved) if moved or same else "ändrat"
    return Difference(label, reported, _with_of(now), change)


def _with_of(result: MeasureResult) -> str:
    return f"{result.text} ({result.of_text})" if result.of_text else result.text


def _signed(value: int | Decimal) -> str:
    decimals = 0 if value == int(value) else 1
    return f"{'+' if value > 0 else ''}{number(value, decimals)}"


def _dump_target(target: Target | None) -> dict[str, Any] | None:
    if target is None:
        return None
    return {name: getattr(target, name) for name in _TARGET} | {"decided_on": target.decided_on.isoformat()}


def _thaw_target(held: Mapping[str, Any] | None, organisation: Organisation, year: int) -> Target | None:
    if held is None:
        return None
    values = {**held, "decided_on": date.fromisoformat(held["decided_on"])}
    return Target(organisation=organisation, year=year, **values)


def _dump_year(year: YearResult) -> dict[str, Any]:
    return {
        "total": year.total,
        "months": {str(kind): list(numbers) for kind, numbers in year.months.items()},
        "compared": {str(kind): value for kind, value in year.compared.items()},
        "started": year.started,
        "residents": year.residents,
    }


def _thaw_year(held: Mapping[str, Any], year: int) -> YearResult:
    return YearResult(
        year=year,
        total=held["total"],
        months={kind: tuple(numbers) for kind, numbers in held["months"].items()},
        compared=dict(held["compared"]),
        started=dict(held["started"]),
        residents=dict(held["residents"]),
    )


def _dump_measure(code: str, result: MeasureResult) -> dict[str, Any]:
    own = definition(code)
    return {
        "code": code,
        "name": own.name,
        "sentence": own.sentence,
        "trap": own.trap,
        "numerator": result.numerator,
        "denominator": result.denominator,
        "value": None if result.value is None else str(result.value),
        "unit": str(result.unit),
        "note": result.n_note,
        "parts": [[part.key, part.label, part.value] for part in result.parts],
        "hidden": result.hidden,
        "is_personal": own.is_personal,
    }


def _thaw_measure(held: Mapping[str, Any]) -> FrozenMeasure:
    value = None if held["value"] is None else Decimal(held["value"])
    result = MeasureResult(
        held["code"],
        held["numerator"],
        held["denominator"],
        value,
        held["unit"],
        held["note"],
        tuple(Part(*each) for each in held["parts"]),
        held["hidden"],
    )
    return FrozenMeasure(held["code"], held["name"], held["sentence"], held["trap"], result, held["is_personal"])
