"""Shape of the form in which a contract is evaluated."""

from typing import Any

from django import forms

from apps.core.actions import version_of
from apps.core.forms import StegetForm, form_helper, once_token, version_field
from apps.core.personal_numbers import refuse_personal_number
from apps.followups.models import Evaluation

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
    version = version_field()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara utvärderingen", cancel_url=cancel_url)

    @staticmethod
    def initial_from(row: Evaluation) -> dict[str, Any]:
        """What the form is filled in with."""
        values = {name: getattr(row, name) for name in ("held_on", "worked", "change_next", "dose_advice")}
        return values | {"version": version_of(row)}
