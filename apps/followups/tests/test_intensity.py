"""How closely a contract is followed up, and what it costs."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.followups.choices import Intensity
from apps.followups.intensity import AIM, Load, Risk, Rule, load, propose, shares
from apps.procurements.choices import RequirementModel

OWN = Rule(Decimal(5_000_000), Decimal(500_000), ("bonus", "reserved"))
LADDER = ["light", "normal", "deep"]


@pytest.mark.parametrize(
    ("value", "rule", "expected"),
    [
        ("999999.99", Rule(), "light"),
        ("1000000", Rule(), "normal"),
        ("9999999.99", Rule(), "normal"),
        ("10000000", Rule(), "deep"),
        ("499999.99", OWN, "light"),
        ("500000", OWN, "normal"),
        ("4999999.99", OWN, "normal"),
        ("5000000", OWN, "deep"),
    ],
)
def test_the_value_gives_the_class_by_the_organisations_limits(value, rule, expected):
    assert propose(Decimal(value), ["numeric"], rule=rule).intensity == expected


@pytest.mark.parametrize(
    ("value", "models", "risk", "rule", "expected", "reason"),
    [
        (1, ["numeric"], Risk(), Rule(), "light", "lägre än 1\xa0000\xa0000\xa0kr"),
        (2_000_000, ["numeric"], Risk(), Rule(), "normal", "minst 1\xa0000\xa0000\xa0kr"),
        (20_000_000, ["numeric"], Risk(), Rule(), "deep", "minst 10\xa0000\xa0000\xa0kr"),
        (None, ["numeric"], Risk(), Rule(), "normal", "värde är inte känt"),
        (1, ["dialog"], Risk(), Rule(), "normal", "Dialogkravet"),
        (1, ["numeric", "combined"], Risk(), Rule(), "normal", "Dialogkravet"),
        (20_000_000, ["dialog"], Risk(), Rule(), "deep", "Värdet är minst"),
        (2_000_000, ["dialog"], Risk(), Rule(), "normal", "Värdet är minst"),
        (1, ["bonus"], Risk(), OWN, "deep", "”bonus” följs alltid upp fördjupat"),
        (1, ["bonus"], Risk(), Rule(), "light", "lägre än"),
        (1, ["numeric"], Risk(sanctions=1), Rule(), "deep", "har fått en sanktion"),
        (1, ["numeric"], Risk(open_deviations=1), Rule(), "normal", "En avvikelse är öppen"),
        (1, ["numeric"], Risk(is_behind=True), Rule(), "normal", "Ett åtagande ligger efter plan"),
        (1, ["numeric"], Risk(3, 0, True), Rule(), "normal", "En avvikelse är öppen"),
        (1, ["dialog"], Risk(open_deviations=1), Rule(), "deep", "Dialogkravet"),
        (2_000_000, ["numeric"], Risk(is_behind=True), Rule(), "deep", "ett steg tätare"),
        (20_000_000, ["numeric"], Risk(is_behind=True), Rule(), "deep", "ett steg tätare"),
    ],
)
def test_value_model_and_risk_together_give_a_class_and_say_why(value, models, risk, rule, expected, reason):
    proposal = propose(None if value is None else Decimal(value), models, risk, rule)
    assert proposal.intensity == expected
    assert reason in proposal.reason
    assert proposal.reason.endswith(".")


VALUES = st.none() | st.decimals(0, 50_000_000, places=2)
MODELS = st.sets(st.sampled_from(RequirementModel.values))
RISKS = st.builds(Risk, st.integers(0, 3), st.integers(0, 1), st.booleans())


@given(VALUES, MODELS, RISKS, st.sampled_from([Rule(), OWN]))
def test_the_class_is_what_an_oracle_written_apart_says(value, models, risk, rule):
    step = 1 if value is None else (value >= rule.normal_from_value) + (value >= rule.deep_from_value)
    if "dialog" in models or "combined" in models:
        step = max(step, 1)
    step += 1 if risk.open_deviations > 0 or risk.is_behind else 0
    if risk.sanctions or any(model in rule.deep_models for model in models):
        step = 2
    assert propose(value, models, risk, rule).intensity == LADDER[min(step, 2)]


@given(st.decimals(0, 50_000_000, places=2), st.decimals(0, 50_000_000, places=2), MODELS, RISKS)
def test_a_larger_value_is_never_followed_up_more_lightly(one, other, models, risk):
    small, large = (propose(value, models, risk).intensity for value in sorted((one, other)))
    assert LADDER.index(small) <= LADDER.index(large)


# --- the shares


def test_the_aim_is_one_in_ten_deeply_three_normally_and_the_rest_lightly():
    assert [(each.intensity, each.aim) for each in shares([])] == [("deep", 10), ("normal", 30), ("light", 60)]
    assert sum(AIM.values()) == 100


@pytest.mark.parametrize(
    ("deep", "normal", "light", "percents"),
    [
        (15, 45, 90, [10, 30, 60]),
        (1, 1, 1, [34, 33, 33]),
        (1, 2, 0, [33, 67, 0]),
        (0, 0, 7, [0, 0, 100]),
        (0, 0, 0, [0, 0, 0]),
        (1, 1, 4, [17, 17, 66]),
    ],
)
def test_the_shares_are_whole_percent_that_sum_to_a_hundred(deep, normal, light, percents):
    found = shares(["light"] * light + ["deep"] * deep + ["normal"] * normal)
    assert [each.count for each in found] == [deep, normal, light]

    assert [each.percent for each in found] == percents
    assert sum(each.percent for each in found) == (100 if deep + normal + light else 0)


@given(st.lists(st.sampled_from(Intensity.values), min_size=1, max_size=400))
def test_no_share_is_a_whole_percent_off(classes):
    for share in shares(classes):
        assert abs(share.percent - 100 * classes.count(share.intensity) / len(classes)) < 1


# --- the load


def test_the_load_of_each_month_is_counted_by_class_and_empty_months_are_there():
    points = [
        ("deep", date(2026, 1, 31)),
        ("deep", date(2026, 1, 1)),
        ("light", date(2026, 1, 15)),
        ("normal", date(2026, 3, 31)),
        ("normal", date(2025, 12, 31)),
        ("normal", date(2026, 4, 1)),
        ("light", date(2027, 1, 1)),
    ]
    found = load(points, date(2026, 1, 20), 3)
    assert found == (
        Load(date(2026, 1, 1), light=1, normal=0, deep=2),
        Load(date(2026, 2, 1), light=0, normal=0, deep=0),
        Load(date(2026, 3, 1), light=0, normal=1, deep=0),
    )
    assert [each.total for each in found] == [3, 0, 1]


@given(
    st.lists(st.tuples(st.sampled_from(Intensity.values), st.dates(date(2026, 1, 1), date(2027, 12, 31)))),
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.integers(0, 12),
)
def test_every_point_within_the_months_is_counted_once(points, first, months):
    found = load(points, first, months)
    assert [(each.month.year * 12 + each.month.month) for each in found] == [
        first.year * 12 + first.month + number for number in range(months)
    ]
    inside = [day for _, day in points if 0 <= (day.year - first.year) * 12 + day.month - first.month < months]
    assert sum(each.total for each in found) == len(inside)
