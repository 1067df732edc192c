"""Shape of what union representatives are asked for, and the filter of their list."""

from django import forms
from django.db.models import Q

from apps.core.actions import version_of
from apps.core.forms import StegetForm, form_helper, version_field
from apps.core.lists import FilterForm
from apps.mbl.choices import Stage, State
from apps.mbl.models import Consultation


class UnionFilter(FilterForm):
    """The list of a union's consultations."""

    q = forms.CharField(label="Sök upphandling eller förvaltning", required=False, max_length=200)
    state = forms.ChoiceField(label="Läge", required=False, choices=[("", "Alla"), *State.choices])
    stage = forms.ChoiceField(label="Steg", required=False, choices=[("", "Alla"), *Stage.choices])

    def apply(self, rows):
        chosen = self.chosen()
        for name in ("state", "stage"):
            rows = rows.filter(**{name: chosen[name]}) if name in chosen else rows
        text = chosen.get("q")
        found = Q(procurement__title__icontains=text) | Q(department__name__icontains=text)
        return rows.filter(found) if text else rows


class AssessmentFilter(FilterForm):
    """The list of what departments have assessed to need no consultation."""

    q = forms.CharField(label="Sök upphandling eller förvaltning", required=False, max_length=200)

    def apply(self, rows):
        text = self.chosen().get("q")
        found = Q(procurement__title__icontains=text) | Q(department__name__icontains=text)
        return rows.filter(found) if text else rows


class UnionApproveForm(StegetForm):
    """The day the union approved the minutes (16 § MBL)."""

    messages = {"approved_on": "Ange vilken dag protokollet justerades"}
    approved_on = forms.DateField(label="Justerat av facket")
    version = version_field()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Justera protokollet", cancel_url=cancel_url)

    @staticmethod
    def initial_from(row: Consultation) -> dict:
        """What the form is filled in with."""
        return {"approved_on": row.minutes_approved_union_on, "version": version_of(row)}


class RequestForm(StegetForm):
    """That the union asks for negotiation about what is exempted (38 § MBL)."""

    version = version_field()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Begär förhandling", cancel_url=cancel_url)

    @staticmethod
    def initial_from(row: Consultation) -> dict:
        """What the form is filled in with."""
        return {"version": version_of(row)}
