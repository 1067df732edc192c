"""Shape of the forms of rules, hours and each person's choice of mails."""

from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms

from apps.core.actions import version_of
from apps.core.forms import StegetForm, form_helper, version_field
from apps.reminders.choices import Frequency
from apps.reminders.fields import DaysOffField, NumbersField
from apps.reminders.models import NoticeChoice, ReminderRule, ReminderSettings
from apps.reminders.planning import Rule
from apps.reminders.rule_queries import optional_of

CALENDAR_DAYS, WORKING_DAYS = "calendar", "working"
UNITS = [(CALENDAR_DAYS, "kalenderdagar"), (WORKING_DAYS, "arbetsdagar")]


def _days(label: str, help_text: str) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=1, max_value=365, help_text=help_text)


def _days_messages(what: str) -> dict[str, str]:
    told = f"{what}: ange ett antal dagar med siffror, 1 till 365, eller lämna fältet tomt"
    return dict.fromkeys(("invalid", "min_value", "max_value"), told)


class RuleForm(StegetForm):
    """When one kind of deadline is reminded of."""

    before = NumbersField(
        label="Dagar före", help_text="Talen med komma emellan, till exempel 14, 7, 1. Skriv 0 för sista dagen."
    )
    after = NumbersField(label="Dagar efter", help_text="Om uppgiften inte är klar, till exempel 1, 7, 14.")
    repeat_every = _days(
        "Därefter med så många dagars mellanrum", "Tills uppgiften är klar, som längst ett år. Tomt: inga fler."
    )
    unit = forms.ChoiceField(label="Dagarna räknas som", choices=UNITS, widget=forms.RadioSelect)
    head_after = _days("Förvaltningschefen får veta efter", "Så många dagar efter sista dagen, en gång. Tomt: aldrig.")
    coordinator_after = _days(
        "CSR-samordnaren får veta efter", "Så många dagar efter sista dagen, en gång. Tomt: aldrig."
    )
    at_once = forms.BooleanField(
        label="Brådskande: i ett eget mejl från arbetsdagen före sista dagen",
        required=False,
        help_text="Dessförinnan, och utan kryss, kommer påminnelsen som var och en har valt.",
    )
    is_required = forms.BooleanField(
        label="Ingen får välja bort påminnelsen",
        required=False,
        help_text="Annars kan var och en stänga av den för sig.",
    )
    version = version_field()
    messages = {
        "unit": "Välj om dagarna är kalenderdagar eller arbetsdagar",
        "repeat_every": _days_messages("Mellanrummet"),
        "head_after": _days_messages("Förvaltningschefen"),
        "coordinator_after": _days_messages("CSR-samordnaren"),
    }

    def __init__(self, *args, is_law: bool, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        if is_law:
            del self.fields["is_required"]
        own = [] if is_law else ["is_required"]
        layout = Layout(
            Fieldset("Påminnelser till den ansvariga", "before", "after", "repeat_every", "unit"),
            Fieldset("Om uppgiften blir försenad", "head_after", "coordinator_after"),
            Fieldset("Mejlet", "at_once", *own),
        )
        self.helper = form_helper("Spara regeln", cancel_url=cancel_url, layout=layout)

    @staticmethod
    def initial_from(row: ReminderRule) -> dict:
        names = ("repeat_every", "head_after", "coordinator_after", "at_once", "is_required")
        values = {name: getattr(row, name) for name in names}
        values["repeat_every"] = values["repeat_every"] or None
        days = {"before": tuple(row.before), "after": tuple(row.after)}
        unit = WORKING_DAYS if row.in_working_days else CALENDAR_DAYS
        return values | days | {"unit": unit, "version": version_of(row)}

    @property
    def values(self) -> dict[str, Any]:
        """What the action is given."""
        cleaned = self.cleaned_data
        names = ("before", "after", "head_after", "coordinator_after", "at_once")
        rule = Rule(
            **{name: cleaned[name] for name in names},
            repeat_every=cleaned["repeat_every"] or 0,
            in_working_days=cleaned["unit"] == WORKING_DAYS,
        )
        return {"rule": rule, "is_required": cleaned.get("is_required", False), "seen": cleaned["version"]}


class HoursForm(StegetForm):
    """When mail leaves, and the days it does not."""

    send_at = forms.TimeField(
        label="Mejl skickas tidigast klockan",
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
        help_text="Mellan 05.00 och 17.00. Efter klockan 18 väntar mejlen till nästa dag.",
    )
    quiet_days = DaysOffField(
        label="Egna dagar utan mejl",
        help_text=(
            "En dag eller en period per rad, till exempel 2026-12-28 eller 2026-07-06–2026-07-31. "
            "Lördagar, söndagar, helgdagar och aftnar räknas redan."
        ),
    )
    sends_heads = forms.BooleanField(
        label="Förvaltningschefer får en sammanställning varje vecka",
        required=False,
        help_text="Vad som är försenat i den egna förvaltningen.",
    )
    version = version_field()
    messages = {
        "send_at": dict.fromkeys(("required", "invalid"), "Ange klockslaget som timme och minut, till exempel 07:30")
    }

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara tiderna", cancel_url=cancel_url)

    @staticmethod
    def initial_from(row: ReminderSettings) -> dict:
        days = tuple(row.quiet_days)
        return {
            "send_at": row.send_at,
            "quiet_days": days,
            "sends_heads": row.sends_heads,
            "version": version_of(row),
        }

    @property
    def values(self) -> dict[str, Any]:
        """What the action is given."""
        cleaned = dict(self.cleaned_data)
        return cleaned | {"seen": cleaned.pop("version")}


class ChoiceForm(StegetForm):
    """How a person wants the organisation's mails. Ticked is what one wants, since that is what one is asked."""

    frequency = forms.ChoiceField(label="Hur ofta", choices=Frequency.choices, widget=forms.RadioSelect)
    kinds = forms.MultipleChoiceField(
        label="Påminnelser du vill ha", required=False, widget=forms.CheckboxSelectMultiple
    )
    version = version_field()
    messages = {"frequency": "Välj hur ofta du vill få mejl"}

    def __init__(self, *args, optional: dict[str, str], cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.optional = optional
        self.fields["kinds"].choices = list(optional.items())
        if not optional:
            del self.fields["kinds"]
        self.helper = form_helper("Spara mitt val", cancel_url=cancel_url)

    @staticmethod
    def initial_from(row: NoticeChoice) -> dict:
        wanted = [name for name in optional_of(row.user, row.organisation) if name not in row.muted_kinds]
        return {"frequency": row.frequency, "kinds": wanted, "version": version_of(row)}

    @property
    def values(self) -> dict[str, Any]:
        """What the action is given."""
        cleaned = self.cleaned_data
        muted = [name for name in self.optional if name not in cleaned.get("kinds", ())]
        return {"frequency": cleaned["frequency"], "muted_kinds": muted, "seen": cleaned["version"]}
