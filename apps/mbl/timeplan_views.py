"""The pages of the time plan: the plan with what-if, its calendar file and its document, and the guide."""

import logging
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from markdown_it import MarkdownIt

from apps.accounts.access import rows_in_scope
from apps.core.pages import render_page
from apps.core.typeset import DocumentError
from apps.mbl import standing, timeplan_cards, timeplan_files
from apps.mbl.models import PlanChange
from apps.mbl.plan_actions import see_changes, unread_changes
from apps.mbl.timeplan_forms import WhatIfForm
from apps.mbl.timeplans import VIEW, DepartmentPlan, departments_seen, plan_of
from apps.procurements.crumbs import of_procurement
from apps.procurements.models import Procurement

logger = logging.getLogger(__name__)
SEE_PROCUREMENT, CHANGE_PROCUREMENT = "procurements.view_procurement", "procurements.change_procurement"
GUIDE = Path(settings.BASE_DIR) / "docs" / "handbok" / "tidsplanering.md"


@require_safe
@permission_required(VIEW, raise_exception=True)
def timeplan(request, pk):
    """When the ordering department must consult the unions, how far it has come, and what other dates would do."""
    today = timezone.localdate()
    procurement, department, departments, unnamed = _asked(request, pk)
    context = {
        "procurement": procurement,
        "breadcrumbs": of_procurement(procurement, ("Tidsplan", None)),
        "may_change": Procurement.objects.visible_to(request.user, CHANGE_PROCUREMENT).filter(pk=pk).exists(),
        "unnamed": unnamed,
    }
    if department is None:
        return render_page(request, "mbl/timeplan_empty.html", context)
    plan = plan_of(procurement, department, today)
    form, tried = _what_if(request, plan, today)
    values = form.cleaned_data if tried else form.initial
    unread = unread_changes(plan.assessment)
    context |= {
        "department": department,
        "tabs": timeplan_cards.tabs(pk, departments, department),
        "plan": plan,
        "sentence": timeplan_cards.sentence_of(plan),
        "notes": timeplan_cards.notes_of(plan, today),
        "entries": timeplan_cards.entries(plan.plan, today),
        "form": form,
        "tried": tried,
        "table": timeplan_cards.comparison(plan.plan, tried) if tried else None,
        "sliders": timeplan_cards.sliders(plan, values),
        "changes": [timeplan_cards.told(change) for change in unread],
        "newest": unread[-1] if unread and standing.may_run(request.user, department) else None,
    }
    status = 422 if form.is_bound and form.errors else 200
    return render_page(request, "mbl/timeplan.html", context, status=status)


@require_safe
@permission_required(VIEW, raise_exception=True)
def timeplan_ics(request, pk):
    """The open steps as a calendar file."""
    plan = _plan(request, pk)
    url = request.build_absolute_uri(_address(plan))
    content = timeplan_files.calendar(plan, url=url, now=timezone.now())
    return _download(content, "text/calendar; charset=utf-8", f"tidsplan-{pk}.ics")


@require_safe
@permission_required(VIEW, raise_exception=True)
def timeplan_pdf(request, pk):
    """The checklist and the plan to sign, for the case file."""
    plan = _plan(request, pk)
    try:
        content = timeplan_files.document(plan, now=timezone.localtime())
    except DocumentError:
        logger.exception("The document of procurement %s was not made", pk)
        messages.error(request, "Dokumentet kunde inte skapas just nu. Försök igen, eller skriv ut sidan.")
        return redirect(_address(plan))
    return _download(content, "application/pdf", f"tidsplan-{pk}.pdf")


@require_POST
@permission_required(standing.RUN, raise_exception=True)
def plan_change_see(request, pk):
    """The ordering department has read what moved."""
    scope = rows_in_scope(
        request.user, standing.RUN, organisation="assessment__organisation", department="assessment__department"
    )
    newest = get_object_or_404(PlanChange.objects.filter(scope).select_related("assessment__department"), pk=pk)
    try:
        see_changes(by=request.user, newest=newest, now=timezone.now())
    except ValidationError as error:
        raise PermissionDenied(" ".join(error.messages)) from error
    messages.success(request, "Sparat. Ändringen är läst.")
    assessment = newest.assessment
    address = reverse("timeplan", args=[assessment.procurement_id])
    return redirect(f"{address}?forvaltning={assessment.department_id}")


@require_safe
def timeplan_guide(request):
    """The handbook's page on how to plan the consultation."""
    context = {"guide": _guide(), "breadcrumbs": [("Effektiv tidsplanering", None)]}
    return render_page(request, "mbl/timeplan_guide.html", context)


def _asked(request, pk):
    """The procurement, the department asked for (None while none is named), and all that the user may choose."""
    rows = Procurement.objects.visible_to(request.user, SEE_PROCUREMENT)
    procurement = get_object_or_404(rows.select_related("organisation", "department__organisation"), pk=pk)
    departments, unnamed = departments_seen(request.user, procurement)
    if not departments and not unnamed:
        raise Http404
    asked = request.GET.get("forvaltning", "")
    chosen = next((each for each in departments if str(each.pk) == asked), None)
    if asked and chosen is None:
        raise Http404
    own = [each for each in departments if each.organisation == request.organisation]
    return procurement, chosen or next(iter([*own, *departments]), None), departments, unnamed


def _plan(request, pk) -> DepartmentPlan:
    procurement, department, *_ = _asked(request, pk)
    if department is None:
        raise Http404
    return plan_of(procurement, department, timezone.localdate())


def _what_if(request, plan: DepartmentPlan, today):
    """The form, and the plan with the dates in the address when they are good."""
    facts = plan.facts
    initial = {
        "publish": facts.publish,
        "sign": facts.sign,
        "tender_days": facts.tender_days or facts.b.numbers.tender_cd,
    }
    asked = None
    if any(name in request.GET for name in initial):
        # What the address leaves out stays as it is saved.
        asked = {name: day for name, day in initial.items() if day} | request.GET.dict()
    form = WhatIfForm(asked, initial=initial, done=facts.done, today=today)
    if asked is None or not form.is_valid():
        return form, None
    given = {name: form.cleaned_data.get(name) or initial[name] for name in ("publish", "sign")}
    given["tender_days"] = form.cleaned_data.get("tender_days") or facts.tender_days
    return form, plan.what_if(today, **given)


def _address(plan: DepartmentPlan) -> str:
    return f"{reverse('timeplan', args=[plan.procurement.pk])}?forvaltning={plan.department.pk}"


def _download(content: bytes, content_type: str, filename: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{filename}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=content_type, headers=headers)


@lru_cache(maxsize=1)
def _guide() -> str:
    """The guide as HTML. It is a file of the house, and markup in it is shown as text."""
    return MarkdownIt("commonmark", {"html": False}).render(GUIDE.read_text(encoding="utf-8"))
