"""The forecast against a simulation written apart, and on simulated years."""

from bisect import bisect_right
from datetime import date
from random import Random

import pytest

from apps.targets.chances import Tried
from apps.targets.forecast import forecast
from apps.targets.forecast_inputs import Stage
from apps.targets.tests.forecasting import DAY, NEW_YEARS_EVE, TODAY, UNKNOWN_LIKENESS, coming, commitment, inputs
from apps.targets.tests.simulated_years import poisson, simulated_year


def test_the_distribution_is_what_a_simulation_of_every_place_gives():
    running = [
        commitment(key, 1, kind="employment", starts_on=date(2025, 3, 1) + 40 * key * DAY, ends_on=last)
        for key, last in enumerate([date(2026, 9, 30), date(2027, 3, 31), date(2027, 12, 31), date(2026, 6, 15)] * 2)
    ]
    large = commitment(20, 6, kind="internship")
    procurements = (
        coming(30, 4, Stage.DECIDED, kind="employment"),
        coming(31, 5, Stage.RECOMMENDED, kind="internship", starts_on=date(2026, 9, 1)),
    )
    known = inputs(
        target=36,
        commitments=(*running, large),
        coming=procurements,
        planned=(date(2026, 4, 2), date(2026, 6, 1), date(2026, 6, 2), date(2026, 12, 31)),
        history={"employment": (Tried(1, 1),) * 9 + (Tried(1, 0),) * 5},
        planned_history=Tried(10, 7),
        overlaps={"employment": Tried(30, 9), "internship": Tried(10, 0)},
        signings={Stage.DECIDED: Tried(5, 2)},
        beside=(Tried(1, 4), Tried(1, 6), Tried(0.5, 2)),
    )
    random = Random(20)
    drawn = sorted(26 + _simulated(random, known, running, large, procurements) for _ in range(60_000))

    outcome = forecast(known).outcome
    below = 0.0
    for more, probability in enumerate(outcome.distribution):
        below += probability
        assert below == pytest.approx(bisect_right(drawn, 26 + more) / len(drawn), abs=0.01)
    reached = sum(number >= 36 for number in drawn) / len(drawn)
    assert 0.3 < reached < 0.7
    assert outcome.chance == pytest.approx(reached, abs=0.01)


def _simulated(random, known, running, large, procurements):
    """One future of the year: every place by itself, on its own day."""
    # One came and one did not; then fourteen closed ones, and of the running ones the part of the time that has passed.
    passed = [((TODAY - each.starts_on).days + 1) / ((each.ends_on - each.starts_on).days + 1) for each in running]
    employment = (1 + 9, 1 + 5 + sum(passed))
    # All six of one contract: as alike as two shares of the same unknown, and then as alike as one supplier's places.
    alike = 1 / 3 + 2 / 3 * UNKNOWN_LIKENESS
    internship = ((1 / alike - 1) / 2, (1 / alike - 1) / 2)
    shares = {"employment": random.betavariate(*employment), "internship": random.betavariate(*internship)}
    seconds = {"employment": 10 / 40, "internship": 1 / 20}
    number = 0

    def start(kind, first, last):
        day = first + random.randrange((last - first).days + 1) * DAY
        comes, is_new = random.random() < shares[kind], random.random() >= seconds[kind]
        return comes and is_new and TODAY < day <= NEW_YEARS_EVE

    for each, part in zip(running, passed, strict=True):
        mean = employment[0] / sum(employment)
        # It has not come yet: either its day is still ahead, or it never had one.
        is_ahead = random.random() < (1 - part) / (1 - part * mean)
        number += is_ahead and start("employment", TODAY + DAY, each.ends_on)
    number += sum(start("internship", large.starts_on, large.ends_on) for _ in range(6))
    for each, signed in zip(procurements, ((8 + 2) / 15, 4 / 10), strict=True):
        if random.random() < signed:
            number += sum(start(each.kind, each.starts_on, each.ends_on) for _ in range(each.number))
    begun = random.betavariate(9 + 7, 1 + 3)
    number += sum(random.random() < begun for _ in known.planned)
    # 12 in two years and a half; they vary less than by chance alone, so each counts in full.
    number += poisson(random, random.gammavariate(12, 1 / 2.5) * 245 / 365)
    return number


@pytest.mark.slow
@pytest.mark.parametrize("today", [date(2026, 1, 15), date(2026, 4, 30), date(2026, 8, 31)])
@pytest.mark.parametrize(("history", "contracts", "likeness"), [(12, 25, 0.15), (0, 25, 0.15), (30, 50, 0.02)])
def test_four_of_five_simulated_years_end_within_their_interval(today, history, contracts, likeness):
    held = below = 0
    for seed in range(300):
        year = simulated_year(seed, today, history=history, contracts=contracts, likeness=likeness)
        span = forecast(year.inputs).outcome.span
        held += span.low <= year.result <= span.high
        below += year.result < span.low
    assert 0.75 <= held / 300 <= 0.85
    assert 0.03 <= below / 300 <= 0.17  # nor do all misses lie on the same side


@pytest.mark.slow
def test_of_years_given_a_chance_that_share_reach_their_target():
    groups = {}
    for seed in range(600):
        year = simulated_year(seed, TODAY)
        given_chance = forecast(year.inputs).outcome.chance
        groups.setdefault(min(int(given_chance * 4), 3), []).append((given_chance, year.result >= 30))
    assert sorted(groups) == [0, 1, 2, 3]
    for pairs in groups.values():
        said, reached = (sum(each) / len(pairs) for each in zip(*pairs, strict=True))
        assert len(pairs) > 60
        assert reached == pytest.approx(said, abs=0.08)
