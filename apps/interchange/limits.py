"""How much a file may hold, and the one way to refuse it."""

import re

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 50_000
MAX_COLUMNS = 200
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_ZIP_MEMBERS = 5_000
HEADER_WITHIN_ROWS = 10
TOO_LARGE = "är större än 20 MB; dela upp den i mindre filer och försök igen."
# Blank and skipped rows do not count against MAX_ROWS, but a sheet may not stretch endlessly.
MAX_SHEET_HEIGHT = 2 * MAX_ROWS


class ReadingError(Exception):
    """A file that cannot be read. ``str()`` is one Swedish sentence: the file, what is wrong, the way out."""

    def __init__(self, filename: str, complaint: str) -> None:
        super().__init__(f"Filen ”{shown_name(filename)}” {complaint}")


def shown_name(filename: str) -> str:
    """The file's own name, without folders and control characters and short enough to be read."""
    name = re.split(r"[/\\]", filename)[-1]
    name = re.sub(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e]", "", name).strip() or "utan namn"
    return name if len(name) <= 80 else f"{name[:60]}…{name[-19:]}"
