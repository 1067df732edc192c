"""Shape of the target's form."""

from django import forms

from apps.core.forms import StegetForm, form_helper
from apps.placements.choices import PlacementKind
from apps.targets.choices import CountingRule
from apps.targets.counting import DEFAULT_KINDS
from apps.targets.models import Target


class TargetForm(StegetForm):
    """A new version of a year's target. `base_version` is the version the user has read."""

    value = forms.IntegerField(label="Mål", min_value=1, max_value=1_000_000, help_text="Antal under året.")
    counting_rule = forms.ChoiceField(
        label="Vad som räknas",
        choices=CountingRule,
        widget=forms.RadioSelect,
    )
    counted_kinds = forms.MultipleChoiceField(
        label="Insatser som räknas mot målet",
        choices=PlacementKind.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="De andra redovisas bredvid. Studiebesök och föreläsningar räknas aldrig.",
    )
    decided_by_body = forms.CharField(
        label="Beslutat av", max_length=120, help_text="Till exempel kommunfullmäktige.", strip=True
    )
    decided_on = forms.DateField(label="Beslutsdatum")
    reference = forms.CharField(
        label="Beslutets beteckning",
        max_length=120,
        help_text="Diarienummer och paragraf, till exempel KF 2015/123, § 8.",
    )
    base_version = forms.IntegerField(
        widget=forms.HiddenInput,
        min_value=0,
        max_value=10_000,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            "Sidan hade blivit gammal. Kontrollera uppgifterna och spara igen.",
        ),
    )
    messages = {
        "counted_kinds": "Välj minst en insats som räknas mot målet",
        "decided_by_body": "Ange vem som beslutade målet",
    }

    def __init__(self, data=None, *, target: Target | None, latest_version: int, cancel_url: str):
        super().__init__(data, initial=initial_values(target) | {"base_version": latest_version})
        self.helper = form_helper("Spara målet", cancel_url=cancel_url)


def initial_values(target: Target | None) -> dict:
    """The version in force, or the usual rule when there is none."""
    names = ("value", "counting_rule", "counted_kinds", "decided_by_body", "decided_on", "reference")
    if target:
        return {name: getattr(target, name) for name in names}
    kinds = [kind.value for kind in DEFAULT_KINDS]
    return {"counting_rule": CountingRule.RESIDENTS_STARTED.value, "counted_kinds": kinds}
