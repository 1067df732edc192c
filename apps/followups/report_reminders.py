"""When a supplier is reminded of a report: before it is due and after. Pure.

A night without a run is made up for the next, but nobody is told of a day long past, nor right after being asked.
"""

from datetime import date, timedelta

# Days before (negative) and after the day the report is due.
STEPS = (-14, -3, 1, 7)
# So many days late a reminder still says something true.
MADE_UP = 2


def step(due_on: date, *, asked_on: date, today: date) -> int | None:
    """The step that is to be told today, None when there is none. `asked_on` is when the supplier last was written to.

    What was asked for on the day of a step, or later, has been told already.
    """
    for each in reversed(STEPS):
        day = due_on + timedelta(days=each)
        if day <= today:
            return each if asked_on < day and (today - day).days <= MADE_UP else None
    return None
