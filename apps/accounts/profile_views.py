"""One's own account: name, roles, and closing it."""

from functools import partial

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts import actions
from apps.accounts.forms import CloseAccountForm, NameForm
from apps.accounts.models import User
from apps.accounts.queries import account_facts, own_roles, why_account_stays
from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.core.panels import panels


@require_safe
def profile_detail(request: HttpRequest) -> HttpResponse:
    """Who one is here, and where one may do what."""
    shown = panels("profile", request, request.user)
    context = {"facts": account_facts(request.user), "roles": own_roles(request.user), "panels": shown}
    return render_page(request, "accounts/profile_detail.html", context)


@require_http_methods(["GET", "POST"])
def profile_update(request: HttpRequest) -> HttpResponse:
    """Change one's own name."""
    initial = {"name": request.user.name}
    form = NameForm(posted_data(request), initial=initial, cancel_url=reverse("profile_detail"))
    if request.method == "POST" and form.is_valid():
        save = partial(actions.change_name, by=request.user, **form.cleaned_data)
        if try_action(form, User, save):
            messages.success(request, "Sparat.")
            return redirect("profile_detail")
    context = {"form": form, "heading": "Ändra ditt namn", "breadcrumbs": _crumbs("Ändra namn")}
    return render_page(request, "accounts/form.html", context)


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def profile_close(request: HttpRequest) -> HttpResponse:
    """Close one's own account, with the password; the last administrator is told to invite another first."""
    form = CloseAccountForm(request.POST if request.method == "POST" else None, cancel_url=reverse("profile_detail"))
    problem = why_account_stays(request.user)
    if request.method == "POST" and not problem and form.is_valid():
        if not ratelimit.consume(request, action="reauthenticate", user=request.user):
            return ratelimit.respond_429(request)
        if try_action(form, User, partial(actions.close_account, by=request.user, **form.cleaned_data)):
            logout(request)
            messages.success(request, "Kontot är stängt och du är utloggad. Administratören kan öppna det igen.")
            return redirect("account_login")
    context = {"form": form, "problem": problem, "breadcrumbs": _crumbs("Stäng kontot")}
    status = 422 if problem and request.method == "POST" else 200
    return render_page(request, "accounts/profile_close.html", context, status=status)


def _crumbs(here: str) -> list[tuple[str, str | None]]:
    return [("Mitt konto", reverse("profile_detail")), (here, None)]
