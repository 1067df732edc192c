"""A pytest plugin (`-p procurement_csr.testing`): throw-away servers, a throw-away state directory, and a browser.

pytest-django reads the settings before any `conftest.py`, so this must be a plugin. The addresses go into the
environment, where the processes of xdist and everything that a test starts find them. `DATABASE_URL` and `REDIS_URL`
that are already set are used as they are.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from procurement_csr import services
from procurement_csr.environment import CHROMIUM

ROOT = Path(__file__).resolve().parent.parent
THROWN_AWAY = "STEGET_TEST_SERVER_IS_THROWN_AWAY"
# The migrated database every process copies its own from.
TEMPLATE = "steget_template"
KEPT_TEMPLATES = 3
_own: list[tuple[services.Hold, Path]] = []


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests():
    """Start what is missing before pytest-django looks for a database."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        _start()
    return (yield)


def _start() -> None:
    directory = Path(tempfile.mkdtemp(prefix="steget-test-", dir="/tmp"))  # a short path for the sockets
    directory.chmod(0o711)  # as root the servers run as another account, which has to pass
    state = directory / "var"
    servers = services.needed()
    try:
        services.make_state(state)
        if "postgres" in servers:
            lay_out_template(directory, state)
        _own.append((services.Hold(state, servers, durable=False), directory))
    except services.ServicesError as error:
        shutil.rmtree(directory)
        pytest.exit(f"Fel: {error}", returncode=1)
    os.environ["STEGET_HOME"] = str(state)
    if "postgres" in servers:
        os.environ["DATABASE_URL"] = services.database_url(state)
        os.environ[THROWN_AWAY] = "1"
    if "valkey" in servers:
        os.environ["REDIS_URL"] = services.broker_url(state)


def lay_out_template(directory: Path, state: Path) -> None:
    """Put a database server's files with the migrated template where the server will find them.

    The files are kept beside the state directory of `make run`, by what the migrations say.
    """
    kept = ROOT / "var" / "test-templates" / _digest_of_migrations()
    if not kept.exists():
        _make_template(directory / "template", kept)
    _copy(kept, state / "postgres")


def _make_template(state: Path, kept: Path) -> None:
    services.make_state(state)
    with services.Hold(state, ["postgres"], durable=False):
        environment = os.environ | {"DATABASE_URL": services.database_url(state), "REDIS_URL": "redis://127.0.0.1:1/0"}
        made = subprocess.run(
            [sys.executable, "-m", "procurement_csr.testing"], cwd=ROOT, env=environment, capture_output=True, text=True
        )
    if made.returncode:
        raise services.ServicesError(f"the database for the tests could not be migrated:\n{made.stderr[-3000:]}")
    services.make_state(ROOT / "var")
    kept.parent.mkdir(exist_ok=True)
    kept.parent.chmod(0o711)
    _copy(state / "postgres", half := kept.parent / f"{kept.name}.{os.getpid()}")
    try:
        half.rename(kept)
    except OSError:  # another run was first
        shutil.rmtree(half)
    for old in sorted(kept.parent.iterdir(), key=lambda path: path.stat().st_mtime)[:-KEPT_TEMPLATES]:
        shutil.rmtree(old, ignore_errors=True)


def _copy(source: Path, target: Path) -> None:
    """With owners and rights: as root the server runs as somebody else."""
    subprocess.run(["cp", "-a", source, target], check=True)


def _digest_of_migrations() -> str:
    """A name for everything that the migrated database depends on."""
    found = hashlib.sha256()
    migrations = list(ROOT.glob("apps/*/migrations/*.py"))
    core = {name for path in migrations for name in re.findall(r"apps\.core\.(\w+)", path.read_text(encoding="utf-8"))}
    used = [ROOT / "apps" / "core" / f"{name}.py" for name in core]
    for path in sorted([ROOT / "requirements.txt", *migrations, *used]):
        found.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return found.hexdigest()[:16]


def _migrate_template() -> None:
    """Make the template: the embedded database itself, migrated and renamed.

    From the kept schema, which test_schema holds against the migrations, and what is newer than it.
    """
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "procurement_csr.settings")
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from procurement_csr import schema

    schema.lay_out()
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("CREATE DATABASE steget_next")
    connection.close()
    name = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = "steget_next"
    with connection.cursor() as cursor:
        cursor.execute(f'ALTER DATABASE "{name}" RENAME TO "{TEMPLATE}"')
        cursor.execute(f'CREATE DATABASE "{name}"')
    connection.close()


def pytest_unconfigure():
    """Stop what this run started. After a kill the servers stop by themselves."""
    while _own:
        hold, directory = _own.pop()
        hold.close()
        shutil.rmtree(directory, ignore_errors=True)


def pytest_configure(config):
    """Drop nothing on a server that goes away by itself, where a process of a test may still be at work."""
    if THROWN_AWAY in os.environ:
        from django.conf import settings

        config.option.reuse_db = True
        settings.DATABASES["default"].setdefault("TEST", {})["TEMPLATE"] = TEMPLATE


# --- The browser ------------------------------------------------------------------------------------------------------
NO_CHROMIUM = "THE BROWSER TESTS DID NOT RUN: no Chromium. Get it with: apt-get install chromium (or any Chrome)"


def chromium_program() -> str | None:
    """The path of an installed Chromium or Chrome."""
    return next(filter(None, map(shutil.which, CHROMIUM)), None)


def pytest_collection_modifyitems(items):
    """Without a browser only the tests that need one are skipped."""
    if not chromium_program():
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason=NO_CHROMIUM))


def pytest_terminal_summary(terminalreporter):
    """Say loudly what was not tested."""
    if any(NO_CHROMIUM in str(report.longrepr) for report in terminalreporter.stats.get("skipped", [])):
        terminalreporter.section(NO_CHROMIUM, sep="!", red=True, bold=True)


@pytest.fixture(scope="session")
def chromium():
    """A running Chromium, driven by Playwright. For tests marked `browser`."""
    from playwright.sync_api import sync_playwright

    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread, in which Django refuses the database without this.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=chromium_program(), args=arguments)
        yield browser
        browser.close()


if __name__ == "__main__":
    _migrate_template()
