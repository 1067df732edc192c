"""Suggestions between open places and residents who wait."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from apps.placements.choices import PlacementKind
from apps.placements.matching import Candidate, Offered, for_candidate, for_offer
from apps.placements.rules import Period

DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
PERIODS = st.tuples(DAYS, DAYS).map(lambda days: Period(min(days), max(days))) | DAYS.map(lambda day: Period(day, None))
KINDS = st.sampled_from([kind.value for kind in PlacementKind])
SUPPLIERS = st.sampled_from(["Peab", "Coor", "ISS"])
OFFERS = st.builds(
    lambda key, kind, free, period, supplier: Offered(key, kind, free, period.start, period.end, supplier),
    st.integers(),
    KINDS,
    st.integers(0, 3),
    PERIODS,
    SUPPLIERS,
)
CANDIDATES = st.builds(
    Candidate,
    st.integers(),
    DAYS,
    st.lists(KINDS, max_size=2).map(tuple),
    st.lists(PERIODS, max_size=2).map(tuple),
    st.dictionaries(SUPPLIERS, DAYS, max_size=1),
)


def offer(**changed):
    values = {
        "key": 1,
        "kind": "internship",
        "free": 1,
        "from_on": date(2026, 5, 4),
        "to_on": date(2026, 7, 31),
        "supplier": "Peab",
    }
    return Offered(**{**values, **changed})


def why(candidate, **changed):
    (suggestion,) = for_offer(offer(**changed), [candidate])
    return suggestion.fits, suggestion.why


MARCH = date(2026, 3, 1)


def test_the_longest_waiting_who_fits_comes_first_and_who_does_not_fit_comes_last():
    waiting = [
        Candidate("C", date(2026, 4, 1)),
        Candidate("A", date(2026, 1, 1), kinds=("employment",)),
        Candidate("B", date(2026, 2, 1), kinds=("internship",)),
    ]
    assert [(each.key, each.fits) for each in for_offer(offer(), waiting)] == [("B", True), ("C", True), ("A", False)]


def test_the_earliest_place_that_fits_comes_first_for_a_resident():
    offers = [
        offer(key=1, from_on=date(2026, 6, 1)),
        offer(key=2),
        offer(key=3, kind="employment", from_on=date(2026, 4, 1)),
    ]
    found = for_candidate(Candidate("A", MARCH, kinds=("internship",)), offers)
    assert [(each.key, each.fits) for each in found] == [(2, True), (1, True), (3, False)]


def test_why_someone_fits_is_said():
    assert why(Candidate("A", MARCH, kinds=("internship", "employment"))) == (
        True,
        "Väntar sedan 2026-03-01, önskar praktik eller anställning och är ledig under tiden.",
    )
    assert why(Candidate("A", MARCH))[1].startswith("Väntar sedan 2026-03-01, har inte önskat någon särskild insats")


def test_why_someone_does_not_fit_is_said():
    assert why(Candidate("A", MARCH), free=0) == (False, "Alla platser är tillsatta.")
    assert why(Candidate("A", MARCH, kinds=("employment",))) == (False, "Önskar anställning, inte praktik.")
    refused = Candidate("A", MARCH, refusals={"Peab": date(2026, 2, 2)})
    assert why(refused) == (False, "Det blev nej hos leverantören 2026-02-02.")
    assert why(refused, supplier="Coor")[0]


def test_a_resident_who_is_busy_on_any_day_of_the_place_does_not_fit():
    until = Candidate("A", MARCH, busy=(Period(date(2026, 1, 1), date(2026, 5, 4)),))
    assert why(until) == (False, "Har en annan placering från 2026-01-01 till 2026-05-04.")
    assert why(until, from_on=date(2026, 5, 5))[0]
    goes_on = Candidate("A", MARCH, busy=(Period(date(2026, 7, 31), None),))
    assert why(goes_on) == (False, "Har en annan placering från 2026-07-31.")
    assert why(goes_on, to_on=date(2026, 7, 30))[0]
    assert not why(goes_on, to_on=None)[0]


def test_a_mentor_takes_no_working_time_so_a_busy_resident_fits():
    assert why(Candidate("A", MARCH, busy=(Period(MARCH, None),)), kind="mentorship")[0]


@given(OFFERS, st.lists(CANDIDATES, max_size=6))
def test_a_person_and_a_place_fit_each_other_or_neither_and_nobody_is_left_out(place, waiting):
    suggestions = for_offer(place, waiting)
    assert sorted(each.key for each in suggestions) == sorted(candidate.key for candidate in waiting)
    fits = [each.fits for each in suggestions]
    assert fits == sorted(fits, reverse=True)
    for candidate in waiting:
        (back,) = for_candidate(candidate, [place])
        assert (candidate.key, back.fits, back.why) in [tuple(each) for each in suggestions]
