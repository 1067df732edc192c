"""Shape of the forms that propose, move, extend and pause placements, one or several."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from apps.core.actions import version_of
from apps.core.forms import StegetForm, form_helper, once_token, version_field
from apps.placements import codes, kind_rules
from apps.placements.choices import PlacementKind
from apps.placements.forms import (
    DID_IT_LEAD_TO_A_JOB,
    WHY,
    ParticipantForm,
    WorkplaceForm,
    correction_reason_field,
    referring_body_field,
    supervisor_field,
)
from apps.placements.models import Pause, Placement, PlaceOffer, Waiting
from apps.placements.moves import Move

MOST_RADIOS = 14
# Chosen instead of one who waits.
NEW = "ny"
_EXTENT = {"label": "Omfattning i procent", "help_text": "100 är heltid.", "min_value": 1, "max_value": 100}
_END_OF_ALL = "Ledde placeringarna till jobb?"


class ProposeForm(ParticipantForm, WorkplaceForm):
    """A participant for a place: one that waits, one with a code, or a new one. An `offer` says the rest itself."""

    kind = forms.ChoiceField(label="Vad är det för insats?", choices=PlacementKind, widget=forms.RadioSelect)
    waiting = forms.ChoiceField(label="Deltagare som väntar", required=False)
    planned_start_on = forms.DateField(label="Planerad start", required=False)
    planned_end_on = forms.DateField(label="Planerat slut", required=False)
    extent_percent = forms.IntegerField(**_EXTENT, initial=100)
    field_order = ("kind", "contract", "query", "waiting")
    messages = WorkplaceForm.messages | {"kind": "Välj insats", "extent_percent": {"required": "Ange omfattningen"}}

    def __init__(self, *args, waiting: list[Waiting], offer: PlaceOffer | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer = offer
        for name in ("kind", "contract", "query") if offer else ():
            del self.fields[name]
        choices = [(each.participant.code, f"{each.participant}, sedan {each.since}") for each in waiting]
        if not choices:
            del self.fields["waiting"]
        else:
            field = self.fields["waiting"]
            if len(choices) <= MOST_RADIOS:
                field.widget = forms.RadioSelect()
            else:
                choices = [("", "Välj deltagare"), *choices]
            field.choices = [*choices, (NEW, "Någon annan: en ny deltagare, eller en med kod")]

    @property
    def has_waiting(self) -> bool:
        """Whether anybody waits."""
        return "waiting" in self.fields

    @property
    def is_participant_open(self) -> bool:
        """Whether the fields for a participant who does not wait are unfolded."""
        return not self.has_waiting or any(self._value(name) for name in ("code", "case_reference"))

    def clean(self):
        chosen, code = self.cleaned_data.get("waiting", ""), self.cleaned_data.get("code", "")
        if self.has_waiting and not (chosen or code or self.cleaned_data.get("case_reference")):
            raise ValidationError({"waiting": "Välj deltagare"})
        if chosen not in ("", NEW) and code and codes.normalise(code) != chosen:
            raise ValidationError({"code": f"Du har valt {chosen} och skrivit koden {code}. Ta bort den ena."})

    def for_action(self) -> dict[str, Any]:
        """The cleaned values without the search; who waits has become a code."""
        values = dict(self.cleaned_data)
        chosen = values.pop("waiting", "")
        values["code"] = values["code"] or ("" if chosen == NEW else chosen)
        values.pop("query", None)
        return values


class MoveForm(StegetForm):
    """What one move asks for (moves.Move.asks), and nothing when it asks for nothing."""

    planned_start_on = forms.DateField(label="Planerad start")
    started_on = forms.DateField(label="Startdatum")
    planned_end_on = forms.DateField(label="Planerat slut", required=False)
    extent_percent = forms.IntegerField(**_EXTENT)
    referring_body = referring_body_field()
    supervisor_role = supervisor_field()
    exited_on = forms.DateField(label="Vilken dag blev det klart?")
    is_harm_tested = forms.BooleanField(
        label="En menprövning är gjord",
        required=False,
        help_text="Kryssa när inget samtycke är antecknat. Prövningens beteckning skrivs när något lämnas ut.",
    )
    reason = correction_reason_field()
    version = version_field()
    messages = {
        "referring_body": kind_rules.NO_REFERRING_BODY,
        "supervisor_role": kind_rules.NO_SUPERVISOR,
        "reason": WHY,
        "exited_on": "Ange dagen",
        "extent_percent": {"required": "Ange omfattningen"},
    }

    def __init__(self, *args, move: Move, placement: Placement, **kwargs):
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - {"version", *_asked(move, placement)}:
            del self.fields[name]
        if move.key == "start":  # fact 34: practice does not start without them
            for name in self.fields.keys() & {"referring_body", "supervisor_role"}:
                self.fields[name].required = True
        is_way_out = move.asks == ("exited_on",)
        url = placement.get_absolute_url()
        self.helper = form_helper(move.button, cancel_url=url, danger=is_way_out)

    @staticmethod
    def initial_from(placement: Placement) -> dict[str, Any]:
        """What the form is filled in with; the days that the move sets are the view's."""
        names = ("planned_start_on", "planned_end_on", "extent_percent", "referring_body", "supervisor_role")
        return {name: getattr(placement, name) for name in names} | {"version": version_of(placement)}


class ExtendForm(StegetForm):
    """A later planned end."""

    planned_end_on = forms.DateField(label="Nytt planerat slut")
    version = version_field()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Förläng placeringen", cancel_url=cancel_url)

    @staticmethod
    def initial_from(placement: Placement) -> dict[str, Any]:
        """What the form is filled in with."""
        return {"planned_end_on": placement.planned_end_on, "version": version_of(placement)}


class PauseForm(StegetForm):
    """Days on which a placement rests. Why is never asked."""

    from_on = forms.DateField(label="Avbrottets första dag")
    to_on = forms.DateField(
        label="Avbrottets sista dag", required=False, help_text="Lämna tomt om det inte är bestämt."
    )
    token = once_token()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara avbrottet", cancel_url=cancel_url)


class CorrectPauseForm(StegetForm):
    """Other days of a pause."""

    from_on = forms.DateField(label="Avbrottets första dag")
    to_on = forms.DateField(label="Avbrottets sista dag", required=False, help_text="Lämna tomt om avbrottet pågår.")
    version = version_field()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara ändringarna", cancel_url=cancel_url)

    @staticmethod
    def initial_from(pause: Pause) -> dict[str, Any]:
        """What the form is filled in with."""
        return {"from_on": pause.from_on, "to_on": pause.to_on, "version": version_of(pause)}


class ResumeForm(StegetForm):
    """The first day at work after a pause."""

    back_on = forms.DateField(label="Första dagen tillbaka")

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Avsluta avbrottet", cancel_url=cancel_url)


class EndSeveralForm(StegetForm):
    """The last day of several placements, and how they went."""

    button = "Avsluta placeringarna"
    ended_on = forms.DateField(label="Sista dag för alla")
    end_reason = forms.ChoiceField(
        label=_END_OF_ALL, choices=list(DID_IT_LEAD_TO_A_JOB.items()), widget=forms.RadioSelect
    )
    messages = {"end_reason": "Svara på om placeringarna ledde till jobb"}


class ExtendSeveralForm(StegetForm):
    """A later planned end for several placements."""

    button = "Förläng placeringarna"
    planned_end_on = forms.DateField(label="Nytt planerat slut för alla")


def _asked(move: Move, placement: Placement) -> set[str]:
    asked = set(move.asks)
    if placement.kind != PlacementKind.INTERNSHIP:
        asked -= {"referring_body", "supervisor_role"}
    if placement.kind == PlacementKind.MENTORSHIP:
        asked -= {"extent_percent"}
    return asked
