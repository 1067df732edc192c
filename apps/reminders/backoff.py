"""How long to wait before trying again: for one mail, and for a mail server that is away."""

from datetime import timedelta

# Minutes after each attempt that was put off; the last holds for all that follow.
DELAYS = (1, 5, 15, 60, 180)
# Minutes of rest for everything after so many failures in a row to reach the server.
PAUSES = (1, 2, 5, 10)
# Mails put off together come back up to a fifth earlier or later, not all at once.
SPREAD = 0.2


def delay(attempt: int, *, jitter: float) -> timedelta:
    """How long a mail waits after its attempt number `attempt` (from 1). `jitter` is random in [0, 1)."""
    return timedelta(minutes=_nth(DELAYS, attempt) * (1 - SPREAD + 2 * SPREAD * jitter))


def pause(failures: int) -> timedelta:
    """How long all sending rests after `failures` (from 1) in a row to reach the mail server."""
    return timedelta(minutes=_nth(PAUSES, failures))


def _nth(minutes: tuple[int, ...], number: int) -> int:
    if number < 1:
        raise ValueError("attempts and failures are counted from one")
    return minutes[min(number, len(minutes)) - 1]
