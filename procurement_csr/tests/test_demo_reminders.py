"""The reminders of the demo world: mails as in earnest, which never left and name no participant."""

from datetime import date

import pytest

from apps.placements.models import Participant
from apps.reminders.models import DeliveryEvent, OutboxMail, Reminder
from procurement_csr.demo.loading import load
from procurement_csr.demo.removal import remove


@pytest.fixture
def demo(settings, db):
    settings.DEMO = True
    load(today=date(2026, 11, 24))


def test_mails_of_the_last_mornings_stand_as_sent_and_none_waits_to_leave(demo):
    mails = OutboxMail.objects.all()
    assert {mail.state for mail in mails} == {"sent"}
    assert {mail.due_at.date() for mail in mails} == {date(2026, 11, 20), date(2026, 11, 23)}
    assert {mail.organisation.name for mail in mails} == {"Helsingborgs stad"}
    assert {"digest", "weekly"} <= {mail.kind for mail in mails}
    assert DeliveryEvent.objects.count() == 2 * len(mails)
    assert all(mail.to_address.endswith(".exempel") for mail in mails)
    assert Reminder.objects.filter(state="mailed").exists()


def test_no_mail_names_a_participant(demo):
    codes = set(Participant.objects.values_list("code", flat=True))
    assert codes
    for mail in OutboxMail.objects.all():
        assert [code for code in codes if code in mail.subject + mail.text + mail.html] == []


def test_the_mails_go_with_the_demo_world_though_their_history_is_otherwise_kept(demo):
    remove()
    assert not OutboxMail.objects.exists()
    assert not DeliveryEvent.objects.exists()
    assert not Reminder.objects.exists()
