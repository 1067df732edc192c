"""The matcher's daily pages: log, correct, end and undo placements; the list; activities."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.lists import list_response
from apps.core.pages import posted_data, render_page
from apps.core.panels import panels
from apps.placements import actions, follow_up_queries, participant_queries, queries, rules, steps
from apps.placements.choices import LEFT_STATES, PlacementState
from apps.placements.columns import activity_columns, placement_columns
from apps.placements.forms import (
    ActivityFilter,
    CorrectActivityForm,
    CorrectPlacementForm,
    EndPlacementForm,
    LogActivityForm,
    LogPlacementForm,
    PlacementFilter,
)
from apps.placements.models import Activity, Placement

VIEW, CHANGE, SEE_CODES = "placements.view_placement", "placements.change_placement", "placements.view_participant"
CHANGE_ACTIVITY = "placements.change_activity"


@require_safe
@permission_required(VIEW, raise_exception=True)
def placement_list(request):
    """Placements of the active organisation, filtered by the address."""
    organisation = require(request, VIEW)
    today = timezone.localdate()
    rows = Placement.objects.visible_to(request.user, VIEW).filter(organisation=organisation)
    filters = PlacementFilter(request.GET, user=request.user, organisation=organisation, rows=rows)
    sees_codes = request.user.has_perm(SEE_CODES, organisation)
    if sees_codes:
        rows = rows.with_code_for(request.user)
    can_log = request.user.has_perm(CHANGE, organisation)
    if can_log:
        rows = rows.with_change_by(request.user)
    listed = list_response(
        request,
        queries.listed(rows),
        columns=placement_columns(sees_codes=sees_codes, sees_days=queries.sees_days(request.user, organisation)),
        form=filters,
        default_sort="-starts_on",
        caption="Placeringar",
        one="placering",
        filename=f"placeringar-{today}",
        may_choose=lambda row: can_log and row.may_change and row.state == PlacementState.STARTED,
    )
    if isinstance(listed, HttpResponseBase):
        return listed
    context = {
        "list": listed,
        "can_log": can_log,
        "can_purge": request.user.has_perm("placements.approve_purge", organisation),
        "saved": _take_saved(request),
        "panels": panels("placement_list", request, organisation),
    }
    return render_page(request, "placements/placement_list.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def placement_create(request):
    """Log a placement. `?avtal=` and `?arbetsplats=` choose the contract, `?insats=` the kind, `?deltagare=` who."""
    organisation = require(request, CHANGE)
    today = timezone.localdate()
    workplaces = queries.Workplaces(request.user, organisation, CHANGE, today)
    form = fill(request, LogPlacementForm, _first_values(request, workplaces, today), workplaces=workplaces)
    if is_saving(request) and form.is_valid():
        placement = _log(request, form, organisation, today)
        if placement:
            return after_saving(request, placement)
    context = {"form": form, "saved": _take_saved(request)}
    return render_page(request, "placements/placement_create.html", context)


@require_safe
@permission_required(VIEW, raise_exception=True)
def placement_detail(request, pk):
    """One placement; the code only for those who may see it."""
    return _detail(request, placement_or_404(request, pk, VIEW))


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def placement_update(request, pk):
    """Correct what was logged."""
    placement = placement_or_404(request, pk, CHANGE)
    today = timezone.localdate()
    workplaces = queries.Workplaces(request.user, placement.organisation, CHANGE, today)
    form = fill(
        request,
        CorrectPlacementForm,
        CorrectPlacementForm.initial_from(placement),
        workplaces=workplaces,
        placement=placement,
    )
    if is_saving(request) and form.is_valid() and _correct(request, form, placement, today):
        messages.success(request, f"Ändringarna av {placement} är sparade.")
        return redirect(placement)
    return render_page(request, "placements/placement_update.html", {"form": form, "placement": placement})


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def placement_end(request, pk):
    """End a placement: the last day, and whether it led to a job."""
    placement = placement_or_404(request, pk, CHANGE)
    today = timezone.localdate()
    if request.method == "GET" and not placement.ended_on and (sentence := steps.refusal(placement, "end")):
        return refused(request, placement, sentence)
    initial = EndPlacementForm.initial_from(placement)
    initial["ended_on"] = initial["ended_on"] or today
    form = EndPlacementForm(posted_data(request), initial=initial, cancel_url=placement.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"placement": placement, "today": today}
        if try_action(form, Placement, lambda: actions.end_placement(by=request.user, **values)):
            messages.success(request, f"{placement} är avslutad.")
            return redirect(placement)
    return render_page(request, "placements/placement_end.html", {"form": form, "placement": placement})


@require_POST
@permission_required(CHANGE, raise_exception=True)
def placement_undo(request, pk):
    """Take back a placement that was logged by mistake, within ten minutes."""
    placement = placement_or_404(request, pk, CHANGE)
    try:
        actions.undo_placement(by=request.user, placement=placement, now=timezone.now())
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
        return _detail(request, placement, status=422)
    messages.success(request, f"{placement} är ångrad och räknas inte.")
    return redirect("placement_list")


@require_safe
@permission_required(VIEW, raise_exception=True)
def activity_list(request):
    """Study visits and lectures of the active organisation; they never count against the target."""
    organisation = require(request, VIEW)
    listed = list_response(
        request,
        Activity.objects.visible_to(request.user, VIEW)
        .filter(organisation=organisation)
        .select_related("supplier", "contract__procurement"),
        columns=activity_columns(can_change=request.user.has_perm(CHANGE_ACTIVITY, organisation)),
        form=ActivityFilter(request.GET),
        default_sort="-held_on",
        caption="Aktiviteter",
        one="aktivitet",
        filename=f"aktiviteter-{timezone.localdate()}",
    )
    if isinstance(listed, HttpResponseBase):
        return listed
    context = {"list": listed, "can_change": request.user.has_perm(CHANGE_ACTIVITY, organisation)}
    return render_page(request, "placements/activity_list.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE_ACTIVITY, raise_exception=True)
def activity_create(request):
    """Log a study visit or a lecture: a group, no person."""
    organisation = require(request, CHANGE_ACTIVITY)
    today = timezone.localdate()
    workplaces = queries.Workplaces(request.user, organisation, CHANGE_ACTIVITY, today, needs_contract=False)
    form = fill(request, LogActivityForm, {"held_on": today}, workplaces=workplaces)
    if is_saving(request) and form.is_valid():
        values = form.for_action() | {"organisation": organisation, "today": today}
        if try_action(form, Activity, lambda: actions.log_activity(by=request.user, **values)):
            messages.success(request, "Aktiviteten är sparad. Den räknas inte mot målet.")
            return redirect("activity_list")
    return render_page(request, "placements/activity_form.html", {"form": form, "heading": "Logga aktivitet"})


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE_ACTIVITY, raise_exception=True)
def activity_update(request, pk):
    """Correct an activity."""
    rows = Activity.objects.visible_to(request.user, CHANGE_ACTIVITY).select_related("organisation")
    activity = get_object_or_404(rows, pk=pk)
    today = timezone.localdate()
    workplaces = queries.Workplaces(request.user, activity.organisation, CHANGE_ACTIVITY, today, needs_contract=False)
    form = fill(request, CorrectActivityForm, CorrectActivityForm.initial_from(activity), workplaces=workplaces)
    if is_saving(request) and form.is_valid():
        values = form.for_action() | {"activity": activity, "today": today}
        if try_action(form, Activity, lambda: actions.correct_activity(by=request.user, **values)):
            messages.success(request, "Ändringarna är sparade.")
            return redirect("activity_list")
    return render_page(request, "placements/activity_form.html", {"form": form, "heading": "Ändra aktivitet"})


def fill(request, form_class, initial: dict, **arguments):
    """The form as posted, as laid aside when the session ran out, or as it is after a press on its search button."""
    data = posted_data(request)
    if data is not None and "search" in data:
        return form_class(initial=initial | data.dict(), **arguments)
    return form_class(data, initial=initial, **arguments)


def is_saving(request) -> bool:
    return request.method == "POST" and "search" not in request.POST


def refused(request, placement, sentence) -> HttpResponse:
    """The page of a step that the placement's state does not allow."""
    context = {"placement": placement, "sentence": sentence}
    return render_page(request, "placements/placement_move_refused.html", context, status=409)


def _first_values(request, workplaces, today) -> dict:
    values = {"started_on": today, "kind": request.GET.get("insats", "")}
    values |= queries.practice_defaults(request.user, workplaces.organisation)
    asked = request.GET.get("deltagare", "")
    values |= {"code": participant_queries.code_of(request.user, workplaces.organisation, asked)}
    if chosen := workplaces.of_contract(request.GET.get("avtal", "")):
        return values | {"contract": chosen.value}
    return values | {"contract": request.GET.get("arbetsplats", "")}


def _log(request, form, organisation, today) -> Placement | None:
    values = form.for_action() | {"organisation": organisation, "today": today}
    placement = try_action(form, Placement, lambda: actions.log_placement(by=request.user, **values))
    if placement is None:
        form.offer_known_code()
    return placement


def after_saving(request, placement) -> HttpResponse:
    request.session["placement_saved"] = placement.pk
    for sentence in queries.warnings(placement):
        messages.warning(request, sentence)
    if "another" not in request.POST:
        return redirect(placement)
    query = QueryDict(mutable=True)
    query.update({"arbetsplats": f"{placement.contract_id or ''}-{placement.supplier_id}", "insats": placement.kind})
    return redirect(f"{reverse('placement_create')}?{query.urlencode()}")


def _take_saved(request) -> dict | None:
    """The banner after a save, shown once. Only the row's key waits in the session, never a code."""
    pk = request.session.pop("placement_saved", None)
    rows = Placement.objects.visible_to(request.user, CHANGE).standing().with_code_for(request.user)
    placement = rows.filter(pk=pk).select_related("contract__procurement").first() if pk else None
    if placement is None:
        return None
    counts = [panel.title for panel in panels("placement_saved", request, placement)]
    return {"text": " ".join(["Sparad.", *counts]), "placement": placement, "code": placement.shown_code}


def _correct(request, form, placement, today) -> bool:
    values = form.for_action() | {"placement": placement, "today": today}
    corrected = try_action(form, Placement, lambda: actions.correct_placement(by=request.user, **values))
    for sentence in queries.warnings(corrected) if corrected else ():
        messages.warning(request, sentence)
    return corrected is not None


def placement_or_404(request, pk, perm) -> Placement:
    """The placement, when the user holds the permission in it; with `shown_code`."""
    rows = Placement.objects.visible_to(request.user, perm).with_code_for(request.user)
    return get_object_or_404(
        rows.select_related("organisation", "supplier", "contract__procurement__department"), pk=pk
    )


def _detail(request, placement, *, status=200) -> HttpResponse:
    can_change = Placement.objects.visible_to(request.user, CHANGE).filter(pk=placement.pk).exists()
    is_undone = placement.undone_at is not None
    shows_days = Placement.objects.visible_to(request.user, SEE_CODES).filter(pk=placement.pk).exists()
    asks = can_change and placement.shown_code and not is_undone
    context = {
        "placement": placement,
        "code": placement.shown_code,
        "state": placement.state_text,
        "state_kind": rules.tone(placement.state, is_undone=is_undone),
        "facts": queries.facts(placement, shows_days=shows_days),
        "can_change": can_change and not is_undone,
        "can_correct": can_change and not is_undone and placement.state not in LEFT_STATES,
        "steps": steps.steps_of(placement) if can_change else steps.NO_STEPS,
        "pauses": steps.pauses_of(placement, shows_days=shows_days),
        "follow_ups": follow_up_queries.lines_of(placement, timezone.localdate()) if asks else [],
        "can_undo": can_change and not is_undone and _may_undo(placement),
        "events": queries.history(placement, shows_days=shows_days),
        "saved": _take_saved(request),
    }
    return render_page(request, "placements/placement_detail.html", context, status=status)


def _may_undo(placement) -> bool:
    return rules.may_undo(created_at=placement.created_at, now=timezone.now())
