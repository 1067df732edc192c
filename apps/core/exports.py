"""Tables as downloads: CSV that Swedish Excel opens as it stands, and XLSX with typed cells.

A text cell that a spreadsheet could evaluate gets a leading apostrophe (OWASP, "CSV Injection"): its first character
after blanks and controls is one of ``= + - @``, or a tab or carriage return stands before the first real character.
Values that are numbers are written as numbers, and a telephone number may begin with ``+``.
"""

import csv
import math
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from typing import Any, BinaryIO, NamedTuple
from zoneinfo import ZoneInfo

import xlsxwriter
from django.http import FileResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header
from xlsxwriter.worksheet import Worksheet

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BYTE_ORDER_MARK = "\ufeff"
ROWS_PER_CHUNK = 500
ROWS_PER_SHEET = 1_048_576
LONGEST_XLSX_TEXT = 32_767

_TIME_ZONE = ZoneInfo("Europe/Stockholm")
_EXACT_IN_XLSX = 10**15
_FIRST_DAY_IN_XLSX = date(1900, 3, 1)
_BLANKS = r"[\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2060\ufeff]"
# Apostrophes in front are part of the rule so that neutralise and restore are each other's inverse.
_EVALUATED = rf"'*(?:{_BLANKS}*[=+\-@＝＋－＠]|{_BLANKS}*?[\t\r])"
_NEEDS_APOSTROPHE = re.compile(_EVALUATED)
_HAS_APOSTROPHE = re.compile(f"'(?={_EVALUATED})")
_TELEPHONE = re.compile(r"\+?[\d(][\d \u00a0()/\-]*")
_UNSAFE_IN_FILENAMES = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]+")
_NOT_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_XLSX_WIDTH = 18
_XLSX_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_XLSX_FORMATS = {
    "money": "#,##0.00",
    "percent": "0.0%",
    "date": "yyyy-mm-dd",
    "datetime": "yyyy-mm-dd hh:mm",
}


class Column(NamedTuple):
    """A column's heading and kind: text, number, money (kronor), date, percent (65 is 65 %) or phone.

    The kind decides the look; what a cell is follows from its value, so a text in a number column stays a text.
    """

    label: str
    kind: str = "text"


def csv_response(
    columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[Any]], filename: str
) -> StreamingHttpResponse:
    """A streamed download: UTF-8 with BOM, semicolons, CRLF, decimal commas. `rows` may be an endless iterator."""
    response = StreamingHttpResponse(csv_chunks(columns, rows), content_type=CSV_TYPE)
    response["Content-Disposition"] = _attachment(filename, ".csv")
    return response


def xlsx_response(columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[Any]], filename: str) -> FileResponse:
    """A download with typed cells, written row by row to a temporary file so that memory stays flat."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it when it has been sent
    try:
        write_xlsx(file, columns, rows)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    response = FileResponse(file, content_type=XLSX_TYPE)
    response["Content-Disposition"] = _attachment(filename, ".xlsx")
    return response


def csv_chunks(columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """The CSV file in pieces of some hundred rows."""
    kinds = [kind for _, kind in columns]
    lines = chain(
        [[neutralise(label) for label, _ in columns]],
        ([_csv_cell(value, kind) for value, kind in zip(row, kinds, strict=True)] for row in rows),
    )
    echo = _Echo()
    writer = csv.writer(echo, delimiter=";", lineterminator="\r\n")
    prefix = BYTE_ORDER_MARK
    while chunk := list(islice(lines, ROWS_PER_CHUNK)):
        writer.writerows(chunk)
        yield (prefix + echo.take()).encode("utf-8", "replace")
        prefix = ""


def write_xlsx(file: BinaryIO, columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[Any]]) -> None:
    """Write a workbook to a binary file; a new sheet begins where Excel's last row is reached."""
    rows = iter(rows)
    with xlsxwriter.Workbook(file, _XLSX_OPTIONS) as workbook:
        formats = {name: workbook.add_format({"num_format": code}) for name, code in _XLSX_FORMATS.items()}
        bold = workbook.add_format({"bold": True})
        while True:
            sheet = workbook.add_worksheet()
            for position, (label, _) in enumerate(columns):
                sheet.write_string(0, position, _xlsx_text(neutralise(label)), bold)
            sheet.set_column(0, len(columns) - 1, _XLSX_WIDTH)
            written = _write_rows(sheet, columns, islice(rows, ROWS_PER_SHEET - 1), formats)
            if written < ROWS_PER_SHEET - 1:
                return


def neutralise(text: str) -> str:
    """The text with a leading apostrophe when a spreadsheet might take it for a formula."""
    return f"'{text}" if _NEEDS_APOSTROPHE.match(text) else text


def restore(text: str) -> str:
    """The text as it was before `neutralise`: for files of ours that come back."""
    return text[1:] if _HAS_APOSTROPHE.match(text) else text


class _Echo:
    """What csv.writer writes to: keeps the lines until they are taken."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def write(self, line: str) -> None:
        self._lines.append(line)

    def take(self) -> str:
        text = "".join(self._lines)
        self._lines.clear()
        return text


def _csv_cell(value: Any, kind: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, int | float | Decimal):
        return _csv_number(value, kind)
    if isinstance(value, datetime):
        return _local(value).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return _text(value, kind)


def _csv_number(value: int | float | Decimal, kind: str) -> str:
    if not _is_finite(value):
        return ""
    exact = Decimal(str(value))
    written = f"{exact:.2f}" if kind == "money" else f"{exact:f}"
    return written.replace(".", ",") + ("\u00a0%" if kind == "percent" else "")


def _is_finite(value: int | float | Decimal) -> bool:
    return value.is_finite() if isinstance(value, Decimal) else isinstance(value, int) or math.isfinite(value)


def _write_rows(sheet: Worksheet, columns: Sequence, rows: Iterable[Sequence[Any]], formats: dict) -> int:
    kinds = [kind for _, kind in columns]
    number = 0
    for number, row in enumerate(rows, start=1):
        for position, (value, kind) in enumerate(zip(row, kinds, strict=True)):
            _write_cell(sheet, (number, position), value, kind, formats)
    return number


def _write_cell(sheet: Worksheet, place: tuple[int, int], value: Any, kind: str, formats: dict) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(*place, value)
    elif isinstance(value, int | float | Decimal) and _is_finite(value) and abs(value) < _EXACT_IN_XLSX:
        # A number in a column of dates stays a number: dressed as a date it may lie beyond any calendar.
        dress = None if kind == "date" else formats.get(kind)
        sheet.write_number(*place, float(value) / 100 if kind == "percent" else float(value), dress)
    elif isinstance(value, datetime) and value.date() >= _FIRST_DAY_IN_XLSX:
        sheet.write_datetime(*place, _local(value), formats["datetime"])
    elif isinstance(value, date) and not isinstance(value, datetime) and value >= _FIRST_DAY_IN_XLSX:
        sheet.write_datetime(*place, value, formats["date"])
    elif isinstance(value, str):
        sheet.write_string(*place, _xlsx_text(_text(value, kind)))
    else:
        sheet.write_string(*place, _xlsx_text(_csv_cell(value, kind)))


def _text(value: Any, kind: str) -> str:
    text = str(value)
    return text if kind == "phone" and _TELEPHONE.fullmatch(text) else neutralise(text)


def _xlsx_text(text: str) -> str:
    """What an XML 1.0 file and an Excel cell can hold."""
    text = _NOT_IN_XML.sub("\ufffd", text)
    return text if len(text) <= LONGEST_XLSX_TEXT else text[: LONGEST_XLSX_TEXT - 1] + "…"


def _local(value: datetime) -> datetime:
    return value.astimezone(_TIME_ZONE).replace(tzinfo=None) if value.tzinfo else value


def _attachment(filename: str, extension: str) -> str:
    stem = _UNSAFE_IN_FILENAMES.sub("-", filename).removesuffix(extension).strip(" .-") or "export"
    return content_disposition_header(True, f"{stem[:100]}{extension}")
