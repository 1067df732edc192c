"""A letter about a step of the ladder mailed to the supplier, through the outbox."""

import pghistory
from django.core.exceptions import ValidationError

from apps.accounts.models import User
from apps.core.mail import Letter
from apps.core.typeset import DocumentError
from apps.followups.letter_files import pdf_of
from apps.followups.letters import written
from apps.followups.models import Sanction
from apps.suppliers.models import SupplierContact

# In the history's context: whom the letter was sent to, by the key of the contact.
SENT_TO = "letter_to"
NOT_MADE = "Brevet kunde inte göras till PDF just nu. Spara utan att skicka det, och hämta brevet från avvikelsen."


def send(sanction: Sanction, contact: SupplierContact, *, by: User) -> None:
    """Mail the letter to the contact with its PDF, in the transaction that keeps the step.

    Raises ValidationError when the PDF cannot be made: a letter that says it is attached must have it.
    """
    found = written(sanction)
    letter = Letter.from_templates(
        "followups/sanction_letter",
        {"letter": found, "by": by, "text": sanction.letter},
        to=[contact.email],
        organisation=sanction.organisation,
        slot=f"sanction:{sanction.pk}:{sanction.state}",
    )
    letter.reply_to = [by.email]
    try:
        letter.attach(f"{found.title.replace(':', ',')}.pdf", pdf_of(found), "application/pdf")
    except DocumentError as error:
        raise ValidationError({"contact": NOT_MADE}) from error
    letter.send()


def telling(contact: SupplierContact | None):
    """A context for the history that tells to whom the letter of what is written in it was sent."""
    return pghistory.context(**({SENT_TO: contact.pk} if contact else {}))
