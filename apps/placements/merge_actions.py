"""Two codes that turned out to be one resident: merged, and taken apart again."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from apps.accounts.models import User
from apps.core.actions import action
from apps.placements.choices import LEFT_STATES
from apps.placements.models import Consent, Participant, ParticipantMerge, Placement, Waiting
from apps.placements.participant_actions import current, lock


@action
def merge_participants(*, by: User, kept: Participant, merged: Participant) -> ParticipantMerge:
    """Move everything of `merged` to `kept`, whose code stays; `merged`'s code leads there from now on.

    Raises ValidationError when both were at the same place from the same day, wait, or have references of their own.
    """
    lock(kept.organisation_id)
    kept, merged = current(by, kept), current(by, merged)
    _check(kept, merged)
    merge = ParticipantMerge(organisation=kept.organisation, kept=kept, merged=merged, made_by=by)
    for name, model in _MOVED.items():
        rows = model.objects.filter(participant=merged)
        setattr(merge, name, list(rows.order_by("pk").values_list("pk", flat=True)))
        rows.update(participant=kept)
    merge.case_reference = _move_reference(merged, kept) if not kept.case_reference else ""
    merged.merged_into = kept
    merged.save(update_fields=["merged_into"])
    # A code that never was placed has nothing to move, and an empty list is not "blank".
    merge.full_clean(exclude=list(_MOVED))
    merge.save()
    return merge


@action
def undo_merge(*, by: User, merge: ParticipantMerge, now: datetime) -> ParticipantMerge:
    """Give the merged code back what it had; what came after the merge stays. A second time changes nothing."""
    lock(merge.organisation_id)
    merge = ParticipantMerge.objects.select_related("merged").get(pk=merge.pk)
    if merge.undone_at:
        return merge
    kept, merged = current(by, merge.kept), merge.merged
    if merged.code is None:
        raise ValidationError("Koden som slogs ihop är gallrad, så sammanslagningen kan inte längre ångras.")
    for name, model in _MOVED.items():
        model.objects.filter(pk__in=getattr(merge, name), participant=kept).update(participant=merged)
    if merge.case_reference and kept.case_reference == merge.case_reference:
        _move_reference(kept, merged)
    # Hidden from the others as before, also when the protection came after the merge.
    merged.is_protected, merged.matcher = kept.is_protected, kept.matcher
    merged.merged_into = None
    merged.full_clean()
    merged.save(update_fields=["merged_into", "is_protected", "matcher"])
    merge.undone_by, merge.undone_at = by, now
    merge.save(update_fields=["undone_by", "undone_at"])
    return merge


_MOVED = {"placement_ids": Placement, "consent_ids": Consent, "waiting_ids": Waiting}


def _check(kept: Participant, merged: Participant) -> None:
    if kept == merged:
        raise ValidationError({"code": f"{merged} är den här deltagaren. Ange den andra koden."})
    if kept.organisation_id != merged.organisation_id:
        raise ValidationError({"code": f"Koden {merged} finns inte i {kept.organisation}. Läs av den igen."})
    if kept.is_protected != merged.is_protected:
        sentence = "Bara den ena koden har skyddade uppgifter. Skydda även den andra först."
        raise ValidationError({"code": sentence})
    if kept.case_reference and merged.case_reference:
        sentence = f"{kept} och {merged} har var sin referens. Töm den som är fel först, om det är samma invånare."
        raise ValidationError({"code": sentence})
    if _waits(kept) and _waits(merged):
        raise ValidationError({"code": f"Både {kept} och {merged} väntar på plats. Avsluta den ena väntan först."})
    if pair := _same_place(kept, merged):
        sentence = f"{pair[0]} och {pair[1]} är på samma avtal och börjar samma dag. Ångra eller ändra den ena först."
        raise ValidationError({"code": sentence})


def _waits(participant: Participant) -> bool:
    return Waiting.objects.filter(participant=participant, ended_on=None).exists()


def _same_place(kept: Participant, merged: Participant) -> tuple[Placement, Placement] | None:
    """The first two placements that the same resident cannot both have."""
    theirs = {_place(each): each for each in _standing(merged)}
    return next(((each, theirs[_place(each)]) for each in _standing(kept) if _place(each) in theirs), None)


def _standing(participant: Participant) -> QuerySet:
    dated = Placement.objects.standing().filter(participant=participant, starts_on__isnull=False)
    return dated.exclude(state__in=LEFT_STATES).order_by("number")


def _place(placement: Placement) -> tuple:
    return placement.contract_id, placement.supplier_id, placement.starts_on


def _move_reference(giver: Participant, taker: Participant) -> str:
    """Move the case reference, which only one row may have at a time."""
    reference = giver.case_reference
    giver.case_reference = ""
    giver.save(update_fields=["case_reference"])
    taker.case_reference = reference
    taker.save(update_fields=["case_reference"])
    return reference
