"""How the demo world's contracts are followed up: plans everywhere; in one city meetings, reports and a deviation."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from apps.followups import letters, schedule
from apps.followups.choices import PointKind, PointState
from apps.followups.models import (
    Approval,
    Deviation,
    FollowUpPlan,
    Meeting,
    MeetingItem,
    MeetingTask,
    Point,
    ReportEvent,
    ReportLine,
    ReportRequest,
    Sanction,
)
from apps.followups.plan_queries import Case, cases, rule_of, under_way
from apps.procurements.models import Contract
from apps.suppliers.models import SupplierContact
from procurement_csr.demo.matching import moment_of
from procurement_csr.demo.world import working

if TYPE_CHECKING:
    from procurement_csr.demo.loading import Site

TOLD = "helsingborg"
RECEIVED, LATE = "maleri", "stad"


def write(sites: list["Site"]) -> None:
    """A plan for every contract under way with a requirement, and what has come of two of one city's."""
    for site in sites:
        rows = under_way(Contract.objects.filter(organisation=site.organisation), today=site.today)
        found = cases(rows.order_by("pk"), rule_of(site.organisation))
        _write_plans(site, found)
        _write_points(found, site.today)
        if site.key == TOLD:
            _write_meetings(site)
            _write_received(site)
            _write_late(site)


def _write_plans(site: "Site", found: Iterable[Case]) -> None:
    contacts = {row.supplier_id: row for row in SupplierContact.objects.filter(organisation=site.organisation)}
    plans = []
    for case in found:
        suppliers = list(case.contract.parties.order_by("rank", "pk").values_list("supplier", flat=True))
        contact = next((contacts[each] for each in suppliers if each in contacts), None)
        plans.append(
            FollowUpPlan(
                organisation=site.organisation,
                contract=case.contract,
                intensity=case.proposal.intensity,
                motive="",
                decided_by=site.user("coordinator"),
                decided_at=moment_of(site.today - timedelta(days=60)),
                contact=contact,
            )
        )
    FollowUpPlan.objects.bulk_create(plans)


def _write_points(found: Iterable[Case], today: date) -> None:
    """What lies behind is done, what lies ahead is planned."""
    points = []
    for case in found:
        for planned in schedule.points(case.days, case.proposal.intensity, today=today):
            done_on = planned.due_on if planned.due_on < today else None
            points.append(
                Point(
                    organisation_id=case.contract.organisation_id,
                    contract=case.contract,
                    kind=planned.kind,
                    due_on=planned.due_on,
                    state=PointState.DONE if done_on else PointState.PLANNED,
                    done_on=done_on,
                )
            )
    Point.objects.bulk_create(points)


def _write_meetings(site: "Site") -> None:
    """A dialogue that was held and closed six weeks ago, and one to come within days."""
    contract, held_on = site.contracts[RECEIVED], working(site.today - timedelta(days=42))
    held_at = timezone.make_aware(datetime.combine(held_on, time(10)))
    meeting = Meeting.objects.create(
        organisation=site.organisation,
        procurement=contract.procurement,
        contract=contract,
        kind="dialogue",
        planned_at=held_at,
        form="video",
        state="closed",
        held_on=held_on,
        attendance=["officer", "matcher", "supplier"],
        obstacles="Leverantören har haft få handledare under sommaren.",
        good_experience="Den första lärlingen har kommit in i laget och får mer eget ansvar.",
        agreed="Nästa lärling börjar när höstens objekt startar.",
        made_by=site.user("officer"),
        closed_by=site.user("officer"),
        closed_at=held_at + timedelta(hours=3),
    )
    asked = contract.requirements.filter(count__isnull=False).first()
    MeetingItem.objects.create(
        meeting=meeting,
        requirement=asked,
        state="behind",
        promised=str(asked),
        delivered="1",
        note="En plats återstår.",
    )
    tasks = (("Föreslå två sökande till lärlingsplatsen", "matcher"), ("Utse en handledare till hösten", "supplier"))
    for number, (what, owner) in enumerate(tasks):
        MeetingTask.objects.create(meeting=meeting, what=what, owner=owner, due_on=site.today + timedelta(5 + number))
    for role, person in (("officer", "officer"), ("matcher", "matcher"), ("supplier", "officer")):
        at = held_at + timedelta(days=2)
        Approval.objects.create(meeting=meeting, role=role, by=site.user(person), at=at)
    coming = site.contracts[LATE]
    Meeting.objects.create(
        organisation=site.organisation,
        procurement=coming.procurement,
        contract=coming,
        kind="dialogue",
        planned_at=timezone.make_aware(datetime.combine(working(site.today + timedelta(days=2)), time(13, 30))),
        form="in_person",
        place="Stadsbyggnadshuset, rum 4",
        made_by=site.user("officer"),
    )


def _write_received(site: "Site") -> None:
    """A report that came in three days ago and waits to be looked at."""
    contract = site.contracts[RECEIVED]
    asked_at, received_at = moment_of(site.today - timedelta(days=24)), moment_of(site.today - timedelta(days=3))
    request = _request(site, contract, due_on=site.today - timedelta(days=1), state="received", asked_at=asked_at)
    ReportRequest.objects.filter(pk=request.pk).update(started_at=received_at, received_at=received_at)
    for asked in contract.requirements.order_by("pk"):
        figures = {"offered": 2, "filled": 1, "unfilled_reason": "no_candidate"} if asked.count else {}
        ReportLine.objects.create(request=request, requirement=asked, **figures)
    for state, at in (("asked", asked_at), ("received", received_at)):
        _event(site, request, state, at)


def _write_late(site: "Site") -> None:
    """A report that has not come, the deviation it raised, and the chance that was given to put it right."""
    contract = site.contracts[LATE]
    due_on = site.today - timedelta(days=9)
    asked_at = moment_of(site.today - timedelta(days=30))
    request = _request(site, contract, due_on=due_on, state="asked", asked_at=asked_at)
    _event(site, request, "asked", asked_at)
    deviation = Deviation.objects.create(
        organisation=site.organisation,
        contract=contract,
        requirement=contract.requirements.order_by("pk").first(),
        cause="report_late",
        raised_key=f"report:{request.pk}",
        raised_on=due_on + timedelta(days=1),
        request=request,
        point=request.point,
        what=f"Rapporten skulle ha kommit senast {due_on} men har inte kommit.",
        owner=site.user("officer"),
        measure="Ring kontaktpersonen och kom överens om en ny dag.",
        due_on=site.today + timedelta(days=5),
    )
    decided_on = working(site.today - timedelta(days=4))
    chance = Sanction(
        organisation=site.organisation,
        deviation=deviation,
        step="rectification",
        state="decided",
        motive="En utebliven rapport är en brist enligt avtalets villkor om uppföljning.",
        decided_on=decided_on,
        decided_by=site.user("officer"),
        rectify_by=site.today + timedelta(days=12),
        made_by=site.user("officer"),
    )
    chance.letter = letters.text_of(chance, deviation.requirement, today=site.today)
    chance.save()


def _request(site: "Site", contract: Contract, *, due_on: date, state: str, asked_at: datetime) -> ReportRequest:
    """A report asked of the contract's first supplier, at a point of the plan that stands on its day."""
    supplier = contract.suppliers.order_by("parties__rank", "pk").first()
    contact = SupplierContact.objects.filter(organisation=site.organisation, supplier=supplier).first()
    own = {"organisation": site.organisation, "contract": contract, "kind": PointKind.REPORT, "due_on": due_on}
    point = Point.objects.create(**own, is_by_hand=True, made_by=site.user("officer"))
    received_at = moment_of(site.today - timedelta(days=3)) if state == "received" else None
    made = ReportRequest.objects.create(
        **own,
        supplier=supplier,
        point=point,
        state=state,
        received_at=received_at,
        contact_name=contact.name,
        contact_email=contact.email,
        link_expires_at=moment_of(site.today + timedelta(days=60)),
        asked_by=site.user("officer"),
        reporter=contact.name if received_at else "",
    )
    ReportRequest.objects.filter(pk=made.pk).update(asked_at=asked_at)  # set by itself when the row is made
    return made


def _event(site: "Site", request: ReportRequest, state: str, at: datetime) -> None:
    by_supplier = state == "received"
    ReportEvent.objects.create(
        request=request,
        state=state,
        at=at,
        by=None if by_supplier else site.user("officer"),
        reporter=request.reporter if by_supplier else "",
    )
