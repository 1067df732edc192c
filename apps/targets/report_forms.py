"""Shape of the forms of frozen reports and of addresses to share."""

from datetime import date, timedelta

from django import forms
from django.urls import reverse

from apps.core.forms import StegetForm, form_helper, once_token
from apps.core.personal_numbers import refuse_personal_number
from apps.targets.models import Snapshot
from apps.targets.report import name_of

A_MONTH = timedelta(days=30)


class FreezeForm(StegetForm):
    """That a period is to be frozen, and what the coordinator wants to have said with it."""

    note = forms.CharField(
        label="Kommentar",
        required=False,
        max_length=500,
        validators=[refuse_personal_number],
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Står överst i rapporten, till exempel vad som är ovanligt med perioden. Skriv inget om enskilda.",
    )
    token = once_token()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Frys siffrorna", cancel_url=cancel_url)


class ShareForm(StegetForm):
    """What an address shows and how long. `what` is "ar" for the year as it stands, or a frozen report's key."""

    what = forms.ChoiceField(label="Vad länken visar", widget=forms.RadioSelect)
    expires_on = forms.DateField(label="Gäller till och med", help_text="Därefter leder adressen ingenstans.")
    token = once_token()
    messages = {"what": "Välj vad länken ska visa", "expires_on": "Ange vilken dag länken ska sluta gälla"}

    def __init__(self, *args, year: int, snapshots: list[Snapshot], today: date, **kwargs):
        kwargs["initial"] = {"what": "ar", "expires_on": today + A_MONTH} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self._snapshots = {str(each.pk): each for each in snapshots}
        frozen = [(key, f"{name_of(each)}, som redovisat") for key, each in self._snapshots.items()]
        self.fields["what"].choices = [("ar", f"Den öppna sidan för {year}, även om året inte är publicerat"), *frozen]
        self.helper = form_helper("Skapa länken", cancel_url=reverse("share_list"))

    @property
    def snapshot(self) -> Snapshot | None:
        """The chosen report, None for the year as it stands."""
        return self._snapshots.get(self.cleaned_data["what"])
