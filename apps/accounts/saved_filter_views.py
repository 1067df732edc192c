"""Saving how a list is filtered, and taking that away. Both are buttons above the list."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from apps.accounts import saved_filters
from apps.accounts.access import require
from apps.accounts.forms import SavedFilterForm
from apps.accounts.models import SavedFilter
from apps.core.form_errors import try_action
from apps.core.pages import render_page

UNKNOWN_LIST = "Listan finns inte, så filtret kan inte sparas. Öppna listan på nytt och spara därifrån."


@require_POST
def saved_filter_create(request):
    """Keep the filter of a list under a name."""
    if request.organisation is None:
        raise PermissionDenied
    form = SavedFilterForm(request.POST)
    permission = saved_filters.permission_of(request.POST.get("list", ""))
    organisation = require(request, permission) if permission else request.organisation
    if form.is_valid() and permission:
        values = {"name": form.cleaned_data["list"], "title": form.cleaned_data["name"]}
        values |= {"query": form.cleaned_data["query"], "organisation": organisation}
        if saved := try_action(form, SavedFilter, lambda: saved_filters.save_filter(by=request.user, **values)):
            messages.success(request, f"Filtret {saved} är sparat.")
            return redirect(f"{reverse(saved.list)}?{saved.query}")
    if not permission:
        form.add_error(None, UNKNOWN_LIST)
    form.offer_way_back(reverse(request.POST["list"] if permission else "start"))
    return render_page(request, "_parts/form_page.html", {"form": form, "heading": "Spara filtret"})


@require_POST
def saved_filter_delete(request, pk):
    """Take one of one's own saved filters away."""
    if request.organisation is None:
        raise PermissionDenied
    saved = get_object_or_404(SavedFilter.objects.of(request.user, request.organisation), pk=pk)
    back = reverse(saved.list)
    saved_filters.remove_filter(by=request.user, saved=saved)
    messages.success(request, f"Filtret {saved} är borttaget.")
    return redirect(back)
