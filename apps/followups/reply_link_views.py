"""The supplier's page for replying to a proposed step, reached through the link of the letter's mail and nothing else.

No cookie gives a right here, so there is nothing to forge a request with.
"""

from allauth.core.internal import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from apps.core.form_errors import try_action
from apps.core.pages import render_page
from apps.followups import letters, reply_actions, reply_links
from apps.followups.choices import SanctionState, Step
from apps.followups.models import Sanction
from apps.followups.report_link_views import unseen
from apps.followups.report_links import Standing
from apps.followups.sanction_forms import OwnReplyForm

# A whole office may sit behind one address; no letter needs many new links in an hour.
RATES = {"reply_link": "60/m/ip", "reply_mail": "5/h/key"}
HEADING = "Svara innan vi beslutar"
OPEN = "Ni får yttra er till och med {day}. Svaret läses innan något beslutas."
DONE = "Beslutet är fattat {day}, så svaret kan inte längre ändras."


@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def reply_link(request, token):
    """The letter with a field for the reply; once the step is decided, what was replied."""
    if not ratelimit.consume(request, app="steget", action="reply_link", config=RATES, limit_get=True):
        return _closed(request, "slow", 429)
    sanction = _read(token)
    standing = reply_links.standing(sanction, now=timezone.now())
    if standing != Standing.OPEN:
        return _closed(request, standing, 410, token)
    is_over = sanction.state != SanctionState.PROPOSED
    form = None if is_over else OwnReplyForm(request.POST or None, initial=OwnReplyForm.initial_from(sanction))
    if request.method == "POST" and form and form.is_valid():
        values = form.cleaned_data | {"sanction": sanction, "nonce": sanction.nonce, "now": timezone.now()}
        if try_action(form, Sanction, lambda: reply_actions.reply_by_link(by=None, **values)):
            return unseen(redirect("reply_link", token))
    context = {
        "shown": sanction.organisation,
        "sanction": sanction,
        "letter": letters.written(sanction),
        "heading": str(Step(sanction.step).label).capitalize() if is_over else HEADING,
        "lead": _lead(sanction),
        "form": form,
        "told": _told(sanction),
    }
    status = 409 if is_over and request.method == "POST" else 200
    return unseen(render_page(request, "followups/reply_link.html", context, status=status))


@login_not_required
@csrf_exempt
@require_POST
def reply_renew(request, token):
    """Mail a new link to the address on file. The answer is the same whether anything was mailed or not."""
    sanction, config = _read(token), {"app": "steget", "action": "reply_mail", "config": RATES, "limit_get": True}
    if sanction and ratelimit.consume(request, key=str(sanction.pk), **config):
        try:
            reply_actions.renew_reply_link(by=None, sanction=sanction, now=timezone.now())
        except ValidationError:
            sanction = None  # decided or taken back: there is nothing to reply to
    return _closed(request, "renewed", 200)


def _read(token) -> Sanction | None:
    is_ours, sanction = reply_links.read(token)
    if not is_ours:
        raise Http404("Sidan finns inte.")
    return sanction


def _lead(sanction: Sanction) -> str:
    """The page's first sentence; the day in words, which does not break in two."""
    if sanction.state != SanctionState.PROPOSED:
        return DONE.format(day=date_format(sanction.decided_on, "j F Y"))
    return OPEN.format(day=date_format(sanction.reply_by, "j F Y"))


def _told(sanction: Sanction) -> list[dict]:
    """The reply that is kept; nothing while there is none."""
    if not sanction.reply:
        return []
    by = f", {sanction.replier}" if sanction.replier else ""
    rows = [("Svarade", f"{sanction.replied_on}{by}"), ("Svar", sanction.reply)]
    return [{"key": key, "value": value, "change_url": ""} for key, value in rows]


def _closed(request, what: str, status: int, token: str = ""):
    """A page without anything of the letter, for a link that opens nothing."""
    renew_url = reverse("reply_renew", args=[token]) if what == Standing.EXPIRED else ""
    context = {"what": str(what), "renew_url": renew_url}
    return unseen(render_page(request, "followups/reply_closed.html", context, status=status))
