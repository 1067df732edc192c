"""The way out of the mails one may do without: a link that needs no sign-in, and one press (RFC 8058).

It names a person and an organisation, signed. Who holds it can switch mails off, never on, and sees nothing.
"""

from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.urls import reverse

_SALT = "reminders.unsubscribe"


class LinkBroken(Exception):
    """The link is not one of ours, or has lost a part on the way."""


@dataclass(frozen=True)
class Whose:
    """Whose mails of which organisation."""

    user_id: int
    organisation_id: int


def token_of(whose: Whose) -> str:
    """The part of the link that names the person and the organisation. It never grows old: mails are kept."""
    return signing.Signer(salt=_SALT).sign_object([whose.user_id, whose.organisation_id])


def read_token(token: str) -> Whose:
    """Whose mails a link is about. Raises LinkBroken."""
    try:
        return Whose(*signing.Signer(salt=_SALT).unsign_object(token))
    except (signing.BadSignature, ValueError, TypeError):
        raise LinkBroken from None


def headers(*, user_id: int, organisation_id: int) -> dict[str, str]:
    """The header fields of a mail somebody may do without."""
    path = reverse("notice_unsubscribe", args=[token_of(Whose(user_id, organisation_id))])
    return {
        "List-Unsubscribe": f"<{settings.SITE_URL}{path}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
