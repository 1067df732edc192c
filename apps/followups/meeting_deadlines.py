"""Dates of meetings that somebody must act on: minutes to write and to approve, and agreed measures."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from apps.accounts.models import Organisation
from apps.core.addresses import address
from apps.core.deadlines import Deadline
from apps.followups.choices import MeetingState, PartyRole
from apps.followups.meeting_columns import about
from apps.followups.models import Meeting, MeetingTask

VIEW, HOLD = "followups.view_followup", "followups.hold_meeting"
# Who only matches holds this permission alone, so that a matcher's measure comes to matchers.
MATCHING = "placements.change_placement"
TO_WRITE, TO_APPROVE = timedelta(days=7), timedelta(days=14)
MINUTES, AGREED = "uppföljningsplanen", "mötets protokoll"


def open_deadlines(*, since: date, until: date, organisation: Organisation) -> Iterator[Deadline]:
    """What falls between the two days (both included), one Deadline each, in no order."""
    yield from _minutes(organisation, since, until)
    yield from _tasks(organisation, since, until)


def _minutes(organisation: Organisation, since: date, until: date) -> Iterator[Deadline]:
    """Minutes are written within a week after the meeting, and approved within two after they were closed. A meeting
    that nobody has said was held is counted from its time.
    """
    held = Q(state=MeetingState.HELD, held_on__range=(since - TO_WRITE, until - TO_WRITE))
    planned = Q(state=MeetingState.PLANNED, planned_at__range=_moments(since - TO_WRITE, until - TO_WRITE))
    to_write = held | planned & Q(planned_at__lt=timezone.now())
    own = Meeting.objects.filter(organisation=organisation).order_by()
    waiting = own.waiting().filter(closed_at__range=_moments(since - TO_APPROVE, until - TO_APPROVE))
    rows = own.filter(to_write | Q(pk__in=waiting.values("pk")))
    for row in rows.select_related("contract", "procurement"):
        if row.state in (MeetingState.HELD, MeetingState.PLANNED):
            day = row.held_on or timezone.localdate(row.planned_at)
            title = f"Skriv klart protokollet från {row.get_kind_display()}: {about(row)}"
            act = address("meeting_hold", row.pk, "narvaro")
            yield _deadline(f"meeting:{row.pk}", title, day + TO_WRITE, row, MINUTES, act)
        else:
            title = f"Se till att protokollet godkänns av alla: {about(row)}"
            day = timezone.localdate(row.closed_at) + TO_APPROVE
            yield _deadline(f"meeting:{row.pk}:approval", title, day, row, AGREED, address("meeting_approve", row.pk))


def _tasks(organisation: Organisation, since: date, until: date) -> Iterator[Deadline]:
    rows = MeetingTask.objects.filter(meeting__organisation=organisation, done_on=None, due_on__range=(since, until))
    for row in rows.select_related("meeting__contract", "meeting__procurement").order_by():
        who = "Åtgärd" if row.owner != PartyRole.SUPPLIER else "Kontrollera leverantörens åtgärd"
        responsible = None if row.owner in (PartyRole.DEPARTMENT, PartyRole.MATCHER) else _officer(row.meeting)
        act = MATCHING if row.owner == PartyRole.MATCHER else HOLD
        yield Deadline(
            key=f"meeting_task:{row.pk}",
            title=f"{who}: {row.what}",
            due_on=row.due_on,
            organisation_id=organisation.pk,
            owner_department_id=row.meeting.procurement.department_id,
            responsible_id=responsible,
            legal_basis=AGREED,
            url=row.meeting.get_absolute_url(),
            permission=VIEW,
            context=about(row.meeting),
            context_url=_context_url(row.meeting),
            act_url=row.meeting.get_absolute_url(),
            act_permission=act,
        )


def _deadline(key: str, title: str, due_on: date, meeting: Meeting, legal_basis: str, act_url: str) -> Deadline:
    return Deadline(
        key=key,
        title=title,
        due_on=due_on,
        organisation_id=meeting.organisation_id,
        owner_department_id=meeting.procurement.department_id,
        responsible_id=_officer(meeting),
        legal_basis=legal_basis,
        url=meeting.get_absolute_url(),
        permission=VIEW,
        context=about(meeting),
        context_url=_context_url(meeting),
        act_url=act_url,
        act_permission=HOLD,
    )


def _officer(meeting: Meeting) -> int | None:
    return meeting.made_by_id or meeting.procurement.responsible_id


def _context_url(meeting: Meeting) -> str:
    return (meeting.contract or meeting.procurement).get_absolute_url()


def _moments(first: date, last: date) -> tuple[datetime, datetime]:
    """From the first moment of one day to the last of the other."""
    return tuple(timezone.make_aware(datetime.combine(day, at)) for day, at in ((first, time.min), (last, time.max)))
