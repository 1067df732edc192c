"""What holds of every score, whatever the answers and the law: DOMAIN 3.5."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from apps.procurements.choices import Recommendation
from apps.procurements.priority import Answers, score, weighted
from apps.procurements.priority_rules import WEIGHT_LABELS, Weights

NONE = Recommendation.NONE
POINTS = st.fixed_dictionaries({key: st.integers(0, 3) for key in WEIGHT_LABELS})
WEIGHTS = st.builds(Weights, value=st.integers(1, 100), candidates=st.integers(0, 100), duration=st.integers(0, 100))
LEVELS = st.none() | st.integers(0, 3)
ANSWERS = st.builds(
    Answers,
    value=st.none() | st.decimals(0, 10**9, places=2),
    labour_share=st.none() | st.integers(0, 100),
    months=st.none() | st.integers(0, 120),
    persons=st.none() | st.integers(0, 50),
    entry_level=LEVELS,
    labour_need=LEVELS,
    candidates=LEVELS,
    is_small_company_market=st.booleans(),
    has_policy_decision=st.sampled_from([True, True, True, False]),
    has_matcher=st.sampled_from([True, True, True, False]),
)
LAWS = st.fixed_dictionaries(
    {"direct_limit": st.none() | st.just(700_000), "threshold": st.sampled_from([None, 2_389_585, 59_880_179])}
)


@given(points=POINTS, weights=WEIGHTS, key=st.sampled_from(list(WEIGHT_LABELS)))
def test_the_score_is_0_to_100_and_more_points_never_lower_it(points, weights, key):
    before = weighted(points, weights)
    assert 0 <= before <= 100
    assert before.as_tuple().exponent == -1
    assert weighted(points | {key: min(3, points[key] + 1)}, weights) >= before


@given(given_answers=ANSWERS, law=LAWS)
def test_a_failed_gate_always_gives_none_and_nothing_else_does(given_answers, law):
    scoring = score(given_answers, **law)
    has_failed = any(gate.passed is False for gate in scoring.gates)
    assert (scoring.recommendation == NONE) == has_failed
    assert (NONE in scoring.possible) == (has_failed or any(gate.passed is None for gate in scoring.gates))


@given(given_answers=ANSWERS, law=LAWS)
def test_no_reason_is_empty_and_what_is_missing_is_named(given_answers, law):
    scoring = score(given_answers, **law)
    assert all(each.reason.strip().endswith(".") for each in (*scoring.criteria, *scoring.gates))
    assert scoring.because.strip().endswith(".")
    assert (scoring.score is None) == any(each.points is None for each in scoring.criteria)
    assert scoring.score is None or scoring.missing in ((), ("antal personer som utför arbetet",))
    assert scoring.recommendation or scoring.missing


@given(given_answers=ANSWERS, law=LAWS, entry=st.integers(0, 3), need=st.integers(0, 3), seen=st.integers(0, 3))
def test_an_answer_given_later_lands_inside_what_was_said_to_be_possible(given_answers, law, entry, need, seen):
    before = score(given_answers, **law)
    later = {"entry_level": entry, "labour_need": need, "candidates": seen, "months": 13, "persons": 2}
    known = {name: value for name, value in later.items() if getattr(given_answers, name) is None}
    after = score(replace(given_answers, **known), **law)
    assert before.lowest <= after.lowest <= after.highest <= before.highest
    assert set(after.possible) <= set(before.possible)
