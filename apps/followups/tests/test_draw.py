"""Contracts drawn by chance, again and again the same."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.followups.draw import draw

CONTRACTS = range(1, 151)
KEPT = (76, 126, 87, 38, 27)
NUMBERS = st.sets(st.integers(1, 10**9), max_size=60)
SEEDS = st.text(min_size=1, max_size=40).filter(str.strip)


def test_a_draw_that_was_made_once_is_the_same_for_ever():
    assert draw(CONTRACTS, 5, "2026-11-22") == KEPT
    assert draw(reversed(CONTRACTS), 5, " 2026-11-22 ") == KEPT


def test_another_seed_draws_others():
    assert draw(CONTRACTS, 5, "2026-11-23") != KEPT


@given(NUMBERS, st.integers(1, 70), SEEDS)
def test_the_draw_is_what_an_oracle_written_apart_says(contracts, size, seed):
    left, found = sorted(contracts), []
    while left and len(found) < size:
        first = min(left, key=lambda number: int(sha256(bytes(f"{seed.strip()}:{number}", "utf-8")).hexdigest(), 16))
        left.remove(first)
        found.append(first)
    assert draw([*contracts, *contracts], size, seed) == tuple(found)


@given(NUMBERS, SEEDS)
def test_a_larger_draw_begins_with_the_smaller_and_one_contract_less_moves_no_other(contracts, seed):
    everything = draw(contracts, 100, seed)
    assert sorted(everything) == sorted(contracts)
    assert draw(contracts, 3, seed) == everything[:3]
    if everything:
        assert draw(contracts - {everything[0]}, 100, seed) == everything[1:]


def test_over_many_seeds_every_contract_is_drawn_about_as_often():
    counts = dict.fromkeys(range(20), 0)
    for seed in range(2000):
        for contract in draw(range(20), 5, str(seed)):
            counts[contract] += 1
    # 500 each on average, standard deviation 19: five of them is far outside chance.
    assert all(400 < count < 600 for count in counts.values())


@pytest.mark.parametrize(
    ("size", "seed", "sentence"), [(5, " ", "Ange ett frö"), (0, "frö", "Antalet 0"), (-1, "x", "minst 1")]
)
def test_a_draw_without_a_seed_or_of_nothing_is_refused(size, seed, sentence):
    with pytest.raises(ValueError, match=sentence):
        draw(CONTRACTS, size, seed)
