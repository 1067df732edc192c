"""Shape of the form of a move: the fields its transition asks for, with hints that name the paragraph."""

from functools import partial

from django import forms
from django.db.models import TextField

from apps.core.actions import version_of
from apps.core.forms import MoneyField, StegetForm, form_helper, version_field
from apps.procurements import queries
from apps.procurements.choices import NoticeMode, Procedure, PurchaseKind, Regime
from apps.procurements.models import Procurement
from apps.procurements.move_rules import Facts
from apps.procurements.move_words import TOLD
from apps.procurements.periods import FRAMEWORK_MONTHS
from apps.procurements.phases import AWARDED_TO, Transition
from apps.procurements.supplier_field import supplier_field

HINTS = {
    "kind": "Avgör vilket tröskelvärde som gäller.",
    "estimated_value": "Kronor utan moms, med optioner och förlängningar (5 kap. 3 § LOU). Till exempel 1 900 000.",
    "need_registered_on": "När förvaltningen anmälde behovet.",
    "necessity_assessed_on": "Bedömningen om arbetsrättsliga villkor är behövliga (17 kap. 2 § LOU).",
    "framework_reasons": "Ett ramavtal över fyra år kräver särskilda skäl (7 kap. 2 § LOU).",
    "decision_to_publish_on": "Den dagens riktlinje gäller sedan för upphandlingen.",
    "sent_for_publication_on": "Anbudstiden räknas från den dagen, inte från publiceringen (11 kap. 2 § LOU).",
    "accepts_e_tenders": "Ger fem dagar kortare anbudstid (11 kap. 6 § LOU).",
    "has_prior_notice": "Skickad 35 dagar till 12 månader före annonsen (11 kap. 5 § LOU).",
    "is_accelerated": "Bara när brådska gör den vanliga tiden omöjlig (11 kap. 10 § LOU).",
    "documents_are_online": "Annars förlängs anbudstiden med fem dagar (11 kap. 9 § LOU).",
    "questions_close_on": "Ert eget val, till exempel tio dagar före sista anbudsdag.",
    "tender_deadline_at": "Dag och klockslag. I selektivt och förhandlat förfarande sista dag för anbudsansökan.",
    "published_on": "Dagen annonsen syntes i annonsdatabasen.",
    "opened_on": "Inte före sista anbudsdag. Minst två personer öppnar anbuden samtidigt (12 kap. 10 § LOU).",
    AWARDED_TO: "Facken har förhandlat om en viss leverantör, så beslutet jämförs (38 § MBL). Går det till flera: lägg "
    "in avtalen med dem först.",
    "award_notice_sent_on": "Avtalsspärren räknas från den dagen (20 kap. 1 § LOU).",
    "notice_mode": "Har någon fått den med post gäller 15 dagar i stället för 10 (20 kap. 1 § LOU).",
    "standstill_days_stated": "Bara om underrättelsen anger en längre tid än lagens (20 kap. 1 § LOU).",
    "signed_on": "Gäller alla avtal i upphandlingen som inte redan har en dag.",
    "review_applied_on": "Dagen ansökan kom in till förvaltningsrätten (20 kap. 11 § LOU).",
    "court_decided_on": "Avtal får tecknas tidigast när tio dagar har gått (20 kap. 10 § LOU).",
    "is_standstill_lifted": "Kryssa bara i om rätten uttryckligen har beslutat det (20 kap. 8 § LOU).",
    "cancelled_on": "Dagen beslutet att avbryta togs.",
}
REASONS = {
    "cancel": ("Skäl att avbryta", "Anbudsgivarna ska få skälen (12 kap. 12 § och 19 kap. 21 § LOU)."),
    "pause": ("Varför pausas den?", "Till exempel vad ni väntar på."),
    "order_redo": ("Vad rätten beslutade", "Vad som ska göras om eller rättas, och varför."),
}
# What an empty field says, where its label does not make a sentence.
EMPTY = {
    "kind": "Välj vad som köps",
    "decision_to_publish_on": "Ange vilken dag beslutet togs",
    "sent_for_publication_on": "Ange vilken dag den skickades",
    "tender_deadline_at": "Ange sista anbudsdag med klockslag",
    "published_on": "Ange vilken dag annonsen publicerades",
    "opened_on": "Ange vilken dag anbuden öppnades",
    "award_decided_on": "Ange vilken dag tilldelningen beslutades",
    AWARDED_TO: "Ange vilken leverantör som tilldelas",
    "award_notice_sent_on": "Ange vilken dag underrättelsen skickades",
    "notice_mode": "Välj hur underrättelsen skickades",
    "signed_on": "Ange vilken dag avtalet tecknades",
    "review_applied_on": "Ange vilken dag ansökan kom in till rätten",
    "court_decided_on": "Ange vilken dag rätten avgjorde målet",
    "closed_on": "Ange vilken dag den avslutades",
    "cancelled_on": "Ange vilken dag beslutet att avbryta togs",
    "reason": "Ange skälet",
}
# Labels that differ when documents go out without a notice.
INVITATION = {"decision_to_publish_on": "Beslut att bjuda in", "sent_for_publication_on": "Inbjudan skickad"}
MOMENT = "Ange dag och klockslag, till exempel 2026-05-04 23:59"


class MoveForm(StegetForm):
    """The form of one move; `form_for` makes it from the table."""

    messages = EMPTY
    version = version_field()
    step = forms.CharField(widget=forms.HiddenInput)

    def clean_reason(self):
        return self.cleaned_data["reason"].strip()


def form_for(transition: Transition, procurement: Procurement, user, facts: Facts) -> type[MoveForm]:
    """The form class of a move of this procurement: fields that cannot matter to it are left out."""
    names = [name for name in transition.asks if _matters(name, procurement, facts)]
    fields = {name: _field(name, transition, procurement, user) for name in names}
    initial = partial(initial_from, transition, names)
    return type("PhaseMoveForm", (MoveForm,), fields | {"initial_from": staticmethod(initial)})


def initial_from(transition: Transition, names: list[str], row: Procurement) -> dict:
    """What the form of a move is filled in with."""
    stored = [name for name in names if name not in ("signed_on", AWARDED_TO)]
    values = forms.model_to_dict(row, stored)
    if "procedure" in values and values["procedure"] not in transition.procedures:
        values["procedure"] = ""
    return values | {"version": version_of(row), "step": transition.key}


def helper_for(transition: Transition, cancel_url: str):
    """The button of the move, and one that shows what it leads to."""
    secondary = ("preview", "Visa vad det innebär") if transition.key in TOLD and transition.asks else None
    is_final = transition.key == "cancel"
    return form_helper(transition.button, secondary=secondary, cancel_url=cancel_url, danger=is_final)


def _matters(name: str, procurement: Procurement, facts: Facts) -> bool:
    if name in ("necessity_assessed_on", "necessity_note"):
        asked = (Regime.ABOVE_THRESHOLD, Regime.UNKNOWN)
        return facts.regime.regime in asked and procurement.kind != PurchaseKind.SPECIAL_SERVICES
    if name == AWARDED_TO:
        return facts.must_name_supplier
    if name == "framework_reasons":
        return procurement.is_framework and (facts.framework_months or 0) > FRAMEWORK_MONTHS
    return True


def _field(name: str, transition: Transition, procurement: Procurement, user) -> forms.Field:
    common = {"required": name in transition.required, "help_text": HINTS.get(name, "")}
    if name == AWARDED_TO:
        return supplier_field(user, label="Leverantör som tilldelas", help_text=HINTS[name])
    if name == "signed_on":
        return forms.DateField(label="Avtalet tecknat", **common)
    model_field = Procurement._meta.get_field(name)
    label = str(model_field.verbose_name)
    common["label"] = label[:1].upper() + label[1:]
    if transition.key == "invite":
        common["label"] = INVITATION.get(name, common["label"])
    choices = {"kind": PurchaseKind.choices, "notice_mode": NoticeMode.choices}
    choices["procedure"] = [(each.value, each.label) for each in transition.procedures or Procedure]
    if name in choices:
        return forms.ChoiceField(choices=choices[name], widget=forms.RadioSelect, **common)
    if name == "estimated_value":
        return MoneyField(**common)
    if name == "department":
        return _department(procurement, user, common)
    if name == "tender_deadline_at":
        return moment_field(common)
    if name == "reason":
        common["label"], common["help_text"] = REASONS[transition.key]
    if isinstance(model_field, TextField):
        common["widget"] = forms.Textarea({"rows": 4})
    return model_field.formfield(**common)


def _department(procurement: Procurement, user, common: dict) -> forms.Field:
    rows = queries.departments_for(user, procurement.organisation, procurement.department_id)
    return forms.ModelChoiceField(queryset=rows, **common)


def moment_field(common: dict) -> forms.Field:
    """A day with a time of day, in Swedish time."""
    widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(widget=widget, error_messages={"invalid": MOMENT}, **common)
