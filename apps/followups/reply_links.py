"""The personal link by which a supplier replies to a proposed step: signed, for one step, renewable, and dead in time.

It is the same manner as the link of a report: the link alone gives the right to write, so no cookie does.
"""

from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.urls import reverse

from apps.core import tokens
from apps.followups.choices import SanctionState
from apps.followups.models import Sanction
from apps.followups.report_links import Standing, expires_at

_SALT = "followups.reply-link"


def fresh(reply_by: date, *, now: datetime) -> dict[str, Any]:
    """The values of a new link to a step that may be replied to until the day; every older one is dead."""
    return {"nonce": uuid4(), "link_expires_at": expires_at(reply_by, now=now)}


def token_of(sanction: Sanction) -> str:
    """The secret part of the address at which the step is replied to."""
    return tokens.token_of(sanction.nonce, key=settings.SECRET_KEY, salt=_SALT)


def address_of(sanction: Sanction) -> str:
    """The whole address, as it stands in a mail."""
    return settings.SITE_URL + reverse("reply_link", args=[token_of(sanction)])


def read(token: str) -> tuple[bool, Sanction | None]:
    """Whether the link was signed here, and the step it opens, None when a newer link has taken its place."""
    nonce = tokens.nonce_of(token, key=settings.SECRET_KEY, salt=_SALT)
    if nonce is None:
        return False, None
    rows = Sanction.objects.select_related("organisation", "deviation__contract__procurement", "made_by")
    return True, rows.filter(nonce=nonce).first()


def standing(sanction: Sanction | None, *, now: datetime) -> Standing:
    """What a signed link opens now. A step that is decided or taken back still shows what became of it, for a while."""
    if sanction is None:
        return Standing.REPLACED
    if sanction.state == SanctionState.WITHDRAWN:
        return Standing.WITHDRAWN
    if sanction.link_expires_at is None or sanction.link_expires_at <= now:
        return Standing.EXPIRED
    return Standing.OPEN
