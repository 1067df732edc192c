"""Purging in a real browser: decided and made by Adam, approved by Carin on a phone."""

import pytest
from django.db import connection, connections
from django.test import Client
from playwright.sync_api import expect

from apps.placements.models import Participant
from apps.placements.tests.purging_world import CODE, REFERENCE, make_old_participant, make_old_placement
from procurement_csr.people import make_contract, make_procurement

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture
def open_as(chromium, live_server, monkeypatch, settings):
    """`open_as(person, size)` is a page of that size with the person signed in."""
    # A connection kept by a thread of the test server would stand in the way when the test database goes.
    monkeypatch.setitem(connection.settings_dict, "CONN_MAX_AGE", 0)
    # The test server finds static files by their plain names, not by their hashes.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    contexts = []

    def open_page(person, size):
        client = Client()
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        context = chromium.new_context(base_url=live_server.url, viewport=size, locale="sv-SE")
        contexts.append(context)
        session = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    connections.close_all()  # while a browser runs, the test's own queries use a connection apart


def test_one_decides_and_makes_and_another_approves_on_a_phone(open_as, helsingborg, adam, carin):
    ola = make_old_participant(helsingborg)
    make_old_placement(make_contract(make_procurement(helsingborg, "Måleri")), ola)
    desk = open_as(adam, DESK)
    figures = figures_of_2020(desk)
    decide_in(desk)
    desk.goto("/gallring/")
    desk.get_by_role("link", name="Ta fram gallring").click()
    expect(desk.get_by_text("Ska gallras: 1")).to_be_visible()
    desk.get_by_role("button", name="Ta fram gallringen").click()
    expect(desk.get_by_text("Någon annan ska godkänna den.")).to_be_visible()
    expect(desk.get_by_role("link", name="Godkänn och gallra")).to_have_count(0)
    phone = open_as(carin, PHONE)
    phone.goto("/uppgifter/")
    phone.get_by_role("link", name="Godkänn eller avbryt gallringen").click()
    assert phone.locator("html").evaluate("(root) => root.scrollWidth") <= PHONE["width"]
    phone.get_by_role("link", name="Godkänn och gallra").click()
    phone.get_by_role("button", name="Godkänn och gallra").click()
    expect(phone.get_by_role("heading", name="Gallringsprotokoll")).to_be_visible()
    assert fetched(phone, "Hämta PDF").startswith(b"%PDF-")
    protocol = fetched(phone, "Hämta CSV").decode("utf-8-sig")
    assert "P12" in protocol
    assert not {CODE, REFERENCE} & set(protocol.replace(";", "\n").split("\n"))
    assert Participant.objects.get(pk=ola.pk).case_reference == ""
    assert figures_of_2020(desk) == figures


def figures_of_2020(page) -> str:
    """All that the dashboard says of the year of the old placement."""
    page.goto("/oversikt/?ar=2020")
    said = page.get_by_role("main").inner_text()
    assert "Praktik 1" in said
    return said.partition("Uppdaterad")[0]


def fetched(page, name: str) -> bytes:
    """The protocol's file, by the link that gives it."""
    with page.expect_download() as download:
        page.get_by_role("link", name=name).click()
    assert download.value.suggested_filename.startswith("gallring-")
    return download.value.path().read_bytes()


def decide_in(page):
    page.goto("/installningar/")
    page.get_by_role("link", name="Gallringsregler").click()
    page.get_by_role("link", name="Referens i verksamhetssystemet").click()
    page.get_by_label("Beslutat av").fill("Arbetsmarknadsnämnden")
    page.get_by_label("Beslutsdatum").fill("2025-03-04")
    page.get_by_label("Beslutets beteckning").fill("AMN 2025/12 § 34")
    page.get_by_text("Sista placeringens slut").click()
    page.get_by_role("button", name="Spara beslutet").click()
    expect(page.get_by_text("Gallras 24 månader efter sista placeringens slut")).to_be_visible()
