"""Shape of the form in which a contract is evaluated."""

from django import forms

from apps.core.forms import StegetForm, form_helper, once_token
from apps.core.personal_numbers import refuse_personal_number

_TEXT = {"validators": [refuse_personal_number], "widget": forms.Textarea(attrs={"rows": 4})}


class EvaluationForm(StegetForm):
    """What worked, what to change, and what the next dose should be."""

    held_on = forms.DateField(label="Utvärderad den")
    worked = forms.CharField(label="Vad fungerade?", required=False, max_length=2000, **_TEXT)
    change_next = forms.CharField(label="Vad ändrar vi nästa gång?", required=False, max_length=2000, **_TEXT)
    dose_advice = forms.CharField(
        label="Råd om kravets storlek nästa gång",
        required=False,
        max_length=500,
        help_text="Till exempel: fyra platser var för mycket för ett avtal av den här storleken.",
        **_TEXT,
    )
    token = once_token()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara utvärderingen", cancel_url=cancel_url)
