"""Years made up place by place, for judging the forecast from outside: nothing here is taken from its arithmetic."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from apps.targets.chances import Tried
from apps.targets.counting import Rule
from apps.targets.forecast_inputs import Coming, Commitment, Inputs, Stage

YEAR = 2026
KINDS = ("internship", "employment", "apprenticeship")
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class SimulatedYear:
    """What an office knows on a day of the year, and how the year ended."""

    inputs: Inputs
    result: int


def poisson(random, rate):
    """How many events come in a year, one waiting time after the other."""
    number, time = 0, random.expovariate(1.0)
    while time < rate:
        number, time = number + 1, time + random.expovariate(1.0)
    return number


def coming_days(random, share, number, first, last):
    """The days of those places of a contract that come: each with the share, on any day of the commitment alike."""
    days = (last - first).days + 1
    return [first + random.randrange(days) * _DAY for _ in range(number) if random.random() < share]


def share_of_contract(random, share, likeness):
    """A contract's own share around the kind's: one supplier gives all its places, another none."""
    size = 1 / likeness - 1
    return random.betavariate(share * size, (1 - share) * size)


def simulated_year(seed, today, *, history=12, contracts=25, likeness=0.15):
    """An office with so many closed contracts of each kind and so many open ones."""
    random = Random(seed)
    shares = {kind: random.uniform(0.2, 0.9) for kind in KINDS}
    second, result = random.betavariate(1, 9), 0
    ends = date(YEAR, 12, 31)

    def added(days):
        return sum(today < day <= ends and random.random() >= second for day in days)

    closed = {}
    for kind in KINDS:
        rows = []
        for _ in range(history):
            number, share = random.randint(1, 6), share_of_contract(random, shares[kind], likeness)
            rows.append(Tried(number, sum(random.random() < share for _ in range(number))))
        closed[kind] = tuple(rows)
    commitments = []
    while len(commitments) < contracts:
        kind, number = random.choice(KINDS), random.randint(1, 6)
        first = date(YEAR - 2, 6, 1) + random.randrange(900) * _DAY
        last = first + random.randrange(200, 900) * _DAY
        if not first <= today < last:
            continue
        share = share_of_contract(random, shares[kind], likeness)
        days = coming_days(random, share, number, first, last)
        came = sum(day <= today for day in days)
        result += added(days)
        commitments.append(Commitment(len(commitments), "", kind, number, came, 0, first, last))
    signing = {Stage.DECIDED: random.betavariate(8, 2), Stage.RECOMMENDED: random.betavariate(4, 6)}
    coming = []
    for key in range(6):
        stage, number = random.choice([*signing]), random.randint(1, 5)
        first = today + random.randrange(10, 200) * _DAY
        last = first + random.randrange(300, 700) * _DAY
        kind = random.choice(KINDS)
        if random.random() < signing[stage]:
            days = coming_days(random, share_of_contract(random, shares[kind], likeness), number, first, last)
            result += added(days)
        coming.append(Coming(key, "", kind, number, first, last, stage))
    starts = random.betavariate(9, 1)
    planned = tuple(today + random.randrange(1, 30) * _DAY for _ in range(random.randrange(5)))
    result += sum(random.random() < starts and day <= ends for day in planned)
    pace = random.uniform(2, 12)
    beside = tuple(Tried(1, poisson(random, pace)) for _ in range(4))
    result += poisson(random, pace * (ends - today).days / 365)
    tried = {stage: Tried(15, sum(random.random() < share for _ in range(15))) for stage, share in signing.items()}
    inputs = Inputs(
        year=YEAR,
        today=today,
        rule=Rule(),
        counted=7,
        target=30,
        commitments=tuple(commitments),
        coming=tuple(coming),
        planned=planned,
        history=closed,
        planned_history=Tried(20, sum(random.random() < starts for _ in range(20))),
        overlaps={kind: Tried(40, sum(random.random() < second for _ in range(40))) for kind in KINDS},
        signings=tried,
        beside=beside,
    )
    return SimulatedYear(inputs, inputs.counted + result)
