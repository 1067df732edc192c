"""When the mail server is away, sending rests: no mail pays for it with an attempt, and one alarm tells it."""

import logging
from datetime import datetime
from enum import Enum

from django.db import transaction
from django.db.models import Q

from apps.reminders.backoff import pause
from apps.reminders.models import Pulse

logger = logging.getLogger(__name__)


class Turn(Enum):
    """What a process that wants to send may do."""

    SEND = "send"
    # Be the one that tries whether the server is back.
    PROBE = "probe"
    REST = "rest"


def turn(*, now: datetime) -> Turn:
    """Whether to send, to try the server, or to leave it in peace."""
    if not Pulse.objects.filter(pk=1, failures__gt=0).exists():
        return Turn.SEND
    with transaction.atomic():
        pulse = Pulse.objects.select_for_update().get(pk=1)
        if not pulse.failures:
            return Turn.SEND
        if pulse.paused_until and pulse.paused_until > now:
            return Turn.REST
        pulse.paused_until = now + pause(pulse.failures)  # the others rest while this one tries
        pulse.save(update_fields=["paused_until"])
    return Turn.PROBE


def failed(reason: str, *, now: datetime, is_probe: bool) -> None:
    """Rest, longer for every failure in a row. Raises one alarm for each time that the server goes away."""
    with transaction.atomic():
        Pulse.objects.get_or_create(pk=1)
        pulse = Pulse.objects.select_for_update().get(pk=1)
        if pulse.failures and not is_probe:
            return  # another worker has said so
        pulse.failures += 1
        pulse.paused_until = now + pause(pulse.failures)
        pulse.reason = reason[:300]
        is_new, pulse.alarmed_at = pulse.alarmed_at is None, pulse.alarmed_at or now
        pulse.save(update_fields=["failures", "paused_until", "reason", "alarmed_at"])
    if is_new:
        logger.error("The mail server cannot be reached, mail waits: %s", reason)


def recovered() -> None:
    """The server is back."""
    away = Pulse.objects.filter(Q(failures__gt=0) | Q(alarmed_at__isnull=False), pk=1)
    if away.update(failures=0, paused_until=None, reason="", alarmed_at=None):
        logger.warning("The mail server can be reached again")


def note_sending(*, now: datetime) -> None:
    """Note that what was due has been looked through."""
    if not Pulse.objects.filter(pk=1).update(sent_at=now):
        Pulse.objects.get_or_create(pk=1, defaults={"sent_at": now})
