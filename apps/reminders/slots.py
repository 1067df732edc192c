"""When a planned reminder may leave, and in which mail: one mail for each person, organisation and slot."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from apps.core.calendar import NO_DAYS, add_working_days, is_working_day
from apps.reminders.choices import Frequency

# No mail leaves later in the day: it would be read the next working day anyway.
CLOSES = time(18)


def is_open(now: datetime, *, send_at: time, off: frozenset[date] = NO_DAYS) -> bool:
    """Whether mail may leave at this local time: from `send_at` to 18 on a working day that is not in `off`."""
    return send_at <= now.time() < CLOSES and is_working_day(now.date(), off)


def is_close(due_on: date, today: date) -> bool:
    """Whether the day is the next working day or has come: before that nothing is urgent."""
    return due_on <= add_working_days(today, 1)


def slot(
    frequency: Frequency,
    *,
    at_once: bool,
    is_required: bool,
    organisation_id: int,
    recipient_id: int,
    reminder_pk: int,
    send_on: date,
    now: datetime,
    send_at: time,
    off: frozenset[date] = NO_DAYS,
) -> str | None:
    """The name of the mail a planned reminder leaves in at this local time, or None when it has to wait.

    What is urgent has its own mail whatever the person chose. What is not required may wait for the week's mail, which
    holds what had come by the first open day of the week; it leaves later in the week when none left on that day.
    """
    if send_on > now.date() or not is_open(now, send_at=send_at, off=off):
        return None
    if at_once:
        return f"urgent:{reminder_pk}"
    if frequency == Frequency.EACH:
        return f"each:{reminder_pk}"
    if frequency == Frequency.WEEKLY and not is_required:
        first = next(_open_days_of_week(now.date(), off))
        return f"weekly:{organisation_id}:{recipient_id}:{first}" if send_on <= first else None
    return f"digest:{organisation_id}:{recipient_id}:{now.date()}"


def _open_days_of_week(day: date, off: frozenset[date]) -> Iterator[date]:
    monday = day - timedelta(days=day.weekday())
    days = (monday + timedelta(days=number) for number in range(7))
    return (each for each in days if is_working_day(each, off))
