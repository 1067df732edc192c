"""Kinds of files, states of an import and of its rows."""

from django.db.models import TextChoices


class ImportKind(TextChoices):
    REGISTER = "register", "avtal"
    PLACEMENTS = "placements", "placeringar"


# Who may import which kind of file.
PERMISSIONS: dict[str, str] = {
    ImportKind.REGISTER: "interchange.import_register",
    ImportKind.PLACEMENTS: "placements.change_placement",
}


class BatchState(TextChoices):
    UPLOADED = "uploaded", "kolumner ska väljas"
    CHECKING = "checking", "kontrolleras"
    CHECKED = "checked", "väntar på att du importerar"
    APPLYING = "applying", "importeras"
    APPLIED = "applied", "importerad"
    UNDONE = "undone", "ångrad"
    DISCARDED = "discarded", "kastad"
    FAILED = "failed", "misslyckad"


# The only ways an import moves. A failed check or import can be taken up again from the columns.
TRANSITIONS: dict[BatchState, frozenset[BatchState]] = {
    BatchState.UPLOADED: frozenset({BatchState.CHECKING, BatchState.DISCARDED}),
    BatchState.CHECKING: frozenset({BatchState.CHECKED, BatchState.FAILED}),
    BatchState.CHECKED: frozenset({BatchState.CHECKING, BatchState.APPLYING, BatchState.DISCARDED}),
    BatchState.APPLYING: frozenset({BatchState.APPLIED, BatchState.FAILED}),
    BatchState.APPLIED: frozenset({BatchState.UNDONE}),
    BatchState.FAILED: frozenset({BatchState.CHECKING, BatchState.DISCARDED}),
    BatchState.UNDONE: frozenset(),
    BatchState.DISCARDED: frozenset(),
}


class RowStatus(TextChoices):
    NEW = "new", "ny"
    CHANGED = "changed", "ändrad"
    UNCHANGED = "unchanged", "oförändrad"
    PROBLEM = "problem", "problem"
