"""Shape of what the import's pages ask for."""

from django import forms

from apps.core.forms import StegetForm, form_helper, once_token
from apps.core.lists import FilterForm
from apps.interchange.choices import BatchState, ImportKind
from apps.interchange.limits import MAX_BYTES, TOO_LARGE, ReadingError

ACCEPTED = ".csv,.txt,.xlsx,.xls"


class UploadForm(StegetForm):
    """The file, and what it holds when the person may import more than one kind."""

    kind = forms.ChoiceField(label="Vad innehåller filen?", choices=ImportKind, widget=forms.RadioSelect)
    file = forms.FileField(
        label="Fil",
        help_text="CSV, XLSX eller XLS, högst 20 MB och 50 000 rader. Inget sparas i registret förrän du har sett vad "
        "som kommer att hända.",
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        max_length=200,
    )
    token = once_token()
    messages = {
        "kind": "Välj vad filen innehåller",
        "file": {
            "required": "Välj en fil",
            "empty": "Filen är tom. Välj en fil som innehåller en tabell.",
            "max_length": "Filens namn är för långt. Döp om den till högst 200 tecken.",
        },
    }

    def __init__(self, *args, kinds: list[ImportKind], cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self._kinds = kinds
        self.fields["kind"].choices = [(kind.value, kind.label.capitalize()) for kind in kinds]
        if len(kinds) == 1:
            del self.fields["kind"]
            self.fields["file"].label = f"Fil med {kinds[0].label}"
        self.helper = form_helper("Hämta filen", cancel_url=cancel_url)

    @property
    def chosen_kind(self) -> str:
        """What the file holds, once the form is valid."""
        return self.cleaned_data.get("kind", self._kinds[0])

    def clean_file(self):
        """A file above the limit is refused before it is read into memory."""
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(str(ReadingError(file.name, TOO_LARGE)))
        return file


class ColumnsForm(StegetForm):
    """For each heading of the file the field it holds; `names` gives heading to field name.

    `headings` are (heading, what is said of its cells), `fields` (name, label) of what a column can be, and `nothing`
    is what the choice of none of them is called.
    """

    def __init__(
        self,
        *args,
        headings: list[tuple[str, str]],
        mapping: dict[str, str],
        fields: list[tuple[str, str]],
        nothing: str,
        cancel_url: str,
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self._headings = [heading for heading, _ in headings]
        choices = [("", nothing), *fields]
        for number, (heading, said) in enumerate(headings):
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=heading,
                help_text=said,
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
