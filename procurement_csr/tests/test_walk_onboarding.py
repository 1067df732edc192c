"""An authority is taken on board in a browser: a step by hand, a role that ticks its own, and the unit sees it grow.

With STEGET_SHOTS set to a directory, the pages leave their pictures.
"""

import os
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from apps.accounts.models import Membership
from procurement_csr import people
from procurement_csr.tests import gate

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(scope="module")
def site(chromium, django_db_setup, django_db_blocker):
    """Nynäshamn with Moa, its administrator, and Malte who is to be its matcher; Carin coordinates for two."""
    with django_db_blocker.unblock(), gate.served(chromium, "onboarding") as site:
        organisation = people.make_organisation("Nynäshamns kommun", "2120000233")
        other = people.make_organisation("Haninge kommun", "2120000084")
        carin = people.make_person("Carin", "coordinator", organisation)
        Membership.objects.create(user=carin, organisation=other, role="coordinator")
        people.make_person("Malte", "matcher", other)
        site.sign_in("administrator", people.make_person("Moa", "administrator", organisation))
        site.sign_in("coordinator", carin)
        yield site


def test_a_step_by_hand_and_a_role_that_ticks_itself_make_the_units_bar_grow(site):
    unit = site.page("coordinator")
    assert bar_of(unit) == "0 av 13"
    page = site.page("administrator")
    begin(page)
    tick_by_hand(page)
    assert bar_of(unit) == "1 av 13"
    give_role(page)
    assert bar_of(unit) == "2 av 13"
    set_aside(page)
    assert bar_of(unit) == "2 av 12"
    shoot(page, unit)


def bar_of(page) -> str:
    """How far Nynäshamn has come, on the page of the unit; the bar is as long as the text says."""
    page.goto("/inforande/")
    row = page.get_by_role("row").filter(has_text="Nynäshamns kommun")
    text = row.get_by_role("cell").nth(2).inner_text().strip()
    done, total = (int(word) for word in text.split(" av "))
    expect(row.locator("progress")).to_have_attribute("value", str(done * 100 // total))
    expect(page.get_by_role("row").filter(has_text="Haninge kommun")).to_contain_text("inte påbörjat")
    return text


def begin(page):
    page.goto("/installningar/")
    page.get_by_role("link", name="Visa stegen").click()
    page.get_by_role("link", name="Börja införandet").click()
    page.get_by_label("Planerat klart").fill(f"{timezone.localdate().year + 1}-06-30")
    page.get_by_label("Ansvarig").select_option(label="Carin")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_role("heading", name="Nästa steg: Politiskt beslut")).to_be_visible()


def tick_by_hand(page):
    """Refused first without what it rests on, and nothing is lost."""
    page.get_by_role("link", name="Skriv in läget", exact=True).click()
    page.get_by_label("Klar", exact=True).check()
    page.get_by_label("Anteckning").fill("Enhälligt beslut.")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_role("link", name="Ange dagen då steget blev klart")).to_be_visible()
    page.get_by_label("Klart").fill("2026-03-02")
    page.get_by_label("Underlag").fill("KF § 14")
    page.get_by_role("button", name="Spara").click()
    step = page.locator("main li").filter(has_text="1. Politiskt beslut")
    expect(step).to_contain_text("Klart 2026-03-02: KF § 14, enligt Moa.")
    expect(step).to_contain_text("Enhälligt beslut.")


def give_role(page):
    """The way to the role stands at the step, which is done when one comes back."""
    home = page.url
    step = page.locator("main li").filter(has_text="4. Matchare")
    expect(step).to_contain_text("Ingen är matchare.")
    step.get_by_role("link", name="Bjud in en matchare").click()
    page.get_by_label("E-postadress").fill("malte@exempel.se")
    page.get_by_label("Matchare").check()
    page.get_by_role("button", name="Bjud in").click()
    page.wait_for_load_state()
    page.goto(home)
    expect(step).to_contain_text("1 person är matchare.")
    expect(step).to_contain_text("klar")


def set_aside(page):
    step = page.locator("main li").filter(has_text="6. Samverkansavtal")
    step.get_by_role("link", name="Gäller inte oss").click()
    page.get_by_label("Gäller inte oss").check()
    page.get_by_label("Anteckning").fill("Vi följer lagen.")
    page.get_by_role("button", name="Spara").click()
    expect(step).to_contain_text("gäller inte oss")
    expect(page.get_by_text("2 av 12 steg är klara.")).to_be_visible()


def shoot(*pages):
    """What the pages look like, when somebody asked for pictures."""
    shots = os.environ.get("STEGET_SHOTS")
    for number, page in enumerate(pages if shots else ()):
        Path(shots).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(shots) / f"onboarding-{number}.png", full_page=True)
