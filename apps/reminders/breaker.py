"""When the mail server is away, sending rests: no mail pays for it with an attempt, and one alarm tells it."""

import logging
from datetime import datetime
from enum import Enum
from itertools import takewhile

from django.db import transaction
from django.db.models import Q

from apps.reminders.backoff import pause
from apps.reminders.choices import DeliveryStep
from apps.reminders.models import DeliveryEvent, Pulse

logger = logging.getLogger(__name__)


# So many people's mails in a row without an answer are the server's fault, and no mail's.
UNKNOWN_IN_A_ROW = 5
LOOKED_AT = 20
# Every way in which handing over a mail can end.
ENDS = (
    DeliveryStep.ACCEPTED,
    DeliveryStep.RETRY,
    DeliveryStep.REFUSED_ADDRESS,
    DeliveryStep.REFUSED_MESSAGE,
    DeliveryStep.SERVER_DOWN,
    DeliveryStep.UNCERTAIN,
)


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


def is_all_unknown() -> bool:
    """Whether nobody knows what became of the latest mails, to five different addresses, whoever handed them over.

    A mail whose worker was killed says nothing of the server: it has no answer, and is passed over.
    """
    ends = DeliveryEvent.objects.filter(step__in=ENDS).exclude(step=DeliveryStep.UNCERTAIN, answer="")
    latest = ends.order_by("-pk").values_list("step", "mail__to_address")[:LOOKED_AT]
    unknown = takewhile(lambda end: end[0] == DeliveryStep.UNCERTAIN, latest)
    return len({address for _, address in unknown}) >= UNKNOWN_IN_A_ROW


def recovered() -> None:
    """The server is back."""
    away = Pulse.objects.filter(Q(failures__gt=0) | Q(alarmed_at__isnull=False), pk=1)
    if away.update(failures=0, paused_until=None, reason="", alarmed_at=None):
        logger.warning("The mail server can be reached again")


def note_sending(*, now: datetime) -> None:
    """Note that what was due has been looked through."""
    if not Pulse.objects.filter(pk=1).update(sent_at=now):
        Pulse.objects.get_or_create(pk=1, defaults={"sent_at": now})
