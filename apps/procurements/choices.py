"""Choices of procurements and requirements. The wording is the glossary's."""

from django.db.models import TextChoices


class Status(TextChoices):
    PLANNED = "planned", "planerad"
    PUBLISHED = "published", "annonserad"
    CONTRACTED = "contracted", "avtal"
    CLOSED = "closed", "avslutad"
    CANCELLED = "cancelled", "avbruten"


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
