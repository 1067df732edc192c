"""Shape of the steps in which a meeting is written up: one form each, made for a phone on the table."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms

from apps.core.forms import StegetForm, form_helper, version_field
from apps.followups import meeting_steps as steps
from apps.followups.choices import CommitmentState, MeetingForm, PartyRole
from apps.followups.meeting_commitments import Commitment
from apps.followups.meeting_steps import Measure
from apps.followups.models import Meeting
from apps.followups.report_forms import text_field
from apps.placements.choices import UnfilledReason

NO_NAMES = "Skriv inga namn. Protokollet går till leverantören."
EMPTY_ROWS = 2
_WHAT = re.compile(r"what_([tn]\d{1,18})$")
SAY_WHAT = "Skriv vad som ska göras i rad {number}, eller töm raden."
SAY_WHO = "Välj vem som ansvarar för åtgärden i rad {number}."
SAY_WHEN = "Ange när åtgärden i rad {number} ska vara gjord."


class StepForm(StegetForm):
    """A step, with what it held when it was opened.

    `sections` are (legend, fields by name, messages by name) beside the class's own.
    """

    version = version_field()
    step: str
    secondary: tuple[str, str] | None = None
    # The step's own values, by the names of its fields.
    kept: Callable[[Meeting], dict[str, Any]]

    def __init__(self, data=None, *, meeting: Meeting, sections: Iterable[tuple[str, dict, dict]] = (), **kwargs):
        sections = list(sections)
        # Before the form is made, so that these are dressed like the others.
        for _, fields, said in sections:
            self.base_fields = self.base_fields | fields
            self.messages = self.messages | said
        super().__init__(data, **kwargs)
        parts = [Fieldset(legend, *fields) for legend, fields, _ in sections]
        layout = Layout(*parts, *self.last) if parts else None
        back = meeting.get_absolute_url()
        self.helper = form_helper("Spara och fortsätt", cancel_url=back, layout=layout, secondary=self.secondary)

    @property
    def last(self) -> list:
        """What stands after the sections."""
        return []

    @classmethod
    def initial_from(cls, meeting: Meeting) -> dict[str, Any]:
        """What the step is filled in with."""
        return cls.kept(meeting) | {"version": steps.mark(meeting, cls.step)}

    @property
    def values(self) -> dict[str, Any]:
        """What the action is given, with the version."""
        return self.cleaned_data


class PresentForm(StepForm):
    """Who was there, when and how."""

    step = steps.PRESENT
    held_on = forms.DateField(label="Dag")
    form = forms.ChoiceField(label="Form", choices=MeetingForm, widget=forms.RadioSelect)
    attendance = forms.MultipleChoiceField(
        label="Vilka var med?",
        help_text="Parter, inte personer. Minst två.",
        choices=PartyRole,
        widget=forms.CheckboxSelectMultiple,
    )
    messages = {"attendance": "Välj vilka som var med", "form": "Välj form"}
    kept = staticmethod(steps.present)


class TalkForm(StepForm):
    """What was said."""

    step = steps.TALK
    obstacles = text_field("Hinder", NO_NAMES)
    good_experience = text_field("Goda erfarenheter", NO_NAMES)
    agreed = text_field("Överenskommet", NO_NAMES)
    kept = staticmethod(steps.talk)


class CommitmentsForm(StepForm):
    """How each commitment stands; the state is proposed by what Steget has counted."""

    step = steps.COMMITMENTS

    def __init__(self, data=None, *, standing: list[Commitment], **kwargs):
        self.standing = standing
        sections = [(str(each.requirement), _item_fields(each), _item_messages(each)) for each in standing]
        super().__init__(data, sections=sections, **kwargs)

    @staticmethod
    def kept(meeting: Meeting) -> dict[str, Any]:
        """The answers by the names of the fields."""
        items = steps.items(meeting).items()
        return {f"{name}_{key}": value for key, values in items for name, value in values.items()}

    @property
    def values(self) -> dict[str, Any]:
        """The answers by the requirement's key."""
        cleaned = self.cleaned_data
        keys = [each.requirement.pk for each in self.standing]
        items = {key: {name: cleaned[f"{name}_{key}"] for name in steps.ITEM_FIELDS} for key in keys}
        return {"items": items, "version": cleaned["version"]}


def _item_fields(each: Commitment) -> dict[str, forms.Field]:
    """The fields of a commitment, by the item's names with the requirement's key."""
    number = {"required": False, "min_value": 0, "max_value": 999}
    reasons = [("", "Välj skäl"), *UnfilledReason.choices]
    fields = {
        "state": forms.ChoiceField(
            label="Läge",
            choices=CommitmentState.choices,
            initial=each.state.value,
            help_text=f"Utfört: {each.delivered}. Steget föreslår: {each.state.label}.",
            widget=forms.RadioSelect,
        ),
        "offered": forms.IntegerField(label="Erbjudna platser", help_text=each.offers, **number),
        "filled": forms.IntegerField(label="Tillsatta platser", **number),
        "unfilled_reason": forms.ChoiceField(label="Om inte alla tillsattes: varför?", choices=reasons, required=False),
        "note": text_field("Anteckning", NO_NAMES, length=500),
    }
    return {f"{name}_{each.requirement.pk}": field for name, field in fields.items()}


def _item_messages(each: Commitment) -> dict[str, dict[str, str]]:
    """What is said of a wrong answer, with the commitment that it is about."""
    name, key = str(each.requirement), each.requirement.pk
    number = {
        "invalid": f"Ange antalet platser med siffror, till exempel 2 ({name})",
        "min_value": f"Antalet platser kan inte vara under 0 ({name})",
        "max_value": f"Antalet platser får vara högst 999 ({name})",
    }
    state = dict.fromkeys(("required", "invalid_choice"), f"Välj läge ({name})")
    return {f"state_{key}": state, f"offered_{key}": number, f"filled_{key}": number}


class MeasuresForm(StepForm):
    """The agreed measures: those that are kept, and two empty rows; an emptied row goes away."""

    step = steps.MEASURES
    secondary = ("more", "Spara och lägg till fler åtgärder")
    next_on = forms.DateField(label="Nästa möte", required=False)

    def __init__(self, data=None, *, meeting: Meeting, **kwargs):
        kept = [f"t{each.pk}" for each in steps.measures(meeting)]
        # What was posted comes back whole, also about a row that somebody else took away.
        posted = [found[1] for name in data or () if (found := _WHAT.match(name))]
        fresh = [f"n{number}" for number in range(1, EMPTY_ROWS + 1)]
        self.rows = list(dict.fromkeys([*kept, *posted, *fresh]))[: len(kept) + 20]
        sections = [(f"Åtgärd {number}", _measure_fields(key), {}) for number, key in enumerate(self.rows, 1)]
        super().__init__(data, meeting=meeting, sections=sections, **kwargs)

    @property
    def last(self) -> list:
        """The next meeting."""
        return [Fieldset("Nästa möte", "next_on")]

    @staticmethod
    def kept(meeting: Meeting) -> dict[str, Any]:
        """The rows by the names of the fields."""
        found: dict[str, Any] = {"next_on": meeting.next_on}
        for each in steps.measures(meeting):
            found |= {f"{name}_t{each.pk}": getattr(each, name) for name in ("what", "owner", "due_on")}
        return found

    def clean(self):
        """A row is whole or empty; of a kept row the words are enough to empty."""
        cleaned = super().clean()
        for number, key in enumerate(self.rows, 1):
            what, owner, due_on = (cleaned.get(f"{name}_{key}") for name in ("what", "owner", "due_on"))
            if what:
                self._require(f"owner_{key}", owner, SAY_WHO.format(number=number))
                self._require(f"due_on_{key}", due_on, SAY_WHEN.format(number=number))
            elif (owner or due_on) and key.startswith("n"):
                self._require(f"what_{key}", what, SAY_WHAT.format(number=number))
        return cleaned

    def _require(self, name: str, value, sentence: str) -> None:
        if not value and name not in self.errors:
            self.add_error(name, sentence)

    @property
    def values(self) -> dict[str, Any]:
        """The measures, and the day of the next meeting."""
        cleaned = self.cleaned_data
        measures = [
            Measure(
                int(key[1:]) if key.startswith("t") else None,
                cleaned[f"what_{key}"],
                cleaned[f"owner_{key}"],
                cleaned[f"due_on_{key}"],
            )
            for key in self.rows
            if cleaned[f"what_{key}"]
        ]
        return {"measures": measures, "next_on": cleaned["next_on"], "version": cleaned["version"]}


def _measure_fields(key: str) -> dict[str, forms.Field]:
    owners = [("", "Välj ansvarig"), *((role.value, role.label[:1].upper() + role.label[1:]) for role in PartyRole)]
    return {
        f"what_{key}": text_field("Vad ska göras?", NO_NAMES, length=500),
        f"owner_{key}": forms.ChoiceField(label="Ansvarig", choices=owners, required=False),
        f"due_on_{key}": forms.DateField(label="Senast", required=False),
    }
