"""Settings of union consultation: the unions with those who speak for them, the plan's numbers and the checklist."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.mbl import checklist, plan_forms, settings_actions
from apps.mbl import settings_forms as forms
from apps.mbl import settings_overview as overview
from apps.mbl.models import ChecklistTemplate, PlanSettings, Union, UnionRepresentative
from apps.mbl.queries import plan_settings_of, template_of
from apps.mbl.settings_pages import CHANGE, METHODS, confirm_delete, crumbs, edit

UNIONS = "Fackliga organisationer"
CHECKLIST = "Checklista för samverkan"
SHIPPED = "Ni använder Stegets checklista. När ni sparar blir den er egen version 1."
OWN = "Version {version} används nu. En ny version gäller bedömningar som görs sedan, de som pågår behåller sin."
NUMBERS = "Lagen anger nästan inga tider. Talen är Stegets förslag tills ni ändrar dem, och gäller alla tidsplaner."


@require_safe
@permission_required(CHANGE, raise_exception=True)
def union_list(request):
    """The active organisation's unions, and those who speak for them."""
    organisation = require(request, CHANGE)
    context = {
        "unions": overview.unions_table(organisation),
        "representatives": overview.representatives_table(organisation),
        "breadcrumbs": crumbs((UNIONS, None)),
    }
    return render_page(request, "mbl/union_list.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def union_create(request):
    """Add a union to the active organisation."""
    organisation = require(request, CHANGE)
    form = forms.UnionCreateForm(posted_data(request), organisation=organisation, cancel_url=_unions_url())
    save = partial(settings_actions.create_union, by=request.user, organisation=organisation)
    return _edit(request, form, Union, save, "Lägg till facklig organisation")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def union_update(request, pk):
    """Change a union, or take it out of use."""
    union = _visible(request, Union.objects.select_related("organisation"), pk)
    form = forms.UnionUpdateForm(
        posted_data(request),
        initial=forms.UnionUpdateForm.initial_from(union),
        organisation=union.organisation,
        cancel_url=_unions_url(),
    )
    save = partial(settings_actions.update_union, by=request.user, union=union)
    return _edit(request, form, Union, save, f"Ändra {union}")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def representative_create(request):
    """Add somebody who speaks for a union of the active organisation."""
    organisation = require(request, CHANGE)
    form = forms.RepresentativeCreateForm(posted_data(request), organisation=organisation, cancel_url=_unions_url())
    save = partial(settings_actions.create_representative, by=request.user)
    lead = "Uppdrag och adress räcker. Vem som är medlem i en facklig organisation sparas aldrig i Steget."
    return _edit(request, form, UnionRepresentative, save, "Lägg till företrädare", lead)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def representative_update(request, pk):
    """Change a representative, or take the role out of use."""
    representative = _visible(request, UnionRepresentative.objects.select_related("union__organisation"), pk)
    form = forms.RepresentativeUpdateForm(
        posted_data(request),
        initial=forms.RepresentativeUpdateForm.initial_from(representative),
        organisation=representative.union.organisation,
        cancel_url=_unions_url(),
    )
    save = partial(settings_actions.update_representative, by=request.user, representative=representative)
    return _edit(request, form, UnionRepresentative, save, f"Ändra {representative}")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def representative_delete(request, pk):
    """Take a representative away, after asking."""
    representative = _visible(request, UnionRepresentative.objects.select_related("union"), pk)
    return confirm_delete(
        request,
        partial(settings_actions.delete_representative, by=request.user, representative=representative),
        what=str(representative),
        consequence="Kallelser skickas inte längre dit, och ett konto ser inte längre organisationens förhandlingar.",
        label="Ta bort företrädaren",
        trail=[(UNIONS, _unions_url())],
        done=_unions_url(),
    )


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def plan_settings(request):
    """The numbers of the plan and further days off."""
    organisation = require(request, CHANGE)
    if request.method == "POST" and "reset" in request.POST:
        settings_actions.reset_numbers(by=request.user, organisation=organisation)
        messages.success(request, "Talen är återställda till Stegets förslag. Lediga dagar är kvar.")
        return redirect("plan_settings")
    initial = plan_forms.PlanSettingsForm.initial_from(plan_settings_of(organisation))
    form = plan_forms.PlanSettingsForm(posted_data(request), initial=initial, cancel_url=reverse("settings_index"))
    if request.method == "POST" and form.is_valid():
        given = {"organisation": organisation, "seen": form.cleaned_data["version"], **form.values}
        if try_action(form, PlanSettings, partial(settings_actions.save_plan_settings, by=request.user, **given)):
            messages.success(request, "Sparat.")
            return redirect("plan_settings")
    heading = "Tidsplanens tal"
    context = {"form": form, "heading": heading, "lead": NUMBERS, "breadcrumbs": crumbs((heading, None))}
    return render_page(request, "_parts/form_page.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def checklist_update(request):
    """The checklist's guidance by step; saving makes a new version."""
    organisation = require(request, CHANGE)
    newest = template_of(organisation)
    form = plan_forms.ChecklistForm(
        posted_data(request),
        initial=plan_forms.ChecklistForm.initial_from(newest),
        items=checklist.from_dicts(newest.items),
        cancel_url=reverse("settings_index"),
    )
    if request.method == "POST" and form.is_valid():
        given = {"organisation": organisation, "guidance": form.guidance, **form.values}
        if made := try_action(
            form, ChecklistTemplate, partial(settings_actions.save_checklist, by=request.user, **given)
        ):
            messages.success(request, f"Sparat som version {made.version}.")
            return redirect("checklist_update")
    context = {
        "form": form,
        "heading": CHECKLIST,
        "lead": OWN.format(version=newest.version) if newest.version else SHIPPED,
        "table": overview.versions_table(organisation),
        "breadcrumbs": crumbs((CHECKLIST, None)),
    }
    return render_page(request, "mbl/checklist_update.html", context)


def _edit(request, form, model, save, heading, lead=""):
    trail = [(UNIONS, _unions_url())]
    return edit(request, form, model, save, heading=heading, trail=trail, done=_unions_url(), lead=lead)


def _visible(request, rows, pk):
    return get_object_or_404(rows.visible_to(request.user, CHANGE), pk=pk)


def _unions_url() -> str:
    return reverse("union_list")
