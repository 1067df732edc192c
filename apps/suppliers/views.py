"""The pages of the company register."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.lists import Column, ListPage, list_response
from apps.core.pages import posted_data, render_page
from apps.core.panels import panels
from apps.suppliers import actions, forms, queries
from apps.suppliers.models import Supplier, SupplierAlias, SupplierContact

VIEW, CHANGE = "suppliers.view_supplier", "suppliers.change_supplier"
CONTACTS = "suppliers.change_contact"
NUMBER_NOT_KEPT = (
    "Sparat som enskild näringsidkare. Numret är ett personnummer och har inte sparats. "
    "Leverantören känns igen på namnet."
)
COLUMNS = [
    Column("name", "Namn", lambda row: row.name, ("sort_key",), url=lambda row: row.get_absolute_url()),
    Column("number", "Organisationsnummer", lambda row: row.number, ("org_number",)),
    Column("contracts", "Avtal", lambda row: row.contract_count, ("contract_count",), "number"),
]


@require_safe
@permission_required(VIEW, raise_exception=True)
def supplier_list(request):
    """The register, with how many contracts each company has in the active organisation."""
    organisation = require(request, VIEW)
    page = list_response(
        request,
        Supplier.objects.visible_to(request.user, VIEW).with_contract_count(request.user, organisation),
        columns=COLUMNS,
        form=forms.SupplierFilter(request.GET),
        default_sort="name",
        caption="Leverantörer",
        one="leverantör",
        filename="leverantorer",
    )
    if not isinstance(page, ListPage):
        return page
    may_change = request.user.has_perm(CHANGE, organisation)
    return render_page(request, "suppliers/supplier_list.html", {"list": page, "may_change": may_change})


@require_safe
@permission_required(VIEW, raise_exception=True)
def supplier_detail(request, pk):
    """A company with its names, the organisation's own contacts, and what upper apps know of it."""
    supplier = get_object_or_404(Supplier.objects.visible_to(request.user, VIEW), pk=pk)
    contacts = SupplierContact.objects.visible_to(request.user, CONTACTS).filter(supplier=supplier)
    may_keep_contacts = request.organisation and request.user.has_perm(CONTACTS, request.organisation)
    context = {
        "supplier": supplier,
        "aliases": supplier.aliases.all(),
        "contacts": contacts.filter(organisation=request.organisation),
        "may_change": request.user.has_perm(CHANGE),
        "may_keep_contacts": may_keep_contacts,
        "panels": panels("supplier", request, supplier),
        "breadcrumbs": _crumbs(supplier),
    }
    return render_page(request, "suppliers/supplier_detail.html", context)


@permission_required(CHANGE, raise_exception=True)
def supplier_create(request):
    """Add a company; a known number leads to the company that has it."""
    form = forms.SupplierCreateForm(posted_data(request), cancel_url=reverse("supplier_list"))
    if request.method == "POST" and form.is_valid():
        save = partial(actions.create_supplier, by=request.user, **form.cleaned_data)
        if supplier := try_action(form, Supplier, save):
            return _saved_supplier(request, supplier, form, f"{supplier} är tillagd.")
    return _supplier_form(request, form, "Lägg till leverantör", [*_crumbs(), ("Lägg till", None)])


@permission_required(CHANGE, raise_exception=True)
def supplier_update(request, pk):
    """Change a company's name or number."""
    supplier = get_object_or_404(Supplier.objects.visible_to(request.user, CHANGE), pk=pk)
    form = forms.SupplierUpdateForm(
        posted_data(request),
        initial=forms.SupplierUpdateForm.initial_from(supplier),
        cancel_url=supplier.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        seen = values.pop("version")
        save = partial(actions.update_supplier, by=request.user, supplier=supplier, seen=seen, **values)
        if try_action(form, Supplier, save):
            return _saved_supplier(request, supplier, form, "Sparat.")
    return _supplier_form(request, form, f"Ändra {supplier}", _crumbs(supplier, "Ändra"), pk)


@permission_required(CHANGE, raise_exception=True)
def supplier_alias_create(request, pk):
    """Add another name of a company."""
    supplier = get_object_or_404(Supplier.objects.visible_to(request.user, CHANGE), pk=pk)
    form = forms.AliasForm(posted_data(request), cancel_url=supplier.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        save = partial(actions.create_alias, by=request.user, supplier=supplier, **form.cleaned_data)
        if alias := try_action(form, SupplierAlias, save):
            messages.success(request, f"Sparat. {supplier} hittas nu även som {alias}.")
            return redirect(supplier)
    return _form(request, form, f"Lägg till ett annat namn på {supplier}", _crumbs(supplier, "Annat namn"))


@permission_required(CHANGE, raise_exception=True)
def supplier_alias_delete(request, pk):
    """Take away another name, after asking."""
    rows = SupplierAlias.objects.filter(supplier__in=Supplier.objects.visible_to(request.user, CHANGE))
    alias = get_object_or_404(rows.select_related("supplier"), pk=pk)
    if request.method == "POST":
        actions.delete_alias(by=request.user, alias=alias)
        messages.success(request, f"Namnet {alias.name} är borttaget.")
        return redirect(alias.supplier)
    consequence = f"{alias.supplier} hittas inte längre när någon söker på ”{alias}”. Avtalen påverkas inte."
    return _confirm(request, alias, f"Ta bort namnet {alias}?", consequence, "Ta bort namnet")


@permission_required(CONTACTS, raise_exception=True)
def supplier_contact_create(request, pk):
    """Record a person at a company for the active organisation."""
    organisation = require(request, CONTACTS)
    supplier = get_object_or_404(Supplier.objects.visible_to(request.user, VIEW), pk=pk)
    form = forms.ContactCreateForm(posted_data(request), cancel_url=supplier.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        place = {"supplier": supplier, "organisation": organisation}
        save = partial(actions.create_contact, by=request.user, **place, **form.cleaned_data)
        if contact := try_action(form, SupplierContact, save):
            messages.success(request, f"Sparat. {contact} är kontaktperson hos {supplier}.")
            return redirect(supplier)
    lead = f"Kontaktpersonen syns bara för {organisation}."
    return _form(request, form, f"Lägg till kontaktperson hos {supplier}", _crumbs(supplier, "Kontaktperson"), lead)


@permission_required(CONTACTS, raise_exception=True)
def supplier_contact_update(request, pk):
    """Change a contact of an organisation in which the user keeps contacts."""
    contact = _contact(request, pk)
    form = forms.ContactUpdateForm(
        posted_data(request),
        initial=forms.ContactUpdateForm.initial_from(contact),
        cancel_url=contact.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        seen = values.pop("version")
        save = partial(actions.update_contact, by=request.user, contact=contact, seen=seen, **values)
        if try_action(form, SupplierContact, save):
            messages.success(request, "Sparat.")
            return redirect(contact.supplier)
    return _form(request, form, f"Ändra {contact}", _crumbs(contact.supplier, "Kontaktperson"))


@permission_required(CONTACTS, raise_exception=True)
def supplier_contact_delete(request, pk):
    """Take away a contact, after asking."""
    contact = _contact(request, pk)
    if request.method == "POST":
        actions.delete_contact(by=request.user, contact=contact)
        messages.success(request, f"{contact.name} är borttagen som kontaktperson.")
        return redirect(contact.supplier)
    consequence = f"Namn, e-postadress och telefonnummer tas bort från {contact.supplier}."
    return _confirm(request, contact, f"Ta bort kontaktpersonen {contact}?", consequence, "Ta bort kontaktpersonen")


def _contact(request, pk):
    rows = SupplierContact.objects.visible_to(request.user, CONTACTS).select_related("supplier")
    return get_object_or_404(rows, pk=pk)


def _saved_supplier(request, supplier, form, text):
    if form.cleaned_data["org_number"] and not queries.has_number(supplier):
        messages.warning(request, NUMBER_NOT_KEPT)
    else:
        messages.success(request, text)
    return redirect(supplier)


def _supplier_form(request, form, heading, breadcrumbs, pk=None):
    known = queries.supplier_with_number(form["org_number"].value(), apart_from=pk) if form.errors else None
    context = {"form": form, "heading": heading, "breadcrumbs": breadcrumbs, "known": known}
    return render_page(request, "suppliers/supplier_form.html", context)


def _form(request, form, heading, breadcrumbs, lead=""):
    context = {"form": form, "heading": heading, "breadcrumbs": breadcrumbs, "lead": lead}
    return render_page(request, "_parts/form_page.html", context)


def _confirm(request, row, heading, consequence, confirm_label):
    context = {
        "shown": row,
        "heading": heading,
        "consequence": consequence,
        "confirm_label": confirm_label,
        "cancel_url": row.supplier.get_absolute_url(),
        "breadcrumbs": _crumbs(row.supplier, "Ta bort"),
    }
    return render_page(request, "_parts/confirm_page.html", context)


def _crumbs(supplier=None, here=None):
    crumbs = [("Leverantörer", reverse("supplier_list"))]
    if supplier:
        crumbs.append((str(supplier), supplier.get_absolute_url() if here else None))
    return [*crumbs, (here, None)] if here else crumbs
