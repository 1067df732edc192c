"""Shape of the forms of a procurement case: three short steps to add one, one page to change its planning."""

from typing import Any

from django import forms

from apps.core.actions import version_of
from apps.core.forms import MoneyField, StegetModelForm, form_helper, once_token, version_field
from apps.procurements import queries
from apps.procurements.choices import Phase
from apps.procurements.corrections import GIVEN
from apps.procurements.models import Procurement
from apps.procurements.phase_forms import HINTS, moment_field

MONEY_HINT = "Kronor utan moms, med optioner och förlängningar. Till exempel 1 900 000."
NEW = "new"
ORIGINS = [
    (NEW, "Ny: den är inte annonserad"),
    (Phase.PUBLISHED.value, "Den är redan annonserad"),
    (Phase.CONTRACTED.value, "Den har redan avtal"),
]
STEPS = ("Vad", "När och hur mycket", "Kontrollera")
LAST = len(STEPS)
FIRST = ("origin", "title", "kind", "cpv", "department", "case_number")
PLANNED = ("planned_publication_on", "planned_signing_on")
PUBLISHED = ("published_on",)


class ProcurementForm(StegetModelForm):
    """A procurement case. Who may be chosen depends on the user's departments and on the organisation."""

    cpv = forms.CharField(
        label="CPV-kod",
        required=False,
        max_length=100,
        help_text="Åtta siffror, med eller utan kontrollsiffra, eller ett ord ur benämningen.",
    )
    estimated_value = MoneyField(label="Uppskattat värde", required=False, help_text=MONEY_HINT)

    class Meta:
        model = Procurement
        fields = ["title", "kind", "cpv", "department", "case_number", "estimated_value"]
        fields += [*PLANNED, "responsible", "note"]
        widgets = {"note": forms.Textarea({"rows": 4})}

    def __init__(self, *args, user, organisation, row=None, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        department = self.fields["department"]
        department.queryset = queries.departments_for(user, organisation, row and row.department_id)
        department.required = not queries.holds_everywhere(user, organisation)
        self.fields["responsible"].queryset = queries.people_for(organisation, row and row.responsible_id)
        self.cancel_url = cancel_url
        self.helper = form_helper("Spara upphandlingen", cancel_url=cancel_url)

    def clean_cpv(self):
        return queries.find_cpv(self.cleaned_data["cpv"])


class ProcurementCreateForm(ProcurementForm):
    """All three steps in one form: `at` shows the fields of one and carries the others along hidden."""

    origin = forms.ChoiceField(label="Var står upphandlingen?", choices=ORIGINS, widget=forms.RadioSelect, initial=NEW)
    token = once_token()
    step = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta(ProcurementForm.Meta):
        fields = [*ProcurementForm.Meta.fields, *PUBLISHED]
        help_texts = {"published_on": HINTS["published_on"]}

    messages = {"origin": {"required": "Välj var upphandlingen står", "invalid_choice": "Välj var upphandlingen står"}}
    field_order = [*FIRST, "estimated_value", *PLANNED, *PUBLISHED, "responsible", "note"]

    def at(self, step: int) -> "ProcurementCreateForm":
        """The form as its step shows it. An answer that does not fit the origin is neither asked for nor kept."""
        shown = self.asked_in(step)
        for name, field in self.fields.items():
            if name not in shown:
                field.widget = forms.HiddenInput()
        self.shown_step = self.initial["step"] = step
        if self.is_bound:
            self.data = self.data.copy()
            self.data["step"] = str(step)
        button = "Spara upphandlingen" if step == LAST else "Fortsätt"
        back = ("back", "Tillbaka") if step > 1 else None
        self.helper = form_helper(button, secondary=back, cancel_url=self.cancel_url)
        self.helper.form_id = "case"
        return self

    def first_wrong_step(self) -> int | None:
        """The earliest step with something to correct; None when there is none. What is not asked cannot be wrong."""
        asked = {name: step for step in (2, 1) for name in self.asked_in(step)}
        unasked = {*PLANNED, *PUBLISHED} - set(asked)
        wrong = [asked.get(name, LAST) for name in self.errors if name not in unasked]
        return min(wrong, default=None)

    def values(self) -> dict[str, Any]:
        """What the action is to store."""
        values = {name: value for name, value in self.cleaned_data.items() if name not in ("step", "origin")}
        is_new = self.cleaned_data["origin"] == NEW
        left_out = dict.fromkeys(PUBLISHED if is_new else PLANNED)
        return values | left_out | {"phase": Phase.NEED if is_new else Phase(self.cleaned_data["origin"])}

    def asked_in(self, step: int) -> tuple[str, ...]:
        """The fields of a step; which days are asked for depends on where the procurement stands."""
        if step == 1:
            return FIRST
        dates = PLANNED if self["origin"].value() in (NEW, None, "") else PUBLISHED
        return ("estimated_value", *dates, "responsible", "note") if step == 2 else ()


class ProcurementUpdateForm(ProcurementForm):
    """The planning of a case, and the days its moves have given, to correct them. The phase is changed by moves."""

    version = version_field()

    class Meta(ProcurementForm.Meta):
        fields = ["title", "kind", "cpv", "department", "case_number", "responsible", "estimated_value", "procedure"]
        fields += ["is_framework", "framework_reasons", "need_registered_on", *PLANNED, "social_flag", "note"]
        widgets = {"note": forms.Textarea({"rows": 4}), "framework_reasons": forms.Textarea({"rows": 3})}
        help_texts = {name: HINTS[name] for name in ("need_registered_on", "framework_reasons")}


def update_form_for(row: Procurement) -> type[ProcurementUpdateForm]:
    """The form class for a row: with a field for each day that is given already."""
    given = [name for name in GIVEN if getattr(row, name) is not None]
    fields = {name: _given_field(name) for name in given}

    def initial_from(row: Procurement) -> dict[str, Any]:
        values = forms.model_to_dict(row, [*ProcurementUpdateForm.Meta.fields, *given])
        return values | {"cpv": str(row.cpv) if row.cpv else "", "version": version_of(row)}

    return type(
        "ProcurementUpdateForm", (ProcurementUpdateForm,), fields | {"initial_from": staticmethod(initial_from)}
    )


def _given_field(name: str) -> forms.Field:
    model_field = Procurement._meta.get_field(name)
    label = str(model_field.verbose_name)
    common = {"label": label[:1].upper() + label[1:], "help_text": HINTS.get(name, ""), "required": True}
    return moment_field(common) if name == "tender_deadline_at" else model_field.formfield(**common)
