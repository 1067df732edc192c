"""Shape of the forms of a consultation: one for each move, the minutes, a new round, vetoes and what came of them."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Field as ModelField
from django.db.models import ForeignKey, TextField

from apps.core.actions import version_of
from apps.core.forms import StegetForm, form_helper, once_token, version_field
from apps.core.personal_numbers import refuse_personal_number
from apps.mbl.choices import Paragraph, VetoGround, VetoState
from apps.mbl.gate_rules import VETO_MOVES
from apps.mbl.models import Consultation, Union, Veto
from apps.mbl.row_rules import HAPPENED
from apps.mbl.states import Move
from apps.procurements.supplier_field import supplier_field

# Matters to 38 § alone, where suppliers are spoken of before the award.
_ONLY_38 = ("supplier", "secrecy_reservation")
HINTS = {
    "called_on": "Dagen kallelsen skickades.",
    "meeting_on": "Ge facket skälig tid; en vecka är vanligt (11 och 38 §§ MBL).",
    "place": "Rum eller länk.",
    "matter": "Vad ska köpas, och vilka verksamheter berörs?",
    "proposal": "Vad arbetsgivaren föreslår, med skäl (15 § MBL).",
    "supplier": "Den leverantör som förhandlingen gäller. Lämna tomt om den inte är utsedd än.",
    "secrecy_reservation": "Anbuden är hemliga tills tilldelningen är beslutad (19 kap. 3 § OSL).",
    "form": "Parterna får komma överens om en annan form än möte (15 § MBL).",
    "participants": "Uppdrag och organisation, inga namn. Till exempel ”ordförande, Kommunal sektion 8”.",
    "minutes_reference": "Till exempel FN 2026/77.",
    "adjourned_to": "En dag efter det möte som skjuts upp.",
    "disagreement": "De punkter där parterna inte är överens. De följer med till en central förhandling.",
    "central_requested_on": "Dagen begäran kom in. Kom den för sent antecknas den, men hindrar inte beslutet.",
    "central_requested_by": "Uppdrag och organisation.",
    "central_outcome": "Enighet eller oenighet, och vad parterna kom fram till.",
    "withdrawn_on": "Dagen på det skriftliga beskedet.",
    "withdrawn_by": "Den som har fullgjort sin förhandlingsskyldighet får frånträda (16 § MBL).",
    "not_required_motive": "De fackliga organisationerna ser motivet.",
}
# What an empty field says, where its label does not make a sentence.
EMPTY = {
    "called_on": "Ange vilken dag kallelsen skickades",
    "channel": "Välj hur det skickades",
    "meeting_on": "Ange vilken dag mötet ska hållas",
    "matter": "Skriv vad det gäller",
    "met_on": "Ange vilken dag mötet hölls",
    "form": "Välj hur mötet hölls",
    "adjourned_to": "Ange vilken dag mötet ajourneras till",
    "closed_on": "Ange vilken dag det avslutades",
    "local_closed_on": "Ange vilken dag den lokala förhandlingen avslutades",
    "disagreement": "Skriv punkterna av oenighet",
    "central_requested_on": "Ange vilken dag begäran kom in",
    "central_requested_by": "Ange vem som begärde central förhandling",
    "central_meeting_on": "Ange dagen för central förhandling",
    "central_met_on": "Ange vilken dag den centrala förhandlingen hölls",
    "central_outcome": "Skriv utfallet av den centrala förhandlingen",
    "withdrawn_on": "Ange dagen för det skriftliga frånträdet",
    "withdrawn_by": "Välj vem som frånträdde",
    "not_required_motive": "Skriv varför den inte är aktuell",
}
LABELS = {
    "channel": "Hur skickades kallelsen?",
    "form": "Hur hölls mötet?",
    "meeting_on": "Mötesdag",
    "place": "Plats",
    "matter": "Vad förhandlingen gäller",
    "closed_on": "Avslutad",
    "withdrawn_by": "Vem frånträdde?",
    "not_required_motive": "Varför är den inte aktuell?",
}
INFORM = {"closed_on": "Dagen informationen lämnades", "channel": "Hur lämnades den?", "matter": "Vad det gäller"}


class MoveForm(StegetForm):
    """The form of one move; `move_form` makes it from the table."""

    messages = EMPTY
    version = version_field()


def move_form(move: Move, row: Consultation, user) -> type[MoveForm]:
    """The form class of a move of this row: its fields are the move's `asks`, without those that cannot matter."""
    names = [name for name in move.asks if row.paragraph == Paragraph.P38 or name not in _ONLY_38]
    fields = {name: _field(name, move, user) for name in names}

    def initial_from(current: Consultation) -> dict[str, Any]:
        return forms.model_to_dict(current, names) | {"version": version_of(current)}

    return type("ConsultationMoveForm", (MoveForm,), fields | {"initial_from": staticmethod(initial_from)})


def started(form_class: type[MoveForm], row: Consultation, today: date) -> dict[str, Any]:
    """What the form of a move is first filled in with: what is known, and today for what has just happened."""
    known = form_class.initial_from(row)
    return known | {name: today for name in known if name in HAPPENED}


class ApproveForm(StegetForm):
    """The employer approves the minutes (16 § MBL)."""

    messages = {
        "approved_on": "Ange vilken dag protokollet justerades",
        "minutes_reference": "Ange protokollets diarienummer",
    }
    approved_on = forms.DateField(label="Justerat av arbetsgivaren")
    minutes_reference = forms.CharField(
        label="Protokollets diarienummer",
        max_length=120,
        help_text=HINTS["minutes_reference"],
        validators=[refuse_personal_number],
    )
    version = version_field()

    def __init__(self, *args: Any, cancel_url: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Justera protokollet", cancel_url=cancel_url)

    @staticmethod
    def initial_from(row: Consultation) -> dict[str, Any]:
        """What the form is filled in with."""
        return {
            "approved_on": row.minutes_approved_employer_on,
            "minutes_reference": row.minutes_reference,
            "version": version_of(row),
        }


class RoundForm(StegetForm):
    """A new round, since the award differs from what was negotiated (fact 51)."""

    proposal = forms.CharField(
        label="Det nya förslaget",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text="Vad som skiljer sig från det som förhandlades.",
        validators=[refuse_personal_number],
    )
    supplier = forms.Field()
    token = once_token()
    version = version_field()

    def __init__(self, *args: Any, row: Consultation, user, cancel_url: str, **kwargs: Any):
        own = supplier_field(user, label="Ny leverantör", required=False)
        self.base_fields = self.base_fields | {"supplier": own}
        super().__init__(*args, **kwargs)
        if row.paragraph != Paragraph.P38:
            del self.fields["supplier"]
        self.helper = form_helper("Börja en ny omgång", cancel_url=cancel_url)

    @staticmethod
    def initial_from(row: Consultation) -> dict[str, Any]:
        """What the form is filled in with."""
        return {"version": version_of(row)}


class VetoForm(StegetForm):
    """A veto that a union has declared (39 § MBL)."""

    messages = {
        "union": "Välj vem som har förklarat veto",
        "declared_on": "Ange vilken dag vetot förklarades",
        "supplier": "Ange vilken leverantör vetot gäller",
        "facts": "Skriv omständigheterna",
    }
    union = forms.ModelChoiceField(
        label="Vem har förklarat veto?",
        queryset=Union.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        help_text="Bara den centrala organisationen, eller den som har kollektivavtalet när ingen central finns, kan "
        "hindra beslutet (39 § MBL). En lokal organisations veto antecknas och väntar på den centrala.",
    )
    declared_on = forms.DateField(label="Förklarat")
    ground = forms.ChoiceField(
        label="Grund",
        choices=VetoGround.choices,
        widget=forms.RadioSelect,
        help_text="Bara grunderna i LOU gäller. En annan grund hindrar inte beslutet (40 § MBL).",
    )
    facts = forms.CharField(
        label="Omständigheter",
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text="Vad facket åberopar.",
        validators=[refuse_personal_number],
    )
    supplier = forms.Field()
    legal_opinion = forms.CharField(
        label="Rättslig bedömning",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text="Krävs när grunden är en annan än LOU:s: varför vetot inte gäller (40 § MBL).",
        validators=[refuse_personal_number],
    )
    token = once_token()
    version = version_field()

    def __init__(self, *args: Any, row: Consultation, user, cancel_url: str, **kwargs: Any):
        own = supplier_field(user, label="Leverantör", help_text="Vetot hindrar bara den leverantören.")
        self.base_fields = self.base_fields | {"supplier": own}
        super().__init__(*args, **kwargs)
        self.fields["union"].queryset = Union.objects.filter(pk__in=[row.union_id, row.union.central_id])
        self.helper = form_helper("Spara vetot", cancel_url=cancel_url)

    @staticmethod
    def initial_from(row: Consultation) -> dict[str, Any]:
        """What the form is filled in with."""
        only = None if row.union.central_id else row.union_id
        return {"union": only, "supplier": row.supplier_id, "version": version_of(row)}


class ResolveForm(StegetForm):
    """What came of a veto (39 and 40 §§ MBL)."""

    messages = {"to": "Välj hur vetot avgjordes", "resolved_on": "Ange vilken dag vetot avgjordes"}
    to = forms.ChoiceField(label="Hur avgjordes vetot?", widget=forms.RadioSelect)
    resolved_on = forms.DateField(label="Avgjort")
    decision_maker = forms.CharField(
        label="Beslutsfattare",
        required=False,
        max_length=120,
        help_text="Namn och befattning. Krävs när vetot är ogrundat (40 § MBL).",
        validators=[refuse_personal_number],
    )
    legal_opinion = forms.CharField(
        label="Rättsutlåtande",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text="Krävs när vetot är ogrundat eller grunden ogiltig. Arbetsgivaren kan bli skadeståndsskyldig.",
        validators=[refuse_personal_number],
    )
    version = version_field()

    def __init__(self, *args: Any, veto: Veto, cancel_url: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        ways = VETO_MOVES[veto.state]
        self.fields["to"].choices = [(each, _capital(VetoState(each).label)) for each in ways]
        self.helper = form_helper("Spara", cancel_url=cancel_url)

    @staticmethod
    def initial_from(veto: Veto) -> dict[str, Any]:
        """What the form is filled in with."""
        known = forms.model_to_dict(veto, ["resolved_on", "decision_maker", "legal_opinion"])
        return known | {"version": version_of(veto)}


def _field(name: str, move: Move, user) -> forms.Field:
    model_field: ModelField = Consultation._meta.get_field(name)
    label = _capital(str(model_field.verbose_name))
    labels = LABELS | (INFORM if move.key == "inform" else {})
    common: dict[str, Any] = {
        "label": labels.get(name, label),
        "required": name in move.required,
        "help_text": HINTS.get(name, ""),
    }
    if isinstance(model_field, ForeignKey):
        return supplier_field(user, **common)
    if model_field.choices:
        return forms.ChoiceField(choices=model_field.choices, widget=forms.RadioSelect, **common)
    if isinstance(model_field, TextField):
        common["widget"] = forms.Textarea({"rows": 3})
    return model_field.formfield(**common)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
