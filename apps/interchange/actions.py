"""An import's way from file to register and back. Every step is one transaction and one move in the state table."""

import uuid
from collections.abc import Callable
from datetime import datetime

import pghistory
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone

from apps.accounts.models import Organisation, User
from apps.core import personal_numbers
from apps.core.actions import action, make_once
from apps.interchange import mapping, reading, skipped
from apps.interchange.choices import TRANSITIONS, BatchState, ImportKind, RowStatus
from apps.interchange.importer import RowResult, counts
from apps.interchange.kinds import KINDS, Kind
from apps.interchange.labels import normalise_label
from apps.interchange.limits import shown_name
from apps.interchange.models import ColumnMapping, ImportBatch, ImportRow
from apps.interchange.reading import ReadingError, Sheet

BACKGROUND_ROWS = 500  # longer files are checked and imported by a worker


@action
def upload(
    *,
    by: User | None,
    organisation: Organisation,
    filename: str,
    content: bytes,
    token: uuid.UUID | None = None,
    kind: str = ImportKind.REGISTER,
) -> ImportBatch:
    """Take a file of a kind in, with the columns proposed or remembered.

    Raises ValidationError when it cannot be read.
    """
    try:
        sheets = reading.read(content, filename)
    except ReadingError as error:
        raise ValidationError({"file": str(error)}) from error
    name = personal_numbers.mask(shown_name(filename))
    if not any(sheet.rows for sheet in sheets):
        what = ImportKind(kind).label
        raise ValidationError({"file": f"Filen ”{name}” har rubriker men inga rader; välj en fil med {what} i."})

    def make() -> ImportBatch:
        return ImportBatch.objects.create(
            organisation=organisation,
            kind=kind,
            filename=name,
            content=content,
            mapping=proposed_mapping(organisation, sheets, KINDS[kind]),
            progress_total=sum(len(sheet.rows) for sheet in sheets),
            created_by=by,
            token=token,
            is_demo=organisation.is_demo,
        )

    return make_once(ImportBatch, token, make)


@action
def choose_columns(*, by: User | None, batch: ImportBatch, names: dict[str, str]) -> None:
    """Remember which heading is which field, and ask for a check. `names` is heading to field name.

    Raises ValidationError with the mapping's problems.
    """
    sheets = reading.read(bytes(batch.content), batch.filename)
    kind = KINDS[batch.kind]
    headings = [heading for sheet in sheets for heading in sheet.header]
    try:
        fields = mapping.by_heading(headings, {heading: name for heading, name in names.items() if name}, kind.fields)
    except ValueError as error:
        raise ValidationError(str(error)) from error
    names = {heading: str(field) for heading, field in fields.items()}
    if problems := _mapping_problems(sheets, names, kind):
        raise ValidationError(problems)
    ColumnMapping.objects.update_or_create(
        organisation=batch.organisation, signature=_signature(sheets, kind), defaults={"mapping": names}
    )
    said = {"mapping": names, "skipped": skipped.described(sheets), "message": "", "counts": {}}
    move(batch, BatchState.CHECKING, progress_done=0, **said)


def check(batch: ImportBatch, on_progress: Callable[[int], None] = lambda done: None) -> None:
    """Say row by row what the import would do. Nothing of the register is written."""
    with transaction.atomic():
        results = KINDS[batch.kind].check(batch, _sheets(batch), on_progress)
        batch.rows.all().delete()
        ImportRow.objects.bulk_create([_row(batch, each) for each in results], batch_size=1000)
        move(batch, BatchState.CHECKED, counts=counts(results), progress_done=len(results))


@action
def confirm(*, by: User | None, batch: ImportBatch) -> None:
    """Ask for the import. Raises ValidationError when there is nothing to import."""
    if not batch.counts.get("created") and not batch.counts.get("changed"):
        raise ValidationError("Filen innehåller inget nytt, så det finns inget att importera.")
    move(batch, BatchState.APPLYING, progress_done=0, message="")


def apply(batch: ImportBatch, on_progress: Callable[[int], None] = lambda done: None) -> list[RowResult]:
    """Write the import in one transaction, with its journal; imports of one organisation wait for each other."""
    with transaction.atomic(), pghistory.context(user=batch.created_by_id, url=f"import {batch.pk}"):
        Organisation.objects.select_for_update(of=("self",)).get(pk=batch.organisation_id)
        results = KINDS[batch.kind].write(batch, _sheets(batch), on_progress)
        now = timezone.now()
        done = {"progress_done": len(results), "applied_at": now, "content": b""}
        move(batch, BatchState.APPLIED, counts=counts(results), **done)
    return results


@action
def undo(*, by: User | None, batch: ImportBatch) -> list[str]:
    """Restore exactly the state before the import. Gives the names of companies kept because others use them.

    Raises ValidationError naming each later edit that stands in the way; then nothing is undone.
    """
    Organisation.objects.select_for_update(of=("self",)).get(pk=batch.organisation_id)
    batch.refresh_from_db(fields=["state"])
    if batch.state == BatchState.UNDONE:
        raise ValidationError("Importen är redan ångrad.")
    _refuse_move(batch, BatchState.UNDONE)
    kind = KINDS[batch.kind]
    if found := kind.obstacles(batch):
        raise ValidationError(found)
    kept = kind.take_back(batch, by)
    move(batch, BatchState.UNDONE, undone_at=timezone.now(), undone_by=by)
    return kept


@action
def discard(*, by: User | None, batch: ImportBatch) -> None:
    """Throw a file away that was never imported."""
    batch.rows.all().delete()
    move(batch, BatchState.DISCARDED, content=b"")


def discard_old(before: datetime) -> int:
    """Throw away the uploads from before a time that nobody imported. Gives how many."""
    waiting = [state for state, ways in TRANSITIONS.items() if BatchState.DISCARDED in ways]
    old = ImportBatch.objects.filter(state__in=waiting, created_at__lt=before).defer("content")
    for batch in old:
        discard(by=None, batch=batch)
    return len(old)


def fail(batch: ImportBatch, sentence: str) -> None:
    """Note why a check or an import stopped. Nothing of the register was written."""
    move(batch, BatchState.FAILED, message=sentence)


def proposed_mapping(organisation: Organisation, sheets: list[Sheet], kind: Kind) -> dict[str, str]:
    """Heading to field name: what the organisation chose last time for these headings, else our proposal."""
    remembered = ColumnMapping.objects.filter(organisation=organisation, signature=_signature(sheets, kind)).first()
    if remembered:
        chosen = {normalise_label(heading): name for heading, name in remembered.mapping.items()}
        headings = dict.fromkeys(heading for sheet in sheets for heading in sheet.header)
        return {each: chosen[normalise_label(each)] for each in headings if normalise_label(each) in chosen}
    names: dict[str, str] = {}
    for sheet in sheets:
        for position, field in kind.propose(sheet.header, [row.cells for row in sheet.rows]).items():
            if str(field) not in {names.get(heading) for heading in sheet.header}:
                names.setdefault(sheet.header[position], str(field))
    return names


def move(batch: ImportBatch, state: BatchState, **values) -> None:
    """Move an import along the table of transitions and set what goes with it. Raises ValidationError."""
    _refuse_move(batch, state)
    values["state"] = state
    # The state read is repeated in the condition: of two presses at once only one moves the import.
    moved = ImportBatch.objects.filter(pk=batch.pk, state=batch.state).update(**values)
    if not moved:
        raise ValidationError("Någon annan har just gått vidare med importen. Ladda om sidan.")
    for name, value in values.items():
        setattr(batch, name, value)


def note_progress(batch: ImportBatch, done: int) -> None:
    """Show how far a long check or import has come, on a connection of its own since the work's is not committed."""
    own = connection.copy()
    try:
        with own.cursor() as cursor:
            cursor.execute("UPDATE interchange_importbatch SET progress_done = %s WHERE id = %s", [done, batch.pk])
    finally:
        own.close()


def _refuse_move(batch: ImportBatch, state: BatchState) -> None:
    if state not in TRANSITIONS[BatchState(batch.state)]:
        raise ValidationError(f"Importen är {batch.get_state_display()} och kan inte bli {BatchState(state).label}.")


def _sheets(batch: ImportBatch) -> list[Sheet]:
    return reading.read(bytes(batch.content), batch.filename)


def _mapping_problems(sheets: list[Sheet], names: dict[str, str], kind: Kind) -> list[str]:
    """No sheet may have a field twice, and at least one must have what a row needs."""
    named = [{heading: names[heading] for heading in sheet.header if names.get(heading)} for sheet in sheets]
    fields = [mapping.from_names(sheet.header, each, kind.fields) for sheet, each in zip(sheets, named, strict=True)]
    fields = [each for sheet, each in zip(sheets, fields, strict=True) if sheet.has_table]
    twice = [problem for each in fields for problem in mapping.doubled(each)]
    return twice or min((kind.missing(each) for each in fields), key=len)


def _signature(sheets: list[Sheet], kind: Kind) -> str:
    return mapping.signature([*kind.layout, *(heading for sheet in sheets for heading in sheet.header)])


def _row(batch: ImportBatch, result: RowResult) -> ImportRow:
    details = {"changes": result.changes, "problems": result.problems, "warnings": result.warnings}
    return ImportRow(
        batch=batch,
        sheet=result.sheet[:100],
        number=result.row,
        status=RowStatus(result.status),
        title=result.title[:300],
        details=details,
    )
