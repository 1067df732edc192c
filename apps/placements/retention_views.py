"""The pages of retention: the authority's rules, a dry run, the second person's approval and the protocol."""

import logging
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.core.exports import csv_response
from apps.core.form_errors import show_errors, try_action
from apps.core.forms import StegetForm
from apps.core.lists import list_response
from apps.core.pages import posted_data, render_page
from apps.core.typeset import DocumentError
from apps.placements import retention_actions as actions
from apps.placements import retention_files as files
from apps.placements import retention_overview as overview
from apps.placements import retention_queries as queries
from apps.placements.choices import RecordClass
from apps.placements.models import PurgeRun, RetentionRule
from apps.placements.retention_forms import PurgeForm, PurgeItemFilter, RetentionRuleForm

logger = logging.getLogger(__name__)
SETTINGS, APPROVE = "placements.change_settings", "placements.approve_purge"
METHODS = ["GET", "HEAD", "POST"]
RULES, RUNS = "Gallringsregler", "Gallring"
SUGGESTION = "Fälten är ifyllda med Stegets förslag. Inget gallras förrän ni har sparat ert eget beslut."
APPROVAL = (
    "{total} gallras ur Steget och ur historiken. Det går inte att ångra. Placeringarna finns kvar och räknas som "
    "förut, så statistiken ändras inte."
)


@require_safe
@permission_required(SETTINGS, raise_exception=True)
def retention_rules(request):
    """What is decided about each class of records, and what is not."""
    organisation = require(request, SETTINGS)
    context = {
        "table": overview.rules_table(organisation),
        "undecided": queries.undecided(queries.rules_of(organisation)),
        "breadcrumbs": [("Inställningar", reverse("settings_index")), (RULES, None)],
    }
    return render_page(request, "placements/retention_rules.html", context)


@require_http_methods(METHODS)
@permission_required(SETTINGS, raise_exception=True)
def retention_rule_update(request, record_class):
    """Write down a decision about one class of records."""
    organisation = require(request, SETTINGS)
    if record_class not in RecordClass:
        raise Http404
    rule, rules_url = queries.rule_of(organisation, record_class), reverse("retention_rules")
    initial = RetentionRuleForm.initial_from(rule)
    form = RetentionRuleForm(posted_data(request), initial=initial, cancel_url=rules_url)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"organisation": organisation, "record_class": record_class}
        values |= {"seen": values.pop("version"), "today": timezone.localdate()}
        if try_action(form, RetentionRule, partial(actions.save_retention_rule, by=request.user, **values)):
            messages.success(request, "Sparat. Inget gallras förrän någon tar fram en gallring och en annan godkänner.")
            return redirect(rules_url)
    heading = f"Gallringsregel: {RecordClass(record_class).label}"
    crumbs = [("Inställningar", reverse("settings_index")), (RULES, rules_url), (heading, None)]
    context = {"form": form, "heading": heading, "lead": "" if rule.pk else SUGGESTION, "breadcrumbs": crumbs}
    return render_page(request, "_parts/form_page.html", context)


@require_safe
@permission_required(APPROVE, raise_exception=True)
def purge_list(request):
    """The organisation's purging runs, and what no rule is decided about."""
    organisation = require(request, APPROVE)
    context = {
        "table": overview.runs_table(overview.listed(request.user, APPROVE, organisation)),
        "undecided": queries.undecided(queries.rules_of(organisation)),
        "may_propose": request.user.has_perm(SETTINGS, organisation),
    }
    return render_page(request, "placements/purge_list.html", context)


@require_http_methods(METHODS)
@permission_required(SETTINGS, raise_exception=True)
def purge_create(request):
    """What is due today and what is kept and why; pressed, it becomes a run that somebody else approves."""
    organisation = require(request, SETTINGS)
    today = timezone.localdate()
    form = PurgeForm(posted_data(request), cancel_url=reverse("purge_list"))
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"organisation": organisation, "today": today}
        if run := try_action(form, PurgeRun, partial(actions.propose_purge, by=request.user, **values)):
            messages.success(request, "Sparat. Inget är gallrat än: någon annan ska godkänna gallringen.")
            return redirect(run)
    rules, found = queries.rules_of(organisation), queries.holdings(organisation)
    due = queries.due_records(found, rules, today)
    context = {
        "form": form,
        "due": len(due),
        "forecast": queries.forecast(found, rules, due, today),
        "waiting": PurgeRun.objects.filter(organisation=organisation, state=PurgeRun.State.PROPOSED).first(),
        "breadcrumbs": [(RUNS, reverse("purge_list")), ("Ta fram gallring", None)],
    }
    return render_page(request, "placements/purge_create.html", context)


@require_safe
@permission_required(APPROVE, raise_exception=True)
def purge_detail(request, pk):
    """A run: the rules it rests on, the records by placement number, and what became of them."""
    run = _run_or_404(request, pk)
    listed = list_response(
        request,
        run.items.all(),
        columns=overview.item_columns(run),
        form=PurgeItemFilter(request.GET),
        default_sort="due_on",
        caption="Uppgifter",
        one="uppgift",
        filename=_name(run),
    )
    if isinstance(listed, HttpResponseBase):
        return listed
    context = {
        "run": run,
        "heading": f"{overview.HEADINGS[run.state]} {run.as_of}",
        "state_kind": overview.TONES[run.state],
        "facts": overview.facts(run),
        "table": overview.counts_table(overview.class_counts(run)),
        "list": listed,
        "is_waiting": run.state == PurgeRun.State.PROPOSED,
        "problem": actions.approval_problem(run, request.user),
        "breadcrumbs": [(RUNS, reverse("purge_list")), (str(run.as_of), None)],
    }
    return render_page(request, "placements/purge_detail.html", context)


@require_http_methods(METHODS)
@permission_required(APPROVE, raise_exception=True)
def purge_approve(request, pk):
    """The second person's yes: then the records are purged."""
    run = _run_or_404(request, pk)
    if request.method != "POST" and (problem := actions.approval_problem(run, request.user)):
        messages.error(request, problem)
        return redirect(run)
    approve = partial(actions.approve_purge, by=request.user, run=run, today=timezone.localdate(), now=timezone.now())
    total = run.items.count()
    words = {
        "heading": "Godkänn och genomför gallringen?",
        "consequence": APPROVAL.format(total="1 uppgift" if total == 1 else f"{total} uppgifter"),
        "confirm_label": "Godkänn och gallra",
        "done": "Gallringen är genomförd. Protokollet finns här som PDF och CSV.",
    }
    return _confirm(request, run, approve, **words)


@require_http_methods(METHODS)
@permission_required(APPROVE, raise_exception=True)
def purge_discard(request, pk):
    """Put a run that waits aside."""
    run = _run_or_404(request, pk)
    words = {
        "heading": "Avbryt gallringen?",
        "consequence": "Inget gallras. Förslaget finns kvar bland gallringarna, och en ny gallring kan tas fram.",
        "confirm_label": "Avbryt gallringen",
        "done": "Gallringen är avbruten. Inget är gallrat.",
    }
    return _confirm(request, run, partial(actions.discard_purge, by=request.user, run=run), **words)


@require_safe
@permission_required(APPROVE, raise_exception=True)
def purge_pdf(request, pk):
    """The protocol for the archive."""
    run = _run_or_404(request, pk)
    try:
        content = files.document(run, now=timezone.localtime())
    except DocumentError:
        logger.exception("The protocol of purging run %s was not made", pk)
        messages.error(request, "Protokollet kunde inte skapas just nu. Försök igen, eller hämta det som CSV.")
        return redirect(run)
    disposition = content_disposition_header(True, f"{_name(run)}.pdf")
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": disposition})


@require_safe
@permission_required(APPROVE, raise_exception=True)
def purge_csv(request, pk):
    """The protocol's records as a table, each with the decision it rests on."""
    run = _run_or_404(request, pk)
    return csv_response(files.COLUMNS, files.table(run), _name(run))


def _confirm(request, run, act, *, heading, consequence, confirm_label, done):
    """Ask, then act; what is refused is said on the same page."""
    form = StegetForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except ValidationError as error:
            show_errors(form, error)
        else:
            messages.success(request, done)
            return redirect(run)
    context = {
        "form": form,
        "heading": heading,
        "consequence": consequence,
        "confirm_label": confirm_label,
        "cancel_url": run.get_absolute_url(),
        "breadcrumbs": [(RUNS, reverse("purge_list")), (str(run.as_of), run.get_absolute_url()), (heading, None)],
        "shown": run,
    }
    return render_page(request, "_parts/confirm_page.html", context)


def _run_or_404(request, pk) -> PurgeRun:
    runs = PurgeRun.objects.visible_to(request.user, APPROVE)
    return get_object_or_404(runs.select_related("organisation", "made_by", "approved_by"), pk=pk)


def _name(run: PurgeRun) -> str:
    return f"gallring-{run.as_of}"
