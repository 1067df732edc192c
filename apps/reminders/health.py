"""Whether reminders and mail work: for monitoring, the status page and the operator. Holds no personal data."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, Min, Q
from kombu import Connection
from kombu.exceptions import OperationalError

from apps.reminders.choices import REMINDING_KINDS, MailState
from apps.reminders.hours import closed_organisations
from apps.reminders.models import OutboxMail, Pulse

# Planning runs every five minutes and sending every quarter of one: after this, something is wrong.
TOO_LONG = timedelta(minutes=15)
BROKER_SECONDS = 2
UNSENT = (MailState.PENDING, MailState.CLAIMED, MailState.SENDING)


@dataclass(frozen=True)
class Health:
    """Times are None when it has never happened, or nothing waits. `problems` are Swedish sentences."""

    oldest_due_at: datetime | None
    planned_at: datetime | None
    sent_at: datetime | None
    paused_until: datetime | None
    is_server_away: bool
    reason: str
    counts: dict[str, int]
    problems: tuple[str, ...]

    @property
    def is_well(self) -> bool:
        return not self.problems


def health(*, now: datetime) -> Health:
    """The state of reminders and mail at the time. Raises database errors."""
    pulse = Pulse.objects.filter(pk=1).first() or Pulse(pk=1)
    rows = OutboxMail.objects.order_by().values_list("state").annotate(Count("pk"))
    due = Q(state__in=UNSENT, due_at__lte=now) & ~Q(state=MailState.PENDING, kind__in=REMINDING_KINDS)
    oldest = OutboxMail.objects.filter(due | _late_reminders(now)).aggregate(oldest=Min("due_at"))["oldest"]
    return Health(
        oldest_due_at=oldest,
        planned_at=pulse.planned_at,
        sent_at=pulse.sent_at,
        paused_until=pulse.paused_until,
        is_server_away=pulse.failures > 0,
        reason=pulse.reason,
        counts={state.value: 0 for state in MailState} | dict(rows),
        problems=tuple(_problems(pulse, oldest, now)),
    )


def _late_reminders(now: datetime) -> Q:
    """Reminders that could have left: a quarter of an hour ago, too, their organisation was in its hours."""
    rests = Q(organisation__isnull=False, organisation__in=closed_organisations(now, now - TOO_LONG))
    return Q(state=MailState.PENDING, kind__in=REMINDING_KINDS, due_at__lte=now) & ~rests


def broker_answers() -> bool:
    """Whether Redis or Valkey answers within two seconds. Asked by machines and operators, never by pages."""
    options = {"socket_connect_timeout": BROKER_SECONDS, "socket_timeout": BROKER_SECONDS}
    with Connection(settings.CELERY_BROKER_URL, transport_options=options) as broker:
        try:
            broker.ensure_connection(max_retries=1, interval_start=0, timeout=BROKER_SECONDS)
            broker.default_channel.client.ping()
        except (OperationalError, *broker.connection_errors, *broker.channel_errors):
            return False
    return True


def _problems(pulse: Pulse, oldest: datetime | None, now: datetime):
    if pulse.planned_at is None:
        yield "Påminnelser har aldrig planerats."
    elif pulse.planned_at < now - TOO_LONG:
        yield "Påminnelser har inte planerats på mer än en kvart."
    if oldest and oldest < now - TOO_LONG:
        yield "Mejl har väntat i mer än en kvart."
    if pulse.failures:
        yield "Mejlservern går inte att nå."
