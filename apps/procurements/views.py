"""The pages of procurements."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.core.panels import panels
from apps.procurements import actions, forms, overview, phase_tasks
from apps.procurements.history import timeline
from apps.procurements.models import Procurement
from apps.procurements.priorities import decision_card

VIEW, CHANGE = "procurements.view_procurement", "procurements.change_procurement"


@require_safe
@permission_required(VIEW, raise_exception=True)
def procurement_detail(request, pk):
    """A procurement: where it stands, what to do, its contracts and what has happened."""
    rows = Procurement.objects.visible_to(request.user, VIEW)
    procurement = get_object_or_404(
        rows.with_decision().select_related("organisation", "department", "responsible", "cpv", "guideline"), pk=pk
    )
    contracts, today = overview.contracts(procurement), timezone.localdate()
    may_change = Procurement.objects.visible_to(request.user, CHANGE).filter(pk=pk).exists()
    case = phase_tasks.Case(procurement, contracts, procurement.decided is not None, today)
    tasks = phase_tasks.tasks(case)
    context = {
        "procurement": procurement,
        "facts": overview.facts(procurement),
        "dates": overview.dates(procurement),
        "steps": phase_tasks.steps(procurement, contracts),
        "side_state": phase_tasks.side_state(procurement),
        "urgent": phase_tasks.most_urgent(tasks, today),
        "tasks": [task.shown(today, is_linked=may_change) for task in tasks],
        "moves_on": phase_tasks.moves_on(procurement) if may_change else [],
        "standstill": phase_tasks.standstill_card(procurement),
        "contracts": contracts,
        "decision_card": decision_card(procurement, today, may_change=may_change),
        "events": timeline(procurement),
        "may_change": may_change,
        "panels": panels("procurement", request, procurement),
        "breadcrumbs": _crumbs(procurement.title),
    }
    return render_page(request, "procurements/procurement_detail.html", context)


@permission_required(CHANGE, raise_exception=True)
def procurement_create(request):
    """Add a procurement to the active organisation."""
    organisation = require(request, CHANGE)
    form = forms.ProcurementCreateForm(
        posted_data(request),
        user=request.user,
        organisation=organisation,
        cancel_url=reverse("procurement_list"),
        initial={"responsible": request.user.pk},
    )
    if request.method == "POST" and form.is_valid():
        values = {"organisation": organisation, **form.cleaned_data}
        save = partial(actions.create_procurement, by=request.user, **values)
        if procurement := try_action(form, Procurement, save):
            messages.success(request, "Sparat. Lägg till avtal när upphandlingen är avgjord.")
            return redirect(procurement)
    context = {"form": form, "heading": "Lägg till upphandling", "breadcrumbs": _crumbs("Lägg till")}
    return render_page(request, "_parts/form_page.html", context)


@permission_required(CHANGE, raise_exception=True)
def procurement_update(request, pk):
    """Change a procurement."""
    rows = Procurement.objects.visible_to(request.user, CHANGE).select_related("organisation", "cpv")
    procurement = get_object_or_404(rows, pk=pk)
    form = forms.ProcurementUpdateForm(
        posted_data(request),
        user=request.user,
        organisation=procurement.organisation,
        row=procurement,
        initial=forms.ProcurementUpdateForm.initial_from(procurement),
        cancel_url=procurement.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        seen = values.pop("version")
        save = partial(actions.update_procurement, by=request.user, procurement=procurement, seen=seen, **values)
        if try_action(form, Procurement, save):
            messages.success(request, "Sparat.")
            return redirect(procurement)
    here = (procurement.title, procurement.get_absolute_url())
    context = {"form": form, "heading": f"Ändra {procurement}", "breadcrumbs": _crumbs("Ändra", here)}
    return render_page(request, "_parts/form_page.html", context)


def _crumbs(here, *between):
    return [("Upphandlingar", reverse("procurement_list")), *between, (here, None)]
