"""A register of contracts: its rows become wanted contracts, which the importer plans and writes in bulk."""

from collections.abc import Callable, Iterable

from apps.accounts.models import User
from apps.interchange import journal, mapping, register_rows, wanted
from apps.interchange.importer import Importer, RowResult
from apps.interchange.models import ImportBatch
from apps.interchange.reading import Sheet


def check(batch: ImportBatch, sheets: list[Sheet], on_progress: Callable[[int], None]) -> list[RowResult]:
    """What each row would do. Nothing is written."""
    return plan(batch, sheets, on_progress)[1]


def write(batch: ImportBatch, sheets: list[Sheet], on_progress: Callable[[int], None]) -> list[RowResult]:
    """Write the plan and its journal. The caller holds the transaction and the organisation's lock."""
    importer, results = plan(batch, sheets, on_progress)
    importer.save()
    journal.record(batch, importer)
    return results


def take_back(batch: ImportBatch, by: User | None) -> list[str]:
    """Restore what was there before. Gives the names of companies kept because others use them."""
    return journal.take_back(batch)


def plan(
    batch: ImportBatch, sheets: list[Sheet], on_progress: Callable[[int], None]
) -> tuple[Importer, list[RowResult]]:
    """The importer with its plan, and every row's result in the order of the file."""
    refused: list[RowResult] = []
    rows: list[wanted.Wanted] = []
    warnings: dict[tuple[str, int], list[tuple[str, str, str]]] = {}
    for sheet in sheets:
        named = {heading: batch.mapping[heading] for heading in sheet.header if batch.mapping.get(heading)}
        fields = mapping.from_names(sheet.header, named)
        if sheet.rows and not fields:
            refused.append(unread(sheet))
            continue
        for parsed in register_rows.parse_sheet(sheet, fields):
            if parsed.values:
                rows.append(wanted.from_register(parsed, sheet.name))
                warnings[sheet.name, parsed.row] = _cells(parsed.warnings)
            else:
                refused.append(RowResult(parsed.row, sheet.name, parsed.name, problems=_cells(parsed.problems)))
    importer = Importer(batch.organisation, rows, by=batch.created_by)
    results = importer.plan(on_progress)
    for result in results:
        result.warnings[:0] = warnings[result.sheet, result.row]
    order = {sheet.name: number for number, sheet in enumerate(sheets)}
    return importer, sorted([*refused, *results], key=lambda each: (order[each.sheet], each.row))


def unread(sheet: Sheet) -> RowResult:
    """The one result of a sheet of which no column was chosen."""
    reason = f"Ingen kolumn på bladet är vald, så dess {len(sheet.rows)} rader följer inte med."
    return RowResult(sheet.header_row_number, sheet.name, "", problems=[("Alla kolumner", sheet.name, reason)])


def _cells(problems: Iterable[register_rows.Problem]) -> list[tuple[str, str, str]]:
    return [(each.column, each.value, each.reason) for each in problems]
