"""The whole action plan of 2018 by hand in a browser: entered, ordered, reported, published and carried to 2019.

With STEGET_SHOTS set to a directory, the pages leave their pictures."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from apps.actionplans.due import MONTHS
from apps.actionplans.models import Plan
from procurement_csr import people
from procurement_csr.demo.action_plans import OF_2018
from procurement_csr.tests import gate

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(scope="module")
def site(chromium, django_db_setup, django_db_blocker):
    """Haninge with Hanna, who coordinates, and nothing else."""
    with django_db_blocker.unblock(), gate.served(chromium, "actionplan") as site:
        organisation = people.make_organisation("Haninge kommun", "2120000084")
        site.sign_in("coordinator", people.make_person("Hanna", "coordinator", organisation))
        yield site


def test_the_year_2018_is_entered_moved_reported_published_and_carried_to_2019(site):
    page = site.page("coordinator")
    begin(page)
    for entry in OF_2018:
        add(page, entry)
    order(page)
    decide(page)
    report(page)
    shoot(page)
    publish(page)
    carry(page)


def begin(page):
    page.goto("/handlingsplaner/")
    page.get_by_role("link", name="Starta årets plan").click()
    page.get_by_label("Rubrik").fill("Handlingsplan 2018")
    page.get_by_label("År", exact=True).fill("2018")
    page.get_by_label("Den egna organisationen").check()
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_role("heading", name="Planen har inga punkter ännu")).to_be_visible()


def add(page, entry):
    """An item with all its goals, and back to the plan."""
    page.get_by_role("link", name="Ny punkt").click()
    page.get_by_label("Rubrik").fill(entry.title)
    page.get_by_label("Bakgrund").fill(entry.background)
    page.get_by_label("Syfte").fill(entry.purpose)
    page.get_by_label("Ansvarig roll").fill(entry.role)
    page.get_by_role("button", name="Spara").click()
    for aim in entry.aims:
        page.get_by_role("link", name="Nytt mål").click()
        page.get_by_label("Mål", exact=True).fill(aim.text)
        if aim.month:
            page.get_by_label("En månad").check()
            page.get_by_label("Månad (valfritt)").select_option(label=MONTHS[aim.month - 1].capitalize())
        else:
            page.get_by_label("Löpande under året").check()
        page.get_by_role("button", name="Spara").click()
        when = f"Senast {MONTHS[aim.month - 1]} 2018" if aim.month else "Löpande under 2018"
        expect(page.locator("main li").filter(has_text=aim.text)).to_contain_text(when)
    back(page)


def back(page):
    page.get_by_role("navigation", name="Brödsmulor").get_by_role("link", name="Handlingsplan 2018").click()


def order(page):
    """The last item goes up one place, and the page says that this is no ranking."""
    expect(page.get_by_text("Planen är ingen prioriteringslista.")).to_be_visible()
    page.get_by_role("button", name=f"Flytta upp {OF_2018[5].title}").click()
    expect(page.get_by_role("heading", name=f"5. {OF_2018[5].title}")).to_be_visible()
    expect(page.get_by_role("heading", name=f"6. {OF_2018[4].title}")).to_be_visible()


def decide(page):
    page.get_by_role("link", name="Lägg in beslutet").click()
    page.get_by_label("Beslutad av").fill("Södertörns upphandlingsnämnd")
    page.get_by_label("Beslutsdatum").fill("2018-01-22")
    page.get_by_label("Beslutets beteckning").fill("SUN 2018/6, § 4")
    page.get_by_role("button", name="Spara beslutet").click()


def report(page):
    """All of the first item is reached; the fourth is moved with a reason, and both are written about."""
    first, fourth = OF_2018[0], OF_2018[3]
    page.get_by_role("link", name=re.compile(first.title)).click()
    for aim in first.aims:
        page.get_by_role("link", name=re.compile(f"Nått.*{aim.text}")).click()
        page.get_by_label("Klart").fill(f"2018-{aim.done:02}-20")
        page.get_by_role("button", name="Målet är nått").click()
    page.get_by_role("link", name="Skriv anteckning").click()
    page.get_by_label("Hur går det?").fill("Nynäshamn har ställt sina första krav.")
    page.get_by_role("button", name="Spara anteckningen").click()
    expect(page.get_by_text("Nynäshamn har ställt sina första krav.")).to_be_visible()
    page.get_by_role("link", name="Ändra läge").click()
    page.get_by_label("Klar", exact=True).check()
    page.get_by_role("button", name="Spara").click()
    back(page)
    page.get_by_role("link", name=re.compile(fourth.title)).click()
    page.get_by_role("link", name="Ändra läge").click()
    page.get_by_label("Flyttad", exact=True).check()
    page.get_by_label("Skäl till flytten").fill(fourth.moved)
    page.get_by_role("button", name="Spara").click()
    back(page)
    expect(page.get_by_text("1 av 6 punkter är klara.")).to_be_visible()
    page.get_by_role("link", name=re.compile("Klart")).click()
    expect(page.get_by_role("link", name=first.title, exact=True)).to_be_visible()
    page.get_by_role("link", name=re.compile("Försenat")).click()
    expect(page.locator("main li").filter(has_text=OF_2018[5].aims[0].text)).to_contain_text("försenat")
    page.get_by_role("link", name="Lista").click()


def shoot(page):
    """What the pages look like, when somebody asked for pictures."""
    shots = os.environ.get("STEGET_SHOTS")
    if not shots:
        return
    Path(shots).mkdir(parents=True, exist_ok=True)
    home = page.url
    for tab in ("", "?flik=kvartal", "?flik=sena", "?flik=klara"):
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(home + tab)
            page.screenshot(path=Path(shots) / f"actionplan-{tab[6:] or 'lista'}-{width}.png", full_page=True)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})
    page.goto(home)
    page.screenshot(path=Path(shots) / "actionplan-print.png", full_page=True)
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("link", name=re.compile(OF_2018[0].title)).click()
    page.screenshot(path=Path(shots) / "actionplan-item-1280.png", full_page=True)
    page.goto(home)


def publish(page):
    page.get_by_role("link", name="Publicera").click()
    page.get_by_role("button", name="Publicera").click()
    page.get_by_role("link", name="Den öppna sidan").click()
    expect(page).to_have_url(re.compile("/oppet/2120000084/2018/handlingsplan/$"))
    expect(page.get_by_text(f"Ansvarig: {OF_2018[0].role}").first).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("Hanna")
    if shots := os.environ.get("STEGET_SHOTS"):
        page.screenshot(path=Path(shots) / "actionplan-public-1280.png", full_page=True)
    page.go_back()


def carry(page):
    page.get_by_role("link", name="Starta nästa års plan").click()
    page.get_by_role("button", name="Starta planen").click()
    expect(page.get_by_role("heading", name="Handlingsplan 2019", level=1)).to_be_visible()
    expect(page.get_by_text("0 av 5 punkter är klara.")).to_be_visible()
    expect(page.locator("main li").filter(has_text=OF_2018[3].aims[1].text)).to_contain_text("Senast december 2019")
    expect(page.get_by_text(OF_2018[0].title)).to_have_count(0)
    page.get_by_role("link", name="Handlingsplan 2018").last.click()
    expect(page.get_by_text("Fortsätter i handlingsplanen för 2019.").first).to_be_visible()
    assert Plan.objects.get(year=2018).items.filter(state="done").count() == 1
