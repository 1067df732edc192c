"""Word documents in Swedish on A4. Everything is text to Word: markup in it is shown, not obeyed."""

import re
from datetime import date, datetime, time
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# What XML 1.0 cannot hold; Word would refuse the file, and lxml refuses to write it.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def new_document(*, title: str, author: str, on: date):
    """An empty document: Swedish, A4, and none of what python-docx's own template says about itself."""
    document = Document()
    language = document.styles.element.find(f".//{qn('w:lang')}")
    language.set(qn("w:val"), "sv-SE")
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    day = datetime.combine(on, time())
    properties = document.core_properties
    properties.language = "sv-SE"
    # The format allows 255 characters here.
    properties.title, properties.author = clean(title)[:255], clean(author)[:255]
    properties.last_modified_by = properties.author
    properties.comments = ""
    properties.created = properties.modified = day
    return document


def labelled(document, label: str, value: str) -> None:
    """A line "label: value" with the label in bold."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.add_run(f"{label}: ").bold = True
    paragraph.add_run(clean(value))


def table(document, header: list[str], rows: list[list[str]]) -> None:
    """A table whose first row is repeated on every page and known as the heading to a screen reader."""
    made = document.add_table(rows=0, cols=len(header), style="Table Grid")
    for row in [header, *rows]:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.text = clean(text)
    heading = made.rows[0]
    heading._tr.get_or_add_trPr().append(heading._tr.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))
    for cell in heading.cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True


def content_of(document) -> bytes:
    """The file."""
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def clean(text: str) -> str:
    """The text without what a Word file cannot hold, and with one kind of line break."""
    return _NOT_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
