"""Choices of the follow-up of contracts. The wording is the glossary's."""

from django.db.models import TextChoices


class Intensity(TextChoices):
    """How closely a contract is followed up."""

    LIGHT = "light", "lätt"
    NORMAL = "normal", "normal"
    DEEP = "deep", "fördjupad"


class PointKind(TextChoices):
    """What a point of the plan is, in the order of a contract's life."""

    KICKOFF = "kickoff", "uppstartsmöte"
    FIRST_START = "first_start", "kontroll: första insatsen har börjat eller erbjudits"
    REPORT = "report", "leverantörens rapport"
    DIALOGUE = "dialogue", "dialogmöte"
    FINAL_REPORT = "final_report", "slutrapport"
    EVALUATION = "evaluation", "utvärdering"


REPORT_POINTS = (PointKind.REPORT, PointKind.FINAL_REPORT)
MEETING_POINTS = (PointKind.KICKOFF, PointKind.DIALOGUE)


class PointState(TextChoices):
    PLANNED = "planned", "planerad"
    DONE = "done", "genomförd"
    CANCELLED = "cancelled", "behövs inte"


class MeetingKind(TextChoices):
    KICKOFF = "kickoff", "uppstartsmöte"
    DIALOGUE = "dialogue", "dialogmöte"
    MARKET_DIALOGUE = "market_dialogue", "marknadsdialog före upphandling"


class MeetingForm(TextChoices):
    IN_PERSON = "in_person", "på plats"
    VIDEO = "video", "videomöte"
    PHONE = "phone", "telefon"


class MeetingState(TextChoices):
    PLANNED = "planned", "planerat"
    HELD = "held", "hållet"
    CLOSED = "closed", "protokollet är klart"
    CANCELLED = "cancelled", "inställt"


class PartyRole(TextChoices):
    """Who takes part: a role, never a name."""

    OFFICER = "officer", "upphandlingsenheten"
    DEPARTMENT = "department", "beställande förvaltning"
    MATCHER = "matcher", "matchare"
    SUPPLIER = "supplier", "leverantören"


class CommitmentState(TextChoices):
    NOT_BEGUN = "not_begun", "inte påbörjat"
    ON_TRACK = "on_track", "enligt plan"
    BEHIND = "behind", "efter plan"
    FULFILLED = "fulfilled", "uppfyllt"
    ENDED = "ended", "avslutat utan att uppfyllas"


class RequestState(TextChoices):
    ASKED = "asked", "begärd"
    STARTED = "started", "påbörjad"
    RECEIVED = "received", "inkommen"
    MORE_ASKED = "more_asked", "komplettering begärd"
    ACCEPTED = "accepted", "godtagen"
    REJECTED = "rejected", "underkänd"
    WITHDRAWN = "withdrawn", "återtagen"


OPEN_REQUESTS = (RequestState.ASKED, RequestState.STARTED, RequestState.MORE_ASKED)


class PlacementAnswer(TextChoices):
    """What a supplier says of a placement by its number."""

    GOES_ON = "goes_on", "pågår"
    ENDED = "ended", "avslutad"
    LED_TO_JOB = "led_to_job", "ledde till anställning hos oss"
    UNKNOWN = "unknown", "vi känner inte till den"


class DeviationCause(TextChoices):
    REPORT_LATE = "report_late", "rapporten är sen"
    BEHIND_PLAN = "behind_plan", "åtagandet ligger efter plan"
    FIRST_START_MISSED = "first_start_missed", "den första insatsen har inte börjat eller erbjudits"
    MEETING_MISSED = "meeting_missed", "mötet har inte hållits"
    EVIDENCE_MISSING = "evidence_missing", "underlag saknas"
    OTHER = "other", "annat"


class DeviationState(TextChoices):
    OPEN = "open", "öppen"
    EXEMPTED = "exempted", "undantagen"
    RECTIFIED = "rectified", "rättad"
    CLOSED = "closed", "avslutad"


class Step(TextChoices):
    """The ladder (DOMAIN 3.4), in order; each step but the first four needs its clause."""

    REMINDER = "reminder", "påminnelse"
    RECTIFICATION = "rectification", "tillfälle till rättelse"
    ACTION_PLAN = "action_plan", "åtgärdsplan"
    WARNING = "warning", "skriftlig varning"
    PENALTY = "penalty", "vite"
    BLOCK = "block", "spärr från avrop"
    TERMINATION = "termination", "hävning"
    NONE = "none", "ingen sanktion"


class SanctionState(TextChoices):
    PROPOSED = "proposed", "leverantören har fått yttra sig"
    DECIDED = "decided", "beslutad"
    WITHDRAWN = "withdrawn", "återtagen"


class SampleState(TextChoices):
    ASKED = "asked", "underlag begärt"
    ANSWERED = "answered", "underlag inkommet"
    APPROVED = "approved", "utan anmärkning"
    REMARK = "remark", "med anmärkning"
