"""The pages on which a requirement is set, in two steps, changed, taken away and copied as text."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.procurements import clause_document as word
from apps.procurements import crumbs, kind_starts, requirement_forms, requirement_notes, requirements
from apps.procurements.models import Clause, Contract, GuidelineVersion, Procurement, Requirement
from apps.procurements.requirement_forms import Choice, ChoiceForm
from apps.procurements.requirement_words import filled

VIEW, CHANGE = "procurements.view_procurement", "procurements.change_procurement"
NO_CLAUSES = "Organisationen har ingen beslutad riktlinje med klausuler, så kravet ställs utan klausul."


@permission_required(CHANGE, raise_exception=True)
def requirement_create(request, pk):
    """Set a requirement on a contract."""
    contract = get_object_or_404(Contract.objects.visible_to(request.user, CHANGE).select_related("procurement"), pk=pk)
    return _create(request, contract, Requirement(procurement=contract.procurement, contract=contract))


@permission_required(CHANGE, raise_exception=True)
def procurement_requirement_create(request, pk):
    """Set a requirement in a procurement's documents."""
    procurement = get_object_or_404(Procurement.objects.visible_to(request.user, CHANGE), pk=pk)
    return _create(request, procurement, Requirement(procurement=procurement))


@permission_required(CHANGE, raise_exception=True)
def requirement_update(request, pk):
    """Change a requirement."""
    requirement = _requirement(request, pk, CHANGE)
    owner, clauses = _owner(requirement), _clauses(requirement)
    heading = f"Ändra kravet {requirement}"
    own = Choice(requirement.clause, requirement.model, requirement.kind)
    choice = _chosen(request, clauses) or own
    if "byt" in request.GET:
        return _choose(request, requirement, clauses, heading, own)
    form = requirement_forms.RequirementUpdateForm(
        posted_data(request),
        initial=requirement_forms.RequirementUpdateForm.initial_from(requirement),
        **_circumstances(requirement, choice),
    )
    if _saves(request) and form.is_valid():
        values = {"requirement": requirement, "seen": form.cleaned_data["version"], **form.values}
        values["today"] = timezone.localdate()
        if try_action(form, Requirement, partial(requirements.update_requirement, by=request.user, **values)):
            messages.success(request, "Sparat.")
            return redirect(owner)
    return _details(request, requirement, form, heading)


@permission_required(CHANGE, raise_exception=True)
def requirement_delete(request, pk):
    """Take away a requirement, after asking."""
    requirement = _requirement(request, pk, CHANGE)
    owner = _owner(requirement)
    if request.method == "POST":
        requirements.delete_requirement(by=request.user, requirement=requirement)
        messages.success(request, f"Kravet {requirement} är borttaget. Historiken visar att det har funnits.")
        return redirect(owner)
    context = {
        "heading": f"Ta bort kravet {requirement}?",
        "consequence": requirement_notes.consequence(requirement),
        "confirm_label": "Ta bort kravet",
        "cancel_url": owner.get_absolute_url(),
        "breadcrumbs": crumbs.of_owner(owner, "Ta bort krav"),
    }
    return render_page(request, "_parts/confirm_page.html", context)


@require_safe
@permission_required(VIEW, raise_exception=True)
def requirement_text(request, pk):
    """The text of a requirement's clause, to copy into the documents."""
    requirement = _requirement(request, pk, VIEW)
    context = {
        "requirement": requirement,
        "missing": requirement_notes.missing(requirement),
        "heading": f"Klausulens text för {requirement}",
        "breadcrumbs": crumbs.of_requirement(requirement, "Klausulens text"),
    }
    return render_page(request, "procurements/requirement_text.html", context)


@require_safe
@permission_required(VIEW, raise_exception=True)
def requirement_document(request, pk):
    """The text of a requirement's clause as a Word document; one without a text has no document."""
    requirement = _requirement(request, pk, VIEW)
    if not requirement.clause_text:
        raise Http404
    procurement, clause = requirement.procurement, requirement.clause
    content = word.clause_document(
        requirement.clause_text,
        title=clause.title if clause else f"Krav: {requirement}",
        procurement=procurement.title,
        case_number=procurement.case_number,
        guideline=clause.guideline.title if clause else "",
        organisation=str(procurement.organisation),
        on=timezone.localdate(),
        is_draft=clause is not None and clause.is_draft,
    )
    name = f"Krav {procurement.case_number or procurement.title} {requirement}.docx"
    disposition = content_disposition_header(True, name)
    return HttpResponse(content, content_type=word.CONTENT_TYPE, headers={"Content-Disposition": disposition})


def _create(request, owner, requirement: Requirement):
    """Both steps for a new requirement of the owner, a contract or a procurement."""
    heading = "Ställ krav" if requirement.contract else "Ställ krav i upphandlingen"
    clauses = _clauses(requirement)
    choice = _chosen(request, clauses)
    if choice is None:
        return _choose(request, requirement, clauses, heading)
    form = requirement_forms.RequirementCreateForm(posted_data(request), **_circumstances(requirement, choice))
    if _saves(request) and form.is_valid():
        place = {"procurement": requirement.procurement, "contract": requirement.contract}
        values = {"token": form.cleaned_data["token"], "today": timezone.localdate(), **place, **form.values}
        save = partial(requirements.create_requirement, by=request.user, **values)
        if made := try_action(form, Requirement, save):
            messages.success(request, requirement_notes.saved(made))
            return redirect(owner)
    return _details(request, requirement, form, heading)


def _choose(request, requirement: Requirement, clauses: list[Clause], heading: str, own: Choice | None = None):
    """The first step: which clause or model. It leads on to the second by an address, and saves nothing."""
    owner = _owner(requirement)
    initial = {"clause": own.clause.pk if own.clause else requirement_forms.WITHOUT} if own else {}
    initial |= {"model": own.model, "kind": own.kind} if own else {}
    form = ChoiceForm(posted_data(request), clauses=clauses, initial=initial, cancel_url=owner.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        if not (sentence := _not_yet(requirement, form.choice.kind)):
            return redirect(request.path + form.choice.query)
        form.add_error("kind", sentence)
    context = {
        "form": form,
        "heading": heading,
        "lead": requirement_notes.lead(owner) + ("" if clauses else f" {NO_CLAUSES}"),
        "breadcrumbs": crumbs.of_owner(owner, heading),
        "shown": owner,
    }
    return render_page(request, "_parts/form_page.html", context)


def _details(request, requirement: Requirement, form, heading: str):
    """The second step, with what the law says of the choice, and the clause's text when it was asked for."""
    owner, choice, preview = _owner(requirement), form.choice, None
    if "preview" in request.POST and form.is_valid():
        fields = {
            name: value for name, value in form.values.items() if name in requirement_forms.RequirementForm.Meta.fields
        }
        place = {"procurement": requirement.procurement, "contract": requirement.contract}
        preview = filled(Requirement(**place, **fields | choice.values))
    context = {
        "form": form,
        "choice": choice,
        "chosen": requirement_notes.chosen(choice),
        "notes": requirement_notes.notes(requirement, choice, timezone.localdate()),
        "preview": preview,
        "heading": heading,
        "lead": requirement_notes.lead(owner),
        "breadcrumbs": crumbs.of_owner(owner, heading),
        "shown": owner,
    }
    return render_page(request, "procurements/requirement_form.html", context)


def _saves(request) -> bool:
    return request.method == "POST" and "preview" not in request.POST


def _circumstances(requirement: Requirement, choice: Choice) -> dict:
    """What the second form must know: the choice, whether the requirement comes late, and where Avbryt leads."""
    contract = requirement.contract
    return {
        "choice": choice,
        "is_late": bool(requirement_notes.why_late(requirement)),
        "has_decision": bool(contract and contract.no_requirement_on),
        "cancel_url": _owner(requirement).get_absolute_url(),
    }


def _chosen(request, clauses: list[Clause]) -> Choice | None:
    """The first step's answer in the address, None when there is none or it is not one of those offered."""
    if "modell" not in request.GET and "klausul" not in request.GET:
        return None
    offered = {requirement_forms.WITHOUT, *(str(clause.pk) for clause in clauses)}
    form = ChoiceForm(answer := ChoiceForm.from_query(request.GET), clauses=clauses, cancel_url="")
    return form.choice if answer["clause"] in offered and form.is_valid() else None


def _clauses(requirement: Requirement) -> list[Clause]:
    """The clauses of the guideline the procurement is held to, and the one the requirement follows already."""
    procurement = requirement.procurement
    in_force = GuidelineVersion.objects.in_force(procurement.organisation, timezone.localdate())
    guideline = procurement.guideline or in_force
    found = list(guideline.clauses.all()) if guideline else []
    own = requirement.clause
    return found if own is None or own in found else [own, *found]


def _not_yet(requirement: Requirement, kind: str) -> str:
    """Why the kind may not be asked for here yet; empty when it may, or when the requirement has it already."""
    if kind == requirement.kind:
        return ""
    return kind_starts.refusal(requirement.procurement, requirement.contract, kind, timezone.localdate())


def _owner(requirement: Requirement) -> Contract | Procurement:
    return requirement.contract or requirement.procurement


def _requirement(request, pk, perm) -> Requirement:
    rows = Requirement.objects.visible_to(request.user, perm)
    rows = rows.select_related("contract__procurement", "procurement__organisation", "clause__guideline")
    return get_object_or_404(rows, pk=pk)
