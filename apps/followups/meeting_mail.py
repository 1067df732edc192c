"""What is mailed about a meeting, through the outbox and in the transaction of what it tells of."""

from collections.abc import Collection

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from apps.accounts.models import User
from apps.core.mail import ACCOUNT, NOTICE, Letter
from apps.core.typeset import DocumentError
from apps.followups import minutes_links
from apps.followups.choices import PartyRole
from apps.followups.meeting_files import document, filename, invitation
from apps.followups.meeting_recipients import Recipient
from apps.followups.minutes import minutes
from apps.followups.models import Meeting

NOT_MADE = "Protokollet kunde inte göras till PDF just nu. Försök igen, eller avsluta utan att skicka det."


def invite(meeting: Meeting, to: Collection[Recipient], *, by: User) -> None:
    """Mail the meeting's time and place, with a file for the calendar."""
    _send(meeting, to, "followups/meeting_invitation", by=by)


def call_off(meeting: Meeting, to: Collection[Recipient], *, by: User) -> None:
    """Mail that the meeting is called off, with a file that takes it out of the calendar."""
    _send(meeting, to, "followups/meeting_cancelled", by=by)


def send_minutes(meeting: Meeting, to: Collection[Recipient], *, by: User) -> None:
    """Mail the summary with the minutes as PDF; suppliers who were there get a link to approve by.

    Raises ValidationError when the PDF cannot be made: a mail that says it is attached must have it.
    """
    if not to:
        return
    try:
        content = document(meeting)
    except DocumentError as error:
        raise ValidationError({"to": NOT_MADE}) from error
    for each in to:
        may_approve = each.is_supplier and PartyRole.SUPPLIER in meeting.attendance
        # The link gives the right to approve, so the mail is of the kind whose text is emptied once it has been sent.
        letter = _letter(
            meeting, each, "followups/meeting_minutes", by, ACCOUNT if may_approve else NOTICE, may_approve
        )
        letter.attach(filename(meeting), content, "application/pdf")
        letter.send()


def _send(meeting: Meeting, to: Collection[Recipient], name: str, *, by: User) -> None:
    for each in to:
        letter = _letter(meeting, each, name, by, NOTICE)
        url = settings.SITE_URL + meeting.get_absolute_url()
        event = invitation(meeting, url=url, now=timezone.now())
        letter.attach("mote.ics", event.decode(), "text/calendar")
        letter.send()


def _letter(meeting: Meeting, to: Recipient, name: str, by: User, kind: str, may_approve: bool = False) -> Letter:
    context = {
        "meeting": meeting,
        "by": by,
        "about": meeting.contract.name if meeting.contract else meeting.procurement.title,
        "minutes": minutes(meeting) if meeting.closed_at else None,
        "approve_url": minutes_links.address_of(meeting) if may_approve else "",
        "url": "" if to.is_supplier else settings.SITE_URL + meeting.get_absolute_url(),
    }
    letter = Letter.from_templates(name, context, to=[to.email], kind=kind, organisation=meeting.organisation)
    letter.reply_to = [by.email]
    return letter
