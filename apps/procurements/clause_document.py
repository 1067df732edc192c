"""A rendered clause as a Word document, for the procurement documents."""

import re
from datetime import date

from apps.core.word import CONTENT_TYPE, clean, content_of, labelled, new_document

__all__ = ["CONTENT_TYPE", "clause_document"]
DRAFT = "Utkast – låt en jurist granska"


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
    document = new_document(title=title, author=organisation, on=on)
    document.add_heading(clean(title), level=1)
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
            labelled(document, label, value)
    for paragraph in re.split(r"\n\s*\n", clean(text).strip()):
        document.add_paragraph(paragraph.strip())
    return content_of(document)
