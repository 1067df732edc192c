"""The gate's visits to meetings: planned, held, closed and called off, and the minutes that a link opens."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from apps.followups import minutes_links
from apps.suppliers.models import SupplierContact
from procurement_csr import people
from procurement_csr.tests.gate_visit import BOTH, EMPTY, NONSENSE, Visit

MEETING_VISITS = (
    Visit("meeting_list", "officer"),
    Visit("meeting_list", "department", query="?standing=all"),
    Visit("meeting_list", "matcher", query="?q=finnsinte"),
    Visit("meeting_create", "officer", "met_contract", refuses=BOTH),
    Visit("market_dialogue_create", "officer", "coming_procurement", refuses=BOTH),
    Visit("meeting_detail", "officer", "coming_meeting"),
    Visit("meeting_detail", "matcher", "held_meeting"),
    Visit("meeting_detail", "officer", "closed_meeting"),
    Visit("meeting_detail", "coordinator", "called_off_meeting"),
    Visit("meeting_detail", "officer", "market_dialogue"),
    Visit("meeting_update", "officer", "coming_meeting", refuses=BOTH),
    Visit("meeting_cancel", "officer", "coming_meeting", refuses=BOTH),
    Visit("meeting_hold", "officer", "step_present", refuses=BOTH),
    Visit("meeting_hold", "matcher", "step_commitments", refuses=BOTH),
    Visit("meeting_hold", "officer", "step_talk", refuses=(NONSENSE,)),
    Visit("meeting_hold", "officer", "step_measures", refuses=(NONSENSE,)),
    Visit("meeting_close", "officer", "unstated_meeting", refuses=(EMPTY,)),
    Visit("meeting_approve", "officer", "closed_meeting", refuses=(EMPTY,)),
    Visit("minutes_link", obj="minutes_token"),
    Visit("minutes_link", obj="approved_token"),
    Visit("minutes_link", obj="late_token", status=410),
)
MEETING_NOT_PAGES = {
    "meeting_invitation": "a calendar file",
    "meeting_minutes": "a PDF",
    "minutes_link_pdf": "a PDF",
    "meeting_reopen": "POST only, the meeting's page shows what it says",
    "meeting_task_done": "POST only, the meeting's page shows what it says",
    "meeting_task_undo": "POST only, the meeting's page shows what it says",
}
_LONG = "Fasadrenoveringsentreprenadsamverkansavtalet"
_PARTIES = ["officer", "department", "supplier"]


def addresses_of_meetings(organisation, officer) -> dict:
    """A contract with long words and a meeting in each state; minutes whose links are fresh, used and too old."""
    today, now = timezone.localdate(), timezone.now()
    supplier = people.make_supplier(f"{_LONG} AB", is_demo=True)
    SupplierContact.objects.create(supplier=supplier, organisation=organisation, name="Petra", email="p@exempel.se")
    department = organisation.departments.first()
    procurement = people.make_procurement(organisation, f"Måleri {_LONG}", responsible=officer, department=department)
    coming = people.make_procurement(organisation, _LONG, department=department, phase="preparation")
    contract = people.make_contract(procurement, supplier, title=_LONG, starts_on=today - timedelta(200))
    people.make_requirement(contract, kind="internship", unit="places", count=2, due_on=today + timedelta(200))
    people.make_requirement(contract, unit="hours", count=100, due_on=today + timedelta(9))
    people.make_placement(contract, started_on=today - timedelta(90))
    people.make_offer(contract, count=2)
    people.make_deviation(contract)
    people.make_point(contract, kind="dialogue", due_on=today + timedelta(40))
    held = {"state": "held", "held_on": today, "attendance": _PARTIES}
    made = {
        "coming_meeting": people.make_meeting(contract, planned_at=now + timedelta(9), place=f"{_LONG} {_LONG}"),
        "held_meeting": _written(people.make_meeting(contract, **held)),
        "unstated_meeting": people.make_meeting(contract, **held),
        "called_off_meeting": people.make_meeting(contract, state="cancelled", cancelled_reason=f"Sjukdom. {_LONG}"),
        "market_dialogue": people.make_meeting(procurement=coming),
    }
    days = {"closed": 0, "approved": 1, "late": 40}
    for name, since in days.items():
        closed = held | {"state": "closed", "closed_at": now - timedelta(since), "nonce": uuid4()}
        made[f"{name}_meeting"] = _written(people.make_meeting(contract, **closed))
    made["approved_meeting"].approvals.create(role="supplier", at=now, how="genom länken i mejlet")
    steps = {"present": "narvaro", "commitments": "ataganden", "talk": "samtalet", "measures": "atgarder"}
    return {
        "met_contract": contract.pk,
        "coming_procurement": coming.pk,
        **{name: meeting.pk for name, meeting in made.items()},
        **{f"step_{name}": (made["held_meeting"].pk, step) for name, step in steps.items()},
        "minutes_token": minutes_links.token_of(made["closed_meeting"]),
        "approved_token": minutes_links.token_of(made["approved_meeting"]),
        "late_token": minutes_links.token_of(made["late_meeting"]),
    }


def _written(meeting):
    """The meeting with what was said, a measure and its commitments."""
    for requirement in meeting.contract.requirements.all():
        stated = {"state": "behind", "promised": f"{requirement}, {_LONG}", "delivered": "0 platser"}
        meeting.items.create(requirement=requirement, offered=2, filled=1, unfilled_reason="no_candidate", **stated)
    meeting.tasks.create(what=f"Utse handledare {_LONG}", owner="supplier", due_on=meeting.held_on)
    meeting.obstacles = meeting.agreed = f"Höga ställningar. {_LONG} " * 3
    meeting.save()
    return meeting
