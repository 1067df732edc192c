"""The pages of the assessment: the questionnaire with its consequence, the checklist, exceptional reasons."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.models import Department
from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.mbl import assessment_cards as cards
from apps.mbl import assessments, consultation_cards, consultation_history, plan_actions, standing
from apps.mbl.assessment_forms import PREVIEW, AssessmentForm, OverrideForm
from apps.mbl.choices import Stage
from apps.mbl.models import Assessment, Override, Veto
from apps.mbl.settings_pages import METHODS
from apps.mbl.timeplans import VIEW, departments_seen, plan_of
from apps.procurements.crumbs import of_procurement
from apps.procurements.models import Procurement

SEE_PROCUREMENT = "procurements.view_procurement"
NEGOTIATES = "Det är {department} som förhandlar, inte upphandlingsenheten (11 och 38 §§ MBL)."
NO_DEPARTMENT = "Ange först vilken förvaltning som beställer, på upphandlingens sida (11 § MBL)."


@require_http_methods(METHODS)
@permission_required(VIEW, raise_exception=True)
def assessment_create(request, pk):
    """Assess a procurement for the ordering department; one that is assessed already is shown instead."""
    procurement, department = _ordering(request, pk)
    made = Assessment.objects.filter(procurement=procurement, department=department).first()
    if made and request.method != "POST":
        return redirect(made)
    form = AssessmentForm(posted_data(request), is_new=True, cancel_url=procurement.get_absolute_url())
    return _assess(request, form, procurement, department, None, "Bedöm om facken ska höras")


@require_http_methods(METHODS)
@permission_required(VIEW, raise_exception=True)
def assessment_update(request, pk):
    """Assess anew; what has started is kept."""
    assessment = _assessment(request, pk)
    refuse_others(request, assessment.department)
    form = AssessmentForm(
        posted_data(request),
        initial=AssessmentForm.initial_from(assessment),
        is_new=False,
        cancel_url=assessment.get_absolute_url(),
    )
    heading = "Ändra MBL-bedömningen"
    return _assess(request, form, assessment.procurement, assessment.department, assessment, heading)


@require_safe
@permission_required(VIEW, raise_exception=True)
def assessment_detail(request, pk):
    """The checklist: how far it has come, a row per union and stage, vetoes, decisions, answers, history."""
    assessment, today = _assessment(request, pk), timezone.localdate()
    procurement, department = assessment.procurement, assessment.department
    plan = plan_of(procurement, department, today)
    found = consultation_cards.lines(plan, today)
    progress = consultation_cards.progress(plan, found, today)
    may_run, late_unions = standing.may_run(request.user, department), _late_unions(assessment, today)
    rounds = assessment.consultations.select_related("union")
    overrides = list(
        Override.objects.filter(procurement=procurement, department=department).select_related("created_by")
    )
    vetoes = Veto.objects.filter(consultation__assessment=assessment).select_related(
        "union", "supplier", "consultation"
    )
    others = Assessment.objects.visible_to(request.user, VIEW).filter(procurement=procurement).exclude(pk=pk)
    context = {
        "assessment": assessment,
        "procurement": procurement,
        "department": department,
        "inset": NEGOTIATES.format(department=department),
        "progress": progress,
        "may_override": may_run and bool(progress.following or late_unions),
        "stages": consultation_cards.stage_cards(found, rounds, today),
        "vetoes": consultation_cards.veto_cards(vetoes, overrides),
        "overrides": [(each, consultation_cards.override_rows(each)) for each in overrides],
        "late_unions": late_unions,
        "facts": cards.facts(assessment),
        "answers": cards.answer_rows(assessment),
        "others": others.select_related("department__organisation"),
        "may_run": may_run,
        "history": consultation_history.of_assessment(assessment),
        "breadcrumbs": of_procurement(procurement, ("MBL-förhandlingar", None)),
    }
    return render_page(request, "mbl/assessment_detail.html", context)


@require_http_methods(METHODS)
@permission_required(VIEW, raise_exception=True)
def override_create(request, pk):
    """Decide for exceptional reasons to go on before a stage is closed (fact 43)."""
    procurement, department = _ordering(request, pk)
    made = Assessment.objects.filter(procurement=procurement, department=department).first()
    back, today = made or procurement, timezone.localdate()
    initial = {"decided_on": today, "stage": request.GET.get("steg", "")}
    form = OverrideForm(posted_data(request), initial=initial, cancel_url=back.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        whose = {"procurement": procurement, "department": department, "today": today}
        if try_action(form, Override, partial(assessments.override, by=request.user, **whose, **form.cleaned_data)):
            messages.success(request, "Sparat. Beslutet visas på upphandlingen och kan inte tas bort.")
            return redirect(back)
    heading = "Besluta med synnerliga skäl"
    lead = f"Beslutet gäller {department}, visas på upphandlingen för alltid och kan inte ändras (11 och 38 §§ MBL)."
    trail = of_procurement(procurement, *_to(made), (heading, None))
    context = {"form": form, "heading": heading, "lead": lead, "breadcrumbs": trail, "shown": procurement}
    return render_page(request, "_parts/form_page.html", context)


def refuse_others(request, department: Department) -> None:
    """Raise PermissionDenied, with who it is that negotiates, for anybody but the ordering department (fact 42)."""
    if not standing.may_run(request.user, department):
        raise PermissionDenied(NEGOTIATES.format(department=department) + " Be någon där att göra det.")


def _assessment(request, pk) -> Assessment:
    rows = Assessment.objects.visible_to(request.user, VIEW)
    related = ("procurement__organisation", "department__organisation", "organisation", "decided_by")
    return get_object_or_404(rows.select_related(*related), pk=pk)


def _ordering(request, pk) -> tuple[Procurement, Department]:
    """The procurement, and the department the user acts for there: the one asked for, else the first not assessed."""
    rows = Procurement.objects.visible_to(request.user, SEE_PROCUREMENT)
    procurement = get_object_or_404(rows.select_related("organisation", "department__organisation"), pk=pk)
    seen, unnamed = departments_seen(request.user, procurement)
    own = [each for each in seen if standing.may_run(request.user, each)]
    if asked := request.GET.get("forvaltning", ""):
        seen = own = [each for each in seen if str(each.pk) == asked]
    if not seen and (asked or not unnamed):
        raise Http404
    if not own:
        raise PermissionDenied(_told(request, seen))
    refuse_others(request, own[0])
    assessed = set(Assessment.objects.filter(procurement=procurement).values_list("department", flat=True))
    return procurement, next((each for each in own if each.pk not in assessed), own[0])


def _told(request, seen: list[Department]) -> str:
    if not seen:
        return NO_DEPARTMENT
    return NEGOTIATES.format(department=seen[0]) + " Be någon där att göra det."


def _assess(request, form, procurement: Procurement, department: Department, assessment, heading: str):
    today = timezone.localdate()
    is_saved = request.method == "POST" and form.is_valid() and form.is_seen and PREVIEW not in request.POST
    if is_saved and (made := _try_assess(request, form, procurement, department, today)):
        if assessment is None:
            # What is told as moved is counted from here, not from when the worker next looks.
            plan_actions.follow_plan(by=request.user, assessment=made, today=today)
        messages.success(request, "Sparat. Här är raderna som bedömningen leder till.")
        return redirect(made)
    answers = form.answers
    context = {
        "form": form,
        "heading": heading,
        "procurement": procurement,
        "inset": NEGOTIATES.format(department=department),
        "consequence": answers is not None
        and cards.consequence(department, answers, form.chosen_exemption, today, assessment),
        "breadcrumbs": of_procurement(procurement, *_to(assessment), (heading, None)),
    }
    return render_page(request, "mbl/assessment_form.html", context)


def _try_assess(request, form, procurement: Procurement, department: Department, today):
    key = {"token": form.cleaned_data["token"]} if "token" in form.fields else {"seen": form.cleaned_data["version"]}
    whose = {"procurement": procurement, "department": department, "today": today}
    return try_action(form, Assessment, partial(assessments.assess, by=request.user, **whose, **key, **form.values))


def _late_unions(assessment: Assessment, today) -> list[str]:
    """Unions that became bound after the assessment, for either stage."""
    found = [name for stage in Stage for name in standing.unions_without_row(assessment, stage, today)]
    return list(dict.fromkeys(found))


def _to(assessment: Assessment | None) -> list[tuple[str, str | None]]:
    return [("MBL-förhandlingar", reverse("assessment_detail", args=[assessment.pk]))] if assessment else []
