"""Writes of what is kept beside a consultation: documents and comments. All raise ValidationError in Swedish."""

import hashlib
from functools import partial
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction

from apps.core.actions import action, change, make_once
from apps.mbl import parties
from apps.mbl.actions import locked, refuse_outsider
from apps.mbl.choices import DocumentKind, State
from apps.mbl.file_types import FileRefused, own_name, recognise
from apps.mbl.models import Comment, Consultation, Document

NUMBER_IN_NAME = "Filens namn ”{name}” innehåller något som ser ut som ett personnummer. Döp om filen och försök igen."
NO_COPY = "Filen ”{name}” finns redan i förhandlingen. Döp om den, om det är en annan."
CLOSED = "Förhandlingen är avslutad, så dess handlingar tas inte bort."
NOT_A_PARTY = "Bara den beställande förvaltningen och den fackliga organisationen kommenterar förhandlingen."


@action
def add_document(
    *,
    by,
    consultation: Consultation,
    filename: str,
    content: bytes,
    kind: DocumentKind,
    is_shared: bool,
    token: UUID | None = None,
) -> Document:
    """Keep a file with a consultation, for the department. What it is is told from the content (`file_types`)."""

    def make():
        row = locked(consultation)
        refuse_outsider(by, row.department)
        try:
            found = recognise(filename, content)
        except FileRefused as error:
            raise ValidationError({"file": str(error)}) from error
        return _kept(row, own_name(filename), content, token, kind, is_shared, by, found.content_type)

    return make_once(Document, token, make)


@action
def delete_document(*, by, document: Document) -> None:
    """Take a document away, while the consultation is not closed."""
    row = locked(document.consultation)
    refuse_outsider(by, row.department)
    if row.state == State.CLOSED:
        raise ValidationError(CLOSED)
    storage, name = document.file.storage, document.file.name
    document.delete()
    transaction.on_commit(partial(storage.delete, name))


@action
def comment(*, by, consultation: Consultation, text: str, token: UUID | None = None) -> Comment:
    """Write a comment that both sides see; either side may."""

    def make():
        row = Consultation.objects.select_related("union", "department").get(pk=consultation.pk)
        if not (parties.may_act(by, row) or parties.speaks_for(by, row)):
            raise ValidationError(NOT_A_PARTY)
        made = Comment(consultation=row, by=by, token=token)
        change(made, {"text": text.strip()})
        return made

    return make_once(Comment, token, make)


def _kept(row, name, content, token, kind, is_shared, by, content_type) -> Document:
    digest = hashlib.sha256(content).hexdigest()
    if row.documents.filter(title=name, sha256=digest).exists():
        raise ValidationError({"file": NO_COPY.format(name=name)})
    made = Document(consultation=row, uploaded_by=by, token=token, size=len(content), sha256=digest)
    made.file = ContentFile(content, name=name)
    try:
        change(made, {"title": name, "kind": kind, "is_shared": is_shared, "content_type": content_type})
    except ValidationError as error:
        if "title" in error.message_dict:
            raise ValidationError({"file": NUMBER_IN_NAME.format(name=name)}) from error
        raise
    except Exception:
        # The row is rolled back; the file must not stay without it.
        made.file.storage.delete(made.file.name)
        raise
    return made
