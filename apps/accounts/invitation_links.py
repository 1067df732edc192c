"""The signed link in an invitation mail: it names the invitation and the time it was made, and holds no secret."""

from datetime import timedelta

from django.core import signing

LIFETIME = timedelta(days=7)
_SALT = "accounts.invitation"


class LinkTooOld(Exception):
    """The link was made more than seven days ago."""


class LinkBroken(Exception):
    """The link is not one of ours, or has lost a part on the way."""


def make_token(invitation_id: int) -> str:
    """The part of the link that names the invitation."""
    return signing.dumps(invitation_id, salt=_SALT)


def read_token(token: str) -> int:
    """The identity of the invitation. Raises LinkTooOld or LinkBroken."""
    try:
        return signing.loads(token, salt=_SALT, max_age=LIFETIME)
    except signing.SignatureExpired:
        raise LinkTooOld from None
    except signing.BadSignature:
        raise LinkBroken from None
