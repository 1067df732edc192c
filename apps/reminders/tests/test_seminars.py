"""Mails and reminders about seminars: once for each press, to those who were invited, as a kind of their own."""

import uuid
from datetime import date, timedelta

import pytest
from django.utils import timezone

from apps.actionplans import seminar_actions
from apps.actionplans.deadlines import open_deadlines as action_plan_deadlines
from apps.actionplans.tests.seminar_makers import make_seminar
from apps.reminders import kinds
from apps.reminders.models import OutboxMail
from apps.reminders.sources import open_deadlines_of
from procurement_csr.people import make_department, make_person


@pytest.fixture(autouse=True)
def outbox(settings):
    settings.EMAIL_BACKEND = "apps.reminders.outbox_backend.EmailBackend"


@pytest.fixture
def seminar(helsingborg, property_department, school_department, carin):
    return make_seminar(helsingborg, property_department, school_department, responsible=carin)


def contact(department, name="Kajsa"):
    department.contact = make_person(name)
    department.save()
    return department.contact.email


def send(seminar, by, token=None, sides=None) -> int:
    chosen = sides or [side.pk for side in seminar.sides.all()]
    token = token or uuid.uuid4()
    return seminar_actions.invite(by=by, seminar=seminar, sides=chosen, token=token, now=timezone.now())


def test_contact_persons_are_invited_once_for_each_press_with_a_file_for_the_calendar(
    seminar, carin, property_department, school_department
):
    first = contact(property_department)
    school_department.contact = property_department.contact
    school_department.save()
    token = uuid.uuid4()
    assert [send(seminar, carin, token), send(seminar, carin, token)] == [1, 1]
    mail = OutboxMail.objects.get()
    assert (mail.to_address, mail.organisation) == (first, seminar.organisation)
    assert all(words in mail.text for words in ("Nya krav", "Stadshuset", "13.00–15.00"))
    assert mail.attachments[0]["name"] == "seminarium.ics"
    assert seminar.sides.exclude(invited_at=None).count() == 2
    send(seminar, carin)
    assert OutboxMail.objects.count() == 2


def test_only_the_invited_are_told_that_it_is_called_off(seminar, carin, property_department, school_department):
    invited, _ = contact(property_department), contact(school_department, "Stina")
    send(seminar, carin, sides=[seminar.sides.get(department=property_department).pk])
    call = {"by": carin, "seminar": seminar, "token": uuid.uuid4(), "now": timezone.now()}
    seminar_actions.cancel_seminar(reason="Talaren är sjuk.", **call)
    mail = OutboxMail.objects.get(subject__startswith="Inställt")
    assert mail.to_address == invited
    assert "Talaren är sjuk." in mail.text


def test_a_whole_authority_is_invited_through_all_its_contact_persons(helsingborg, carin, property_department):
    email = contact(property_department)
    make_department(helsingborg)
    assert send(make_seminar(helsingborg), carin) == 1
    assert OutboxMail.objects.get().to_address == email


def test_a_seminar_to_tell_about_is_reminded_of_as_a_kind_of_its_own(seminar, helsingborg):
    year = {"since": date(2018, 1, 1), "until": date(2018, 12, 31), "today": date(2018, 5, 20)}
    (found,) = open_deadlines_of(helsingborg, **year)
    assert (found.key, found.due_on) == (f"seminar_outcome:{seminar.pk}", date(2018, 5, 23))
    assert kinds.kind_of(found.key) is kinds.kind_of("seminar:1") is kinds.BY_NAME["seminar"]


@pytest.mark.parametrize(("minutes", "kind", "days"), [(-5, "seminar_outcome", 7), (5, "seminar", 0)])
def test_until_it_begins_a_seminar_is_to_be_held_and_from_then_on_told_of(seminar, minutes, kind, days):
    seminar.starts_at = timezone.now() + timedelta(minutes=minutes)
    seminar.save()
    day, of = seminar.day + timedelta(days), {"organisation": seminar.organisation}
    (found,) = action_plan_deadlines(since=seminar.day, until=day, **of)
    assert (found.key, found.due_on) == (f"{kind}:{seminar.pk}", day)
    assert not list(action_plan_deadlines(since=day + timedelta(1), until=day + timedelta(9), **of))
