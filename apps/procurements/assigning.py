"""Giving many procurements a responsible officer in one act, and taking that act back."""

from collections.abc import Sequence
from uuid import UUID

import pghistory
from django.core.exceptions import ValidationError

from apps.accounts.models import User
from apps.core.actions import action, change
from apps.procurements.models import Procurement, ProcurementEvent
from apps.procurements.queries import CHANGE

ASSIGN = "assign"
NOTHING_TO_UNDO = "Det finns ingen tilldelning att ångra."
CHANGED_SINCE = "Ansvarig har ändrats efter tilldelningen för {names}, så den kan inte ångras. Ändra upphandlingarna."


class Stale(Exception):
    """Somebody else changed who is responsible for these after the list was read."""

    def __init__(self, rows: list[Procurement]):
        super().__init__("changed by somebody else")
        self.rows = rows


@action
def assign(*, by, procurements: Sequence[Procurement], responsible: User, seen: dict[int, int | None]) -> UUID | None:
    """Make a person responsible for all of them; the name of the act, or None when nothing changed.

    `seen` is who was responsible, by procurement, when the page was shown. Raises `Stale` when somebody has changed
    that to another person since: then nothing is done. Twice changes nothing.
    """
    rows = _locked([row.pk for row in procurements])
    moved = [row for row in rows if row.responsible_id not in (responsible.pk, seen.get(row.pk))]
    if moved:
        raise Stale(moved)
    changed = [row for row in rows if row.responsible_id != responsible.pk]
    with pghistory.context(**{ASSIGN: True}):
        for row in changed:
            change(row, {"responsible": responsible})
    if not changed:
        return None
    return ProcurementEvent.objects.filter(pgh_obj_id=changed[0].pk).latest("pgh_id").pgh_context_id


@action
def undo(*, by, assignment: UUID) -> int:
    """Restore who was responsible before an assignment of one's own; how many. Refused when any has changed since."""
    events = list(ProcurementEvent.objects.filter(pgh_context_id=assignment).select_related("pgh_context"))
    if not events or not _is_own(events[0], by):
        raise ValidationError(NOTHING_TO_UNDO)
    rows = {row.pk: row for row in _locked([event.pgh_obj_id for event in events])}
    if set(rows) != set(Procurement.objects.visible_to(by, CHANGE).filter(pk__in=rows).values_list("pk", flat=True)):
        raise ValidationError(NOTHING_TO_UNDO)
    before = {event.pgh_obj_id: _before(event) for event in events}
    wanted = {event.pgh_obj_id: event.responsible_id for event in events}
    moved = [row for key, row in rows.items() if row.responsible_id not in (wanted[key], before[key])]
    if moved:
        raise ValidationError(CHANGED_SINCE.format(names=", ".join(map(str, moved))))
    for key, row in rows.items():
        change(row, {"responsible_id": before[key]})
    return len(rows)


def _locked(keys: list[int]) -> list[Procurement]:
    return list(Procurement.objects.select_for_update().filter(pk__in=keys).order_by("pk"))


def _is_own(event: ProcurementEvent, by) -> bool:
    metadata = event.pgh_context.metadata if event.pgh_context else {}
    return bool(metadata.get(ASSIGN)) and by is not None and metadata.get("user") == by.pk


def _before(event: ProcurementEvent) -> int | None:
    earlier = ProcurementEvent.objects.filter(pgh_obj_id=event.pgh_obj_id, pgh_id__lt=event.pgh_id)
    return earlier.order_by("-pgh_id").values_list("responsible_id", flat=True).first()
