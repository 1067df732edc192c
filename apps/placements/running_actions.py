"""What happens to placements that go on: extended, paused and resumed; and several ended or extended at once."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.accounts.models import User
from apps.core.actions import Conflict, action, refuse_stale
from apps.placements import following
from apps.placements.actions import end_placement
from apps.placements.choices import PlacementState
from apps.placements.models import Pause, Placement
from apps.placements.participant_actions import lock
from apps.placements.placing import check, standing

LAST = date.max
NOT_BACK = (
    "Dagen {day} måste ligga efter avbrottets första dag {first}. "
    "Blev det inget avbrott, ta bort det på placeringens sida."
)


@action
def extend_placement(
    *, by: User, placement: Placement, planned_end_on: date, today: date, version: str | None = None
) -> Placement:
    """Give a placement a later planned end; the same end once more changes nothing.

    Raises ValidationError by field, and Conflict when the row is no longer what `version` was made from.
    """
    lock(placement.organisation_id)
    placement = standing(placement)
    if placement.planned_end_on == planned_end_on:
        return placement
    refuse_stale(placement, version)
    if placement.state not in (PlacementState.STARTED, PlacementState.MATCHED):
        raise ValidationError(f"{placement} kan inte förlängas: läget är ”{placement.state_text}”.")
    _refuse_shorter(placement, planned_end_on)
    placement.planned_end_on = planned_end_on
    check(placement, today)
    placement.full_clean()
    placement.save(update_fields=["planned_end_on"])
    return placement


@action
def pause_placement(
    *, by: User, placement: Placement, from_on: date, today: date, token: UUID, to_on: date | None = None
) -> Pause:
    """Let a placement rest for some days, or until it is resumed. The same token again gives the pause it made."""
    lock(placement.organisation_id)
    if first := Pause.objects.filter(token=token, placement=placement).first():
        return first
    placement = standing(placement)
    if placement.state not in (PlacementState.STARTED, PlacementState.ENDED):
        raise ValidationError(f"{placement} har inte börjat och kan därför inte göra avbrott.")
    pause = Pause(placement=placement, from_on=from_on, to_on=to_on, created_by=by, token=token)
    _check_pause(pause, today)
    pause.full_clean()
    pause.save()
    return pause


@action
def correct_pause(
    *, by: User, pause: Pause, from_on: date, today: date, to_on: date | None = None, version: str | None = None
) -> Pause:
    """Give a pause other days; the history keeps the old ones. Raises as `pause_placement`, and Conflict."""
    lock(pause.placement.organisation_id)
    standing(pause.placement)
    pause = Pause.objects.select_related("placement").get(pk=pause.pk)
    refuse_stale(pause, version)
    pause.from_on, pause.to_on = from_on, to_on
    _check_pause(pause, today)
    pause.full_clean()
    pause.save(update_fields=["from_on", "to_on"])
    return pause


@action
def remove_pause(*, by: User, pause: Pause) -> Placement:
    """Take away a pause that never was; the history keeps that it was noted."""
    lock(pause.placement.organisation_id)
    placement = standing(pause.placement)
    pause.delete()
    return placement


@action
def resume_placement(*, by: User, placement: Placement, back_on: date, today: date) -> Pause:
    """Close the open pause: `back_on` is the first day at work again. Raises ValidationError when none is open."""
    lock(placement.organisation_id)
    placement = standing(placement)
    pause = placement.pauses.filter(to_on=None).first()
    last_day = back_on - timedelta(days=1)
    if pause is None:
        if again := placement.pauses.filter(to_on=last_day).first():
            return again
        raise ValidationError(f"{placement} har inget avbrott som pågår.")
    if back_on <= pause.from_on:
        raise ValidationError({"back_on": NOT_BACK.format(day=back_on, first=pause.from_on)})
    if back_on > today:
        raise ValidationError({"back_on": f"Dagen {back_on} har inte varit ännu. Ange den när deltagaren är tillbaka."})
    pause.to_on = last_day
    pause.full_clean()
    pause.save(update_fields=["to_on"])
    return pause


@action
def end_several(
    *, by: User, placements: Sequence[Placement], ended_on: date, end_reason: str, today: date, seen: dict[int, str]
) -> list[Placement]:
    """End all of them the same day in the same way, or none. `seen` is each one's version by key."""
    values = {"ended_on": ended_on, "end_reason": end_reason, "today": today, "is_one_of_many": True}
    done = _each(placements, lambda one: end_placement(by=by, placement=one, version=seen.get(one.pk), **values))
    following.ended(done, today)
    return done


@action
def extend_several(
    *, by: User, placements: Sequence[Placement], planned_end_on: date, today: date, seen: dict[int, str]
) -> list[Placement]:
    """Give all of them the same later planned end, or none. `seen` is each one's version by key."""
    values = {"planned_end_on": planned_end_on, "today": today}
    return _each(placements, lambda one: extend_placement(by=by, placement=one, version=seen.get(one.pk), **values))


def _each(placements: Sequence[Placement], act) -> list[Placement]:
    """What `act` gives for each; every refusal names its placement, and one is enough to stop them all."""
    done, problems = [], []
    for placement in placements:
        try:
            done.append(act(placement))
        except ValidationError as refusal:
            problems += [f"{placement}: {sentence}" for sentence in refusal.messages]
        except Conflict:
            problems.append(f"{placement}: någon annan har ändrat placeringen sedan du öppnade sidan.")
    if problems:
        raise ValidationError(problems)
    return done


def _refuse_shorter(placement: Placement, planned_end_on: date) -> None:
    now = placement.planned_end_on
    if now and planned_end_on < now:
        raise ValidationError(
            {"planned_end_on": f"Dagen {planned_end_on} ligger före det planerade slutet {now}. Välj Ändra i stället."}
        )


def _check_pause(pause: Pause, today: date) -> None:
    placement = pause.placement
    if pause.from_on < placement.started_on:
        sentence = f"Avbrottet {pause.from_on} börjar före placeringens start {placement.started_on}."
        raise ValidationError({"from_on": sentence})
    if placement.ended_on and (pause.to_on or LAST) > placement.ended_on:
        sentence = f"Placeringen slutade {placement.ended_on}. Ange en sista dag som inte ligger efter det."
        raise ValidationError({"to_on": sentence})
    if pause.from_on > today + timedelta(days=366):
        raise ValidationError({"from_on": f"Dagen {pause.from_on} ligger mer än ett år framåt. Kontrollera året."})
    for other in placement.pauses.exclude(pk=pause.pk):
        if other.from_on <= (pause.to_on or LAST) and pause.from_on <= (other.to_on or LAST):
            until = f"till {other.to_on}" if other.to_on else "och pågår"
            raise ValidationError({"from_on": f"Ett annat avbrott började {other.from_on} {until}. Välj andra dagar."})
