"""When an address is refused, the reminders of its mail are sent at once to whoever stands next.

A copy is a mail of its own. Its reminders become the deputy's, so that planning does not tell the deputy again, and so
that the copy is copied in its turn when the deputy's address is refused as well.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from apps.accounts.models import Organisation
from apps.core.calendar import add_working_days
from apps.core.deadlines import Deadline
from apps.reminders.choices import Audience, DeliveryStep, MailKind, MailState, ReminderState
from apps.reminders.directory import addressee, directory_of
from apps.reminders.gathering import end_of, orphans_of, post
from apps.reminders.mail_pages import Reminding, reminding
from apps.reminders.models import DeliveryEvent, OutboxMail, Reminder
from apps.reminders.plan_actions import reminder_of
from apps.reminders.planning import Wanted
from apps.reminders.recipients import Directory, deputies
from apps.reminders.rules import Decided, decided_by
from apps.reminders.slots import is_open
from apps.reminders.sources import open_deadlines_of

logger = logging.getLogger(__name__)

# What was refused before this is no news to a deputy. Longer than any holiday, when nothing is written.
LATELY = timedelta(days=30)
COPIES, NO_COPY = "Kopia: mejl {numbers}.", "Ingen annan behöver eller kan få det."


@dataclass(frozen=True)
class _Case:
    """One refused mail, and what it takes to write its copies."""

    mail: OutboxMail
    organisation: Organisation
    decided: Decided
    now: datetime

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)


# One reminder for a deputy: the deadline, and the row as it should stand.
Told = tuple[Deadline, Wanted]


def copy_refused(*, organisation: Organisation, now: datetime) -> int:
    """Write the copies of the organisation's mails whose addresses were refused, and say how many; once for each mail.

    None outside the open hours: what is refused in the last minute is copied the next morning. Each mail is a
    transaction of its own; a failure is logged, and tried again in the next round.
    """
    waiting = list(_uncopied(organisation, now))
    if not waiting:
        return 0
    local = timezone.localtime(now)
    decided = decided_by(organisation, today=local.date())
    if not is_open(local, send_at=decided.send_at, off=decided.off):
        return 0
    directory = directory_of(organisation)
    found = _open_deadlines(organisation, waiting, local.date())
    count = 0
    for pk in waiting:
        try:
            count += _copy_one(pk, organisation, decided, directory, found, now)
        except Exception:
            logger.exception("Mail %s was refused, and the copy of it could not be written", pk)
    return count


def _uncopied(organisation: Organisation, now: datetime) -> Iterable[int]:
    """The refused mails that nobody has copied, oldest first."""
    events = DeliveryEvent.objects.filter(mail=OuterRef("pk"))
    rows = OutboxMail.objects.filter(organisation=organisation, due_at__gte=now - LATELY, state=MailState.DEAD)
    rows = rows.filter(Exists(Reminder.objects.filter(mail=OuterRef("pk"))))
    rows = rows.filter(Exists(events.filter(step=DeliveryStep.REFUSED_ADDRESS)))
    rows = rows.exclude(Exists(events.filter(step=DeliveryStep.COPIED)))
    return rows.order_by("pk").values_list("pk", flat=True)


def _open_deadlines(organisation: Organisation, mails: list[int], today: date) -> Mapping[tuple[str, date], Deadline]:
    about = set(Reminder.objects.filter(mail__in=mails).values_list("deadline_key", "due_on"))
    days = [due_on for _, due_on in about]
    found = open_deadlines_of(organisation, since=min(days), until=max(days), today=today)
    return {(each.key, each.due_on): each for each in found if (each.key, each.due_on) in about}


def _copy_one(
    pk: int,
    organisation: Organisation,
    decided: Decided,
    directory: Directory,
    found: Mapping[tuple[str, date], Deadline],
    now: datetime,
) -> int:
    """The copies of one mail. Who comes second to it leaves it alone."""
    with transaction.atomic():
        rows = OutboxMail.objects.select_for_update(of=("self",), skip_locked=True).select_related("recipient")
        mail = rows.filter(pk=pk, pk__in=_uncopied(organisation, now)).first()
        if mail is None:
            return 0
        case = _Case(mail, organisation, decided, now)
        copies = [_write(case, who, told) for who, told in sorted(_told(case, directory, found).items())]
        numbers = ", ".join(str(copy.pk) for copy in copies if copy)
        said = COPIES.format(numbers=numbers) if numbers else NO_COPY
        noted = {"fence": mail.fence, "step": DeliveryStep.COPIED, "at": now, "answer": said[:300]}
        DeliveryEvent.objects.create(mail=mail, **noted)
        return sum(copy is not None for copy in copies)


def _told(case: _Case, directory: Directory, found: Mapping[tuple[str, date], Deadline]) -> Mapping[int, list[Told]]:
    """What each deputy is to be told of the mail's reminders: what is still open on its day."""
    told: dict[int, list[Told]] = defaultdict(list)
    for row in case.mail.reminders.order_by("pk"):
        deadline = found.get((row.deadline_key, row.due_on))
        if deadline is None:
            continue
        people, audience = deputies(deadline, Audience(row.audience), directory)
        for each in set(people) - {row.recipient_id}:
            wanted = Wanted(row.deadline_key, each, row.step, row.due_on, row.send_on, audience, is_newest=True)
            told[each].append((deadline, wanted))
    return told


def _write(case: _Case, recipient_id: int, told: list[Told]) -> OutboxMail | None:
    """One deputy's copy, or None when the deputy has been told all of it as the same."""
    to = addressee(recipient_id, case.organisation)
    rows = _rows(case, told) if to else []
    if not rows:
        return None
    untold = {(row.deadline_key, row.due_on, row.step) for row in rows}
    deadlines = {each.key: each for each, wanted in told if (each.key, each.due_on, wanted.step) in untold}
    audiences = {wanted.deadline_key: wanted.audience for _, wanted in told}
    orphans = [row for row in rows if audiences[row.deadline_key] == Audience.ADMINISTRATOR]
    hidden = {row.deadline_key for row in orphans}
    page = reminding(
        Reminding(
            kind=MailKind.COPY,
            organisation=case.organisation,
            name=to.name,
            today=case.today,
            deadlines=[each for key, each in deadlines.items() if key not in hidden],
            orphans=orphans_of(orphans),
            audiences=frozenset(audiences[key] for key in deadlines),
            copied_from=str(case.mail.recipient or "en person som inte längre finns"),
        )
    )
    last = max(case.today, min(row.due_on for row in rows))
    copy = post(
        page,
        kind=MailKind.COPY,
        slot=f"copy:{case.mail.pk}:{recipient_id}",
        organisation=case.organisation,
        to=to,
        now=case.now,
        not_after=end_of(add_working_days(last, 1, case.decided.off)),
    )
    if copy:
        free = Reminder.objects.filter(pk__in=[row.pk for row in rows]).exclude(state=ReminderState.MAILED)
        free.update(state=ReminderState.MAILED, why_suppressed="", mail=copy, settled_at=case.now)
    return copy


def _rows(case: _Case, told: list[Told]) -> list[Reminder]:
    """The deputy's own rows, made where there are none and held until the copy is saved; without what the deputy has
    been told already as the same."""
    made = [reminder_of(wanted, deadline, case.organisation, now=case.now) for deadline, wanted in told]
    Reminder.objects.bulk_create(made, ignore_conflicts=True)
    wanted = {(each.deadline_key, each.due_on, each.step): each.audience for _, each in told}
    rows = Reminder.objects.select_for_update(of=("self",)).select_related("department")
    rows = rows.filter(
        organisation=case.organisation, recipient=made[0].recipient_id, deadline_key__in={key for key, *_ in wanted}
    )
    mine = [row for row in rows.order_by("pk") if (row.deadline_key, row.due_on, row.step) in wanted]
    return [
        row
        for row in mine
        if row.state != ReminderState.MAILED or row.audience != wanted[row.deadline_key, row.due_on, row.step]
    ]
