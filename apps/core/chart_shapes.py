"""What the chart templates read: frozen dataclasses whose strings are ready to print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from apps.core.chart_scale import Plot, Tick


@dataclass(frozen=True)
class Caption:
    """What stands around a chart. `key` is unique on the page and becomes its ids; `lead` replaces the
    computed sentence; `empty` is shown when there is nothing to draw; `withheld` stands for None.
    Raises ValueError when the key cannot be an id."""

    key: str
    title: str
    csv_url: str = ""
    lead: str = ""
    note: str = ""
    empty: str = "Inga uppgifter ännu."
    withheld: str = "dolt"

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z][a-z0-9-]*", self.key):
            raise ValueError(f"A chart's key must be a slug, not {self.key!r}")


@dataclass(frozen=True)
class Part:
    """One labelled value; `tone` is the colour class in charts.css."""

    label: str
    value: int | None
    tone: str = "brand"


@dataclass(frozen=True)
class Series:
    """One labelled row of values, one for each category."""

    label: str
    values: Sequence[int | None]
    tone: str = "brand"


@dataclass(frozen=True)
class Row:
    """A table row ready to print: the label is its header cell."""

    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A chart's numbers. `rows` hold raw values for files, `body` the same formatted for a page."""

    header: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]
    body: tuple[Row, ...]


@dataclass(frozen=True)
class LegendItem:
    """`tone` is a colour class, or a line style in the line chart."""

    label: str
    number: str
    tone: str


@dataclass(frozen=True)
class Segment:
    """A rectangle; `text` is empty when the number does not fit, `shown` the class that hides it on narrow charts."""

    x: str
    y: str
    width: str
    height: str
    middle_x: str
    middle_y: str
    text: str
    shown: str
    tone: str


@dataclass(frozen=True)
class Marker:
    x: str
    anchor: str
    text: str


@dataclass(frozen=True)
class Progress:
    caption: Caption
    lead: str
    is_empty: bool
    figure: str
    of_target: str
    status: str
    status_tone: str
    track: str
    segments: tuple[Segment, ...]
    marker: Marker | None
    legend: tuple[LegendItem, ...]
    outside: tuple[LegendItem, ...]
    table: Table


@dataclass(frozen=True)
class EndLabel:
    x: str
    y: str
    anchor: str
    short: str
    long: str
    style: str


@dataclass(frozen=True)
class CumulativeLines:
    caption: Caption
    lead: str
    is_empty: bool
    plot: Plot
    ticks: tuple[Tick, ...]
    categories: tuple[Tick, ...]
    line: str
    area: str
    dots: tuple[Tick, ...]
    pace: str
    before: str
    labels: tuple[EndLabel, ...]
    legend: tuple[LegendItem, ...]
    table: Table
    fan: str = ""
    fan_middle: str = ""


@dataclass(frozen=True)
class StackedColumns:
    caption: Caption
    lead: str
    is_empty: bool
    plot: Plot
    ticks: tuple[Tick, ...]
    categories: tuple[Tick, ...]
    segments: tuple[Segment, ...]
    totals: tuple[Tick, ...]
    legend: tuple[LegendItem, ...]
    table: Table


@dataclass(frozen=True)
class Bar:
    label: str
    number: str
    width: str
    share: str
    tone: str


@dataclass(frozen=True)
class Bars:
    caption: Caption
    lead: str
    is_empty: bool
    bars: tuple[Bar, ...]
    table: Table


@dataclass(frozen=True)
class ComparisonRow:
    label: str
    before: str
    now: str
    change: str
    before_width: str
    now_width: str


@dataclass(frozen=True)
class Comparison:
    caption: Caption
    lead: str
    is_empty: bool
    rows: tuple[ComparisonRow, ...]
    total: ComparisonRow
    table: Table
