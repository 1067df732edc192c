"""Shape of the forms of retention rules and purging runs."""

from django import forms

from apps.core.actions import version_of
from apps.core.forms import StegetForm, StegetModelForm, form_helper, once_token, version_field
from apps.core.lists import FilterForm
from apps.placements.choices import RecordClass, RetentionAction, RetentionTrigger
from apps.placements.models import RetentionRule

# Where an authority may begin; in force only when it has decided (DOMAIN 4.2).
SUGGESTED = {"action": RetentionAction.PURGE, "trigger": RetentionTrigger.LAST_FOLLOW_UP, "months": 24}


class RetentionRuleForm(StegetModelForm):
    """What the authority has decided about a class of records."""

    version = version_field()

    class Meta:
        model = RetentionRule
        fields = ["action", "trigger", "months", "decided_by_body", "decided_on", "reference"]
        widgets = {"action": forms.RadioSelect, "trigger": forms.RadioSelect}
        labels = {"months": "Antal månader"}
        help_texts = {
            "months": "Hela kalendermånader. Behövs inte för uppgifter som bevaras.",
            "decided_by_body": "Till exempel arbetsmarknadsnämnden.",
            "reference": "Diarienummer eller paragraf, till exempel AMN 2026/12 § 34.",
        }

    @staticmethod
    def initial_from(row: RetentionRule) -> dict:
        """What the form is filled in with: the rule, or what Steget suggests when none is decided."""
        values = forms.model_to_dict(row, RetentionRuleForm.Meta.fields) if row.pk else SUGGESTED
        return {**values, "version": version_of(row)}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["months"].required = False
        self.helper = form_helper("Spara beslutet", cancel_url=cancel_url)

    def clean(self):
        values = super().clean()
        if values.get("months") is None and "months" not in self.errors:
            if values.get("action") == RetentionAction.PURGE:
                self.add_error("months", "Ange antal månader för uppgifter som gallras, till exempel 24")
            values["months"] = 0
        return values


class PurgeForm(StegetForm):
    """To make a dry run; nothing is chosen."""

    token = once_token()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Ta fram gallringen", cancel_url=cancel_url)


class PurgeItemFilter(FilterForm):
    """What the list of a run can be narrowed by."""

    record_class = forms.ChoiceField(label="Uppgift", required=False, choices=[("", "Alla"), *RecordClass.choices])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["q"].label = "Sök placeringsnummer"

    def apply(self, rows):
        chosen = self.chosen()
        if "record_class" in chosen:
            rows = rows.filter(record_class=chosen["record_class"])
        if "q" not in chosen:
            return rows
        number = chosen["q"].strip().lower().removeprefix("p")
        found = number.isdecimal() and len(number) < 9
        return rows.filter(placement_numbers__contains=[int(number)]) if found else rows.none()
