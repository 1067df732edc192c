"""Stopping between two mails instead of within one."""

import signal
import threading

STOPPING = (signal.SIGTERM, signal.SIGINT)


class Deferred:
    """`with Deferred() as stop:` keeps SIGTERM and SIGINT waiting until the block is left; then `stop` is true.

    What they would have done is done afterwards. Only the main thread gets signals, so elsewhere this does nothing.
    """

    def __init__(self) -> None:
        self._came: list[int] = []
        self._before: dict[int, object] = {}

    def __enter__(self) -> "Deferred":
        if threading.current_thread() is threading.main_thread():
            self._before = {number: signal.signal(number, self._note) for number in STOPPING}
        return self

    def __exit__(self, *_) -> None:
        for number, handler in self._before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        for number in self._came:
            signal.raise_signal(number)

    def __bool__(self) -> bool:
        return bool(self._came)

    def _note(self, number: int, _frame) -> None:
        self._came.append(number)
