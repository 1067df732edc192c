"""One round of reminding for every organisation: plan, then write the mails that may leave."""

import logging
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from apps.accounts.models import Organisation
from apps.reminders.deputies import copy_refused
from apps.reminders.gathering import gather_organisation
from apps.reminders.heads import gather_heads
from apps.reminders.models import Pulse
from apps.reminders.plan_actions import plan_organisation

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Round:
    """What one round did for an organisation. `error` names what went wrong; then nothing was planned."""

    organisation: Organisation
    counts: Counter = field(default_factory=Counter)
    error: str = ""


def remind(*, now: datetime, is_dry: bool = False, is_real_time: bool = True) -> list[Round]:
    """Plan and write mails for every organisation as of `now`. One organisation's failure does not stop the others.

    It is logged, and the pulse stands still until a round has done everything. A dry round writes nothing; one of
    another day than today (`is_real_time` false) leaves the pulse alone.
    """
    pulse = Pulse.objects.filter(pk=1).first()
    gathered_at = pulse.gathered_at if pulse and is_real_time else None
    rounds = [_round(each, now, gathered_at, is_dry) for each in Organisation.objects.order_by("pk")]
    if is_real_time and not is_dry and not any(each.error for each in rounds):
        times = {"planned_at": now, "gathered_at": now}
        if not Pulse.objects.filter(pk=1).update(**times):
            Pulse.objects.update_or_create(pk=1, defaults=times)
    return rounds


def _round(organisation: Organisation, now: datetime, gathered_at: datetime | None, is_dry: bool) -> Round:
    try:
        if not is_dry:
            return Round(organisation, _remind(organisation, now, gathered_at))
        with transaction.atomic():
            counts = _remind(organisation, now, gathered_at)
            transaction.set_rollback(True)
        return Round(organisation, counts)
    except Exception as error:  # whatever it is, the other organisations' reminders must go out
        logger.exception("The reminders of organisation %s failed", organisation.pk)
        return Round(organisation, error=f"{type(error).__name__}: {error}"[:300])


def _remind(organisation: Organisation, now: datetime, gathered_at: datetime | None) -> Counter:
    counts = plan_organisation(organisation=organisation, today=timezone.localdate(now), now=now)
    counts["copies"] = copy_refused(organisation=organisation, now=now)
    counts["mails"] = gather_organisation(organisation=organisation, now=now)
    counts["heads"] = gather_heads(organisation=organisation, now=now, gathered_at=gathered_at)
    return counts
