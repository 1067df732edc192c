"""Shape of the forms of targets and measures: what a target is about, its decision, what is shown."""

from django import forms

from apps.core.forms import MoneyField, StegetForm, form_helper
from apps.placements.choices import PlacementKind
from apps.procurements.models import GuidelineVersion
from apps.targets.choices import CountingRule, Measure, Scope
from apps.targets.counting import DEFAULT_KINDS
from apps.targets.models import Target
from apps.targets.target_queries import About

# Fields that only some measures have.
_OF_MEASURES = {
    "counting_rule": {Measure.RESIDENTS},
    "counted_kinds": {Measure.RESIDENTS},
    "least_value": {Measure.WITH_REQUIREMENT},
}


class TargetForm(StegetForm):
    """A new version of a year's target. `base_version` is the version the user has read."""

    value = forms.IntegerField(label="Mål", min_value=1, max_value=1_000_000, help_text="Antal under året.")
    least_value = MoneyField(
        label="Från värdet, kronor",
        required=False,
        min_value=0,
        help_text="Räkna bara upphandlingar som är värda minst så mycket, till exempel 1 000 000. Lämna tomt för alla.",
    )
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
    guideline = forms.ModelChoiceField(
        label="Riktlinje som målet hör till", queryset=None, required=False, empty_label="Ingen"
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

    def __init__(self, data=None, *, organisation, about: About, target: Target | None, latest_version, cancel_url):
        super().__init__(data, initial=initial_values(target) | {"base_version": latest_version})
        for name, measures in _OF_MEASURES.items():
            if about.measure not in measures:
                del self.fields[name]
        guidelines = GuidelineVersion.objects.filter(organisation=organisation)
        self.fields["guideline"].queryset = guidelines
        if not guidelines.exists():
            del self.fields["guideline"]
        self.helper = form_helper("Spara målet", cancel_url=cancel_url)


class ShareTargetForm(TargetForm):
    """A new version of a target that is a share."""

    value = forms.IntegerField(
        label="Mål, procent", min_value=1, max_value=100, help_text="Minst så många procent under året, 1 till 100."
    )


def target_form(data, *, about: About, **options) -> TargetForm:
    """The form for a target of that measure."""
    kind = TargetForm if about.measure == Measure.RESIDENTS else ShareTargetForm
    return kind(data, about=about, **options)


class AboutForm(forms.Form):
    """What a target is about: chosen first, since each has decisions of its own."""

    matt = forms.ChoiceField(label="Mått", choices=Measure.choices, required=False)
    galler = forms.ChoiceField(label="Gäller", required=False)
    use_required_attribute = False

    def __init__(self, data, *, departments):
        super().__init__(data)
        self.departments = {str(each.pk): each for each in departments}
        wholes = [(value, label) for value, label in Scope.choices if value != Scope.DEPARTMENT]
        names = [(key, each.name) for key, each in self.departments.items()]
        self.fields["galler"].choices = [*wholes, *names]

    def about(self) -> About | None:
        """What was chosen, residents of the whole organisation without a choice; None when it does not exist."""
        if not self.is_valid():
            return None
        scope = self.cleaned_data["galler"] or Scope.ORGANISATION.value
        measure, department = self.cleaned_data["matt"] or Measure.RESIDENTS.value, self.departments.get(scope)
        return About(measure, Scope.DEPARTMENT.value if department else scope, department)


def initial_values(target: Target | None) -> dict:
    """The version in force, or the usual rule when there is none."""
    names = ("value", "least_value", "counting_rule", "counted_kinds", "decided_by_body", "decided_on", "reference")
    if target:
        return {name: getattr(target, name) for name in names} | {"guideline": target.guideline_id}
    kinds = [kind.value for kind in DEFAULT_KINDS]
    return {"counting_rule": CountingRule.RESIDENTS_STARTED.value, "counted_kinds": kinds}
