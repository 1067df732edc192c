"""The search for worlds: what it may move, and that what it hides of a year stays the same from version to version."""

import random
from collections import Counter
from itertools import product

import pytest

from apps.targets.disclosure import ALL, Dimension, protect

DEPARTMENTS = Dimension("department", ("Skola", "Teknik", "Vård"))
KINDS = Dimension("kind", ("employment", "internship"))
QUARTERS = Dimension("period", ("q1", "q2", "q3", "q4"), {"half": frozenset(("q1", "q2"))})
OUTCOMES = Dimension("outcome", ("none", "study", "unknown", "work"), {"reached": frozenset(("study", "work"))})
DIMENSIONS = (DEPARTMENTS, KINDS, QUARTERS, OUTCOMES)


def year(residents: int, seed: int) -> Counter:
    chance = random.Random(seed)
    weights = ((3, 2, 5), (2, 5), (1, 2, 1, 3), (3, 1, 2, 5))
    values = [dimension.values for dimension in DIMENSIONS]
    return Counter(
        tuple(chance.choices(each, weight)[0] for each, weight in zip(values, weights, strict=True))
        for _ in range(residents)
    )


def pattern(protected) -> Counter:
    """How many cells of every view are told, below the limit, and hidden altogether, by how many filters they have."""
    names = [dimension.name for dimension in protected.dimensions]
    found: Counter = Counter()
    for choice in product(*(dimension.groups for dimension in protected.dimensions)):
        text = protected.cell(**dict(zip(names, choice, strict=True))).text
        what = text if text.startswith(("<", "..")) else "told"
        found[what, sum(label != ALL for label in choice)] += 1
    return found


def test_of_too_few_persons_nothing_is_known_but_that_they_are_fewer_than_the_limit():
    worlds = protect(Counter({("Vård", "employment", "q1", "work"): 3}), DIMENSIONS).worlds
    assert worlds.range_of((ALL,) * 4) == (3, 0, 4)
    assert worlds.range_of(("Skola", ALL, ALL, ALL)) == (0, 0, 4)


# What a year tells was told to readers who keep it: another pattern of the same persons would, beside the first, tell
# what each hides. So a change of the search, or of what it weighs, is a decision (0019) and shows here.
@pytest.mark.parametrize(
    ("residents", "seed", "limit", "is_open", "worlds", "told", "small", "hidden"),
    [
        (30, 1, 5, ("department", "kind", "period"), 19, (1, 13, 35, 73, 82), (0, 1, 35, 106, 68), (0, 1, 11, 6, 0)),
        (45, 3, 3, (), 20, (1, 15, 25, 49, 71), (0, 0, 22, 84, 64), (0, 0, 34, 52, 15)),
        (18, 11, 5, ("kind",), 29, (1, 5, 6, 52, 81), (0, 6, 72, 133, 69), (0, 4, 3, 0, 0)),
        (26, 11, 5, ("kind",), 30, (1, 11, 6, 42, 73), (0, 2, 60, 139, 77), (0, 2, 15, 4, 0)),
        (50, 21, 3, (), 22, (1, 15, 37, 42, 62), (0, 0, 18, 80, 71), (0, 0, 26, 63, 17)),
        (50, 21, 4, ("period",), 26, (1, 15, 23, 31, 52), (0, 0, 28, 115, 94), (0, 0, 30, 39, 4)),
        (70, 21, 3, (), 28, (1, 15, 36, 29, 52), (0, 0, 14, 71, 66), (0, 0, 31, 85, 32)),
        (38, 12, 5, ("department", "kind", "period"), 20, (1, 13, 39, 70, 75), (0, 1, 27, 96, 71), (0, 1, 15, 19, 4)),
        (24, 7, 4, ("period",), 24, (1, 13, 11, 49, 71), (0, 1, 47, 124, 78), (0, 1, 23, 12, 1)),
    ],
)
def test_a_year_is_told_alike_in_every_version(residents, seed, limit, is_open, worlds, told, small, hidden):
    protected = protect(year(residents, seed), DIMENSIONS, limit=limit, open_dimensions=is_open)
    found = pattern(protected)
    by_filters = [tuple(found[what, size] for size in range(5)) for what in ("told", f"<{limit}", "..")]
    assert (len(protected.worlds.moves), *by_filters) == (worlds, told, small, hidden)
