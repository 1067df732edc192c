"""Shape of the forms for authorities that take part, lots, and options to extend."""

from django import forms

from apps.accounts.models import Department, Organisation
from apps.core.actions import version_of
from apps.core.forms import MoneyField, StegetModelForm, form_helper, once_token, version_field
from apps.procurements.models import ExtensionOption, Lot, Procurement, ProcurementParty

MONEY_HINT = "Kronor utan moms, till exempel 1 900 000."


class PartyForm(StegetModelForm):
    """A further contracting authority: which one, its own ordering department and case number, and its share."""

    share_percent = forms.IntegerField(label="Andel av åtagandet, procent", min_value=0, max_value=100)

    class Meta:
        model = ProcurementParty
        fields = ["organisation", "department", "case_number", "share_percent"]
        help_texts = {"department": "Den som beställer hos myndigheten. Den samverkar med facken för sin del."}

    def __init__(self, *args, procurement: Procurement, left: int, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        lead = procurement.organisation
        others = Organisation.objects.filter(is_demo=lead.is_demo).exclude(pk=lead.pk)
        self.fields["organisation"].queryset = others
        department = self.fields["department"]
        mine = self.initial.get("department")
        theirs = Department.objects.filter(organisation__in=others).select_related("organisation")
        department.queryset = (theirs.filter(is_active=True) | theirs.filter(pk=mine)).order_by(
            "organisation__sort_key", "sort_key"
        )
        department.label_from_instance = lambda row: f"{row.organisation}: {row.name}"
        self.fields["share_percent"].help_text = f"{left} procent återstår. Det som blir kvar tar {lead}."
        self.helper = form_helper("Spara myndigheten", cancel_url=cancel_url)


class PartyCreateForm(PartyForm):
    token = once_token()


class PartyUpdateForm(PartyForm):
    version = version_field()

    @staticmethod
    def initial_from(row: ProcurementParty) -> dict:
        return forms.model_to_dict(row, PartyForm.Meta.fields) | {"version": version_of(row)}


class LotForm(StegetModelForm):
    """A part of the procurement that is awarded by itself."""

    value = MoneyField(label="Uppskattat värde", required=False, help_text=MONEY_HINT)

    class Meta:
        model = Lot
        fields = ["number", "title", "value"]
        help_texts = {"number": "Beteckningen i dokumenten, till exempel A eller 1."}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara anbudsområdet", cancel_url=cancel_url)


class LotCreateForm(LotForm):
    token = once_token()


class LotUpdateForm(LotForm):
    version = version_field()

    @staticmethod
    def initial_from(row: Lot) -> dict:
        return forms.model_to_dict(row, LotForm.Meta.fields) | {"version": version_of(row)}


class OptionForm(StegetModelForm):
    """A right to extend the contract, and what was decided about it."""

    months = forms.IntegerField(label="Förlängning i månader", min_value=1, max_value=120)

    class Meta:
        model = ExtensionOption
        fields = ["months", "last_call_on", "outcome", "decided_on", "note"]
        widgets = {"outcome": forms.RadioSelect, "note": forms.Textarea({"rows": 4})}
        labels = {"last_call_on": "Sista dag att utnyttja", "decided_on": "Beslutsdag"}
        help_texts = {"outcome": "En utnyttjad förlängning flyttar avtalets slutdatum. Beslutet går att ångra."}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara förlängningen", cancel_url=cancel_url)


class OptionCreateForm(OptionForm):
    token = once_token()


class OptionUpdateForm(OptionForm):
    version = version_field()

    @staticmethod
    def initial_from(row: ExtensionOption) -> dict:
        return forms.model_to_dict(row, OptionForm.Meta.fields) | {"version": version_of(row)}
