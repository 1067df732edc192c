"""The time plan as files to take along: a calendar of the open steps, and a document to sign for the case file."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from icalendar import Calendar, Event

from apps.core.typeset import typeset
from apps.mbl.choices import Stage, State
from apps.mbl.models import Consultation
from apps.mbl.plan_steps import PlanStep
from apps.mbl.standing import orderers
from apps.mbl.timeplan_cards import notes_of, sentence_of
from apps.mbl.timeplan_record import sections
from apps.mbl.timeplans import DepartmentPlan
from apps.procurements.wording import listed

TEMPLATE = Path(settings.BASE_DIR) / "templates" / "mbl" / "timeplan.typ"


def calendar(plan: DepartmentPlan, *, url: str, now: datetime) -> bytes:
    """The open steps as all-day events (RFC 5545). A step keeps its name, so a new file moves it in the calendar."""
    found = Calendar()
    found.add("prodid", "-//Steget//Tidsplan//SV")
    found.add("version", "2.0")
    found.add("x-wr-calname", f"Tidsplan: {plan.procurement.title}")
    for step in plan.plan.steps:
        if step.is_open:
            found.add_component(_event(plan, step, url, now))
    return found.to_ical()


def document(plan: DepartmentPlan, *, now: datetime) -> bytes:
    """The department's checklist and plan as a tagged PDF with lines to sign. Raises typeset.DocumentError."""
    return typeset(TEMPLATE, values_of(plan, now=now))


def values_of(plan: DepartmentPlan, *, now: datetime) -> dict[str, Any]:
    """What the document shows, as text. It names nobody but who decided for exceptional reasons or over a veto: those
    who sign write their names.
    """
    procurement, today = plan.procurement, now.date()
    others = [each.organisation for each in orderers(procurement) if each.organisation != plan.department.organisation]
    unions = list(dict.fromkeys(str(row.union) for row in plan.rows))
    return {
        "title": f"Tidsplan för facklig samverkan: {procurement.title}",
        "procurement": procurement.title,
        "case_number": procurement.case_number,
        "organisation": str(plan.department.organisation),
        "department": str(plan.department),
        "printed": today.isoformat(),
        "sentence": sentence_of(plan),
        "notes": notes_of(plan, today),
        "others": listed([str(each) for each in others]),
        "rows": [_row(row) for row in sorted(plan.rows, key=lambda row: (row.stage, row.union.name))],
        "sections": sections(plan),
        "steps": [_step(step) for step in plan.plan.steps],
        "signers": [str(plan.department), *unions],
    }


def _event(plan: DepartmentPlan, step: PlanStep, url: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{step.key}-{plan.procurement.pk}-{plan.department.pk}@steget")
    event.add("dtstamp", now)
    event.add("dtstart", step.on)
    event.add("summary", f"{step.title}: {plan.procurement.title}")
    which = "Senast" if step.is_latest else "Tidigast"
    event.add("description", f"{which} den här dagen. {step.rule}. Källa: {step.source}. Ansvarig: {plan.department}.")
    event.add("url", url)
    event.add("transp", "TRANSPARENT")
    return event


def _row(row: Consultation) -> dict[str, str]:
    state = row.get_close_reason_display() if row.state == State.CLOSED else row.get_state_display()
    return {
        "stage": f"{Stage(row.stage)}, {Stage(row.stage).label}",
        "union": f"{row.union}, omgång {row.round_number}" if row.round_number > 1 else str(row.union),
        "basis": f"{row.paragraph} §, {row.get_route_display()}",
        "called": _day(row.called_on),
        "met": _day(row.met_on),
        "closed": _day(row.closed_on),
        "state": state,
    }


def _step(step: PlanStep) -> dict[str, str]:
    # The earliest day of what is done already, like a call before its time, says nothing.
    is_planned = step.is_latest or not step.done_on
    return {
        "title": step.title,
        "rule": f"{step.rule}. {step.source}.",
        "on": f"{'senast' if step.is_latest else 'tidigast'} {step.on.isoformat()}" if is_planned else "–",
        "done": _day(step.done_on),
        "status": step.status,
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else "–"
