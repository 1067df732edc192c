"""Which deviations raise themselves. Pure: what stands in the rows goes in, wanted deviations come out.

A missing report is a deviation too (UHM: uteblivna rapporter är en brist; DOMAIN 3.4). Each has a key that says what
it comes from; the key is unique in the database: the same thing raises one deviation however often it is looked at.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from apps.followups.choices import (
    MEETING_POINTS,
    CommitmentState,
    DeviationCause,
    DeviationState,
    MeetingState,
    PointKind,
    PointState,
    RequestState,
)
from apps.placements.fulfilment import FirstStartState

# A week to note that a meeting was held, before it counts as missed. Our own choice.
MEETING_GRACE = timedelta(days=7)
# Until when a raised deviation is to be dealt with, when nobody says otherwise. Our own choice.
MEASURE_DAYS = 14
_AT_END = "@end"
# How the sentence of a late report ends, until it comes.
NOT_COME, NOT_COMPLETED = " men har inte kommit.", " men är inte kompletterad."


@dataclass(frozen=True, slots=True)
class Report:
    """A report asked for. `due_on` is the day that holds now: of one sent back the day set for it, None without one."""

    pk: int
    contract: int
    state: str
    due_on: date | None
    point: int | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A requirement of a contract: its words ("2 praktikplatser"), how it stands, and its first start if it has one."""

    requirement: int
    contract: int
    name: str
    state: str
    first_start_due_on: date | None = None
    first_start_state: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A planned, held or cancelled meeting; `contract` is None for a market dialogue, which nobody can breach."""

    pk: int
    contract: int | None
    state: str
    planned_on: date
    point: int | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A day of the plan."""

    pk: int
    contract: int
    kind: str
    state: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything looked at, of one contract or of many."""

    reports: tuple[Report, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Raised:
    """A deviation that raised itself before, whatever became of it."""

    raised_key: str
    state: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """A deviation to raise. `what` is its sentence in Swedish, `due_on` when it is to be dealt with."""

    raised_key: str
    cause: DeviationCause
    contract: int
    what: str
    due_on: date
    requirement: int | None = None
    request: int | None = None
    point: int | None = None
    meeting: int | None = None


def wanted(facts: Facts, raised: Iterable[Raised] = (), *, today: date) -> tuple[Wanted, ...]:
    """The deviations to raise today beside those raised before, in a fixed order.

    A commitment that stays behind is raised anew each half-year, but not beside an open one nor against an exemption;
    an exemption on the way does not cover that the time ends without fulfilment.
    """
    before = {each.raised_key: each.state for each in raised}
    is_open = {_root(key) for key, state in before.items() if state == DeviationState.OPEN}
    is_exempt = {_root(key) for key, state in before.items() if state == DeviationState.EXEMPTED}
    return tuple(
        each
        for each in _all(facts, today)
        if each.raised_key not in before
        and _root(each.raised_key) not in is_open
        and (_root(each.raised_key) not in is_exempt or each.raised_key.endswith(_AT_END))
    )


def gone(facts: Facts, raised: Iterable[Raised], *, today: date) -> tuple[str, ...]:
    """The keys of open deviations whose cause is no more, such as a report that has come: somebody may close them."""
    roots = {_root(each.raised_key) for each in _all(facts, today)}
    is_open = (each.raised_key for each in raised if each.state == DeviationState.OPEN)
    return tuple(key for key in is_open if _root(key) not in roots)


def _all(facts: Facts, today: date) -> Iterator[Wanted]:
    for report in facts.reports:
        yield from _late(report, today)
    for commitment in facts.commitments:
        yield from _behind(commitment, today)
        yield from _not_started(commitment, today)
    for meeting in facts.meetings:
        yield from _missed_meeting(meeting, today)
    booked = {meeting.point for meeting in facts.meetings if meeting.state != MeetingState.CANCELLED}
    for point in facts.points:
        if point.pk not in booked:
            yield from _missed_point(point, today)


def _late(report: Report, today: date) -> Iterator[Wanted]:
    """The day after the last day; of a report that was sent back, after each day that is set for a new one."""
    if report.due_on is None or report.due_on >= today:
        return
    place = {"request": report.pk, "point": report.point}
    cause, key = DeviationCause.REPORT_LATE, f"report:{report.pk}"
    if report.state in (RequestState.ASKED, RequestState.STARTED):
        what = f"Rapporten skulle ha kommit senast {report.due_on}{NOT_COME}"
        yield _wanted(key, cause, report.contract, what, today, **place)
    elif report.state == RequestState.MORE_ASKED:
        what = f"Rapporten skulle ha kompletterats senast {report.due_on}{NOT_COMPLETED}"
        yield _wanted(f"{key}:more@{report.due_on}", cause, report.contract, what, today, **place)
    elif report.state == RequestState.REJECTED:
        what = f"Rapporten underkändes, och en ny skulle ha kommit senast {report.due_on}{NOT_COME}"
        yield _wanted(f"{key}:rejected@{report.due_on}", cause, report.contract, what, today, **place)


def _behind(commitment: Commitment, today: date) -> Iterator[Wanted]:
    key, cause, place = (
        f"behind:{commitment.requirement}",
        DeviationCause.BEHIND_PLAN,
        {"requirement": commitment.requirement},
    )
    if commitment.state == CommitmentState.BEHIND:
        half = f"{today.year}-{1 if today.month <= 6 else 2}"
        what = f"Åtagandet {commitment.name} ligger efter plan."
        yield _wanted(f"{key}@{half}", cause, commitment.contract, what, today, **place)
    elif commitment.state == CommitmentState.ENDED:
        what = f"Tiden för åtagandet {commitment.name} är slut, och det är inte uppfyllt."
        yield _wanted(f"{key}{_AT_END}", cause, commitment.contract, what, today, **place)


def _not_started(commitment: Commitment, today: date) -> Iterator[Wanted]:
    """Only where the contract states the day (fact 23); an offer in time is enough, as the ledger reckons it."""
    if commitment.first_start_state != FirstStartState.MISSED:
        return
    what = (
        f"Den första insatsen i åtagandet {commitment.name} skulle ha börjat eller erbjudits senast "
        f"{commitment.first_start_due_on}."
    )
    yield _wanted(
        f"first_start:{commitment.requirement}",
        DeviationCause.FIRST_START_MISSED,
        commitment.contract,
        what,
        today,
        requirement=commitment.requirement,
    )


def _missed_meeting(meeting: Meeting, today: date) -> Iterator[Wanted]:
    """A meeting of the plan has the key of its point, so that it is not raised a second time if it is cancelled."""
    is_missed = meeting.state == MeetingState.PLANNED and meeting.planned_on + MEETING_GRACE < today
    if meeting.contract is None or not is_missed:
        return
    key = f"point:{meeting.point}" if meeting.point else f"meeting:{meeting.pk}"
    what = f"Mötet skulle ha hållits {meeting.planned_on} men är inte antecknat som hållet."
    cause = DeviationCause.MEETING_MISSED
    yield _wanted(key, cause, meeting.contract, what, today, point=meeting.point, meeting=meeting.pk)


def _missed_point(point: Point, today: date) -> Iterator[Wanted]:
    is_missed = point.state == PointState.PLANNED and point.due_on + MEETING_GRACE < today
    if point.kind in MEETING_POINTS and is_missed:
        label = PointKind(point.kind).label.capitalize()
        what = f"{label} skulle ha hållits senast {point.due_on} men är inte bokat."
        yield _wanted(f"point:{point.pk}", DeviationCause.MEETING_MISSED, point.contract, what, today, point=point.pk)


def _wanted(key: str, cause: DeviationCause, contract: int, what: str, today: date, **place: int | None) -> Wanted:
    return Wanted(key, cause, contract, what, today + timedelta(days=MEASURE_DAYS), **place)


def _root(key: str) -> str:
    """What the key is about, without when: the half-year, the end, or the day set for a new report."""
    return key.split("@")[0]
