"""Kinds, states, ends and outcomes of placements."""

from django.db.models import TextChoices


class PlacementKind(TextChoices):
    INTERNSHIP = "internship", "Praktik"
    EMPLOYMENT = "employment", "Anställning"
    APPRENTICESHIP = "apprenticeship", "Lärling"
    MENTORSHIP = "mentorship", "Yrkesmentor"
    SUMMER_JOB = "summer_job", "Sommarjobb"
    OSA = "osa", "Offentligt skyddad anställning"


class PlacementState(TextChoices):
    """Where a placement stands (DOMAIN 4). The table of moves is `moves.MOVES`."""

    PROPOSED = "proposed", "föreslagen"
    CONSENTED = "consented", "samtycke eller prövning klar"
    MATCHED = "matched", "matchad"
    STARTED = "started", "pågår"
    ENDED = "ended", "avslutad"
    DECLINED_BY_CANDIDATE = "declined_by_candidate", "deltagaren tackade nej"
    DECLINED_BY_SUPPLIER = "declined_by_supplier", "leverantören tackade nej"
    WITHDRAWN = "withdrawn", "återtagen"
    NO_SHOW = "no_show", "kom aldrig"


# Before the first day at work, in order; after it; and the ways out before it.
WAITING_STATES = ("proposed", "consented", "matched")
WORKED_STATES = ("started", "ended")
# What asks for an offered place, and what takes it.
ASKED_STATES = ("proposed", "consented")
FILLED_STATES = ("matched", "started", "ended")
LEFT_STATES = ("declined_by_candidate", "declined_by_supplier", "withdrawn", "no_show")


class EndReason(TextChoices):
    COMPLETED = "completed", "genomförd"
    MOVED_TO_EMPLOYMENT = "moved_to_employment", "gick vidare till arbete"
    MOVED_TO_STUDY = "moved_to_study", "gick vidare till studier"
    INTERRUPTED_CANDIDATE = "interrupted_candidate", "avbruten av deltagaren"
    INTERRUPTED_SUPPLIER = "interrupted_supplier", "avbruten av leverantören"
    CONTRACT_ENDED = "contract_ended", "avtalet upphörde"
    OTHER = "other", "annat skäl"


class ReferringBody(TextChoices):
    """Who refers a resident to practice, which is no employment (DOMAIN 4)."""

    MUNICIPALITY = "municipality", "kommunen"
    EMPLOYMENT_SERVICE = "employment_service", "Arbetsförmedlingen"


class UnfilledReason(TextChoices):
    """Why an offered place was not filled: the municipality's side or the supplier's."""

    NO_CANDIDATE = "no_candidate", "ingen kandidat fanns"
    CANDIDATE_WITHDREW = "candidate_withdrew", "kandidaten drog sig ur"
    SUPPLIER_WITHDREW = "supplier_withdrew", "leverantören drog tillbaka platsen"
    WORK_POSTPONED = "work_postponed", "arbetet sköts upp"


# The supplier has done its part although the place stayed empty ("dokumenterat försök").
MUNICIPAL_REASONS = ("no_candidate", "candidate_withdrew")


class CreditKind(TextChoices):
    """What the authority has accepted that no placement shows."""

    REPORTED = "reported", "godtaget ur leverantörens rapport"
    ATTEMPTS = "attempts", "godtagna dokumenterade försök"


class Situation(TextChoices):
    """What a resident does some months after a placement, as the matcher hears it. `outcomes.py` says what counts."""

    EMPLOYED_UNSUBSIDISED = "employed_unsubsidised", "arbete utan stöd, minst en månad i sträck"
    EMPLOYED_SUBSIDISED = "employed_subsidised", "arbete med stöd, minst en månad i sträck"
    EMPLOYED_SHORT = "employed_short", "arbete som varat kortare tid än en månad"
    MUNICIPAL_JOB = "municipal_job", "kommunal arbetsmarknadsanställning"
    STUDYING = "studying", "studier som ger rätt till studiemedel (CSN)"
    STUDYING_OTHER = "studying_other", "studier utan rätt till studiemedel"
    OTHER_MEASURE = "other_measure", "annan insats"
    UNEMPLOYED = "unemployed", "utan arbete"
    UNKNOWN = "unknown", "okänt"


class ConsentPurpose(TextChoices):
    """What a resident has agreed to. Consent breaks secrecy (OSL 12 kap.); it is not the GDPR ground."""

    CONTACT_SUPPLIER = "contact_supplier", "kontakt med leverantören"
    SHARE_CV = "share_cv", "lämna ut meritförteckning till leverantören"
    FOLLOW_UP = "follow_up", "uppföljning efter 3, 6 och 12 månader"
    STATISTICS = "statistics", "användning i statistik"


# Purposes that are about one supplier.
SUPPLIER_PURPOSES = ("contact_supplier", "share_cv")


class DisclosureGround(TextChoices):
    """Why something covered by secrecy was told to a supplier."""

    CONSENT = "consent", "samtycke (12 kap. 2 § OSL)"
    HARM_TEST = "harm_test", "menprövning (26 kap. 1 § OSL)"


class ToldPart(TextChoices):
    """What kind of thing a supplier was told; never its content."""

    NAME = "name", "namn"
    CONTACT = "contact", "kontaktväg"
    EXPERIENCE = "experience", "arbetslivserfarenhet och utbildning"
    AVAILABILITY = "availability", "när deltagaren kan börja och arbeta"
    SUPPORT_AT_WORK = "support_at_work", "stöd som behövs på arbetsplatsen"


class RecordClass(TextChoices):
    """What a retention rule is about."""

    CASE_REFERENCE = "case_reference", "referens i verksamhetssystemet"
    PARTICIPANT_CODE = "participant_code", "deltagarkod"
    CONSENT = "consent", "samtycken"
    DISCLOSURE = "disclosure", "utlämnanden till leverantör"


class RetentionTrigger(TextChoices):
    """From which day a retention period runs."""

    LAST_FOLLOW_UP = "last_follow_up", "sista uppföljningen"
    LAST_PLACEMENT_END = "last_placement_end", "sista placeringens slut"
    CREATED = "created", "den dag uppgiften skrevs"


class RetentionAction(TextChoices):
    PURGE = "purge", "gallras"
    PRESERVE = "preserve", "bevaras"


class ActivityKind(TextChoices):
    STUDY_VISIT = "study_visit", "studiebesök"
    LECTURE = "lecture", "föreläsning"
    MARKET_DIALOGUE = "market_dialogue", "marknadsdialog"


class CorrectionReason(TextChoices):
    """Why a placement was corrected. A choice and no text, since a text would come to be about a person."""

    SLIP = "slip", "uppgiften blev fel när den skrevs"
    FROM_PARTICIPANT = "from_participant", "ny uppgift från deltagaren"
    FROM_SUPPLIER = "from_supplier", "ny uppgift från leverantören"
    WRONG_PLACEMENT = "wrong_placement", "fel placering ändrades"
