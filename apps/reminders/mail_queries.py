"""What the administrator's pages of mail read: states, addresses that bounce, and what happened to one mail.

They never show what a mail says. Its subject is shown only for kinds that tell of nothing the administrator may not
see: a reminder names its task there.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q, QuerySet
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.text import capfirst

from apps.accounts.models import Membership, Organisation, User
from apps.core.formats import iso_date
from apps.reminders import mail_actions
from apps.reminders.choices import MailKind, MailState
from apps.reminders.models import BouncingAddress, OutboxMail, Pulse

# The subjects of these hold no deadline.
OPEN_SUBJECTS = (MailKind.ACCOUNT, MailKind.NOTICE, MailKind.SUMMONS)
WAITING = (MailState.PENDING, MailState.CLAIMED, MailState.SENDING)
NEEDS_SOMEBODY = (MailState.HELD, MailState.DEAD, MailState.UNCERTAIN)
TONES = {
    MailState.PENDING: "neutral",
    MailState.CLAIMED: "info",
    MailState.SENDING: "info",
    MailState.SENT: "good",
    MailState.RESENT: "good",
    MailState.UNCERTAIN: "warn",
    MailState.HELD: "warn",
    MailState.DEAD: "bad",
}


@dataclass(frozen=True)
class Fact:
    """A line of a summary list."""

    key: str
    value: str


@dataclass(frozen=True)
class Happening:
    """A line of a timeline."""

    on: datetime
    text: str
    by: str = ""
    url: str = ""


@dataclass(frozen=True)
class Standing:
    """How sending is: the page's sentence, the figures, and why the mail server rests (empty when it does not)."""

    lead: str
    counts: list[Fact]
    pulse: list[Fact]
    pause: str


def mails_of(user: User, organisation: Organisation) -> QuerySet[OutboxMail]:
    """The organisation's mails, and those of no organisation to people who work in it; for its administrators."""
    members = Membership.objects.filter(organisation=organisation)
    own = Q(organisation=organisation) | Q(organisation=None, recipient__in=members.values("user"))
    return OutboxMail.objects.visible_to(user).filter(own)


def standing(user: User, organisation: Organisation, *, now: datetime) -> Standing:
    """The whole of sending in some lines."""
    mails = mails_of(user, organisation)
    counts = dict(mails.order_by().values_list("state").annotate(number=Count("pk")))
    waits = mails.filter(state__in=WAITING, due_at__lte=now)
    oldest = waits.order_by().aggregate(oldest=Min("due_at"))["oldest"]
    pulse = Pulse.objects.filter(pk=1).first() or Pulse(pk=1)
    return Standing(
        lead=_lead(counts),
        counts=[Fact(capfirst(state.label), str(counts.get(state, 0))) for state in MailState],
        pulse=[
            Fact("Äldsta mejl som borde ha gått iväg", iso_date(oldest) if oldest else "inget väntar"),
            Fact("Påminnelser planerades senast", _moment(pulse.planned_at)),
            Fact("Mejl samlades ihop senast", _moment(pulse.gathered_at)),
            Fact("Utskicket tittade efter mejl senast", _moment(pulse.sent_at)),
        ],
        pause=_pause(pulse),
    )


def bouncing_in(organisation: Organisation) -> QuerySet[BouncingAddress]:
    """Addresses that a mail server refuses and that the organisation has written to, or that belong to its people."""
    people = User.objects.filter(memberships__organisation=organisation).values("email")
    sent = OutboxMail.objects.filter(organisation=organisation).values(address=Lower("to_address"))
    rows = BouncingAddress.objects.filter(cleared_at=None).annotate(address=Lower("email"))
    return rows.filter(Q(address__in=people) | Q(address__in=sent))


def subject_of(mail: OutboxMail) -> str:
    """The subject, or for reminders what kind of mail it is."""
    return mail.subject if mail.kind in OPEN_SUBJECTS else capfirst(mail.get_kind_display())


def facts_of(mail: OutboxMail) -> list[Fact]:
    """A mail without its contents."""
    rows = [
        ("Slag", capfirst(mail.get_kind_display())),
        ("Till", mail.to_address),
        ("Mottagare", str(mail.recipient or "–")),
        ("Skrivet", iso_date(mail.created_at)),
        ("Ska skickas", iso_date(mail.due_at)),
        ("Senast", iso_date(mail.not_after) if mail.not_after else "ingen gräns"),
        ("Skickat", iso_date(mail.sent_at)),
        ("Försök", str(mail.attempts)),
        ("Message-ID", mail.message_id),
    ]
    if reminders := mail.reminders.count():
        rows.append(("Påminnelser i mejlet", str(reminders)))
    if mail.last_answer:
        rows.append(("Mejlserverns senaste svar", mail.last_answer))
    return [Fact(key, value) for key, value in rows]


def happenings_of(mail: OutboxMail) -> list[Happening]:
    """Every attempt and decision, newest first."""
    found = mail.deliveries.select_related("by").order_by("-pk")[:100]
    return [Happening(each.at, _what(each), str(each.by or "")) for each in found]


def may_do(mail: OutboxMail) -> dict[str, bool]:
    """What somebody may decide about the mail as it stands."""
    return {
        "may_release": mail.state in mail_actions.MAY_RELEASE,
        "may_hold": mail.state in mail_actions.MAY_HOLD,
        "may_settle": mail.state in mail_actions.MAY_SETTLE,
    }


def _what(event) -> str:
    answer = " ".join(part for part in (str(event.code or ""), event.answer) if part)
    told = f"{timezone.localtime(event.at):%H.%M} {event.get_step_display()}"
    return f"{told}: {answer}" if answer else told


def _lead(counts: dict[str, int]) -> str:
    waiting = sum(counts.get(state, 0) for state in WAITING)
    problems = sum(counts.get(state, 0) for state in NEEDS_SOMEBODY)
    if not sum(counts.values()):
        return "Inga mejl har skickats än."
    first = f"{waiting} mejl väntar på att skickas." if waiting else "Inget väntar på att skickas."
    verb = "behöver någon som tittar på det" if problems == 1 else "behöver någon som tittar på dem"
    return f"{first} {f'{problems} {verb}.' if problems else 'Inget har gått fel.'}"


def _moment(moment: datetime | None) -> str:
    return iso_date(moment) if moment else "aldrig"


def _pause(pulse: Pulse) -> str:
    if not pulse.failures:
        return ""
    since = f" sedan {iso_date(pulse.alarmed_at)}" if pulse.alarmed_at else ""
    again = f" Steget försöker igen {iso_date(pulse.paused_until)}." if pulse.paused_until else ""
    return f"Mejlservern går inte att nå{since}. Inga mejl går förlorade.{again} Svar: {pulse.reason or 'inget'}"
