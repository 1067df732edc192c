"""The personal link by which a supplier approves minutes: signed, for one version, dead after thirty days."""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from apps.core import tokens
from apps.followups.choices import MeetingState
from apps.followups.models import Meeting

_SALT = "followups.minutes"
LIVES = timedelta(days=30)


def token_of(meeting: Meeting) -> str:
    """The secret part of the address of closed minutes."""
    return tokens.token_of(meeting.nonce, key=settings.SECRET_KEY, salt=_SALT)


def address_of(meeting: Meeting) -> str:
    """The whole address, as it stands in the mail."""
    return settings.SITE_URL + reverse("minutes_link", args=[token_of(meeting)])


def read(token: str) -> tuple[UUID | None, Meeting | None]:
    """The number in a link that was signed here, None for any other text; and the minutes it opens, None when a newer
    version has taken their place.
    """
    nonce = tokens.nonce_of(token, key=settings.SECRET_KEY, salt=_SALT)
    if nonce is None:
        return None, None
    rows = Meeting.objects.filter(nonce=nonce, state=MeetingState.CLOSED)
    return nonce, rows.select_related("organisation", "contract", "procurement", "closed_by").first()


def is_over(meeting: Meeting, *, now: datetime) -> bool:
    """Whether the time to approve by the link is over."""
    return meeting.closed_at + LIVES <= now
