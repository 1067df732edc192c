"""What the tables of the demo world are made of, and their dates, which follow today.

A date is a function of today: `days(-10)`, `this_year(2, 9)`, `last_year(6, 1)` or `on(2015, 3, 2)`. `working` moves
one off a weekend: contracts begin on the first of a month, but nobody begins to work on a Sunday.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

When = Callable[[date], date]


@dataclass(frozen=True)
class Demand:
    """A requirement of a contract; without `count` the model is dialogue."""

    kind: str
    count: int | None = None
    due: When | None = None
    note: str = ""
    unit: str = "places"


@dataclass(frozen=True)
class Agreement:
    """A contract with its suppliers in order of rank; `declined` is the reason for no requirement."""

    key: str
    suppliers: tuple[str, ...]
    starts: When
    ends: When | None
    latest: When | None = None
    value: int | None = None
    demands: tuple[Demand, ...] = ()
    declined: str = ""


@dataclass(frozen=True)
class Purchase:
    """A procurement with at most a few contracts. `value` is whole kronor."""

    title: str
    department: str
    cpv: str
    value: int | None
    published: When | None = None
    agreements: tuple[Agreement, ...] = ()
    phase: str = "contracted"
    note: str = ""


@dataclass(frozen=True)
class Answers:
    """What a procurement is scored by: percent, months, persons, and three levels from 0 to 3 (None: not answered)."""

    labour_share: int
    months: int
    persons: int
    entry_level: int | None
    labour_need: int | None
    candidates: int | None


@dataclass(frozen=True)
class Joint:
    """Another authority of the demo world that takes part, by key, with its department and share in percent."""

    authority: str
    department: str
    share: int


@dataclass(frozen=True)
class Coming:
    """A procurement before its contract. `dates` are fields of Procurement; `deadline` is the last day for tenders."""

    title: str
    department: str
    cpv: str
    value: int
    kind: str
    phase: str
    planned: When | None = None
    signing: When | None = None
    answers: Answers | None = None
    decided: str = ""
    motive: str = ""
    demand: Demand | None = None
    procedure: str = ""
    dates: tuple[tuple[str, When], ...] = ()
    deadline: When | None = None
    joint: tuple[Joint, ...] = ()


@dataclass(frozen=True)
class Guideline:
    """A version of the guideline; without `decided` it is a proposal with goals.

    `weights`, `limits` and `clauses` are what it changes of the version before it. A clause has its title, the words
    that go and those that come instead; without words it is taken out. `is_reviewed` says a lawyer has read them all.
    `readers` are roles that are to have read it by `read_by`; every second of these people has.
    """

    title: str
    decided: When | None = None
    valid_from: When | None = None
    body: str = ""
    reference: str = ""
    in_place: When | None = None
    decided_goal: When | None = None
    in_place_goal: When | None = None
    proposed: When | None = None
    published: When | None = None
    address: str = ""
    seminars: When | None = None
    seminars_reference: str = ""
    readers: tuple[str, ...] = ()
    read_by: When | None = None
    weights: tuple[tuple[str, int], ...] = ()
    limits: tuple[tuple[str, int], ...] = ()
    clauses: tuple[tuple[str, str, str], ...] = ()
    is_reviewed: bool = False


@dataclass(frozen=True)
class Placed:
    """A placement. `person` is shared by placements of the same resident; `end` is how it ended once `weeks` have
    passed, or empty when nobody has ended it."""

    agreement: str
    kind: str
    start: When
    weeks: int
    end: str = "completed"
    person: str = ""
    extent: int = 100
    supplier: str = ""
    is_undone: bool = False


@dataclass(frozen=True)
class Offered:
    """Places that a supplier offers; without an agreement `supplier` says who. `closed` is why they stayed empty."""

    key: str
    agreement: str
    kind: str
    occupation: str
    place: str
    starts: When
    ends: When | None
    count: int = 1
    requirements: str = ""
    closed: str = ""
    supplier: str = ""


@dataclass(frozen=True)
class Step:
    """A placement that has not begun, on an offer: the state it is in, and when it was left."""

    offer: str
    state: str
    person: str
    start: When | None = None
    left: When | None = None


@dataclass(frozen=True)
class Waits:
    """A participant who waits for a place; no kinds means any."""

    person: str
    since: When
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gathering:
    """A study visit, a lecture or a market dialogue."""

    agreement: str
    kind: str
    held: When
    topic: str
    count: int


@dataclass(frozen=True)
class Goal:
    """A version of a year's target. `year` is added to this year when it is small, else it is the year."""

    year: int
    value: int
    decided: When
    reference: str
    body: str = "Kommunfullmäktige"
    with_mentors: bool = False
    rule: str = "residents_started"


@dataclass(frozen=True)
class Tables:
    """Everything one organisation has."""

    purchases: tuple[Purchase, ...]
    placements: tuple[Placed, ...]
    gatherings: tuple[Gathering, ...]
    goals: tuple[Goal, ...]
    coming: tuple[Coming, ...] = ()
    guidelines: tuple[Guideline, ...] = ()
    kind_starts: tuple[tuple[str, When], ...] = ()
    published_years: tuple[int, ...] = ()


def on(year: int, month: int, day: int) -> When:
    """A fixed day."""
    return lambda today: date(year, month, day)


def days(number: int) -> When:
    """So many days from today (negative: ago)."""
    return lambda today: today + timedelta(number)


def this_year(month: int, day: int) -> When:
    """That day of this year."""
    return lambda today: date(today.year, month, day)


def last_year(month: int, day: int) -> When:
    """That day of last year."""
    return lambda today: date(today.year - 1, month, day)


def years_ahead(number: int, month: int = 12, day: int = 31) -> When:
    """That day so many years from now; without a day the last of the year."""
    return lambda today: date(today.year + number, month, day)


def absolute_year(year: int, today: date) -> int:
    """0 is this year, -1 last year; 2015 is 2015."""
    return year if year > 1000 else today.year + year


def working(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(max(0, day.weekday() - 4))


def has_happened(when: When, today: date) -> bool:
    """False for a day later this year that today has not reached; placements agreed for the next weeks are kept."""
    return when(today) <= today + timedelta(14)
