"""Shape of the form about from which day a kind of effort may be asked for."""

from django import forms

from apps.core.actions import version_of
from apps.core.forms import StegetForm, form_helper, version_field
from apps.procurements.models import RequirementKindStart


class KindStartForm(StegetForm):
    """The first day, or (`is_taken_back`, the second button) that the kind may always be asked for."""

    starts_on = forms.DateField(
        label="Första dag",
        help_text="Krav på insatsen kan ställas i upphandlingar som annonseras från den dagen.",
    )
    version = version_field()
    messages = {"starts_on": {"required": "Ange den första dagen, eller välj att insatsen alltid är på"}}

    def __init__(self, *args, cancel_url: str, has_start: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_taken_back = "take_back" in self.data
        self.fields["starts_on"].required = not self.is_taken_back
        back = ("take_back", "Alltid på") if has_start else None
        self.helper = form_helper("Spara dagen", secondary=back, cancel_url=cancel_url)

    @property
    def day(self):
        """The day for the action, None for always."""
        return None if self.is_taken_back else self.cleaned_data["starts_on"]

    @staticmethod
    def initial_from(row: RequirementKindStart) -> dict:
        return {"starts_on": row.starts_on, "version": version_of(row)}
