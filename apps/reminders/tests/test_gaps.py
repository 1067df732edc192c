"""What an administrator has to put right, so that reminders find somebody."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from apps.reminders.models import BouncingAddress, OutboxMail
from procurement_csr.people import make_department, make_person

LIST, SETTINGS = "/uppgifter/", "/installningar/"


def gaps(page):
    return [(each.label, each.url) for each in page.context["gaps"]]


def make_mail(organisation, state, **fields):
    values = {"message_id": f"<{uuid.uuid4()}@exempel.se>", "kind": "summons", "to_address": "u@exempel.se"}
    values |= {"subject": "Kallelse", "due_at": timezone.now(), "state": state}
    return OutboxMail.objects.create(organisation=organisation, **values | fields)


def test_a_department_that_nobody_answers_for_is_to_be_given_a_contact(
    sign_in, adam, doris, helsingborg, property_department
):
    client = sign_in(adam)
    wanted = [
        ("Välj kontaktperson för Fastighetsförvaltningen", f"/installningar/forvaltningar/{property_department.pk}/")
    ]
    assert gaps(client.get(LIST)) == wanted
    assert "Välj kontaktperson för Fastighetsförvaltningen" in client.get(SETTINGS).text
    property_department.head = doris
    property_department.save()
    assert gaps(client.get(LIST)) == []
    doris.memberships.update(department=make_department(helsingborg, "Annan"))
    assert "Välj kontaktperson för Fastighetsförvaltningen" in [label for label, _ in gaps(client.get(LIST))]
    property_department.is_active = False
    property_department.save()
    assert "Välj kontaktperson för Fastighetsförvaltningen" not in [label for label, _ in gaps(client.get(LIST))]


def test_many_departments_without_anybody_are_one_line(sign_in, adam, helsingborg):
    for name in ("Ett", "Två", "Tre", "Fyra"):
        make_department(helsingborg, name)
    assert gaps(sign_in(adam).get(LIST)) == [("Välj kontaktperson för 4 förvaltningar", "/installningar/#departments")]


def test_a_head_who_cannot_sign_in_answers_for_nobody(sign_in, adam, doris, property_department):
    property_department.head = doris
    property_department.save()
    doris.is_active = False
    doris.save()
    assert len(gaps(sign_in(adam).get(LIST))) == 1


def test_addresses_that_do_not_exist_and_mails_without_a_known_end_are_told(
    sign_in, adam, olivia, haninge, helsingborg
):
    fia = make_person("Frans", "officer", haninge)
    for person in (olivia, fia):
        BouncingAddress.objects.create(email=person.email, since=timezone.now())
    uncertain = timezone.now()
    make_mail(helsingborg, "held", uncertain_at=uncertain)
    make_mail(helsingborg, "dead")
    make_mail(helsingborg, "dead", due_at=timezone.now() - timedelta(days=40))
    make_mail(haninge, "dead")
    make_mail(helsingborg, "sent", sent_at=timezone.now())
    assert gaps(sign_in(adam).get(LIST)) == [
        ("Rätta adressen olivia@exempel.se", "/installningar/mejl/"),
        ("Bestäm om 1 mejl ska skickas", "/installningar/mejl/?state=held"),
        ("Läs varför 1 mejl inte gick att skicka", "/installningar/mejl/?state=dead"),
    ]


@pytest.mark.parametrize("person", ["olivia", "doris", "malte"])
def test_nobody_else_is_told(request, sign_in, helsingborg, property_department, person):
    make_mail(helsingborg, "dead")
    assert gaps(sign_in(request.getfixturevalue(person)).get(LIST)) == []


def test_the_administrator_still_starts_at_the_settings(sign_in, adam):
    assert sign_in(adam).get("/").url == SETTINGS
