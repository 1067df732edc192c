"""A report as the authority sees it: what was said, with whom and when; its files; and entering one on behalf."""

import logging

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.form_errors import try_action
from apps.core.formats import iso_date
from apps.core.pages import posted_data, render_page
from apps.followups import report_actions, report_cards, report_review
from apps.followups.choices import RequestState
from apps.followups.models import Evidence, ReportRequest
from apps.followups.report_contents import requirements_of
from apps.followups.report_review_forms import EnterForm
from apps.followups.report_states import allowed
from apps.followups.report_steps import line_form, placement_forms
from apps.procurements.wording import figure

logger = logging.getLogger(__name__)
VIEW, CHANGE = "followups.view_followup", "followups.change_followup"
METHODS = ["GET", "HEAD", "POST"]
RELATED = ("organisation", "contract__procurement__responsible", "supplier", "asked_by", "settled_by", "point")
# The moves that have a page, in the order their buttons stand.
PAGES = {"accept": "report_accept", "more": "report_more", "reject": "report_reject", "withdraw": "report_withdraw"}


@require_safe
@permission_required(VIEW, raise_exception=True)
def report_detail(request, pk):
    """What is asked and of whom, what came in, and everything that has happened."""
    report = get_object_or_404(ReportRequest.objects.visible_to(request.user, VIEW).select_related(*RELATED), pk=pk)
    may_change = request.user.has_perm(CHANGE, report.organisation)
    has_come = report.state not in (RequestState.ASKED, RequestState.STARTED, RequestState.WITHDRAWN)
    context = {
        "report": report,
        "facts": _facts(report),
        "told": report_cards.told(report) if has_come else [],
        "files": report_cards.files(report),
        "credits": [(each, figure(each.amount)) for each in report_review.credits_of(report)],
        "events": report_cards.timeline(report, names=True),
        "standing": report_cards.standing(report, timezone.localdate()),
        "buttons": _buttons(report) if may_change else [],
        "may_enter": may_change and _has(report, "submit"),
        "may_renew": may_change and report.state not in (RequestState.ACCEPTED, RequestState.WITHDRAWN),
        "breadcrumbs": crumbs(report),
    }
    return render_page(request, "followups/report_detail.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def report_enter(request, pk):
    """Enter what a supplier said on paper or by telephone; it stands in the timeline who did."""
    report = load(request, pk)
    data = posted_data(request)
    form = EnterForm(data, request.FILES or None)
    lines = {each.pk: line_form(report, each, data, f"k{each.pk}") for each in requirements_of(report)}
    placements = placement_forms(report, data, to_supplier=False)
    if request.method == "POST":
        are_valid = [each.is_valid() for each in (form, *lines.values(), *placements.values())]
        if all(are_valid) and try_action(form, ReportRequest, lambda: _enter(request, report, form, lines, placements)):
            messages.success(request, "Sparat. Rapporten är införd åt leverantören och väntar på granskning.")
            return redirect(report)
    parts = [*lines.values(), *placements.values()]
    context = {"form": form, "report": report, "lines": lines.values(), "placements": placements.values()}
    context |= {"has_errors": any(each.errors for each in parts), "cancel_url": report.get_absolute_url()}
    context |= {"heading": "För in rapporten åt leverantören", "breadcrumbs": crumbs(report, "För in")}
    is_refused = request.method == "POST"
    return render_page(request, "followups/report_enter.html", context, status=422 if is_refused else 200)


@require_safe
@permission_required(VIEW, raise_exception=True)
def evidence_download(request, pk):
    """A file as one to save, never to open in the page."""
    seen = ReportRequest.objects.visible_to(request.user, VIEW)
    evidence = get_object_or_404(Evidence.objects.filter(request__in=seen), pk=pk)
    try:
        with evidence.file.open("rb") as file:
            content = file.read()
    except FileNotFoundError as error:
        logger.exception("The file of evidence %s is gone", evidence.pk)
        raise Http404("Filen finns inte kvar.") from error
    headers = {
        "Content-Disposition": content_disposition_header(True, evidence.title),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=evidence.content_type, headers=headers)


def load(request, pk) -> ReportRequest:
    """The report, for those who may judge it; 404 for others."""
    rows = ReportRequest.objects.visible_to(request.user, CHANGE).select_related(*RELATED)
    return get_object_or_404(rows, pk=pk)


def up(url: str | None) -> list[tuple[str, str | None]]:
    """Uppföljning › Rapporter, whose address is None on its own page."""
    return [("Uppföljning", reverse("followup_overview")), ("Rapporter", url)]


def crumbs(report: ReportRequest, *rest: str) -> list[tuple[str, str | None]]:
    """Uppföljning › Rapporter › the report › where one is."""
    name, own = f"{report.contract.name}, {report.supplier}", report.get_absolute_url()
    return [*up(reverse("report_list")), (name, own if rest else None), *((each, None) for each in rest)]


def _enter(request, report, form, lines, placements) -> ReportRequest:
    """The file first: what is sent in cannot be taken back, and neither stays without the other."""
    values, file = form.cleaned_data, form.cleaned_data.get("file")
    typed = {"lines": {key: each.cleaned_data for key, each in lines.items()}}
    typed["placements"] = {key: each.cleaned_data for key, each in placements.items()}
    own = {"filename": file.name, "content": file.read(), "token": values["token"]} if file else None
    return report_actions.enter(
        by=request.user, report=report, reporter=values["reporter"], now=timezone.now(), file=own, **typed
    )


def _has(report: ReportRequest, key: str) -> bool:
    return any(move.key == key for move in allowed(report.state))


def _buttons(report: ReportRequest) -> list[dict]:
    kinds = {"accept": "", "more": "secondary", "reject": "secondary", "withdraw": "quiet"}
    return [
        {"label": move.button, "url": reverse(PAGES[move.key], args=[report.pk]), "kind": kinds[move.key]}
        for move in allowed(report.state)
        if move.key in PAGES
    ]


def _facts(report: ReportRequest) -> list[dict]:
    period = f"{iso_date(report.period_from)} till {iso_date(report.period_to)}" if report.period_to else "hela avtalet"
    rows = [
        ("Avtal", report.contract.name),
        ("Leverantör", report.supplier.name),
        ("Rapport", report.get_kind_display()),
        ("Senast", iso_date(report.due_on)),
        ("Period", period),
        ("Kontaktperson", report.contact_name or "ingen"),
        ("E-postadress", report.contact_email or "saknas, så ingen länk är skickad"),
        ("Begärd", f"{iso_date(report.asked_at)}{f' av {report.asked_by}' if report.asked_by else ''}"),
        ("Länken öppnad", iso_date(report.opened_at) if report.opened_at else "inte än"),
    ]
    if report.reporter:
        rows.append(("Rapporterat av", report.reporter))
    return [{"key": key, "value": value, "change_url": ""} for key, value in rows]
