"""The arithmetic of distributions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.targets import chances
from apps.targets.chances import Beta, Tried
from apps.targets.tests.forecasting import UNKNOWN_LIKENESS

shares = st.floats(0.05, 50)


@given(st.integers(0, 200), shares, shares)
def test_a_beta_binomial_is_a_distribution_with_its_mean(number, came, missed):
    found = chances.beta_binomial(number, Beta(came, missed))
    assert sum(found) == pytest.approx(1)
    assert min(found) >= 0
    assert chances.mean(found) == pytest.approx(number * came / (came + missed), abs=1e-6)


@given(st.lists(st.tuples(st.integers(0, 8), st.floats(0, 1)), max_size=8))
def test_a_sum_has_the_sum_of_the_means(parts):
    found = chances.total(chances.binomial(*each) for each in parts)
    assert sum(found) == pytest.approx(1)
    assert chances.mean(found) == pytest.approx(sum(number * share for number, share in parts), abs=1e-9)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30).filter(lambda row: sum(row) > 0.1), st.floats(0.01, 0.99))
def test_a_quantile_has_its_share_at_or_below_it_and_less_below(weights, share):
    distribution = [each / sum(weights) for each in weights]
    at = chances.quantile(distribution, share)
    assert sum(distribution[: at + 1]) >= share - 1e-9
    assert sum(distribution[:at]) < share + 1e-9


def test_ten_of_which_all_shares_are_as_likely_are_as_likely_to_be_any_number():
    assert chances.beta_binomial(10, Beta(1, 1)) == pytest.approx([1 / 11] * 11)


def test_a_binomial_of_two_is_known_by_hand():
    assert chances.binomial(2, 0.25) == pytest.approx([0.5625, 0.375, 0.0625])
    assert chances.binomial(3, 0) == [1.0]
    assert chances.binomial(2, 1) == [0.0, 0.0, 1.0]


def test_a_large_number_that_is_all_but_certain_is_not_lost():
    found = chances.beta_binomial(5000, Beta(9000, 1000))
    assert sum(found) == pytest.approx(1)
    assert chances.mean(found) == pytest.approx(4500)


def test_events_of_one_year_give_a_geometric_number_in_the_next():
    found = chances.events([Tried(1, 1)], 1.0)
    # One row says nothing of how much they vary, so chance's variance twice over is assumed.
    assert chances.mean(found) == pytest.approx(1)
    assert found[0] == pytest.approx((1 / 3) ** 0.5)
    assert chances.events([Tried(1, 0)], 1.0) == [1.0]
    assert chances.events([], 1.0) == [1.0]


def test_counts_that_vary_more_than_by_chance_give_a_wider_interval():
    even, uneven = ([Tried(1, each) for each in row] for row in ((10, 10, 10), (1, 4, 25)))
    for share, wider in ((0.1, -1), (0.9, 1)):
        known = chances.quantile(chances.events(even, 1.0), share)
        assert (chances.quantile(chances.events(uneven, 1.0), share) - known) * wider > 0


def test_contracts_that_gave_all_or_nothing_are_more_alike_than_those_that_gave_half():
    torn = chances.correlation_within([Tried(4, 4), Tried(4, 0)] * 6, 0.5)
    even = chances.correlation_within([Tried(4, 2)] * 12, 0.5)
    assert even < 0.03 < UNKNOWN_LIKENESS < 0.4 < torn
    assert chances.correlation_within([Tried(1, 1), Tried(1, 0)], 0.5) == pytest.approx(UNKNOWN_LIKENESS)


def test_the_chance_of_so_many_or_more_is_that_of_each_of_them():
    distribution = [0.5, 0.25, 0.15, 0.1]
    assert [chances.at_least(distribution, number) for number in (-2, 0, 1, 2, 3, 4)] == pytest.approx(
        [1, 1, 0.5, 0.25, 0.1, 0]
    )


def test_four_places_that_follow_each_other_weigh_as_fewer():
    assert Beta(1, 1).plus([Tried(4, 3)]) == Beta(4, 2)
    # 4 / (1 + 3 × 0.5) = 1.6 places' worth.
    found = Beta(1, 1).plus([Tried(4, 3)], 0.5)
    assert (found.came, found.missed) == pytest.approx((1 + 1.2, 1 + 0.4))
    assert Beta(1, 1).plus([Tried(4, 4)], 1.0) == Beta(2, 1)


def test_one_that_is_ahead_makes_up_for_one_that_is_behind():
    assert Beta(1, 1).plus([Tried(0.5, 1), Tried(0.5, 0)]) == Beta(2, 1)
    assert Beta(1, 1).plus([Tried(0.5, 2)]) == Beta(3, 1)
