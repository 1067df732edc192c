"""Consents, and what suppliers were told: given, withdrawn, noted. A refused disclosure leaves no trace of itself."""

from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.accounts.models import User
from apps.core.actions import action
from apps.placements import rules
from apps.placements.choices import SUPPLIER_PURPOSES, ConsentPurpose, DisclosureGround
from apps.placements.disclosure_rules import is_in_force, not_covered
from apps.placements.models import Consent, Disclosure, FollowUp, Participant, Placement
from apps.placements.participant_actions import current, lock
from apps.suppliers.models import Supplier

NO_GROUND = (
    "Det finns varken ett giltigt samtycke för leverantören eller en menprövning. Uppgifterna får inte lämnas ut."
)


@action
def give_consent(
    *,
    by: User,
    participant: Participant,
    purpose: str,
    given_on: date,
    today: date,
    token: UUID,
    supplier: Supplier | None = None,
    document_reference: str = "",
) -> Consent:
    """Note a consent. Only one for the same thing can be in force, so that a withdrawal withdraws it."""
    lock(participant.organisation_id)
    participant = current(by, participant)
    if first := Consent.objects.filter(token=token, participant=participant).first():
        return first
    if problem := rules.date_problem("Dagen", given_on, today) or _later("Dagen", given_on, today):
        raise ValidationError({"given_on": problem})
    supplier = supplier if purpose in SUPPLIER_PURPOSES else None
    same = Consent.objects.filter(participant=participant, purpose=purpose, supplier=supplier, withdrawn_on=None)
    if standing := same.first():
        sentence = f"Samtycket finns redan, lämnat {standing.given_on}. Återkalla det först om det ska ersättas."
        raise ValidationError({"purpose": sentence})
    consent = Consent(
        participant=participant,
        purpose=purpose,
        supplier=supplier,
        given_on=given_on,
        document_reference=document_reference.strip(),
        recorded_by=by,
        token=token,
    )
    consent.full_clean()
    consent.save()
    return consent


@action
def withdraw_consent(*, by: User, consent: Consent, withdrawn_on: date, today: date) -> Consent:
    """Withdraw a consent; one about being asked afterwards stops the open follow-ups at once (fact 36)."""
    lock(consent.participant.organisation_id)
    consent = Consent.objects.get(pk=consent.pk)
    if consent.withdrawn_on:
        return consent
    if problem := _later("Dagen", withdrawn_on, today):
        raise ValidationError({"withdrawn_on": problem})
    _withdraw(consent, withdrawn_on, by)
    # Codes that were merged may each have had the same consent, and no means no.
    same = Consent.objects.filter(participant=consent.participant, purpose=consent.purpose, supplier=consent.supplier)
    for other in same.filter(withdrawn_on=None):
        _withdraw(other, max(withdrawn_on, other.given_on), by)
    if consent.purpose == ConsentPurpose.FOLLOW_UP:
        FollowUp.objects.filter(
            placement__participant=consent.participant_id, answered_on=None, stopped_on=None
        ).update(stopped_on=today)
    return consent


@action
def record_disclosure(
    *,
    by: User,
    placement: Placement,
    told: list[str],
    told_on: date,
    today: date,
    token: UUID,
    consent: Consent | None = None,
    harm_test_reference: str = "",
) -> Disclosure:
    """Note that the placement's supplier is told something, on a consent or a harm test.

    Raises ValidationError without a ground that covers it that day (fact 35); then nothing at all is written.
    """
    lock(placement.organisation_id)
    placement = Placement.objects.select_related("supplier").get(pk=placement.pk)
    current(by, placement.participant)
    if first := Disclosure.objects.filter(token=token, placement=placement).first():
        return first
    if problem := _later("Dagen", told_on, today):
        raise ValidationError({"told_on": problem})
    _check_ground(placement, told, told_on, consent, harm_test_reference)
    ground = DisclosureGround.CONSENT if consent else DisclosureGround.HARM_TEST
    disclosure = Disclosure(
        placement=placement,
        supplier=placement.supplier,
        told=told,
        ground=ground,
        consent=consent,
        harm_test_reference="" if consent else harm_test_reference.strip(),
        told_on=told_on,
        recorded_by=by,
        token=token,
    )
    disclosure.full_clean()
    disclosure.save()
    return disclosure


def _withdraw(consent: Consent, day: date, by: User) -> None:
    consent.withdrawn_on, consent.withdrawn_by = day, by
    consent.full_clean()
    consent.save(update_fields=["withdrawn_on", "withdrawn_by"])


def _check_ground(
    placement: Placement, told: list[str], told_on: date, consent: Consent | None, harm_test_reference: str
) -> None:
    if consent is None:
        if not harm_test_reference.strip():
            raise ValidationError({"ground": NO_GROUND})
        return
    consent = Consent.objects.select_for_update().filter(pk=consent.pk, participant=placement.participant_id).first()
    if consent is None or consent.supplier_id != placement.supplier_id:
        raise ValidationError({"ground": NO_GROUND})
    if not is_in_force(consent.given_on, consent.withdrawn_on, told_on):
        raise ValidationError({"ground": f"Samtycket gällde inte {told_on}. Uppgifterna får inte lämnas ut."})
    if missing := not_covered(consent.purpose, told):
        words = ", ".join(part.label for part in missing)
        sentence = f"Samtycket omfattar inte {words}. Inhämta samtycke till det, eller gör en menprövning."
        raise ValidationError({"told": sentence})


def _later(label: str, day: date, today: date) -> str:
    return f"{label} {day} har inte kommit än. Ange i dag eller en tidigare dag." if day > today else ""
