"""A frozen period as a report for the council: sentences, charts, tables and the counting rules. Pure: text out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from apps.core.chart_shapes import Bars, Comparison, CumulativeLines, Progress, StackedColumns, Table
from apps.targets import place_figures, wording
from apps.targets.chart_svg import columns_svg, lines_svg, progress_svg
from apps.targets.choices import Period
from apps.targets.comment_queries import CHARTS
from apps.targets.figures import figures
from apps.targets.models import Snapshot
from apps.targets.place_queries import frozen_suppliers
from apps.targets.queries import Dashboard
from apps.targets.snapshots import FrozenMeasure, measures_of

NAMES = {
    Period.FIRST: "Tertialrapport 1, januari–april",
    Period.SECOND: "Tertialrapport 2, januari–augusti",
    Period.YEAR: "Årsrapport",
}
PROTECTION = (
    "”<{limit}” betyder färre än {limit} och ”..” att talet inte visas. Så skyddas enskilda personer: inget litet tal "
    "kan räknas fram ur de andra."
)


@dataclass(frozen=True)
class Block:
    """A chapter: what it asks, the answer, a picture ("" without one), its numbers, and what was said of it."""

    heading: str
    lead: str
    note: str
    svg: str
    header: list[str]
    rows: list[list[str]]
    comments: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Report:
    """Everything a report says, ready to be set."""

    title: str
    organisation: str
    lead: str
    facts: list[list[str]]
    note: str
    blocks: list[Block]
    measures: list[list[str]]
    rules: list[list[str]]


def name_of(snapshot: Snapshot) -> str:
    """ "Tertialrapport 1, januari–april 2025"."""
    return f"{NAMES[Period(snapshot.period)]} {snapshot.year}"


def make_report(snapshot: Snapshot, page: Dashboard) -> Report:
    """The report of a snapshot; `page` is what it holds as a dashboard. It names who froze it and who commented."""
    frozen, limit = measures_of(snapshot.figures), snapshot.figures["limit"]
    return Report(
        title=name_of(snapshot),
        organisation=str(page.organisation),
        lead=wording.lead(page),
        facts=_facts(snapshot, page),
        note=snapshot.note,
        blocks=_with_comments([*_blocks(page, snapshot.figures), *_departments(snapshot.figures, limit)], snapshot),
        measures=[_measure(each) for each in frozen],
        rules=_rules(snapshot.figures, page, frozen, limit),
    )


def _with_comments(blocks: list[tuple[str, Block]], snapshot: Snapshot) -> list[Block]:
    """Each chapter with what was said of its chart when it was frozen; what was said of other charts stands last."""
    said: dict[str, list[str]] = {}
    for chart, text, by, on in snapshot.figures.get("comments", ()):
        said.setdefault(chart, []).append(f"{text} ({by}, {on})")
    found = [replace(block, comments=said.pop(key, [])) for key, block in blocks]
    rest = [Block(f"Om {CHARTS.get(key, key)}", "", "", "", [], [], texts) for key, texts in said.items()]
    return [*found, *rest]


def _facts(snapshot: Snapshot, page: Dashboard) -> list[list[str]]:
    facts = [
        ["Organisation", str(page.organisation)],
        ["Period", f"1 januari–{wording.full_day(snapshot.as_of)}"],
        ["Fryst", f"{wording.full_day(snapshot.frozen_at.date())} av {snapshot.frozen_by}"],
    ]
    if page.target:
        facts.append(["Mål", f"{page.target.value} {wording.unit(page.rule, page.target.value)}"])
        facts.append(["Beslut", wording.decision(page.target)])
    return facts


def _blocks(page: Dashboard, held: Mapping[str, Any]) -> list[tuple[str, Block]]:
    charts = figures(page, "")
    wanted = [charts.progress, charts.over_time, charts.by_period, charts.comparison, charts.activities]
    found = frozen_suppliers(held, by_name=page.names_suppliers)
    wanted += [place_figures.suppliers(found, "", by_name=True)] if found and found.named else []
    return [(chart.caption.key, _block(chart)) for chart in wanted if chart is not None and not chart.is_empty]


def _block(chart: Progress | CumulativeLines | StackedColumns | Comparison | Bars) -> Block:
    svg = _DRAWN[type(chart)](chart) if type(chart) in _DRAWN else ""
    header, rows = _table(chart.table)
    return Block(chart.caption.title, chart.lead, chart.caption.note, svg, header, rows)


_DRAWN = {Progress: progress_svg, CumulativeLines: lines_svg, StackedColumns: columns_svg}


def _table(table: Table) -> tuple[list[str], list[list[str]]]:
    return list(table.header), [[row.label, *row.cells] for row in table.body]


def _departments(held: Mapping[str, Any], limit: int) -> list[tuple[str, Block]]:
    if not held["departments"]:
        return []
    note = f"Förvaltningen är den som beställde upphandlingen bakom insatsen. {PROTECTION.format(limit=limit)}"
    heading = "Vilka förvaltningars avtal gav resultatet?"
    return [("forvaltning", Block(heading, "", note, "", ["Förvaltning", "Antal"], held["departments"]))]


def _measure(frozen: FrozenMeasure) -> list[str]:
    """Name, number, what it rests on."""
    result = frozen.result
    rests = ". ".join(each.rstrip(".") for each in (result.of_text, result.parts_text, result.n_note) if each)
    return [_capital(frozen.name), result.text, f"{rests}." if rests else ""]


def _rules(held: Mapping[str, Any], page: Dashboard, frozen: list[FrozenMeasure], limit: int) -> list[list[str]]:
    rules = [["Resultatet mot målet", held["rule_text"]]]
    rules += [[_capital(each.name), f"{each.sentence} {each.trap}".strip()] for each in frozen]
    rules.append(["Små tal", PROTECTION.format(limit=limit)])
    rules.append(
        ["Fryst redovisning", "Siffrorna ändras aldrig. Det som registreras senare kommer med i nästa redovisning."]
    )
    return rules


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
