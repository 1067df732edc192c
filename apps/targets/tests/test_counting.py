"""The definitions, on the council's own figures and on days where they could go wrong."""

from datetime import date

import pytest

from apps.targets.choices import CountingRule
from apps.targets.counting import DEFAULT_KINDS, Rule, Start, count, even_pace, month_ends, permille, same_day

END_OF_2015 = date(2015, 12, 31)
KINDS = {"internship": 13, "employment": 6, "apprenticeship": 7, "mentorship": 5}
WITH_MENTORS = Rule(kinds=(*DEFAULT_KINDS, "mentorship"))
STARTED = Rule(CountingRule.PLACEMENTS_STARTED)
ACTIVE = Rule(CountingRule.RESIDENTS_ACTIVE)


@pytest.fixture
def helsingborgs_result():
    """13 internships, 6 employments, 7 apprenticeships and 5 mentors, each with a resident of its own."""
    kinds = [kind for kind, number in KINDS.items() for _ in range(number)]
    return [Start(key, kind, date(2015, key % 12 + 1, 5), key=key) for key, kind in enumerate(kinds)]


def test_26_residents_count_by_default_and_31_when_mentors_count(helsingborgs_result):
    assert count(helsingborgs_result, Rule(), 2015, END_OF_2015).total == 26
    assert count(helsingborgs_result, WITH_MENTORS, 2015, END_OF_2015).total == 31


def test_26_and_31_of_40_are_65_and_77_and_a_half_percent():
    assert (permille(26, 40), permille(31, 40)) == (650, 775)


def test_every_kind_is_told_whether_it_counts_or_not(helsingborgs_result):
    assert count(helsingborgs_result, Rule(), 2015, END_OF_2015).started == KINDS


def test_internship_in_february_and_employment_in_june_is_one_resident_and_two_placements():
    rows = [Start(1, "employment", date(2016, 6, 1)), Start(1, "internship", date(2016, 2, 1), date(2016, 5, 31))]
    counts = count(rows, Rule(), 2016, date(2016, 12, 31))
    assert counts.total == 1
    assert sum(counts.started.values()) == 2
    assert counts.months["internship"][1] == 1, "counted once, in the month and with the kind of the first"
    assert sum(counts.months["employment"]) == 0
    assert count(rows, STARTED, 2016, date(2016, 12, 31)).total == 2


def test_a_resident_whose_first_placement_does_not_count_is_counted_with_the_first_that_does():
    rows = [Start(1, "mentorship", date(2016, 1, 10)), Start(1, "internship", date(2016, 4, 1))]
    assert count(rows, Rule(), 2016, date(2016, 12, 31)).months["internship"][3] == 1


def test_a_resident_counts_again_in_the_next_year():
    rows = [Start(1, "internship", date(2015, 12, 31)), Start(1, "employment", date(2016, 1, 1))]
    assert count(rows, Rule(), 2015, END_OF_2015).total == count(rows, Rule(), 2016, date(2016, 12, 31)).total == 1


def test_of_two_placements_on_one_day_the_one_logged_first_counts():
    rows = [Start(1, "employment", date(2016, 3, 1), key=2), Start(1, "internship", date(2016, 3, 1), key=1)]
    assert count(rows, Rule(), 2016, date(2016, 12, 31)).months["internship"][2] == 1


def test_a_placement_counts_from_the_day_it_starts():
    rows = [Start(1, "internship", date(2016, 9, 1))]
    assert count(rows, Rule(), 2016, date(2016, 8, 31)).total == 0
    assert count(rows, Rule(), 2016, date(2016, 9, 1)).total == 1


def test_a_placement_that_ends_on_the_last_day_is_not_active_after_it():
    rows = [Start(1, "internship", date(2016, 9, 1), END_OF_2015.replace(year=2016))]
    assert count(rows, ACTIVE, 2016, date(2017, 5, 1)).total == 0
    assert count(rows, ACTIVE, 2016, date(2016, 12, 30)).total == 1


def test_a_placement_from_an_earlier_year_is_active_until_it_ends():
    rows = [Start(1, "employment", date(2014, 3, 1)), Start(1, "internship", date(2016, 2, 1))]
    counts = count(rows, ACTIVE, 2016, date(2016, 3, 15))
    assert counts.total == counts.active == 1
    assert counts.months["employment"] == (1, 1, 1, *[0] * 9), "months that have not begun stay empty"


def test_even_pace_follows_the_day_of_the_year():
    assert even_pace(40, 2026, date(2026, 11, 22)) == 36
    assert even_pace(40, 2026, date(2026, 1, 1)) == 0
    assert even_pace(40, 2026, date(2027, 3, 1)) == 40
    assert even_pace(40, 2026, date(2025, 3, 1)) == 0
    assert even_pace(366, 2024, date(2024, 2, 29)) == 60


def test_a_leap_day_is_compared_with_28_february():
    assert same_day(date(2024, 2, 29), 2023) == date(2023, 2, 28)
    assert same_day(date(2026, 11, 22), 2025) == date(2025, 11, 22)


def test_a_running_year_has_the_months_that_have_begun():
    assert month_ends(2024, date(2024, 3, 1)) == [date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 1)]
    assert month_ends(2025, date(2024, 3, 1)) == []
