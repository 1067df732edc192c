"""What one needs to know before a meeting: outcome, what was decided last, what is open, and what comes next.

Placements and places are told by number, never by whom they are about.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import capfirst

from apps.accounts.models import User
from apps.core.formats import iso_date, month
from apps.followups.choices import DeviationState, PointState
from apps.followups.minutes import role
from apps.followups.models import Deviation, Meeting, MeetingTask, Point
from apps.followups.models.meeting import HELD
from apps.placements.choices import PlacementState
from apps.placements.deliveries import Delivery, deliveries
from apps.placements.models import Placement, PlaceOffer
from apps.procurements.wording import counted

VIEW, PLACED, CHANGE = "followups.view_followup", "placements.view_placement", "followups.change_followup"
SHOWN = 20


@dataclass(frozen=True)
class Line:
    """A row of a task list."""

    label: str
    url: str
    hint: str
    status_text: str
    status_kind: str


@dataclass(frozen=True)
class Task:
    """A measure of a meeting; `done_url` and `undo_url` are empty for who may not."""

    what: str
    hint: str
    status_text: str
    status_kind: str
    done_url: str
    undo_url: str


@dataclass(frozen=True)
class Preparation:
    """Everything a meeting is prepared with; `last_facts` are what the latest meeting came to."""

    deliveries: list[Delivery]
    last: Meeting | None
    last_facts: list[dict[str, str]]
    tasks: list[Task]
    places: list[Line]
    placements: list[Line]
    coming: list[Line]
    deviations: list[Line]


def preparation(meeting: Meeting, user: User, *, today: date, may_hold: bool) -> Preparation:
    """What is known before the meeting, in as many questions however much it is."""
    last = _before(meeting).filter(state__in=HELD).prefetch_related("items__requirement").first()
    open_tasks = MeetingTask.objects.filter(meeting__in=_about(meeting), done_on=None).exclude(meeting=meeting)
    contract = meeting.contract
    return Preparation(
        deliveries=deliveries(contract, user, today=today) if contract else [],
        last=last,
        last_facts=list(_facts(last)) if last else [],
        tasks=task_lines(open_tasks, today=today, may_hold=may_hold),
        places=list(_places(meeting, user, today)) if contract else [],
        placements=list(_placements(meeting, user)) if contract else [],
        coming=list(_coming(meeting, today)) if contract else [],
        deviations=list(_deviations(meeting, user)) if contract else [],
    )


def task_lines(tasks: QuerySet[MeetingTask], *, today: date, may_hold: bool) -> list[Task]:
    """Measures with what may be said about them."""
    return [_task(task, today, may_hold) for task in tasks.order_by("due_on", "pk")[: 5 * SHOWN]]


def _task(task: MeetingTask, today: date, may_hold: bool) -> Task:
    hint = f"{role(task.owner)}, senast {iso_date(task.due_on)}"
    if task.done_on:
        undo = reverse("meeting_task_undo", args=[task.pk]) if may_hold else ""
        return Task(task.what, hint, f"gjord {iso_date(task.done_on)}", "good", "", undo)
    done = reverse("meeting_task_done", args=[task.pk]) if may_hold else ""
    late = task.due_on < today
    return Task(task.what, hint, "försenad" if late else "återstår", "bad" if late else "neutral", done, "")


def _about(meeting: Meeting) -> QuerySet[Meeting]:
    """The meetings about the same: the contract, or before it the procurement."""
    if meeting.contract_id:
        return Meeting.objects.filter(contract=meeting.contract_id)
    return Meeting.objects.filter(procurement=meeting.procurement_id, contract=None)


def _before(meeting: Meeting) -> QuerySet[Meeting]:
    rows = _about(meeting).exclude(pk=meeting.pk).filter(planned_at__lte=meeting.planned_at)
    return rows.order_by("-held_on", "-pk")


def _facts(last: Meeting):
    for item in last.items.all():
        yield {"key": item.promised or str(item.requirement), "value": capfirst(item.get_state_display())}
    said = (("Överenskommet", last.agreed), ("Hinder", last.obstacles), ("Goda erfarenheter", last.good_experience))
    yield from ({"key": key, "value": value} for key, value in said if value)


def _places(meeting: Meeting, user: User, today: date):
    rows = PlaceOffer.objects.visible_to(user, PLACED).filter(contract=meeting.contract).open_on(today)
    for row in rows.order_by("offered_on", "pk")[:SHOWN]:
        hint = f"erbjuden {iso_date(row.offered_on)}"
        free = counted(row.free, "ledig plats", "lediga platser")
        yield Line(capfirst(str(row)), row.get_absolute_url(), hint, free, "info")


def _placements(meeting: Meeting, user: User):
    rows = Placement.objects.visible_to(user, PLACED).standing().filter(contract=meeting.contract)
    rows = rows.filter(state__in=(PlacementState.STARTED, PlacementState.MATCHED)).order_by("number")
    for row in rows[:SHOWN]:
        since = f", från {month(row.first_day)}" if row.first_day else ""
        is_on = row.state == PlacementState.STARTED
        hint = f"{row.get_kind_display()}{since}"
        yield Line(str(row), row.get_absolute_url(), hint, row.get_state_display(), "good" if is_on else "neutral")


def _coming(meeting: Meeting, today: date):
    rows = Point.objects.filter(contract=meeting.contract, state=PointState.PLANNED).exclude(meeting=meeting)
    for row in rows.order_by("due_on", "pk")[:3]:
        late = row.due_on < today
        shown = (f"senast {iso_date(row.due_on)}", "bad" if late else "neutral")
        yield Line(capfirst(row.get_kind_display()), "", "", *shown)


def _deviations(meeting: Meeting, user: User):
    rows = Deviation.objects.visible_to(user, VIEW).filter(contract=meeting.contract, state=DeviationState.OPEN)
    for row in rows.order_by("due_on", "pk")[:SHOWN]:
        due = f"åtgärdad senast {iso_date(row.due_on)}" if row.due_on else ""
        yield Line(row.name, row.get_absolute_url(), due, row.get_state_display(), "warn")
