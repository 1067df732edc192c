"""Invitations: the administrator sends them, somebody new opens the link."""

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required, permission_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from apps.accounts import actions
from apps.accounts.access import require
from apps.accounts.forms import AcceptForm, InvitationForm, KnownAcceptForm
from apps.accounts.invitation_links import LinkBroken, LinkTooOld, read_token
from apps.accounts.mails import send_invitation
from apps.accounts.models import Invitation, Membership, User
from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page

PERM = "accounts.change_organisation"

_BROKEN = "Länken är inte hel. Öppna den en gång till från mejlet, eller kopiera hela länken till adressfältet."
_TOO_OLD = "Länken har gått ut, för den gäller bara i sju dagar. Be den som bjöd in dig att skicka en ny."
_USED = "Inbjudan är redan använd. Logga in med din e-postadress och ditt lösenord."
_WITHDRAWN = "Inbjudan är återkallad. Fråga den som bjöd in dig."


@require_http_methods(["GET", "POST"])
@permission_required(PERM, raise_exception=True)
def invitation_create(request: HttpRequest) -> HttpResponse:
    """Invite somebody to a role, or give the role to somebody who already has an account."""
    organisation = require(request, PERM)
    form = InvitationForm(posted_data(request), organisation=organisation, cancel_url=reverse("settings_index"))
    if request.method == "POST" and form.is_valid():
        values = {"organisation": organisation, "by": request.user, "now": timezone.now(), **form.cleaned_data}
        if invitation := try_action(form, Membership, lambda: actions.invite(**values)):
            _mail(request, invitation)
            return redirect("settings_index")
    crumbs = [("Inställningar", reverse("settings_index")), ("Bjud in", None)]
    context = {"form": form, "heading": "Bjud in eller ge en roll", "breadcrumbs": crumbs}
    return render_page(request, "accounts/form.html", context)


@require_POST
@permission_required(PERM, raise_exception=True)
def invitation_resend(request: HttpRequest, pk: int) -> HttpResponse:
    """Mail a new link, good for another seven days."""
    invitation = get_object_or_404(Invitation.objects.visible_to(request.user, PERM).open(), pk=pk)
    _mail(request, invitation, again=True)
    return redirect("settings_index")


def _mail(request: HttpRequest, invitation: Invitation, *, again: bool = False) -> None:
    """Send, remember how it went, and say it. A form posted twice sends once."""
    if invitation.sent_at and not again:
        messages.success(request, f"Inbjudan till {invitation.email} är redan skickad.")
        return
    is_sent = send_invitation(invitation, site=request.build_absolute_uri("/").rstrip("/"))
    actions.note_invitation_sent(
        invitation=invitation, by=request.user, now=timezone.now() if is_sent else invitation.sent_at
    )
    say = messages.success if is_sent else messages.warning
    say(request, _what_happened(invitation, is_sent))


def _what_happened(invitation: Invitation, is_sent: bool) -> str:
    if invitation.accepted_at:
        person = f"{invitation.accepted_by} har nu rollen {invitation.get_role_display()}"
        return f"{person} och har fått veta det." if is_sent else f"{person}, men mejlet om det gick inte iväg."
    if is_sent:
        return f"Inbjudan är skickad till {invitation.email}. Länken gäller i sju dagar."
    return f"Inbjudan till {invitation.email} är sparad, men mejlet gick inte iväg. Välj ”Skicka igen” om en stund."


@require_POST
@permission_required(PERM, raise_exception=True)
def invitation_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Close an invitation so that its link opens nothing."""
    invitation = get_object_or_404(Invitation.objects.visible_to(request.user, PERM), pk=pk)
    try:
        actions.withdraw_invitation(invitation=invitation, by=request.user, now=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, f"Inbjudan till {invitation.email} är återkallad. Länken är stängd.")
    return redirect("settings_index")


@login_not_required
@never_cache
@sensitive_post_parameters("password", "password_again")
@require_http_methods(["GET", "POST"])
def invitation_accept(request: HttpRequest, token: str) -> HttpResponse:
    """Where the link in the mail leads: choose a name and a password, or take a role with the account one has.

    Looking at the page changes nothing, so a mail scanner that follows links uses nothing up.
    """
    invitation, problem = _invitation_behind(token)
    if problem:
        return _closed(request, problem)
    known = User.objects.filter(email=invitation.email).first()
    form_class = KnownAcceptForm if known else AcceptForm
    form = form_class(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("name", "password") if name in form.cleaned_data}
        values = {"invitation": invitation, "now": timezone.now(), "by": None, **given}
        try:
            user = try_action(form, User, lambda: actions.accept_invitation(**values))
        except actions.InvitationClosed:
            return _closed(request, _USED)
        if user:
            return _welcome(request, user, is_new=known is None)
    return render_page(request, "accounts/invitation_accept.html", {"form": form, "invitation": invitation})


def _invitation_behind(token: str) -> tuple[Invitation | None, str]:
    """The open invitation of a link, or what is wrong with the link."""
    try:
        invitation = Invitation.objects.select_related("organisation", "department").get(pk=read_token(token))
    except LinkTooOld:
        return None, _TOO_OLD
    except (LinkBroken, Invitation.DoesNotExist):
        return None, _BROKEN
    if invitation.accepted_at:
        return None, _USED
    return (None, _WITHDRAWN) if invitation.withdrawn_at else (invitation, "")


def _closed(request: HttpRequest, problem: str) -> HttpResponse:
    return render(request, "accounts/invitation_closed.html", {"problem": problem}, status=410)


def _welcome(request: HttpRequest, user: User, *, is_new: bool) -> HttpResponse:
    """A new account is signed in; an existing one shows its password first, since the link alone is no sign-in."""
    if is_new:
        get_adapter().login(request, user)
        messages.success(request, f"Välkommen, {user}! Ditt konto är klart.")
        return redirect("start")
    messages.success(request, "Du har fått rollen. Logga in som vanligt.")
    return redirect("account_login")
