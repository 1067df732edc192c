"""What the end of an attempt to send a mail means: the one place that reads exceptions of mail servers.

The texts go to logs, alarms and the status page, so they never name a person: addresses are masked, and what an
exception says by itself is not passed on, since it may quote the mail. Log the answer, never the exception.
"""

import re
import smtplib
import socket
import ssl
from collections.abc import Iterable
from dataclasses import dataclass
from email.errors import MessageError
from enum import StrEnum

LONGEST_TEXT = 200
MASK = "[adress]"
# Whatever stands around an @, bare, quoted or in an address of bounces (anna=haninge.se@…).
ADDRESS = re.compile(r'(?:"[^"]*"|[^\s<>()\[\],;:"]{1,256})@[^\s<>()\[\],;:"]+')
# The server wants another sign-in or encryption: every mail would get the same answer (RFC 4954, RFC 3207).
SIGN_IN_CODES = {530, 534, 535, 538}
# About the mail and not its sender, though said at MAIL: too big, or of a form the server does not take.
MESSAGE_CODES = {552, 555}
# Enhanced status codes (RFC 3463): 5.7 is the server's policy, 5.1.7 and 5.1.8 the sender's address.
NOT_THE_RECIPIENT = re.compile(r"5\.(?:7\.\d+|1\.[78])\b")

# What Python raises on a mail that can be written no better tomorrow: forbidden headers, addresses, encodings.
UNWRITABLE = (ValueError, TypeError, LookupError, AttributeError, MessageError)


class AnswerKind(StrEnum):
    """What to do with the mail."""

    ACCEPTED = "accepted"
    # Nothing arrived; later it may.
    RETRY = "retry"
    # Nothing arrives at this address.
    REFUSED_ADDRESS = "refused_address"
    # This mail will never be taken.
    REFUSED_MESSAGE = "refused_message"
    # The row holds what no mail can say; the server never saw it.
    UNWRITABLE = "unwritable"
    # No mail at all can be sent now; nothing arrived.
    SERVER_DOWN = "server_down"
    # The content was handed over and nobody knows what became of it.
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """One attempt's end: what to do, the server's code (200–599) if it gave one, and a short text for people."""

    kind: AnswerKind
    code: int | None = None
    text: str = ""


ACCEPTED = Answer(AnswerKind.ACCEPTED, 250)
NOBODY = Answer(AnswerKind.UNWRITABLE, None, "Mejlet har ingen mottagare.")


def classify(
    error: Exception | None,
    *,
    was_handed_over: bool | None = False,
    was_connected: bool = True,
    addresses: Iterable[str] = (),
) -> Answer:
    """Read the end of an attempt; `error` is None when the backend said that the mail was sent.

    `was_handed_over`: whether the server had been given the whole content; None when the backend cannot tell, and
    then what is ambiguous counts as handed over. `was_connected`: whether the server had let us in.
    `addresses` are masked in the text wherever they stand, also without their domain.
    """
    if error is None:
        return ACCEPTED
    code, text = _reply(error)
    kind = _kind(error, code, text, was_handed_over=was_handed_over, was_connected=was_connected)
    said = f"{code} {masked(text, addresses)}" if code else _says(error)
    return Answer(kind, code, shortened(said))


def masked(text: str, addresses: Iterable[str] = ()) -> str:
    """The text with every e-mail address replaced, and the names of the known ones also without their domain."""
    text = ADDRESS.sub(MASK, text)
    names = {address.rpartition("@")[0] for address in addresses}
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", MASK, text, flags=re.IGNORECASE)
    return text


def shortened(text: str) -> str:
    """One printable line of at most 200 characters."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return line if len(line) <= LONGEST_TEXT else line[: LONGEST_TEXT - 1] + "…"


def _reply(error: Exception) -> tuple[int | None, str]:
    """The server's code and words; the code is None when there was no reply, or none that means anything."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()), (None, b""))
    # The class itself is smtplib's own word for a line without end, and its code is invented.
    elif isinstance(error, smtplib.SMTPResponseException) and type(error) is not smtplib.SMTPResponseException:
        code, said = error.smtp_code, error.smtp_error
    else:
        return None, ""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    return (code, text) if isinstance(code, int) and 200 <= code <= 599 else (None, text)


def _kind(error, code, text, *, was_handed_over: bool | None, was_connected: bool) -> AnswerKind:
    if not was_handed_over and (_is_at_the_door(error) or not was_connected):
        return AnswerKind.SERVER_DOWN
    if code in SIGN_IN_CODES:
        return AnswerKind.SERVER_DOWN
    match error:
        case smtplib.SMTPSenderRefused():
            return _refused(code, AnswerKind.REFUSED_MESSAGE if code in MESSAGE_CODES else AnswerKind.SERVER_DOWN)
        case smtplib.SMTPRecipientsRefused():
            return _refused(code, AnswerKind.RETRY if NOT_THE_RECIPIENT.match(text) else AnswerKind.REFUSED_ADDRESS)
        case smtplib.SMTPDataError() if code and code >= 400:
            return _refused(code, AnswerKind.REFUSED_MESSAGE)
        case smtplib.SMTPDataError() if code and code < 300 and was_handed_over:
            return AnswerKind.ACCEPTED  # only the first digit counts (RFC 5321, 4.3.2)
    if was_handed_over is not False:
        return AnswerKind.UNKNOWN
    return AnswerKind.UNWRITABLE if isinstance(error, UNWRITABLE) else AnswerKind.RETRY


def _is_at_the_door(error: Exception) -> bool:
    """Whether the exception can only come before any mail: connecting, greeting, encryption and sign-in."""
    return isinstance(
        error,
        smtplib.SMTPConnectError
        | smtplib.SMTPHeloError
        | smtplib.SMTPAuthenticationError
        | smtplib.SMTPNotSupportedError
        | ConnectionRefusedError
        | socket.gaierror
        | ssl.SSLCertVerificationError,
    )


def _refused(code: int | None, permanent: AnswerKind) -> AnswerKind:
    """A refusal before or after the content is certain: nothing was accepted. Only 5xx is for good."""
    return permanent if code and code >= 500 else AnswerKind.RETRY


def _says(error: Exception) -> str:
    """What happened, in words of our own: an exception's may name the recipient or quote the mail."""
    if isinstance(error, smtplib.SMTPServerDisconnected) and isinstance(error.__context__, TimeoutError):
        return "Mejlservern svarade inte i tid."
    for kinds, sentence in SENTENCES:
        if isinstance(error, kinds):
            return sentence
    return f"Mejlet kunde inte skickas ({type(error).__name__})."


SENTENCES = (
    (smtplib.SMTPNotSupportedError, "Mejlservern saknar den kryptering eller inloggning som är inställd."),
    (smtplib.SMTPServerDisconnected, "Anslutningen till mejlservern bröts."),
    (smtplib.SMTPException, "Mejlservern svarade obegripligt."),
    (ssl.SSLCertVerificationError, "Mejlserverns certifikat godtogs inte."),
    (ssl.SSLError, "Den krypterade anslutningen till mejlservern fungerade inte."),
    (socket.gaierror, "Mejlserverns namn finns inte i nätet."),
    (TimeoutError, "Mejlservern svarade inte i tid."),
    (ConnectionRefusedError, "Mejlservern tog inte emot anslutningen."),
    (OSError, "Nätet fungerade inte."),
)
