"""Turns planned reminders into mails of the outbox: one for each person, organisation and slot.

A reminder and its mail change in one transaction, so a reminder is never in no mail and never in two. What may be said
is asked again just before: rights, whether the deadline is open, and what the person has chosen.
"""

import logging
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import NamedTuple

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from apps.accounts.models import Organisation
from apps.core.calendar import add_working_days
from apps.core.deadlines import Deadline
from apps.reminders import unsubscribe
from apps.reminders.choices import Audience, Frequency, MailKind, ReminderState, WhySuppressed
from apps.reminders.directory import Addressee, addressee
from apps.reminders.letters import mail_domain
from apps.reminders.mail_pages import Orphans, Reminding, Rendered, reminding
from apps.reminders.models import OutboxMail, Reminder
from apps.reminders.models.mail import new_message_id
from apps.reminders.rules import Chosen, Decided, chosen_in, decided_by
from apps.reminders.slots import is_close, is_open, slot
from apps.reminders.sources import open_deadlines_of

logger = logging.getLogger(__name__)

# Names the lock of one person's mails; any number that no other lock of the database has.
GATHERING_LOCK = 6_200
AUTOMATIC = {"Auto-Submitted": "auto-generated"}
UNOWNED = "Utan förvaltning"
DAY = timedelta(days=1)


class Waiting(NamedTuple):
    """A planned reminder before it is known in which mail it leaves."""

    pk: int
    recipient_id: int
    deadline_key: str
    audience: str
    due_on: date
    send_on: date


@dataclass(frozen=True)
class _Round:
    """One gathering of one organisation."""

    organisation: Organisation
    decided: Decided
    chosen: Mapping[int, Chosen]
    now: datetime

    @property
    def local(self) -> datetime:
        return timezone.localtime(self.now)

    @property
    def today(self) -> date:
        return self.local.date()

    def choice_of(self, row: Waiting) -> Chosen:
        return self.chosen.get(row.recipient_id, Chosen())

    def slot_of(self, row: Waiting) -> str | None:
        """The mail the reminder leaves in. Administrators get what is nobody's in one mail, never in one for each."""
        ruling, is_orphan = self.decided.ruling(row.deadline_key), row.audience == Audience.ADMINISTRATOR
        return slot(
            Frequency.DIGEST if is_orphan else self.choice_of(row).frequency,
            at_once=ruling.rule.at_once and not is_orphan and is_close(row.due_on, self.today),
            is_required=ruling.is_required or is_orphan,
            organisation_id=self.organisation.pk,
            recipient_id=row.recipient_id,
            reminder_pk=row.pk,
            send_on=row.send_on,
            now=self.local,
            send_at=self.decided.send_at,
            off=self.decided.off,
        )

    def is_muted(self, row: Waiting) -> bool:
        """Whether the recipient wants no reminders of the kind. What is nobody's cannot be muted."""
        is_orphan = row.audience == Audience.ADMINISTRATOR
        return not (is_orphan or self.choice_of(row).wants(self.decided.ruling(row.deadline_key)))

    def may_be_told(self, row: Waiting, deadline: Deadline | None, to: Addressee) -> bool:
        """Whether the deadline is open on that day, and the recipient still is one who may see it."""
        if deadline is None or deadline.due_on != row.due_on:
            return False
        if row.audience == Audience.ADMINISTRATOR:
            return to.is_administrator
        return to.person.holds(deadline.permission, deadline.owner_department_id)


def gather_organisation(*, organisation: Organisation, now: datetime) -> int:
    """Write the mails of the organisation that may leave now, and say how many; none outside its open hours.

    Each person's mails are a transaction of their own, and any number of gatherers may run at once. What may not be
    said just now is left to the next planning. One person's failure is logged and does not stop the others: raises
    RuntimeError at the end when there was one.
    """
    local = timezone.localtime(now)
    decided = decided_by(organisation, today=local.date())
    if not is_open(local, send_at=decided.send_at, off=decided.off):
        return 0
    gathering = _Round(organisation, decided, chosen_in(organisation), now)
    slots = _free_slots(gathering)
    found = _open(gathering, [row for rows in slots.values() for row in rows])
    count, failed = 0, 0
    for recipient, group in groupby(slots.items(), key=lambda item: item[1][0].recipient_id):
        try:
            count += _gather_person(gathering, recipient, dict(group), found)
        except Exception:
            logger.exception("The mails to user %s in organisation %s were not written", recipient, organisation.pk)
            failed += 1
    if failed:
        raise RuntimeError(f"the mails to {failed} people in organisation {organisation.pk} were not written")
    return count


def post(
    page: Rendered,
    *,
    kind: MailKind,
    slot: str,
    organisation: Organisation,
    to: Addressee,
    now: datetime,
    not_after: datetime,
    headers: Mapping[str, str] = AUTOMATIC,
) -> OutboxMail | None:
    """Put a mail into the outbox, or give None when the slot has been used."""
    try:
        with transaction.atomic():
            return OutboxMail.objects.create(
                message_id=new_message_id(mail_domain()),
                slot=slot,
                kind=kind,
                organisation=organisation,
                recipient_id=to.person.id,
                to_address=to.email,
                subject=page.subject,
                text=page.text,
                html=page.html,
                headers=dict(headers),
                due_at=now,
                not_after=not_after,
            )
    except IntegrityError:
        if OutboxMail.objects.filter(slot=slot).exists():
            return None
        raise


def end_of(day: date) -> datetime:
    """The midnight that ends the day in Sweden."""
    return timezone.make_aware(datetime.combine(day + DAY, time()))


def _free_slots(gathering: _Round) -> dict[str, list[Waiting]]:
    """The reminders that may leave now by the mail they leave in, person after person."""
    due = Reminder.objects.planned().filter(organisation=gathering.organisation, send_on__lte=gathering.today)
    slots = defaultdict(list)
    for row in due.order_by("recipient", "pk").values_list(*Waiting._fields).iterator():
        waiting = Waiting(*row)
        if name := gathering.slot_of(waiting):
            slots[name].append(waiting)
    for used in OutboxMail.objects.filter(slot__in=list(slots)).values_list("slot", flat=True):
        del slots[used]
    return dict(sorted(slots.items(), key=lambda item: item[1][0].recipient_id))


def _open(gathering: _Round, rows: list[Waiting]) -> dict[str, Deadline]:
    """The open deadlines that the reminders are about, on the days they are about."""
    if not rows:
        return {}
    keys, days = {row.deadline_key for row in rows}, [row.due_on for row in rows]
    found = open_deadlines_of(gathering.organisation, since=min(days), until=max(days), today=gathering.today)
    return {each.key: each for each in found if each.key in keys}


def _gather_person(
    gathering: _Round, recipient_id: int, slots: dict[str, list[Waiting]], found: Mapping[str, Deadline]
) -> int:
    """Write the mails that one person gets now, and say how many. Who comes second to a person leaves it alone."""
    with transaction.atomic():
        if not _take(gathering.organisation, recipient_id):
            return 0
        to = addressee(recipient_id, gathering.organisation)
        if to is None or to.person.is_bouncing:
            return 0
        rows = [row for group in slots.values() for row in group]
        _let_muted_go(gathering, [row for row in rows if gathering.is_muted(row)])
        tellable = {
            row.pk
            for row in rows
            if not gathering.is_muted(row) and gathering.may_be_told(row, found.get(row.deadline_key), to)
        }
        told = _told(gathering, rows)
        count = 0
        for name, group in slots.items():
            locked = _lock([row.pk for row in group if row.pk in tellable])
            if locked:
                count += _write(gathering, name, locked, to, found, told)
        return count


def _lock(keys: list[int]) -> list[Reminder]:
    """Those still planned, and held until the transaction ends. What a planner is changing is left for later."""
    rows = Reminder.objects.select_for_update(skip_locked=True, of=("self",)).planned()
    return list(rows.filter(pk__in=keys).select_related("department").order_by("pk"))


def _let_muted_go(gathering: _Round, rows: list[Waiting]) -> None:
    if rows:
        muted = Reminder.objects.planned().filter(pk__in=[row.pk for row in rows])
        state, why = ReminderState.SUPPRESSED, WhySuppressed.SWITCHED_OFF
        muted.update(state=state, why_suppressed=why, settled_at=gathering.now)


def _told(gathering: _Round, rows: list[Waiting]) -> dict[str, list[str]]:
    """What others are who have been told of the same deadlines on the same days, or will be in this round."""
    days = {row.deadline_key: row.due_on for row in rows}
    others = Reminder.objects.filter(
        organisation=gathering.organisation,
        deadline_key__in=days,
        send_on__lte=gathering.today,
        state__in=(ReminderState.PLANNED, ReminderState.MAILED),
    ).exclude(recipient=rows[0].recipient_id)
    found = set(others.values_list("deadline_key", "due_on", "recipient", "audience"))
    told: dict[str, dict[int, str]] = defaultdict(dict)
    for key, due_on, recipient, audience in sorted(found):
        if due_on == days[key]:
            told[key].setdefault(recipient, audience)
    return {key: list(people.values()) for key, people in told.items()}


def _write(
    gathering: _Round,
    name: str,
    rows: list[Reminder],
    to: Addressee,
    found: Mapping[str, Deadline],
    told: Mapping[str, list[str]],
) -> int:
    """One mail with its reminders: 1, or 0 when the slot was used meanwhile."""
    kind = MailKind(name.partition(":")[0])
    orphans = [row for row in rows if row.audience == Audience.ADMINISTRATOR]
    is_optional = not orphans and not any(gathering.decided.ruling(row.deadline_key).is_required for row in rows)
    page = reminding(
        Reminding(
            kind=kind,
            organisation=gathering.organisation,
            name=to.name,
            today=gathering.today,
            deadlines=[found[row.deadline_key] for row in rows if row not in orphans],
            orphans=orphans_of(orphans),
            audiences=frozenset(row.audience for row in rows),
            told=told,
            is_optional=is_optional,
        )
    )
    way_out = unsubscribe.headers(user_id=to.person.id, organisation_id=gathering.organisation.pk)
    # One that becomes late is tried the next day that mails leave, too.
    last = max(gathering.today, min(row.due_on for row in rows))
    mail = post(
        page,
        kind=kind,
        slot=name,
        organisation=gathering.organisation,
        to=to,
        now=gathering.now,
        not_after=end_of(add_working_days(last, 1, gathering.decided.off)),
        headers=AUTOMATIC | way_out if is_optional else AUTOMATIC,
    )
    if mail is None:
        return 0
    mailed = Reminder.objects.filter(pk__in=[row.pk for row in rows])
    mailed.update(state=ReminderState.MAILED, mail=mail, settled_at=gathering.now)
    return 1


def orphans_of(rows: list[Reminder]) -> list[Orphans]:
    """How many reminders of each department have nobody else to tell."""
    counts = Counter(row.department.name if row.department else UNOWNED for row in rows)
    return [Orphans(department, count) for department, count in sorted(counts.items())]


def _take(organisation: Organisation, recipient_id: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_try_advisory_xact_lock(%s, hashtext(%s))",
            [GATHERING_LOCK, f"{organisation.pk}:{recipient_id}"],
        )
        return cursor.fetchone()[0]
