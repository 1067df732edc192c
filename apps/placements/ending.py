"""What follows of an end: open pauses are closed and follow-ups planned; once there is no end, they are stopped."""

from datetime import date

from django.core.exceptions import ValidationError

from apps.placements import outcomes
from apps.placements.choices import ConsentPurpose, PlacementState
from apps.placements.models import Consent, FollowUp, MatchingSettings, Placement
from apps.placements.models.participant import default_follow_ups


def settle(placement: Placement, today: date) -> None:
    """Make pauses and follow-ups fit the end that the saved placement has, or has no longer. Call under the lock.

    Raises ValidationError for `ended_on` when a pause begins after it.
    """
    if placement.state == PlacementState.ENDED:
        _close_pauses(placement)
        _plan_follow_ups(placement)
    else:
        placement.follow_ups.filter(answered_on=None, stopped_on=None).update(stopped_on=today)


def _close_pauses(placement: Placement) -> None:
    last = placement.pauses.order_by("from_on").last()
    if last and last.from_on > placement.ended_on:
        raise ValidationError(
            {"ended_on": f"Slutdatumet {placement.ended_on} ligger före avbrottet som började {last.from_on}."}
        )
    if last and (last.to_on is None or last.to_on > placement.ended_on):
        last.to_on = placement.ended_on
        last.save(update_fields=["to_on"])


def _plan_follow_ups(placement: Placement) -> None:
    """One for each month that the organisation asks at; a corrected end moves those that wait.

    Nothing is planned or opened again for a resident who has withdrawn the consent (fact 36).
    """
    organisation = MatchingSettings.objects.filter(organisation=placement.organisation_id).first()
    months = organisation.follow_up_months if organisation else default_follow_ups()
    is_withdrawn = _has_withdrawn(placement)
    known = {each.months: each for each in placement.follow_ups.all()}
    for number, due_on in outcomes.follow_up_days(placement.ended_on, [*months, *known]).items():
        if follow_up := known.get(number):
            if follow_up.answered_on:
                continue
            follow_up.due_on = due_on
            follow_up.stopped_on = follow_up.stopped_on if is_withdrawn else None
            follow_up.save(update_fields=["due_on", "stopped_on"])
        elif not is_withdrawn:
            FollowUp.objects.create(placement=placement, months=number, due_on=due_on, is_demo=placement.is_demo)


def _has_withdrawn(placement: Placement) -> bool:
    given = Consent.objects.filter(participant=placement.participant_id, purpose=ConsentPurpose.FOLLOW_UP)
    last = given.order_by("given_on", "pk").last()
    return last is not None and last.withdrawn_on is not None
