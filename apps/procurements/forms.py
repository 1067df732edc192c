"""Shape of the procurement forms."""

from django import forms

from apps.core.actions import version_of
from apps.core.forms import MoneyField, StegetModelForm, form_helper, once_token, version_field
from apps.procurements import queries
from apps.procurements.models import Procurement

MONEY_HINT = "Kronor utan moms, till exempel 1 900 000."


class ProcurementForm(StegetModelForm):
    """A procurement case. Who may be chosen depends on the user's departments and on the organisation."""

    cpv = forms.CharField(
        label="CPV-kod",
        required=False,
        max_length=100,
        help_text="Åtta siffror, med eller utan kontrollsiffra, eller ett ord ur benämningen.",
    )
    estimated_value = MoneyField(label="Uppskattat värde", required=False, help_text=MONEY_HINT)

    class Meta:
        model = Procurement
        fields = ["title", "case_number", "department", "responsible", "cpv", "estimated_value", "phase"]
        fields += ["published_on", "social_flag", "note"]
        widgets = {"note": forms.Textarea({"rows": 4})}

    def __init__(self, *args, user, organisation, row=None, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        department = self.fields["department"]
        department.queryset = queries.departments_for(user, organisation, row and row.department_id)
        department.required = not queries.holds_everywhere(user, organisation)
        self.fields["responsible"].queryset = queries.people_for(organisation, row and row.responsible_id)
        self.helper = form_helper("Spara upphandlingen", cancel_url=cancel_url)

    def clean_cpv(self):
        return queries.find_cpv(self.cleaned_data["cpv"])


class ProcurementCreateForm(ProcurementForm):
    token = once_token()


class ProcurementUpdateForm(ProcurementForm):
    version = version_field()

    @staticmethod
    def initial_from(row: Procurement) -> dict:
        values = forms.model_to_dict(row, ProcurementForm.Meta.fields)
        return values | {"cpv": str(row.cpv) if row.cpv else "", "version": version_of(row)}
