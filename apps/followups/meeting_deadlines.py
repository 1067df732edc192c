"""Dates of meetings that somebody must act on: minutes to write and to approve, and agreed measures."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils import timezone

from apps.accounts.models import Organisation
from apps.core.addresses import address
from apps.core.deadlines import Deadline
from apps.core.questions import Given, Question
from apps.followups.choices import MeetingKind, MeetingState, PartyRole
from apps.followups.models import Meeting, MeetingTask
from apps.procurements.models.contract import contract_name

VIEW, HOLD = "followups.view_followup", "followups.hold_meeting"
# Who only matches holds this permission alone, so that a matcher's measure comes to matchers.
MATCHING = "placements.change_placement"
TO_WRITE, TO_APPROVE = timedelta(days=7), timedelta(days=14)
MINUTES, AGREED = "uppföljningsplanen", "mötets protokoll"


class _Meeting(NamedTuple):
    """What a deadline tells of its meeting."""

    pk: int
    made_by: int | None
    contract: int | None
    number: str | None
    title: str | None
    procurement: int
    procurement_title: str
    department: int | None
    responsible: int | None

    @property
    def about(self) -> str:
        """As the list of meetings says: the contract, else the procurement."""
        return contract_name(self.contract, self.number, self.title) if self.contract else self.procurement_title

    @property
    def about_url(self) -> str:
        if self.contract:
            return address("contract_detail", self.contract)
        return address("procurement_detail", self.procurement)

    @property
    def officer(self) -> int | None:
        return self.made_by or self.responsible


_COLUMNS = (
    *("pk", "made_by", "contract", "contract__number", "contract__title"),
    *("procurement", "procurement__title", "procurement__department", "procurement__responsible"),
)


def open_deadlines(*, since: date, until: date, organisation: Organisation) -> Iterator[Deadline]:
    """What falls between the two days (both included), one Deadline each, in no order."""
    yield from _minutes(organisation, since, until)
    yield from _tasks(organisation, since, until)


def _minutes(organisation: Organisation, since: date, until: date) -> Iterator[Deadline]:
    """Minutes are written within a week after the meeting, and approved within two after they were closed. A meeting
    that nobody has said was held is counted from its time.
    """
    held, closed = (since - TO_WRITE, until - TO_WRITE), _moments(since - TO_APPROVE, until - TO_APPROVE)
    days = {"held_from": held[0], "held_until": held[1], "closed_from": closed[0], "closed_until": closed[1]}
    planned = dict(zip(("planned_from", "planned_until"), _moments(*held), strict=True))
    found = _MINUTES.ask(organisation=organisation.pk, now=timezone.now(), **days, **planned)
    for kind, state, held_on, planned_at, closed_at, *meeting in found:
        row = _Meeting(*meeting)
        if state in (MeetingState.HELD, MeetingState.PLANNED):
            day = held_on or timezone.localdate(planned_at)
            title = f"Skriv klart protokollet från {MeetingKind(kind).label}: {row.about}"
            act = address("meeting_hold", row.pk, "narvaro")
            yield _deadline(organisation, f"meeting:{row.pk}", title, day + TO_WRITE, row, MINUTES, act)
        else:
            title = f"Se till att protokollet godkänns av alla: {row.about}"
            key, day = f"meeting:{row.pk}:approval", timezone.localdate(closed_at) + TO_APPROVE
            yield _deadline(organisation, key, title, day, row, AGREED, address("meeting_approve", row.pk))


def _minutes_to_see_to() -> QuerySet:
    held = Q(state=MeetingState.HELD, held_on__range=(Given("held_from"), Given("held_until")))
    planned = Q(state=MeetingState.PLANNED, planned_at__range=(Given("planned_from"), Given("planned_until")))
    to_write = held | planned & Q(planned_at__lt=Given("now"))
    own = Meeting.objects.filter(organisation=Given("organisation")).order_by()
    waiting = own.waiting().filter(closed_at__range=(Given("closed_from"), Given("closed_until")))
    rows = own.filter(to_write | Q(pk__in=waiting.values("pk")))
    return rows.values_list("kind", "state", "held_on", "planned_at", "closed_at", *_COLUMNS)


def _tasks(organisation: Organisation, since: date, until: date) -> Iterator[Deadline]:
    for pk, what, owner, due_on, *meeting in _TASKS.ask(organisation=organisation.pk, since=since, until=until):
        row, url = _Meeting(*meeting), address("meeting_detail", meeting[0])
        who = "Åtgärd" if owner != PartyRole.SUPPLIER else "Kontrollera leverantörens åtgärd"
        yield Deadline(
            key=f"meeting_task:{pk}",
            title=f"{who}: {what}",
            due_on=due_on,
            organisation_id=organisation.pk,
            owner_department_id=row.department,
            responsible_id=None if owner in (PartyRole.DEPARTMENT, PartyRole.MATCHER) else row.officer,
            legal_basis=AGREED,
            url=url,
            permission=VIEW,
            context=row.about,
            context_url=row.about_url,
            act_url=url,
            act_permission=MATCHING if owner == PartyRole.MATCHER else HOLD,
        )


def _open_tasks() -> QuerySet:
    rows = MeetingTask.objects.filter(meeting__organisation=Given("organisation"), done_on=None)
    rows = rows.filter(due_on__range=(Given("since"), Given("until"))).order_by()
    return rows.values_list("pk", "what", "owner", "due_on", *(f"meeting__{column}" for column in _COLUMNS))


_MINUTES, _TASKS = Question(_minutes_to_see_to), Question(_open_tasks)


def _deadline(
    organisation: Organisation, key: str, title: str, due_on: date, row: _Meeting, legal_basis: str, act_url: str
) -> Deadline:
    return Deadline(
        key=key,
        title=title,
        due_on=due_on,
        organisation_id=organisation.pk,
        owner_department_id=row.department,
        responsible_id=row.officer,
        legal_basis=legal_basis,
        url=address("meeting_detail", row.pk),
        permission=VIEW,
        context=row.about,
        context_url=row.about_url,
        act_url=act_url,
        act_permission=HOLD,
    )


def _moments(first: date, last: date) -> tuple[datetime, datetime]:
    """From the first moment of one day to the last of the other."""
    return tuple(timezone.make_aware(datetime.combine(day, at)) for day, at in ((first, time.min), (last, time.max)))
