"""What a penalty clause comes to."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.followups.penalty import Clause, begun_weeks, penalty

DUE = date(2026, 6, 30)
WEEKLY = Clause(Decimal(5000), "week", Decimal(20_000))
PER_PLACE = Clause(Decimal("25000.50"), "place")


def weeks_late(days, clause=WEEKLY, **other):
    return penalty(clause, due_on=DUE, until=DUE + timedelta(days=days), **other)


@pytest.mark.parametrize(
    ("days", "weeks"), [(-5, 0), (0, 0), (1, 1), (7, 1), (8, 2), (14, 2), (15, 3), (21, 3), (22, 4), (365, 53)]
)
def test_each_begun_week_counts_from_the_day_after_the_last_day(days, weeks):
    assert begun_weeks(DUE, DUE + timedelta(days=days)) == weeks


@given(st.integers(-30, 2000))
def test_begun_weeks_are_what_counting_day_by_day_gives(days):
    begun = {(day - 1) // 7 for day in range(1, days + 1)}
    assert begun_weeks(DUE, DUE + timedelta(days=days)) == len(begun)


def test_four_weeks_reach_the_cap_and_a_fifth_adds_nothing():
    assert (weeks_late(28).amount, weeks_late(28).is_capped) == (Decimal(20_000), False)
    fifth = weeks_late(29)
    assert (fifth.units, fifth.amount, fifth.is_capped) == (5, Decimal(20_000), True)


def test_the_text_shows_the_arithmetic_and_the_cap_when_it_holds():
    assert weeks_late(20).text == "3\xa0påbörjade veckor × 5\xa0000\xa0kr = 15\xa0000\xa0kr"
    assert weeks_late(1).text == "1\xa0påbörjad vecka × 5\xa0000\xa0kr = 5\xa0000\xa0kr"
    capped = "5\xa0påbörjade veckor × 5\xa0000\xa0kr = 25\xa0000\xa0kr, men klausulens tak är 20\xa0000\xa0kr"
    assert weeks_late(29).text == f"{capped}: 20\xa0000\xa0kr"
    assert weeks_late(29, taken=Decimal(15_000)).text == (
        f"{capped}, varav 15\xa0000\xa0kr redan är uttaget: 5\xa0000\xa0kr"
    )


@pytest.mark.parametrize(
    ("taken", "amount", "is_capped"),
    [(0, 15_000, False), (5_000, 15_000, False), (5_001, 14_999, True), (20_000, 0, True), (25_000, 0, True)],
)
def test_the_cap_is_for_all_penalties_under_the_clause_together(taken, amount, is_capped):
    found = weeks_late(21, taken=Decimal(taken))
    assert (found.amount, found.is_capped) == (Decimal(amount), is_capped)


def test_what_was_taken_does_not_matter_where_there_is_no_cap():
    clause = Clause(Decimal(5000), "week")
    assert weeks_late(365, clause, taken=Decimal(10**6)).amount == Decimal(265_000)


@pytest.mark.parametrize(
    ("unit", "missing", "units"),
    [
        ("place", 2, 2),
        ("place", 0, 0),
        ("place", -1, 0),
        ("month", Fraction(31, 10), 3),
        ("month", Decimal("2.9"), 2),
        ("month", Fraction(9, 10), 0),
        ("month", Fraction(-1, 2), 0),
    ],
)
def test_only_whole_places_and_full_time_months_that_are_missing_count(unit, missing, units):
    found = penalty(Clause(Decimal(1000), unit), missing=missing)
    assert (found.units, found.amount) == (units, Decimal(1000 * units))


def test_nothing_said_to_be_missing_costs_nothing():
    assert penalty(PER_PLACE).amount == 0


def test_the_text_names_what_is_missing_with_its_ore():
    assert penalty(PER_PLACE, missing=2).text == "2\xa0platser × 25\xa0000,50\xa0kr = 50\xa0001\xa0kr"
    assert penalty(PER_PLACE, missing=1).text.startswith("1\xa0plats ×")
    assert penalty(Clause(Decimal(1), "month"), missing=1).text.startswith("1\xa0heltidsmånad ×")
    assert penalty(Clause(Decimal(1), "month"), missing=0).text.startswith("0\xa0heltidsmånader ×")


@pytest.mark.parametrize("clause", [Clause(None, "week"), Clause(Decimal(1), ""), Clause(Decimal(1), "decade")])
def test_fact_20_without_a_whole_clause_no_amount_is_reckoned(clause):
    with pytest.raises(ValueError, match="ingen klausul om vite"):
        penalty(clause, due_on=DUE, until=DUE)


@pytest.mark.parametrize("days", [{}, {"due_on": DUE}, {"until": DUE}])
def test_weeks_need_both_their_days(days):
    with pytest.raises(ValueError, match="Ange från vilken dag och till vilken dag"):
        penalty(WEEKLY, **days)


MONEY = st.decimals(1, 1_000_000, places=2)


@given(MONEY, st.none() | MONEY, st.integers(0, 60), st.lists(st.integers(1, 12), max_size=5))
def test_however_it_is_divided_the_penalties_never_pass_the_cap_and_never_sink_below_zero(rate, cap, units, parts):
    clause, taken = Clause(rate, "place", cap), Decimal(0)
    for part in [units, *parts]:
        found = penalty(clause, missing=part, taken=taken)
        assert 0 <= found.amount <= rate * part
        taken += found.amount
    everything = rate * sum([units, *parts])
    assert taken == (everything if cap is None else min(cap, everything))
