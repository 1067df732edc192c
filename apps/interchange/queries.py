"""What the pages of an import show."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count

from apps.interchange import reading
from apps.interchange.choices import BatchState, RowStatus
from apps.interchange.models import ImportBatch
from apps.interchange.register_rows import shown

STEPS = ("Välj fil", "Välj kolumner", "Kontrollera", "Klart")
_TABS = {
    RowStatus.PROBLEM: "Problem",
    RowStatus.NEW: "Nya",
    RowStatus.CHANGED: "Ändrade",
    RowStatus.UNCHANGED: "Oförändrade",
}


@dataclass(frozen=True)
class Tab:
    label: str
    url: str
    is_current: bool


def steps(current: int) -> list[dict]:
    """The four steps of an import for `_parts/steps.html`; `current` counts from 1, and 5 means that all are done."""
    states = ["done" if number < current else "current" if number == current else "upcoming" for number in range(1, 5)]
    return [{"label": label, "state": state} for label, state in zip(STEPS, states, strict=True)]


def headings(batch: ImportBatch) -> list[tuple[str, str]]:
    """Each heading of the file once, with the first values that stand under it (personal numbers masked)."""
    samples: dict[str, list[str]] = {}
    for sheet in reading.read(bytes(batch.content), batch.filename):
        for position, heading in enumerate(sheet.header):
            values = samples.setdefault(heading, [])
            for row in sheet.rows[:50]:
                text = shown(row.cells[position], is_number_column=True)
                if text and text not in values and len(values) < 3:
                    values.append(text)
    return [(heading, " · ".join(values)) for heading, values in samples.items()]


def sentence(batch: ImportBatch) -> str:
    """ "128 rader: 121 kan importeras, 5 har problem, 2 är oförändrade." """
    counts = batch.counts
    usable = counts["created"] + counts["changed"]
    rows = "1 rad" if counts["rows"] == 1 else f"{counts['rows']} rader"
    verb = "importerades" if batch.state in {BatchState.APPLIED, BatchState.UNDONE} else "kan importeras"
    return f"{rows}: {usable} {verb}, {counts['problems']} har problem, {counts['unchanged']} är oförändrade."


def tabs(batch: ImportBatch, asked: str) -> tuple[list[Tab], str]:
    """One tab per status that has rows, and the chosen one: problems first, since they need somebody."""
    found = dict(batch.rows.values_list("status").annotate(Count("pk")).order_by())
    present = [status for status in _TABS if found.get(status)]
    chosen = asked if asked in present else next(iter(present), "")
    return [Tab(f"{_TABS[status]} ({found[status]})", f"?visa={status}", status == chosen) for status in present], str(
        chosen
    )


def rows_page(batch: ImportBatch, status: str, page: str | None) -> Page:
    """Fifty rows of one status."""
    return Paginator(batch.rows.filter(status=status), 50).get_page(page)
