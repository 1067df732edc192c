"""A requirement that is late, and how its task is answered in tests."""

import uuid
from urllib.parse import urlencode

from django.utils import timezone

from apps.reminders.models import Reminder

LIST, OPEN, CLOSE, MOVE = "/uppgifter/", "/uppgifter/oppna/", "/uppgifter/klar/", "/uppgifter/ny-tid/"
REASON = "Leverantören lämnar underlaget först då."


def address(page, requirement, due_on=None, **query):
    query = {"nyckel": f"requirement:{requirement.pk}", "dag": due_on or requirement.due_on} | query
    return f"{page}?{urlencode(query)}"


def send(client, url, **fields):
    return client.post(url, {"token": uuid.uuid4()} | fields)


def move(client, requirement, day, reason=REASON, **query):
    return send(client, address(MOVE, requirement, **query), new_due_on=day, reason=reason)


def labels(client, section, **query):
    return [task.label for task in getattr(client.get(LIST, query).context["tasks"], section).tasks]


def errors(page):
    return [error for errors in page.context["form"].errors.values() for error in errors]


def remind(person, requirement):
    contract = requirement.contract
    return Reminder.objects.create(
        organisation=contract.organisation,
        department=contract.procurement.department,
        deadline_key=f"requirement:{requirement.pk}",
        kind="requirement",
        due_on=requirement.due_on,
        step="after-1",
        send_on=timezone.localdate(),
        recipient=person,
        audience="owner",
        title="Följ upp kravet: 1 praktikplats",
        context="Målning av skolor",
        url=contract.get_absolute_url(),
        permission="procurements.view_procurement",
    )
