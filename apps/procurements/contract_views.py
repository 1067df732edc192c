"""The pages of contracts and of the decision about their social requirement."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts import saved_filters
from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.lists import ListPage, list_response
from apps.core.pages import posted_data, render_page
from apps.core.panels import panels
from apps.procurements import (
    columns,
    contract_cards,
    contracts,
    crumbs,
    overview,
    queries,
    requirement_cards,
    requirements,
)
from apps.procurements import contract_forms as forms
from apps.procurements.filters import ContractFilter
from apps.procurements.models import Contract, Procurement

VIEW, CHANGE = "procurements.view_procurement", "procurements.change_procurement"
SHOWN_WITH = ("procurement__organisation", "framework", "lot", "no_requirement_by")


@require_safe
@permission_required(VIEW, raise_exception=True)
def contract_list(request):
    """The active organisation's contracts with suppliers and what is decided about requirements."""
    organisation = require(request, VIEW)
    page = list_response(
        request,
        queries.listed_contracts().visible_to(request.user, VIEW).of(organisation),
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
    context = {
        "list": page,
        "may_change": may_change,
        "saved_filters": saved_filters.shown(request, "contract_list"),
        "panels": panels("procurement_list", request, organisation),
    }
    return render_page(request, "procurements/contract_list.html", context)


@require_safe
@permission_required(VIEW, raise_exception=True)
def contract_detail(request, pk):
    """A contract: its suppliers, what they have promised, and what upper apps know of it."""
    rows = queries.listed_contracts().visible_to(request.user, VIEW)
    get_object_or_404(rows, pk=pk)
    (contract,) = overview.decorated(rows.select_related(*SHOWN_WITH).filter(pk=pk))
    may_change = Contract.objects.visible_to(request.user, CHANGE).filter(pk=pk).exists()
    context = {
        "contract": contract,
        "facts": contract_cards.facts(contract),
        "warnings": contract_cards.warnings(contract),
        "requirement_rows": requirement_cards.rows(_requirements(contract)),
        "suppliers": contract_cards.suppliers(contract),
        "call_offs": contract_cards.call_offs(contract),
        "options": contract_cards.options(contract),
        "register_facts": overview.register_facts(contract) if may_change else [],
        "may_change": may_change,
        "panels": panels("contract", request, contract),
        "breadcrumbs": crumbs.of_procurement(contract.procurement, (contract.name, None)),
    }
    return render_page(request, "procurements/contract_detail.html", context)


@permission_required(CHANGE, raise_exception=True)
def contract_create(request, pk):
    """Add a contract under a procurement."""
    procurement = get_object_or_404(Procurement.objects.visible_to(request.user, CHANGE), pk=pk)
    form = _contract_form(request, forms.ContractCreateForm, procurement, procurement.get_absolute_url())
    if _saves(request) and form.is_valid():
        values = {"procurement": procurement, "today": timezone.localdate(), **form.cleaned_data}
        if contract := try_action(form, Contract, partial(contracts.create_contract, by=request.user, **values)):
            return _saved(request, contract)
    return _form(request, form, "Lägg till avtal", crumbs.of_procurement(procurement, ("Lägg till avtal", None)))


@permission_required(CHANGE, raise_exception=True)
def contract_update(request, pk):
    """Change a contract and its suppliers."""
    contract = _changeable(request, pk)
    initial = forms.ContractUpdateForm.initial_from(contract)
    cancel_url = contract.get_absolute_url()
    form = _contract_form(request, forms.ContractUpdateForm, contract.procurement, cancel_url, initial)
    if _saves(request) and form.is_valid():
        values = {"contract": contract, "today": timezone.localdate(), **form.cleaned_data}
        values["seen"] = values.pop("version")
        if saved := try_action(form, Contract, partial(contracts.update_contract, by=request.user, **values)):
            return _saved(request, saved)
    return _form(request, form, f"Ändra avtalet {contract.name}", crumbs.of_contract(contract, "Ändra"))


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
    return _form(request, form, "Inget krav på avtalet", crumbs.of_contract(contract, "Inget krav"), lead)


def _saves(request) -> bool:
    return request.method == "POST" and "search" not in request.POST


def _saved(request, contract: Contract):
    """Back to the contract, with what is left to decide."""
    is_decided = contract.no_requirement_on or contract.requirements.exists()
    messages.success(request, "Sparat." if is_decided else "Sparat. Besluta nu om avtalet ska ha krav.")
    return redirect(contract)


def _requirements(contract: Contract):
    return contract.requirements.select_related("clause", "contract", "procurement")


def _contract_form(request, form_class, procurement, cancel_url, initial=None):
    """The bound or fresh form; a search for a supplier gives it back unchecked."""
    who = {"user": request.user, "procurement": procurement, "cancel_url": cancel_url}
    if request.method == "POST" and not _saves(request):
        form, sentence = forms.searched(form_class, request.POST, **who)
        if sentence:
            messages.info(request, sentence)
        return form
    return form_class(posted_data(request), initial=initial, **who)


def _changeable(request, pk) -> Contract:
    rows = Contract.objects.visible_to(request.user, CHANGE).select_related("procurement")
    return get_object_or_404(rows, pk=pk)


def _form(request, form, heading, breadcrumbs, lead=""):
    context = {"form": form, "heading": heading, "breadcrumbs": breadcrumbs, "lead": lead}
    return render_page(request, "_parts/form_page.html", context)
