"""What happened to a meeting, read from the history that the database triggers keep, in Swedish."""

from collections.abc import Iterator

from django.utils import timezone

from apps.accounts.models import User
from apps.followups.choices import MeetingState
from apps.followups.minutes import role
from apps.followups.models import ApprovalEvent, Meeting, MeetingTaskEvent
from apps.placements.queries import Change, author_of

_WRITTEN = ("obstacles", "good_experience", "agreed", "next_on", "attendance", "held_on")


def timeline(meeting: Meeting) -> list[Change]:
    """What happened, the newest first, in four questions however much it is."""
    own = list(meeting.events.select_related("pgh_context").order_by("pgh_id"))
    approvals, tasks = _events(ApprovalEvent, meeting), _events(MeetingTaskEvent, meeting)
    users = User.objects.in_bulk({author_of(event) for event in (*own, *approvals, *tasks)} - {None})
    told = [*_of_meeting(own), *_of_approvals(approvals), *_of_tasks(tasks)]
    found = [Change(event.pgh_created_at, text, _name(users, event)) for event, text in told]
    return sorted(found, key=lambda change: change.on, reverse=True)


def _events(model, meeting: Meeting) -> list:
    rows = model.objects.filter(meeting_id=meeting.pk)
    return list(rows.select_related("pgh_context").order_by("pgh_id"))


def _name(users: dict[int, User], event) -> str:
    user = users.get(author_of(event))
    return user.name if user else ""


def _of_meeting(events: list) -> Iterator[tuple]:
    for before, after in zip([None, *events], events, strict=False):
        if before is None:
            yield after, f"Mötet planerat till {_clock(after)}"
        elif before.state != after.state:
            yield after, _moved(before, after)
        elif before.planned_at != after.planned_at:
            yield after, f"Tiden flyttad: {_clock(before)} → {_clock(after)}"
        elif any(getattr(before, name) != getattr(after, name) for name in _WRITTEN):
            yield after, "Anteckningarna ändrade"


def _moved(before, after) -> str:
    if after.state == MeetingState.CANCELLED:
        return f"Mötet inställt: {after.cancelled_reason}"
    if after.state == MeetingState.CLOSED:
        return "Protokollet är klart"
    if before.state == MeetingState.CLOSED:
        return "Protokollet öppnat igen: godkännanden och länkar för den tidigare versionen gäller inte"
    return f"Mötet hållet {after.held_on}"


def _of_approvals(events: list) -> Iterator[tuple]:
    for event in events:
        if event.pgh_label == "insert":
            how = f", {event.how}" if event.how else ""
            yield event, f"Godkänt: {role(event.role)}{how}"


def _of_tasks(events: list) -> Iterator[tuple]:
    latest: dict[int, object] = {}
    for event in events:
        before = latest.get(event.id)
        latest[event.id] = event
        if before and event.done_on and not before.done_on:
            yield event, f"Åtgärden gjord: {event.what}"
        elif before and before.done_on and not event.done_on:
            yield event, f"Åtgärden öppnad igen: {event.what}"


def _clock(event) -> str:
    return f"{timezone.localtime(event.planned_at):%Y-%m-%d kl. %H.%M}"
