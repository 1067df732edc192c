"""Shape of the forms about priority and decision, and what the ranking and the plan are filtered by."""

from django import forms

from apps.core.forms import (
    MoneyField,
    StegetForm,
    form_helper,
    once_token,
    version_field,
)
from apps.core.lists import ComputedRows, FilterForm
from apps.core.personal_numbers import refuse_personal_number
from apps.procurements.choices import Recommendation
from apps.procurements.models import PriorityAnswers, RequirementDecision
from apps.procurements.priorities import Basis, ranked, seen_answers, seen_candidates, seen_decision
from apps.procurements.priority import CANDIDATES, ENTRY_LEVELS, LABOUR_NEEDS
from apps.procurements.queries import people_for

NOT_KNOWN = ("", "vet inte än")
MONTHS_AT_MOST, PERSONS_AT_MOST = 600, 10_000
UNKNOWN, DECIDED, OPEN, DEVIATES, UNPLANNED = "okand", "beslutat", "ej-beslutat", "avviker", "utan-dag"
QUESTIONS = ["labour_share", "months", "persons", "entry_level", "labour_need", "candidates", "is_small_company_market"]


def _levels(label: str, levels, help_text: str = "") -> forms.TypedChoiceField:
    """One of four answers, or none yet."""
    return forms.TypedChoiceField(
        label=label,
        choices=[*levels, NOT_KNOWN],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        help_text=help_text,
    )


class QuestionsForm(StegetForm):
    """The questions a procurement is scored by. What is left out is an unanswered question, never a guess."""

    labour_share = forms.IntegerField(
        label="Arbetets andel av kostnaden, procent",
        required=False,
        min_value=0,
        max_value=100,
        help_text="Hur mycket av priset som är arbete, till skillnad från material.",
    )
    months = forms.IntegerField(label="Avtalets längd i månader", required=False, min_value=0, max_value=MONTHS_AT_MOST)
    persons = forms.IntegerField(
        label="Personer som utför arbetet", required=False, min_value=0, max_value=PERSONS_AT_MOST
    )
    entry_level = _levels("Krav på utbildning", ENTRY_LEVELS)
    labour_need = _levels("Behov av arbetskraft i branschen", LABOUR_NEEDS)
    candidates = _levels("Kandidater", CANDIDATES, "Matcharens bedömning av hur många som kan vara aktuella.")
    is_small_company_market = forms.BooleanField(label="Marknaden är mest företag under tio anställda", required=False)


class AnswersForm(QuestionsForm):
    note = forms.CharField(
        label="Anteckning",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        validators=[refuse_personal_number],
    )
    version = version_field()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara svaren", cancel_url=cancel_url)

    @staticmethod
    def initial_from(row: PriorityAnswers) -> dict:
        return forms.model_to_dict(row, [*QUESTIONS, "note"]) | {"version": seen_answers(row)}


class TryForm(QuestionsForm):
    """The same questions and the value, asked without saving anything."""

    value = MoneyField(label="Uppskattat värde", required=False, help_text="Kronor utan moms, med optioner.")

    field_order = ["value"]


class CandidatesForm(StegetForm):
    """The one question that the matcher answers."""

    candidates = forms.TypedChoiceField(
        label="Hur många kandidater finns det för uppdraget?",
        choices=[*CANDIDATES, (UNKNOWN, NOT_KNOWN[1])],
        coerce=lambda answer: None if answer == UNKNOWN else int(answer),
        widget=forms.RadioSelect,
    )
    version = version_field()
    messages = {"candidates": "Välj hur många kandidater det finns, eller att du inte vet än"}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara svaret", cancel_url=cancel_url)

    @staticmethod
    def initial_from(row: PriorityAnswers) -> dict:
        answer = UNKNOWN if row.candidates is None and row.pk else row.candidates
        return {"candidates": answer, "version": seen_candidates(row)}


class DecisionForm(StegetForm):
    """What is decided about a procurement's requirement, and why."""

    decided = forms.ChoiceField(label="Beslut", choices=Recommendation.choices, widget=forms.RadioSelect)
    motive = forms.CharField(
        label="Motiv",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 5}),
        validators=[refuse_personal_number],
        help_text="Krävs när beslutet avviker från rekommendationen, och alltid för inget krav.",
    )
    decided_on = forms.DateField(label="Beslutsdatum")
    version = version_field()
    token = once_token()
    messages = {"decided": "Välj vad som beslutas"}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara beslutet", cancel_url=cancel_url)

    @staticmethod
    def initial_from(row: RequirementDecision) -> dict:
        return forms.model_to_dict(row, ["decided", "motive", "decided_on"]) | {"version": seen_decision(row)}


class ComingFilter(FilterForm):
    """Filters of coming procurements. `apply` scores what is left, so that the recommendation can be chosen by."""

    q = forms.CharField(label="Benämning eller diarienummer", required=False, max_length=200)
    department = forms.ModelChoiceField(label="Förvaltning", queryset=None, required=False, empty_label="Alla")
    responsible = forms.ModelChoiceField(label="Ansvarig", queryset=None, required=False, empty_label="Alla")
    recommendation = forms.ChoiceField(
        label="Rekommendation",
        choices=[("", "alla"), *Recommendation.choices, (UNKNOWN, "uppgifter saknas")],
        required=False,
    )
    decision = forms.ChoiceField(
        label="Beslut",
        choices=[("", "alla"), (DECIDED, "beslutat"), (OPEN, "ej beslutat"), (DEVIATES, "avviker")],
        required=False,
    )
    year = forms.ChoiceField(label="Planerad annonsering", required=False)

    def __init__(self, *args, organisation, basis: Basis, seen: set[int], years: list[int], **kwargs):
        super().__init__(*args, **kwargs)
        self.basis, self.seen, self.may_answer = basis, seen, False
        self.fields["department"].queryset = organisation.departments.all()
        if "responsible" in self.fields:
            self.fields["responsible"].queryset = people_for(organisation)
        planned = [(str(year), str(year)) for year in years]
        self.fields["year"].choices = [("", "Alla"), *planned, (UNPLANNED, "Utan planerad dag")]

    def apply(self, rows) -> ComputedRows:
        chosen = self.chosen()
        rows = super().apply(rows).filter(**self._columns(chosen))
        found = ranked(rows, self.basis, seen=self.seen, may_answer=self.may_answer)
        return ComputedRows(row for row in found if _is_chosen(row, chosen))

    def _columns(self, chosen: dict) -> dict:
        columns = {name: chosen[name] for name in ("department", "responsible") if name in chosen}
        if chosen.get("year") == UNPLANNED:
            return columns | {"planned_publication_on": None}
        return columns | ({"planned_publication_on__year": int(chosen["year"])} if "year" in chosen else {})


class PlanFilter(ComingFilter):
    """What everybody who reads the plan may choose by; who is responsible stays with those who work with it."""

    responsible = None


def _is_chosen(row, chosen: dict) -> bool:
    recommendation, decision = chosen.get("recommendation"), chosen.get("decision")
    recommended = {None: True, UNKNOWN: row.recommendation is None}.get(
        recommendation, row.recommendation == recommendation
    )
    decided = {None: True, DECIDED: row.decided is not None, OPEN: row.decided is None, DEVIATES: row.deviates}
    return recommended and decided[decision]
