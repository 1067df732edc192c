"""Shape of what the import's pages ask for."""

from django import forms

from apps.core.forms import StegetForm, form_helper, once_token
from apps.core.lists import FilterForm
from apps.interchange.choices import BatchState
from apps.interchange.limits import MAX_BYTES, TOO_LARGE, ReadingError
from apps.interchange.mapping import Field

ACCEPTED = ".csv,.txt,.xlsx,.xls"


class UploadForm(StegetForm):
    """The file."""

    file = forms.FileField(
        label="Fil med avtal",
        help_text="CSV, XLSX eller XLS, högst 20 MB och 50 000 rader. Inget sparas i registret förrän du har sett vad "
        "som kommer att hända.",
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        max_length=200,
    )
    token = once_token()
    messages = {
        "file": {
            "required": "Välj en fil med avtal",
            "empty": "Filen är tom. Välj en fil som innehåller en tabell.",
            "max_length": "Filens namn är för långt. Döp om den till högst 200 tecken.",
        }
    }

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Hämta filen", cancel_url=cancel_url)

    def clean_file(self):
        """A file above the limit is refused before it is read into memory."""
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(str(ReadingError(file.name, TOO_LARGE)))
        return file


class ColumnsForm(StegetForm):
    """For each heading of the file the field it holds; `names` gives heading to field name."""

    def __init__(self, *args, headings: list[tuple[str, str]], mapping: dict[str, str], cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self._headings = [heading for heading, _ in headings]
        choices = [("", "Ta inte med som eget fält"), *((str(field), field.label) for field in Field)]
        for number, (heading, sample) in enumerate(headings):
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=heading,
                help_text=f"Till exempel: {sample}" if sample else "Kolumnen är tom.",
                choices=choices,
                required=False,
                initial=mapping.get(heading, ""),
                error_messages={"invalid_choice": f"Välj ett fält i listan för kolumnen {heading}"},
            )
        self.helper = form_helper("Kontrollera filen", cancel_url=cancel_url)

    @property
    def names(self) -> dict[str, str]:
        """Heading to field name, for the columns that were given one."""
        chosen = ((heading, self.cleaned_data[f"column_{number}"]) for number, heading in enumerate(self._headings))
        return {heading: name for heading, name in chosen if name}


class BatchFilter(FilterForm):
    """The list of imports."""

    q = None
    state = forms.ChoiceField(label="Läge", required=False, choices=[("", "Alla"), *BatchState.choices])

    def apply(self, rows):
        chosen = self.chosen()
        return rows.filter(state=chosen["state"]) if "state" in chosen else rows
