"""Shape of the forms of samples."""

from typing import Any

from django import forms

from apps.core.actions import version_of
from apps.core.forms import StegetForm, form_helper, once_token, version_field
from apps.core.lists import FilterForm
from apps.core.personal_numbers import refuse_personal_number
from apps.followups.choices import SampleState
from apps.followups.models import SampleItem
from apps.followups.sample_actions import MOST

_TEXT = {"validators": [refuse_personal_number], "widget": forms.Textarea(attrs={"rows": 4})}


class SampleForm(StegetForm):
    """How many are drawn, and the seed that lets anybody draw them again."""

    size = forms.IntegerField(label="Antal avtal", min_value=1, max_value=MOST)
    seed = forms.CharField(
        label="Frö",
        max_length=40,
        help_text="Ord eller siffror som avgör dragningen. Samma frö och samma avtal ger alltid samma stickprov.",
        validators=[refuse_personal_number],
    )
    note = forms.CharField(label="Anteckning", required=False, max_length=500, **_TEXT)
    token = once_token()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Dra stickprovet", cancel_url=cancel_url)


class SampleItemForm(StegetForm):
    """What the supplier said about a drawn contract, and the result."""

    state = forms.ChoiceField(label="Läge", choices=SampleState.choices, widget=forms.RadioSelect)
    reply = forms.CharField(label="Leverantörens svar och underlag", required=False, max_length=2000, **_TEXT)
    remark = forms.CharField(label="Anmärkning", required=False, max_length=2000, **_TEXT)
    version = version_field()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara", cancel_url=cancel_url)

    @staticmethod
    def initial_from(item: SampleItem) -> dict[str, Any]:
        """What the form is filled in with."""
        values = {"state": item.state, "reply": item.reply, "remark": item.remark}
        return values | {"version": version_of(item)}


class SampleFilter(FilterForm):
    """Samples by their seed or note."""

    q = forms.CharField(label="Frö eller anteckning", required=False, max_length=200)

    def apply(self, rows):
        words = self.chosen().get("q")
        return rows.filter(seed__icontains=words) | rows.filter(note__icontains=words) if words else rows
