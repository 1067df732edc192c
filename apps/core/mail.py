"""A mail with what the outbox must know of it. Apps on every floor write these; where they go is a setting."""

from datetime import datetime

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

ACCOUNT, SUMMONS, NOTICE = "account", "summons", "notice"


class Letter(EmailMultiAlternatives):
    """A mail to one or more addresses, of a kind, on behalf of an organisation.

    `send()` writes it into the outbox, in the caller's transaction: it leaves only if what it tells of is saved.
    `slot` names what may be told only once for each address. `not_after` is when it is too late to try again.
    """

    kind: str
    organisation = None
    recipient = None
    slot: str | None = None
    not_after: datetime | None = None

    @classmethod
    def from_templates(
        cls,
        name: str,
        context: dict,
        *,
        to: list[str],
        kind: str = NOTICE,
        organisation=None,
        recipient=None,
        slot: str | None = None,
        not_after: datetime | None = None,
    ) -> "Letter":
        """The mail of `templates/mail/<name>_subject.txt` and `_body.txt`. The subject becomes one line."""
        subject = " ".join(render_to_string(f"mail/{name}_subject.txt", context).split())
        letter = cls(subject, render_to_string(f"mail/{name}_body.txt", context), to=to)
        letter.kind, letter.organisation, letter.recipient = kind, organisation, recipient
        letter.slot, letter.not_after = slot, not_after
        return letter
