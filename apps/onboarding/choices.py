"""The steps of taking an authority on board, in the order they are best done, and how a step may stand."""

from django.db.models import TextChoices


class Step(TextChoices):
    DECISION = "decision", "politiskt beslut"
    PROCESSING = "processing", "personuppgiftsbiträdesavtal"
    ROLES = "roles", "roller"
    MATCHER = "matcher", "matchare"
    UNIONS = "unions", "fackliga organisationer och kontakter"
    AGREEMENT = "agreement", "samverkansavtal"
    CLAUSES = "clauses", "granskade klausuler"
    GUIDELINE = "guideline", "riktlinje som gäller"
    THRESHOLDS = "thresholds", "tröskelvärden"
    TARGETS = "targets", "årets mål"
    RETENTION = "retention", "gallringsregler"
    TRAINING = "training", "utbildning"
    PILOT = "pilot", "första upphandlingen med krav"


class StepState(TextChoices):
    REMAINS = "todo", "återstår"
    IN_PROGRESS = "in_progress", "pågår"
    DONE = "done", "klar"
    NOT_NEEDED = "not_needed", "gäller inte oss"


class Progress(TextChoices):
    """How far an authority has come as a whole."""

    NOT_STARTED = "not_started", "inte påbörjat"
    IN_PROGRESS = "in_progress", "pågår"
    LATE = "late", "försenat"
    FINISHED = "finished", "avslutat"


# No row of the product tells of these: somebody writes them down, with what they rest on.
BY_HAND = (Step.DECISION, Step.PROCESSING, Step.TRAINING)
# An authority may do without an agreement about cooperation (the act then holds) and without a processor, and leave the
# nation's thresholds to whoever keeps them for all.
MAY_BE_SET_ASIDE = (Step.PROCESSING, Step.AGREEMENT, Step.THRESHOLDS)
STATE_TONES = {
    StepState.REMAINS: "neutral",
    StepState.IN_PROGRESS: "info",
    StepState.DONE: "good",
    StepState.NOT_NEEDED: "neutral",
}
PROGRESS_TONES = {
    Progress.NOT_STARTED: "neutral",
    Progress.IN_PROGRESS: "info",
    Progress.LATE: "bad",
    Progress.FINISHED: "good",
}


def states_of(step: str) -> tuple[StepState, ...]:
    """What somebody may say of a step by hand; nothing of one that only the product's own rows tell."""
    aside = (StepState.NOT_NEEDED,) if step in MAY_BE_SET_ASIDE else ()
    if step in BY_HAND:
        return (StepState.REMAINS, StepState.IN_PROGRESS, StepState.DONE, *aside)
    return (StepState.REMAINS, *aside) if aside else ()
