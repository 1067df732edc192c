"""What the page of a deviation shows: its facts, and the ladder with what is possible and why not."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.text import capfirst

from apps.accounts.models import User
from apps.core.formats import display, iso_date
from apps.followups import ladder, reckoning
from apps.followups.choices import DeviationState, SanctionState, Step
from apps.followups.deviation_columns import suppliers
from apps.followups.ladder import Rung
from apps.followups.models import Deviation, Sanction
from apps.placements.queries import Fact
from apps.procurements.models import Requirement

DECIDE = "followups.decide_sanction"
NO_REQUIREMENT = (
    "Avvikelsen gäller inget visst krav, och avtalet har flera. Ange kravet under Ändra för att kunna åberopa dess "
    "klausuler om vite, spärr eller hävning."
)
OVER = "Avvikelsen är {state}, så inga steg kan tas. Öppna den igen om ett steg ska tas."
WAITS = "{step} väntar på beslut. Besluta eller ta tillbaka det steget innan ett nytt tas."
_WITH_MOTIVE = "Kan bara väljas med ett skriftligt skäl. {text}"
_STATES = {
    SanctionState.PROPOSED: "väntar på beslut",
    SanctionState.DECIDED: "beslutat",
    SanctionState.WITHDRAWN: "återtaget",
}
_REPLY = "Leverantören får yttra sig före beslutet."


@dataclass(frozen=True, slots=True)
class RungCard:
    """A step of the ladder: what it says, whether it can be taken, and where."""

    label: str
    hint: str
    status_text: str
    status_kind: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class StepCard:
    """A step that was taken: its facts, and what may be done with it."""

    title: str
    status_text: str
    status_kind: str
    facts: list[Fact]
    actions: list[tuple[str, str]]


def facts(deviation: Deviation) -> list[Fact]:
    """What is known of it, in the order one asks."""
    rows = [
        ("Avtal", deviation.contract.name),
        ("Leverantör", _supplier(deviation)),
        ("Krav", str(deviation.requirement) if deviation.requirement else "inget visst krav"),
        ("Upptäckt", iso_date(deviation.raised_on)),
        ("Ansvarig", deviation.owner.name if deviation.owner else "ingen"),
        ("Åtgärd", display(deviation.measure)),
        ("Åtgärdad senast", iso_date(deviation.due_on)),
    ]
    if deviation.state != DeviationState.OPEN:
        by = f" av {deviation.closed_by.name}" if deviation.closed_by else ""
        rows.append((capfirst(deviation.get_state_display()), f"{iso_date(deviation.closed_on)}{by}"))
        rows.append(("Skäl" if deviation.exemption_reason else "Hur det gick", _ending(deviation)))
    return [Fact(key, value) for key, value in rows]


def origin(deviation: Deviation) -> tuple[str, str] | None:
    """What it came from and where that is shown: the report, the meeting, or the plan's day."""
    if deviation.request_id:
        return f"Rapporten som skulle ha kommit {deviation.request.due_on}", deviation.request.get_absolute_url()
    if deviation.meeting_id:
        return f"{capfirst(str(deviation.meeting))}", deviation.meeting.get_absolute_url()
    if deviation.point_id:
        plan = reverse("followup_plan", args=[deviation.contract_id])
        return f"{capfirst(str(deviation.point))} i uppföljningsplanen", plan
    return None


def note_of(deviation: Deviation, requirement: Requirement | None) -> str:
    """Why no further step can be taken now, or which of them rest on nothing; empty else."""
    if deviation.state != DeviationState.OPEN:
        return OVER.format(state=deviation.get_state_display())
    waiting = next((each for each in deviation.sanctions.all() if each.state == SanctionState.PROPOSED), None)
    if waiting:
        return WAITS.format(step=capfirst(str(waiting)))
    several = requirement is None and deviation.contract.requirements.exists()
    return NO_REQUIREMENT if several else ""


def rungs(
    deviation: Deviation, requirement: Requirement | None, *, today: date, may_decide: bool, is_gone: bool
) -> list[RungCard]:
    """The ladder from the lowest step to "ingen sanktion", as it stands today; `is_gone` when the cause has ceased."""
    history = list(deviation.sanctions.all())
    past = [ladder.Past(each.step, each.state, each.decided_on, each.rectify_by) for each in history]
    is_closed = deviation.state != DeviationState.OPEN
    waiting = next((each for each in history if each.state == SanctionState.PROPOSED), None)
    found = ladder.rungs(reckoning.clauses_for(requirement), past, today=today, has_ceased=is_gone)
    may = may_decide and not is_closed and waiting is None
    return [_rung(rung, deviation, history, may=may) for rung in found]


def steps(deviation: Deviation, requirement: Requirement | None, user: User) -> list[StepCard]:
    """The steps that were taken, the latest first."""
    may = user.has_perm(DECIDE, deviation.organisation)
    return [_step(each, requirement, may=may) for each in reversed(deviation.sanctions.all())]


def _supplier(deviation: Deviation) -> str:
    """The one that the report was asked of, else all of the contract's."""
    return deviation.request.supplier.name if deviation.request_id else display(suppliers(deviation))


def _ending(deviation: Deviation) -> str:
    return deviation.exemption_reason or display(deviation.outcome)


def _rung(rung: Rung, deviation: Deviation, history: list[Sanction], *, may: bool) -> RungCard:
    label = capfirst(rung.step.label)
    taken = [each for each in history if each.step == rung.step and each.state != SanctionState.WITHDRAWN]
    url = reverse("sanction_create", args=[deviation.pk, rung.step.value]) if may and rung.is_open else ""
    if taken:
        return RungCard(label, _taken_hint(taken[-1]), *_taken_status(taken[-1]), url)
    if rung.refusal is None:
        return RungCard(label, _REPLY if ladder.needs_reply(rung.step) else "", "möjligt", "info", url)
    if rung.refusal.may_override:
        return RungCard(label, _WITH_MOTIVE.format(text=rung.refusal.text), "kräver skäl", "warn", url)
    return RungCard(label, rung.refusal.text, "går inte", "neutral")


def _taken_hint(sanction: Sanction) -> str:
    return f"Rättat senast {sanction.rectify_by}." if sanction.rectify_by else ""


def _taken_status(sanction: Sanction) -> tuple[str, str]:
    if sanction.state == SanctionState.PROPOSED:
        return f"svar senast {sanction.reply_by}", "warn"
    return f"beslutat {sanction.decided_on}", "good"


def _step(sanction: Sanction, requirement: Requirement | None, *, may: bool) -> StepCard:
    rows = [
        ("Vite", reckoning.told(sanction, requirement)),
        ("Motiv", sanction.motive),
        (ladder.OVERRIDE, sanction.override_motive),
        ("Svar senast", iso_date(sanction.reply_by) if sanction.reply_by else ""),
        ("Leverantörens svar", _reply(sanction)),
        ("Rättat senast", iso_date(sanction.rectify_by) if sanction.rectify_by else ""),
        ("Beslutat", _decided(sanction)),
    ]
    tones = {SanctionState.PROPOSED: "warn", SanctionState.DECIDED: "good", SanctionState.WITHDRAWN: "neutral"}
    state = SanctionState(sanction.state)
    return StepCard(
        capfirst(str(sanction)),
        _STATES[state],
        tones[state],
        [Fact(key, value) for key, value in rows if value],
        _actions(sanction, may=may),
    )


def _reply(sanction: Sanction) -> str:
    by = f", {sanction.replier} genom länken" if sanction.replier else ""
    return f"{sanction.replied_on}{by}: {sanction.reply}" if sanction.reply else ""


def _decided(sanction: Sanction) -> str:
    by = f" av {sanction.decided_by.name}" if sanction.decided_by else ""
    return f"{sanction.decided_on}{by}" if sanction.decided_on else ""


def _actions(sanction: Sanction, *, may: bool) -> list[tuple[str, str]]:
    """What may be done with the step: words and address."""
    found = []
    if may and sanction.state == SanctionState.PROPOSED:
        reply = "Ändra svaret" if sanction.reply else "Anteckna svaret"
        found = [(reply, "sanction_reply"), ("Besluta", "sanction_decide")]
    if may and sanction.state != SanctionState.WITHDRAWN:
        is_block = sanction.step == Step.BLOCK and sanction.state == SanctionState.DECIDED
        found.append(("Lyft spärren" if is_block else "Ta tillbaka", "sanction_withdraw"))
    links = [(label, reverse(name, args=[sanction.pk])) for label, name in found]
    if sanction.letter:
        links += [
            (f"Brevet som {label}", reverse("sanction_letter", args=[sanction.pk, ending]))
            for label, ending in (("Word", "docx"), ("PDF", "pdf"))
        ]
    return links
