"""XLSX and XLS: what the file claims to be is checked first, then a child process reads it."""

import io
import json
import struct
import subprocess
import sys
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from apps.interchange import workbook_child
from apps.interchange.limits import MAX_SHEET_HEIGHT, MAX_UNPACKED_BYTES, MAX_ZIP_MEMBERS, ReadingError

ZIP_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_CHUNK = 1 << 20
_CHILD_SECONDS = 120
_DIED = "died"
_KINDS = {"datetime": datetime, "date": date, "time": time}
_OTHER_ZIPS = {
    "word/": "är ett Worddokument; spara tabellen som .xlsx eller .csv och försök igen.",
    "ppt/": "är en presentation; spara tabellen som .xlsx eller .csv och försök igen.",
    "content.xml": "är ett OpenDocument-kalkylark; spara det som .xlsx eller .csv och försök igen.",
    "xl/workbook.bin": "är en binär arbetsbok (.xlsb); spara den som .xlsx och försök igen.",
}
MACROS = "innehåller makron och tas inte emot; spara den som .xlsx utan makron och försök igen."
_PASSWORD = "är skyddad med lösenord; ta bort lösenordet i Excel, spara filen och försök igen."  # noqa: S105
_BROKEN = "är skadad eller ofullständig; öppna den i Excel, spara den på nytt som .xlsx och försök igen."


_LYING = (
    "stämmer inte med sin egen innehållsförteckning; öppna den i Excel, spara den på nytt som .xlsx och försök igen."
)
_TOO_MUCH_FOR_A_READER = (
    "är skadad eller har något skrivet långt utanför tabellen; "
    "kopiera tabellen till en ny arbetsbok, spara den som .xlsx och försök igen."
)


class RawSheet(NamedTuple):
    """A sheet as it stands: every row from the first, cells of differing types, ``""`` where nothing is."""

    name: str
    is_visible: bool
    height: int
    rows: list[list[Any]]


def is_workbook(data: bytes) -> bool:
    """Whether the bytes begin like an XLSX (zip) or XLS (OLE) file, whatever the file is called."""
    return data.startswith((*ZIP_SIGNATURES, OLE_SIGNATURE))


def read_workbook(data: bytes, filename: str) -> list[RawSheet]:
    """Every worksheet of the file. Raises ``ReadingError``."""
    if data.startswith(OLE_SIGNATURE):
        _check_ole(data, filename)
    else:
        _check_zip(data, filename)
    kind, answer = _run_child(data)
    if kind == "sheets":
        for sheet in answer:
            _check_height(sheet, filename)
        return answer
    complaints = {"PasswordError": _PASSWORD, _DIED: _TOO_MUCH_FOR_A_READER}
    raise ReadingError(filename, complaints.get(answer, _BROKEN))


def _run_child(data: bytes) -> tuple[str, Any]:
    command = [sys.executable, "-I", str(Path(workbook_child.__file__)), str(MAX_SHEET_HEIGHT)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_CHILD_SECONDS, check=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return "error", _DIED
    return _understood(done.stdout)


def _understood(output: bytes) -> tuple[str, Any]:
    """The child's answer. Anything else than one, which only a file that took the child over can cause, is a death."""
    try:
        kind, answer = json.loads(output, object_hook=_untagged)
        return kind, [RawSheet(*sheet) for sheet in answer] if kind == "sheets" else str(answer)
    except (ValueError, TypeError, KeyError, RecursionError):
        return "error", _DIED


def _untagged(cell: dict[str, Any]) -> Any:
    """A date or time as `workbook_child.tagged` wrote it; the child's answer holds no other objects."""
    ((kind, text),) = cell.items()
    return timedelta(seconds=text) if kind == "seconds" else _KINDS[kind].fromisoformat(text)


def _check_height(sheet: RawSheet, filename: str) -> None:
    if sheet.height > MAX_SHEET_HEIGHT:
        raise ReadingError(
            filename,
            f"har ett blad, ”{sheet.name}”, som sträcker sig till rad {sheet.height}; "
            "ta bort det som står långt under tabellen eller dela upp filen och försök igen.",
        )


def _check_ole(data: bytes, filename: str) -> None:
    """The names in an OLE directory are UTF-16LE; looking for them needs no parser that could be fooled."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise ReadingError(filename, _PASSWORD)
    if holds("_VBA_PROJECT"):
        raise ReadingError(filename, MACROS)
    if not (holds("Workbook") or holds("Book")):
        raise ReadingError(filename, "är inget kalkylark; spara tabellen som .xlsx eller .csv och försök igen.")


def _check_zip(data: bytes, filename: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except Exception as error:  # zipfile raises half a dozen kinds on hostile directories
        raise ReadingError(filename, _BROKEN) from error
    _check_members(members, filename)
    for member in members:
        if _unpacked_size(data, member) != member.file_size:
            raise ReadingError(filename, _LYING)


def _check_members(members: list[zipfile.ZipInfo], filename: str) -> None:
    names = {member.filename.replace("\\", "/").lower() for member in members}
    if any(name.endswith("vbaproject.bin") or name.startswith("xl/macrosheets/") for name in names):
        raise ReadingError(filename, MACROS)
    if any(member.flag_bits & 1 for member in members):
        raise ReadingError(filename, _PASSWORD)
    if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES or len(members) > MAX_ZIP_MEMBERS:
        raise ReadingError(
            filename, "blir större än 200 MB när den packas upp; dela upp den i mindre filer och försök igen."
        )
    if "xl/workbook.xml" not in names:
        for sign, complaint in _OTHER_ZIPS.items():
            if any(name.startswith(sign) for name in names):
                raise ReadingError(filename, complaint)
        raise ReadingError(filename, "är ett zip-arkiv och inget kalkylark; packa upp det och välj filen inuti.")


def _unpacked_size(data: bytes, member: zipfile.ZipInfo) -> int:
    """How many bytes really come out: the directory's figure is the sender's word. -1 when it cannot be told."""
    header = data[member.header_offset : member.header_offset + _LOCAL_HEADER.size]
    if len(header) < _LOCAL_HEADER.size:
        return -1
    signature, name_length, extra_length = _LOCAL_HEADER.unpack(header)
    start = member.header_offset + _LOCAL_HEADER.size + name_length + extra_length
    packed = memoryview(data)[start : start + member.compress_size]
    if signature != ZIP_SIGNATURES[0] or len(packed) != member.compress_size:
        return -1
    if member.compress_type == zipfile.ZIP_STORED:
        return len(packed)
    return _inflated_size(packed, member.file_size) if member.compress_type == zipfile.ZIP_DEFLATED else -1


def _inflated_size(packed: memoryview, declared: int) -> int:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    size, rest = 0, packed
    try:
        while not inflater.eof and size <= declared:
            piece = inflater.decompress(rest, _CHUNK)
            rest = inflater.unconsumed_tail
            size += len(piece)
            if not piece and not rest:
                return -1
    except zlib.error:
        return -1
    return size
