"""Planners and gatherers at the same time, in transactions of their own; and what breaks halfway."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import close_old_connections, connection, connections

from apps.reminders import gathering
from apps.reminders.gathering import gather_organisation
from apps.reminders.models import OutboxMail, Reminder
from apps.reminders.plan_actions import plan_organisation
from apps.reminders.rounds import remind
from apps.reminders.tests.rounds_world import MONDAY, ask, at, begun, day, mails, make_painting
from procurement_csr import people

pytestmark = pytest.mark.django_db(transaction=True)
WORKERS = 3


@pytest.fixture
def town(helsingborg, property_department):
    """Twelve people with five deadlines each that are told of today."""
    begun(helsingborg)
    for number in range(12):
        person = people.make_person(f"Person{number}", "officer", helsingborg)
        for each in range(5):
            ask(make_painting(helsingborg, property_department, person, f"Skola {number}-{each}"), day(each % 2), each)
    return helsingborg


def at_once(act) -> list:
    """What `act` gives when three threads call it at the same moment, each with its own connection."""
    start = Barrier(WORKERS)

    def run(_):
        try:
            start.wait()
            return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(run, range(WORKERS)))


def test_three_rounds_at_once_write_each_reminder_and_each_mail_once(town):
    rounds = at_once(lambda: remind(now=at(MONDAY)))
    assert [each.error for found in rounds for each in found if each.error] == []
    assert sum(found[0].counts["new"] for found in rounds) == Reminder.objects.count()
    assert sum(found[0].counts["mails"] for found in rounds) == OutboxMail.objects.count() == 12
    assert Reminder.objects.filter(state="mailed").count() == 60
    assert not Reminder.objects.filter(state="planned").exists()
    assert {mail.reminders.count() for mail in mails()} == {5}


def test_three_gatherers_at_once_never_split_a_persons_mail(town):
    plan_organisation(organisation=town, today=MONDAY, now=at(MONDAY))
    counts = at_once(lambda: gather_organisation(organisation=town, now=at(MONDAY)))
    assert sum(counts) == 12
    assert {mail.reminders.count() for mail in mails()} == {5}


def test_a_person_whose_mails_another_gatherer_writes_is_left_to_it(town):
    plan_organisation(organisation=town, today=MONDAY, now=at(MONDAY))
    person = town.memberships.order_by("pk").first().user_id
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_lock(%s, hashtext(%s))", [gathering.GATHERING_LOCK, f"{town.pk}:{person}"]
            )
            assert gather_organisation(organisation=town, now=at(MONDAY)) == 11
    finally:
        other.close()
    assert gather_organisation(organisation=town, now=at(MONDAY, "08:05")) == 1
    assert {mail.reminders.count() for mail in mails()} == {5}


def test_the_database_alone_holds_that_a_reminder_is_one_row(town, monkeypatch):
    monkeypatch.setattr("apps.reminders.plan_actions._take_turns", lambda organisation: None)
    at_once(lambda: plan_organisation(organisation=town, today=MONDAY, now=at(MONDAY)))
    identities = list(Reminder.objects.values_list("deadline_key", "recipient", "step", "due_on"))
    assert len(identities) == len(set(identities)) > 60


def test_a_reminder_is_never_mailed_without_its_mail_nor_a_mail_left_without_reminders(town, monkeypatch, caplog):
    """The transaction breaks between the two: nothing of it stands, the others' mails do, and the next round mends."""
    wrote, unlucky = gathering.post, town.memberships.order_by("pk").first().user

    def break_after(page, *, to, **fields):
        mail = wrote(page, to=to, **fields)
        if to.email == unlucky.email:
            raise ConnectionError("gone")
        return mail

    monkeypatch.setattr(gathering, "post", break_after)
    (broken,) = remind(now=at(MONDAY))
    assert broken.error.startswith("RuntimeError")
    assert "were not written" in caplog.text
    assert OutboxMail.objects.count() == 11
    assert set(Reminder.objects.filter(state="planned").values_list("recipient", flat=True)) == {unlucky.pk}
    monkeypatch.undo()
    remind(now=at(MONDAY, "08:05"))
    assert [mail.recipient for mail in mails()][-1] == unlucky
    assert mails()[-1].reminders.count() == 5


def test_what_another_transaction_holds_is_left_for_later(town):
    plan_organisation(organisation=town, today=MONDAY, now=at(MONDAY))
    row = Reminder.objects.planned().first()
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("UPDATE reminders_reminder SET settled_at = now() WHERE id = %s", [row.pk])
            assert gather_organisation(organisation=town, now=at(MONDAY)) == 12
            cursor.execute("COMMIT")
    finally:
        other.close()
        close_old_connections()
    row.refresh_from_db()
    assert row.state == "planned"
    assert Reminder.objects.filter(state="mailed").count() == 59
