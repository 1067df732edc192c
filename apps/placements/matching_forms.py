"""Shape of the forms about how an organisation works with residents."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from apps.core.actions import version_of
from apps.core.forms import StegetForm, form_helper, version_field
from apps.core.personal_numbers import refuse_personal_number
from apps.placements.models import MatchingSettings, TargetGroup

_MOST_MONTHS = 60


class MatchingSettingsForm(StegetForm):
    """When residents are asked, and the decision that lets a target group be noted."""

    follow_up_months = forms.CharField(
        label="Uppföljning efter månader",
        max_length=60,
        help_text="Antal månader efter placeringens slut, med komma emellan. 3 ska alltid vara med.",
    )
    uses_target_groups = forms.BooleanField(
        label="Målgrupp får anges på deltagare",
        required=False,
        help_text="Bara efter ett beslut. Bara matchare ser målgruppen på en deltagare.",
    )
    decided_by_body = forms.CharField(
        label="Beslutat av", required=False, max_length=120, validators=[refuse_personal_number]
    )
    decided_on = forms.DateField(label="Beslutsdatum", required=False)
    reference = forms.CharField(
        label="Beslutets beteckning", required=False, max_length=120, validators=[refuse_personal_number]
    )
    version = version_field()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara", cancel_url=cancel_url)

    def clean_follow_up_months(self) -> list[int]:
        text = self.cleaned_data["follow_up_months"]
        parts = [part for part in re.split(r"[\s,;]+|och", text) if part]
        months = [int(part) for part in parts if re.fullmatch(r"[0-9]{1,3}", part)]
        if len(months) != len(parts) or not all(1 <= each <= _MOST_MONTHS for each in months):
            raise ValidationError(
                f"Uppföljning efter månader: ”{text}” ska vara tal mellan 1 och {_MOST_MONTHS}, till exempel 3, 6, 12."
            )
        if 3 not in months:
            raise ValidationError(f"Uppföljning efter månader: ”{text}” saknar 3. Den uppföljningen ska alltid göras.")
        return months

    @staticmethod
    def initial_from(settings: MatchingSettings) -> dict[str, Any]:
        """What the form is filled in with."""
        names = ("uses_target_groups", "decided_by_body", "decided_on", "reference")
        return {name: getattr(settings, name) for name in names} | {
            "follow_up_months": ", ".join(map(str, settings.follow_up_months)),
            "version": version_of(settings),
        }


class ReassignForm(StegetForm):
    """Who takes over the protected participants that nobody can see any longer."""

    matcher = forms.ModelChoiceField(queryset=None, label="Ny matchare")

    def __init__(self, *args, matchers, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["matcher"].queryset = matchers
        self.helper = form_helper("Lämna över", cancel_url=cancel_url)


class TargetGroupCreateForm(StegetForm):
    """A group the council has decided to reach."""

    name = forms.CharField(
        label="Målgrupp",
        max_length=80,
        help_text="Till exempel ”Unga 18–24 år”. Aldrig hälsa, språk eller facklig tillhörighet.",
        validators=[refuse_personal_number],
    )

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara", cancel_url=cancel_url)


class TargetGroupUpdateForm(TargetGroupCreateForm):
    """Another name, or out of use."""

    is_in_use = forms.BooleanField(
        label="Används", required=False, help_text="Avmarkera för att gruppen inte längre ska kunna väljas."
    )
    version = version_field()

    @staticmethod
    def initial_from(group: TargetGroup) -> dict[str, Any]:
        """What the form is filled in with."""
        return {"name": group.name, "is_in_use": group.is_in_use, "version": version_of(group)}
