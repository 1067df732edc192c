"""Shape of the forms about a meeting as a whole: planning, moving, calling off, closing, approving; and the filter."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.utils.text import capfirst

from apps.core.actions import version_of
from apps.core.forms import StegetForm, form_helper, once_token, version_field
from apps.core.lists import FilterForm
from apps.core.personal_numbers import refuse_personal_number
from apps.followups.choices import MEETING_POINTS, MeetingForm, MeetingKind, PartyRole, PointKind, PointState
from apps.followups.meeting_recipients import Recipient, recipients
from apps.followups.meeting_steps import mark_of_all
from apps.followups.models import Meeting, Point
from apps.procurements.models import Contract, Procurement

VIEW = "followups.view_followup"
COMING, TO_WRITE, WAITING, DONE, CANCELLED, ALL = "coming", "to_write", "waiting", "done", "cancelled", "all"
STANDINGS = {
    COMING: "kommande",
    TO_WRITE: "att skriva klart",
    WAITING: "väntar på godkännande",
    DONE: "godkända av alla",
    CANCELLED: "inställda",
}
_MOMENT = "Ange tiden som datum och klockslag, till exempel 2026-03-14 09:00"


class Mailing(StegetForm):
    """A form that may also mail: `to` are the keys of whom."""

    to = forms.MultipleChoiceField(
        label="Skicka till",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, whom: Collection[Recipient], **kwargs):
        super().__init__(*args, **kwargs)
        self.whom = {each.key: each for each in whom}
        self.fields["to"].choices = [(each.key, each.label) for each in whom]
        if not whom:
            del self.fields["to"]

    @property
    def chosen(self) -> list[Recipient]:
        """Whom to mail."""
        return [self.whom[key] for key in self.cleaned_data.get("to", ())]

    def values(self, *names: str) -> dict[str, Any]:
        """The named answers, with whom to mail."""
        return {name: self.cleaned_data[name] for name in names} | {"to": self.chosen}


class PlannedForm(Mailing):
    """When, how and where."""

    planned_at = forms.DateTimeField(
        label="Tid",
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": _MOMENT},
    )
    form = forms.ChoiceField(label="Form", choices=MeetingForm, widget=forms.RadioSelect)
    place = forms.CharField(
        label="Plats eller länk", required=False, max_length=300, validators=[refuse_personal_number]
    )
    field_order = ("what", "planned_at", "form", "place", "to")
    messages = {"planned_at": {"required": "Ange tid", "invalid": _MOMENT}, "form": "Välj form"}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        if "to" in self.fields:
            self.fields["to"].label = "Skicka inbjudan till"
            self.fields["to"].help_text = "Med en fil till kalendern. Du kan också hämta filen på mötets sida."
        self.helper = form_helper("Spara", cancel_url=cancel_url)


class MarketDialogueForm(PlannedForm):
    """A dialogue before a procurement."""

    token = once_token()

    def __init__(self, *args, procurement: Procurement, **kwargs):
        super().__init__(*args, whom=recipients(procurement, None), **kwargs)


@dataclass(frozen=True)
class What:
    """What a new meeting of a contract may be: a point of the plan, or one beside it."""

    kind: str
    point: Point | None
    label: str


class ContractMeetingForm(PlannedForm):
    """A meeting of a contract: one that the plan holds, or an extra one."""

    what = forms.ChoiceField(label="Vilket möte?", widget=forms.RadioSelect)
    token = once_token()
    messages = PlannedForm.messages | {"what": "Välj vilket möte det är"}

    def __init__(self, *args, contract: Contract, **kwargs):
        super().__init__(*args, whom=recipients(contract.procurement, contract), **kwargs)
        self.found = meetings_to_plan(contract, self.data.get("token", ""))
        self.fields["what"].choices = [(key, what.label) for key, what in self.found.items()]
        self.fields["what"].initial = next(iter(self.found))

    @property
    def meeting(self) -> dict[str, Any]:
        """What the meeting is and what is asked of it."""
        what = self.found[self.cleaned_data["what"]]
        return {"kind": what.kind, "point": what.point} | self.values("planned_at", "form", "place", "token")


def meetings_to_plan(contract: Contract, token: str = "") -> dict[str, What]:
    """The plan's meetings that nobody has planned a time for, the first to be held first; and an extra one.

    A form that was posted already, with that `token`, keeps the choice it made then.
    """
    own = Meeting.objects.filter(contract=contract).annotate(said=Cast("token", CharField())).filter(said=token)
    is_free = Q(meeting=None) | Q(meeting__in=own)
    points = Point.objects.filter(is_free, contract=contract, kind__in=MEETING_POINTS, state=PointState.PLANNED)
    found = {f"point-{each.pk}": _planned(each) for each in points.order_by("due_on", "pk")}
    has_kickoff = Meeting.objects.filter(contract=contract, kind=MeetingKind.KICKOFF).exists()
    if not has_kickoff and not any(what.kind == MeetingKind.KICKOFF for what in found.values()):
        found["kickoff"] = What(MeetingKind.KICKOFF, None, "Uppstartsmöte utanför planen")
    return found | {"dialogue": What(MeetingKind.DIALOGUE, None, "Ett extra dialogmöte utanför planen")}


def _planned(point: Point) -> What:
    kind = MeetingKind.KICKOFF if point.kind == PointKind.KICKOFF else MeetingKind.DIALOGUE
    return What(kind, point, f"{capfirst(kind.label)} enligt planen, senast {point.due_on}")


class MoveForm(PlannedForm):
    """A planned meeting to move."""

    version = version_field()

    def __init__(self, *args, meeting: Meeting, **kwargs):
        super().__init__(*args, whom=recipients(meeting.procurement, meeting.contract), **kwargs)

    @staticmethod
    def initial_from(meeting: Meeting) -> dict[str, Any]:
        """What the form is filled in with."""
        values = {name: getattr(meeting, name) for name in ("planned_at", "form", "place")}
        return values | {"version": version_of(meeting)}


class CancelForm(Mailing):
    """Why a meeting is called off."""

    reason = forms.CharField(
        label="Varför ställs mötet in?",
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        validators=[refuse_personal_number],
    )
    field_order = ("reason", "to")
    messages = {"reason": "Skriv varför mötet ställs in"}

    def __init__(self, *args, meeting: Meeting, **kwargs):
        super().__init__(*args, whom=recipients(meeting.procurement, meeting.contract), **kwargs)
        if "to" in self.fields:
            self.fields["to"].label = "Meddela"
        self.helper = form_helper("Ställ in mötet", cancel_url=meeting.get_absolute_url(), danger=True)


class CloseForm(Mailing):
    """The last look at the minutes."""

    version = version_field()

    def __init__(self, *args, meeting: Meeting, **kwargs):
        super().__init__(*args, whom=recipients(meeting.procurement, meeting.contract), **kwargs)
        if "to" in self.fields:
            self.fields["to"].label = "Skicka sammanfattningen till"
            asked = (
                " Leverantören får en länk att godkänna det med." if PartyRole.SUPPLIER in meeting.attendance else ""
            )
            self.fields["to"].help_text = "Protokollet bifogas." + asked
        self.helper = form_helper("Gör protokollet klart", cancel_url=meeting.get_absolute_url())

    @staticmethod
    def initial_from(meeting: Meeting) -> dict[str, Any]:
        """What the form is filled in with."""
        return {"version": mark_of_all(meeting)}


class ApproveForm(StegetForm):
    """Which party approves, and how when it is another than one's own."""

    role = forms.ChoiceField(label="Part som godkänner", widget=forms.RadioSelect)
    how = forms.CharField(
        label="Hur godkände parten?",
        help_text="Fyll i när du antecknar åt en annan part, till exempel ”i mejl 2026-03-14”.",
        required=False,
        max_length=200,
        validators=[refuse_personal_number],
    )
    messages = {"role": "Välj part"}

    def __init__(self, *args, roles: Collection[str], needs_how: bool, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(each, capfirst(PartyRole(each).label)) for each in roles]
        if not needs_how:
            del self.fields["how"]
        self.helper = form_helper("Godkänn protokollet", cancel_url=cancel_url)


class MeetingFilter(FilterForm):
    """What the list of meetings can be narrowed by; without a choice it holds all that is not done."""

    standing = forms.ChoiceField(
        label="Läge",
        required=False,
        choices=[("", "allt som återstår"), *STANDINGS.items(), (ALL, "alla")],
    )
    kind = forms.ChoiceField(label="Möte", required=False, choices=[("", "Alla möten"), *MeetingKind.choices])
    contract = forms.ModelChoiceField(Contract.objects.none(), label="Avtal", required=False, widget=forms.HiddenInput)

    def __init__(self, data, *, user, organisation, now):
        super().__init__(data)
        self.now = now
        self.fields["q"].label = "Sök avtal, upphandling eller leverantör"
        self.fields["contract"].queryset = Contract.objects.visible_to(user, VIEW).filter(organisation=organisation)

    def apply(self, rows):
        chosen = self.chosen()
        if "kind" in chosen:
            rows = rows.filter(kind=chosen["kind"])
        if "contract" in chosen:
            rows = rows.filter(contract=chosen["contract"])
        return super().apply(self._in_standing(rows.with_approved(), chosen.get("standing")))

    def _in_standing(self, rows, standing: str | None):
        narrowed = {
            COMING: lambda: rows.coming(self.now),
            TO_WRITE: lambda: rows.to_write(self.now),
            WAITING: rows.waiting,
            DONE: rows.approved_by_all,
            CANCELLED: lambda: rows.filter(state="cancelled"),
            ALL: lambda: rows,
        }
        return narrowed.get(standing, rows.unfinished)()
