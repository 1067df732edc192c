"""Shape of the forms of guideline versions and their clauses."""

from decimal import Decimal
from typing import Any

from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst

from apps.core.actions import version_of
from apps.core.forms import (
    MoneyField,
    StegetForm,
    StegetModelForm,
    WebAddressField,
    form_helper,
    once_token,
    version_field,
)
from apps.core.personal_numbers import refuse_personal_number
from apps.procurements.clause_text import VARIABLES, variables
from apps.procurements.guideline_overview import clause_versions
from apps.procurements.models import Clause, GuidelineVersion
from apps.procurements.priority_rules import LIMIT_LABELS, WEIGHT_LABELS, Limits, Weights

FACTS = ["title", "document_url", "decided_goal_on", "in_place_goal_on", "note"]
MOST = 1_000_000
# Field prefix, what the figures are, their labels.
_RULES = (("weights", Weights, WEIGHT_LABELS), ("limits", Limits, LIMIT_LABELS))
ADDRESS = "Ange en hel webbadress som börjar med https://"


def _rule_fields() -> dict[str, forms.Field]:
    weights = {
        f"weights_{name}": forms.IntegerField(label=f"Vikt för {label}", min_value=0, max_value=100)
        for name, label in WEIGHT_LABELS.items()
    }
    limits = {
        f"limits_{name}": forms.IntegerField(label=capfirst(label), min_value=0, max_value=MOST)
        for name, label in LIMIT_LABELS.items()
    }
    limits["limits_large_value"] = MoneyField(
        label=capfirst(LIMIT_LABELS["large_value"]), decimal_places=0, max_digits=12
    )
    return weights | limits


# A form class whose fields are the names of the rules: a weight that is added there has its field here.
RuleFields = type(forms.Form)("RuleFields", (forms.Form,), _rule_fields())


class GuidelineForm(StegetModelForm):
    """What a version is called, where it can be read, and its goals."""

    document_url = WebAddressField(
        label="Länk till dokumentet",
        required=False,
        help_text="Webbadressen där riktlinjen kan läsas.",
    )

    class Meta:
        model = GuidelineVersion
        fields = FACTS
        widgets = {"note": forms.Textarea({"rows": 3})}
        labels = {"decided_goal_on": "Mål: beslutad senast", "in_place_goal_on": "Mål: införd senast"}
        help_texts = {"title": "Till exempel Riktlinje för sociala krav 2026."}

    messages = {"document_url": {"invalid": ADDRESS}}


class GuidelineCreateForm(GuidelineForm):
    token = once_token()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Skapa versionen", cancel_url=cancel_url)


class GuidelineUpdateForm(GuidelineForm, RuleFields):
    """The same with the weights and limits, each in a field of its own."""

    version = version_field()
    messages = GuidelineForm.messages | {
        "limits_large_value": {"max_decimal_places": "Ange stort värde i hela kronor, till exempel 10 000 000"}
    }

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        weights, limits = ([f"{prefix}_{name}" for name in labels] for prefix, _, labels in _RULES)
        layout = Layout(
            Fieldset("Versionen", *FACTS),
            Fieldset("Vikter", Row(*weights)),
            Fieldset("Gränser", Row(*limits)),
        )
        self.helper = form_helper("Spara versionen", cancel_url=cancel_url, layout=layout)

    @staticmethod
    def initial_from(row: GuidelineVersion) -> dict:
        values = forms.model_to_dict(row, FACTS) | {"version": version_of(row)}
        for prefix, rules, _ in _RULES:
            figures = rules.from_dict(getattr(row, prefix)).as_dict()
            values |= {f"{prefix}_{name}": figure for name, figure in figures.items()}
        return values | {"limits_large_value": Decimal(values["limits_large_value"])}

    def clean(self):
        """`weights` and `limits` become whole rules; what they refuse stands at the field it speaks of."""
        cleaned = super().clean()
        for prefix, rules, labels in _RULES:
            names = {name: f"{prefix}_{name}" for name in labels}
            if any(cleaned.get(field) is None for field in names.values()):
                continue
            figures = {name: int(cleaned[field]) for name, field in names.items()}
            try:
                cleaned[prefix] = rules.from_dict(figures).as_dict()
            except ValueError as error:
                blamed = next((name for name, label in labels.items() if label in str(error)), next(iter(labels)))
                self.add_error(names[blamed], str(error))
        return cleaned

    @property
    def values(self) -> dict[str, Any]:
        """What the action is given."""
        return {name: self.cleaned_data[name] for name in (*FACTS, "weights", "limits")}


class DecideForm(StegetForm):
    """Who decided the version, when, where it is recorded, and from when it holds."""

    decided_by = forms.CharField(
        label="Beslutad av",
        max_length=120,
        validators=[refuse_personal_number],
        help_text="Till exempel kommunfullmäktige.",
    )
    decided_on = forms.DateField(label="Beslutsdag")
    reference = forms.CharField(
        label="Beslutets diarienummer eller paragraf", max_length=120, validators=[refuse_personal_number]
    )
    valid_from = forms.DateField(
        label="Gäller från", help_text="Upphandlingar som annonseras från den dagen följer versionen."
    )
    version = version_field()

    messages = {
        "decided_by": "Ange vem som beslutade, till exempel kommunfullmäktige",
        "decided_on": {"required": "Ange dagen då beslutet togs"},
    }

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Registrera beslutet", cancel_url=cancel_url)

    @staticmethod
    def initial_from(row: GuidelineVersion) -> dict:
        names = ["decided_by", "decided_on", "reference", "valid_from"]
        return forms.model_to_dict(row, names) | {"version": version_of(row, *clause_versions(row))}


class ClauseForm(StegetModelForm):
    """A clause's text with variables in braces, what it is for, and the sanctions it gives."""

    class Meta:
        model = Clause
        fields = ["title", "model", "kind", "text", "has_rectification", "has_penalty", "has_call_off_block"]
        fields += ["has_termination", "source", "is_draft"]
        widgets = {"text": forms.Textarea({"rows": 18}), "model": forms.RadioSelect}
        help_texts = {
            "text": "Tom rad mellan styckena. Variabler skrivs inom klamrar: "
            + ", ".join(f"{{{name}}}" for name in VARIABLES)
            + ".",
            "source": "Varifrån texten kommer, till exempel en annan kommuns avtal.",
        }

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["source"].validators.append(refuse_personal_number)
        check = ("check", "Kontrollera utan att spara")
        self.helper = form_helper("Spara klausulen", secondary=check, cancel_url=cancel_url)

    def clean_text(self):
        text = self.cleaned_data["text"].replace("\r\n", "\n")
        try:
            variables(text)
        except ValueError as error:
            raise ValidationError(str(error)) from error
        return text


class ClauseCreateForm(ClauseForm):
    token = once_token()


class ClauseUpdateForm(ClauseForm):
    version = version_field()

    @staticmethod
    def initial_from(row: Clause) -> dict:
        return forms.model_to_dict(row, ClauseForm.Meta.fields) | {"version": version_of(row)}


class CompareForm(StegetForm):
    """Which version to compare with. A GET form; `others` are the organisation's other versions."""

    med = forms.ModelChoiceField(label="Jämför med", queryset=GuidelineVersion.objects.none())

    def __init__(self, *args, others, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["med"].queryset = others
        self.fields["med"].empty_label = None
