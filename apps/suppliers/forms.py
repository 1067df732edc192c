"""Shape of the supplier forms."""

from django import forms

from apps.core.actions import version_of
from apps.core.forms import StegetForm, StegetModelForm, form_helper, once_token, version_field
from apps.core.lists import FilterForm
from apps.core.personal_numbers import refuse_personal_number
from apps.suppliers.models import Supplier, SupplierAlias, SupplierContact


class SupplierFilter(FilterForm):
    """Search and filters of the supplier list. The rows carry `contract_count`."""

    q = forms.CharField(label="Namn eller organisationsnummer", required=False, max_length=200)
    has_contracts = forms.BooleanField(label="Har avtal här", required=False)
    is_sole_trader = forms.BooleanField(label="Enskild näringsidkare", required=False)

    def apply(self, rows):
        rows, chosen = super().apply(rows), self.chosen()
        if "has_contracts" in chosen:
            rows = rows.filter(contract_count__gt=0)
        return rows.filter(is_sole_trader=True) if "is_sole_trader" in chosen else rows

    def chip_text(self, name, value):
        return str(self[name].label) if value is True else super().chip_text(name, value)


class SupplierForm(StegetForm):
    """A company. The number is free text: the action reads the ways people write it."""

    name = forms.CharField(label="Namn", max_length=200, validators=[refuse_personal_number])
    org_number = forms.CharField(
        label="Organisationsnummer",
        required=False,
        max_length=40,
        help_text="Tio siffror, till exempel 559999-0131. En enskild näringsidkares nummer är ett personnummer: "
        "det sparas inte.",
    )
    is_sole_trader = forms.BooleanField(label="Enskild näringsidkare", required=False)

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara leverantören", cancel_url=cancel_url)


class SupplierCreateForm(SupplierForm):
    token = once_token()


class SupplierUpdateForm(SupplierForm):
    version = version_field()

    @staticmethod
    def initial_from(supplier: Supplier) -> dict:
        return {
            "name": supplier.name,
            "org_number": supplier.number if supplier.org_number else "",
            "is_sole_trader": supplier.is_sole_trader,
            "version": version_of(supplier),
        }


class AliasForm(StegetModelForm):
    """Another name of the company."""

    class Meta:
        model = SupplierAlias
        fields = ["name"]
        help_texts = {"name": "Ett namn som företaget har i fakturor, register eller statistik."}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].validators.append(refuse_personal_number)
        self.helper = form_helper("Lägg till namnet", cancel_url=cancel_url)


class ContactForm(StegetModelForm):
    """A person at the company."""

    class Meta:
        model = SupplierContact
        fields = ["name", "role", "email", "phone"]

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("name", "role", "phone"):
            self.fields[name].validators.append(refuse_personal_number)
        self.helper = form_helper("Spara kontaktpersonen", cancel_url=cancel_url)


class ContactCreateForm(ContactForm):
    token = once_token()


class ContactUpdateForm(ContactForm):
    version = version_field()

    @staticmethod
    def initial_from(contact: SupplierContact) -> dict:
        return forms.model_to_dict(contact, ContactForm.Meta.fields) | {"version": version_of(contact)}
