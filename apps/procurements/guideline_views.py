"""The pages of guideline versions."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.procurements import guideline_forms as forms
from apps.procurements import guideline_overview as overview
from apps.procurements import guidelines
from apps.procurements.changes import changes
from apps.procurements.guideline_overview import crumbs
from apps.procurements.guideline_readers import reading_card
from apps.procurements.models import GuidelineVersion
from apps.procurements.priority_rules import Limits, Weights
from apps.procurements.wording import counted

VIEW, CHANGE = "procurements.view_procurement", "procurements.change_guideline"
METHODS = ["GET", "HEAD", "POST"]
WILL_LOCK = "När beslutet är registrerat låses versionen med sina klausuler. En senare ändring blir en ny version."
DRAFTS = "{clauses} är fortfarande utkast. Låt en jurist granska dem innan beslutet registreras."
FIRST = "Den första versionen börjar med Stegets vikter, gränser och utkast till klausuler. Allt går att ändra sedan."
COPY = "Den nya versionen börjar som en kopia av ”{title}”: vikter, gränser och klausuler. Allt går att ändra sedan."


@require_safe
@permission_required(VIEW, raise_exception=True)
def guideline_list(request):
    """The active organisation's versions, which one is in force, and whether the goals were kept."""
    organisation, today = require(request, VIEW), timezone.localdate()
    listed = overview.versions(organisation, today)
    context = {
        "now": next((each for each in listed if each.is_now), None),
        "table": overview.versions_table(listed),
        "may_change": request.user.has_perm(CHANGE, organisation),
        "breadcrumbs": crumbs(),
    }
    return render_page(request, "procurements/guideline_list.html", context)


@require_safe
@permission_required(VIEW, raise_exception=True)
def guideline_detail(request, pk):
    """A version: the decision, its weights and limits, and its library of clauses."""
    guideline, today = visible(request, pk), timezone.localdate()
    version = overview.version(guideline, today)
    may_change = request.user.has_perm(CHANGE, guideline.organisation)
    context = {
        "guideline": guideline,
        "version": version,
        "steps": overview.process(guideline, today),
        "criteria": overview.criteria_tasks(guideline, today) if version.is_locked else [],
        "reading": reading_card(guideline, request.user, is_keeper=may_change),
        "facts": overview.facts(version),
        "weights": overview.weights_facts(Weights.from_dict(guideline.weights)),
        "limits": overview.limits_facts(Limits.from_dict(guideline.limits)),
        "clauses": overview.clauses_by_model(guideline),
        "may_change": may_change,
        "breadcrumbs": crumbs((guideline.title, None)),
    }
    return render_page(request, "procurements/guideline_detail.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def guideline_create(request):
    """Start a version in the active organisation."""
    organisation = require(request, CHANGE)
    form = forms.GuidelineCreateForm(posted_data(request), cancel_url=reverse("guideline_list"))
    if request.method == "POST" and form.is_valid():
        values = {"organisation": organisation, **form.cleaned_data}
        if made := try_action(form, GuidelineVersion, partial(guidelines.create_guideline, by=request.user, **values)):
            messages.success(request, "Sparat. Gå igenom vikter, gränser och klausuler innan versionen beslutas.")
            return redirect(made)
    latest = guidelines.latest_version(organisation)
    lead = COPY.format(title=latest.title) if latest else FIRST
    return form_page(request, form, "Ny version av riktlinjen", crumbs(("Ny version", None)), lead)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def guideline_update(request, pk):
    """Change a version that is not decided."""
    guideline = changeable(request, pk)
    if refused := refused_as_locked(request, guideline):
        return refused
    initial = forms.GuidelineUpdateForm.initial_from(guideline)
    form = forms.GuidelineUpdateForm(posted_data(request), initial=initial, cancel_url=guideline.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        given = {"guideline": guideline, "seen": form.cleaned_data["version"], **form.values}
        if try_action(form, GuidelineVersion, partial(guidelines.update_guideline, by=request.user, **given)):
            messages.success(request, "Sparat.")
            return redirect(guideline)
    return form_page(request, form, f"Ändra {guideline}", crumbs_of(guideline, "Ändra"))


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def guideline_decide(request, pk):
    """Record the decision about a version, which locks it."""
    guideline = changeable(request, pk)
    if refused := refused_as_locked(request, guideline):
        return refused
    initial = forms.DecideForm.initial_from(guideline)
    form = forms.DecideForm(posted_data(request), initial=initial, cancel_url=guideline.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        decision = dict(form.cleaned_data)
        given = {"guideline": guideline, "seen": decision.pop("version"), "today": timezone.localdate(), **decision}
        if try_action(form, GuidelineVersion, partial(guidelines.decide_guideline, by=request.user, **given)):
            messages.success(request, f"Sparat. Versionen är beslutad och gäller från {decision['valid_from']}.")
            return redirect(guideline)
    drafts = guideline.clauses.filter(is_draft=True).count()
    warning = DRAFTS.format(clauses=counted(drafts, "klausul", "klausuler")) if drafts else ""
    lead = f"{WILL_LOCK} {warning}".strip()
    return form_page(request, form, f"Registrera beslut om {guideline}", crumbs_of(guideline, "Beslut"), lead)


@require_safe
@permission_required(VIEW, raise_exception=True)
def guideline_compare(request, pk):
    """What a version changed since another one, the one before it unless another is chosen (`?med=`)."""
    guideline = visible(request, pk)
    others = GuidelineVersion.objects.filter(organisation=guideline.organisation).exclude(pk=pk).order_by("-pk")
    before = others.filter(pk__lt=pk).first() or others.last()
    initial = {"med": before and before.pk}
    form = forms.CompareForm(request.GET if "med" in request.GET else None, others=others, initial=initial)
    if form.is_bound:
        before = form.cleaned_data["med"] if form.is_valid() else None
    compared = changes(overview.compared(before), overview.compared(guideline)) if before else None
    context = {
        "guideline": guideline,
        "form": form,
        "has_others": others.exists(),
        "before": before,
        "changes": compared,
        "figures": overview.figures_tables(compared) if compared else [],
        "facts": overview.facts_that_differ(before, guideline) if before else None,
        "breadcrumbs": crumbs_of(guideline, "Vad som ändrades"),
    }
    return render_page(request, "procurements/guideline_compare.html", context, status=422 if form.errors else 200)


def refused_as_locked(request, guideline):
    """Away from a form that a decided version does not have any more, with the reason; None when it is open.

    A POST goes on to the action, which refuses it with nothing lost of what was filled in.
    """
    if request.method == "POST" or guideline.decided_on is None:
        return None
    messages.warning(request, guidelines.LOCKED.format(title=guideline.title))
    return redirect(guideline)


def visible(request, pk) -> GuidelineVersion:
    """The version, for those who may read it; 404 else."""
    rows = GuidelineVersion.objects.visible_to(request.user, VIEW).select_related("organisation")
    return get_object_or_404(rows, pk=pk)


def changeable(request, pk) -> GuidelineVersion:
    """The version, for those who keep it; 404 else."""
    rows = GuidelineVersion.objects.visible_to(request.user, CHANGE).select_related("organisation")
    return get_object_or_404(rows, pk=pk)


def form_page(request, form, heading, breadcrumbs, lead=""):
    """A page that is one form."""
    context = {"form": form, "heading": heading, "breadcrumbs": breadcrumbs, "lead": lead}
    return render_page(request, "_parts/form_page.html", context)


def crumbs_of(guideline: GuidelineVersion, here: str):
    """The way to a page under a version."""
    return crumbs((guideline.title, guideline.get_absolute_url()), (here, None))
