"""A clock that all processes of a campaign share and that the campaign moves: the time of Django in all of them.

The database, Celery and the mail server keep real time. What is shared is how far ahead the campaign is, in a file.
"""

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

VARIABLE = "STEGET_FAULTS_CLOCK"
WIDTH = 24
_opened: dict[str, int] = {}


def now() -> datetime:
    """The campaign's time. Raises KeyError when the process belongs to no campaign."""
    while True:
        ahead, moment = _ahead(), datetime.now(tz=UTC)
        if ahead == _ahead():  # otherwise it was moved just now, and this would be a time that never was
            return moment + timedelta(seconds=ahead)


def _ahead() -> float:
    path = os.environ[VARIABLE]
    if path not in _opened:
        _opened[path] = os.open(path, os.O_RDONLY)
    return float(os.pread(_opened[path], WIDTH, 0))


class Clock:
    """Moves the shared time, never backwards while a round lasts, and remembers when it was moved."""

    def __init__(self, path: Path):
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        self._moves: list[tuple[float, float]] = []  # from this shared time on, so far ahead
        self._put(0.0)
        os.environ[VARIABLE] = str(path)

    def move_to(self, moment: datetime) -> None:
        """Let it be that moment now, in all processes."""
        self._put(moment.timestamp() - time.time())

    def advance(self, duration: timedelta) -> None:
        """Let so much time pass."""
        self._put(self._moves[-1][1] + duration.total_seconds())

    def real(self, moment: datetime) -> float:
        """The seconds since 1970 at which it was that moment."""
        shared = moment.timestamp()
        ahead = next((ahead for since, ahead in reversed(self._moves) if since <= shared + 0.001), 0.0)
        return shared - ahead

    def _put(self, ahead: float) -> None:
        self._moves.append((time.time() + ahead, ahead))
        os.pwrite(self._file, f"{ahead:<{WIDTH}.6f}".encode(), 0)  # one call of fixed length: nobody reads half of it
