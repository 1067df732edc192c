"""What is mailed about a seminar, through the outbox and in the transaction of what it tells of."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid5

from django.conf import settings

from apps.accounts.models import User
from apps.actionplans.models import Seminar
from apps.actionplans.seminar_files import invitation
from apps.core.mail import Letter

INVITATION, CANCELLED = "actionplans/seminar_invitation", "actionplans/seminar_cancelled"


def send(name: str, seminar: Seminar, emails: Iterable[str], *, by: User, token: UUID, now: datetime) -> None:
    """Mail what `name` says, with a file for the calendar. The same token reaches each address once."""
    url = settings.SITE_URL + seminar.get_absolute_url()
    content = invitation(seminar, url=url, now=now).decode()
    context = {"seminar": seminar, "by": by, "url": url}
    for email in emails:
        slot = f"seminar:{uuid5(token, email)}"
        letter = Letter.from_templates(name, context, to=[email], organisation=seminar.organisation, slot=slot)
        letter.reply_to = [by.email]
        letter.attach("seminarium.ics", content, "text/calendar")
        letter.send()
