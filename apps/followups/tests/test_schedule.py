"""The plan of a contract: which days, and what a change of the contract does to the points there are."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.followups.choices import Intensity
from apps.followups.schedule import (
    ContractDays,
    Obligation,
    first_points,
    points,
)

NUMERIC = Obligation("numeric")
SIGNED, START, END = date(2026, 1, 8), date(2026, 1, 15), date(2028, 1, 14)
CLEANING = ContractDays(SIGNED, START, END, (NUMERIC,))
DAY = timedelta(days=1)


def days_of(found, kind):
    return [point.due_on.isoformat() for point in found if point.kind == kind]


def plan(intensity="normal", contract=CLEANING, today=SIGNED):
    return points(contract, intensity, today=today)


def test_fact_23_the_first_effort_of_a_contract_from_15_january_is_due_on_15_july():
    assert days_of(plan(), "first_start") == ["2026-07-15"]


@pytest.mark.parametrize(
    ("intensity", "reports", "dialogues"),
    [
        ("light", ["2026-04-15", "2027-04-15"], []),
        ("normal", ["2026-04-15", "2026-10-15", "2027-04-15", "2027-10-15"], ["2027-01-15"]),
        (
            "deep",
            [
                "2026-04-15",
                "2026-07-15",
                "2026-10-15",
                "2027-01-15",
                "2027-04-15",
                "2027-07-15",
                "2027-10-15",
            ],
            ["2026-07-15", "2027-01-15", "2027-07-15"],
        ),
    ],
)
def test_the_class_decides_how_often_there_are_reports_and_meetings(intensity, reports, dialogues):
    found = plan(intensity)
    assert days_of(found, "report") == reports
    assert days_of(found, "dialogue") == dialogues


@pytest.mark.parametrize("intensity", Intensity.values)
def test_every_class_has_a_kick_off_a_final_report_and_an_evaluation(intensity):
    found = plan(intensity)
    assert days_of(found, "kickoff") == ["2026-02-07"]
    assert days_of(found, "final_report") == ["2027-11-15"]
    assert days_of(found, "evaluation") == ["2028-03-14"]


def test_a_report_a_month_before_the_final_one_is_the_last_and_one_a_day_later_is_not_asked():
    assert days_of(plan(), "report")[-1] == "2027-10-15"
    a_day_sooner = ContractDays(SIGNED, START, END - DAY, (NUMERIC,))
    assert days_of(plan(contract=a_day_sooner), "final_report") == ["2027-11-14"]
    assert days_of(plan(contract=a_day_sooner), "report")[-1] == "2027-04-15"


def test_the_plan_is_in_order_of_days_and_of_a_contracts_life():
    found = plan("deep")
    assert [point.due_on for point in found] == sorted(point.due_on for point in found)
    on_15_july = [point.kind for point in found if point.due_on == date(2026, 7, 15)]
    assert on_15_july == ["first_start", "report", "dialogue"]


def test_days_of_report_in_the_documents_replace_the_plans_own_but_not_the_final_one():
    stated = Obligation("numeric", report_on=(date(2026, 12, 31), date(2026, 6, 30)))
    also = Obligation("dialog", report_on=(date(2026, 6, 30),))
    found = plan(contract=ContractDays(SIGNED, START, END, (stated, also)))
    assert days_of(found, "report") == ["2026-06-30", "2026-12-31"]
    assert days_of(found, "final_report") == ["2027-11-15"]


def test_a_stated_day_that_is_the_final_reports_is_asked_once():
    stated = Obligation("numeric", report_on=(date(2027, 11, 15), date(2027, 11, 14)))
    found = plan(contract=ContractDays(SIGNED, START, END, (stated,)))
    assert days_of(found, "report") == ["2027-11-14"]
    assert days_of(found, "final_report") == ["2027-11-15"]


@pytest.mark.parametrize(
    ("obligations", "days"),
    [
        ([Obligation("numeric", 3)], ["2026-04-15"]),
        ([Obligation("numeric", 0)], ["2026-01-15"]),
        ([Obligation("combined")], ["2026-07-15"]),
        ([Obligation("dialog")], []),
        ([Obligation("dialog", 2)], ["2026-03-15"]),
        ([Obligation("mentor")], []),
        ([Obligation("summer_job")], []),
        ([Obligation("numeric", 3), Obligation("combined")], ["2026-04-15", "2026-07-15"]),
        ([Obligation("numeric"), Obligation("combined", 6)], ["2026-07-15"]),
        ([Obligation("numeric", 24)], []),
    ],
)
def test_the_first_effort_has_the_day_the_requirement_states_or_the_criterions(obligations, days):
    found = plan(contract=ContractDays(SIGNED, START, END, tuple(obligations)))
    assert days_of(found, "first_start") == days


def test_a_first_effort_due_on_the_last_day_is_checked_and_one_after_it_is_not():
    on_the_day = ContractDays(SIGNED, START, date(2026, 7, 15), (NUMERIC,))
    assert days_of(plan(contract=on_the_day), "first_start") == ["2026-07-15"]
    a_day_less = ContractDays(SIGNED, START, date(2026, 7, 14), (NUMERIC,))
    assert days_of(plan(contract=a_day_less), "first_start") == []


def test_a_contract_without_requirement_or_without_a_start_has_no_plan():
    assert plan(contract=ContractDays(SIGNED, START, END, ())) == ()
    assert plan(contract=ContractDays(None, None, END, (NUMERIC,))) == ()


def test_a_register_that_knows_only_one_of_signing_and_start_still_gives_a_plan():
    unsigned = plan(contract=ContractDays(None, START, END, (NUMERIC,)))
    assert days_of(unsigned, "kickoff") == ["2026-02-14"]
    assert days_of(unsigned, "report")[0] == "2026-04-15"
    no_start = plan(contract=ContractDays(SIGNED, None, END, (NUMERIC,)))
    assert days_of(no_start, "kickoff") == ["2026-02-07"]
    assert days_of(no_start, "report")[0] == "2026-04-08"


def test_a_contract_of_two_months_is_reported_finally_on_its_last_day():
    short = ContractDays(SIGNED, START, START + timedelta(days=60), (NUMERIC,))
    assert days_of(plan(contract=short), "final_report") == ["2026-03-16"]
    longer = ContractDays(SIGNED, START, START + timedelta(days=61), (NUMERIC,))
    assert days_of(plan(contract=longer), "final_report") == ["2026-01-16"]


def test_a_contract_without_end_is_planned_three_years_ahead_and_longer_as_time_goes():
    endless = ContractDays(SIGNED, START, None, (NUMERIC,))
    assert days_of(plan(contract=endless), "report")[-1] == "2028-10-15"
    assert days_of(plan(contract=endless), "dialogue") == ["2027-01-15", "2028-01-15", "2029-01-15"]
    assert days_of(plan(contract=endless), "evaluation") == []
    later = plan(contract=endless, today=date(2027, 4, 15))
    assert days_of(later, "report")[-1] == "2030-04-15"
    assert days_of(plan(contract=endless, today=date(2027, 4, 14)), "report")[-1] == "2029-10-15"
    assert days_of(later, "report")[0] == "2026-04-15"


def test_a_contract_of_thirty_years_has_its_end_in_the_plan_but_not_a_hundred_reports():
    long = ContractDays(SIGNED, START, date(2056, 1, 14), (NUMERIC,))
    found = plan("deep", contract=long)
    assert len(days_of(found, "report")) == 12
    assert days_of(found, "evaluation") == ["2056-03-14"]


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 3, 16), "2026-02-07"),
        (date(2026, 3, 17), "2026-04-15"),
        (date(2026, 4, 15), "2026-04-15"),
        (date(2026, 4, 16), "2026-07-15"),
    ],
)
def test_past_points_are_made_only_while_the_contract_is_less_than_sixty_days_old(today, first):
    assert first_points(CLEANING, "normal", today=today)[0].due_on.isoformat() == first


def test_nothing_is_made_of_a_contract_that_is_evaluated_long_since():
    assert first_points(CLEANING, "deep", today=date(2028, 3, 15)) == ()
    assert days_of(first_points(CLEANING, "deep", today=date(2028, 3, 14)), "evaluation") == ["2028-03-14"]


# --- an oracle written apart: months counted one by one, never with the product's own arithmetic


def months_on(day, months):
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def oracle(contract, intensity, today):
    start, found = contract.starts_on, set()
    found.add(("kickoff", date.fromordinal(contract.signed_on.toordinal() + 30)))
    end = contract.ends_on
    final = None
    if end:
        final = date.fromordinal(end.toordinal() - 60)
        if final <= start:
            final = end
        found |= {("final_report", final), ("evaluation", date.fromordinal(end.toordinal() + 60))}
    horizon = months_on(max(start, today), 36)
    for month in range(1, 12 * 60):
        day = months_on(start, month)
        if day > horizon:
            break
        a_month_before_final = final and day.toordinal() <= _month_back(final).toordinal()
        if {"light": (month - 3) % 12, "normal": (month - 3) % 6, "deep": month % 3}[intensity] == 0 and (
            not final or a_month_before_final
        ):
            found.add(("report", day))
        pace = {"light": 0, "normal": 12, "deep": 6}[intensity]
        if pace and month % pace == 0 and (not end or day < end):
            found.add(("dialogue", day))
    half_year = months_on(start, 6)
    if not end or half_year <= end:
        found.add(("first_start", half_year))
    return found


def _month_back(day):
    year, month = (day.year - 1, 12) if day.month == 1 else (day.year, day.month - 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


DATES = st.dates(date(2018, 1, 1), date(2032, 12, 31))
CONTRACTS = st.builds(
    lambda signed, wait, length: ContractDays(
        signed,
        signed + timedelta(days=wait),
        None if length is None else signed + timedelta(days=wait + length),
        (NUMERIC,),
    ),
    DATES,
    st.integers(0, 200),
    st.none() | st.integers(1, 4000),
)
CLASSES = st.sampled_from(Intensity.values)


@given(CONTRACTS, CLASSES, DATES)
def test_the_plan_is_what_an_oracle_written_apart_says(contract, intensity, today):
    found = points(contract, intensity, today=today)
    assert {(str(point.kind), point.due_on) for point in found} == oracle(contract, intensity, today)
    assert len(found) == len(set(found))


# --- changing a plan that exists
