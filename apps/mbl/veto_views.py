"""The pages of a veto: keep one that a union has declared, and say what came of it (39 and 40 §§ MBL)."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.core.form_errors import try_action
from apps.core.pages import posted_data
from apps.mbl import vetoes
from apps.mbl.choices import Paragraph
from apps.mbl.consultation_forms import ResolveForm, VetoForm
from apps.mbl.consultation_views import form_page, refused, run_row, with_seen
from apps.mbl.gate_rules import VETO_MOVES
from apps.mbl.models import Consultation, Veto
from apps.mbl.settings_pages import METHODS
from apps.mbl.timeplans import VIEW

SETTLED = "Läget för vetot är ”{state}” och ändras inte mer (39 och 40 §§ MBL)."


@require_http_methods(METHODS)
@permission_required(VIEW, raise_exception=True)
def veto_create(request, pk):
    """Keep a veto; what it is worth is decided from who declared it and on what ground."""
    row, today = run_row(request, pk), timezone.localdate()
    if request.method != "POST" and (sentence := _refusal(row)):
        return refused(request, row, sentence)
    form = VetoForm(
        posted_data(request),
        initial=VetoForm.initial_from(row) | {"declared_on": today},
        row=row,
        user=request.user,
        cancel_url=row.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        run = partial(vetoes.declare_veto, by=request.user, consultation=row, today=today)
        if veto := try_action(form, Veto, partial(run, **with_seen(form))):
            messages.success(request, f"Sparat. Läget för vetot är nu: {veto.get_state_display()}.")
            return redirect(row)
    lead = "Ett veto ska vara tydligt och förklaras i samband med förhandlingen enligt 38 § (39 § MBL)."
    return form_page(request, form, row, "Anteckna ett veto", lead)


@require_http_methods(METHODS)
@permission_required(VIEW, raise_exception=True)
def veto_resolve(request, pk):
    """Say what came of a veto."""
    rows = Veto.objects.filter(consultation__in=Consultation.objects.visible_to(request.user, VIEW))
    veto = get_object_or_404(rows.select_related("supplier", "union"), pk=pk)
    row, today = run_row(request, veto.consultation_id), timezone.localdate()
    if request.method != "POST" and not VETO_MOVES[veto.state]:
        return refused(request, row, SETTLED.format(state=veto.get_state_display()))
    initial = ResolveForm.initial_from(veto) | {"resolved_on": today}
    form = ResolveForm(posted_data(request), initial=initial, veto=veto, cancel_url=row.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        run = partial(vetoes.resolve_veto, by=request.user, veto=veto, today=today)
        if kept := try_action(form, Veto, partial(run, **with_seen(form))):
            messages.success(request, f"Sparat. Läget för vetot är nu: {kept.get_state_display()}.")
            return redirect(row)
    lead = f"{veto.union} förklarade veto mot {veto.supplier} {veto.declared_on}: {veto.get_ground_display()}."
    return form_page(request, form, row, "Avgör vetot", lead)


def _refusal(row: Consultation) -> str:
    """Why no veto can be declared about a row, empty when one can."""
    if row.paragraph != Paragraph.P38:
        return vetoes.ONLY_38.format(paragraph=row.paragraph)
    if row.met_on is None:
        return vetoes.NOT_MET
    return "" if row.union.has_collective_agreement else vetoes.NO_AGREEMENT.format(union=row.union)
