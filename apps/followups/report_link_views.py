"""The supplier's pages: one report, reached through its link and nothing else.

No cookie gives a right here, so there is nothing to forge a request with, and the pages need no cookie at all: they
work in the browser inside a mail program. Without a Referer the secret in the address is told to nobody.
"""

from functools import wraps

from allauth.core.internal import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.form_errors import show_errors
from apps.core.pages import render_page
from apps.followups import report_actions as actions
from apps.followups import report_asking, report_cards, report_links
from apps.followups.choices import RequestState
from apps.followups.models import Evidence, ReportRequest
from apps.followups.report_contents import CHECK, EVIDENCE, PLACEMENTS, steps_of
from apps.followups.report_forms import EvidenceForm, HandoverForm, SubmitForm
from apps.followups.report_links import Standing
from apps.followups.report_states import WRITABLE
from apps.followups.report_steps import line_step, placements_step
from apps.mbl.file_types import MAX_BYTES

METHODS = ["GET", "HEAD", "POST"]
# A whole office may sit behind one address; nobody fills in that many pages in a minute.
RATES = {"report_link": "300/m/ip", "report_mail": "5/h/key"}
RENEWED = "renewed"


def by_link(view):
    """`view(request, report, token)` of the report that a link opens; what a dead link shows, with 410, otherwise."""

    @wraps(view)
    def answer(request, token, **rest):
        if not ratelimit.consume(request, app="steget", action="report_link", config=RATES, limit_get=True):
            return unseen(_closed(request, "slow", 429))
        is_ours, report = report_links.read(token)
        if not is_ours:
            raise Http404("Sidan finns inte.")
        now = timezone.now()
        standing = report_links.standing(report, now=now)
        if standing != Standing.OPEN:
            return unseen(_closed(request, standing, 410, token=token))
        return unseen(view(request, report, token, **rest))

    return login_not_required(csrf_exempt(answer))


@by_link
@require_safe
def report_link(request, report, token):
    """Where a report begins; once it is sent, what was sent."""
    actions.open_report(by=None, report=report, now=timezone.now())
    if report.state not in WRITABLE:
        return _receipt(request, report)
    context = _base(report, token) | {"heading": "Rapportera ert åtagande", "steps": _links(report, token)}
    context |= {"said": report_cards.last_comment(report), "next_url": _next(report, token)}
    return render_page(request, "followups/link_start.html", context)


@by_link
@require_http_methods(METHODS)
def report_step(request, report, token, key):
    """A step: a commitment, or the placements by number. What is saved stays, whenever one goes on."""
    if report.state not in WRITABLE:
        return _receipt(request, report, request.method == "POST")
    steps = steps_of(report)
    at = next((number for number, each in enumerate(steps) if each.key == key), None)
    if at is None or key in (EVIDENCE, CHECK):
        raise Http404("Steget finns inte.")
    make = placements_step if key == PLACEMENTS else line_step
    step = make(report, steps[at], request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and step.is_valid():
        try:
            actions.save_step(by=None, report=report, now=timezone.now(), **step.saved())
        except actions.Settled:
            return _receipt(request, ReportRequest.objects.get(pk=report.pk), True)
        except ValidationError as error:
            status = 409 if isinstance(error, actions.Overwritten) else 422
            step = step.refused(error)
        else:
            return redirect(_address(token, steps[at + 1].key))
    elif request.method == "POST":
        status = 422
    context = _base(report, token) | _place(steps, at, token)
    context |= {"step": step, "has_errors": status != 200, "heading": steps[at].label}
    return render_page(request, "followups/link_step.html", context, status=status)


@by_link
@require_http_methods(METHODS)
def report_evidence(request, report, token):
    """Send a file, take one back that is not sent in yet, or go on without."""
    if report.state not in WRITABLE:
        return _receipt(request, report, request.method == "POST")
    steps = steps_of(report)
    at = next(number for number, each in enumerate(steps) if each.key == EVIDENCE)
    form = EvidenceForm()
    if request.method == "POST":
        form = EvidenceForm(request.POST, request.FILES)
        if done := _evidence(request, report, token, form):
            return done
    context = _base(report, token) | _place(steps, at, token)
    context |= {"form": form, "files": report_cards.files(report), "heading": "Underlag"}
    context |= {"most_bytes": MAX_BYTES}
    return render_page(request, "followups/link_evidence.html", context)


@by_link
@require_http_methods(METHODS)
def report_submit(request, report, token):
    """Look at the answers, and send them; sent once, another press shows what was sent."""
    if report.state not in WRITABLE:
        return _receipt(request, report)
    form = SubmitForm(request.POST if request.method == "POST" else None, initial={"reporter": report.contact_name})
    if request.method == "POST" and form.is_valid():
        try:
            actions.submit(by=None, report=report, now=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            show_errors(form, error)
        else:
            return redirect("report_link", token)
    steps = steps_of(report)
    context = _base(report, token) | _place(steps, len(steps) - 1, token)
    context |= {"form": form, "heading": "Kontrollera och skicka"}
    context |= {"answers": report_cards.answers(report, lambda key: _address(token, key))}
    return render_page(request, "followups/link_check.html", context)


@by_link
@require_http_methods(METHODS)
def report_handover(request, report, token):
    """Let a colleague go on: the link is mailed there, and this one is dead."""
    if report.state not in WRITABLE:
        return _receipt(request, report, request.method == "POST")
    back = reverse("report_link", args=[token])
    form = HandoverForm(request.POST if request.method == "POST" else None, cancel_url=back)
    if request.method == "POST" and form.is_valid():
        if not _may_mail(request, report):
            return _closed(request, "slow", 429)
        values = form.cleaned_data
        try:
            report_asking.hand_over(by=None, report=report, now=timezone.now(), **values)
        except ValidationError:
            return _receipt(request, ReportRequest.objects.get(pk=report.pk), True)  # a colleague has sent it meanwhile
        return _closed(request, "handed_over", 200, email=values["email"])
    context = _base(report, token) | {"form": form, "heading": "Lämna över till en kollega"}
    return render_page(request, "followups/link_handover.html", context)


@login_not_required
@csrf_exempt
@require_http_methods(["POST"])
def report_renew(request, token):
    """Mail a new link to the address on file. The answer is the same whether anything was mailed or not."""
    is_ours, report = report_links.read(token)
    if not is_ours:
        raise Http404("Sidan finns inte.")
    if report and report.contact_email and _may_mail(request, report):
        try:
            report_asking.renew_link(by=None, report=report, now=timezone.now())
        except ValidationError:
            report = None  # accepted or withdrawn: there is nothing to go on with
    return unseen(_closed(request, RENEWED, 200))


@login_not_required
@require_safe
def report_list_link(request, token):
    """Every report asked of the same contact, each with its own link."""
    is_ours, report = report_links.read(token, is_list=True)
    if not is_ours:
        raise Http404("Sidan finns inte.")
    standing = report_links.standing(report, now=timezone.now())
    if standing != Standing.OPEN:
        return unseen(_closed(request, standing, 410))
    context = {"shown": report.organisation, "report": report, "rows": report_cards.link_rows(report)}
    return unseen(render_page(request, "followups/link_list.html", context))


def unseen(response):
    """For whoever has the link: no cache, no search engine, and no sender of the address to anybody."""
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _evidence(request, report, token, form):
    """Where a press on the page of evidence leads; None when the page is to say what is wrong."""
    if "remove" in request.POST:
        key = request.POST["remove"]
        rows = Evidence.objects.filter(request=report)
        file = get_object_or_404(rows, pk=key) if key.isdecimal() and len(key) < 18 else None
        if file is None:
            raise Http404("Filen finns inte.")
        return _try(form, token, lambda: actions.remove_evidence(by=None, report=report, evidence=file))
    if "go_on" in request.POST and not request.FILES:
        try:
            actions.pass_step(by=None, report=report, part=EVIDENCE)
        except actions.Settled:
            return _receipt(request, ReportRequest.objects.get(pk=report.pk), True)
        return redirect(_address(token, CHECK))
    if not form.is_valid():
        return None
    file = form.cleaned_data["file"]
    values = {"filename": file.name, "content": file.read(), "token": form.cleaned_data["token"]}
    done = _try(form, token, lambda: actions.add_evidence(by=None, report=report, **values))
    return redirect(_address(token, CHECK)) if done and "go_on" in request.POST else done


def _try(form, token, run):
    try:
        run()
    except ValidationError as error:
        form.is_valid()
        form.errors.clear()
        show_errors(form, error)
        return None
    return redirect(_address(token, EVIDENCE))


def _receipt(request, report, is_refused: bool = False):
    """What was sent, to read. A press that came too late is told so."""
    heading = "Rapporten är godtagen" if report.state == RequestState.ACCEPTED else "Rapporten är inskickad"
    context = {"shown": report.organisation, "report": report, "heading": heading}
    context |= {
        "told": report_cards.told(report, to_supplier=True),
        "files": report_cards.files(report),
        "is_refused": is_refused,
    }
    context |= {"events": report_cards.timeline(report), "said": report_cards.last_comment(report)}
    return render_page(request, "followups/link_receipt.html", context, status=409 if is_refused else 200)


def _closed(request, what: str, status: int, *, token="", email=""):
    """A page without anything of the report, for a link that opens nothing."""
    renew_url = reverse("report_renew", args=[token]) if what == Standing.EXPIRED else ""
    context = {"what": str(what), "renew_url": renew_url, "email": email}
    return render_page(request, "followups/link_closed.html", context, status=status)


def _may_mail(request, report) -> bool:
    key = str(report.pk)
    return bool(ratelimit.consume(request, app="steget", action="report_mail", config=RATES, key=key, limit_get=True))


def _base(report, token) -> dict:
    own = {"handover_url": reverse("report_handover", args=[token]), "start_url": reverse("report_link", args=[token])}
    return {"shown": report.organisation, "report": report} | own


def _place(steps, at: int, token) -> dict:
    """Where in the report a page is."""
    before = _address(token, steps[at - 1].key) if at else reverse("report_link", args=[token])
    return {"number": at + 1, "total": len(steps), "back_url": before}


def _address(token, key: str) -> str:
    if key == EVIDENCE:
        return reverse("report_evidence", args=[token])
    if key == CHECK:
        return reverse("report_submit", args=[token])
    return reverse("report_step", args=[token, key])


def _links(report, token) -> list[dict]:
    done = {True: ("klart", "good"), False: ("återstår", "neutral")}
    return [
        {"label": each.label, "url": _address(token, each.key), "status": done[each.is_saved]}
        for each in steps_of(report)
        if each.key != CHECK
    ]


def _next(report, token) -> str:
    """The first step that is not saved; the last look when all are."""
    return next(_address(token, each.key) for each in steps_of(report) if not each.is_saved)
