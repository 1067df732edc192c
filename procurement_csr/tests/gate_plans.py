"""The gate's visits to the time plan of union consultation."""

from datetime import timedelta

from django.utils import timezone

from apps.accounts.models import Membership
from apps.mbl.models import Assessment, Consultation, PlanChange, Union
from apps.procurements.models import Procurement, ProcurementParty
from procurement_csr import people
from procurement_csr.tests.gate_visit import Visit

PLAN_VISITS = (
    Visit("timeplan", "department", "planned_procurement"),
    Visit("timeplan", "officer", "planned_procurement"),
    Visit("timeplan", "department", "planned_procurement", "?tender_days=40"),
    Visit("timeplan", "department", "planned_procurement", "?publish=hej&sign=1", status=422),
    Visit("timeplan", "officer", "tight_procurement"),
    Visit("timeplan", "officer", "bare_procurement"),
    Visit("timeplan", "officer", "undated_procurement"),
    Visit("timeplan_guide", "union"),
)


def addresses_of_plans(organisation) -> dict:
    """A plan on its way that has been moved, one that breaks in a joint procurement, and one without dates."""
    department = Membership.objects.get(organisation=organisation, role="department").department
    today, fields = timezone.localdate(), {"organisation": organisation, "department": department}
    planned = people.make_procurement(**fields, title="Fönsterputsning", planned_publication_on=today + timedelta(40))
    Procurement.objects.filter(pk=planned.pk).update(planned_signing_on=today + timedelta(190))
    tight = people.make_procurement(
        **fields,
        title=f"Städning {'S' * 60}",
        planned_publication_on=today + timedelta(9),
        planned_signing_on=today + timedelta(30),
    )
    ProcurementParty.objects.create(
        procurement=tight, organisation=organisation, department=people.make_department(organisation, "Kultur")
    )
    assessment = Assessment.objects.create(procurement=planned, **fields, decided_on=today)
    for number, name in enumerate(("Kommunal", "Vision", "Akademikeralliansen")):
        union = Union.objects.create(organisation=organisation, name=f"{name} i planen")
        done = {"state": "called", "called_on": today, "meeting_on": today + timedelta(14)} if number else {}
        hangs_on = {"assessment": assessment, "procurement": planned, "union": union, "route": "negotiation", **fields}
        Consultation.objects.create(**hangs_on, stage="A", paragraph="11", **done)
        Consultation.objects.create(**hangs_on, stage="B", paragraph="38")
    moved = [["local_meeting", today.isoformat(), (today + timedelta(14)).isoformat()]]
    PlanChange.objects.create(assessment=assessment, dates={}, changes=moved)
    undated = people.make_procurement(**fields, title="Växter")
    return {"planned_procurement": planned.pk, "tight_procurement": tight.pk, "undated_procurement": undated.pk}
