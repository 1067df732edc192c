"""Small files made in code: workbooks, and hostile archives that no program would write."""

import io
import zipfile

import xlsxwriter

HEADER = ["Avtalsnummer", "Leverantör", "Orgnr", "Startdatum", "Avtalsvärde"]
ROWS = [
    ["A-1", "Exempelmåleri AB", "559999-0131", "2026-10-01", "1 900 000,50"],
    ["A-2", "Städ & Fönster Exempel AB", "559999-0149", "2026-01-01", "500 000 kr"],
]


def csv_text(rows, separator=";", newline="\r\n"):
    return newline.join(separator.join(row) for row in rows) + newline


def xlsx(sheets, hidden=()):
    """A workbook of {sheet name: rows}; values keep their type."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"default_date_format": "yyyy-mm-dd"}) as workbook:
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for number, row in enumerate(rows):
                for position, value in enumerate(row):
                    sheet.write(number, position, value)
            if name in hidden:
                sheet.hide()
    return file.getvalue()


def archive(members, compression=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as written:
        for name, content in members.items():
            written.writestr(name, content)
    return file.getvalue()


def with_member(workbook, name, content=b"x"):
    """The workbook with one more file in it."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as source:
        members = {entry: source.read(entry) for entry in source.namelist()}
    return archive({**members, name: content})


def with_declared_size(workbook, name, size):
    """The workbook, its directory lying about how large one member becomes."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as source:
        honest = source.getinfo(name).file_size
    entry = workbook.rindex(name.encode()) - 46
    assert int.from_bytes(workbook[entry + 24 : entry + 28], "little") == honest
    return workbook[: entry + 24] + size.to_bytes(4, "little") + workbook[entry + 28 :]


def ole(*names):
    """The beginning of an OLE file that holds streams of these names, and nothing that can be read."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + b"".join(name.encode("utf-16-le") for name in names)
