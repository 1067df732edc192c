"""What a placement's page offers to do next: the moves from its state, in words and addresses."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from apps.core.formats import iso_date, month
from apps.placements import moves
from apps.placements.choices import LEFT_STATES, PlacementState
from apps.placements.models import Pause, Placement

# Moves that take the placement further; the others are ways out or corrections.
_ONWARDS = ("consent", "match", "start", "end")


@dataclass(frozen=True)
class Step:
    """A link to the page where the step is taken."""

    label: str
    url: str
    hint: str = ""


@dataclass(frozen=True)
class Steps:
    """`main` is the most usual step, `others` the rest, `corrections` mend what was noted wrongly."""

    main: Step | None = None
    others: tuple[Step, ...] = ()
    corrections: tuple[Step, ...] = ()


NO_STEPS = Steps()


@dataclass(frozen=True)
class PauseLine:
    """A pause as the page tells of it."""

    text: str
    pk: int


def steps_of(placement: Placement) -> Steps:
    """Everything that may be done with the placement as it is; nothing with one that was undone."""
    if placement.undone_at:
        return NO_STEPS
    allowed = moves.allowed(placement.state)
    onwards = [_step(placement, move) for move in allowed if move.key in _ONWARDS]
    others = [_step(placement, move) for move in allowed if move.key not in _ONWARDS and not move.is_correction]
    corrections = [_step(placement, move) for move in allowed if move.is_correction]
    others = [*_running(placement), *others, *_telling(placement)]
    return Steps(onwards[0] if onwards else None, tuple(others), tuple(corrections))


def pauses_of(placement: Placement, *, shows_days: bool) -> list[PauseLine]:
    """The placement's pauses, the first first; by month for those who may not know the days."""
    on = iso_date if shows_days else month
    return [PauseLine(_pause_text(each, on), each.pk) for each in placement.pauses.all()]


def refusal(placement: Placement, key: str) -> str:
    """Why a move's page has no form, in Swedish: the state does not allow it, or the placement was undone."""
    if placement.undone_at:
        return f"{placement} är ångrad. Logga placeringen på nytt i stället."
    return moves.refusal(placement.state, key)


def url_of(placement: Placement, key: str) -> str:
    """Where a move is made; the end has a page of its own."""
    if key == "end":
        return reverse("placement_end", args=[placement.pk])
    return reverse("placement_move", args=[placement.pk, key])


def default_days(key: str, today: date, placement: Placement) -> dict[str, date | None]:
    """What the days of a move are most often: today, or the planned day when that has come."""
    planned = placement.planned_start_on
    start = planned if planned and planned <= today else today
    return {"started_on": start, "exited_on": today} | ({"planned_start_on": None} if key == "correct_start" else {})


def _step(placement: Placement, move: moves.Move) -> Step:
    return Step(move.button, url_of(placement, move.key), move.hint)


def _running(placement: Placement) -> list[Step]:
    """Extending from the match on, and pauses of what has begun."""
    found = []
    if placement.state in (PlacementState.MATCHED, PlacementState.STARTED):
        found.append(Step("Förläng", reverse("placement_extend", args=[placement.pk])))
    if placement.state == PlacementState.STARTED:
        is_paused = placement.pauses.filter(to_on=None).exists()
        name = "placement_resume" if is_paused else "placement_pause"
        label = "Avbrottet är slut" if is_paused else "Anteckna avbrott"
        found.append(Step(label, reverse(name, args=[placement.pk])))
    return found


def _telling(placement: Placement) -> list[Step]:
    """What the supplier may be told, and of what it was told; for those who see the code (`with_code_for`)."""
    if not placement.shown_code or placement.state in LEFT_STATES:
        return []
    consent = reverse("consent_create", args=[placement.participant_id])
    return [
        Step("Nytt samtycke", f"{consent}?placering={placement.pk}", "Till exempel till kontakt med leverantören."),
        Step("Anteckna vad leverantören får veta", reverse("disclosure_create", args=[placement.pk])),
    ]


def _pause_text(pause: Pause, on: Callable[[date], str]) -> str:
    return f"{on(pause.from_on)} – {on(pause.to_on) if pause.to_on else 'pågår'}"
