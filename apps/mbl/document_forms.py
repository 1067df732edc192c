"""Shape of what is asked for beside a consultation: a file, a comment, the day minutes were approved."""

from django import forms

from apps.core.forms import StegetForm, form_helper, once_token, version_field
from apps.mbl.choices import DocumentKind
from apps.mbl.file_types import ACCEPTED, EMPTY, MAX_BYTES, MAX_NAME, TOO_LARGE, TOO_LONG, FileRefused


class DocumentForm(StegetForm):
    """A file with what it is and whether the union sees it."""

    file = forms.FileField(
        label="Fil",
        help_text="PDF, DOCX, XLSX, PNG eller JPG, högst 20 MB. Skriv inga personuppgifter i filens namn.",
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    kind = forms.ChoiceField(label="Handling", choices=DocumentKind.choices, initial=DocumentKind.MATERIAL)
    is_shared = forms.BooleanField(
        label="Dela med den fackliga organisationen",
        help_text="Facket ser handlingen när kallelsen är skickad.",
        required=False,
        initial=True,
    )
    token = once_token()
    messages = {"file": {"required": "Välj en fil", "empty": f"Filen {EMPTY}"}}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Lägg till handlingen", cancel_url=cancel_url)

    def clean_file(self):
        """A file above the limit is refused before it is read into memory."""
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(str(FileRefused(file.name, TOO_LARGE)))
        if len(file.name) > MAX_NAME:
            raise forms.ValidationError(str(FileRefused(file.name, TOO_LONG)))
        return file


class CommentForm(StegetForm):
    """A comment both sides see."""

    text = forms.CharField(
        label="Kommentar",
        help_text="Båda parter ser den. Skriv inte vem som är medlem och inga personuppgifter.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )
    token = once_token()
    messages = {"text": "Skriv en kommentar"}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara kommentaren", cancel_url=cancel_url)


class ApproveForm(StegetForm):
    """The day the union approved the minutes."""

    approved_on = forms.DateField(label="Justerat", help_text="Den dag ni godkände protokollet.")
    version = version_field()
    messages = {"approved_on": {"required": "Ange den dag protokollet justerades"}}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Justera protokollet", cancel_url=cancel_url)
