"""A contract whose follow-up has meetings, and what the forms about them send."""

import uuid
from datetime import timedelta

from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from apps.followups.models import Meeting
from apps.suppliers.models import SupplierContact
from procurement_csr.people import (
    make_contract,
    make_meeting,
    make_point,
    make_procurement,
    make_requirement,
    make_supplier,
)

DAY = timedelta(days=1)
PARTIES = ["officer", "supplier"]


def make_painting(organisation, department=None):
    """A painting contract with a requirement of two internships; its supplier's contact is Petra."""
    procurement = make_procurement(organisation, "Målning av skolor", department=department)
    supplier = make_supplier("Exempelmåleri AB")
    today = timezone.localdate()
    days = {"starts_on": today - 100 * DAY, "ends_on": today + 600 * DAY}
    contract = make_contract(procurement, supplier, title="Måleri, fasad", **days)
    make_requirement(contract, kind="internship", unit="places", count=2, clause_text="Ordna två praktikplatser.")
    contact = {"name": "Petra", "email": "petra@exempel.se"}
    SupplierContact.objects.create(supplier=supplier, organisation=organisation, **contact)
    return contract


def make_kickoff(contract, **fields) -> Meeting:
    """The plan's kick-off with a time yesterday."""
    point = make_point(contract, kind="kickoff", due_on=timezone.localdate() + 5 * DAY)
    return make_meeting(contract, kind="kickoff", point=point, planned_at=timezone.now() - DAY, **fields)


def make_held(contract, **fields) -> Meeting:
    """A dialogue meeting held yesterday by the officer and the supplier, with its commitments stated."""
    values = {"state": "held", "held_on": timezone.localdate() - DAY, "attendance": PARTIES}
    meeting = make_meeting(contract, **values | {"planned_at": timezone.now() - DAY} | fields)
    for requirement in contract.requirements.all() if contract else ():
        meeting.items.create(requirement=requirement, state="on_track", promised="2 praktikplatser")
    return meeting


def hold_url(meeting, step):
    """The page of a step of the minutes."""
    return reverse("meeting_hold", args=[meeting.pk, step])


def step_data(client, meeting, step, **values):
    """What the browser would send from the step's page as it stands, with some values changed."""
    form = client.get(hold_url(meeting, step)).context["form"]
    found = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in (found | values).items()}


def meeting_data(**values):
    """The form of a new meeting filled in."""
    at = timezone.localtime(timezone.now() + 7 * DAY)
    defaults = {"what": "dialogue", "planned_at": f"{at:%Y-%m-%dT%H:%M}", "form": "video", "token": uuid.uuid4()}
    return defaults | values


def mails():
    """What waits in the outbox, whose app stands above this one."""
    return apps.get_model("reminders", "OutboxMail").objects.all()
