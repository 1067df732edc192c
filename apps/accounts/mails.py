"""The mails about invitations and roles. Sent after the writing is done; a failure is an answer, never an error."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from apps.accounts.invitation_links import LIFETIME, make_token
from apps.accounts.models import Invitation

logger = logging.getLogger(__name__)


def send_invitation(invitation: Invitation, *, site: str) -> bool:
    """Mail the link, or that the role is given when the person already had an account. False when it did not leave.

    `site` is the scheme and host that the links begin with, such as `https://steget.example.se`.
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
    subject = " ".join(render_to_string(f"mail/{name}_subject.txt", context).split())
    body = render_to_string(f"mail/{name}_body.txt", context)
    try:
        return EmailMessage(subject, body, to=[invitation.email]).send() == 1
    except Exception:  # servers and mail libraries fail in many ways; none of them may cost the invitation
        logger.exception("The mail %s to invitation %s could not be sent", name, invitation.pk)
        return False
