"""Shape of the forms and filters of offered places and of who waits for one."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from apps.accounts.models import Department
from apps.core.actions import version_of
from apps.core.forms import StegetForm, form_helper, once_token, version_field
from apps.core.lists import FilterForm
from apps.placements import codes
from apps.placements.choices import PlacementKind, UnfilledReason
from apps.placements.forms import WorkplaceForm
from apps.placements.models import Participant, PlaceOffer, Waiting
from apps.procurements.models import Contract
from apps.suppliers.models import Supplier

_VALUES = ("kind", "occupation", "count", "place", "from_on", "to_on", "requirements", "offered_on")
_OPEN, _OVER, _CLOSED, _ATTEMPT = "open", "over", "closed", "attempt"


class OfferForm(WorkplaceForm):
    """Places of one kind at a supplier."""

    kind = forms.ChoiceField(label="Vad är det för insats?", choices=PlacementKind, widget=forms.RadioSelect)
    occupation = forms.CharField(label="Yrke", max_length=120, help_text="Till exempel målare eller lokalvårdare.")
    count = forms.IntegerField(label="Antal platser", min_value=1, max_value=200, initial=1)
    place = forms.CharField(label="Ort eller arbetsplats", required=False, max_length=120)
    from_on = forms.DateField(label="Första dag")
    to_on = forms.DateField(label="Sista dag", required=False)
    requirements = forms.CharField(
        label="Krav på den som ska börja",
        required=False,
        max_length=300,
        help_text="Till exempel B-körkort. Skriv inget om någon person.",
        widget=forms.Textarea({"rows": 3}),
    )
    offered_on = forms.DateField(label="Erbjuden", help_text="Den dag leverantören hörde av sig.")
    field_order = ("kind", "contract", "query")
    messages = {"kind": "Välj insats", "contract": "Välj leverantör. Sök efter leverantören om den inte visas."}


class NewOfferForm(OfferForm):
    """A new offer."""

    token = once_token()


class CorrectOfferForm(OfferForm):
    """An offer to correct."""

    version = version_field()

    @staticmethod
    def initial_from(offer: PlaceOffer) -> dict[str, Any]:
        """What the form is filled in with."""
        values = {name: getattr(offer, name) for name in _VALUES}
        return values | {"contract": f"{offer.contract_id or ''}-{offer.supplier_id}", "version": version_of(offer)}


class CloseOfferForm(StegetForm):
    """The day, and why places stayed empty when some did."""

    closed_on = forms.DateField(label="Stängd")
    unfilled_reason = forms.ChoiceField(
        label="Varför fylldes inte alla platser?", choices=UnfilledReason, widget=forms.RadioSelect
    )
    version = version_field()
    messages = {"unfilled_reason": "Välj varför alla platser inte fylldes"}

    @staticmethod
    def initial_from(offer: PlaceOffer) -> dict[str, Any]:
        """What the form is filled in with, but for today as the day of one that is open."""
        values = {"closed_on": offer.closed_on, "unfilled_reason": offer.unfilled_reason}
        return values | {"version": version_of(offer)}

    def __init__(self, *args, is_filled: bool, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Stäng platsen", cancel_url=cancel_url)
        if is_filled:
            del self.fields["unfilled_reason"]


class _WishForm(StegetForm):
    """Since when, and which kinds of places."""

    since = forms.DateField(label="Väntar sedan")
    kinds = forms.MultipleChoiceField(
        label="Insatser som passar",
        required=False,
        choices=PlacementKind,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kryssa inte i något om vilken insats som helst passar.",
    )


class NewWaitingForm(_WishForm):
    """A participant by its code, which is never part of an address. `find` gives the one with the code as typed."""

    code = forms.CharField(
        label="Deltagarkod",
        max_length=30,
        help_text=f"Till exempel {codes.EXAMPLE}. En ny deltagare får sin kod under Deltagare.",
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}),
    )
    token = once_token()
    field_order = ("code",)

    def __init__(self, *args, find: Callable[[str], Participant | None], cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.find = find
        self.helper = form_helper("Spara", cancel_url=cancel_url)

    def clean_code(self):
        typed = self.cleaned_data["code"]
        if problem := codes.problem(typed):
            raise ValidationError(problem)
        found = self.find(typed)
        if found is None:
            raise ValidationError(f"Deltagarkoden {codes.normalise(typed)} finns inte här. Läs av den igen.")
        return found

    def for_action(self) -> dict[str, Any]:
        """The cleaned values for an action, with the participant in place of its code."""
        values = dict(self.cleaned_data)
        return values | {"participant": values.pop("code")}


class CorrectWaitingForm(_WishForm):
    """Since when and for what a participant waits, to correct."""

    version = version_field()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara", cancel_url=cancel_url)

    @staticmethod
    def initial_from(waiting: Waiting) -> dict[str, Any]:
        """What the form is filled in with."""
        return {"since": waiting.since, "kinds": waiting.kinds, "version": version_of(waiting)}


class EndWaitingForm(StegetForm):
    """The last day of waiting."""

    ended_on = forms.DateField(label="Sista dag")

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Väntar inte längre", cancel_url=cancel_url)


class OfferFilter(FilterForm):
    """What a list of places can be narrowed by."""

    kind = forms.ChoiceField(label="Insats", required=False, choices=[("", "Alla insatser"), *PlacementKind.choices])
    standing = forms.ChoiceField(
        label="Läge",
        required=False,
        choices=[
            ("", "Alla lägen"),
            (_OPEN, "öppna med lediga platser"),
            (_OVER, "har gått ut utan att stängas"),
            (_CLOSED, "stängda"),
            (_ATTEMPT, "dokumenterade försök"),
        ],
    )
    department = forms.ModelChoiceField(
        Department.objects.none(), label="Förvaltning", required=False, empty_label="Alla förvaltningar"
    )
    contract = forms.ModelChoiceField(Contract.objects.none(), label="Avtal", required=False, widget=forms.HiddenInput)
    supplier = forms.ModelChoiceField(
        Supplier.objects.all(), label="Leverantör", required=False, widget=forms.HiddenInput
    )

    def __init__(self, data, *, user, organisation, today):
        super().__init__(data)
        self.today = today
        self.fields["q"].label = "Sök yrke, ort eller leverantör"
        for name, model in (("department", Department), ("contract", Contract)):
            visible = model.objects.visible_to(user, "placements.view_placement")
            self.fields[name].queryset = visible.filter(organisation=organisation)

    def chip_text(self, name, value):
        return f"Sök: {value}" if name == "q" else super().chip_text(name, value)

    def apply(self, rows):
        chosen = self.chosen()
        lookups = {"department": "contract__procurement__department"}
        for name in ("kind", "contract", "supplier", "department"):
            if name in chosen:
                rows = rows.filter(**{lookups.get(name, name): chosen[name]})
        return super().apply(self._in_standing(rows, chosen.get("standing")))

    def _in_standing(self, rows, standing: str | None):
        if standing == _OPEN:
            return rows.open_on(self.today)
        if standing == _OVER:
            return rows.left_open(self.today)
        if standing == _CLOSED:
            return rows.filter(closed_on__isnull=False)
        return rows.attempts() if standing == _ATTEMPT else rows


class BoardFilter(FilterForm):
    """What the board can be narrowed by: the kind narrows both sides, the words only the places."""

    kind = forms.ChoiceField(label="Insats", required=False, choices=[("", "Alla insatser"), *PlacementKind.choices])

    def __init__(self, data):
        super().__init__(data)
        self.fields["q"].label = "Sök plats på yrke, ort eller leverantör"

    def chip_text(self, name, value):
        return f"Sök: {value}" if name == "q" else super().chip_text(name, value)

    def apply(self, rows):
        kind = self.chosen().get("kind")
        return super().apply(rows.filter(kind=kind) if kind else rows)

    def apply_to_waiting(self, rows):
        """Those who wait for the chosen kind, or for any."""
        kind = self.chosen().get("kind")
        return rows.filter(Q(kinds=[]) | Q(kinds__contains=[kind])) if kind else rows
