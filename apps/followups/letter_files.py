"""A letter to a supplier as files: a tagged PDF, and a Word document to change before it is sent."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

from django.conf import settings

from apps.core import word
from apps.core.typeset import typeset
from apps.followups.letters import Written

TEMPLATE = Path(settings.BASE_DIR) / "templates" / "followups" / "letter.typ"


def pdf_of(letter: Written) -> bytes:
    """The letter as PDF/UA-1. Raises core.typeset.DocumentError."""
    return typeset(TEMPLATE, asdict(letter))


def docx_of(letter: Written) -> bytes:
    """The letter as a Word document."""
    document = word.new_document(title=letter.title, author=letter.organisation, on=date.fromisoformat(letter.on))
    document.add_heading(word.clean(letter.title), level=1)
    for label, value in (("Till", letter.to), ("Datum", letter.on), *letter.facts):
        word.labelled(document, label, value)
    document.add_paragraph()
    for paragraph in letter.paragraphs:
        document.add_paragraph(word.clean(paragraph))
    for line in ("Med vänlig hälsning", letter.signer, f"{letter.organisation} ({letter.org_number})"):
        if line:
            document.add_paragraph(word.clean(line)).paragraph_format.space_after = 0
    return word.content_of(document)
