"""What a file is, told from its content and never from its name alone. Pure.

Macros are refused, whatever the file is called. Raises FileRefused with one Swedish sentence: the file, what is wrong,
the way out.
"""

import re
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_ZIP_MEMBERS = 5_000
MAX_NAME = 200
TOO_LARGE = "är större än 20 MB. Dela upp den, eller spara den med lägre upplösning."
EMPTY = "är tom. Välj en fil som innehåller något."
UNKNOWN = "går inte att känna igen på innehållet. Välj en PDF-, DOCX-, XLSX-, PNG- eller JPG-fil."
BROKEN = "är trasig eller inte hel. Öppna den i ditt program, spara den på nytt och försök igen."
LOCKED = "är låst med lösenord. Ta bort lösenordet och försök igen."
MACROS = "innehåller makron, som inte tas emot. Spara den utan makron, eller som PDF."
WRONG_NAME = "är en {label}. Döp om den så att namnet slutar på {suffix}."
TOO_LONG = "har ett för långt namn. Döp om den till högst 200 tecken."
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_MACRO_PARTS = ("vbaproject.bin", "vbadata.xml")
_ENCRYPTED = 0x1
# An old Office file, or one of today's behind a password.
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True)
class FileType:
    """A kind of file that is taken: what it is called, how its name may end, what it is served as."""

    label: str
    suffixes: tuple[str, ...]
    content_type: str


PDF = FileType("PDF-fil", (".pdf",), "application/pdf")
PNG = FileType("PNG-bild", (".png",), "image/png")
JPG = FileType("JPG-bild", (".jpg", ".jpeg"), "image/jpeg")
_OFFICE = "application/vnd.openxmlformats-officedocument"
DOCX = FileType("DOCX-fil", (".docx",), f"{_OFFICE}.wordprocessingml.document")
XLSX = FileType("XLSX-fil", (".xlsx",), f"{_OFFICE}.spreadsheetml.sheet")
ACCEPTED = ",".join(suffix for each in (PDF, DOCX, XLSX, PNG, JPG) for suffix in each.suffixes)
# The part that a document of the kind must have, and the type it must be said to have.
_MAIN_PARTS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}


class FileRefused(ValueError):
    """A file that is not taken. ``str()`` is one Swedish sentence."""

    def __init__(self, filename: str, complaint: str) -> None:
        super().__init__(f"Filen ”{_short(filename)}” {complaint}")


def own_name(filename: str) -> str:
    """The file's own name: without folders and characters that do not show, composed as Swedish is written."""
    name = unicodedata.normalize("NFC", re.split(r"[/\\]", filename)[-1])
    return " ".join(_HIDDEN.sub("", name).split()) or "utan namn"


def recognise(filename: str, content: bytes) -> FileType:
    """The kind of file that the content is; the name must end as the kind does. Raises FileRefused."""
    name = own_name(filename)
    if len(name) > MAX_NAME:
        raise FileRefused(name, TOO_LONG)
    if not content:
        raise FileRefused(name, EMPTY)
    if len(content) > MAX_BYTES:
        raise FileRefused(name, TOO_LARGE)
    found = _kind(name, content)
    if not name.lower().endswith(found.suffixes):
        raise FileRefused(name, WRONG_NAME.format(label=found.label, suffix=found.suffixes[0]))
    return found


def _kind(name: str, content: bytes) -> FileType:
    if content.startswith(b"%PDF-"):
        return _whole(name, PDF, b"%%EOF" in content[-2048:])
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return _whole(name, PNG, content[12:16] == b"IHDR" and b"IEND" in content[-64:])
    if content.startswith(b"\xff\xd8\xff"):
        return _whole(name, JPG, b"\xff\xd9" in content[-4096:])
    if content.startswith(b"PK\x03\x04"):
        return _office(name, content)
    if content.startswith(_COMPOUND) and name.lower().endswith((".docx", ".xlsx")):
        raise FileRefused(name, LOCKED)
    raise FileRefused(name, UNKNOWN)


def _whole(name: str, kind: FileType, is_whole: bool) -> FileType:
    if not is_whole:
        raise FileRefused(name, BROKEN)
    return kind


def _office(name: str, content: bytes) -> FileType:
    """A document or workbook: a zip with the right parts, whole, without macros, that does not swell."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _office_kind(name, archive)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, RuntimeError, NotImplementedError) as error:
        raise FileRefused(name, BROKEN) from error
    except zlib.error as error:
        raise FileRefused(name, BROKEN) from error


def _office_kind(name: str, archive: zipfile.ZipFile) -> FileType:
    parts = archive.infolist()
    if len(parts) > MAX_ZIP_MEMBERS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise FileRefused(name, UNKNOWN)
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise FileRefused(name, LOCKED)
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names:
        raise FileRefused(name, UNKNOWN)
    if archive.testzip() is not None:
        raise FileRefused(name, BROKEN)
    types = archive.read("[Content_Types].xml").lower()
    has_macros = b"macroenabled" in types or b"vbaproject" in types
    if has_macros or any(part.lower().endswith(_MACRO_PARTS) for part in names):
        raise FileRefused(name, MACROS)
    found = [kind for part, kind in _MAIN_PARTS.items() if part in names]
    if len(found) != 1:
        raise FileRefused(name, UNKNOWN)
    return found[0]


def _short(filename: str) -> str:
    name = own_name(filename)
    return name if len(name) <= 80 else f"{name[:60]}…{name[-19:]}"
