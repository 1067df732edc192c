"""What every write has in common: one transaction, a name in the history, sentences instead of database errors."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

import pghistory
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model


class Conflict(Exception):
    """Somebody else saved the row after the form was opened; `current` is the row as it now stands."""

    def __init__(self, current: Model):
        super().__init__("saved by somebody else")
        self.current = current


def action(function: Callable) -> Callable:
    """Run `function(*, by, …)` in one transaction, with `by` (a user or None) as the author in the history.

    A constraint that only the database saw, because two requests ran at once, becomes the ValidationError that
    `full_clean` would have raised.
    """

    @wraps(function)
    def run(*, by, **arguments):
        try:
            with transaction.atomic(), pghistory.context(**({"user": by.pk} if by else {})):
                return function(by=by, **arguments)
        except IntegrityError as error:
            sentence = _sentence_of(error)
            if not sentence:
                raise
            raise ValidationError(sentence) from error

    return run


def make_once(model: type[Model], token: UUID | None, make: Callable[[], Model]) -> Model:
    """What `make()` gives, or the row that the same form made already: a double click makes one row.

    The model has a unique `token`, which `make` stores.
    """
    made = model.objects.filter(token=token).first() if token else None
    if made:
        return made
    try:
        with transaction.atomic():
            return make()
    except IntegrityError:
        made = model.objects.filter(token=token).first() if token else None
        if made is None:
            raise
        return made


def change(row: Model, values: dict[str, Any]) -> None:
    """Set the fields of a row, check it whole and save it. Raises ValidationError."""
    for name, value in values.items():
        setattr(row, name, value)
    row.full_clean()
    row.save()


def version_of(row: Model, *related: Any) -> str:
    """A short name of the row's content. It changes when a value changes; `related` are further values that count."""
    fields = [field for field in row._meta.concrete_fields if not field.generated and field.name != "updated_at"]
    content = repr(
        [(field.name, str(field.value_from_object(row))) for field in fields] + [str(each) for each in related]
    )
    return hashlib.sha256(content.encode()).hexdigest()[:32]


# What a form carries that was opened before there was any row.
NO_ROW = "ingen rad"


def refuse_stale(row: Model, seen: str | None, *related: Any) -> None:
    """Raise Conflict when the row is no longer what the form was filled in from; None means nobody looked."""
    if seen is not None and seen != version_of(row, *related):
        raise Conflict(row)


def _sentence_of(error: IntegrityError) -> str:
    """The Swedish sentence of the named constraint behind a database error, empty when it is none of ours.

    Our own triggers carry their sentence as the error's hint.
    """
    told = getattr(error.__cause__, "diag", None)
    name = getattr(told, "constraint_name", None)
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.name == name:
                return str(constraint.violation_error_message)
    return getattr(told, "message_hint", None) or ""
