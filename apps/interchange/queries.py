"""What the pages of an import show."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet

from apps.accounts.models import User
from apps.interchange import reading
from apps.interchange.choices import BatchState, ImportKind, RowStatus
from apps.interchange.models import ImportBatch, ImportRow
from apps.interchange.placement_import import HIDDEN
from apps.interchange.register_rows import shown

STEPS = ("Välj fil", "Välj kolumner", "Kontrollera", "Klart")
# Rows that will be imported, and that a person should look at first.
DOUBTFUL = "obs"
_TABS = {
    RowStatus.PROBLEM: "Problem",
    DOUBTFUL: "Att titta på",
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


def headings(batch: ImportBatch, user: User) -> list[tuple[str, str]]:
    """Each heading of the file once, with what is said of its cells: the first values, personal numbers masked."""
    is_shown = shows_cells(batch, user)
    samples: dict[str, list[str]] = {}
    for sheet in reading.read(bytes(batch.content), batch.filename):
        for position, heading in enumerate(sheet.header):
            values = samples.setdefault(heading, [])
            for row in sheet.rows[:50] if is_shown else ():
                text = shown(row.cells[position], is_number_column=True)
                if text and text not in values and len(values) < 3:
                    values.append(text)
    nothing = "Kolumnen är tom." if is_shown else "Cellerna visas bara för den som hämtade filen."
    return [
        (heading, f"Till exempel: {' · '.join(values)}" if values else nothing) for heading, values in samples.items()
    ]


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
    if batch.kind == ImportKind.PLACEMENTS:
        found[DOUBTFUL] = _rows(batch, DOUBTFUL).count()
    present = [status for status in _TABS if found.get(status)]
    chosen = asked if asked in present else next(iter(present), "")
    return [Tab(f"{_TABS[status]} ({found[status]})", f"?visa={status}", status == chosen) for status in present], str(
        chosen
    )


def rows_page(batch: ImportBatch, status: str, page: str | None, user: User) -> Page:
    """Fifty rows of one status."""
    found = Paginator(_rows(batch, status), 50).get_page(page)
    if batch.kind == ImportKind.PLACEMENTS and batch.content and shows_cells(batch, user):
        _fill_in(found, batch)
    return found


def _rows(batch: ImportBatch, status: str) -> QuerySet:
    if status != DOUBTFUL:
        return batch.rows.filter(status=status)
    return batch.rows.filter(status=RowStatus.NEW).exclude(details__warnings=[])


def shows_cells(batch: ImportBatch, user: User) -> bool:
    """Whether the user is shown what stands in the file: what is about residents only to who chose the file."""
    return batch.kind != ImportKind.PLACEMENTS or batch.created_by_id == user.pk


def _fill_in(rows: Iterable[ImportRow], batch: ImportBatch) -> None:
    """Put the cells of the file beside the problems: they are not kept with the rows."""
    cells = {
        (sheet.name, row.number): dict(zip(sheet.header, row.cells, strict=True))
        for sheet in reading.read(bytes(batch.content), batch.filename)
        for row in sheet.rows
    }
    for row in rows:
        line = cells.get((row.sheet, row.number), {})
        row.details["problems"] = [
            (column, value := shown(line.get(column, ""), is_number_column=True), reason.replace(HIDDEN, value))
            for column, _, reason in row.details["problems"]
        ]
