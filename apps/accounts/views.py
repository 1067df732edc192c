"""Settings of organisations, departments and people, and the organisation that one works in."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.accounts import actions
from apps.accounts.access import require
from apps.accounts.forms import DepartmentForm, MembershipFilter, OrganisationForm
from apps.accounts.middleware import lay_aside
from apps.accounts.models import Department, Membership, Organisation
from apps.accounts.queries import place_of, settings_of
from apps.core.form_errors import try_action
from apps.core.lists import Column, ListPage, list_response
from apps.core.orgnumbers import format_digits, normalise
from apps.core.pages import posted_data, render_page
from apps.core.panels import panels

PERM = "accounts.change_organisation"
_SETTINGS = ("Inställningar", "settings_index")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from before the latest sign-in. What was typed is kept, unless another site sent it."""
    from_here = request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
    kept = from_here and request.user.is_authenticated and lay_aside(request, str(request.user.pk))
    return render(request, "403_csrf.html", {"resume_url": request.get_full_path() if kept else ""}, status=403)


@require_POST
def organisation_switch(request: HttpRequest) -> HttpResponse:
    """Work in another of one's organisations from now on."""
    chosen = {str(each.pk): each for each in request.organisations}.get(request.POST.get("organisation", ""))
    if chosen is None:
        raise Http404
    request.session["organisation"] = chosen.pk
    target = request.POST.get("next", "")
    is_safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return redirect(target if is_safe else "start")


@require_safe
@permission_required(PERM, raise_exception=True)
def settings_index(request: HttpRequest) -> HttpResponse:
    """The organisation, its departments, its people and its open invitations on one page."""
    organisation = require(request, PERM)
    settings = settings_of(organisation, now=timezone.now())
    context = {"settings": settings, "panels": panels("settings", request, organisation)}
    return render(request, "accounts/settings_index.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(PERM, raise_exception=True)
def organisation_update(request: HttpRequest) -> HttpResponse:
    """Change the facts of the active organisation."""
    # A row of its own: the form writes into it, and the header must not show what was never saved.
    organisation = Organisation.objects.get(pk=require(request, PERM).pk)
    form = OrganisationForm(posted_data(request), instance=organisation, cancel_url=reverse("settings_index"))
    if request.method == "POST" and form.is_valid():
        save = partial(actions.update_organisation, organisation=organisation, by=request.user)
        if try_action(form, Organisation, save):
            messages.success(request, "Sparat.")
            _warn_about_number(request, organisation.org_number)
            return redirect("settings_index")
    return _form_page(request, form, "Ändra organisationen")


def _warn_about_number(request: HttpRequest, digits: str) -> None:
    if normalise(digits).has_wrong_check_digit:
        number = format_digits(digits)
        messages.warning(request, f"Kontrollsiffran i {number} stämmer inte. Numret är sparat, men kontrollera det.")


@require_http_methods(["GET", "POST"])
@permission_required(PERM, raise_exception=True)
def department_create(request: HttpRequest) -> HttpResponse:
    """Add a department to the active organisation."""
    organisation = require(request, PERM)
    form = DepartmentForm(posted_data(request), organisation=organisation, cancel_url=reverse("settings_index"))
    if request.method == "POST" and form.is_valid():
        token = form.cleaned_data["token"]
        save = partial(actions.create_department, department=form.instance, token=token, by=request.user)
        if made := try_action(form, Department, save):
            messages.success(request, f"Sparat. {made} finns nu bland förvaltningarna.")
            return redirect("settings_index")
    return _form_page(request, form, "Ny förvaltning")


@require_http_methods(["GET", "POST"])
@permission_required(PERM, raise_exception=True)
def department_update(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a department, or take it out of use."""
    department = get_object_or_404(
        Department.objects.visible_to(request.user, PERM).select_related("organisation"), pk=pk
    )
    form = DepartmentForm(
        posted_data(request),
        instance=department,
        organisation=department.organisation,
        cancel_url=reverse("settings_index"),
    )
    if request.method == "POST" and form.is_valid():
        save = partial(actions.update_department, department=form.instance, by=request.user)
        if try_action(form, Department, save):
            messages.success(request, "Sparat.")
            return redirect("settings_index")
    return _form_page(request, form, "Ändra förvaltningen")


def _form_page(request: HttpRequest, form, heading: str) -> HttpResponse:
    crumbs = [(_SETTINGS[0], reverse(_SETTINGS[1])), (heading, None)]
    return render_page(request, "accounts/form.html", {"form": form, "heading": heading, "breadcrumbs": crumbs})


_COLUMNS = [
    Column("name", "Namn", lambda row: row.user.name, ("person_key",)),
    Column("email", "E-post", lambda row: row.user.email, ("user__email",)),
    Column("role", "Roll", lambda row: row.get_role_display(), ("role",)),
    Column("department", "Gäller", place_of, ("department__sort_key",)),
    Column("since", "Sedan", lambda row: timezone.localdate(row.created_at), ("created_at",), kind="date"),
]
_ACCOUNT_IN_FILES = Column("account", "Konto", lambda row: "öppet" if row.user.is_active else "stängt")
_ACCOUNT = Column(
    "account",
    "Konto",
    lambda row: "Öppet" if row.user.is_active else "Stängt, öppna igen",
    url=lambda row: "" if row.user.is_active else reverse("membership_reopen", args=[row.pk]),
)
_REMOVE = Column(
    "remove", "Ändra", lambda row: "Ta bort rollen", url=lambda row: reverse("membership_delete", args=[row.pk])
)


@require_safe
@permission_required(PERM, raise_exception=True)
def membership_list(request: HttpRequest) -> HttpResponse:
    """Who holds which role in the active organisation."""
    organisation = require(request, PERM)
    page = list_response(
        request,
        Membership.objects.visible_to(request.user, PERM).filter(organisation=organisation).with_name(),
        columns=[*_COLUMNS, *((_ACCOUNT_IN_FILES,) if request.GET.get("format") else (_ACCOUNT, _REMOVE))],
        form=MembershipFilter(request.GET),
        default_sort="name",
        caption="Roller",
        one="roll",
        filename="personer",
    )
    if not isinstance(page, ListPage):
        return page
    crumbs = [(_SETTINGS[0], reverse(_SETTINGS[1])), ("Personer och roller", None)]
    return render(request, "accounts/membership_list.html", {"list": page, "breadcrumbs": crumbs})


@require_http_methods(["GET", "POST"])
@permission_required(PERM, raise_exception=True)
def membership_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and then take the role away."""
    visible = Membership.objects.visible_to(request.user, PERM)
    membership = get_object_or_404(visible.select_related("user", "organisation", "department"), pk=pk)
    problem = ""
    if request.method == "POST":
        try:
            actions.remove_membership(membership=membership, by=request.user)
        except ValidationError as error:
            problem = " ".join(error.messages)
        else:
            messages.success(request, f"Rollen {membership.get_role_display()} är borttagen från {membership.user}.")
            return redirect("start" if membership.user == request.user else "membership_list")
    crumbs = _people_crumbs("Ta bort roll")
    context = {"membership": membership, "place": place_of(membership), "problem": problem, "breadcrumbs": crumbs}
    return render_page(request, "accounts/membership_delete.html", context, status=422 if problem else 200)


@require_http_methods(["GET", "POST"])
@permission_required(PERM, raise_exception=True)
def membership_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and then let somebody who has closed their account sign in again."""
    visible = Membership.objects.visible_to(request.user, PERM)
    membership = get_object_or_404(visible.select_related("user", "organisation"), pk=pk)
    if request.method == "POST":
        actions.reopen_account(membership=membership, by=request.user)
        messages.success(request, f"Kontot är öppet. {membership.user} loggar in med sin adress och sitt lösenord.")
        return redirect("membership_list")
    context = {"membership": membership, "breadcrumbs": _people_crumbs("Öppna kontot")}
    return render_page(request, "accounts/membership_reopen.html", context)


def _people_crumbs(here: str) -> list[tuple[str, str | None]]:
    listed = ("Personer och roller", reverse("membership_list"))
    return [(_SETTINGS[0], reverse(_SETTINGS[1])), listed, (here, None)]
