"""The pages of the goals of an item."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from apps.actionplans import forms
from apps.actionplans import goal_actions as actions
from apps.actionplans.item_views import ask, item_form, seen_item
from apps.actionplans.models import CHANGE, Goal
from apps.actionplans.plan_views import METHODS
from apps.core.form_errors import try_action
from apps.core.pages import posted_data


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def goal_create(request, pk):
    """Add a goal to an item."""
    item = seen_item(request, pk, CHANGE)
    back = item.get_absolute_url()
    initial = {"due_kind": "month"}
    form = forms.NewGoalForm(posted_data(request), initial=initial, year=item.plan.year, cancel_url=back)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"item": item}
        if made := try_action(form, Goal, lambda: actions.create_goal(by=request.user, **values)):
            messages.success(request, f"Sparat. Målet gäller {made.due_label}.")
            return redirect(item)
    return item_form(request, form, item, "Nytt mål")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def goal_update(request, pk):
    """Change a goal."""
    goal = _seen(request, pk)
    item = goal.item
    initial = forms.ChangeGoalForm.initial_from(goal)
    back = item.get_absolute_url()
    form = forms.ChangeGoalForm(posted_data(request), initial=initial, year=item.plan.year, cancel_url=back)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"goal": goal}
        if try_action(form, Goal, lambda: actions.update_goal(by=request.user, **values)):
            messages.success(request, "Ändringarna är sparade.")
            return redirect(item)
    return item_form(request, form, item, "Ändra målet")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def goal_finish(request, pk):
    """Say that a goal is reached."""
    goal, today = _seen(request, pk), timezone.localdate()
    back = goal.item.get_absolute_url()
    form = forms.FinishForm(posted_data(request), initial={"done_on": today}, cancel_url=back)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"goal": goal, "today": today}
        if try_action(form, Goal, lambda: actions.finish_goal(by=request.user, **values)):
            messages.success(request, "Sparat. Målet är nått.")
            return redirect(goal.item)
    return item_form(request, form, goal.item, "Målet är nått", goal.text)


@require_POST
@permission_required(CHANGE, raise_exception=True)
def goal_reopen(request, pk):
    """Say that a goal is not reached after all."""
    goal = _seen(request, pk)
    form = forms.PressForm(request.POST)
    form.is_valid()
    if try_action(form, Goal, lambda: actions.reopen_goal(by=request.user, goal=goal)):
        messages.success(request, "Målet är öppet igen.")
    else:
        messages.error(request, " ".join(form.non_field_errors()))
    return redirect(goal.item)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def goal_delete(request, pk):
    """Ask, and then take a goal away from a draft."""
    goal = _seen(request, pk)
    form = forms.PressForm(posted_data(request))
    if request.method == "POST" and form.is_valid():
        try_action(form, Goal, lambda: actions.delete_goal(by=request.user, goal=goal))
        if not form.errors:
            messages.success(request, "Målet är borttaget ur utkastet.")
            return redirect(goal.item)
    told = f"Målet ”{goal.text}” tas bort ur utkastet. Historiken behåller vad som stod."
    return ask(request, form, goal.item, ("Ta bort målet?", told, "Ta bort målet"))


def _seen(request, pk) -> Goal:
    """The goal with its item, when the user may change its plan; 404 else."""
    goal = get_object_or_404(Goal.objects.visible_to(request.user, CHANGE), pk=pk)
    goal.item = seen_item(request, goal.item_id, CHANGE)
    return goal
