"""A letter about a step of the ladder mailed to the supplier, the link by which it replies, and word of the reply."""

from typing import Any

import pghistory
from django.conf import settings
from django.core.exceptions import ValidationError

from apps.accounts.models import User
from apps.core.mail import ACCOUNT, NOTICE, Letter
from apps.core.typeset import DocumentError
from apps.followups import reply_links
from apps.followups.choices import SanctionState
from apps.followups.letter_files import pdf_of
from apps.followups.letters import written
from apps.followups.models import Sanction
from apps.suppliers.models import SupplierContact

# In the history's context: whom the letter was sent to, by the key of the contact.
SENT_TO = "letter_to"
NOT_MADE = "Brevet kunde inte göras till PDF just nu. Spara utan att skicka det, och hämta brevet från avvikelsen."


def send(sanction: Sanction, contact: SupplierContact, *, by: User) -> None:
    """Mail the letter to the contact with its PDF, in the transaction that keeps the step.

    While the supplier may reply the mail has the link, so its text is emptied once it has been sent.
    Raises ValidationError when the PDF cannot be made: a letter that says it is attached must have it.
    """
    found = written(sanction)
    may_reply = sanction.state == SanctionState.PROPOSED
    letter = Letter.from_templates(
        "followups/sanction_letter",
        {"letter": found, "by": by, "text": sanction.letter, "reply": _reply(sanction) if may_reply else None},
        to=[contact.email],
        organisation=sanction.organisation,
        kind=ACCOUNT if may_reply else NOTICE,
        slot=f"sanction:{sanction.pk}:{sanction.state}",
    )
    letter.reply_to = [by.email]
    try:
        letter.attach(f"{found.title.replace(':', ',')}.pdf", pdf_of(found), "application/pdf")
    except DocumentError as error:
        raise ValidationError({"contact": NOT_MADE}) from error
    letter.send()


def send_link(sanction: Sanction) -> None:
    """Mail the supplier a new link to reply by, where the letter went."""
    letter = Letter.from_templates(
        "followups/sanction_link",
        {"letter": written(sanction), "reply": _reply(sanction)},
        to=[sanction.mailed_to],
        organisation=sanction.organisation,
        kind=ACCOUNT,
    )
    if sanction.made_by and sanction.made_by.is_active:
        letter.reply_to = [sanction.made_by.email]
    letter.send()


def tell_of_reply(sanction: Sanction) -> None:
    """Tell who proposed the step that the supplier has replied through the link."""
    officer = sanction.made_by
    if officer is None or not officer.is_active:
        return
    context = {
        "letter": written(sanction),
        "sanction": sanction,
        "url": settings.SITE_URL + sanction.deviation.get_absolute_url(),
    }
    letter = Letter.from_templates(
        "followups/sanction_reply",
        context,
        to=[officer.email],
        organisation=sanction.organisation,
        recipient=officer,
    )
    letter.send()


def telling(contact: SupplierContact | None):
    """A context for the history that tells to whom the letter of what is written in it was sent."""
    return pghistory.context(**({SENT_TO: contact.pk} if contact else {}))


def _reply(sanction: Sanction) -> dict[str, Any]:
    return {"url": reply_links.address_of(sanction), "by": sanction.reply_by.isoformat()}
