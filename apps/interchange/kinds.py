"""The kinds of files that the wizard takes, each with its fields and what is done with its rows."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from apps.accounts.models import Organisation, User
from apps.interchange import (
    journal,
    mapping,
    placement_fields,
    placement_import,
    placement_journal,
    register_import,
)
from apps.interchange.choices import PERMISSIONS, ImportKind
from apps.interchange.importer import RowResult
from apps.interchange.models import ImportBatch
from apps.interchange.reading import Sheet

Rows = Callable[[ImportBatch, list[Sheet], Callable[[int], None]], list[RowResult]]


@dataclass(frozen=True)
class Kind:
    """`fields` are what a column can be, with `label`; `layout` tells its remembered columns from another kind's.

    `check` says what each row would do and leaves no trace, `write` does it. `obstacles` names what stands in the way
    of taking an import back, `take_back` does it and gives the names of what was kept.
    """

    fields: type[StrEnum]
    layout: tuple[str, ...]
    propose: Callable[..., dict[int, Any]]
    missing: Callable[[dict[int, Any]], list[str]]
    check: Rows
    write: Rows
    obstacles: Callable[[ImportBatch], list[str]]
    take_back: Callable[[ImportBatch, User | None], list[str]]


KINDS: dict[str, Kind] = {
    ImportKind.REGISTER: Kind(
        fields=mapping.Field,
        layout=(),
        propose=mapping.propose,
        missing=mapping.missing,
        check=register_import.check,
        write=register_import.write,
        obstacles=journal.obstacles,
        take_back=register_import.take_back,
    ),
    ImportKind.PLACEMENTS: Kind(
        fields=placement_fields.PlacementField,
        layout=(ImportKind.PLACEMENTS,),
        propose=placement_fields.propose,
        missing=placement_fields.missing,
        check=placement_import.check,
        write=placement_import.write,
        obstacles=placement_journal.obstacles,
        take_back=placement_journal.take_back,
    ),
}


def kinds_for(user: User, organisation: Organisation | None) -> list[ImportKind]:
    """What the user may import to the organisation; without one, to any."""
    return [ImportKind(kind) for kind, perm in PERMISSIONS.items() if user.has_perm(perm, organisation)]
