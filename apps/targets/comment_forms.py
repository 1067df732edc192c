"""The form of a comment beside a chart."""

from django import forms

from apps.core.forms import StegetForm, form_helper, once_token
from apps.core.personal_numbers import refuse_personal_number
from apps.targets.models import ChartComment

_TEXT = ChartComment._meta.get_field("text")


class CommentForm(StegetForm):
    """What is to be said."""

    token = once_token()
    text = forms.CharField(
        label="Kommentar",
        help_text="Förklara siffrorna. Skriv inget om enskilda personer.",
        max_length=_TEXT.max_length,
        validators=[refuse_personal_number],
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    messages = {"text": "Skriv en kommentar"}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara kommentaren", cancel_url=cancel_url)
