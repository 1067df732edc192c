"""The forms of result letters: what is sent to whom, sending one again, and the filters of their lists."""

from collections.abc import Collection, Sequence

from django import forms

from apps.core.forms import StegetForm, form_helper, once_token
from apps.core.lists import ComputedRows, FilterForm
from apps.core.personal_numbers import refuse_personal_number
from apps.targets.letter_recipients import Address, Recipient

BY_HAND = ("", "Mejla inte, jag hämtar brevet själv")
_KINDS = (("", "Alla"), ("leverantör", "Leverantörer"), ("förvaltning", "Förvaltningar"))
_STATES = (("", "Alla"), ("kvar", "Har inte fått brevet"), ("fatt", "Har fått brevet"))


class SendForm(StegetForm):
    """The coordinator's own words, the same in every letter, and whom each is mailed to."""

    words = forms.CharField(
        label="Egna ord",
        required=False,
        max_length=1000,
        validators=[refuse_personal_number],
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Står i alla breven, före siffrorna. Skriv inget om enskilda personer och inga egna siffror.",
    )
    token = once_token()

    def __init__(self, *args, recipients: Sequence[Recipient], **kwargs):
        super().__init__(*args, **kwargs)
        self.recipients = recipients
        for each in recipients:
            choices = [*((address.key, address.label) for address in each.addresses), BY_HAND]
            first = each.addresses[0].key if each.addresses else ""
            self.fields[each.pk] = forms.ChoiceField(
                label=f"Brevet till {each.name} mejlas till", choices=choices, required=False, initial=first
            )

    @property
    def chosen(self) -> list[tuple[Recipient, Address | None]]:
        """Each recipient with where its letter is mailed, None when it is not."""
        return [(each, each.address(self.cleaned_data[each.pk])) for each in self.recipients]


class AgainForm(StegetForm):
    """To whom a letter that is kept is mailed again."""

    to = forms.ChoiceField(label="Mejla brevet till")
    token = once_token()
    messages = {"to": {"required": "Välj vem brevet ska mejlas till", "invalid_choice": "Välj någon i listan"}}

    def __init__(self, *args, addresses: Collection[Address], cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self._addresses = {each.key: each for each in addresses}
        self.fields["to"].choices = [(each.key, each.label) for each in addresses]
        self.helper = form_helper("Skicka igen", cancel_url=cancel_url)

    @property
    def address(self) -> Address:
        """The chosen one."""
        return self._addresses[self.cleaned_data["to"]]


class LetterFilter(FilterForm):
    """Of the letters that are kept."""

    q = forms.CharField(label="Sök mottagare", required=False, max_length=200)
    year = forms.TypedChoiceField(label="År", required=False, coerce=int, empty_value=None)

    def __init__(self, *args, years: Collection[int], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [("", "Alla"), *((each, str(each)) for each in years)]

    def apply(self, rows):
        """The rows to whom the words name, of the year."""
        rows, chosen = super().apply(rows), self.chosen()
        return rows.filter(snapshot__year=chosen["year"]) if "year" in chosen else rows


class RecipientFilter(FilterForm):
    """Of those who can get a letter; the year goes along."""

    q = forms.CharField(label="Sök mottagare", required=False, max_length=200)
    kind = forms.ChoiceField(label="Mottagare", required=False, choices=_KINDS)
    state = forms.ChoiceField(label="Läge", required=False, choices=_STATES)
    ar = forms.CharField(required=False, widget=forms.HiddenInput)

    def apply(self, rows):
        """Those whose name holds the words, of the kind, in the state."""
        chosen = self.chosen()
        words, kind, state = (chosen.get(name, "") for name in ("q", "kind", "state"))
        return ComputedRows(
            each
            for each in rows
            if words.lower() in each.name.lower()
            and kind in ("", each.kind)
            and state in ("", "fatt" if each.letter else "kvar")
        )

    def chosen(self):
        """The year filters nothing: it says which report is told."""
        return {name: value for name, value in super().chosen().items() if name != "ar"}
