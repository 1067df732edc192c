"""Settings of matching: when residents are asked, and the target groups an organisation has decided."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.placements import matching_actions
from apps.placements import matching_forms as forms
from apps.placements.models import MatchingSettings, Participant, TargetGroup
from apps.placements.participant_queries import matchers_of, out_of_sight

CHANGE = "placements.change_settings"
METHODS = ["GET", "HEAD", "POST"]
HEADING = "Deltagare och uppföljning"


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def matching_settings(request):
    """When residents are asked, whether a target group may be noted, and which groups there are."""
    organisation = require(request, CHANGE)
    settings = matching_actions.settings_of(organisation)
    form = forms.MatchingSettingsForm(
        posted_data(request),
        initial=forms.MatchingSettingsForm.initial_from(settings),
        cancel_url=reverse("settings_index"),
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"organisation": organisation, "today": timezone.localdate()}
        save = partial(matching_actions.update_settings, by=request.user, **values)
        if try_action(form, MatchingSettings, save):
            messages.success(request, "Sparat.")
            return redirect("matching_settings")
    groups = TargetGroup.objects.filter(organisation=organisation)
    context = {
        "form": form,
        "heading": HEADING,
        "groups": [_line(group) for group in groups],
        "uses_target_groups": settings.uses_target_groups,
        "hidden": out_of_sight(organisation).count(),
        "breadcrumbs": [("Inställningar", reverse("settings_index")), (HEADING, None)],
    }
    return render_page(request, "placements/matching_settings.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def protected_reassign(request):
    """Give protected participants whose matcher has left to another matcher, without seeing who they are."""
    organisation = require(request, CHANGE)
    form = forms.ReassignForm(
        posted_data(request), matchers=matchers_of(organisation.pk), cancel_url=reverse("matching_settings")
    )
    if request.method == "POST" and form.is_valid():
        save = partial(matching_actions.reassign_protected, by=request.user, organisation=organisation)
        number = try_action(form, Participant, partial(save, **form.cleaned_data))
        if number is not None:
            messages.success(request, f"Överlämnade: {number}.")
            return redirect("matching_settings")
    return _form_page(request, form, "Skyddade deltagare utan matchare", _REASSIGN)


_REASSIGN = "Gäller deltagare med skyddade uppgifter vars matchare inte längre arbetar här. Koderna visas inte för dig."


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def target_group_create(request):
    """Add a target group to the active organisation."""
    organisation = require(request, CHANGE)
    form = forms.TargetGroupCreateForm(posted_data(request), cancel_url=reverse("matching_settings"))
    save = partial(matching_actions.create_target_group, by=request.user, organisation=organisation)
    return _edit(request, form, save, "Ny målgrupp")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def target_group_update(request, pk):
    """Rename a target group or take it out of use."""
    groups = TargetGroup.objects.visible_to(request.user, CHANGE).select_related("organisation")
    group = get_object_or_404(groups, pk=pk)
    form = forms.TargetGroupUpdateForm(
        posted_data(request),
        initial=forms.TargetGroupUpdateForm.initial_from(group),
        cancel_url=reverse("matching_settings"),
    )
    save = partial(matching_actions.update_target_group, by=request.user, group=group)
    return _edit(request, form, save, "Ändra målgrupp")


def _edit(request, form, save, heading):
    if (
        request.method == "POST"
        and form.is_valid()
        and try_action(form, TargetGroup, partial(save, **form.cleaned_data))
    ):
        messages.success(request, "Sparat.")
        return redirect("matching_settings")
    return _form_page(request, form, heading)


def _form_page(request, form, heading, lead=""):
    crumbs = [
        ("Inställningar", reverse("settings_index")),
        (HEADING, reverse("matching_settings")),
        (heading, None),
    ]
    context = {"form": form, "heading": heading, "lead": lead, "breadcrumbs": crumbs}
    return render_page(request, "_parts/form_page.html", context)


def _line(group: TargetGroup) -> dict[str, str]:
    state = "används" if group.is_in_use else "används inte längre"
    return {"key": group.name, "value": state, "change_url": reverse("target_group_update", args=[group.pk])}
