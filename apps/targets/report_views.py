"""Frozen reports: the list, freezing a period, a report beside today's numbers, and its files."""

import logging

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.core import word
from apps.core.exports import csv_response
from apps.core.pages import posted_data, render_page
from apps.core.typeset import DocumentError
from apps.targets import report_files, report_tables, wording
from apps.targets.choices import Period
from apps.targets.figures import public_figures
from apps.targets.models import Snapshot
from apps.targets.models.letters import VIEW as LETTERS
from apps.targets.parameters import asked_period, asked_year
from apps.targets.report import name_of
from apps.targets.report_forms import FreezeForm
from apps.targets.snapshot_actions import freeze
from apps.targets.snapshot_queries import can_be_frozen, compared, suppliers_of
from apps.targets.snapshots import last_day

logger = logging.getLogger(__name__)
VIEW, PUBLISH = "targets.view_dashboard", "targets.publish_year"
HEADING = "Frysta redovisningar"


@require_safe
def snapshot_list(request):
    """What the organisation has frozen, and for those who may which periods can be frozen now."""
    organisation, today = require(request, VIEW), timezone.localdate()
    rows = Snapshot.objects.filter(organisation=organisation).select_related("frozen_by").defer("figures")
    may_freeze = request.user.has_perm(PUBLISH, organisation)
    links = [{"label": "Läslänkar", "url": reverse("share_list"), "kind": "secondary"}] if may_freeze else []
    if request.user.has_perm(LETTERS, organisation):
        links.append({"label": "Resultatbrev", "url": reverse("letter_list"), "kind": "secondary"})
    years = {asked_year(request), today.year, today.year - 1}
    offered = can_be_frozen(organisation, years, today) if may_freeze else []
    context = {
        "heading": HEADING,
        "lead": "Siffrorna som de redovisades. Det som registreras senare syns bredvid, och ändrar dem aldrig.",
        "table": report_tables.of_snapshots(rows),
        "offered": [
            {"label": f"{capfirst(period.label)} {year}", "url": freeze_url(year, period)} for year, period in offered
        ],
        "may_freeze": may_freeze,
        "year": asked_year(request),
        "breadcrumbs": [("Översikt", reverse("dashboard")), (HEADING, None)],
        "actions": links,
    }
    return render_page(request, "targets/snapshot_list.html", context)


@require_http_methods(["GET", "POST"])
def snapshot_freeze(request):
    """Ask, then freeze the period's figures for good."""
    organisation, today = require(request, PUBLISH), timezone.localdate()
    year, period = asked_year(request), asked_period(request)
    found = Snapshot.objects.filter(organisation=organisation, year=year, period=period).first()
    if found and request.method != "POST":
        return redirect(_address(found))
    form = FreezeForm(posted_data(request), cancel_url=reverse("snapshot_list"))
    if request.method == "POST" and form.is_valid():
        try:
            made = freeze(
                by=request.user, organisation=organisation, year=year, period=period, today=today, **form.cleaned_data
            )
        except ValidationError as error:
            form.add_error(None, " ".join(error.messages))
        else:
            messages.success(request, f"Fryst. {name_of(made)} är klar att hämta som PDF eller Word.")
            return redirect(_address(made))
    heading = f"Frys {Period(period).label} {year}?"
    context = {
        "form": form,
        "heading": heading,
        "year": year,
        "last_on": wording.full_day(last_day(year, period)),
        "is_year": period == Period.YEAR,
        "breadcrumbs": [("Översikt", reverse("dashboard")), (HEADING, reverse("snapshot_list")), (heading, None)],
    }
    return render_page(request, "targets/snapshot_freeze.html", context)


@require_safe
def snapshot_detail(request, pk):
    """A report as it was made, beside what the same numbers are now; `?format=csv` gives the table."""
    snapshot = _found(request, pk)
    both = compared(snapshot)
    if request.GET.get("format") == "csv":
        columns = [("Mått", "text"), ("Som redovisat", "text"), ("Som det ser ut nu", "text"), ("Skillnad", "text")]
        rows = [(each.label, each.reported, each.now, each.change) for each in both.differences]
        return csv_response(columns, rows, f"{snapshot.organisation} {name_of(snapshot)}")
    context = {
        "snapshot": snapshot,
        "heading": name_of(snapshot),
        "lead": wording.lead(both.reported),
        "actions": _actions(request, snapshot),
        "figures": public_figures(both.reported, "", suppliers_of(snapshot, both.reported)),
        "table": report_tables.of_differences(both.differences),
        "changed": report_tables.sentence_of_changes(both),
        "since": report_tables.sentences_since(both.since),
        "facts": report_tables.facts_of(snapshot),
        "csv_url": f"{request.path}?format=csv",
        "breadcrumbs": [
            ("Översikt", f"{reverse('dashboard')}?ar={snapshot.year}"),
            (HEADING, reverse("snapshot_list")),
            (name_of(snapshot), None),
        ],
    }
    return render_page(request, "targets/snapshot_detail.html", context)


@require_safe
def report_pdf(request, pk):
    """The report as a tagged PDF."""
    snapshot = _found(request, pk)
    try:
        content = report_files.pdf(report_files.report_of(snapshot))
    except DocumentError:
        logger.exception("The report of snapshot %s was not made", pk)
        messages.error(request, "Rapporten kunde inte skapas just nu. Försök igen, eller skriv ut sidan.")
        return redirect(_address(snapshot))
    return _download(content, "application/pdf", snapshot, ".pdf")


@require_safe
def report_docx(request, pk):
    """The report's text and tables as a Word document."""
    snapshot = _found(request, pk)
    content = report_files.docx(report_files.report_of(snapshot), snapshot)
    return _download(content, word.CONTENT_TYPE, snapshot, ".docx")


def freeze_url(year: int, period: str) -> str:
    """Where a period is frozen."""
    word_of = {Period.YEAR: "helar"}.get(Period(period), str(period))
    return f"{reverse('snapshot_freeze')}?ar={year}&period={word_of}"


def _found(request, pk) -> Snapshot:
    rows = Snapshot.objects.visible_to(request.user, VIEW).select_related("organisation", "frozen_by")
    return get_object_or_404(rows, pk=pk)


def _address(snapshot: Snapshot) -> str:
    return reverse("snapshot_detail", args=[snapshot.pk])


def _actions(request, snapshot: Snapshot) -> list[dict]:
    found = [
        {"label": "Hämta PDF", "url": reverse("report_pdf", args=[snapshot.pk]), "kind": "", "icon": "download"},
        {
            "label": "Hämta Word",
            "url": reverse("report_docx", args=[snapshot.pk]),
            "kind": "secondary",
            "icon": "download",
        },
    ]
    if request.user.has_perm(PUBLISH, snapshot.organisation) and snapshot.organisation == request.organisation:
        url = f"{reverse('share_create')}?ar={snapshot.year}&redovisning={snapshot.pk}"
        found.append({"label": "Skapa läslänk", "url": url, "kind": "secondary", "icon": ""})
        if snapshot.period == Period.YEAR:
            url = f"{reverse('letter_choose')}?ar={snapshot.year}"
            found.append({"label": "Skriv resultatbrev", "url": url, "kind": "secondary", "icon": ""})
    return found


def _download(content: bytes, content_type: str, snapshot: Snapshot, ending: str) -> HttpResponse:
    name = f"{name_of(snapshot)} {snapshot.organisation}{ending}".replace("/", "-")
    return HttpResponse(
        content,
        content_type=content_type,
        headers={"Content-Disposition": content_disposition_header(True, name), "Cache-Control": "private, no-store"},
    )
