"""Two municipalities whose deadlines come due again and again, and what is to be said of them each time."""

import random
import time
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from datetime import time as clock_time

from django.db import InterfaceError, OperationalError, connection
from django.db.models import Count, Exists, Min, OuterRef
from django.utils import timezone

from apps.accounts.models import Membership, User
from apps.core.calendar import roll_forward
from apps.procurements.models import Requirement
from apps.reminders.choices import MailState, ReminderState
from apps.reminders.models import (
    BouncingAddress,
    DeliveryEvent,
    NoticeChoice,
    OutboxMail,
    Pulse,
    Reminder,
    ReminderSettings,
)
from procurement_csr import people
from procurement_csr.faults.plant import Plant

FIRST_DAY = date(2027, 1, 11)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
RESEND = timedelta(minutes=15, seconds=1)
NAMES = {"Helsingborg": ["Anna", "Bo", "Cilla", "David", "Eva"], "Haninge": ["Fia", "Gun", "Hugo", "Ida", "Jan"]}
WANT_EACH = {"David", "Eva", "Ida", "Jan", "Vera", "Viktor"}
UNSETTLED = (MailState.PENDING, MailState.CLAIMED, MailState.SENDING, MailState.UNCERTAIN)

# A reminder that is to be sent: deadline key, due day, recipient, step.
Expected = tuple[str, date, int, str]


@dataclass
class Town:
    """One organisation: its deadlines by who is responsible, and the head who is told of what is late."""

    organisation_id: int
    marker: str
    head_id: int
    requirements: dict[int, int] = field(default_factory=dict)  # primary key to the responsible person
    late: int = 0


@dataclass
class Round:
    """One morning: what is to be said, and what the tables and the mail server held before it."""

    day: date
    expected: set[Expected]
    last_mail: int
    last_reminder: int
    last_copy: int
    must_be_certain: bool = False
    extra_mails: int = 0
    troubles: list[str] = field(default_factory=list)


def make_towns() -> list[Town]:
    """Two organisations with five officers each, who have two deadlines each, and one person who works in both."""
    towns = []
    for name, officers in NAMES.items():
        organisation = people.make_organisation(name)
        ReminderSettings.objects.create(organisation=organisation, active_from=date(2026, 1, 1))
        department = people.make_department(organisation, f"Fastighet {name}")
        head = people.make_person(f"Hans.{name}", "department", organisation, department)
        deputy = people.make_person("Vera" if name == "Haninge" else "Viktor", "department", organisation, department)
        department.head, department.contact = head, deputy
        department.save()
        people.make_person(f"Adam.{name}", "administrator", organisation)
        town = Town(organisation.pk, f"Avtal {name}", head.pk)
        for each in officers:
            _give_deadlines(town, people.make_person(each, "officer", organisation), department)
        gunnar = User.objects.filter(name="Gunnar").first() or people.make_person("Gunnar")
        Membership.objects.create(user=gunnar, organisation=organisation, role="officer")
        _give_deadlines(town, gunnar, department)
        _want_each(organisation)
        towns.append(town)
    return towns


def _give_deadlines(town: Town, officer, department) -> None:
    for number, kind in enumerate(("internship", "mentorship")):
        title = f"{town.marker} {officer.name} {number}"
        case = people.make_procurement(
            department.organisation, title, department=department, responsible=officer, phase="contracted"
        )
        contract = people.make_contract(case, starts_on=date(2026, 1, 1), ends_on=date(2040, 12, 31))
        row = Requirement.objects.create(contract=contract, procurement=case, kind=kind, model="numeric", count=1)
        town.requirements[row.pk] = officer.pk
    town.late = town.late or row.pk


def _want_each(organisation) -> None:
    for member in organisation.memberships.select_related("user"):
        if member.user.name in WANT_EACH:
            NoticeChoice.objects.create(user=member.user, organisation=organisation, frequency="each")


class Calendar:
    """Lets one working day after the other begin, and waits until everything that belongs to it is settled."""

    def __init__(self, plant: Plant, towns: list[Town], rng: random.Random):
        self.plant, self.towns, self.rng = plant, towns, rng
        self.day = roll_forward(FIRST_DAY)

    def begin(self) -> Round:
        """Move all deadlines and the clock to a new morning. Nothing is said of the old days any more."""
        self.day = roll_forward(self.day + DAY)
        clock = self.plant.clock
        clock.move_to(_at(self.day, 6))
        patiently(self._move_deadlines)
        found = Round(self.day, patiently(self._expected), *patiently(_last), len(self.plant.sink.accepted()))
        clock.move_to(_at(self.day, 8, self.rng.uniform(0, 59)))
        return found

    def _move_deadlines(self) -> None:
        for town in self.towns:
            rows = Requirement.objects.filter(pk__in=town.requirements)
            rows.exclude(pk=town.late).update(due_on=self.day + DAY)
            rows.filter(pk=town.late).update(due_on=self.day - DAY)

    def _expected(self) -> set[Expected]:
        found = set()
        for town in self.towns:
            for pk, owner in town.requirements.items():
                if pk != town.late:
                    found.add((f"requirement:{pk}", self.day + DAY, owner, "before-1"))
            late = f"requirement:{town.late}", self.day - DAY
            found |= {(*late, who, "after-1") for who in (town.requirements[town.late], town.head_id)}
        return found

    def settle(self, this: Round, seconds: float = 60) -> None:
        """Wait until all that is expected is mailed and no mail waits; lets the time pass for which mails wait."""
        until = time.monotonic() + seconds
        while not patiently(lambda: self._is_settled(this)):
            if time.monotonic() > until:
                this.troubles.append(f"not settled after {seconds:.0f} s: {patiently(lambda: _states(this))}")
                return
            patiently(lambda: self._let_time_pass(this))
            time.sleep(0.1)

    def _is_settled(self, this: Round) -> bool:
        mails = OutboxMail.objects.filter(pk__gt=this.last_mail)
        if mails.filter(state__in=UNSETTLED).exists():
            return False
        noted = DeliveryEvent.objects.filter(mail=OuterRef("pk"))
        refused = mails.filter(Exists(noted.filter(step="refused_address")), reminders__isnull=False)
        if refused.exclude(Exists(noted.filter(step="copied"))).exists():
            return False
        rows = Reminder.objects.filter(pk__gt=this.last_reminder, state=ReminderState.MAILED)
        mailed = set(rows.values_list("deadline_key", "due_on", "recipient", "step"))
        refused = set(mails.filter(state=MailState.DEAD, deliveries__step="refused_address").values_list("recipient"))
        # Who turned out to have no address is not told, but somebody else is.
        unreached = {each for each in this.expected if (each[2],) in refused}
        told = {each[:2] for each in mailed if (each[2],) not in refused}
        return this.expected - unreached <= mailed and {each[:2] for each in unreached} <= told

    def _let_time_pass(self, this: Round) -> None:
        now, moments = timezone.now(), []
        pulse = Pulse.objects.filter(pk=1, failures__gt=0, paused_until__gt=now).first()
        if pulse:
            moments.append(pulse.paused_until)
        else:
            mails = OutboxMail.objects.filter(pk__gt=this.last_mail)
            waits = mails.filter(state=MailState.PENDING, due_at__gt=now).aggregate(first=Min("due_at"))["first"]
            rests = mails.filter(state=MailState.UNCERTAIN).aggregate(first=Min("uncertain_at"))["first"]
            moments += [waits] if waits else []
            moments += [rests + RESEND] if rests and rests + RESEND > now else []
        if moments:
            self.plant.clock.advance(min(moments) - now + timedelta(seconds=0.1))

    def forgive(self) -> None:
        """Believe in all addresses again."""
        patiently(lambda: BouncingAddress.objects.filter(cleared_at=None).update(cleared_at=timezone.now()))


def patiently(ask, seconds: float = 60):
    """The answer of the database, which may have to come back first."""
    until = time.monotonic() + seconds
    while True:
        try:
            return ask()
        except (OperationalError, InterfaceError):
            connection.close()
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def _last() -> tuple[int, int]:
    mail = OutboxMail.objects.order_by("-pk").values_list("pk", flat=True).first()
    return mail or 0, Reminder.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def _states(this: Round) -> dict:
    mails = OutboxMail.objects.filter(pk__gt=this.last_mail)
    return dict(mails.order_by().values_list("state").annotate(Count("pk")))


def _at(day: date, hour: int, minute: float = 0) -> datetime:
    return timezone.make_aware(datetime.combine(day, clock_time(hour))) + minute * MINUTE
