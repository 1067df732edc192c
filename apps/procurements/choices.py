"""Choices of procurements and requirements. The wording is the glossary's."""

from functools import lru_cache

from django.db.models import TextChoices


class Phase(TextChoices):
    """Where a procurement stands. The order is the order of the process; the last four stand beside it."""

    NEED = "need", "behov"
    PREPARATION = "preparation", "förberedelse"
    PUBLISHED = "published", "annonserad"
    TENDERING = "tendering", "anbudstid"
    EVALUATION = "evaluation", "utvärdering"
    AWARDED = "awarded", "tilldelad"
    STANDSTILL = "standstill", "avtalsspärr"
    CONTRACTED = "contracted", "avtal"
    FOLLOW_UP = "follow_up", "uppföljning"
    EXTENSION = "extension", "förlängning"
    CLOSED = "closed", "avslutad"
    REVIEW_PENDING = "review_pending", "överprövning"
    REDO_ORDERED = "redo_ordered", "ska göras om"
    PAUSED = "paused", "pausad"
    CANCELLED = "cancelled", "avbruten"


# Nothing more is asked of these.
DEAD_PHASES = (Phase.CANCELLED, Phase.CLOSED)
# Coming procurements: what the plan and the ranking hold.
COMING_PHASES = (Phase.NEED, Phase.PREPARATION)


class PurchaseKind(TextChoices):
    """What is bought. Special services are those of LOU annex 2 (social and other special services)."""

    GOODS = "goods", "varor"
    SERVICES = "services", "tjänster"
    WORKS = "works", "byggentreprenad"
    SPECIAL_SERVICES = "special_services", "sociala tjänster och andra särskilda tjänster (LOU bilaga 2)"


class Regime(TextChoices):
    """Which rules of LOU apply, by value, kind and day."""

    DIRECT = "direct", "direktupphandling"
    BELOW_THRESHOLD = "below_threshold", "under tröskelvärdet (19 kap. LOU)"
    ABOVE_THRESHOLD = "above_threshold", "över tröskelvärdet"
    UNKNOWN = "unknown", "tröskelvärde saknas"


class Procedure(TextChoices):
    OPEN = "open", "öppet förfarande"
    RESTRICTED = "restricted", "selektivt förfarande"
    NEGOTIATED = "negotiated", "förhandlat förfarande med föregående annonsering"
    NEGOTIATED_WITHOUT_NOTICE = "negotiated_without_notice", "förhandlat förfarande utan föregående annonsering"
    NOTICE_BELOW_THRESHOLD = "notice_below_threshold", "annonserat förfarande under tröskelvärdet (19 kap. LOU)"
    DIRECT_PURCHASE = "direct_purchase", "direktupphandling"
    MINI_COMPETITION = "mini_competition", "förnyad konkurrensutsättning"
    DYNAMIC_PURCHASING_SYSTEM = "dynamic_purchasing_system", "inköp inom dynamiskt inköpssystem"


class NoticeMode(TextChoices):
    """How the award notice was sent. One tenderer told by post makes the whole `other` (LOU 20:1)."""

    ELECTRONIC = "electronic", "elektroniskt till alla"
    OTHER = "other", "med post eller på annat sätt till någon"


class Recommendation(TextChoices):
    """What the priority scoring recommends, and what is decided for a procurement."""

    NONE = "none", "inget krav"
    SOFT_ONLY = "soft_only", "bara mjuka insatser (mentor, studiebesök)"
    DIALOG = "dialog", "dialogkrav"
    NUMERIC = "numeric", "krav på antal"


class GuidelineStage(TextChoices):
    """How far a version of the guideline has come. The order is the order of the process."""

    REVISING = "revising", "under översyn"
    PROPOSED = "proposed", "föreslagen"
    DECIDED = "decided", "beslutad"
    IN_FORCE = "in_force", "gäller"
    IN_PLACE = "in_place", "införd"


class Following(TextChoices):
    """How a procurement stands to the version of the guideline that it was published under."""

    IN_LINE = "in_line", "i linje med rekommendationen"
    MOTIVATED = "motivated", "avvikelse med motiv"
    MISSING = "missing", "beslut saknas"


# Comply or explain: a decision follows the guideline whichever of the two it is.
FOLLOWS = (Following.IN_LINE, Following.MOTIVATED)
FOLLOWING_TONES = {"in_line": "good", "motivated": "info", "missing": "bad"}


class SocialFlag(TextChoices):
    """What the source said of social consideration. National statistics know only yes and unknown."""

    YES = "yes", "ja"
    NO = "no", "nej"
    UNKNOWN = "unknown", "uppgift saknas"


class RequirementKind(TextChoices):
    INTERNSHIP = "internship", "praktik"
    EMPLOYMENT = "employment", "anställning"
    APPRENTICESHIP = "apprenticeship", "lärling"
    MENTORSHIP = "mentorship", "yrkesmentor"
    STUDY_VISIT = "study_visit", "studiebesök"
    LECTURE = "lecture", "föreläsning"
    SUMMER_JOB = "summer_job", "sommarjobb"
    MIXED = "mixed", "praktik, lärling eller anställning"


class RequirementModel(TextChoices):
    """How a requirement binds (DOMAIN 3.1). Only some have a number, a kind of effort or money."""

    DIALOG = "dialog", "dialog"
    NUMERIC = "numeric", "antal"
    COMBINED = "combined", "antal och dialog"
    BONUS = "bonus", "bonus"
    RESERVED = "reserved", "reserverad upphandling"
    LABOUR_LAW = "labour_law", "arbetsrättsliga villkor"
    MENTOR = "mentor", "yrkesmentor"
    ACTIVITY = "activity", "aktivitet"
    SUMMER_JOB = "summer_job", "sommarjobb"
    WILLINGNESS = "willingness", "leverantörens vilja att bidra"


# Models in which the requirement states a number from the start.
COUNTED_MODELS = ("numeric", "combined", "mentor", "activity", "summer_job")
# Models in which the number may stand or be agreed later; the rest have none.
UNCOUNTED_MODELS = ("dialog", "reserved", "labour_law", "willingness")
# Models that ask for no effort of a certain kind.
KINDLESS_MODELS = ("reserved", "labour_law", "willingness")
# Models that are a clear change clause (LOU 17:10): a number may be agreed later.
DIALOGUE_MODELS = ("dialog", "combined")


class RequirementUnit(TextChoices):
    PLACES = "places", "platser"
    PERSONS = "persons", "personer"
    FTE_MONTHS = "fte_months", "heltidsmånader"
    MEETINGS = "meetings", "möten"
    HOURS = "hours", "timmar"


class QuantityBasis(TextChoices):
    """How the number was set."""

    FIXED_COUNT = "fixed_count", "bestämt antal"
    FTE_MONTHS = "fte_months", "heltidsmånader"
    PER_MSEK = "per_msek", "per miljon kronor"
    PER_MAN_YEAR = "per_man_year", "per årsverke"
    SHARE_OF_HOURS = "share_of_hours", "andel av arbetade timmar"
    AGREED_IN_DIALOGUE = "agreed_in_dialogue", "överenskommet i dialog"


class FollowUpBy(TextChoices):
    """Who follows the requirement up; decided in the planning (DOMAIN 3.3)."""

    PROCUREMENT = "procurement", "upphandlingsenheten"
    LABOUR_MARKET = "labour_market", "arbetsmarknadsförvaltningen"
    AGENT = "agent", "ombud"


class PenaltyUnit(TextChoices):
    WEEK = "week", "påbörjad vecka"
    PLACE = "place", "plats som inte ordnats"
    MONTH = "month", "heltidsmånad som saknas"


class ContractKind(TextChoices):
    CONTRACT = "contract", "avtal"
    FRAMEWORK = "framework", "ramavtal"
    CALL_OFF = "call_off", "avrop"


class OptionOutcome(TextChoices):
    OPEN = "open", "ej beslutad"
    CALLED = "called", "utnyttjad"
    DECLINED = "declined", "inte utnyttjad"


class Decision(TextChoices):
    """Comply or explain: where a contract stands with its social requirement."""

    REQUIRED = "required", "krav ställt"
    NONE = "none", "inget krav, motiverat"
    OPEN = "open", "ej beslutat"


class ProcurementDecision(TextChoices):
    """The same for all contracts of a procurement together."""

    REQUIRED = "required", "krav ställt"
    NONE = "none", "inget krav, motiverat"
    OPEN = "open", "ej beslutat"
    DECIDED = "decided", "krav beslutat"
    NO_CONTRACT = "no_contract", "inget avtal än"


# How a decision looks: green when it is taken, amber when it is missing.
DECISION_TONES = {"required": "good", "none": "neutral", "open": "warn", "decided": "good", "no_contract": ""}


_COUNTED = {
    RequirementKind.INTERNSHIP: ("praktikplats", "praktikplatser"),
    RequirementKind.EMPLOYMENT: ("anställning", "anställningar"),
    RequirementKind.APPRENTICESHIP: ("lärlingsplats", "lärlingsplatser"),
    RequirementKind.MENTORSHIP: ("yrkesmentor", "yrkesmentorer"),
    RequirementKind.STUDY_VISIT: ("studiebesök", "studiebesök"),
    RequirementKind.LECTURE: ("föreläsning", "föreläsningar"),
    RequirementKind.SUMMER_JOB: ("sommarjobb", "sommarjobb"),
    RequirementKind.MIXED: ("plats", "platser"),
}
_MEASURED = {
    RequirementUnit.FTE_MONTHS: ("heltidsmånad", "heltidsmånader"),
    RequirementUnit.MEETINGS: ("möte om", "möten om"),
    RequirementUnit.HOURS: ("timme", "timmar"),
}


@lru_cache(maxsize=1024)
def requirement_text(kind: str, count: int | None, model: str = "numeric", unit: str = "") -> str:
    """A requirement in words: "2 praktikplatser", "12 heltidsmånader anställning", "dialog om praktik"."""
    if model in KINDLESS_MODELS or not kind:
        return RequirementModel(model).label
    if not count:
        about = RequirementKind(kind).label
        return f"bonus för {about}" if model == RequirementModel.BONUS else f"dialog om {about}"
    if unit in _MEASURED:
        one, many = _MEASURED[unit]
        return f"{count} {one if count == 1 else many} {RequirementKind(kind).label}"
    one, many = _COUNTED[RequirementKind(kind)]
    return f"{count} {one if count == 1 else many}"
