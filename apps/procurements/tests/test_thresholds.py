"""The thresholds in force, through the database. "Fact" numbers are those of the acceptance facts of the domain."""

from datetime import date
from decimal import Decimal

import pytest

from apps.procurements import thresholds
from apps.procurements.choices import PurchaseKind, Regime
from apps.procurements.models import Threshold
from apps.procurements.regime import SHIPPED_ROWS
from procurement_csr.people import make_procurement

pytestmark = pytest.mark.django_db
IN_2024, IN_2026 = date(2024, 6, 1), date(2026, 6, 1)
NEW_YEAR_2026 = date(2026, 1, 1)


def add(valid_from=NEW_YEAR_2026, **amounts):
    defaults = {"goods_services": 2_400_000, "works": 60_000_000, "direct_purchase": 700_000, "source": "SFS 2026:1"}
    return Threshold.objects.create(valid_from=valid_from, **defaults | amounts)


def regime_of(organisation, value, on, kind=PurchaseKind.SERVICES):
    return thresholds.regime_of(make_procurement(organisation, estimated_value=value, kind=kind), on)


def test_without_added_rows_the_shipped_ones_are_in_force():
    assert thresholds.rows() == SHIPPED_ROWS


def test_an_added_row_replaces_the_shipped_one_of_the_same_day_and_stands_in_order():
    add()
    add(date(2028, 1, 1))
    rows = thresholds.rows()
    assert [row.valid_from for row in rows] == sorted(row.valid_from for row in rows)
    assert len(rows) == len(SHIPPED_ROWS) + 1
    (replaced,) = [row for row in rows if row.valid_from == NEW_YEAR_2026]
    assert (replaced.goods_services, replaced.source) == (Decimal(2_400_000), "SFS 2026:1")


@pytest.mark.parametrize(("value", "expected"), [(699_999, Regime.DIRECT), (700_000, Regime.BELOW_THRESHOLD)])
def test_fact_11_direct_purchase_is_strictly_under_the_limit(helsingborg, value, expected):
    assert regime_of(helsingborg, value, IN_2024).regime == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(2_389_584, Regime.BELOW_THRESHOLD), (2_389_585, Regime.ABOVE_THRESHOLD)]
)
def test_fact_12_a_value_equal_to_the_threshold_has_reached_it(helsingborg, value, expected):
    assert regime_of(helsingborg, value, IN_2024).regime == expected


def test_fact_13_a_day_without_thresholds_is_unknown_until_somebody_adds_the_row(helsingborg):
    before = regime_of(helsingborg, 5_000_000, IN_2026)
    assert before.regime == Regime.UNKNOWN
    assert "Tröskelvärde saknas" in before.explanation
    add()
    after = regime_of(helsingborg, 5_000_000, IN_2026)
    assert (after.regime, after.threshold) == (Regime.ABOVE_THRESHOLD, Decimal(2_400_000))


def test_fact_13_an_added_row_that_has_ended_leaves_the_day_without_thresholds(helsingborg):
    add(date(2025, 7, 1), valid_to=date(2025, 7, 31))
    assert regime_of(helsingborg, 5_000_000, date(2025, 7, 31)).threshold == Decimal(2_400_000)
    ended = regime_of(helsingborg, 5_000_000, date(2025, 8, 1))
    assert (ended.regime, ended.row) == (Regime.UNKNOWN, None)


def test_fact_16_under_the_threshold_a_requirement_rests_on_chapter_19(helsingborg):
    below = regime_of(helsingborg, 1_000_000, IN_2024)
    above = regime_of(helsingborg, 3_000_000, IN_2024)
    assert (below.legal_basis, above.legal_basis) == ("19 kap. 3 § LOU", "17 kap. 1 § LOU")


def test_a_procurement_without_kind_or_value_is_unknown_and_told_what_to_fill_in(helsingborg):
    no_kind, no_value = regime_of(helsingborg, 5_000_000, IN_2024, kind=""), regime_of(helsingborg, None, IN_2024)
    assert {no_kind.regime, no_value.regime} == {Regime.UNKNOWN}
    assert no_kind.explanation.startswith("Ange vad som köps")
    assert no_value.explanation.startswith("Ange upphandlingens värde")


def test_many_procurements_are_judged_by_one_reading_of_the_table(helsingborg, django_assert_num_queries):
    procurement = make_procurement(helsingborg, estimated_value=5_000_000, kind=PurchaseKind.SERVICES)
    among = thresholds.rows()
    with django_assert_num_queries(0):
        assert thresholds.regime_of(procurement, IN_2024, among).regime == Regime.ABOVE_THRESHOLD
