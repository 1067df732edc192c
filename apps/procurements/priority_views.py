"""The pages about whether a procurement should have a requirement: score, what-if, decision, ranking and plan."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.formats import iso_date
from apps.core.lists import ListPage, list_response
from apps.core.pages import posted_data, render_page
from apps.core.panels import panels
from apps.procurements import decisions, priorities, priority_forms, priority_tables
from apps.procurements.choices import COMING_PHASES, Phase
from apps.procurements.models import PriorityAnswers, Procurement, RequirementDecision

VIEW, CHANGE = "procurements.view_procurement", "procurements.change_procurement"
PLAN, ANSWER = "procurements.view_plan", "procurements.answer_candidates"
SIGNED = (Phase.CONTRACTED, Phase.FOLLOW_UP, Phase.EXTENSION, Phase.CLOSED)
AFTER_SIGNING = " Avtalet är redan tecknat: ett nytt beslut ändrar inte kraven i avtalet."
PER_PAGE = 500


@require_http_methods(["GET", "POST"])
@permission_required(VIEW, raise_exception=True)
def priority_update(request, pk):
    """What a procurement is scored by and why; who may change it answers the questions here."""
    procurement, may_change = _procurement(request, pk)
    form = priority_forms.AnswersForm(
        posted_data(request),
        initial=priority_forms.AnswersForm.initial_from(_answers(procurement)),
        cancel_url=procurement.get_absolute_url(),
    )
    if request.method == "POST" and not may_change:
        raise PermissionDenied
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        seen = values.pop("version")
        save = partial(decisions.save_answers, by=request.user, procurement=procurement, seen=seen, **values)
        if try_action(form, PriorityAnswers, save):
            messages.success(request, "Sparat. Poängen är räknade på nytt.")
            return redirect("priority_update", pk)
    context = _score_context(procurement) | {
        "form": form,
        "may_change": may_change,
        "may_answer": request.user.has_perm(ANSWER, procurement.organisation),
    }
    return render_page(request, "procurements/priority_update.html", context)


@require_safe
@permission_required(VIEW, raise_exception=True)
def priority_try(request, pk):
    """What the score would be with other answers. Nothing is saved."""
    procurement, _ = _procurement(request, pk)
    saved = priorities.judge(procurement, timezone.localdate())
    initial = {name: getattr(saved.answers, name) for name in ("value", *priority_forms.QUESTIONS)}
    form = priority_forms.TryForm(request.GET or None, initial=initial)
    tried = saved.tried(**form.cleaned_data) if form.is_bound and form.is_valid() else None
    context = {
        "procurement": procurement,
        "form": form,
        "saved": saved,
        "tried": tried,
        "table": priority_tables.comparison_table(saved, tried) if tried else None,
        "gates": priority_tables.gate_tasks(tried) if tried else [],
        "dose": priority_tables.dose_card(tried, procurement.kind) if tried else None,
        "breadcrumbs": _crumbs(procurement, "Pröva"),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render_page(request, "procurements/priority_try.html", context, status=status)


@require_http_methods(["GET", "POST"])
@permission_required(ANSWER, raise_exception=True)
def candidates_update(request, pk):
    """The matcher says how many candidates there are; the page shows no more than that takes."""
    rows = Procurement.objects.visible_to(request.user, ANSWER).select_related("department", "organisation")
    procurement = get_object_or_404(rows.select_related("priority_answers"), pk=pk)
    back = reverse("priority_list")
    initial = priority_forms.CandidatesForm.initial_from(_answers(procurement))
    form = priority_forms.CandidatesForm(posted_data(request), initial=initial, cancel_url=back)
    if request.method == "POST" and form.is_valid():
        values = {"candidates": form.cleaned_data["candidates"], "seen": form.cleaned_data["version"]}
        save = partial(decisions.answer_candidates, by=request.user, procurement=procurement, **values)
        if try_action(form, PriorityAnswers, save):
            messages.success(request, f"Sparat. Svaret räknas i poängen för {procurement}.")
            return redirect(back)
    context = {
        "form": form,
        "heading": "Kandidater",
        "eyebrow": procurement.title,
        "lead": _candidates_lead(procurement),
        "breadcrumbs": [("Prioritering", back), ("Kandidater", None)],
        "shown": procurement,
    }
    return render_page(request, "_parts/form_page.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def decision_create(request, pk):
    """Decide about a procurement's requirement; an earlier decision is replaced and stays in the history."""
    today = timezone.localdate()
    rows = Procurement.objects.visible_to(request.user, CHANGE).select_related("organisation", "priority_answers")
    procurement = get_object_or_404(rows.select_related("guideline"), pk=pk)
    version = priorities.seen_decision(priorities.latest_decision(procurement))
    form = priority_forms.DecisionForm(
        posted_data(request),
        initial={"decided_on": today, "version": version},
        cancel_url=reverse("priority_update", args=[pk]),
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"procurement": procurement, "today": today}
        values["seen"] = values.pop("version")
        if decision := try_action(form, RequirementDecision, partial(decisions.decide, by=request.user, **values)):
            messages.success(request, _decided(decision))
            return redirect(procurement)
    judgement = priorities.judge(procurement, today)
    context = {
        "procurement": procurement,
        "form": form,
        "lead": judgement.sentence + (AFTER_SIGNING if procurement.phase in SIGNED else ""),
        "because": judgement.scoring.because,
        "decisions": _history(procurement),
        "breadcrumbs": _crumbs(procurement, "Beslut"),
    }
    return render_page(request, "procurements/decision_create.html", context)


@require_safe
@permission_required(VIEW, raise_exception=True)
def priority_list(request):
    """The active organisation's coming procurements, the highest score first."""
    organisation = require(request, VIEW)
    rows = _coming(request, organisation, VIEW)
    form = _filter(request, priority_forms.ComingFilter, organisation, rows)
    form.may_answer = request.user.has_perm(ANSWER, organisation)
    page = list_response(
        request,
        rows,
        columns=priority_tables.ranking_columns(may_answer=form.may_answer),
        form=form,
        default_sort="-score",
        caption="Upphandlingar",
        one="upphandling",
        filename="prioritering",
    )
    if not isinstance(page, ListPage):
        return page
    context = {
        "list": page,
        "sentence": priority_tables.ranking_sentence(page.page_obj.paginator.object_list),
        "basis": form.basis,
        "breadcrumbs": [("Upphandlingar", reverse("procurement_list")), ("Prioritering", None)],
        "may_change": request.user.has_perm(CHANGE, organisation),
    }
    return render_page(request, "procurements/priority_list.html", context)


@require_safe
@permission_required(PLAN, raise_exception=True)
def plan(request):
    """The active organisation's coming procurements by month, with what is recommended and decided."""
    organisation = require(request, PLAN)
    rows = _coming(request, organisation, PLAN)
    page = list_response(
        request,
        rows,
        columns=priority_tables.PLAN,
        form=_filter(request, priority_forms.PlanFilter, organisation, rows),
        default_sort="month",
        caption="Upphandlingar",
        one="upphandling",
        filename="upphandlingsplan",
        per_page=PER_PAGE,
    )
    if not isinstance(page, ListPage):
        return page
    context = {
        "list": page,
        "months": priority_tables.plan_months(page, timezone.localdate()),
        "sentence": priority_tables.plan_sentence(page.page_obj.paginator.object_list),
        "panels": panels("plan", request, organisation),
        "breadcrumbs": _plan_crumbs(request, organisation),
        "may_change": request.user.has_perm(CHANGE, organisation),
    }
    return render_page(request, "procurements/plan.html", context)


def _procurement(request, pk) -> tuple[Procurement, bool]:
    """A procurement the user may see, with what it is scored by, and whether the user may change it."""
    rows = Procurement.objects.visible_to(request.user, VIEW).select_related("organisation", "guideline")
    procurement = get_object_or_404(rows.select_related("priority_answers"), pk=pk)
    return procurement, Procurement.objects.visible_to(request.user, CHANGE).filter(pk=pk).exists()


def _answers(procurement: Procurement) -> PriorityAnswers:
    return getattr(procurement, "priority_answers", None) or PriorityAnswers(procurement=procurement)


def _score_context(procurement: Procurement) -> dict:
    judgement = priorities.judge(procurement, timezone.localdate())
    return {
        "procurement": procurement,
        "judgement": judgement,
        "table": priority_tables.criteria_table(judgement),
        "gates": priority_tables.gate_tasks(judgement),
        "dose": priority_tables.dose_card(judgement, procurement.kind),
        "decisions": _history(procurement),
        "breadcrumbs": _crumbs(procurement),
    }


def _history(procurement: Procurement) -> list[dict]:
    rows = procurement.requirement_decisions.select_related("decided_by", "guideline")
    return priorities.decision_history(rows)


def _candidates_lead(procurement: Procurement) -> str:
    department = f"{procurement.department}. " if procurement.department else ""
    published, signed = iso_date(procurement.planned_publication_on), iso_date(procurement.planned_signing_on)
    return f"{department}Planerad annonsering: {published}. Planerat avtal: {signed}."


def _decided(decision: RequirementDecision) -> str:
    sentence = f"Sparat. Beslutat: {decision}."
    return f"{sentence} Det avviker från rekommendationen." if decision.deviates else sentence


def _coming(request, organisation, perm: str):
    rows = Procurement.objects.visible_to(request.user, perm)
    return rows.filter(organisation=organisation, phase__in=COMING_PHASES)


def _filter(request, form_class, organisation, rows):
    """The filter form, with what scores the rows and which of them the user may open."""
    seen = set(_coming(request, organisation, VIEW).values_list("pk", flat=True))
    years = [day.year for day in rows.dates("planned_publication_on", "year")]
    basis = priorities.basis_of(organisation, timezone.localdate())
    return form_class(request.GET, organisation=organisation, basis=basis, seen=seen, years=years)


def _plan_crumbs(request, organisation):
    """The way back to the procurements, for those who may read them."""
    listed = ("Upphandlingar", reverse("procurement_list"))
    return [listed, ("Upphandlingsplan", None)] if request.user.has_perm(VIEW, organisation) else []


def _crumbs(procurement: Procurement, here: str = ""):
    score = reverse("priority_update", args=[procurement.pk])
    listed = [("Upphandlingar", reverse("procurement_list")), (procurement.title, procurement.get_absolute_url())]
    return [*listed, ("Prioritering", score if here else None), *([(here, None)] if here else [])]
