"""Days that are lived through in minutes: planning, gathering and sending by the shared clock, beside the oracle.

Deadlines move, are done and opened again, people and rules change. Everything goes through the database and the mail
server; what was said to whom on which day is compared with the oracle, which was written apart.
"""

import random
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path

from procurement_csr.faults.lanes import Line, note, say
from procurement_csr.faults.plant import Plant

DAY = timedelta(days=1)
DEADLINES = 12
OFFICERS = ("Anna", "Bo", "Cilla", "David", "Eva", "Fia")
FREQUENCIES = ("digest", "digest", "each", "each", "weekly", "weekly")
# Nights and days on which clocks and calendars are strange: label, first day, days; the clock only goes forward.
STRANGE = (
    ("natten till vintertid, timme för timme", date(2026, 10, 24), 3),
    ("årsskiftet, timme för timme", date(2026, 12, 30), 6),
    ("natten till sommartid, timme för timme", date(2027, 3, 27), 4),
    ("den 29 februari, timme för timme", date(2028, 2, 28), 3),
)
LONG, FULL_DAYS, SHORT_DAYS = date(2028, 3, 6), 400, 15


def run(*, is_short: bool, seed: int, only: str = "") -> list[Line]:
    """One line for each strange time and one for the long one."""
    with tempfile.TemporaryDirectory(prefix="steget-faults-calendar-", dir="/tmp") as name:
        plant = Plant(Path(name), groups=0, durable=False)
        plant.beat.kill()
        try:
            days = SHORT_DAYS if is_short else FULL_DAYS
            times = [*STRANGE[: 1 if is_short else None], (f"{days} dagar bredvid ett facit", LONG, days)]
            return [
                _lived(plant, label, first, days, seed, is_hourly=days < SHORT_DAYS)
                for label, first, days in times
                if only in label
            ]
        finally:
            plant.close()


def _lived(plant: Plant, label: str, first: date, days: int, seed: int, *, is_hourly: bool) -> Line:
    from procurement_csr.faults import invariants

    began, line = time.monotonic(), Line(label)
    world = World(first, days, random.Random(f"{seed} {label}"))
    for number in range(days):
        world.change(first + number * DAY)
        _live_through(plant, first + number * DAY, is_hourly=is_hourly)
        line.rounds += 1
        line.faults += 1
    found = invariants.gather([], plant.clock, plant.sink.accepted())
    mine = [mail for mail in found.mails if mail.organisation_id == world.organisation.pk]
    line.mails, line.flagged = len(mine), 0
    broken = invariants.broken_promises(found) | world.differences(days)
    note(line, broken, label)
    world.end()
    line.seconds = time.monotonic() - began
    say(f"calendar: {label}: {line.mails} mejl, {sum(line.broken.values())} fel")
    return line


def _live_through(plant: Plant, day: date, *, is_hourly: bool) -> None:
    """Plan, gather and send at several moments of the day; by the hour for strange nights."""
    from apps.reminders import delivery
    from apps.reminders.rounds import remind

    for moment in _hours(day) if is_hourly else _moments(day):
        plant.clock.move_to(moment)
        failed = [each.error for each in remind(now=moment) if each.error]
        if failed:
            raise RuntimeError(f"{moment}: {failed}")
        delivery.run()


def _hours(day: date) -> Iterable[datetime]:
    """Every hour that the day has in Sweden, be they 23, 24 or 25."""
    moment, end = _midnight(day).astimezone(UTC), _midnight(day + DAY).astimezone(UTC)
    while moment < end:
        yield moment
        moment += timedelta(hours=1)


def _moments(day: date) -> Iterable[datetime]:
    """Noon, and on Mondays the night before it."""
    return (_midnight(day) + timedelta(hours=hours) for hours in ((3, 12) if day.weekday() == 0 else (12,)))


def _midnight(day: date) -> datetime:
    from django.utils import timezone

    return timezone.make_aware(datetime.combine(day, clock_time()))


@dataclass
class World:
    """One organisation, and what becomes of its deadlines: decided before, carried out day by day."""

    first: date
    days: int
    rng: random.Random
    changes: dict[date, list] = field(default_factory=dict)

    def __post_init__(self):
        from apps.reminders.models import NoticeChoice, ReminderSettings
        from apps.reminders.tests.oracle import Crew, Story
        from procurement_csr import people

        rng, first = self.rng, self.first
        self.organisation = people.make_organisation(f"Oraklet {first}")
        quiet = [first + timedelta(days=rng.randrange(self.days)) for _ in range(self.days // 10)]
        ReminderSettings.objects.create(organisation=self.organisation, active_from=first, quiet_days=quiet)
        self.off = frozenset(quiet)
        self.department = people.make_department(self.organisation)
        mark = f"{first:%y%m%d}.{self.days}"
        self.people = [people.make_person(f"{name}.{mark}", "officer", self.organisation) for name in OFFICERS]
        self.head = people.make_person(f"Hans.{mark}", "department", self.organisation, self.department)
        self.coordinator = people.make_person(f"Carin.{mark}", "coordinator", self.organisation)
        self.department.head = self.head
        self.department.save()
        for person, frequency in zip(self.people, FREQUENCIES, strict=True):
            NoticeChoice.objects.create(user=person, organisation=self.organisation, frequency=frequency)
        self.frequencies = {person.pk: each for person, each in zip(self.people, FREQUENCIES, strict=True)}
        rules = self._rules()
        self.stories = []
        for number in range(DEADLINES):
            row = self._requirement(number)
            dues = {day: self._some_day() for day in self._some_days(4)}
            owners = {day: rng.choice(self.people).pk for day in self._some_days(2)}
            self._will_happen(row, dues, owners)
            crews = {day: Crew((who,), (self.head.pk,), (self.coordinator.pk,)) for day, who in owners.items()}
            self.stories.append(Story(f"requirement:{row.pk}", dues, crews, rules, False, self.organisation.pk))

    def _rules(self) -> dict:
        """The rule of requirements, which the organisation changes once."""
        from apps.reminders.kinds import USUAL
        from apps.reminders.planning import Rule

        changed = self.first + timedelta(days=self.days // 2)
        other = Rule(before=(10, 2), after=(2, 5), repeat_every=6, head_after=2, coordinator_after=5)
        self.changes.setdefault(changed, []).append(lambda: self._write_rule(other))
        return {self.first: USUAL, changed: other}

    def _write_rule(self, rule) -> None:
        from apps.reminders.models import ReminderRule

        names = ("repeat_every", "head_after", "coordinator_after")
        ReminderRule.objects.create(
            organisation=self.organisation,
            kind="requirement",
            before=list(rule.before),
            after=list(rule.after),
            **{name: getattr(rule, name) for name in names},
        )

    def _requirement(self, number: int):
        from apps.procurements.models import Requirement
        from procurement_csr import people

        title = f"Avtal {number}"
        case = people.make_procurement(self.organisation, title, department=self.department, phase="contracted")
        contract = people.make_contract(case, starts_on=date(2026, 1, 1), ends_on=date(2040, 12, 31))
        return Requirement.objects.create(
            contract=contract, procurement=case, kind="internship", model="numeric", count=1
        )

    def _some_days(self, count: int) -> list[date]:
        return sorted({self.first, *(self.first + timedelta(days=self.rng.randrange(self.days)) for _ in range(count))})

    def _some_day(self) -> date | None:
        """A due day that somebody gives, or that there is none: also one that passed more than a year ago."""
        around = self.first + timedelta(days=self.rng.randrange(-20, self.days + 10))
        return self.rng.choice([around, around, around, None])

    def _will_happen(self, row, dues: dict, owners: dict) -> None:
        from apps.procurements.models import Procurement, Requirement

        for day, due_on in dues.items():
            mine = Requirement.objects.filter(pk=row.pk)
            self.changes.setdefault(day, []).append(lambda mine=mine, due_on=due_on: mine.update(due_on=due_on))
        for day, who in owners.items():
            case = Procurement.objects.filter(pk=row.procurement_id)
            self.changes.setdefault(day, []).append(lambda case=case, who=who: case.update(responsible=who))

    def change(self, day: date) -> None:
        """What people do on that day before the product wakes up."""
        for act in self.changes.get(day, []):
            act()

    def end(self) -> None:
        """Nothing of this organisation is due any more."""
        from apps.procurements.models import Requirement

        Requirement.objects.filter(procurement__organisation=self.organisation).update(due_on=None)

    def differences(self, days: int) -> dict[str, list[str]]:
        """What was said and the oracle does not know of, and the reverse."""
        from django.utils import timezone

        from apps.reminders.models import Reminder
        from apps.reminders.tests.oracle import Told, tell

        rows = Reminder.objects.filter(organisation=self.organisation, mail__state="sent").select_related("mail")
        said = [
            Told(timezone.localdate(row.mail.created_at), row.recipient_id, row.deadline_key, row.step, row.due_on)
            for row in rows
        ]
        should = tell(self.stories, first=self.first, days=days, frequencies=self.frequencies, off=self.off)
        wrong = [f"said too much: {each}" for each in said if each not in should or said.count(each) > 1]
        wrong += [f"not said: {each}" for each in should if each not in said]
        if not should:
            wrong.append("the oracle has nothing to say, so nothing was compared")
        return {"what_is_said_is_what_the_oracle_says": wrong} if wrong else {}
