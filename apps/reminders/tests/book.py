"""Planning and slots at work on rows in memory, as planning and gathering work on rows in the database."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from apps.core.deadlines import Deadline
from apps.reminders.choices import Frequency, ReminderState
from apps.reminders.planning import Changes, Identity, Row, reconcile, wanted
from apps.reminders.recipients import Recipients
from apps.reminders.slots import is_close, slot
from apps.reminders.tests.oracle import Crew, Story, Told

HALF_PAST_SEVEN = time(7, 30)


def deadline_of(key: str, due_on: date, **fields) -> Deadline:
    usual = {
        "title": "Rapport från leverantören",
        "organisation_id": 1,
        "owner_department_id": 1,
        "responsible_id": None,
        "legal_basis": "",
        "url": "/",
        "permission": "procurements.follow_procurement",
    }
    return Deadline(key=key, due_on=due_on, **{**usual, **fields})


def recipients_of(crew: Crew) -> Recipients:
    return Recipients(crew.owners, crew.heads, crew.coordinators)


@dataclass
class Book:
    """The rows of one organisation, and the slots that are used."""

    active_from: date
    off: frozenset[date] = frozenset()
    rows: dict[int, Row] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    told: list[Told] = field(default_factory=list)

    @property
    def identities(self) -> set[Identity]:
        return {row.identity for row in self.rows.values()}

    def planned(self) -> list[Row]:
        return [row for row in self.rows.values() if row.state == ReminderState.PLANNED]

    def changes(self, stories: list[Story], today: date, *, is_lazy: bool = False) -> Changes:
        """What planning would change today; `is_lazy` says what is known already."""
        found, open_due = [], {}
        known = self.identities if is_lazy else ()
        for story in stories:
            due_on, crew, rule = story.at(today)
            if due_on:
                open_due[story.key] = due_on
                deadline, people = deadline_of(story.key, due_on), recipients_of(crew)
                days = {"off": self.off, "today": today, "active_from": self.active_from}
                found += wanted(deadline, rule, people, known=known, **days)
        return reconcile(self.rows.values(), found, open_due, today=today)

    def apply(self, changes: Changes) -> None:
        """Write the changes; a row that stands already is not written again, as the database's unique key has it."""
        standing = self.identities
        for each in changes.new:
            if each.identity not in standing:
                state = ReminderState.PLANNED if each.is_newest else ReminderState.SUPERSEDED
                pk = len(self.rows) + 1
                self.rows[pk] = Row(pk, *each.identity, each.send_on, state)
        for pk in changes.supersede:
            self._change(pk, ReminderState.SUPERSEDED)
        for pk, reason in changes.suppress.items():
            self._change(pk, ReminderState.SUPPRESSED, reason)
        for pk in changes.revive:
            self._change(pk, ReminderState.PLANNED)

    def plan(self, stories: list[Story], today: date, **how) -> Changes:
        changes = self.changes(stories, today, **how)
        self.apply(changes)
        return changes

    def gather(self, stories: list[Story], today: date, frequencies: dict[int, str] | None = None) -> None:
        """Mail what may leave at half past seven. A slot that is used waits for the next."""
        by_key, now, opened = {story.key: story for story in stories}, datetime.combine(today, HALF_PAST_SEVEN), set()
        for row in self.planned():
            story = by_key[row.deadline_key]
            name = slot(
                Frequency((frequencies or {}).get(row.recipient_id, "digest")),
                at_once=story.at(today)[2].at_once and is_close(row.due_on, today),
                is_required=story.is_required,
                organisation_id=story.organisation_id,
                recipient_id=row.recipient_id,
                reminder_pk=row.pk,
                send_on=row.send_on,
                now=now,
                send_at=HALF_PAST_SEVEN,
                off=self.off,
            )
            if name and name not in self.used:
                opened.add(name)
                self._change(row.pk, ReminderState.MAILED)
                self.told.append(Told(today, row.recipient_id, row.deadline_key, row.step, row.due_on))
        self.used |= opened

    def _change(self, pk: int, state: ReminderState, reason: str = "") -> None:
        self.rows[pk] = self.rows[pk]._replace(state=state, why_suppressed=reason)


def days(first: date, count: int) -> list[date]:
    return [first + timedelta(days=number) for number in range(count)]
