"""The promises of the fault campaign can be broken: each notices what it is there for, and nothing else does."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from apps.reminders.models import DeliveryEvent, OutboxMail, Reminder
from procurement_csr.faults import clock, invariants
from procurement_csr.faults.record import Accepted
from procurement_csr.faults.town import Town

# A Monday at nine in Sweden.
NOW = datetime.fromisoformat("2027-01-11T08:00:00+00:00")
SECOND = timedelta(seconds=1)


@pytest.fixture
def shared(tmp_path, monkeypatch):
    monkeypatch.setenv(clock.VARIABLE, "")
    return clock.Clock(tmp_path / "clock")


@pytest.fixture
def found(helsingborg, property_department, olivia, shared):
    """A reminder in a mail that was begun, accepted and noted."""
    mail = OutboxMail.objects.create(
        message_id="<1@exempel.se>",
        slot="digest:1",
        kind="digest",
        organisation=helsingborg,
        recipient=olivia,
        to_address=olivia.email,
        subject="Dina uppgifter",
        text="Avtal Helsingborg",
        due_at=NOW,
        state="sent",
        sent_at=NOW,
    )
    mail.created_at = NOW
    reminder = Reminder(
        organisation=helsingborg,
        deadline_key="requirement:1",
        due_on=NOW.date(),
        step="before-1",
        recipient=olivia,
        audience="owner",
        state="mailed",
        mail=mail,
    )
    events = [DeliveryEvent(mail=mail, fence=1, step=step, at=NOW + SECOND) for step in ("handed_over", "accepted")]
    return invariants.Evidence(
        mails=[mail],
        reminders=[reminder],
        events={mail.pk: events},
        copies={mail.message_id: [copy(1, olivia.email)]},
        towns=[Town(helsingborg.pk, "Avtal Helsingborg", olivia.pk), Town(0, "Avtal Haninge", 0)],
        members={(helsingborg.pk, olivia.pk)},
        clock=shared,
        expected={("requirement:1", NOW.date(), olivia.pk, "before-1")},
    )


def copy(number, address, after=SECOND):
    """What the mail server took; campaigns' own moments are real ones until the clock is moved."""
    at = (NOW + after).timestamp()
    return Accepted(number, "<1@exempel.se>", (address,), "steget@exempel.se", at, "", "")


def broken(found):
    return set(invariants.broken_promises(found))


def doubt(found, step="uncertain"):
    mail = found.mails[0]
    found.events[mail.pk].append(DeliveryEvent(mail=mail, fence=1, step=step, at=NOW + SECOND))


def never_left(found, state):
    """The mail was begun, and that is all."""
    found.mails[0].state, found.copies = state, {}
    found.events[found.mails[0].pk].pop()


def test_what_went_well_breaks_no_promise(found):
    assert broken(found) == set()
    assert (invariants.flagged(found), invariants.second_copies(found)) == (0, 0)


def test_a_reminder_that_stands_twice_or_not_at_all_is_noticed(found):
    found.reminders *= 2
    assert broken(found) == {"each_due_reminder_is_one_row"}
    found.reminders = []
    assert broken(found) == {"each_due_reminder_is_one_row"}


def test_a_mail_called_sent_that_nobody_has_is_noticed(found):
    found.copies = {}
    assert broken(found) == {"sent_means_accepted", "no_due_mail_is_lost_in_silence"}


def test_a_mail_noted_as_accepted_before_it_was_is_noticed(found):
    found.copies["<1@exempel.se>"] = [copy(1, found.mails[0].to_address, 3 * SECOND)]
    assert broken(found) == {"sent_means_accepted"}


def test_a_second_copy_is_noticed_unless_the_mail_stands_as_uncertain(found):
    found.copies["<1@exempel.se>"] *= 2
    doubt(found, "handed_over")
    assert broken(found) == {"no_mail_is_doubled_in_silence"}
    doubt(found)
    assert broken(found) == set()
    assert (invariants.flagged(found), invariants.second_copies(found)) == (1, 1)


def test_a_mail_that_nobody_knows_of_is_noticed(found):
    found.copies["<2@exempel.se>"] = found.copies["<1@exempel.se>"]
    assert broken(found) == {"nothing_accepted_is_unrecorded"}


@pytest.mark.parametrize("state", ["pending", "claimed", "sending", "uncertain"])
def test_a_mail_that_never_leaves_is_noticed(found, state):
    never_left(found, state)
    assert broken(found) == {"no_due_mail_is_lost_in_silence"}


def test_a_dead_mail_is_lost_only_when_its_book_is_empty(found):
    never_left(found, "dead")
    assert broken(found) == set()
    found.events = {}
    assert broken(found) == {"no_due_mail_is_lost_in_silence"}


@pytest.mark.parametrize("state", ["planned", "suppressed", "superseded"])
def test_a_reminder_in_no_mail_is_noticed(found, state):
    found.reminders[0].state = state
    assert broken(found) == {"no_due_mail_is_lost_in_silence"}


def test_a_refused_address_without_a_deputy_is_noticed(found):
    never_left(found, "dead")
    doubt(found, "refused_address")
    assert broken(found) == {"a_refused_address_has_a_deputy"}


@pytest.mark.parametrize("moment", ["2027-01-10T09:00+01:00", "2027-01-11T07:29+01:00", "2027-01-11T18:00+01:00"])
def test_a_mail_written_in_quiet_time_is_noticed(found, moment):
    found.mails[0].created_at = found.mails[0].due_at = datetime.fromisoformat(moment)
    assert broken(found) == {"no_mail_is_written_in_quiet_time"}


def test_a_mail_to_somebody_else_or_of_others_is_noticed(found, haninge, fia):
    found.mails[0].text = "Avtal Haninge"
    assert broken(found) == {"no_mail_crosses_organisations"}
    found.mails[0].text, found.members = "Avtal Helsingborg", set()
    assert broken(found) == {"no_mail_crosses_organisations"}
    found.members = {(found.mails[0].organisation_id, found.mails[0].recipient_id)}
    found.reminders[0].organisation = haninge
    assert broken(found) == {"no_mail_crosses_organisations"}
    found.reminders[0].organisation = found.mails[0].organisation
    found.copies["<1@exempel.se>"] = [copy(1, fia.email)]
    assert broken(found) == {"no_mail_crosses_organisations"}


def test_a_copy_after_the_lease_is_noticed(found):
    found.copies["<1@exempel.se>"] = [copy(1, found.mails[0].to_address, 6 * SECOND)]
    found.events[found.mails[0].pk][1].at = NOW + 6 * SECOND
    assert broken(found) == {"nobody_sends_after_the_lease"}


def test_a_worker_that_stops_in_doubt_is_noticed(found):
    found.must_be_certain = True
    assert broken(found) == set()
    doubt(found)
    assert broken(found) == {"a_stopping_worker_leaves_no_doubt"}


def test_the_shared_clock_is_moved_for_all_and_remembers_what_was_when(tmp_path, monkeypatch):
    monkeypatch.setenv(clock.VARIABLE, "")
    shared = clock.Clock(tmp_path / "moved")
    before = datetime.now(tz=timezone.get_current_timezone())
    shared.move_to(NOW)
    assert abs(clock.now() - NOW) < SECOND
    there = clock.now()
    shared.advance(timedelta(days=1))
    assert abs(clock.now() - there - timedelta(days=1)) < SECOND
    assert abs(shared.real(there) - before.timestamp()) < 1
    assert abs(shared.real(clock.now()) - before.timestamp()) < 1
