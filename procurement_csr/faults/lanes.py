"""The lanes of a campaign: faults that share one plant, round after round, each followed by all promises.

`python -m procurement_csr.faults.lanes NAME` runs one lane in a process of its own; `campaign` starts them.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from procurement_csr.faults.plant import CHILDREN, Plant
from procurement_csr.faults.sabotage import FENCE, KEY, drop_key

# The short campaign has fewer plants: to start one takes as long as several rounds.
SHORT = {"first": ["workers", "mail_server"], "second": ["surroundings", "database"]}


@dataclass
class Line:
    """One line of the table: what one section of a lane came to."""

    label: str
    rounds: int = 0
    faults: int = 0
    mails: int = 0
    lost: int = 0
    doubled: int = 0
    flagged: int = 0
    second_copies: int = 0
    seconds: float = 0.0
    broken: dict[str, int] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)


def sections_of(lane: str, *, is_short: bool) -> list:
    """What a lane breaks, in this order. Imports Django's models, so it needs a plant."""
    from procurement_csr.faults import breaking as b

    if lane in (FENCE, KEY):
        return b.SABOTAGED[lane]
    groups = SHORT[lane] if is_short else [lane]
    return [section for group in groups for section in (b.SHORT if is_short else b.FULL)[group]]


def run(lane: str, *, is_short: bool, seed: int, only: str = "") -> list[Line]:
    """Run a lane and return its lines. Says each round's outcome on standard error."""
    with tempfile.TemporaryDirectory(prefix=f"steget-faults-{lane}-", dir="/tmp") as name:
        plant = Plant(Path(name), broken=lane if lane in (FENCE, KEY) else "")
        try:
            return Lane(plant, lane, random.Random(seed)).run(is_short=is_short, only=only)
        finally:
            log = plant.log.read_text(errors="replace")[-3000:]
            plant.close()
            if sys.exc_info()[0]:
                say(log)


class Lane:
    """One plant, its towns and what has been found out so far."""

    def __init__(self, plant: Plant, name: str, rng: random.Random):
        from procurement_csr.faults import invariants, town

        self.plant, self.name, self.rng, self.invariants = plant, name, rng, invariants
        if name == KEY:
            drop_key()
        self.towns = town.make_towns()
        self.calendar = town.Calendar(plant, self.towns, rng)

    def run(self, *, is_short: bool, only: str = "") -> list[Line]:
        self.plant.wait_for_workers(CHILDREN)
        lines = []
        for section in sections_of(self.name, is_short=is_short):
            if only in section.label:
                lines.append(Line(section.label))
                self._run_section(section, lines[-1])
        self._look_back(lines[-1])
        return lines

    def _run_section(self, section, line: Line) -> None:
        began = time.monotonic()
        if section.before:
            section.before(self.plant)
        for number in range(section.rounds):
            self._run_round(section, line)
            done = f"{line.label} {number + 1}/{section.rounds}"
            say(f"{self.name}: {done}: {line.mails} mejl, {line.flagged} flaggade, {sum(line.broken.values())} fel")
        if section.after:
            section.after(self.plant)
        line.seconds = time.monotonic() - began

    def _run_round(self, section, line: Line) -> None:
        this = self.calendar.begin()
        self.plant.ring(section.rings)
        for _ in range(section.times):
            section.fault(self.plant, this, self.rng)
        self.calendar.settle(this)
        self.plant.sink.clear()
        line.rounds += 1
        line.faults += section.times * section.faults_each
        self._judge(line, this)
        self.calendar.forgive()

    def _evidence(self, this=None):
        """What there is when everything stands still. Planning goes on, and may have written a mail since it did."""
        from procurement_csr.faults.town import UNSETTLED, patiently

        for _ in range(10):
            accepted = self.plant.sink.accepted()
            found = patiently(lambda: self.invariants.gather(self.towns, self.plant.clock, accepted, this))  # noqa: B023
            is_still = len(accepted) == self.plant.sink.status()["accepted"]
            if is_still and not any(mail.state in UNSETTLED for mail in found.mails):
                break
            if this and not this.troubles:
                self.calendar.settle(this)
            else:
                time.sleep(0.5)
        return found

    def _judge(self, line: Line, this) -> None:
        found = self._evidence(this)
        broken = self.invariants.broken_promises(found)
        broken |= {"everything_is_settled_in_time": this.troubles} if this.troubles else {}
        line.mails += len(found.mails)
        line.flagged += self.invariants.flagged(found)
        line.second_copies += self.invariants.second_copies(found)
        note(line, broken, f"{line.label}, {this.day}")

    def _look_back(self, line: Line) -> None:
        """Hold everything the plant has ever done against the promises once more: nothing came late."""
        found = self._evidence()
        note(line, self.invariants.broken_promises(found), "the whole lane")


def note(line: Line, broken: dict[str, list[str]], where: str) -> None:
    """Add broken promises to a line, and say them."""
    for promise, said in broken.items():
        line.broken[promise] = line.broken.get(promise, 0) + len(said)
        line.said += [f"{promise} ({where}): {each}" for each in said[:5]]
        for each in said[:5]:
            say(f"BROKEN {promise} ({where}): {each}")
    line.lost += len(broken.get("no_due_mail_is_lost_in_silence", []))
    line.doubled += len(broken.get("no_mail_is_doubled_in_silence", []))


def say(text: str) -> None:
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {text}\n")
    sys.stderr.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lane")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="sections whose label holds these words")
    options = parser.parse_args()
    if options.lane == "calendar":
        from procurement_csr.faults.simulated import run as simulate

        lines = simulate(is_short=options.short, seed=options.seed, only=options.only)
    else:
        lines = run(options.lane, is_short=options.short, seed=options.seed, only=options.only)
    json.dump([asdict(line) for line in lines], sys.stdout)


if __name__ == "__main__":
    main()
