"""Choices of procurements and requirements. The wording is the glossary's."""

from django.db.models import TextChoices


class Status(TextChoices):
    PLANNED = "planned", "planerad"
    PUBLISHED = "published", "annonserad"
    CONTRACTED = "contracted", "avtal"
    CLOSED = "closed", "avslutad"
    CANCELLED = "cancelled", "avbruten"


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


class RequirementModel(TextChoices):
    DIALOG = "dialog", "dialog"
    NUMERIC = "numeric", "antal"


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
    NO_CONTRACT = "no_contract", "inget avtal än"


# How a decision looks: green when it is taken, amber when it is missing.
DECISION_TONES = {"required": "good", "none": "neutral", "open": "warn", "no_contract": ""}


_COUNTED = {
    RequirementKind.INTERNSHIP: ("praktikplats", "praktikplatser"),
    RequirementKind.EMPLOYMENT: ("anställning", "anställningar"),
    RequirementKind.APPRENTICESHIP: ("lärlingsplats", "lärlingsplatser"),
    RequirementKind.MENTORSHIP: ("yrkesmentor", "yrkesmentorer"),
    RequirementKind.STUDY_VISIT: ("studiebesök", "studiebesök"),
    RequirementKind.LECTURE: ("föreläsning", "föreläsningar"),
}


def requirement_text(kind: str, count: int | None) -> str:
    """A requirement in words: "2 praktikplatser", or "dialog om praktik" when no number is set."""
    if not count:
        return f"dialog om {RequirementKind(kind).label}"
    one, many = _COUNTED[RequirementKind(kind)]
    return f"{count} {one if count == 1 else many}"
