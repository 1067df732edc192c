"""Reads a register or statistics file into sheets with a header and rows, whatever program wrote it.

CSV in UTF-8, UTF-16 or cp1252 with any usual separator and line end; XLSX and XLS with several sheets. The header may
stand on any of the first ten rows. Rows that are no data (titles, blanks, sums, repeated headers) are reported as
skipped, never lost without a word.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from apps.core import personal_numbers
from apps.interchange import delimited, workbooks
from apps.interchange.labels import normalise_label
from apps.interchange.limits import HEADER_WITHIN_ROWS, MAX_BYTES, MAX_COLUMNS, MAX_ROWS, TOO_LARGE, ReadingError

__all__ = ["ReadingError", "Row", "Sheet", "Skipped", "column_letter", "read"]

_SUM = re.compile(r"(?:del|slut|total)?summa(?:\s*\d+)?\s*:?|totalt?(?:\s*\d+)?\s*:?|s:a\s*:?", re.IGNORECASE)
_NUMERIC = re.compile(r"[\d\s.,:+\-−–]*(?:kr|sek|st|%)?\.?", re.IGNORECASE)
_HAS_LETTER = re.compile(r"[^\W\d_]")
_LABEL_SHARE = 0.6


class Row(NamedTuple):
    """``number`` is the row's number as a spreadsheet shows it; ``cells`` are as many as the header's."""

    number: int
    cells: tuple[Any, ...]


class Skipped(NamedTuple):
    """A row that is no data, and why (Swedish). Row 0 stands for a whole sheet."""

    number: int
    reason: str


HIDDEN = Skipped(0, "dolt blad")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. ``header`` is empty and there are no rows when the sheet holds no table; see ``has_table``.

    Cells are ``str``, ``int``, ``float``, ``bool``, ``date``, ``datetime``, ``time`` or ``timedelta``; ``""`` is empty.
    A column without a heading is called by its letter, "Kolumn F".
    """

    name: str
    header_row_number: int
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...]

    @property
    def has_table(self) -> bool:
        return bool(self.header)

    @property
    def is_hidden(self) -> bool:
        return self.skipped == (HIDDEN,)


def read(data: bytes, filename: str) -> list[Sheet]:
    """All sheets of the file that are not wholly empty, at least one of them with a table.

    Raises ``ReadingError`` with one Swedish sentence for everything that cannot be read.
    """
    _check_outside(data, filename)
    if workbooks.is_workbook(data):
        raw = workbooks.read_workbook(data, filename)
    else:
        rows = delimited.read_rows(data, filename)
        raw = [workbooks.RawSheet("", True, len(rows), rows)]
    sheets = [sheet for raw_sheet in raw if (sheet := _layout(raw_sheet, filename))]
    if not any(sheet.has_table for sheet in sheets):
        raise ReadingError(
            filename, "har ingen rubrikrad bland de tio första raderna; skriv kolumnernas namn överst och försök igen."
        )
    if sum(len(sheet.rows) for sheet in sheets) > MAX_ROWS:
        raise ReadingError(filename, "har fler än 50 000 rader; dela upp den i mindre filer och försök igen.")
    return sheets


def column_letter(position: int) -> str:
    """The spreadsheet's name of the column at a position counted from 0: A, B, … Z, AA."""
    letters = ""
    position += 1
    while position:
        position, remainder = divmod(position - 1, 26)
        letters = chr(ord("A") + remainder) + letters
    return letters


def _check_outside(data: bytes, filename: str) -> None:
    extension = filename.lower().rpartition(".")[2]
    if not data.strip(b"\x00\t\r\n \xef\xbb\xbf\xfe\xff"):
        raise ReadingError(filename, "är tom; välj en fil som innehåller en tabell.")
    if len(data) > MAX_BYTES:
        raise ReadingError(filename, TOO_LARGE)
    if extension in {"xlsm", "xltm", "xlam"}:
        raise ReadingError(filename, workbooks.MACROS)
    if extension == "xlsx" and not workbooks.is_workbook(data):
        raise ReadingError(
            filename, "heter .xlsx men är inget kalkylark; öppna den i Excel, spara den som .xlsx och försök igen."
        )


def _layout(raw: workbooks.RawSheet, filename: str) -> Sheet | None:
    """Find the header and sort rows from what is no row; ``None`` for an empty sheet."""
    if not raw.is_visible:
        return Sheet(raw.name, 0, (), (), (HIDDEN,))
    filled = [number for number, row in enumerate(raw.rows) if not _is_blank(row)]
    if not filled:
        return None
    top = _header_position(raw.rows)
    if top is None:
        reason = "ingen rubrikrad bland de tio första raderna"
        return Sheet(raw.name, 0, (), (), tuple(Skipped(number + 1, reason) for number in filled))
    body = raw.rows[top + 1 :]
    width = _width([raw.rows[top], *body], raw.name, filename)
    labels = _labels(_padded(raw.rows[top], width))
    skipped = [Skipped(number, "text ovanför rubrikraden") for number in _numbers(filled, top)]
    rows: list[Row] = []
    for entry in _sorted_out(body, top + 2, raw.rows[top], width):
        (rows if isinstance(entry, Row) else skipped).append(entry)
    return Sheet(raw.name, top + 1, labels, tuple(rows), tuple(skipped))


def _numbers(filled: list[int], top: int) -> Iterator[int]:
    return (number + 1 for number in filled if number < top)


def _sorted_out(body: Sequence[list], first_number: int, header: list, width: int) -> Iterator[Row | Skipped]:
    for number, cells in enumerate(body, start=first_number):
        if _is_blank(cells):
            yield Skipped(number, "tom rad")
        elif cells == header:
            yield Skipped(number, "upprepad rubrikrad")
        elif _is_sum(cells):
            yield Skipped(number, "summarad")
        else:
            yield Row(number, tuple([_whole(cell) for cell in _padded(cells, width)]))


def _header_position(rows: Sequence[list]) -> int | None:
    """The first of the ten top rows that holds nearly as many headings as any of them."""
    counts = [sum(map(_is_label, row)) for row in rows[:HEADER_WITHIN_ROWS]]
    enough = max(2, _LABEL_SHARE * max(counts, default=0))
    for position, count in enumerate(counts):
        filled = sum(not _is_empty(cell) for cell in rows[position])
        if count >= enough and count >= _LABEL_SHARE * filled:
            return position
    return None


def _is_label(cell: Any) -> bool:
    return isinstance(cell, str) and len(cell) <= 200 and bool(_HAS_LETTER.search(cell))


def _is_empty(cell: Any) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _is_blank(cells: list) -> bool:
    return all(map(_is_empty, cells))


def _is_sum(cells: list) -> bool:
    filled = [cell for cell in cells if not _is_empty(cell)]
    first, *others = filled
    if not (isinstance(first, str) and _SUM.fullmatch(first.strip())):
        return False
    return all(not isinstance(cell, str) or _NUMERIC.fullmatch(cell.strip()) for cell in others)


def _width(rows: Sequence[list], sheet_name: str, filename: str) -> int:
    """How many columns hold anything, so that a cell beyond the last heading is not lost."""
    width = 0
    for row in rows:
        if len(row) > width:
            width = max(width, next((n for n in range(len(row), 0, -1) if not _is_empty(row[n - 1])), 0))
    if width > MAX_COLUMNS:
        where = f" på bladet ”{sheet_name}”" if sheet_name else ""
        raise ReadingError(
            filename, f"har fler än 200 kolumner{where}; ta bort kolumner som inte behövs och försök igen."
        )
    return width


def _padded(cells: list, width: int) -> list:
    return cells[:width] if len(cells) >= width else cells + [""] * (width - len(cells))


def _labels(cells: list) -> tuple[str, ...]:
    """Each heading once: a second "Kontakt" in column F is "Kontakt (kolumn F)", so that both can be chosen."""
    labels: list[str] = []
    taken = set()
    for position, cell in enumerate(cells):
        label = _label(cell, position)
        label = f"{label} (kolumn {column_letter(position)})" if normalise_label(label) in taken else label
        taken.add(normalise_label(label))
        labels.append(label)
    return tuple(labels)


def _label(cell: Any, position: int) -> str:
    text = " ".join(str("" if cell is None else _whole(cell)).split())
    return personal_numbers.mask(text)[:200] or f"Kolumn {column_letter(position)}"


def _whole(cell: Any) -> Any:
    """Excel keeps every number as a float; 3.0 is 3 to a reader."""
    return int(cell) if type(cell) is float and cell.is_integer() else cell
