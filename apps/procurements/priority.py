"""Whether a procurement should carry a social requirement: gates, six weighted criteria, and a recommendation.

The scoring is DOMAIN 3.5 (Göteborg's hard filter, the national screening questions, our own weights). An unanswered
question is never guessed: the scoring then says what is missing and what can still come out of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from apps.procurements.choices import Recommendation
from apps.procurements.priority_rules import WEIGHT_LABELS, Limits, Weights
from apps.procurements.wording import TENTH, counted, figure, kronor, listed, one_decimal, percent

ENTRY_LEVELS = (
    (0, "akademisk utbildning eller legitimation"),
    (1, "yrkesutbildning"),
    (2, "kort kurs"),
    (3, "ingen formell utbildning"),
)
LABOUR_NEEDS = ((0, "överskott på arbetskraft"), (1, "balans"), (2, "viss brist"), (3, "brist på arbetskraft"))
CANDIDATES = ((0, "inga"), (1, "få"), (2, "några"), (3, "många"))

ALL_POINTS = frozenset({0, 1, 2, 3})
# A contract of any length has at least one point: DOMAIN 3.5 has no zero for it.
DURATION_POINTS = frozenset({1, 2, 3})
_ORDER = list(Recommendation)


@dataclass(frozen=True)
class Answers:
    """What a procurement is scored by. `value` is kronor excl. VAT incl. options; `labour_share` is percent.

    None is an unanswered question. Raises ValueError, in Swedish, for figures outside their range.
    """

    value: Decimal | int | None = None
    labour_share: Decimal | int | None = None
    months: Decimal | int | None = None
    persons: int | None = None
    entry_level: int | None = None
    labour_need: int | None = None
    candidates: int | None = None
    is_small_company_market: bool = False
    has_policy_decision: bool = False
    has_matcher: bool = False

    def __post_init__(self):
        _refuse_outside("Värdet", self.value)
        _refuse_outside("Arbetets andel av kostnaden", self.labour_share, 100)
        _refuse_outside("Avtalets längd i månader", self.months)
        _refuse_outside("Antalet personer", self.persons)
        for label, level in (
            ("Kravet på utbildning", self.entry_level),
            ("Behovet av arbetskraft", self.labour_need),
            ("Tillgången på kandidater", self.candidates),
        ):
            if level not in (None, 0, 1, 2, 3):
                raise ValueError(f"{label}: {level!r} är inget av de fyra svaren. Välj ett av dem.")


@dataclass(frozen=True)
class CriterionScore:
    """One criterion. `points` is None while they are not known; `contribution` and `highest` are parts of 100."""

    key: str
    label: str
    points: int | None
    weight: int
    contribution: Decimal | None
    highest: Decimal
    reason: str


@dataclass(frozen=True)
class Gate:
    """A condition for any requirement at all, named by how it fails. `passed` is None when its answer is missing."""

    key: str
    label: str
    passed: bool | None
    reason: str


@dataclass(frozen=True)
class Scoring:
    """The outcome. `recommendation` is None while more than one of `possible` can still come out of it.

    `score` is 0-100 with one decimal, None while a criterion is unanswered; it lies in `lowest`-`highest`.
    """

    criteria: tuple[CriterionScore, ...]
    gates: tuple[Gate, ...]
    score: Decimal | None
    lowest: Decimal
    highest: Decimal
    recommendation: Recommendation | None
    possible: tuple[Recommendation, ...]
    because: str
    missing: tuple[str, ...]


def score(
    answers: Answers,
    weights: Weights | None = None,
    limits: Limits | None = None,
    *,
    direct_limit: Decimal | int | None,
    threshold: Decimal | int | None,
) -> Scoring:
    """Score a procurement as DOMAIN 3.5. `direct_limit` and `threshold` are the day's, in kronor; None is unknown."""
    weights, limits = weights or Weights(), limits or Limits()
    judged = _criteria(answers, limits, direct_limit, threshold)
    gates = _gates(answers, limits)
    possible_points = {key: points for key, (points, _reason) in judged.items()}
    sums = _possible_sums(possible_points, weights)
    possible = _possible(possible_points, gates, answers, weights, limits)
    known = Scoring(
        criteria=tuple(_criterion(key, *judged[key], weights) for key in WEIGHT_LABELS),
        gates=gates,
        score=_of_100(min(sums), weights) if all(len(points) == 1 for points in possible_points.values()) else None,
        lowest=_of_100(min(sums), weights),
        highest=_of_100(max(sums), weights),
        recommendation=possible[0] if len(possible) == 1 else None,
        possible=possible,
        because="",
        missing=_missing(answers, direct_limit, threshold, possible_points),
    )
    return _explained(known, answers, limits)


def weighted(points: Mapping[str, int], weights: Weights | None = None) -> Decimal:
    """The score of points 0-3 for each criterion: 0-100, one decimal, halves up. Only proportions of weights count."""
    weights = weights or Weights()
    return _of_100(sum(getattr(weights, key) * points[key] for key in WEIGHT_LABELS), weights)


def recommended(
    scored: Decimal, limits: Limits | None = None, *, candidates: int, is_small_company_market: bool = False
) -> Recommendation:
    """What a score leads to when every gate is passed. Judged by the score as shown, with its one decimal."""
    limits = limits or Limits()
    if candidates == 0 or scored < limits.dialog_from:
        return Recommendation.SOFT_ONLY
    if scored < limits.numeric_from or is_small_company_market:
        return Recommendation.DIALOG
    return Recommendation.NUMERIC


def _criteria(answers: Answers, limits: Limits, direct_limit, threshold) -> dict[str, tuple[frozenset[int], str]]:
    """Criterion to the points it can have and why, without the points themselves in the sentence."""
    shares = (limits.share_some, limits.share_half, limits.share_most)
    months = (limits.months_medium, limits.months_long)
    return {
        "value": _value(answers.value, direct_limit, threshold, limits.large_value),
        "labour_share": _stepped("Arbetet är {} av kostnaden", answers.labour_share, shares, percent, 0),
        "duration": _stepped("Avtalet gäller i {}", answers.months, months, _months, 1),
        "entry_level": _chosen("Arbetet kräver {}", answers.entry_level, ENTRY_LEVELS),
        "labour_need": _chosen("Branschen har {}", answers.labour_need, LABOUR_NEEDS),
        "candidates": _chosen("Matcharen ser {} kandidater", answers.candidates, CANDIDATES),
    }


def _value(value, direct_limit, threshold, large) -> tuple[frozenset[int], str]:
    if value is None:
        return ALL_POINTS, "Obesvarat"
    is_direct = None if direct_limit is None else value < direct_limit
    is_below = None if threshold is None else value < threshold
    above = 2 if value < large else 3
    if is_direct:
        return frozenset({0}), f"Värdet {kronor(value)} är under gränsen för direktupphandling, {kronor(direct_limit)}"
    points = {True: {1}, False: {above}, None: {1, above}}[is_below]
    # Without a limit for direct purchase only a value that reaches the threshold is surely above it.
    if is_direct is None and is_below is not False:
        points = points | {0}
    if len(points) > 1:
        unknown = _unknown_limits(direct_limit, threshold)
        return frozenset(points), f"Värdet är {kronor(value)}, men {unknown} saknas för dagen"
    return frozenset(points), _value_reason(value, direct_limit, threshold, large, is_below=bool(is_below))


def _value_reason(value, direct_limit, threshold, large, *, is_below: bool) -> str:
    if is_below:
        reached = f"når gränsen för direktupphandling, {kronor(direct_limit)}"
        return f"Värdet {kronor(value)} {reached}, men inte tröskelvärdet, {kronor(threshold)}"
    last = f"men inte {kronor(large)}" if value < large else f"och {kronor(large)}"
    return f"Värdet {kronor(value)} når tröskelvärdet, {kronor(threshold)}, {last}"


def _stepped(sentence: str, value, steps: tuple[int, ...], say, base: int) -> tuple[frozenset[int], str]:
    if value is None:
        return frozenset(range(base, base + len(steps) + 1)), "Obesvarat"
    passed = sum(value >= step for step in steps)
    least = [f"minst {say(step)}" for step in steps[:passed][-1:]]
    under = [f"under {say(step)}" for step in steps[passed:][:1]]
    return frozenset({base + passed}), f"{sentence.format(say(value))}, {' men '.join(least + under)}"


def _chosen(sentence: str, level: int | None, levels) -> tuple[frozenset[int], str]:
    if level is None:
        return ALL_POINTS, "Obesvarat"
    return frozenset({level}), sentence.format(dict(levels)[level])


def _criterion(key: str, points: frozenset[int], reason: str, weights: Weights) -> CriterionScore:
    weight, lowest, highest = getattr(weights, key), min(points), max(points)
    is_known = len(points) == 1
    shown = counted(lowest, "poäng", "poäng") if is_known else f"{lowest}–{highest} poäng"
    return CriterionScore(
        key=key,
        label=WEIGHT_LABELS[key],
        points=lowest if is_known else None,
        weight=weight,
        contribution=_of_100(weight * lowest, weights) if is_known else None,
        highest=_of_100(weight * 3, weights),
        reason=f"{reason}: {shown} av 3.",
    )


def _gates(answers: Answers, limits: Limits) -> tuple[Gate, ...]:
    """The keys are fixed names; the figures in them are the shipped limits."""
    months, persons = answers.months, answers.persons
    over, least = _months(limits.months_over), _persons(limits.persons_at_least)
    has = {True: "Det finns", False: "Det saknas"}
    return (
        Gate(
            "no_policy_decision",
            "politiskt beslut",
            answers.has_policy_decision,
            f"{has[answers.has_policy_decision]} ett politiskt beslut om sociala krav.",
        ),
        Gate(
            "no_matcher_appointed",
            "utsedd matchare",
            answers.has_matcher,
            f"{has[answers.has_matcher]} en utsedd matchare.",
        ),
        Gate(
            "contract_not_longer_than_4_months",
            f"avtal längre än {over}",
            None if months is None else months > limits.months_over,
            f"Avtalets längd är obesvarad; det ska vara längre än {over}."
            if months is None
            else f"Avtalet gäller i {_months(months)}; det ska vara längre än {over}.",
        ),
        Gate(
            "fewer_than_2_persons",
            f"minst {least}",
            None if persons is None else persons >= limits.persons_at_least,
            f"Antalet personer som utför arbetet är obesvarat; det ska vara minst {least}."
            if persons is None
            else f"Arbetet utförs av {_persons(persons)}; det ska vara minst {least}.",
        ),
    )


def _possible(possible_points, gates, answers, weights, limits) -> tuple[Recommendation, ...]:
    """Every recommendation that some answer to the unanswered questions leads to, from none to numeric."""
    passed = [gate.passed for gate in gates]
    if False in passed:
        return (Recommendation.NONE,)
    found = {Recommendation.NONE} if None in passed else set()
    for candidates in possible_points["candidates"]:
        for total in _possible_sums(possible_points | {"candidates": frozenset({candidates})}, weights):
            found.add(
                recommended(
                    _of_100(total, weights),
                    limits,
                    candidates=candidates,
                    is_small_company_market=answers.is_small_company_market,
                )
            )
    return tuple(sorted(found, key=_ORDER.index))


def _possible_sums(possible_points: Mapping[str, Iterable[int]], weights: Weights) -> set[int]:
    sums = {0}
    for key, points in possible_points.items():
        weight = getattr(weights, key)
        sums = {total + weight * each for total in sums for each in points}
    return sums


def _of_100(total: int, weights: Weights) -> Decimal:
    """A sum of weight x points as a part of 100, rounded half up from the exact fraction."""
    tenths, rest = divmod(1000 * total, 3 * weights.total)
    return Decimal(tenths + (2 * rest >= 3 * weights.total)).scaleb(-1).quantize(TENTH, ROUND_HALF_UP)


def _missing(answers: Answers, direct_limit, threshold, possible_points) -> tuple[str, ...]:
    asked = {
        WEIGHT_LABELS["value"]: answers.value,
        WEIGHT_LABELS["labour_share"]: answers.labour_share,
        WEIGHT_LABELS["duration"]: answers.months,
        "antal personer som utför arbetet": answers.persons,
        WEIGHT_LABELS["entry_level"]: answers.entry_level,
        WEIGHT_LABELS["labour_need"]: answers.labour_need,
        WEIGHT_LABELS["candidates"]: answers.candidates,
    }
    missing = [label for label, answer in asked.items() if answer is None]
    if answers.value is not None and len(possible_points["value"]) > 1:
        missing.append(f"{_unknown_limits(direct_limit, threshold)} för dagen")
    return tuple(missing)


def _explained(known: Scoring, answers: Answers, limits: Limits) -> Scoring:
    failed = [gate.reason for gate in known.gates if gate.passed is False]
    if failed:
        because = f"Inget krav rekommenderas. {' '.join(failed)}"
    elif known.score is not None and known.recommendation:
        because = _because(known.score, answers, limits)
    else:
        because = _open(known)
    return replace(known, because=because)


def _because(points: Decimal, answers: Answers, limits: Limits) -> str:
    shown = f"{one_decimal(points)} poäng"
    if points < limits.dialog_from:
        reached = f"{shown} når inte gränsen {limits.dialog_from} för dialogkrav"
    elif points < limits.numeric_from:
        reached = (
            f"{shown} når gränsen {limits.dialog_from} för dialogkrav men inte {limits.numeric_from} för krav på antal"
        )
    else:
        reached = f"{shown} når gränsen {limits.numeric_from} för krav på antal"
    if answers.candidates == 0:
        return f"{reached}, och matcharen ser inga kandidater: bara mjuka insatser rekommenderas."
    if points < limits.dialog_from:
        return f"{reached}: bara mjuka insatser rekommenderas."
    if points >= limits.numeric_from and answers.is_small_company_market:
        return f"{reached}, men marknaden är mest företag under tio anställda: högst dialogkrav rekommenderas."
    return f"{reached}."


def _open(known: Scoring) -> str:
    unanswered = f"Det som saknas är {listed(known.missing)}."
    span = f"Poängen hamnar mellan {one_decimal(known.lowest)} och {one_decimal(known.highest)}"
    names = [recommendation.label for recommendation in known.possible]
    if known.recommendation:
        return f"{unanswered} {span}, men rekommendationen blir ändå {names[0]}."
    return f"{unanswered} {span}; möjliga rekommendationer är {listed(names, 'eller')}."


def _unknown_limits(direct_limit, threshold) -> str:
    names = ["gräns för direktupphandling"] * (direct_limit is None) + ["tröskelvärde"] * (threshold is None)
    return listed(names)


def _months(months: Decimal | int) -> str:
    return counted(months, "månad", "månader")


def _persons(persons: int) -> str:
    return counted(persons, "person", "personer")


def _refuse_outside(label: str, value, highest: int | None = None) -> None:
    if value is None:
        return
    if not Decimal(value).is_finite() or value < 0 or (highest is not None and value > highest):
        wanted = "0 eller mer" if highest is None else f"mellan 0 och {highest}"
        raise ValueError(f"{label}: {figure(value)} går inte. Ange {wanted}.")
