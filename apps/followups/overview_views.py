"""The coordinator's page over all contracts with a requirement, and asking many of their suppliers for reports."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts import saved_filters
from apps.accounts.access import require
from apps.core.lists import ListPage, list_response
from apps.core.pages import render_page
from apps.followups import overview_columns, overview_queries
from apps.followups.choices import REPORT_POINTS, PointState
from apps.followups.models import Point
from apps.followups.overview_filters import OverviewFilter
from apps.followups.plan_queries import held_points, with_requirement
from apps.followups.report_filters import AHEAD
from apps.procurements.models import Contract

VIEW, CHANGE = "followups.view_followup", "followups.change_followup"
NOTHING_CHOSEN = "Inget avtal är valt. Kryssa i dem i listan och tryck på Begär rapporter."
MOST = 200


@require_safe
@permission_required(VIEW, raise_exception=True)
def followup_overview(request):
    """Class, fulfilment, next action, risk and last contact of every contract that is followed up."""
    organisation, today = require(request, VIEW), timezone.localdate()
    rows = with_requirement(Contract.objects.visible_to(request.user, VIEW).filter(organisation=organisation))
    may_change = request.user.has_perm(CHANGE, organisation)
    found = {}
    page = list_response(
        request,
        overview_queries.overviewed(rows, today=today),
        columns=overview_columns.columns(found, today),
        form=OverviewFilter(request.GET, user=request.user, organisation=organisation, today=today),
        default_sort="next",
        caption="Avtal",
        one="avtal",
        filename="uppfoljning",
        may_choose=lambda row: may_change,
        before_rows=lambda shown: found.update(overview_queries.fulfilments(shown, today=today)),
    )
    if not isinstance(page, ListPage):
        return page
    waiting = overview_queries.today_of(organisation, request.user, today=today)
    context = {
        "list": page,
        "waiting": overview_columns.doors(waiting),
        "lead": overview_columns.lead(waiting) if may_change else overview_columns.READ_ONLY,
        "may_change": may_change,
        "saved_filters": saved_filters.shown(request, "followup_overview"),
    }
    return render_page(request, "followups/overview.html", context)


@require_safe
@permission_required(CHANGE, raise_exception=True)
def followup_ask(request):
    """Lead the ticked contracts on to where reports are asked for: by the day of the plan where one is near."""
    organisation, today = require(request, CHANGE), timezone.localdate()
    keys = [int(key) for key in request.GET.getlist("rows")[:MOST] if key.isdecimal() and len(key) < 18]
    rows = Contract.objects.visible_to(request.user, CHANGE).filter(organisation=organisation, pk__in=keys)
    chosen = list(rows.order_by("pk").values_list("pk", flat=True))
    if not chosen:
        messages.error(request, NOTHING_CHOSEN)
        return redirect("followup_overview")
    points = Point.objects.filter(contract__in=chosen, kind__in=REPORT_POINTS, state=PointState.PLANNED)
    near = held_points(points.filter(due_on__lte=today + AHEAD)).filter(is_held=False)
    first = dict(near.order_by("-due_on", "-pk").values_list("contract", "pk"))
    sent = [("rows", first[key]) if key in first else ("avtal", key) for key in chosen]
    return redirect(f"{reverse('report_request')}?{urlencode(sent)}")
