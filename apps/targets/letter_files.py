"""A result letter as files: a tagged PDF, and a Word document with the same words and numbers."""

from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from apps.core import word
from apps.core.typeset import typeset
from apps.targets.letters import written
from apps.targets.models import ResultLetter

TEMPLATE = Path(settings.BASE_DIR) / "templates" / "targets" / "letter.typ"


def pdf(letter: ResultLetter) -> bytes:
    """The letter as PDF/UA-1. Raises core.typeset.DocumentError."""
    return typeset(TEMPLATE, asdict(written(letter)))


def docx(letter: ResultLetter) -> bytes:
    """The letter as a Word document."""
    found, on = written(letter), timezone.localdate(letter.made_at)
    document = word.new_document(title=f"{found.title}, {found.to}", author=found.organisation, on=on)
    document.add_heading(word.clean(found.title), level=1)
    for label, value in (("Till", found.to), ("Datum", found.on)):
        word.labelled(document, label, value)
    document.add_paragraph()
    for text in (*found.paragraphs, *found.words):
        document.add_paragraph(word.clean(text))
    word.table(document, found.header, found.rows)
    document.add_heading("Så räknar vi", level=2)
    for text in found.notes:
        document.add_paragraph(word.clean(text))
    for line in ("Med vänlig hälsning", found.signer, f"{found.organisation} ({found.org_number})"):
        document.add_paragraph(word.clean(line)).paragraph_format.space_after = 0
    return word.content_of(document)


def filename(letter: ResultLetter, ending: str) -> str:
    """ "Resultat 2025, Måleriet AB.pdf"."""
    return f"Resultat {letter.contents['year']}, {letter.contents['to']}{ending}".replace("/", "-")
