"""History by database triggers and a privacy class for every field, in one decorator."""

from collections.abc import Callable

import pghistory
import pgtrigger
from django.db.models import Model

PRIVACY_CLASSES = ("plain", "personal", "secret")


def audited(
    *, plain: str = "", personal: str = "", secret: str = "", unrecorded: str = "", is_bulk: bool = False
) -> Callable[[type[Model]], type[Model]]:
    """Record every insert, update and delete of a model's rows, and say how sensitive each field is.

    Each argument is a string of field names between blanks. `plain` fields may stand on any page the row may;
    `personal` ones name or reach a person; `secret` ones are never shown and are left out of the history.
    `unrecorded` ones are plain and left out because they say nothing lasting, like the progress of a job.
    `is_bulk` is for rows that come and go by the thousand: one trigger call per statement costs a third of one per row.
    The history is append-only and written by triggers, so bulk writes and raw SQL are in it too.
    """
    classes = {"plain": f"{plain} {unrecorded}", "personal": personal, "secret": secret}

    def decorate(model: type[Model]) -> type[Model]:
        model.field_privacy = {name: kind for kind, names in classes.items() for name in names.split()}
        level = pgtrigger.Statement if is_bulk else pgtrigger.Row
        generated = [field.name for field in model._meta.local_fields if field.generated]
        return pghistory.track(
            pghistory.InsertEvent(level=level),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(level=level),
            exclude=[*generated, *secret.split(), *unrecorded.split()] or None,
        )(model)

    return decorate
