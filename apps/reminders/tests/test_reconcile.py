"""How rows become the ones that should stand, however often, in whatever order and after whatever stop."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from apps.reminders.choices import ReminderState, WhySuppressed
from apps.reminders.kinds import CONSULTATION, MATCHING, USUAL
from apps.reminders.planning import Changes, Row, Rule, reconcile
from apps.reminders.recipients import Recipients
from apps.reminders.tests.book import Book, days
from apps.reminders.tests.oracle import Crew, Story
from apps.reminders.tests.test_planning import ANNA, BO, CARIN, HEDDA, LONG_AGO, d, wanted_of

NOTHING = Changes([], [], {}, [])


def story(due_on: str | None, *, key: str = "requirement:1", crew: Crew | None = None, rule: Rule = USUAL) -> Story:
    """A deadline about which nothing changes."""
    start = LONG_AGO
    crew = crew or Crew((ANNA,), (HEDDA,), (CARIN,))
    return Story(key, {start: d(due_on) if due_on else None}, {start: crew}, {start: rule})


def row(step: str, send_on: str, due_on: str = "2026-11-25", **facts) -> Row:
    usual = {"pk": 7, "deadline_key": "requirement:1", "recipient_id": ANNA, "state": ReminderState.PLANNED}
    return Row(**{**usual, "step": step, "send_on": d(send_on), "due_on": d(due_on), **facts})


def reconciled(rows: list[Row], today: str, due_on: str | None = "2026-11-25", people=Recipients((ANNA,))) -> Changes:  # noqa: B008
    found = wanted_of(due_on, today, people=people) if due_on else []
    return reconcile(rows, found, {"requirement:1": d(due_on)} if due_on else {}, today=d(today))


def test_a_row_that_is_wanted_stands():
    assert reconciled([row("before-14", "2026-11-11")], "2026-11-11") == NOTHING


def test_a_waiting_row_is_superseded_by_the_next_step():
    changes = reconciled([row("before-14", "2026-11-11")], "2026-11-18")
    assert changes.supersede == [7]
    assert [each.step for each in changes.new] == ["before-7"]
    assert (changes.suppress, changes.revive) == ({}, [])


def test_a_done_deadlines_waiting_row_is_suppressed():
    changes = reconciled([row("before-14", "2026-11-11")], "2026-11-11", due_on=None)
    assert changes == Changes([], [], {7: WhySuppressed.DONE}, [])


def test_a_moved_deadlines_waiting_row_is_suppressed_and_the_new_day_reminds_anew():
    changes = reconciled([row("before-14", "2026-11-11")], "2026-11-11", due_on="2026-11-24")
    assert changes.suppress == {7: WhySuppressed.MOVED}
    assert [(each.step, str(each.due_on)) for each in changes.new] == [("before-14", "2026-11-24")]


def test_a_moved_deadline_reminds_anew_of_a_step_that_was_mailed_for_the_old_day():
    mailed = row("before-14", "2026-11-11", state=ReminderState.MAILED)
    changes = reconciled([mailed], "2026-11-17", due_on="2026-12-01")
    assert [(each.step, str(each.due_on), each.is_newest) for each in changes.new] == [
        ("before-14", "2026-12-01", True)
    ]
    assert replace(changes, new=[]) == NOTHING


def test_when_somebody_else_becomes_responsible_the_first_ones_row_is_suppressed():
    changes = reconciled([row("before-14", "2026-11-11")], "2026-11-11", people=Recipients((BO,)))
    assert changes.suppress == {7: WhySuppressed.OTHER_RECIPIENT}
    assert [each.recipient_id for each in changes.new] == [BO]


def test_a_step_that_the_rule_no_longer_has_is_suppressed():
    changes = reconciled([row("before-20", "2026-11-05")], "2026-11-05")
    assert changes == Changes([], [], {7: WhySuppressed.NO_STEP}, [])


@pytest.mark.parametrize("state", [ReminderState.MAILED, ReminderState.SUPERSEDED, ReminderState.SUPPRESSED])
@pytest.mark.parametrize("due_on", [None, "2026-11-24", "2026-11-25"])
def test_only_waiting_rows_are_superseded_or_suppressed(state, due_on):
    reason = WhySuppressed.SWITCHED_OFF if state == ReminderState.SUPPRESSED else ""
    changes = reconciled([row("before-14", "2026-11-11", state=state, why_suppressed=reason)], "2026-11-18", due_on)
    assert (changes.supersede, changes.suppress, changes.revive) == ([], {}, [])


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (WhySuppressed.DONE, [7]),
        (WhySuppressed.MOVED, [7]),
        (WhySuppressed.OTHER_RECIPIENT, [7]),
        (WhySuppressed.NO_STEP, [7]),
        (WhySuppressed.NO_RIGHT, []),
        (WhySuppressed.SWITCHED_OFF, []),
    ],
)
def test_a_suppressed_row_comes_back_when_its_reason_is_gone_but_not_against_a_choice_or_a_right(reason, expected):
    gone = row("before-14", "2026-11-11", state=ReminderState.SUPPRESSED, why_suppressed=reason)
    assert reconciled([gone], "2026-11-11") == Changes([], [], {}, expected)


def test_nobody_is_told_an_earlier_step_after_a_later_one():
    later = row("after-7", "2026-12-02", state=ReminderState.MAILED, pk=1)
    earlier = row("before-1", "2026-11-24", state=ReminderState.SUPERSEDED, pk=2)
    found = wanted_of("2026-11-25", "2026-11-30", rule=Rule((1,)), people=Recipients((ANNA,)))
    open_due = {"requirement:1": d("2026-11-25")}
    assert reconcile([later, earlier], found, open_due, today=d("2026-12-03")) == NOTHING
    assert reconcile([later], found, open_due, today=d("2026-12-03")) == NOTHING
    assert reconcile([earlier], found, open_due, today=d("2026-12-03")).revive == [2]


def test_a_clock_that_goes_back_over_midnight_loses_and_doubles_nothing():
    book, stories, waiting = Book(active_from=LONG_AGO), [story("2026-11-25")], []
    for today in ("2026-11-23", "2026-11-24", "2026-11-23", "2026-11-24"):
        book.plan(stories, d(today))
        waiting += [each.step for each in book.planned()]
    assert waiting == ["before-7", "before-1", "before-1", "before-1"]
    book.gather(stories, d("2026-11-23"))
    assert book.told == []
    book.gather(stories, d("2026-11-24"))
    assert [each.step for each in book.told] == ["before-1"]


# However often, in whatever order, after whatever stop


def many_stories(seed: int) -> list[Story]:
    rng = random.Random(seed)
    rules = [USUAL, CONSULTATION, MATCHING, Rule((30, 2, 1, 0), (0, 1, 2), 3, head_after=2, coordinator_after=9)]

    def crew() -> Crew:
        people = [tuple(rng.sample(range(1, 6), rng.choice([0, 1, 2]))) for _ in range(3)]
        return Crew(*people)

    dues = [d("2027-11-01") + timedelta(days=rng.randrange(250)) for _ in range(13)]
    return [story(str(due), key=f"k:{n}", crew=crew(), rule=rng.choice(rules)) for n, due in enumerate(dues)]


@pytest.mark.parametrize("seed", range(3))
def test_the_same_rows_stand_whether_planned_daily_twice_every_third_week_or_only_at_the_end(seed):
    """From before the first steps over the leap day to long after, with mails in between or none."""
    stories, first = many_stories(seed), d("2027-12-01")
    last = first + timedelta(days=300)
    rng = random.Random(seed)
    books = {name: Book(active_from=first) for name in ("daily", "twice", "lazy", "gaps", "shuffled", "mailed", "last")}
    for number, today in enumerate(days(first, 301)):
        books["daily"].plan(stories, today)
        books["twice"].plan(stories, today)
        assert books["twice"].plan(stories, today) == NOTHING
        books["lazy"].plan(stories, today, is_lazy=True)
        books["shuffled"].plan(rng.sample(stories, len(stories)), today)
        books["mailed"].plan(stories, today)
        books["mailed"].gather(stories, today)
        if number % 21 == 0 or today == last:
            books["gaps"].plan(stories, today)
    books["last"].plan(stories, last)
    rows = books["daily"].identities
    assert len(rows) > 200
    assert {name: book.identities == rows for name, book in books.items()} == dict.fromkeys(books, True)
    waiting = {name: {each.identity for each in book.planned()} for name, book in books.items() if name != "mailed"}
    assert all(each == waiting["daily"] for each in waiting.values())


@pytest.mark.parametrize("seed", range(3))
def test_three_planners_at_once_leave_what_one_leaves(seed):
    stories, first = many_stories(seed), d("2027-12-01")
    alone, together = Book(active_from=first), Book(active_from=first)
    for today in days(first, 120):
        alone.plan(stories, today)
        seen = [together.changes(stories, today) for _ in range(3)]
        for changes in seen:
            together.apply(changes)
        assert together.rows == alone.rows


@pytest.mark.parametrize("seed", range(3))
def test_one_reminder_at_most_waits_for_each_person_and_due_day(seed):
    stories, book = many_stories(seed), Book(active_from=d("2027-12-01"))
    for today in days(d("2027-12-01"), 300):
        book.plan(stories, today)
        about = [(each.deadline_key, each.recipient_id, each.due_on) for each in book.planned()]
        assert len(about) == len(set(about))


def test_a_deadline_moved_away_and_back_before_anything_was_sent_is_told_of():
    book, stories = Book(active_from=LONG_AGO), [story("2026-11-25")]
    book.plan(stories, d("2026-11-18"))
    book.plan([story("2026-12-25")], d("2026-11-18"))
    assert book.planned() == []
    book.plan(stories, d("2026-11-18"))
    assert [(each.step, each.due_on) for each in book.planned()] == [("before-7", d("2026-11-25"))]


def test_the_job_twice_the_same_day_gives_one_message_for_each_recipient_and_step():
    """Fact 56."""
    book, stories = Book(active_from=LONG_AGO), [story("2026-11-02")]
    for _ in range(2):
        book.plan(stories, d("2026-11-09"))
        book.gather(stories, d("2026-11-09"))
    assert sorted((each.recipient_id, each.step) for each in book.told) == [
        (ANNA, "after-7"),
        (CARIN, "after-7"),
        (HEDDA, "after-1"),
    ]
