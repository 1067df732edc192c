"""A scripted mail server on loopback: the ground truth of what was accepted.

In a test: `with Sink(path) as sink`, then `sink.port`, `sink.script("drop_after_accepting")` and `sink.accepted()`.
As a process of its own: `SinkProcess(path)` of `sink_process` with the same methods, or by hand
`python -m procurement_csr.faults.sink`, which prints its ports and takes one JSON object a line on the second:
`{"do": "script", "fault": "slow", "seconds": 1}`.
"""

import argparse
import contextlib
import json
import socket
import sys
import threading
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from procurement_csr.faults.record import Accepted, Record, read_accepted
from procurement_csr.faults.scripts import FAULTS, Fault, Manner
from procurement_csr.faults.session import Session

HOST = "127.0.0.1"
HANG_SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Planned:
    """A fault that the next connection or mail will meet."""

    name: str
    seconds: float
    after: int  # how many mails of the connection are spared first

    @property
    def fault(self) -> Fault:
        return FAULTS[self.name]


class Listener:
    """A port of loopback, and a thread for each connection. It can refuse connections without losing the port."""

    def __init__(self, port: int, serve: Callable[[socket.socket], None]):
        self._serve = serve
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        # Bound but not listening: while the listener is away, connections are refused and nobody takes the port.
        self._place = self._bound(port)
        self.port = self._place.getsockname()[1]
        self._listener: socket.socket | None = None
        self._is_closed = False
        self.up()

    @staticmethod
    def _bound(port: int) -> socket.socket:
        bound = socket.socket()
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((HOST, port))
        except OSError:
            bound.close()
            raise
        return bound

    def up(self) -> None:
        """Take connections."""
        with self._lock:
            if self._listener is None and not self._is_closed:
                self._listener = self._bound(self.port)
                self._listener.listen(200)
                threading.Thread(target=self._accept, args=[self._listener], daemon=True).start()

    def down(self) -> None:
        """Refuse connections and end those that are open, as a server that is stopped."""
        with self._lock:
            listener, self._listener = self._listener, None
        if listener:
            _end(listener)
        self.drop()

    def drop(self) -> None:
        """End the open connections."""
        with self._lock:
            for client in self._open:
                _end(client)

    def close(self) -> None:
        """Give the port back."""
        self._is_closed = True
        self.down()
        self._place.close()

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):  # closed by `down`
            while True:
                client, _ = listener.accept()
                with self._lock:
                    if self._listener is not listener:
                        client.close()
                        return
                    self._open.add(client)
                threading.Thread(target=self._converse, args=[client], daemon=True).start()

    def _converse(self, client: socket.socket) -> None:
        try:
            with contextlib.suppress(OSError), client:
                self._serve(client)
        finally:
            with self._lock:
                self._open.discard(client)


def _end(open_socket: socket.socket) -> None:
    """Close a socket in whose calls another thread may be waiting."""
    with contextlib.suppress(OSError):
        open_socket.shutdown(socket.SHUT_RDWR)
    open_socket.close()


class Sink:
    """The server as threads of this process."""

    def __init__(self, record: Path, *, port: int = 0, control: int | None = None, **how: bool):
        """`port` 0 takes a free one. `how`: `keeps_content` and `syncs`, see `Record`."""
        self.path = record
        self.record = Record(record, **how)
        self.stopping = threading.Event()
        self._lock = threading.Lock()
        self._planned = {True: deque(), False: deque()}
        self._met = Counter()
        self._connections = 0
        self._smtp = Listener(port, self._serve)
        self._control = None if control is None else Listener(control, self._obey)
        self.port = self._smtp.port
        self.control = self._control and self._control.port

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    # --- What a test or a campaign says -----------------------------------------------------------------------------
    def script(self, fault: str, *, times: int = 1, seconds: float | None = None, after: int = 0) -> None:
        """Let the next `times` mails (or connections) meet a fault; scripts of the same sort queue up.

        `seconds`: how late a slow answer is, how long a silence or a refusal of connections lasts. `after`: mails of
        the connection that go well first. Raises KeyError on a name that is not in FAULTS.
        """
        kind = FAULTS[fault]
        if kind.manner is Manner.DOWN:
            self._met[fault] += 1
            self.down()
            timer = threading.Timer(1.0 if seconds is None else seconds, self.up)
            timer.daemon = True
            timer.start()
            return
        planned = Planned(fault, HANG_SECONDS if seconds is None else seconds, after)
        with self._lock:
            self._planned[kind.of_connection].extend([planned] * times)

    def clear(self) -> None:
        """Forget what is scripted; a connection keeps what it has already met."""
        with self._lock:
            for queue in self._planned.values():
                queue.clear()

    def down(self) -> None:
        """Refuse connections until `up`, and end those that are open."""
        self._smtp.down()

    def up(self) -> None:
        """Take connections again."""
        self._smtp.up()

    def drop(self) -> None:
        """End the open connections, as a server does with idle ones."""
        self._smtp.drop()

    def status(self) -> dict:
        """Counts: accepted mails, connections so far, faults met by name, faults that still wait."""
        with self._lock:
            waiting = Counter(planned.name for queue in self._planned.values() for planned in queue)
            return {
                "accepted": self.record.count,
                "connections": self._connections,
                "met": dict(self._met),
                "waiting": dict(waiting),
            }

    def accepted(self) -> list[Accepted]:
        """What the record holds, in the order of acceptance."""
        return read_accepted(self.path)

    def stop(self) -> None:
        """End everything. The record stays."""
        if not self.stopping.is_set():
            self.stopping.set()
            self._smtp.close()
            if self._control:
                self._control.close()
            self.record.close()

    # --- What its connections ask -------------------------------------------------------------------------------------
    def next_planned(self, *, of_connection: bool) -> Planned | None:
        """Take the fault that a new connection, or a new mail, is to meet."""
        with self._lock:
            queue = self._planned[of_connection]
            return queue.popleft() if queue else None

    def count(self, planned: Planned) -> None:
        """A fault has been met."""
        with self._lock:
            self._met[planned.name] += 1

    def _serve(self, client: socket.socket) -> None:
        with self._lock:
            self._connections += 1
        Session(self, client).run()

    def _obey(self, client: socket.socket) -> None:
        with client.makefile("rb") as lines:
            for line in lines:
                client.sendall(json.dumps(self._answer(line)).encode() + b"\n")

    def _answer(self, line: bytes) -> object:
        verbs = {"script": self.script, "clear": self.clear, "down": self.down, "up": self.up, "drop": self.drop}
        try:
            words = json.loads(line)
            return (verbs | {"status": self.status})[words.pop("do")](**words)
        except (KeyError, TypeError, ValueError) as error:
            return {"error": repr(error)}


def main() -> None:
    """Serve until standard input ends (with `--until-eof`) or the process is stopped."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--control", type=int, default=0)
    parser.add_argument("--record", type=Path, default=Path("accepted.jsonl"))
    parser.add_argument("--keeps-content", action="store_true")
    parser.add_argument("--syncs", action="store_true", help="bring every mail to the disk, as real servers do")
    parser.add_argument("--until-eof", action="store_true", help="stop when the process that started it is gone")
    options = parser.parse_args()
    how = {"keeps_content": options.keeps_content, "syncs": options.syncs}
    with Sink(options.record, port=options.port, control=options.control, **how) as sink:
        sys.stdout.write(json.dumps({"port": sink.port, "control": sink.control}) + "\n")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            if options.until_eof:
                sys.stdin.buffer.read()
            else:
                sink.stopping.wait()


if __name__ == "__main__":
    main()
