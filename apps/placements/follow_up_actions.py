"""What is heard of a resident some months after a placement. Follow-ups are planned and stopped by `ending`."""

from datetime import date

from django.core.exceptions import ValidationError

from apps.accounts.models import User
from apps.core.actions import action, refuse_stale
from apps.placements.models import FollowUp
from apps.placements.participant_actions import current, lock


@action
def answer_follow_up(
    *, by: User, follow_up: FollowUp, situation: str, today: date, version: str | None = None
) -> FollowUp:
    """Note what the resident does now (choices.Situation), or correct it; the day of the first answer stays.

    The same answer again changes nothing. Raises ValidationError when the follow-up was stopped, its placement undone
    or not ended, and when somebody else's resident is protected; Conflict as `placements.actions.correct_placement`.
    """
    lock(follow_up.placement.organisation_id)
    follow_up = FollowUp.objects.select_related("placement__participant").get(pk=follow_up.pk)
    if problem := refusal(follow_up):
        raise ValidationError(problem)
    current(by, follow_up.placement.participant)
    if follow_up.situation == situation:
        return follow_up
    refuse_stale(follow_up, version)
    if not follow_up.answered_on:
        follow_up.answered_on, follow_up.answered_by = today, by
    follow_up.situation = situation
    follow_up.full_clean()
    follow_up.save()
    return follow_up


def refusal(follow_up: FollowUp) -> str:
    """Why nobody may be asked, in Swedish; empty when the follow-up is open or answered."""
    placement = follow_up.placement
    if placement.undone_at:
        return f"{placement} är ångrad. Ingen ska frågas."
    if follow_up.stopped_on and placement.ended_on is None:
        return f"{placement} pågår fortfarande. Uppföljningen planeras på nytt när den är slut."
    if follow_up.stopped_on:
        return f"Uppföljningen stoppades {follow_up.stopped_on}: samtycket är återkallat. Ingen ska frågas."
    return ""
