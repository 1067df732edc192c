"""Shape of the two steps by which a requirement is set: which clause or model, then the fields that fit it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from apps.core.actions import version_of
from apps.core.forms import (
    MoneyField,
    StegetForm,
    StegetModelForm,
    form_helper,
    once_token,
    refuse_distant_day,
    version_field,
)
from apps.procurements.choices import COUNTED_MODELS, RequirementKind, RequirementModel
from apps.procurements.models import Clause, Requirement
from apps.procurements.requirement_rules import SANCTIONS, asked_for, first_start_default, kinds_for, refused_money
from apps.procurements.requirement_words import carried_by

WITHOUT = "utan"
MOST_DAYS = 40
NEEDS_NO_KIND = "Behövs inte för reserverad upphandling, arbetsrättsliga villkor och vilja att bidra."
WRONG_KIND = "Kravmodellen {model} gäller {kinds}. Välj en av dem"
NOT_OF_THE_MODEL = ("confirms_late", "replaces_decision")
_SECTIONS = {
    "Omfattning": ("count", "unit", "quantity_basis", "rate", "reserved_share", "bonus_rate", "bonus_ceiling"),
    "Tid och uppföljning": (
        "starts_on",
        "ends_on",
        "due_on",
        "first_start_within_months",
        "report_on",
        "follow_up_by",
        "counts_attempts",
    ),
    "Påföljder": tuple(name for _, names in SANCTIONS.values() for name in names),
    "Övrigt": ("geographic_restriction", "clause_text", "note"),
    "Sent ställt krav": ("confirms_late", "late_motive"),
    "Tidigare beslut": ("replaces_decision",),
}
_NOT_CHOSEN = {"quantity_basis": "Inte angivet", "follow_up_by": "Inte bestämt", "penalty_unit": "Inget vite"}
_ALWAYS = {"note", "confirms_late", "late_motive", "replaces_decision", "token", "version"}


@dataclass(frozen=True)
class Choice:
    """The first step's answer: a clause or none, the model, and the kind of effort ("" when it asks for none)."""

    clause: Clause | None
    model: str
    kind: str

    @property
    def query(self) -> str:
        """The answer as the second step's address carries it."""
        query = QueryDict(mutable=True)
        query.update({"klausul": self.clause.pk if self.clause else WITHOUT, "modell": self.model, "insats": self.kind})
        return f"?{query.urlencode()}"

    @property
    def values(self) -> dict[str, Any]:
        """The answer as fields of a requirement."""
        return {"clause": self.clause, "model": self.model, "kind": self.kind}


class ChoiceForm(StegetForm):
    """Which clause the requirement follows; without one, which model and kind of effort it has.

    It answers by `choice`. The second step's address is read by the same form, so nothing else gets through.
    """

    clause = forms.ChoiceField(label="Klausul", widget=forms.RadioSelect)
    model = forms.ChoiceField(
        label="Kravmodell", choices=RequirementModel.choices, widget=forms.RadioSelect, required=False
    )
    kind = forms.ChoiceField(label="Insats", choices=RequirementKind.choices, widget=forms.RadioSelect, required=False)

    def __init__(self, *args, clauses: list[Clause], cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.clauses = {str(clause.pk): clause for clause in clauses}
        self.choice: Choice | None = None
        if clauses:
            offered = [(key, _clause_label(clause)) for key, clause in self.clauses.items()]
            self.fields["clause"].choices = [*offered, (WITHOUT, "Utan klausul: välj modell och insats nedan")]
            self.fields["model"].help_text = "Anges när ingen klausul väljs."
        else:
            del self.fields["clause"]
        self.fields["kind"].help_text = NEEDS_NO_KIND
        self.helper = form_helper("Fortsätt", cancel_url=cancel_url)

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            clause = self.clauses.get(cleaned.get("clause", WITHOUT))
            model = clause.model if clause else cleaned["model"]
            if not model:
                self.add_error("model", "Välj kravmodell")
            else:
                self._choose(clause, model, (clause and clause.kind) or cleaned["kind"])
        return cleaned

    def _choose(self, clause: Clause | None, model: str, kind: str) -> None:
        fitting = kinds_for(model)
        if len(fitting) == 1 or not fitting:
            kind = fitting[0] if fitting else ""
        if fitting and kind not in fitting:
            kinds = " eller ".join(each.label for each in fitting)
            names = {"model": RequirementModel(model).label, "kinds": kinds}
            self.add_error("kind", WRONG_KIND.format(**names) if kind else "Välj insats")
        else:
            self.choice = Choice(clause, model, kind)

    @staticmethod
    def from_query(query: QueryDict) -> dict[str, str]:
        """What the second step's address says, as this form's data."""
        return {
            "clause": query.get("klausul", WITHOUT),
            "model": query.get("modell", ""),
            "kind": query.get("insats", ""),
        }


class DatesField(forms.CharField):
    """Several days separated by commas or one a row, as a list of dates in order, each once."""

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 1000, "widget": forms.Textarea({"rows": 3})} | kwargs)

    def clean(self, value):
        words = super().clean(value).replace(",", " ").replace(";", " ").split()
        days = sorted({_day(word) for word in words})
        if len(days) > MOST_DAYS:
            raise ValidationError(f"Ange högst {MOST_DAYS} dagar, nu är det {len(days)}.")
        return days

    def prepare_value(self, value):
        return ", ".join(day.isoformat() for day in value) if isinstance(value, list) else value

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data)


class RequirementForm(StegetModelForm):
    """The fields that fit the choice. What is not asked for is emptied when it is saved (`values`)."""

    count = forms.IntegerField(label="Antal", required=False, min_value=1, max_value=100000)
    rate = MoneyField(
        label="Tal som antalet räknades med",
        required=False,
        max_digits=8,
        help_text="Till exempel 12 heltidsmånader per 50 miljoner kronor.",
    )
    report_on = DatesField(
        label="Rapportdagar",
        required=False,
        help_text="Till exempel 2027-01-31, 2027-07-31. En dag per rad går också bra.",
    )
    penalty_amount = MoneyField(label="Vite, kronor", required=False, max_digits=12)
    penalty_cap = MoneyField(label="Högsta vite, kronor", required=False, max_digits=12)
    bonus_rate = MoneyField(label="Bonus per enhet, kronor", required=False, max_digits=12)
    bonus_ceiling = MoneyField(label="Högsta bonus, kronor", required=False, max_digits=12)
    reserved_share = forms.IntegerField(
        label="Reserverad andel, procent", min_value=0, max_value=100, help_text="Minst 30 procent (LOU 4:18)."
    )
    messages = {"count": {"required": "Ange hur många kravet gäller, minst 1"}}
    confirms_late = forms.BooleanField(label="Kravet ska gälla trots att det ställs sent", required=False)
    replaces_decision = forms.BooleanField(label="Kravet ersätter beslutet om inget krav", required=False)

    class Meta:
        model = Requirement
        fields = [name for names in _SECTIONS.values() for name in names if name not in NOT_OF_THE_MODEL]
        widgets = {name: forms.Textarea({"rows": 4}) for name in ("note", "late_motive")}
        widgets |= {"clause_text": forms.Textarea({"rows": 10})}
        labels = {
            "due_on": "Senast uppfyllt",
            "quantity_basis": "Så sattes antalet",
            "first_start_within_months": "Den första ska ha börjat eller erbjudits inom, månader",
            "geographic_restriction": "Geografisk begränsning",
            "clause_text": "Avtalets text",
            "late_motive": "Motiv till att kravet ställs sent",
        }
        help_texts = {
            "first_start_within_months": "Räknas från avtalets start. Sex månader är vanligt för anställningar.",
            "counts_attempts": "Leverantören har erbjudit platser i tid men kommunen hade ingen att skicka. Ska framgå "
            "av avtalets text.",
            "geographic_restriction": "Låt en jurist granska: en begränsning till en ort kan strida mot likabehandling "
            "(LOU 4:1). Lämna helst tomt, matcharen söker ändå bland kommunens egna deltagare.",
            "clause_text": "Skriv av eller klistra in det avtalet säger om kravet. Behövs om kravet har påföljder.",
            "late_motive": "Till exempel att kravet stod i upphandlingsdokumenten men registreras först nu.",
        }

    def __init__(self, *args, choice: Choice, is_late: bool, has_decision: bool, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.choice = choice
        asked = {*asked_for(choice.model, carried_by(choice.clause)), *_ALWAYS}
        asked -= set() if is_late else {"confirms_late", "late_motive"}
        asked -= set() if has_decision else {"replaces_decision"}
        asked |= set() if choice.clause else {"clause_text"}
        for name in set(self.fields) - asked:
            del self.fields[name]
        self._fit(choice)
        self.helper = form_helper(
            "Spara kravet",
            secondary=("preview", "Visa klausulens text") if choice.clause else None,
            cancel_url=cancel_url,
            layout=self._layout(),
        )

    def _fit(self, choice: Choice) -> None:
        """Ask for the number where the model has one, suggest the usual half year, and name what is left open."""
        if "count" in self.fields and choice.model in COUNTED_MODELS:
            self.fields["count"].required = True
        for name in set(_NOT_CHOSEN) & set(self.fields):
            self.fields[name].choices = [("", _NOT_CHOSEN[name]), *self.fields[name].choices[1:]]
        if "first_start_within_months" in self.fields:
            default = first_start_default(choice.model, choice.kind)
            self.initial.setdefault("first_start_within_months", default)
        if choice.model == RequirementModel.DIALOG:
            rate = self.fields["rate"]
            rate.label = "Högsta antal som kan bestämmas i dialogen"
            rate.help_text = "Gör klausulen tydlig, så att ett antal får bestämmas senare (LOU 17:10)."

    def _layout(self) -> Layout:
        sections = [(title, [name for name in names if name in self.fields]) for title, names in _SECTIONS.items()]
        return Layout(*(Fieldset(title, *names) for title, names in sections if names))

    def clean(self):
        """Say what amount is lacking beside its field, before the database's sentence about them all."""
        cleaned = super().clean()
        for name, sentence in refused_money(cleaned).items():
            if name in self.fields and name not in self.errors:
                self.add_error(name, sentence)
        return cleaned

    @property
    def values(self) -> dict[str, Any]:
        """The choice and every field of a requirement: those that were not asked for become empty."""
        given = {name: value for name, value in self.cleaned_data.items() if name not in ("token", "version")}
        empty = {name: _EMPTY[name] for name in self.Meta.fields if name not in self.fields and name != "late_motive"}
        return {**empty, **given, **self.choice.values}

    @property
    def fields_of_requirement(self) -> dict[str, Any]:
        """The values that are fields of Requirement, without the person's confirmations."""
        return {name: value for name, value in self.values.items() if name not in NOT_OF_THE_MODEL}


class RequirementCreateForm(RequirementForm):
    token = once_token()


class RequirementUpdateForm(RequirementForm):
    version = version_field()

    @staticmethod
    def initial_from(row: Requirement) -> dict:
        return forms.model_to_dict(row, RequirementForm.Meta.fields) | {"version": version_of(row)}


_EMPTY = {name: Requirement._meta.get_field(name).get_default() for name in RequirementForm.Meta.fields}


def _clause_label(clause: Clause) -> str:
    return f"{clause.title} ({clause.get_model_display()})" + (", utkast" if clause.is_draft else "")


def _day(word: str) -> date:
    try:
        day = date.fromisoformat(word)
    except ValueError:
        sentence = f"”{word[:40]}” är ingen dag. Ange rapportdagar som år-månad-dag, till exempel 2027-01-31"
        raise ValidationError(sentence) from None
    refuse_distant_day(day)
    return day
