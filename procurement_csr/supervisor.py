"""`make run`: hold the embedded servers, prepare the database, and run web server, worker and beat until told to stop.

A child that dies is started again; one that dies again and again ends the whole. The children are told by the kernel
when the supervisor is killed, and they inherit its hold on the servers, so these outlive the last of them. This process
never imports Django: it stays small and nothing in the application can take it down.
"""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TextIO

from procurement_csr import services
from procurement_csr.keeper import death_signal
from procurement_csr.services import CODE, Hold, ServicesError

DEATHS_ALLOWED = 5  # of one child in a minute
READY_SECONDS = 120
STOP_SECONDS = 15


class SupervisorError(Exception):
    """Steget cannot start or go on. The message is one Swedish line for the operator."""


def progress(text: str) -> None:
    """Print one step with the seconds since `make run` began (inherited, so child processes count on)."""
    began = float(os.environ.setdefault("STEGET_BEGAN", str(time.time())))
    say(f"{time.time() - began:5.1f} s  ".replace(".", ",") + text, sys.stderr)


def say(text: str, stream: TextIO = sys.stdout) -> None:
    """Print a line for the operator at once."""
    print(text, file=stream, flush=True)


def main() -> int:
    """Run Steget. Returns the exit code: 0 when it was told to stop or runs already, 1 when something is wrong."""
    stop = Stop()
    try:
        state = services.state_directory()
        services.make_state(state)
        run_lock = services.open_lock(state, "run.lock")
        told = os.read(run_lock, 1000).decode().strip()
        if not services.try_lock(run_lock):
            say(f"Steget körs redan på {told or '(startar just nu)'}")
            return 0
        with listen(patient=bool(told)) as listener, announced(run_lock, listener):
            run(state, listener, stop)
    except (ServicesError, SupervisorError) as error:
        say(f"Fel: {error}", sys.stderr)
        return 1
    return 0


@contextlib.contextmanager
def announced(run_lock: int, listener: socket.socket):
    """Keep the address in the locked file, for a second `make run` to tell. A kill leaves it there."""
    os.ftruncate(run_lock, 0)
    os.pwrite(run_lock, f"{address(listener)} (process {os.getpid()})".encode(), 0)
    try:
        yield
    finally:
        os.ftruncate(run_lock, 0)


def run(state: Path, listener: socket.socket, stop: "Stop") -> None:
    """Start everything, tell where it is, and look after it until `stop` is set."""
    progress("Steget startar")
    children: list[Child] = []
    with Hold(state, services.needed()) as hold:
        if hold.servers:
            names = " och ".join(server.capitalize() for server in hold.servers)
            progress(f"{names} är igång med data i {services.data_directory(state)}")
        accounts = prepare(hold, stop)
        try:
            for name, command in commands(state).items():
                children.append(Child(name, command, hold, listener))
            wait_until_ready(listener, children, stop)
            if not stop:
                progress("Webbservern svarar")
                say(f"\n{accounts}\nSteget finns på {address(listener)}\nAvsluta med Ctrl-C.")
            while not stop:
                look_after(hold, children)
                time.sleep(0.2)
        finally:
            say("Stänger av …", sys.stderr)
            stop_all(children, stop)


class Stop:
    """True once SIGINT, SIGTERM or SIGHUP came; `hurry` when it came twice."""

    def __init__(self) -> None:
        self.signals = 0
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._count)

    def _count(self, *_: object) -> None:
        self.signals += 1

    def __bool__(self) -> bool:
        return self.signals > 0

    @property
    def hurry(self) -> bool:
        return self.signals > 1


# --- The address ------------------------------------------------------------------------------------------------------
def listen(*, patient: bool) -> socket.socket:
    """The listening socket at `BIND`:`PORT`. `patient` waits for what a killed supervisor left to let go of it."""
    host, port = os.environ.get("BIND") or "127.0.0.1", os.environ.get("PORT") or "8000"
    if not (port.isascii() and port.isdigit() and int(port) < 65536):
        raise SupervisorError(f"PORT ska vara ett tal mellan 1 och 65535, inte {port!r}.")
    deadline = time.monotonic() + (STOP_SECONDS if patient else 0)
    while True:
        try:
            family, _, _, _, target = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
            return socket.create_server(target[:2], family=family, backlog=512)
        except socket.gaierror:
            raise SupervisorError(f"BIND ska vara en adress på den här datorn, inte {host!r}.") from None
        except OSError as error:
            if time.monotonic() > deadline:
                reason = f"{host}:{port} kan inte användas ({os.strerror(error.errno or 0)})."
                raise SupervisorError(f"{reason} Välj en annan port med PORT=8001 make run.") from None
            time.sleep(0.1)


def address(listener: socket.socket) -> str:
    """What a person on this machine writes in the browser."""
    host, port = listener.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def is_healthy(listener: socket.socket) -> bool:
    """Whether `/healthz` answers 200."""
    host, port = listener.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    name = (os.environ.get("ALLOWED_HOSTS") or "localhost").split(",")[0].strip(".*") or "localhost"
    with contextlib.suppress(OSError), socket.create_connection((host, port), timeout=5) as connection:
        connection.sendall(f"GET /healthz HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n\r\n".encode())
        if b" 200 " in connection.recv(100):
            return True
        time.sleep(1)  # it answers, but is not well yet
    return False


# --- The children -----------------------------------------------------------------------------------------------------
def commands(state: Path) -> dict[str, list[str]]:
    """The processes to run, by the name people know them under."""
    python = [sys.executable, "-m"]
    celery = [*python, "celery", "-q", "-A", "procurement_csr.celery"]
    # One task at a time in the process itself: a pool would fork a second one to do the same. Production sets its own.
    worker = ["worker", "--pool=solo", "--loglevel=warning", "--without-gossip", "--without-mingle"]
    beat = ["beat", "--loglevel=warning", "--pidfile=", f"--schedule={state / 'beat-schedule'}"]
    return {
        "webbservern": [*python, "gunicorn", "-c", "procurement_csr/gunicorn.py", "procurement_csr.wsgi"],
        "bakgrundsarbetaren": [*celery, *worker],
        "tidtabellen": [*celery, *beat],
    }


def environment(listener: socket.socket | None = None) -> dict[str, str]:
    extra = {"DJANGO_SETTINGS_MODULE": "procurement_csr.settings", "PYTHONUNBUFFERED": "1"}
    if os.geteuid() == 0:
        extra["PYTHONWARNINGS"] = "ignore:You're running the worker with superuser privileges"
    if listener:
        extra["STEGET_LISTEN_FILE"] = str(listener.fileno())
    return {**os.environ, **extra}


class Child:
    """One process that is to run all the time."""

    def __init__(self, name: str, command: list[str], hold: Hold, listener: socket.socket):
        self.name, self.command, self.hold, self.listener = name, command, hold, listener
        self.deaths: list[float] = []
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            self.command,
            cwd=CODE,
            env=environment(self.listener),
            stdin=subprocess.DEVNULL,
            pass_fds=[*self.hold.files, self.listener.fileno()],
            start_new_session=True,  # Ctrl-C is for the supervisor, which stops its children in order
            preexec_fn=death_signal(signal.SIGTERM),
        )

    def look_after(self) -> None:
        """Start the process again if it died. Raises SupervisorError when it does nothing but die."""
        if self.process.poll() is None:
            return
        now = time.monotonic()
        self.deaths = [at for at in self.deaths if at > now - 60] + [now]
        if len(self.deaths) > DEATHS_ALLOWED:
            raise SupervisorError(f"{self.name} avbryts gång på gång och startas inte mer.")
        progress(f"{self.name} avbröts ({self.process.returncode}) och startas igen")
        self.stop(signal.SIGKILL)  # what it may have forked
        self.start()

    def stop(self, number: int) -> None:
        """Send a signal to the process and all that it forked."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, number)


def prepare(hold: Hold, stop: Stop) -> str:
    """Bring the database and the static files up to date. Returns what to show about the demo accounts."""
    process = subprocess.Popen(
        [sys.executable, "-m", "procurement_csr.prepare"],
        cwd=CODE,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        pass_fds=hold.files,
        start_new_session=True,
        preexec_fn=death_signal(signal.SIGTERM),
    )
    while True:
        try:
            accounts, _ = process.communicate(timeout=0.1)
        except subprocess.TimeoutExpired:
            if stop:
                process.terminate()
            continue
        if process.returncode and not stop:
            raise SupervisorError("Steget kunde inte förberedas; skälet står ovanför.")
        return accounts


def wait_until_ready(listener: socket.socket, children: list[Child], stop: Stop) -> None:
    """Wait until `/healthz` answers 200. Raises SupervisorError when it does not."""
    deadline = time.monotonic() + READY_SECONDS
    while not stop and not is_healthy(listener):
        if time.monotonic() > deadline:
            raise SupervisorError(f"Webbservern svarar inte efter {READY_SECONDS} s.")
        for child in children:
            child.look_after()
        time.sleep(0.05)


def look_after(hold: Hold, children: list[Child]) -> None:
    """Start again what has died: a server's keeper or a child."""
    if not all(services.is_running(hold.state, server) for server in hold.servers):
        progress("En server avbröts och startas igen")
        hold.ensure()
    for child in children:
        child.look_after()


def stop_all(children: list[Child], stop: Stop) -> None:
    """Ask all to end what they are doing and stop; after a while, or when asked twice, kill them."""
    for child in children:
        child.process.terminate()
    deadline = time.monotonic() + STOP_SECONDS
    while any(child.process.poll() is None for child in children) and time.monotonic() < deadline and not stop.hurry:
        time.sleep(0.05)
    for child in children:
        child.stop(signal.SIGKILL)
        child.process.wait()


if __name__ == "__main__":
    sys.exit(main())
