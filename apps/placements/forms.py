"""Shape of the placement and activity forms."""

from functools import cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Max, Min
from django.utils.functional import cached_property
from django.utils.html import format_html

from apps.accounts.models import Department
from apps.core.actions import version_of
from apps.core.forms import StegetForm, form_helper, once_token, version_field
from apps.core.lists import FilterForm
from apps.core.personal_numbers import refuse_personal_number
from apps.placements import codes
from apps.placements.choices import (
    WAITING_STATES,
    ActivityKind,
    CorrectionReason,
    EndReason,
    PlacementKind,
    PlacementState,
    ReferringBody,
)
from apps.placements.codes import EXAMPLE
from apps.placements.models import UNDONE, Activity, Placement
from apps.placements.queries import MOST_CHOICES
from apps.procurements.models import Contract
from apps.suppliers.models import Supplier

WHY = "Välj varför uppgiften rättas"
_QUIET = {"autocomplete": "off", "spellcheck": "false"}
# The question on the last day, and EndReason's answers to it.
DID_IT_LEAD_TO_A_JOB = {
    EndReason.MOVED_TO_EMPLOYMENT: "Ja, deltagaren gick vidare till arbete",
    EndReason.MOVED_TO_STUDY: "Nej, deltagaren gick vidare till studier",
    EndReason.COMPLETED: "Nej, men placeringen genomfördes som planerat",
    EndReason.INTERRUPTED_CANDIDATE: "Nej, deltagaren avbröt",
    EndReason.INTERRUPTED_SUPPLIER: "Nej, leverantören avbröt",
    EndReason.CONTRACT_ENDED: "Nej, avtalet upphörde",
    EndReason.OTHER: "Nej, av annat skäl",
}


def referring_body_field() -> forms.ChoiceField:
    """Who refers to a practice. Only a practice needs it, and the action says when."""
    return forms.ChoiceField(
        label="Vem anvisar praktiken?", required=False, choices=ReferringBody, widget=forms.RadioSelect
    )


def supervisor_field() -> forms.CharField:
    """The supervisor of a practice, as a role."""
    return forms.CharField(
        label="Handledarens roll på arbetsplatsen",
        required=False,
        max_length=80,
        help_text="Till exempel arbetsledare. Skriv inget namn.",
        validators=[refuse_personal_number],
    )


def correction_reason_field(**options) -> forms.ChoiceField:
    """Why something is corrected; it stands in the history."""
    return forms.ChoiceField(
        label="Varför rättas uppgiften?", choices=CorrectionReason, widget=forms.RadioSelect, **options
    )


def case_reference_field(more: str = "") -> forms.CharField:
    """The case a participant belongs to in another system; `more` is said last in the hint."""
    hint = "Ärendets beteckning, till exempel AMF 2026/17. Skriv aldrig namn eller personnummer."
    return forms.CharField(
        label="Referens i verksamhetssystemet",
        required=False,
        max_length=40,
        help_text=f"{hint} {more}".strip(),
        widget=forms.TextInput(_QUIET),
    )


class WorkplaceForm(StegetForm):
    """A form in which a supplier and its contract are one choice: those at hand as radios, others by a search.

    `workplaces` (queries.Workplaces) knows which may be chosen. The search is a button of the same form, so nothing
    that was filled in is lost and no code ever stands in an address.
    """

    query = forms.CharField(label="Sök annan leverantör", required=False, max_length=100)
    contract = forms.CharField(label="Leverantör och avtal", widget=forms.RadioSelect)
    messages: dict[str, Any] = {"contract": "Välj avtal. Sök efter leverantören om den inte visas."}

    def __init__(self, *args, workplaces, **kwargs):
        super().__init__(*args, **kwargs)
        self.workplaces = workplaces
        self.fields["query"].widget.attrs |= {"autocomplete": "off", "enterkeyhint": "search"}
        self.search_text = self._value("query")
        self.found = workplaces.search(self.search_text) if self.search_text else []
        self._show_choices()

    def clean_contract(self):
        chosen = self.workplaces.get(self.cleaned_data["contract"])
        if chosen is None:
            raise ValidationError("Välj avtal bland dem som visas. Det du valde finns inte i organisationen.")
        return chosen

    def add_error(self, field, error):
        """While there is nothing to choose, what is wrong with the choice stands at the search, where it is mended."""
        super().add_error("query" if field == "contract" and not self.fields["contract"].choices else field, error)

    def for_action(self) -> dict[str, Any]:
        """The cleaned values for an action, with supplier and contract taken apart."""
        workplace = self.cleaned_data["contract"]
        values = {name: value for name, value in self.cleaned_data.items() if name != "query"}
        return values | {"supplier": workplace.supplier, "contract": workplace.contract}

    @cached_property
    def choices_note(self) -> str:
        """What the search gave, or why nothing can be chosen yet, in a sentence; empty when the choices say it all."""
        if self.search_text and not self.found:
            where = "organisationens avtal" if self.workplaces.needs_contract else "leverantörerna"
            return f"”{self.search_text}” finns inte bland {where}. Sök på en del av namnet."
        if len(self.found) > MOST_CHOICES:
            return f"Visar de {MOST_CHOICES} första som passar ”{self.search_text}”. Skriv mer för att se färre."
        if self.fields["contract"].choices:
            return ""
        if self.workplaces.is_empty():
            return "Organisationen har inga avtal än. Be en upphandlare lägga in avtalet först."
        return "Sök leverantören nedan. Nästa gång visas de senaste här."

    def _show_choices(self):
        if self.search_text:
            shown, is_all = self.found[:MOST_CHOICES], True
        else:
            shown, is_all = self.workplaces.first_choices()
        is_open = bool(self.search_text) or not self._value("contract")
        if is_open and is_all and len(shown) == 1 and not self.is_bound:
            self.initial["contract"] = shown[0].value
        chosen = self.workplaces.get(self._value("contract"))
        if chosen and chosen not in shown:
            shown = [chosen, *shown]
        choices = self.fields["contract"]
        choices.choices = [(each.value, f"{each.supplier}, {each.note}") for each in shown]
        choices.widget.choices = [(each.value, _two_lines(each)) for each in shown]

    def _value(self, name: str) -> str:
        value = self.data.get(name) if self.is_bound else self.initial.get(name)
        return str(value or "").replace("\x00", "").strip()[:100]


class PlacementForm(WorkplaceForm):
    """What a placement is, wherever it is logged or corrected."""

    kind = forms.ChoiceField(label="Vad är det för insats?", choices=PlacementKind, widget=forms.RadioSelect)
    started_on = forms.DateField(label="Startdatum")
    planned_end_on = forms.DateField(label="Planerat slut", required=False)
    extent_percent = forms.IntegerField(
        label="Omfattning i procent", help_text="100 är heltid.", min_value=1, max_value=100, initial=100
    )
    referring_body = referring_body_field()
    supervisor_role = supervisor_field()
    field_order = ("kind", "contract", "query")
    values = ("kind", "started_on", "planned_end_on", "extent_percent", "referring_body", "supervisor_role")
    messages = WorkplaceForm.messages | {"kind": "Välj insats", "extent_percent": {"required": "Ange omfattningen"}}

    @property
    def practice_summary(self) -> str:
        """What the folded fields of a practice hold: "Praktik: kommunen anvisar, handledare arbetsledare"."""
        body, role = self._value("referring_body"), self._value("supervisor_role")
        if body in ReferringBody.values and role:
            return f"Praktik: {ReferringBody(body).label} anvisar, handledare {role}"
        return "Praktik: vem anvisar och vem handleder"

    @property
    def is_practice_open(self) -> bool:
        """Whether the fields of a practice are unfolded: something is missing or wrong."""
        names = ("referring_body", "supervisor_role")
        return any(not self._value(name) or name in self.errors for name in names)


class ParticipantForm(StegetForm):
    """Who it is about: a new participant, unless a code or a case reference is given."""

    code = forms.CharField(
        label="Deltagarkod",
        required=False,
        max_length=30,
        help_text=f"För en deltagare som redan har en kod, till exempel {EXAMPLE}.",
        widget=forms.TextInput(_QUIET | {"autocapitalize": "characters"}),
    )
    case_reference = case_reference_field()
    token = once_token()

    def clean_code(self):
        """Refused with the other fields' mistakes when it is mistyped, and not first when they are mended."""
        written = self.cleaned_data["code"]
        if problem := codes.problem(written) if written else "":
            raise ValidationError(problem)
        return codes.normalise(written)

    def offer_known_code(self) -> None:
        """Fill in the code that the case reference belongs to, so that saving again says yes."""
        for error in self.errors.as_data().get("case_reference", ()):
            if error.code == "known":
                self.data = self.data.copy()
                self.data["code"] = error.params["code"]


class LogPlacementForm(ParticipantForm, PlacementForm):
    """A new placement."""

    @property
    def is_participant_open(self) -> bool:
        """Whether the fields for a known participant are unfolded."""
        return any(self._value(name) for name in ("code", "case_reference"))


class CorrectPlacementForm(PlacementForm):
    """Correct a placement; one that has ended can also get another end, or none."""

    ended_on = forms.DateField(
        label="Slutdatum", required=False, help_text="Töm fältet om placeringen fortfarande pågår."
    )
    end_reason = forms.ChoiceField(
        label="Ledde det till jobb?",
        required=False,
        choices=[("", "Placeringen pågår"), *DID_IT_LEAD_TO_A_JOB.items()],
    )
    reason = correction_reason_field(initial=CorrectionReason.SLIP)
    version = version_field()
    messages = PlacementForm.messages | {"reason": WHY}

    def __init__(self, *args, placement: Placement, **kwargs):
        super().__init__(*args, **kwargs)
        self.placement = placement
        gone = [] if placement.ended_on else ["ended_on", "end_reason"]
        if placement.offer_id:  # the offer says what and where, and a free one has no contract to choose
            gone += ["kind", "contract", "query"]
        for name in gone:
            del self.fields[name]
        if placement.state in WAITING_STATES:
            self.fields["started_on"].label = "Planerad start"
            self.fields["started_on"].required = placement.state == PlacementState.MATCHED

    def for_action(self) -> dict[str, Any]:
        """The cleaned values for the action; an offer's are the offer's own."""
        if not self.placement.offer_id:
            return super().for_action()
        own = ("kind", "contract", "supplier")
        return self.cleaned_data | {name: getattr(self.placement, name) for name in own}

    @staticmethod
    def initial_from(placement: Placement) -> dict[str, Any]:
        """What the form is filled in with."""
        return _in_form(placement, *PlacementForm.values, "ended_on", "end_reason") | {
            "started_on": placement.first_day,
            "extent_percent": placement.extent_percent or 100,
        }


class EndPlacementForm(StegetForm):
    """The last day and how it went."""

    ended_on = forms.DateField(label="Sista dag")
    end_reason = forms.ChoiceField(
        label="Ledde det till jobb?", choices=list(DID_IT_LEAD_TO_A_JOB.items()), widget=forms.RadioSelect
    )
    version = version_field()
    messages = {"end_reason": "Svara på om placeringen ledde till jobb"}

    @staticmethod
    def initial_from(placement: Placement) -> dict[str, Any]:
        """What the form is filled in with, but for today as the last day of one that goes on."""
        return {
            "ended_on": placement.ended_on,
            "end_reason": placement.end_reason,
            "version": version_of(placement),
        }

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Avsluta placeringen", cancel_url=cancel_url)


class ActivityForm(WorkplaceForm):
    """A study visit or a lecture."""

    kind = forms.ChoiceField(label="Vad är det för aktivitet?", choices=ActivityKind, widget=forms.RadioSelect)
    held_on = forms.DateField(label="Datum")
    topic = forms.CharField(label="Ämne", max_length=200, help_text="Till exempel ”Yrken inom måleri”. Inga namn.")
    participant_count = forms.IntegerField(label="Antal deltagare", required=False, min_value=1, max_value=10_000)
    field_order = ("kind", "contract", "query")
    values = ("kind", "held_on", "topic", "participant_count")
    messages = {"kind": "Välj aktivitet", "contract": "Välj leverantör. Sök efter leverantören om den inte visas."}


class LogActivityForm(ActivityForm):
    """A new activity."""

    token = once_token()


class CorrectActivityForm(ActivityForm):
    """An activity to correct."""

    version = version_field()

    @staticmethod
    def initial_from(activity: Activity) -> dict[str, Any]:
        """What the form is filled in with."""
        return _in_form(activity, *ActivityForm.values)


class PlacementFilter(FilterForm):
    """What a list of placements can be narrowed by. Undone placements show only when asked for."""

    kind = forms.ChoiceField(label="Insats", required=False, choices=[("", "Alla insatser"), *PlacementKind.choices])
    state = forms.ChoiceField(
        label="Läge",
        required=False,
        choices=[("", "Alla lägen"), *PlacementState.choices, (UNDONE, UNDONE)],
    )
    department = forms.ModelChoiceField(
        Department.objects.none(), label="Förvaltning", required=False, empty_label="Alla förvaltningar"
    )
    year = forms.TypedChoiceField(label="Startade år", required=False, coerce=int, empty_value=None)
    contract = forms.ModelChoiceField(Contract.objects.none(), label="Avtal", required=False, widget=forms.HiddenInput)
    supplier = forms.ModelChoiceField(
        Supplier.objects.all(), label="Leverantör", required=False, widget=forms.HiddenInput
    )

    def __init__(self, data, *, user, organisation, rows):
        super().__init__(data)
        for name, model in (("department", Department), ("contract", Contract)):
            visible = model.objects.visible_to(user, "placements.view_placement")
            self.fields[name].queryset = visible.filter(organisation=organisation)
        years = cache(lambda: _years(rows))  # not asked when the panel is not drawn
        self.fields["year"].choices = lambda: [("", "Alla år"), *years()]
        self.fields["q"].label = "Sök placeringsnummer eller leverantör"

    def chip_text(self, name, value):
        return f"Sök: {value}" if name == "q" else super().chip_text(name, value)

    def apply(self, rows):
        chosen = self.chosen()
        rows = rows.in_state(chosen["state"]) if "state" in chosen else rows.standing()
        lookups = dict.fromkeys(("kind", "contract", "supplier")) | {"department": "contract__procurement__department"}
        rows = rows.filter(**{lookups[name] or name: value for name, value in chosen.items() if name in lookups})
        if "year" in chosen:
            rows = rows.filter(starts_on__year=chosen["year"])
        return rows.search(chosen["q"]) if "q" in chosen else rows


class ActivityFilter(FilterForm):
    """What a list of activities can be narrowed by."""

    q = forms.CharField(label="Sök ämne eller leverantör", required=False, max_length=200)
    kind = forms.ChoiceField(
        label="Aktivitet", required=False, choices=[("", "Alla aktiviteter"), *ActivityKind.choices]
    )

    def apply(self, rows):
        chosen = self.chosen()
        rows = super().apply(rows)
        return rows.filter(kind=chosen["kind"]) if "kind" in chosen else rows


def _years(rows) -> list[tuple[int, str]]:
    """From the latest start to the first; two looks into an index, however many rows there are."""
    span = rows.aggregate(first=Min("starts_on"), last=Max("starts_on"))
    if span["first"] is None:
        return []
    return [(year, str(year)) for year in range(span["last"].year, span["first"].year - 1, -1)]


def _in_form(row: Placement | Activity, *names: str) -> dict[str, Any]:
    """The row's values as its form holds them."""
    values = {name: getattr(row, name) for name in names}
    return values | {"contract": f"{row.contract_id or ''}-{row.supplier_id}", "version": version_of(row)}


def _two_lines(workplace) -> str:
    return format_html('{}<br><span class="hint">{}</span>', workplace.supplier.name, workplace.note)
