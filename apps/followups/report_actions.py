"""Answering a report: step by step through the link, or by an officer on the supplier's behalf.

All raise ValidationError in Swedish, and leave what was typed as it was.
"""

import hashlib
import json
from datetime import datetime
from functools import partial
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from apps.core.actions import action, change, make_once
from apps.core.personal_numbers import find
from apps.followups import report_mails
from apps.followups.choices import RequestState
from apps.followups.models import Evidence, PlacementLine, ReportLine, ReportRequest
from apps.followups.raise_actions import look_at
from apps.followups.report_asking import locked, note
from apps.followups.report_contents import as_text, draft_line, draft_placement, line_of, placements_of, requirements_of
from apps.followups.report_contents import unit_of as unit
from apps.followups.report_rules import Work, problems
from apps.followups.report_states import WRITABLE, refusal
from apps.mbl.file_types import FileRefused, own_name, recognise

MOST_FILES = 20
SENT = "Rapporten är redan {state}, så inget sparades. Det ni skickade står på den här sidan."
TOGETHER = "Någon annan har sparat det här steget sedan du öppnade det. Läs igenom och spara igen om ditt ska gälla."
NOT_WHOLE = "{requirement}: {problem}"
NUMBER_IN_NAME = "Filens namn ”{name}” innehåller något som ser ut som ett personnummer. Döp om filen och försök igen."
NO_COPY = "Filen ”{name}” finns redan i rapporten."
TOO_MANY = f"Rapporten har redan {MOST_FILES} filer. Ta bort någon, eller lägg ihop dem."
FILE_SENT = "Filen är redan inskickad, så den tas inte bort."
TYPED = "Ett tal eller en text ser ut som ett personnummer. Ta bort det och försök igen."


class Settled(ValidationError):
    """The report has left the supplier's hands."""


class Overwritten(ValidationError):
    """Somebody else has saved the step meanwhile."""


@action
def open_report(*, by, report: ReportRequest, now: datetime) -> None:
    """Note the first time the link was opened."""
    ReportRequest.objects.filter(pk=report.pk, opened_at=None).update(opened_at=now)


@action
def save_step(*, by, report: ReportRequest, part: str, values: dict, seen: str, now: datetime) -> ReportRequest:
    """Keep a step of the draft: `part` is lines, placements or saved, and `values` its rows, key to typed values.

    Raises Settled when the report is no longer open, and Overwritten when `seen` is not `mark_of` what is held.
    """
    row = _writable(report)
    held = row.draft.get(part, {})
    if seen != mark_of(held, values):
        raise Overwritten(TOGETHER)
    kept = {str(key): as_text(each) for key, each in values.items()}
    if any(find(text) for each in kept.values() for text in each.values() if isinstance(text, str)):
        raise ValidationError(TYPED)
    saved = sorted({*row.draft.get("saved", []), part})
    draft = row.draft | {part: held | kept, "saved": saved}
    is_first = row.state == RequestState.ASKED
    state = {"state": RequestState.STARTED, "started_at": now} if is_first else {}
    change(row, state | {"draft": draft, "version": row.version + 1})
    if is_first:
        note(row, by=None, now=now)
    return row


@action
def pass_step(*, by, report: ReportRequest, part: str) -> ReportRequest:
    """Note that a step without anything of its own to save has been looked at."""
    row = _writable(report)
    change(row, {"draft": row.draft | {"saved": sorted({*row.draft.get("saved", []), part})}})
    return row


def mark_of(held: dict, keys) -> str:
    """A short name of what a step holds; a form carries it, so that nobody overwrites what they have not seen."""
    content = json.dumps([held.get(str(key)) for key in keys], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()[:16]


@action
def submit(*, by, report: ReportRequest, reporter: str, now: datetime, on_behalf: bool = False) -> ReportRequest:
    """Send what the draft holds to the authority; sent once already it is left as it is.

    Raises ValidationError, each sentence with its commitment, when the draft does not say what is asked for.
    """
    row = locked(report)
    if row.state == RequestState.RECEIVED and not on_behalf:
        return row
    if problem := refusal(row.state, "submit"):
        raise Settled(problem)
    requirements = requirements_of(row)
    _refuse_gaps(row, requirements)
    look_at(row.contract, timezone.localdate(now))  # before it comes: a late one is late although no night has seen it
    values = {"state": RequestState.RECEIVED, "received_at": now, "reporter": reporter}
    change(row, values | ({} if row.started_at else {"started_at": now}))
    for requirement in requirements:
        line = ReportLine.objects.filter(request=row, requirement=requirement).first()
        typed = _line_values(draft_line(row, requirement))
        change(line or ReportLine(request=row, requirement=requirement), typed)
    _keep_placements(row)
    note(row, by=by, now=now, reporter=reporter, on_behalf=on_behalf)
    if not on_behalf:
        report_mails.send(row, report_mails.Occasion.RECEIVED)
    return row


@action
def enter(
    *, by, report: ReportRequest, lines: dict, placements: dict, reporter: str, now: datetime, file: dict | None = None
) -> ReportRequest:
    """Send a report on the supplier's behalf, with what it said on paper or by telephone.

    `lines` and `placements` are typed values by key, and `file` what `add_evidence` is told.
    """
    row = locked(report)
    if problem := refusal(row.state, "submit"):
        raise ValidationError(problem)
    if file:
        add_evidence(by=by, report=row, **file)
    typed = {"lines": lines, "placements": placements}
    kept = {part: {str(key): as_text(each) for key, each in rows.items()} for part, rows in typed.items()}
    change(row, {"draft": row.draft | kept, "version": row.version + 1})
    return submit(by=by, report=row, reporter=reporter, now=now, on_behalf=True)


@action
def add_evidence(*, by, report: ReportRequest, filename: str, content: bytes, token: UUID | None = None) -> Evidence:
    """Keep a file with the report. What it is is told from its content; `by` is None when the supplier sends it."""

    def make():
        row = _writable(report)
        try:
            found = recognise(filename, content)
        except FileRefused as error:
            raise ValidationError({"file": str(error)}) from error
        return _kept(row, own_name(filename), content, token, by, found.content_type)

    return make_once(Evidence, token, make)


@action
def remove_evidence(*, by, report: ReportRequest, evidence: Evidence) -> None:
    """Take a file away that has not been sent in yet."""
    row = _writable(report)
    if row.received_at and evidence.created_at <= row.received_at:
        raise ValidationError(FILE_SENT)
    storage, name = evidence.file.storage, evidence.file.name
    evidence.delete()
    transaction.on_commit(partial(storage.delete, name))


def _writable(report: ReportRequest) -> ReportRequest:
    row = locked(report)
    if row.state not in WRITABLE:
        raise Settled(SENT.format(state=row.get_state_display()))
    return row


def _refuse_gaps(row: ReportRequest, requirements) -> None:
    work = Work(row.period_from, row.period_to)
    found = [
        NOT_WHOLE.format(requirement=requirement, problem=problem.text)
        for requirement in requirements
        for problem in problems(line_of(draft_line(row, requirement)), unit(requirement), work)
    ]
    if found:
        raise ValidationError(found)


def _line_values(typed: dict) -> dict:
    empty = {"offered": None, "filled": None, "hours": None, "full_time_months": None}
    empty |= {"unfilled_reason": "", "has_documented_attempts": False, "attempts": ""}
    return empty | typed


def _keep_placements(row: ReportRequest) -> None:
    """Every placement that was answered, and none that was not: an answer taken back is gone."""
    held = {each.placement_id: each for each in row.placements.all()}
    answered = set()
    for placement in placements_of(row):
        typed = draft_placement(row, placement)
        if typed.get("answer"):
            empty = {"starts_month": None, "extent_percent": None, "ended_month": None}
            change(held.get(placement.pk) or PlacementLine(request=row, placement=placement), empty | typed)
            answered.add(placement.pk)
    for key in set(held) - answered:
        held[key].delete()


def _kept(row, name, content, token, by, content_type) -> Evidence:
    digest = hashlib.sha256(content).hexdigest()
    if row.evidence.count() >= MOST_FILES:
        raise ValidationError({"file": TOO_MANY})
    if row.evidence.filter(title=name, sha256=digest).exists():
        raise ValidationError({"file": NO_COPY.format(name=name)})
    made = Evidence(request=row, uploaded_by=by, size=len(content), sha256=digest)
    if token:
        made.token = token
    made.file = ContentFile(content, name=name)
    try:
        change(made, {"title": name, "content_type": content_type})
    except ValidationError as error:
        if "title" in error.message_dict:
            raise ValidationError({"file": NUMBER_IN_NAME.format(name=name)}) from error
        raise
    except Exception:
        # The row is rolled back; the file must not stay without it.
        made.file.storage.delete(made.file.name)
        raise
    return made
