"""The thresholds in force: what the house ships, and what administrators have added or replaced."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from apps.procurements.choices import PurchaseKind
from apps.procurements.models import Procurement, Threshold
from apps.procurements.regime import SHIPPED_ROWS, RegimeResult, ThresholdRow, regime, row_on


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


@dataclass(frozen=True)
class ListedRow:
    """A row of the table with where it comes from. `added` is None for a shipped row; a replaced one never counts."""

    row: ThresholdRow
    added: Threshold | None
    is_replaced: bool
    is_in_force: bool

    @property
    def origin(self) -> str:
        """ "medföljer", "inlagd", and what there is to say of it today."""
        origin = "inlagd" if self.added else "medföljer"
        if self.is_replaced:
            return "ersatt av inlagd rad"
        return f"{origin}, gäller i dag" if self.is_in_force else origin

    @property
    def tone(self) -> str:
        """How the origin looks."""
        return "good" if self.is_in_force else "info" if self.added else "neutral"


def listed(today: date) -> list[ListedRow]:
    """Every shipped and added row, latest first, with the one in force today."""
    added = {each.valid_from: each for each in Threshold.objects.all()}
    table = [(row, None) for row in SHIPPED_ROWS] + [(as_row(each), each) for each in added.values()]
    table.sort(key=lambda each: (each[0].valid_from, each[1] is not None), reverse=True)
    counting = [row for row, source in table if source or row.valid_from not in added]
    now = row_on(today, counting)
    return [
        ListedRow(row, source, source is None and row.valid_from in added, is_in_force=row is now)
        for row, source in table
    ]


def missing_on(on: date, among: Iterable[ThresholdRow]) -> list[str]:
    """What has no threshold on the day, in words: all kinds when no row covers it."""
    row = row_on(on, among)
    return [kind.label for kind in PurchaseKind if row is None or row.threshold(kind) is None]
