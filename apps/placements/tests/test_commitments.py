"""Pauses, units, the first start, shares, bonus and outlook of a commitment."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.placements.fulfilment import (
    LEFT_EARLY,
    Amount,
    Count,
    Event,
    Spell,
    bonus,
    count,
    first_start,
    fulfilment,
    months_between,
    outlook,
    split,
    still_to_come,
    worked_months,
)
from apps.placements.rules import Period

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
LATER = date(2030, 1, 1)


def spell(start: date, end: date | None, extent=100, reason=""):
    return Spell("P1", start, end, extent, reason)


def paused(*pauses, start=date(2026, 1, 1), end=date(2026, 6, 30), extent=100):
    return Spell("P1", start, end, extent, pauses=tuple(Period(*pause) for pause in pauses))


def test_a_pause_is_cut_out_of_the_months():
    rested = paused((date(2026, 3, 1), date(2026, 3, 31)), extent=50)
    (term,) = fulfilment(6, [rested], LATER).terms
    assert (term.months, term.fte_months) == (5, Fraction(5, 2))


def test_a_pause_of_one_day_takes_that_day():
    assert worked_months(paused((date(2026, 4, 15), date(2026, 4, 15))), LATER) == 6 - Fraction(1, 30)


def test_pauses_that_overlap_take_their_days_once_and_those_outside_take_nothing():
    twice = paused((date(2026, 3, 1), date(2026, 3, 31)), (date(2026, 3, 10), date(2026, 4, 30)))
    assert worked_months(twice, LATER) == 4
    outside = paused((date(2025, 12, 1), date(2026, 1, 31)), (date(2026, 7, 1), None))
    assert worked_months(outside, LATER) == 5


def test_a_pause_that_goes_on_stops_the_months_from_its_first_day():
    resting = paused((date(2026, 3, 1), None), end=None)
    assert worked_months(resting, date(2026, 2, 28)) == 2
    assert worked_months(resting, date(2026, 5, 31)) == 2


PAUSES = st.lists(st.tuples(DAYS, DAYS).map(lambda days: (min(days), max(days))), max_size=4)


@given(DAYS, st.integers(0, 2000), PAUSES)
def test_a_pause_never_adds_and_never_takes_more_than_there_is(start, days, pauses):
    end = start + timedelta(days=days)
    net = worked_months(paused(*pauses, start=start, end=end), LATER + timedelta(days=9999))
    resting = {start + timedelta(days=n) for n in range(days + 1)}
    worked = len([day for day in resting if not any(first <= day <= last for first, last in pauses)])
    assert 0 <= net <= months_between(start, end)
    assert Fraction(worked, 31) <= net <= Fraction(worked, 28)


@given(DAYS, st.integers(0, 900), PAUSES, st.integers(0, 900))
def test_worked_months_never_shrink_as_the_days_go(start, days, pauses, later):
    spell = paused(*pauses, start=start, end=None)
    day = start + timedelta(days=days)
    assert worked_months(spell, day) <= worked_months(spell, day + timedelta(days=later))


def test_a_mentorship_without_working_time_gives_no_full_time_months():
    (term,) = fulfilment(6, [paused(extent=None)], LATER).terms
    assert (term.months, term.extent_percent, term.fte_months) == (6, 0, 0)


@given(st.integers(1, 60), st.integers(0, 2200), st.sampled_from(sorted(LEFT_EARLY)))
def test_an_early_end_is_enough_from_exactly_three_quarters_and_not_below(promised, days, reason):
    start = date(2020, 1, 1)
    result = fulfilment(promised, [spell(start, start + timedelta(days=days), reason=reason)], LATER)
    part = result.delivered / promised
    assert result.is_fulfilled == (part >= Fraction(75, 100))
    assert result.is_by_early_end == (Fraction(75, 100) <= part < 1)


EVENTS = [
    Event("P1", date(2026, 2, 1), resident="A"),
    Event("P2", date(2026, 3, 1), resident="B"),
    Event("P3", date(2026, 6, 1), resident="A"),
    Event("P4", date(2026, 9, 1), resident="C"),
]
AUGUST = date(2026, 8, 1)


def test_places_and_meetings_are_counted_up_to_today_by_their_labels():
    for unit in ("places", "meetings"):
        result = count(unit, 3, EVENTS, AUGUST)
        assert (result.delivered, result.is_fulfilled) == (3, True)
        assert [each.label for each in result.amounts] == ["P1", "P2", "P3"]
    assert not count("places", 4, EVENTS, AUGUST).is_fulfilled


def test_fact_28_a_chain_of_one_resident_is_one_person():
    result = count("persons", 3, EVENTS, AUGUST)
    assert [(each.label, each.amount) for each in result.amounts] == [("P1, P3", 1), ("P2", 1)]
    assert (result.delivered, result.is_fulfilled) == (2, False)


def test_hours_are_summed():
    hours = [
        Event("Rapport 1", date(2026, 2, 1), amount=Fraction(75, 2)),
        Event("Rapport 2", AUGUST, amount=Fraction(3)),
    ]
    result = count("hours", 40, hours, AUGUST)
    assert (result.delivered, result.is_fulfilled) == (Fraction(81, 2), True)


def test_full_time_months_are_not_counted_by_number():
    with pytest.raises(ValueError, match="tid och omfattning"):
        count("fte_months", 12, EVENTS, AUGUST)


@pytest.mark.parametrize(
    ("days", "today", "state"),
    [
        ([date(2026, 7, 15)], date(2026, 7, 15), "met"),
        ([date(2026, 7, 16)], date(2026, 7, 16), "late"),
        ([date(2026, 7, 16), date(2026, 7, 15)], AUGUST, "met"),
        ([], date(2026, 7, 15), "waiting"),
        ([], date(2026, 7, 16), "missed"),
        ([date(2026, 7, 10)], date(2026, 7, 9), "waiting"),
    ],
)
def test_fact_23_the_first_employment_begins_or_is_offered_within_six_months_of_the_start(days, today, state):
    result = first_start(date(2026, 1, 15), [Event("P1", day) for day in days], today)
    assert (result.due_on, result.state) == (date(2026, 7, 15), state)
    assert (result.first is None) == (state in ("waiting", "missed"))


def test_an_offer_is_enough_before_anybody_has_begun():
    offered, begun = Event("Erbjuden plats", date(2026, 5, 1)), Event("P1", date(2026, 9, 1))
    assert first_start(date(2026, 1, 15), [begun, offered], LATER).first == offered
    assert first_start(date(2026, 1, 15), [begun], LATER).state == "late"
    assert first_start(date(2026, 1, 15), [begun], LATER, months=8).state == "met"


@pytest.mark.parametrize(
    ("promised", "shares", "parts"),
    [
        (12, {"Nynäshamn": 50}, {"Haninge": 6, "Nynäshamn": 6}),
        (5, {"Nynäshamn": 50}, {"Haninge": 3, "Nynäshamn": 2}),
        (10, {"Nynäshamn": 33, "Tyresö": 33}, {"Haninge": 4, "Nynäshamn": 3, "Tyresö": 3}),
        (1, {"Nynäshamn": 60}, {"Haninge": 0, "Nynäshamn": 1}),
        (2, {"Nynäshamn": 25}, {"Haninge": 2, "Nynäshamn": 0}),
        (2, {"Nynäshamn": 75}, {"Haninge": 0, "Nynäshamn": 2}),
        (7, {}, {"Haninge": 7}),
    ],
)
def test_a_joint_commitment_is_split_in_whole_units_and_the_lead_takes_the_rest_of_the_shares(promised, shares, parts):
    assert split(promised, shares, lead="Haninge") == parts


@given(st.integers(0, 5000), st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 25), max_size=4))
def test_a_split_keeps_the_sum_and_each_part_within_one_unit_of_its_share(promised, shares):
    parts = split(promised, shares, lead="")
    assert sum(parts.values()) == promised
    for name, percent in {**shares, "": 100 - sum(shares.values())}.items():
        assert abs(parts[name] - Fraction(promised * percent, 100)) < 1


def test_shares_of_more_than_the_whole_are_refused():
    with pytest.raises(ValueError, match="tillsammans 110 procent"):
        split(10, {"Nynäshamn": 60, "Tyresö": 50}, lead="Haninge")


def test_a_bonus_is_the_rate_for_each_whole_unit_of_each_employment():
    jobs = [spell(date(2026, 1, 1), date(2026, 3, 15)), spell(date(2026, 1, 1), date(2026, 6, 30), 50)]
    earned = bonus(Decimal(10_000), None, fulfilment(1, jobs, LATER).amounts)
    assert [term.amount for term in earned.terms] == [2, 3]
    assert (earned.units, earned.amount, earned.is_capped) == (5, 50_000, False)


def test_a_bonus_stops_at_its_ceiling():
    months = [Amount("P1", Fraction(5))]
    assert bonus(Decimal("1000.50"), Decimal("5002.50"), months).amount == Decimal("5002.50")
    assert not bonus(Decimal("1000.50"), Decimal("5002.50"), months).is_capped
    capped = bonus(Decimal("1000.50"), Decimal(5000), months)
    assert (capped.units, capped.amount, capped.is_capped) == (5, 5000, True)


def test_less_than_a_whole_unit_earns_nothing():
    earned = bonus(Decimal(10_000), Decimal(20_000), [Amount("P1", Fraction(99, 100))])
    assert (earned.terms, earned.units, earned.amount) == ((), 0, 0)


def running(planned_end, **changed):
    return replace(Spell("P1", date(2026, 1, 1), None, 50), planned_end=planned_end, **changed)


def test_what_goes_on_gives_months_to_its_planned_end_and_no_longer_than_the_commitment():
    june = date(2026, 6, 30)
    assert still_to_come([running(date(2026, 10, 31))], june, None) == (Amount("P1", Fraction(2)),)
    assert still_to_come([running(date(2026, 10, 31))], june, date(2026, 8, 31)) == (Amount("P1", Fraction(1)),)
    assert still_to_come([running(None)], june, date(2026, 8, 31)) == (Amount("P1", Fraction(1)),)


def test_what_is_over_rests_has_not_begun_or_has_no_end_promises_nothing():
    june, later = date(2026, 6, 30), date(2026, 12, 31)
    assert still_to_come([running(None)], june, None) == ()
    assert still_to_come([running(later, end=june)], june, later) == ()
    assert still_to_come([running(later, pauses=(Period(date(2026, 5, 1), None),))], june, later) == ()
    assert still_to_come([running(later, start=date(2026, 7, 1))], june, later) == ()


def prospect(
    delivered, ahead=0, *, promised=12, today=date(2026, 7, 1), starts_on=date(2026, 1, 1), due=date(2026, 12, 31)
):
    result = Count(promised, Fraction(delivered), ())
    coming = [Amount("P9", Fraction(ahead))] if ahead else []
    return outlook(result, coming, unit="fte_months", starts_on=starts_on, due_on=due, today=today)


def test_what_is_delivered_stays_delivered_after_its_day():
    assert prospect(12).state == prospect(12, today=LATER).state == "delivered"


def test_three_quarters_by_an_early_end_are_delivered():
    left = fulfilment(12, [spell(date(2026, 1, 1), date(2026, 9, 30), reason="moved_to_employment")], LATER)
    given_up = outlook(left, (), unit="fte_months", starts_on=None, due_on=date(2026, 12, 31), today=LATER)
    assert (given_up.state, given_up.missing) == ("delivered", 0)


def test_what_is_not_delivered_is_overdue_from_the_day_after():
    assert prospect(11, today=date(2026, 12, 31)).state == "at_risk"
    late = prospect(Fraction(10), today=date(2027, 1, 1))
    assert (late.state, late.days_left) == ("overdue", -1)
    assert late.reason == "2 heltidsmånader saknas, och den sista dagen var 2026-12-31."


def test_what_goes_on_may_be_enough():
    enough = prospect(2, 10)
    assert (enough.state, enough.missing, enough.days_left) == ("on_track", 0, 183)
    assert [each.label for each in enough.coming] == ["P9"]
    assert enough.reason.startswith("Det som pågår räcker")


def test_an_even_pace_is_on_track_and_a_slower_one_at_risk():
    assert prospect(6).state == "on_track"
    slow = prospect(Fraction(5), Fraction(9, 10))
    assert slow.state == "at_risk"
    assert slow.missing == Fraction(61, 10)
    assert slow.reason == (
        "6,1 heltidsmånader återstår utöver det som pågår, "
        "och 183\N{NO-BREAK SPACE}dagar är kvar till 2026-12-31. Takten räcker inte."
    )
    assert prospect(0, today=date(2026, 1, 1)).state == "on_track"


def test_without_days_the_pace_is_not_measured():
    assert "Ange åtagandets början och slut" in prospect(0, due=None).reason
    assert prospect(0, starts_on=None).state == "on_track"
    assert prospect(0, due=None).days_left is None


@given(st.integers(1, 40), st.fractions(0, 50), st.fractions(0, 50), DAYS)
def test_more_delivered_never_looks_worse(promised, delivered, more, today):
    order = ["delivered", "on_track", "at_risk", "overdue"]
    worse, better = (prospect(part, promised=promised, today=today) for part in (delivered, delivered + more))
    assert order.index(better.state) <= order.index(worse.state)
    assert worse.missing >= better.missing >= 0
