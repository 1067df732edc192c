"""Someone who knows every told number of a year, the rules of disclosure control, and integer programming."""

import random
from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from apps.core.formats import NBSP
from apps.targets.disclosure import HIDDEN, Cell, Dimension

Choice = tuple[str, ...]


def every_choice(dimensions: Sequence[Dimension]) -> list[Choice]:
    """Every combination of filters, as one choice per dimension."""
    return list(product(*(dimension.groups for dimension in dimensions)))


class Attacker:
    """Tries to compute hidden cells. The unknowns are the persons in each finest cell, of one table or of several.

    A told cell is an equation, "<5" says at most 4, and a percentage says what its rounding allows. The answer is
    exact: a cell is pinned when no table of whole numbers with another value in it explains all that is known.
    """

    def __init__(self, dimensions: Sequence[Dimension], tables: Sequence[str] = ("",)):
        self._groups, self._dimensions = [dimension.groups for dimension in dimensions], dimensions
        atoms = product(tables, *(dimension.values for dimension in dimensions))
        self._unknowns = {atom: at for at, atom in enumerate(atoms)}
        self._known: dict[tuple[int, ...], tuple[float, float]] = {}
        self.hidden: dict[tuple, tuple[int, ...]] = {}
        self.ranges: dict[tuple, set[int]] = {}

    def learn(self, cells: Mapping[Choice, Cell], tables: Sequence[str] = ("",)) -> None:
        """Published cells by their choices; of several tables, their sum."""
        for choice, cell in cells.items():
            unknowns = self._unknowns_of(choice, tables)
            if not cell.is_hidden:
                self._bound(unknowns, cell.value, cell.value)
                continue
            self.hidden[(*tables, *choice)] = unknowns
            if cell.text != HIDDEN:
                self._bound(unknowns, 0, int(cell.text[1:]) - 1)

    def learn_at_least(self, choice: Choice, least: int, tables: Sequence[str] = ("",)) -> None:
        """That there are some, as when a page says at how many suppliers."""
        self._bound(self._unknowns_of(choice, tables), least, np.inf)

    def learn_share(self, choice: Choice, text: str, whole: int, tables: Sequence[str] = ("",)) -> None:
        """A published percentage of a number that is told, rounded to tenths."""
        if text != HIDDEN and whole:
            percent = float(text.removesuffix(f"{NBSP}%").replace(",", "."))
            slack = 0.05 * whole / 100 + 1e-6
            self._bound(self._unknowns_of(choice, tables), percent * whole / 100 - slack, percent * whole / 100 + slack)

    def pinned(self, enough: int | None = None) -> dict[tuple, int]:
        """The hidden cells that follow from what is known, with their numbers; the search ends when it has `enough`.

        `ranges` then holds the numbers that each hidden cell was seen to be able to hold.
        """
        self._prepare()
        chance = random.Random(1)
        self.ranges = {key: set() for key in self.hidden}
        for _ in range(40):
            if all(len(values) > 1 for values in self.ranges.values()):
                break
            self._see(np.array([chance.choice((-3, -1, 1, 3)) for _ in self._columns], dtype=float))
        found: dict[tuple, int] = {}
        for key, unknowns in self.hidden.items():
            if len(self.ranges[key]) == 1 and len(found) != enough:
                direction = np.zeros(len(self._columns))
                direction[[self._columns[each] for each in unknowns if each in self._columns]] = 1
                self._see(direction)
                self._see(-direction)
                if len(self.ranges[key]) == 1:
                    found[key] = min(self.ranges[key])
        return found

    def _unknowns_of(self, choice: Choice, tables: Sequence[str]) -> tuple[int, ...]:
        values = [sorted(groups[label]) for groups, label in zip(self._groups, choice, strict=True)]
        return tuple(sorted(self._unknowns[atom] for atom in product(tables, *values)))

    def _bound(self, unknowns: tuple[int, ...], low: float, high: float) -> None:
        earlier_low, earlier_high = self._known.get(unknowns, (0, np.inf))
        self._known[unknowns] = max(low, earlier_low), min(high, earlier_high)

    def _prepare(self) -> None:
        """The program, without the unknowns of cells that are told to be empty."""
        empty = {each for unknowns, (_, high) in self._known.items() if high == 0 for each in unknowns}
        self._columns = {each: at for at, each in enumerate(sorted(set(self._unknowns.values()) - empty))}
        rows = {}
        for unknowns, bounds in self._known.items():
            if columns := tuple(self._columns[each] for each in unknowns if each in self._columns):
                low, high = rows.get(columns, (0, np.inf))
                rows[columns] = max(low, bounds[0]), min(high, bounds[1])
        places = [(at, column) for at, columns in enumerate(rows) for column in columns]
        where = np.array(places, dtype=int).reshape(-1, 2).T
        matrix = csr_array((np.ones(len(places)), where), shape=(len(rows), len(self._columns)))
        self._program = LinearConstraint(matrix, *(np.array(list(rows.values())).reshape(-1, 2).T))

    def _see(self, direction: np.ndarray) -> None:
        """Find the table that goes furthest in a direction, and note what it holds in the hidden cells."""
        answer = milp(direction, constraints=self._program, integrality=1, bounds=Bounds(0, 10_000))
        assert answer.x is not None, f"What is published contradicts itself: {answer.message}"
        table = np.rint(answer.x).astype(int)
        for key, unknowns in self.hidden.items():
            self.ranges[key].add(int(sum(table[self._columns[each]] for each in unknowns if each in self._columns)))
