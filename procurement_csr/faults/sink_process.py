"""The scripted mail server as a process of its own, which outlives what a campaign kills."""

import json
import socket
import subprocess
import sys
from pathlib import Path

from procurement_csr.faults.record import Accepted, read_accepted
from procurement_csr.faults.sink import HOST

ROOT = Path(__file__).resolve().parent.parent.parent


class SinkProcess:
    """Starts the server and speaks to its control port; the methods are those of `Sink`.

    `path` is the record. The server ends with `stop`, or when this process is gone.
    """

    def __init__(self, record: Path, *, port: int = 0, keeps_content: bool = False, syncs: bool = False):
        self.path = record
        command = [sys.executable, "-m", "procurement_csr.faults.sink", "--until-eof"]
        command += ["--port", str(port), "--record", str(record)]
        command += ["--keeps-content"] * keeps_content + ["--syncs"] * syncs
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        ports = json.loads(self.process.stdout.readline())
        self.port, self.control = ports["port"], ports["control"]
        self._socket = socket.create_connection((HOST, self.control), timeout=30)
        self._lines = self._socket.makefile("rb")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def _ask(self, do: str, **words):
        self._socket.sendall(json.dumps({"do": do, **words}).encode() + b"\n")
        answer = json.loads(self._lines.readline())
        if isinstance(answer, dict) and "error" in answer:
            raise ValueError(answer["error"])
        return answer

    def script(self, fault: str, *, times: int = 1, seconds: float | None = None, after: int = 0) -> None:
        """As `Sink.script`, but raises ValueError on an unknown name."""
        self._ask("script", fault=fault, times=times, seconds=seconds, after=after)

    def clear(self) -> None:
        """As `Sink.clear`."""
        self._ask("clear")

    def down(self) -> None:
        """As `Sink.down`."""
        self._ask("down")

    def up(self) -> None:
        """As `Sink.up`."""
        self._ask("up")

    def drop(self) -> None:
        """As `Sink.drop`."""
        self._ask("drop")

    def status(self) -> dict:
        """As `Sink.status`."""
        return self._ask("status")

    def accepted(self) -> list[Accepted]:
        """As `Sink.accepted`."""
        return read_accepted(self.path)

    def stop(self) -> None:
        """End the process. The record stays."""
        self._lines.close()
        self._socket.close()
        self.process.stdin.close()
        self.process.wait(timeout=30)
        self.process.stdout.close()
