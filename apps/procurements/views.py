"""The pages of procurements."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.core.pages import render_page
from apps.core.panels import panels
from apps.procurements import overview, phase_tasks
from apps.procurements.history import timeline
from apps.procurements.models import Procurement
from apps.procurements.phases import SIGNED_PHASES
from apps.procurements.priorities import decision_card
from apps.procurements.requirement_cards import requirements_card
from apps.procurements.structure_cards import structure_card

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
        "requirements_card": requirements_card(procurement, may_change),
        "structure_card": structure_card(procurement, may_change),
        "events": timeline(procurement),
        "may_change": may_change,
        "is_signed": procurement.phase in SIGNED_PHASES,
        "has_decision": case.has_decision,
        "panels": panels("procurement", request, procurement),
        "breadcrumbs": _crumbs(procurement.title),
    }
    return render_page(request, "procurements/procurement_detail.html", context)


def _crumbs(here, *between):
    return [("Upphandlingar", reverse("procurement_list")), *between, (here, None)]
