"""Between a Django mail and a row of the outbox: everything that the recipient sees survives the way there and back."""

import base64
import hashlib
from collections.abc import Mapping
from datetime import datetime
from email.mime.base import MIMEBase
from email.utils import format_datetime, parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import timezone

from apps.accounts.models import User
from apps.reminders.choices import MailKind
from apps.reminders.models import OutboxMail
from apps.reminders.models.mail import new_message_id

LONGEST_SUBJECT = 300
# Headers that are made anew for each address, or that the row has columns for.
OWN_HEADERS = {"to", "cc", "bcc", "subject", "date", "message-id"}


def rows_of(message: EmailMessage, *, now: datetime) -> list[OutboxMail]:
    """The rows, not saved, of a mail: one for each address, without regard to case. A plain mail is an account's.

    Raises BadHeaderError when a header would break the mail.
    """
    message.message()  # what cannot be written must be the writer's error, not the sender's
    addresses = {address.lower(): address for address in (parseaddr(each)[1] for each in message.recipients())}
    people = {} if _recipient(message) else {user.email: user for user in User.objects.filter(email__in=addresses)}
    parts = _parts(message)
    return [
        OutboxMail(
            message_id=new_message_id(mail_domain()),
            slot=_slot(message, key),
            kind=getattr(message, "kind", MailKind.ACCOUNT),
            organisation=getattr(message, "organisation", None),
            recipient=_recipient(message) or people.get(key),
            to_address=address,
            not_after=getattr(message, "not_after", None),
            due_at=now,
            **parts,
        )
        for key, address in addresses.items()
        if address
    ]


class ReadyMail(EmailMultiAlternatives):
    """A mail that is written out once, so that this can be done while something else is waited for.

    Written again it is the same to the last octet: the marks between its parts are made of its Message-ID.
    """

    def prepare(self) -> "ReadyMail":
        """Write the mail out now. Raises what a mail raises that cannot be written."""
        made = super().message()
        mark = hashlib.sha256(made["Message-ID"].encode()).hexdigest()[:32]
        for number, part in enumerate(made.walk()):
            if part.is_multipart():
                part.set_boundary(f"={mark}_{number}=")
        octets, write = made.as_bytes(linesep="\r\n"), made.as_bytes

        def as_bytes(unixfrom: bool = False, linesep: str = "\n") -> bytes:
            return octets if linesep == "\r\n" and not unixfrom else write(unixfrom, linesep)

        made.as_bytes = as_bytes
        self._made = made
        return self

    def message(self):
        """The mail as the standard library has it."""
        return self._made


def message_of(mail: Any) -> ReadyMail:
    """The Django mail of a row of the outbox, written out. Message-ID and Date are the row's, however often it is sent.

    Raises what an unreadable row raises; reads text, html, subject, to_address, headers, attachments, message_id and
    created_at.
    """
    headers = dict(mail.headers)
    sender, reply_to = headers.pop("From", None), headers.pop("Reply-To", None)
    headers |= {"Message-ID": mail.message_id, "Date": format_datetime(timezone.localtime(mail.created_at))}
    message = ReadyMail(
        mail.subject,
        mail.text or mail.html,
        sender,
        [mail.to_address],
        reply_to=[reply_to] if reply_to else None,
        headers=headers,
        attachments=[_attachment(part) for part in mail.attachments],
    )
    if mail.html and mail.text:
        message.attach_alternative(mail.html, "text/html")
    elif mail.html:
        message.content_subtype = "html"
    return message.prepare()


def from_text(subject: str, text: str) -> str:
    """The HTML part of a mail that was written as text: its paragraphs, with addresses to press."""
    return render_to_string("mail/from_text.html", {"subject": subject, "text": text.strip()})


def mail_domain() -> str:
    """The domain under which the installation names its mails."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"


def _recipient(message: EmailMessage) -> User | None:
    return getattr(message, "recipient", None)


def _slot(message: EmailMessage, address: str) -> str | None:
    """What is told once for each address: the slot with a short name of the address, which is itself too long."""
    slot = getattr(message, "slot", None)
    return f"{slot}:{hashlib.sha256(address.encode()).hexdigest()[:16]}" if slot else None


def _parts(message: EmailMessage) -> dict[str, Any]:
    """The columns that are the same for every address."""
    alternatives = [tuple(each) for each in getattr(message, "alternatives", ())]
    html = next((content for content, kind in alternatives if kind == "text/html"), "")
    rest = [(None, content, kind) for content, kind in alternatives if kind != "text/html"]
    is_html = message.content_subtype == "html"
    if not (html or is_html):
        html = from_text(str(message.subject), str(message.body))
    return {
        "subject": _shortened(str(message.subject)),
        "text": "" if is_html else str(message.body),
        "html": str(message.body) if is_html else str(html),
        "headers": _headers(message),
        "attachments": [_stored(part) for part in (*message.attachments, *rest)],
    }


def _headers(message: EmailMessage) -> Mapping[str, str]:
    extra = {name: str(value) for name, value in message.extra_headers.items() if name.lower() not in OWN_HEADERS}
    reply_to = {"Reply-To": ", ".join(map(str, message.reply_to))} if message.reply_to else {}
    return {"From": str(message.from_email)} | reply_to | extra


def _shortened(subject: str) -> str:
    return subject if len(subject) <= LONGEST_SUBJECT else subject[: LONGEST_SUBJECT - 1] + "…"


def _stored(part: MIMEBase | tuple) -> dict[str, str | None]:
    if isinstance(part, MIMEBase):
        name, content, kind = part.get_filename(), part.get_payload(decode=True), part.get_content_type()
    else:
        name, content, kind = part
    octets = content if isinstance(content, bytes) else str(content).encode()
    return {"name": name, "type": kind, "content": base64.b64encode(octets).decode()}


def _attachment(part: dict[str, str | None]) -> tuple[str | None, bytes, str | None]:
    return part["name"], base64.b64decode(part["content"] or ""), part["type"]
