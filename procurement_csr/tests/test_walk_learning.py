"""What was learnt, by hand in a browser: factors chosen and scored until the chart shows it, a year evaluated and kept.

With STEGET_SHOTS set to a directory, the pages leave their pictures."""

import os
import re
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from apps.actionplans.halves import half_of
from procurement_csr import people
from procurement_csr.tests import gate

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(scope="module")
def site(chromium, django_db_setup, django_db_blocker):
    """Helsingborg with Carin, who coordinates, and nothing else."""
    with django_db_blocker.unblock(), gate.served(chromium, "learning") as site:
        organisation = people.make_organisation("Helsingborgs stad", "2120001157")
        site.sign_in("coordinator", people.make_person("Carin", "coordinator", organisation))
        yield site


def test_factors_are_scored_into_a_chart_and_a_year_is_evaluated_for_good(site):
    page, now = site.page("coordinator"), half_of(timezone.localdate())
    choose(page)
    score(page, now.before, 2)
    score(page, now, 4)
    chart(page, now)
    correct(page, now)
    evaluate(page)


def choose(page):
    page.goto("/handlingsplaner/")
    page.get_by_role("link", name="Framgångsfaktorer").click()
    page.get_by_role("link", name="Välj faktorer").click()
    page.get_by_label("Politiskt stöd").check()
    page.get_by_label("Lägg till en egen faktor").fill("Kunskap om målgruppen")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("Poängsätt faktorerna varje halvår.")).to_be_visible()


def score(page, when, points):
    page.goto(f"/framgangsfaktorer/{when.year}-{when.half}/")
    group = page.get_by_role("group", name="Politiskt stöd")
    group.get_by_label(re.compile(f"^{points},")).check()
    page.get_by_role("button", name="Spara poängen").click()
    expect(page.get_by_text("Skriv varför Politiskt stöd får").first).to_be_visible()
    page.get_by_label("Varför? Politiskt stöd").fill(f"Nämnden frågar {points} gånger om året.")
    page.get_by_role("button", name="Spara poängen").click()
    expect(page.get_by_text(f"Poängen gäller {when.label}.")).to_be_visible()


def chart(page, now):
    drawn = page.get_by_role("img", name="Politiskt stöd")
    expect(drawn.locator("circle")).to_have_count(2)
    expect(drawn.locator("polyline")).to_have_count(1)
    row = page.get_by_role("row").filter(has_text="Politiskt stöd")
    expect(row.first.get_by_role("cell")).to_have_text(["2", "4"])
    expect(page.get_by_role("columnheader", name=now.short)).to_be_visible()
    shoot(page, "faktorer")


def correct(page, now):
    page.goto(f"/framgangsfaktorer/{now.year}-{now.half}/")
    page.get_by_role("group", name="Politiskt stöd").get_by_label(re.compile("^3,")).check()
    page.get_by_role("button", name="Spara poängen").click()
    page.get_by_role("row").get_by_role("link", name="Politiskt stöd").click()
    expect(page.get_by_text(re.compile("Tidigare 4 av 5"))).to_be_visible()
    shoot(page, "faktor")


def evaluate(page):
    page.goto("/arsutvarderingar/")
    page.get_by_role("link", name="Utvärdera ett år").click()
    page.get_by_label("År", exact=True).fill(str(timezone.localdate().year))
    page.get_by_label("Vad fungerade?").fill("Uppstartsmöten med alla tre parter.")
    page.get_by_label("Vad ska ni ändra?").fill("Återkoppla till leverantörerna varje år.")
    page.get_by_role("button", name="Spara").click()
    page.get_by_role("link", name="Lägg in beslutet").click()
    page.get_by_label("Beslutad av").fill("Kommunstyrelsen")
    page.get_by_label("Beslutsdatum").fill(timezone.localdate().isoformat())
    page.get_by_label("Beslutets beteckning").fill("KS 41, § 22")
    page.get_by_role("button", name="Spara beslutet").click()
    expect(page.get_by_text("Utvärderingen är beslutad och ändras inte mer.")).to_be_visible()
    expect(page.get_by_role("link", name="Ändra")).to_have_count(0)
    shoot(page, "utvardering")
    page.goto(f"{page.url}andra/")
    page.get_by_label("Vad fungerade?").fill("Något annat.")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("Skriv det nya i nästa års utvärdering.").first).to_be_visible()


def shoot(page, name):
    """What the page looks like, when somebody asked for pictures."""
    if shots := os.environ.get("STEGET_SHOTS"):
        Path(shots).mkdir(parents=True, exist_ok=True)
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=Path(shots) / f"learning-{name}-{width}.png", full_page=True)
        page.set_viewport_size({"width": 1280, "height": 900})
