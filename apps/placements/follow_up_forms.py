"""Shape of the follow-up's one question, and of the filter above their list."""

from typing import Any

from django import forms
from django.db.models import Q

from apps.core.actions import version_of
from apps.core.forms import StegetForm, form_helper, version_field
from apps.core.lists import FilterForm
from apps.placements.choices import Situation
from apps.placements.models import FollowUp
from apps.suppliers.models import Supplier

_OVERDUE, _DONE, _STOPPED, _ALL = "overdue", "done", "stopped", "all"


class AnswerForm(StegetForm):
    """What the resident does now."""

    situation = forms.ChoiceField(label="Vad gör deltagaren nu?", choices=Situation, widget=forms.RadioSelect)
    version = version_field()
    messages = {"situation": "Välj vad deltagaren gör nu, eller okänt"}

    @staticmethod
    def initial_from(follow_up: FollowUp) -> dict[str, Any]:
        """What the form is filled in with: the answer that stands."""
        return {"situation": follow_up.situation, "version": version_of(follow_up)}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara", cancel_url=cancel_url)


class FollowUpFilter(FilterForm):
    """What the list of follow-ups is narrowed by; untouched it holds those that nobody has answered."""

    standing = forms.ChoiceField(
        label="Läge",
        required=False,
        choices=[
            ("", "Väntar på svar"),
            (_OVERDUE, "Försenade"),
            (_DONE, "Gjorda"),
            (_STOPPED, "Stoppade"),
            (_ALL, "Alla"),
        ],
    )

    def __init__(self, data, *, today):
        super().__init__(data)
        self.today = today
        self.fields["q"].label = "Sök placeringsnummer eller leverantör"

    def chip_text(self, name, value):
        return f"Sök: {value}" if name == "q" else super().chip_text(name, value)

    def apply(self, rows):
        chosen = self.chosen()
        if query := chosen.get("q"):
            rows = rows.filter(_found(query))
        return rows.filter(self._in_standing(chosen.get("standing")))

    def _in_standing(self, standing: str | None) -> Q:
        waits = Q(answered_on=None, stopped_on=None)
        return {
            _OVERDUE: waits & Q(due_on__lt=self.today),
            _DONE: Q(answered_on__isnull=False),
            _STOPPED: Q(stopped_on__isnull=False),
            _ALL: Q(),
        }.get(standing or "", waits)


def _found(query: str) -> Q:
    number = query.strip().lower().removeprefix("p")
    found = Q(placement__supplier__in=Supplier.objects.search(query))
    if number.isdecimal() and len(number) < 9:
        found |= Q(placement__number=int(number))
    return found
