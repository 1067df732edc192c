"""A procurement walked in a browser from need to signed contract: planned, scored, decided, given a clause, published,
awarded, held by the standstill and signed. With STEGET_SHOTS set to a directory, each step leaves its pictures."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from apps.core.calendar import roll_back, roll_forward
from apps.procurements.guidelines import create_guideline, decide_guideline
from procurement_csr import people
from procurement_csr.tests import gate

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]
TODAY = timezone.localdate()
TITLE = "Städning av förskolor"
CLEANER = "Trappstegets Städ AB"


def before(days: int) -> date:
    """The working day that many days ago, or the last one before it."""
    return roll_back(TODAY - timedelta(days))


TO_PUBLISH, SENT, DEADLINE, AWARDED = before(121), before(120), before(60), before(30)
# Sent electronically: ten days, of which the last is moved to a working day (20 kap. 1 § LOU, lag 1930:173).
ALLOWED_FROM = roll_forward(AWARDED + timedelta(10)) + timedelta(1)
SIGNED = roll_forward(ALLOWED_FROM)
STARTS = SIGNED + timedelta(7)
ENDS = date(STARTS.year + 3, STARTS.month, 1)


@pytest.fixture(scope="module")
def site(chromium, django_db_setup, django_db_blocker):
    """Helsingborg with a department, a supplier, a guideline in force, and Olivia, Malte and Doris."""
    with django_db_blocker.unblock(), gate.served(chromium, "walk_procurement") as site:
        town = people.make_organisation("Helsingborgs stad", "2120001157")
        schools = people.make_department(town, "Skol- och fritidsförvaltningen")
        people.make_supplier(CLEANER)
        site.sign_in("Olivia", people.make_person("Olivia", "officer", town))
        site.sign_in("Malte", people.make_person("Malte", "matcher", town))
        site.sign_in("Doris", people.make_person("Doris", "department", town, schools))
        decide_a_guideline(town)
        yield site


def decide_a_guideline(town):
    carin = people.make_person("Carin", "coordinator", town)
    guideline = create_guideline(by=carin, organisation=town, title="Riktlinje för sociala krav")
    decision = {"decided_by": "Kommunstyrelsen", "decided_on": before(200), "reference": "KS § 45"}
    decide_guideline(by=carin, guideline=guideline, today=TODAY, valid_from=before(200), **decision)


@pytest.fixture
def walk(site):
    """`walk(name)` gives that person's tab; whatever the browser complains of fails the test at its end."""
    tabs = []

    def tab(name: str, width: int = 1280):
        tabs.append(site.page(name, width))
        return tabs[-1]

    yield tab
    assert [told for page in tabs for told in gate.told(page)] == []


def shoot(page, step: str) -> None:
    """The page at 1280 and 390 px. Nothing may flow over on the phone."""
    for width in (390, 1280):
        gate.set_width(page, width)
        gate.take_shot(page, f"procurement-{step}", str(width))
        assert not gate.flows_over(page), f"{step} at {width} px"


def test_from_need_to_signed_contract(walk):
    officer = walk("Olivia")
    create(officer)
    answer_candidates(walk("Malte", 390))
    answer_score(officer)
    decide_against_the_score(officer)
    move(officer, "Börja förbereda", {}, "förberedelse")
    set_requirement(officer)
    publish(officer)
    award(officer)
    add_contract(officer)
    sign(officer)
    look_at_contract(officer)
    look_at_tasks(officer)
    department = walk("Doris", 390)
    department.goto("/uppgifter/")
    expect(department.get_by_role("heading", level=1)).to_be_visible()
    shoot(department, "tasks-department")


def create(page) -> None:
    """Three short steps; the third shows what will be saved."""
    page.goto("/upphandlingar/")
    page.get_by_role("link", name="Lägg till upphandling").first.click()
    page.get_by_role("radio", name="Ny: den är inte annonserad").check()
    page.get_by_label("Benämning").fill(TITLE)
    page.get_by_label("Vad som köps").select_option(label="Tjänster")
    page.get_by_label("CPV-kod").fill("90000000")
    page.get_by_label("Förvaltning").select_option(label="Skol- och fritidsförvaltningen")
    shoot(page, "create-what")
    page.get_by_role("button", name="Fortsätt").click()
    page.get_by_label("Uppskattat värde").fill("12 000 000")
    page.get_by_label("Planerad annonsering").fill(str(SENT))
    shoot(page, "create-when")
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_text("12 000 000")).to_be_visible()
    shoot(page, "create-check")
    page.get_by_role("button", name="Spara upphandlingen").click()
    expect(page.get_by_role("heading", level=1, name=TITLE)).to_be_visible()
    stands_in(page, "behov")
    shoot(page, "need")


def answer_candidates(page) -> None:
    """The matcher's one question, on the phone."""
    page.goto("/prioritering/")
    shoot(page, "ranking-matcher")
    page.get_by_role("link", name="svara").first.click()
    page.get_by_role("radio", name="många").check()
    shoot(page, "candidates")
    page.get_by_role("button", name="Spara svaret").click()
    expect(page.get_by_text(f"Svaret räknas i poängen för {TITLE}")).to_be_visible()


def answer_score(page) -> None:
    """The officer's questions: each answer has its points, and the page says what they lead to."""
    page.get_by_role("link", name="Poäng och svar").click()
    page.get_by_label("Arbetets andel av kostnaden").fill("80")
    page.get_by_label("Avtalets längd i månader").fill("36")
    page.get_by_label("Personer som utför arbetet").fill("15")
    page.get_by_role("radio", name="ingen formell utbildning").check()
    page.get_by_role("radio", name="Brist på arbetskraft", exact=True).check()
    page.get_by_role("button", name="Spara svaren").click()
    expect(page.get_by_text("Sparat. Poängen är räknade på nytt.")).to_be_visible()
    shoot(page, "score")


def decide_against_the_score(page) -> None:
    """A decision that deviates is refused until it has its motive."""
    page.get_by_role("link", name="Besluta om krav").click()
    page.get_by_role("radio", name="dialogkrav").check()
    page.get_by_role("button", name="Spara beslutet").click()
    is_refused(page, "Ange motiv: beslutet dialogkrav avviker")
    shoot(page, "decision-refused")
    expect(page.get_by_role("radio", name="dialogkrav")).to_be_checked()
    page.get_by_label("Motiv").fill("Marknaden har inte haft krav förut. Vi börjar med dialog i det här området.")
    page.get_by_role("button", name="Spara beslutet").click()
    expect(page.get_by_text("Vi börjar med dialog").first).to_be_visible()
    shoot(page, "decided")


def set_requirement(page) -> None:
    """From a clause of the guideline in force; its text is filled in from the fields."""
    page.get_by_role("link", name="Ställ krav").first.click()
    page.get_by_role("radio", name="(dialog)").first.check()
    shoot(page, "clause")
    page.get_by_role("button", name="Fortsätt").click()
    page.get_by_label("Högsta antal som kan bestämmas i dialogen").fill("3")
    page.get_by_label("Åtagandet börjar").fill(str(STARTS))
    page.get_by_label("Åtagandet slutar").fill(str(ENDS))
    page.get_by_role("button", name="Visa klausulens text").click()
    shoot(page, "requirement-preview")
    page.get_by_role("button", name="Spara kravet").click()
    expect(page.get_by_text("Sparat. Upphandlingen har kravet dialog om")).to_be_visible()
    shoot(page, "requirement")


def publish(page) -> None:
    """The tender period is counted from the day the notice was sent; too short a one is refused with its paragraph."""
    page.get_by_role("link", name="Skicka för annonsering").first.click()
    page.get_by_label("Behövlighetsbedömning gjord").fill(str(TO_PUBLISH))
    page.get_by_label("Behövlighetsbedömningens resultat").fill("Ingen risk för oskäliga villkor i branschen.")
    page.get_by_label("Beslut att annonsera").fill(str(TO_PUBLISH))
    page.get_by_role("radio", name="Öppet förfarande").check()
    page.get_by_label("Skickad för annonsering").fill(str(SENT))
    page.get_by_label("Sista anbudsdag").fill(f"{SENT + timedelta(10)}T23:59")
    page.get_by_role("button", name="Skicka för annonsering").click()
    is_refused(page, "11 kap. 2 § LOU")
    shoot(page, "publish-refused")
    page.get_by_label("Sista anbudsdag").fill(f"{DEADLINE}T23:59")
    page.get_by_role("button", name="Skicka för annonsering").click()
    stands_in(page, "annonserad")
    move(page, "Annonsen är publicerad", {"Annonserad": str(SENT + timedelta(1))}, "anbudstid")


def award(page) -> None:
    """Opened, awarded, and the tenderers told: the standstill begins."""
    move(page, "Öppna anbuden", {"Anbuden öppnade": str(roll_forward(DEADLINE + timedelta(1)))}, "utvärdering")
    move(page, "Besluta om tilldelning", {"Tilldelningsbeslut": str(AWARDED)}, "tilldelad")
    page.get_by_role("link", name="Skicka underrättelse om tilldelning").first.click()
    page.get_by_label("Underrättelse skickad").fill(str(AWARDED))
    page.get_by_role("radio", name="Elektroniskt till alla").check()
    page.get_by_role("button", name="Skicka underrättelse").click()
    stands_in(page, "avtalsspärr")
    expect(page.get_by_text(f"Avtal får tecknas tidigast {ALLOWED_FROM}").first).to_be_visible()
    shoot(page, "in-avtalsspärr")


def add_contract(page) -> None:
    """The contract that is to be signed, with its supplier."""
    page.get_by_role("link", name="Lägg till avtal").first.click()
    page.get_by_label("Avtalsnummer").fill("R-900")
    page.get_by_label("Lägg till leverantör").select_option(label=CLEANER)
    page.get_by_label("Startdatum").fill(str(STARTS))
    page.get_by_label("Slutdatum (valfritt)").fill(str(ENDS))
    page.get_by_label("Avtalsvärde").fill("11 400 000")
    shoot(page, "contract-form")
    page.get_by_role("button", name="Spara avtalet").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("R-900")
    page.get_by_role("link", name=TITLE).first.click()


def sign(page) -> None:
    """Inside the standstill it is refused with the paragraph; on the first day that is allowed it is made."""
    begin_move(page, "Teckna avtal", {"Avtalet tecknat": str(AWARDED + timedelta(5))})
    page.get_by_role("button", name="Teckna avtal").click()
    is_refused(page, f"Avtalet får tecknas tidigast {ALLOWED_FROM}, inte {AWARDED + timedelta(5)}.")
    is_refused(page, "20 kap. 1 § LOU")
    shoot(page, "signing-refused")
    page.get_by_label("Avtalet tecknat").fill(str(SIGNED))
    page.get_by_role("button", name="Teckna avtal").click()
    stands_in(page, "avtal")
    for task in ("Efterannonsera", "Färdigställ dokumentationen"):
        expect(page.get_by_role("listitem").filter(has_text=task).first).to_contain_text(str(SIGNED + timedelta(30)))
    shoot(page, "signed")


def look_at_contract(page) -> None:
    """The requirement of the documents stands on the signed contract."""
    page.get_by_role("link", name="R-900").first.click()
    expect(page.get_by_text("dialog om praktik, lärling eller anställning").first).to_be_visible()
    expect(page.get_by_text(str(SIGNED)).first).to_be_visible()
    shoot(page, "contract")


def look_at_tasks(page) -> None:
    """What comes next stands among the officer's tasks."""
    page.get_by_role("link", name="Mina uppgifter").first.click()
    shoot(page, "tasks")
    expect(page.get_by_text(TITLE).first).to_be_visible()


def is_refused(page, sentence: str) -> None:
    expect(page.get_by_text(sentence).first).to_be_visible()
    assert page.title().startswith("Fel: ")
    assert gate.told(page) == []


def stands_in(page, phase: str) -> None:
    """The step indicator says where the procurement is."""
    expect(page.locator(".steps [aria-current=step]")).to_contain_text(phase.capitalize())


def move(page, button: str, answers: dict[str, str], leads_to: str) -> None:
    """Take the next step with these answers."""
    begin_move(page, button, answers)
    page.get_by_role("main").get_by_role("button", name=button).click()
    stands_in(page, leads_to)
    shoot(page, f"in-{leads_to}")


def begin_move(page, button: str, answers: dict[str, str]) -> None:
    page.get_by_role("link", name=button).first.click()
    for label, answer in answers.items():
        page.get_by_label(label).fill(answer)
    shoot(page, button.lower().replace(" ", "-"))
