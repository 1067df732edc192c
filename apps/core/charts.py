"""Charts as frozen dataclasses: numbers in, ready-formatted strings out.

Positions are percent strings such as ``"12.5%"`` of the surrounding svg, so a chart needs no viewBox and
its text keeps its size at every width. Every attribute is formatted here, because under Swedish formatting
a template would print 32.5 as ``32,5``. Values are whole numbers >= 0; ``None`` is a value that is withheld,
and a sum with a withheld part is withheld too unless the caller states it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

from apps.core.chart_scale import (
    MONTHS,
    Plot,
    Tick,
    check_values,
    compared,
    even_pace,
    fit,
    label_every,
    nice_ticks,
    number,
    percent,
    rounded_share,
    signed,
    spread,
    total_of,
)
from apps.core.chart_shapes import (
    Bar,
    Bars,
    Caption,
    Comparison,
    ComparisonRow,
    CumulativeLines,
    EndLabel,
    LegendItem,
    Marker,
    Part,
    Progress,
    Row,
    Segment,
    Series,
    StackedColumns,
    Table,
)

__all__ = [
    "Caption",
    "Part",
    "Series",
    "comparison_table",
    "cumulative_lines",
    "funnel",
    "horizontal_bars",
    "progress_to_target",
    "stacked_columns",
]


def progress_to_target(
    caption: Caption,
    parts: Sequence[Part],
    *,
    target: int | None = None,
    total: int | None = None,
    outside: Sequence[Part] = (),
    status: str = "",
    status_tone: str = "info",
) -> Progress:
    """Return disjoint `parts` stacked against a target; no target (None or 0) gives the stack alone.

    `total` may exceed the parts when some are withheld: the rest is drawn in grey. `outside` is listed in the
    legend but not counted. `status` is a short verdict beside the number, `status_tone` its tag class: good, warn.
    Raises ValueError for negative values, or when the parts are more than the total.
    """
    check_values([target, total], [part.value for part in (*parts, *outside)])
    known = sum(part.value or 0 for part in parts)
    total = total_of([part.value for part in parts]) if total is None else total
    if total is not None and total < known:
        raise ValueError(f"The parts are {known}, more than their total {total}")
    drawn, target = max(known, total or 0), target or 0
    if drawn > known:
        parts = (*parts, Part("Övriga, ej uppdelade", drawn - known, "withheld"))
    # 98 and not 100: a marker at the very end would lose half its line.
    unit = 98 / max(drawn, target, 1)
    segments, start = [], 0
    for part in parts:
        if part.value:
            segments.append(_segment(start * unit, 40, part.value * unit, 48, part))
            start += part.value
    at = target * unit
    marker = Marker(percent(at), "end" if at >= 50 else "start", f"Mål {number(target)}") if target else None
    listed = [LegendItem(part.label, _shown(part.value, caption), part.tone) for part in parts]
    aside = [LegendItem(part.label, _shown(part.value, caption), part.tone) for part in outside]
    rows = [(part.label, part.value) for part in parts] + [("Summa", total)]
    rows += [("Mål", target)] if target else []
    rows += [(f"{part.label} (räknas inte)", part.value) for part in outside]
    return Progress(
        caption=caption,
        lead=caption.lead or _progress_lead(total, target, caption),
        is_empty=not (drawn or target) and total is not None,
        figure=_shown(total, caption),
        of_target=f"av {number(target)}" if target else "",
        status=status,
        status_tone=status_tone,
        track=percent(at),
        segments=tuple(segments),
        marker=marker,
        legend=tuple(listed),
        outside=tuple(aside),
        table=_table(("Del", "Antal"), rows, caption),
    )


def cumulative_lines(
    caption: Caption,
    *,
    year: str,
    months: Sequence[int],
    target: int | None = None,
    previous_year: str = "",
    previous_months: Sequence[int] | None = None,
    room_for: int = 0,
) -> CumulativeLines:
    """Return the running sum of `months` (January up to the current month; what was added in each)
    against even pace to `target` and against the previous year, each left out when not given; `room_for` is a value
    that must fit too.

    Raises ValueError for more than twelve months or a value that is negative or missing.
    """
    earlier = previous_months or ()
    check_values(months, earlier, [target], months=True)
    now, before, target = tuple(accumulate(months)), tuple(accumulate(earlier)), target or 0
    highest = max((target, *now[-1:], *before[-1:]))
    texts = nice_ticks(max(highest, room_for))
    plot = Plot.for_axis(texts, right=16 if target or before else 4)
    pace = [even_pace(target, month) for month in range(1, 13)] if target else []
    ends = []
    if target:
        ends.append((plot.y(target), number(target), f"Mål {number(target)}", "pace"))
    if before:
        ends.append((plot.y(before[-1]), number(before[-1]), f"{previous_year}: {number(before[-1])}", "before"))
    heights = spread([end[0] for end in ends], gap=8, low=4, high=plot.bottom_at)
    edge = percent(plot.left_at + plot.width_of + 2)
    labels = [EndLabel(edge, percent(y), "start", *end[1:]) for y, end in zip(heights, ends, strict=True)]
    dots = [Tick(percent(plot.x(i, 12)), percent(plot.y(value)), number(value), "") for i, value in enumerate(now)]
    if dots:
        anchor = "start" if len(dots) <= 3 else "end"
        labels.append(EndLabel(dots[-1].x, dots[-1].y, anchor, dots[-1].text, f"{year}: {dots[-1].text}", "now"))
    line = plot.points(now)
    return CumulativeLines(
        caption=caption,
        lead=caption.lead or _cumulative_lead(now, pace, before, previous_year),
        is_empty=not highest,
        plot=plot,
        ticks=plot.ticks(texts),
        categories=label_every(plot, [month[:3] for month in MONTHS], at_edges=True),
        line=line if len(now) > 1 else "",
        area=f"0,100 {line} {plot.inner_x(len(now) - 1, 12)},100" if len(now) > 1 else "",
        dots=tuple(dots),
        pace=plot.points([target * month / 12 for month in range(1, 13)]) if target else "",
        before=plot.points(before) if len(before) > 1 else "",
        labels=tuple(labels),
        legend=_cumulative_legend(year, now, pace, previous_year, before, target),
        table=_cumulative_table(caption, year, now, pace, previous_year, before),
    )


def stacked_columns(
    caption: Caption, categories: Sequence[str], series: Sequence[Series], *, category_name: str = "Period"
) -> StackedColumns:
    """Return one column per category, its series stacked upwards in the order given.

    Raises ValueError for negative values or a series whose length is not that of the categories.
    """
    check_values(*[one.values for one in series])
    if any(len(one.values) != len(categories) for one in series):
        raise ValueError(f"Every series needs {len(categories)} values, one for each category")
    columns = [[one.values[i] for one in series] for i in range(len(categories))]
    drawn = [sum(value or 0 for value in column) for column in columns]
    sums = [total_of(column) for column in columns]
    texts = nice_ticks(max(drawn, default=0))
    plot = Plot.for_axis(texts, right=0)
    slot = plot.width_of / max(len(categories), 1)
    segments, totals = [], []
    for i, column in enumerate(columns):
        left, stacked = plot.left_at + slot * (i + 0.18), 0
        for one, value in zip(series, column, strict=True):
            if value:
                top = plot.y(stacked + value)
                box = Part(one.label, value, one.tone)
                segments.append(_segment(left, top, slot * 0.64, plot.y(stacked) - top, box))
                stacked += value
        if sums[i] is not None:
            text = number(sums[i])
            shown = fit(text, slot)
            totals.append(Tick(percent(left + slot * 0.32), percent(plot.y(stacked)), text if shown else "", shown))
    rows = [(name, *column, sums[i]) for i, (name, column) in enumerate(zip(categories, columns, strict=True))]
    whole = [total_of(one.values) for one in series]
    header = (category_name, *[one.label for one in series], "Summa")
    legend = [LegendItem(o.label, _shown(n, caption), o.tone) for o, n in zip(series, whole, strict=True)]
    return StackedColumns(
        caption=caption,
        lead=caption.lead or _highest_lead(categories, sums),
        is_empty=not any(drawn) and None not in sums,
        plot=plot,
        ticks=plot.ticks(texts),
        categories=label_every(plot, categories),
        segments=tuple(segments),
        totals=tuple(totals),
        legend=tuple(legend),
        table=_table(header, [*rows, ("Summa", *whole, total_of(whole))], caption),
    )


def horizontal_bars(caption: Caption, parts: Sequence[Part], *, name: str = "Del") -> Bars:
    """Return one bar per part in the order given. Raises ValueError for negative values."""
    return _bars(caption, parts, ["" for _ in parts], name, _highest_lead)


def funnel(caption: Caption, steps: Sequence[Part], *, name: str = "Steg") -> Bars:
    """Return steps counted in one unit, each with its share of the step before.
    Raises ValueError for negative values."""
    shares = [""] if steps else []
    for earlier, later in pairwise(steps):
        share = rounded_share(later.value, earlier.value)
        shares.append("" if share is None else f"{number(share)} % av steget före")
    return _bars(caption, steps, shares, name, _funnel_lead)


def comparison_table(
    caption: Caption,
    *,
    labels: Sequence[str],
    before: Sequence[int | None],
    now: Sequence[int | None],
    before_name: str,
    now_name: str,
    name: str = "Del",
) -> Comparison:
    """Return two years side by side with difference and mini bars; the last row is the sum.
    Raises ValueError for negative values or lists of different length."""
    check_values(before, now)
    unit = 100 / max((value for value in (*before, *now) if value), default=1)
    pairs = list(zip(labels, before, now, strict=True))
    pairs.append(("Summa", total_of(before), total_of(now)))
    # The sum has no bars: on its scale the others would be slivers.
    units = [*[unit] * len(labels), 0]
    rows = [_comparison_row(*pair, unit, caption) for pair, unit in zip(pairs, units, strict=True)]
    raw = [(label, old, new, None if None in (old, new) else new - old) for label, old, new in pairs]
    _, old, new = pairs[-1]
    known = old is not None and new is not None
    lead = f"{number(new)} år {now_name}: {compared(new, old)} {before_name}." if known else ""
    return Comparison(
        caption=caption,
        lead=caption.lead or lead,
        is_empty=not any([*before, *now]) and known,
        rows=tuple(rows[:-1]),
        total=rows[-1],
        table=_table((name, before_name, now_name, "Skillnad"), raw, caption),
    )


def _shown(value: int | None, caption: Caption) -> str:
    return caption.withheld if value is None else number(value)


def _table(header: tuple[str, ...], rows: Sequence[tuple], caption: Caption) -> Table:
    raw = tuple(tuple(caption.withheld if cell is None else cell for cell in row) for row in rows)
    body = [Row(row[0], tuple(number(c) if isinstance(c, int) else c for c in row[1:])) for row in raw]
    return Table(header, raw, tuple(body))


def _segment(x: float, y: float, width: float, height: float, part: Part) -> Segment:
    text = number(part.value or 0)
    # A number needs about 7 % of the plot's height; in a bar that is one row high it always has it.
    shown = fit(text, width) if height >= 7 else ""
    return Segment(
        x=percent(x),
        y=percent(y),
        width=percent(width),
        height=percent(height),
        middle_x=percent(x + width / 2),
        middle_y=percent(y + height / 2),
        text=text if shown else "",
        shown=shown,
        tone=part.tone,
    )


def _progress_lead(total: int | None, target: int, caption: Caption) -> str:
    if total is None:
        return ""
    if not target:
        return f"{number(total)} totalt. Inget mål är satt."
    start = f"{number(total)} av {number(target)}."
    if total < target:
        return f"{start} Det är {number(target - total)} kvar till målet."
    return f"{start} Målet är passerat med {number(total - target)}." if total > target else f"{start} Målet är nått."


def _cumulative_lead(now: Sequence[int], pace: Sequence[int], before: Sequence[int], previous_year: str) -> str:
    if not now:
        return "Inga månader är redovisade ännu."
    month = len(now) - 1
    sums = []
    if pace:
        sums.append(f"{compared(now[month], pace[month])} jämn takt ({number(pace[month])})")
    if month < len(before):
        sums.append(f"{compared(now[month], before[month])} samma tid {previous_year} ({number(before[month])})")
    start = f"{number(now[month])} till och med {MONTHS[month]}."
    return f"{start} Det är {' och '.join(sums)}." if sums else start


def _cumulative_legend(
    year: str, now: Sequence[int], pace: Sequence[int], previous_year: str, before: Sequence[int], target: int
) -> tuple[LegendItem, ...]:
    month = max(len(now) - 1, 0)
    items = [LegendItem(f"{year} till och med {MONTHS[month]}", number(now[month]), "now")] if now else []
    if pace:
        text = f"Jämn takt till målet {number(target)}, slutet av {MONTHS[month]}"
        items.append(LegendItem(text, number(pace[month]), "pace"))
    if before:
        text = f"{previous_year} till och med {MONTHS[len(before) - 1]}"
        items.append(LegendItem(text, number(before[-1]), "before"))
    return tuple(items)


def _cumulative_table(
    caption: Caption,
    year: str,
    now: Sequence[int],
    pace: Sequence[int],
    previous_year: str,
    before: Sequence[int],
) -> Table:
    named = [(year, now), ("Jämn takt", pace), (previous_year, before)]
    columns = [(name, values) for name, values in named if values or name == year]
    rows = [
        (month.capitalize(), *[values[i] if i < len(values) else "" for _, values in columns])
        for i, month in enumerate(MONTHS)
    ]
    return _table(("Månad", *[name for name, _ in columns]), rows, caption)


def _highest_lead(labels: Sequence[str], values: Sequence[int | None]) -> str:
    if not values or None in values or not max(values):
        return ""
    highest = max(values)
    most = [label for label, value in zip(labels, values, strict=True) if value == highest]
    if len(most) > 3:
        return f"{len(most)} delar har flest, {number(highest)} var."
    start = f"{', '.join(most[:-1])} och {most[-1]}" if most[1:] else most[0]
    each = f"{number(highest)} var" if most[1:] else f"{number(highest)} av {number(sum(values))}"
    return f"Flest: {start}, {each}."


def _funnel_lead(labels: Sequence[str], values: Sequence[int | None]) -> str:
    if not values or values[0] is None or values[-1] is None:
        return ""
    return f"{labels[0]}: {number(values[0])}. {labels[-1]}: {number(values[-1])}."


def _bars(
    caption: Caption,
    parts: Sequence[Part],
    shares: Sequence[str],
    name: str,
    lead: Callable[[Sequence[str], Sequence[int | None]], str],
) -> Bars:
    values = [part.value for part in parts]
    check_values(values)
    unit = 100 / max((value for value in values if value), default=1)
    bars = [
        Bar(part.label, _shown(part.value, caption), percent((part.value or 0) * unit), share, part.tone)
        for part, share in zip(parts, shares, strict=True)
    ]
    return Bars(
        caption=caption,
        lead=caption.lead or lead([part.label for part in parts], values),
        is_empty=not any(values) and None not in values,
        bars=tuple(bars),
        table=_table((name, "Antal"), [(part.label, part.value) for part in parts], caption),
    )


def _comparison_row(label: str, old: int | None, new: int | None, unit: float, caption: Caption) -> ComparisonRow:
    return ComparisonRow(
        label=label,
        before=_shown(old, caption),
        now=_shown(new, caption),
        change=caption.withheld if old is None or new is None else signed(new - old),
        before_width=percent((old or 0) * unit),
        now_width=percent((new or 0) * unit),
    )
