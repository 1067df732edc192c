"""Every move of a report request, from the asking to the decision: one table. Pure.

A supplier starts and sends; the authority may send on its behalf. What came in is accepted, completed or rejected, and
a rejected report may be sent anew. A request is taken back only while nothing has come in that waits for a decision.
"""

from dataclasses import dataclass

from apps.followups.choices import RequestState
from apps.procurements.wording import listed


@dataclass(frozen=True, slots=True)
class Move:
    """`comment` is the label of the comment that must be given, empty when none is asked for."""

    key: str
    sources: tuple[RequestState, ...]
    target: RequestState
    button: str
    done: str
    comment: str = ""


_SENDING = (RequestState.ASKED, RequestState.STARTED, RequestState.MORE_ASKED, RequestState.REJECTED)
MOVES: tuple[Move, ...] = (
    Move("start", (RequestState.ASKED,), RequestState.STARTED, "Börja rapporten", "Sparat. Rapporten är påbörjad."),
    Move("submit", _SENDING, RequestState.RECEIVED, "Skicka rapporten", "Tack. Rapporten är inskickad."),
    Move(
        "accept", (RequestState.RECEIVED,), RequestState.ACCEPTED, "Godta rapporten", "Sparat. Rapporten är godtagen."
    ),
    Move(
        "more",
        (RequestState.RECEIVED,),
        RequestState.MORE_ASKED,
        "Begär komplettering",
        "Sparat. Leverantören får veta vad som ska kompletteras.",
        comment="Vad ska kompletteras?",
    ),
    Move(
        "reject",
        (RequestState.RECEIVED,),
        RequestState.REJECTED,
        "Underkänn rapporten",
        "Sparat. Leverantören får veta skälet och kan skicka en ny rapport.",
        comment="Varför underkänns rapporten?",
    ),
    Move(
        "withdraw",
        (RequestState.ASKED, RequestState.STARTED, RequestState.MORE_ASKED),
        RequestState.WITHDRAWN,
        "Ta tillbaka begäran",
        "Sparat. Begäran är återtagen, och länken gäller inte längre.",
        comment="Varför tas begäran tillbaka?",
    ),
)
BY_KEY = {move.key: move for move in MOVES}
# In these the supplier may write; before the deadline or after it.
WRITABLE = _SENDING


def allowed(state: str) -> tuple[Move, ...]:
    """Every move from a state, the most usual first."""
    return tuple(move for move in MOVES if state in move.sources)


def refusal(state: str, key: str) -> str:
    """Why the move is not allowed from this state, with the ways that are, in Swedish; empty when it is allowed."""
    move = BY_KEY.get(key)
    if move is None:
        return f"Steget ”{key}” finns inte. Ladda om sidan och välj ett steg som visas där."
    if state in move.sources:
        return ""
    where = f"”{move.button}” går inte här: rapporten är {RequestState(state).label}"
    ways = [f"”{each.button}”" for each in allowed(state)]
    return f"{where}. Härifrån går {listed(ways, 'eller')}." if ways else f"{where}. Begär en ny rapport i stället."


def comment_refusal(key: str, comment: str) -> str:
    """What is missing when a move needs a comment and has none, in Swedish; empty when nothing is."""
    move = BY_KEY[key]
    return f"{move.comment} Skriv det så att leverantören förstår." if move.comment and not comment.strip() else ""


def find(key: str, state: str) -> Move:
    """The move with the key from this state. Raises ValueError with a Swedish sentence when it is refused."""
    if problem := refusal(state, key):
        raise ValueError(problem)
    return BY_KEY[key]
