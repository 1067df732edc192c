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
