"""A version of the guideline walked in a browser from revision to in place: proposed, decided, followed by a
procurement and read by its officer, published and told of. With STEGET_SHOTS set, each step leaves its pictures."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from procurement_csr import people
from procurement_csr.tests import gate
from procurement_csr.tests.test_walk_procurement import TODAY, before, is_refused

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]
TITLE, CLEANING = "Riktlinje för sociala krav", "Städning av förskolor"
STEPS = ["Översyn", "Förslag", "Beslut", "I kraft", "Införande"]
PROPOSED, DECIDED, IN_FORCE, TO_PUBLISH, SENT, DEADLINE = (before(days) for days in (170, 160, 150, 121, 120, 60))


@pytest.fixture(scope="module")
def site(chromium, django_db_setup, django_db_blocker):
    """Helsingborg without a guideline, and a procurement that Olivia has decided about and may send."""
    with django_db_blocker.unblock(), gate.served(chromium, "walk_guideline") as site:
        town = people.make_organisation("Helsingborgs stad", "2120001157")
        olivia = people.make_person("Olivia", "officer", town)
        site.sign_in("Olivia", olivia)
        site.sign_in("Carin", people.make_person("Carin", "coordinator", town))
        planned = {"phase": "preparation", "kind": "services", "planned_publication_on": SENT}
        fields = {"department": people.make_department(town), "responsible": olivia, "estimated_value": 12_000_000}
        cleaning = people.make_procurement(town, CLEANING, **fields, **planned)
        decided = {"recommended": "none", "decided": "none", "motive": "Ingen marknad än.", "decided_on": before(200)}
        cleaning.requirement_decisions.create(decided_by=olivia, **decided)
        yield site


def test_from_revision_to_in_place(site):
    coordinator, officer = site.page("Carin"), site.page("Olivia", 390)
    begin(coordinator)
    propose(coordinator)
    decide(coordinator)
    ask_officers_to_read(coordinator)
    read(officer, coordinator.url)
    publish_a_procurement(officer)
    phone = site.page("Carin", 390, java_script_enabled=False)
    phone.goto(coordinator.url)
    refuse_to_confirm(phone)
    tell_of_it(phone)
    confirm(phone)
    look_without_changing(officer, coordinator.url)
    assert [told for page in (coordinator, officer, phone) for told in gate.told(page)] == []


def begin(page) -> None:
    page.goto("/riktlinjer/")
    page.get_by_role("link", name="Ny version").first.click()
    page.get_by_label("Benämning").fill(TITLE)
    page.get_by_label("Mål: införd senast").fill(str(TODAY))
    page.get_by_role("button", name="Skapa versionen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    stands_at(page, "Översyn")
    expect(page.locator(".steps li").last).to_contain_text(f"mål {TODAY}")


def propose(page) -> None:
    """Taken back to revision and proposed anew, as when those who decide ask for more."""
    for day in (before(180), PROPOSED):
        page.get_by_role("link", name="Ange när den föreslogs").click()
        page.get_by_label("Föreslagen").fill(str(day))
        page.get_by_role("button", name="Spara dagen").click()
        stands_at(page, "Beslut")
        if day != PROPOSED:
            page.get_by_role("link", name="Ange när den föreslogs").click()
            page.get_by_role("button", name="Ta tillbaka till översyn").click()
            stands_at(page, "Översyn")
    shoot(page, "proposed")


def decide(page) -> None:
    """Not before it was proposed; from then on nothing in it is changed."""
    page.get_by_role("link", name="Registrera beslut").click()
    page.get_by_label("Beslutad av").fill("Kommunfullmäktige")
    page.get_by_label("Beslutsdag").fill(str(PROPOSED - timedelta(1)))
    page.get_by_label("Beslutets diarienummer eller paragraf").fill("KF § 45")
    page.get_by_label("Gäller från").fill(str(IN_FORCE))
    page.get_by_role("button", name="Registrera beslutet").click()
    is_refused(page, f"föreslogs {PROPOSED} och kan inte ha beslutats redan")
    shoot(page, "decision-refused")
    page.get_by_label("Beslutsdag").fill(str(DECIDED))
    page.get_by_role("button", name="Registrera beslutet").click()
    stands_at(page, "Införande")
    expect(page.get_by_role("link", name="Registrera beslut")).to_have_count(0)
    shoot(page, "decided")


def ask_officers_to_read(page) -> None:
    page.get_by_role("link", name="Välj vilka som ska läsa").click()
    page.get_by_role("checkbox", name="Upphandlare").check()
    page.get_by_label("Senast").fill(str(TODAY))
    page.get_by_role("button", name="Spara").click()
    expect(page.locator("#lasning")).to_contain_text("Återstår: Olivia")


def read(page, url: str) -> None:
    page.goto("/uppgifter/")
    page.get_by_role("link", name=TITLE).first.click()
    page.goto(url)
    page.get_by_role("button", name="Jag har läst riktlinjen").click()
    expect(page.locator("#lasning")).to_contain_text(f"Du bekräftade {TODAY}")
    shoot(page, "read")


def publish_a_procurement(page) -> None:
    """What is published while the version holds is counted to it, and follows it by its decision."""
    page.goto("/upphandlingar/")
    page.get_by_role("link", name=CLEANING).first.click()
    page.get_by_role("link", name="Skicka för annonsering").first.click()
    page.get_by_label("Behövlighetsbedömning gjord").fill(str(TO_PUBLISH))
    page.get_by_label("Behövlighetsbedömningens resultat").fill("Ingen risk för oskäliga villkor i branschen.")
    page.get_by_label("Beslut att annonsera").fill(str(TO_PUBLISH))
    page.get_by_role("radio", name="Öppet förfarande").check()
    page.get_by_label("Skickad för annonsering").fill(str(SENT))
    page.get_by_label("Sista anbudsdag").fill(f"{DEADLINE}T23:59")
    page.get_by_role("button", name="Skicka för annonsering").click()
    expect(page.locator(".steps [aria-current=step]")).to_contain_text("Annonserad")


def refuse_to_confirm(page) -> None:
    page.get_by_role("link", name="Bekräfta att den är införd").click()
    met = page.get_by_role("listitem").filter(has_text="Följs av upphandlingarna")
    expect(met).to_contain_text("1 av 1 (100\N{NO-BREAK SPACE}%)")
    page.get_by_role("button", name="Bekräfta att den är införd").click()
    is_refused(page, "Alla kriterier är inte uppfyllda: publicerad och seminarier hållna.")
    shoot(page, "not-in-place")


def tell_of_it(page) -> None:
    """An address that is not https is refused, and nothing else that was filled in is lost."""
    page.get_by_role("link", name="Ändra publicering, seminarier eller målet för andelen").click()
    page.get_by_label("Publicerad").fill(str(IN_FORCE))
    page.get_by_label("Adress").fill("http://www.helsingborg.exempel/riktlinje")
    page.get_by_label("Seminarier hållna").fill(str(IN_FORCE + timedelta(14)))
    page.get_by_label("Underlag").fill("KS 2026/412")
    page.get_by_role("button", name="Spara").click()
    is_refused(page, "Ange en hel webbadress som börjar med https://")
    page.get_by_label("Adress").fill("https://www.helsingborg.exempel/riktlinje")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("uppfyllt", exact=True)).to_have_count(4)
    shoot(page, "told-of")


def confirm(page) -> None:
    page.get_by_role("link", name="Bekräfta att den är införd").click()
    page.get_by_role("button", name="Bekräfta att den är införd").click()
    expect(page.get_by_role("status")).to_contain_text(f"Sparat. Versionen är införd {TODAY}.")
    stands_at(page, "")
    page.get_by_text("Så stod kriterierna när den infördes").click()
    expect(page.get_by_text(f"Beslutad: uppfyllt (Kommunfullmäktige {DECIDED})")).to_be_visible()
    shoot(page, "in-place")


def look_without_changing(page, url: str) -> None:
    """The officer sees how it went and has no button to change it."""
    page.goto(url)
    stands_at(page, "")
    page.get_by_role("link", name="Så följs den").click()
    expect(page.get_by_role("link", name=CLEANING)).to_be_visible()
    page.goto(url)
    for name in ("Ny version", "Ändra när den infördes", "Välj vilka som ska läsa"):
        expect(page.get_by_role("link", name=name)).to_have_count(0)


def stands_at(page, step: str) -> None:
    """Which of the five steps goes on: all before it are done, all after it to come; with none, all are done."""
    path = page.get_by_role("list", name="Riktlinjens väg")
    expect(path.locator("li .what")).to_have_text(STEPS)
    current = path.locator("li[aria-current=step] .what")
    expect(current).to_have_text([step] if step else [])
    expect(path.locator("li.is-done")).to_have_count(STEPS.index(step) if step else len(STEPS))


def shoot(page, name: str) -> None:
    """The page as it is; nothing may flow over."""
    gate.take_shot(page, "walk-guideline", name)
    assert not gate.flows_over(page), name
