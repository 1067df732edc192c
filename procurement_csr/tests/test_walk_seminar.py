"""A seminar by hand in a browser: planned from the plan's item, invited to, held with numbers, and who is left.

With STEGET_SHOTS set to a directory, the pages leave their pictures."""

import os
from pathlib import Path

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from apps.actionplans.tests.makers import make_item, make_plan
from procurement_csr import people
from procurement_csr.tests import gate

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(scope="module")
def site(chromium, django_db_setup, django_db_blocker):
    """Haninge with Hanna, who coordinates, a plan with an item, and three departments of which one has a contact."""
    with django_db_blocker.unblock(), gate.served(chromium, "seminar") as site:
        organisation = people.make_organisation("Haninge kommun", "2120000084")
        site.sign_in("coordinator", people.make_person("Hanna", "coordinator", organisation))
        make_item(make_plan(organisation, timezone.localdate().year), "Seminarier för beställare")
        for name in ("Socialförvaltningen", "Stadsbyggnadsförvaltningen", "Utbildningsförvaltningen"):
            department = people.make_department(organisation, name)
        department.contact = people.make_person("Ursula")
        department.save()
        yield site


def test_a_seminar_is_planned_invited_to_held_and_tells_who_is_left(site):
    page = site.page("coordinator")
    plan(page)
    shoot(page, "kommande")
    invite(page)
    move(page)
    hold(page)
    shoot(page, "hallet")
    left(page)
    shoot(page, "ej-nadda")


def plan(page):
    page.goto("/handlingsplaner/")
    page.get_by_role("link", name="Handlingsplan").last.click()
    page.get_by_role("link", name="Seminarier för beställare").click()
    page.get_by_role("link", name="Planera seminarium").click()
    page.get_by_label("Ämne").fill("Nya krav för beställare")
    page.get_by_label("Börjar").fill(f"{timezone.localdate().year + 1}-05-16T13:00")
    page.get_by_label("Plats eller länk").fill("Stadshuset")
    for name in ("Socialförvaltningen", "Utbildningsförvaltningen"):
        page.get_by_label(name).check()
    expect(page.get_by_label("Seminarier för beställare")).to_be_checked()
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("Seminariet är planerat.")).to_be_visible()


def invite(page):
    page.get_by_role("link", name="Bjud in").click()
    expect(page.get_by_role("heading", name="Saknar kontaktperson")).to_be_visible()
    page.get_by_role("button", name="Skicka inbjudan").click()
    expect(page.get_by_text("Inbjudan är skickad till 1 adress.")).to_be_visible()
    sent = mail.outbox[-1]
    assert (sent.to, sent.subject.endswith("Nya krav för beställare")) == (["ursula@exempel.se"], True)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Hämta till kalendern").click()
    assert "BEGIN:VEVENT" in Path(saved.value.path()).read_text()


def move(page):
    """To the first minute of today, which has been."""
    page.get_by_role("link", name="Ändra", exact=True).click()
    page.get_by_label("Börjar").fill(f"{timezone.localdate()}T00:00")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("får veta det när du bjuder in dem igen")).to_be_visible()


def hold(page):
    page.get_by_role("link", name="Fyll i hur det gick").click()
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("Ange hur många som kom").first).to_be_visible()
    page.get_by_label("Antal från Utbildningsförvaltningen").fill("8")
    page.get_by_label("Antal från Socialförvaltningen").fill("0")
    page.get_by_label("Hur gick det?").fill("Många frågor om handledning.")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("Seminariet är hållet, med 8 deltagare.")).to_be_visible()


def left(page):
    page.get_by_role("navigation", name="Brödsmulor").get_by_role("link", name="Seminarier").click()
    page.get_by_role("link", name="Vilka har inte nåtts?").click()
    expect(page.get_by_text("2 av 3 förvaltningar har inte nåtts under")).to_be_visible()
    for name, state in (("Socialförvaltningen", "ej nådd"), ("Utbildningsförvaltningen", "nådd")):
        expect(page.get_by_role("row").filter(has_text=name)).to_contain_text(state)


def shoot(page, name):
    """What the page looks like, when somebody asked for pictures."""
    if shots := os.environ.get("STEGET_SHOTS"):
        Path(shots).mkdir(parents=True, exist_ok=True)
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=Path(shots) / f"seminar-{name}-{width}.png", full_page=True)
        page.set_viewport_size({"width": 1280, "height": 900})
