"""How early each step of the plan can come from today, given what is done already. Pure.

`schedule` counts from two anchors as if nothing had happened; this goes on from where the procurement stands, so that
a plan can be told to hold or to break at a step.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from apps.core.calendar import add_working_days, roll_forward
from apps.mbl.plan_words import Numbers
from apps.mbl.schedule import ANY_WORKING_DAY, SHIPPED, Days, earliest_meeting, request_end
from apps.procurements.standstill import standstill

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class StageRules:
    """What a stage is counted with, and where it stands.

    `free_on` is the first day a decision no longer waits for the unions, None while nobody can say. `is_owed` is false
    when no union is to be negotiated with in the stage; `is_central` when a central round is asked for and not over.
    """

    numbers: Numbers = SHIPPED
    days: Days = ANY_WORKING_DAY
    is_owed: bool = True
    is_central: bool = False
    free_on: date | None = None


def earliest_days(
    *,
    today: date,
    publish: date | None,
    fixed: Mapping[str, date],
    a: StageRules,
    b: StageRules,
    notice: str = "electronic",
    stated_days: int | None = None,
) -> dict[str, date]:
    """The earliest day of each step by its key. `fixed` holds the days of steps that are done or set.

    Publication comes no earlier than `publish`, its planned day. Raises schedule.NoMeetingDay, and ValueError for an
    unknown way to send the notice.
    """
    found = _before_publication(today, fixed, a)
    sent = add_working_days(found["decision_to_publish"], a.numbers.decision_ad, a.days.off)
    found["publish"] = fixed.get("publish") or _sent(sent, publish, found["decision_to_publish"], a)
    found |= _before_award(today, found["publish"], fixed, b)
    still = standstill(found["award"], notice, stated_days)
    found["standstill_end"] = fixed.get("standstill_end", still.last_day)
    found["sign"] = fixed.get("sign") or max(found["standstill_end"] + _DAY, today)
    return found


def _sent(earliest: date, planned: date | None, decision: date, rules: StageRules) -> date:
    """The planned day when the decision comes in time for it: a notice may be sent on a day off."""
    if planned and add_working_days(planned, -rules.numbers.decision_ad, rules.days.off) >= decision:
        return planned
    return max(earliest, planned or earliest)


def _before_publication(today: date, fixed: Mapping[str, date], rules: StageRules) -> dict[str, date]:
    numbers, off = rules.numbers, rules.days.off

    def day(key: str, after: date) -> date:
        return fixed.get(key) or roll_forward(max(after, today), off)

    assessment = day("assessment", today)
    if not rules.is_owed:
        return {"assessment": assessment, "decision_to_publish": day("decision_to_publish", assessment)}
    material = day("material", add_working_days(assessment, numbers.assessment_ad, off))
    call = day("call", add_working_days(material, numbers.material_ad, off))
    meeting, request, free = _negotiated(today, add_working_days(call, numbers.call_ad, off), fixed, rules, "")
    return {
        "assessment": assessment,
        "material": material,
        "call": call,
        "local_meeting": meeting,
        "central_request": request,
        "decision_to_publish": day("decision_to_publish", free),
    }


def _before_award(today: date, publish: date, fixed: Mapping[str, date], rules: StageRules) -> dict[str, date]:
    numbers, off = rules.numbers, rules.days.off

    def day(key: str, after: date) -> date:
        return fixed.get(key) or roll_forward(max(after, today), off)

    deadline = fixed.get("tender_deadline") or roll_forward(publish + timedelta(days=numbers.tender_cd), off)
    evaluated = add_working_days(deadline, numbers.evaluation_ad, off)
    if not rules.is_owed:
        return {"tender_deadline": deadline, "award": day("award", evaluated)}
    call = day("s38_call", evaluated)
    meeting, request, free = _negotiated(today, add_working_days(call, numbers.call_38_ad, off), fixed, rules, "s38_")
    return {
        "tender_deadline": deadline,
        "s38_call": call,
        "s38_meeting": meeting,
        "s38_central_request": request,
        # A union that agreed early does not shorten the evaluation.
        "award": day("award", max(free, evaluated)),
    }


def _negotiated(today: date, called: date, fixed: Mapping[str, date], rules: StageRules, prefix: str):
    """The day of the meeting, the last day to ask for central negotiation, and the first day free to decide."""
    meeting = fixed.get("s38_meeting" if prefix else "local_meeting")
    meeting = meeting or earliest_meeting(max(called, today), rules.days)
    request = fixed.get(f"{prefix}central_request") or request_end(meeting, rules.numbers, rules.days)
    if rules.free_on:
        return meeting, request, rules.free_on
    last = request
    if rules.is_central:
        last = add_working_days(request, rules.numbers.central_round_ad, rules.days.off)
    return meeting, request, max(last + _DAY, today)
