"""Shape of the forms of agreements, groups, meetings and times without negotiation."""

from django import forms

from apps.accounts.models import Department, Organisation
from apps.core.actions import version_of
from apps.core.forms import StegetForm, StegetModelForm, form_helper, once_token, version_field
from apps.core.personal_numbers import refuse_personal_number
from apps.mbl.agreement_actions import scope_ids
from apps.mbl.choices import Paragraph
from apps.mbl.models import Blackout, CooperationAgreement, CooperationGroup, Union
from apps.mbl.settings_fields import DatesField, Several, departments_of, unions_of


class AgreementForm(StegetModelForm):
    """Which paragraphs an agreement replaces, for whom, and from when."""

    paragraphs = forms.MultipleChoiceField(
        label="Ersätter",
        choices=Paragraph.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="Ett samverkansavtal brukar ersätta 11, 12 och 19 §§. Välj 14 och 38 §§ bara om avtalet säger det.",
    )
    unions = Several(Union, label="Fackliga organisationer", help_text="Välj ingen om avtalet gäller alla.")
    departments = Several(Department, label="Förvaltningar", help_text="Välj ingen om avtalet gäller alla.")
    central_request_days = forms.IntegerField(
        label="Dagar för att begära central förhandling",
        min_value=0,
        max_value=60,
        initial=7,
        help_text="Räknas från den dag den lokala förhandlingen avslutas. Vanligt är 7.",
    )

    class Meta:
        model = CooperationAgreement
        fields = ["name", "paragraphs", "central_request_days", "valid_from", "valid_to", "reference", "note"]
        widgets = {"note": forms.Textarea({"rows": 3})}
        help_texts = {"valid_to": "Lämna tomt om avtalet gäller tills vidare."}

    field_order = ["name", "paragraphs", "unions", "departments", "central_request_days", "valid_from", "valid_to"]
    messages = {
        "paragraphs": dict.fromkeys(("required", "invalid_choice"), "Välj minst en paragraf som avtalet ersätter")
    }

    def __init__(self, *args, organisation: Organisation, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reference"].validators.append(refuse_personal_number)
        self.fields["unions"].queryset = unions_of(organisation, self.initial.get("unions", ()))
        self.fields["departments"].queryset = departments_of(organisation, self.initial.get("departments", ()))
        self.helper = form_helper("Spara avtalet", cancel_url=cancel_url)


class AgreementCreateForm(AgreementForm):
    token = once_token()


class AgreementUpdateForm(AgreementForm):
    version = version_field()

    @staticmethod
    def initial_from(row: CooperationAgreement) -> dict:
        unions, departments = scope_ids(row)
        seen = {"unions": unions, "departments": departments, "version": version_of(row, unions, departments)}
        return forms.model_to_dict(row, AgreementForm.Meta.fields) | seen


class GroupForm(StegetModelForm):
    """A group under an agreement."""

    token = once_token()

    class Meta:
        model = CooperationGroup
        fields = ["name", "department"]
        help_texts = {"department": "Lämna tomt om gruppen är gemensam för avtalets förvaltningar."}

    def __init__(self, *args, agreement: CooperationAgreement, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        _, chosen = scope_ids(agreement)
        rows = departments_of(agreement.organisation)
        self.fields["department"].queryset = rows.filter(pk__in=chosen) if chosen else rows
        self.fields["department"].empty_label = "Alla"
        self.helper = form_helper("Spara gruppen", cancel_url=cancel_url)


class MeetingsForm(StegetForm):
    """Days on which a group meets."""

    days = DatesField(label="Mötesdagar", help_text="En dag per rad, till exempel 2026-09-01. Det går att klistra in.")

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Lägg till mötena", cancel_url=cancel_url)


class BlackoutForm(StegetModelForm):
    """Days without negotiation."""

    token = once_token()

    class Meta:
        model = Blackout
        fields = ["label", "first_on", "last_on", "union", "department"]
        labels = {"first_on": "Första dag", "last_on": "Sista dag"}
        help_texts = {"label": "Till exempel sommaruppehåll."}

    def __init__(self, *args, organisation: Organisation, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["union"].queryset = unions_of(organisation)
        self.fields["union"].empty_label = "Alla"
        self.fields["department"].queryset = departments_of(organisation)
        self.fields["department"].empty_label = "Alla"
        self.helper = form_helper("Spara tiden", cancel_url=cancel_url)
