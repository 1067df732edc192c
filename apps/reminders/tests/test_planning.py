"""Which reminders should stand: worked examples, and what must hold however often and when planning is run."""

import random
from datetime import date, timedelta
from time import process_time

import pytest

from apps.core.calendar import is_working_day
from apps.reminders.choices import Audience
from apps.reminders.kinds import CONSULTATION, MATCHING, USUAL
from apps.reminders.planning import Rule, Wanted, reconcile, steps, wanted
from apps.reminders.recipients import Recipients
from apps.reminders.tests.book import deadline_of
from apps.reminders.tests.oracle import calendar_of

FAR = date(2100, 1, 1)
LONG_AGO = date(2020, 1, 1)
ANNA, BO, CARIN, HEDDA = 1, 2, 3, 9
ANNAS = Recipients(owners=(ANNA,), heads=(HEDDA,), coordinators=(CARIN,))


def d(text: str) -> date:
    return date.fromisoformat(text)


def told(due_on: str, rule: Rule, *, until: str, off: frozenset[date] = frozenset()) -> list[str]:
    """The steps as lines: the day, the name, who else than the owner."""
    found = steps(d(due_on), rule, off=off, until=d(until))
    others = [" ".join(sorted(step.audiences - {Audience.OWNER})) for step in found]
    return [f"{step.send_on} {step.name} {other}".rstrip() for step, other in zip(found, others, strict=True)]


def wanted_of(due_on: str, today: str, rule: Rule = USUAL, people: Recipients = ANNAS, **facts) -> list[Wanted]:
    usual = {"off": frozenset(), "active_from": LONG_AGO}
    deadline = deadline_of("requirement:1", d(due_on), lapses=facts.pop("lapses", False))
    return wanted(deadline, rule, people, today=d(today), **{**usual, **facts})


# Worked examples


def test_the_usual_rule_around_a_wednesday_in_november():
    assert told("2026-11-25", USUAL, until="2026-12-31") == [
        "2026-11-11 before-14",
        "2026-11-18 before-7",
        "2026-11-24 before-1",
        "2026-11-26 after-1 head",
        "2026-12-02 after-7 coordinator",
        "2026-12-09 after-14",
        "2026-12-16 after-21",
        "2026-12-23 after-28",
        "2026-12-30 after-35",
    ]


def test_steps_on_a_weekend_go_to_the_friday_before_the_day_and_the_monday_after_it():
    assert told("2026-11-15", USUAL, until="2026-11-25") == [
        "2026-10-30 before-14",  # Sunday 1 November; Saturday is All Saints' Day
        "2026-11-06 before-7",
        "2026-11-13 before-1",
        "2026-11-16 after-1 head",
        "2026-11-23 after-7 coordinator",
    ]


def test_a_deadline_at_midsommar_is_told_of_before_the_eve():
    rule = Rule(before=(3, 1, 0), after=(1, 2))
    assert told("2026-06-20", rule, until="2026-07-01") == [
        "2026-06-17 before-3",
        "2026-06-18 before-1",
        "2026-06-18 before-0",
        "2026-06-22 after-1",
        "2026-06-22 after-2",
    ]


def test_a_deadline_on_christmas_day_is_told_of_on_the_23rd_and_after_the_second_day():
    rule = Rule(before=(7, 1, 0), after=(1, 7))
    assert told("2026-12-25", rule, until="2027-01-31") == [
        "2026-12-18 before-7",
        "2026-12-23 before-1",
        "2026-12-23 before-0",
        "2026-12-28 after-1",
        "2027-01-04 after-7",  # 1 January is a holiday, then a weekend
    ]


def test_a_leap_day_counts_and_can_be_due():
    rule = Rule(before=(1, 0), after=(1,))
    assert told("2028-02-29", rule, until="2028-03-31") == [
        "2028-02-28 before-1",
        "2028-02-29 before-0",
        "2028-03-01 after-1",
    ]
    assert told("2028-03-01", rule, until="2028-02-29") == ["2028-02-29 before-1"]
    assert told("2027-03-01", Rule(before=(1,)), until="2027-03-01") == ["2027-02-26 before-1"]


def test_the_turn_of_the_year_is_crossed_both_ways():
    assert told("2027-01-04", Rule(before=(4, 3), after=(7,)), until="2027-12-31") == [
        "2026-12-30 before-4",  # New Year's Eve is a day off
        "2026-12-30 before-3",
        "2027-01-11 after-7",
    ]


def test_consultation_is_reminded_of_ten_and_three_working_days_before_on_the_day_and_every_fifth_after():
    assert told("2026-11-25", CONSULTATION, until="2026-12-31") == [
        "2026-11-11 before-10",
        "2026-11-20 before-3",
        "2026-11-25 before-0",
        "2026-12-02 after-5",
        "2026-12-09 after-10 head",
        "2026-12-16 after-15",
        "2026-12-23 after-20",
    ]


def test_working_days_pass_over_christmas_and_epiphany():
    assert told("2026-12-23", CONSULTATION, until="2027-01-15") == [
        "2026-12-09 before-10",
        "2026-12-18 before-3",
        "2026-12-23 before-0",
        "2027-01-05 after-5",  # 31 December, 1 and 6 January are days off
        "2027-01-13 after-10 head",
    ]


def test_an_own_quiet_day_moves_the_mail_but_is_counted_as_the_working_day_it_is():
    off = frozenset([d("2026-11-20"), d("2026-12-02")])
    assert told("2026-11-25", CONSULTATION, until="2026-12-04", off=off) == [
        "2026-11-11 before-10",
        "2026-11-19 before-3",
        "2026-11-25 before-0",
        "2026-12-03 after-5",
    ]


def test_heads_and_coordinators_are_told_on_their_own_day_where_the_owner_has_no_step():
    rule = Rule(before=(), after=(1, 7), head_after=3, coordinator_after=30)
    found = steps(d("2026-11-02"), rule, until=FAR)
    assert [(step.name, set(step.audiences)) for step in found] == [
        ("after-1", {Audience.OWNER}),
        ("after-3", {Audience.HEAD}),
        ("after-7", {Audience.OWNER}),
        ("after-30", {Audience.COORDINATOR}),
    ]


@pytest.mark.parametrize(("rule", "last"), [(USUAL, "after-364"), (CONSULTATION, "after-250"), (MATCHING, "after-360")])
def test_repeats_end_fifty_two_weeks_after_the_day(rule, last):
    found = steps(d("2026-11-25"), rule, until=d("2029-01-01"))
    assert found[-1].name == last
    assert d("2027-11-01") < found[-1].send_on <= d("2027-11-24")


def test_a_rule_without_repeats_or_steps_ends():
    assert told("2026-11-25", Rule(before=(), after=()), until="2027-11-25") == []
    assert told("2026-11-25", Rule(before=(), after=(1,)), until="2027-11-25") == ["2026-11-26 after-1"]


def test_the_same_number_twice_in_a_rule_is_one_step_and_their_order_means_nothing():
    assert told("2026-11-25", Rule((1, 7, 7), (3, 1, 3)), until="2027-01-01") == told(
        "2026-11-25", Rule((7, 1), (1, 3)), until="2027-01-01"
    )


def test_a_due_day_at_the_end_of_the_calendar_can_be_asked_about():
    assert told("2100-12-30", USUAL, until="2026-11-23") == []
    with pytest.raises(ValueError, match="Kalendern täcker"):
        steps(d("2101-01-03"), USUAL, until=d("2026-11-23"))


@pytest.mark.parametrize("seed", range(40))
def test_steps_are_in_order_on_open_days_and_the_ones_a_slow_count_gives(seed):
    rng = random.Random(seed)
    due_on = d("2026-01-01") + timedelta(days=rng.randrange(3000))
    off = frozenset(due_on + timedelta(days=rng.randrange(-40, 40)) for _ in range(rng.randrange(30)))
    rule = Rule(
        before=tuple(rng.sample(range(40), rng.randrange(5))),
        after=tuple(rng.sample(range(40), rng.randrange(5))),
        repeat_every=rng.choice([0, 1, 5, 7, 90]),
        in_working_days=rng.random() < 0.5,
        head_after=rng.choice([None, 0, 3, 400]),
        coordinator_after=rng.choice([None, 1, 20]),
    )
    found = [
        (step.send_on, step.name, frozenset(map(str, step.audiences)))
        for step in steps(due_on, rule, off=off, until=FAR)
    ]
    assert found == [(*rest, frozenset(who)) for *rest, who in calendar_of(due_on, rule, off)]
    assert [day for day, *_ in found] == sorted(day for day, *_ in found)
    assert len({name for _, name, _ in found}) == len(found)
    assert all(is_working_day(day, off) for day, *_ in found)


# Wanted


def test_of_several_steps_that_have_come_only_the_newest_is_sent():
    found = wanted_of("2026-11-25", "2026-11-24", people=Recipients((ANNA,)))
    assert [(each.step, each.is_newest) for each in found] == [
        ("before-1", True),
        ("before-7", False),
        ("before-14", False),
    ]


def test_two_steps_on_the_same_friday_are_one_mail():
    found = wanted_of("2026-11-15", "2026-11-13", rule=Rule((2, 1)), people=Recipients((ANNA,)))
    assert [(each.step, str(each.send_on), each.is_newest) for each in found] == [
        ("before-1", "2026-11-13", True),
        ("before-2", "2026-11-13", False),
    ]


def test_each_recipient_has_a_newest_step_of_its_own():
    found = wanted_of("2026-11-02", "2026-12-31")
    newest = {each.recipient_id: (each.step, each.audience) for each in found if each.is_newest}
    assert newest == {
        ANNA: ("after-56", Audience.OWNER),
        HEDDA: ("after-1", Audience.HEAD),
        CARIN: ("after-7", Audience.COORDINATOR),
    }


def test_a_head_who_is_also_responsible_has_one_row_for_the_step():
    found = wanted_of("2026-11-25", "2026-11-26", people=Recipients(owners=(ANNA,), heads=(ANNA,)))
    assert [(each.step, each.audience) for each in found if each.is_newest] == [("after-1", Audience.OWNER)]
    assert len({each.identity for each in found}) == len(found)


def test_what_nobody_owns_is_told_to_the_administrators_as_administrators():
    found = wanted_of("2026-11-25", "2026-11-24", people=Recipients(owners=(BO,), is_orphan=True))
    assert {each.audience for each in found} == {Audience.ADMINISTRATOR}


def test_nothing_is_wanted_before_the_first_step_or_when_there_is_nobody():
    assert wanted_of("2026-11-25", "2026-11-10") == []
    assert wanted_of("2026-11-25", "2026-12-10", people=Recipients()) == []


def test_what_lapses_is_over_the_day_after():
    assert wanted_of("2026-11-25", "2026-11-25", lapses=True)[0].step == "before-1"
    assert wanted_of("2026-11-25", "2026-11-26", lapses=True) == []


def test_steps_long_before_the_organisation_began_leave_no_rows_but_the_one_that_stood_then():
    found = wanted_of("2026-11-25", "2026-12-16", active_from=d("2026-12-05"), people=Recipients((ANNA,)))
    assert [(each.step, each.is_newest) for each in found] == [
        ("after-21", True),
        ("after-14", False),
        ("after-7", False),
    ]


def test_a_step_of_the_day_the_organisation_began_is_the_first_that_leaves_a_row():
    found = wanted_of("2026-11-25", "2026-12-16", active_from=d("2026-12-09"), people=Recipients((ANNA,)))
    assert [each.step for each in found] == ["after-21", "after-14"]


def test_an_old_register_brings_one_reminder_for_each_deadline_and_person():
    found = wanted_of("2026-01-15", "2026-11-23", active_from=d("2026-11-23"))
    assert sorted((each.recipient_id, each.step) for each in found) == [
        (ANNA, "after-308"),
        (CARIN, "after-7"),
        (HEDDA, "after-1"),
    ]
    assert all(each.is_newest for each in found)


def test_when_the_newest_is_known_the_ones_before_it_are_not_given_again():
    people = Recipients((ANNA,))
    everything = wanted_of("2026-11-25", "2026-12-16", people=people)
    assert len(everything) == 7
    assert wanted_of("2026-11-25", "2026-12-16", people=people, known={everything[0].identity}) == everything[:1]
    assert wanted_of("2026-11-25", "2026-12-16", people=people, known={everything[1].identity}) == everything


@pytest.mark.slow
def test_three_hundred_thousand_deadlines_are_planned_in_half_a_minute():
    """Evenly over the year and the months that are looked at; in portions, so that memory is flat."""
    today, started, found = d("2026-11-23"), process_time(), 0
    rules, people = (USUAL, CONSULTATION, MATCHING), [Recipients((n,), (n % 50 + 500,), (600,)) for n in range(1, 400)]
    for portion in range(60):
        rng, rows, open_due = random.Random(portion), [], {}
        for number in range(5000):
            key, due_on = f"k:{portion}-{number}", today + timedelta(days=rng.randrange(-365, 121))
            open_due[key] = due_on
            deadline, rule = deadline_of(key, due_on), rules[number % 3]
            rows += wanted(deadline, rule, people[number % 399], off=frozenset(), today=today, active_from=today)
        found += len(reconcile((), rows, open_due, today=today).new)
    assert found > 250_000
    assert process_time() - started < 30
