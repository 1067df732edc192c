"""How a meeting stands, in words and tone, and the columns of the list of meetings."""

from datetime import datetime

from django.utils import timezone
from django.utils.text import capfirst

from apps.core.lists import Column
from apps.followups.choices import MeetingState
from apps.followups.minutes import role
from apps.followups.models import Meeting
from apps.procurements.wording import listed


def standing(meeting: Meeting, now: datetime) -> tuple[str, str]:
    """The state in words with its tone; of closed minutes, `approved` must have been added."""
    if meeting.state == MeetingState.CANCELLED:
        return "inställt", "neutral"
    if meeting.state == MeetingState.CLOSED:
        left = len(meeting.attendance) - meeting.approved
        return ("godkänt av alla", "good") if left <= 0 else ("väntar på godkännande", "info")
    if meeting.state == MeetingState.HELD:
        return "att skriva klart", "warn"
    return ("kommande", "info") if meeting.planned_at >= now else ("att skriva klart", "warn")


def about(meeting: Meeting) -> str:
    """What the meeting is about: the contract, else the procurement."""
    return meeting.contract.name if meeting.contract else meeting.procurement.title


def clock(meeting: Meeting) -> str:
    """When the meeting is, as a day with a time."""
    return f"{timezone.localtime(meeting.planned_at):%Y-%m-%d kl.\N{NO-BREAK SPACE}%H.%M}"


def meeting_columns(now: datetime) -> list[Column]:
    """The columns; rows have `approved` and their contract's suppliers read."""
    return [
        Column(
            "planned_at",
            "Tid",
            lambda row: timezone.localtime(row.planned_at).date(),
            ("planned_at",),
            "date",
            url=lambda row: row.get_absolute_url(),
            note=lambda row: f"kl. {timezone.localtime(row.planned_at):%H.%M}",
        ),
        Column("kind", "Möte", lambda row: capfirst(row.get_kind_display()), ("kind",)),
        Column("about", "Om", about, ("procurement__title", "contract__number"), note=_suppliers),
        Column("suppliers", "Leverantör", _suppliers, is_only_in_files=True),
        Column("standing", "Läge", lambda row: standing(row, now)[0], tone=lambda row: standing(row, now)[1]),
        Column("next_on", "Nästa möte", lambda row: row.next_on, ("next_on",), "date", is_only_on_wide=True),
        Column("held_on", "Hållet", lambda row: row.held_on, (), "date", is_only_in_files=True),
        Column(
            "attendance",
            "Närvarande",
            lambda row: listed([role(each) for each in row.attendance]),
            is_only_in_files=True,
        ),
        Column("obstacles", "Hinder", lambda row: row.obstacles, is_only_in_files=True),
        Column("good_experience", "Goda erfarenheter", lambda row: row.good_experience, is_only_in_files=True),
        Column("agreed", "Överenskommet", lambda row: row.agreed, is_only_in_files=True),
    ]


def _suppliers(row: Meeting) -> str:
    return listed([each.name for each in row.contract.suppliers.all()]) if row.contract else ""
