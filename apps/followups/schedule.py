"""The days on which a contract is followed up. Pure: the contract's days in, points out.

Defaults of DOMAIN 3.3 (our proposal, changed by hand point for point): a kick-off within 30 days of the signing, a
first report after three months, the first effort begun or offered after six (national criterion 11554), a final report
60 days before the end and an evaluation 60 days after it. The class of the contract decides how often it is between.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from apps.core.calendar import add_months
from apps.followups.choices import Intensity, PointKind
from apps.procurements.choices import RequirementModel
from apps.procurements.obligations import FIRST_START_MONTHS, first_start_due

KICKOFF_DAYS = 30
FIRST_REPORT_MONTHS = 3
REPORT_EVERY = {Intensity.LIGHT: 12, Intensity.NORMAL: 6, Intensity.DEEP: 3}
# A light follow-up has no meetings after the kick-off.
DIALOGUE_EVERY = {Intensity.NORMAL: 12, Intensity.DEEP: 6}
FINAL_REPORT_DAYS = 60
EVALUATION_DAYS = 60
# A plan made so soon after the start still holds what has just passed.
FRESH_DAYS = 60
# What comes back is planned so far ahead; the nightly round lengthens it. The end is planned however far away it is.
HORIZON_MONTHS = 36
# Models of criterion 11554: their first effort has a day also when the requirement does not state one.
_STARTS_BY_DEFAULT = (RequirementModel.NUMERIC, RequirementModel.COMBINED)
_ORDER = list(PointKind)


@dataclass(frozen=True, slots=True)
class Obligation:
    """What a requirement says of its follow-up: its model, months to the first start and days of report, if any."""

    model: str
    first_start_within_months: int | None = None
    report_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class ContractDays:
    """A contract's days, None where not known or without end, and its requirements."""

    signed_on: date | None
    starts_on: date | None
    ends_on: date | None
    obligations: tuple[Obligation, ...]

    @property
    def start(self) -> date | None:
        """The day months are counted from; registers may hold the signing only."""
        return self.starts_on or self.signed_on


@dataclass(frozen=True, slots=True)
class Planned:
    """A day of the plan."""

    kind: PointKind
    due_on: date


@dataclass(frozen=True, slots=True)
class Standing:
    """A point that exists. `is_fixed`: done, cancelled, asked for, or set by hand; the generator leaves it alone."""

    pk: int
    kind: str
    due_on: date
    is_fixed: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    """What makes the existing points the plan; in any order no two points of a kind ever stand on the same day."""

    make: tuple[Planned, ...] = ()
    move: tuple[tuple[int, date], ...] = ()
    drop: tuple[int, ...] = ()


def points(contract: ContractDays, intensity: str, *, today: date) -> tuple[Planned, ...]:
    """All days of the contract's plan, past ones too, in order. Empty without a start or without a requirement."""
    if contract.start is None or not contract.obligations:
        return ()
    found = {
        *_kickoff(contract),
        *_first_starts(contract, contract.start),
        *_reports(contract, contract.start, intensity, today),
        *_dialogues(contract, contract.start, intensity, today),
        *_ending(contract, contract.start),
    }
    return tuple(sorted(found, key=lambda point: (point.due_on, _ORDER.index(point.kind))))


def first_points(contract: ContractDays, intensity: str, *, today: date) -> tuple[Planned, ...]:
    """The points to make when there are none: those to come, and the past ones of a contract that has just begun."""
    return changes(contract, intensity, (), today=today).make


def changes(contract: ContractDays, intensity: str, existing: Iterable[Standing], *, today: date) -> Changes:
    """What to do with the existing points when the contract's days, requirements or class have changed.

    A fixed point stays, and stands for the plan's nearest point of its kind within half the time between two. The rest
    are moved in order to the plan's days. Nothing that was due before today is made or moved to, unless the contract
    began within the last 60 days; what has become overdue on its planned day stays. Done twice it does nothing more.
    """
    existing = list(existing)
    plan = points(contract, intensity, today=today)
    parts = [_changes_of(kind, plan, existing, contract, intensity, today) for kind in PointKind]
    return Changes(
        make=tuple(sorted((each for part in parts for each in part.make), key=lambda each: each.due_on)),
        move=tuple(each for part in parts for each in part.move),
        drop=tuple(each for part in parts for each in part.drop),
    )


def _kickoff(contract: ContractDays) -> Iterator[Planned]:
    day = contract.signed_on or contract.starts_on
    yield Planned(PointKind.KICKOFF, day + timedelta(days=KICKOFF_DAYS))


def _first_starts(contract: ContractDays, start: date) -> Iterator[Planned]:
    """Fact 23: 15 January and six months is 15 July."""
    for obligation in contract.obligations:
        months = obligation.first_start_within_months
        if months is None and obligation.model in _STARTS_BY_DEFAULT:
            months = FIRST_START_MONTHS
        due_on = first_start_due(start, months)
        if due_on and (contract.ends_on is None or due_on <= contract.ends_on):
            yield Planned(PointKind.FIRST_START, due_on)


def _reports(contract: ContractDays, start: date, intensity: str, today: date) -> Iterator[Planned]:
    """The days the documents state, else at a pace, up to a month before the final report."""
    stated = {day for obligation in contract.obligations for day in obligation.report_on}
    if stated:
        yield from (Planned(PointKind.REPORT, day) for day in stated - {_final_report(contract, start)})
        return
    final_on = _final_report(contract, start)
    last = add_months(final_on, -1) if final_on else date.max
    for day in _every(
        start, FIRST_REPORT_MONTHS, REPORT_EVERY[Intensity(intensity)], min(last, _horizon(start, today))
    ):
        yield Planned(PointKind.REPORT, day)


def _dialogues(contract: ContractDays, start: date, intensity: str, today: date) -> Iterator[Planned]:
    months = DIALOGUE_EVERY.get(Intensity(intensity))
    last = contract.ends_on - timedelta(days=1) if contract.ends_on else date.max
    if months:
        for day in _every(start, months, months, min(last, _horizon(start, today))):
            yield Planned(PointKind.DIALOGUE, day)


def _ending(contract: ContractDays, start: date) -> Iterator[Planned]:
    if contract.ends_on:
        yield Planned(PointKind.FINAL_REPORT, _final_report(contract, start))
        yield Planned(PointKind.EVALUATION, contract.ends_on + timedelta(days=EVALUATION_DAYS))


def _final_report(contract: ContractDays, start: date) -> date | None:
    """Sixty days before the end, or the last day of a contract too short for that."""
    if contract.ends_on is None:
        return None
    day = contract.ends_on - timedelta(days=FINAL_REPORT_DAYS)
    return day if day > start else contract.ends_on


def _horizon(start: date, today: date) -> date:
    return add_months(max(start, today), HORIZON_MONTHS)


def _every(start: date, first: int, step: int, last: date) -> Iterator[date]:
    months = first
    while (day := add_months(start, months)) <= last:
        yield day
        months += step


def _changes_of(
    kind: PointKind,
    plan: tuple[Planned, ...],
    existing: list[Standing],
    contract: ContractDays,
    intensity: str,
    today: date,
) -> Changes:
    wanted = [point.due_on for point in plan if point.kind == kind]
    own = sorted((point for point in existing if point.kind == kind), key=lambda point: point.due_on)
    fixed = [point.due_on for point in own if point.is_fixed]
    free = {point.due_on: point.pk for point in own if not point.is_fixed}
    stood_for = _stood_for(wanted, fixed, _reach(kind, contract, intensity))
    wanted = [day for day in wanted if day not in stood_for]
    open_days = [day for day in wanted if day not in free and _is_timely(day, contract, today)]
    left = [day for day in free if day not in wanted]
    moves = list(zip(left, open_days, strict=False))
    return Changes(
        make=tuple(Planned(kind, day) for day in open_days[len(moves) :]),
        move=tuple((free[old], new) for old, new in moves),
        drop=tuple(free[day] for day in left[len(moves) :]),
    )


def _stood_for(wanted: list[date], fixed: list[date], reach: timedelta) -> set[date]:
    """The plan's days that a fixed point stands for: each for its nearest, at a tie the earlier."""
    found = set()
    for day in fixed:
        nearest = min(wanted, key=lambda each: abs(each - day), default=None)
        if nearest and abs(nearest - day) <= reach:
            found.add(nearest)
    return found


def _reach(kind: PointKind, contract: ContractDays, intensity: str) -> timedelta:
    """Half the time between two points of the kind; of a kind with one point only there is no limit."""
    if kind == PointKind.REPORT:
        is_stated = any(obligation.report_on for obligation in contract.obligations)
        months = REPORT_EVERY[Intensity.DEEP if is_stated else Intensity(intensity)]
    elif kind == PointKind.DIALOGUE:
        months = DIALOGUE_EVERY.get(Intensity(intensity), 0)
    else:
        return timedelta.max
    return timedelta(days=15 * months)


def _is_timely(day: date, contract: ContractDays, today: date) -> bool:
    is_fresh = contract.start is not None and contract.start >= today - timedelta(days=FRESH_DAYS)
    return day >= today or is_fresh
