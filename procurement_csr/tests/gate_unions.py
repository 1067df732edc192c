"""The gate's visits to what union consultation rests on: unions, agreements, the plan's numbers, the checklist."""

from datetime import timedelta

from django.utils import timezone

from apps.core.calendar import roll_forward
from apps.mbl.models import (
    Blackout,
    ChecklistTemplate,
    CooperationAgreement,
    CooperationGroup,
    GroupMeeting,
    Union,
    UnionRepresentative,
)
from apps.mbl.queries import template_of
from procurement_csr.tests.gate_visit import BOTH, NONSENSE, Visit

UNION_VISITS = (
    Visit("union_list", "administrator"),
    Visit("union_create", "administrator", refuses=BOTH),
    Visit("union_update", "administrator", "union", refuses=BOTH),
    Visit("representative_create", "administrator", refuses=BOTH),
    Visit("representative_update", "administrator", "representative", refuses=BOTH),
    Visit("representative_delete", "administrator", "representative"),
    Visit("agreement_list", "administrator"),
    Visit("agreement_create", "administrator", refuses=BOTH),
    Visit("agreement_detail", "administrator", "agreement"),
    Visit("agreement_detail", "administrator", "bare_agreement"),
    Visit("agreement_update", "administrator", "agreement", refuses=BOTH),
    Visit("group_create", "administrator", "agreement", refuses=BOTH),
    Visit("group_delete", "administrator", "group"),
    Visit("meeting_add", "administrator", "group", refuses=BOTH),
    Visit("meeting_delete", "administrator", "group_meeting"),
    Visit("blackout_create", "administrator", refuses=BOTH),
    Visit("blackout_delete", "administrator", "blackout"),
    Visit("plan_settings", "administrator", refuses=BOTH),
    Visit("checklist_update", "administrator", refuses=(NONSENSE,)),
)


def addresses_of_unions(organisation) -> dict:
    """A local union under a central one with a representative, an agreement with a group that met and will meet."""
    today = timezone.localdate()
    central = Union.objects.create(organisation=organisation, name="Svenska Exempelförbundet", level="central")
    union = Union.objects.create(organisation=organisation, name="Exempelförbundet sektion 8", central=central)
    union.departments.set(organisation.departments.all()[:2])
    representative = UnionRepresentative.objects.create(
        union=union, role="Förhandlingsansvarig ordförande", email="forhandlingsansvarig.ordforande@forbundet.exempel"
    )
    terms = {"organisation": organisation, "valid_from": today - timedelta(900)}
    agreement = CooperationAgreement.objects.create(
        name="Samverkansavtal med arbetstagarorganisationerna", paragraphs=["11", "12", "19"], **terms
    )
    bare = CooperationAgreement.objects.create(name="Avtal utan grupp", paragraphs=["38"], **terms)
    group = CooperationGroup.objects.create(agreement=agreement, name="Central samverkansgrupp")
    meetings = [
        GroupMeeting.objects.create(group=group, held_on=roll_forward(today + timedelta(days)))
        for days in (-60, -30, 30, 60)
    ]
    spans = [("Förra sommaren", -200), ("Sommaruppehåll", 200)]
    blackouts = [
        Blackout.objects.create(
            organisation=organisation,
            label=label,
            first_on=today + timedelta(days),
            last_on=today + timedelta(days + 20),
        )
        for label, days in spans
    ]
    ChecklistTemplate.objects.create(
        organisation=organisation, version=1, items=template_of(organisation).items, note="Egna lokaler"
    )
    return {
        "union": union.pk,
        "representative": representative.pk,
        "agreement": agreement.pk,
        "bare_agreement": bare.pk,
        "group": group.pk,
        "group_meeting": meetings[-1].pk,
        "blackout": blackouts[-1].pk,
    }
