"""A rendered clause as a Word document, for the procurement documents."""

import re
from datetime import date, datetime, time
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DRAFT = "Utkast – låt en jurist granska"
# What XML 1.0 cannot hold; Word would refuse the file, and lxml refuses to write it.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clause_document(
    text: str,
    *,
    title: str,
    procurement: str,
    case_number: str,
    guideline: str,
    organisation: str,
    on: date,
    is_draft: bool = True,
) -> bytes:
    """A DOCX in Swedish on A4: heading, draft mark, where the clause belongs, and the text by its paragraphs.

    Blank lines part paragraphs, single ones break lines. Everything is text to Word: markup in it is shown, not obeyed.
    """
    document = Document()
    _set_up(document, title=title, organisation=organisation, on=on)
    document.add_heading(_clean(title), level=1)
    if is_draft:
        document.add_paragraph().add_run(DRAFT).bold = True
    belongs = {
        "Upphandling": procurement,
        "Diarienummer": case_number,
        "Organisation": organisation,
        "Riktlinje": guideline,
        "Utskriven": on.isoformat(),
    }
    for label, value in belongs.items():
        if value.strip():
            _labelled(document, label, _clean(value))
    for paragraph in re.split(r"\n\s*\n", _clean(text).strip()):
        document.add_paragraph(paragraph.strip())
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _set_up(document, *, title: str, organisation: str, on: date) -> None:
    """Swedish, A4, and none of what python-docx's own template says about itself."""
    language = document.styles.element.find(f".//{qn('w:lang')}")
    language.set(qn("w:val"), "sv-SE")
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    day = datetime.combine(on, time())
    properties = document.core_properties
    properties.language = "sv-SE"
    # The format allows 255 characters here.
    properties.title, properties.author = _clean(title)[:255], _clean(organisation)[:255]
    properties.last_modified_by = properties.author
    properties.comments = ""
    properties.created = properties.modified = day


def _labelled(document, label: str, value: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.add_run(f"{label}: ").bold = True
    paragraph.add_run(value)


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
