"""What a supplier does through the link of a letter's mail: replying to a proposed step, and getting a new link.

All raise ValidationError in Swedish.
"""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils import timezone

from apps.core.actions import action, change, refuse_stale
from apps.followups import letter_mail, reply_links
from apps.followups.models import Sanction
from apps.followups.sanction_actions import waiting

REPLACED = "Länken har ersatts av en nyare. Öppna länken i det senaste mejlet."
NO_ADDRESS = "Brevet har inte skickats med e-post, så det finns ingen adress att skicka en ny länk till."


@action
def reply_by_link(
    *, by: None, sanction: Sanction, nonce: UUID, reply: str, replier: str, version: str, now: datetime
) -> Sanction:
    """Keep the supplier's own reply to the step, and tell who proposed it. Once more corrects it, until it is decided.

    Raises ValidationError when the link was replaced or the step decided meanwhile, and Conflict when somebody else,
    such as the officer on the telephone, has noted a reply since the page was opened.
    """
    row = waiting(sanction)
    if row.nonce != nonce:
        raise ValidationError(REPLACED)
    values = {"reply": reply, "replier": replier}
    if all(getattr(row, name) == value for name, value in values.items()):
        return row
    refuse_stale(row, version)
    change(row, values | {"replied_on": timezone.localdate(now)})
    letter_mail.tell_of_reply(row)
    return row


@action
def renew_reply_link(*, by, sanction: Sanction, now: datetime) -> Sanction:
    """Mail a new link to the address that the letter went to; the older one is dead."""
    row = waiting(sanction)
    if not row.mailed_to:
        raise ValidationError(NO_ADDRESS)
    change(row, reply_links.fresh(row.reply_by, now=now))
    letter_mail.send_link(row)
    return row
