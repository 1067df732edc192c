"""The pages that move a procurement from phase to phase, and the button that takes a move back."""

from copy import copy
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.procurements import move_rules, moves, overview, phase_forms, phases
from apps.procurements.choices import Phase
from apps.procurements.models import Procurement
from apps.procurements.move_facts import facts_of, gate_refusals
from apps.procurements.move_words import consequences

CHANGE = "procurements.change_procurement"
MOVED_MEANWHILE = "Upphandlingen står nu i fasen {phase}. Gå tillbaka till den och välj nästa steg därifrån."


@permission_required(CHANGE, raise_exception=True)
def procurement_move(request, pk, phase):
    """The form of one move: what it asks for, what stops it and what it leads to."""
    procurement, today = _changeable(request, pk), timezone.localdate()
    try:
        transition = _transition(request, procurement, phase)
    except ValueError as error:
        return _refused(request, procurement, str(error))
    facts = facts_of(procurement, today)
    form_class = phase_forms.form_for(transition, procurement, request.user, facts)
    form = form_class(posted_data(request), initial=form_class.initial_from(procurement))
    form.helper = phase_forms.helper_for(transition, procurement.get_absolute_url())
    is_sent = form.is_valid() and request.method == "POST" and "preview" not in request.POST
    if is_sent and (moved := _try_move(request, form, procurement, phase, today)):
        return _moved(request, moved, phase)
    attempt = moves.attempt_of(copy(procurement), transition, _written(form), today)
    context = {
        "form": form,
        "procurement": procurement,
        "transition": transition,
        "stops": _stops(attempt, phase, today),
        "warnings": (warnings := move_rules.warnings(attempt)),
        "consequences": [text for text in consequences(attempt) if text not in warnings],
        "dates": overview.dates(procurement),
        "breadcrumbs": _crumbs(procurement, transition.button),
    }
    return render_page(request, "procurements/procurement_move.html", context)


@require_POST
@permission_required(CHANGE, raise_exception=True)
def procurement_move_undo(request, pk):
    """Take back one's own last move."""
    procurement = _changeable(request, pk)
    try:
        back = moves.undo_move(by=request.user, procurement=procurement)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, f"Steget är ångrat. Upphandlingen står i fasen {back.get_phase_display()}.")
    return redirect(procurement)


def _changeable(request, pk) -> Procurement:
    rows = Procurement.objects.visible_to(request.user, CHANGE).select_related("organisation", "department")
    return get_object_or_404(rows, pk=pk)


def _transition(request, procurement: Procurement, phase: str) -> phases.Transition:
    """The move the address means. A form sent after somebody moved the procurement keeps its own, to be told so."""
    if phase not in Phase.values:
        raise Http404
    sent = phases.BY_KEY.get(request.POST.get("step", ""))
    if sent and sent.target in (None, phase):
        return sent
    return phases.find(procurement.phase, phase, procurement.phase_before)


def _try_move(request, form, procurement: Procurement, phase: str, today) -> Procurement | None:
    values = dict(form.cleaned_data)
    seen, _ = values.pop("version"), values.pop("step")
    run = partial(moves.move, by=request.user, procurement=procurement, to=phase, seen=seen, today=today, **values)
    moved = try_action(form, Procurement, run)
    if moved is None and form.status == 409:
        now = Procurement.objects.get(pk=procurement.pk)
        if form.cleaned_data["step"] not in {each.key for each in phases.allowed(now.phase, now.phase_before)}:
            form.add_error(None, MOVED_MEANWHILE.format(phase=now.get_phase_display()))
    return moved


def _moved(request, procurement: Procurement, phase: str):
    text = f"Sparat. Upphandlingen står nu i fasen {Phase(phase).label}."
    context = {"text": text, "kind": "success", "undo_url": reverse("procurement_move_undo", args=[procurement.pk])}
    messages.success(request, render_to_string("_parts/banner.html", context, request), extra_tags="undo")
    return redirect(procurement)


def _written(form) -> dict:
    """What has been written so far and can be understood."""
    return {name: value for name, value in getattr(form, "cleaned_data", {}).items() if value not in (None, "")}


def _stops(attempt: move_rules.Attempt, phase: str, today) -> list[str]:
    found = [problem.text for problem in move_rules.blockers(attempt)]
    return found + gate_refusals(attempt.row, attempt.transition, phase, today)


def _refused(request, procurement: Procurement, sentence: str):
    context = {
        "procurement": procurement,
        "sentence": sentence,
        "breadcrumbs": _crumbs(procurement, "Steget går inte"),
    }
    return render_page(request, "procurements/procurement_move_refused.html", context, status=409)


def _crumbs(procurement: Procurement, here: str):
    start = ("Upphandlingar", reverse("procurement_list"))
    return [start, (procurement.title, procurement.get_absolute_url()), (here, None)]
