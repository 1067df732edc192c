"""The mail that calls a union to negotiate: written in the transaction of the call, so neither is without the other."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from apps.core.mail import SUMMONS, Letter
from apps.mbl.choices import Channel
from apps.mbl.models import Consultation


def summon(row: Consultation, *, by, today: date) -> int:
    """Mail the call to every active representative of the union. Gives to how many addresses.

    Only a call by e-mail that is made today: an earlier one has reached the union already and is only registered here.
    The mail tells neither the proposal nor the intended supplier, which may be secret until the award.
    """
    if row.channel != Channel.EMAIL or row.called_on != today:
        return 0
    representatives = row.union.representatives.filter(is_active=True).select_related("user").order_by("pk")
    by_address = {each.email.lower(): each for each in reversed(representatives)}
    for each in by_address.values():
        letter = Letter.from_templates(
            "union_call",
            {"consultation": row, "url": settings.SITE_URL + reverse("union_consultation", args=[row.pk]), "by": by},
            to=[each.email],
            kind=SUMMONS,
            organisation=row.organisation,
            recipient=each.user,
            slot=f"call:{row.pk}",
            not_after=_end_of(row.meeting_on),
        )
        letter.reply_to = [by.email]
        letter.send()
    return len(by_address)


def _end_of(day: date) -> datetime:
    """After the meeting a call to it is of no use."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))
