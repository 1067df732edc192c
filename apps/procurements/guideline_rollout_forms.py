"""Shape of the forms about how a version of the guideline is brought into use, and of the list of who follows it."""

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.text import capfirst

from apps.core.actions import version_of
from apps.core.forms import StegetForm, WebAddressField, form_helper, version_field
from apps.core.lists import FilterForm
from apps.core.personal_numbers import refuse_personal_number
from apps.procurements.choices import Following
from apps.procurements.guideline_forms import ADDRESS
from apps.procurements.models import GuidelineVersion

_ROLLOUT = ["published_on", "published_url", "seminars_held_on", "seminars_reference", "follow_goal"]


class ProposeForm(StegetForm):
    """When a version was proposed, or (`is_taken_back`, the second button) that it is revised again."""

    on = forms.DateField(label="Föreslagen", help_text="Dagen då förslaget lämnades till den som beslutar.")
    version = version_field()
    messages = {"on": {"required": "Ange dagen då förslaget lämnades"}}

    def __init__(self, *args, cancel_url: str, is_proposed: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_taken_back = "take_back" in self.data
        self.fields["on"].required = not self.is_taken_back
        back = ("take_back", "Ta tillbaka till översyn") if is_proposed else None
        self.helper = form_helper("Spara dagen", secondary=back, cancel_url=cancel_url)

    @property
    def day(self):
        """The day for the action, None when the proposal is taken back."""
        return None if self.is_taken_back else self.cleaned_data["on"]

    @staticmethod
    def initial_from(row: GuidelineVersion) -> dict:
        return {"on": row.proposed_on, "version": version_of(row)}


class RolloutForm(StegetForm):
    """Where a version is published, the seminars about it, and how many procurements are to follow it."""

    published_on = forms.DateField(label="Publicerad", required=False, help_text="Dagen då den lades ut.")
    published_url = WebAddressField(
        label="Adress",
        required=False,
        help_text="Webbadressen där alla kan läsa den beslutade riktlinjen.",
    )
    seminars_held_on = forms.DateField(
        label="Seminarier hållna",
        required=False,
        help_text="Dagen för det senaste, om seminarierna inte står i handlingsplanen.",
    )
    seminars_reference = forms.CharField(
        label="Underlag",
        max_length=200,
        required=False,
        validators=[refuse_personal_number],
        help_text="Var det framgår, till exempel ett diarienummer. Skriv inga namn.",
    )
    follow_goal = forms.IntegerField(
        label="Minsta andel upphandlingar som följer versionen, procent", min_value=1, max_value=100
    )
    version = version_field()
    messages = {"published_url": {"invalid": ADDRESS}}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        layout = Layout(
            Fieldset("Publicering", "published_on", "published_url"),
            Fieldset("Seminarier", "seminars_held_on", "seminars_reference"),
            Fieldset("Användning", "follow_goal"),
        )
        self.helper = form_helper("Spara", cancel_url=cancel_url, layout=layout)

    @staticmethod
    def initial_from(row: GuidelineVersion) -> dict:
        return {name: getattr(row, name) for name in _ROLLOUT} | {"version": version_of(row)}


class InPlaceForm(StegetForm):
    """From when a decided version is in use, and why it is said so while something is left."""

    on = forms.DateField(label="Införd", help_text="Dagen då riktlinjen började användas i upphandlingarna.")
    motive = forms.CharField(
        label="Motiv",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        validators=[refuse_personal_number],
        help_text="Krävs när något av kriterierna återstår: varför versionen ändå är införd.",
    )
    version = version_field()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Bekräfta att den är införd", cancel_url=cancel_url)

    @staticmethod
    def initial_from(row: GuidelineVersion) -> dict:
        return {"on": row.in_place_on, "motive": row.in_place_motive, "version": version_of(row)}


class ReadingForm(StegetForm):
    """Which roles are to read a version and by when, or (`is_taken_back`, the second button) that nobody is."""

    roles = forms.MultipleChoiceField(label="Roller som ska läsa", widget=forms.CheckboxSelectMultiple)
    due_on = forms.DateField(
        label="Senast",
        help_text="Var och en påminns i Mina uppgifter. Den som får en av rollerna senare har 14 dagar på sig.",
    )
    version = version_field()
    messages = {"roles": "Välj minst en roll", "due_on": {"required": "Ange senast vilken dag versionen ska vara läst"}}

    def __init__(self, *args, cancel_url: str, roles: list[tuple[str, str]], is_asking: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_taken_back = "take_back" in self.data
        self.fields["roles"].choices = [(role, capfirst(label)) for role, label in roles]
        for name in ("roles", "due_on"):
            self.fields[name].required = not self.is_taken_back
        back = ("take_back", "Be ingen läsa versionen") if is_asking else None
        self.helper = form_helper("Spara", secondary=back, cancel_url=cancel_url)

    @property
    def values(self) -> dict:
        """What the action is given."""
        if self.is_taken_back:
            return {"roles": [], "due_on": None}
        return {"roles": self.cleaned_data["roles"], "due_on": self.cleaned_data["due_on"]}

    @staticmethod
    def initial_from(row: GuidelineVersion) -> dict:
        return {"roles": row.reading_roles, "due_on": row.reading_due_on, "version": version_of(row)}


class FollowingFilter(FilterForm):
    """What the list of who follows a version can be narrowed by."""

    q = forms.CharField(label="Benämning eller diarienummer", required=False, max_length=200)
    foljer = forms.ChoiceField(label="Beslut", required=False, choices=[("", "Alla"), *Following.choices])

    def apply(self, rows):
        chosen = self.chosen()
        if "foljer" in chosen:
            rows = rows.filter(following=chosen["foljer"])
        return super().apply(rows)
