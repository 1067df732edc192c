"""The plan of one contract, and changing it point for point."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods, require_POST

from apps.core.actions import NO_ROW
from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.followups import plan_actions as actions
from apps.followups import plan_cards, plan_forms
from apps.followups.choices import Intensity
from apps.followups.models import Evaluation, FollowUpPlan, Point
from apps.followups.plan_queries import case_of
from apps.procurements import crumbs
from apps.procurements.models import Contract

VIEW, CHANGE = "followups.view_followup", "followups.change_followup"
METHODS = ["GET", "HEAD", "POST"]
HEADING = "Uppföljning"


@require_http_methods(METHODS)
@permission_required(VIEW, raise_exception=True)
def followup_plan(request, pk):
    """How closely the contract is followed up and what is to be done when. Posted, the plan is made or follows."""
    contract = seen(request, pk, CHANGE if request.method == "POST" else VIEW)
    if request.method == "POST":
        return _make(request, contract)
    today = timezone.localdate()
    may_change = Contract.objects.visible_to(request.user, CHANGE).filter(pk=pk).exists()
    case = case_of(contract)
    open_rows, settled = plan_cards.points(contract, today=today, may_change=may_change)
    context = {
        "contract": contract,
        "plan": case.plan,
        "has_requirement": bool(case.days.obligations),
        "facts": plan_cards.facts(case, may_change=may_change and bool(case.days.obligations)),
        "open_rows": open_rows,
        "settled": settled,
        "evaluation": Evaluation.objects.filter(contract=contract).first(),
        "may_change": may_change,
        "lead": plan_cards.lead(open_rows),
        "breadcrumbs": crumbs.of_contract(contract, HEADING),
    }
    return render_page(request, "followups/plan.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def plan_update(request, pk):
    """Decide how closely the contract is followed up, and whom reports are asked of."""
    contract = seen(request, pk, CHANGE)
    case, back = case_of(contract), _plan_url(contract)
    fresh = {"intensity": case.intensity, "version": NO_ROW}
    initial = plan_forms.PlanForm.initial_from(case.plan) if case.plan else fresh
    form = plan_forms.PlanForm(posted_data(request), contract=contract, cancel_url=back, initial=initial)
    if request.method == "POST" and form.is_valid():
        when = {"today": timezone.localdate(), "now": timezone.now()}
        values = {"contract": contract, **form.cleaned_data, **when}
        if try_action(form, FollowUpPlan, partial(actions.set_intensity, by=request.user, **values)):
            messages.success(request, "Sparat. Planens punkter följer den valda uppföljningen.")
            return redirect(back)
    lead = f"Förslaget är {Intensity(case.proposal.intensity).label}. {case.proposal.reason}"
    return _page(request, form, contract, "Hur avtalet följs upp", lead)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def point_create(request, pk):
    """Put a point of one's own into the plan."""
    contract = seen(request, pk, CHANGE)
    form = plan_forms.PointForm(posted_data(request), cancel_url=_plan_url(contract))
    if request.method == "POST" and form.is_valid():
        values = {"contract": contract, **form.cleaned_data}
        if try_action(form, Point, partial(actions.add_point, by=request.user, **values)):
            messages.success(request, "Sparat. Punkten finns i planen.")
            return redirect(_plan_url(contract))
    return _page(request, form, contract, "Ny punkt i planen")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def point_update(request, pk):
    """Give a point another day."""
    point = _point(request, pk)
    form = _form(request, plan_forms.MoveForm, point)
    return _change(request, point, form, actions.move_point, f"Flytta: {point.get_kind_display()}")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def point_done(request, pk):
    """Note that a point is done."""
    point, today = _point(request, pk), timezone.localdate()
    form = _form(request, plan_forms.DoneForm, point, done_on=today)
    run = partial(actions.finish_point, today=today)
    return _change(request, point, form, run, f"Gjord: {point.get_kind_display()}")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def point_cancel(request, pk):
    """Note that a point is not needed, and why."""
    point = _point(request, pk)
    form = _form(request, plan_forms.CancelForm, point)
    return _change(request, point, form, actions.cancel_point, f"Behövs inte: {point.get_kind_display()}")


@require_POST
@permission_required(CHANGE, raise_exception=True)
def point_reopen(request, pk):
    """Plan a done or cancelled point again."""
    point = _point(request, pk)
    try:
        actions.reopen_point(by=request.user, point=point)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, f"Sparat. {capfirst(point.get_kind_display())} är planerad igen.")
    return redirect(_plan_url(point.contract))


def seen(request, pk: int, perm: str) -> Contract:
    """The contract where the user holds the permission; others are not found."""
    rows = Contract.objects.visible_to(request.user, perm).select_related("procurement", "organisation")
    return get_object_or_404(rows, pk=pk)


def _make(request, contract: Contract):
    try:
        actions.make_plan(by=request.user, contract=contract, today=timezone.localdate())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, "Sparat. Planen följer avtalets dagar och krav.")
    return redirect(_plan_url(contract))


def _point(request, pk: int) -> Point:
    rows = Point.objects.visible_to(request.user, CHANGE).select_related(
        "contract__procurement", "contract__organisation"
    )
    return get_object_or_404(rows, pk=pk)


def _form(request, form_class, point: Point, **first):
    initial = form_class.initial_from(point) | first
    return form_class(posted_data(request), cancel_url=_plan_url(point.contract), initial=initial)


def _change(request, point: Point, form, run, heading: str):
    if request.method == "POST" and form.is_valid():
        done = try_action(form, Point, partial(run, by=request.user, point=point, **form.cleaned_data))
        if done:
            messages.success(request, "Sparat.")
            return redirect(_plan_url(point.contract))
    return _page(request, form, point.contract, heading, f"Enligt planen senast {point.due_on}.")


def _plan_url(contract: Contract) -> str:
    return reverse("followup_plan", args=[contract.pk])


def _page(request, form, contract: Contract, heading: str, lead: str = ""):
    back = (HEADING, _plan_url(contract))
    own = (contract.name, contract.get_absolute_url())
    context = {"form": form, "heading": heading, "lead": lead, "shown": contract}
    context["breadcrumbs"] = crumbs.of_procurement(contract.procurement, own, back, (heading, None))
    return render_page(request, "_parts/form_page.html", context)
