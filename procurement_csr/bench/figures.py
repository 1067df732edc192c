"""What the measured times come to: medians, ratios, whether a goal is reached, and the table of it in Swedish."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

SMALL, SAME, LARGE = "liten", "samma", "stor"
DASHBOARD, COLD, LIST, SEARCH, TASKS, NOTHING = "dashboard", "cold", "list", "search", "tasks", "nothing"
MOST_QUERIES = {DASHBOARD: 12, LIST: 10}


@dataclass(frozen=True)
class Times:
    """Seconds of each request for a page, and of its questions asked bare; `rounds` are the medians of each round."""

    page: list[float]
    sql: list[float]
    rounds: list[float]
    queries: int
    kilobytes: float


@dataclass(frozen=True)
class Line:
    """A page in the three places it was measured, in milliseconds."""

    name: str
    sort: str
    small: float
    same: float
    large: float
    sql: float
    empty: float
    queries: int
    spread: tuple[float, float]

    @property
    def growth(self) -> float:
        """The same organisation in the large installation against alone."""
        return self.same / self.small

    @property
    def size(self) -> float:
        """An organisation of the large installation against the small one."""
        return self.large / self.small

    @property
    def over_sql(self) -> float:
        return self.large / self.sql if self.sql else 0.0

    @property
    def over_empty(self) -> float:
        return self.large / self.empty


def line(name: str, sort: str, taken: dict[str, Times], empty: Times) -> Line:
    """The medians of a page; the spread is the lowest and highest median of a round in the large installation."""
    large = taken[LARGE]
    return Line(
        name=name,
        sort=sort,
        small=milliseconds(taken[SMALL].page),
        same=milliseconds(taken[SAME].page),
        large=milliseconds(large.page),
        sql=milliseconds(large.sql),
        empty=milliseconds(empty.page),
        queries=large.queries,
        spread=(min(large.rounds) * 1000, max(large.rounds) * 1000),
    )


def milliseconds(seconds: list[float]) -> float:
    """The median in milliseconds; nothing measured is nothing."""
    return median(seconds) * 1000 if seconds else 0.0


def missed(found: Line) -> list[str]:
    """The goals that a page misses, in words with the figures; empty when it reaches them all."""
    words = [words for is_reached, words in _goals(found) if not is_reached]
    most = MOST_QUERIES.get(found.sort)
    return words + ([f"{found.queries} frågor, mål {most}"] if most and found.queries > most else [])


def _goals(found: Line) -> list[tuple[bool, str]]:
    ms = f"{number(found.large)} ms"
    # Against its SQL the page is judged when it asks for all its figures; otherwise most of them are kept from before.
    if found.sort == COLD:
        return [(found.over_sql <= 2, f"{number(found.over_sql)} × SQL, mål 2")]
    if found.sort == DASHBOARD:
        return [(found.size <= 1.5, f"{number(found.size)} × den lilla, mål 1,5")]
    if found.sort == LIST:
        most = 15 + 2 * found.sql
        return [(found.large <= most, f"{ms}, mål {number(most)}")]
    most = {SEARCH: 20, TASKS: 25}.get(found.sort)
    return [(found.large <= most, f"{ms}, mål {most}")] if most else []


def table(lines: list[Line]) -> str:
    """The lines as a table in Markdown."""
    head = (
        "| sida | liten, ms | samma i stor, ms | stor, ms | lägsta–högsta rond | samma/liten | stor/liten "
        "| SQL i stor, ms | stor/SQL | stor/tom sida | frågor | mål |"
    )
    return "\n".join([head, "|---" + "|--:" * 10 + "|---|", *map(_row, lines)])


def _row(found: Line) -> str:
    low, high = found.spread
    cells = [
        found.name,
        *map(number, (found.small, found.same, found.large)),
        f"{number(low)}–{number(high)}",
        *map(number, (found.growth, found.size, found.sql, found.over_sql, found.over_empty)),
        str(found.queries),
        _verdict(found),
    ]
    return "| " + " | ".join(cells) + " |"


def _verdict(found: Line) -> str:
    if found.sort == NOTHING:
        return "inget mål"
    words = missed(found)
    return f"missas: {'; '.join(words)}" if words else "nås"


def number(value: float) -> str:
    """With the decimals that tell something: 0,25, 3,4, 120."""
    decimals = 0 if value >= 100 else 1 if value >= 3 else 2
    return f"{value:.{decimals}f}".replace(".", ",")


def in_turns(rounds: int, places: list[str], act: Callable[[str], None]) -> None:
    """Do it in every place once a round, each round beginning with the next place, so that none has the best turn."""
    for at in range(rounds):
        shift = at % len(places)
        for place in [*places[shift:], *places[:shift]]:
            act(place)
