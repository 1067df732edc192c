"""The pages of evaluations: the list, one year, and its decision."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.actionplans import evaluation_actions as actions
from apps.actionplans import learning_forms as forms
from apps.actionplans import sections
from apps.actionplans.choices import EVALUATION_TONES, EvaluationState
from apps.actionplans.forms import DecideForm
from apps.actionplans.models import CHANGE, VIEW, YearEvaluation
from apps.actionplans.plan_views import METHODS
from apps.core.form_errors import try_action
from apps.core.lists import Column, list_response
from apps.core.pages import posted_data, render_page

_LISTED = "Årsutvärderingar"
COLUMNS = [
    Column("year", "År", lambda row: str(row.year), order=("year",), url=YearEvaluation.get_absolute_url),
    Column(
        "state",
        "Läge",
        YearEvaluation.get_state_display,
        order=("state",),
        tone=lambda row: EVALUATION_TONES[EvaluationState(row.state)],
    ),
    Column("decided_on", "Beslutad", lambda row: row.decided_on, order=("decided_on",), kind="date"),
    Column("decided_by_body", "Av", lambda row: row.decided_by_body, order=("decided_by_body",)),
]


@require_safe
@permission_required(VIEW, raise_exception=True)
def evaluation_list(request):
    """The organisation's evaluations, the latest year first."""
    organisation = require(request, VIEW)
    listed = list_response(
        request,
        YearEvaluation.objects.visible_to(request.user, VIEW).filter(organisation=organisation),
        columns=COLUMNS,
        form=forms.EvaluationFilter(request.GET),
        default_sort="-year",
        caption=_LISTED,
        one="årsutvärdering",
        filename="arsutvarderingar",
    )
    if isinstance(listed, HttpResponseBase):
        return listed
    may_change = request.user.has_perm(CHANGE, organisation)
    context = {"list": listed, "create_url": reverse("yearevaluation_create") if may_change else ""}
    context["sections"] = sections.of("yearevaluation_list")
    return render_page(request, "actionplans/evaluation_list.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def evaluation_create(request):
    """Begin the evaluation of a year of the active organisation."""
    organisation = require(request, CHANGE)
    initial = {"year": forms.suggested_year()}
    form = forms.NewEvaluationForm(posted_data(request), initial=initial, cancel_url=reverse("yearevaluation_list"))
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"organisation": organisation, "today": timezone.localdate()}
        if made := try_action(form, YearEvaluation, lambda: actions.create_evaluation(by=request.user, **values)):
            messages.success(request, "Sparat. Utvärderingen är ett utkast tills beslutet läggs in.")
            return redirect(made)
    context = {"form": form, "heading": "Ny årsutvärdering", "shown": organisation}
    context["lead"] = "Vad som fungerade under ett år, och vad ni ska ändra."
    context["breadcrumbs"] = [(_LISTED, reverse("yearevaluation_list")), ("Ny årsutvärdering", None)]
    return render_page(request, "_parts/form_page.html", context)


@require_safe
@permission_required(VIEW, raise_exception=True)
def evaluation_detail(request, pk):
    """One year: what worked, what to change, and who decided so."""
    evaluation = _seen(request, pk, VIEW)
    context = {
        "evaluation": evaluation,
        "tag_text": evaluation.get_state_display(),
        "tag_kind": EVALUATION_TONES[EvaluationState(evaluation.state)],
        "may_change": evaluation.is_draft and request.user.has_perm(CHANGE, evaluation.organisation),
        "breadcrumbs": _crumbs(evaluation),
    }
    return render_page(request, "actionplans/evaluation_detail.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def evaluation_update(request, pk):
    """Change a draft; a decided evaluation says that it is read-only."""
    evaluation = _seen(request, pk, CHANGE)
    initial = forms.ChangeEvaluationForm.initial_from(evaluation)
    back = evaluation.get_absolute_url()
    form = forms.ChangeEvaluationForm(posted_data(request), initial=initial, cancel_url=back)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"evaluation": evaluation, "today": timezone.localdate()}
        if try_action(form, YearEvaluation, lambda: actions.update_evaluation(by=request.user, **values)):
            messages.success(request, "Ändringarna är sparade.")
            return redirect(evaluation)
    return _form_page(request, form, evaluation, "Ändra utvärderingen")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def evaluation_decide(request, pk):
    """Put in the decision; the evaluation is read-only from then on."""
    evaluation = _seen(request, pk, CHANGE)
    form = DecideForm(posted_data(request), cancel_url=evaluation.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"evaluation": evaluation, "today": timezone.localdate()}
        if try_action(form, YearEvaluation, lambda: actions.decide_evaluation(by=request.user, **values)):
            messages.success(request, "Sparat. Utvärderingen är beslutad och ändras inte mer.")
            return redirect(evaluation)
    lead = "När beslutet är inlagt går utvärderingen inte att ändra. Läs igenom den först."
    return _form_page(request, form, evaluation, "Lägg in beslutet om utvärderingen", lead)


def _seen(request, pk, perm: str) -> YearEvaluation:
    rows = YearEvaluation.objects.visible_to(request.user, perm).select_related("organisation")
    return get_object_or_404(rows, pk=pk)


def _form_page(request, form, evaluation: YearEvaluation, heading: str, lead: str = ""):
    context = {"form": form, "evaluation": evaluation, "heading": heading, "lead": lead or str(evaluation)}
    return render_page(request, "_parts/form_page.html", context | {"breadcrumbs": _crumbs(evaluation, heading)})


def _crumbs(evaluation: YearEvaluation, here: str = "") -> list[tuple[str, str | None]]:
    own = (str(evaluation), evaluation.get_absolute_url() if here else None)
    return [(_LISTED, reverse("yearevaluation_list")), own, *([(here, None)] if here else [])]
