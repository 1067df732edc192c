"""The regimes of LOU by value, kind and day. "Fact" numbers are those of the acceptance facts of the domain."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.core.formats import money
from apps.procurements.choices import PurchaseKind, Regime
from apps.procurements.regime import SHIPPED_ROWS, ThresholdRow, regime, row_on

IN_2024, IN_2026 = date(2024, 6, 1), date(2026, 6, 1)
VALUES = st.integers(0, 90_000_000)
DAYS = st.dates(date(2010, 1, 1), date(2040, 12, 31))
KINDS = st.sampled_from(PurchaseKind)
ORDER = [Regime.DIRECT, Regime.BELOW_THRESHOLD, Regime.ABOVE_THRESHOLD]


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, "direct"), (699_999, "direct"), (Decimal("699999.99"), "direct"), (700_000, "below_threshold")],
)
def test_fact_11_direct_purchase_is_strictly_under_the_limit(value, expected):
    assert regime(value, "services", IN_2024).regime == expected


@pytest.mark.parametrize(("value", "expected"), [(2_389_584, "below_threshold"), (2_389_585, "above_threshold")])
def test_fact_12_a_value_equal_to_the_threshold_has_reached_it(value, expected):
    assert regime(value, "services", IN_2024).regime == expected
    assert regime(value, "goods", IN_2024).regime == expected


def test_fact_13_a_day_without_any_row_is_unknown_with_a_warning():
    answer = regime(5_000_000, "services", date(2015, 12, 31))
    assert (answer.regime, answer.row, answer.threshold, answer.direct_limit) == (Regime.UNKNOWN, None, None, None)
    assert answer.explanation.startswith("Tröskelvärde saknas för 2015-12-31")
    assert answer.legal_basis == ""


def test_fact_13_the_thresholds_of_2024_do_not_reach_into_2026():
    last = regime(5_000_000, "services", date(2025, 12, 31))
    first = regime(5_000_000, "services", date(2026, 1, 1))
    assert (last.regime, last.threshold) == (Regime.ABOVE_THRESHOLD, 2_389_585)
    assert (first.regime, first.threshold, first.legal_basis) == (Regime.UNKNOWN, None, "")
    assert first.explanation == (
        f"Tröskelvärde saknas för tjänster 2026-01-01. Värdet {money(5_000_000)} når gränsen för "
        f"direktupphandling, {money(700_000)}. Lägg till tröskelvärden."
    )


@pytest.mark.parametrize("kind", PurchaseKind)
def test_fact_13_the_law_itself_knows_the_limit_for_direct_purchase_in_2026(kind):
    assert regime(699_999, kind, IN_2026).regime == Regime.DIRECT
    assert regime(700_000, kind, IN_2026).regime == Regime.UNKNOWN
    assert regime(699_999, kind, date(2028, 1, 1)).regime == Regime.UNKNOWN


def test_fact_16_the_legal_basis_follows_the_regime():
    assert regime(100_000, "services", IN_2024).legal_basis == "19 a kap. 8 § LOU"
    assert regime(1_000_000, "services", IN_2024).legal_basis == "19 kap. 3 § LOU"
    assert regime(3_000_000, "services", IN_2024).legal_basis == "17 kap. 1 § LOU"


def test_special_services_above_the_threshold_still_rest_on_chapter_19():
    answer = regime(8_109_450, "special_services", IN_2024)
    assert (answer.regime, answer.legal_basis) == (Regime.ABOVE_THRESHOLD, "19 kap. 3 § LOU")
    assert answer.explanation.endswith("upphandlas ändå enligt 19 kap. LOU (1 kap. 4 § LOU).")
    assert regime(8_109_449, "special_services", IN_2024).regime == Regime.DIRECT


# The table of the domain: first day, goods and services, works, special services, direct purchase, direct special
TABLE = [
    ("2016-01-01", 1_910_323, 47_758_068, None, 534_890, 534_890),
    ("2017-12-31", 1_910_323, 47_758_068, None, 534_890, 534_890),
    ("2018-01-01", 2_096_097, 52_620_561, 7_113_450, 586_907, 586_907),
    ("2019-12-31", 2_096_097, 52_620_561, 7_113_450, 586_907, 586_907),
    ("2020-01-01", 2_197_545, 54_938_615, 7_701_675, 615_312, 2_156_469),
    ("2021-12-31", 2_197_545, 54_938_615, 7_701_675, 615_312, 2_156_469),
    ("2022-01-01", 2_236_731, 55_991_099, 7_802_550, 626_284, 626_284),
    ("2022-01-31", 2_236_731, 55_991_099, 7_802_550, 626_284, 626_284),
    ("2022-02-01", 2_236_731, 55_991_099, 7_802_550, 700_000, 7_802_550),
    ("2023-12-31", 2_236_731, 55_991_099, 7_802_550, 700_000, 7_802_550),
    ("2024-01-01", 2_389_585, 59_880_179, 8_109_450, 700_000, 8_109_450),
    ("2025-12-31", 2_389_585, 59_880_179, 8_109_450, 700_000, 8_109_450),
    ("2026-01-01", None, None, None, 700_000, 700_000),
]


@pytest.mark.parametrize(("day", "goods", "works", "special", "direct", "direct_special"), TABLE)
def test_the_shipped_table_is_that_of_the_domain(day, goods, works, special, direct, direct_special):
    answers = {kind: regime(None, kind, date.fromisoformat(day)) for kind in PurchaseKind}
    thresholds = [answers[kind].threshold for kind in ("goods", "services", "works", "special_services")]
    limits = [answers[kind].direct_limit for kind in ("goods", "services", "works", "special_services")]
    assert thresholds == [goods, goods, works, special]
    assert limits == [direct, direct, direct, direct_special]


def test_every_shipped_row_says_where_its_amounts_were_seen():
    assert all(row.source for row in SHIPPED_ROWS)


def test_a_row_of_an_administrator_fills_what_is_missing():
    added = ThresholdRow(date(2026, 1, 1), 2_400_000, 60_000_000, 8_200_000, 700_000, 8_200_000)
    rows = (*SHIPPED_ROWS, added)
    answer = regime(2_400_000, "services", IN_2026, rows)
    assert (answer.regime, answer.row) == (Regime.ABOVE_THRESHOLD, added)
    assert regime(2_399_999, "services", IN_2026, rows).regime == Regime.BELOW_THRESHOLD
    assert row_on(date(2027, 12, 31), rows) == added
    assert row_on(date(2028, 1, 1), rows) is None
    assert row_on(IN_2024, rows) == row_on(IN_2024)


def test_a_row_without_an_end_covers_at_most_its_two_year_period():
    assert ThresholdRow(date(2026, 1, 1)).ends_on == date(2027, 12, 31)
    assert ThresholdRow(date(2027, 7, 1)).ends_on == date(2027, 12, 31)
    assert ThresholdRow(date(2028, 1, 1), valid_to=date(2031, 5, 5)).ends_on == date(2031, 5, 5)


def test_a_row_that_has_ended_leaves_a_gap_and_no_older_row_fills_it():
    rows = [
        ThresholdRow(date(2024, 1, 1), 1, 1, 1, 1, valid_to=date(2030, 1, 1)),
        ThresholdRow(date(2026, 1, 1), 2, 2, 2, 2, valid_to=date(2026, 1, 31)),
    ]
    assert row_on(date(2026, 1, 31), rows) == rows[1]
    assert row_on(date(2026, 2, 1), rows) is None
    assert row_on(date(2025, 12, 31), reversed(rows)) == rows[0]


def test_the_explanation_names_value_limit_and_paragraph():
    direct = regime(1_000, "works", IN_2024).explanation
    below = regime(2_000_000, "works", IN_2024).explanation
    above = regime(60_000_000, "works", IN_2024).explanation
    assert direct == (
        f"Värdet {money(1_000)} understiger gränsen för direktupphandling, {money(700_000)} (19 a kap. 2 § LOU)."
    )
    assert below == (
        f"Värdet {money(2_000_000)} når gränsen för direktupphandling, {money(700_000)}, men understiger tröskelvärdet "
        f"för byggentreprenad, {money(59_880_179)}. 19 kap. LOU gäller (1 kap. 4 § LOU)."
    )
    assert above == (
        f"Värdet {money(60_000_000)} når tröskelvärdet för byggentreprenad, {money(59_880_179)} (5 kap. 1 § LOU)."
    )


def test_what_is_not_known_is_asked_for_instead_of_guessed():
    no_value = regime(None, "services", IN_2024)
    no_kind = regime(5_000_000, "", IN_2024)
    assert (no_value.regime, no_kind.regime) == (Regime.UNKNOWN, Regime.UNKNOWN)
    assert no_value.explanation.startswith("Ange upphandlingens värde")
    assert no_kind.explanation.startswith("Ange vad som köps")
    assert regime(699_999, "", IN_2024).regime == Regime.DIRECT


def test_without_a_limit_for_direct_purchase_only_values_above_the_threshold_are_known():
    rows = [ThresholdRow(date(2026, 1, 1), goods_services=2_000_000)]
    assert regime(2_000_000, "goods", IN_2026, rows).regime == Regime.ABOVE_THRESHOLD
    answer = regime(1_999_999, "goods", IN_2026, rows)
    assert answer.regime == Regime.UNKNOWN
    assert answer.explanation == (
        "Gränsen för direktupphandling av varor saknas för 2026-06-01. Lägg till tröskelvärden."
    )
    nothing = regime(1, "goods", IN_2026, [ThresholdRow(date(2026, 1, 1))])
    assert nothing.explanation == "Tröskelvärde saknas för varor 2026-06-01. Lägg till tröskelvärden."


def test_a_negative_value_is_refused_with_a_sentence():
    with pytest.raises(ValueError, match="är negativt"):
        regime(-1, "services", IN_2024)


@given(VALUES, VALUES, KINDS, DAYS)
def test_a_greater_value_never_has_a_milder_regime(one, other, kind, on):
    less, more = (regime(value, kind, on).regime for value in sorted((one, other)))
    if Regime.UNKNOWN not in (less, more):
        assert ORDER.index(less) <= ORDER.index(more)
    if less == Regime.UNKNOWN:
        assert more == Regime.UNKNOWN


@given(VALUES, KINDS, DAYS)
def test_an_answer_agrees_with_the_amounts_it_shows(value, kind, on):
    answer = regime(value, kind, on)
    if answer.regime == Regime.UNKNOWN:
        assert answer.threshold is None
        assert answer.legal_basis == ""
        assert "aknas" in answer.explanation
    else:
        assert answer.row.valid_from <= on <= answer.row.ends_on
        assert (answer.regime == Regime.DIRECT) == (value < answer.direct_limit)
        above = answer.threshold is not None and value >= answer.threshold
        assert (answer.regime == Regime.ABOVE_THRESHOLD) == above
        assert money(value) in answer.explanation
