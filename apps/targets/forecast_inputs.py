"""What a forecast is made from: what is counted, promised, agreed and on its way, and how it went before. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from apps.targets.chances import Tried
from apps.targets.counting import Rule

NOTHING = Tried(0, 0)


class Stage(StrEnum):
    """How far a coming procurement is on its way to a requirement with a number."""

    DECIDED = "decided"  # decided, or written in the documents
    RECOMMENDED = "recommended"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a signed contract has promised of a kind, in residents, from its first to and including its last day.

    `came` have started; `settled` are agreed to start, or were offered in vain for no fault of the supplier.
    """

    key: int
    name: str
    kind: str
    promised: int
    came: int
    settled: int
    starts_on: date
    ends_on: date

    @property
    def number(self) -> int:
        """How many remain to be found."""
        return max(0, self.promised - self.came - self.settled)


@dataclass(frozen=True, slots=True)
class Coming:
    """A procurement that may ask for so many residents, from its expected signing to and including the last day."""

    key: int
    name: str
    kind: str
    number: int
    starts_on: date
    ends_on: date
    stage: Stage


@dataclass(frozen=True, slots=True)
class Undated:
    """So many promised residents that cannot be counted on, since a day is missing; `lacks` says which, in Swedish."""

    key: int
    name: str
    number: int
    lacks: str
    is_procurement: bool = False


@dataclass(frozen=True)
class Inputs:
    """All that is known on the evening of `today`. Numbers are residents, or efforts when the rule counts those.

    `history` holds closed commitments per kind, one `Tried` each. `planned` are the first days agreed, of residents who
    are not counted yet. `overlaps` is per kind how many starts that were a resident's second of the year (`came`).
    `signings` is per stage how many procurements that got a contract with a number, and `beside` one `Tried` for each
    year so far: how much of it has passed, and how many were counted beside numbered promises.

    `ends_on` is the last day that is foreseen, of a tertial, else the year's; `department` is the name of the one whose
    numbers they are. What became of promises, agreed starts and decisions is the whole organisation's either way.
    """

    year: int
    today: date
    rule: Rule
    counted: int
    target: int | None = None
    commitments: tuple[Commitment, ...] = ()
    coming: tuple[Coming, ...] = ()
    planned: tuple[date, ...] = ()
    undated: tuple[Undated, ...] = ()
    history: Mapping[str, tuple[Tried, ...]] = field(default_factory=dict)
    planned_history: Tried = NOTHING
    overlaps: Mapping[str, Tried] = field(default_factory=dict)
    signings: Mapping[Stage, Tried] = field(default_factory=dict)
    beside: tuple[Tried, ...] = ()
    ends_on: date | None = None
    department: str = ""

    @property
    def last(self) -> date:
        """The last day that is foreseen."""
        return self.ends_on or date(self.year, 12, 31)
