"""A pytest plugin (`-p procurement_csr.testing`): throw-away servers, a throw-away state directory, and a browser.

pytest-django reads the settings before any `conftest.py`, so this must be a plugin. The addresses go into the
environment, where the processes of xdist and everything that a test starts find them. `DATABASE_URL` and `REDIS_URL`
that are already set are used as they are.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from procurement_csr import services
from procurement_csr.environment import CHROMIUM

THROWN_AWAY = "STEGET_TEST_SERVER_IS_THROWN_AWAY"
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


def pytest_unconfigure():
    """Stop what this run started. After a kill the servers stop by themselves."""
    while _own:
        hold, directory = _own.pop()
        hold.close()
        shutil.rmtree(directory, ignore_errors=True)


def pytest_configure(config):
    """Drop nothing on a server that goes away by itself, where a process of a test may still be at work."""
    if THROWN_AWAY in os.environ:
        config.option.reuse_db = True


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
