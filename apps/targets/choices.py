"""How a target is counted."""

from django.db.models import TextChoices


class CountingRule(TextChoices):
    RESIDENTS_STARTED = "residents_started", "invånare som fått minst en insats som startat under året"
    PLACEMENTS_STARTED = "placements_started", "insatser som startat under året"
    RESIDENTS_ACTIVE = "residents_active", "invånare med en pågående insats vid årets slut"
