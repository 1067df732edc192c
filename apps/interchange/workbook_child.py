"""Reads a workbook in a process of its own: bytes in on stdin, rows as JSON out on stdout.

calamine allocates every cell between the first and the last used one. A hostile file of 6 kB with a value in cell
XFD1048576 asks for 500 GB, and Rust answers a failed allocation by ending the process. So the process is not the web
server's, and its answer is plain data: should a file come to rule the child, it has no way to run code in the server
as a pickle would. Run as a script, in isolated mode; it imports nothing of ours.
"""

import io
import json
import resource
import sys
from datetime import date, datetime, time, timedelta

import python_calamine
from python_calamine import SheetTypeEnum, SheetVisibleEnum

MEMORY = 3 << 30
CPU_SECONDS = 60


def sheets_of(data: bytes, most_rows: int) -> list[tuple[str, bool, int, list[list]]]:
    """(name, is shown, height, rows from the sheet's first row); rows of hidden or too high sheets are left out."""
    workbook = python_calamine.load_workbook(io.BytesIO(data))
    sheets = []
    for metadata in workbook.sheets_metadata:
        if metadata.typ != SheetTypeEnum.WorkSheet:
            continue
        if metadata.visible != SheetVisibleEnum.Visible:
            sheets.append((metadata.name, False, 0, []))
            continue
        sheet = workbook.get_sheet_by_name(metadata.name)
        height = sheet.end[0] + 1 if sheet.end else 0
        rows = sheet.to_python(skip_empty_area=False) if height <= most_rows else []
        sheets.append((metadata.name, True, height, rows))
    return sheets


def tagged(cell: object) -> dict[str, str | float]:
    """A cell that JSON has no word for: its kind and its ISO form, or seconds."""
    if isinstance(cell, timedelta):
        return {"seconds": cell.total_seconds()}
    for kind in (datetime, date, time):
        if isinstance(cell, kind):
            return {kind.__name__: cell.isoformat()}
    raise TypeError(type(cell).__name__)


def main() -> None:
    """Answer with ["sheets", …] or ["error", name of the exception]."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        sheets = sheets_of(sys.stdin.buffer.read(), int(sys.argv[1]))
        answer = json.dumps(["sheets", sheets], default=tagged)
    except BaseException as error:  # a panic in Rust arrives as a BaseException
        answer = json.dumps(["error", type(error).__name__])
    sys.stdout.write(answer)


if __name__ == "__main__":
    main()
