"""What the checklist's page shows: how far it has come, a card for each stage, vetoes and decisions for exceptional
reasons. The panel on the procurement's page says the same sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from apps.core.formats import iso_date
from apps.mbl import standing
from apps.mbl.choices import BLOCKING_VETOES, Paragraph, Route, Stage, State, VetoState
from apps.mbl.gate_rules import VETO_MOVES, RowFacts, earliest_decision, is_closed, is_set_aside, request_end
from apps.mbl.models import Consultation, Override, Veto
from apps.mbl.plan_steps import swedish
from apps.mbl.states import INFORMATION
from apps.mbl.timeplans import DepartmentPlan, plan_of
from apps.procurements.choices import DEAD_PHASES
from apps.procurements.wording import listed

DECISIONS = {Stage.A: "Beslutet att annonsera", Stage.B: "Tilldelningsbeslutet"}
# What is to be done next with a union, and the step of the plan that says when at the latest, for stages A and B.
_NEXT = {
    State.PLANNED: ("kallelse till {union}", ("call", "s38_call")),
    State.CALLED: ("förhandling med {union}", ("local_meeting", "s38_meeting")),
    State.ADJOURNED: ("fortsatt förhandling med {union}", ("local_meeting", "s38_meeting")),
    State.MET: ("avslut av förhandlingen med {union}", ("local_meeting", "s38_meeting")),
    State.DISAGREED: ("besked från {union} om central förhandling", ("", "")),
    State.CENTRAL_REQUESTED: ("central förhandling på begäran av {union}", ("decision_to_publish", "award")),
    State.CENTRAL_MET: ("avslut av den centrala förhandling som {union} begärde", ("decision_to_publish", "award")),
}
_INFORM = ("information till {union}", ("decision_to_publish", "award"))
_KINDS = {
    State.PLANNED: "neutral",
    State.EXEMPT: "neutral",
    State.NOT_REQUIRED: "neutral",
    State.CLOSED: "good",
    State.CALLED: "info",
    State.MET: "info",
}
_VETO_KINDS = {VetoState.RECORDED: "info"}


@dataclass(frozen=True)
class Line:
    """A row of the checklist with where it stands and what is next; `facts` is what the gate reads of it."""

    row: Consultation
    facts: RowFacts
    is_done: bool
    todo: str
    on: date | None
    is_late: bool

    @property
    def tag(self) -> str:
        """The state in words."""
        if self.is_late:
            return f"{self.row.get_state_display()}, försenad"
        return "oenighet, tiden har gått ut" if self._has_lapsed else self.row.get_state_display()

    @property
    def tag_kind(self) -> str:
        if self.is_late:
            return "bad"
        return "good" if self._has_lapsed else _KINDS.get(State(self.row.state), "warn")

    def next_sentence(self, today: date) -> str:
        """ "Nästa: kallelse till Kommunal senast 14 augusti.", empty when nothing is left to do."""
        when = f" senast {swedish(self.on, today)}" if self.on else ""
        return f"Nästa: {self.todo}{when}." if self.todo else ""

    @property
    def _has_lapsed(self) -> bool:
        return self.is_done and self.row.state == State.DISAGREED


@dataclass(frozen=True)
class Progress:
    """How far a checklist has come. `sentence` is the answer of the page, `following` what is next."""

    done: int
    total: int
    following: Line | None
    sentence: str


@dataclass(frozen=True)
class StageCard:
    """A stage: its heading, when the decision may be made, its rows as tasks, and links to earlier rounds."""

    stage: Stage
    heading: str
    sentence: str
    tasks: list[dict]
    earlier: list[dict]


@dataclass(frozen=True)
class VetoCard:
    """A veto, what it is worth now, and whether more can come of it."""

    veto: Veto
    note: str
    kind: str
    is_open: bool


def lines(plan: DepartmentPlan, today: date) -> list[Line]:
    """Every row of the department in its last round, stage A first."""
    ordered = sorted(plan.rows, key=lambda row: (row.stage, row.union.name))
    return [_line(row, standing.facts_of(row, plan.period), plan, today) for row in ordered]


def line_of(row: Consultation, today: date) -> Line | None:
    """The same for one row; None when a later round has taken over."""
    plan = plan_of(row.procurement, row.department, today)
    return next((line for line in lines(plan, today) if line.row.pk == row.pk), None)


def progress(plan: DepartmentPlan, found: Sequence[Line], today: date) -> Progress:
    """ "3 av 7 klara · nästa: kallelse till Kommunal senast 14 augusti"."""
    waiting = sorted((line for line in found if not line.is_done), key=lambda line: line.on or date.max)
    done, following = len(found) - len(waiting), next(iter(waiting), None)
    return Progress(done, len(found), following, _sentence(plan, found, done, following, today))


def stage_cards(found: Sequence[Line], rounds: Iterable[Consultation], today: date) -> list[StageCard]:
    """A card for each stage that has rows. `rounds` are all rows, also those that a later round took over from."""
    latest, every = {line.row.pk for line in found}, list(rounds)
    cards = []
    for stage in Stage:
        own = [line for line in found if line.row.stage == stage]
        earlier = [_earlier(row) for row in every if row.stage == stage and row.pk not in latest]
        if own:
            tasks = [_task(line, today) for line in own]
            cards.append(
                StageCard(stage, f"{stage.value}. {_capital(stage.label)}", _gate(own, stage, today), tasks, earlier)
            )
    return cards


def veto_cards(vetoes: Iterable[Veto], overrides: Sequence[Override]) -> list[VetoCard]:
    """The vetoes with what they are worth; `overrides` are the department's decisions for exceptional reasons."""
    return [_veto(veto, overrides) for veto in vetoes]


def what_of(row: Consultation) -> str:
    """On what a row rests and which way it goes: "11 § MBL, separat förhandling"."""
    if row.route == Route.GROUP and row.agreement:
        return f"i samverkansgrupp enligt {row.agreement.name}, i stället för {row.paragraph} § MBL"
    word = "information" if row.paragraph == INFORMATION else "separat förhandling"
    return f"{word} enligt {row.paragraph} § MBL"


def override_rows(override: Override) -> list[dict[str, str]]:
    """A decision for exceptional reasons as facts."""
    facts = {
        "Skäl": override.reason,
        "Beslutsfattare": override.decision_maker,
        "Beslutat": iso_date(override.decided_on),
        "Diarienummer": override.reference,
        "Antecknat av": str(override.created_by or "okänd"),
    }
    return [{"key": key, "value": value} for key, value in facts.items()]


def _line(row: Consultation, facts: RowFacts, plan: DepartmentPlan, today: date) -> Line:
    settled = (State.CLOSED, State.NOT_REQUIRED, State.EXEMPT)
    is_done = row.state in settled if facts.is_information else is_closed(facts, today)
    if is_done or plan.procurement.phase in DEAD_PHASES:
        return Line(row, facts, is_done, "", None, False)
    words, keys = _INFORM if facts.is_information else _NEXT.get(State(row.state), ("avslut med {union}", ("", "")))
    on = _latest_day(row, facts, plan, keys[0] if row.stage == Stage.A else keys[1])
    is_late = on is not None and on < today and row.state != State.DISAGREED
    return Line(row, facts, False, words.format(union=row.union), on, is_late)


def _latest_day(row: Consultation, facts: RowFacts, plan: DepartmentPlan, key: str) -> date | None:
    if row.state == State.DISAGREED and row.local_closed_on:
        return request_end(row.local_closed_on, facts.request_days, facts.off)
    step = plan.plan.step(key) if key else None
    return step.on if step else None


def _sentence(plan: DepartmentPlan, found: Sequence[Line], done: int, following: Line | None, today: date) -> str:
    if plan.assessment is None:
        return "Ingen MBL-bedömning gjordes i Steget." if plan.is_over else "MBL-bedömningen är inte gjord."
    if not found and plan.assessment.not_required_motive:
        return "Upphandlingen är inte MBL-pliktig enligt bedömningen."
    if not found:
        return f"Det finns ingen facklig organisation att höra för {plan.department}."
    if following is None or plan.procurement.phase in DEAD_PHASES:
        return f"{done} av {len(found)} klara."
    when = f" senast {swedish(following.on, today)}" if following.on else ""
    late = " (försenat)" if following.is_late else ""
    return f"{done} av {len(found)} klara · nästa: {following.todo}{when}{late}."


def _gate(own: list[Line], stage: Stage, today: date) -> str:
    first = earliest_decision([line.facts for line in own])
    if first is None:
        names = listed([str(line.row.union) for line in own if not is_closed(line.facts, today)])
        return f"{DECISIONS[stage]} väntar på {names}."
    if first > today:
        return f"{DECISIONS[stage]} kan dateras tidigast {swedish(first, today)}."
    return f"{DECISIONS[stage]} väntar inte på någon förhandling."


def _task(line: Line, today: date) -> dict:
    row = line.row
    again = f", omgång {row.round_number}" if row.round_number > 1 else ""
    return {
        "label": str(row.union),
        "url": row.get_absolute_url(),
        "hint": f"{_capital(what_of(row))}{again}. {line.next_sentence(today)}".strip(),
        "status_text": line.tag,
        "status_kind": line.tag_kind,
    }


def _earlier(row: Consultation) -> dict:
    return {"label": f"{row.union}, omgång {row.round_number}", "url": row.get_absolute_url()}


def _veto(veto: Veto, overrides: Sequence[Override]) -> VetoCard:
    row = veto.consultation
    decided = [each.decided_on for each in overrides if each.stage == row.stage]
    stands = veto.state in BLOCKING_VETOES
    is_open = bool(VETO_MOVES[veto.state])
    if stands and is_set_aside(veto.declared_on, decided):
        return VetoCard(veto, "gäller inte: arbetsgivaren hade redan beslutat med synnerliga skäl", "neutral", is_open)
    kind = "bad" if stands else _VETO_KINDS.get(VetoState(veto.state), "neutral")
    return VetoCard(veto, veto.get_state_display(), kind, is_open)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def may_be_vetoed(row: Consultation) -> bool:
    """Whether a veto may be kept: after a meeting under 38 § with a union that holds an agreement (39 § MBL)."""
    return row.paragraph == Paragraph.P38 and row.met_on is not None and row.union.has_collective_agreement
