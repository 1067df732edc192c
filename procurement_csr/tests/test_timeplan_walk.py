"""The sliders of the time plan, moved with the keyboard in a browser, and the plan on paper.

With STEGET_SHOTS set to a directory, the printed page leaves its picture."""

import os
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from apps.core.calendar import add_working_days, roll_forward
from apps.mbl.models import Assessment
from procurement_csr import people
from procurement_csr.tests import gate

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(scope="module")
def site(chromium, django_db_setup, django_db_blocker):
    """Helsingborg with Doris, and a procurement that is sent for publication in half a year."""
    with django_db_blocker.unblock(), gate.served(chromium, "timeplan") as site:
        organisation = people.make_organisation("Helsingborgs stad", "2120001157")
        department = people.make_department(organisation, "Fastighet")
        site.sign_in("department", people.make_person("Doris", "department", organisation, department))
        publish = roll_forward(timezone.localdate() + timedelta(days=180))
        dates = {"planned_publication_on": publish, "planned_signing_on": roll_forward(publish + timedelta(days=120))}
        cleaning = people.make_procurement(organisation, "Städning", department=department, **dates)
        Assessment.objects.create(procurement=cleaning, organisation=organisation, department=department)
        site.objects |= {"plan": (cleaning.pk,), "publish": publish}
        yield site


def test_arrow_keys_move_the_publication_over_working_days_and_the_consequences_follow(site):
    page, publish = site.page("department"), site.objects["publish"]
    page.goto(f"/upphandlingar/{site.objects['plan'][0]}/tidsplan/")
    slider = page.get_by_label("Flytta annonseringen")
    slider.focus()
    for _ in range(10):
        slider.press("ArrowRight")
    later = add_working_days(publish, 10)
    expect(page.get_by_label("Skickas för annonsering")).to_have_value(later.isoformat())
    row = page.get_by_role("row").filter(has_text="Skickas för annonsering")
    expect(row).to_contain_text(later.isoformat())
    expect(row).to_contain_text("10 arbetsdagar senare")
    expect(slider).to_be_focused()
    assert slider.get_attribute("aria-valuetext") == later.isoformat()
    page.get_by_role("button", name="Visa vad som händer").click()
    expect(page).to_have_url(re.compile(f"publish={later}"))
    expect(row).to_contain_text("10 arbetsdagar senare")


def test_without_javascript_there_are_dates_and_no_sliders(site):
    page = site.page("department", java_script_enabled=False)
    page.goto(f"/upphandlingar/{site.objects['plan'][0]}/tidsplan/")
    expect(page.get_by_label("Flytta annonseringen")).to_be_hidden()
    page.get_by_label("Avtalet tecknas").fill(date(site.objects["publish"].year + 2, 3, 3).isoformat())
    page.get_by_role("button", name="Visa vad som händer").click()
    expect(page.get_by_role("heading", name="Med andra datum")).to_be_visible()


def test_on_paper_the_plan_stands_without_what_belongs_to_the_screen(site):
    page = site.page("department")
    page.goto(f"/upphandlingar/{site.objects['plan'][0]}/tidsplan/")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Planen dag för dag")).to_be_visible()
    expect(page.get_by_text("Fastighet är arbetsgivare")).to_be_visible()
    expect(page.get_by_role("heading", name="Vad händer om")).to_be_hidden()
    if shots := os.environ.get("STEGET_SHOTS"):
        Path(shots).mkdir(parents=True, exist_ok=True)
        page.set_viewport_size({"width": 720, "height": 1000})
        page.screenshot(path=Path(shots) / "timeplan-print.png", full_page=True)
