"""Shape of what an officer says of reports: whom they are asked of, what is accepted, what is missing."""

from datetime import date

from django import forms

from apps.core.forms import StegetForm, form_helper, once_token
from apps.core.personal_numbers import refuse_personal_number
from apps.followups.models import ReportLine
from apps.followups.report_forms import FigureField, checked_file, text_field
from apps.followups.report_review import kind_of, most_of
from apps.mbl.file_types import ACCEPTED
from apps.placements.choices import CreditKind
from apps.placements.ledger import unit_of
from apps.procurements.wording import figure, unit_word
from apps.suppliers.models import SupplierContact

NO_MAIL = "Skicka inget mejl: jag för in rapporten själv"
PAST = "Välj en dag från och med i dag, så att leverantören hinner svara."


class RequestForm(StegetForm):
    """The day of reports that no point of a plan tells; of a single report also its period and whom to ask."""

    due_on = forms.DateField(label="Senast", help_text="Den dag rapporten ska vara inne.")
    period_from = forms.DateField(label="Från och med", required=False)
    period_to = forms.DateField(label="Till och med", required=False)
    contact = forms.ChoiceField(label="Vem ska få länken?", required=False, widget=forms.RadioSelect)
    token = once_token()

    def __init__(self, *args, has_day: bool, contacts: list[SupplierContact] | None, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.contacts = {str(each.pk): each for each in contacts or []}
        if has_day:
            del self.fields["due_on"]
        if contacts is None:
            for name in ("period_from", "period_to", "contact"):
                del self.fields[name]
        else:
            shown = [(key, f"{each.name}, {each.email}") for key, each in self.contacts.items()]
            self.fields["contact"].choices = [*shown, ("", NO_MAIL)]

    def clean_due_on(self):
        """A day that has gone leaves no time to answer."""
        day = self.cleaned_data["due_on"]
        if day < self.today:
            raise forms.ValidationError(PAST)
        return day

    def clean(self):
        """The period in order."""
        values = super().clean()
        first, last = values.get("period_from"), values.get("period_to")
        if first and last and last < first:
            self.add_error("period_to", "Periodens slut ligger före dess början.")
        return values


class AcceptForm(StegetForm):
    """How much of each line counts, and a word to the supplier."""

    comment = text_field("Kommentar till leverantören")

    def __init__(self, *args, lines: list[ReportLine], proposed: dict, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        comment = self.fields.pop("comment")
        for line in lines:
            if kind := kind_of(line):
                self.fields[f"amount_{line.pk}"] = _amount(line, kind, proposed[line.pk])
        self.fields["comment"] = comment
        self.helper = form_helper("Godta rapporten", cancel_url=cancel_url)

    @property
    def amounts(self) -> dict:
        """The amounts by line key."""
        named = {name: value for name, value in self.cleaned_data.items() if name.startswith("amount_")}
        return {int(name.removeprefix("amount_")): value for name, value in named.items()}


class CommentForm(StegetForm):
    """Why, in words the supplier reads."""

    comment = text_field("Kommentar", "Leverantören läser den. Skriv inga namn eller personnummer.", required=True)

    def __init__(self, *args, label: str, button: str, cancel_url: str, danger: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["comment"].label = label
        self.fields["comment"].error_messages["required"] = f"{label} Skriv det så att leverantören förstår."
        self.helper = form_helper(button, cancel_url=cancel_url, danger=danger)


class SendBackForm(CommentForm):
    """Why, and by when the supplier is to answer."""

    due_on = forms.DateField(label="Senast", help_text="Ny dag då rapporten ska vara inne.")


class RenewForm(StegetForm):
    """Where a new link is mailed."""

    contact_name = forms.CharField(
        label="Kontaktperson", max_length=120, required=False, validators=[refuse_personal_number]
    )
    contact_email = forms.EmailField(label="E-postadress")

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Skicka ny länk", cancel_url=cancel_url)


class EnterForm(StegetForm):
    """Whose words an officer enters, and what they came on."""

    reporter = forms.CharField(
        label="Vem hos leverantören lämnade uppgifterna?", max_length=120, validators=[refuse_personal_number]
    )
    file = forms.FileField(
        label="Underlag",
        help_text="Till exempel leverantörens mejl. PDF, DOCX, XLSX, PNG eller JPG, högst 20 MB.",
        required=False,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    token = once_token()
    messages = {"reporter": "Ange vem hos leverantören som lämnade uppgifterna"}

    def clean_file(self):
        """A file above the limit is refused before it is read into memory."""
        return checked_file(self.cleaned_data.get("file"))


def _amount(line: ReportLine, kind: str, proposed) -> forms.Field:
    unit, most = unit_of(line.requirement), most_of(line)
    is_attempts = kind == CreditKind.ATTEMPTS
    said = "Platser som erbjöds förgäves" if is_attempts else "Leverantören rapporterade"
    hint = f"{said}: {figure(most)} {unit_word(unit, 1 if most == 1 else 2)}."
    if not is_attempts:
        hint += " Det som redan är loggat som placeringar är borträknat i förslaget, så att det inte räknas två gånger."
    return FigureField(
        label=f"Räkna som uppfyllt: {line.requirement}",
        help_text=hint,
        min_value=0,
        initial=proposed.attempts if is_attempts else proposed.reported,
    )
