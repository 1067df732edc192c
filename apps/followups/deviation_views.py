"""The pages of deviations: the list, one deviation with its ladder, and what is written about it."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Prefetch
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.lists import list_response
from apps.core.pages import posted_data, render_page
from apps.followups import deviation_actions as actions
from apps.followups import deviation_cards, deviation_forms, deviation_history, reckoning
from apps.followups.choices import DeviationCause, DeviationState
from apps.followups.deviation_columns import deviation_columns, standing, tone
from apps.followups.models import Deviation, Meeting, Sanction
from apps.followups.raise_queries import whose_cause_is_gone
from apps.procurements import crumbs
from apps.procurements.models import Contract, Requirement

VIEW, CHANGE, DECIDE = "followups.view_followup", "followups.change_followup", "followups.decide_sanction"
HEADING_OF_OTHER = "Avvikelse från avtalet"
METHODS = ["GET", "HEAD", "POST"]
_ABOUT = ("contract__procurement__department", "organisation", "owner", "requirement", "request__supplier", "point")
_STEPS = Prefetch("sanctions", Sanction.objects.select_related("decided_by", "made_by").order_by("pk"))


@require_safe
@permission_required(VIEW, raise_exception=True)
def deviation_list(request):
    """Deviations of the active organisation's contracts, the open ones first; filtered by the address."""
    organisation, today = require(request, VIEW), timezone.localdate()
    rows = Deviation.objects.visible_to(request.user, VIEW).filter(organisation=organisation)
    gone: set[int] = set()
    listed = list_response(
        request,
        rows.select_related("contract__procurement", "owner").prefetch_related("contract__suppliers", "sanctions"),
        columns=deviation_columns(today, gone),
        form=deviation_forms.DeviationFilter(request.GET, user=request.user, organisation=organisation, today=today),
        default_sort="due_on",
        caption="Avvikelser",
        one="avvikelse",
        filename=f"avvikelser-{today}",
        before_rows=lambda shown: gone.update(whose_cause_is_gone(shown, today=today)),
    )
    if isinstance(listed, HttpResponseBase):
        return listed
    trail = [("Uppföljning", reverse("followup_overview")), ("Avvikelser", None)]
    context = {"list": listed, "organisation": organisation, "breadcrumbs": trail}
    return render_page(request, "followups/deviation_list.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def deviation_create(request, pk):
    """Note a deviation from a contract. `?krav=` chooses the requirement, `?mote=` the meeting it was found at."""
    rows = Contract.objects.visible_to(request.user, CHANGE).select_related("procurement", "organisation")
    contract, today = get_object_or_404(rows, pk=pk), timezone.localdate()
    chosen = request.GET.get("krav", "")
    initial = {"raised_on": today, "owner": contract.procurement.responsible_id or request.user.pk, "cause": "other"}
    initial["requirement"] = chosen if chosen.isascii() and chosen.isdecimal() else _only_requirement(contract)
    form = deviation_forms.NewDeviationForm(
        posted_data(request),
        initial=initial,
        contract=contract,
        owner=initial["owner"],
        cancel_url=contract.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"contract": contract, "today": today, "meeting": _meeting(request, contract)}
        if made := try_action(form, Deviation, lambda: actions.create_deviation(by=request.user, **values)):
            messages.success(request, "Sparat. Avvikelsen står nu här, med de steg som går att ta.")
            return redirect(made)
    context = {"form": form, "heading": "Ny avvikelse", "shown": contract}
    context["lead"] = f"Något i {contract.name} är inte som det har lovats."
    context["breadcrumbs"] = crumbs.of_contract(contract, "Ny avvikelse")
    return render_page(request, "_parts/form_page.html", context)


@require_safe
@permission_required(VIEW, raise_exception=True)
def deviation_detail(request, pk):
    """One deviation: what, why, who and by when; the ladder; the steps taken; the history."""
    deviation, today = seen(request, pk, VIEW), timezone.localdate()
    may_decide = request.user.has_perm(DECIDE, deviation.organisation)
    requirement = reckoning.ground_of(deviation)
    is_gone = bool(whose_cause_is_gone([deviation], today=today))
    context = {
        "deviation": deviation,
        "heading": HEADING_OF_OTHER if deviation.cause == DeviationCause.OTHER else deviation.name,
        "tag_text": standing(deviation, today),
        "tag_kind": tone(deviation, today),
        "is_open": deviation.state == DeviationState.OPEN,
        "is_gone": is_gone,
        "facts": deviation_cards.facts(deviation),
        "origin": deviation_cards.origin(deviation),
        "note": deviation_cards.note_of(deviation, requirement),
        "rungs": deviation_cards.rungs(deviation, requirement, today=today, may_decide=may_decide, is_gone=is_gone),
        "steps": deviation_cards.steps(deviation, requirement, request.user),
        "may_change": request.user.has_perm(CHANGE, deviation.organisation),
        "events": deviation_history.timeline(deviation),
        "breadcrumbs": crumbs_of(deviation),
    }
    return render_page(request, "followups/deviation_detail.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def deviation_update(request, pk):
    """Change an open deviation: its words, its owner, its measure and its day."""
    deviation = seen(request, pk, CHANGE)
    form = deviation_forms.ChangeDeviationForm(
        posted_data(request),
        initial=deviation_forms.ChangeDeviationForm.initial_from(deviation),
        contract=deviation.contract,
        owner=deviation.owner_id,
        cancel_url=deviation.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"deviation": deviation}
        if try_action(form, Deviation, lambda: actions.update_deviation(by=request.user, **values)):
            messages.success(request, "Ändringarna är sparade.")
            return redirect(deviation)
    return form_page(request, form, deviation, "Ändra avvikelsen")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def deviation_exempt(request, pk):
    """Say that nothing is asked of the supplier, and why."""
    deviation, today = seen(request, pk, CHANGE), timezone.localdate()
    form = deviation_forms.ExemptForm(posted_data(request), cancel_url=deviation.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"deviation": deviation, "today": today}
        if try_action(form, Deviation, lambda: actions.exempt_deviation(by=request.user, **values)):
            messages.success(request, "Sparat. Avvikelsen är undantagen.")
            return redirect(deviation)
    lead = "Ett undantag betyder att leverantören inte behöver göra något åt avvikelsen."
    return form_page(request, form, deviation, "Gör undantag", lead)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def deviation_close(request, pk):
    """Close a deviation with how it went."""
    deviation, today = seen(request, pk, CHANGE), timezone.localdate()
    form = deviation_forms.CloseForm(posted_data(request), cancel_url=deviation.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"deviation": deviation, "today": today}
        if closed := try_action(form, Deviation, lambda: actions.close_deviation(by=request.user, **values)):
            messages.success(request, f"Sparat. Avvikelsen är {closed.get_state_display()}.")
            return redirect(deviation)
    return form_page(request, form, deviation, "Avsluta avvikelsen")


@require_POST
@permission_required(CHANGE, raise_exception=True)
def deviation_reopen(request, pk):
    """Open a deviation again."""
    deviation = seen(request, pk, CHANGE)
    actions.reopen_deviation(by=request.user, deviation=deviation)
    messages.success(request, "Avvikelsen är öppen igen. Historiken visar hur den avslutades.")
    return redirect(deviation)


def seen(request, pk, perm: str) -> Deviation:
    """The deviation with all that its pages show, when the user holds the permission about it; 404 else."""
    rows = Deviation.objects.visible_to(request.user, perm).select_related(*_ABOUT, "meeting", "closed_by")
    return get_object_or_404(rows.prefetch_related(_STEPS, "contract__suppliers"), pk=pk)


def form_page(request, form, deviation: Deviation, heading: str, lead: str = "", reckoned: str = ""):
    """A page with one decision about a deviation, with its facts beside; `reckoned` is how a penalty is counted."""
    context = {
        "form": form,
        "deviation": deviation,
        "heading": heading,
        "lead": lead or deviation.what,
        "facts": deviation_cards.facts(deviation),
        "reckoned": reckoned,
        "breadcrumbs": crumbs_of(deviation, heading),
    }
    return render_page(request, "followups/deviation_form.html", context)


def crumbs_of(deviation: Deviation, here: str = "") -> list[tuple[str, str | None]]:
    """Uppföljning › Avvikelser › the deviation › here."""
    listed = [("Uppföljning", reverse("followup_overview")), ("Avvikelser", reverse("deviation_list"))]
    name = f"{deviation.name}, {deviation.contract.name}"
    return [*listed, (name, deviation.get_absolute_url() if here else None), *([(here, None)] if here else [])]


def _meeting(request, contract: Contract) -> Meeting | None:
    key = request.GET.get("mote", "")
    is_key = key.isascii() and key.isdecimal() and len(key) < 18
    return get_object_or_404(Meeting, pk=key, contract=contract) if is_key else None


def _only_requirement(contract: Contract) -> int | None:
    keys = list(Requirement.objects.filter(contract=contract).values_list("pk", flat=True)[:2])
    return keys[0] if len(keys) == 1 else None
