"""Shape of the forms about taking an authority on board."""

from typing import Any

from django import forms

from apps.accounts.access import role_permissions
from apps.accounts.choices import Role
from apps.accounts.models import Membership, Organisation, User
from apps.core.actions import version_of
from apps.core.forms import StegetForm, form_helper, once_token, version_field
from apps.core.lists import ComputedRows, FilterForm
from apps.core.personal_numbers import refuse_personal_number
from apps.onboarding.choices import BY_HAND, Progress, StepState, states_of
from apps.onboarding.models import VIEW, Onboarding, OnboardingStep


def _note(hint: str) -> forms.CharField:
    return forms.CharField(
        label="Anteckning",
        help_text=hint,
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
        validators=[refuse_personal_number],
    )


class _WithHelper(StegetForm):
    """A form that leads back where it came from."""

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara", cancel_url=cancel_url)


class OnboardingForm(_WithHelper):
    """From when to when, and who sees to it."""

    started_on = forms.DateField(label="Startdag", help_text="Den första upphandlingen med krav räknas från den dagen.")
    ready_on = forms.DateField(label="Planerat klart", help_text="Den ansvariga påminns före dagen.")
    responsible = forms.ModelChoiceField(None, label="Ansvarig", required=False, empty_label="Ingen särskild")
    note = _note("Sådant som gäller hela införandet.")

    def __init__(self, *args, organisation: Organisation, kept: int | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        roles = [role for role in Role.values if VIEW in role_permissions(role)]
        held = Membership.objects.filter(organisation=organisation, role__in=roles, user__is_active=True)
        people = User.objects.filter(pk__in=held.values("user")) | User.objects.filter(pk=kept)
        self.fields["responsible"].queryset = people.order_by("name", "pk")


class StartForm(OnboardingForm):
    """An authority to begin with."""

    token = once_token()


class ChangeForm(OnboardingForm):
    """What is begun, to change."""

    version = version_field()

    @staticmethod
    def initial_from(row: Onboarding) -> dict[str, Any]:
        """What the form is filled in with."""
        own = {name: getattr(row, name) for name in ("started_on", "ready_on", "note")}
        return own | {"responsible": row.responsible_id, "version": version_of(row)}


class StepForm(_WithHelper):
    """How a step stands; only what may be said of it."""

    state = forms.ChoiceField(label="Läge", choices=StepState, widget=forms.RadioSelect)
    done_on = forms.DateField(label="Klart", required=False, help_text="Dagen, om steget är klart.")
    reference = forms.CharField(
        label="Underlag",
        required=False,
        max_length=200,
        help_text="Vad som visar att steget är klart, till exempel KF 2026-03-02 § 14 eller ett diarienummer.",
        validators=[refuse_personal_number],
    )
    note = _note("Hur det går, eller varför steget inte gäller er.")
    version = version_field()
    messages = {"state": "Välj läge"}

    def __init__(self, *args, step: str, **kwargs):
        super().__init__(*args, **kwargs)
        allowed = states_of(step)
        self.fields["state"].choices = [each for each in self.fields["state"].choices if each[0] in allowed]
        if step not in BY_HAND:
            del self.fields["done_on"], self.fields["reference"]

    @staticmethod
    def initial_from(row: OnboardingStep) -> dict[str, Any]:
        """What the form is filled in with."""
        names = ("state", "done_on", "reference", "note")
        return {name: getattr(row, name) for name in names} | {"version": version_of(row)}


class PressForm(StegetForm):
    """A question that is answered with one press; it says why the press was refused."""


class AuthorityFilter(FilterForm):
    """What the unit's authorities can be narrowed by. The rows are `queries.Standing`."""

    progress = forms.ChoiceField(label="Läge", required=False, choices=[("", "Alla lägen"), *Progress.choices])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["q"].label = "Sök myndighet"

    def chip_text(self, name, value):
        return f"Sök: {value}" if name == "q" else super().chip_text(name, value)

    def apply(self, rows):
        chosen = self.chosen()
        words = chosen.get("q", "").casefold()
        found = (each for each in rows if words in each.name.casefold())
        return ComputedRows(each for each in found if chosen.get("progress", each.progress) == each.progress)
