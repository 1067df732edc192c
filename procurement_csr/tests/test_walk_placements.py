"""A resident's way walked in a browser: an offered place, practice, apprenticeship and employment, and what is asked
afterwards; and an employer's list imported. With STEGET_SHOTS set to a directory, each step leaves its pictures."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from apps.core.calendar import add_months
from apps.procurements.models import Requirement
from apps.targets.models import Target
from procurement_csr import people
from procurement_csr.tests import gate

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]
CODE, PAINTERS, CONTRACT = "K7M-4Q2", "Målarna i Väst AB", "M-12"
TODAY = timezone.localdate()
# The practice was so long ago that three of its months have passed, and six have not.
BEGAN, PLANNED_END = TODAY - timedelta(200), TODAY - timedelta(150)
PAUSED, BACK, ENDED = BEGAN + timedelta(20), BEGAN + timedelta(27), TODAY - timedelta(120)
APPRENTICE_FROM, APPRENTICE_TO, EMPLOYED_FROM = ENDED + timedelta(1), TODAY - timedelta(31), TODAY - timedelta(30)
LIST = f"""Insats;Avtalsnummer;Leverantör;Deltagarkod;Startdatum;Omfattning i procent;Anvisas av;Handledarens roll
Anställning;{CONTRACT};{PAINTERS};;{EMPLOYED_FROM};50;;
Praktik;{CONTRACT};{PAINTERS};;{EMPLOYED_FROM};100;kommunen;arbetsledare
Praktik;{CONTRACT};{PAINTERS};K7M-4Q3;{EMPLOYED_FROM};100;kommunen;arbetsledare
"""


@pytest.fixture(scope="module")
def site(chromium, django_db_setup, django_db_blocker):
    """Helsingborg with a contract that asks for three kinds, one resident who waits, Malte and Olivia."""
    with django_db_blocker.unblock(), gate.served(chromium, "walk_placements") as site:
        town = people.make_organisation("Helsingborgs stad", "2120001157")
        site.sign_in("Malte", people.make_person("Malte", "matcher", town))
        site.sign_in("Olivia", people.make_person("Olivia", "officer", town))
        painting = people.make_procurement(town, "Målning av skolor")
        dates = {"starts_on": BEGAN - timedelta(30), "ends_on": TODAY + timedelta(700)}
        contract = people.make_contract(painting, people.make_supplier(PAINTERS), number=CONTRACT, **dates)
        for kind in ("internship", "apprenticeship", "employment"):
            values = {"kind": kind, "model": "numeric", "unit": "persons", "count": 2}
            Requirement.objects.create(procurement=painting, contract=contract, **values)
        people.make_waiting(people.make_participant(town, CODE), since=BEGAN - timedelta(40))
        decided = {"decided_by_body": "KF", "decided_on": BEGAN, "reference": "KF § 1"}
        kinds = ["internship", "apprenticeship", "employment"]
        for year in {BEGAN.year, TODAY.year}:
            Target.objects.create(organisation=town, year=year, value=10, counted_kinds=kinds, **decided)
        site.objects["contract"] = (contract.pk,)
        yield site


@pytest.fixture
def walk(site):
    """`walk(name, width)` gives that person's tab; whatever the browser complains of fails the test at its end."""
    tabs = []

    def tab(name: str, width: int):
        tabs.append(site.page(name, width))
        return tabs[-1]

    yield tab
    assert [told for page in tabs for told in gate.told(page)] == []


def shoot(page, step: str) -> None:
    """The page as it is seen. Nothing may flow over."""
    gate.take_shot(page, f"placements-{step}", str(page.viewport_size["width"]))
    assert not gate.flows_over(page), step


def test_from_an_offered_place_to_a_job(walk, site):
    phone = walk("Malte", 390)
    look_at_empty_pages(phone)
    offer_a_place(phone)
    propose_from_the_board(phone)
    is_refused_without_ground(phone)
    agree(phone, "kontakt med leverantören", supplier=PAINTERS)
    agree(phone, "uppföljning efter 3, 6 och 12 månader")
    disclose(phone)
    practise(phone)
    answer_the_follow_up(phone)
    log(phone, "Lärling", APPRENTICE_FROM, ends=APPRENTICE_TO)
    log(phone, "Anställning", EMPLOYED_FROM)
    is_one_path(phone)
    withdraw_the_consent(phone)
    desk = walk("Olivia", 1280)
    officer_sees_months_and_no_code(desk)
    contract_counts_the_resident_once(desk, site.objects["contract"][0])


def look_at_empty_pages(page) -> None:
    """What a matcher sees before anything is written."""
    for step, address in (("board", "/platser/tavla/"), ("offers", "/platser/"), ("my-day", "/min-dag/")):
        page.goto(address)
        shoot(page, f"empty-{step}")
    page.goto("/placeringar/uppfoljningar/")
    expect(page.get_by_text("Ingen uppföljning väntar")).to_be_visible()
    shoot(page, "empty-follow-ups")


def offer_a_place(page) -> None:
    page.goto("/")
    page.get_by_role("button", name="Meny").click()
    follow(page, "Platser", exact=True)
    follow(page, "Ny plats")
    page.get_by_role("radio", name="Praktik").check()
    page.get_by_role("radio", name=PAINTERS).check()
    page.get_by_role("textbox", name="Yrke").fill("Målare")
    page.get_by_label("Första dag").fill(str(BEGAN))
    page.get_by_label("Erbjuden").fill(str(BEGAN - timedelta(20)))
    shoot(page, "offer-form")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_role("heading", level=1, name="Målare")).to_be_visible()
    shoot(page, "offer")


def propose_from_the_board(page) -> None:
    page.goto("/platser/tavla/")
    shoot(page, "board")
    follow(page, CODE)
    page.get_by_role("button", name="Föreslå till Målare").click()
    assert page.get_by_role("radio", name=CODE).is_checked()
    page.get_by_label("Planerad start").fill(str(BEGAN))
    page.get_by_label("Planerat slut").fill(str(PLANNED_END))
    shoot(page, "propose")
    page.get_by_role("button", name="Spara förslaget").click()
    stands_as(page, "föreslagen")


def is_refused_without_ground(page) -> None:
    """Without consent and without a harm test nothing may be told, and nothing is noted."""
    to_participant(page)
    follow(page, f"P1 på {PAINTERS}")
    expect(page.get_by_text("Det finns inget giltigt samtycke för leverantören")).to_be_visible()
    page.get_by_role("checkbox", name="namn").check()
    page.get_by_role("radio", name="Menprövning").check()
    page.get_by_role("button", name="Anteckna utlämnandet").click()
    expect(page.get_by_text("Ange menprövningens beteckning").first).to_be_visible()
    shoot(page, "disclosure-refused")
    assert gate.told(page) == []
    to_participant(page)
    expect(page.get_by_text("Inget är utlämnat.")).to_be_visible()


def agree(page, purpose: str, supplier: str = "") -> None:
    to_participant(page)
    follow(page, "Nytt samtycke")
    page.get_by_role("radio", name=purpose).check()
    if supplier:
        page.get_by_role("combobox", name="Leverantör").select_option(label=supplier)
    page.get_by_label("Dagen då samtycket lämnades").fill(str(BEGAN - timedelta(10)))
    shoot(page, "consent")
    page.get_by_role("button", name="Spara samtycket").click()
    expect(page.get_by_text("Samtycket är sparat.")).to_be_visible()


def disclose(page) -> None:
    to_participant(page)
    follow(page, f"P1 på {PAINTERS}")
    page.get_by_role("checkbox", name="namn").check()
    page.get_by_role("radio", name="Samtycke: kontakt med leverantören").check()
    page.get_by_label("Dagen då uppgifterna lämnas ut").fill(str(BEGAN - timedelta(9)))
    shoot(page, "disclosure")
    page.get_by_role("button", name="Anteckna utlämnandet").click()
    expect(page.get_by_text(f"{PAINTERS} fick veta namn.")).to_be_visible()


def practise(page) -> None:
    """From the proposal to the last day, with days of rest and a later end."""
    to_placement(page, "P1")
    step(page, "Samtycke eller prövning klar")
    stands_as(page, "samtycke eller prövning klar")
    step(page, "Leverantören sade ja")
    stands_as(page, "matchad")
    follow(page, "Har börjat")
    page.get_by_role("radio", name="Kommunen").check()
    page.get_by_label("Handledarens roll").fill("arbetsledare")
    shoot(page, "start")
    page.get_by_role("button", name="Har börjat").click()
    stands_as(page, "pågår")
    follow(page, "Anteckna avbrott")
    page.get_by_label("Avbrottets första dag").fill(str(PAUSED))
    page.get_by_role("button", name="Spara avbrottet").click()
    expect(page.get_by_role("link", name=f"Ändra avbrottet {PAUSED} – pågår")).to_be_visible()
    follow(page, "Avbrottet är slut")
    page.get_by_label("Första dagen tillbaka").fill(str(BACK))
    page.get_by_role("button", name="Avsluta avbrottet").click()
    expect(page.get_by_role("link", name=f"Ändra avbrottet {PAUSED} – {BACK - timedelta(1)}")).to_be_visible()
    follow(page, "Förläng")
    page.get_by_label("Nytt planerat slut").fill(str(ENDED))
    page.get_by_role("button", name="Förläng placeringen").click()
    expect(page.get_by_text(f"Planerat slut är nu {ENDED}.")).to_be_visible()
    shoot(page, "running")
    end(page, ENDED)
    shoot(page, "ended")


def answer_the_follow_up(page) -> None:
    """Due three months after the end, and first on the matcher's day."""
    page.goto("/")
    follow(page, "Min dag")
    shoot(page, "my-day")
    follow(page, "P1")
    expect(page.get_by_text(str(add_months(ENDED, 3))).first).to_be_visible()
    page.get_by_role("radio", name="arbete med stöd").check()
    shoot(page, "follow-up")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("Sparat.").first).to_be_visible()


def log(page, kind: str, starts, ends=None) -> None:
    """The next step of the same resident, by the code."""
    page.goto("/placeringar/ny/")
    page.get_by_role("radio", name=kind, exact=True).check()
    page.get_by_role("radio", name=PAINTERS).check()
    page.get_by_text("Deltagaren har redan en kod").click()
    page.get_by_label("Deltagarkod").fill(CODE)
    page.get_by_label("Startdatum").fill(str(starts))
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_text("Sparad.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_contain_text(kind)
    stands_as(page, "pågår")
    if ends:
        end(page, ends, "Ja, deltagaren gick vidare till arbete")


def is_one_path(page) -> None:
    to_participant(page)
    expect(page.get_by_text("En invånare, 3 placeringar.")).to_be_visible()
    path = page.get_by_role("list", name="Deltagarens placeringar i ordning").get_by_role("listitem")
    for number, kind in enumerate(("Praktik", "Lärling", "Anställning")):
        expect(path.nth(number)).to_contain_text(kind)
    shoot(page, "path")


def withdraw_the_consent(page) -> None:
    """Nobody may be asked after six and twelve months."""
    to_participant(page)
    follow(page, "Återkalla Uppföljning")
    shoot(page, "withdraw")
    page.get_by_role("button", name="Återkalla samtycket").click()
    expect(page.get_by_text("Samtycket är återkallat.")).to_be_visible()
    page.goto("/placeringar/uppfoljningar/")
    expect(page.get_by_text("Ingen uppföljning väntar")).to_be_visible()
    to_placement(page, "P1")
    expect(page.get_by_text("stoppad", exact=True)).to_have_count(2)
    follow(page, "6 månader")
    expect(page.get_by_text("samtycket är återkallat. Ingen ska frågas.")).to_be_visible()
    expect(page.get_by_role("radio")).to_have_count(0)
    shoot(page, "follow-up-stopped")


def officer_sees_months_and_no_code(page) -> None:
    to_placement(page, "P1")
    tells_no_code_and_no_day(page)
    expect(page.get_by_text("Startmånad")).to_be_visible()
    assert page.get_by_role("link", name="Avsluta").count() == 0
    shoot(page, "officer")
    page.goto("/deltagare/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("behörig")
    assert gate.told(page) == []
    page.goto("/placeringar/")
    tells_no_code_and_no_day(page)
    shoot(page, "officer-list")


def tells_no_code_and_no_day(page) -> None:
    """Neither who it is nor on which day anything happened, folded or not."""
    text = page.content()
    days = (BEGAN, PAUSED, BACK, PLANNED_END, ENDED, APPRENTICE_FROM, APPRENTICE_TO, EMPLOYED_FROM)
    assert [each for each in (CODE, *map(str, days)) if each in text] == []


def contract_counts_the_resident_once(page, contract: int) -> None:
    """One of each kind on the contract, and one resident towards the town's target."""
    page.goto(f"/avtal/{contract}/")
    for kind in ("Praktik", "Lärling", "Anställning"):
        delivery = page.locator(".delivery").filter(has=page.get_by_role("heading", name=kind))
        expect(delivery).to_contain_text("levererat 1")
    tells_no_code_and_no_day(page)
    shoot(page, "contract")
    page.goto(f"/oversikt/?ar={BEGAN.year}")
    expect(page.get_by_text("1 av 10").first).to_be_visible()
    shoot(page, "dashboard")


def test_an_employers_list_becomes_placements(walk):
    page = walk("Malte", 390)
    page.goto("/placeringar/")
    follow(page, "Importera en lista")
    shoot(page, "empty-imports")
    follow(page, "Ny import")
    page.get_by_label("Fil").set_input_files({"name": "lista.csv", "mimeType": "text/csv", "buffer": LIST.encode()})
    shoot(page, "import-file")
    with page.expect_navigation():
        page.get_by_role("button", name="Hämta filen").click()
    shoot(page, "import-columns")
    page.get_by_role("button", name="Kontrollera filen").click()
    expect(page.get_by_text("”K7M-4Q3” är felskriven").first).to_be_visible()
    shoot(page, "import-check")
    page.get_by_role("button", name="Importera 2 rader").click()
    expect(page.get_by_role("heading", name="Nya deltagarkoder")).to_be_visible()
    expect(page.get_by_role("table", name="deltagarens kod").get_by_role("link", name="P")).to_have_count(2)
    shoot(page, "import-result")


def follow(page, name: str, exact: bool = False) -> None:
    """To the page behind the first link of that name."""
    with page.expect_navigation():
        page.get_by_role("link", name=name, exact=exact).first.click()


def to_participant(page) -> None:
    page.goto("/deltagare/")
    follow(page, CODE)
    expect(page.get_by_role("heading", level=1, name=CODE)).to_be_visible()


def to_placement(page, number: str) -> None:
    page.goto("/placeringar/")
    follow(page, number, exact=True)
    expect(page.get_by_role("heading", level=1)).to_contain_text(PAINTERS)


def step(page, name: str) -> None:
    """A step that asks for nothing more than is filled in."""
    follow(page, name)
    shoot(page, f"step-{name.lower().replace(' ', '-')}")
    page.get_by_role("button", name=name).click()


def end(page, day, how: str = "Nej, men placeringen genomfördes som planerat") -> None:
    follow(page, "Avsluta", exact=True)
    page.get_by_label("Sista dag").fill(str(day))
    page.get_by_role("radio", name=how).check()
    page.get_by_role("button", name="Avsluta placeringen").click()
    stands_as(page, "avslutad")


def stands_as(page, state: str) -> None:
    """The tag beside the heading says where the placement is."""
    expect(page.locator(".page-header .tag")).to_have_text(state, ignore_case=True)
