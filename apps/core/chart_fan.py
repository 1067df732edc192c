"""A forecast as a band in the chart of running sums: from what is known to the year's end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from apps.core.chart_scale import Plot, decimal, number
from apps.core.chart_shapes import CumulativeLines, LegendItem, Row, Table


@dataclass(frozen=True)
class FanPoint:
    """What is likely at the end of a month, 1 to 12: at least eight of ten outcomes lie from `low` to `high`."""

    month: int
    low: int
    median: int
    high: int


def highest_of(fan: Sequence[FanPoint]) -> int:
    """The highest value that the fan needs room for."""
    return max((point.high for point in fan), default=0)


def with_fan(chart: CumulativeLines, fan: Sequence[FanPoint], start: int) -> CumulativeLines:
    """The chart with the band from `start`, the sum so far, to each month of the fan, in legend and table too.

    The chart must have been made with room for `highest_of(fan)`. Without a month to come it is left as it is.
    """
    begun = len(chart.dots)
    ahead = [point for point in fan if point.month > begun]
    if not ahead:
        return chart
    if begun:
        ahead = [FanPoint(begun, start, start, start), *ahead]
    upper = [_point(chart.plot, each.month, each.high) for each in ahead]
    lower = [_point(chart.plot, each.month, each.low) for each in reversed(ahead)]
    last = ahead[-1]
    shown = number(last.low) if last.low == last.high else f"{number(last.low)}–{number(last.high)}"
    return replace(
        chart,
        fan=" ".join(upper + lower),
        fan_middle=" ".join(_point(chart.plot, each.month, each.median) for each in ahead),
        legend=(*chart.legend, LegendItem("Prognos vid årets slut, troligen", shown, "fan")),
        table=_with_columns(chart.table, {each.month: each for each in ahead if each.month > begun}),
    )


def _point(plot: Plot, month: int, value: int) -> str:
    return f"{plot.inner_x(month - 1, 12)},{decimal(100 - 100 * value / plot.highest)}"


def _with_columns(table: Table, ahead: dict[int, FanPoint]) -> Table:
    found = [ahead.get(month) for month in range(1, len(table.rows) + 1)]
    cells = [(each.low, each.median, each.high) if each else ("", "", "") for each in found]
    return Table(
        (*table.header, "Prognos, lägst", "Prognos, mitten", "Prognos, högst"),
        tuple((*row, *more) for row, more in zip(table.rows, cells, strict=True)),
        tuple(
            Row(row.label, (*row.cells, *(number(each) if each != "" else "" for each in more)))
            for row, more in zip(table.body, cells, strict=True)
        ),
    )
