"""Where a procurement stands: its steps, what is to be done in this phase, the ways on, the standstill."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from apps.core.formats import iso_date
from apps.procurements import periods, phases, signing
from apps.procurements.choices import (
    ContractKind,
    Decision,
    NoticeMode,
    OptionOutcome,
    Phase,
    Procedure,
)
from apps.procurements.models import Contract, Procurement

SOON_DAYS = 7
_STEP_DATES = {
    Phase.NEED: "need_registered_on",
    Phase.PUBLISHED: "sent_for_publication_on",
    Phase.TENDERING: "published_on",
    Phase.EVALUATION: "opened_on",
    Phase.AWARDED: "award_decided_on",
    Phase.STANDSTILL: "award_notice_sent_on",
    Phase.CLOSED: "closed_on",
}
_SKIPPED_BY = {
    Procedure.DIRECT_PURCHASE: {Phase.PUBLISHED, Phase.TENDERING, Phase.EVALUATION, Phase.STANDSTILL},
    Procedure.MINI_COMPETITION: {Phase.PUBLISHED, Phase.STANDSTILL},
    Procedure.DYNAMIC_PURCHASING_SYSTEM: {Phase.PUBLISHED, Phase.STANDSTILL},
    Procedure.NEGOTIATED_WITHOUT_NOTICE: {Phase.PUBLISHED, Phase.STANDSTILL},
}
_SIDE_TEXTS = {
    Phase.PAUSED: "Pausad i fasen {before}.",
    Phase.REVIEW_PENDING: "Förvaltningsrätten prövar upphandlingen. Avtal får inte tecknas under tiden, om avtalsspärr "
    "gäller (20 kap. 8 § LOU).",
    Phase.REDO_ORDERED: "Rätten har beslutat att upphandlingen ska göras om eller rättas (20 kap. 6 § LOU).",
    Phase.CANCELLED: "Upphandlingen avbröts{cancelled}. Den räknas inte och ger inga påminnelser.",
}


@dataclass(frozen=True)
class Task:
    """One thing to do. `who` says by whom; with `due_on` it has a last day, without one it is missing or done."""

    label: str
    url: str = ""
    who: str = ""
    due_on: date | None = None
    is_done: bool = False
    missing: str = "saknas"

    def shown(self, today: date, *, is_linked: bool) -> dict[str, Any]:
        """As a row of the task list; `is_linked` for those who may do something about it."""
        text, kind = self._status(today)
        return {
            "label": self.label,
            "url": self.url if is_linked else "",
            "hint": self.who,
            "status_text": text,
            "status_kind": kind,
        }

    def urgency(self, today: date) -> str:
        """The task in one line: "Anbudstiden går ut om 6 dagar"."""
        return f"{self.label} {_distance(self.due_on, today)}" if self.due_on else f"{self.label}: {self.missing}"

    def _status(self, today: date) -> tuple[str, str]:
        if self.is_done:
            return "klart", "good"
        if self.due_on is None:
            return self.missing, "warn"
        return f"{iso_date(self.due_on)}, {_distance(self.due_on, today)}", tone(self.due_on, today)


@dataclass(frozen=True)
class Case:
    """A procurement with what its tasks are told from. `has_decision` is about its social requirement."""

    procurement: Procurement
    contracts: list[Contract]
    has_decision: bool
    today: date


def tone(due_on: date, today: date) -> str:
    """How a date looks: red when it has passed, amber within a week."""
    if due_on < today:
        return "bad"
    return "warn" if (due_on - today).days <= SOON_DAYS else "neutral"


def steps(procurement: Procurement, contracts: list[Contract]) -> list[dict[str, Any]]:
    """The main phases of the procurement's way, in order; a side state stands where it came from. None if cancelled."""
    place = procurement.phase_before or procurement.phase
    place = Phase.EVALUATION if place == Phase.REDO_ORDERED else place
    if place not in phases.MAIN_PHASES:
        return []
    now = phases.MAIN_PHASES.index(Phase(place))
    skipped = _SKIPPED_BY.get(Procedure(procurement.procedure), set()) if procurement.procedure else set()
    found = []
    for index, phase in enumerate(phases.MAIN_PHASES):
        if phase in skipped and phase != place:
            continue
        state = "current" if index == now else "done" if index < now else "upcoming"
        on = _step_date(procurement, phase, contracts)
        found.append({"label": phase.label.capitalize(), "state": state, "note": iso_date(on) if on else "", "url": ""})
    return found


def side_state(procurement: Procurement) -> dict[str, str] | None:
    """Title and text of the inset of a procurement that stands beside its way, with the reason given."""
    text = _SIDE_TEXTS.get(Phase(procurement.phase))
    if text is None:
        return None
    before = Phase(procurement.phase_before).label if procurement.phase_before else ""
    on = procurement.cancelled_on
    text = text.format(before=before, cancelled=f" {on}" if on else "")
    if on:
        known = {"procedure": procurement.procedure or Procedure.OPEN, "value": procurement.estimated_value}
        text = f"{text} {periods.documentation_due(on, **known).explanation}"
    reason = f" Skäl: {procurement.reason}" if procurement.reason else ""
    return {"title": procurement.get_phase_display().capitalize(), "text": text + reason}


def moves_on(procurement: Procurement) -> list[dict[str, str]]:
    """The buttons of the moves its procedure allows: first the next step, then the others."""
    before = procurement.phase_before
    ways = [each for each in phases.allowed(procurement.phase, before) if each.fits(procurement.procedure)]
    return [
        {
            "label": way.button,
            "hint": way.who,
            "url": reverse("procurement_move", args=[procurement.pk, way.leads_to(before).value]),
        }
        for way in ways
    ]


def tasks(case: Case) -> list[Task]:
    """What is to be done in this phase, and what is missing."""
    return list(_tasks(case))


def most_urgent(found: list[Task], today: date) -> dict[str, str] | None:
    """The tag of the page: the open task with the earliest day, else the first that is missing."""
    undone = [task for task in found if not task.is_done]
    dated = sorted((task for task in undone if task.due_on), key=lambda task: task.due_on)
    first = next(iter([*dated, *undone]), None)
    if first is None:
        return None
    return {"text": first.urgency(today), "kind": tone(first.due_on, today) if first.due_on else "warn"}


def standstill_card(procurement: Procurement) -> dict[str, Any] | None:
    """When contracts may be signed, while that is the question; None in other phases."""
    asked = (Phase.AWARDED, Phase.STANDSTILL, Phase.REVIEW_PENDING)
    if procurement.phase not in asked or not procurement.award_notice_sent_on:
        return None
    try:
        rule = signing.rule_of(procurement)
    except ValueError as error:
        return {"text": str(error), "rows": []}
    rows = [("Underrättelse skickad", iso_date(procurement.award_notice_sent_on))]
    if procurement.notice_mode:
        rows.append(("Så skickades den", NoticeMode(procurement.notice_mode).label))
    if procurement.standstill_days_stated:
        rows.append(("Angiven tid", f"{procurement.standstill_days_stated} dagar"))
    if rule.allowed_from and not rule.is_blocked:
        rows.append(("Avtal tidigast", iso_date(rule.allowed_from)))
    return {"text": signing.in_words(rule), "rows": [_row(*row) for row in rows]}


def after_signing(procurement: Procurement, contracts: list[Contract]) -> list[Task]:
    """Result notice and documentation of every signed contract, with their last day (10:4, 19:7, 12:14, 19:22)."""
    found = []
    for contract in contracts:
        if contract.signed_on and procurement.phase != Phase.CANCELLED:
            found += _duties(procurement, contract)
    return found


def _duties(procurement: Procurement, contract: Contract) -> Iterator[Task]:
    known = {
        "procedure": procurement.procedure or Procedure.OPEN,
        "value": contract.value or procurement.estimated_value,
    }
    url, call_off = contract.get_absolute_url(), contract.kind == ContractKind.CALL_OFF
    result = periods.result_notice_due(contract.signed_on, is_call_off=call_off, **known)
    documents = periods.documentation_due(contract.signed_on, **known)
    for due, label, done_on in (
        (result, "Efterannonsera", contract.result_notice_sent_on),
        (documents, "Färdigställ dokumentationen för", contract.documentation_done_on),
    ):
        if due.due_on or done_on:
            who = f"Upphandlaren, {due.paragraph}."
            yield Task(f"{label} {contract.name}", url, who, due.due_on, is_done=done_on is not None)


def _tasks(case: Case) -> Iterator[Task]:
    procurement, phase = case.procurement, case.procurement.phase
    if phase in phases.MAIN_PHASES and not procurement.department_id:
        yield Task("Ange beställande förvaltning", _update_url(procurement), "Upphandlaren.")
    if phase in _OF_PHASE:
        yield from _OF_PHASE[phase](case)
    if phase != Phase.CANCELLED:
        yield from after_signing(procurement, case.contracts)
        yield from _undecided(case.contracts)


def _preparing(case: Case) -> Iterator[Task]:
    url = reverse("priority_update", args=[case.procurement.pk])
    who = "Upphandlaren med beställande förvaltning, innan dokumenten går ut."
    yield Task("Besluta om sociala krav", url, who, is_done=case.has_decision)
    if case.procurement.planned_publication_on:
        yield Task("Annonsera enligt planen", "", "Upphandlaren.", case.procurement.planned_publication_on)


def _tendering(case: Case) -> Iterator[Task]:
    procurement = case.procurement
    if procurement.questions_close_on:
        yield Task("Sista dag för frågor", "", "Leverantörerna frågar.", procurement.questions_close_on)
    if procurement.tender_deadline_at:
        deadline = timezone.localtime(procurement.tender_deadline_at).date()
        latest = periods.latest_answers_on(deadline, procurement.is_accelerated)
        yield Task("Svara på frågor", "", "Upphandlaren (12 kap. 11 § och 19 kap. 13 § LOU).", latest)
        yield Task("Anbudstiden går ut", "", "Därefter öppnar minst två personer anbuden.", deadline)


def _awarded(case: Case) -> Iterator[Task]:
    if case.procurement.procedure not in phases.WITHOUT_STANDSTILL:
        yield Task("Underrätta anbudsgivarna", "", "Upphandlaren, snarast (12 kap. 12 § LOU).", missing="snarast")
    yield from _contract_missing(case)


def _standing_still(case: Case) -> Iterator[Task]:
    rule = _rule(case.procurement)
    if rule and rule.allowed_from and not rule.is_blocked:
        who = "Firmatecknaren eller den som har delegation."
        if case.today >= rule.allowed_from:
            yield Task("Teckna avtal", "", who, missing="kan göras nu")
        else:
            last_day = rule.allowed_from - timedelta(days=1)
            yield Task("Avtalsspärren går ut", "", f"{who} Tidigast {rule.allowed_from}.", last_day)
    yield from _contract_missing(case)


def _contract_missing(case: Case) -> Iterator[Task]:
    if not case.contracts:
        yield Task("Lägg till avtal", reverse("contract_create", args=[case.procurement.pk]), "Upphandlaren.")


def _extending(case: Case) -> Iterator[Task]:
    yield from _contract_missing(case)
    for contract in case.contracts:
        for option in contract.options.all():
            if option.outcome == OptionOutcome.OPEN:
                label = f"Besluta om förlängning av {contract.name}"
                yield Task(label, contract.get_absolute_url(), "Avtalsansvarig.", option.last_call_on)


def _undecided(contracts: list[Contract]) -> Iterator[Task]:
    for contract in contracts:
        if contract.decision == Decision.OPEN:
            label = f"Besluta om krav på avtalet {contract.name}"
            yield Task(label, contract.get_absolute_url(), "Upphandlaren.", missing=Decision.OPEN.label)


def _update_url(procurement: Procurement) -> str:
    return reverse("procurement_update", args=[procurement.pk])


def _rule(procurement: Procurement) -> signing.SigningRule | None:
    try:
        return signing.rule_of(procurement)
    except ValueError:
        return None


_OF_PHASE = {
    Phase.NEED: _preparing,
    Phase.PREPARATION: _preparing,
    Phase.PUBLISHED: _tendering,
    Phase.TENDERING: _tendering,
    Phase.AWARDED: _awarded,
    Phase.STANDSTILL: _standing_still,
    Phase.CONTRACTED: _extending,
    Phase.FOLLOW_UP: _extending,
    Phase.EXTENSION: _extending,
}


def _step_date(procurement: Procurement, phase: Phase, contracts: list[Contract]) -> date | None:
    if phase == Phase.CONTRACTED:
        return min((contract.signed_on for contract in contracts if contract.signed_on), default=None)
    return getattr(procurement, _STEP_DATES[phase]) if phase in _STEP_DATES else None


def _distance(due_on: date, today: date) -> str:
    days = (due_on - today).days
    if abs(days) <= 1:
        return {0: "i dag", 1: "i morgon", -1: "i går"}[days]
    return f"om {days} dagar" if days > 0 else f"för {-days} dagar sedan"


def _row(key: str, value: str) -> dict[str, str]:
    return {"key": key, "value": value, "change_url": ""}
