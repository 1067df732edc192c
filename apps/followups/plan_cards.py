"""What the page of a contract's plan shows."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.text import capfirst

from apps.core.formats import iso_date
from apps.followups.choices import MEETING_POINTS, REPORT_POINTS, Intensity, PointKind, PointState, RequestState
from apps.followups.models import Point, ReportRequest
from apps.followups.plan_queries import Case, held_points
from apps.procurements.models import Contract
from apps.procurements.wording import counted

SHOWN = 40
IN = "kommit in, att granska"
_ANSWERED = {RequestState.RECEIVED, RequestState.ACCEPTED}


@dataclass(frozen=True, slots=True)
class Link:
    """A way on: its words and address. `is_press` is a button of its own."""

    label: str
    url: str
    is_press: bool = False


@dataclass(frozen=True, slots=True)
class PointRow:
    """A point with its state in words and what one may do with it."""

    name: str
    day: str
    note: str
    status_text: str
    status_kind: str
    links: list[Link]


def facts(case: Case, *, may_change: bool) -> list[dict]:
    """The class that holds, the proposed one, and who decided."""
    plan, contract = case.plan, case.contract
    url = reverse("plan_update", args=[contract.pk]) if may_change else ""
    decided = "Föreslagen, inte beslutad än"
    if plan and plan.decided_at:
        decided = f"Beslutad {iso_date(plan.decided_at)}" + (f" av {plan.decided_by}" if plan.decided_by else "")
    rows = [
        ("Uppföljning", capfirst(Intensity(case.intensity).label), url),
        ("Förslag", f"{capfirst(Intensity(case.proposal.intensity).label)}. {case.proposal.reason}", ""),
        ("Beslut", decided, ""),
    ]
    if plan and plan.motive:
        rows.append(("Motiv", plan.motive, ""))
    rows.append(("Leverantörens kontaktperson", _contact(plan), url))
    return [{"key": key, "value": value, "change_url": change, "change_label": ""} for key, value, change in rows]


def points(contract: Contract, *, today: date, may_change: bool) -> tuple[list[PointRow], list[PointRow]]:
    """What is to be done, the nearest first, and what is done or not needed, the latest first."""
    rows = held_points(Point.objects.filter(contract=contract)).order_by("due_on", "pk")
    rows = list(rows.select_related("meeting").prefetch_related(reports_asked_for()))
    open_rows = [row for row in rows if row.state == PointState.PLANNED]
    settled = [row for row in reversed(rows) if row.state != PointState.PLANNED]
    return (
        [_row(row, today, may_change) for row in open_rows[:SHOWN]],
        [_row(row, today, may_change) for row in settled[:SHOWN]],
    )


def lead(open_rows: list[PointRow]) -> str:
    """The page's first sentence."""
    if not open_rows:
        return "Inget är planerat."
    first = open_rows[0]
    late = sum(row.status_kind == "bad" for row in open_rows)
    start = f"Närmast: {first.name[:1].lower()}{first.name[1:]}, senast {first.day}."
    if not late:
        return start
    return f"{start} {late} av {len(open_rows)} punkter är {'försenad' if late == 1 else 'försenade'}."


def _contact(plan) -> str:
    contact = plan and plan.contact
    return f"{contact.name}, {contact.email or 'e-postadress saknas'}" if contact else "ingen vald"


def _row(point: Point, today: date, may_change: bool) -> PointRow:
    kind, text, tone = PointKind(point.kind), point.get_state_display(), "neutral"
    if point.state == PointState.DONE:
        text, tone = f"genomförd {iso_date(point.done_on)}", "good"
    elif is_in(point):
        text, tone = IN, "warn"
    elif point.state == PointState.PLANNED and point.due_on < today:
        text, tone = f"{counted((today - point.due_on).days, 'dag', 'dagar')} sen", "bad"
    elif point.is_held:
        text, tone = ("möte bokat" if kind in MEETING_POINTS else "begärd"), "info"
    note = ", ".join(part for part in ("ändrad för hand" if point.is_by_hand else "", point.reason) if part)
    links = _made(point) + (_links(point, kind) if may_change else [])
    return PointRow(capfirst(kind.label), iso_date(point.due_on), note, capfirst(text), tone, links)


def reports_asked_for() -> Prefetch:
    """The reports of points, but those taken back."""
    asked = ReportRequest.objects.exclude(state=RequestState.WITHDRAWN).select_related("supplier").order_by("pk")
    return Prefetch("requests", asked)


def is_in(point: Point) -> bool:
    """Whether every supplier asked has answered, so that the authority is the one to act. Needs `reports_asked_for`."""
    states = {each.state for each in point.requests.all()}
    return point.state == PointState.PLANNED and RequestState.RECEIVED in states <= _ANSWERED


def _made(point: Point) -> list[Link]:
    """Ways to the meeting that the point is, and to the reports asked for."""
    reports = point.requests.all()
    names = {each.pk: f"Se rapporten från {each.supplier}" if len(reports) > 1 else "Se rapporten" for each in reports}
    links = [Link(name, reverse("report_detail", args=[pk])) for pk, name in names.items()]
    return (
        [Link("Se mötet", reverse("meeting_detail", args=[point.meeting.pk])), *links]
        if hasattr(point, "meeting")
        else links
    )


def _links(point: Point, kind: PointKind) -> list[Link]:
    if point.state != PointState.PLANNED:
        if any(each.state == RequestState.ACCEPTED for each in point.requests.all()):
            return []
        return [Link("Planera igen", reverse("point_reopen", args=[point.pk]), is_press=True)]
    links = []
    if kind in REPORT_POINTS and not point.is_held:
        links.append(Link("Begär rapporten", f"{reverse('report_request')}?rows={point.pk}"))
    if kind == PointKind.EVALUATION:
        links.append(Link("Utvärdera", reverse("evaluation_update", args=[point.contract_id])))
    if kind in MEETING_POINTS and not point.is_held:
        links.append(Link("Boka mötet", f"{reverse('meeting_create', args=[point.contract_id])}?punkt={point.pk}"))
    links.append(Link("Gjord", reverse("point_done", args=[point.pk])))
    links.append(Link("Flytta", reverse("point_update", args=[point.pk])))
    links.append(Link("Behövs inte", reverse("point_cancel", args=[point.pk])))
    return links
