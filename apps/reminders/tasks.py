"""The doorbell: tasks without payload. What there is to do stands in the database, so a lost task loses nothing."""

import contextlib

from celery import shared_task
from django.core.cache import cache
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerError

from apps.reminders import delivery, mail_actions, rounds

HEARTBEAT_KEY = "reminders.heartbeat"
# A ring that nobody heard in time is repeated by the timetable; without this they would pile up behind slow mail.
RING_SECONDS = 15


@shared_task
def heartbeat() -> None:
    """Note the time; `/healthz` tells when it was last noted."""
    cache.set(HEARTBEAT_KEY, timezone.now().isoformat(), timeout=None)


@shared_task
def plan() -> None:
    """Make the reminders of today, and the mails that may leave now."""
    rounds.remind(now=timezone.now())


@shared_task
def send() -> None:
    """Send what is due for ten seconds at most, and ring again when there is more."""
    ring_again(delivery.run())


def ring_again(report: delivery.Report) -> None:
    """Ask for another run when one did not reach the end of what is due."""
    if report.has_more and not report.was_stopped:
        with contextlib.suppress(BrokerError, OSError):  # the timetable rings anyway
            send.apply_async(expires=RING_SECONDS, retry=False)


@shared_task
def empty_old_mails() -> None:
    """Remove what nobody needs to read any more."""
    mail_actions.empty_old(now=timezone.now())
