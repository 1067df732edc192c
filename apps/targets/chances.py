"""Distributions of whole numbers: how many of so many come, when the share itself is uncertain. Pure.

A distribution is a list of probabilities for 0, 1, 2 …; all are exact but for tails below a part in a billion.
Plain Python, since the lists are short and a numeric library would be a large dependency for this alone.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import exp, lgamma, log
from operator import mul

Distribution = Sequence[float]
_TINY = 1e-13
# The correlations between the places of one contract that are weighed against each other; 0 is none, 1 all or nothing.
_CORRELATIONS = (0.0, 0.05, 0.1, 0.2, 0.3, 0.5)


@dataclass(frozen=True, slots=True)
class Tried:
    """So many came of so many, for instance of the places that a contract promised."""

    number: float
    came: float


@dataclass(frozen=True, slots=True)
class Beta:
    """An uncertain share, as if `came` had come and `missed` had not; both above 0. Beta(1, 1) knows nothing."""

    came: float
    missed: float

    @property
    def mean(self) -> float:
        return self.came / (self.came + self.missed)

    @property
    def correlation(self) -> float:
        """Between two places that share this share: the less is known, the more they come or miss together."""
        return 1 / (self.came + self.missed + 1)

    def plus(self, tried: Iterable[Tried], correlation: float = 0.0) -> "Beta":
        """What is known after more were tried. Places that follow each other count as fewer.

        More may have come than were tried, for some of the rows: only the sum is held against what can be.
        """
        number, came = 0.0, 0.0
        for each in tried:
            weight = 1 / (1 + max(0.0, each.number - 1) * correlation)
            number += each.number * weight
            came += each.came * weight
        return Beta(self.came + came, self.missed + max(0.0, number - came))

    def spread(self, correlation: float) -> "Beta":
        """The same mean, with so much more correlation between any two places."""
        total = self.correlation + (1 - self.correlation) * correlation
        size = 1 / total - 1
        return Beta(self.mean * size, (1 - self.mean) * size)


def correlation_within(tried: Iterable[Tried], mean: float) -> float:
    """How alike the places of one contract have turned out: 0 by chance alone, 1 all or none of each contract.

    The mean over a few correlations, each weighed by how well it explains the contracts of two places or more.
    """
    rows = [(round(each.number), round(each.came)) for each in tried if each.number > 1]
    likely = [sum(_log_beta_binomial(*row, mean, each) for row in rows) for each in _CORRELATIONS]
    weights = [exp(each - max(likely)) for each in likely]
    return sum(map(lambda each, weight: each * weight, _CORRELATIONS, weights)) / sum(weights)


@lru_cache(maxsize=1024)
def beta_binomial(number: int, rate: Beta) -> Distribution:
    """How many of `number` come, when all come with the same uncertain share."""
    came, missed = rate.came, rate.missed
    return _by_ratio(
        round(number * rate.mean),
        lambda at: (number - at) / (at + 1) * (at + came) / (number - at - 1 + missed),
        number,
    )


def binomial(number: int, share: float) -> Distribution:
    """How many of `number` come, when each comes with a known share by itself."""
    if share <= 0 or number == 0:
        return [1.0]
    if share >= 1:
        return [0.0] * number + [1.0]
    odds = share / (1 - share)
    return _by_ratio(round(number * share), lambda at: (number - at) / (at + 1) * odds, number)


def came_of(numbers: Distribution, rate: Beta) -> Distribution:
    """How many come, when also the number that could come is uncertain; all share the one uncertain share."""
    result = [0.0] * len(numbers)
    for number, weight in enumerate(numbers):
        if weight > _TINY:
            for at, chance in enumerate(beta_binomial(number, rate)):
                result[at] += weight * chance
    return result


def events(tried: Iterable[Tried], time: float) -> Distribution:
    """How many come in so much time, from how many came (`came`) in times past (`number`); [1.0] when none are known.

    Poisson with an uncertain rate (gamma). Counts that vary more than by chance alone know less of the rate.
    """
    rows = list(tried)
    past, came = sum(each.number for each in rows), sum(each.came for each in rows)
    if past <= 0 or came <= 0 or time <= 0:
        return [1.0]
    expected = [came * each.number / past for each in rows]
    excess = sum((each.came - mean) ** 2 / mean for each, mean in zip(rows, expected, strict=True) if mean)
    # One more than the rows, as if a row of twice chance's variance had been seen too.
    dispersion = max(1.0, (excess + 2) / len(rows))
    shape, ratio = came / dispersion, time / (past / dispersion + time)
    return _by_ratio(int(shape * ratio / (1 - ratio)), lambda at: (shape + at) / (at + 1) * ratio, None)


def total(distributions: Iterable[Distribution]) -> Distribution:
    """The sum of independent numbers."""
    parts = sorted(distributions, key=len) or [[1.0]]
    while len(parts) > 1:  # in pairs, since two of like length take the least work
        odd = parts[len(parts) // 2 * 2 :]
        parts = [*map(_convolved, parts[0::2], parts[1::2]), *odd]
    return parts[0]


def perhaps(chance: float, distribution: Distribution) -> Distribution:
    """The distribution with so large a chance, else 0."""
    return [1 - chance + chance * distribution[0], *(chance * each for each in distribution[1:])]


def at_least(distribution: Distribution, number: int) -> float:
    """The chance of so many or more."""
    return min(1.0, sum(distribution[number:], 0.0)) if number > 0 else 1.0


def quantile(distribution: Distribution, share: float) -> int:
    """The least number that so large a share of the chance lies at or below."""
    return next((at for at, below in enumerate(accumulate(distribution)) if below >= share - _TINY), 0)


def mean(distribution: Distribution) -> float:
    """What is expected on average."""
    return sum(at * each for at, each in enumerate(distribution))


def _convolved(first: Distribution, second: Distribution) -> Distribution:
    (begin, shorter), (other_begin, longer) = sorted(map(_core, (first, second)), key=lambda core: len(core[1]))
    size, edge = len(shorter), [0.0] * (len(shorter) - 1)
    backwards, padded = shorter[::-1], [*edge, *longer, *edge]
    sums = [sum(map(mul, backwards, padded[at : at + size])) for at in range(len(longer) + size - 1)]
    return [0.0] * (begin + other_begin) + sums


def _core(distribution: Distribution) -> tuple[int, Distribution]:
    """Where the distribution begins to matter, and it from there to where it ends to."""
    begin, end = 0, len(distribution)
    while distribution[begin] < _TINY:
        begin += 1
    while distribution[end - 1] < _TINY:
        end -= 1
    return begin, distribution[begin:end]


def _by_ratio(start: int, ratio: Callable[[int], float], highest: int | None) -> Distribution:
    """From the quotients P(x + 1) / P(x), begun near the top so that nothing is lost to underflow."""
    up, at, weight = [1.0], start, 1.0
    while (highest is None or at < highest) and weight > _TINY:
        weight *= ratio(at)
        up.append(weight)
        at += 1
    down, at, weight = [], start, 1.0
    while at > 0 and weight > _TINY:
        weight /= ratio(at - 1)
        down.append(weight)
        at -= 1
    weights = [0.0] * at + down[::-1] + up
    whole = sum(weights)
    return [each / whole for each in weights]


@lru_cache(maxsize=4096)
def _log_beta_binomial(number: int, came: int, mean: float, correlation: float) -> float:
    """Without the binomial coefficient, which is the same for every correlation."""
    if not correlation:
        return came * log(mean) + (number - came) * log(1 - mean)
    size = 1 / correlation - 1
    first, second = mean * size, (1 - mean) * size
    return (
        lgamma(came + first)
        + lgamma(number - came + second)
        - lgamma(number + size)
        - (lgamma(first) + lgamma(second) - lgamma(size))
    )
