"""How a commitment stands, as minutes and deviations say it. Pure.

Only whole units are asked for on the way: of one place in four years nothing is late before the last day, of twelve
months in two years six are due at half time. It is kinder than the outlook of `placements.fulfilment`, which warns
early: this is what a supplier is told, and what a deviation is raised from. The pace is our own measure, no rule.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

from apps.followups.choices import CommitmentState

Number = Fraction | Decimal | int


def state(
    promised: Number | None,
    delivered: Number,
    *,
    starts_on: date | None,
    due_on: date | None,
    today: date,
    coming: Number = 0,
    is_fulfilled: bool = False,
) -> CommitmentState:
    """Where the commitment stands today, in its unit.

    `coming` is what runs or is agreed and will be delivered in time: it keeps a commitment from being behind.
    `is_fulfilled` is the ledger's word, as when three quarters are enough (fact 22). Without a promised number, a
    dialogue, something delivered is on track and, when the time is over, fulfilled. Without days nothing is behind.
    """
    delivered, coming = Fraction(delivered), Fraction(coming)
    is_over = due_on is not None and due_on < today
    if is_fulfilled or (promised and delivered >= promised):
        return CommitmentState.FULFILLED
    if is_over:
        return CommitmentState.FULFILLED if not promised and delivered > 0 else CommitmentState.ENDED
    if delivered + coming < due_now(promised, starts_on=starts_on, due_on=due_on, today=today):
        return CommitmentState.BEHIND
    return CommitmentState.ON_TRACK if delivered > 0 else CommitmentState.NOT_BEGUN


def due_now(promised: Number | None, *, starts_on: date | None, due_on: date | None, today: date) -> int:
    """How many whole units an even pace would have delivered before today; 0 without a number or without days."""
    if not promised:
        return 0
    return floor(Fraction(promised) * share_gone(starts_on=starts_on, due_on=due_on, today=today))


def share_gone(*, starts_on: date | None, due_on: date | None, today: date) -> Fraction:
    """How much of the time has passed before today, 0 to 1: on the first day nothing, after the last day all."""
    if starts_on is None or due_on is None or due_on < starts_on:
        return Fraction(0)
    days = (due_on - starts_on).days + 1
    return Fraction(min(max(0, (today - starts_on).days), days), days)
