"""The pages of a guideline version's clauses."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.form_errors import show_errors, try_action
from apps.core.forms import StegetForm
from apps.core.pages import posted_data, render_page
from apps.procurements import clause_document as word
from apps.procurements import guideline_forms as forms
from apps.procurements import guideline_overview as overview
from apps.procurements import guidelines
from apps.procurements.clause_text import VARIABLES, variables
from apps.procurements.guideline_views import METHODS, refused_as_locked
from apps.procurements.models import Clause, GuidelineVersion
from apps.procurements.wording import listed

VIEW, CHANGE = "procurements.view_procurement", "procurements.change_guideline"
CHECKED = "Inget är sparat än. Variabler i texten: {names}. Alla finns."
CHECKED_EMPTY = "Inget är sparat än. Texten har inga variabler."


@require_safe
@permission_required(VIEW, raise_exception=True)
def clause_detail(request, pk):
    """A clause: its text, the variables a requirement fills in, and the sanctions it carries."""
    clause = _visible(request, pk)
    guideline = clause.guideline
    is_open = guideline.decided_on is None
    context = {
        "clause": clause,
        "guideline": guideline,
        "variables": [{"key": f"{{{name}}}", "value": VARIABLES[name]} for name in variables(clause.text)],
        "sanctions": overview.sanctions(clause),
        "may_change": is_open and request.user.has_perm(CHANGE, guideline.organisation),
        "breadcrumbs": _crumbs(guideline, clause.title),
    }
    return render_page(request, "procurements/clause_detail.html", context)


@require_safe
@permission_required(VIEW, raise_exception=True)
def clause_document(request, pk):
    """The clause as a Word document, with its variables in braces."""
    clause = _visible(request, pk)
    content = word.clause_document(
        clause.text,
        title=clause.title,
        procurement="",
        case_number="",
        guideline=clause.guideline.title,
        organisation=str(clause.guideline.organisation),
        on=timezone.localdate(),
        is_draft=clause.is_draft,
    )
    disposition = content_disposition_header(True, f"{clause.title}.docx")
    return HttpResponse(content, content_type=word.CONTENT_TYPE, headers={"Content-Disposition": disposition})


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def clause_create(request, pk):
    """Add a clause to a version that is not decided."""
    rows = GuidelineVersion.objects.visible_to(request.user, CHANGE).select_related("organisation")
    guideline = get_object_or_404(rows, pk=pk)
    if refused := refused_as_locked(request, guideline):
        return refused
    form = forms.ClauseCreateForm(posted_data(request), cancel_url=guideline.get_absolute_url())
    if _saves(request, form):
        save = partial(guidelines.create_clause, by=request.user, guideline=guideline, **form.cleaned_data)
        if clause := try_action(form, Clause, save):
            messages.success(request, f"Sparat. {clause} finns nu bland klausulerna.")
            return redirect(clause)
    return _form(request, form, "Lägg till klausul", _crumbs(guideline, "Lägg till klausul"))


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def clause_update(request, pk):
    """Change a clause of a version that is not decided."""
    clause = _changeable(request, pk)
    if refused := refused_as_locked(request, clause.guideline):
        return refused
    initial = forms.ClauseUpdateForm.initial_from(clause)
    form = forms.ClauseUpdateForm(posted_data(request), initial=initial, cancel_url=clause.get_absolute_url())
    if _saves(request, form):
        values = dict(form.cleaned_data)
        seen = values.pop("version")
        save = partial(guidelines.update_clause, by=request.user, clause=clause, seen=seen, **values)
        if try_action(form, Clause, save):
            messages.success(request, "Sparat.")
            return redirect(clause)
    return _form(request, form, f"Ändra {clause}", _crumbs(clause.guideline, "Ändra klausul"))


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def clause_delete(request, pk):
    """Take a clause out of a version that is not decided, after asking."""
    clause = _changeable(request, pk)
    if refused := refused_as_locked(request, clause.guideline):
        return refused
    form = StegetForm(posted_data(request))
    if request.method == "POST" and form.is_valid():
        try:
            guidelines.delete_clause(by=request.user, clause=clause)
        except ValidationError as error:
            show_errors(form, error)
        else:
            messages.success(request, f"{clause.title} är borttagen. Historiken visar att den har funnits.")
            return redirect(clause.guideline)
    context = {
        "form": form,
        "heading": f"Ta bort klausulen {clause.title}?",
        "consequence": f"Klausulen försvinner ur {clause.guideline}. I tidigare versioner finns den kvar.",
        "confirm_label": "Ta bort klausulen",
        "cancel_url": clause.get_absolute_url(),
        "breadcrumbs": _crumbs(clause.guideline, "Ta bort klausul"),
    }
    return render_page(request, "_parts/confirm_page.html", context)


def _saves(request, form) -> bool:
    """Whether the form is to be saved. The other button only checks it, and says which variables the text has."""
    if request.method != "POST" or not form.is_valid():
        return False
    if "check" in request.POST:
        names = [f"{{{name}}}" for name in variables(form.cleaned_data["text"])]
        messages.info(request, CHECKED.format(names=listed(names)) if names else CHECKED_EMPTY)
        return False
    return True


def _visible(request, pk) -> Clause:
    rows = Clause.objects.visible_to(request.user, VIEW).select_related("guideline__organisation")
    return get_object_or_404(rows, pk=pk)


def _changeable(request, pk) -> Clause:
    rows = Clause.objects.visible_to(request.user, CHANGE).select_related("guideline__organisation")
    return get_object_or_404(rows, pk=pk)


def _form(request, form, heading, breadcrumbs):
    context = {"form": form, "heading": heading, "breadcrumbs": breadcrumbs, "lead": ""}
    return render_page(request, "_parts/form_page.html", context)


def _crumbs(guideline: GuidelineVersion, here: str):
    return overview.crumbs((guideline.title, guideline.get_absolute_url()), (here, None))
