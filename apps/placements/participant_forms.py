"""Shape of the forms about participants, consents and disclosures."""

from typing import Any

from django import forms

from apps.core.actions import version_of
from apps.core.forms import StegetForm, form_helper, once_token, version_field
from apps.core.lists import FilterForm
from apps.placements.choices import SUPPLIER_PURPOSES, ConsentPurpose, ToldPart
from apps.placements.codes import EXAMPLE
from apps.placements.forms import case_reference_field
from apps.placements.models import Consent, Participant, TargetGroup
from apps.procurements.supplier_field import supplier_field

_QUIET = {"autocomplete": "off", "spellcheck": "false"}
_CODE = _QUIET | {"autocapitalize": "characters"}
HARM_TEST = "harm_test"
SHOW = {
    "": "Alla deltagare",
    "mine": "Mina deltagare",
    "waiting": "Väntar på plats",
    "unplaced": "Utan placering",
}


class CodeForm(StegetForm):
    """A code to look up. It is posted, so that it never stands in an address."""

    code = forms.CharField(
        label="Deltagarkod", max_length=30, help_text=f"Till exempel {EXAMPLE}.", widget=forms.TextInput(_CODE)
    )


class ParticipantFilter(FilterForm):
    """What the list of participants can be narrowed by. Codes are looked up with `CodeForm` instead."""

    q = None
    show = forms.ChoiceField(label="Visa", required=False, choices=list(SHOW.items()))

    def __init__(self, data, *, user):
        super().__init__(data)
        self.user = user

    def chip_text(self, name, value):
        return SHOW[value]

    def apply(self, rows):
        chosen = self.chosen().get("show", "")
        if chosen == "mine":
            return rows.filter(matcher=self.user)
        if chosen == "waiting":
            return rows.filter(waits_since__isnull=False)
        return rows.filter(placement_count=0) if chosen == "unplaced" else rows


class ParticipantCreateForm(StegetForm):
    """A new code, with the case it belongs to if there is one."""

    case_reference = case_reference_field()
    token = once_token()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Skapa kod", cancel_url=cancel_url)


class ParticipantUpdateForm(StegetForm):
    """What may be kept about a participant."""

    case_reference = case_reference_field("Töm fältet för att ta bort referensen.")
    target_group = forms.ModelChoiceField(
        TargetGroup.objects.none(), label="Målgrupp", required=False, empty_label="Ingen angiven"
    )
    is_protected = forms.BooleanField(
        label="Skyddade uppgifter",
        required=False,
        help_text="Bara deltagarens matchare ser då koden, på alla sidor.",
    )
    version = version_field()

    def __init__(self, *args, target_groups, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        if target_groups is None:
            del self.fields["target_group"]
        else:
            self.fields["target_group"].queryset = target_groups
        self.helper = form_helper("Spara ändringarna", cancel_url=cancel_url)

    @staticmethod
    def initial_from(participant: Participant) -> dict[str, Any]:
        """What the form is filled in with."""
        return {
            "case_reference": participant.case_reference,
            "target_group": participant.target_group_id,
            "is_protected": participant.is_protected,
            "version": version_of(participant),
        }


class MergeForm(CodeForm):
    """The other code of the same resident."""

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = "Den andra koden"
        self.helper = form_helper("Slå ihop koderna", cancel_url=cancel_url)


class HandOverForm(StegetForm):
    """Who is to be the participant's matcher."""

    matcher = forms.ModelChoiceField(queryset=None, label="Ny matchare")
    version = version_field()

    def __init__(self, *args, matchers, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["matcher"].queryset = matchers
        self.helper = form_helper("Lämna över", cancel_url=cancel_url)

    @staticmethod
    def initial_from(participant: Participant) -> dict[str, Any]:
        """What the form is filled in with: nobody is proposed."""
        return {"matcher": None, "version": version_of(participant)}


class ConsentForm(StegetForm):
    """What the resident has agreed to, and with which supplier."""

    purpose = forms.ChoiceField(label="Vad gäller samtycket?", choices=ConsentPurpose, widget=forms.RadioSelect)
    given_on = forms.DateField(label="Dagen då samtycket lämnades")
    document_reference = forms.CharField(
        label="Var samtycket finns",
        required=False,
        max_length=80,
        help_text="Handlingens beteckning i verksamhetssystemet, om samtycket är skriftligt.",
        widget=forms.TextInput(_QUIET),
    )
    token = once_token()
    field_order = ("purpose", "supplier")
    messages = {"purpose": "Välj vad samtycket gäller"}

    def __init__(self, *args, user, cancel_url: str, **kwargs):
        only = "Bara för de två första alternativen. Ett samtycke gäller en leverantör i taget."
        self.base_fields = self.base_fields | {
            "supplier": supplier_field(user, label="Leverantör", required=False, help_text=only)
        }
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara samtycket", cancel_url=cancel_url)

    def clean(self):
        values = super().clean()
        if values.get("purpose") in SUPPLIER_PURPOSES and not values.get("supplier") and "supplier" not in self.errors:
            self.add_error("supplier", "Välj leverantör: samtycket gäller en viss leverantör.")
        return values


class WithdrawForm(StegetForm):
    """When the resident withdrew a consent."""

    withdrawn_on = forms.DateField(label="Dagen då samtycket återkallades")

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Återkalla samtycket", cancel_url=cancel_url, danger=True)


class DisclosureForm(StegetForm):
    """What kind of thing a supplier is told, and on which ground. Never what was said."""

    told = forms.MultipleChoiceField(
        label="Vad ska leverantören få veta?",
        choices=ToldPart,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kryssa i vad det gäller. Själva uppgifterna sparas aldrig i Steget.",
    )
    ground = forms.ChoiceField(label="Grund", widget=forms.RadioSelect, choices=())
    harm_test_reference = forms.CharField(
        label="Menprövningens beteckning",
        required=False,
        max_length=80,
        help_text="Bara om grunden är en menprövning, till exempel AMF 2026/17-3.",
        widget=forms.TextInput(_QUIET),
    )
    told_on = forms.DateField(label="Dagen då uppgifterna lämnas ut")
    token = once_token()
    messages = {"told": "Kryssa för minst en sak som lämnas ut", "ground": "Välj grund för utlämnandet"}

    def __init__(self, *args, consents: list[Consent], cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.consents = {str(consent.pk): consent for consent in consents}
        given = [(key, f"Samtycke: {row.get_purpose_display()}, {row.given_on}") for key, row in self.consents.items()]
        self.fields["ground"].choices = [*given, (HARM_TEST, "Menprövning (26 kap. 1 § OSL)")]
        self.helper = form_helper("Anteckna utlämnandet", cancel_url=cancel_url)

    def clean(self):
        values = super().clean()
        if values.get("ground") == HARM_TEST and values.get("harm_test_reference") == "":
            self.add_error("harm_test_reference", "Ange menprövningens beteckning. Utan den får inget lämnas ut.")
        return values

    def for_action(self) -> dict[str, Any]:
        """The cleaned values for the action: the consent chosen, or the harm test's reference."""
        values = dict(self.cleaned_data)
        consent = self.consents.get(values.pop("ground"))
        return values | {"consent": consent, "harm_test_reference": "" if consent else values["harm_test_reference"]}
