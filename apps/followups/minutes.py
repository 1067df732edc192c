"""The minutes of a meeting as they are shown, printed and mailed: parties by role, never by name."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.text import capfirst

from apps.core.formats import iso_date
from apps.followups.choices import DeviationCause, MeetingKind, MeetingState, PartyRole
from apps.followups.models import Deviation, DeviationEvent, Meeting, MeetingItem
from apps.procurements.wording import listed

TITLES = {
    MeetingKind.KICKOFF: "Protokoll från uppstartsmöte",
    MeetingKind.DIALOGUE: "Protokoll från dialogmöte",
    MeetingKind.MARKET_DIALOGUE: "Minnesanteckningar från marknadsdialog",
}


@dataclass(frozen=True)
class Item:
    """A commitment with what was said of it, as (label, value)."""

    name: str
    facts: list[tuple[str, str]]


@dataclass(frozen=True)
class Minutes:
    """Everything in the minutes, as text. `measures` are (what, who, by when)."""

    title: str
    about: str
    organisation: str
    facts: list[tuple[str, str]]
    items: list[Item]
    sections: list[tuple[str, str]]
    measures: list[tuple[str, str, str]]
    deviations: list[tuple[str, str]]
    approvals: list[tuple[str, str]]


def minutes(meeting: Meeting) -> Minutes:
    """The minutes as they stand; deviations as they were when the minutes were closed."""
    about = meeting.contract.name if meeting.contract else meeting.procurement.title
    said = (
        ("Hinder", meeting.obstacles),
        ("Goda erfarenheter", meeting.good_experience),
        ("Överenskommet", meeting.agreed),
    )
    return Minutes(
        title=TITLES[MeetingKind(meeting.kind)],
        about=about,
        organisation=str(meeting.organisation),
        facts=list(_facts(meeting)),
        items=[_item(row) for row in meeting.items.select_related("requirement").order_by("pk")],
        sections=[(heading, text) for heading, text in said if text],
        measures=[(row.what, role(row.owner), iso_date(row.due_on)) for row in meeting.tasks.all()],
        deviations=_deviations(meeting),
        approvals=approvals(meeting),
    )


def approvals(meeting: Meeting) -> list[tuple[str, str]]:
    """Each party that was there, with when and how it approved."""
    given = {row.role: row for row in meeting.approvals.all()}
    return [(role(each), _given(given.get(each))) for each in in_order(meeting.attendance)]


def waiting(meeting: Meeting) -> list[str]:
    """The parties that have not approved, in order."""
    given = {row.role for row in meeting.approvals.all()}
    return [each for each in in_order(meeting.attendance) if each not in given]


def role(value: str) -> str:
    """A party in words, with a capital."""
    return capfirst(PartyRole(value).label)


def in_order(roles: list[str]) -> list[str]:
    """The parties in the order of the table."""
    return [each.value for each in PartyRole if each in roles]


def present(meeting: Meeting) -> str:
    """Who was there, in words."""
    return capfirst(listed([PartyRole(each).label for each in in_order(meeting.attendance)]))


def _facts(meeting: Meeting):
    if meeting.contract:
        yield "Avtal", meeting.contract.name
        yield "Leverantör", listed([each.name for each in meeting.contract.suppliers.all()])
    yield "Upphandling", " ".join(part for part in (meeting.procurement.title, meeting.procurement.case_number) if part)
    yield "Hållet", iso_date(meeting.held_on) if meeting.held_on else "nej"
    yield "Form", meeting.get_form_display()
    yield "Närvarande", present(meeting) or "inte ifyllt"
    if meeting.next_on:
        yield "Nästa möte", iso_date(meeting.next_on)


def _item(row: MeetingItem) -> Item:
    facts = [("Läge", row.get_state_display()), ("Utfört", row.delivered)]
    if row.offered is not None:
        facts.append(("Platser", f"{row.offered} erbjudna, {row.filled} tillsatta"))
    if row.unfilled_reason:
        facts.append(("Inte tillsatta därför att", row.get_unfilled_reason_display()))
    if row.note:
        facts.append(("Anteckning", row.note))
    return Item(row.promised or str(row.requirement), [(key, value) for key, value in facts if value])


def _deviations(meeting: Meeting) -> list[tuple[str, str]]:
    """The deviations noted at the meeting, as (cause, what): of closed minutes as the history has them that moment."""
    if meeting.state != MeetingState.CLOSED:
        rows = Deviation.objects.filter(meeting=meeting).order_by("pk")
        return [(_cause(row.cause), row.what) for row in rows]
    events = DeviationEvent.objects.filter(meeting_id=meeting.pk, pgh_created_at__lte=meeting.closed_at)
    latest = {row.id: row for row in events.order_by("pgh_id")}
    return [(_cause(row.cause), row.what) for row in latest.values()]


def _cause(value: str) -> str:
    return capfirst(DeviationCause(value).label)


def _given(approval) -> str:
    if approval is None:
        return "har inte godkänt än"
    at: datetime = timezone.localtime(approval.at)
    return f"godkänt {at:%Y-%m-%d}{f', {approval.how}' if approval.how else ''}"
