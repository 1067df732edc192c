"""The gate's visits to participants: their codes, what they agreed to, what suppliers were told, the settings."""

import uuid

from django.utils import timezone

from apps.placements.consent_actions import give_consent, record_disclosure, withdraw_consent
from apps.placements.matching_actions import create_target_group, update_settings
from apps.placements.merge_actions import merge_participants
from apps.placements.models import Participant, Placement
from apps.placements.participant_actions import update_participant
from procurement_csr import people
from procurement_csr.tests.gate_visit import BOTH, NONSENSE, Visit

PARTICIPANT_VISITS = (
    Visit("participant_list", "matcher", refuses=BOTH),
    Visit("participant_list", "matcher", query="?show=waiting", refuses=BOTH),
    Visit("participant_create", "matcher", refuses=(NONSENSE,)),
    Visit("participant_detail", "matcher", "participant"),
    Visit("participant_detail", "matcher", "bare_participant"),
    Visit("participant_update", "matcher", "participant", refuses=(NONSENSE,)),
    Visit("participant_merge", "matcher", "participant", refuses=BOTH),
    Visit("participant_hand_over", "matcher", "participant", refuses=BOTH),
    Visit("consent_create", "matcher", "participant", refuses=BOTH),
    Visit("consent_withdraw", "matcher", "consent", refuses=BOTH),
    Visit("disclosure_create", "matcher", "told_placement", refuses=BOTH),
    Visit("matching_settings", "administrator", refuses=BOTH),
    Visit("protected_reassign", "administrator", refuses=BOTH),
    Visit("target_group_create", "administrator", refuses=BOTH),
    Visit("target_group_update", "administrator", "target_group", refuses=BOTH),
)
PARTICIPANT_NOT_PAGES = {"merge_undo": "POST only, the participant's page shows what it says"}
LONG = "Arbetsmarknadsförvaltningssamverkansmålgruppen"


def addresses_of_participants(organisation, matcher) -> dict:
    """A participant with everything that can be noted, and one with nothing."""
    today = timezone.localdate()
    decision = {"decided_by_body": "Arbetsmarknadsnämnden", "decided_on": today, "reference": "AMN 2026 § 9"}
    settings = {"follow_up_months": [3, 6, 12], "uses_target_groups": True, "today": today}
    update_settings(by=None, organisation=organisation, **settings, **decision)
    group = create_target_group(by=None, organisation=organisation, name=f"{LONG} 18–24 år")
    placement = Placement.objects.filter(organisation=organisation, ended_on=None, undone_at=None).earliest("pk")
    participant, other = placement.participant, people.make_participant(organisation)
    Participant.objects.filter(pk=participant.pk).update(matcher=matcher)
    known = {"case_reference": f"AMF 2026/{'7' * 8}", "target_group": group, "is_protected": False}
    update_participant(by=matcher, participant=participant, **known)
    merge_participants(by=matcher, kept=participant, merged=other)
    update_participant(by=matcher, participant=participant, **known | {"is_protected": True})
    return {
        "participant": participant.pk,
        "bare_participant": people.make_participant(organisation).pk,
        "target_group": group.pk,
        "told_placement": placement.pk,
        "consent": _consents(placement, matcher, today).pk,
    }


def _consents(placement, matcher, today):
    """One in force, on which the supplier was told something, and one that was withdrawn."""

    def give(purpose, **values):
        given = {"participant": placement.participant, "given_on": today, "today": today, "token": uuid.uuid4()}
        return give_consent(by=matcher, purpose=purpose, **given, **values)

    withdraw_consent(by=matcher, consent=give("statistics"), withdrawn_on=today, today=today)
    about = {"supplier": placement.supplier, "document_reference": f"AMF 2026/{'5' * 30}"}
    consent = give("contact_supplier", **about)
    told = {"told": ["name", "contact"], "told_on": today, "today": today, "token": uuid.uuid4()}
    record_disclosure(by=matcher, placement=placement, consent=consent, **told)
    return consent
