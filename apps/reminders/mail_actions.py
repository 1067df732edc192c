"""What a person decides about a mail that did not leave, or may not have arrived; and emptying old mails."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db.models.functions import Lower

from apps.core.actions import action, change
from apps.reminders.choices import ACCEPTED_STATES, DeliveryStep, MailKind, MailState
from apps.reminders.models import BouncingAddress, DeliveryEvent, OutboxMail

# What a person may do with a mail in each state. A worker holds it in all other states, or it has arrived.
MAY_RELEASE = (MailState.UNCERTAIN, MailState.HELD, MailState.DEAD)
MAY_HOLD = (MailState.PENDING, MailState.UNCERTAIN)
MAY_SETTLE = (MailState.UNCERTAIN, MailState.HELD)
# A mail that somebody releases has this long to leave, also when it was too late for it.
RELEASED_FOR = timedelta(days=1)
KEPT_FOR = timedelta(days=400)
# Links of accounts that never left are good for nothing after this.
ACCOUNT_KEPT_FOR = timedelta(days=7)
EMPTIED_AT_ONCE = 1000

CANNOT = "Mejlet är {state}, så det går inte att {what}. Ladda om sidan och se efter."
EMPTY = "Mejlets innehåll är borttaget, så det kan inte skickas igen. Gör om det som mejlet handlade om."
BOUNCES = "Mejlservern har nekat {address}. Rätta adressen, eller ta bort märkningen om den stämmer, och försök igen."


@action
def release(*, by, mail: OutboxMail, now: datetime) -> OutboxMail:
    """Let a mail that is dead, held or uncertain be sent, with the same Message-ID as before.

    Raises ValidationError when it is in another state, has been emptied or goes to an address that bounces.
    """
    row = _locked(mail, MAY_RELEASE, "skicka det igen")
    if not (row.text or row.html):
        raise ValidationError(EMPTY)
    if bouncing(row.to_address):
        raise ValidationError(BOUNCES.format(address=row.to_address))
    not_after = row.not_after and max(row.not_after, now + RELEASED_FOR)
    values = {"state": MailState.PENDING, "due_at": now, "not_after": not_after, "attempts": 0}
    return _note(row, values, DeliveryStep.RELEASED, by, now)


@action
def hold(*, by, mail: OutboxMail, now: datetime) -> OutboxMail:
    """Keep a mail that waits from being sent until somebody releases it. Raises ValidationError in other states."""
    row = _locked(mail, MAY_HOLD, "hålla det")
    return _note(row, {"state": MailState.HELD}, DeliveryStep.HELD, by, now)


@action
def settle(*, by, mail: OutboxMail, now: datetime) -> OutboxMail:
    """Note that somebody knows that an uncertain or held mail arrived. Raises ValidationError in other states."""
    row = _locked(mail, MAY_SETTLE, "anteckna att det kom fram")
    emptied = {"text": "", "html": "", "attachments": []} if row.kind == MailKind.ACCOUNT else {}
    return _note(row, {"state": MailState.SENT, "sent_at": now} | emptied, DeliveryStep.SETTLED, by, now)


@action
def clear_bounce(*, by, address: BouncingAddress, now: datetime) -> BouncingAddress:
    """Note that an address is right after all, so that mail goes there again. Twice changes nothing."""
    row = BouncingAddress.objects.select_for_update().get(pk=address.pk)
    if row.cleared_at is None:
        change(row, {"cleared_at": now, "cleared_by": by})
    return row


def bouncing(address: str) -> BouncingAddress | None:
    """The standing note that a mail server refused the address."""
    rows = BouncingAddress.objects.filter(cleared_at=None).annotate(key=Lower("email"))
    return rows.filter(key=address.lower()).first()


def empty_old(*, now: datetime) -> int:
    """Empty mails that nobody needs to read again: after 400 days, those of accounts that never left after a week.

    Gives how many. What was sent to whom and when stays.
    """
    finished = (*ACCEPTED_STATES, MailState.DEAD, MailState.HELD)
    old = OutboxMail.objects.filter(state__in=finished).exclude(text="", html="", attachments=[])
    account = {"kind": MailKind.ACCOUNT, "created_at__lt": now - ACCOUNT_KEPT_FOR}
    emptied = 0
    for rows in (old.filter(created_at__lt=now - KEPT_FOR), old.filter(**account)):
        while found := list(rows.values_list("pk", flat=True)[:EMPTIED_AT_ONCE]):
            emptied += OutboxMail.objects.filter(pk__in=found).update(text="", html="", attachments=[])
    return emptied


def _locked(mail: OutboxMail, states: tuple[MailState, ...], what: str) -> OutboxMail:
    row = OutboxMail.objects.select_for_update(of=["self"]).get(pk=mail.pk)
    if row.state not in states:
        raise ValidationError(CANNOT.format(state=f"”{row.get_state_display()}”", what=what))
    return row


def _note(row: OutboxMail, values: dict, step: DeliveryStep, by, now: datetime) -> OutboxMail:
    """Change the row and add to its book. The contents are not checked again: they are what was written once."""
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))
    DeliveryEvent.objects.create(mail=row, fence=row.fence, step=step, at=now, by=by)
    return row
