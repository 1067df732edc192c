"""Disclosure control: which numbers of a year may be told. The one way to them for pages, print, CSV, API and PDF.

Every number that any page could show of an authority's year is a sum over the finest table, so all of them are
protected at once and not table by table. `protect` looks for other tables that could as well be true ("worlds") and
tells only what is the same in all of them. A number that is told therefore excludes none of these worlds, nor do all
told numbers together, and a hidden cell differs between at least two of them: it cannot be computed, whatever is
added, subtracted or filtered. The reasons and the limits are in docs/decisions/0019-disclosure-control.md.

Sums over authorities, and anything else made of cells, go through `total`, `share` and `difference`: what is made of
told numbers alone tells nothing new, and what is made of a hidden one is hidden.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from apps.core.formats import NBSP, number
from apps.targets.counting import permille
from apps.targets.disclosure_worlds import Atom, Worlds

ALL = "all"
LOWEST_LIMIT, HIGHEST_LIMIT = 3, 10
HIDDEN = ".."


@dataclass(frozen=True)
class Cell:
    """A number as it may be told: `value` is None when it is hidden, `text` is what a reader sees instead."""

    value: int | None
    text: str

    @property
    def is_hidden(self) -> bool:
        return self.value is None

    @property
    def explanation(self) -> str:
        """What a hidden cell means, for a note or a screen reader; empty when the number is told."""
        if not self.is_hidden:
            return ""
        if self.text == HIDDEN:
            return "Visas inte, så att inget litet tal kan räknas fram."
        return f"Färre än {self.text[1:]}. Visas inte, för att skydda enskilda personer."


@dataclass(frozen=True)
class Dimension:
    """One way to split a year, such as period: its finest values, and named unions of them that pages also show.

    The whole is always there, as `ALL`. Unions may overlap: quarters beside "January to May".
    """

    name: str
    values: tuple[str, ...]
    unions: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def groups(self) -> dict[str, frozenset[str]]:
        """Every choice a page has in this dimension, and the finest values it stands for."""
        return {**{value: frozenset([value]) for value in self.values}, **self.unions, ALL: frozenset(self.values)}


def periods_of_a_year(name: str = "period") -> Dimension:
    """Months "1" to "12", quarters "q1" to "q4", tertials "t1" to "t3" and "to2" to "to11", January up to a month."""
    months = tuple(str(month) for month in range(1, 13))
    unions = {f"q{at + 1}": frozenset(months[3 * at : 3 * at + 3]) for at in range(4)}
    unions |= {f"t{at + 1}": frozenset(months[4 * at : 4 * at + 4]) for at in range(3)}
    unions |= {f"to{last}": frozenset(months[:last]) for last in range(2, 12)}
    return Dimension(name, months, unions)


@dataclass(frozen=True)
class Protected:
    """The numbers of an authority's year as they may be told, in every view that the dimensions allow."""

    dimensions: tuple[Dimension, ...]
    limit: int
    worlds: Worlds = field(repr=False)

    def cell(self, **choice: str) -> Cell:
        """One number: `cell(department="Vård", period="q2", outcome="work")`. What is not chosen is the whole.

        Raises LookupError when a dimension or a choice does not exist.
        """
        names = [dimension.name for dimension in self.dimensions]
        if unknown := set(choice) - set(names):
            raise LookupError(f"No such dimension: {', '.join(sorted(unknown))}; there are {', '.join(names)}.")
        value, low, high = self.worlds.range_of(tuple(choice.get(name, ALL) for name in names))
        if low == high:
            return Cell(value, number(value))
        return Cell(None, f"<{self.limit}" if high < self.limit else HIDDEN)

    def by(self, name: str, **choice: str) -> dict[str, Cell]:
        """A row of a table: `by("kind", department="Vård", period="q2")` is each kind, and `ALL` last."""
        values = next((dimension.values for dimension in self.dimensions if dimension.name == name), ())
        return {value: self.cell(**{**choice, name: value}) for value in (*values, ALL)}


def protect(
    cells: Mapping[Atom, int], dimensions: Sequence[Dimension], *, limit: int = 5, open_dimensions: Collection[str] = ()
) -> Protected:
    """Protect a year of one authority in all views together.

    `cells` is the finest table: the number of persons (or placements) per tuple of values, in the order of
    `dimensions`; what is absent is 0. Numbers split by `open_dimensions` alone are told as they are, by decision; all
    others from 1 up to `limit` − 1 are hidden, and with them what they could be computed from. With no open dimension
    only the total is told as it is, and not even that when it is below the limit.
    The answer depends on the numbers only, never on their order. Raises ValueError for what it cannot protect.
    """
    _check(cells, dimensions, limit, open_dimensions)
    groups = [dimension.groups for dimension in dimensions]
    is_open = [dimension.name in open_dimensions for dimension in dimensions]
    return Protected(tuple(dimensions), limit, Worlds(cells, groups, is_open, limit))


def total(cells: Iterable[Cell]) -> Cell:
    """The sum of separate cells, such as the same one of several authorities: hidden as soon as one of them is."""
    values = [cell.value for cell in cells]
    if None in values:
        return Cell(None, HIDDEN)
    return Cell(sum(values), number(sum(values)))


def share(part: Cell, whole: Cell) -> str:
    """ "65 %" or "65,5 %": hidden when either number is, a dash when there is nothing to divide by."""
    if part.is_hidden or whole.is_hidden:
        return HIDDEN
    if not whole.value:
        return number(None)
    thousandths = permille(part.value, whole.value)
    return f"{number(thousandths / 10, 1 if thousandths % 10 else 0)}{NBSP}%"


def difference(cell: Cell, earlier: Cell) -> str:
    """ "+3", "−3" or "0": hidden when either number is."""
    if cell.is_hidden or earlier.is_hidden:
        return HIDDEN
    found = cell.value - earlier.value
    return f"{'+' if found > 0 else ''}{number(found)}"


def mean(amount: float, cell: Cell, limit: int, decimals: int = 1) -> str:
    """The mean of an amount, such as days, over a cell's persons: hidden when the cell is, or holds too few of them."""
    if cell.is_hidden or 0 < cell.value < limit:
        return HIDDEN
    return number(amount / cell.value if cell.value else None, decimals)


def _check(cells: Mapping[Atom, int], dimensions: Sequence[Dimension], limit: int, open_names: Collection[str]) -> None:
    names = [dimension.name for dimension in dimensions]
    if not LOWEST_LIMIT <= limit <= HIGHEST_LIMIT:
        raise ValueError(f"The limit is {LOWEST_LIMIT} to {HIGHEST_LIMIT}, not {limit}.")
    if len(set(names)) < len(names) or not set(open_names) < set(names):
        raise ValueError("Dimensions have different names, and at least one of them is protected.")
    for dimension in dimensions:
        values = frozenset(dimension.values)
        if not values or not all(union and union <= values for union in dimension.unions.values()):
            raise ValueError(f"{dimension.name} or a union in it is empty or holds a value that does not exist.")
        if len(dimension.groups) < len(dimension.values) + len(dimension.unions) + 1:
            raise ValueError(f"A choice in {dimension.name} has the name of another.")
    known = [frozenset(dimension.values) for dimension in dimensions]
    for atom, count in cells.items():
        if (
            len(atom) != len(known)
            or count < 0
            or not all(value in each for value, each in zip(atom, known, strict=True))
        ):
            raise ValueError(f"{atom}: {count} is no number of persons in the dimensions {', '.join(names)}.")
