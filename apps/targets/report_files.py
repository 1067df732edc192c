"""A report as files: a tagged PDF with charts, and a Word document with the same text and tables for pasting."""

from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from apps.core import word
from apps.core.typeset import typeset
from apps.targets.models import Snapshot
from apps.targets.report import Report, make_report
from apps.targets.snapshot_queries import page_of

TEMPLATE = Path(settings.BASE_DIR) / "templates" / "targets" / "report.typ"


def report_of(snapshot: Snapshot) -> Report:
    """What the report of a snapshot says."""
    return make_report(snapshot, page_of(snapshot))


def pdf(report: Report) -> bytes:
    """The report as PDF/UA-1. Raises core.typeset.DocumentError."""
    return typeset(TEMPLATE, asdict(report))


def docx(report: Report, snapshot: Snapshot) -> bytes:
    """The report as a Word document, without the pictures: the tables hold their numbers."""
    on = timezone.localdate(snapshot.frozen_at)
    document = word.new_document(title=f"{report.title}, {report.organisation}", author=report.organisation, on=on)
    document.add_heading(word.clean(report.title), level=1)
    document.add_paragraph().add_run(word.clean(report.lead)).bold = True
    for label, value in report.facts:
        word.labelled(document, label, value)
    if report.note:
        document.add_paragraph(word.clean(report.note))
    for block in report.blocks:
        document.add_heading(word.clean(block.heading), level=2)
        for text in filter(None, (block.lead, block.note)):
            document.add_paragraph(word.clean(text))
        if block.rows:
            word.table(document, block.header, block.rows)
        for text in block.comments:
            document.add_paragraph(word.clean(text), style="Quote")
    document.add_heading("Alla mått", level=2)
    word.table(document, ["Mått", "Resultat", "Underlag"], report.measures)
    document.add_heading("Bilaga: Så räknar vi", level=2)
    for label, text in report.rules:
        word.labelled(document, label, text)
    return word.content_of(document)
