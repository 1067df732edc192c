"""What was sent to whom about which deadline."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import capfirst

from apps.accounts.models import Organisation, User
from apps.core.formats import iso_date
from apps.reminders.choices import ACCEPTED_STATES, MailState, ReminderState
from apps.reminders.kinds import BY_NAME
from apps.reminders.models import Reminder
from apps.reminders.rule_queries import Ruling, rulings_of
from apps.reminders.rule_words import step_words

# So many lines of each stand on a page.
SHOWN = 3
SENT, ON_ITS_WAY = "skickad", "på väg"
# What became of a reminder whose mail did not simply leave: nobody may believe that it is on its way.
_HINDERED = {
    MailState.DEAD: ("gick inte att skicka", "bad"),
    MailState.HELD: ("stoppad tills någon bestämmer", "warn"),
    MailState.UNCERTAIN: ("osäkert om den kom fram", "warn"),
}


@dataclass(frozen=True)
class Happening:
    """A line of a timeline: a reminder that was sent or comes, to `by`."""

    on: date
    text: str
    url: str = ""
    by: str = ""


def notices_of(user: User, organisation: Organisation) -> QuerySet[Reminder]:
    """The organisation's reminders that the user may see: one's own, and those of deadlines one may see."""
    return Reminder.objects.visible_to(user).filter(organisation=organisation)


def step_of(row: Reminder, rulings: dict[str, Ruling]) -> str:
    """Which step it is, as words. The days are counted as the kind's rule counts them now."""
    ruling = rulings.get(row.kind)
    return capfirst(step_words(row.step, in_working_days=bool(ruling and ruling.rule.in_working_days)))


def state_of(row: Reminder) -> str:
    """What became of a reminder: one in a mail is sent when the mail is."""
    if row.state == ReminderState.MAILED:
        told, _ = _HINDERED.get(row.mail.state, (ON_ITS_WAY, ""))
        return SENT if row.mail.state in ACCEPTED_STATES else told
    return row.get_why_suppressed_display() or row.get_state_display()


def tone_of(row: Reminder) -> str:
    """The tone of that."""
    if row.state == ReminderState.MAILED:
        _, tone = _HINDERED.get(row.mail.state, ("", "info"))
        return "good" if row.mail.state in ACCEPTED_STATES else tone
    return "neutral"


def kind_label(row: Reminder) -> str:
    """What the kind is called; a kind that is gone keeps its name."""
    kind = BY_NAME.get(row.kind)
    return kind.label if kind else row.kind


def last_sent(user: User, organisation: Organisation, *, context_url: str) -> list[Happening]:
    """The latest reminders of a page that left, newest first."""
    rows = notices_of(user, organisation).filter(context_url=context_url, mail__state__in=ACCEPTED_STATES)
    rulings = rulings_of(organisation)
    return [
        Happening(
            timezone.localdate(row.mail.sent_at),
            f"{row.title}, {step_of(row, rulings).lower()} ({iso_date(row.due_on)})",
            by=str(row.recipient),
        )
        for row in rows.select_related("mail", "recipient").order_by("-mail__sent_at", "-pk")[:SHOWN]
    ]
