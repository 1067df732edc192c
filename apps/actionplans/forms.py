"""Shape of the forms about plans, items and goals."""

from typing import Any

from django import forms

from apps.accounts.models import Department, Organisation
from apps.actionplans import due
from apps.actionplans.choices import ITEM_TRANSITIONS, DueKind, ItemState, PlanScope, PlanState
from apps.actionplans.models import Goal, Item, Plan
from apps.core.actions import version_of
from apps.core.forms import StegetForm, form_helper, once_token, version_field
from apps.core.lists import FilterForm
from apps.core.personal_numbers import refuse_personal_number
from apps.procurements.models import GuidelineVersion, Procurement
from apps.procurements.queries import people_for

_MONTHS = [("", "---------"), *((number, name) for number, name in enumerate(due.MONTHS, 1))]
_UNKNOWN = "Diarienumret ”{number}” finns inte hos {organisation}. Rätta det eller ta bort raden."


def text(label: str, length: int, hint: str = "") -> forms.CharField:
    """A free text that may be left out."""
    widget = forms.Textarea({"rows": 4})
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=length,
        required=False,
        widget=widget,
        validators=[refuse_personal_number],
    )


def line(label: str, length: int, hint: str = "", *, required: bool = True) -> forms.CharField:
    """A text of one line."""
    return forms.CharField(
        label=label, help_text=hint, max_length=length, required=required, validators=[refuse_personal_number]
    )


class WithHelper(StegetForm):
    """A form that leads back where it came from."""

    submit = "Spara"

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper(self.submit, cancel_url=cancel_url)


class PlanForm(WithHelper):
    """What a plan is called, and the year and authorities it is for."""

    title = line("Rubrik", 120, "Till exempel Handlingsplan för socialt ansvarstagande 2018.")
    year = forms.IntegerField(label="År", min_value=2000, max_value=2098)
    scope = forms.ChoiceField(label="Planen gäller", choices=PlanScope, widget=forms.RadioSelect)
    introduction = text("Inledning", 3000, "Vad planen bygger på. Den står överst, också när planen publiceras.")
    messages = {"scope": "Välj vem planen gäller"}


class NewPlanForm(PlanForm):
    """A plan to begin."""

    token = once_token()


class ChangePlanForm(PlanForm):
    """A plan to change."""

    version = version_field()

    @staticmethod
    def initial_from(plan: Plan) -> dict[str, Any]:
        """What the form is filled in with."""
        names = ("title", "year", "scope", "introduction")
        return {name: getattr(plan, name) for name in names} | {"version": version_of(plan)}


class DecideForm(WithHelper):
    """Who decided the plan, when, and under which reference."""

    submit = "Spara beslutet"
    decided_by_body = line("Beslutad av", 120, "Till exempel Södertörns upphandlingsnämnd.")
    decided_on = forms.DateField(label="Beslutsdatum")
    reference = line("Beslutets beteckning", 120, "Diarienummer och paragraf, till exempel SUN 2018/4, § 8.")
    messages = {"decided_by_body": "Ange vem som beslutade"}


class PressForm(StegetForm):
    """A question that is answered with one press; it says why the press was refused."""


class CarryForm(StegetForm):
    """The press that makes next year's plan, once."""

    token = once_token()


class ItemForm(WithHelper):
    """What an item is, why, who sees to it and who takes part."""

    title = line("Rubrik", 160)
    background = text("Bakgrund", 3000)
    purpose = text("Syfte", 3000, "Vad punkten ska leda till.")
    responsible = forms.ModelChoiceField(
        None,
        label="Ansvarig",
        required=False,
        empty_label="Ingen särskild",
        help_text="Får påminnelser om målen. Namnet publiceras aldrig.",
    )
    responsible_role = line(
        "Ansvarig roll", 120, "Till exempel upphandlingschefen. Rollen står i den publicerade planen.", required=False
    )
    departments = forms.ModelMultipleChoiceField(
        None, label="Medverkande förvaltningar", required=False, widget=forms.CheckboxSelectMultiple
    )
    organisations = forms.ModelMultipleChoiceField(
        None, label="Medverkande myndigheter", required=False, widget=forms.CheckboxSelectMultiple
    )
    procurements = forms.CharField(
        label="Upphandlingar",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text="Diarienummer, ett på varje rad.",
    )
    guidelines = forms.ModelMultipleChoiceField(
        None, label="Riktlinjer", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, plan: Plan, responsible: int | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        own = plan.organisation
        self.organisation = own
        self.fields["responsible"].queryset = people_for(own, responsible)
        self.fields["departments"].queryset = Department.objects.filter(organisation=own)
        self.fields["organisations"].queryset = Organisation.objects.filter(is_demo=own.is_demo).exclude(pk=own.pk)
        self.fields["guidelines"].queryset = GuidelineVersion.objects.filter(organisation=own)
        for name in ("departments", "organisations", "guidelines"):
            if not self.fields[name].queryset.exists():
                del self.fields[name]

    def clean_procurements(self) -> list[Procurement]:
        """The procurements whose case numbers were written, all of them the organisation's own."""
        numbers = [line.strip() for line in self.cleaned_data["procurements"].splitlines() if line.strip()]
        found = {
            each.case_number: each
            for each in Procurement.objects.filter(organisation=self.organisation, case_number__in=numbers)
        }
        for number in numbers:
            if number not in found:
                raise forms.ValidationError(_UNKNOWN.format(number=number, organisation=self.organisation))
        return list(found.values())


class NewItemForm(ItemForm):
    """An item to add."""

    token = once_token()


class ChangeItemForm(ItemForm):
    """An item to change."""

    version = version_field()

    @staticmethod
    def initial_from(item: Item) -> dict[str, Any]:
        """What the form is filled in with."""
        sides, links = list(item.taking_part.all()), list(item.links.select_related("procurement"))
        names = ("title", "background", "purpose", "responsible_role")
        return {name: getattr(item, name) for name in names} | {
            "responsible": item.responsible_id,
            "departments": [each.department_id for each in sides if each.department_id],
            "organisations": [each.organisation_id for each in sides if not each.department_id],
            "procurements": "\n".join(each.procurement.case_number for each in links if each.procurement),
            "guidelines": [each.guideline_id for each in links if each.guideline_id],
            "version": version_of(item),
        }


class StateForm(WithHelper):
    """How an item stands; only where it may go from here."""

    state = forms.ChoiceField(label="Läge", choices=ItemState, widget=forms.RadioSelect)
    moved_reason = text("Skäl till flytten", 1000, "Fylls i om punkten flyttas: varför, och vart.")
    messages = {"state": "Välj läge"}

    def __init__(self, *args, item: Item, **kwargs):
        super().__init__(*args, **kwargs)
        allowed = (item.state, *ITEM_TRANSITIONS[item.state])
        self.fields["state"].choices = [each for each in self.fields["state"].choices if each[0] in allowed]


class NoteForm(WithHelper):
    """How an item goes."""

    submit = "Spara anteckningen"
    text = forms.CharField(
        label="Hur går det?",
        max_length=2000,
        widget=forms.Textarea({"rows": 5}),
        help_text="Anteckningen får ditt namn och dagens datum och kan inte ändras efteråt.",
        validators=[refuse_personal_number],
    )
    token = once_token()
    messages = {"text": "Skriv hur det går"}


class GoalForm(WithHelper):
    """What is to be reached, and when."""

    text = line("Mål", 300)
    due_kind = forms.ChoiceField(label="När ska målet vara nått?", choices=DueKind, widget=forms.RadioSelect)
    due_on = forms.DateField(label="Dag", required=False, help_text="Om målet gäller en viss dag.")
    month = forms.TypedChoiceField(
        label="Månad",
        choices=_MONTHS,
        coerce=int,
        empty_value=None,
        required=False,
        help_text="Om målet gäller en månad. Det är försenat först när månaden är slut.",
    )
    messages = {"due_kind": "Välj när målet ska vara nått", "text": "Skriv målet"}

    def __init__(self, *args, year: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.year = year

    def clean(self) -> dict[str, Any]:
        """With `due_on` as the last day, whatever it was written as; the month is left out."""
        values = super().clean()
        kind, month, day = values.get("due_kind"), values.pop("month", None), values.get("due_on")
        if kind and not self.errors:
            try:
                values["due_on"] = due.due_day(kind, self.year, on=day, month=month)
            except ValueError:
                name, text = ("month", "Välj månad") if kind == DueKind.MONTH else ("due_on", "Ange dag")
                self.add_error(name, text)
        return values


class NewGoalForm(GoalForm):
    """A goal to add."""

    token = once_token()


class ChangeGoalForm(GoalForm):
    """A goal to change."""

    version = version_field()

    @staticmethod
    def initial_from(goal: Goal) -> dict[str, Any]:
        """What the form is filled in with."""
        own = {"text": goal.text, "due_kind": goal.due_kind, "version": version_of(goal)}
        if goal.due_kind == DueKind.MONTH:
            return own | {"month": goal.due_on.month}
        return own | ({"due_on": goal.due_on} if goal.due_kind == DueKind.DAY else {})


class FinishForm(WithHelper):
    """On which day a goal was reached."""

    submit = "Målet är nått"
    done_on = forms.DateField(label="Klart")


class PlanFilter(FilterForm):
    """What the list of plans can be narrowed by."""

    state = forms.ChoiceField(label="Läge", required=False, choices=[("", "Alla lägen"), *PlanState.choices])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["q"].label = "Sök plan, punkt eller år"

    def chip_text(self, name, value):
        return f"Sök: {value}" if name == "q" else super().chip_text(name, value)

    def apply(self, rows):
        chosen = self.chosen()
        if "state" in chosen:
            rows = rows.filter(state=chosen["state"])
        return super().apply(rows)
