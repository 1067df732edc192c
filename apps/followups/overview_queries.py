"""All contracts with a requirement as the coordinator sees them, and what needs somebody today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction

from django.db.models import (
    Case,
    Count,
    DateField,
    Exists,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest, TruncDate
from django.utils import timezone

from apps.accounts.models import Organisation
from apps.followups.choices import (
    DeviationState,
    MeetingState,
    PointState,
    RequestState,
    SanctionState,
    Step,
)
from apps.followups.models import Deviation, Meeting, Point, ReportRequest, Sanction
from apps.followups.report_states import WRITABLE
from apps.followups.standings import Standing, standings
from apps.placements.ledger import unit_of
from apps.procurements.models import Contract
from apps.procurements.wording import counted, cut, listed, unit_word

VIEW = "followups.view_followup"
HARD_STEPS = (Step.WARNING, Step.PENALTY, Step.BLOCK, Step.TERMINATION)


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """How far a contract's commitments have come: whole percent, None without a number, and in words."""

    percent: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Today:
    """How many things of each sort wait for somebody."""

    late_points: int
    to_review: int
    late_reports: int
    open_deviations: int
    meetings: int


def overviewed(rows: QuerySet[Contract], *, today: date) -> QuerySet[Contract]:
    """Contracts with class, next point, what speaks for trouble and the last contact, all in one statement."""
    points = Point.objects.filter(contract=OuterRef("pk"), state=PointState.PLANNED)
    ahead = points.filter(~_is_in()).order_by("due_on", "pk")
    reports = ReportRequest.objects.filter(contract=OuterRef("pk"))
    deviations = Deviation.objects.filter(contract=OuterRef("pk"), state=DeviationState.OPEN)
    sanctions = Sanction.objects.filter(
        deviation__contract=OuterRef("pk"), state=SanctionState.DECIDED, step__in=HARD_STEPS
    )
    meetings = Meeting.objects.filter(contract=OuterRef("pk"), held_on__isnull=False)
    level = Case(
        When(sanctions__gt=0, then=Value(3)),
        When(open_deviations__gt=0, then=Value(2)),
        When(Q(late_points__gt=0) | Q(late_reports__gt=0), then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )
    return (
        rows.select_related("procurement")
        .prefetch_related("suppliers")
        .annotate(
            intensity=F("follow_up_plan__intensity"),
            next_on=Subquery(ahead.values("due_on")[:1]),
            next_kind=Subquery(ahead.values("kind")[:1]),
            late_points=_number(_late(points, today), "contract"),
            late_reports=_number(reports.filter(state__in=WRITABLE, due_on__lt=today), "contract"),
            open_deviations=_number(deviations, "contract"),
            sanctions=_number(sanctions, "deviation__contract"),
            last_meeting_on=_latest(meetings, "held_on"),
            last_report_on=_latest(reports.filter(received_at__isnull=False), TruncDate("received_at")),
        )
        .annotate(risk=level, last_contact_on=Greatest("last_meeting_on", "last_report_on"))
    )


def risk_words(contract: Contract) -> str:
    """What speaks for trouble, in words; the contract is `overviewed`."""
    parts = []
    if contract.sanctions:
        parts.append(counted(contract.sanctions, "sanktion", "sanktioner"))
    if contract.open_deviations:
        parts.append(counted(contract.open_deviations, "öppen avvikelse", "öppna avvikelser"))
    if contract.late_reports:
        parts.append(counted(contract.late_reports, "sen rapport", "sena rapporter"))
    if contract.late_points:
        parts.append(counted(contract.late_points, "försenad punkt", "försenade punkter"))
    return listed(parts) if parts else "inget känt"


def fulfilments(contracts: Iterable[Contract], *, today: date) -> dict[int, Fulfilment]:
    """How far the contracts have come, by key, in seven questions however many there are."""
    return {key: _fulfilment(rows) for key, rows in standings(contracts, today=today).items()}


def today_of(organisation: Organisation, user, *, today: date) -> Today:
    """What waits for somebody in the organisation today, in four questions."""
    points = Point.objects.visible_to(user, VIEW).filter(organisation=organisation, state=PointState.PLANNED)
    reports = ReportRequest.objects.visible_to(user, VIEW).filter(organisation=organisation).order_by()
    deviations = Deviation.objects.visible_to(user, VIEW).filter(organisation=organisation)
    found = reports.aggregate(
        to_review=Count("pk", filter=Q(state=RequestState.RECEIVED)),
        late=Count("pk", filter=Q(state__in=WRITABLE, due_on__lt=today)),
    )
    return Today(
        late_points=_late(points, today).count(),
        to_review=found["to_review"],
        late_reports=found["late"],
        open_deviations=deviations.filter(state=DeviationState.OPEN).count(),
        meetings=_meetings_this_week(organisation, user, today),
    )


def standing_words(standing: Standing) -> str:
    """ "3 av 5 platser", or what was done without a promised number."""
    requirement = standing.requirement
    unit, number = unit_of(requirement), cut(Fraction(standing.delivered))
    if not requirement.count:
        return f"{number} {unit_word(unit, int(standing.delivered))}, utan utlovat antal"
    return f"{number} av {requirement.count} {unit_word(unit, requirement.count)}"


def share_of(standing: Standing) -> Fraction | None:
    """How much of the promised number is delivered, at most all of it; None without a number."""
    count = standing.requirement.count
    return min(Fraction(1), Fraction(standing.delivered) / count) if count else None


def _fulfilment(rows: list[Standing]) -> Fulfilment:
    shares = [share for each in rows if (share := share_of(each)) is not None]
    if not shares:
        return Fulfilment(None, standing_words(rows[0]) if len(rows) == 1 else "utan utlovat antal")
    percent = int(100 * sum(shares, Fraction(0)) / len(shares))
    counted_rows = [each for each in rows if each.requirement.count]
    if len(counted_rows) == 1:
        return Fulfilment(percent, standing_words(counted_rows[0]))
    return Fulfilment(percent, f"{percent} % av {len(counted_rows)} krav")


def _meetings_this_week(organisation: Organisation, user, today: date) -> int:
    monday = today - timedelta(days=today.weekday())
    begins = timezone.make_aware(datetime.combine(monday, time()))
    ends = timezone.make_aware(datetime.combine(monday + timedelta(days=7), time()))
    rows = Meeting.objects.visible_to(user, VIEW).filter(organisation=organisation, state=MeetingState.PLANNED)
    return rows.filter(planned_at__gte=begins, planned_at__lt=ends).count()


def _late(points: QuerySet[Point], today: date) -> QuerySet[Point]:
    """Those whose day has gone. A report that is asked for is late, or waits to be reviewed, as a report."""
    asked = ReportRequest.objects.filter(point=OuterRef("pk")).exclude(state=RequestState.WITHDRAWN)
    return points.filter(~Exists(asked), due_on__lt=today)


def _is_in() -> Q:
    """Of a point: every supplier asked has answered (`plan_cards.is_in`), so it is not what comes next."""
    asked = ReportRequest.objects.filter(point=OuterRef("pk"))
    return Q(Exists(asked.filter(state=RequestState.RECEIVED)), ~Exists(asked.filter(state__in=WRITABLE)))


def _number(rows: QuerySet, key: str) -> Coalesce:
    counts = rows.order_by().values(key).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counts), Value(0), output_field=IntegerField())


def _latest(rows: QuerySet, what) -> Subquery:
    latest = rows.order_by().values("contract").annotate(latest=Max(what)).values("latest")
    return Subquery(latest, output_field=DateField())
