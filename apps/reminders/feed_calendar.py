"""What a calendar feed is made of: its secret address and its file (RFC 5545). Pure: values in, bytes out."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from icalendar import Calendar, Event

from apps.core import tokens

_SALT = "reminders.calendar-feed"
_FIRST_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Entry:
    """A day in the calendar. `key` names it for ever, `url` is an absolute address that asks for a sign-in."""

    key: str
    title: str
    day: date
    url: str


def token_of(nonce: UUID, *, key: str) -> str:
    """The secret part of a feed's address: the nonce, signed with the installation's key."""
    return tokens.token_of(nonce, key=key, salt=_SALT)


def nonce_of(token: str, *, key: str) -> UUID | None:
    """The nonce in a token that was signed with the key; None for any other text."""
    return tokens.nonce_of(token, key=key, salt=_SALT)


def fingerprint(name: str, entries: Iterable[Entry]) -> str:
    """A short name of what the calendar says, the same until something in it changes."""
    content = repr((name, [(each.key, each.title, each.day, each.url) for each in entries]))
    return hashlib.sha256(content.encode()).hexdigest()[:32]


def calendar(name: str, entries: Iterable[Entry], *, host: str, now: datetime) -> bytes:
    """The days as all-day events. One whose day moves keeps its name, so the calendar moves it."""
    found = Calendar()
    found.add("prodid", "-//Steget//Paminnelser//SV")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", name)
    found.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    found.add("x-published-ttl", "PT1H")
    for entry in entries:
        found.add_component(_event(entry, host, now))
    return found.to_ical()


def _event(entry: Entry, host: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.key}@{host}")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("last-modified", now.astimezone(UTC))
    # No row tells how often a day has moved, forwards and back. Time alone is sure to grow when it does.
    event.add("sequence", int((now - _FIRST_MOMENT).total_seconds()))
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", entry.title)
    event.add("url", entry.url)
    event.add("description", f"Öppna i Steget: {entry.url}")
    event.add("transp", "TRANSPARENT")
    return event
