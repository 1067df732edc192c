"""Tables that could as well be the true one: the search behind `disclosure.protect`, which tells what it is for.

A world is the true table with a few persons moved: one gets another value in a protected dimension, or two exchange
theirs, or two pairs exchange theirs crosswise so that wider sums stay as they are. Sums over open dimensions alone
stay in every world. Each world hides the numbers it changes, so the cheapest one is taken: the numbers of the whole
authority and year are dearest.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from operator import itemgetter

Atom = tuple[str, ...]
Region = tuple[frozenset[str], ...]
Move = tuple[tuple[Atom, int], ...]

# How many simple moves are weighed fully, and widened to crosswise ones: those that change least by a quick measure.
_WEIGHED = 16
# How much dearer a number is for each dimension that it does not split: the whole year is what most readers look at.
_WHOLE = 20
# What it costs, in persons, that a small number may be large in a world: it can then not be told as "fewer than".
_VAGUE = 20


class Worlds:
    """The true table, and the worlds that nothing told may exclude.

    `groups` holds for each dimension its choices and the finest values behind each, the whole among them; a cell is
    one choice per dimension. `is_open` says of each dimension whether numbers split by such alone are told as they
    are. All sums are made once, so that every question is a look-up.
    """

    def __init__(
        self,
        counts: Mapping[Atom, int],
        groups: Sequence[Mapping[str, frozenset[str]]],
        is_open: Sequence[bool],
        limit: int,
    ):
        self._counts = {atom: counts[atom] for atom in sorted(counts) if counts[atom]}
        self._groups, self._limit = groups, limit
        self._private = [at for at, open_ in enumerate(is_open) if not open_]
        self._wholes = [frozenset().union(*each.values()) for each in groups]
        self._choices = [
            {value: frozenset(label for label, values in each.items() if value in values) for value in whole}
            for each, whole in zip(groups, self._wholes, strict=True)
        ]
        self._cells_of: dict[Atom, frozenset[Atom]] = {}
        self._sums: dict[Atom, int] = {}
        # The lowest and the highest step from the truth that a hidden cell takes in any world; a told cell is absent.
        self._steps: dict[Atom, tuple[int, int]] = {}
        # What each world moves, as steps per finest cell.
        self.moves: list[Move] = []
        for atom, count in self._counts.items():
            for cell in self._cells(atom):
                self._sums[cell] = self._sums.get(cell, 0) + count
        self._is_too_small = not any(is_open) and 0 < sum(self._counts.values()) < limit
        if not self._is_too_small:
            self._search()

    def range_of(self, cell: Atom) -> tuple[int, int, int]:
        """The true number of a cell, and the lowest and the highest it has in any world; all equal when it is told.

        Raises LookupError when a choice does not exist.
        """
        self._region(cell)
        value = self._sums.get(cell, 0)
        if self._is_too_small:
            return value, 0, self._limit - 1
        low, high = self._steps.get(cell, (0, 0))
        return value, value + low, value + high

    def _cells(self, atom: Atom) -> frozenset[Atom]:
        """Every cell that the atom is part of."""
        if atom not in self._cells_of:
            self._cells_of[atom] = frozenset(
                product(*(each[value] for each, value in zip(self._choices, atom, strict=True)))
            )
        return self._cells_of[atom]

    def _region(self, cell: Atom) -> Region:
        return tuple(each[label] for each, label in zip(self._groups, cell, strict=True))

    def _is_open(self, region: Region) -> bool:
        """Whether a region is told by decision: it is not split by any protected dimension."""
        return all(region[at] == self._wholes[at] for at in self._private)

    def _search(self) -> None:
        small = {cell: self._region(cell) for cell, value in self._sums.items() if value < self._limit}
        for cell, region in sorted(small.items(), key=lambda pair: (-_width(pair[1]), pair[0])):
            if cell not in self._steps and not self._is_open(region):
                self._hide(region)
        # What follows from told numbers is never the same once one of them is hidden, so this ends.
        while leaks := sorted(set(self._leaks()), key=lambda region: (-_width(region), [*map(sorted, region)])):
            for region in leaks:
                if not any(_change(move, region) for move in self.moves):
                    self._hide(region)

    def _hide(self, region: Region) -> None:
        """Add the cheapest world in which the region has another number. There is one: a person can always leave."""
        simple = sorted(self._simple_moves(region), key=itemgetter(0))[:_WEIGHED]
        wider = sorted((each for _, move in simple for each in self._crosswise(region, move)), key=itemgetter(0))
        moves = [move for _, move in (*simple, *wider[:_WEIGHED])]
        changes = [self._changes(move) for move in moves]
        at = min(range(len(moves)), key=lambda at: self._cost(changes[at]))
        self.moves.append(moves[at])
        for cell, step in changes[at].items():
            low, high = self._steps.get(cell, (0, 0))
            self._steps[cell] = min(low, step), max(high, step)

    def _simple_moves(self, region: Region) -> Iterator[tuple[int, Move]]:
        """Moves of one person or an exchange of two that change the region's number, each with a quick measure."""
        for atom in self._counts:
            if not _holds(region, atom):
                continue
            for at in self._private:
                for value in sorted(self._wholes[at] - region[at]):
                    moved = (*atom[:at], value, *atom[at + 1 :])
                    yield sum(map(self._weight, self._cells(atom) ^ self._cells(moved))), ((atom, -1), (moved, 1))
            for other in self._counts:
                yield from self._exchanges(region, atom, other)

    def _exchanges(self, region: Region, atom: Atom, other: Atom) -> Iterator[tuple[int, Move]]:
        differing = [at for at in self._private if atom[at] != other[at]]
        for size in range(1, len(differing) + 1):
            for chosen in combinations(differing, size):
                one, two = _mixed(atom, other, chosen), _mixed(other, atom, chosen)
                move = ((atom, -1), (one, 1), (other, -1), (two, 1))
                if one != other and _change(move, region):
                    kept = [at for at in range(len(atom)) if at not in chosen]
                    yield self._apart(atom, other, kept) * self._apart(atom, other, chosen), move

    def _crosswise(self, region: Region, move: Move) -> Iterator[tuple[int, Move]]:
        """An exchange, and beside it the opposite one between two persons elsewhere, who differ in the same way."""
        if len(move) != 4:
            return
        (atom, _), (one, _), (other, _), (two, _) = move
        same = [at for at, value in enumerate(atom) if value == other[at]]
        differing = [at for at in range(len(atom)) if at not in same]
        chosen = [at for at in differing if one[at] != atom[at]]
        kept = [at for at in differing if at not in chosen]
        measure = self._apart(atom, other, kept) * self._apart(atom, other, chosen)
        for third in self._counts if same else ():
            fourth = _mixed(two, third, same)
            if third == one or fourth not in self._counts or any(third[at] != one[at] for at in differing):
                continue
            back = ((third, -1), (_mixed(atom, third, same), 1), (fourth, -1), (_mixed(other, third, same), 1))
            if _change(wider := (*move, *back), region):
                yield measure * self._apart(atom, third, same), wider

    def _apart(self, atom: Atom, other: Atom, dimensions: Sequence[int]) -> int:
        """The weight of the choices in some dimensions that hold one of two atoms and not both: the fewer of them, the
        fewer cells change when the two exchange what they have in the other dimensions."""
        mine = others = both = 1
        for at in dimensions:
            left, right = self._choices[at][atom[at]], self._choices[at][other[at]]
            mine *= len(left) + _WHOLE - 1
            others *= len(right) + _WHOLE - 1
            both *= len(left & right) + _WHOLE - 1
        return mine + others - 2 * both

    def _changes(self, move: Move) -> dict[Atom, int]:
        """Every cell that the move changes, and by how much."""
        found: dict[Atom, int] = {}
        for atom, step in move:
            for cell in self._cells(atom):
                found[cell] = found.get(cell, 0) + step
        return {cell: step for cell, step in found.items() if step}

    def _cost(self, change: Mapping[Atom, int]) -> int:
        cost = 0
        for cell, step in change.items():
            value = self._sums.get(cell, 0)
            persons = value + 1 if cell not in self._steps else 0
            persons += _VAGUE if value < self._limit <= value + step else 0
            cost += persons * self._weight(cell) if persons else 0
        return cost

    def _weight(self, cell: Atom) -> int:
        unsplit = zip(self._groups, cell, self._wholes, strict=True)
        return _WHOLE ** sum(each[label] == whole for each, label, whole in unsplit)

    def _leaks(self) -> Iterator[Region]:
        """Small numbers that are no cell but follow from told ones: the difference between two cells that differ in
        one choice, and what is left of a cell when all its told finest parts are taken away."""
        for cell, value in self._sums.items():
            if value < self._limit or cell in self._steps:
                continue
            region = self._region(cell)
            for at, values in enumerate(region):
                for rest in self._rests(cell, value, at, values):
                    leak = (*region[:at], rest, *region[at + 1 :])
                    if not self._is_open(leak):
                        yield leak

    def _rests(self, cell: Atom, value: int, at: int, values: frozenset[str]) -> Iterator[frozenset[str]]:
        left, unknown = value, values
        for label, part in self._groups[at].items():
            smaller = (*cell[:at], label, *cell[at + 1 :])
            if part < values and smaller not in self._steps:
                told = self._sums.get(smaller, 0)
                if 0 < value - told < self._limit:
                    yield values - part
                if len(part) == 1:
                    left, unknown = left - told, unknown - part
        if 0 < left < self._limit:
            yield unknown


def _holds(region: Region, atom: Atom) -> bool:
    return all(value in values for value, values in zip(atom, region, strict=True))


def _change(move: Move, region: Region) -> int:
    return sum(step for atom, step in move if _holds(region, atom))


def _mixed(atom: Atom, other: Atom, chosen: Sequence[int]) -> Atom:
    """The atom with the other's values in the chosen dimensions."""
    return tuple(other[at] if at in chosen else value for at, value in enumerate(atom))


def _width(region: Region) -> int:
    return sum(map(len, region))
