"""Shape of the forms about what was learnt: evaluations of years, and success factors with their scores."""

from typing import Any

from django import forms
from django.utils import timezone

from apps.accounts.models import Organisation
from apps.actionplans.choices import SCORES, EvaluationState, ReadyFactor
from apps.actionplans.factor_actions import Answer, Scoring, choice_version, score_version
from apps.actionplans.forms import WithHelper, line, text
from apps.actionplans.models import FactorScore, SuccessFactor, YearEvaluation
from apps.core.actions import version_of
from apps.core.forms import once_token, version_field
from apps.core.lists import FilterForm
from apps.core.personal_numbers import refuse_personal_number


class EvaluationForm(WithHelper):
    """What worked in a year, and what to change."""

    year = forms.IntegerField(label="År", min_value=2000, max_value=2098)
    worked = text("Vad fungerade?", 6000, "Det ni vill göra mer av, och varför. Inga namn.")
    to_change = text("Vad ska ni ändra?", 6000, "Det ni vill göra annorlunda nästa år.")


class NewEvaluationForm(EvaluationForm):
    """An evaluation to begin."""

    token = once_token()


class ChangeEvaluationForm(EvaluationForm):
    """A draft to change."""

    version = version_field()

    @staticmethod
    def initial_from(evaluation: YearEvaluation) -> dict[str, Any]:
        """What the form is filled in with."""
        names = ("year", "worked", "to_change")
        return {name: getattr(evaluation, name) for name in names} | {"version": version_of(evaluation)}


class EvaluationFilter(FilterForm):
    """What the list of evaluations can be narrowed by."""

    state = forms.ChoiceField(label="Läge", required=False, choices=[("", "Alla lägen"), *EvaluationState.choices])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["q"].label = "Sök ord eller år"

    def apply(self, rows):
        """The evaluations that match."""
        chosen = self.chosen()
        return super().apply(rows.filter(state=chosen["state"]) if "state" in chosen else rows)


class ChooseForm(WithHelper):
    """Which factors to watch."""

    kinds = forms.MultipleChoiceField(
        label="Faktorer som andra har funnit viktiga",
        choices=ReadyFactor,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Den som ni slutar följa behåller sina poäng.",
    )
    own = forms.TypedMultipleChoiceField(
        label="Egna faktorer", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    new = line("Lägg till en egen faktor", 80, required=False)
    version = version_field()

    def __init__(self, *args, organisation: Organisation, **kwargs):
        super().__init__(*args, **kwargs)
        rows = organisation.success_factors.filter(kind="")
        self.fields["own"].choices = [(each.pk, each.name) for each in rows]
        if not self.fields["own"].choices:
            del self.fields["own"]

    @staticmethod
    def initial_from(organisation: Organisation) -> dict[str, Any]:
        """What the form is filled in with."""
        rows = organisation.success_factors.filter(is_watched=True)
        return {
            "kinds": [each.kind for each in rows if each.kind],
            "own": [each.pk for each in rows if not each.kind],
            "version": choice_version(organisation),
        }


class ScoreForm(WithHelper):
    """How each watched factor stood in a half-year, and why."""

    submit = "Spara poängen"
    version = version_field()

    def __init__(self, *args, factors: list[SuccessFactor], **kwargs):
        super().__init__(*args, **kwargs)
        self.keys = [each.pk for each in factors]
        version = self.fields.pop("version")
        for factor in factors:
            self.fields[f"score_{factor.pk}"] = forms.TypedChoiceField(
                label=factor.name,
                choices=SCORES,
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
                error_messages={"invalid_choice": f"Välj poäng för {factor.name} mellan 1 och 5"},
            )
            self.fields[f"comment_{factor.pk}"] = forms.CharField(
                label=f"Varför? {factor.name}",
                max_length=1000,
                required=False,
                widget=forms.Textarea({"rows": 2}),
                validators=[refuse_personal_number],
                error_messages={
                    "max_length": f"Kommentaren om {factor.name} får ha högst %(limit_value)d tecken, "
                    "nu är det %(show_value)d"
                },
            )
        self.fields["version"] = version

    @property
    def answers(self) -> dict[int, Answer]:
        """What was said of each factor, by its key."""
        values = self.cleaned_data
        return {pk: Answer(values[f"score_{pk}"], values[f"comment_{pk}"]) for pk in self.keys}

    @staticmethod
    def initial_from(scoring: Scoring) -> dict[str, Any]:
        """What the form is filled in with."""
        when = scoring.when
        found: dict[str, Any] = {"version": score_version(scoring.organisation, when)}
        for each in FactorScore.objects.filter(organisation=scoring.organisation, year=when.year, half=when.half):
            found |= {f"score_{each.factor_id}": each.score, f"comment_{each.factor_id}": each.comment}
        return found


def suggested_year() -> int:
    """The year to evaluate: the last one until summer, then this one."""
    today = timezone.localdate()
    return today.year - 1 if today.month <= 6 else today.year
