"""The pages of success factors: all over time, choosing them, scoring a half-year, and one with its history."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.actionplans import factor_actions as actions
from apps.actionplans import learning_forms as forms
from apps.actionplans import sections
from apps.actionplans.factor_queries import board, card_of, history
from apps.actionplans.halves import HalfYear, half_of
from apps.actionplans.models import CHANGE, VIEW, FactorScore, SuccessFactor
from apps.actionplans.plan_views import METHODS
from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page

_LISTED = "Framgångsfaktorer"


@require_safe
@permission_required(VIEW, raise_exception=True)
def factor_list(request):
    """The watched factors of the active organisation over time."""
    organisation, today = require(request, VIEW), timezone.localdate()
    now = half_of(today)
    context = {
        "board": board(organisation, today),
        "may_change": request.user.has_perm(CHANGE, organisation),
        "now_label": now.label,
        "now_url": reverse("factor_score", args=now),
        "before_label": now.before.label,
        "before_url": reverse("factor_score", args=now.before),
        "sections": sections.of("factor_list"),
        "shown": organisation,
    }
    return render_page(request, "actionplans/factor_list.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def factor_choose(request):
    """Choose which factors to watch, and add one of our own."""
    organisation = require(request, CHANGE)
    form = forms.ChooseForm(
        posted_data(request),
        initial=forms.ChooseForm.initial_from(organisation),
        organisation=organisation,
        cancel_url=reverse("factor_list"),
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"organisation": organisation}
        try_action(form, SuccessFactor, lambda: actions.choose_factors(by=request.user, **values))
        if not form.errors:
            messages.success(request, "Sparat. Poängsätt faktorerna varje halvår.")
            return redirect("factor_list")
    return _form_page(request, form, organisation, "Välj framgångsfaktorer", "Vad ni vill hålla ögonen på.")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def factor_score(request, year, half):
    """Score the watched factors for a half-year, 1 to 5 with why."""
    organisation, when = require(request, CHANGE), HalfYear(int(year), int(half))
    factors = list(organisation.success_factors.filter(is_watched=True))
    if not factors:
        messages.info(request, "Välj först vilka faktorer ni vill följa.")
        return redirect("factor_choose")
    initial = forms.ScoreForm.initial_from(actions.Scoring(organisation, when))
    form = forms.ScoreForm(posted_data(request), initial=initial, factors=factors, cancel_url=reverse("factor_list"))
    if request.method == "POST" and form.is_valid():
        values = {"organisation": organisation, "when": when, "answers": form.answers, "today": timezone.localdate()}
        values["version"] = form.cleaned_data["version"]
        try_action(form, FactorScore, lambda: actions.score_factors(by=request.user, **values))
        if not form.errors:
            messages.success(request, f"Sparat. Poängen gäller {when.label}.")
            return redirect("factor_list")
    lead = "1 betyder att det saknas, 5 att det är mycket bra. Rättas en poäng står den tidigare kvar på faktorns sida."
    return _form_page(request, form, organisation, f"Poängsätt {when.label}", lead)


@require_safe
@permission_required(VIEW, raise_exception=True)
def factor_detail(request, pk):
    """One factor: its chart, every half-year with why, and what scores were before they were changed."""
    rows = SuccessFactor.objects.visible_to(request.user, VIEW).select_related("organisation")
    factor = get_object_or_404(rows, pk=pk)
    context = {
        "factor": factor,
        "card": card_of(factor, timezone.localdate()),
        "halves": history(factor),
        "breadcrumbs": [(_LISTED, reverse("factor_list")), (str(factor), None)],
    }
    return render_page(request, "actionplans/factor_detail.html", context)


def _form_page(request, form, organisation, heading: str, lead: str):
    context = {"form": form, "heading": heading, "lead": lead, "shown": organisation}
    context["breadcrumbs"] = [(_LISTED, reverse("factor_list")), (heading, None)]
    return render_page(request, "_parts/form_page.html", context)
