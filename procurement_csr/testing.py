"""A pytest plugin (`-p procurement_csr.testing`): throw-away servers and a throw-away state directory for one test run.

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
        _own.append((services.Hold(state, servers, durable=False), directory))
    except services.ServicesError as error:
        shutil.rmtree(directory)
        pytest.exit(f"Fel: {error}", returncode=1)
    os.environ["STEGET_HOME"] = str(state)
    if "postgres" in servers:
        os.environ["DATABASE_URL"] = services.database_url(state)
    if "valkey" in servers:
        os.environ["REDIS_URL"] = services.broker_url(state)


def pytest_unconfigure():
    """Stop what this run started. After a kill the servers stop by themselves."""
    while _own:
        hold, directory = _own.pop()
        hold.close()
        shutil.rmtree(directory, ignore_errors=True)
