"""The pages of what a procurement is made of: authorities that take part, lots, and options to extend its contracts."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from apps.core.form_errors import show_errors, try_action
from apps.core.formats import iso_date
from apps.core.forms import StegetForm
from apps.core.pages import posted_data, render_page
from apps.procurements import crumbs, options, structure, structure_forms
from apps.procurements.models import Contract, ExtensionOption, Lot, Procurement, ProcurementParty

CHANGE = "procurements.change_procurement"


@permission_required(CHANGE, raise_exception=True)
def party_create(request, pk):
    """Add an authority to a joint procurement."""
    procurement = _procurement(request, pk)
    circumstances = {"procurement": procurement, "left": structure.lead_share(procurement)}
    form = _fresh(request, structure_forms.PartyCreateForm, procurement, **circumstances)
    save = partial(structure.create_party, by=request.user, procurement=procurement)
    return _edit(request, form, procurement, save, "Lägg till myndighet")


@permission_required(CHANGE, raise_exception=True)
def party_update(request, pk):
    """Change an authority's department, case number or share."""
    party = _party(request, pk)
    circumstances = {"procurement": party.procurement, "left": structure.lead_share(party.procurement, party.pk)}
    form = _filled(request, structure_forms.PartyUpdateForm, party, party.procurement, **circumstances)
    save = partial(structure.update_party, by=request.user, party=party)
    return _edit(request, form, party.procurement, save, f"Ändra {party}")


@permission_required(CHANGE, raise_exception=True)
def party_delete(request, pk):
    """Take an authority out of the procurement, after asking."""
    party = _party(request, pk)
    consequence = f"{party} är inte längre med i upphandlingen och kan inte längre läsa den."
    delete = partial(structure.delete_party, by=request.user, party=party)
    return _delete(request, party.procurement, delete, f"{party}", consequence, "Ta bort myndigheten")


@permission_required(CHANGE, raise_exception=True)
def lot_create(request, pk):
    """Add a lot to a procurement."""
    procurement = _procurement(request, pk)
    form = _fresh(request, structure_forms.LotCreateForm, procurement)
    save = partial(structure.create_lot, by=request.user, procurement=procurement)
    return _edit(request, form, procurement, save, "Lägg till anbudsområde")


@permission_required(CHANGE, raise_exception=True)
def lot_update(request, pk):
    """Change a lot."""
    lot = _lot(request, pk)
    form = _filled(request, structure_forms.LotUpdateForm, lot, lot.procurement)
    save = partial(structure.update_lot, by=request.user, lot=lot)
    return _edit(request, form, lot.procurement, save, f"Ändra anbudsområdet {lot}")


@permission_required(CHANGE, raise_exception=True)
def lot_delete(request, pk):
    """Take away a lot, after asking; one with contracts stays."""
    lot = _lot(request, pk)
    consequence = "Anbudsområdet försvinner från upphandlingen. Historiken visar att det har funnits."
    delete = partial(structure.delete_lot, by=request.user, lot=lot)
    return _delete(request, lot.procurement, delete, f"anbudsområdet {lot}", consequence, "Ta bort anbudsområdet")


@permission_required(CHANGE, raise_exception=True)
def option_create(request, pk):
    """Add an option to extend a contract."""
    contract = get_object_or_404(_contracts(request), pk=pk)
    form = _fresh(request, structure_forms.OptionCreateForm, contract)
    save = partial(options.create_option, by=request.user, contract=contract, today=timezone.localdate())
    return _edit(request, form, contract, save, "Lägg till förlängning")


@permission_required(CHANGE, raise_exception=True)
def option_update(request, pk):
    """Change an option, or say whether it was called."""
    option = _option(request, pk)
    form = _filled(request, structure_forms.OptionUpdateForm, option, option.contract)
    save = partial(options.update_option, by=request.user, option=option, today=timezone.localdate())
    return _edit(request, form, option.contract, save, f"Ändra {option}")


@permission_required(CHANGE, raise_exception=True)
def option_delete(request, pk):
    """Take away an option, after asking; one that is called stays."""
    option = _option(request, pk)
    consequence = "Rätten att förlänga försvinner från avtalet. Historiken visar att den har funnits."
    delete = partial(options.delete_option, by=request.user, option=option)
    return _delete(request, option.contract, delete, f"{option}", consequence, "Ta bort förlängningen")


@require_POST
@permission_required(CHANGE, raise_exception=True)
def option_reopen(request, pk):
    """Take the decision about an option back."""
    option = _option(request, pk)
    try:
        reopened = options.reopen_option(by=request.user, option=option)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        end = iso_date(reopened.contract.ends_on)
        messages.success(request, f"Ångrat. Förlängningen är inte beslutad, och avtalet slutar {end}.")
    return redirect(option.contract)


def _fresh(request, form_class, owner, **circumstances):
    return form_class(posted_data(request), cancel_url=owner.get_absolute_url(), **circumstances)


def _filled(request, form_class, row: Model, owner, **circumstances):
    initial = form_class.initial_from(row)
    return form_class(posted_data(request), initial=initial, cancel_url=owner.get_absolute_url(), **circumstances)


def _edit(request, form: forms.ModelForm, owner: Procurement | Contract, save: Callable[..., Any], heading: str):
    """A form of something under the owner: saved with what it holds, or shown with what is wrong."""
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        if "version" in values:
            values["seen"] = values.pop("version")
        if try_action(form, form._meta.model, partial(save, **values)):
            messages.success(request, "Sparat.")
            return redirect(owner)
    lead = owner.title if isinstance(owner, Procurement) else f"Avtalet {owner.name}"
    context = {"form": form, "heading": heading, "lead": lead, "breadcrumbs": crumbs.of_owner(owner, heading)}
    return render_page(request, "_parts/form_page.html", context | {"shown": owner})


def _delete(request, owner, delete: Callable[[], None], what: str, consequence: str, label: str):
    """Ask, then delete; what is refused is said on the same page."""
    form = StegetForm()
    if request.method == "POST":
        form = StegetForm(request.POST)
        try:
            delete()
        except ValidationError as error:
            form.is_valid()
            show_errors(form, error)
        else:
            messages.success(request, f"Borttaget: {what}. Historiken visar att det har funnits.")
            return redirect(owner)
    context = {
        "form": form,
        "heading": f"Ta bort {what}?",
        "consequence": consequence,
        "confirm_label": label,
        "cancel_url": owner.get_absolute_url(),
        "breadcrumbs": crumbs.of_owner(owner, label),
        "shown": owner,
    }
    return render_page(request, "_parts/confirm_page.html", context)


def _procurement(request, pk) -> Procurement:
    rows = Procurement.objects.visible_to(request.user, CHANGE).select_related("organisation")
    return get_object_or_404(rows, pk=pk)


def _party(request, pk) -> ProcurementParty:
    rows = ProcurementParty.objects.visible_to(request.user, CHANGE)
    return get_object_or_404(rows.select_related("procurement__organisation", "organisation"), pk=pk)


def _lot(request, pk) -> Lot:
    procurements = Procurement.objects.visible_to(request.user, CHANGE)
    return get_object_or_404(Lot.objects.filter(procurement__in=procurements).select_related("procurement"), pk=pk)


def _contracts(request):
    return Contract.objects.visible_to(request.user, CHANGE).select_related("procurement")


def _option(request, pk) -> ExtensionOption:
    rows = ExtensionOption.objects.filter(contract__in=Contract.objects.visible_to(request.user, CHANGE))
    return get_object_or_404(rows.select_related("contract__procurement"), pk=pk)
