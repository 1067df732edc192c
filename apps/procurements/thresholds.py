"""The thresholds in force: what the house ships, and what administrators have added or replaced."""

from collections.abc import Iterable
from datetime import date

from apps.procurements.models import Procurement, Threshold
from apps.procurements.regime import SHIPPED_ROWS, RegimeResult, ThresholdRow, regime


def rows() -> tuple[ThresholdRow, ...]:
    """Every row by the day it begins, earliest first. An added row replaces the shipped one of the same day."""
    by_day = {row.valid_from: row for row in SHIPPED_ROWS}
    by_day |= {added.valid_from: as_row(added) for added in Threshold.objects.all()}
    return tuple(by_day[day] for day in sorted(by_day))


def as_row(added: Threshold) -> ThresholdRow:
    """A stored row as the rules read it."""
    return ThresholdRow(
        valid_from=added.valid_from,
        goods_services=added.goods_services,
        works=added.works,
        special_services=added.special_services,
        direct_purchase=added.direct_purchase,
        direct_purchase_special=added.direct_purchase_special,
        valid_to=added.valid_to,
        source=added.source,
    )


def regime_of(procurement: Procurement, on: date, among: Iterable[ThresholdRow] | None = None) -> RegimeResult:
    """The regime of a procurement by its estimated value, what is bought and the day.

    A caller with many procurements reads `rows()` once and passes them as `among`. Without a value or a kind the
    regime is UNKNOWN and the explanation says what to fill in (`regime.regime`).
    """
    table = rows() if among is None else tuple(among)
    return regime(procurement.estimated_value, procurement.kind, on, table)
