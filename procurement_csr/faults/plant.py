"""The whole product for a campaign: PostgreSQL, Valkey, a mail server, workers and timetable, each to be killed."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from procurement_csr import keeper, services
from procurement_csr.faults.clock import Clock
from procurement_csr.faults.sabotage import VARIABLE as BROKEN
from procurement_csr.faults.sink_process import SinkProcess
from procurement_csr.testing import TEMPLATE, lay_out_template

CELERY = [sys.executable, "-m", "celery", "-q", "-A", "procurement_csr.faults.worker"]
WORKER = ["worker", "--pool=prefork", "--loglevel=error", "--without-gossip", "--without-mingle"]
LEASE_SECONDS = 3
CHILDREN = 2


class Valkey:
    """A broker without files: after every death it is empty."""

    def __init__(self, directory: Path):
        self.path = directory / "valkey.sock"
        self.log = (directory / "valkey.log").open("ab")
        self.start()

    @property
    def url(self) -> str:
        return f"redis+socket://{self.path}?virtual_host=0"

    def start(self) -> None:
        command = [
            keeper.valkey_program(),
            "--port",
            "0",
            "--unixsocket",
            self.path,
            "--save",
            "",
            "--appendonly",
            "no",
        ]
        self.process = subprocess.Popen(
            command, stdout=self.log, stderr=self.log, preexec_fn=keeper.death_signal(signal.SIGKILL)
        )
        eventually(self._answers, 20, "valkey does not start")

    def _answers(self) -> bool:
        with contextlib.suppress(OSError):
            return self.say(b"PING").startswith(b"+PONG")
        return False

    def say(self, command: bytes) -> bytes:
        """Send one command and return the beginning of the answer."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(2)
            connection.connect(str(self.path))
            connection.sendall(command + b"\r\n")
            return connection.recv(64)

    def signal(self, number: int) -> None:
        self.process.send_signal(number)

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        self.path.unlink(missing_ok=True)


class Program:
    """One Celery process with whatever it forks: a group of workers, or the timetable."""

    def __init__(self, name: str, arguments: list[str], log: Path):
        self.name, self.arguments, self.log = name, arguments, log
        self.start()

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*CELERY, *self.arguments],
                cwd=services.CODE,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=keeper.death_signal(signal.SIGKILL),
            )

    @property
    def children(self) -> list[int]:
        """The processes that do the work, oldest first."""
        main = self.process.pid
        with contextlib.suppress(OSError):
            return [int(pid) for pid in Path(f"/proc/{main}/task/{main}/children").read_text().split()]
        return []

    def kill(self) -> None:
        """End everything of it at once."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def terminate(self, *, all_of_it: bool) -> None:
        """Ask the first process to stop, or every one of them as a whole machine that stops does."""
        with contextlib.suppress(ProcessLookupError):
            if all_of_it:
                os.killpg(self.process.pid, signal.SIGTERM)
            else:
                self.process.terminate()

    def wait_until_gone(self, seconds: float) -> bool:
        """Whether it ended by itself within the time."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True


class Plant:
    """Everything that a campaign breaks. Making it sets the environment of this process and starts Django in it."""

    def __init__(self, directory: Path, *, broken: str = "", groups: int = 2, durable: bool = True):
        self.directory = directory
        directory.chmod(0o711)  # as root the database runs as another account, which has to pass
        self.state = directory / "var"
        services.make_state(self.state)
        lay_out_template(directory, self.state)
        self.hold = services.Hold(self.state, ["postgres"], durable=durable)
        self.valkey = Valkey(directory)
        self.sink = SinkProcess(directory / "accepted.jsonl")
        self.clock = Clock(directory / "clock")
        self.set_environment(broken)
        self.groups = [Program(f"workers{number}", self._worker(number), self.log) for number in range(groups)]
        self.beat = Program("beat", self._timetable(1), self.log)
        self.beats = [self.beat]

    @property
    def log(self) -> Path:
        return self.directory / "celery.log"

    def set_environment(self, broken: str) -> None:
        for name in ("SECRET_KEY", "STEGET_DEMO", "DELIVERY_BACKEND", "PYTEST_XDIST_WORKER"):
            os.environ.pop(name, None)
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "procurement_csr.faults.settings",
            "DATABASE_URL": services.database_url(self.state).rpartition("/")[0] + f"/{TEMPLATE}",
            "REDIS_URL": self.valkey.url,
            "STEGET_HOME": str(self.state),
            "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": str(self.sink.port),
            "EMAIL_HOST_USER": "steget",
            "EMAIL_HOST_PASSWORD": "steget",
            "MAIL_LEASE_SECONDS": str(LEASE_SECONDS),
            "PYTHONWARNINGS": "ignore:You're running the worker with superuser privileges",
            BROKEN: broken,
        }
        import django

        django.setup()

    def _worker(self, number: int) -> list[str]:
        return [*WORKER, f"--concurrency={CHILDREN}", f"--hostname=group{number}@steget"]

    def _timetable(self, number: int) -> list[str]:
        return ["beat", "--loglevel=critical", "--pidfile=", f"--schedule={self.directory / f'timetable-{number}'}"]

    def second_beat(self) -> Program:
        """Start another timetable beside the first."""
        self.beats.append(Program("second beat", self._timetable(len(self.beats) + 1), self.log))
        return self.beats[-1]

    @property
    def children(self) -> list[int]:
        """All processes that plan and send."""
        return [pid for group in self.groups for pid in group.children]

    def wait_for_workers(self, count: int, seconds: float = 120) -> None:
        """Raises TimeoutError when not so many processes work in time."""
        eventually(lambda: len(self.children) >= count, seconds, "the workers do not start")

    def ring(self, times: int = 1) -> None:
        """Have the reminders planned now; the timetable would do it soon. A broker that is away hears nothing."""
        from kombu.exceptions import OperationalError

        from apps.reminders import tasks

        for _ in range(times):
            with contextlib.suppress(OperationalError, OSError):
                tasks.plan.apply_async(retry=False, expires=15)

    def close(self) -> None:
        """Stop everything."""
        from django.db import connection

        connection.close()
        for program in (*self.groups, *self.beats):
            program.kill()
        self.valkey.signal(signal.SIGCONT)
        self.valkey.stop()
        self.sink.stop()
        self.hold.close()


def eventually(is_so, seconds: float, otherwise: str) -> None:
    """Wait until it is so. Raises TimeoutError."""
    until = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > until:
            raise TimeoutError(otherwise)
        time.sleep(0.02)
