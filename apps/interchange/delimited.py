"""Text files with separators: character encoding, separator and quotation marks, found without guessing libraries."""

import contextlib
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from apps.interchange.limits import MAX_SHEET_HEIGHT, ReadingError

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
# Where two separators fit equally well the first one wins: Swedish Excel writes semicolons.
_SEPARATORS = (";", "\t", ",", "|")
_SAMPLED_ROWS = 50
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_HTML = re.compile(r"\s*<\s*(?:!doctype|html|head|body|meta|style|script|table|div|\?xml|!--)", re.IGNORECASE)
_JSON = re.compile(r'\s*[\[{]\s*["\[{\]}]')
_STRAY_CONTROLS = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")
_CONTROLS_TOLERATED = 0.01
_UTF8_SWEDISH = tuple(letter.encode() for letter in "åäöÅÄÖé")
_NOT_TEXT = {
    b"%PDF": "är en PDF; hämta tabellen som .xlsx eller .csv och försök igen.",
    b"\x89PNG": "är en bild; hämta tabellen som .xlsx eller .csv och försök igen.",
    b"\xff\xd8\xff": "är en bild; hämta tabellen som .xlsx eller .csv och försök igen.",
    b"{\\rtf": "är ett textdokument (.rtf); spara tabellen som .xlsx eller .csv och försök igen.",
    b"\x1f\x8b": "är ett packat arkiv (.gz); packa upp det och välj filen inuti.",
    b"7z\xbc\xaf": "är ett packat arkiv (.7z); packa upp det och välj filen inuti.",
    b"Rar!": "är ett packat arkiv (.rar); packa upp det och välj filen inuti.",
}


def read_rows(data: bytes, filename: str) -> list[list[str]]:
    """Every record of a CSV, text or tab file, blank ones too. Raises ``ReadingError``."""
    for signature, complaint in _NOT_TEXT.items():
        if data.startswith(signature):
            raise ReadingError(filename, complaint)
    text = _decode(data, filename)
    _refuse_other_languages(text, filename)
    if "\r\n" in text:
        text = re.sub(r"\r(?!\n)", " ", text)
    if declared := _SEPARATOR_LINE.match(text):
        return _parse(text[declared.end() :], declared[1], filename)
    return _parse(text, _separator(text, filename), filename)


def _decode(data: bytes, filename: str) -> str:
    """A byte order mark decides, else strict UTF-8, else Windows' cp1252 (of which ISO-8859-1 is a part)."""
    text = next((_decode_as(data[len(bom) :], code, filename) for bom, code in _BOMS if data.startswith(bom)), None)
    if text is None and (code := _utf16_without_bom(data)):
        text = _decode_as(data, code, filename)
    if "\x00" in text if text is not None else b"\x00" in data:
        raise ReadingError(
            filename, "innehåller nolltecken och är ingen textfil; spara tabellen som .xlsx eller .csv och försök igen."
        )
    if text is None:
        text = _utf8_or_cp1252(data, filename)
    strays = len(_STRAY_CONTROLS.findall(text))
    if strays > _CONTROLS_TOLERATED * len(text):
        raise ReadingError(filename, "är ingen textfil; spara tabellen som .xlsx eller .csv och försök igen.")
    return _STRAY_CONTROLS.sub("", text) if strays else text


def _decode_as(data: bytes, code: str, filename: str) -> str:
    try:
        return data.decode(code)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(code, "ignore").count("\n") + 1
        raise ReadingError(
            filename,
            f"har ett trasigt tecken på rad {line}; öppna den i Excel, spara den som CSV UTF-8 och försök igen.",
        ) from error


def _utf8_or_cp1252(data: bytes, filename: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # Reading å ä ö written in UTF-8 as cp1252 would quietly give Ã¥ Ã¤ Ã¶.
        if any(letter in data for letter in _UTF8_SWEDISH):
            return _decode_as(data, "utf-8", filename)
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            raise ReadingError(
                filename, "har en okänd teckenkodning; öppna den i Excel, spara den som CSV UTF-8 och försök igen."
            ) from error


def _utf16_without_bom(data: bytes) -> str | None:
    """In UTF-16 Swedish text nearly every second byte is NUL."""
    sample = data[:2000]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half and odd > 0.7 * half and even == 0:
        return "utf-16-le"
    if half and even > 0.7 * half and odd == 0:
        return "utf-16-be"
    return None


def _refuse_other_languages(text: str, filename: str) -> None:
    if _HTML.match(text):
        raise ReadingError(
            filename,
            "är en webbsida (HTML) eller XML och ingen tabell; öppna den i Excel, spara den som .xlsx och försök igen.",
        )
    if _JSON.match(text):
        raise ReadingError(filename, "är en JSON-fil; hämta tabellen som .xlsx eller .csv och försök igen.")


def _separator(text: str, filename: str) -> str:
    """The separator that gives most rows the same number of columns."""
    best, separator = (0, 0), ""
    for candidate in _SEPARATORS:
        reader = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=candidate)
        widths = Counter(len(row) for row in _until_error(islice(reader, _SAMPLED_ROWS)) if len(row) > 1)
        fit = max(((count, width) for width, count in widths.items()), default=(0, 0))
        if fit > best:
            best, separator = fit, candidate
    if not separator:
        raise ReadingError(
            filename,
            "har inga kolumner åtskilda av semikolon, komma eller tabb; spara den som CSV eller .xlsx och försök igen.",
        )
    return separator


def _until_error(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    try:
        yield from rows
    except csv.Error:
        return


def _parse(text: str, separator: str, filename: str) -> list[list[str]]:
    """Quotation marks are taken at their word when they pair up; a file that never meant them is read plainly."""
    with contextlib.suppress(csv.Error):
        return _limited(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), filename)
    plain = csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=csv.QUOTE_NONE)
    try:
        rows = _limited(plain, filename)
    except csv.Error as error:
        raise ReadingError(
            filename, f"har en orimligt lång cell på rad {plain.line_num}; korta den eller ta bort den och försök igen."
        ) from error
    width = len(rows[0]) if rows else 0
    for number, row in enumerate(rows, start=1):
        if row and len(row) != width:
            raise ReadingError(
                filename,
                f"har citattecken som inte går ihop på rad {number}; rätta dem eller spara som .xlsx och försök igen.",
            )
    return rows


def _limited(reader: Iterator[list[str]], filename: str) -> list[list[str]]:
    rows = list(islice(reader, MAX_SHEET_HEIGHT + 1))
    if len(rows) > MAX_SHEET_HEIGHT:
        raise ReadingError(
            filename, f"har fler än {MAX_SHEET_HEIGHT} rader; dela upp den i mindre filer och försök igen."
        )
    return rows
