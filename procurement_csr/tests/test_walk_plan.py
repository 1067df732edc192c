"""The plan of a contract in a browser: every way on from a point leads where its words say."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from procurement_csr import people
from procurement_csr.tests import gate

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]
TODAY = timezone.localdate()


@pytest.fixture(scope="module")
def site(chromium, django_db_setup, django_db_blocker):
    """Helsingborg with a painter's contract and one report planned."""
    with django_db_blocker.unblock(), gate.served(chromium, "walk_plan") as site:
        town = people.make_organisation("Helsingborgs stad", "2120001157")
        site.sign_in("Olivia", people.make_person("Olivia", "officer", town))
        contract = people.make_contract(people.make_procurement(town, "Målning av skolor"), number="M-12")
        people.make_follow_up_plan(contract)
        people.make_point(contract, due_on=TODAY + timedelta(20))
        site.objects["contract"] = (contract.pk,)
        yield site


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    ("words", "heading"),
    [("Begär rapporten", "Begär rapport"), ("Flytta", "Flytta"), ("Gjord", "Gjord"), ("Behövs inte", "Behövs inte")],
)
def test_each_way_on_from_a_point_opens_its_own_page(site, width, words, heading):
    """Over the whole row lay the cover of the last one, which took every press."""
    page = site.page("Olivia", width)
    page.goto(f"/avtal/{site.objects['contract'][0]}/uppfoljning/")
    page.locator(".task-list li").get_by_role("link", name=words).click(timeout=5000)
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
