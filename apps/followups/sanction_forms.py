"""Shape of the forms of the ladder: taking a step, the supplier's reply, the decision, taking a step back."""

from typing import Any

from django import forms

from apps.accounts.models import Organisation
from apps.core.actions import version_of
from apps.core.forms import StegetForm, form_helper, once_token, version_field
from apps.core.personal_numbers import refuse_personal_number
from apps.followups import ladder
from apps.followups.choices import Step
from apps.followups.ladder import Refusal
from apps.followups.models import Deviation, Sanction
from apps.followups.reckoning import Basis
from apps.followups.sanction_actions import RECTIFIED_BY
from apps.procurements.choices import PenaltyUnit
from apps.procurements.models import Requirement
from apps.suppliers.models import SupplierContact

RECOUNT = "recount"
BASIS = ("from_on", "until_on", "missing")
BUTTONS = {True: "Låt leverantören yttra sig", False: "Besluta"}


class ContactField(forms.ModelChoiceField):
    """To whom at the supplier a letter is mailed, if to anybody."""

    def label_from_instance(self, contact: SupplierContact) -> str:
        return f"{contact.name}, {contact.supplier.name} ({contact.email})"


def _contact() -> ContactField:
    return ContactField(
        SupplierContact.objects.none(),
        label="Skicka brevet med e-post till",
        required=False,
        empty_label="Skicka inte. Jag hämtar brevet själv.",
    )


def _override() -> forms.CharField:
    return forms.CharField(max_length=1000, widget=forms.Textarea({"rows": 4}))


def _ask_override(form: forms.Form, refusal: Refusal | None) -> None:
    """Ask for the motive that may pass over the refusal, by its name; not at all where there is none."""
    if refusal and refusal.may_override:
        field = form.fields["override_motive"]
        field.label, field.error_messages["required"] = refusal.asks, refusal.missing
    else:
        form.fields.pop("override_motive", None)


class StepForm(StegetForm):
    """A step of the ladder, with the fields that it asks for."""

    override_motive = _override()
    from_on = forms.DateField(label="Skulle ha varit gjort senast", help_text="Vitet räknas från dagen efter.")
    until_on = forms.DateField(label="Vitet räknas till och med")
    missing = forms.IntegerField(label="Antal som saknas", min_value=0, max_value=100_000)
    motive = forms.CharField(
        label="Motiv",
        max_length=1500,
        widget=forms.Textarea({"rows": 5}),
        help_text="Varför steget står i proportion till avvikelsen. Motivet står i brevet.",
    )
    reply_by = forms.DateField(label="Leverantören får yttra sig senast")
    rectify_by = forms.DateField(label="Rättat senast")
    contact = _contact()
    token = once_token()
    messages = {
        "motive": "Skriv motivet",
    }

    def __init__(
        self,
        *args,
        step: Step,
        refusal: Refusal | None,
        requirement: Requirement | None,
        contacts,
        cancel_url: str,
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.fields["contact"].queryset = contacts
        for name in set(self.fields) - _asked(step, refusal, requirement, has_contacts=contacts.exists()):
            del self.fields[name]
        _ask_override(self, refusal)
        needs_reply = ladder.needs_reply(step)
        if not needs_reply and "reply_by" in self.fields:
            self.fields["reply_by"].required = False
            self.fields["reply_by"].help_text = "Lämna tomt för att besluta nu."
        if step == Step.NONE:
            self.fields["motive"].label = "Ingen sanktion därför att"
            self.fields["motive"].help_text = "Beslutet och skälet sparas. Inget brev skickas."
            self.fields["motive"].error_messages["required"] = "Skriv varför ingen sanktion tas"
        elif step == Step.ACTION_PLAN:
            self.fields["rectify_by"].label = "Åtgärdsplan senast"
        secondary = (RECOUNT, "Räkna om") if step == Step.PENALTY else None
        self.helper = form_helper(BUTTONS[needs_reply], secondary=secondary, cancel_url=cancel_url)

    @property
    def basis(self) -> Basis:
        """What a penalty is reckoned by, as far as it was filled in correctly."""
        return Basis(**{name: self.cleaned_data.get(name) for name in BASIS})

    def for_action(self) -> dict[str, Any]:
        """The cleaned values for the action."""
        values = {name: value for name, value in self.cleaned_data.items() if name not in BASIS}
        return values | {"basis": self.basis}


class ReplyForm(StegetForm):
    """What the supplier said, and when."""

    replied_on = forms.DateField(label="Svarade")
    reply = forms.CharField(label="Leverantörens svar", max_length=2000, widget=forms.Textarea({"rows": 6}))
    messages = {"reply": "Skriv vad leverantören svarade"}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara svaret", cancel_url=cancel_url)


class OwnReplyForm(StegetForm):
    """What the supplier itself replies, through the link."""

    reply = forms.CharField(
        label="Ert svar",
        max_length=2000,
        widget=forms.Textarea({"rows": 8}),
        help_text="Skriv vad som stämmer, vad som inte gör det och vad ni tänker göra. Inga personnummer.",
        validators=[refuse_personal_number],
    )
    replier = forms.CharField(
        label="Ditt namn",
        max_length=120,
        widget=forms.TextInput({"autocomplete": "name"}),
        validators=[refuse_personal_number],
    )
    version = version_field()
    messages = {"reply": "Skriv ert svar", "replier": "Skriv ditt namn"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Skicka svaret")
        self.helper.disable_csrf = True

    @staticmethod
    def initial_from(sanction: Sanction) -> dict[str, Any]:
        """What the form is filled in with."""
        values = {"reply": sanction.reply, "replier": sanction.replier}
        return values | {"version": version_of(sanction)}


class DecideForm(StegetForm):
    """The decision about a proposed step."""

    override_motive = _override()
    motive = forms.CharField(
        label="Motiv",
        max_length=1500,
        widget=forms.Textarea({"rows": 5}),
        help_text="Ta upp det leverantören har svarat. Motivet står i brevet.",
    )
    rectify_by = forms.DateField(label="Rättat senast")
    contact = _contact()
    version = version_field()
    messages = {"motive": "Skriv motivet"}

    def __init__(self, *args, sanction: Sanction, refusal: Refusal | None, contacts, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        _ask_override(self, refusal)
        self.fields["contact"].queryset = contacts
        if sanction.step not in RECTIFIED_BY:
            del self.fields["rectify_by"]
        if not contacts.exists():
            del self.fields["contact"]
        self.helper = form_helper(f"Besluta om {sanction}", cancel_url=cancel_url)

    @staticmethod
    def initial_from(sanction: Sanction) -> dict[str, Any]:
        """What the form is filled in with."""
        values = {"motive": sanction.motive, "rectify_by": sanction.rectify_by}
        return values | {"version": version_of(sanction)}


class WithdrawForm(StegetForm):
    """Why a step is taken back."""

    reason = forms.CharField(label="Skäl", max_length=400, widget=forms.Textarea({"rows": 3}))
    messages = {"reason": "Skriv varför steget tas tillbaka"}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Ta tillbaka steget", cancel_url=cancel_url, danger=True)


def contacts_of(deviation: Deviation, organisation: Organisation):
    """The organisation's contacts at the contract's suppliers that have an address."""
    rows = SupplierContact.objects.filter(organisation=organisation, supplier__parties__contract=deviation.contract_id)
    return rows.exclude(email="").select_related("supplier").order_by("name", "pk")


def _asked(
    step: Step, refusal: Refusal | None, requirement: Requirement | None, *, has_contacts: bool
) -> frozenset[str]:
    """The fields that a step asks for."""
    asked = {"motive", "token"}
    if step != Step.NONE:
        asked |= {"reply_by"} | ({"contact"} if has_contacts else set())
    if refusal and refusal.may_override:
        asked.add("override_motive")
    if step in RECTIFIED_BY:
        asked.add("rectify_by")
    if step == Step.PENALTY and requirement and requirement.penalty_unit:
        is_weekly = requirement.penalty_unit == PenaltyUnit.WEEK
        asked |= {"from_on", "until_on"} if is_weekly else {"missing"}
    return frozenset(asked)
