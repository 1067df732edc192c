"""The short fault campaign: real servers, workers and timetable, killed, stopped, starved and lied to."""

import os
import subprocess
import sys

import pytest

from procurement_csr.services import CODE

SECONDS = 420  # much more than it takes, since other tests run beside it


@pytest.mark.slow
def test_nothing_is_lost_nor_doubled_in_silence_whatever_breaks():
    command = [sys.executable, "-m", "procurement_csr.faults.campaign", "--short"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(command, cwd=CODE, env=environment, capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 0, done.stdout + done.stderr[-5000:]
    *_, total = (line for line in done.stdout.splitlines() if line.startswith("|"))
    name, faults, mails, lost, doubled, *_ = (cell.strip() for cell in total.strip("|").split("|"))
    assert (name, lost, doubled) == ("**summa**", "0", "0")
    assert int(faults) >= 50
    assert int(mails.replace(" ", "")) > 300
