"""What a union representative's pages show: what is asked of the union in a row, and the way to do it."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from apps.mbl import standing
from apps.mbl.choices import State
from apps.mbl.gate_rules import request_end
from apps.mbl.models import Consultation
from apps.mbl.plan_steps import swedish
from apps.mbl.row_rules import meeting_day
from apps.mbl.standing import Period

NOTHING = "inget just nu"


@dataclass(frozen=True)
class Asked:
    """What is asked of the union, in words, and where it is done ("" when it is not done here)."""

    text: str
    label: str = ""
    url: str = ""


def asked(row: Consultation, today: date, period: Period) -> Asked:
    """What the union is to do in a row, or may do."""
    if row.state == State.EXEMPT:
        return Asked("begär förhandling om ni vill", "Begär förhandling", reverse("union_request", args=[row.pk]))
    if row.state == State.PLANNED:
        return Asked("inget just nu, förvaltningen kallar er")
    if row.state == State.NOT_REQUIRED:
        return Asked("läs varför den inte är aktuell")
    if row.state == State.DISAGREED and row.local_closed_on:
        return _after_disagreement(row, today, period)
    if row.met_on and row.minutes_reference and not row.minutes_approved_union_on:
        return Asked("justera protokollet", "Justera protokollet", reverse("union_approve", args=[row.pk]))
    if row.state in (State.CALLED, State.ADJOURNED):
        return _meeting(row, today)
    if row.state == State.CENTRAL_REQUESTED and row.central_meeting_on:
        return Asked(f"central förhandling {swedish(row.central_meeting_on, today)}")
    return Asked(NOTHING)


def meeting_on(row: Consultation) -> date | None:
    """The day the parties met, or are to meet."""
    return row.met_on or row.adjourned_to or row.meeting_on


def _meeting(row: Consultation, today: date) -> Asked:
    day = meeting_day({"adjourned_to": row.adjourned_to, "meeting_on": row.meeting_on})
    if day is None:
        return Asked("kom till mötet")
    past = " (har varit)" if day < today else ""
    return Asked(f"kom till mötet {swedish(day, today)}{past}")


def _after_disagreement(row: Consultation, today: date, period: Period) -> Asked:
    """A central negotiation is asked for in writing to the employer, who keeps the day (14 § MBL)."""
    end = request_end(row.local_closed_on, standing.request_days(row, period), period.off)
    if row.is_central_late or today > end:
        return Asked(f"tiden för central förhandling gick ut {swedish(end, today)}")
    return Asked(f"begär central förhandling skriftligt senast {swedish(end, today)}, om ni vill")
