"""A late report walked in a browser to its penalty: time to rectify, the supplier's say, the decision, the end.

With STEGET_SHOTS set to a directory, each step leaves its pictures.
"""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from apps.followups.raise_actions import raise_deviations
from apps.suppliers.models import SupplierContact
from procurement_csr import people
from procurement_csr.tests import gate

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]
TODAY = timezone.localdate()


@pytest.fixture(scope="module")
def site(chromium, django_db_setup, django_db_blocker):
    """Helsingborg with a painter's contract whose report is eight days late: the night's look has found it."""
    with django_db_blocker.unblock(), gate.served(chromium, "walk_deviations") as site:
        town = people.make_organisation("Helsingborgs stad", "2120001157")
        olivia = people.make_person("Olivia", "officer", town)
        site.sign_in("Olivia", olivia)
        site.sign_in("Malte", people.make_person("Malte", "matcher", town))
        painters = people.make_supplier("Målarna i Väst AB")
        SupplierContact.objects.create(supplier=painters, organisation=town, name="Petra Ek", email="petra@exempel.se")
        painting = people.make_procurement(town, "Målning av skolor", responsible=olivia)
        days = {"starts_on": TODAY - timedelta(200), "ends_on": TODAY + timedelta(500)}
        contract = people.make_contract(painting, painters, number="M-12", **days)
        clauses = {"penalty_amount": Decimal(5000), "penalty_unit": "week", "penalty_cap": Decimal(20000)}
        people.make_requirement(contract, kind="internship", unit="places", count=1, **clauses)
        people.make_report_request(contract, due_on=TODAY - timedelta(8))
        assert raise_deviations(by=None, organisation=town, today=TODAY) == 1
        site.objects["contract"] = (contract.pk,)
        yield site


def test_from_a_late_report_to_a_decided_penalty(site):
    desk = site.page("Olivia", 1280)
    find(desk)
    give_time_to_rectify(desk)
    phone = site.page("Olivia", 390, java_script_enabled=False)
    phone.goto(desk.url)
    propose_a_penalty(phone)
    decide(phone)
    close(phone)
    read_only(site.page("Malte", 390), phone.url)
    told = [each for page in (desk, phone) for each in gate.told(page)]
    # The browser tells of the two answers that refuse, 409 and 422, and of nothing else.
    assert [each for each in told if "Failed to load resource" not in each] == []
    assert len(told) == 2


def find(page) -> None:
    """It says what it comes from and which steps are possible."""
    page.goto("/avvikelser/")
    page.get_by_role("link", name="Rapporten är sen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rapporten är sen")
    expect(page.get_by_role("link", name="Rapporten som skulle ha kommit")).to_be_visible()
    ladder = page.locator("ol.task-list li")
    expect(ladder.nth(4)).to_contain_text("kräver skäl")
    expect(ladder.nth(5)).to_contain_text("Kravet har ingen klausul om spärr från avrop")
    gate.take_shot(page, "walk-deviation", "1-found")


def give_time_to_rectify(page) -> None:
    page.get_by_role("link", name="Tillfälle till rättelse").click()
    page.get_by_label("Motiv").fill("Rapporten behövs för att följa upp praktikplatsen.")
    page.get_by_label("Leverantören får yttra sig senast").fill("")
    page.get_by_label("Rättat senast").fill((TODAY + timedelta(7)).isoformat())
    page.get_by_label("Skicka brevet med e-post till").select_option(
        label="Petra Ek, Målarna i Väst AB (petra@exempel.se)"
    )
    page.get_by_role("button", name="Besluta").click()
    expect(page.get_by_role("status")).to_contain_text("Brevet skickas till Petra Ek.")
    letter = mail.outbox[-1]
    assert (letter.to, letter.subject) == (["petra@exempel.se"], "Tillfälle till rättelse (Helsingborgs stad)")
    assert letter.attachments[0][1].startswith(b"%PDF-")


def propose_a_penalty(page) -> None:
    """Before the time to rectify is over it takes a motive; the sum is shown before anything is saved."""
    page.locator("ol.task-list").get_by_role("link", name="Vite").click()
    expect(page.get_by_text("2 påbörjade veckor × 5 000 kr = 10 000 kr")).to_be_visible()
    page.get_by_label("Motiv", exact=True).fill("Rapporten har inte kommit.")
    page.get_by_label("Skulle ha varit gjort senast").fill((TODAY - timedelta(40)).isoformat())
    page.get_by_role("button", name="Räkna om").click()
    expect(page.get_by_text("klausulens tak är 20 000 kr")).to_be_visible()
    page.get_by_label("Skulle ha varit gjort senast").fill((TODAY - timedelta(8)).isoformat())
    page.get_by_role("button", name="Låt leverantören yttra sig").click()
    expect(page.get_by_role("alert")).to_contain_text("Motivera varför tillfället till rättelse inte kan avvaktas")
    gate.take_shot(page, "walk-deviation", "2-refused")
    page.get_by_label("Skäl att gå förbi tillfället till rättelse").fill("Företaget har sagt att ingen rapport kommer.")
    page.get_by_role("button", name="Låt leverantören yttra sig").click()
    expect(page.get_by_text("Vite väntar på beslut.")).to_be_visible()


def decide(page) -> None:
    page.get_by_role("link", name="Besluta", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Steget går inte att ta nu")
    page.get_by_role("link", name="Till avvikelsen").click()
    page.get_by_role("link", name="Anteckna svaret").click()
    page.get_by_label("Leverantörens svar").fill("Vi hade glömt rapporten.")
    page.get_by_role("button", name="Spara svaret").click()
    page.get_by_role("link", name="Besluta", exact=True).click()
    page.get_by_label("Motiv").fill("Att rapporten glömdes är inget skäl att avstå.")
    page.get_by_role("button", name="Besluta om vite").click()
    expect(page.get_by_text("Beslut om vite, 10 000 kr")).to_be_visible()
    gate.take_shot(page, "walk-deviation", "3-decided")


def close(page) -> None:
    page.get_by_role("link", name="Avsluta", exact=True).click()
    page.get_by_label("Nej, den avslutas ändå").check()
    page.get_by_label("Hur gick det?").fill("Vitet är fakturerat.")
    page.get_by_role("button", name="Avsluta avvikelsen").click()
    expect(page.get_by_text("Avslutad: Vitet är fakturerat.")).to_be_visible()


def read_only(page, url: str) -> None:
    """The matcher reads all of it and decides nothing."""
    page.goto(url)
    expect(page.get_by_text("Avslutad: Vitet är fakturerat.")).to_be_visible()
    for name in ("Öppna igen", "Ta tillbaka", "Ändra"):
        expect(page.get_by_text(name, exact=True)).to_have_count(0)
