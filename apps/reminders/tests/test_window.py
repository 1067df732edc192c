"""How far planning looks: no step may come on a day when its deadline is out of sight."""

import random
from datetime import date, time, timedelta

import pytest

from apps.core.calendar import is_working_day
from apps.reminders.kinds import KINDS
from apps.reminders.planning import Rule, steps
from apps.reminders.rule_queries import Ruling
from apps.reminders.rules import Decided


def decided_on(rule: Rule, off: frozenset[date], active_from: date) -> Decided:
    ruling = Ruling(KINDS[0], rule, is_required=False, is_own=True)
    return Decided(time(7, 30), off, active_from, sends_heads=True, rulings={KINDS[0].name: ruling})


def assert_in_sight(due_on: date, rule: Rule, off: frozenset[date]) -> None:
    found = steps(due_on, rule, off=off, until=due_on + timedelta(days=1200))
    assert found
    for step in found:
        since, until = decided_on(rule, off, active_from=step.send_on).window(step.send_on)
        assert since <= due_on <= until, f"{step.name} comes on {step.send_on}, when {due_on} is not looked at"


def test_what_comes_due_after_the_beginning_stays_in_sight_and_what_was_over_long_before_does_not():
    decided = decided_on(KINDS[0].default, frozenset(), active_from=date(2026, 1, 1))
    since, _ = decided.window(date(2031, 1, 1))
    assert date(2024, 12, 1) < since <= date(2025, 1, 1)


def test_a_deadline_in_a_closed_summer_is_seen_on_the_last_open_day_before_it():
    july = [date(2027, 6, 28) + timedelta(days=number) for number in range(45)]
    closed = frozenset(day for day in july if is_working_day(day))
    rule = Rule(before=(14, 1), after=(1,))
    assert str(steps(date(2027, 8, 10), rule, off=closed, until=date(2027, 6, 25))[0].send_on) == "2027-06-24"
    assert_in_sight(date(2027, 8, 10), rule, closed)
    assert_in_sight(date(2027, 6, 25), rule, closed)


def test_a_head_or_coordinator_who_is_told_late_in_working_days_is_told():
    assert_in_sight(date(2026, 11, 23), Rule((1,), in_working_days=True, head_after=365), frozenset())
    assert_in_sight(date(2026, 11, 23), Rule((1,), in_working_days=True, coordinator_after=365), frozenset())


@pytest.mark.parametrize("seed", range(30))
def test_every_step_comes_while_its_deadline_is_in_sight(seed):
    rng = random.Random(seed)
    due_on = date(2027, 1, 1) + timedelta(days=rng.randrange(800))
    closed = due_on + timedelta(days=rng.randrange(-40, 40))
    off = frozenset(closed + timedelta(days=number) for number in range(rng.choice([0, 3, 30, 60])))
    rule = Rule(
        before=(rng.randrange(100), 0),
        after=(rng.randrange(1, 200),),
        repeat_every=rng.choice([0, 7, 30]),
        in_working_days=rng.random() < 0.5,
        head_after=rng.choice([None, 3, 365]),
        coordinator_after=rng.choice([None, 7, 300]),
    )
    assert_in_sight(due_on, rule, off)
