"""The list of procurements, and giving many of them a responsible officer at once."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from apps.accounts import saved_filters
from apps.accounts.access import grants_with, require
from apps.core.lists import ListPage, list_response
from apps.core.pages import posted_data, render_page
from apps.core.panels import panels
from apps.procurements import assigning, columns, queries
from apps.procurements.filters import ProcurementFilter
from apps.procurements.list_forms import AssignForm
from apps.procurements.models import Procurement
from apps.procurements.next_dates import next_dates

VIEW, CHANGE = "procurements.view_procurement", "procurements.change_procurement"
NOTHING_CHOSEN = "Ingen upphandling är vald. Kryssa i dem i listan och tryck på Tilldela ansvarig."


@require_safe
@permission_required(VIEW, raise_exception=True)
def procurement_list(request):
    """The active organisation's procurements, and the joint ones it takes part in."""
    organisation = require(request, VIEW)
    today, dates = timezone.localdate(), {}
    page = list_response(
        request,
        queries.listed().visible_to(request.user, VIEW).of(organisation),
        columns=columns.of_procurements(dates),
        form=ProcurementFilter(request.GET, user=request.user, organisation=organisation),
        default_sort="title",
        caption="Upphandlingar",
        one="upphandling",
        filename="upphandlingar",
        may_choose=_changeable(request.user, organisation),
        read=queries.listed_rows,
        before_rows=lambda shown: dates.update(next_dates(organisation, today, shown)),
    )
    if not isinstance(page, ListPage):
        return page
    context = {
        "list": page,
        "may_change": request.user.has_perm(CHANGE, organisation),
        "saved_filters": saved_filters.shown(request, "procurement_list"),
        "panels": panels("procurement_list", request, organisation),
    }
    return render_page(request, "procurements/procurement_list.html", context)


@permission_required(CHANGE, raise_exception=True)
def procurement_assign(request):
    """Give the ticked procurements a responsible officer: choose the person, look at what changes, confirm."""
    organisation = require(request, CHANGE)
    sent = posted_data(request) or request.GET
    rows = _chosen(request, organisation, sent.getlist("rows"))
    form = AssignForm(sent if "responsible" in sent else None, rows=rows, organisation=organisation)
    form.is_valid()
    if request.method == "POST" and form.is_valid() and (done := _assign(request, form, rows)):
        return done
    context = {
        "form": form,
        "rows": rows,
        "count": len(rows),
        "person": form.cleaned_data.get("responsible") if form.is_bound else None,
        "nothing_chosen": NOTHING_CHOSEN,
        "cancel_url": _back(sent),
        "query": sent.get("query", ""),
        "breadcrumbs": [("Upphandlingar", reverse("procurement_list")), ("Tilldela ansvarig", None)],
    }
    is_refused = form.is_bound and bool(form.errors)
    return render_page(
        request, "procurements/procurement_assign.html", context, status=form.status if is_refused else 200
    )


@require_POST
@permission_required(CHANGE, raise_exception=True)
def procurement_assign_undo(request, pk):
    """Give the procurements of one's own assignment back to those who had them."""
    try:
        count = assigning.undo(by=request.user, assignment=pk)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, f"Ångrat. {_number(count)} har samma ansvariga som förut.")
    return redirect("procurement_list")


def _changeable(user, organisation) -> Callable[[queries.ListedProcurement], bool]:
    """Whether the user may change a row: one of the organisation's own, of a department the user works in."""
    grants = [grant for grant in grants_with(user, CHANGE) if grant.organisation_id == organisation.pk]
    departments = {grant.department_id for grant in grants}
    is_everywhere = None in departments
    return lambda row: row.organisation_id == organisation.pk and (is_everywhere or row.department_id in departments)


def _assign(request, form, rows):
    """Where to go when it is done; None when somebody else was first, and then the form says so."""
    person = form.cleaned_data["responsible"]
    seen = form.seen()
    try:
        assignment = assigning.assign(by=request.user, procurements=rows, responsible=person, seen=seen)
    except assigning.Stale as stale:
        form.show_stale(stale.rows)
        return None
    text = f"Sparat. {person} är ansvarig för {_number(len(rows))}."
    if assignment is None:
        messages.success(request, text)
        return redirect(_back(request.POST))
    context = {"text": text, "kind": "success", "undo_url": reverse("procurement_assign_undo", args=[assignment])}
    messages.success(request, render_to_string("_parts/banner.html", context, request), extra_tags="undo")
    return redirect(_back(request.POST))


def _chosen(request, organisation, keys: list[str]) -> list[Procurement]:
    """The procurements with these keys, which the user may all change; anything else is not found."""
    if not all(key.isascii() and key.isdigit() and len(key) < 18 for key in keys):
        raise Http404
    mine = Procurement.objects.visible_to(request.user, CHANGE).filter(organisation=organisation)
    rows = list(mine.filter(pk__in=keys).select_related("responsible"))
    if len(rows) != len(set(keys)):
        raise Http404
    return rows


def _back(sent) -> str:
    query = sent.get("query", "")
    return f"{reverse('procurement_list')}?{query}" if query else reverse("procurement_list")


def _number(count: int) -> str:
    return f"{count} upphandling" if count == 1 else f"{count} upphandlingar"
