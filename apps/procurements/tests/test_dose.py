"""The suggested amount of a requirement, with its arithmetic (DOMAIN 3.2)."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.procurements import dose
from apps.procurements.choices import QuantityBasis, RequirementUnit
from apps.procurements.wording import unit_word


def plain(found):
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in found.lines]


def test_full_time_months_of_painting_for_4_million_with_every_step():
    found = dose.fte_months(4_000_000, 80)
    assert (found.basis, found.count, found.unit) == (QuantityBasis.FTE_MONTHS, 2, RequirementUnit.FTE_MONTHS)
    assert plain(found) == [
        "4 000 000 kr × 80 % = 3 200 000 kr arbetskostnad",
        "/ 650 000 kr = 4,92 årsverken",
        "× 12 × 5 % = 2,95 heltidsmånader",
        "Avrundat nedåt till 2 heltidsmånader",
    ]
    assert "förslag, ingen regel" in found.note


def test_a_whole_number_is_not_said_to_be_rounded():
    found = dose.fte_months(3_250_000, 100)
    assert found.count == 3
    assert plain(found)[-1] == "× 12 × 5 % = 3 heltidsmånader"


def test_an_exact_month_is_not_lost_to_decimals():
    assert dose.fte_months(2_000_000, 100, man_year_cost=600_000).count == 2


def test_a_small_contract_is_suggested_at_least_one():
    found = dose.fte_months(200_000, 50)
    assert found.count == 1
    assert plain(found)[-1] == "Avrundat nedåt till 0, men minst 1 heltidsmånad"


def test_the_shown_figure_never_reaches_a_whole_that_rounding_down_contradicts():
    found = dose.fte_months(Decimal("3249999.99"), 100)
    assert found.count == 2
    assert plain(found)[-2:] == ["× 12 × 5 % = 2,99 heltidsmånader", "Avrundat nedåt till 2 heltidsmånader"]


def test_places_share_the_months_out():
    found = dose.places(39_000_000, 80, 48)
    assert (found.count, found.unit) == (4, RequirementUnit.PLACES)
    assert plain(found)[2:] == [
        "× 12 × 5 % = 28,8 heltidsmånader",
        "/ 6 månader per plats = 4,8 platser",
        "Avrundat nedåt till 4 platser",
    ]


def test_a_place_is_never_longer_than_the_contract():
    found = dose.places(39_000_000, 80, 5)
    assert found.count == 5
    assert "/ 5 månader per plats = 5,76 platser (avtalet gäller i 5 månader, en plats är annars 6 månader)" in plain(
        found
    )


@pytest.mark.parametrize(
    ("kind", "is_works", "value", "months"),
    [
        ("employment", True, 50_000_000, 12),
        ("employment", False, 25_000_000, 12),
        ("internship", True, 50_000_000, 6),
        ("internship", False, 25_000_000, 6),
        ("employment", True, 120_000_000, 28),
        ("internship", True, 1_000_000, 1),
    ],
)
def test_months_per_million_follow_the_national_pattern(kind, is_works, value, months):
    found = dose.per_msek(value, kind=kind, is_works=is_works)
    assert (found.basis, found.count, found.unit) == (QuantityBasis.PER_MSEK, months, RequirementUnit.FTE_MONTHS)


def test_the_arithmetic_per_million_names_what_is_bought():
    assert plain(dose.per_msek(120_000_000, kind="employment", is_works=True)) == [
        "120 000 000 kr / 50 000 000 kr (byggentreprenad) × 12 månader anställning = 28,8 heltidsmånader",
        "Avrundat nedåt till 28 heltidsmånader",
    ]


def test_months_per_million_are_refused_for_other_kinds():
    with pytest.raises(ValueError, match="anställning och praktik"):
        dose.per_msek(50_000_000, kind="mentorship", is_works=True)


def test_a_share_of_the_hours_is_hours():
    found = dose.share_of_hours(12_500, 5)
    assert (found.basis, found.count, found.text.replace("\N{NO-BREAK SPACE}", " ")) == (
        QuantityBasis.SHARE_OF_HOURS,
        625,
        "625 timmar",
    )


def test_places_per_man_year():
    found = dose.per_man_year(4_000_000, 80, years_per_place=2)
    assert (found.basis, found.count) == (QuantityBasis.PER_MAN_YEAR, 2)
    assert "/ 2 årsverken per plats = 2,46 platser" in plain(found)


def test_a_fixed_count_is_what_was_set():
    found = dose.fixed_count(3, "persons")
    assert (found.basis, found.count, plain(found)) == (
        QuantityBasis.FIXED_COUNT,
        3,
        ["Bestämt antal: 3 personer"],
    )


def test_an_agreement_in_dialogue_has_no_number():
    found = dose.agreed_in_dialogue()
    assert (found.basis, found.count, found.unit) == (QuantityBasis.AGREED_IN_DIALOGUE, None, None)
    assert found.text == "överenskommet i dialog"


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (lambda: dose.fte_months(-5, 80), "Värdet: −5 går inte. Ange mer än 0."),
        (lambda: dose.fte_months(0, 80), "Värdet: 0 går inte. Ange mer än 0."),
        (lambda: dose.fte_months(Decimal("NaN"), 80), "Värdet: NaN går inte. Ange mer än 0."),
        (lambda: dose.fte_months(5, 101), "Arbetets andel av kostnaden: 101 går inte. Ange mellan 0 och 100."),
        (lambda: dose.fte_months(5, -1), "Arbetets andel av kostnaden: −1 går inte. Ange mellan 0 och 100."),
        (lambda: dose.fte_months(5, 50, share=101), "Andelen av arbetet: 101 går inte. Ange mer än 0 och högst 100."),
        (lambda: dose.fte_months(5, 50, man_year_cost=0), "Kostnaden för ett årsverke: 0 går inte. Ange mer än 0."),
        (lambda: dose.places(5, 50, 0), "Avtalets längd i månader: 0 går inte. Ange mer än 0."),
        (lambda: dose.places(5, 50, 6, months_each=0), "Längden på en plats i månader: 0 går inte. Ange mer än 0."),
        (lambda: dose.per_msek(-5, kind="employment", is_works=True), "Värdet: −5 går inte. Ange mer än 0."),
        (lambda: dose.share_of_hours(0, 5), "Antalet timmar: 0 går inte. Ange mer än 0."),
        (lambda: dose.share_of_hours(10, 101), "Andelen av timmarna: 101 går inte. Ange mer än 0 och högst 100."),
        (
            lambda: dose.per_man_year(5, 50, years_per_place=0),
            "Antalet årsverken per plats: 0 går inte. Ange mer än 0.",
        ),
        (lambda: dose.fixed_count(0, "places"), "Antalet: 0 går inte. Ange ett heltal, minst 1."),
        (lambda: dose.fixed_count(True, "places"), "Antalet: True går inte. Ange ett heltal, minst 1."),
    ],
)
def test_impossible_figures_are_refused_in_swedish(ask, sentence):
    with pytest.raises(ValueError, match=r"Ange .*\.$") as refusal:
        ask()
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("recommendation", "expected"),
    [("none", 0), ("soft_only", 0), ("dialog", None), ("numeric", 2), (None, None)],
)
def test_only_a_number_can_be_expected_beforehand(recommendation, expected):
    assert dose.expected_contribution(recommendation, dose.fte_months(4_000_000, 80)) == expected
    assert dose.expected_contribution("numeric", None) is None


def test_one_is_singular():
    assert [unit_word(unit, 1) for unit in RequirementUnit] == ["plats", "person", "heltidsmånad", "möte", "timme"]
    assert [unit_word(unit, 2) for unit in RequirementUnit] == [
        "platser",
        "personer",
        "heltidsmånader",
        "möten",
        "timmar",
    ]


@given(value=st.decimals("0.01", 10**10, places=2), share=st.integers(0, 100), months=st.integers(1, 120))
def test_the_suggestion_is_the_whole_part_and_at_least_one(value, share, months):
    exact = Fraction(value) * share / 100 / 650_000 * 12 * 5 / 100
    assert dose.fte_months(value, share).count == max(1, exact // 1)
    assert dose.places(value, share, months).count == max(1, exact / min(6, months) // 1)
