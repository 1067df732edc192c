"""Shape of the forms and the filter of deviations."""

from typing import Any

from django import forms
from django.db.models import Q

from apps.core.actions import version_of
from apps.core.forms import StegetForm, form_helper, once_token, version_field
from apps.core.lists import FilterForm
from apps.followups.choices import DeviationCause, DeviationState
from apps.followups.models import Deviation
from apps.procurements.models import Contract, Requirement
from apps.procurements.queries import people_for
from apps.suppliers.models import Supplier

VIEW = "followups.view_followup"
LATE, MINE, CLOSED, ALL = "late", "mine", "closed", "all"
_TEXT = {"widget": forms.Textarea({"rows": 4}), "max_length": 1000}


class DeviationForm(StegetForm):
    """What deviates, who sees to it and by when."""

    cause = forms.ChoiceField(label="Orsak", choices=DeviationCause, widget=forms.RadioSelect)
    what = forms.CharField(
        label="Vad avviker?",
        help_text="Skriv vad som skulle ha gjorts och vad som är gjort. Texten står i breven till leverantören.",
        **_TEXT,
    )
    requirement = forms.ModelChoiceField(
        Requirement.objects.none(),
        label="Krav",
        required=False,
        empty_label="Inget visst krav",
        help_text="Vite, spärr och hävning kräver att kravet har en klausul om det.",
    )
    raised_on = forms.DateField(label="Upptäckt")
    owner = forms.ModelChoiceField(None, label="Ansvarig", required=False, empty_label="Ingen ansvarig")
    measure = forms.CharField(label="Åtgärd", required=False, help_text="Vad som ska göras, och av vem.", **_TEXT)
    due_on = forms.DateField(label="Åtgärdad senast", required=False)
    messages = {"cause": "Välj orsak", "what": "Beskriv vad som avviker"}

    def __init__(self, *args, contract: Contract, owner: int | None = None, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["requirement"].queryset = Requirement.objects.filter(contract=contract)
        self.fields["owner"].queryset = people_for(contract.organisation, owner)
        self.helper = form_helper("Spara", cancel_url=cancel_url)


class NewDeviationForm(DeviationForm):
    """A deviation that somebody has seen."""

    token = once_token()


class ChangeDeviationForm(DeviationForm):
    """An open deviation to change. What it came from and when it was seen stay."""

    version = version_field()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["raised_on"], self.fields["cause"]

    @staticmethod
    def initial_from(deviation: Deviation) -> dict[str, Any]:
        """What the form is filled in with."""
        names = ("what", "measure", "due_on")
        values = {name: getattr(deviation, name) for name in names}
        keys = {"requirement": deviation.requirement_id, "owner": deviation.owner_id}
        return values | keys | {"version": version_of(deviation)}


class ExemptForm(StegetForm):
    """Why nothing is asked of the supplier."""

    exemption_reason = forms.CharField(
        label="Skäl till undantaget",
        help_text="Till exempel att hindret är vårt eget: ingen kandidat fanns att föreslå.",
        **_TEXT,
    )
    messages = {"exemption_reason": "Ange skäl till undantaget"}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Gör undantag", cancel_url=cancel_url)


class CloseForm(StegetForm):
    """How a deviation ended."""

    state = forms.ChoiceField(
        label="Är avvikelsen rättad?",
        choices=[(DeviationState.RECTIFIED, "ja, den är rättad"), (DeviationState.CLOSED, "nej, den avslutas ändå")],
        widget=forms.RadioSelect,
    )
    outcome = forms.CharField(label="Hur gick det?", **_TEXT)
    messages = {"state": "Välj om avvikelsen är rättad", "outcome": "Skriv hur det gick"}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Avsluta avvikelsen", cancel_url=cancel_url)


class DeviationFilter(FilterForm):
    """What the list of deviations can be narrowed by; without a choice it holds the open ones."""

    standing = forms.ChoiceField(
        label="Läge",
        required=False,
        choices=[
            ("", "öppna"),
            (LATE, "öppna och försenade"),
            (MINE, "öppna som jag ansvarar för"),
            (CLOSED, "avslutade och undantagna"),
            (ALL, "alla"),
        ],
    )
    cause = forms.ChoiceField(label="Orsak", required=False, choices=[("", "Alla orsaker"), *DeviationCause.choices])
    contract = forms.ModelChoiceField(Contract.objects.none(), label="Avtal", required=False, widget=forms.HiddenInput)
    supplier = forms.ModelChoiceField(
        Supplier.objects.all(), label="Leverantör", required=False, widget=forms.HiddenInput
    )

    def __init__(self, data, *, user, organisation, today):
        super().__init__(data)
        self.user, self.today = user, today
        self.fields["q"].label = "Sök avvikelse, avtal eller leverantör"
        self.fields["contract"].queryset = Contract.objects.visible_to(user, VIEW).filter(organisation=organisation)

    def chip_text(self, name, value):
        return f"Sök: {value}" if name == "q" else super().chip_text(name, value)

    def apply(self, rows):
        chosen = self.chosen()
        if "cause" in chosen:
            rows = rows.filter(cause=chosen["cause"])
        if "contract" in chosen:
            rows = rows.filter(contract=chosen["contract"])
        if "supplier" in chosen:
            rows = rows.filter(contract__parties__supplier=chosen["supplier"])
        return super().apply(self._in_standing(rows, chosen.get("standing")))

    def _in_standing(self, rows, standing: str | None):
        if standing == LATE:
            return rows.late(self.today)
        if standing == MINE:
            return rows.open().filter(owner=self.user)
        if standing == CLOSED:
            return rows.filter(~Q(state=DeviationState.OPEN))
        return rows if standing == ALL else rows.open()
