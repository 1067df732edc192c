"""A result letter mailed through the outbox, with its PDF."""

from django.core.exceptions import ValidationError

from apps.core.mail import Letter
from apps.core.typeset import DocumentError
from apps.targets.letter_files import filename, pdf
from apps.targets.letters import written
from apps.targets.models import LetterMail

NOT_MADE = "Brevet till {to} kunde inte göras till PDF just nu, så inget är skickat. Försök igen om en stund."


def post(mail: LetterMail) -> None:
    """Put the mail into the outbox, in the transaction that keeps it.

    Raises ValidationError when the PDF cannot be made: a mail that says it is attached must have it.
    """
    letter, person = mail.letter, mail.contact or mail.person
    found = written(letter)
    out = Letter.from_templates(
        "targets/result_letter",
        {"letter": found, "by": mail.sent_by},
        to=[person.email],
        organisation=letter.organisation,
        slot=f"result-letter:{mail.token}",
    )
    out.reply_to = [mail.sent_by.email]
    try:
        out.attach(filename(letter, ".pdf"), pdf(letter), "application/pdf")
    except DocumentError as error:
        raise ValidationError(NOT_MADE.format(to=found.to)) from error
    out.send()
