"""The form of a decision to name suppliers, or to stop."""

from django import forms

from apps.core.forms import StegetForm, form_helper, once_token
from apps.core.personal_numbers import refuse_personal_number

_CHOICES = (("ja", "Namnge leverantörerna"), ("nej", "Namnge dem inte"))


class NamingForm(StegetForm):
    """What was decided, by whom, when and under which reference."""

    names_suppliers = forms.ChoiceField(label="Beslutet", choices=_CHOICES, widget=forms.RadioSelect)
    decided_by_body = forms.CharField(
        label="Beslutat av",
        max_length=120,
        help_text="Till exempel kommunstyrelsen.",
        validators=[refuse_personal_number],
    )
    decided_on = forms.DateField(label="Beslutsdatum")
    reference = forms.CharField(
        label="Beslutets beteckning",
        max_length=120,
        help_text="Diarienummer och paragraf, till exempel KS 2026/45, § 8.",
        validators=[refuse_personal_number],
    )
    token = once_token()
    messages = {"names_suppliers": "Välj vad som är beslutat", "decided_by_body": "Ange vem som beslutade"}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara beslutet", cancel_url=cancel_url)

    def clean_names_suppliers(self) -> bool:
        return self.cleaned_data["names_suppliers"] == "ja"
