"""Charts as svg files that stand alone, for documents: the shapes of core, with sizes and colours written out. Pure.

Pages draw the same shapes with the house's style sheets, which a document does not have.
"""

from collections.abc import Sequence
from html import escape

from apps.core.chart_shapes import CumulativeLines, LegendItem, Progress, Segment, StackedColumns

WIDTH = 640
_FONT, _INK, _MUTED, _LINE = "Libertinus Serif", "#14211f", "#48575a", "#d3dcda"
_BRAND, _BEFORE = "#0b5f66", "#63736f"
_TONES = {
    "internship": "#1d4f91",
    "apprenticeship": "#b45309",
    "employment": "#0f766e",
    "mentorship": "#7c3a8c",
}
_LINES = {
    "now": f'stroke="{_BRAND}" stroke-width="3"',
    "pace": f'stroke="{_INK}" stroke-width="2" stroke-dasharray="5 4"',
    "before": f'stroke="{_BEFORE}" stroke-width="2"',
}


def progress_svg(chart: Progress) -> str:
    """The bar towards the target."""
    height, shapes = 84, []
    if chart.marker:
        shapes.append(_rect("0%", "40%", chart.track, "48%", "#e9eeed", height))
    shapes += [_segment(each, height) for each in chart.segments]
    if marker := chart.marker:
        x, top, bottom = _px(marker.x, WIDTH), _px("30%", height), _px("98%", height)
        shapes.append(f'<line x1="{x}" x2="{x}" y1="{top}" y2="{bottom}" stroke="{_INK}" stroke-width="3"/>')
        shapes.append(_text(marker.x, "22%", marker.text, height, anchor=marker.anchor))
    return _svg(height, shapes, chart.legend)


def columns_svg(chart: StackedColumns) -> str:
    """The stacked columns with their axis."""
    height = 240
    shapes = _axis(chart, height) + [_segment(each, height) for each in chart.segments]
    shapes += [_text(each.x, each.y, each.text, height, up=6) for each in chart.totals if each.text]
    return _svg(height, shapes, chart.legend)


def lines_svg(chart: CumulativeLines) -> str:
    """The running sum against even pace and the year before."""
    height = 240
    shapes = _axis(chart, height)
    for style, points in (("before", chart.before), ("pace", chart.pace), ("now", chart.line)):
        if points:
            shapes.append(f'<polyline points="{_placed(points, chart, height)}" fill="none" {_LINES[style]}/>')
    for dot in chart.dots:
        x, y = _px(dot.x, WIDTH), _px(dot.y, height)
        shapes.append(f'<circle cx="{x}" cy="{y}" r="3.5" fill="#fff" stroke="{_BRAND}" stroke-width="2"/>')
    for label in chart.labels:
        raised = {"now": 12}.get(label.style, -4)
        shapes.append(_text(label.x, label.y, label.long, height, anchor=label.anchor, up=raised))
    return _svg(height, shapes)


def _axis(chart: StackedColumns | CumulativeLines, height: int) -> list[str]:
    left, right, shapes = _px(chart.plot.left, WIDTH), _px(chart.plot.right, WIDTH), []
    for tick in chart.ticks:
        y = _px(tick.y, height)
        shapes.append(f'<line x1="{left}" x2="{right}" y1="{y}" y2="{y}" stroke="{_LINE}"/>')
        shapes.append(_text(tick.x, tick.y, tick.text, height, anchor=tick.anchor, up=-4, fill=_MUTED))
    shapes += [_text(each.x, each.y, each.text, height, up=-18, fill=_MUTED) for each in chart.categories]
    return shapes


def _segment(part: Segment, height: int) -> str:
    drawn = _rect(part.x, part.y, part.width, part.height, _tone(part.tone), height, 'stroke="#fff"')
    if not part.text:
        return drawn
    return drawn + _text(part.middle_x, part.middle_y, part.text, height, up=-4, fill="#fff")


def _tone(name: str) -> str:
    return _TONES.get(name, _BEFORE if name in {"muted", "withheld"} else _BRAND)


def _rect(x: str, y: str, width: str, tall: str, fill: str, height: int, more: str = "") -> str:
    place = f'x="{_px(x, WIDTH)}" y="{_px(y, height)}" width="{_px(width, WIDTH)}" height="{_px(tall, height)}"'
    return f'<rect {place} fill="{fill}" {more}/>'


def _text(x: str, y: str, text: str, height: int, *, anchor: str = "middle", up: float = 0, fill: str = _INK) -> str:
    down = float(_px(y, height)) - up
    return f'<text x="{_px(x, WIDTH)}" y="{down:.1f}" text-anchor="{anchor}" fill="{fill}">{escape(text)}</text>'


def _placed(points: str, chart: CumulativeLines, height: int) -> str:
    """The points of the plot's own 0 to 100, in the picture."""
    plot, found = chart.plot, []
    for point in points.split():
        x, y = (float(each) for each in point.split(","))
        across = (plot.left_at + plot.width_of * x / 100) * WIDTH / 100
        found.append(f"{across:.1f},{(plot.top_at + plot.height_of * y / 100) * height / 100:.1f}")
    return " ".join(found)


def _px(share: str, whole: int) -> str:
    return f"{float(share.removesuffix('%')) * whole / 100:.1f}"


def _svg(height: int, shapes: list[str], legend: Sequence[LegendItem] = ()) -> str:
    """The file; the legend stands in a row below, each part's colour, name and number."""
    below, x = height + 24, 0
    for item in legend:
        text = f"{item.label} {item.number}"
        shapes.append(f'<rect x="{x}" y="{below - 11}" width="12" height="12" fill="{_tone(item.tone)}"/>')
        shapes.append(f'<text x="{x + 18}" y="{below}" fill="{_INK}">{escape(text)}</text>')
        x += 18 + 8 * len(text) + 12
    height = below + 8 if legend else height
    box = f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
    font = f'font-family="{_FONT}" font-size="14"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box} {font}>{"".join(shapes)}</svg>'
