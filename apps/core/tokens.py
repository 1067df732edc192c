"""Secret addresses: a random number that a row holds, signed with the installation's key. Pure.

The row alone does not give the address, and no text that was not signed with the key is ever looked up.
"""

import base64
import binascii
import hmac
from uuid import UUID

from django.utils.crypto import salted_hmac

_MAC_BYTES = 26  # with the number 42 bytes, which are 56 letters without any bit to spare


def token_of(nonce: UUID, *, key: str, salt: str) -> str:
    """The secret part of an address. `salt` names what it opens, so that one kind never opens another."""
    mac = salted_hmac(salt, nonce.hex, secret=key, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(nonce.bytes + mac[:_MAC_BYTES]).decode("ascii")


def nonce_of(token: str, *, key: str, salt: str) -> UUID | None:
    """The number in a token that was signed with the key for that salt; None for any other text."""
    try:
        held = base64.urlsafe_b64decode(token.encode("ascii"))
    except (UnicodeEncodeError, binascii.Error, ValueError):
        return None
    if len(held) != 16 + _MAC_BYTES:
        return None
    nonce = UUID(bytes=held[:16])
    return nonce if hmac.compare_digest(token, token_of(nonce, key=key, salt=salt)) else None
