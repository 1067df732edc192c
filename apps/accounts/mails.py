"""The mails about invitations and roles. Written after the saving is done; a failure is an answer, never an error."""

import logging

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from apps.accounts.invitation_links import LIFETIME, make_token
from apps.accounts.models import Invitation
from apps.core.mail import ACCOUNT, Letter

logger = logging.getLogger(__name__)


def send_invitation(invitation: Invitation, *, site: str) -> bool:
    """Mail the link, or that the role is given when the person already had an account.

    False when the mail could not be written. `site` is the scheme and host that the links begin with, such as
    `https://steget.example.se`.
    """
    if invitation.accepted_at:
        return _send("membership_added", invitation, site + reverse("account_login"))
    return _send("invitation", invitation, invitation_url(invitation, site=site))


def invitation_url(invitation: Invitation, *, site: str) -> str:
    """The whole address that opens the invitation for the next seven days."""
    return site + reverse("invitation_accept", args=[make_token(invitation.pk)])


def _send(name: str, invitation: Invitation, url: str) -> bool:
    context = {
        "invitation": invitation,
        "url": url,
        "days": LIFETIME.days,
        "contact_email": settings.CONTACT_EMAIL,
    }
    letter = Letter.from_templates(
        name,
        context,
        to=[invitation.email],
        kind=ACCOUNT,
        organisation=invitation.organisation,
        not_after=timezone.now() + LIFETIME,
    )
    try:
        return letter.send() == 1
    except Exception:  # databases and mail libraries fail in many ways; none of them may cost the invitation
        logger.exception("The mail %s to invitation %s could not be written", name, invitation.pk)
        return False
