"""What an import of placements did, and how it is taken back: placements are undone, never deleted."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils import timezone

from apps.accounts.models import User
from apps.interchange import journal
from apps.interchange.choices import BatchState
from apps.interchange.models import ImportBatch, ImportChange
from apps.placements import actions
from apps.placements.models import Disclosure, FollowUp, Participant, Pause, Placement, Waiting

PLACEMENT, PARTICIPANT, WAITING = (model._meta.label_lower for model in (Placement, Participant, Waiting))
# What a person has added to a placement since it was imported.
_ADDED = (
    (Pause, "ett avbrott", Q()),
    (Disclosure, "ett utlämnande", Q()),
    (FollowUp, "en uppföljning", Q(answered_on__isnull=False)),
)


def record(
    batch: ImportBatch,
    placements: list[tuple[Placement, list | None]],
    participants: list[Participant],
    waiting: set[int],
) -> None:
    """Note what was made; `waiting` are the keys of those who waited before."""
    stored = Placement.objects.in_bulk([placement.pk for placement, _ in placements])
    changes = [
        _change(batch, PLACEMENT, each.pk, {"values": journal.values_of(stored[each.pk]), "line": line})
        for each, line in placements
    ]
    changes += [_change(batch, PARTICIPANT, each.pk, {}) for each in participants]
    for each in Waiting.objects.filter(pk__in=waiting, ended_on__isnull=False):
        changes.append(_change(batch, WAITING, each.pk, {"ended_on": str(each.ended_on)}))
    ImportChange.objects.bulk_create(changes, batch_size=1000)


def waiting_in(organisation_id: int) -> set[int]:
    """Keys of the rows that say that somebody waits for a place."""
    rows = Waiting.objects.filter(participant__organisation=organisation_id, ended_on=None)
    return set(rows.values_list("pk", flat=True))


def nameless_of(organisation_id: int) -> dict[tuple, list[Placement]]:
    """Standing placements that imports made of rows without code and reference, by what the row said.

    So a file that comes a second time is known again, also when somebody has corrected the placements since.
    """
    changes = ImportChange.objects.filter(
        batch__organisation=organisation_id, batch__state=BatchState.APPLIED, model=PLACEMENT
    )
    lines = {int(each.object_id): tuple(each.after["line"]) for each in changes if each.after["line"]}
    found = defaultdict(list)
    for placement in Placement.objects.standing().filter(pk__in=lines).order_by("-number"):
        found[lines[placement.pk]].append(placement)
    return found


def obstacles(batch: ImportBatch) -> list[str]:
    """What somebody has changed since, as Swedish sentences. A placement that was taken back alone is none."""
    placements = _placements(batch).select_for_update(of=("self",)).in_bulk()
    made = {int(each.object_id): each.after["values"] for each in batch.changes.filter(model=PLACEMENT)}
    edited = [each for pk, each in placements.items() if journal.values_of(each) != made[pk]]
    found = [f"Placering {each} har ändrats efter importen." for each in edited]
    for model, thing, which in _ADDED:
        rows = model.objects.filter(which, placement__in=placements).select_related("placement")
        found += [f"Placering {row.placement} har fått {thing} efter importen." for row in rows]
    return list(dict.fromkeys(found))


def take_back(batch: ImportBatch, by: User) -> list[str]:
    """Undo the placements, and let those wait again who waited before. The new participants keep their codes."""
    now = timezone.now()
    for placement in _placements(batch):
        actions.take_back_placement(by=by, placement=placement, now=now)
    ended = {int(each.object_id): each.after["ended_on"] for each in batch.changes.filter(model=WAITING)}
    for waiting in Waiting.objects.filter(pk__in=ended):
        is_waiting_again = Waiting.objects.filter(participant=waiting.participant_id, ended_on=None).exists()
        if str(waiting.ended_on) == ended[waiting.pk] and not is_waiting_again:
            waiting.ended_on = None
            waiting.save(update_fields=["ended_on"])
    return []


def new_codes(batch: ImportBatch, user: User) -> QuerySet[Placement]:
    """The import's standing placements of participants it made, with `shown_code`; those whose code the user sees."""
    participants = batch.changes.filter(model=PARTICIPANT).values_list("object_id", flat=True)
    made = _placements(batch).filter(participant__in=[int(pk) for pk in participants])
    return made.with_code_for(user).exclude(shown_code="").select_related("supplier").order_by("number")


def _placements(batch: ImportBatch) -> QuerySet[Placement]:
    pks: Iterable[str] = batch.changes.filter(model=PLACEMENT).values_list("object_id", flat=True)
    return Placement.objects.standing().filter(pk__in=[int(pk) for pk in pks])


def _change(batch: ImportBatch, model: str, pk: int, after: dict) -> ImportChange:
    return ImportChange(batch=batch, model=model, object_id=str(pk), before=None, after=after)
