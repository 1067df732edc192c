"""The gate's visits to seminars: coming, to tell about, held and cancelled ones, with long words and many sides."""

import uuid
from datetime import timedelta

from django.utils import timezone

from apps.actionplans import seminar_actions as actions
from procurement_csr.tests.actionplan_world import make_seminar
from procurement_csr.tests.gate_visit import BOTH, EMPTY, Visit

SEMINAR_VISITS = (
    Visit("seminar_list", "coordinator"),
    Visit("seminar_list", "politician", query="?q=finnsinte"),
    Visit("seminar_reach", "coordinator"),
    Visit("seminar_reach", "politician", query="?show=reached"),
    Visit("seminar_create", "coordinator", refuses=BOTH),
    Visit("seminar_detail", "coordinator", "coming_seminar"),
    Visit("seminar_detail", "coordinator", "begun_seminar"),
    Visit("seminar_detail", "coordinator", "held_seminar"),
    Visit("seminar_detail", "politician", "held_seminar"),
    Visit("seminar_detail", "coordinator", "cancelled_seminar"),
    Visit("seminar_update", "coordinator", "coming_seminar", refuses=BOTH),
    Visit("seminar_invite", "coordinator", "coming_seminar", refuses=(EMPTY,)),
    Visit("seminar_hold", "coordinator", "begun_seminar", refuses=BOTH),
    Visit("seminar_cancel", "coordinator", "coming_seminar", refuses=(EMPTY,)),
)
SEMINAR_NOT_PAGES = {"seminar_calendar": "a calendar file"}
_LONG = "Arbetsmarknadsförvaltningssamverkansupphandlingens seminarium"


def addresses_of_seminars(organisation, coordinator) -> dict:
    """One seminar in each of its states, for departments of which one can be mailed to."""
    department = organisation.departments.create(name=f"{_LONG} {'F' * 40}", contact=coordinator)
    around = {"departments": list(organisation.departments.all()[:4]), "organisations": [organisation]}
    around["departments"] = [*dict.fromkeys([department, *around["departments"]])]
    around |= {"content": f"{_LONG}\n\n" * 3, "material_url": f"https://kommun.exempel/{'m' * 120}"}
    around |= {"roles": ["officer", "department"], "responsible": coordinator}
    now = timezone.now()
    coming = _made(organisation, f"{_LONG} {'T' * 60}", around | {"starts_at": now + timedelta(days=20)})
    begun = _made(organisation, "Börjat seminarium", around)
    held = _made(organisation, f"{_LONG} {'H' * 60}", around)
    told = {"participants": 40, "outcome": f"{_LONG}. " * 8, "parts": {held.sides.first().pk: 12}}
    actions.hold_seminar(by=coordinator, seminar=held, now=now, **told)
    cancelled = _made(organisation, "Inställt seminarium", around)
    call = {"by": coordinator, "token": uuid.uuid4(), "now": now}
    actions.cancel_seminar(seminar=cancelled, reason=f"{_LONG} {'S' * 60}", **call)
    found = {"coming": coming, "begun": begun, "held": held, "cancelled": cancelled}
    return {f"{name}_seminar": seminar.pk for name, seminar in found.items()}


def _made(organisation, topic, values):
    return make_seminar(organisation, topic, place="Stadshuset, stora salen" * 4, **values)
