"""A small town for rounds of reminding: a painting contract with requirements, and the people around it."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from apps.accounts.models import Membership
from apps.procurements.models import Requirement
from apps.reminders.models import OutboxMail, Reminder, ReminderSettings
from apps.reminders.rounds import remind
from procurement_csr import people

# A Monday without a holiday near it.
MONDAY = date(2026, 10, 5)
KINDS = ["internship", "employment", "apprenticeship", "mentorship"]


def at(day: date, clock: str = "08:00") -> datetime:
    """That day at that time in Sweden."""
    return timezone.make_aware(datetime.combine(day, time.fromisoformat(clock)))


def day(number: int) -> date:
    """So many days from the Monday."""
    return MONDAY + timedelta(days=number)


def round_on(number: int, clock: str = "08:00"):
    """A whole round so many days from the Monday."""
    rounds = remind(now=at(day(number), clock))
    assert [each.error for each in rounds if each.error] == []
    return rounds


def make_painting(organisation, department=None, responsible=None, title="Målning av skolor"):
    """A contract that asks for nothing but what is required of it afterwards."""
    case = people.make_procurement(
        organisation, title, department=department, responsible=responsible, phase="contracted"
    )
    return people.make_contract(case, starts_on=date(2026, 1, 1), ends_on=date(2028, 12, 31))


def ask(contract, due_on: date, number: int = 0) -> Requirement:
    """A requirement due on the day."""
    return Requirement.objects.create(
        contract=contract,
        procurement=contract.procurement,
        kind=KINDS[number % 4],
        model="numeric",
        count=number + 1,
        due_on=due_on,
    )


def begun(organisation, since: date = date(2026, 1, 1)) -> ReminderSettings:
    """The organisation has reminded since that day."""
    return ReminderSettings.objects.create(organisation=organisation, active_from=since)


def give(person, role, organisation, department=None) -> Membership:
    return Membership.objects.create(user=person, organisation=organisation, department=department, role=role)


def mails(**wanted) -> list[OutboxMail]:
    return list(OutboxMail.objects.filter(**wanted).order_by("pk"))


def states(**wanted) -> list[tuple]:
    """Step, recipient's name and state of each reminder, in the order they were planned."""
    rows = Reminder.objects.filter(**wanted).order_by("send_on", "pk")
    return [(row.step, row.recipient.name, row.state) for row in rows.select_related("recipient")]
