"""What became of residents: what counts, when it is asked, and the shares."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.placements.choices import Situation
from apps.placements.fulfilment import months_between
from apps.placements.outcomes import (
    RESULTS,
    Answer,
    Job,
    Outcome,
    conversion,
    employment_counts,
    follow_up_days,
    outcome,
    outcome_share,
)

DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))
LATER = date(2030, 1, 1)


@pytest.mark.parametrize(
    ("situation", "result"),
    [
        ("employed_unsubsidised", "work"),
        ("employed_subsidised", "work"),
        ("studying", "studies"),
        ("employed_short", "other"),
        ("municipal_job", "other"),
        ("studying_other", "other"),
        ("other_measure", "other"),
        ("unemployed", "none"),
        ("unknown", "unknown"),
    ],
)
def test_each_situation_has_its_outcome(situation, result):
    assert outcome(situation) == result


def test_no_situation_is_without_outcome_and_none_is_made_up():
    assert {outcome(situation) for situation in Situation} == set(Outcome)
    with pytest.raises(ValueError, match="emigrated"):
        outcome("emigrated")


@pytest.mark.parametrize("situation", ["employed_short", "municipal_job", "studying_other"])
def test_facts_30_31_and_32_a_short_or_municipal_job_and_studies_without_csn_are_no_results(situation):
    assert outcome(situation) not in RESULTS


@pytest.mark.parametrize(
    ("start", "end", "counts"),
    [
        (date(2026, 1, 15), date(2026, 2, 14), True),
        (date(2026, 1, 15), date(2026, 2, 13), False),
        (date(2026, 2, 1), date(2026, 2, 28), True),
        (date(2026, 1, 31), date(2026, 2, 27), True),
        (date(2026, 1, 31), date(2026, 2, 26), False),
        (date(2026, 1, 1), None, True),
    ],
)
def test_fact_30_an_employment_counts_after_one_continuous_calendar_month(start, end, counts):
    assert employment_counts(start, end, LATER) is counts


def test_an_employment_that_goes_on_counts_the_day_its_month_is_full():
    assert not employment_counts(date(2026, 1, 15), None, date(2026, 2, 13))
    assert employment_counts(date(2026, 1, 15), None, date(2026, 2, 14))
    assert not employment_counts(date(2026, 1, 15), date(2026, 6, 30), date(2026, 2, 13))


@given(DAYS, st.integers(0, 70))
def test_a_month_of_employment_is_the_month_of_the_sums(start, days):
    end = start + timedelta(days=days)
    assert employment_counts(start, end, LATER + timedelta(days=5000)) == (months_between(start, end) >= 1)


def test_follow_ups_are_calendar_months_after_the_end():
    days = follow_up_days(date(2026, 8, 31), [12, 3, 6, 3])
    assert list(days.items()) == [(3, date(2026, 11, 30)), (6, date(2027, 2, 28)), (12, date(2027, 8, 31))]


@given(DAYS, st.lists(st.integers(1, 60), max_size=6))
def test_follow_ups_lie_in_the_month_they_name_and_in_order(ended_on, months):
    days = follow_up_days(ended_on, months)
    assert list(days.values()) == sorted(days.values())
    for number, day in days.items():
        assert (day.year - ended_on.year) * 12 + day.month - ended_on.month == number
        assert day.day <= ended_on.day


TODAY = date(2026, 6, 1)


def answers(*situations, due=TODAY):
    return [Answer(f"P{number}", due, situation) for number, situation in enumerate(situations, 1)]


def test_what_is_unknown_stays_in_the_denominator():
    share = outcome_share(answers("employed_subsidised", "unknown", "unemployed", ""), TODAY)
    assert (share.counted, share.unknown, share.total) == (("P1",), ("P2", "P4"), 4)
    assert share.value == Fraction(1, 4)


def test_what_is_not_yet_due_is_left_out_even_when_answered():
    early = answers("studying", "unemployed", due=TODAY + timedelta(days=1))
    assert outcome_share(early, TODAY).total == 0
    assert outcome_share(early, TODAY).value is None
    assert outcome_share(early, TODAY + timedelta(days=1)).value == Fraction(1, 2)


def test_a_share_of_work_alone_leaves_studies_in_the_denominator():
    share = outcome_share(answers("studying", "employed_unsubsidised"), TODAY, wanted=[Outcome.WORK])
    assert (share.counted, share.total) == (("P2",), 2)


@given(st.lists(st.builds(Answer, st.text(max_size=3), DAYS, st.sampled_from(["", *Situation])), max_size=12), DAYS)
def test_the_outcomes_share_out_everything_that_is_due(given_answers, today):
    parts = [outcome_share(given_answers, today, wanted=[each]) for each in Outcome]
    due = sum(answer.due_on <= today for answer in given_answers)
    assert sum(len(part.counted) for part in parts) == due
    assert {part.total for part in parts} == {due}


PRACTICE = Job("P1", "A", date(2026, 2, 2), date(2026, 4, 30))


def converted(*jobs, internship=PRACTICE, today=LATER):
    return conversion([internship], jobs, today).counted


def test_fact_28_an_internship_in_february_and_an_employment_in_june_are_one_conversion():
    share = conversion([PRACTICE], [Job("P2", "A", date(2026, 6, 1), None)], LATER)
    assert (share.counted, share.total, share.value) == (("P1",), 1, 1)


def test_an_employment_within_ninety_days_converts_and_one_the_day_after_does_not():
    assert converted(Job("P2", "A", date(2026, 7, 29), None)) == ("P1",)
    assert converted(Job("P2", "A", date(2026, 7, 30), None)) == ()


def test_an_employment_converts_nobody_else_and_nothing_that_came_after_it():
    assert converted(Job("P2", "B", date(2026, 6, 1), None)) == ()
    assert converted(Job("P2", "A", date(2026, 1, 1), None)) == ()
    assert converted(Job("P2", "A", PRACTICE.start, None)) == ()
    assert converted(Job("P2", "A", date(2026, 2, 9), date(2026, 4, 29))) == ()
    assert converted(Job("P2", "A", date(2026, 2, 9), date(2026, 4, 30))) == ("P1",)


def test_a_job_that_began_in_the_last_days_of_practice_converts():
    assert converted(Job("P2", "A", date(2026, 4, 27), None)) == ("P1",)


def test_fact_30_an_employment_that_ended_within_a_month_converts_nothing():
    assert converted(Job("P2", "A", date(2026, 6, 1), date(2026, 6, 29))) == ()
    assert converted(Job("P2", "A", date(2026, 6, 1), date(2026, 6, 30))) == ("P1",)


def test_an_internship_is_asked_about_only_when_its_ninety_days_have_passed():
    job = Job("P2", "A", date(2026, 5, 4), None)
    assert conversion([PRACTICE], [job], date(2026, 7, 28)).total == 0
    assert conversion([PRACTICE], [job], date(2026, 7, 29)).counted == ("P1",)
    going_on = Job("P3", "A", date(2026, 2, 2), None)
    assert conversion([going_on], [job], LATER).value is None
