"""Every move of a row of the checklist, from call to close: one table. Pure.

A row is one union, one department, one stage, one round. What must hold of the dates stands in row_rules. Paragraphs
are those of MBL, lag (1976:580) om medbestämmande i arbetslivet.
"""

from dataclasses import dataclass

from apps.mbl.choices import CloseReason, Paragraph, State

# What a union is told and not negotiated with about.
INFORMATION = Paragraph.P19
_BEFORE_MEETING = (State.CALLED, State.ADJOURNED)


@dataclass(frozen=True, slots=True)
class Move:
    """A move of a row. `asks` are fields of Consultation that its form shows, `required` those that must be given.

    `reason` is how a closing move closes. Information (19 §) has moves of its own: `for_information` says whether a
    move is for such rows only, or never, or for both kinds (None).
    """

    key: str
    sources: tuple[State, ...]
    target: State
    button: str
    paragraph: str
    asks: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    reason: str = ""
    for_information: bool | None = False

    def fits(self, state: str, is_information: bool) -> bool:
        """Whether a row in this state may take the move."""
        return state in self.sources and self.for_information in (None, is_information)


MOVES: tuple[Move, ...] = (
    Move(
        "call",
        (State.PLANNED,),
        State.CALLED,
        "Kalla till förhandling",
        "11, 15 och 38 §§ MBL",
        asks=(
            "called_on",
            "channel",
            "meeting_on",
            "place",
            "matter",
            "proposal",
            "supplier",
            "secrecy_reservation",
        ),
        required=("called_on", "channel", "meeting_on", "matter"),
    ),
    Move(
        "meet",
        _BEFORE_MEETING,
        State.MET,
        "Mötet är hållet",
        "15 § MBL",
        asks=("met_on", "form", "participants", "proposal", "employer_view", "union_view", "minutes_reference"),
        required=("met_on", "form"),
    ),
    Move(
        "adjourn",
        (*_BEFORE_MEETING, State.MET),
        State.ADJOURNED,
        "Ajournera till en annan dag",
        "16 § MBL",
        asks=("adjourned_to", "place", "participants"),
        required=("adjourned_to",),
    ),
    Move(
        "absent",
        _BEFORE_MEETING,
        State.CLOSED,
        "Facket kom inte",
        "15 § MBL",
        asks=("closed_on", "employer_view"),
        required=("closed_on",),
        reason=CloseReason.ABSENT,
    ),
    Move(
        "agree",
        (State.MET,),
        State.CLOSED,
        "Avsluta i enighet",
        "16 § MBL",
        asks=("closed_on", "employer_view", "union_view", "minutes_reference"),
        required=("closed_on",),
        reason=CloseReason.AGREED,
    ),
    Move(
        "disagree",
        (State.MET,),
        State.DISAGREED,
        "Avsluta lokalt i oenighet",
        "14 och 16 §§ MBL",
        asks=("local_closed_on", "disagreement", "employer_view", "union_view", "minutes_reference"),
        required=("local_closed_on", "disagreement"),
    ),
    Move(
        "request_central",
        (State.DISAGREED,),
        State.CENTRAL_REQUESTED,
        "Central förhandling är begärd",
        "14 § MBL",
        asks=("central_requested_on", "central_requested_by", "central_meeting_on"),
        required=("central_requested_on", "central_requested_by"),
    ),
    # A request after the period is kept and stops nothing (fact 44).
    Move(
        "late_request",
        (State.DISAGREED,),
        State.DISAGREED,
        "Anteckna en för sen begäran",
        "14 § MBL",
        asks=("central_requested_on", "central_requested_by"),
        required=("central_requested_on", "central_requested_by"),
    ),
    Move(
        "expire",
        (State.DISAGREED,),
        State.CLOSED,
        "Avsluta, ingen begärde central förhandling i tid",
        "14 § MBL",
        reason=CloseReason.PERIOD_EXPIRED,
    ),
    Move(
        "call_central",
        (State.CENTRAL_REQUESTED,),
        State.CENTRAL_REQUESTED,
        "Bestäm dag för central förhandling",
        "14 § MBL",
        asks=("central_meeting_on",),
        required=("central_meeting_on",),
    ),
    Move(
        "meet_central",
        (State.CENTRAL_REQUESTED,),
        State.CENTRAL_MET,
        "Central förhandling är hållen",
        "14 § MBL",
        asks=("central_met_on", "central_outcome"),
        required=("central_met_on",),
    ),
    Move(
        "close_central",
        (State.CENTRAL_MET,),
        State.CLOSED,
        "Avsluta central förhandling",
        "14 och 16 §§ MBL",
        asks=("closed_on", "central_outcome"),
        required=("closed_on", "central_outcome"),
        reason=CloseReason.CENTRAL_DONE,
    ),
    Move(
        "withdraw",
        (State.DISAGREED, State.CENTRAL_REQUESTED),
        State.CLOSED,
        "Någon har frånträtt skriftligt",
        "16 § MBL",
        asks=("withdrawn_on", "withdrawn_by"),
        required=("withdrawn_on", "withdrawn_by"),
        reason=CloseReason.WITHDRAWN,
    ),
    Move(
        "inform",
        (State.PLANNED,),
        State.CLOSED,
        "Information är lämnad",
        "19 § MBL",
        asks=("closed_on", "channel", "matter", "participants"),
        required=("closed_on", "channel", "matter"),
        reason=CloseReason.INFORMED,
        for_information=True,
    ),
    Move(
        "not_required",
        (State.PLANNED, State.CALLED),
        State.NOT_REQUIRED,
        "Inte aktuell",
        "11, 19 och 38 §§ MBL",
        asks=("not_required_motive",),
        required=("not_required_motive",),
        for_information=None,
    ),
    Move(
        "reopen",
        (State.EXEMPT,),
        State.PLANNED,
        "Facket begär förhandling",
        "38 § MBL",
    ),
)
BY_KEY = {move.key: move for move in MOVES}


def allowed(state: str, is_information: bool = False) -> tuple[Move, ...]:
    """Every move from a state, the most usual first."""
    return tuple(move for move in MOVES if move.fits(state, is_information))


def find(key: str, state: str, is_information: bool = False) -> Move:
    """The move with the key from this state. Raises ValueError with a Swedish sentence when it is refused."""
    move = BY_KEY.get(key)
    if move is None:
        raise ValueError(f"Steget ”{key}” finns inte. Ladda om sidan och välj ett steg som visas där.")
    if move.fits(state, is_information):
        return move
    raise ValueError(_refusal(move, State(state), is_information))


def _refusal(move: Move, state: State, is_information: bool) -> str:
    start = f"”{move.button}” går inte här ({move.paragraph})"
    if move.for_information not in (None, is_information):
        what = "information enligt 19 § MBL, som inte förhandlas" if is_information else "förhandling, inte information"
        start = f"{start}: raden gäller {what}. Läget är {state.label}"
    else:
        start = f"{start}: läget är {state.label}"
    ways = [f"”{each.button}”" for each in allowed(state, is_information)]
    if not ways:
        return f"{start} och ändras inte mer."
    return f"{start}. Härifrån går {' eller '.join(filter(None, [', '.join(ways[:-1]), ways[-1]]))}."
