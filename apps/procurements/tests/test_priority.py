"""Whether a procurement should carry a requirement: DOMAIN 3.5, facts 25 and 26, and the worked examples."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from apps.procurements.choices import Recommendation
from apps.procurements.priority import (
    CANDIDATES,
    ENTRY_LEVELS,
    LABOUR_NEEDS,
    Answers,
    recommended,
    score,
    weighted,
)
from apps.procurements.priority_rules import WEIGHT_LABELS, Limits

VECTORS = Path(__file__).resolve().parents[4] / "shared/vectors/domain.json"
# LOU from 2024: direct purchase and threshold for services (DOMAIN 2.2).
LAW = {"direct_limit": 700_000, "threshold": 2_389_585}
READY = {"has_policy_decision": True, "has_matcher": True}
NONE, SOFT_ONLY, DIALOG, NUMERIC = Recommendation


def answers(value, labour_share, months, entry_level, labour_need, candidates, persons=3, **more):
    return Answers(
        value=Decimal(value),
        labour_share=labour_share,
        months=months,
        persons=persons,
        entry_level=entry_level,
        labour_need=labour_need,
        candidates=candidates,
        **(READY | more),
    )


PAINTING = answers(4_000_000, 80, 48, 1, 2, 3)
ORACLES = {
    "Måleritjänst 4 MSEK, 48 mån": (PAINTING, "80.0", NUMERIC),
    "Stängsel 1 MSEK, 24 mån": (answers(1_000_000, 60, 24, 2, 2, 2), "65.0", DIALOG),
    "Ledarskapsutbildning 800 tkr, 12 mån": (answers(800_000, 80, 12, 0, 0, 0), "41.7", SOFT_ONLY),
    "Snittblommor 500 tkr, 24 mån": (answers(500_000, 10, 24, 2, 0, 1), "30.0", SOFT_ONLY),
    "Städ 12 MSEK, 48 mån": (answers(12_000_000, 80, 48, 3, 3, 3), "100.0", NUMERIC),
    "Konsult 3 mån": (answers(1_000_000, 80, 3, 1, 1, 2), "55.0", NONE),
}


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def criterion(scoring, key):
    return next(each for each in scoring.criteria if each.key == key)


def vectors():
    if not VECTORS.exists():
        pytest.skip(f"the worked examples are not beside the repository: {VECTORS}")
    return json.loads(VECTORS.read_text(encoding="utf-8"))["score"]


def test_fact_26_the_worked_examples_hold_from_points():
    for example in vectors():
        total = weighted(example["points"])
        assert str(total) == f"{example['score']:.1f}", example["name"]
        if not example["gates_failed"]:
            found = recommended(total, candidates=example["points"]["candidates"])
            assert found == example["recommendation"], example["name"]


def test_fact_26_the_worked_examples_hold_from_answers():
    for example in vectors():
        given_answers, _score, _recommendation = ORACLES[example["name"]]
        scoring = score(given_answers, **LAW)
        assert {each.key: each.points for each in scoring.criteria} == example["points"], example["name"]
        assert str(scoring.score) == f"{example['score']:.1f}"
        assert scoring.recommendation == example["recommendation"]
        assert [gate.key for gate in scoring.gates if not gate.passed] == example["gates_failed"]


@pytest.mark.parametrize("name", ORACLES)
def test_fact_26_the_oracles_hold_without_the_file(name):
    given_answers, expected, recommendation = ORACLES[name]
    scoring = score(given_answers, **LAW)
    assert (str(scoring.score), scoring.recommendation) == (expected, recommendation)
    assert scoring.possible == (recommendation,)
    assert scoring.missing == ()
    assert scoring.lowest == scoring.highest == scoring.score


def test_fact_25_a_contract_of_4_months_gets_none_with_that_reason():
    scoring = score(replace(PAINTING, months=4), **LAW)
    assert scoring.recommendation == NONE
    reason = "Avtalet gäller i 4 månader; det ska vara längre än 4 månader."
    assert plain(scoring.because) == f"Inget krav rekommenderas. {reason}"
    assert score(replace(PAINTING, months=5), **LAW).recommendation == NUMERIC


def test_fact_25_one_performer_gets_none_with_that_reason():
    scoring = score(replace(PAINTING, persons=1), **LAW)
    assert scoring.recommendation == NONE
    assert (
        plain(scoring.because) == "Inget krav rekommenderas. Arbetet utförs av 1 person; det ska vara minst 2 personer."
    )
    assert score(replace(PAINTING, persons=2), **LAW).recommendation == NUMERIC


@pytest.mark.parametrize(
    ("field", "key", "reason"),
    [
        ("has_policy_decision", "no_policy_decision", "Det saknas ett politiskt beslut om sociala krav."),
        ("has_matcher", "no_matcher_appointed", "Det saknas en utsedd matchare."),
    ],
)
def test_without_a_policy_decision_or_a_matcher_nothing_is_recommended(field, key, reason):
    scoring = score(replace(PAINTING, **{field: False}), **LAW)
    assert scoring.recommendation == NONE
    assert [gate.key for gate in scoring.gates if gate.passed is False] == [key]
    assert reason in scoring.because


def test_every_failed_gate_stands_in_the_reason():
    scoring = score(Answers(months=2, persons=1), **LAW)
    assert [gate.passed for gate in scoring.gates] == [False] * 4
    assert all(gate.reason in scoring.because for gate in scoring.gates)


@pytest.mark.parametrize(
    ("value", "points"),
    [
        ("0", 0),
        ("699999.99", 0),
        ("700000", 1),
        ("2389584.99", 1),
        ("2389585", 2),
        ("9999999.99", 2),
        ("10000000", 3),
    ],
)
def test_fact_11_and_12_the_value_steps_are_strictly_less(value, points):
    scoring = score(replace(PAINTING, value=Decimal(value)), **LAW)
    assert criterion(scoring, "value").points == points


@pytest.mark.parametrize(("share", "points"), [(0, 0), (24, 0), (25, 1), (49, 1), (50, 2), (74, 2), (75, 3), (100, 3)])
def test_the_labour_share_steps_are_at_25_50_and_75(share, points):
    assert criterion(score(replace(PAINTING, labour_share=share), **LAW), "labour_share").points == points


@pytest.mark.parametrize(("months", "points"), [(1, 1), (11, 1), (12, 2), (23, 2), (24, 3), (120, 3)])
def test_the_months_steps_are_at_12_and_24_and_never_give_zero(months, points):
    assert criterion(score(replace(PAINTING, months=months), **LAW), "duration").points == points


def test_a_works_contract_below_its_threshold_has_1_point_however_large():
    scoring = score(replace(PAINTING, value=20_000_000), direct_limit=700_000, threshold=59_880_179)
    assert criterion(scoring, "value").points == 1


def test_each_reason_names_the_answer_the_limit_and_the_points():
    reasons = {each.key: plain(each.reason) for each in score(PAINTING, **LAW).criteria}
    assert reasons == {
        "value": "Värdet 4 000 000 kr når tröskelvärdet, 2 389 585 kr, men inte 10 000 000 kr: 2 poäng av 3.",
        "labour_share": "Arbetet är 80 % av kostnaden, minst 75 %: 3 poäng av 3.",
        "duration": "Avtalet gäller i 48 månader, minst 24 månader: 3 poäng av 3.",
        "entry_level": "Arbetet kräver yrkesutbildning: 1 poäng av 3.",
        "labour_need": "Branschen har viss brist: 2 poäng av 3.",
        "candidates": "Matcharen ser många kandidater: 3 poäng av 3.",
    }


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("699999.50", "Värdet 699 999,50 kr är under gränsen för direktupphandling, 700 000 kr: 0 poäng av 3."),
        (
            "1000000",
            "Värdet 1 000 000 kr når gränsen för direktupphandling, 700 000 kr, men inte tröskelvärdet, 2 389 585 kr: "
            "1 poäng av 3.",
        ),
        ("12000000", "Värdet 12 000 000 kr når tröskelvärdet, 2 389 585 kr, och 10 000 000 kr: 3 poäng av 3."),
    ],
)
def test_the_reason_for_the_value_names_the_limit_it_passed(value, reason):
    scoring = score(replace(PAINTING, value=Decimal(value)), **LAW)
    assert plain(criterion(scoring, "value").reason) == reason


def test_contributions_are_parts_of_100():
    scoring = score(PAINTING, **LAW)
    parts = {each.key: (str(each.contribution), str(each.highest)) for each in scoring.criteria}
    assert parts["value"] == ("13.3", "20.0")
    assert parts["labour_share"] == ("25.0", "25.0")
    assert parts["labour_need"] == ("6.7", "10.0")


def test_the_recommendation_is_explained_by_the_limits_around_it():
    because = {name: score(given_answers, **LAW).because for name, (given_answers, *_rest) in ORACLES.items()}
    assert because["Måleritjänst 4 MSEK, 48 mån"] == "80,0 poäng når gränsen 70 för krav på antal."
    assert because["Stängsel 1 MSEK, 24 mån"] == (
        "65,0 poäng når gränsen 45 för dialogkrav men inte 70 för krav på antal."
    )
    assert because["Snittblommor 500 tkr, 24 mån"] == (
        "30,0 poäng når inte gränsen 45 för dialogkrav: bara mjuka insatser rekommenderas."
    )


def test_without_candidates_only_soft_efforts_are_recommended_however_high_the_score():
    scoring = score(replace(ORACLES["Städ 12 MSEK, 48 mån"][0], candidates=0), **LAW)
    assert (str(scoring.score), scoring.recommendation) == ("85.0", SOFT_ONLY)
    assert "matcharen ser inga kandidater" in scoring.because


def test_a_market_of_small_companies_is_capped_at_dialogue_and_says_so():
    small = replace(PAINTING, is_small_company_market=True)
    scoring = score(small, **LAW)
    assert (str(scoring.score), scoring.recommendation) == ("80.0", DIALOG)
    assert "högst dialogkrav" in scoring.because
    below = score(replace(small, labour_share=10, labour_need=0), **LAW)
    assert below.recommendation == DIALOG
    assert "högst" not in below.because


@pytest.mark.parametrize(
    ("scored", "recommendation"), [("44.9", SOFT_ONLY), ("45.0", DIALOG), ("69.9", DIALOG), ("70.0", NUMERIC)]
)
def test_the_limits_45_and_70_belong_to_the_higher_recommendation(scored, recommendation):
    assert recommended(Decimal(scored), candidates=1) == recommendation


def test_a_missing_answer_is_named_and_what_is_possible_is_told():
    scoring = score(replace(PAINTING, candidates=None), **LAW)
    assert (scoring.score, scoring.recommendation) == (None, None)
    assert (str(scoring.lowest), str(scoring.highest)) == ("65.0", "80.0")
    assert scoring.possible == (SOFT_ONLY, NUMERIC)
    assert scoring.missing == ("kandidater",)
    assert criterion(scoring, "candidates").points is None
    assert criterion(scoring, "candidates").contribution is None
    assert criterion(scoring, "candidates").reason == "Obesvarat: 0–3 poäng av 3."
    assert scoring.because == (
        "Det som saknas är kandidater. Poängen hamnar mellan 65,0 och 80,0; möjliga rekommendationer är bara mjuka "
        "insatser (mentor, studiebesök) eller krav på antal."
    )


def test_an_unanswered_gate_keeps_none_possible_though_the_score_is_known():
    scoring = score(replace(PAINTING, persons=None), **LAW)
    assert str(scoring.score) == "80.0"
    assert scoring.recommendation is None
    assert scoring.possible == (NONE, NUMERIC)
    assert scoring.missing == ("antal personer som utför arbetet",)


def test_when_every_answer_leads_to_the_same_it_is_recommended_though_answers_are_missing():
    scoring = score(replace(PAINTING, candidates=0, labour_need=None), **LAW)
    assert scoring.score is None
    assert scoring.recommendation == SOFT_ONLY
    assert "blir ändå bara mjuka insatser" in scoring.because


def test_nothing_answered_leaves_everything_possible():
    scoring = score(Answers(**READY), **LAW)
    assert (str(scoring.lowest), str(scoring.highest)) == ("5.0", "100.0")
    assert scoring.possible == (NONE, SOFT_ONLY, DIALOG, NUMERIC)
    assert len(scoring.missing) == 7


@pytest.mark.parametrize(
    ("law", "value", "points"),
    [
        ({"direct_limit": 700_000, "threshold": None}, 4_000_000, (1, 2)),
        ({"direct_limit": 700_000, "threshold": None}, 40_000_000, (1, 3)),
        ({"direct_limit": 700_000, "threshold": None}, 600_000, (0, 0)),
        ({"direct_limit": None, "threshold": 2_389_585}, 1_000_000, (0, 1)),
        ({"direct_limit": None, "threshold": 2_389_585}, 4_000_000, (2, 2)),
        ({"direct_limit": None, "threshold": None}, 4_000_000, (0, 2)),
    ],
)
def test_fact_13_an_unknown_threshold_is_never_guessed(law, value, points):
    scoring = score(replace(PAINTING, value=value), **law)
    lowest, highest = points
    spans = weighted({"value": highest} | dict.fromkeys(list(WEIGHT_LABELS)[1:], 0)) - weighted(
        {"value": lowest} | dict.fromkeys(list(WEIGHT_LABELS)[1:], 0)
    )
    assert abs((scoring.highest - scoring.lowest) - spans) <= Decimal("0.1")
    found = criterion(scoring, "value")
    if lowest == highest:
        assert (found.points, scoring.missing) == (lowest, ())
    else:
        assert found.points is None
        assert f"saknas för dagen: {lowest}–{highest} poäng av 3." in found.reason
        assert scoring.missing[0].endswith("för dagen")


def test_the_levels_of_the_select_boxes_are_0_to_3():
    for levels in (ENTRY_LEVELS, LABOUR_NEEDS, CANDIDATES):
        assert [value for value, _label in levels] == [0, 1, 2, 3]
        assert len({label for _value, label in levels}) == 4


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("value", Decimal("-1"), "Värdet: −1 går inte. Ange 0 eller mer."),
        ("value", Decimal("NaN"), "Värdet: NaN går inte. Ange 0 eller mer."),
        ("labour_share", 101, "Arbetets andel av kostnaden: 101 går inte. Ange mellan 0 och 100."),
        ("labour_share", -1, "Arbetets andel av kostnaden: −1 går inte. Ange mellan 0 och 100."),
        ("months", -1, "Avtalets längd i månader: −1 går inte. Ange 0 eller mer."),
        ("persons", -1, "Antalet personer: −1 går inte. Ange 0 eller mer."),
        ("candidates", 4, "Tillgången på kandidater: 4 är inget av de fyra svaren. Välj ett av dem."),
    ],
)
def test_answers_outside_their_range_are_refused_in_swedish(field, value, sentence):
    with pytest.raises(ValueError, match=r"\.$") as refusal:
        Answers(**{field: value})
    assert str(refusal.value) == sentence


def test_other_limits_move_gates_and_recommendations():
    limits = replace(Limits(), months_over=48, persons_at_least=4)
    failed = [gate.label for gate in score(PAINTING, limits=limits, **LAW).gates if not gate.passed]
    assert [plain(label) for label in failed] == ["avtal längre än 48 månader", "minst 4 personer"]
    assert score(PAINTING, limits=replace(Limits(), numeric_from=81), **LAW).recommendation == DIALOG


def test_a_score_that_equals_a_limit_has_reached_it_in_words_too():
    sixty_five = answers(1_000_000, 60, 24, 2, 2, 2)
    dialog = score(sixty_five, **LAW, limits=Limits(dialog_from=65, numeric_from=70)).because
    assert "65,0 poäng når gränsen 65 för dialogkrav" in dialog
    assert "bara mjuka insatser" not in dialog
    number = score(sixty_five, **LAW, limits=Limits(dialog_from=45, numeric_from=65)).because
    assert "65,0 poäng når gränsen 65 för krav på antal" in number
    small = replace(sixty_five, is_small_company_market=True)
    held_back = score(small, **LAW, limits=Limits(dialog_from=45, numeric_from=65)).because
    assert "högst dialogkrav rekommenderas" in held_back


@pytest.mark.parametrize(("value", "words"), [(9_999_999, "men inte 10 000 000 kr"), (10_000_000, "och 10 000 000 kr")])
def test_a_value_equal_to_the_large_one_has_reached_it_in_words_too(value, words):
    reason = criterion(score(replace(PAINTING, value=Decimal(value)), **LAW), "value").reason
    assert words in plain(reason)


def test_a_criterion_without_its_limits_names_the_one_that_is_missing():
    missing = score(PAINTING, direct_limit=700_000, threshold=None).missing
    assert missing == ("tröskelvärde för dagen",)
    assert score(PAINTING, direct_limit=None, threshold=2_389_585).missing in (
        (),
        ("gräns för direktupphandling för dagen",),
    )
