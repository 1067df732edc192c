"""The ladder from a reminder to termination: which step may be taken now, and why another may not. Pure.

Sanctions stand in the documents and are proportionate to the deviation, and rectification comes first (UHM: avvikelser
och brister; DOMAIN 3.4). So a penalty, a block and a termination need their clause, which nothing overrides (fact 20),
and a chance to rectify, which a written motive may pass over (fact 21). Before a warning and what comes after it the
supplier may reply.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from apps.followups.choices import SanctionState, Step
from apps.procurements.choices import PenaltyUnit

CLAUSE_GROUND = "Upphandlingsmyndigheten: sanktioner ska ha stöd i avtalet"
CHANCE_GROUND = "Upphandlingsmyndigheten: leverantören ska först få tillfälle till rättelse"
PROPORTION_GROUND = "Upphandlingsmyndigheten: sanktioner ska stå i proportion till avvikelsen"
REPLY_GROUND = "leverantören får yttra sig före beslutet"
ORDER = (
    Step.REMINDER,
    Step.RECTIFICATION,
    Step.ACTION_PLAN,
    Step.WARNING,
    Step.PENALTY,
    Step.BLOCK,
    Step.TERMINATION,
)
# Heavy steps, which need a clause and a chance to rectify before them.
HEAVY = (Step.PENALTY, Step.BLOCK, Step.TERMINATION)
# Steps before which the supplier may reply.
REPLIED = (Step.WARNING, *HEAVY)
# Proposed, not a rule: what a supplier gets to reply or to rectify when the contract says nothing.
REPLY_DAYS = 14
RECTIFY_DAYS = 30
_NO_CLAUSE = {
    Step.PENALTY: "Kravet har ingen klausul om vite, så vite kan inte tas ut",
    Step.BLOCK: "Kravet har ingen klausul om spärr från avrop, så leverantören kan inte spärras",
    Step.TERMINATION: "Kravet har ingen klausul om hävning, så avtalet kan inte hävas med stöd av det",
}
_NO_REQUIREMENT = (
    f"Avvikelsen gäller inget visst krav, så ingen klausul om {{step}} kan åberopas ({CLAUSE_GROUND}). "
    "Ange kravet under Ändra först, eller välj ett lägre steg."
)
# What a written motive is called, and what is said when it is missing.
OVERRIDE = "Skäl att ta steget ändå"
_CHANCE = (
    "Skäl att gå förbi tillfället till rättelse",
    "Motivera varför tillfället till rättelse inte kan avvaktas, eller ge tid för det först",
)
_CEASED = (
    "Skäl att ta steget fast orsaken har upphört",
    "Motivera varför steget tas fast orsaken har upphört, eller avsluta avvikelsen",
)
_WAY_OUT = "Välj ett lägre steg, eller anteckna att ingen sanktion tas."


@dataclass(frozen=True, slots=True)
class Clauses:
    """What the contract gives the right to. `rectification_days` is the time it sets for rectification, if any.

    `of_requirement`: they are a requirement's, and not nobody's because none is chosen.
    """

    has_penalty: bool = False
    blocks_call_offs: bool = False
    allows_termination: bool = False
    rectification_days: int | None = None
    of_requirement: bool = True


@dataclass(frozen=True, slots=True)
class Past:
    """A step of the same deviation: proposed, decided or withdrawn. `rectify_by` is the last day to rectify."""

    step: str
    state: str
    decided_on: date | None = None
    rectify_by: date | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a step may not be taken, in Swedish with its ground, and whether a written motive may pass over it.

    `asks` is what the motive is called, and `missing` what is said when it is not written.
    """

    text: str
    ground: str
    may_override: bool = False
    asks: str = ""
    missing: str = ""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Rung:
    """A step as a form offers it."""

    step: Step
    refusal: Refusal | None

    @property
    def is_open(self) -> bool:
        """Whether it can be chosen, at least with a motive."""
        return self.refusal is None or self.refusal.may_override


def clauses_of(
    penalty_amount: object,
    penalty_unit: str,
    blocks_call_offs: bool,
    allows_termination: bool,
    rectification_days: int | None,
) -> Clauses:
    """What a requirement's fields give. A penalty needs both its amount and what it is reckoned by."""
    has_penalty = penalty_amount is not None and penalty_unit in PenaltyUnit.values
    return Clauses(has_penalty, blocks_call_offs, allows_termination, rectification_days)


def allowed(
    step: str, clauses: Clauses, history: Iterable[Past], *, today: date, has_ceased: bool = False
) -> Refusal | None:
    """Why the step may not be proposed today; None when it may. "ingen sanktion" is always a possible decision.

    `has_ceased`: what the deviation came of is no more, such as a late report that has come.
    """
    history, step = list(history), Step(step)
    if step == Step.NONE:
        return None
    stopped = _clause(step, clauses) or _waiting(step, history) or _terminated(step, history)
    return stopped or _both(_chance(step, history, today), _ceased(step) if has_ceased else None)


def rungs(clauses: Clauses, history: Iterable[Past], *, today: date, has_ceased: bool = False) -> tuple[Rung, ...]:
    """Every step in the ladder's order and last "ingen sanktion", each with its refusal."""
    found, now = list(history), {"today": today, "has_ceased": has_ceased}
    return tuple(Rung(step, allowed(step, clauses, found, **now)) for step in (*ORDER, Step.NONE))


def next_step(clauses: Clauses, history: Iterable[Past], *, today: date) -> Step:
    """The lowest step above those decided that may be taken without passing anything over; else "ingen sanktion"."""
    history = list(history)
    decided = [ORDER.index(past.step) for past in history if past.state == SanctionState.DECIDED and past.step in ORDER]
    above = ORDER[max(decided, default=-1) + 1 :]
    open_steps = (step for step in above if allowed(step, clauses, history, today=today) is None)
    return next(open_steps, Step.NONE)


def needs_reply(step: str) -> bool:
    """Whether the supplier may reply before the step is decided."""
    return step in REPLIED


def decide_refusal(step: str, reply_by: date | None, replied_on: date | None, *, today: date) -> Refusal | None:
    """Why a proposed step may not be decided today: the supplier has not replied and still may."""
    if not needs_reply(step) or replied_on:
        return None
    label = Step(step).label.capitalize()
    if reply_by is None:
        return Refusal(f"{label} kräver att leverantören först får yttra sig. Ange sista dag för svaret.", REPLY_GROUND)
    if today <= reply_by:
        text = f"{label} kan beslutas när leverantören har svarat, eller efter {reply_by}. Anteckna svaret eller vänta."
        return Refusal(text, REPLY_GROUND)
    return None


def default_days(step: str, clauses: Clauses, *, today: date) -> tuple[date | None, date | None]:
    """The days a form proposes: the last to reply and the last to rectify, None where the step has none."""
    reply_by = today + timedelta(days=REPLY_DAYS) if needs_reply(step) else None
    days = clauses.rectification_days if clauses.rectification_days is not None else RECTIFY_DAYS
    rectify_by = today + timedelta(days=days) if step in (Step.RECTIFICATION, Step.ACTION_PLAN) else None
    return reply_by, rectify_by


def _clause(step: Step, clauses: Clauses) -> Refusal | None:
    has = {
        Step.PENALTY: clauses.has_penalty,
        Step.BLOCK: clauses.blocks_call_offs,
        Step.TERMINATION: clauses.allows_termination,
    }
    if has.get(step, True):
        return None
    if not clauses.of_requirement:
        return Refusal(_NO_REQUIREMENT.format(step=step.label), CLAUSE_GROUND)
    return Refusal(f"{_NO_CLAUSE[step]} ({CLAUSE_GROUND}). {_WAY_OUT}", CLAUSE_GROUND)


def _waiting(step: Step, history: list[Past]) -> Refusal | None:
    if not any(past.step == step and past.state == SanctionState.PROPOSED for past in history):
        return None
    text = f"{step.label.capitalize()} väntar redan på beslut. Besluta eller ta tillbaka det förslaget först."
    return Refusal(text, "ett steg i taget")


def _terminated(step: Step, history: list[Past]) -> Refusal | None:
    """After a termination only a penalty that was already earned can be claimed."""
    ended = next(
        (past for past in history if past.step == Step.TERMINATION and past.state == SanctionState.DECIDED), None
    )
    if ended is None or step == Step.PENALTY:
        return None
    text = f"Avtalet hävdes {ended.decided_on}, så {step.label} har inget att verka på. Avsluta avvikelsen i stället."
    return Refusal(text, "avtalet är hävt")


def _chance(step: Step, history: list[Past], today: date) -> Refusal | None:
    if step not in HEAVY:
        return None
    given = [past for past in history if past.step == Step.RECTIFICATION and past.state == SanctionState.DECIDED]
    if not given:
        text = (
            f"Leverantören har inte fått tillfälle till rättelse, och det ska komma före {step.label} "
            f"({CHANCE_GROUND}). Ge tid för rättelse först, eller motivera varför det inte behövs."
        )
        return Refusal(text, CHANCE_GROUND, True, *_CHANCE)
    last = max((past.rectify_by for past in given if past.rectify_by), default=None)
    if last and today <= last:
        text = (
            f"Leverantören har till och med {last} på sig att rätta, och det ska komma före {step.label} "
            f"({CHANCE_GROUND}). Vänta till dess, eller motivera varför det inte går."
        )
        return Refusal(text, CHANCE_GROUND, True, *_CHANCE)
    return None


def _ceased(step: Step) -> Refusal:
    text = (
        f"Det som avvikelsen kom av har upphört, så {step.label} behöver ett eget skäl ({PROPORTION_GROUND}). "
        "Motivera varför steget ändå tas, eller avsluta avvikelsen."
    )
    return Refusal(text, PROPORTION_GROUND, True, *_CEASED)


def _both(first: Refusal | None, second: Refusal | None) -> Refusal | None:
    """What one motive passes over: either of the two, or both."""
    if first is None or second is None:
        return first or second
    return Refusal(f"{first.text} {second.text}", first.ground, True, OVERRIDE, _CEASED[1])
