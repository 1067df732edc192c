"""The plan as it stands on a day: every step with its day, what is done, the slack, and whether it all fits. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.utils.dateformat import format as format_day

from apps.core.calendar import add_working_days, roll_back, working_days_between
from apps.mbl import schedule
from apps.mbl.plan_ahead import StageRules, earliest_days
from apps.mbl.plan_words import words
from apps.mbl.schedule import AFTER_SIGNING, Days, NoMeetingDay, Plan, Step

SOON = 3  # working days
NOTHING_DONE = StageRules()
# The order in which the steps are taken, and what the sentences call them.
NOUNS = {
    "assessment": "bedömningen",
    "material": "underlaget",
    "call": "kallelsen",
    "local_meeting": "den lokala förhandlingen",
    "minutes": "det justerade protokollet",
    "central_request": "sista dagen att begära central förhandling",
    "central_round": "den centrala förhandlingen",
    "decision_to_publish": "beslutet att annonsera",
    "publish": "annonseringen",
    "tender_deadline": "sista anbudsdagen",
    "s38_call": "kallelsen enligt 38 §",
    "s38_meeting": "förhandlingen enligt 38 §",
    "s38_central_request": "sista dagen att begära central förhandling efter 38 §",
    "veto": "sista dagen för vetoförklaring",
    "award": "tilldelningsbeslutet",
    "standstill_end": "avtalsspärrens sista dag",
    "sign": "avtalstecknandet",
    "result_notice": "efterannonsen",
    "documentation": "dokumentationen",
}
ORDER = tuple(NOUNS)
# They come and go without anybody doing anything, once the step they follow is done.
LAPSING = {
    "central_request": "local_meeting",
    "s38_central_request": "s38_meeting",
    "veto": "s38_meeting",
    "standstill_end": "award",
}
_NO_TASK = (*LAPSING, "tender_deadline")
DECISIONS = ("decision_to_publish", "award")
STAGE_A, STAGE_B = ORDER[: ORDER.index("publish") + 1], ORDER[ORDER.index("tender_deadline") : ORDER.index("sign") + 1]
# Taken with the unions; when none is owed a negotiation, they fall away.
_WITH_UNIONS_A = ("material", "call", "local_meeting", "minutes", "central_request", "central_round")
_WITH_UNIONS_B = ("s38_call", "s38_meeting", "s38_central_request", "veto")


@dataclass(frozen=True)
class PlanFacts:
    """What a department's plan is made of. `known` holds days that are set or done, `done` those that are done.

    `publish` and `sign` are the anchors. `tender_days` is the stated tender time, None for the organisation's own.
    """

    publish: date | None
    sign: date | None
    tender_days: int | None = None
    known: Mapping[str, date] = field(default_factory=dict)
    done: Mapping[str, date] = field(default_factory=dict)
    a: StageRules = NOTHING_DONE
    b: StageRules = NOTHING_DONE
    notice: str = "electronic"
    stated_days: int | None = None

    def moved(self, publish: date | None, sign: date | None, tender_days: int | None) -> "PlanFacts":
        """The same plan with other anchors; a tender deadline that is only planned moves along."""
        keeps_deadline = "tender_deadline" in self.done or (publish, tender_days) == (self.publish, self.tender_days)
        known = {key: day for key, day in self.known.items() if keeps_deadline or key != "tender_deadline"}
        return replace(self, publish=publish, sign=sign, tender_days=tender_days, known=known)


@dataclass(frozen=True)
class PlanStep:
    """A step with its latest day, or its earliest when there is no later anchor to count from.

    `slack` is working days from today, negative when late, None when nothing is left to do. `status` is said in a word
    and `kind` in a colour. `earliest_on` is the day it can come at best, as things stand.
    """

    key: str
    title: str
    rule: str
    source: str
    on: date
    is_latest: bool
    done_on: date | None
    earliest_on: date | None
    slack: int | None
    status: str
    kind: str

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done or to come."""
        return self.slack is not None

    @property
    def at(self) -> date:
        """Where it stands in time: the day it was done, else its planned one."""
        return self.done_on or self.on


@dataclass(frozen=True)
class Timeplan:
    """The steps by part, in the order of time, and what they come to. `sentence` is the answer of the page."""

    steps: tuple[PlanStep, ...]
    sentence: str
    is_feasible: bool
    next_step: PlanStep | None = None
    broken: PlanStep | None = None
    central: tuple[PlanStep, ...] = ()

    def step(self, key: str) -> PlanStep | None:
        return next((step for step in self.steps if step.key == key), None)

    @property
    def open_dates(self) -> dict[str, date]:
        """The days of the steps that are not done."""
        return {step.key: step.on for step in self.steps if step.is_open}


def timeplan(facts: PlanFacts, today: date) -> Timeplan:
    """The plan on a day. A calendar without any day to meet, or a date it does not cover, gives the reason instead."""
    if facts.publish is None and facts.sign is None:
        sentence = "Planen kan inte räknas än: planerad annonsering och planerat avtalstecknande saknas."
        return Timeplan((), sentence, is_feasible=False)
    facts, earliest, obstacle = _as_it_stands(facts), {}, ""
    try:
        raw = _steps(facts)
        try:
            earliest = _earliest(facts, today)
        except NoMeetingDay as error:
            obstacle = f"Planen går inte ihop: {error}"
        steps = tuple(sorted((_shown(step, facts, earliest, today) for step in raw), key=lambda step: step.at))
        room = tuple(_shown(step, facts, {}, today) for step in _room_for_central(facts))
    except ValueError as error:
        return Timeplan((), f"Planen kan inte räknas: {error}", is_feasible=False)
    broken = next((step for step in _in_order(steps) if _breaks(step) and not _is_decided(step.key, facts)), None)
    upcoming = next((step for step in steps if step.is_open and step.key not in _NO_TASK), None)
    sentence = obstacle or _sentence(broken, upcoming, earliest, today)
    return Timeplan(steps, sentence, not obstacle and broken is None, upcoming, broken, room)


def swedish(day: date, today: date) -> str:
    """A day as a sentence says it; the year only when it is not today's."""
    return format_day(day, "j F" if day.year == today.year else "j F Y")


def working_days(count: int) -> str:
    return "1 arbetsdag" if count == 1 else f"{count} arbetsdagar"


def _as_it_stands(facts: PlanFacts) -> PlanFacts:
    """The same with the procurement's own tender time, and with the days of a group only where one is to meet still."""
    a, b = _to_meet(facts, facts.a, "local_meeting"), _to_meet(facts, facts.b, "s38_meeting")
    if facts.tender_days is not None:
        b = replace(b, numbers=replace(b.numbers, tender_cd=facts.tender_days))
    return replace(facts, a=a, b=b)


def _to_meet(facts: PlanFacts, rules: StageRules, meeting: str) -> StageRules:
    """Once the meeting is held or the decision is made, no calendar without days left makes the plan impossible."""
    is_over = meeting in facts.done or _is_decided(meeting, facts)
    return replace(rules, days=Days(rules.days.off)) if is_over or not rules.is_owed else rules


def _is_decided(key: str, facts: PlanFacts) -> bool:
    """Whether the decision that a step leads to is made: then the step cannot make the plan break."""
    return any(decision in facts.done and ORDER.index(key) < ORDER.index(decision) for decision in DECISIONS)


def _steps(facts: PlanFacts) -> list[Step]:
    """Stage A before publication; stage B before signing, or after publication when no signing is planned."""
    found, b = [], facts.b
    if facts.publish:
        found += _of_stage_a(facts)
    if facts.sign:
        plan = schedule.stage_b(facts.sign, b.numbers, b.days, notice=facts.notice, stated_days=facts.stated_days)
        found += [*plan.steps, *_after_signing(facts, b)]
    elif facts.publish:
        plan = schedule.forward(facts.publish, b.numbers, b.days, notice=facts.notice, stated_days=facts.stated_days)
        found += [step for step in plan.steps if step.key not in ("publish", "sign_working_day")]
    if not b.is_owed:
        found = [_evaluated_before_award(step, found, b) for step in found if step.key not in _WITH_UNIONS_B]
    return [replace(step, on=facts.known.get(step.key, step.on)) for step in found]


def _of_stage_a(facts: PlanFacts) -> list[Step]:
    plan = schedule.stage_a(facts.publish, facts.a.numbers, facts.a.days)
    found = list(plan.steps)
    if facts.a.is_central or "central_round" in facts.done:
        day = add_working_days(plan.on("decision_to_publish"), -1, facts.a.days.off)
        found.append(_step("central_round", day, facts.a))
    return [step for step in found if facts.a.is_owed or step.key not in _WITH_UNIONS_A]


def _after_signing(facts: PlanFacts, b: StageRules) -> list[Step]:
    day = facts.sign + AFTER_SIGNING
    return [_step(key, day, b) for key in ("result_notice", "documentation")]


def _step(key: str, day: date, rules: StageRules) -> Step:
    return Step(key, *words(key, rules.numbers, True), day, True)


def _evaluated_before_award(step: Step, found: Iterable[Step], b: StageRules) -> Step:
    """Without a negotiation the tenders are evaluated right up to the award."""
    if step.key != "tender_deadline" or not step.is_latest:
        return step
    award = Plan(tuple(found)).on("award")
    day = add_working_days(roll_back(award, b.days.off), -b.numbers.evaluation_ad, b.days.off)
    return replace(step, on=day, rule=f"{b.numbers.evaluation_ad} arbetsdagar för utvärdering före beslutet")


def _earliest(facts: PlanFacts, today: date) -> dict[str, date]:
    return earliest_days(
        today=today,
        publish=facts.publish,
        fixed=facts.known | facts.done,
        a=facts.a,
        b=facts.b,
        notice=facts.notice,
        stated_days=facts.stated_days,
    )


def _room_for_central(facts: PlanFacts) -> list[Step]:
    """The call and the meeting when a central round must fit before publication, while that is still to be decided."""
    if facts.publish is None or not facts.a.is_owed or "local_meeting" in facts.done:
        return []
    try:
        plan = schedule.stage_a(facts.publish, facts.a.numbers, facts.a.days, with_central=True)
    except NoMeetingDay:
        return []
    return [step for step in plan.steps if step.key in ("call", "local_meeting")]


def _shown(step: Step, facts: PlanFacts, earliest: Mapping[str, date], today: date) -> PlanStep:
    rules = facts.a if step.key in STAGE_A else facts.b
    done_on, passed = facts.done.get(step.key), LAPSING.get(step.key) in facts.done and step.on < today
    slack = None if done_on or passed else working_days_between(today, step.on, rules.days.off)
    status, kind = _status(step, done_on, slack)
    words_of = (step.key, step.title, step.rule, step.source, step.on, step.is_latest)
    return PlanStep(*words_of, done_on, earliest.get(step.key), slack, status, kind)


def _status(step: Step, done_on: date | None, slack: int | None) -> tuple[str, str]:
    """The state in words, and its kind of tag."""
    if done_on:
        return "klart", "good"
    if slack is None:
        return "har passerat", "neutral"
    if slack < 0 and step.is_latest:
        return f"{working_days(-slack)} för sent", "bad"
    if slack == 0:
        return "i dag", "warn"
    if slack < 0:
        return "kan göras nu", "neutral"
    return f"{working_days(slack)} kvar", "warn" if slack <= SOON else "neutral"


def _in_order(steps: Iterable[PlanStep]) -> list[PlanStep]:
    return sorted(steps, key=lambda step: ORDER.index(step.key))


def _breaks(step: PlanStep) -> bool:
    """Whether an open step cannot be taken by its latest day."""
    may_break = step.is_open and step.is_latest and step.key not in LAPSING
    return may_break and step.earliest_on is not None and step.earliest_on > step.on


def _sentence(broken: PlanStep | None, upcoming: PlanStep | None, earliest: Mapping[str, date], today: date) -> str:
    if broken:
        days = swedish(broken.on, today), swedish(broken.earliest_on, today)
        sentence = f"Planen går inte ihop: senaste dag för {NOUNS[broken.key]} är {days[0]}, den nås först {days[1]}."
        return f"{sentence} {_way_out(broken, earliest, today)}"
    if upcoming is None:
        return "Alla steg i planen är klara."
    when, noun = swedish(upcoming.on, today), NOUNS[upcoming.key]
    if not upcoming.is_latest:
        return f"Nästa steg är {noun} tidigast {when}. Planerat avtalstecknande saknas, så det finns ingen senaste dag."
    left = "i dag" if upcoming.slack == 0 else f"{working_days(upcoming.slack)} kvar"
    if upcoming.slack < 0:
        return f"Planen håller, men ett steg är sent: {noun}, senast {when}."
    return f"Planen håller: nästa steg är {noun} senast {when}, {left}."


def _way_out(broken: PlanStep, earliest: Mapping[str, date], today: date) -> str:
    found = []
    if broken.key in STAGE_A:
        found.append(f"Annonseringen kan ske tidigast {swedish(earliest['publish'], today)}")
    found.append(f"{'avtalet' if found else 'Avtalet'} kan tecknas tidigast {swedish(earliest['sign'], today)}")
    return f"{' och '.join(found)}."
