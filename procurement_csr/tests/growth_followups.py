"""More of everything in the follow-up of contracts, for pages that must not cost more queries for it."""

from datetime import timedelta

from django.utils import timezone

from apps.followups.choices import PartyRole
from apps.followups.models import Deviation, Evaluation, FollowUpPlan, Meeting, ReportRequest, SampleItem
from apps.procurements.choices import RequirementKind
from apps.procurements.models import Requirement
from apps.suppliers.models import SupplierContact
from procurement_csr import people


def grow_follow_up(world, contract, number, due):
    """Deviations, plans, meetings and reports of a contract, and of the world's own."""
    grow_deviations(world, contract, number, due)
    grow_plans(world, contract, number, due)
    grow_meetings(world, contract, number, due)
    grow_supplier_reports(world, contract, number, due)


def grow_supplier_reports(world, contract, number, due):
    """Reports in every list, days of plans to ask for, and more of everything in the reports of the world's own."""
    own = {"due_on": due, "link_expires_at": timezone.now() + timedelta(days=60)}
    people.make_point(contract, due_on=due)
    people.make_report_request(world["contract_object"], **own, kind="final_report")
    late = timezone.localdate() - timedelta(days=number + 1)
    people.make_report_request(contract, due_on=late)
    for state in ("received", "accepted"):
        people.make_report_request(contract, **own | {"kind": "final_report"}, state=state, received_at=timezone.now())
        own["due_on"] = due + timedelta(days=400)
    report = ReportRequest.objects.get(pk=world["received_report"])
    report.timeline.create(state="received", at=timezone.now(), by=world["person"], comment="Tack.")
    about = {"title": f"{number}.pdf", "content_type": "application/pdf", "size": 1, "sha256": "0" * 64}
    for each in (report, ReportRequest.objects.get(pk=world["asked_report"])):
        each.evidence.create(**about)
    placement = people.make_placement(world["contract_object"])
    report.placements.create(placement=placement, answer="goes_on")
    kinds = RequirementKind.values
    line, _ = Requirement.objects.get_or_create(
        contract=world["contract_object"], kind=kinds[number % len(kinds)], model="numeric", defaults={"count": 1}
    )
    report.lines.get_or_create(requirement=line, defaults={"offered": 1, "filled": 1})


def grow_plans(world, contract, number, due):
    """A followed-up contract with a proposal to decide, points of the world's own plan, a sample and an evaluation."""
    own = {"organisation": world["organisation"], "contract": contract}
    FollowUpPlan.objects.create(**own, intensity="light", contact=SupplierContact.objects.first())
    for place in (contract, world["contract_object"]):
        people.make_point(place, kind="dialogue", due_on=due + timedelta(days=number))
    SampleItem.objects.create(**own, sample_id=world["sample"])
    people.make_sample(contract, drawn_by=world["person"])
    taught = {"held_on": timezone.localdate(), "worked": "Handledarna.", "delivered": []}
    Evaluation.objects.create(**own, **taught, made_by=world["person"])


def grow_meetings(world, contract, number, due):
    """Meetings in every state, on the world's contract and beside it, and more of everything in the world's own."""
    now = timezone.now()
    held = {"held_on": timezone.localdate(now), "attendance": ["officer", "supplier"]}
    for place in (contract, world["contract_object"]):
        people.make_meeting(place, planned_at=now + timedelta(days=number + 1))
        people.make_meeting(procurement=place.procurement)
        for state in ("held", "closed"):
            meeting = people.make_meeting(place, state=state, closed_at=now if state == "closed" else None, **held)
            fill_meeting(world, meeting, due)
    for name in ("planned_meeting", "held_meeting", "closed_meeting"):
        fill_meeting(world, Meeting.objects.get(pk=world[name]), due)


def fill_meeting(world, meeting, due):
    """A measure, an approval, a deviation and a commitment more in a meeting."""
    meeting.tasks.create(what="Utse handledare", owner="supplier", due_on=due)
    left = [role for role in PartyRole.values if not meeting.approvals.filter(role=role).exists()]
    for role in left[2:3]:
        meeting.approvals.create(role=role, at=timezone.now(), by=world["person"])
    people.make_deviation(meeting.contract, meeting=meeting)
    stated = meeting.items.values("requirement")
    requirement = meeting.contract.requirements.exclude(pk__in=stated).order_by("-pk").first()
    if requirement:
        meeting.items.create(requirement=requirement, state="on_track")


def grow_deviations(world, contract, number, due):
    """Deviations that raised themselves, with steps, on the world's contract and beside it; and the world's steps."""
    for place in (contract, world["contract_object"]):
        report = people.make_report_request(place, due_on=due - timedelta(900))
        raised = {"cause": "report_late", "raised_key": f"report:{report.pk}", "request": report, "due_on": due}
        deviation = people.make_deviation(place, **raised, owner=world["person"], made_by=world["person"])
        people.make_sanction(deviation, decided_by=world["person"])
    done = {"state": "decided", "decided_on": due, "decided_by": world["person"], "letter": "Hej"}
    people.make_sanction(Deviation.objects.get(pk=world["deviation"]), step="reminder", **done)
