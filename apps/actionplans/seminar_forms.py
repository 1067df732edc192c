"""Shape of the forms about seminars, and the filters of their lists."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from apps.accounts.choices import Role
from apps.accounts.models import Department, Organisation
from apps.actionplans.choices import SeminarState
from apps.actionplans.forms import WithHelper, line, text
from apps.actionplans.models import Item, Seminar
from apps.actionplans.seminar_actions import around
from apps.actionplans.seminar_queries import Reach
from apps.actionplans.seminar_recipients import Group
from apps.core.actions import version_of
from apps.core.forms import WebAddressField, once_token, version_field
from apps.core.lists import ComputedRows, FilterForm
from apps.procurements.models import GuidelineVersion
from apps.procurements.queries import people_for

_MOMENT = "Ange tiden som datum och klockslag, till exempel 2026-03-14 13:00"
_LINK = (
    "Länk till materialet ska vara en hel webbadress som börjar med https://, "
    "till exempel https://kommun.exempel/material"
)
# How many years of plans have their items offered; what is chosen already is offered whatever its year.
RECENT_PLANS = 3
MOST = 5000


def _boxes(label: str, hint: str = "") -> forms.ModelMultipleChoiceField:
    widget = forms.CheckboxSelectMultiple
    return forms.ModelMultipleChoiceField(None, label=label, help_text=hint, required=False, widget=widget)


class SeminarForm(WithHelper):
    """What a seminar is about, when and where, whom it is for and what it serves."""

    topic = line("Ämne", 160)
    starts_at = forms.DateTimeField(
        label="Börjar", widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    )
    minutes = forms.IntegerField(label="Längd i minuter", min_value=15, max_value=960)
    place = line("Plats eller länk", 300)
    departments = _boxes("Egna förvaltningar")
    others = _boxes("Andra myndigheters förvaltningar")
    organisations = _boxes("Hela myndigheter", "En hel myndighet räknas som att alla dess förvaltningar är inbjudna.")
    roles = forms.MultipleChoiceField(
        label="Roller som seminariet är för", choices=Role, required=False, widget=forms.CheckboxSelectMultiple
    )
    content = text("Innehåll", 3000, "Vad som tas upp. Står i inbjudan.")
    material_url = WebAddressField(
        label="Länk till materialet",
        required=False,
        help_text="En webbadress som börjar med https://, till presentationen eller en samlingssida.",
    )
    responsible = forms.ModelChoiceField(
        None, label="Ansvarig", required=False, empty_label="Ingen särskild", help_text="Får påminnelserna."
    )
    items = _boxes("Punkter i handlingsplanen")
    guidelines = _boxes("Riktlinjer")
    messages = {
        "starts_at": {"required": "Ange när seminariet börjar", "invalid": _MOMENT},
        "material_url": {"invalid": _LINK},
    }

    def __init__(self, *args, organisation: Organisation, kept: tuple[int, ...] = (), responsible=None, **kwargs):
        super().__init__(*args, **kwargs)
        alike = Organisation.objects.filter(is_demo=organisation.is_demo)
        departments = Department.objects.filter(is_active=True).select_related("organisation")
        own = departments.filter(organisation=organisation)
        offered = {
            "departments": own,
            "others": departments.filter(organisation__in=alike).exclude(organisation=organisation),
            "organisations": alike,
            "items": _items(organisation, kept),
            "guidelines": GuidelineVersion.objects.filter(organisation=organisation),
        }
        for name, rows in offered.items():
            self.fields[name].queryset = rows
        self.fields["others"].queryset = offered["others"].order_by("organisation__sort_key", "sort_key")
        self.fields["others"].label_from_instance = lambda each: f"{each} ({each.organisation})"
        self.fields["items"].label_from_instance = lambda item: f"{item} ({item.plan.year})"
        self.fields["responsible"].queryset = people_for(organisation, responsible)
        for name, rows in offered.items():
            if not rows.exists():
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """With the departments of all authorities together as `departments`."""
        values = super().clean()
        names = ("departments", "others", "organisations", "items", "guidelines")
        found = {name: list(values.pop(name, ())) for name in names}
        values |= found | {"departments": found["departments"] + found.pop("others")}
        values.pop("others", None)
        return values


class NewSeminarForm(SeminarForm):
    """A seminar to plan."""

    token = once_token()


class ChangeSeminarForm(SeminarForm):
    """A planned seminar to change."""

    version = version_field()

    @staticmethod
    def initial_from(seminar: Seminar) -> dict[str, Any]:
        """What the form is filled in with."""
        names = ("topic", "starts_at", "minutes", "place", "roles", "content", "material_url")
        sides, links = list(seminar.sides.all()), list(seminar.links.all())
        own = seminar.organisation_id
        return {name: getattr(seminar, name) for name in names} | {
            "responsible": seminar.responsible_id,
            "departments": [each.department_id for each in sides if each.department_id and each.organisation_id == own],
            "others": [each.department_id for each in sides if each.department_id and each.organisation_id != own],
            "organisations": [each.organisation_id for each in sides if not each.department_id],
            "items": [each.item_id for each in links if each.item_id],
            "guidelines": [each.guideline_id for each in links if each.guideline_id],
            "version": version_of(seminar, *around(seminar)),
        }


class InviteForm(WithHelper):
    """Which of those that a seminar is for to mail now."""

    submit = "Skicka inbjudan"
    sides = forms.TypedMultipleChoiceField(
        label="Skicka till",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text="Mejlet har en fil till kalendern. Den som redan är inbjuden får den nya tiden.",
    )
    token = once_token()
    messages = {"sides": "Välj minst en att skicka till"}

    def __init__(self, *args, groups: list[Group], **kwargs):
        super().__init__(*args, **kwargs)
        reachable = [group for group in groups if group.emails]
        self.fields["sides"].choices = [(group.side.pk, _invited(group)) for group in reachable]
        self.fields["sides"].initial = [group.side.pk for group in reachable if not group.side.invited_at]


class HoldForm(WithHelper):
    """How many came to a seminar, and how it went. Nobody is named."""

    participants = forms.IntegerField(
        label="Antal deltagare totalt",
        min_value=0,
        max_value=MOST,
        required=False,
        help_text="Lämna tomt om talen nedan är alla.",
    )
    outcome = text("Hur gick det?", 3000, "Vad deltagarna frågade om, och vad som behövs mer. Inga namn.")
    version = version_field()

    def __init__(self, *args, seminar: Seminar, **kwargs):
        super().__init__(*args, **kwargs)
        last = {name: self.fields.pop(name) for name in ("outcome", "version")}
        for side in seminar.sides.select_related("organisation", "department"):
            label = f"Antal från {side}"
            self.fields[name_of(side)] = forms.IntegerField(
                label=label,
                min_value=0,
                max_value=MOST,
                required=False,
                widget=forms.TextInput({"inputmode": "numeric"}),
                error_messages={
                    "invalid": f"{label}: ange ett helt tal, till exempel 12",
                    "min_value": f"{label} ska vara minst 0",
                    "max_value": f"{label} får vara högst {MOST}",
                },
            )
        self.fields |= last

    @property
    def parts(self) -> dict[int, int | None]:
        """How many came by the key of the side."""
        return {int(name[5:]): value for name, value in self.cleaned_data.items() if name.startswith("part_")}

    @staticmethod
    def initial_from(seminar: Seminar) -> dict[str, Any]:
        """What the form is filled in with."""
        parts = {name_of(side): side.participants for side in seminar.sides.all()}
        own = {"participants": seminar.participants, "outcome": seminar.outcome}
        return own | parts | {"version": version_of(seminar, *around(seminar))}


class CancelForm(WithHelper):
    """Why a seminar is called off."""

    submit = "Ställ in seminariet"
    reason = line("Varför ställs det in?", 500, "Skälet står i mejlet till dem som är inbjudna.")
    token = once_token()
    messages = {"reason": "Skriv varför seminariet ställs in"}


class SeminarFilter(FilterForm):
    """What the list of seminars can be narrowed by."""

    state = forms.ChoiceField(label="Läge", required=False, choices=[("", "Alla lägen"), *SeminarState.choices])
    year = forms.TypedChoiceField(label="År", required=False, coerce=int, empty_value=None)

    def __init__(self, *args, years: list[int], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["q"].label = "Sök ämne, plats eller förvaltning"
        self.fields["year"].choices = [("", "Alla år"), *((each, str(each)) for each in years)]

    def apply(self, rows: QuerySet) -> QuerySet:
        """The seminars that match."""
        chosen = self.chosen()
        if "state" in chosen:
            rows = rows.filter(state=chosen["state"])
        if "year" in chosen:
            rows = rows.filter(starts_at__year=chosen["year"])
        return super().apply(rows)


class ReachFilter(FilterForm):
    """Which departments of which year to show."""

    show = forms.ChoiceField(
        label="Visa",
        required=False,
        choices=[("", "alla"), ("missing", "ej nådda"), ("reached", "nådda")],
    )
    year = forms.TypedChoiceField(label="År", required=False, coerce=int, empty_value=None)

    def __init__(self, *args, years: list[int], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["q"].label = "Sök förvaltning eller myndighet"
        self.fields["year"].choices = [("", "I år"), *((each, str(each)) for each in years)]

    def apply(self, rows: list[Reach]) -> ComputedRows:
        """The departments that match."""
        chosen = self.chosen()
        words, show = chosen.get("q", "").lower(), chosen.get("show", "")
        found = [each for each in rows if words in f"{each.name} {each.organisation}".lower()]
        return ComputedRows(each for each in found if not show or each.is_reached == (show == "reached"))


def name_of(side) -> str:
    """The name of the field that says how many came from a side."""
    return f"part_{side.pk}"


def _invited(group: Group) -> str:
    sent = group.side.invited_at
    return f"{group.label} (inbjuden {sent:%Y-%m-%d})" if sent else group.label


def _items(organisation: Organisation, kept: tuple[int, ...]) -> QuerySet[Item]:
    years = organisation.action_plans.order_by("-year").values_list("year", flat=True).distinct()[:RECENT_PLANS]
    rows = Item.objects.filter(organisation=organisation)
    rows = rows.filter(plan__year__in=list(years)) | rows.filter(pk__in=kept)
    return rows.select_related("plan").order_by("-plan__year", "position", "pk")
