"""Django's mail backend for the whole product: `send()` writes rows in the caller's transaction."""

from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from apps.reminders.letters import rows_of
from apps.reminders.models import OutboxMail


class EmailBackend(BaseEmailBackend):
    """Puts mails into the outbox, one row for each address. They leave only if the transaction is saved.

    A `slot` that is taken means that the address has been told already, which is what the caller wanted.
    """

    def send_messages(self, email_messages) -> int:
        """Write the rows and return how many mails are taken care of. Raises BadHeaderError, and database errors."""
        now = timezone.now()
        messages = list(email_messages)
        rows = [row for message in messages for row in rows_of(message, now=now)]
        OutboxMail.objects.bulk_create(rows, ignore_conflicts=True)
        return len(messages)
