"""Many reports asked for in one press: one mail to each contact, with a link to each of its reports."""

import re
import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string

from apps.followups.models import ReportRequest
from apps.followups.report_asking import ask_many
from apps.followups.report_links import list_address_of, list_token_of, token_of
from apps.followups.report_review import withdraw
from apps.followups.report_targets import targets
from apps.followups.tests.deviation_world import text_of
from apps.followups.tests.reporting import url
from apps.suppliers.models import SupplierContact
from procurement_csr.people import make_contract, make_procurement, make_requirement, make_supplier

# The floor above, looked up by name: what it makes of these rows is part of the promise.
OutboxMail = import_string("apps.reminders.models.OutboxMail")
NOW = timezone.now()
TODAY = timezone.localdate(NOW)


@pytest.fixture(autouse=True)
def _outbox(settings):
    settings.EMAIL_BACKEND = "apps.reminders.outbox_backend.EmailBackend"


@pytest.fixture
def contracts(helsingborg):
    """Three of Petra's, one of Kalle's at another company, and one whose company has no address."""
    painters, cleaners, movers = (make_supplier(name) for name in ("Målarna AB", "Städarna AB", "Flyttarna AB"))
    for supplier, email in ((painters, "petra@exempel.se"), (cleaners, "kalle@exempel.se")):
        SupplierContact.objects.create(supplier=supplier, organisation=helsingborg, name="Kontakt", email=email)
    found = []
    for number, supplier in enumerate((painters, painters, painters, cleaners, movers), start=1):
        contract = make_contract(make_procurement(helsingborg, f"Avtal {number}"), supplier, number=f"A-{number}")
        make_requirement(contract, kind="internship", unit="places", count=1)
        found.append(contract)
    return found


def ask(olivia, contracts, token):
    found = targets([], contracts, due_on=TODAY + timedelta(20))
    return ask_many(by=olivia, targets=found, now=NOW, token=token)


def test_each_contact_gets_one_mail_with_a_link_to_each_of_its_reports(olivia, contracts):
    asked = ask(olivia, contracts, uuid.uuid4())
    assert len(asked) == 5
    mails = {mail.to_address: mail for mail in OutboxMail.objects.all()}
    assert (OutboxMail.objects.count(), set(mails)) == (2, {"petra@exempel.se", "kalle@exempel.se"})
    letter = mails["petra@exempel.se"]
    assert letter.subject.startswith("3 rapporter till ")
    own = [row for row in asked if row.contact_email == "petra@exempel.se"]
    for row in own:
        assert f"{row.contract.name}, senast {row.due_on}:" in letter.text
        assert url(row) in letter.text
        assert url(row) in letter.html
    assert list_address_of(own[0]) in letter.text
    assert "A-4" not in letter.text
    assert "Rapport om A-4" in mails["kalle@exempel.se"].subject


def test_every_link_in_the_mail_opens_its_page_and_lives_when_the_first_report_is_taken_back(olivia, contracts):
    first, *_ = ask(olivia, contracts[:3], uuid.uuid4())
    links = [f"/{each}" for each in re.findall(r"https?://[^/\s]+/(\S+)", OutboxMail.objects.get().text)]
    assert len(links) == 4
    assert [Client().get(each).status_code for each in links] == [200] * 4
    withdraw(by=olivia, report=first, comment="Fel avtal.", now=NOW)
    dead = {f"/rapport/{token_of(first)}/", reverse("report_links", args=[list_token_of(first)])}
    assert {each for each in links if Client().get(each).status_code == 410} == dead


def test_a_press_that_is_repeated_mails_nobody_again(olivia, contracts):
    token = uuid.uuid4()
    once, again = ask(olivia, contracts, token), ask(olivia, contracts, token)
    assert once == again
    assert (ReportRequest.objects.count(), OutboxMail.objects.count()) == (5, 2)


def test_the_press_says_how_many_links_went_in_how_many_mails(sign_in, olivia, contracts):
    client, address = sign_in(olivia), reverse("report_request")
    chosen = [contract.pk for contract in contracts]
    page = client.get(address, {"avtal": chosen})
    assert "Varje kontaktperson får ett mejl" in page.text
    token = page.context["form"]["token"].value()
    sent = {"avtal": chosen, "due_on": TODAY + timedelta(20), "token": token}
    told = text_of(client.post(address, sent, follow=True)).replace("\xa0", " ")
    assert "5 rapporter är begärda och 4 länkar är skickade i 2 mejl." in told
    assert "1 har ingen e-postadress" in told
