"""The minutes: as PDF, approved by who signs in, and by the supplier through the link of the mail."""

import logging

from allauth.core.internal import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required, permission_required
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.core.typeset import DocumentError
from apps.followups import meeting_actions as actions
from apps.followups import meeting_files, minutes, minutes_links
from apps.followups.choices import MeetingState, PartyRole
from apps.followups.meeting_cards import parties_of
from apps.followups.meeting_forms import ApproveForm
from apps.followups.meeting_views import HOLD, METHODS, VIEW, download, form_page, seen
from apps.followups.models import Approval

logger = logging.getLogger(__name__)
NOT_YET = "Protokollet är inte klart än. Gör det klart först, så finns det som PDF och kan godkännas."
ALL_DONE = "Ingen part som du kan godkänna för återstår."
NOT_MADE = "Protokollet kunde inte göras till PDF just nu. Försök igen, eller skriv ut sidan."
# A whole office may sit behind one address.
RATES = {"minutes_link": "60/m/ip"}


@require_safe
@permission_required(VIEW, raise_exception=True)
def meeting_minutes(request, pk):
    """The fixed minutes as PDF."""
    meeting = seen(request, pk, VIEW)
    if meeting.state != MeetingState.CLOSED:
        messages.warning(request, NOT_YET)
        return redirect(meeting)
    try:
        content = meeting_files.document(meeting)
    except DocumentError:
        logger.exception("The minutes of meeting %s were not made", pk)
        messages.error(request, NOT_MADE)
        return redirect(meeting)
    return download(content, "application/pdf", meeting_files.filename(meeting))


@require_http_methods(METHODS)
@permission_required(HOLD, raise_exception=True)
def meeting_approve(request, pk):
    """Approve the minutes for one's own party, or note how another one did."""
    meeting = seen(request, pk, HOLD)
    own = parties_of(request.user, meeting)
    notes = PartyRole.OFFICER in own
    roles = [each for each in minutes.waiting(meeting) if notes or each in own]
    if request.method != "POST" and (meeting.state != MeetingState.CLOSED or not roles):
        messages.warning(request, NOT_YET if meeting.state != MeetingState.CLOSED else ALL_DONE)
        return redirect(meeting)
    # A second press finds the party approved already, and its first answer.
    offered = roles if request.method != "POST" else [each for each in meeting.attendance if notes or each in own]
    initial = {"role": next((each for each in roles if each in own), None)}
    form = ApproveForm(
        posted_data(request), initial=initial, roles=offered, needs_how=notes, cancel_url=meeting.get_absolute_url()
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"meeting": meeting, "own": own, "now": timezone.now()}
        if try_action(form, Approval, lambda: actions.approve(by=request.user, **values)):
            messages.success(request, "Sparat. Protokollet är godkänt av parten.")
            return redirect(meeting)
    lead = "Den som godkänner har läst protokollet och håller med om det."
    return form_page(request, form, meeting, "Godkänn protokollet", lead)


@login_not_required
@csrf_exempt
@require_http_methods(METHODS)
def minutes_link(request, token):
    """The minutes for the supplier who got the link, with the button that approves them.

    No cookie gives a right here, so there is nothing to forge a request with.
    """
    nonce, meeting, closed = _opened(request, token)
    if closed:
        return closed
    if request.method == "POST":
        try:
            actions.approve_by_link(by=None, meeting=meeting, nonce=nonce, now=timezone.now())
        except (actions.Replaced, ValidationError):
            return _closed(request, "replaced", 410)
        return unseen(redirect("minutes_link", token))
    context = {
        "shown": meeting.organisation,
        "meeting": meeting,
        "minutes": minutes.minutes(meeting),
        "approval": meeting.approvals.filter(role=PartyRole.SUPPLIER).first(),
        "pdf_url": reverse("minutes_link_pdf", args=[token]),
    }
    return unseen(render_page(request, "followups/minutes_link.html", context))


@login_not_required
@require_safe
def minutes_link_pdf(request, token):
    """The same minutes as PDF."""
    _, meeting, closed = _opened(request, token)
    if closed:
        return closed
    try:
        content = meeting_files.document(meeting)
    except DocumentError:
        logger.exception("The minutes of meeting %s were not made", meeting.pk)
        return _closed(request, "slow", 503)
    return unseen(download(content, "application/pdf", meeting_files.filename(meeting)))


def unseen(response):
    """For whoever has the link: no cache, no search engine, and no sender of the address to anybody."""
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _opened(request, token):
    """The link's number and its minutes, or the page that says why it opens nothing."""
    if not ratelimit.consume(request, app="steget", action="minutes_link", config=RATES, limit_get=True):
        return None, None, _closed(request, "slow", 429)
    nonce, meeting = minutes_links.read(token)
    if nonce is None:
        raise Http404("Sidan finns inte.")
    if meeting is None:
        return nonce, None, _closed(request, "replaced", 410)
    if minutes_links.is_over(meeting, now=timezone.now()):
        return nonce, None, _closed(request, "expired", 410)
    return nonce, meeting, None


def _closed(request, what: str, status: int):
    """A page without anything of the minutes."""
    return unseen(render_page(request, "followups/minutes_closed.html", {"what": what}, status=status))
