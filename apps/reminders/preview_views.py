"""How each kind of mail looks, with invented tasks: nothing is sent, and no real task is shown."""

from csp.constants import NONE, SELF
from csp.decorators import csp, csp_update
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from apps.accounts.access import require
from apps.core.pages import render_page
from apps.reminders.choices import MailKind
from apps.reminders.mail_pages import Rendered
from apps.reminders.models.mail import MAIL_ADMINISTRATION as CHANGE
from apps.reminders.previews import PREVIEWS, preview

HEADING = "Så ser mejlen ut"
# Mails carry their own styles and nothing else; the page around them lets nothing of theirs run, send or lead away.
_MAIL_POLICY = {
    "default-src": [NONE],
    "style-src": ["'unsafe-inline'"],
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": [SELF],
    "sandbox": True,
}


@require_safe
@permission_required(CHANGE, raise_exception=True)
@csp_update({"frame-src": [SELF]})
def mail_preview(request):
    """A kind of mail as text and, in a frame of its own, as HTML."""
    kind = request.GET.get("slag", MailKind.DIGEST.value)
    mail, here = _mail_or_404(request, kind), reverse("mail_preview")
    context = {
        "mail": mail,
        "kind": kind,
        "label": PREVIEWS[kind],
        "tabs": [(f"{here}?slag={name}", capfirst(label), name == kind) for name, label in PREVIEWS.items()],
        "breadcrumbs": [
            ("Inställningar", reverse("settings_index")),
            ("Påminnelser", reverse("reminder_settings")),
            (HEADING, None),
        ],
    }
    return render_page(request, "reminders/mail_preview.html", context)


@require_safe
@permission_required(CHANGE, raise_exception=True)
@xframe_options_sameorigin
@csp(_MAIL_POLICY)
def mail_preview_html(request, kind):
    """The HTML part alone, as a mail program gets it."""
    return HttpResponse(_mail_or_404(request, kind).html)


def _mail_or_404(request, kind: str) -> Rendered:
    organisation = require(request, CHANGE)
    try:
        return preview(kind, organisation=organisation, user=request.user, today=timezone.localdate())
    except KeyError:
        raise Http404 from None
