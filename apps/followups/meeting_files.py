"""A meeting as files: an invitation for a calendar, and the minutes as a tagged PDF."""

from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from icalendar import Calendar, Event

from apps.core.typeset import typeset
from apps.followups.choices import MeetingForm, MeetingState
from apps.followups.minutes import minutes
from apps.followups.models import Meeting

TEMPLATE = Path(settings.BASE_DIR) / "templates" / "followups" / "minutes.typ"
# How long a calendar keeps the time; nobody says how long a meeting will be.
USUAL_LENGTH = timedelta(hours=1)


def invitation(meeting: Meeting, *, url: str, now: datetime) -> bytes:
    """The meeting as an event (RFC 5545). It keeps its name, so a new file moves it or calls it off."""
    found = Calendar()
    found.add("prodid", "-//Steget//Möte//SV")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add_component(_event(meeting, url, now))
    return found.to_ical()


def document(meeting: Meeting) -> bytes:
    """The minutes as PDF/UA-1. Raises core.typeset.DocumentError."""
    return typeset(TEMPLATE, asdict(minutes(meeting)))


def filename(meeting: Meeting) -> str:
    """What the minutes are called when they are saved."""
    return f"protokoll-{meeting.held_on or meeting.pk}.pdf"


def _event(meeting: Meeting, url: str, now: datetime) -> Event:
    about = meeting.contract.name if meeting.contract else meeting.procurement.title
    event = Event()
    event.add("uid", f"meeting-{meeting.pk}@steget")
    event.add("dtstamp", now)
    # A calendar takes the event with the highest number; seconds grow with every change.
    event.add("sequence", max(0, int((meeting.updated_at - meeting.created_at).total_seconds())))
    event.add("dtstart", meeting.planned_at)
    event.add("dtend", meeting.planned_at + USUAL_LENGTH)
    event.add("summary", f"{meeting.get_kind_display().capitalize()}: {about}")
    event.add("location", meeting.place or MeetingForm(meeting.form).label.capitalize())
    event.add("url", url)
    event.add("status", "CANCELLED" if meeting.state == MeetingState.CANCELLED else "CONFIRMED")
    return event
