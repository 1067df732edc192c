"""A score over time as a line from point to point; where a value is missing, the line is broken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from apps.core.chart_scale import Plot, Tick, decimal, label_every, number, percent
from apps.core.chart_shapes import Caption, Row, Table


@dataclass(frozen=True)
class ScoreLine:
    """`lines` are the points of polylines in a 100 by 100 viewBox over the plot, one for each unbroken run."""

    caption: Caption
    lead: str
    is_empty: bool
    plot: Plot
    ticks: tuple[Tick, ...]
    categories: tuple[Tick, ...]
    lines: tuple[str, ...]
    dots: tuple[Tick, ...]
    table: Table


def score_line(
    caption: Caption,
    times: Sequence[str],
    values: Sequence[int | None],
    *,
    highest: int,
    time_name: str = "Tid",
    value_name: str = "Poäng",
) -> ScoreLine:
    """Return a score from 0 to `highest` at each of `times`; None is a time without a score.

    Raises ValueError when there is not one value for each time, or one lies outside the scale.
    """
    if len(times) != len(values):
        raise ValueError(f"{len(values)} values for {len(times)} times")
    if any(value is not None and not 0 <= value <= highest for value in values):
        raise ValueError(f"A score lies between 0 and {highest}")
    plot = Plot.for_axis(range(highest + 1), right=4)
    slots = max(len(times), 1)
    places = [plot.left_at + plot.width_of * (i + 0.5) / slots for i in range(len(times))]
    dots = [
        Tick(percent(x), percent(plot.y(value)), number(value), "")
        for x, value in zip(places, values, strict=True)
        if value is not None
    ]
    known = [(time, value) for time, value in zip(times, values, strict=True) if value is not None]
    rows = tuple((time, "–" if value is None else value) for time, value in zip(times, values, strict=True))
    return ScoreLine(
        caption=caption,
        lead=caption.lead,
        is_empty=not known,
        plot=plot,
        ticks=plot.ticks(range(highest + 1)),
        categories=label_every(plot, times),
        lines=tuple(_run(run, slots, highest) for run in _runs(values)),
        dots=tuple(dots),
        table=Table((time_name, value_name), rows, tuple(Row(str(time), (str(value),)) for time, value in rows)),
    )


def _runs(values: Sequence[int | None]) -> list[list[tuple[int, int]]]:
    """Places with their values, unbroken; a value alone draws no line."""
    runs: list[list[tuple[int, int]]] = [[]]
    for i, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((i, value))
    return [run for run in runs if len(run) > 1]


def _run(run: list[tuple[int, int]], slots: int, highest: int) -> str:
    return " ".join(f"{decimal(100 * (i + 0.5) / slots)},{decimal(100 - 100 * value / highest)}" for i, value in run)
