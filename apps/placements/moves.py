"""Every move of a placement, from the proposal to the end, and every correction: one table. Pure.

The states and the ways between them are DOMAIN 4. What must hold of dates and kinds stands in `rules` and `kind_rules`.
Nothing is ever deleted: what was noted wrongly is corrected by a move that asks for a reason.
"""

from dataclasses import dataclass
from datetime import date

from apps.placements.choices import LEFT_STATES, WAITING_STATES, PlacementState
from apps.procurements.wording import listed

_WAITING = tuple(PlacementState(state) for state in WAITING_STATES)
_LEFT = tuple(PlacementState(state) for state in LEFT_STATES)
_EXIT = ("exited_on",)


@dataclass(frozen=True, slots=True)
class Move:
    """A move of a placement. `asks` are the fields its form shows, `required` those that must be given.

    `hint` says when the button is pressed, `done` what is said afterwards. A correction has a `reason` to give and
    `clears` the fields that were wrong. `target` is None when it leads back to where the placement was.
    """

    key: str
    sources: tuple[PlacementState, ...]
    target: PlacementState | None
    button: str
    done: str
    hint: str = ""
    asks: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    clears: tuple[str, ...] = ()

    @property
    def is_correction(self) -> bool:
        """Whether it mends what was noted wrongly, and so needs a reason."""
        return "reason" in self.required

    def leads_to(self, state: str, before: str = "") -> PlacementState:
        """The state after the move from `state`; `before` is where a placement was when it was left.

        Raises ValueError with a Swedish sentence when a placement cannot have come from `before` to `state`.
        """
        if self.target:
            return self.target
        if before in ways_into(state):
            return PlacementState(before)
        raise ValueError(
            f"Läget före ”{PlacementState(state).label}” är inte känt. Föreslå deltagaren på nytt i stället."
        )


MOVES: tuple[Move, ...] = (
    Move(
        "consent",
        (PlacementState.PROPOSED,),
        PlacementState.CONSENTED,
        "Samtycke eller prövning klar",
        "Sparat. Nu får leverantören veta det som samtycket eller prövningen gäller.",
        "När deltagaren har samtyckt till kontakt med leverantören, eller en menprövning är gjord.",
        asks=("is_harm_tested",),
    ),
    Move(
        "match",
        (PlacementState.CONSENTED,),
        PlacementState.MATCHED,
        "Leverantören sade ja",
        "Sparat. Bekräfta starten den dag deltagaren börjar.",
        "Leverantören avgör vem som får platsen.",
        asks=("planned_start_on", "planned_end_on", "extent_percent", "referring_body", "supervisor_role"),
        required=("planned_start_on",),
    ),
    Move(
        "start",
        (PlacementState.MATCHED,),
        PlacementState.STARTED,
        "Har börjat",
        "Sparat. Placeringen pågår och räknas från startdagen.",
        "Tidigast den första dagen på platsen.",
        asks=("started_on", "planned_end_on", "extent_percent", "referring_body", "supervisor_role"),
        required=("started_on",),
    ),
    Move(
        "end",
        (PlacementState.STARTED,),
        PlacementState.ENDED,
        "Avsluta",
        "Sparat. Placeringen är avslutad.",
        "Tidigast den sista dagen på platsen.",
        asks=("ended_on", "end_reason"),
        required=("ended_on", "end_reason"),
    ),
    Move(
        "decline_by_candidate",
        _WAITING,
        PlacementState.DECLINED_BY_CANDIDATE,
        "Deltagaren tackade nej",
        "Sparat. Platsen är ledig igen.",
        asks=_EXIT,
        required=_EXIT,
    ),
    Move(
        "decline_by_supplier",
        _WAITING,
        PlacementState.DECLINED_BY_SUPPLIER,
        "Leverantören tackade nej",
        "Sparat. Platsen är ledig igen.",
        asks=_EXIT,
        required=_EXIT,
    ),
    Move(
        "no_show",
        (PlacementState.MATCHED,),
        PlacementState.NO_SHOW,
        "Kom aldrig",
        "Sparat. Placeringen räknas inte, och platsen är ledig igen.",
        "När deltagaren inte kom den dag placeringen skulle börja.",
        asks=_EXIT,
        required=_EXIT,
    ),
    Move(
        "withdraw",
        _WAITING,
        PlacementState.WITHDRAWN,
        "Ta tillbaka förslaget",
        "Sparat. Förslaget är återtaget, och platsen är ledig igen.",
        "När kommunen drar sig ur innan placeringen har börjat.",
        asks=_EXIT,
        required=_EXIT,
    ),
    Move(
        "correct_start",
        (PlacementState.STARTED,),
        PlacementState.MATCHED,
        "Rätta: har inte börjat",
        "Rättat. Placeringen är matchad och räknas inte förrän den har börjat.",
        asks=("planned_start_on", "reason"),
        required=("planned_start_on", "reason"),
        clears=("started_on",),
    ),
    Move(
        "correct_end",
        (PlacementState.ENDED,),
        PlacementState.STARTED,
        "Rätta: pågår fortfarande",
        "Rättat. Placeringen pågår, och dess uppföljningar väntar tills den är slut.",
        asks=("planned_end_on", "reason"),
        required=("reason",),
        clears=("ended_on", "end_reason"),
    ),
    Move(
        "correct_exit",
        _LEFT,
        None,
        "Rätta: gäller fortfarande",
        "Rättat. Placeringen är tillbaka där den var.",
        asks=("reason",),
        required=("reason",),
        clears=("exited_on",),
    ),
)
BY_KEY = {move.key: move for move in MOVES}


def first_state(planned_start: date, today: date) -> PlacementState:
    """The state of a placement that is logged at once: started up to today, else matched until its start is confirmed.

    The steps before it were taken outside the system; this is the only way to skip them.
    """
    return PlacementState.STARTED if planned_start <= today else PlacementState.MATCHED


def allowed(state: str) -> tuple[Move, ...]:
    """Every move from a state, the most usual first."""
    return tuple(move for move in MOVES if state in move.sources)


def ways_into(state: str) -> tuple[PlacementState, ...]:
    """The states from which a placement can have been left for this one: to which a correction may lead back."""
    return tuple(source for move in MOVES if move.target == state and not move.is_correction for source in move.sources)


def refusal(state: str, key: str) -> str:
    """Why the move is not allowed from this state, with the ways that are, in Swedish; empty when it is allowed."""
    move = BY_KEY.get(key)
    if move is None:
        return f"Steget ”{key}” finns inte. Ladda om sidan och välj ett steg som visas där."
    if state in move.sources:
        return ""
    ways = [f"”{each.button}”" for each in allowed(state)]
    where = f"placeringens läge är ”{PlacementState(state).label}”"
    return f"”{move.button}” går inte här: {where}. Härifrån går {listed(ways, 'eller')}."


def find(key: str, state: str) -> Move:
    """The move with the key from this state. Raises ValueError with a Swedish sentence when it is refused."""
    if problem := refusal(state, key):
        raise ValueError(problem)
    return BY_KEY[key]
