"""Whether a row and a stage are closed on a day, when a decision may be made, and which vetoes count. Pure.

The decisions wait for the unions: 11 § MBL before the documents are published, 38 § before the award; 14 § gives a
union that disagreed locally time to ask for central negotiation. Vetoes: 39 and 40 §§ MBL.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from apps.core.calendar import NO_DAYS
from apps.mbl import schedule
from apps.mbl.choices import VALID_GROUNDS, State, VetoState
from apps.mbl.plan_words import Numbers

# A row in one of these waits for nothing, and has no day of its own.
_NOTHING_OWED = (State.EXEMPT, State.NOT_REQUIRED)
_DAY = timedelta(days=1)
# Where a veto may go from where it stands (39 and 40 §§ MBL).
VETO_MOVES: dict[str, tuple[str, ...]] = {
    VetoState.DECLARED: (VetoState.UPHELD, VetoState.INVALID_GROUND, VetoState.UNFOUNDED, VetoState.WITHDRAWN),
    VetoState.RECORDED: (VetoState.WITHDRAWN,),
    VetoState.UPHELD: (VetoState.UNFOUNDED, VetoState.WITHDRAWN),
    VetoState.INVALID_GROUND: (),
    VetoState.UNFOUNDED: (),
    VetoState.WITHDRAWN: (),
}


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What the gate reads of a row. `request_days` and `off` say how long central negotiation may be asked for."""

    name: str
    state: str
    closed_on: date | None = None
    local_closed_on: date | None = None
    is_information: bool = False
    request_days: int = 7
    off: frozenset[date] = NO_DAYS


@dataclass(frozen=True, slots=True)
class Negotiated:
    """A 38 § row in its last round: which round, about which supplier (None when none was named)."""

    round_number: int
    supplier: int | None


def request_end(local_closed_on: date, request_days: int, off: frozenset[date] = NO_DAYS) -> date:
    """The last day to ask for central negotiation, as the plan counts it: rolled to a working day."""
    return schedule.request_end(local_closed_on, Numbers(central_request_cd=request_days), schedule.Days(off=off))


def free_from(row: RowFacts) -> date | None:
    """The first day a decision no longer waits for the row; None while nobody can say, date.min when it never did.

    A row that disagreed is free from the day after the request period, with no click needed (fact 44). Information
    (19 §) stops no decision.
    """
    if row.is_information or row.state in _NOTHING_OWED:
        return date.min
    if row.state == State.CLOSED:
        return row.closed_on
    if row.state == State.DISAGREED and row.local_closed_on:
        return request_end(row.local_closed_on, row.request_days, row.off) + _DAY
    return None


def is_closed(row: RowFacts, on: date) -> bool:
    """Whether nothing more is owed in the row on the day."""
    free = free_from(row)
    return free is not None and free <= on


def waiting(rows: Iterable[RowFacts], on: date) -> list[RowFacts]:
    """The rows a decision on the day would have to wait for."""
    return [row for row in rows if not is_closed(row, on)]


def earliest_decision(rows: Iterable[RowFacts]) -> date | None:
    """The first day on which all rows are closed; None while one is open, date.min when none ever waited."""
    days = [free_from(row) for row in rows]
    return None if None in days else max(days, default=date.min)


def veto_state(ground: str, is_by_central: bool, local_has_central: bool) -> VetoState:
    """What a declared veto is worth from the start.

    Only LOU 13:1–3 and 19:17 are grounds (40 § MBL, fact 49); only the central organisation, or the one that holds the
    agreement when there is no central one, can stop the award (39 § MBL, fact 48).
    """
    if ground not in VALID_GROUNDS:
        return VetoState.INVALID_GROUND
    return VetoState.DECLARED if is_by_central or not local_has_central else VetoState.RECORDED


def frees_award(vetoed: int, veto_round: int, latest: Iterable[Negotiated]) -> bool:
    """Whether the award may go on despite a veto against a supplier: every row of the stage has since been negotiated
    in a later round about somebody else (fact 50)."""
    rows = list(latest)
    return bool(rows) and all(
        row.round_number > veto_round and row.supplier is not None and row.supplier != vetoed for row in rows
    )


def is_set_aside(declared_on: date, overrides: Iterable[date]) -> bool:
    """Whether a veto never came to hold since the employer had already acted for exceptional reasons (40 § MBL)."""
    return any(decided_on < declared_on for decided_on in overrides)
