"""The time plan of union consultation in a procurement: backwards from two anchors, forwards from any day (DOMAIN 5.5).

Pure: dates and numbers in, steps out. Stage A is consulted before the documents are published (11 § MBL), stage B
before the award is decided (38 § MBL). "ad" below are working days, "cd" calendar days. Law gives no number for most
steps, so every number is a default that an organisation may change.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from apps.core.calendar import NO_DAYS, add_working_days, is_working_day, roll_back, roll_forward
from apps.mbl.plan_words import Numbers, words
from apps.procurements.standstill import standstill

SEARCH_DAYS = 800
# The result notice and the documentation follow the contract (LOU 10:4, 12:14, 19:7, 19:22).
AFTER_SIGNING = timedelta(days=30)
SHIPPED = Numbers()
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Days:
    """When meetings can be held: an organisation's further days off, weeks without negotiation, and a calendar.

    `meetings` are the days a cooperation group meets; empty means any working day will do. `blackouts` are spans from
    the first to the last day, without meetings.
    """

    off: frozenset[date] = NO_DAYS
    blackouts: tuple[tuple[date, date], ...] = ()
    meetings: tuple[date, ...] = ()

    def may_meet(self, day: date) -> bool:
        """Whether a meeting can be held that day."""
        if any(first <= day <= last for first, last in self.blackouts):
            return False
        return is_working_day(day, self.off) and (not self.meetings or day in self.meetings)


ANY_WORKING_DAY = Days()


@dataclass(frozen=True)
class Step:
    """A step of the plan with its rule and where the rule comes from. `is_latest` tells latest from earliest day."""

    key: str
    title: str
    rule: str
    source: str
    on: date
    is_latest: bool


@dataclass(frozen=True)
class Plan:
    """Steps in the order of time."""

    steps: tuple[Step, ...]

    def on(self, key: str) -> date:
        """The day of a step. Raises KeyError."""
        return {step.key: step.on for step in self.steps}[key]

    def has(self, key: str) -> bool:
        return any(step.key == key for step in self.steps)


@dataclass(frozen=True)
class Feasibility:
    """Whether there is time. When not: the first step that breaks, the day it should have had, and the way out."""

    is_feasible: bool
    broken: Step | None
    earliest_signing: date | None
    sentence: str


class NoMeetingDay(ValueError):
    """No day for a meeting was found; the text is a Swedish sentence."""


@lru_cache(maxsize=2048)
def stage_a(
    publish: date, numbers: Numbers = SHIPPED, days: Days = ANY_WORKING_DAY, *, with_central: bool = False
) -> Plan:
    """The latest days before publication: assessment, material, call, local meeting, central request, decision.

    `publish` is the day the notice is sent. `with_central` leaves room for a central round before the decision.
    Raises NoMeetingDay.
    """
    decision = add_working_days(publish, -numbers.decision_ad, days.off)

    def closed_on(meeting: date) -> date:
        end = request_end(meeting, numbers, days)
        return add_working_days(end, numbers.central_round_ad, days.off) if with_central else end

    meeting = _latest_meeting(decision, lambda day: closed_on(day) + _DAY <= decision, days, "beslutet att annonsera")
    call = add_working_days(meeting, -numbers.call_ad, days.off)
    material = add_working_days(call, -numbers.material_ad, days.off)
    found = {
        "assessment": add_working_days(material, -numbers.assessment_ad, days.off),
        "material": material,
        "call": call,
        "local_meeting": meeting,
        "minutes": add_working_days(meeting, numbers.minutes_ad, days.off),
        "central_request": request_end(meeting, numbers, days),
        "decision_to_publish": decision,
        "publish": publish,
    }
    return _plan(found | ({"central_round": closed_on(meeting)} if with_central else {}), numbers)


@lru_cache(maxsize=2048)
def stage_b(
    sign: date,
    numbers: Numbers = SHIPPED,
    days: Days = ANY_WORKING_DAY,
    *,
    notice: str = "electronic",
    stated_days: int | None = None,
) -> Plan:
    """The latest days before signing: tender deadline, 38 § call and meeting, award with notice, standstill.

    Raises NoMeetingDay, and ValueError for an unknown way to send the notice.
    """
    award = roll_back(sign, days.off)
    while standstill(award, notice, stated_days).signing_allowed_from > sign:
        award = roll_back(award - _DAY, days.off)
    meeting = _latest_meeting(
        award, lambda day: request_end(day, numbers, days) + _DAY <= award, days, "tilldelningsbeslutet"
    )
    call = add_working_days(meeting, -numbers.call_38_ad, days.off)
    found = {
        "tender_deadline": add_working_days(call, -numbers.evaluation_ad, days.off),
        "s38_call": call,
        "s38_meeting": meeting,
        "s38_central_request": request_end(meeting, numbers, days),
        "veto": add_working_days(award, -numbers.veto_ad, days.off),
        "award": award,
        "standstill_end": standstill(award, notice, stated_days).last_day,
        "sign": sign,
    }
    return _plan(found, numbers)


def forward(
    publish: date,
    numbers: Numbers = SHIPPED,
    days: Days = ANY_WORKING_DAY,
    *,
    notice: str = "electronic",
    stated_days: int | None = None,
) -> Plan:
    """The earliest days from publication on: tender deadline, 38 §, award, standstill, signing, what follows.

    Raises NoMeetingDay, and ValueError for an unknown way to send the notice.
    """
    deadline = roll_forward(publish + timedelta(days=numbers.tender_cd), days.off)
    call = add_working_days(deadline, numbers.evaluation_ad, days.off)
    meeting = earliest_meeting(add_working_days(call, numbers.call_38_ad, days.off), days)
    award = roll_forward(request_end(meeting, numbers, days) + _DAY, days.off)
    still = standstill(award, notice, stated_days)
    found = {
        "publish": publish,
        "tender_deadline": deadline,
        "s38_call": call,
        "s38_meeting": meeting,
        "award": award,
        "standstill_end": still.last_day,
        "sign": still.signing_allowed_from,
        "sign_working_day": roll_forward(still.signing_allowed_from, days.off),
        "result_notice": still.signing_allowed_from + AFTER_SIGNING,
        "documentation": still.signing_allowed_from + AFTER_SIGNING,
    }
    return _plan(found, numbers, is_latest=False)


def earliest_publication(start: date, numbers: Numbers = SHIPPED, days: Days = ANY_WORKING_DAY) -> Plan:
    """The earliest days from an assessment on `start` to publication, without a central round. Raises NoMeetingDay."""
    assessment = roll_forward(start, days.off)
    material = add_working_days(assessment, numbers.assessment_ad, days.off)
    call = add_working_days(material, numbers.material_ad, days.off)
    meeting = earliest_meeting(add_working_days(call, numbers.call_ad, days.off), days)
    request = request_end(meeting, numbers, days)
    decision = roll_forward(request + _DAY, days.off)
    publish = add_working_days(decision, numbers.decision_ad, days.off)
    found = {
        "assessment": assessment,
        "material": material,
        "call": call,
        "local_meeting": meeting,
        "central_request": request,
        "decision_to_publish": decision,
        "publish": publish,
    }
    return _plan(found, numbers, is_latest=False)


def feasibility(
    *,
    today: date | None,
    publish: date,
    sign: date,
    numbers: Numbers = SHIPPED,
    days: Days = ANY_WORKING_DAY,
    days_38: Days | None = None,
    notice: str = "electronic",
    stated_days: int | None = None,
) -> Feasibility:
    """Whether publication and signing can be kept, seen from today (None leaves out what has passed).

    `days_38` are the days of the 38 § negotiation, where they are others: it is often held beside the group.
    The plan breaks at the first step that lies in the past, or at the tender deadline when the tender time from
    `publish` does not fit before it (fact 54). The way out is the earliest signing day found forwards.
    """
    before = stage_a(publish, numbers, days)
    days_38 = days if days_38 is None else days_38
    after = stage_b(sign, numbers, days_38, notice=notice, stated_days=stated_days)
    start = publish
    broken = next((step for step in before.steps if today and step.on < today), None)
    if broken:
        start = max(publish, earliest_publication(today, numbers, days).on("publish"))
    ahead = forward(start, numbers, days_38, notice=notice, stated_days=stated_days)
    if broken is None:
        broken = next((step for step in after.steps if ahead.has(step.key) and ahead.on(step.key) > step.on), None)
    if broken is None:
        return Feasibility(True, None, ahead.on("sign"), "Planen går ihop.")
    earliest = ahead.on("sign")
    late = today and broken.on < today
    why = (
        f"den dagen har passerat ({broken.on})"
        if late
        else f"senaste dag är {broken.on}, den nås först {ahead.on(broken.key)}"
    )
    sentence = f"Planen går inte ihop: {broken.title.lower()}, {why}. Avtalet kan tecknas tidigast {earliest}."
    return Feasibility(False, broken, earliest, sentence)


def request_end(meeting: date, numbers: Numbers = SHIPPED, days: Days = ANY_WORKING_DAY) -> date:
    """The last day to ask for central negotiation after a local one, rolled to a working day: the careful reading."""
    return roll_forward(meeting + timedelta(days=numbers.central_request_cd), days.off)


def _latest_meeting(before: date, is_in_time: Callable[[date], bool], days: Days, anchor: str) -> date:
    """The last day before an anchor on which a meeting can be held in time: calendars only ever move it earlier."""
    for back in range(SEARCH_DAYS):
        day = before - timedelta(days=back)
        if days.may_meet(day) and is_in_time(day):
            return day
    raise NoMeetingDay(
        f"Det finns ingen mötesdag före {anchor} {before}. Se över mötena och veckorna utan förhandling."
    )


def earliest_meeting(from_day: date, days: Days) -> date:
    """The first day from `from_day` on which a meeting can be held. Raises NoMeetingDay."""
    for ahead in range(SEARCH_DAYS):
        day = from_day + timedelta(days=ahead)
        if days.may_meet(day):
            return day
    raise NoMeetingDay(f"Det finns ingen mötesdag efter {from_day}. Lägg in fler möten i kalendern.")


def _plan(found: dict[str, date], numbers: Numbers, *, is_latest: bool = True) -> Plan:
    """The steps with their words, in the order of time."""
    steps = [Step(key, *words(key, numbers, is_latest), on, is_latest) for key, on in found.items()]
    return Plan(tuple(sorted(steps, key=lambda step: step.on)))
