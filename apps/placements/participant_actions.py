"""Every write to a participant: made, corrected, protected, handed over to another matcher.

Whoever does it must be shown the code: views load participants with `with_code_shown_to`. Sentences are Swedish.
"""

import secrets
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.accounts.models import Organisation, User
from apps.core.actions import action, refuse_stale
from apps.core.personal_numbers import case_reference_problem
from apps.placements import codes
from apps.placements.models import MatchingSettings, Participant, TargetGroup
from apps.placements.participant_queries import kept_of, matchers_of

_RANDOM = secrets.SystemRandom()
REFERENCE = "Referens i verksamhetssystemet"
ELSEWHERE = (
    "Referensen hör till en deltagare med skyddade uppgifter. Be deltagarens matchare, eller kontrollera referensen."
)


def lock(organisation_id: int) -> Organisation:
    """The organisation, whose participants and placements are written one at a time."""
    return Organisation.objects.select_for_update(no_key=True).get(pk=organisation_id)


def participant_for(*, by: User, organisation: Organisation, code: str, case_reference: str) -> Participant:
    """The participant with the code, or a new one without a code; a reference is connected. Call under the lock.

    `code` is normalised. Raises ValidationError by field; the code `known` says that the reference belongs to a
    participant whose code was not given (`params["code"]`). A protected code is unknown to all but its matcher.
    """
    if problem := case_reference_problem(REFERENCE, case_reference):
        raise ValidationError({"case_reference": problem})
    known = _with_reference(organisation, case_reference)
    if known and not _shows(by, known):
        raise ValidationError({"case_reference": ELSEWHERE})
    if not code:
        if known:
            raise ValidationError({"case_reference": _do_you_know(known)})
        return _new(by, organisation, case_reference)
    participant = _with_code(by, organisation, code)
    if case_reference:
        _connect(participant, known, case_reference)
    return participant


@action
def create_participant(*, by: User, organisation: Organisation, token: UUID, case_reference: str = "") -> Participant:
    """A new code without a placement; the same token again gives the one it made. Raises as `participant_for`."""
    organisation = lock(organisation.pk)
    if first := Participant.objects.filter(token=token, organisation=organisation, created_by=by).first():
        return first
    case_reference = case_reference.strip()
    if (known := _with_reference(organisation, case_reference)) and _shows(by, known):
        sentence = f"Referensen hör redan till {known}. Känner du igen koden? Använd den i stället för en ny."
        raise ValidationError({"case_reference": ValidationError(sentence, "known", {"code": known.code})})
    participant = participant_for(by=by, organisation=organisation, code="", case_reference=case_reference)
    participant.token = token
    participant.save(update_fields=["token"])
    return participant


@action
def update_participant(
    *,
    by: User,
    participant: Participant,
    case_reference: str,
    is_protected: bool,
    target_group: TargetGroup | None = None,
    version: str | None = None,
) -> Participant:
    """Set or clear the reference, the protection and, where the organisation has decided it, the target group.

    Raises ValidationError by field, and Conflict when the row is no longer what `version` was made from.
    """
    lock(participant.organisation_id)
    participant = current(by, participant)
    refuse_stale(participant, version)
    case_reference = case_reference.strip()
    _check_reference(by, participant, case_reference)
    if is_protected and not participant.is_protected:
        _make_own(by, participant)
    if uses_target_groups(participant.organisation_id):
        participant.target_group = target_group
    elif target_group:
        raise ValidationError({"target_group": "Målgrupp får inte anges: organisationen har inte beslutat om det."})
    participant.case_reference, participant.is_protected = case_reference, is_protected
    participant.full_clean()
    participant.save(update_fields=["case_reference", "is_protected", "target_group", "matcher"])
    return participant


@action
def hand_over(*, by: User, participant: Participant, matcher: User, version: str | None = None) -> Participant:
    """Give the participant to another matcher of the organisation. A protected one leaves the giver's sight."""
    lock(participant.organisation_id)
    participant = current(by, participant)
    refuse_stale(participant, version)
    if not matchers_of(participant.organisation_id).filter(pk=matcher.pk).exists():
        raise ValidationError({"matcher": f"Välj matchare: {matcher} är inte matchare i organisationen."})
    participant.matcher = matcher
    participant.full_clean()
    participant.save(update_fields=["matcher"])
    return participant


def current(by: User, participant: Participant) -> Participant:
    """The participant as it is now, under the lock; refused when somebody has merged, purged or protected it."""
    found = Participant.objects.with_code_shown_to(by).filter(pk=participant.pk).first()
    if found is None:
        raise ValidationError("Koden är hopslagen, gallrad eller skyddad sedan du öppnade sidan. Sök på koden igen.")
    return found


def uses_target_groups(organisation_id: int) -> bool:
    """Whether the organisation has decided that a target group may be noted."""
    return MatchingSettings.objects.filter(organisation=organisation_id, uses_target_groups=True).exists()


def _make_own(by: User, participant: Participant) -> None:
    if participant.matcher_id is None:
        participant.matcher = by
    elif participant.matcher_id != by.pk:
        sentence = f"Deltagaren är {participant.matcher.name}s. Lämna över deltagaren till dig först, och skydda sedan."
        raise ValidationError({"is_protected": sentence})


def _check_reference(by: User, participant: Participant, case_reference: str) -> None:
    if problem := case_reference_problem(REFERENCE, case_reference):
        raise ValidationError({"case_reference": problem})
    known = _with_reference(participant.organisation, case_reference)
    if known is None or known == participant:
        return
    if not _shows(by, known):
        raise ValidationError({"case_reference": ELSEWHERE})
    sentence = f"Referensen {case_reference} hör redan till {known}. Slå ihop koderna om det är samma invånare."
    raise ValidationError({"case_reference": sentence})


def _shows(by: User, participant: Participant) -> bool:
    return Participant.objects.with_code_shown_to(by).filter(pk=participant.pk).exists()


def _with_reference(organisation: Organisation, case_reference: str) -> Participant | None:
    if not case_reference:
        return None
    return Participant.objects.filter(organisation=organisation, case_reference__iexact=case_reference).first()


def _with_code(by: User, organisation: Organisation, code: str) -> Participant:
    if problem := codes.problem(code):
        raise ValidationError({"code": problem})
    found = kept_of(Participant.objects.filter(organisation=organisation, code=code).first())
    if found is None or not _shows(by, found):
        sentence = (
            f"Koden {code} finns inte i {organisation}. Läs av den igen, eller lämna fältet tomt för en ny deltagare."
        )
        raise ValidationError({"code": sentence})
    return found


def _connect(participant: Participant, known: Participant | None, case_reference: str) -> None:
    """Give the participant its case reference, unless it or the reference already has another."""
    if known == participant:
        return
    if known:
        sentence = f"Referensen {case_reference} hör till deltagaren {known}, inte till {participant}."
        raise ValidationError({"case_reference": sentence})
    if participant.case_reference:
        sentence = (
            f"Deltagaren {participant} har redan en annan referens. Lämna referensen tom eller kontrollera koden."
        )
        raise ValidationError({"case_reference": sentence})
    participant.case_reference = case_reference
    participant.full_clean()
    participant.save(update_fields=["case_reference"])


def _do_you_know(participant: Participant) -> ValidationError:
    return ValidationError(
        f"Referensen hör redan till deltagaren {participant}. Känner du igen koden? "
        "Spara igen om det är samma person, annars rätta referensen och töm koden.",
        code="known",
        params={"code": participant.code},
    )


def _new(by: User, organisation: Organisation, case_reference: str) -> Participant:
    taken = Participant.objects.filter(organisation=organisation)
    code = codes.make(_RANDOM)
    while taken.filter(code=code).exists():
        code = codes.make(_RANDOM)
    participant = Participant(
        organisation=organisation, code=code, case_reference=case_reference, matcher=by, created_by=by
    )
    participant.full_clean()
    participant.save()
    return participant
