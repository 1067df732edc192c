"""Shape of the file that a yearly plan is read in from."""

from django import forms

from apps.core.forms import StegetForm, form_helper

MOST_BYTES = 2 * 1024 * 1024


class PlanFileForm(StegetForm):
    """A sheet with one row for each goal."""

    file = forms.FileField(
        label="Fil",
        help_text="XLSX, XLS eller CSV, högst 2 MB. Inget sparas förrän du har sett vad filen innehåller.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.csv"}),
        max_length=200,
    )
    messages = {
        "file": {
            "required": "Välj en fil",
            "empty": "Filen är tom. Välj en fil som innehåller en tabell.",
            "max_length": "Filens namn är för långt. Döp om den till högst 200 tecken.",
        },
    }

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Kontrollera filen", cancel_url=cancel_url)

    def clean_file(self):
        """A file above the limit is refused before it is read into memory."""
        file = self.cleaned_data["file"]
        if file and file.size > MOST_BYTES:
            raise forms.ValidationError("Filen är större än 2 MB. Dela upp den i mindre filer och försök igen.")
        return file
