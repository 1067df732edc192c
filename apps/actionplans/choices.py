"""Words of the yearly plan, and which state an item may go to from which."""

from django.db.models import TextChoices


class PlanScope(TextChoices):
    ORGANISATION = "organisation", "den egna organisationen"
    ALL = "all", "alla myndigheter vi upphandlar åt"


class PlanState(TextChoices):
    DRAFT = "draft", "utkast"
    DECIDED = "decided", "beslutad"
    PUBLISHED = "published", "publicerad"


class ItemState(TextChoices):
    NOT_STARTED = "not_started", "inte påbörjad"
    IN_PROGRESS = "in_progress", "pågår"
    DONE = "done", "klar"
    MOVED = "moved", "flyttad"


class DueKind(TextChoices):
    DAY = "day", "en viss dag"
    MONTH = "month", "en månad"
    RUNNING = "running", "löpande under året"


# Somebody has to act on these; what is moved is carried on elsewhere.
OPEN_STATES = (ItemState.NOT_STARTED, ItemState.IN_PROGRESS)
ITEM_TRANSITIONS: dict[str, tuple[str, ...]] = {
    ItemState.NOT_STARTED: (ItemState.IN_PROGRESS, ItemState.DONE, ItemState.MOVED),
    ItemState.IN_PROGRESS: (ItemState.NOT_STARTED, ItemState.DONE, ItemState.MOVED),
    ItemState.DONE: (ItemState.IN_PROGRESS,),
    ItemState.MOVED: (ItemState.NOT_STARTED, ItemState.IN_PROGRESS),
}
# A decided plan may get a new decision; a published one is taken back first, which makes it decided again.
PLAN_TRANSITIONS: dict[str, tuple[str, ...]] = {
    PlanState.DRAFT: (PlanState.DECIDED,),
    PlanState.DECIDED: (PlanState.DECIDED, PlanState.PUBLISHED),
    PlanState.PUBLISHED: (),
}
STATE_TONES = {
    ItemState.NOT_STARTED: "neutral",
    ItemState.IN_PROGRESS: "info",
    ItemState.DONE: "good",
    ItemState.MOVED: "warn",
}
PLAN_TONES = {PlanState.DRAFT: "neutral", PlanState.DECIDED: "info", PlanState.PUBLISHED: "good"}


class SeminarState(TextChoices):
    PLANNED = "planned", "planerat"
    HELD = "held", "hållet"
    CANCELLED = "cancelled", "inställt"


# What was held stays held, and its numbers can be corrected; what was cancelled is planned anew.
SEMINAR_TRANSITIONS: dict[str, tuple[str, ...]] = {
    SeminarState.PLANNED: (SeminarState.HELD, SeminarState.CANCELLED),
    SeminarState.HELD: (SeminarState.HELD,),
    SeminarState.CANCELLED: (),
}
SEMINAR_TONES = {SeminarState.PLANNED: "info", SeminarState.HELD: "good", SeminarState.CANCELLED: "neutral"}


class EvaluationState(TextChoices):
    DRAFT = "draft", "utkast"
    DECIDED = "decided", "beslutad"


EVALUATION_TONES = {EvaluationState.DRAFT: "neutral", EvaluationState.DECIDED: "good"}


class ReadyFactor(TextChoices):
    """What others have found that success depends on; an organisation chooses among them and adds its own."""

    SUPPORT = "support", "Politiskt stöd"
    CLOSENESS = "closeness", "Närhet mellan inköp och arbetsmarknad"
    RESOURCES = "resources", "Resurser"
    COMMUNICATION = "communication", "Kommunikation och återkoppling"
    PRIORITISATION = "prioritisation", "Prioritering"
    EVALUATION = "evaluation", "Utvärdering"


LOWEST, HIGHEST = 1, 5
SCORES = (
    (1, "1, saknas"),
    (2, "2, svagt"),
    (3, "3, på väg"),
    (4, "4, bra"),
    (5, "5, mycket bra"),
)
