"""The pages of the ladder: taking a step, the supplier's reply, the decision, taking it back, and the letter."""

import logging

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods, require_safe

from apps.core import word
from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.core.typeset import DocumentError
from apps.followups import ladder, letters, reckoning
from apps.followups import sanction_actions as actions
from apps.followups.choices import SanctionState, Step
from apps.followups.deviation_views import DECIDE, METHODS, VIEW, crumbs_of, form_page, seen
from apps.followups.letter_files import docx_of, pdf_of
from apps.followups.models import Deviation, Sanction
from apps.followups.sanction_forms import BASIS, RECOUNT, DecideForm, ReplyForm, StepForm, WithdrawForm, contacts_of

logger = logging.getLogger(__name__)
NO_PDF = "PDF:en kunde inte göras just nu. Hämta brevet som Word i stället."
SENT = " Brevet skickas till {name}."


@require_http_methods(METHODS)
@permission_required(DECIDE, raise_exception=True)
def sanction_create(request, pk, step):
    """Take one step of the ladder. The rule that stops a step is told instead of its form."""
    deviation, today = seen(request, pk, DECIDE), timezone.localdate()
    requirement = reckoning.ground_of(deviation)
    clauses, refusal = reckoning.clauses_for(requirement), actions.refusal_of(deviation, step, today=today)
    # A press that is sent again finds its step taken: the action tells which, and gives the first one.
    if request.method != "POST" and refusal and not refusal.may_override:
        return refused(request, deviation, refusal.text)
    reply_by, rectify_by = ladder.default_days(step, clauses, today=today)
    initial = {"reply_by": reply_by, "rectify_by": rectify_by}
    if step == Step.PENALTY and requirement and clauses.has_penalty:
        first = reckoning.first_basis(deviation, requirement, today=today)
        initial |= {name: getattr(first, name) for name in BASIS}
    shape = {"step": step, "refusal": refusal, "requirement": requirement}
    shape |= {"contacts": contacts_of(deviation, deviation.organisation), "cancel_url": deviation.get_absolute_url()}
    form = _step_form(request, initial, shape)
    if request.method == "POST" and form.is_bound and form.is_valid():
        values = form.for_action() | {"deviation": deviation, "step": step, "today": today}
        if taken := try_action(form, Sanction, lambda: actions.take_step(by=request.user, **values)):
            messages.success(request, _told(taken, form.cleaned_data.get("contact")))
            return redirect(deviation)
    reckoned = _reckoned(form, deviation, requirement, today) if step == Step.PENALTY else ""
    lead = refusal.text if refusal else deviation.what
    return form_page(request, form, deviation, capfirst(step.label), lead, reckoned)


@require_http_methods(METHODS)
@permission_required(DECIDE, raise_exception=True)
def sanction_reply(request, pk):
    """Keep what the supplier said about a step."""
    sanction, today = _sanction(request, pk), timezone.localdate()
    if request.method != "POST" and sanction.state != SanctionState.PROPOSED:
        return refused(request, sanction.deviation, actions.not_waiting(sanction))
    initial = {"reply": sanction.reply, "replied_on": sanction.replied_on or today}
    form = ReplyForm(posted_data(request), initial=initial, cancel_url=sanction.deviation.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"sanction": sanction, "today": today}
        if try_action(form, Sanction, lambda: actions.note_reply(by=request.user, **values)):
            messages.success(request, "Svaret är sparat. Nu kan steget beslutas.")
            return redirect(sanction.deviation)
    return form_page(request, form, sanction.deviation, f"Svar om {sanction}")


@require_http_methods(METHODS)
@permission_required(DECIDE, raise_exception=True)
def sanction_decide(request, pk):
    """Decide a step that the supplier has had its say about."""
    sanction, today = _sanction(request, pk), timezone.localdate()
    if request.method != "POST" and (sentence := _cannot_decide(sanction, today)):
        return refused(request, sanction.deviation, sentence)
    refusal = actions.decide_refusal(sanction, today=today)
    form = DecideForm(
        posted_data(request),
        initial=DecideForm.initial_from(sanction),
        sanction=sanction,
        refusal=refusal,
        contacts=contacts_of(sanction.deviation, sanction.organisation),
        cancel_url=sanction.deviation.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"sanction": sanction, "today": today}
        if decided := try_action(form, Sanction, lambda: actions.decide_step(by=request.user, **values)):
            messages.success(request, _told(decided, form.cleaned_data.get("contact")))
            return redirect(sanction.deviation)
    reply = f"Leverantören svarade {sanction.replied_on}: {sanction.reply}"
    lead = reply if sanction.reply else "Inget svar har kommit."
    lead += f" {refusal.text}" if refusal and refusal.may_override else ""
    return form_page(request, form, sanction.deviation, f"Besluta om {sanction}", lead)


@require_http_methods(METHODS)
@permission_required(DECIDE, raise_exception=True)
def sanction_withdraw(request, pk):
    """Take back a step with the reason."""
    sanction, today = _sanction(request, pk), timezone.localdate()
    if request.method != "POST" and sanction.state == SanctionState.WITHDRAWN:
        return refused(request, sanction.deviation, actions.GONE)
    form = WithdrawForm(posted_data(request), cancel_url=sanction.deviation.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"sanction": sanction, "today": today}
        if try_action(form, Sanction, lambda: actions.withdraw_step(by=request.user, **values)):
            messages.success(request, f"Sparat. Steget {sanction} är återtaget.")
            return redirect(sanction.deviation)
    is_block = sanction.step == Step.BLOCK and sanction.state == SanctionState.DECIDED
    heading = "Lyft spärren från avrop" if is_block else f"Ta tillbaka {sanction}"
    return form_page(request, form, sanction.deviation, heading)


@require_safe
@permission_required(VIEW, raise_exception=True)
def sanction_letter(request, pk, ending):
    """The letter of a step as a Word document or a tagged PDF; "ingen sanktion" has none."""
    sanction = _sanction(request, pk, VIEW)
    if ending not in ("docx", "pdf") or not sanction.letter:
        raise Http404
    letter = letters.written(sanction)
    if ending == "docx":
        return _download(docx_of(letter), word.CONTENT_TYPE, letter, ending)
    try:
        return _download(pdf_of(letter), "application/pdf", letter, ending)
    except DocumentError:
        logger.exception("The letter of sanction %s was not made", sanction.pk)
        messages.error(request, NO_PDF)
        return redirect(sanction.deviation)


def refused(request, deviation: Deviation, sentence: str):
    """A step that is not possible now, with the rule that stops it."""
    context = {"deviation": deviation, "sentence": sentence, "breadcrumbs": crumbs_of(deviation, "Steget går inte")}
    return render_page(request, "followups/sanction_refused.html", context, status=409)


def _sanction(request, pk, perm: str = DECIDE) -> Sanction:
    rows = Sanction.objects.visible_to(request.user, perm).select_related("organisation", "decided_by", "made_by")
    sanction = get_object_or_404(rows, pk=pk)
    sanction.deviation = seen(request, sanction.deviation_id, perm)
    return sanction


def _step_form(request, initial: dict, shape: dict) -> StepForm:
    """The form; one that was sent to be reckoned anew comes back with its values and no complaints of the rest."""
    form = StepForm(posted_data(request), initial=initial, **shape)
    if RECOUNT in request.POST and not set(form.errors) & set(BASIS):
        typed = {name: request.POST.get(name, "") for name in form.fields}
        return StepForm(initial=typed, **shape)
    return form


def _reckoned(form: StepForm, deviation: Deviation, requirement, today) -> str:
    """The penalty of what stands in the form, or why there is none."""
    if requirement is None or set(form.errors) & set(BASIS):
        return ""
    values = {name: form.fields[name].to_python(form[name].value()) for name in BASIS if name in form.fields}
    try:
        came_on = reckoning.came_on(deviation)
        return reckoning.reckon(requirement, reckoning.Basis(**values), today=today, came_on=came_on).text
    except ValueError as error:
        return str(error)


def _cannot_decide(sanction: Sanction, today) -> str:
    if sanction.state != SanctionState.PROPOSED:
        return actions.not_waiting(sanction)
    refusal = ladder.decide_refusal(sanction.step, sanction.reply_by, sanction.replied_on, today=today)
    return refusal.text if refusal else ""


def _told(sanction: Sanction, contact) -> str:
    """What the banner says about a step just saved."""
    sent = SENT.format(name=contact.name) if contact and sanction.letter else ""
    if sanction.step == Step.NONE:
        return "Sparat. Beslutet att inte ta någon sanktion är antecknat med sitt skäl."
    step = capfirst(str(sanction))
    if sanction.state == SanctionState.PROPOSED:
        return f"Sparat. {step}: leverantören får yttra sig till och med {sanction.reply_by}.{sent}"
    return f"Sparat. Beslutet om {sanction} är fattat.{sent}"


def _download(content: bytes, content_type: str, letter: letters.Written, ending: str) -> HttpResponse:
    name = f"{letter.title.split(':')[0]} {letter.to} {letter.on}.{ending}".replace("/", "-")
    disposition = content_disposition_header(True, name)
    headers = {"Content-Disposition": disposition, "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=content_type, headers=headers)
