"""What planning and slots say to whom and when, beside an oracle that was written apart, over 400 days at a time."""

import random
from datetime import date, timedelta

import pytest

from apps.core.calendar import is_working_day
from apps.reminders.kinds import CONSULTATION, KINDS, MATCHING, READING, REPORTS, TENDERING, USUAL
from apps.reminders.planning import Rule
from apps.reminders.tests.book import Book, days
from apps.reminders.tests.oracle import Crew, Story, tell

DAYS = 400
# Winters with a leap day, turns of the year, a Christmas at a week's end, and the years of the worked examples.
STARTS = [date(2026, 1, 1), date(2026, 11, 22), date(2027, 10, 15), date(2028, 2, 1), date(2032, 2, 20)]
OWN_RULES = [
    Rule(before=(), after=(1,)),
    Rule(before=(5, 2, 1, 0), after=(0, 1, 2), head_after=2, coordinator_after=2),
    Rule(before=(3,), after=(), repeat_every=10, head_after=15),
    Rule(before=(30, 2), after=(3,), repeat_every=4, in_working_days=True, head_after=0, coordinator_after=8),
]
RULES = [USUAL, CONSULTATION, TENDERING, MATCHING, REPORTS, READING, *OWN_RULES]


def random_world(seed: int) -> tuple[list[Story], dict[int, str], frozenset[date], date]:
    """Deadlines that come, move, move back, are done and opened again, while people and rules change."""
    rng = random.Random(seed)
    first = STARTS[seed % len(STARTS)]
    calendar = days(first, DAYS)
    people = range(1, 9)

    def crew() -> Crew:
        owners = tuple(rng.sample(people, rng.choice([0, 1, 1, 1, 2, 3])))
        return Crew(
            owners, tuple(rng.sample(people, rng.choice([0, 1]))), tuple(rng.sample(people, rng.choice([0, 2])))
        )

    def history(make, changes: int) -> dict:
        return {calendar[0]: make(), **{rng.choice(calendar): make() for _ in range(rng.randrange(changes + 1))}}

    def story(number: int) -> Story:
        some = [first + timedelta(days=rng.randrange(-60, DAYS)) for _ in range(3)]
        dues = history(lambda: rng.choice([*some, *some, None]), 5)
        # A step keeps its name when its days become working days, so what was said stays said: not compared.
        rules = rng.choice([[rule for rule in RULES if rule.in_working_days == unit] for unit in (False, True)])
        is_required = rng.random() < 0.3
        return Story(
            f"requirement:{number}", dues, history(crew, 4), history(lambda: rng.choice(rules), 2), is_required
        )

    frequencies = {person: rng.choice(["digest", "each", "weekly"]) for person in people}
    closed = rng.choice(calendar)
    off = frozenset(day for day in calendar if closed <= day < closed + timedelta(days=rng.choice([0, 1, 9, 24])))
    return [story(number) for number in range(6)], frequencies, off, first


def carry_out(stories, frequencies, off, first, is_running=lambda day: True, **how) -> Book:
    book = Book(active_from=first, off=off)
    for today in days(first, DAYS):
        if is_running(today):
            book.plan(stories, today, **how)
            about = [(row.deadline_key, row.recipient_id) for row in book.planned()]
            assert len(about) == len(set(about)), "two reminders about one deadline wait for the same person"
            book.gather(stories, today, frequencies)
    return book


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("is_lazy", [False, True])
def test_four_hundred_days_of_planning_say_what_the_oracle_says(seed, is_lazy):
    stories, frequencies, off, first = random_world(seed)
    book = carry_out(stories, frequencies, off, first, is_lazy=is_lazy)
    expected = tell(stories, first=first, days=DAYS, frequencies=frequencies, off=off)
    assert len(expected) > 60
    assert sorted(book.told) == sorted(expected)
    assert len({each[1:] for each in expected}) == len(expected), "somebody is told the same twice"
    assert len({each[:3] for each in expected}) == len(expected), "somebody is told two things of a deadline in a day"
    assert all(is_working_day(each.on, off) for each in expected)


@pytest.mark.parametrize("seed", range(5, 10))
def test_a_product_that_stands_still_for_weeks_says_what_the_oracle_says(seed):
    stories, frequencies, off, first = random_world(seed)
    rng = random.Random(seed)
    stops = [(stop := first + timedelta(days=rng.randrange(DAYS)), stop + timedelta(days=21)) for _ in range(4)]

    def is_running(day: date) -> bool:
        return not any(start <= day < end for start, end in stops)

    book = carry_out(stories, frequencies, off, first, is_running)
    expected = tell(stories, first=first, days=DAYS, frequencies=frequencies, off=off, is_running=is_running)
    assert sorted(book.told) == sorted(expected)


def test_the_oracle_says_what_a_person_would_say_of_a_requirement_due_on_a_sunday():
    """Due 15 November 2026: the usual rule, one owner, her head and one coordinator."""
    story = Story("requirement:1", {STARTS[0]: date(2026, 11, 15)}, {STARTS[0]: Crew((1,), (2,), (3,))}, {})
    story.rules = {STARTS[0]: USUAL}
    told = tell([story], first=date(2026, 10, 1), days=70, frequencies={})
    assert [(str(each.on), each.recipient_id, each.step) for each in told] == [
        ("2026-10-30", 1, "before-14"),
        ("2026-11-06", 1, "before-7"),
        ("2026-11-13", 1, "before-1"),
        ("2026-11-16", 1, "after-1"),
        ("2026-11-16", 2, "after-1"),
        ("2026-11-23", 1, "after-7"),
        ("2026-11-23", 3, "after-7"),
        ("2026-11-30", 1, "after-14"),
        ("2026-12-07", 1, "after-21"),
    ]


def test_the_rules_of_every_kind_are_among_those_compared():
    assert {kind.default for kind in KINDS} <= set(RULES)
