"""The pages about how a version of the guideline is brought into use, and which procurements follow it."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.form_errors import try_action
from apps.core.lists import ListPage, list_response
from apps.core.pages import posted_data, render_page
from apps.procurements import columns, guideline_following, guideline_rollout
from apps.procurements import guideline_overview as overview
from apps.procurements import guideline_rollout_forms as forms
from apps.procurements.guideline_process import DEFINITION
from apps.procurements.guideline_views import (
    CHANGE,
    METHODS,
    VIEW,
    changeable,
    crumbs_of,
    form_page,
    refused_as_locked,
    visible,
)
from apps.procurements.models import GuidelineVersion, Procurement

ROLLOUT = "Det som noteras här är vad som prövas innan versionen kan sägas vara införd. Riktlinjen själv ändras inte."
PROPOSE = "Ett förslag kan fortfarande ändras. Det låses först när det beslutas."


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def guideline_propose(request, pk):
    """Say when a version was proposed for decision, or that it is revised again."""
    guideline = changeable(request, pk)
    if refused := refused_as_locked(request, guideline):
        return refused
    back = guideline.get_absolute_url()
    initial = forms.ProposeForm.initial_from(guideline)
    is_proposed = guideline.proposed_on is not None
    form = forms.ProposeForm(posted_data(request), initial=initial, cancel_url=back, is_proposed=is_proposed)
    if request.method == "POST" and form.is_valid():
        given = {"guideline": guideline, "on": form.day, "today": timezone.localdate()}
        given["seen"] = form.cleaned_data["version"]
        if row := try_action(form, GuidelineVersion, partial(_do(request, "propose_guideline"), **given)):
            messages.success(request, "Sparat. " + ("Versionen är föreslagen." if row.proposed_on else "Den ses över."))
            return redirect(guideline)
    return form_page(request, form, f"När föreslogs {guideline}?", crumbs_of(guideline, "Förslag"), PROPOSE)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def guideline_rollout_update(request, pk):
    """Keep where a version is published, the seminars about it, and the goal for its use."""
    guideline = changeable(request, pk)
    back = guideline.get_absolute_url()
    initial = forms.RolloutForm.initial_from(guideline)
    form = forms.RolloutForm(posted_data(request), initial=initial, cancel_url=back)
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        given = {"guideline": guideline, "seen": values.pop("version"), "today": timezone.localdate(), **values}
        if try_action(form, GuidelineVersion, partial(_do(request, "save_rollout"), **given)):
            messages.success(request, "Sparat.")
            return redirect(guideline)
    return form_page(request, form, f"Införandet av {guideline}", crumbs_of(guideline, "Införandet"), ROLLOUT)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def guideline_in_place(request, pk):
    """Confirm that a decided version is in use, with its criteria in sight."""
    guideline, today = changeable(request, pk), timezone.localdate()
    initial = forms.InPlaceForm.initial_from(guideline) | {"on": guideline.in_place_on or today}
    form = forms.InPlaceForm(posted_data(request), initial=initial, cancel_url=guideline.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        given = {"guideline": guideline, "seen": values.pop("version"), "today": today, **values}
        if try_action(form, GuidelineVersion, partial(_do(request, "put_in_place"), **given)):
            messages.success(request, f"Sparat. Versionen är införd {values['on']}.")
            return redirect(guideline)
    context = {
        "guideline": guideline,
        "form": form,
        "criteria": overview.criteria_tasks(guideline, today),
        "heading": f"Är {guideline} införd?",
        "breadcrumbs": crumbs_of(guideline, "Införd"),
    }
    return render_page(request, "procurements/guideline_in_place.html", context)


@require_safe
@permission_required(VIEW, raise_exception=True)
def guideline_procurements(request, pk):
    """The procurements published under a version, and how each stands to it."""
    guideline = visible(request, pk)
    seen = Procurement.objects.visible_to(request.user, VIEW).filter(guideline=guideline)
    rows = guideline_following.judged(seen).select_related("department")
    page = list_response(
        request,
        rows,
        columns=columns.OF_FOLLOWING,
        form=forms.FollowingFilter(request.GET),
        default_sort="published",
        caption="Upphandlingar",
        one="upphandling",
        filename="foljer-riktlinjen",
    )
    if not isinstance(page, ListPage):
        return page
    share = guideline_following.share(guideline)
    context = {
        "guideline": guideline,
        "list": page,
        "share": share,
        "sees_all": rows.count() == share.of,
        "definition": DEFINITION,
        "breadcrumbs": crumbs_of(guideline, "Så följs den"),
    }
    return render_page(request, "procurements/guideline_procurements.html", context)


def _do(request, name: str):
    return partial(getattr(guideline_rollout, name), by=request.user)
