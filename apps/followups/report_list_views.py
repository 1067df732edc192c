"""The lists of reports, and asking for them: one, or many at once."""

from dataclasses import replace
from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.lists import ListPage, list_response
from apps.core.pages import posted_data, render_page
from apps.followups import report_asking, report_filters
from apps.followups.choices import REPORT_POINTS, PointState
from apps.followups.models import Point, ReportRequest
from apps.followups.report_forms import NO_NAMES
from apps.followups.report_review_forms import RequestForm
from apps.followups.report_targets import Target, contacts_of, targets
from apps.followups.report_views import up
from apps.procurements.models import Contract
from apps.procurements.wording import counted

VIEW, CHANGE = "followups.view_followup", "followups.change_followup"
METHODS = ["GET", "HEAD", "POST"]
HEADING = "Rapporter"
ONE = "Leverantören får ett mejl med en personlig länk. Inget lösenord behövs."
SEVERAL = "Varje kontaktperson får ett mejl, med en personlig länk till varje rapport. Inget lösenord behövs."
# So long a supplier is given when nothing else says when.
USUAL = timedelta(days=21)
MOST = 200


@require_safe
@permission_required(VIEW, raise_exception=True)
def report_list(request):
    """What is missing, late, to be looked at and done, each in a list of its own."""
    organisation, today = require(request, VIEW), timezone.localdate()
    requests = ReportRequest.objects.visible_to(request.user, VIEW).filter(organisation=organisation)
    points = Point.objects.visible_to(request.user, VIEW).filter(organisation=organisation)
    counts = report_filters.counts(requests, points, today)
    tab = report_filters.BY_KEY.get(request.GET.get("visa", "")) or report_filters.BY_KEY[_first(counts)]
    may_change = request.user.has_perm(CHANGE, organisation)
    page = list_response(
        request,
        _rows(tab.key, requests, points, today),
        columns=report_filters.columns(tab.key, today),
        form=report_filters.ReportFilter(request.GET),
        default_sort="-settled" if tab.key == "klara" else "due",
        caption=HEADING,
        one="rapport",
        filename=f"rapporter-{tab.key}",
        may_choose=lambda row: may_change and tab.key == "begar",
    )
    if not isinstance(page, ListPage):
        return page
    context = {"list": page, "tab": tab, "tabs": _tabs(tab, counts), "may_change": may_change, "lead": tab.lead}
    context["breadcrumbs"] = up(None)
    return render_page(request, "followups/report_list.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def report_request(request):
    """Ask for reports of the chosen days and contracts, after a look at whom each goes to."""
    organisation, today = require(request, CHANGE), timezone.localdate()
    sent = posted_data(request) or request.GET
    points = _chosen(Point.objects, sent.getlist("rows"), request.user, organisation)
    points = points.filter(state=PointState.PLANNED, kind__in=REPORT_POINTS).order_by("due_on", "pk")
    contracts = _chosen(Contract.objects, sent.getlist("avtal"), request.user, organisation).order_by("pk")
    found = targets(
        points.select_related("contract__procurement").prefetch_related("contract__suppliers"),
        contracts.select_related("procurement").prefetch_related("suppliers"),
        due_on=today + USUAL,
    )
    form = _form(request, found, bool(contracts), today)
    if request.method == "POST" and found and form.is_valid():
        asked = try_action(form, ReportRequest, lambda: _ask(request, form, found))
        if asked:
            _tell(request, asked)
            return redirect(asked[0] if len(asked) == 1 else f"{reverse('report_list')}?visa=saknas")
    context = {
        "form": form,
        "targets": found,
        "fresh": [each for each in found if not each.is_asked],
        "hidden": [(name, value) for name in ("rows", "avtal") for value in sent.getlist(name)[:MOST]],
        "lead": ONE if len(found) < 2 else SEVERAL,
        "heading": "Begär rapport" if len(found) == 1 else "Begär rapporter",
        "no_names": NO_NAMES,
        "cancel_url": reverse("report_list"),
        "breadcrumbs": [*up(reverse("report_list")), ("Begär", None)],
    }
    return render_page(request, "followups/report_request.html", context)


def _rows(tab: str, requests, points, today):
    if tab == "begar":
        found = report_filters.points_of(points, today).select_related("contract__procurement__responsible")
        return found.prefetch_related("contract__suppliers")
    return report_filters.requests_of(requests, tab, today).select_related("contract", "supplier").defer("draft")


def _first(counts: dict[str, int]) -> str:
    """What is late comes first, then what waits for a decision; else what is missing."""
    return next((key for key in ("sena", "granska", "begar") if counts[key]), "saknas")


def _tabs(current, counts) -> list[dict]:
    return [
        {"label": f"{tab.label} ({counts[tab.key]})", "url": f"?visa={tab.key}", "is_current": tab is current}
        for tab in report_filters.TABS
    ]


def _chosen(rows, keys: list[str], user, organisation):
    """The rows among those the user may ask for; what is no number of a row is passed over."""
    numbers = [int(key) for key in keys[:MOST] if key.isdecimal() and len(key) < 18]
    return rows.visible_to(user, CHANGE).filter(organisation=organisation, pk__in=numbers)


def _form(request, found: list[Target], has_contracts: bool, today) -> RequestForm:
    single = found[0] if len(found) == 1 else None
    contacts = contacts_of(single) if single else None
    initial = {"due_on": today + USUAL}
    if single:
        chosen = next((each.pk for each in contacts if each.email == single.contact_email), "")
        initial |= {"period_from": single.period_from, "period_to": single.period_to, "contact": str(chosen)}
    values = {"has_day": not has_contracts, "contacts": contacts, "today": today, "initial": initial}
    return RequestForm(posted_data(request), **values)


def _ask(request, form: RequestForm, found: list[Target]) -> list[ReportRequest]:
    """Ask as the form says: a day for what has no point, and period and contact when there is one report only."""
    values, now = form.cleaned_data, timezone.now()
    if "due_on" in values:
        found = [each if each.point else replace(each, due_on=values["due_on"], is_asked=False) for each in found]
    if form.contacts or "contact" in form.fields:
        contact = form.contacts.get(values["contact"])
        period = {"period_from": values["period_from"], "period_to": values["period_to"]}
        to = {"contact_name": contact.name if contact else "", "contact_email": contact.email if contact else ""}
        found = [replace(each, **period, **to) for each in found]
    return report_asking.ask_many(by=request.user, targets=found, now=now, token=values["token"])


def _tell(request, asked: list[ReportRequest]) -> None:
    mailed = [each for each in asked if each.contact_email]
    text = f"Sparat. {counted(len(asked), 'rapport är begärd', 'rapporter är begärda')}"
    without = len(asked) - len(mailed)
    mails = len({(each.supplier_id, each.contact_email.lower()) for each in mailed})
    text += f" och {counted(len(mailed), 'länk är skickad', 'länkar är skickade')}" if mailed else ""
    text += f" i {mails} mejl." if mails < len(mailed) else "."
    if without:
        text += f" {without} har ingen e-postadress: för in rapporten åt leverantören eller lägg till en adress."
    messages.success(request, text)
