"""The fault campaign: `make faults` runs it and writes the table into docs/tillforlitlighet.md; `--short` a part of it.

Each lane is a process with servers of its own, so several go on at once: most of a round is waiting. Ends with 1 when
a promise was broken, or when a break made on purpose was not noticed.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from procurement_csr.faults.lanes import SHORT, Line, say
from procurement_csr.faults.sabotage import FENCE, KEY
from procurement_csr.services import CODE

CALENDAR = "calendar"
FULL = ["workers", "mail_server", "surroundings", "database", CALENDAR]
ON_PURPOSE = [FENCE, KEY]
AT_ONCE = 4
DOCUMENT = CODE / "docs" / "tillforlitlighet.md"
BEGIN, END = "<!-- tabellen skrivs av make faults -->", "<!-- slut på tabellen -->"
HEAD = "| vad som går sönder | fel | mejl | tappade | dubblerade | flaggade | extra exemplar | andra brott |"


def main() -> int:
    """Run the lanes, print the table and, after a full campaign, write it down. Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--seed", type=int, default=int(time.time()) % 100_000)
    options = parser.parse_args()
    lanes = [*SHORT, CALENDAR] if options.short else [*FULL, *ON_PURPOSE]
    began = time.monotonic()
    say(f"seed {options.seed}, lanes {', '.join(lanes)}")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = dict(zip(lanes, pool.map(lambda lane: run_lane(lane, options), lanes), strict=True))
    lines = [line for lane, lane_lines in found.items() if lane not in ON_PURPOSE for line in lane_lines]
    noticed = [line for lane in ON_PURPOSE for line in found.get(lane, [])]
    said = text(lines, noticed, seconds=time.monotonic() - began, seed=options.seed)
    sys.stdout.write(said)
    if not options.short:
        write(said)
    for line in lines:
        for each in line.said:
            sys.stdout.write(f"{each}\n")
    return int(any(line.broken for line in lines) or any(not line.broken for line in noticed))


def run_lane(lane: str, options: argparse.Namespace) -> list[Line]:
    """The lines of one lane; one that breaks down is a line with a broken promise."""
    command = [sys.executable, "-m", "procurement_csr.faults.lanes", lane, "--seed", str(options.seed)]
    ours = {"DATABASE_URL", "REDIS_URL", "STEGET_HOME", "DJANGO_SETTINGS_MODULE"}
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    with tempfile.TemporaryFile("w+") as answer:
        made = subprocess.run([*command, *["--short"] * options.short], cwd=CODE, env=environment, stdout=answer)
        answer.seek(0)
        if made.returncode == 0:
            return [Line(**fields) for fields in json.load(answer)]
    return [Line(f"banan {lane} avbröts", broken={"the_lane_runs_to_its_end": 1})]


def text(lines: list[Line], noticed: list[Line], *, seconds: float, seed: int) -> str:
    """The table, what was broken on purpose, and where and when it was."""
    total = Line("**summa**")
    for line in lines:
        for name in ("faults", "mails", "lost", "doubled", "flagged", "second_copies"):
            setattr(total, name, getattr(total, name) + getattr(line, name))
        for promise, count in line.broken.items():
            total.broken[promise] = total.broken.get(promise, 0) + count
    rows = [_row(line) for line in (*lines, total)]
    machine = f"{os.cpu_count()} kärnor, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    where = f"{datetime.now(tz=UTC):%Y-%m-%d}, {machine}, {seconds / 60:.0f} minuter, frö {seed}."
    parts = [where, "", HEAD, "|---|" + "---:|" * 7, *rows]
    if noticed:
        parts += ["", "| avsiktligt borttaget skydd | rundor | mejl | brott som kampanjen såg |", "|---|---:|---:|---|"]
        parts += [f"| {each.label} | {each.rounds} | {each.mails} | {_words(each)} |" for each in noticed]
    return "\n".join(parts) + "\n"


def _row(line: Line) -> str:
    others = sum(line.broken.values()) - line.lost - line.doubled
    numbers = (line.faults, line.mails, line.lost, line.doubled, line.flagged, line.second_copies, others)
    return f"| {line.label} | " + " | ".join(f"{number:,}".replace(",", " ") for number in numbers) + " |"


def _words(line: Line) -> str:
    return ", ".join(f"{count} × `{promise}`" for promise, count in line.broken.items()) or "**inget**"


def write(said: str, document: Path = DOCUMENT) -> None:
    """Put the table in its place in the document."""
    before, _, rest = document.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    document.write_text(f"{before}{BEGIN}\n{said}{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
