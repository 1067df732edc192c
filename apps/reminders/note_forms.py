"""Forms of the answers to a deadline."""

from django import forms

from apps.core.forms import StegetForm, form_helper, once_token
from apps.core.personal_numbers import refuse_personal_number
from apps.reminders.models import DeadlineNote

REASON = DeadlineNote._meta.get_field("reason")


class CloseForm(StegetForm):
    """Nothing is asked but that it is done."""

    address = "close_url"
    token = once_token()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Uppgiften är klar", cancel_url=cancel_url)


class MoveForm(StegetForm):
    """The new day, and why."""

    address = "move_url"
    token = once_token()
    new_due_on = forms.DateField(label="Ny tid")
    reason = forms.CharField(
        label="Skäl",
        help_text="Den som läser ska förstå varför. Skriv inget om enskilda personer.",
        max_length=REASON.max_length,
        validators=[refuse_personal_number],
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    messages = {"new_due_on": "Ange den nya tiden", "reason": "Ange varför uppgiften får en ny tid"}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara ny tid", cancel_url=cancel_url)
