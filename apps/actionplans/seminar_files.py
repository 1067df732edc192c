"""A seminar as a file for the calendar."""

from datetime import datetime, timedelta

from icalendar import Calendar, Event

from apps.actionplans.choices import SeminarState
from apps.actionplans.models import Seminar


def invitation(seminar: Seminar, *, url: str, now: datetime) -> bytes:
    """The seminar as an event (RFC 5545). It keeps its name, so a new file moves it or calls it off."""
    found = Calendar()
    found.add("prodid", "-//Steget//Seminarium//SV")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add_component(_event(seminar, url, now))
    return found.to_ical()


def _event(seminar: Seminar, url: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"seminar-{seminar.pk}@steget")
    event.add("dtstamp", now)
    # A calendar takes the event with the highest number; seconds grow with every change.
    event.add("sequence", max(0, int((seminar.updated_at - seminar.created_at).total_seconds())))
    event.add("dtstart", seminar.starts_at)
    event.add("dtend", seminar.starts_at + timedelta(minutes=seminar.minutes))
    event.add("summary", f"Seminarium: {seminar.topic}")
    event.add("location", seminar.place)
    if seminar.content:
        event.add("description", seminar.content)
    event.add("url", url)
    event.add("status", "CANCELLED" if seminar.state == SeminarState.CANCELLED else "CONFIRMED")
    return event
