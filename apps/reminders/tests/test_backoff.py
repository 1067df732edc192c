"""How long to wait before trying again."""

import random
from datetime import timedelta

import pytest

from apps.reminders.backoff import delay, pause

MIDDLE = 0.5


def test_a_mail_waits_one_five_fifteen_sixty_and_then_always_hundred_and_eighty_minutes():
    waits = [delay(attempt, jitter=MIDDLE) for attempt in range(1, 9)]
    assert waits == [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 180, 180, 180)]


@pytest.mark.parametrize("attempt", range(1, 9))
def test_mails_put_off_together_come_back_up_to_a_fifth_earlier_or_later(attempt):
    middle = delay(attempt, jitter=MIDDLE)
    assert delay(attempt, jitter=0) == middle * 0.8
    rng = random.Random(attempt)
    waits = [delay(attempt, jitter=rng.random()) for _ in range(1000)]
    assert min(waits) >= middle * 0.8
    assert max(waits) < middle * 1.2
    assert len(set(waits)) == 1000


def test_a_mail_never_waits_shorter_for_a_later_attempt():
    for attempt in range(1, 8):
        if delay(attempt, jitter=MIDDLE) != delay(attempt + 1, jitter=MIDDLE):
            assert delay(attempt, jitter=0.999) < delay(attempt + 1, jitter=0)


def test_sending_rests_one_two_five_and_then_always_ten_minutes():
    assert [pause(failures) for failures in range(1, 7)] == [timedelta(minutes=n) for n in (1, 2, 5, 10, 10, 10)]


@pytest.mark.parametrize("number", [0, -1])
def test_there_is_no_attempt_or_failure_before_the_first(number):
    with pytest.raises(ValueError, match="counted from one"):
        delay(number, jitter=MIDDLE)
    with pytest.raises(ValueError, match="counted from one"):
        pause(number)
