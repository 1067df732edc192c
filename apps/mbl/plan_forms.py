"""Shape of the forms of the plan's numbers and of the checklist."""

from dataclasses import fields
from typing import Any

from crispy_forms.layout import Fieldset, Layout, Row
from django import forms

from apps.core.actions import version_of
from apps.core.forms import StegetForm, form_helper, once_token, version_field
from apps.core.personal_numbers import refuse_personal_number
from apps.mbl import checklist
from apps.mbl.models import ChecklistTemplate, PlanSettings
from apps.mbl.plan_words import Numbers
from apps.mbl.queries import numbers_of
from apps.mbl.settings_fields import DatesField

# Of each number of the plan: the label, its unit.
NUMBER_WORDS: dict[str, tuple[str, str]] = {
    "assessment_ad": ("Från bedömningen till underlaget", "arbetsdagar"),
    "material_ad": ("Från underlaget till kallelsen", "arbetsdagar"),
    "call_ad": ("Från kallelsen till mötet", "arbetsdagar"),
    "minutes_ad": ("Från mötet till justerat protokoll", "arbetsdagar"),
    "central_request_cd": ("För att begära central förhandling", "dagar"),
    "central_round_ad": ("För en central förhandling", "arbetsdagar"),
    "decision_ad": ("Från beslutet till annonseringen", "arbetsdagar"),
    "tender_cd": ("Anbudstid", "dagar"),
    "evaluation_ad": ("Från sista anbudsdag till kallelsen enligt 38 §", "arbetsdagar"),
    "call_38_ad": ("Från kallelsen enligt 38 § till mötet", "arbetsdagar"),
    "veto_ad": ("Från sista dag för veto till tilldelningsbeslutet", "arbetsdagar"),
}
_BEFORE = (
    "assessment_ad",
    "material_ad",
    "call_ad",
    "minutes_ad",
    "central_request_cd",
    "central_round_ad",
    "decision_ad",
)


def _number_fields() -> dict[str, forms.Field]:
    shipped = Numbers()
    return {
        name: forms.IntegerField(
            label=f"{label}, {unit}",
            min_value=1 if name == "decision_ad" else 0,
            max_value=365,
            help_text=f"Stegets förslag: {getattr(shipped, name)}.",
        )
        for name, (label, unit) in NUMBER_WORDS.items()
    }


def _number_messages() -> dict[str, dict[str, str]]:
    shipped = Numbers()
    return {
        name: dict.fromkeys(
            ("required", "invalid"), f"{label}: ange {unit} med siffror, till exempel {getattr(shipped, name)}"
        )
        | {"max_value": f"{label}: ange högst %(limit_value)s {unit}"}
        | {"min_value": f"{label}: ange minst %(limit_value)s {unit}"}
        for name, (label, unit) in NUMBER_WORDS.items()
    }


# A form class whose fields are the numbers: one that is added to the plan has its field here.
NumberFields = type(forms.Form)("NumberFields", (forms.Form,), _number_fields())


class PlanSettingsForm(StegetForm, NumberFields):
    """The plan's numbers, and the days off beside the calendar's."""

    days_off = DatesField(
        label="Egna lediga dagar",
        required=False,
        help_text="Klämdagar och andra dagar då ni inte arbetar, en per rad. Helgdagar och aftnar räknas redan.",
    )
    version = version_field()
    messages = _number_messages()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        after = [name for name in NUMBER_WORDS if name not in _BEFORE]
        layout = Layout(
            Fieldset("Före annonsering", Row(*_BEFORE)),
            Fieldset("Före tilldelning", Row(*after)),
            Fieldset("Lediga dagar", "days_off"),
        )
        reset = ("reset", "Återställ talen")
        self.helper = form_helper("Spara", secondary=reset, cancel_url=cancel_url, layout=layout)

    @staticmethod
    def initial_from(row: PlanSettings) -> dict:
        numbers = numbers_of(row)
        values = {each.name: getattr(numbers, each.name) for each in fields(Numbers)}
        return values | {"days_off": tuple(row.days_off), "version": version_of(row)}

    @property
    def values(self) -> dict[str, Any]:
        """What the action is given."""
        cleaned = self.cleaned_data
        numbers = {name: cleaned[name] for name in NUMBER_WORDS}
        return {"numbers": numbers, "days_off": cleaned["days_off"]}


class ChecklistForm(StegetForm):
    """The guidance of every step of the checklist, and what was changed."""

    note = forms.CharField(
        label="Vad som ändrades", required=False, max_length=300, validators=[refuse_personal_number]
    )
    token = once_token()
    version = version_field()

    def __init__(self, *args, items: tuple[checklist.Item, ...], cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.items = items
        parts = {
            stage: [item for item in items if item.stage == stage] for stage in dict.fromkeys(i.stage for i in items)
        }
        for item in items:
            self.fields[f"guidance_{item.key}"] = _guidance_field(item)
        sets = [
            Fieldset(stage.label.capitalize(), *(f"guidance_{item.key}" for item in held))
            for stage, held in parts.items()
        ]
        self.helper = form_helper("Spara som ny version", cancel_url=cancel_url, layout=Layout(*sets, "note"))

    @staticmethod
    def initial_from(row: ChecklistTemplate) -> dict:
        held = {f"guidance_{item.key}": item.guidance for item in checklist.from_dicts(row.items)}
        return held | {"version": version_of(row)}

    @property
    def guidance(self) -> dict[str, str]:
        """The texts by key of the step."""
        return {item.key: self.cleaned_data[f"guidance_{item.key}"] for item in self.items}

    @property
    def values(self) -> dict[str, Any]:
        """What else the action is given."""
        cleaned = self.cleaned_data
        return {"note": cleaned["note"], "token": cleaned["token"], "seen": cleaned["version"]}


def _guidance_field(item: checklist.Item) -> forms.CharField:
    length = {"max_length": f"{item.title} får ha högst %(limit_value)d tecken, nu är det %(show_value)d"}
    return forms.CharField(
        label=item.title,
        required=False,
        max_length=2000,
        validators=[refuse_personal_number],
        widget=forms.Textarea({"rows": 5}),
        error_messages=length,
    )
