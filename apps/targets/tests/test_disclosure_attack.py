"""Attacks on disclosure control by someone who has every page, every filter and every file, and a solver."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.core.formats import number
from apps.targets.disclosure import (
    ALL,
    Cell,
    Dimension,
    Protected,
    difference,
    periods_of_a_year,
    protect,
    share,
    total,
)
from apps.targets.tests.attacker import Attacker, Choice, every_choice

pytestmark = pytest.mark.slow

DEPARTMENTS = Dimension("department", ("Skola", "Teknik", "Vård"))
KINDS = Dimension("kind", ("apprenticeship", "employment", "internship"))
OUTCOMES = Dimension("outcome", ("none", "study", "unknown", "work"), {"reached": frozenset(("study", "work"))})
YEAR = (DEPARTMENTS, KINDS, periods_of_a_year(), OUTCOMES)
SUPPLIERS = Dimension("supplier", ("Byggbolaget", "Maten", "Parken", "Städet", "Vägen"))
QUARTERS = Dimension("period", ("q1", "q2", "q3", "q4"), {"half": frozenset(("q1", "q2"))})
IN_QUARTERS = (DEPARTMENTS, KINDS, QUARTERS, OUTCOMES)
FILTERS = ("department", "kind", "period")
LIMITS = {"Haninge": 5, "Nynäshamn": 4}
RESIDENTS = {2024: 35, 2025: 60, 2026: 110}


def simulated(residents: int, seed: int) -> Counter[Choice]:
    """A year of residents: more at some departments, in some kinds and with some outcomes than others."""
    chance, weights = random.Random(seed), ((3, 2, 5), (2, 3, 5), (1,) * 12, (3, 1, 2, 5))
    values = [dimension.values for dimension in YEAR]
    return Counter(
        tuple(chance.choices(each, weight)[0] for each, weight in zip(values, weights, strict=True))
        for _ in range(residents)
    )


def year_of(authority: str, year: int) -> Counter[Choice]:
    return simulated(RESIDENTS[year], seed=year * 10 + LIMITS[authority])


def published(protected: Protected) -> dict[Choice, Cell]:
    """Every cell of every view: all combinations of filters, each with the whole row of the others."""
    names = [dimension.name for dimension in protected.dimensions]
    choices = every_choice(protected.dimensions)
    return {choice: protected.cell(**dict(zip(names, choice, strict=True))) for choice in choices}


def sums(cells: Mapping[Choice, int], dimensions) -> dict[Choice, int]:
    """The true number of every cell of every view, reckoned apart from the code under test."""
    regions = {
        choice: [each.groups[label] for each, label in zip(dimensions, choice, strict=True)]
        for choice in every_choice(dimensions)
    }
    return {
        choice: sum(n for atom, n in cells.items() if all(v in part for v, part in zip(atom, region, strict=True)))
        for choice, region in regions.items()
    }


def assert_nothing_false(cells: Mapping[Choice, Cell], truth: Mapping[Choice, int], limit: int) -> None:
    for choice, cell in cells.items():
        true = truth[choice]
        assert cell.is_hidden or cell.value == true, choice
        assert cell.text != f"<{limit}" or true < limit, choice
        assert cell.is_hidden or choice[-1] == ALL or not 0 < true < limit, choice


@pytest.fixture(scope="module")
def years() -> dict[tuple[str, int], dict[Choice, Cell]]:
    """Everything published of two authorities in three years."""
    return {
        (authority, year): published(
            protect(year_of(authority, year), YEAR, limit=LIMITS[authority], open_dimensions=FILTERS)
        )
        for authority, year in product(LIMITS, RESIDENTS)
    }


@pytest.mark.parametrize("year", RESIDENTS)
def test_no_hidden_number_of_a_year_follows_from_all_filters_periods_shares_and_authorities(years, year):
    attacker = Attacker(YEAR, tuple(LIMITS))
    for authority in LIMITS:
        cells = years[authority, year]
        assert_nothing_false(cells, sums(year_of(authority, year), YEAR), LIMITS[authority])
        attacker.learn(cells, (authority,))
        for choice, cell in cells.items():
            whole = cells[*choice[:-1], ALL]
            attacker.learn_share(choice, share(cell, whole), whole.value, (authority,))
    together = {choice: total(years[authority, year][choice] for authority in LIMITS) for choice in every_choice(YEAR)}
    attacker.learn(together, tuple(LIMITS))
    assert len(attacker.hidden) > 1000
    assert attacker.pinned() == {}


def test_a_difference_between_years_is_told_only_when_both_numbers_are(years):
    hidden = told = 0
    for authority, (year, earlier) in product(LIMITS, combinations(sorted(RESIDENTS, reverse=True), 2)):
        for choice in every_choice(YEAR):
            now, before = years[authority, year][choice], years[authority, earlier][choice]
            hidden += difference(now, before) == ".." and (now.is_hidden or before.is_hidden)
            told += difference(now, before) != ".." and not (now.is_hidden or before.is_hidden)
    assert hidden + told == 6 * len(every_choice(YEAR))
    assert min(hidden, told) > 1000


@pytest.mark.parametrize("authority", LIMITS)
def test_every_world_explains_everything_that_is_told(authority):
    cells = by_quarter(year_of(authority, 2024))
    protected = protect(cells, IN_QUARTERS, limit=LIMITS[authority], open_dimensions=FILTERS)
    told, differing = published(protected), set()
    for move in protected.worlds.moves:
        world = Counter(cells)
        for atom, step in move:
            world[atom] += step
        assert min(world.values()) >= 0
        for choice, value in sums(world, IN_QUARTERS).items():
            assert explains(told[choice], value), choice
            if told[choice].is_hidden and value != protected.worlds.range_of(choice)[0]:
                differing.add(choice)
    assert differing == {choice for choice, cell in told.items() if cell.is_hidden}


@pytest.mark.parametrize("year", RESIDENTS)
def test_no_two_told_numbers_that_differ_in_one_filter_differ_by_a_few_persons(years, year):
    cells, limit = years["Haninge", year], LIMITS["Haninge"]
    close = []
    for choice, at in product(every_choice(YEAR), range(len(YEAR))):
        groups = YEAR[at].groups
        for part in (label for label, values in groups.items() if values < groups[choice[at]]):
            smaller = (*choice[:at], part, *choice[at + 1 :])
            pair = cells[choice].value, cells[smaller].value
            # Where 0 is told, the difference is the whole: told by decision, however small.
            if smaller[-1] != ALL and None not in pair and pair[1] and pair[0] - pair[1] in range(1, limit):
                close.append((choice, smaller))
    assert close == []


def test_the_protection_leaves_the_year_as_a_whole_and_most_numbers_by_one_filter_to_be_read(years):
    whole = [years["Nynäshamn", 2026][ALL, ALL, ALL, outcome] for outcome in OUTCOMES.groups]
    assert not any(cell.is_hidden for cell in whole)
    cells = by_quarter(year_of("Nynäshamn", 2026))
    told = published(protect(cells, IN_QUARTERS, limit=4, open_dimensions=FILTERS))
    truth = sums(cells, IN_QUARTERS)
    large = [each for each in told if truth[each] >= 4 and each[:3].count(ALL) == 2 and each[3] != ALL]
    assert sum(not told[each].is_hidden for each in large) >= 30
    assert len(large) == 47


def test_hiding_only_small_numbers_gives_every_one_of_them_away():
    truth = sums(by_quarter(year_of("Haninge", 2025)), IN_QUARTERS)
    attacker = Attacker(IN_QUARTERS)
    attacker.learn(
        {
            choice: Cell(None, "<5") if 0 < value < 5 and choice[-1] != ALL else Cell(value, number(value))
            for choice, value in truth.items()
        }
    )
    pinned = attacker.pinned(enough=40)
    assert len(pinned) == 40
    assert all(truth[key[1:]] == value for key, value in pinned.items())


def test_protecting_each_table_by_itself_gives_numbers_away():
    cells = by_quarter(year_of("Haninge", 2025))
    truth = sums(cells, IN_QUARTERS)
    attacker, alone = Attacker(IN_QUARTERS), 0
    for table, part in tables_of(cells, IN_QUARTERS):
        protected = published(protect(part, table, open_dimensions=[each.name for each in table[:-1]]))
        single = Attacker(table)
        single.learn(protected)
        alone += len(single.pinned())
        names = [dimension.name for dimension in table]
        chosen = [dict(zip(names, choice, strict=True)) for choice in protected]
        attacker.learn(
            {
                tuple(choice.get(dimension.name, ALL) for dimension in IN_QUARTERS): cell
                for choice, cell in zip(chosen, protected.values(), strict=True)
            }
        )
    pinned = attacker.pinned(enough=40)
    assert alone == 0
    assert len(pinned) == 40
    assert all(truth[key[1:]] == value for key, value in pinned.items())


def by_quarter(cells: Mapping[Choice, int]) -> Counter[Choice]:
    found: Counter[Choice] = Counter()
    for (department, kind, month, outcome), count in cells.items():
        found[department, kind, f"q{(int(month) + 2) // 3}", outcome] += count
    return found


def tables_of(cells: Mapping[Choice, int], dimensions) -> Iterator[tuple[tuple[Dimension, ...], Counter[Choice]]]:
    """Each table of outcomes by some of the filters, summed over the others."""
    for size in range(len(dimensions)):
        for kept in combinations(range(len(dimensions) - 1), size):
            part: Counter[Choice] = Counter()
            for atom, count in cells.items():
                part[(*(atom[at] for at in kept), atom[-1])] += count
            yield (*(dimensions[at] for at in kept), dimensions[-1]), part


@pytest.mark.parametrize("open_dimensions", [("supplier", "period"), ("period",), ()])
def test_suppliers_by_outcome_are_safe_whatever_is_open(open_dimensions):
    chance = random.Random(7)
    dimensions = (SUPPLIERS, QUARTERS, OUTCOMES)
    values = [dimension.values for dimension in dimensions]
    cells = Counter(tuple(chance.choice(each) for each in values) for _ in range(70))
    protected = published(protect(cells, dimensions, open_dimensions=open_dimensions))
    attacker = Attacker(dimensions)
    attacker.learn(protected)
    assert len(attacker.hidden) > 50
    assert attacker.pinned() == {}


PLACES, HALVES = Dimension("place", ("A", "B")), Dimension("half", ("1", "2"))
ENDS = Dimension("end", ("x", "y", "z"))
SMALL = (PLACES, HALVES, ENDS)
small_tables = st.lists(st.sampled_from(list(product("AB", "12", "xyz"))), min_size=1, max_size=8).map(Counter)


@settings(max_examples=25, deadline=None)
@given(small_tables)
def test_of_a_small_table_every_hidden_number_has_another_table_that_explains_all(cells):
    protected = published(protect(cells, SMALL, limit=3, open_dimensions=("place", "half")))
    assert_every_hidden_number_is_uncertain(protected, tables_like(cells))


def tables_like(cells: Counter[Choice]) -> Iterator[Counter[Choice]]:
    """Every table with as many persons in each place and half: all ways in which they may have ended."""
    blocks: Counter[Choice] = Counter()
    for (place, half, _), count in cells.items():
        blocks[place, half] += count
    ways = [[(block, split) for split in splits(count, 3)] for block, count in sorted(blocks.items())]
    for way in product(*ways):
        yield Counter({(*block, end): n for block, split in way for end, n in zip("xyz", split, strict=True) if n})


def splits(count: int, parts: int) -> Iterator[tuple[int, ...]]:
    if parts == 1:
        yield (count,)
        return
    for first in range(count + 1):
        for rest in splits(count - first, parts - 1):
            yield (first, *rest)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(list(product("AB", "xyz"))), min_size=1, max_size=8).map(Counter))
def test_of_a_small_table_without_anything_open_every_hidden_number_is_uncertain(cells):
    dimensions = (PLACES, ENDS)
    protected = published(protect(cells, dimensions, limit=3))
    size = cells.total()
    sizes = [size] if size >= 3 else range(3)
    atoms = list(product("AB", "xyz"))
    others = (Counter(dict(zip(atoms, way, strict=True))) for each in sizes for way in splits(each, len(atoms)))
    assert_every_hidden_number_is_uncertain(protected, others, dimensions)


def assert_every_hidden_number_is_uncertain(protected, others, dimensions=SMALL) -> None:
    """Look through every other table for those that explain all that is told, and see what they hold."""
    regions = {
        choice: [each.groups[label] for each, label in zip(dimensions, choice, strict=True)] for choice in protected
    }
    found = {choice: set() for choice, cell in protected.items() if cell.is_hidden}
    for other in others:
        values = {
            choice: sum(n for atom, n in other.items() if all(v in part for v, part in zip(atom, region, strict=True)))
            for choice, region in regions.items()
        }
        if all(explains(cell, values[choice]) for choice, cell in protected.items()):
            for choice in found:
                found[choice].add(values[choice])
    assert not [choice for choice, values in found.items() if len(values) < 2]
    assert not [choice for choice, cell in protected.items() if choice[-1] != ALL and cell.value in (1, 2)]


def explains(cell: Cell, value: int) -> bool:
    if not cell.is_hidden:
        return cell.value == value
    return cell.text == ".." or value < int(cell.text[1:])
