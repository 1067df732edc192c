"""Copies: when an address is refused, whoever stands next gets the mail's reminders the same moment, once."""

from datetime import timedelta

import pytest

from apps.reminders import delivery
from apps.reminders.choices import DeliveryStep, MailKind, MailState
from apps.reminders.deputies import copy_refused
from apps.reminders.models import BouncingAddress, DeliveryEvent, NoticeChoice, OutboxMail
from apps.reminders.tests.rounds_world import MONDAY, ask, at, begun, day, mails, make_painting, round_on, states
from procurement_csr import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(helsingborg, property_department):
    """A department with a contact, Doris, and a head, Hedda; and an administrator, Adam."""
    begun(helsingborg)
    property_department.contact = people.make_person("Doris", "department", helsingborg, property_department)
    property_department.head = people.make_person("Hedda", "department", helsingborg, property_department)
    property_department.save()
    people.make_person("Adam", "administrator", helsingborg)
    return helsingborg


@pytest.fixture
def painting(town, property_department, olivia):
    """Olivia is to follow up a requirement tomorrow."""
    contract = make_painting(town, property_department, olivia)
    ask(contract, day(1))
    return contract


def send(clock="08:05", number=0):
    return delivery.run(clock=lambda: at(day(number), clock))


def refuse(*names):
    """Mark the addresses as refused before, as a mail server did."""
    for name in names:
        BouncingAddress.objects.create(email=f"{name}@exempel.se", since=at(MONDAY, "06:00"))


def copies():
    return [(mail.recipient.name, mail.state) for mail in mails(kind=MailKind.COPY)]


def steps(mail):
    return list(DeliveryEvent.objects.filter(mail=mail).order_by("pk").values_list("step", flat=True))


def test_the_contact_gets_a_refused_mails_reminders_at_once_and_reads_whose_they_were(painting, olivia, sink):
    round_on(0)
    sink.script("unknown_recipient")
    assert send().has_more, "the copy waits, so the loop goes on"
    (mail,) = mails(recipient=olivia)
    (copy,) = mails(kind=MailKind.COPY)
    assert (mail.state, steps(mail)) == (MailState.DEAD, ["handed_over", "refused_address", "copied"])
    assert DeliveryEvent.objects.get(step=DeliveryStep.COPIED).answer == f"Kopia: mejl {copy.pk}."
    assert (copy.to_address, copy.due_at) == ("doris@exempel.se", at(MONDAY, "08:05"))
    assert copy.subject == "Kopia: om 1 dag: Följ upp kravet: 1 praktikplats (Målning av skolor)"
    said = "Mejlet skulle till Olivia, men mejlservern säger att den adressen inte finns."
    assert said in " ".join(copy.text.split())
    assert said in copy.html
    assert "olivia@" not in copy.text + copy.html
    assert send().sent == 1
    assert [each.recipients for each in sink.accepted()] == [("doris@exempel.se",)]
    assert states(state="mailed") == [("before-1", "Olivia", "mailed"), ("before-1", "Doris", "mailed")]


def test_a_mail_is_copied_once_however_often_it_is_asked_for(painting, town, sink):
    round_on(0)
    sink.script("unknown_recipient")
    send()
    for number in range(3):
        assert copy_refused(organisation=town, now=at(MONDAY, f"09:0{number}")) == 0
        round_on(0, f"09:1{number}")
        send("09:20")
    assert copies() == [("Doris", "sent")]
    assert len(sink.accepted()) == 1


def test_a_copy_whose_address_is_refused_goes_on_to_the_head_and_then_to_the_administrators(painting, olivia, sink):
    round_on(0)
    sink.script("unknown_recipient", times=3)
    for _ in range(4):
        send()
    assert copies() == [("Doris", "dead"), ("Hedda", "dead"), ("Adam", "sent")]
    (last,) = mails(recipient__name="Adam")
    assert "Fastighetsförvaltningen: 1 uppgift saknar mottagare." in last.text
    assert "Målning" not in last.text + last.subject, "an administrator need not have the right to read it"
    assert "Mejlet skulle till Hedda" in last.text


def test_a_mail_to_an_address_that_was_refused_before_it_could_leave_is_copied_too(painting, sink):
    round_on(0)
    refuse("olivia")
    send()
    assert copies() == [("Doris", "pending")]


def test_what_is_refused_in_the_last_minute_of_the_day_is_copied_the_next_morning(painting, town, sink):
    round_on(0)
    sink.script("unknown_recipient")
    clock = iter([at(MONDAY, "17:59")] * 4)
    delivery.run(clock=lambda: next(clock, at(MONDAY, "18:00")))
    assert copies() == []
    round_on(1, "07:31")
    assert copies() == [("Doris", "pending")]


def test_the_planning_copies_what_a_killed_worker_could_not(painting, olivia, sink, monkeypatch):
    round_on(0)
    sink.script("unknown_recipient")
    with monkeypatch.context() as patch:
        patch.setattr(delivery, "_copy_to_deputies", lambda refused, now: 0)
        send()
    assert copies() == []
    round_on(0, "08:10")
    assert copies() == [("Doris", "pending")]
    assert states(state="mailed") == [("before-1", "Olivia", "mailed"), ("before-1", "Doris", "mailed")]


def test_two_refused_mails_of_one_morning_have_a_copy_each(painting, olivia, sink):
    NoticeChoice.objects.create(user=olivia, organisation=painting.organisation, frequency="each")
    ask(painting, day(1), 1)
    round_on(0)
    sink.script("unknown_recipient", times=2)
    send()
    send()
    assert [mail.state for mail in mails(recipient=olivia)] == ["dead", "dead"]
    assert copies() == [("Doris", "sent"), ("Doris", "sent")]


def test_what_a_mail_holds_of_two_departments_goes_to_the_deputies_of_each(
    painting, town, school_department, olivia, sink
):
    school_department.contact = people.make_person("Siv", "department", town, school_department)
    school_department.save()
    ask(make_painting(town, school_department, olivia, "Städning"), day(1), 1)
    round_on(0)
    sink.script("unknown_recipient")
    send()
    found = {mail.recipient.name: mail.text for mail in mails(kind=MailKind.COPY)}
    assert sorted(found) == ["Doris", "Siv"]
    assert "Städning" not in found["Doris"]
    assert "Målning" not in found["Siv"]


def test_what_is_done_meanwhile_is_copied_to_nobody(painting, olivia, town, sink):
    round_on(0)
    painting.requirements.update(due_on=None)
    sink.script("unknown_recipient")
    send()
    assert copies() == []
    assert DeliveryEvent.objects.get(step=DeliveryStep.COPIED).answer == "Ingen annan behöver eller kan få det."


def test_the_others_who_were_told_of_the_same_are_not_told_again(town, olivia, sink):
    """No department owns it, so everybody who may do it is told: each other's copies would be doubles."""
    people.make_person("Orvar", "officer", town)
    ask(make_painting(town), day(1))
    round_on(0)
    sink.script("unknown_recipient")
    send()
    assert sorted(mail.recipient.name for mail in mails()) == ["Adam", "Olivia", "Orvar"]
    assert copies() == []


def test_when_the_heads_address_is_refused_the_coordinators_are_told(painting, town, carin, sink):
    painting.requirements.update(due_on=day(-1))
    round_on(0)
    refuse("hedda")
    send()
    (copy,) = mails(kind=MailKind.COPY)
    assert (copy.recipient, copy.state) == (carin, "pending")
    assert ("after-1", "Carin", "mailed") in states()


@pytest.mark.parametrize("kind", [MailKind.ACCOUNT, MailKind.SUMMONS, MailKind.NOTICE, MailKind.HEADS])
def test_calls_and_mails_about_accounts_are_copied_to_nobody(kind, town, olivia, sink):
    OutboxMail.objects.create(
        message_id="<1@exempel.se>",
        kind=kind,
        organisation=town,
        recipient=olivia,
        to_address=olivia.email,
        subject="Återställ lösenordet",
        text="Länk",
        headers={"From": "steget@exempel.se"},
        due_at=at(MONDAY) - timedelta(minutes=1),
    )
    sink.script("unknown_recipient")
    send()
    assert [mail.state for mail in mails()] == ["dead"]
    assert "copied" not in steps(mails()[0])
