"""The charts of a year: what the queries found, as the charts of core, each with its unit and rule."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date

from apps.core.chart_fan import FanPoint, highest_of, with_fan
from apps.core.chart_shapes import Bars, Comparison, CumulativeLines, Progress, StackedColumns
from apps.core.charts import (
    Caption,
    Part,
    Series,
    comparison_table,
    cumulative_lines,
    horizontal_bars,
    progress_to_target,
    stacked_columns,
)
from apps.core.formats import number
from apps.placements.choices import ActivityKind
from apps.targets import forecast_words, place_figures, wording
from apps.targets.beside import Beside
from apps.targets.place_queries import Suppliers
from apps.targets.queries import Dashboard, YearResult

_QUARTERS = ("Kv 1", "Kv 2", "Kv 3", "Kv 4")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Maj", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dec")
_MANY = {ActivityKind.STUDY_VISIT: "studiebesök", ActivityKind.LECTURE: "föreläsningar"}


@dataclass(frozen=True)
class Figures:
    """The charts of a page; those that do not apply to the year or the reader are None."""

    progress: Progress
    activities: Bars | None = None
    over_time: CumulativeLines | None = None
    by_period: StackedColumns | None = None
    departments: Bars | None = None
    comparison: Comparison | None = None
    funnel: Bars | None = None
    suppliers: Bars | None = None
    procurements: Bars | None = None

    def __iter__(self) -> Iterator:
        return (chart for field in fields(self) if (chart := getattr(self, field.name)))

    def get(self, key: str):
        """The chart with that key, or None."""
        return next((chart for chart in self if chart.caption.key == key), None)


def figures(page: Dashboard, csv_url: str, more: Beside | None = None) -> Figures:
    """The charts of the dashboard. `csv_url` is the page's address up to and with `diagram=`.

    Without `more` only those of the result are made.
    """
    fan = more.forecast.fan if more and more.forecast else ()
    is_whole = page.department is None
    found = Figures(
        progress=_progress(page, csv_url),
        activities=_activities(page, csv_url) if is_whole else None,
        over_time=None if page.rule.is_stock else _over_time(page, csv_url, fan),
        by_period=_by_month(page, csv_url) if page.rule.is_stock else _by_quarter(page, csv_url),
        comparison=_comparison(page, csv_url) if page.before.total and not page.is_future else None,
    )
    if more is None:
        return found
    return replace(
        found,
        departments=_departments(page, more.by_department, csv_url) if is_whole else None,
        funnel=place_figures.funnel(more.funnel, csv_url),
        suppliers=place_figures.suppliers(more.suppliers, csv_url, by_name=page.names_suppliers),
        procurements=place_figures.procurements(more.with_requirement, more.comply_or_explain, csv_url),
    )


def public_figures(page: Dashboard, csv_url: str, suppliers: Suppliers | None = None) -> Figures:
    """The charts anyone may read: the whole organisation by kind, and the year before only when it is public too.

    `suppliers` are drawn only when some may be named.
    """
    may_compare = page.is_before_published and page.before.total
    names = suppliers if suppliers and suppliers.named else None
    return Figures(
        progress=_progress(page, csv_url),
        activities=_activities(page, csv_url),
        comparison=_comparison(page, csv_url) if may_compare else None,
        suppliers=place_figures.suppliers(names, csv_url, by_name=True) if names else None,
    )


def _progress(page: Dashboard, csv_url: str) -> Progress:
    target, value = page.target, page.target.value if page.target else page.result.total
    status, tone = wording.status(page)
    origin = f" {wording.decision(target)}" if target else ""
    return progress_to_target(
        Caption(
            key="mal",
            title=f"{'Mål' if target else 'Resultat'} {page.year}: {number(value)} {wording.unit(page.rule, value)}",
            csv_url=f"{csv_url}mal",
            lead=wording.share(page),
            note=f"Så räknar vi: {wording.rule_sentences(page.rule)}{origin}",
            empty=f"Inga insatser som räknas har startat {page.year}.",
        ),
        [Part(kind.label, _number_of(page.result, kind, page), kind.value) for kind in wording.kinds(page.rule)],
        target=target.value if target else None,
        outside=_outside(page),
        status=status,
        status_tone=tone,
    )


def _number_of(year: YearResult, kind: str, page: Dashboard) -> int:
    return year.compared[kind] if page.rule.is_stock else sum(year.months[kind])


def _outside(page: Dashboard) -> list[Part]:
    """Kinds beside the target, in the same unit; a state has no such number, since they are not counted by it."""
    if page.rule.is_stock:
        return []
    found = page.result.residents if page.rule.counts_residents else page.result.started
    beside = [*wording.kinds(page.rule, counted=False), *wording.rare_kinds(page.rule, found)]
    return [Part(kind.label, found.get(kind, 0), kind.value) for kind in beside]


def _over_time(page: Dashboard, csv_url: str, fan: tuple[FanPoint, ...]) -> CumulativeLines:
    before = page.before
    months = [sum(column) for column in zip(*page.result.months.values(), strict=True)]
    earlier = [sum(column) for column in zip(*before.months.values(), strict=True)]
    note = f"Enhet: {wording.unit(page.rule)}, summerat från januari."
    if before.total:
        note += f" {before.year} är räknat på samma sätt som {page.year}, men mäts inte mot målet för {page.year}."
    if fan:
        note += f" {forecast_words.FAN}"
    chart = cumulative_lines(
        Caption(
            key="utveckling",
            title="Hur har det gått under året?",
            csv_url=f"{csv_url}utveckling",
            lead=_over_time_lead(page),
            note=note,
            empty=f"Inga insatser som räknas har startat {page.year}.",
        ),
        year=str(page.year),
        months=[] if page.is_future else months[: page.last_on.month],
        target=page.target.value if page.target else None,
        previous_year=str(before.year),
        previous_months=_begun(before.year, earlier, page.today) if before.total else None,
        room_for=highest_of(fan),
    )
    return with_fan(chart, fan, page.result.total)


def _begun(year: int, months: list[int], today: date) -> list[int]:
    return months[: today.month] if year == today.year else months


def _over_time_lead(page: Dashboard) -> str:
    if page.is_future:
        return f"{page.year} har inte börjat."
    total = number(page.result.total)
    sentences = [f"{total} under hela året." if page.is_over else f"{total} till och med {wording.day(page.last_on)}."]
    if page.target and not page.is_over:
        sentences.append(f"Jämn takt är då {number(wording.pace(page))}.")
    if page.before.total:
        when = page.before.year if page.is_over else f"Samma dag {page.before.year}"
        sentences.append(f"{when}: {number(sum(page.before.compared.values()))}.")
    return " ".join(sentences)


def _by_quarter(page: Dashboard, csv_url: str) -> StackedColumns:
    begun = 0 if page.is_future else (page.last_on.month + 2) // 3
    series = [
        Series(kind.label, [sum(page.result.months[kind][3 * at : 3 * at + 3]) for at in range(begun)], kind.value)
        for kind in wording.kinds(page.rule)
    ]
    how = "vid sin första insats under året som räknas" if page.rule.counts_residents else "när den startade"
    each = "varje invånare står" if page.rule.counts_residents else "varje insats står"
    caption = Caption(
        key="kvartal",
        title="Vad startade när?",
        csv_url=f"{csv_url}kvartal",
        note=f"Enhet: {wording.unit(page.rule)}; {each} en gång, {how}.",
        empty=f"Inga insatser som räknas har startat {page.year}.",
    )
    return stacked_columns(caption, _QUARTERS[:begun], series, category_name="Kvartal")


def _by_month(page: Dashboard, csv_url: str) -> StackedColumns:
    begun = 0 if page.is_future else page.last_on.month
    kinds = wording.kinds(page.rule)
    series = [Series(kind.label, page.result.months[kind][:begun], kind.value) for kind in kinds]
    caption = Caption(
        key="manad",
        title="Hur många har en pågående insats?",
        csv_url=f"{csv_url}manad",
        lead=f"{number(page.result.total)} invånare {wording.full_day(page.last_on)}." if begun else "",
        note="Enhet: invånare med en pågående insats vid månadens slut, i innevarande månad i dag.",
        empty=f"Inga insatser som räknas har pågått {page.year}.",
    )
    chart = stacked_columns(caption, _MONTHS[:begun], series, category_name="Månad")
    # Months of a state must not be added up: the same residents stand in each. The legend tells the latest month.
    latest = [number(page.result.compared[kind]) for kind in kinds]
    legend = [replace(item, number=text) for item, text in zip(chart.legend, latest, strict=True)]
    table = replace(chart.table, rows=chart.table.rows[:-1], body=chart.table.body[:-1])
    return replace(chart, legend=tuple(legend), table=table)


def _departments(page: Dashboard, result: Iterable[tuple[str, int]], csv_url: str) -> Bars:
    each = "invånarens första insats som räknas" if page.rule.counts_residents else "insatsen"
    if page.rule.is_stock:
        each = "den pågående insats som räknas"
    caption = Caption(
        key="forvaltning",
        title="Vilka förvaltningars avtal gav resultatet?",
        csv_url=f"{csv_url}forvaltning",
        note=f"Enhet: {wording.unit(page.rule)}. Förvaltningen är den som beställde upphandlingen bakom {each}.",
        empty="Inget resultat att fördela ännu.",
    )
    parts = [Part(name, value) for name, value in result]
    return horizontal_bars(caption, parts, name="Förvaltning")


def _comparison(page: Dashboard, csv_url: str) -> Comparison:
    before = page.before.year
    kinds = wording.kinds(page.rule)
    caption = Caption(
        key="ar-mot-ar",
        title=f"Hur står sig {page.year} mot {before}?",
        csv_url=f"{csv_url}ar-mot-ar",
        lead=_comparison_lead(page),
        note=f"Enhet: {wording.unit(page.rule)}. {_compared_days(page)}Åren är räknade på samma sätt; "
        f"{before} mäts inte mot målet för {page.year}.",
    )
    return comparison_table(
        caption,
        labels=[kind.label for kind in kinds],
        before=[page.before.compared[kind] for kind in kinds],
        now=[page.result.compared[kind] for kind in kinds],
        before_name=str(before),
        now_name=str(page.year),
        name="Insats",
    )


def _compared_days(page: Dashboard) -> str:
    if page.is_over:
        return ""
    if page.rule.is_stock:
        return f"{page.before.year} gäller årets slut, {page.year} {wording.day(page.last_on)}. "
    return f"Båda åren till och med {wording.day(page.last_on)}. "


def _comparison_lead(page: Dashboard) -> str:
    difference = page.result.total - sum(page.before.compared.values())
    if page.rule.is_stock:
        when = f"vid slutet av {page.before.year}"
    else:
        when = f"{page.before.year}" if page.is_over else f"samma dag {page.before.year}"
    if not difference:
        return f"Lika många som {when}."
    return f"{number(abs(difference))} {'fler' if difference > 0 else 'färre'} än {when}."


def _activities(page: Dashboard, csv_url: str) -> Bars:
    caption = Caption(
        key="aktiviteter",
        title="Vad sker vid sidan av målet?",
        csv_url=f"{csv_url}aktiviteter",
        lead=_activities_lead(page),
        note="Enhet: genomförda tillfällen. Studiebesök och föreläsningar räknas inte mot målet.",
        empty=f"Inga studiebesök eller föreläsningar är noterade {page.year}.",
    )
    parts = [Part(each.label.capitalize(), each.count, "muted") for each in page.activities]
    return horizontal_bars(caption, parts, name="Aktivitet")


def _activities_lead(page: Dashboard) -> str:
    if not page.activities:
        return ""
    words = [
        f"{number(each.count)} {each.label if each.count == 1 else _MANY[each.kind]}"
        + (f" med {number(each.people)} deltagare" if each.people else "")
        for each in page.activities
    ]
    return f"{wording.listed(words)}."
