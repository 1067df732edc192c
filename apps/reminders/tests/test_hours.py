"""Reminders rest outside an organisation's hours, also when the mail server made them late."""

import json
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from apps.reminders import delivery
from apps.reminders.health import health
from apps.reminders.hours import closed_organisations
from apps.reminders.models import OutboxMail, ReminderSettings

pytestmark = pytest.mark.django_db
SWEDEN = ZoneInfo("Europe/Stockholm")
LATE = "Mejl har väntat i mer än en kvart."


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A time in November 2026, whose 20th is a Friday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=SWEDEN)


def write(organisation, kind="digest", *, due=None, **fields):
    due = due or at(20, 15)
    values = {"message_id": f"<{kind}-{organisation}@exempel.se>", "kind": kind, "organisation": organisation}
    headers = {"From": "steget@exempel.se"}
    return OutboxMail.objects.create(
        **values | fields, to_address="doris@exempel.se", subject="Påminnelse", text="Hej", due_at=due, headers=headers
    )


def send(now: datetime) -> int:
    return delivery.run(clock=lambda: now).sent


@pytest.mark.parametrize(
    ("now", "is_closed"),
    [
        (at(20, 7, 29), True),
        (at(20, 7, 30), False),
        (at(20, 17, 59), False),
        (at(20, 18), True),
        (at(21, 12), True),
        (at(23, 12), False),
    ],
)
def test_hours_are_those_of_a_working_day(helsingborg, now, is_closed):
    assert (helsingborg.pk in closed_organisations(now)) is is_closed


def test_an_organisation_decides_its_own_hours(helsingborg, haninge):
    ReminderSettings.objects.create(
        organisation=helsingborg, send_at=time(9), quiet_days=[date(2026, 11, 24)], active_from=date(2026, 1, 1)
    )
    assert closed_organisations(at(23, 8)) == [helsingborg.pk]
    assert closed_organisations(at(24, 12)) == [helsingborg.pk]
    assert closed_organisations(at(23, 12)) == []


def test_a_reminder_that_became_late_waits_for_the_morning_and_calls_and_links_do_not(sink, helsingborg):
    digest = write(helsingborg)
    write(helsingborg, "summons")
    write(helsingborg, "account")
    write(None, "heads")
    assert send(at(20, 19)) == 3
    assert send(at(22, 12)) == 0
    digest.refresh_from_db()
    assert digest.state == "pending"
    assert send(at(23, 7, 30)) == 1


def test_another_organisations_evening_keeps_nobody_back(sink, helsingborg, haninge):
    ReminderSettings.objects.create(organisation=haninge, send_at=time(17), active_from=date(2026, 1, 1))
    write(haninge)
    write(helsingborg)
    assert send(at(20, 16)) == 1
    assert OutboxMail.objects.get(state="pending").organisation == haninge


def test_resting_is_no_alarm_and_standing_still_is(helsingborg):
    write(helsingborg)
    assert LATE in health(now=at(20, 16)).problems
    assert LATE not in health(now=at(20, 19)).problems
    assert LATE not in health(now=at(23, 7, 40)).problems
    assert LATE in health(now=at(23, 7, 50)).problems
    write(helsingborg, "account", due=at(20, 18))
    assert LATE in health(now=at(20, 19)).problems


def test_health_is_told_without_names(client, helsingborg):
    write(helsingborg, due=timezone.now() - timedelta(hours=1))
    assert "doris" not in json.dumps(client.get("/healthz/djup").json())
