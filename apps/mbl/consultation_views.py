"""The pages of one consultation: the row itself, one page for each move, its minutes and a new round."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.form_errors import try_action
from apps.core.forms import form_helper
from apps.core.pages import posted_data, render_page
from apps.mbl import actions, consultation_cards, consultation_facts, consultation_history, standing, states
from apps.mbl import consultation_forms as forms
from apps.mbl.assessment_views import NEGOTIATES, refuse_others
from apps.mbl.document_views import beside
from apps.mbl.models import Consultation, Override
from apps.mbl.settings_pages import METHODS
from apps.mbl.states import INFORMATION
from apps.mbl.timeplans import VIEW
from apps.procurements.crumbs import of_procurement

MOVED_MEANWHILE = "Någon annan hann före: läget är nu {state}. Gå tillbaka till raden och välj nästa steg därifrån."
LATE = "Sparat. Begäran kom efter sista dagen {end}. Den är antecknad som för sen och hindrar inte beslutet (14 § MBL)."
NOT_LATEST = "Förhandlingen har en senare omgång. Öppna den i stället."


@require_safe
@permission_required(VIEW, raise_exception=True)
def consultation_detail(request, pk):
    """A row: what comes next, the facts so far, minutes, vetoes, rounds and history."""
    row, today = seen_row(request, pk), timezone.localdate()
    may_run, others = standing.may_run(request.user, row.department), consultation_facts.rounds(row)
    is_latest = all(each.round_number < row.round_number for each in others)
    whose = {"procurement": row.procurement_id, "department": row.department_id}
    line = consultation_cards.line_of(row, today)
    vetoes = row.vetoes.select_related("union", "supplier", "consultation")
    context = {
        "consultation": row,
        "inset": NEGOTIATES.format(department=row.department),
        "next": consultation_facts.next_card(row, today, is_latest=is_latest, may_run=may_run),
        "line": line.next_sentence(today) if line else "",
        "facts": consultation_facts.facts(row),
        "minutes": consultation_facts.minutes(row),
        "may_approve": may_run and consultation_facts.may_approve(row),
        "may_run": may_run,
        "vetoes": consultation_cards.veto_cards(vetoes, list(Override.objects.filter(**whose))),
        "rounds": others,
        "history": consultation_history.of_consultation(row),
        "beside": beside(request.user, row),
        "breadcrumbs": crumbs(row),
    }
    return render_page(request, "mbl/consultation_detail.html", context)


@require_http_methods(METHODS)
@permission_required(VIEW, raise_exception=True)
def consultation_move(request, pk, key):
    """The page of one move: what it asks for and what it leads to."""
    row, today = run_row(request, pk), timezone.localdate()
    chosen = states.BY_KEY.get(key)
    if chosen is None:
        raise Http404
    if request.method != "POST" and (sentence := _refusal(row, key)):
        return refused(request, row, sentence)
    form_class = forms.move_form(chosen, row, request.user)
    form = form_class(posted_data(request), initial=forms.started(form_class, row, today))
    form.helper = form_helper(chosen.button, cancel_url=row.get_absolute_url())
    if request.method == "POST" and form.is_valid() and (moved := _try_move(request, form, row, chosen, today)):
        _say(request, moved, chosen)
        return redirect(moved)
    lead = f"{consultation_facts.lead_of(chosen, row, today).removesuffix('.')} ({chosen.paragraph})."
    return form_page(request, form, row, chosen.button, lead)


@require_http_methods(METHODS)
@permission_required(VIEW, raise_exception=True)
def consultation_approve(request, pk):
    """The employer approves the minutes (16 § MBL)."""
    row, today = run_row(request, pk), timezone.localdate()
    if request.method != "POST" and not consultation_facts.may_approve(row):
        day = row.minutes_approved_employer_on
        approved = day and actions.APPROVED.format(who="arbetsgivaren", day=day)
        return refused(request, row, approved or actions.NO_MEETING)
    initial = forms.ApproveForm.initial_from(row) | {"approved_on": today}
    form = forms.ApproveForm(posted_data(request), initial=initial, cancel_url=row.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        run = partial(actions.approve_minutes, by=request.user, consultation=row, today=today)
        if try_action(form, Consultation, partial(run, **with_seen(form))):
            messages.success(request, "Sparat. Protokollet är justerat av arbetsgivaren.")
            return redirect(row)
    return form_page(request, form, row, "Justera protokollet", "Båda parter justerar när någon begär det (16 § MBL).")


@require_http_methods(METHODS)
@permission_required(VIEW, raise_exception=True)
def consultation_round(request, pk):
    """Negotiate again, since the decision will differ from what was negotiated (fact 51)."""
    row, today = run_row(request, pk), timezone.localdate()
    form = forms.RoundForm(
        posted_data(request),
        initial=forms.RoundForm.initial_from(row),
        row=row,
        user=request.user,
        cancel_url=row.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        run = partial(actions.new_round, by=request.user, consultation=row, today=today)
        if made := try_action(form, Consultation, partial(run, **with_seen(form))):
            messages.success(request, f"Sparat. Omgång {made.round_number} är planerad med varje fack i steget.")
            return redirect(made)
    lead = (
        f"Blir beslutet ett annat än det som förhandlades ska ni förhandla på nytt (AD 2014 nr 71). "
        f"Varje fack {row.get_stage_display()} får en ny rad."
    )
    return form_page(request, form, row, "Ny omgång", lead)


def seen_row(request, pk) -> Consultation:
    """A row the user may read; 404 otherwise."""
    related = ("union", "agreement", "department", "organisation", "procurement__organisation", "template", "supplier")
    return get_object_or_404(Consultation.objects.visible_to(request.user, VIEW).select_related(*related), pk=pk)


def run_row(request, pk) -> Consultation:
    """A row the user acts on for the ordering department; 403 with who does otherwise."""
    row = seen_row(request, pk)
    refuse_others(request, row.department)
    return row


def crumbs(row: Consultation, *rest: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """Upphandlingar › the procurement › MBL-förhandlingar › the row › the rest, whose last has no address."""
    listed = ("MBL-förhandlingar", row.assessment.get_absolute_url())
    own = (str(row), row.get_absolute_url() if rest else None)
    return of_procurement(row.procurement, listed, own, *rest)


def form_page(request, form, row: Consultation, heading: str, lead: str):
    """A page with one decision about a row."""
    context = {
        "form": form,
        "consultation": row,
        "heading": heading,
        "lead": lead,
        "facts": consultation_facts.facts(row),
        "breadcrumbs": crumbs(row, (heading, None)),
    }
    return render_page(request, "mbl/consultation_form.html", context)


def refused(request, row: Consultation, sentence: str):
    """A step that is not possible from where the row stands."""
    context = {"consultation": row, "sentence": sentence, "breadcrumbs": crumbs(row, ("Steget går inte", None))}
    return render_page(request, "mbl/consultation_refused.html", context, status=409)


def with_seen(form) -> dict:
    """What an action takes from a form: its version is what the user has `seen`."""
    values = dict(form.cleaned_data)
    return values | {"seen": values.pop("version")} if "version" in values else values


def _refusal(row: Consultation, key: str) -> str:
    """Why the move cannot be taken from where the row stands, empty when it can."""
    if not Consultation.objects.latest_rounds().filter(pk=row.pk).exists():
        return NOT_LATEST
    try:
        states.find(key, row.state, row.paragraph == INFORMATION)
    except ValueError as error:
        return str(error)
    return ""


def _try_move(request, form, row: Consultation, chosen: states.Move, today) -> Consultation | None:
    run = partial(actions.move, by=request.user, consultation=row, key=chosen.key, today=today)
    moved = try_action(form, Consultation, partial(run, **with_seen(form)))
    if moved is None and form.status == 409:
        now = Consultation.objects.get(pk=row.pk)
        if not chosen.fits(now.state, now.paragraph == INFORMATION):
            form.add_error(None, MOVED_MEANWHILE.format(state=now.get_state_display()))
    return moved


def _say(request, row: Consultation, chosen: states.Move) -> None:
    if row.is_central_late and "central_requested_on" in chosen.asks:
        messages.warning(request, LATE.format(end=standing.request_end_of(row)))
    else:
        messages.success(request, f"Sparat. Läget med {row.union} är nu: {row.get_state_display()}.")
