"""What the page and the document of a time plan show: the line of time, the tabs, the comparison, the sliders."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from apps.accounts.models import Department
from apps.core.calendar import add_working_days, roll_back, working_days_between
from apps.core.formats import iso_date
from apps.core.lists import Cell, Heading, Row, Table
from apps.mbl.models import PlanChange
from apps.mbl.plan_steps import ORDER, PlanStep, Timeplan, swedish, working_days
from apps.mbl.plan_words import Numbers, words
from apps.mbl.timeplans import DepartmentPlan
from apps.procurements.choices import DEAD_PHASES, Phase

_SIGNED = (Phase.CONTRACTED, Phase.FOLLOW_UP, Phase.EXTENSION)
SLIDE = 60  # working days to either side


@dataclass(frozen=True)
class Entry:
    """A point on the line of time: a step, or today when there is none."""

    on: date
    step: PlanStep | None = None


@dataclass(frozen=True)
class Slider:
    """The working days a date may be moved to, and where it stands among them."""

    field: str
    label: str
    days: str
    position: int
    last: int


def sentence_of(plan: DepartmentPlan) -> str:
    """The answer of the page; a procurement that is over, or paused, says so instead."""
    phase = plan.procurement.phase
    if phase in _SIGNED:
        return "Avtalet är tecknat, så planen är slut."
    if phase in (*DEAD_PHASES, Phase.PAUSED):
        return f"Upphandlingen är {plan.procurement.get_phase_display()}, så planen gäller inte."
    return plan.plan.sentence


def notes_of(plan: DepartmentPlan, today: date) -> list[str]:
    """What else to know about how the plan was counted."""
    found = []
    if plan.is_over:
        return found
    if plan.assessment is None or plan.assessment.decided_on is None:
        found.append("Bedömningen är inte gjord, så planen räknar med förhandling i båda stegen.")
    elif not plan.facts.a.is_owed and not plan.facts.b.is_owed:
        found.append("Enligt bedömningen behöver ingen förhandling hållas.")
    elif not plan.facts.a.is_owed:
        found.append("Enligt bedömningen behöver ingen förhandling hållas före annonsering.")
    elif not plan.facts.b.is_owed:
        found.append("Enligt bedömningen behöver ingen förhandling hållas före tilldelning.")
    if plan.plan.central:
        found.append(_room_for_central(plan.plan.central, today))
    return found


def _room_for_central(room: Iterable[PlanStep], today: date) -> str:
    """What must happen when, if a central negotiation is to fit as well."""
    if any(step.is_open and step.on < today for step in room):
        return "En central förhandling skulle inte rymmas före den planerade annonseringen."
    days = {step.key: swedish(step.on, today) for step in room if step.is_open}
    call = f"kalla senast {days['call']} och " if "call" in days else ""
    return f"Om en central förhandling också ska rymmas: {call}håll den lokala senast {days['local_meeting']}."


def entries(plan: Timeplan, today: date) -> list[Entry]:
    """The steps in the order of time, with today among them."""
    if not plan.steps:
        return []
    before = [step for step in plan.steps if step.at < today or step.done_on == today]
    after = [step for step in plan.steps if step not in before]
    return [*(Entry(step.at, step) for step in before), Entry(today), *(Entry(step.at, step) for step in after)]


def tabs(procurement_id: int, departments: Iterable[Department], chosen: Department) -> list[dict]:
    """One for each department whose plan may be seen, when there are several."""
    found = list(departments)
    address = reverse("timeplan", args=[procurement_id])
    return [
        {
            "label": f"{each}, {each.organisation}",
            "url": f"{address}?forvaltning={each.pk}",
            "is_current": each == chosen,
        }
        for each in found
        if len(found) > 1
    ]


def comparison(saved: Timeplan, tried: Timeplan) -> Table:
    """The open steps as saved and with other dates, and how many working days they move."""
    labels = ["Steg", "Sparad plan", "Med andra datum", "Flyttas"]
    rows = []
    for key in ORDER:
        one, other = saved.step(key), tried.step(key)
        shown = other or one
        if shown and shown.is_open:
            texts = (shown.title, iso_date(one and one.on), iso_date(other and other.on), _moved(one, other))
            rows.append(Row([Cell(text, label) for label, text in zip(labels, texts, strict=True)]))
    return Table("Sparad plan och planen med andra datum", [Heading(label, False) for label in labels], rows)


def sliders(plan: DepartmentPlan, values: dict[str, date | None]) -> list[Slider]:
    """For the dates that have a value: which days they may be moved to."""
    off = plan.facts.a.days.off
    labels = {"publish": "Flytta annonseringen", "sign": "Flytta avtalstecknandet"}
    found = []
    for field, label in labels.items():
        if day := values.get(field):
            start = roll_back(day, off)
            days = [add_working_days(start, count, off) for count in range(-SLIDE, SLIDE + 1)]
            found.append(Slider(field, label, " ".join(each.isoformat() for each in days), SLIDE, len(days) - 1))
    return found


def told(change: PlanChange) -> list[dict]:
    """What moved, in words."""
    return [
        {"title": words(key, Numbers(), True)[0], "old": date.fromisoformat(old), "new": date.fromisoformat(new)}
        for key, old, new in change.changes
    ]


def _moved(one: PlanStep | None, other: PlanStep | None) -> str:
    if one is None or other is None:
        return "nytt" if one is None else "utgår"
    count = working_days_between(one.on, other.on)
    if one.on == other.on:
        return "–"
    return f"{working_days(abs(count))} {'senare' if other.on > one.on else 'tidigare'}"
