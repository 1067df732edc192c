"""What must hold whatever broke. Each promise is a function of its own, so that a failure says which one it was.

The mail server's record is the truth about what was sent; the product's tables are what it says about itself.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import time

from django.utils import timezone

from apps.accounts.models import Membership
from apps.core.calendar import is_working_day
from apps.reminders.choices import ACCEPTED_STATES, DeliveryStep, MailState, ReminderState
from apps.reminders.models import DeliveryEvent, OutboxMail, Reminder
from procurement_csr.faults.clock import Clock
from procurement_csr.faults.plant import LEASE_SECONDS
from procurement_csr.faults.record import Accepted
from procurement_csr.faults.town import Expected, Round, Town

OPENS, CLOSES = time(7, 30), time(18)
# How long a mail may be on its way from a worker that may still send to the record of the mail server.
ON_ITS_WAY = 1.0
ASKING = (MailState.DEAD, MailState.HELD)


@dataclass
class Evidence:
    """Everything about the mails of a round, or of a whole campaign."""

    mails: list[OutboxMail]
    reminders: list[Reminder]
    events: dict[int, list[DeliveryEvent]]
    copies: dict[str, list[Accepted]]
    towns: list[Town]
    members: set[tuple[int, int]]
    clock: Clock
    expected: set[Expected] = field(default_factory=set)
    must_be_certain: bool = False

    def steps(self, mail: OutboxMail, step: DeliveryStep) -> list[DeliveryEvent]:
        return [event for event in self.events.get(mail.pk, []) if event.step == step]

    @property
    def refused(self) -> set[int | None]:
        """The people whose addresses the mail server refused."""
        return {mail.recipient_id for mail in self.mails if self.steps(mail, DeliveryStep.REFUSED_ADDRESS)}

    def copies_of(self, mail: OutboxMail) -> list[Accepted]:
        return self.copies.get(mail.message_id, [])

    def was_accepted(self, mail: OutboxMail) -> bool:
        return mail.state in ACCEPTED_STATES and bool(self.copies_of(mail))


def gather(towns: list[Town], clock: Clock, accepted: list[Accepted], this: Round | None = None) -> Evidence:
    """Read what the promises are held against: of one round, or of everything."""
    since = this or Round(None, set(), 0, 0, 0)
    mails = OutboxMail.objects.filter(pk__gt=since.last_mail).select_related("recipient")
    mails = mails if this else mails.defer("text", "html")
    events, copies = defaultdict(list), defaultdict(list)
    for event in DeliveryEvent.objects.filter(mail__gt=since.last_mail).order_by("pk"):
        events[event.mail_id].append(event)
    for each in accepted:
        if each.number > since.last_copy:
            copies[each.message_id].append(each)
    return Evidence(
        mails=list(mails),
        reminders=list(Reminder.objects.filter(pk__gt=since.last_reminder).select_related("mail")),
        events=events,
        copies=copies,
        towns=towns,
        members=set(Membership.objects.values_list("organisation", "user")),
        clock=clock,
        expected=since.expected,
        must_be_certain=since.must_be_certain,
    )


# --- The promises -----------------------------------------------------------------------------------------------------
def each_due_reminder_is_one_row(found: Evidence) -> Iterator[str]:
    """What is to be said stands exactly once, and nothing stands twice."""
    rows = Counter(_identity(row) for row in found.reminders)
    yield from (f"{identity} stands {count} times" for identity, count in rows.items() if count > 1)
    missing = found.expected - rows.keys()
    yield from (f"{identity} was not planned" for identity in missing if identity[2] not in found.refused)


def sent_means_accepted(found: Evidence) -> Iterator[str]:
    """A mail is called sent only after the mail server took it."""
    for mail in found.mails:
        if mail.state in ACCEPTED_STATES and not found.copies_of(mail):
            yield f"mail {mail.pk} is {mail.state}, but nobody has it"
        for event in found.steps(mail, DeliveryStep.ACCEPTED):
            if not any(copy.at <= found.clock.real(event.at) + ON_ITS_WAY for copy in found.copies_of(mail)):
                yield f"mail {mail.pk} was called accepted before it was"


def no_mail_is_doubled_in_silence(found: Evidence) -> Iterator[str]:
    """One copy of each mail, and one more at most for each time it stands as uncertain."""
    for mail in found.mails:
        copies, doubts = len(found.copies_of(mail)), len(found.steps(mail, DeliveryStep.UNCERTAIN))
        if copies > 1 + doubts:
            yield f"mail {mail.pk} arrived {copies} times and was uncertain {doubts} times"


def nothing_accepted_is_unrecorded(found: Evidence) -> Iterator[str]:
    """Whatever the mail server took stands as sent, or as uncertain."""
    by_name = {mail.message_id: mail for mail in found.mails}
    for name, copies in found.copies.items():
        mail = by_name.get(name) or OutboxMail.objects.filter(message_id=name).first()
        if mail is None:
            yield f"{name} was accepted and is in no table"
        elif mail.state not in ACCEPTED_STATES and not DeliveryEvent.objects.filter(mail=mail, step="uncertain"):
            yield f"mail {mail.pk} was accepted {len(copies)} times and is {mail.state}"


def no_due_mail_is_lost_in_silence(found: Evidence) -> Iterator[str]:
    """Everything due is accepted in the end, or stands where an administrator is asked, with the reason."""
    for mail in found.mails:
        if not found.was_accepted(mail) and not _is_flagged(found, mail):
            yield f"mail {mail.pk} is {mail.state} and was accepted {len(found.copies_of(mail))} times"
    rows = {_identity(row): row for row in found.reminders}
    for identity in found.expected & rows.keys():
        row = rows[identity]
        if row.state != ReminderState.MAILED and row.recipient_id not in found.refused:
            yield f"{identity} is {row.state} and in no mail"


def a_refused_address_has_a_deputy(found: Evidence) -> Iterator[str]:
    """Somebody else is told of what could not be said to who should act: at once, in one copy of the refused mail."""
    reminding = {row.mail_id for row in found.reminders}
    for mail in found.mails:
        copies = len(found.steps(mail, DeliveryStep.COPIED))
        if mail.pk in reminding and found.steps(mail, DeliveryStep.REFUSED_ADDRESS) and copies != 1:
            yield f"mail {mail.pk} was refused and copied {copies} times"
    told = {(row.deadline_key, row.due_on) for row in found.reminders if row.mail and found.was_accepted(row.mail)}
    for key, due_on, recipient, _ in found.expected:
        if recipient in found.refused and (key, due_on) not in told:
            yield f"nobody was told of {key} due {due_on}"


def no_mail_is_written_in_quiet_time(found: Evidence) -> Iterator[str]:
    """Reminders become mails between half past seven and six on working days, in Swedish time."""
    for mail in found.mails:
        # What was planned for a moment is of that moment, even if the campaign's clock jumped before it was written. A
        # mail that is tried again no longer tells its moment; the others of its round do.
        if found.steps(mail, DeliveryStep.RETRY):
            continue
        local = timezone.localtime(min(mail.created_at, mail.due_at))
        if mail.slot and not (OPENS <= local.time() < CLOSES and is_working_day(local.date())):
            yield f"mail {mail.pk} was written on {local:%Y-%m-%d %H:%M}"


def no_mail_crosses_organisations(found: Evidence) -> Iterator[str]:
    """A mail goes to a member of its organisation, and holds that organisation's deadlines only."""
    inside = defaultdict(list)
    for row in found.reminders:
        inside[row.mail_id].append(row)
    for mail in found.mails:
        addresses = {address for copy in found.copies_of(mail) for address in copy.recipients}
        if addresses - {mail.to_address} or (mail.recipient and mail.recipient.email != mail.to_address):
            yield f"mail {mail.pk} went to somebody else"
        if mail.recipient and (mail.organisation_id, mail.recipient_id) not in found.members:
            yield f"mail {mail.pk} went to somebody outside"
        about = {(row.organisation_id, row.recipient_id) for row in inside[mail.pk]}
        if about - {(mail.organisation_id, mail.recipient_id)}:
            yield f"mail {mail.pk} holds reminders of others"
        others = [town.marker for town in found.towns if town.organisation_id != mail.organisation_id]
        if mail.recipient and "text" not in mail.get_deferred_fields() and any(name in mail.text for name in others):
            yield f"mail {mail.pk} names another organisation's contract"


def nobody_sends_after_the_lease(found: Evidence) -> Iterator[str]:
    """Every copy belongs to one hand-over of its own, which was begun at most a lease before."""
    for mail in found.mails:
        begun = [found.clock.real(event.at) for event in found.steps(mail, DeliveryStep.HANDED_OVER)]
        for copy in sorted(found.copies_of(mail), key=lambda copy: copy.at):
            fitting = [at for at in begun if at - ON_ITS_WAY <= copy.at <= at + LEASE_SECONDS + ON_ITS_WAY]
            if fitting:
                begun.remove(fitting[0])
            else:
                yield f"mail {mail.pk} was handed over by a worker that had no right to it any more"


def a_stopping_worker_leaves_no_doubt(found: Evidence) -> Iterator[str]:
    """Who is asked to stop finishes the mail in its hand."""
    for mail in found.mails:
        if found.must_be_certain and found.steps(mail, DeliveryStep.UNCERTAIN):
            yield f"mail {mail.pk} is uncertain though its worker was asked to stop"


PROMISES = (
    each_due_reminder_is_one_row,
    sent_means_accepted,
    no_mail_is_doubled_in_silence,
    nothing_accepted_is_unrecorded,
    no_due_mail_is_lost_in_silence,
    a_refused_address_has_a_deputy,
    no_mail_is_written_in_quiet_time,
    no_mail_crosses_organisations,
    nobody_sends_after_the_lease,
    a_stopping_worker_leaves_no_doubt,
)


def broken_promises(found: Evidence) -> dict[str, list[str]]:
    """What does not hold, by the name of the promise."""
    said = {promise.__name__: list(promise(found)) for promise in PROMISES}
    return {name: lines for name, lines in said.items() if lines}


def flagged(found: Evidence) -> int:
    """How many mails an administrator can see were uncertain, refused or given up."""
    return sum(_is_flagged(found, mail) or bool(found.steps(mail, DeliveryStep.UNCERTAIN)) for mail in found.mails)


def second_copies(found: Evidence) -> int:
    """How many copies arrived beyond the first of each mail: all of them flagged when no promise is broken."""
    return sum(max(0, len(found.copies_of(mail)) - 1) for mail in found.mails)


def _is_flagged(found: Evidence, mail: OutboxMail) -> bool:
    return mail.state in ASKING and bool(found.events.get(mail.pk))


def _identity(row: Reminder) -> Expected:
    return (row.deadline_key, row.due_on, row.recipient_id, row.step)
