"""`make run` for real: the whole of Steget is started, killed in parts, stopped and started again."""

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

import pytest

import manage
from procurement_csr import prepare, services
from procurement_csr.services import CODE, ServicesError
from procurement_csr.tests.test_services import eventually, processes, sql

SUPERVISOR = [sys.executable, "-m", "procurement_csr.supervisor"]


def surroundings(state, **variables):
    """The environment of a person who just types `make run`, with nothing of the test run's servers."""
    ours = {"DATABASE_URL", "REDIS_URL", "SECRET_KEY", "STEGET_BEGAN", "BIND"}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return {**kept, "STEGET_HOME": str(state), "PORT": "0", **variables}


def run_to_the_end(state, **variables):
    return subprocess.run(
        SUPERVISOR, cwd=CODE, env=surroundings(state, **variables), capture_output=True, text=True, timeout=180
    )


class Started:
    """A supervisor and what it said."""

    def __init__(self, state, **variables):
        self.state, self.log = state, state.with_suffix(".log")
        with self.log.open("w") as log:
            environment = surroundings(state, **variables)
            self.process = subprocess.Popen(SUPERVISOR, cwd=CODE, env=environment, stdout=log, stderr=log)
        assert eventually(lambda: "Avsluta med Ctrl-C" in self.said() or self.process.poll() is not None, 300)
        assert self.process.poll() is None, self.said()
        self.address = re.search(r"Steget finns på (\S+)", self.said())[1]

    def said(self):
        return self.log.read_text()

    def is_healthy(self):
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{self.address}healthz", timeout=5) as answer:
            return answer.status == 200
        return False

    def stop(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        return self.process.wait(60)

    def child(self, *words):
        """The process of ours with these words in its command line; the oldest, so a master and not its worker."""
        return min(pid for pid in everything_of(self.state) if all(word in command_line(pid) for word in words))


def command_line(pid):
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    return ""


def everything_of(state):
    """All living processes that name the state directory or have it in their environment."""
    found = set(processes(state))
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if f"STEGET_HOME={state}".encode() in (entry / "environ").read_bytes().split(b"\0"):
                found.add(int(entry.name))
    return {pid for pid in found if command_line(pid)}


@pytest.fixture(scope="module")
def home():
    directory = Path(tempfile.mkdtemp(prefix="steget-test-", dir="/tmp"))
    directory.chmod(0o711)
    yield directory
    for pid in set().union(*(everything_of(directory / name) for name in ("var", "external", "impatient"))):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    shutil.rmtree(directory)


@pytest.fixture(scope="module")
def started(home):
    """Steget as it runs after `make run` on a machine that has never seen it."""
    running = Started(home / "var")
    yield running
    if running.process.poll() is None:
        running.stop()


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self").exists(), reason="reads /proc to see which processes are left"),
]


def test_the_first_start_ends_with_an_address_that_answers_and_the_demo_accounts(started):
    assert started.is_healthy()
    assert "@helsingborg.exempel" in started.said()
    assert "Exempeldata är inläst" in started.said()
    with urllib.request.urlopen(started.address) as page:
        assert page.status == 200
        assert 'lang="sv"' in page.read().decode()


def test_progress_is_told_with_seconds(started):
    assert re.search(r"^ +\d+,\d s  Webbservern svarar$", started.said(), re.MULTILINE)


def test_a_second_start_says_that_it_runs_already_and_where(started):
    second = run_to_the_end(started.state)
    assert second.returncode == 0
    assert second.stdout == f"Steget körs redan på {started.address} (process {started.process.pid})\n"


def test_a_taken_port_gives_one_line(started, home):
    port = started.address.rstrip("/").rpartition(":")[2]
    other = run_to_the_end(home / "other", PORT=port)
    assert other.returncode == 1
    assert other.stderr.startswith(f"Fel: 127.0.0.1:{port} kan inte användas")
    assert other.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [("gunicorn",), ("celery", "worker"), ("celery", "beat"), ("keeper", "postgres"), ("keeper", "valkey")],
    ids=["web server", "worker", "beat", "keeper of postgres", "keeper of valkey"],
)
def test_a_killed_process_is_started_again(started, words):
    victim = started.child(*words)
    os.kill(victim, signal.SIGKILL)
    assert eventually(lambda: not command_line(victim))

    def is_back():
        with contextlib.suppress(ValueError):
            return started.child(*words) != victim and started.is_healthy()
        return False

    assert eventually(is_back, 60)


def test_a_killed_supervisor_takes_everything_with_it_and_nothing_is_lost(started, home):
    before = organisations(started.state)
    os.kill(started.process.pid, signal.SIGKILL)
    started.process.wait()
    assert eventually(lambda: not everything_of(started.state), 60)
    again = Started(started.state)
    try:
        assert organisations(started.state) == before
        assert "Exempeldata är inläst" not in again.said()
    finally:
        assert again.stop(signal.SIGINT) == 0
    assert everything_of(started.state) == set()
    assert (started.state / "run.lock").read_text() == ""


def organisations(state):
    return sql(state, "SELECT id, name FROM accounts_organisation ORDER BY id")


def test_ctrl_c_during_the_first_start_leaves_nothing_behind(home):
    state = home / "impatient"
    environment = surroundings(state)
    process = subprocess.Popen(SUPERVISOR, cwd=CODE, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        assert eventually(lambda: services.is_running(state, "postgres"))
        process.send_signal(signal.SIGINT)
        assert "Traceback" not in process.communicate(timeout=60)[1]
    finally:
        process.kill()
    assert process.returncode == 0
    assert everything_of(state) == set()


def test_given_servers_are_used_and_nothing_embedded_is_started(home):
    state = home / "external"
    variables = {name: os.environ[name] for name in ("DATABASE_URL", "REDIS_URL")}
    running = Started(state, **variables)
    try:
        assert running.is_healthy()
        assert "Postgres" not in running.said()
        assert not any((state / name).exists() for name in ("postgres", "valkey", "sockets", "postgres.users"))
    finally:
        assert running.stop() == 0
    assert everything_of(state) == set()


@pytest.mark.parametrize(
    ("variables", "line"),
    [
        ({"PORT": "åtta"}, "Fel: PORT ska vara ett tal mellan 1 och 65535, inte 'åtta'.\n"),
        ({"PORT": "70000"}, "Fel: PORT ska vara ett tal mellan 1 och 65535, inte '70000'.\n"),
        (
            {"BIND": "ingenstans.invalid"},
            "Fel: BIND ska vara en adress på den här datorn, inte 'ingenstans.invalid'.\n",
        ),
    ],
)
def test_a_wrong_address_gives_one_line(home, variables, line):
    done = run_to_the_end(home / "other", **variables)
    assert (done.returncode, done.stderr) == (1, line)


def test_a_state_directory_that_cannot_be_made_gives_one_line(home):
    done = run_to_the_end(home / "missing" / "var")
    assert done.returncode == 1
    assert re.fullmatch(r"Fel: Kan inte skriva i .*STEGET_HOME=/sökväg\.\n", done.stderr)


def test_a_database_that_does_not_answer_gives_one_line(home):
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    environment = surroundings(home / "other", DATABASE_URL=f"postgres://anna@127.0.0.1:{port}/steget")
    command = [sys.executable, "manage.py", "migrate"]
    done = subprocess.run(command, cwd=CODE, env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert re.fullmatch(r"Fel: Databasen svarar inte: .*Connection refused.*\n", done.stderr)


@pytest.mark.django_db
def test_a_database_server_that_is_too_old_is_named_with_what_is_needed():
    prepare.check_server()
    with pytest.raises(ServicesError, match=r"Databasservern är PostgreSQL \d+, men Steget behöver PostgreSQL 99"):
        prepare.check_server(oldest=99)


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["migrate"], True),
        (["import_register", "register.csv"], True),
        (["check", "--database", "default"], True),
        (["check", "--deploy"], False),
        (["timeplan", "--publish", "2026-09-01", "--json"], False),
        (["timeplan", "--publish", "2026-09-01", "--organisation", "212000-1157"], True),
        (["timeplan", "--org=212000-1157"], True),
        (["migrate", "--help"], False),
        (["help"], False),
        ([], False),
    ],
)
def test_only_commands_that_need_a_database_start_one(arguments, answer):
    assert manage.needs_servers(arguments) is answer


def test_importing_the_settings_starts_nothing(home):
    state = home / "imported"
    code = "import django; django.setup()"
    environment = surroundings(state, DJANGO_SETTINGS_MODULE="procurement_csr.settings")
    subprocess.run([sys.executable, "-c", code], cwd=CODE, env=environment, check=True)
    assert not services.is_running(state, "postgres")
    assert processes(state) == []


def test_static_files_are_collected_again_only_when_one_has_changed(settings, tmp_path, capsys):
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STATICFILES_DIRS = [tmp_path / "static"]
    (tmp_path / "static").mkdir()
    style = tmp_path / "static" / "style.css"
    style.write_text("a { color: red }")
    for expected in ("Stilmallar", "", "Stilmallar"):
        prepare.collect_static_files()
        assert expected in capsys.readouterr().err
        if not expected:
            style.write_text("a { color: blue }")
    assert (tmp_path / "collected" / "style.css").read_text() == "a { color: blue }"
