"""The gate's visits to tasks and reminders: a task that is late, one that was moved, and those that are over."""

import uuid
from datetime import timedelta

from django.utils import timezone

from apps.procurements.models import Contract, Requirement
from apps.reminders.models import BouncingAddress, DeadlineNote, OutboxMail, Reminder
from procurement_csr import people
from procurement_csr.tests.gate_visit import BOTH, Visit

REMINDER_VISITS = (
    Visit("task_list", "officer"),
    Visit("task_list", "department"),
    Visit("task_list", "matcher"),
    Visit("task_list", "administrator"),
    Visit("task_list", "officer", query="?visa=mina&kind=requirement&period=forsenat&q=finnsinte"),
    Visit("task_list", "coordinator", query="?period=klart"),
    Visit("deadline_open", "officer", query="?nyckel={late_task}&dag={late_day}"),
    Visit("deadline_open", "officer", query="?nyckel={moved_task}&dag={late_day}"),
    Visit("deadline_open", "department", query="?nyckel={decided_task}"),
    Visit("deadline_open", "officer", query="?nyckel={closed_task}"),
    Visit("deadline_open", "coordinator", query="?nyckel={gone_task}"),
    Visit("deadline_close", "officer", query="?nyckel={late_task}&dag={late_day}"),
    Visit("deadline_move", "officer", query="?nyckel={late_task}&dag={late_day}", refuses=BOTH),
)
REMINDER_NOT_PAGES = {"note_undo": "POST only, the task list shows what it says"}
_LONG = "Leverantören lämnar underlaget först när samordningen med entreprenadens slutbesiktning är klar. " * 3


def addresses_of_reminders(organisation, users: dict) -> dict:
    """Requirements of one contract whose tasks are late, moved, closed and gone; and what stops reminders."""
    today, officer = timezone.localdate(), users["officer"]
    late_day = today - timedelta(days=12)
    contract = _signed(organisation, users, today)
    own = {"contract": contract, "model": "numeric", "count": 1, "due_on": late_day}
    kinds = ("internship", "employment", "apprenticeship")
    late, moved, closed = (Requirement.objects.create(kind=kind, **own) for kind in kinds)
    answer = {"organisation": organisation, "department": contract.procurement.department, "created_by": officer}
    answer |= {"due_on": late_day, "context": contract.procurement.title, "url": contract.get_absolute_url()}
    for requirement, said in (
        (moved, {"answer": "new_day", "new_due_on": today + timedelta(days=40), "reason": _LONG[:300]}),
        (closed, {"answer": "done"}),
    ):
        key, title = f"requirement:{requirement.pk}", f"Följ upp kravet: {requirement}"
        DeadlineNote.objects.create(deadline_key=key, title=title, token=uuid.uuid4(), **answer, **said)
    _remind(contract, users["coordinator"], late_day, today)
    _what_stops_reminders(organisation, officer)
    return {
        "late_day": late_day.isoformat(),
        "late_task": f"requirement:{late.pk}",
        "moved_task": f"requirement:{moved.pk}",
        "closed_task": f"requirement:{closed.pk}",
        "gone_task": "requirement:999999",
        "decided_task": f"result-notice:{contract.pk}",
    }


def _remind(contract, person, day, today) -> None:
    Reminder.objects.create(
        organisation=contract.organisation,
        department=contract.procurement.department,
        deadline_key="requirement:999999",
        kind="requirement",
        due_on=day,
        step="after-7",
        send_on=today - timedelta(days=5),
        recipient=person,
        audience="owner",
        title="Följ upp kravet: 4 praktikplatser, helst fördelade över hela avtalstiden",
        context=contract.procurement.title,
        url=contract.get_absolute_url(),
        permission="procurements.view_procurement",
    )


def _signed(organisation, users: dict, today) -> Contract:
    """A contract of the department whose notice of the result is late, which the department may only follow."""
    department = users["department"].memberships.get(organisation=organisation).department
    case = {"department": department, "responsible": users["officer"], "phase": "contracted"}
    case |= {"procedure": "open", "estimated_value": 90_000_000}
    procurement = people.make_procurement(organisation, "Ommålning av stadens förskolor och grundskolor", **case)
    days = {"signed_on": today - timedelta(days=40), "starts_on": today, "ends_on": today + timedelta(days=900)}
    return people.make_contract(procurement, **days)


def _what_stops_reminders(organisation, officer) -> None:
    now = timezone.now()
    organisation.departments.filter(pk=organisation.departments.latest("pk").pk).update(contact=None, head=None)
    BouncingAddress.objects.create(email=officer.email, since=now)
    mail = {"organisation": organisation, "kind": "summons", "to_address": "u@exempel.se", "subject": "Kallelse"}
    for state, fields in (("held", {"uncertain_at": now}), ("dead", {})):
        OutboxMail.objects.create(message_id=f"<{uuid.uuid4()}@exempel.se>", due_at=now, state=state, **mail, **fields)
