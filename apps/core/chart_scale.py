"""Scales, axes and number formats for charts: pure arithmetic on whole numbers and percents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip

# Inner width in px of a chart in a 320 px window, and the width from which charts.css counts it as wide (28rem).
NARROW, WIDE = 240, 448
# Width in px of one character of the bold 13 px text, in the widest of the usual system fonts.
CHARACTER = 9
THIN_SPACE = "\u202f"


@dataclass(frozen=True)
class Tick:
    """A text at a place: an axis label, a dot or a column's sum. `shown` is a class that hides it on narrow charts."""

    x: str
    y: str
    text: str
    shown: str
    anchor: str = "middle"


@dataclass(frozen=True)
class Plot:
    """The area inside the axes, in percent of the svg, and the value at its top."""

    left_at: float
    width_of: float
    top_at: float
    height_of: float
    highest: int

    @classmethod
    def for_axis(cls, values: Sequence[int], *, right: float) -> Plot:
        """Return a plot with room for the tick texts of `values` on the left and `right` percent free on the right."""
        longest = max(len(number(value)) for value in values)
        left = min((longest * 8 + 10) * 100 / NARROW, 40)
        return cls(left, 100 - left - right, 9, 79, values[-1])

    @property
    def bottom_at(self) -> float:
        return self.top_at + self.height_of

    @property
    def left(self) -> str:
        return percent(self.left_at)

    @property
    def right(self) -> str:
        return percent(self.left_at + self.width_of)

    @property
    def top(self) -> str:
        return percent(self.top_at)

    @property
    def width(self) -> str:
        return percent(self.width_of)

    @property
    def height(self) -> str:
        return percent(self.height_of)

    @property
    def bottom(self) -> str:
        return percent(self.bottom_at)

    def x(self, index: int, steps: int) -> float:
        """Return the place of point `index` of `steps` points spread from edge to edge."""
        return self.left_at + self.width_of * index / (steps - 1)

    def y(self, value: float) -> float:
        return self.bottom_at - self.height_of * value / self.highest

    def inner_x(self, index: int, steps: int) -> str:
        """Return the same as `x`, within the plot's own 0 to 100."""
        return decimal(100 * index / (steps - 1))

    def points(self, values: Sequence[float]) -> str:
        """Return `values` by month as the points of a polyline in a 100 by 100 viewBox over the plot."""
        pairs = ((self.inner_x(i, 12), decimal(100 - 100 * value / self.highest)) for i, value in enumerate(values))
        return " ".join(f"{x},{y}" for x, y in pairs)

    def ticks(self, values: Sequence[int]) -> tuple[Tick, ...]:
        """Return the value axis: one text left of the plot at each value."""
        x = percent(self.left_at - 2.5)
        return tuple(Tick(x, percent(self.y(value)), number(value), "", "end") for value in values)


def check_values(*groups: Sequence[int | None], months: bool = False) -> None:
    """Raise ValueError for a negative value; with `months` also for more than twelve or a missing one
    in the groups of monthly values (all but the last group)."""
    if any(value is not None and value < 0 for group in groups for value in group):
        raise ValueError("A chart's values cannot be negative")
    if months and any(len(group) > 12 or None in group for group in groups[:-1]):
        raise ValueError("Monthly values are at most twelve and none may be missing")


def decimal(value: float) -> str:
    """Return a number for an svg attribute: at most two decimals, a point, no trailing zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def percent(value: float) -> str:
    return f"{decimal(value)}%"


def number(value: int) -> str:
    """Return a whole number as Swedish text: groups of three with a narrow no-break space, a real minus."""
    return f"{value:,}".replace(",", THIN_SPACE).replace("-", "−")


def signed(value: int) -> str:
    return f"+{number(value)}" if value > 0 else number(value)


def compared(value: int, other: int) -> str:
    """Return the words that compare two counts, to stand before what `other` is."""
    if value == other:
        return "lika många som"
    return f"{number(abs(value - other))} {'fler' if value > other else 'färre'} än"


def total_of(values: Sequence[int | None]) -> int | None:
    """Return the sum, or None when a value is withheld: the sum would give it away."""
    return None if None in values else sum(values)


def rounded_share(part: int | None, whole: int | None) -> int | None:
    """Return `part` in whole percent of `whole`, halves up; None when either is withheld or `whole` is 0."""
    return None if part is None or not whole else (200 * part + whole) // (2 * whole)


def even_pace(target: int, month: int) -> int:
    """Return what even pace to `target` has reached at the end of `month` (1 to 12), halves up."""
    return (2 * target * month + 12) // 24


def nice_ticks(highest: int, intervals: int = 5) -> tuple[int, ...]:
    """Return axis values from 0 to at least `highest` in steps of 1, 2 or 5 times a power of ten,
    in at most `intervals` intervals."""
    for power in count():
        for base in (1, 2, 5):
            step = base * 10**power
            needed = max(-(-highest // step), 1)
            if needed <= intervals:
                return tuple(range(0, needed * step + 1, step))
    raise AssertionError("unreachable: some power of ten is large enough")


def fit(text: str, share: float) -> str:
    """Return how a text goes into `share` percent of a chart: always, only when wide, or "" for never."""
    needed = len(text) * CHARACTER + 2
    if needed <= share * NARROW / 100:
        return "chart-always"
    return "chart-wide" if needed <= share * WIDE / 100 else ""


def label_every(plot: Plot, texts: Sequence[str], *, at_edges: bool = False) -> tuple[Tick, ...]:
    """Return category texts below the plot: centred in their slots, or at points from edge to edge.
    Those that would collide on a narrow chart are shown on a wide one only, or not at all."""
    slots = max(len(texts) - 1 if at_edges else len(texts), 1)
    slot = plot.width_of / slots
    longest = max((len(text) for text in texts), default=0) * 8 + 4
    narrow, wide = (-(-longest * 100 // int(slot * width)) for width in (NARROW, WIDE))
    narrow = -(-narrow // wide) * wide  # Every one of the narrow chart has its place among those of the wide.
    ticks = []
    for i, text in enumerate(texts):
        shown = "chart-always" if i % narrow == 0 else "chart-wide"
        if i % narrow == 0 or i % wide == 0:
            x = plot.left_at + slot * (i if at_edges else i + 0.5)
            ticks.append(Tick(percent(x), percent(plot.bottom_at), text, shown))
    return tuple(ticks)


def spread(places: Sequence[float], *, gap: float, low: float, high: float) -> list[float]:
    """Return `places` in their order, moved as little as needed to lie `gap` apart between `low` and `high`."""
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = list(places)
    at = low
    for i in order:
        moved[i] = at = max(moved[i], at)
        at += gap
    at = high
    for i in reversed(order):
        moved[i] = at = min(moved[i], at)
        at -= gap
    return moved
