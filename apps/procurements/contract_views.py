"""The pages of contracts and of the decision about their social requirement."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.lists import ListPage, list_response
from apps.core.pages import posted_data, render_page
from apps.core.panels import panels
from apps.procurements import actions, columns, forms, overview, queries, requirements
from apps.procurements.filters import ContractFilter
from apps.procurements.models import Contract, Procurement, Requirement

VIEW, CHANGE = "procurements.view_procurement", "procurements.change_procurement"


@require_safe
@permission_required(VIEW, raise_exception=True)
def contract_list(request):
    """The active organisation's contracts with suppliers and what is decided about requirements."""
    organisation = require(request, VIEW)
    rows = Contract.objects.visible_to(request.user, VIEW).filter(organisation=organisation)
    page = list_response(
        request,
        queries.listed_contracts(rows),
        columns=columns.CONTRACTS,
        form=ContractFilter(request.GET, organisation=organisation, today=timezone.localdate()),
        default_sort="procurement",
        caption="Avtal",
        one="avtal",
        filename="avtal",
    )
    if not isinstance(page, ListPage):
        return page
    may_change = request.user.has_perm(CHANGE, organisation)
    context = {"list": page, "may_change": may_change, "panels": panels("procurement_list", request, organisation)}
    return render_page(request, "procurements/contract_list.html", context)


@require_safe
@permission_required(VIEW, raise_exception=True)
def contract_detail(request, pk):
    """A contract: its suppliers, what they have promised, and what upper apps know of it."""
    rows = queries.listed_contracts(Contract.objects.visible_to(request.user, VIEW))
    get_object_or_404(rows, pk=pk)
    (contract,) = overview.decorated(rows.select_related("procurement", "no_requirement_by").filter(pk=pk))
    may_change = Contract.objects.visible_to(request.user, CHANGE).filter(pk=pk).exists()
    context = {
        "contract": contract,
        "facts": overview.contract_facts(contract),
        "register_facts": overview.register_facts(contract) if may_change else [],
        "may_change": may_change,
        "panels": panels("contract", request, contract),
        "breadcrumbs": _crumbs(contract.procurement, (contract.name, None)),
    }
    return render_page(request, "procurements/contract_detail.html", context)


@permission_required(CHANGE, raise_exception=True)
def contract_create(request, pk):
    """Add a contract under a procurement."""
    procurement = get_object_or_404(Procurement.objects.visible_to(request.user, CHANGE), pk=pk)
    form = _contract_form(request, forms.ContractCreateForm, procurement.get_absolute_url())
    if _saves(request) and form.is_valid():
        save = partial(actions.create_contract, by=request.user, procurement=procurement, **form.cleaned_data)
        if contract := try_action(form, Contract, save):
            messages.success(request, "Sparat. Besluta nu om avtalet ska ha krav.")
            return redirect(contract)
    return _form(request, form, "Lägg till avtal", _crumbs(procurement, ("Lägg till avtal", None)))


@permission_required(CHANGE, raise_exception=True)
def contract_update(request, pk):
    """Change a contract and its suppliers."""
    contract = _changeable(request, pk)
    initial = forms.ContractUpdateForm.initial_from(contract)
    form = _contract_form(request, forms.ContractUpdateForm, contract.get_absolute_url(), initial)
    if _saves(request) and form.is_valid():
        values = dict(form.cleaned_data)
        seen = values.pop("version")
        save = partial(actions.update_contract, by=request.user, contract=contract, seen=seen, **values)
        if try_action(form, Contract, save):
            messages.success(request, "Sparat.")
            return redirect(contract)
    return _form(request, form, f"Ändra avtalet {contract.name}", _contract_crumbs(contract, "Ändra"))


@permission_required(CHANGE, raise_exception=True)
def contract_decline(request, pk):
    """Decide that a contract has no requirement, and say why."""
    contract, today = _changeable(request, pk), timezone.localdate()
    form = forms.DeclineForm(
        posted_data(request),
        initial={"reason": contract.no_requirement_reason, "on": contract.no_requirement_on or today},
        cancel_url=contract.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        values = {"contract": contract, "today": today, **form.cleaned_data}
        if try_action(form, Contract, partial(requirements.decline_requirement, by=request.user, **values)):
            messages.success(request, "Sparat. Avtalet har inget krav, med motiv.")
            return redirect(contract)
    lead = "Inget krav är ett beslut som ska motiveras. Motivet står på avtalet och i historiken."
    return _form(request, form, "Inget krav på avtalet", _contract_crumbs(contract, "Inget krav"), lead)


@permission_required(CHANGE, raise_exception=True)
def requirement_create(request, pk):
    """Set a requirement on a contract."""
    contract = _changeable(request, pk)
    form = forms.RequirementCreateForm(posted_data(request), contract=contract, cancel_url=contract.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        save = partial(requirements.create_requirement, by=request.user, contract=contract, **form.cleaned_data)
        if requirement := try_action(form, Requirement, save):
            messages.success(request, f"Sparat. Avtalet har kravet {requirement}.")
            return redirect(contract)
    lead = f"Avtalet {contract.name}, {contract.procurement}."
    if contract.no_requirement_on:
        lead += f" Det har beslutet inget krav, {contract.no_requirement_on}: {contract.no_requirement_reason}"
    return _form(request, form, "Ställ krav", _contract_crumbs(contract, "Ställ krav"), lead)


@permission_required(CHANGE, raise_exception=True)
def requirement_update(request, pk):
    """Change a requirement."""
    requirement = _requirement(request, pk)
    contract = requirement.contract
    form = forms.RequirementUpdateForm(
        posted_data(request),
        contract=contract,
        initial=forms.RequirementUpdateForm.initial_from(requirement),
        cancel_url=contract.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        seen = values.pop("version")
        save = partial(requirements.update_requirement, by=request.user, requirement=requirement, seen=seen, **values)
        if try_action(form, Requirement, save):
            messages.success(request, "Sparat.")
            return redirect(contract)
    return _form(request, form, f"Ändra kravet {requirement}", _contract_crumbs(contract, "Ändra krav"))


@permission_required(CHANGE, raise_exception=True)
def requirement_delete(request, pk):
    """Take away a requirement, after asking."""
    requirement = _requirement(request, pk)
    contract = requirement.contract
    if request.method == "POST":
        requirements.delete_requirement(by=request.user, requirement=requirement)
        messages.success(request, f"Kravet {requirement} är borttaget. Historiken visar att det har funnits.")
        return redirect(contract)
    context = {
        "heading": f"Ta bort kravet {requirement}?",
        "consequence": f"Kravet försvinner från avtalet {contract.name}. Utan krav ska avtalet ha ett motiv i stället.",
        "confirm_label": "Ta bort kravet",
        "cancel_url": contract.get_absolute_url(),
        "breadcrumbs": _contract_crumbs(contract, "Ta bort krav"),
    }
    return render_page(request, "_parts/confirm_page.html", context)


def _saves(request) -> bool:
    return request.method == "POST" and "search" not in request.POST


def _contract_form(request, form_class, cancel_url, initial=None):
    """The bound or fresh form; a search for a supplier gives it back unchecked."""
    if request.method == "POST" and not _saves(request):
        form, sentence = forms.searched(form_class, request.POST, user=request.user, cancel_url=cancel_url)
        if sentence:
            messages.info(request, sentence)
        return form
    return form_class(posted_data(request), initial=initial, user=request.user, cancel_url=cancel_url)


def _changeable(request, pk) -> Contract:
    rows = Contract.objects.visible_to(request.user, CHANGE).select_related("procurement")
    return get_object_or_404(rows, pk=pk)


def _requirement(request, pk) -> Requirement:
    rows = Requirement.objects.visible_to(request.user, CHANGE).select_related("contract__procurement")
    return get_object_or_404(rows, pk=pk)


def _form(request, form, heading, breadcrumbs, lead=""):
    context = {"form": form, "heading": heading, "breadcrumbs": breadcrumbs, "lead": lead}
    return render_page(request, "_parts/form_page.html", context)


def _crumbs(procurement, *rest):
    listed = ("Upphandlingar", reverse("procurement_list"))
    return [listed, (procurement.title, procurement.get_absolute_url()), *rest]


def _contract_crumbs(contract, here):
    return _crumbs(contract.procurement, (contract.name, contract.get_absolute_url()), (here, None))
