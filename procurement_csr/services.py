"""The embedded PostgreSQL and Valkey: two servers out of two wheels, without TCP, root or set-up.

Nobody owns the servers, everybody who needs them holds them:

- A user (web server, worker, shell, test run) takes a *shared* lock on `<server>.users` and keeps the file open.
- A keeper, one small process per server, holds `<server>.keeper`, runs the server and starts it again if it dies. The
  server inherits that lock, so "the lock is free" means: no keeper, no server and no left-over child of one.
- A user that finds the lock free starts a keeper and hands it the lock just taken, so there is never a second one.
- The keeper tries for the *exclusive* lock on `<server>.users`. The kernel grants it when the last user is gone,
  however it died. Then the keeper stops the server and ends. There are no lists of process ids to go stale.

Addresses are known before anything runs (`database_url`, `broker_url`), so importing the settings starts nothing.
Files lie in the state directory (`STEGET_HOME`, else `var/`): `postgres/` and `valkey/` hold the data, `sockets/` the
addresses, `logs/` what the servers said. The messages are Swedish, since operators read them.

This module is what the rest of Steget uses; `keeper` runs the servers. Both know the standard library and no Django.
"""

import contextlib
import fcntl
import hashlib
import os
import pwd
import re
import secrets
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

NAME = "steget"  # of the role and of the database
SERVERS = {"postgres": "DATABASE_URL", "valkey": "REDIS_URL"}  # and the address that replaces each
START_SECONDS = 90  # recovery after a power cut may take a while
STOP_SECONDS = 20
UNPRIVILEGED = ("nobody", "daemon", "www-data")  # as root the servers run as the first of these that exists
CODE = Path(__file__).resolve().parent.parent


class ServicesError(Exception):
    """An embedded server cannot be had. The message is one Swedish line for the operator."""


# --- Where things are -----------------------------------------------------------------------------------------------
def state_directory() -> Path:
    """The directory of everything that changes: `STEGET_HOME`, else `var/` beside the code. It is not created here."""
    given = os.environ.get("STEGET_HOME")
    return Path(given).expanduser().resolve() if given else CODE / "var"


def data_directory(state: Path) -> Path:
    """Where the servers' files lie: `state`, or a directory of its own in /var/lib when we are root and the account
    that runs the servers cannot enter `state` (a clone under /root, say; we never open up what is not ours)."""
    if os.geteuid() or can_enter(state, server_account(state)):
        return state
    return Path("/var/lib") / f"{NAME}-{digest(state)}"


def socket_directory(state: Path) -> Path:
    """Where the servers listen: `sockets/` beside the data, or a short path when that is longer than the some 100
    bytes an address may have. Not the temporary directory, which differs between two processes' environments."""
    directory = data_directory(state) / "sockets"
    if len(os.fsencode(directory / ".s.PGSQL.5432")) <= 100:
        return directory
    return Path("/tmp") / f"{NAME}-{os.geteuid()}-{digest(state)}"  # noqa: S108 (the keeper refuses a stranger's)


def database_url(state: Path) -> str:
    """The address of the embedded PostgreSQL, such as `DATABASE_URL` could hold."""
    # URL parsers lower-case the host, so capitals are escaped like the slashes.
    host = re.sub(rb"[^a-z0-9._-]", lambda c: b"%%%02x" % ord(c[0]), os.fsencode(socket_directory(state)))
    return f"postgres://{NAME}@{host.decode()}/{NAME}"


def broker_url(state: Path) -> str:
    """The address of the embedded Valkey in the form Celery wants."""
    return f"redis+socket://{quote(str(socket_directory(state) / 'valkey'))}?virtual_host=0"


def cache_url(state: Path) -> str:
    """The address of the embedded Valkey in the form redis-py wants; a database of its own beside the broker's."""
    return f"unix://{quote(str(socket_directory(state) / 'valkey'))}?db=1"


def demo_secret_key(state: Path) -> str:
    """The secret key of an installation that was given none: made once, kept in `state`, readable by its owner."""
    path = state / "secret_key"
    with _writing(state):
        if not path.exists():
            make_state(state)
            draft = path.with_suffix(f".{os.getpid()}")
            draft.touch(mode=0o600)
            draft.write_text(secrets.token_urlsafe(48))
            with contextlib.suppress(FileExistsError):  # of two that start at once the first wins
                os.link(draft, path)
            draft.unlink()
        return path.read_text()


def needed() -> list[str]:
    """The embedded servers that no `DATABASE_URL` or `REDIS_URL` (or `…_FILE`) replaces."""
    return [name for name, url in SERVERS.items() if not (os.environ.get(url) or os.environ.get(f"{url}_FILE"))]


# --- Holding the servers --------------------------------------------------------------------------------------------
class Hold:
    """A hold on the named embedded servers, started if need be. They answer when the constructor returns, and run as
    long as this is open or a child process has inherited `files` (as `pass_fds`).

    `durable=False` lets PostgreSQL skip fsync and Valkey its file: for throw-away data. Raises ServicesError.
    """

    def __init__(self, state: Path, servers: Iterable[str] = tuple(SERVERS), *, durable: bool = True):
        self.state, self.servers, self.durable = state, tuple(servers), durable
        self.files: list[int] = []
        for server in self.servers:
            make_state(state)
            self.files.append(open_lock(state, f"{server}.users"))
            fcntl.flock(self.files[-1], fcntl.LOCK_SH)  # waits while a keeper is stopping the server
        self.ensure()

    def ensure(self) -> None:
        """Start whatever does not run, and wait until everything answers. Raises ServicesError."""
        started: set[str] = set()
        waiting = list(self.servers)
        deadline = time.monotonic() + START_SECONDS
        while waiting := [server for server in waiting if not self._is_up(server, started)]:
            if time.monotonic() > deadline:
                raise ServicesError(f"{waiting[0]} svarar inte efter {START_SECONDS} s; se {self.state / 'logs'}.")
            time.sleep(0.02)

    def _is_up(self, server: str, started: set[str]) -> bool:
        lock = open_lock(self.state, f"{server}.keeper")
        try:
            if not try_lock(lock):
                return _is_ready(self.state, server)
            error = self.state / f"{server}.error"
            if server in started:
                reason = error.read_text() if error.exists() else f"{server} avbröts i starten; försök igen."
                raise ServicesError(reason)
            error.unlink(missing_ok=True)
            started.add(server)
            _start_keeper(self.state, server, lock, self.durable)
            return False
        finally:
            os.close(lock)

    def close(self, *_: object) -> None:
        """Let go, and if nobody else holds the servers wait until they have stopped."""
        while self.files:
            os.close(self.files.pop())
        deadline = time.monotonic() + STOP_SECONDS
        for server in self.servers:
            while is_running(self.state, server) and not _has_users(self.state, server) and time.monotonic() < deadline:
                time.sleep(0.05)

    __exit__ = close

    def __enter__(self) -> "Hold":
        return self


def is_running(state: Path, server: str) -> bool:
    """True while the named server, its keeper or a left-over child of them lives."""
    return (state / f"{server}.keeper").exists() and not _can_lock(state, f"{server}.keeper", fcntl.LOCK_EX)


def _has_users(state: Path, server: str) -> bool:
    # Neither free, nor locked by the keeper that is stopping the server.
    name = f"{server}.users"
    return not _can_lock(state, name, fcntl.LOCK_EX) and _can_lock(state, name, fcntl.LOCK_SH)


def _is_ready(state: Path, server: str) -> bool:
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(2)
        if server == "valkey":
            connection.connect(str(socket_directory(state) / "valkey"))
            connection.sendall(b"PING\r\n")
            return connection.recv(16).startswith(b"+PONG")
        connection.connect(str(socket_directory(state) / ".s.PGSQL.5432"))
        # It listens before it can answer; the eighth line says when it can.
        status = (data_directory(state) / "postgres" / "postmaster.pid").read_text().splitlines()[7:8]
        return [line.strip() for line in status] == ["ready"]
    return False


def _start_keeper(state: Path, server: str, lock: int, durable: bool) -> None:
    path = state / "logs" / f"{server}.log"
    if path.exists() and path.stat().st_size > 5_000_000:
        path.replace(path.with_suffix(".log.1"))
    with path.open("ab") as log:
        subprocess.run(
            [
                sys.executable,
                "-m",
                "procurement_csr.keeper",
                server,
                state,
                str(lock),
                "durable" if durable else "fast",
            ],
            cwd=CODE,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            pass_fds=[lock],
            start_new_session=True,  # Ctrl-C in the terminal must not reach it
            check=True,
        )


# --- Locks and accounts ---------------------------------------------------------------------------------------------
def open_lock(state: Path, name: str) -> int:
    """An open lock file. It is closed with the process, and with it goes the lock."""
    with _writing(state):
        return os.open(state / name, os.O_RDWR | os.O_CREAT, 0o600)


def try_lock(lock: int, kind: int = fcntl.LOCK_EX) -> bool:
    """Take the lock if nobody has it."""
    with contextlib.suppress(BlockingIOError):
        fcntl.flock(lock, kind | fcntl.LOCK_NB)
        return True
    return False


def _can_lock(state: Path, name: str, kind: int) -> bool:
    lock = open_lock(state, name)
    try:
        return try_lock(lock, kind)
    finally:
        os.close(lock)


def server_account(state: Path) -> int:
    """The user the servers run as: ourselves; as root the owner of the data, else an existing unprivileged account."""
    if os.geteuid():
        return os.geteuid()
    for data in (state / "postgres", state / "valkey"):
        if data.exists() and data.stat().st_uid:
            return data.stat().st_uid
    for name in UNPRIVILEGED:
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_uid
    raise ServicesError("PostgreSQL körs inte som root, och inget annat konto finns. Ange DATABASE_URL och REDIS_URL.")


def can_enter(directory: Path, account: int) -> bool:
    """Whether the mode bits let that user in; a directory that does not exist yet will be made so."""
    for place in (directory, *directory.parents):
        with contextlib.suppress(FileNotFoundError):
            status = place.stat()
            if not status.st_mode & (stat.S_IXUSR if status.st_uid == account else stat.S_IXOTH):
                return False
    return True


def digest(value: object) -> str:
    """Twelve characters that stand for `value` in the name of a directory."""
    return hashlib.sha256(str(value).encode()).hexdigest()[:12]


def make_state(state: Path) -> None:
    """Make the state directory. Raises ServicesError when that is not possible."""
    with _writing(state):
        if not state.exists():
            state.mkdir()
            # Root's unprivileged account has to pass through, and may see nothing on the way.
            state.chmod(0o700 if os.geteuid() else 0o711)
        (state / "logs").mkdir(mode=0o700, exist_ok=True)


@contextlib.contextmanager
def _writing(directory: Path):
    try:
        yield
    except OSError as error:
        reason = f"Kan inte skriva i {directory} ({error.strerror}). Ange en annan mapp med STEGET_HOME=/sökväg."
        raise ServicesError(reason) from None
