"""Shape of what a supplier answers: a commitment, a placement by its number, a file, a name, a colleague."""

from datetime import date
from decimal import Decimal

from django import forms

from apps.core.calendar import add_months
from apps.core.formats import month
from apps.core.forms import StegetForm, form_helper, once_token
from apps.core.personal_numbers import refuse_personal_number
from apps.followups.choices import PlacementAnswer
from apps.followups.report_contents import line_of, month_of
from apps.followups.report_rules import Work, asked, problems
from apps.followups.report_words import PLACES, answers, reasons
from apps.mbl.file_types import ACCEPTED, EMPTY, MAX_BYTES, MAX_NAME, TOO_LARGE, TOO_LONG, FileRefused
from apps.placements.models import Placement
from apps.procurements.wording import figure

NO_NAMES = "Skriv inga namn eller personnummer."
# The questions where a supplier is asked, and where an officer enters what it said.
_OFFERED = {True: "Alla som ni har erbjudit i perioden, eller 0.", False: "Alla som erbjudits i perioden, eller 0."}
_CAN_SHOW = {
    True: "Vi kan visa att vi försökte tillsätta platserna",
    False: "Leverantören kan visa försöken att tillsätta platserna",
}
_TRIED = {
    True: "Vad gjorde ni för att tillsätta platserna?",
    False: "Vad gjorde leverantören för att tillsätta platserna?",
}
_MORE = {True: "Vill ni berätta något mer?", False: "Har leverantören berättat något mer?"}
_EVIDENCE = "Till exempel en annons eller mejl. Det går att skicka med dem som underlag."
MONTH_NEEDED = "Välj vilken månad placeringen slutade."
MONTHS_BACK = 36


class FigureField(forms.DecimalField):
    """A figure with at most one decimal, with comma or point."""

    def __init__(self, **kwargs):
        super().__init__(max_digits=9, decimal_places=1, widget=forms.TextInput({"inputmode": "decimal"}), **kwargs)

    def to_python(self, value):
        if isinstance(value, str):
            value = "".join(value.split()).replace(",", ".")
        return super().to_python(value)

    def prepare_value(self, value):
        return figure(value).replace("\N{NO-BREAK SPACE}", " ") if isinstance(value, Decimal) else value


def text_field(label: str, hint: str = NO_NAMES, *, length: int = 2000, required: bool = False) -> forms.CharField:
    """A free text; what looks like a personal number is refused."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=length,
        widget=forms.Textarea(attrs={"rows": 4}),
        validators=[refuse_personal_number],
    )


class LineForm(StegetForm):
    """What a supplier says of one commitment: only what its unit asks for."""

    offered = forms.IntegerField(label="Erbjudna platser")
    filled = forms.IntegerField(label="Tillsatta platser", help_text="De av platserna där någon har börjat.")
    hours = FigureField(label="Timmar", help_text="Arbetade timmar i perioden. Ange 0 om det inte blev några.")
    full_time_months = FigureField(
        label="Heltidsmånader", help_text="En person på heltid i en månad är 1, på halvtid 0,5."
    )
    unfilled_reason = forms.ChoiceField(
        label="Om inte alla tillsattes: varför?",
        required=False,
        widget=forms.RadioSelect,
    )
    has_documented_attempts = forms.BooleanField(help_text=_EVIDENCE, required=False)
    attempts = text_field("")

    def __init__(self, *args, requirement, unit: str, work: Work, to_supplier: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.requirement, self.unit, self.work = requirement, unit, work
        figures = asked(unit)
        kept = {*figures, "attempts", *(("unfilled_reason", "has_documented_attempts") if unit in PLACES else ())}
        self.fields["offered"].help_text = _OFFERED[to_supplier]
        self.fields["unfilled_reason"].choices = list(reasons(to_supplier=to_supplier).items())
        self.fields["has_documented_attempts"].label = _CAN_SHOW[to_supplier]
        self.fields["attempts"].label = (_TRIED if unit in PLACES else _MORE)[to_supplier]
        for name in [name for name in self.fields if name not in kept]:
            del self.fields[name]
        self.helper = form_helper("Spara och fortsätt")

    def clean(self):
        """What the rules of a report refuse stands beside its field at once."""
        values = super().clean()
        if not self.errors:
            for problem in problems(line_of(values), self.unit, self.work):
                self.add_error(problem.field if problem.field in self.fields else None, problem.text)
        return values


class PlacementForm(StegetForm):
    """What a supplier says of a placement by its number; nothing at all when it is not answered."""

    answer = forms.ChoiceField(label="Hur är det med placeringen?", widget=forms.RadioSelect, required=False)
    ended_month = forms.TypedChoiceField(label="Slutade", required=False, empty_value=None, coerce=date.fromisoformat)
    starts_month = forms.TypedChoiceField(label="Började", required=False, empty_value=None, coerce=date.fromisoformat)
    extent_percent = forms.IntegerField(label="Omfattning i procent", required=False, min_value=1, max_value=100)

    def __init__(self, *args, placement: Placement, today: date, to_supplier: bool, **kwargs):
        kwargs.setdefault("prefix", f"p{placement.number}")
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = list(answers(to_supplier=to_supplier).items())
        self.placement = placement
        self.name = f"P{placement.number}"
        self.what = f"{placement.get_kind_display()}, började {month(placement.started_on)}"
        first = min(month_of(placement.started_on), add_months(month_of(today), -MONTHS_BACK))
        ended = [("", "Välj månad"), *_months(month_of(placement.started_on), today)]
        self.fields["ended_month"].choices = ended
        self.fields["starts_month"].choices = [("", "Vet inte"), *_months(first, today)]
        if placement.extent_percent is None:
            del self.fields["extent_percent"]

    def clean(self):
        """Who says that it has ended says when; the month it ended belongs to no other answer but a job after it."""
        values = super().clean()
        if values.get("answer") == PlacementAnswer.ENDED and not values.get("ended_month"):
            self.add_error("ended_month", MONTH_NEEDED)
        if values.get("answer") not in (PlacementAnswer.ENDED, PlacementAnswer.LED_TO_JOB):
            values["ended_month"] = None
        return values


class EvidenceForm(StegetForm):
    """A file that shows what was done."""

    file = forms.FileField(
        label="Fil",
        help_text="PDF, DOCX, XLSX, PNG eller JPG, högst 20 MB. Inga namn eller personnummer i filen eller dess namn.",
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    token = once_token()
    messages = {"file": {"required": "Välj en fil, eller fortsätt utan", "empty": f"Filen {EMPTY}"}}

    def clean_file(self):
        """A file above the limit is refused before it is read into memory."""
        return checked_file(self.cleaned_data["file"])


class SubmitForm(StegetForm):
    """Who has reported."""

    reporter = forms.CharField(
        label="Ditt namn",
        help_text="Så att den som läser vet vem de kan fråga.",
        max_length=120,
        validators=[refuse_personal_number],
        widget=forms.TextInput({"autocomplete": "name"}),
    )


class HandoverForm(StegetForm):
    """The colleague who goes on with the report."""

    email = forms.EmailField(label="Kollegans e-postadress", widget=forms.EmailInput({"autocomplete": "off"}))
    name = forms.CharField(label="Kollegans namn", max_length=120, required=False, validators=[refuse_personal_number])

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Lämna över", cancel_url=cancel_url)
        self.helper.disable_csrf = True


def checked_file(file):
    """The uploaded file. Raises ValidationError when it is too large, or its name too long."""
    if file and file.size > MAX_BYTES:
        raise forms.ValidationError(str(FileRefused(file.name, TOO_LARGE)))
    if file and len(file.name) > MAX_NAME:
        raise forms.ValidationError(str(FileRefused(file.name, TOO_LONG)))
    return file


def _months(first: date, last: date) -> list[tuple[str, str]]:
    """Every month from the first day's to the last's, the latest first."""
    found, day = [], first.replace(day=1)
    while day <= last:
        found.append((day.isoformat(), month(day)))
        day = add_months(day, 1)
    return found[::-1]
