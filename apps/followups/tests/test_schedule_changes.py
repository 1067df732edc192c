"""What a change of a contract, its class or its clauses does to the points of its plan."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.followups.choices import PointKind
from apps.followups.schedule import (
    ContractDays,
    Obligation,
    Planned,
    Standing,
    changes,
    first_points,
    points,
)
from apps.followups.tests.test_schedule import (
    CLASSES,
    CLEANING,
    CONTRACTS,
    DATES,
    END,
    NUMERIC,
    SIGNED,
    START,
    days_of,
    plan,
)


def standing(found):
    return [Standing(number, point.kind, point.due_on) for number, point in enumerate(found, 1)]


def carry_out(existing, todo):
    """What the rows are afterwards; fails when two of a kind stand on one day on the way, as the database would."""
    rows = {point.pk: point for point in existing}
    for pk in todo.drop:
        del rows[pk]
    for pk, day in todo.move:
        assert not any(row.kind == rows[pk].kind and row.due_on == day for row in rows.values())
        rows[pk] = Standing(pk, rows[pk].kind, day, rows[pk].is_fixed)
    for number, point in enumerate(todo.make, 1000):
        assert not any(row.kind == point.kind and row.due_on == point.due_on for row in rows.values())
        rows[number] = Standing(number, point.kind, point.due_on)
    return list(rows.values())


def test_an_unchanged_contract_changes_nothing_even_when_points_are_overdue():
    existing = standing(plan())
    todo = changes(CLEANING, "normal", existing, today=date(2027, 12, 1))
    assert (todo.make, todo.move, todo.drop) == ((), (), ())


def test_a_later_start_moves_the_points_and_keeps_which_they_are():
    existing = standing(plan())
    later = ContractDays(SIGNED, START + timedelta(days=7), END + timedelta(days=7), (NUMERIC,))
    todo = changes(later, "normal", existing, today=SIGNED)
    assert (todo.make, todo.drop) == ((), ())
    after = {row.pk: row.due_on for row in carry_out(existing, todo)}
    for point in existing:
        moved = 0 if point.kind == PointKind.KICKOFF else 7
        assert after[point.pk] == point.due_on + timedelta(days=moved)


def test_a_deeper_class_adds_points_and_a_lighter_one_takes_them_away_again():
    existing = standing(plan())
    deeper = changes(CLEANING, "deep", existing, today=SIGNED)
    assert (deeper.move, deeper.drop) == ((), ())
    assert days_of(deeper.make, "report") == ["2026-07-15", "2027-01-15", "2027-07-15"]
    assert days_of(deeper.make, "dialogue") == ["2026-07-15", "2027-07-15"]
    back = changes(CLEANING, "normal", carry_out(existing, deeper), today=SIGNED)
    assert (back.make, back.move) == ((), ())
    assert len(back.drop) == 5


def test_a_report_moved_by_hand_stays_and_its_old_day_is_not_filled_again():
    existing = standing(plan())
    first = next(point for point in existing if point.kind == PointKind.REPORT)
    moved = Standing(first.pk, first.kind, date(2026, 5, 20), is_fixed=True)
    rows = [moved if point.pk == first.pk else point for point in existing]
    todo = changes(CLEANING, "normal", rows, today=SIGNED)
    assert (todo.make, todo.move, todo.drop) == ((), (), ())


@pytest.mark.parametrize(
    ("intensity", "day", "refilled"),
    [
        ("normal", START + timedelta(days=90) + timedelta(days=90), False),
        ("normal", START + timedelta(days=90) - timedelta(days=91), True),
        ("deep", START + timedelta(days=90) - timedelta(days=45), False),
        ("deep", START + timedelta(days=90) - timedelta(days=46), True),
    ],
)
def test_a_report_by_hand_stands_for_the_nearest_within_half_the_time_between_two(intensity, day, refilled):
    fixed = Standing(1, PointKind.REPORT, day, is_fixed=True)
    made = changes(CLEANING, intensity, [fixed], today=SIGNED).make
    assert ("2026-04-15" in days_of(made, "report")) == refilled


def test_a_report_by_hand_stands_for_the_nearest_and_not_for_the_first():
    second = Standing(1, PointKind.REPORT, date(2026, 10, 20), is_fixed=True)
    made = changes(CLEANING, "deep", [second], today=SIGNED).make
    assert days_of(made, "report")[:3] == ["2026-04-15", "2026-07-15", "2027-01-15"]


@pytest.mark.parametrize(("day", "is_refilled"), [(date(2026, 7, 19), False), (date(2026, 7, 18), True)])
def test_a_dialogue_by_hand_stands_for_the_yearly_one_within_half_a_year(day, is_refilled):
    fixed = Standing(1, PointKind.DIALOGUE, day, is_fixed=True)
    made = changes(CLEANING, "normal", [fixed], today=SIGNED).make
    assert ("2027-01-15" in days_of(made, "dialogue")) == is_refilled


@pytest.mark.parametrize(("day", "is_refilled"), [(date(2026, 8, 14), False), (date(2026, 8, 15), True)])
def test_a_report_by_hand_stands_for_a_stated_day_within_half_a_quarter(day, is_refilled):
    stated = Obligation("numeric", report_on=(date(2026, 6, 30),))
    contract = ContractDays(SIGNED, START, END, (stated, Obligation("dialog")))
    fixed = Standing(1, PointKind.REPORT, day, is_fixed=True)
    made = changes(contract, "light", [fixed], today=SIGNED).make
    assert ("2026-06-30" in days_of(made, "report")) == is_refilled


def test_points_are_moved_in_the_order_of_their_days_however_their_rows_are_numbered():
    existing = [Standing(2, PointKind.REPORT, date(2026, 4, 1)), Standing(1, PointKind.REPORT, date(2026, 10, 1))]
    todo = changes(CLEANING, "normal", existing, today=SIGNED)
    assert todo.move == ((2, date(2026, 4, 15)), (1, date(2026, 10, 15)))


def test_no_dialogue_is_held_on_the_last_day():
    contract = ContractDays(SIGNED, START, date(2027, 1, 15), (NUMERIC,))
    assert days_of(plan(contract=contract), "dialogue") == []
    a_day_more = ContractDays(SIGNED, START, date(2027, 1, 16), (NUMERIC,))
    assert days_of(plan(contract=a_day_more), "dialogue") == ["2027-01-15"]


def test_of_what_happens_once_anything_done_or_set_by_hand_is_enough_however_far_away():
    done = Standing(1, PointKind.KICKOFF, date(2027, 6, 1), is_fixed=True)
    assert days_of(changes(CLEANING, "normal", [done], today=SIGNED).make, "kickoff") == []


def test_a_shorter_contract_drops_what_lies_after_it_but_not_what_was_set_by_hand():
    existing = standing(plan())
    by_hand = Standing(99, PointKind.DIALOGUE, date(2027, 9, 1), is_fixed=True)
    shorter = ContractDays(SIGNED, START, date(2026, 12, 31), (NUMERIC,))
    after = carry_out([*existing, by_hand], changes(shorter, "normal", [*existing, by_hand], today=SIGNED))
    assert by_hand in after
    assert days_of(sorted(after, key=lambda row: row.due_on), "report") == ["2026-04-15"]
    assert days_of(after, "evaluation") == ["2027-03-01"]


def test_a_start_corrected_far_back_does_not_make_old_days_overdue():
    existing = standing(plan())
    back = ContractDays(SIGNED - timedelta(days=730), START - timedelta(days=730), END, (NUMERIC,))
    after = carry_out(existing, changes(back, "normal", existing, today=date(2026, 2, 1)))
    assert min(row.due_on for row in after) >= date(2026, 2, 1)


def test_a_clause_that_now_states_days_moves_the_plans_own_reports_to_them():
    existing = standing(plan())
    stated = ContractDays(SIGNED, START, END, (Obligation("numeric", report_on=(date(2026, 9, 1),)),))
    after = carry_out(existing, changes(stated, "normal", existing, today=SIGNED))
    assert days_of(after, "report") == ["2026-09-01"]


HANDS = st.lists(st.tuples(st.sampled_from(PointKind.values), DATES), max_size=6, unique=True)


@given(CONTRACTS, CONTRACTS, CLASSES, CLASSES, DATES, HANDS)
def test_whatever_changes_the_database_can_carry_it_out_and_a_second_time_nothing_happens(
    before, after, first, then, today, hands
):
    fixed = [Standing(5000 + number, kind, day, is_fixed=True) for number, (kind, day) in enumerate(hands)]
    on_the_same_day = {(point.kind, point.due_on) for point in fixed}
    generated = [p for p in first_points(before, first, today=today) if (p.kind, p.due_on) not in on_the_same_day]
    rows = [*standing(generated), *fixed]
    rows = carry_out(rows, changes(after, then, rows, today=today))
    assert all(point in rows for point in fixed)
    again = changes(after, then, rows, today=today)
    assert (again.make, again.move, again.drop) == ((), (), ())
    free = {(row.kind, row.due_on) for row in rows if not row.is_fixed}
    assert free <= {(point.kind, point.due_on) for point in points(after, then, today=today)}


@given(CONTRACTS, CLASSES, DATES)
def test_without_anything_by_hand_the_changes_end_in_the_plan_of_what_is_not_past(contract, intensity, today):
    made = first_points(contract, intensity, today=today)
    full = points(contract, intensity, today=today)
    is_fresh = (today - contract.starts_on).days <= 60
    assert sorted(made, key=str) == sorted((p for p in full if is_fresh or p.due_on >= today), key=str)
    assert all(isinstance(point, Planned) for point in made)
