"""A supplier's report walked in a browser: asked for by the officer, answered on a telephone without JavaScript, sent
back, completed, accepted, and counted. With STEGET_SHOTS set to a directory, each step leaves its pictures."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from apps.suppliers.models import SupplierContact
from procurement_csr import people
from procurement_csr.tests import gate

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]
TODAY = timezone.localdate()
PAINTERS, CONTRACT = "Målarna i Väst AB", "M-12"
PDF = {"name": "Annons.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF"}
# Presses of a thumb from the mail to the receipt, and what is typed; five minutes are 300 seconds.
MOST_PRESSES, SECONDS_A_PRESS, SECONDS_TO_TYPE_AND_READ = 20, 4, 120


@pytest.fixture(scope="module")
def site(chromium, django_db_setup, django_db_blocker):
    """Helsingborg with a painter's contract: two places, a hundred hours, two placements; Olivia, and Petra there."""
    with django_db_blocker.unblock(), gate.served(chromium, "walk_reports") as site:
        town = people.make_organisation("Helsingborgs stad", "2120001157")
        olivia = people.make_person("Olivia", "officer", town)
        site.sign_in("Olivia", olivia)
        painting = people.make_procurement(town, "Målning av skolor", responsible=olivia)
        painters = people.make_supplier(PAINTERS)
        days = {"starts_on": TODAY - timedelta(200), "ends_on": TODAY + timedelta(500)}
        contract = people.make_contract(painting, painters, number=CONTRACT, **days)
        places = {"kind": "internship", "unit": "places", "count": 2, "counts_attempts": True}
        people.make_requirement(contract, **places, due_on=TODAY + timedelta(300))
        people.make_requirement(contract, unit="hours", count=100, due_on=TODAY + timedelta(400))
        for number in (12, 14):
            people.make_placement(contract, number=number, started_on=TODAY - timedelta(60))
        SupplierContact.objects.create(supplier=painters, organisation=town, name="Petra Ek", email="petra@exempel.se")
        people.make_point(contract, due_on=TODAY + timedelta(20))
        site.objects["contract"] = (contract.pk,)
        yield site


class Thumb:
    """Petra's thumb on her telephone: it counts what it presses."""

    def __init__(self, page):
        self.page, self.presses = page, 0

    def press(self, role: str, name: str, **options) -> None:
        self.presses += 1
        self.page.get_by_role(role, name=name, **options).first.click()

    def type(self, label: str, text: str) -> None:
        self.presses += 1
        self.page.get_by_label(label).fill(text)


def test_from_the_request_to_what_counts(site, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    desk = site.page("Olivia", 1280)
    ask(desk)
    petra = Thumb(site.page("", 390, java_script_enabled=False))
    answer(petra, link_in(mail.outbox[-1]))
    assert petra.presses <= MOST_PRESSES
    assert petra.presses * SECONDS_A_PRESS + SECONDS_TO_TYPE_AND_READ < 300
    send_back(desk)
    complete(petra, link_in(mail.outbox[-1]))
    accept(desk)
    counts(desk, site.objects["contract"][0])
    receipt_cannot_be_written_in(petra)
    assert [told for page in (desk, petra.page) for told in gate.told(page)] == []


def ask(page) -> None:
    """The plan says so; the officer sees whom it goes to before anything is sent."""
    page.goto("/rapporter/")
    expect(page.get_by_role("link", name="Att begära (1)")).to_have_attribute("aria-current", "page")
    page.get_by_role("checkbox", name=f"Välj {CONTRACT}").check()
    shoot(page, "to-ask")
    page.get_by_role("button", name="Begär de valda").click()
    expect(page.get_by_text("Petra Ek, petra@exempel.se").first).to_be_visible()
    assert mail.outbox == []
    shoot(page, "preview")
    page.get_by_role("button", name="Begär rapport").click()
    expect(page.get_by_text("1 rapport är begärd och 1 länk är skickad")).to_be_visible()
    shoot(page, "asked")


def answer(thumb: Thumb, address: str) -> None:
    page = thumb.page
    page.goto(address)
    shoot(page, "start")
    thumb.press("link", "Börja")
    thumb.type("Erbjudna platser", "2")
    thumb.type("Tillsatta platser", "1")
    thumb.press("button", "Spara och fortsätt")
    expect(page.get_by_role("link", name="Välj varför")).to_be_visible()
    shoot(page, "refused")
    # The browser notes the refusal as an error, and while its address is the page's own that is none.
    assert gate.told(page) == []
    thumb.press("radio", "Ingen kandidat fanns")
    thumb.press("checkbox", "Vi kan visa att vi försökte")
    thumb.type("Vad gjorde ni för att tillsätta platserna?", "Vi annonserade och ringde matcharen.")
    thumb.press("button", "Spara och fortsätt")
    shoot(page, "hours")
    thumb.type("Timmar", "62,5")
    thumb.press("button", "Spara och fortsätt")
    shoot(page, "placements")
    thumb.press("radio", "Pågår")
    page.get_by_role("radio", name="Ledde till anställning hos oss").last.check()
    thumb.presses += 1
    thumb.press("button", "Spara och fortsätt")
    page.get_by_label("Fil", exact=True).set_input_files(PDF)
    thumb.presses += 2
    shoot(page, "evidence")
    thumb.press("button", "Fortsätt")
    expect(page.get_by_role("textbox", name="Ditt namn")).to_have_value("Petra Ek")
    shoot(page, "check")
    thumb.press("button", "Skicka rapporten")
    expect(page.get_by_role("heading", level=1, name="Rapporten är inskickad")).to_be_visible()
    expect(page.get_by_text("Annons.pdf")).to_be_visible()
    shoot(page, "receipt")
    assert page.context.cookies() == []


def send_back(page) -> None:
    page.goto("/rapporter/?visa=granska")
    page.get_by_role("link", name=CONTRACT).click()
    shoot(page, "received")
    page.get_by_role("link", name="Begär komplettering").click()
    page.get_by_label("Vad ska kompletteras?").fill("Vilken vecka annonserade ni?")
    shoot(page, "more")
    page.get_by_role("button", name="Begär komplettering").click()
    expect(page.get_by_text("Leverantören får veta vad som ska kompletteras").first).to_be_visible()


def complete(thumb: Thumb, address: str) -> None:
    page = thumb.page
    page.goto(address)
    expect(page.get_by_text("Vilken vecka annonserade ni?")).to_be_visible()
    shoot(page, "returned")
    page.get_by_role("link", name="praktik").first.click()
    page.get_by_label("Vad gjorde ni").fill("Vi annonserade vecka 40 och ringde matcharen.")
    page.get_by_role("button", name="Spara och fortsätt").click()
    page.goto(address + "skicka/")
    page.get_by_role("button", name="Skicka rapporten").click()
    expect(page.get_by_role("heading", level=1, name="Rapporten är inskickad")).to_be_visible()


def accept(page) -> None:
    page.reload()
    page.get_by_role("link", name="Godta rapporten").click()
    expect(page.get_by_text("vecka 40")).to_be_visible()
    expect(page.get_by_label("Räkna som uppfyllt").nth(1)).to_have_value("62,5")
    shoot(page, "accept")
    page.get_by_role("button", name="Godta rapporten").click()
    expect(page.get_by_text("Rapporten är godtagen").first).to_be_visible()
    shoot(page, "accepted")


def counts(page, contract: int) -> None:
    """The contract's own page says what is fulfilled: one practice is logged, one place was tried, and the hours."""
    page.goto(f"/avtal/{contract}/")
    expect(page.get_by_text(re.compile("levererat 62,5")).first).to_be_visible()
    shoot(page, "contract")


def receipt_cannot_be_written_in(thumb: Thumb) -> None:
    page = thumb.page
    page.goto(page.url.split("steg/")[0].split("skicka/")[0])
    expect(page.get_by_text("har godtagit den")).to_be_visible()
    expect(page.locator("main").get_by_role("button")).to_have_count(0)


def link_in(letter) -> str:
    """The path of the report's link in a mail."""
    return re.search(r"/rapport/[\w-]+/(?=\s)", letter.body)[0]


def shoot(page, step: str) -> None:
    """The page as it is seen. Nothing may flow over."""
    gate.take_shot(page, f"reports-{step}", str(page.viewport_size["width"]))
    if page.viewport_size["width"] == 1280:
        assert not gate.flows_over(page), step
