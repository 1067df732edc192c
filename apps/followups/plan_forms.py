"""Shape of the forms of a plan, its points, and the organisation's rule for how closely contracts are followed up."""

from typing import Any

from django import forms

from apps.core.actions import version_of
from apps.core.forms import MoneyField, StegetForm, form_helper, once_token, version_field
from apps.core.personal_numbers import refuse_personal_number
from apps.followups.choices import Intensity, PointKind
from apps.followups.models import FollowUpPlan, IntensityRule, Point
from apps.procurements.choices import RequirementModel
from apps.procurements.models import Contract
from apps.suppliers.models import SupplierContact

_TEXT = {"validators": [refuse_personal_number], "widget": forms.Textarea(attrs={"rows": 3})}


class PlanForm(StegetForm):
    """How closely the contract is followed up, why, and whom reports are asked of."""

    intensity = forms.ChoiceField(label="Uppföljning", choices=Intensity.choices, widget=forms.RadioSelect)
    motive = forms.CharField(
        label="Motiv",
        required=False,
        max_length=500,
        help_text="Krävs när ni väljer en annan uppföljning än den föreslagna.",
        **_TEXT,
    )
    version = version_field()
    contact = forms.ModelChoiceField(
        label="Leverantörens kontaktperson",
        queryset=None,
        required=False,
        empty_label="Ingen vald",
        help_text="Den som får begäran om rapport. Kontaktpersoner läggs till på leverantörens sida.",
    )

    def __init__(self, *args, contract: Contract, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        rows = SupplierContact.objects.filter(
            organisation=contract.organisation_id, supplier__parties__contract=contract
        )
        self.fields["contact"].queryset = rows.select_related("supplier").distinct()
        self.fields["contact"].label_from_instance = lambda row: f"{row.name}, {row.supplier.name}"
        self.helper = form_helper("Spara", cancel_url=cancel_url)

    @staticmethod
    def initial_from(plan: FollowUpPlan) -> dict[str, Any]:
        """What the form is filled in with."""
        values = {"intensity": plan.intensity, "motive": plan.motive, "contact": plan.contact_id}
        return values | {"version": version_of(plan)}


class PointForm(StegetForm):
    """A point of one's own."""

    kind = forms.ChoiceField(label="Vad som ska göras", choices=PointKind.choices, widget=forms.RadioSelect)
    due_on = forms.DateField(label="Senast")
    token = once_token()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Lägg till", cancel_url=cancel_url)


class MoveForm(StegetForm):
    """Another day for a point."""

    due_on = forms.DateField(label="Ny dag")
    reason = forms.CharField(label="Skäl", required=False, max_length=500, **_TEXT)
    version = version_field()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Flytta", cancel_url=cancel_url)

    @staticmethod
    def initial_from(point: Point) -> dict[str, Any]:
        """What the form is filled in with."""
        return {"due_on": point.due_on, "reason": point.reason, "version": version_of(point)}


class DoneForm(StegetForm):
    """The day a point was done."""

    done_on = forms.DateField(label="Gjort den")
    version = version_field()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Anteckna som gjord", cancel_url=cancel_url)

    @staticmethod
    def initial_from(point: Point) -> dict[str, Any]:
        """What the form is filled in with, beside the day."""
        return {"version": version_of(point)}


class CancelForm(StegetForm):
    """Why a point is not needed."""

    reason = forms.CharField(label="Varför punkten inte behövs", max_length=500, **_TEXT)
    version = version_field()
    messages = {"reason": "Ange varför punkten inte behövs."}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Punkten behövs inte", cancel_url=cancel_url)

    @staticmethod
    def initial_from(point: Point) -> dict[str, Any]:
        """What the form is filled in with."""
        return {"version": version_of(point)}


class ProposalsForm(StegetForm):
    """Which proposals to follow. Each choice is a contract with the class it was shown with: "12:deep"."""

    rows = forms.MultipleChoiceField(label="Förslag", widget=forms.CheckboxSelectMultiple)
    messages = {
        "rows": {
            "required": "Kryssa i de förslag ni vill följa",
            "invalid_choice": "Ett förslag har ändrats sedan sidan visades. Se förslagen nedan och välj igen",
        }
    }

    def __init__(self, *args, choices: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["rows"].choices = choices
        self.helper = form_helper("Följ de valda förslagen")

    def chosen(self) -> dict[int, str]:
        """The classes by the contracts' keys."""
        pairs = (value.partition(":") for value in self.cleaned_data["rows"])
        return {int(key): intensity for key, _, intensity in pairs}


class RuleForm(StegetForm):
    """By what contracts are proposed a class."""

    deep_from_value = MoneyField(label="Fördjupad uppföljning från värdet", help_text="Kronor utan moms.")
    normal_from_value = MoneyField(
        label="Normal uppföljning från värdet", help_text="Avtal under det värdet föreslås lätt uppföljning."
    )
    deep_models = forms.MultipleChoiceField(
        label="Kravmodeller som alltid följs upp fördjupat",
        choices=RequirementModel.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    version = version_field()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara regeln", cancel_url=cancel_url)

    @staticmethod
    def initial_from(rule: IntensityRule) -> dict[str, Any]:
        """What the form is filled in with."""
        values = {name: getattr(rule, name) for name in ("deep_from_value", "normal_from_value", "deep_models")}
        return values | {"version": version_of(rule)}
