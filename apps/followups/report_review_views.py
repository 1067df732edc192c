"""Deciding about a report: each decision a page of its own, with what the supplier will be told."""

from datetime import timedelta
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.followups import report_asking, report_cards
from apps.followups import report_review as actions
from apps.followups.choices import RequestState
from apps.followups.models import ReportRequest
from apps.followups.report_review_forms import AcceptForm, CommentForm, RenewForm, SendBackForm
from apps.followups.report_states import BY_KEY, refusal
from apps.followups.report_views import CHANGE, METHODS, crumbs, load
from apps.procurements.wording import listed

AGAIN = timedelta(days=14)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def report_accept(request, pk):
    """Accept what came in, and say how much of each commitment counts."""
    report = load(request, pk)
    if done := _not_here(request, report, "accept"):
        return done
    rows = report.lines.select_related("requirement__contract").order_by("requirement__due_on", "requirement")
    lines = list(rows)
    proposed = actions.proposals(report, lines, today=timezone.localdate())
    back = report.get_absolute_url()
    form = AcceptForm(posted_data(request), lines=lines, proposed=proposed, cancel_url=back)
    if request.method == "POST" and form.is_valid():
        values = {"amounts": form.amounts, "comment": form.cleaned_data["comment"], "now": timezone.now()}
        if try_action(form, ReportRequest, partial(actions.accept, by=request.user, report=report, **values)):
            messages.success(request, BY_KEY["accept"].done)
            return redirect(report)
    counted = [str(line.requirement) for line in lines if not actions.kind_of(line)]
    context = _context(report, form, "Godta rapporten") | {"told": report_cards.told(report)}
    context |= {"files": report_cards.files(report), "counted": listed(counted)}
    return render_page(request, "followups/report_accept.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def report_more(request, pk):
    """Ask for what is missing."""
    lead = "Leverantören får ett mejl med länken och det du skriver. Det som redan är ifyllt finns kvar."
    return _send_back(request, pk, "more", actions.ask_more, lead)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def report_reject(request, pk):
    """Reject the report, with the reason."""
    lead = "Leverantören får veta skälet och kan skicka en ny rapport med samma länk."
    return _send_back(request, pk, "reject", actions.reject, lead)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def report_withdraw(request, pk):
    """Take the request back: the link is dead from now on."""
    report = load(request, pk)
    if done := _not_here(request, report, "withdraw"):
        return done
    move, own = BY_KEY["withdraw"], {"cancel_url": report.get_absolute_url(), "danger": True}
    form = CommentForm(posted_data(request), label=move.comment, button=move.button, **own)
    lead = "Länken slutar gälla, och det leverantören har skrivit men inte skickat tas bort. Leverantören får ett mejl."
    return _act(request, report, form, move, partial(actions.withdraw, by=request.user, report=report), lead)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def report_link_renew(request, pk):
    """Mail a new link, to the same address or another."""
    report = load(request, pk)
    given = {"contact_name": report.contact_name, "contact_email": report.contact_email}
    form = RenewForm(posted_data(request), initial=given, cancel_url=report.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"now": timezone.now()}
        if try_action(form, ReportRequest, partial(report_asking.renew_link, by=request.user, report=report, **values)):
            messages.success(request, f"Sparat. En ny länk är skickad till {values['contact_email']}.")
            return redirect(report)
    lead = "Äldre länkar slutar gälla. Det leverantören har skrivit finns kvar."
    return render_page(request, "_parts/form_page.html", _context(report, form, "Skicka ny länk") | {"lead": lead})


def _send_back(request, pk, key: str, act, lead: str):
    report, move = load(request, pk), BY_KEY[key]
    if done := _not_here(request, report, key):
        return done
    own = {"cancel_url": report.get_absolute_url(), "initial": {"due_on": timezone.localdate() + AGAIN}}
    form = SendBackForm(posted_data(request), label=move.comment, button=move.button, **own)
    return _act(request, report, form, move, partial(act, by=request.user, report=report), lead)


def _act(request, report, form, move, run, lead: str):
    """The form of a move: done and led back to the report, or shown with what is wrong."""
    is_sent = request.method == "POST" and form.is_valid()
    values = form.cleaned_data if is_sent else {}
    if is_sent and try_action(form, ReportRequest, partial(run, now=timezone.now(), **values)):
        messages.success(request, move.done)
        return redirect(report)
    context = _context(report, form, move.button) | {"lead": lead}
    return render_page(request, "_parts/form_page.html", context)


def _not_here(request, report: ReportRequest, key: str):
    """Where a move that has been made already, or cannot be made, leads: to the report, with the reason."""
    problem = refusal(report.state, key)
    if not problem:
        return None
    if request.method == "POST" and report.state == BY_KEY[key].target:
        messages.info(request, f"Rapporten är redan {RequestState(report.state).label}.")
    else:
        messages.warning(request, problem)
    return redirect(report)


def _context(report, form, heading: str) -> dict:
    eyebrow = f"{report.contract.name}, {report.supplier}"
    trail = crumbs(report, heading)
    return {"form": form, "shown": report, "heading": heading, "eyebrow": eyebrow, "breadcrumbs": trail}
