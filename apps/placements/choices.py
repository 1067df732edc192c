"""Kinds, ends and activities of placements."""

from django.db.models import TextChoices


class PlacementKind(TextChoices):
    INTERNSHIP = "internship", "Praktik"
    EMPLOYMENT = "employment", "Anställning"
    APPRENTICESHIP = "apprenticeship", "Lärling"
    MENTORSHIP = "mentorship", "Yrkesmentor"


class EndReason(TextChoices):
    COMPLETED = "completed", "genomförd"
    MOVED_TO_EMPLOYMENT = "moved_to_employment", "gick vidare till arbete"
    MOVED_TO_STUDY = "moved_to_study", "gick vidare till studier"
    INTERRUPTED_CANDIDATE = "interrupted_candidate", "avbruten av deltagaren"
    INTERRUPTED_SUPPLIER = "interrupted_supplier", "avbruten av leverantören"
    CONTRACT_ENDED = "contract_ended", "avtalet upphörde"
    OTHER = "other", "annat skäl"


class ActivityKind(TextChoices):
    STUDY_VISIT = "study_visit", "studiebesök"
    LECTURE = "lecture", "föreläsning"
