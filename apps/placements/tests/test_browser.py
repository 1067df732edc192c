"""Log a placement on a phone in a real browser: how many presses it takes, with and without JavaScript."""

from datetime import timedelta

import pytest
from django.db import connection, connections
from playwright.sync_api import expect

from apps.placements.models import Placement
from procurement_csr.people import (
    make_contract,
    make_offer,
    make_participant,
    make_placement,
    make_procurement,
    make_supplier,
    make_waiting,
)

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def phone(chromium, live_server, client, sign_in, malte, monkeypatch, settings):
    """`phone(java_script_enabled=…)` is a page 390 px wide with Malte signed in; problems it reports fail the test."""
    # A connection kept by a thread of the test server would stand in the way when the test database goes.
    monkeypatch.setitem(connection.settings_dict, "CONN_MAX_AGE", 0)
    # The test server finds static files by their plain names, not by their hashes.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    sign_in(malte)
    problems, contexts = [], []

    def open_page(**options):
        size = {"width": 390, "height": 844}
        context = chromium.new_context(base_url=live_server.url, viewport=size, locale="sv-SE", **options)
        contexts.append(context)
        session = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        page = context.new_page()
        page.on("console", lambda message: problems.append(message.text) if _is_problem(message) else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        return page

    yield open_page
    for context in contexts:
        context.close()
    connections.close_all()  # while a browser runs, the test's own queries use a connection apart
    assert problems == []


def _is_problem(message) -> bool:
    """Chromium itself reports an answer 422 as an error."""
    return message.type == "error" and "422" not in message.text


class Presses:
    """Presses on a page, counted."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def on(self, role, name):
        self.count += 1
        self.page.get_by_role(role, name=name, exact=False).first.click()


def no_sideways_scroll(page) -> bool:
    # A locator waits for the page that a click has just asked for.
    return page.locator("html").evaluate("(root) => root.scrollWidth <= root.clientWidth")


@pytest.fixture
def many_contracts(helsingborg, malte, contract, today):
    """More contracts than fit as choices; Målarna is the one Malte used last."""
    procurement = make_procurement(helsingborg, "Städning av kontor och skolor i hela kommunen")
    for _ in range(16):
        make_contract(procurement)
    make_placement(contract, created_by=malte, started_on=today - timedelta(days=40), number=1)


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_from_the_start_page_to_saved_in_at_most_six_presses(
    phone, many_contracts, contract, today, java_script_enabled
):
    page = phone(java_script_enabled=java_script_enabled)
    page.goto("/")
    presses = Presses(page)
    presses.on("link", "Logga placering")
    presses.on("radio", "Anställning")
    presses.on("radio", "Målarna i Väst AB")
    assert no_sideways_scroll(page)
    presses.page.get_by_role("button", name="Spara", exact=True).click()
    presses.count += 1
    expect(page.get_by_text("Sparad.")).to_be_visible()
    placement = Placement.objects.latest("pk")
    expect(page.get_by_role("link", name=placement.participant.code)).to_be_visible()
    assert presses.count <= 6
    assert (placement.kind, placement.contract, placement.started_on) == ("employment", contract, today)
    assert no_sideways_scroll(page)
    page.get_by_role("button", name="Ångra").click()
    expect(page.get_by_text("är ångrad och räknas inte")).to_be_visible()
    placement.refresh_from_db()
    assert placement.undone_at


def test_practice_takes_no_more_presses_once_who_refers_is_known(phone, many_contracts, contract):
    page = phone()
    page.goto("/")
    presses = Presses(page)
    presses.on("link", "Logga placering")
    presses.on("radio", "Praktik")
    presses.on("radio", "Målarna i Väst AB")
    expect(page.get_by_text("Praktik: kommunen anvisar, handledare arbetsledare")).to_be_visible()
    page.get_by_role("button", name="Spara", exact=True).click()
    presses.count += 1
    expect(page.get_by_text("Sparad.")).to_be_visible()
    assert presses.count <= 6
    saved = Placement.objects.latest("pk")
    assert (saved.kind, saved.referring_body, saved.supervisor_role) == ("internship", "municipality", "arbetsledare")


def test_the_fields_of_a_practice_show_only_for_a_practice(phone, contract):
    page = phone(java_script_enabled=False)
    page.goto("/placeringar/ny/")
    supervisor, extent = page.get_by_label("Handledarens roll"), page.get_by_label("Omfattning i procent")
    page.get_by_role("radio", name="Yrkesmentor").check()
    expect(supervisor).to_be_hidden()
    expect(extent).to_be_hidden()
    page.get_by_role("radio", name="Praktik").check()
    expect(supervisor).to_be_visible()
    expect(extent).to_be_visible()


def test_a_resident_who_waits_is_matched_and_starts_on_a_phone(phone, contract, helsingborg, today):
    make_waiting(make_participant(helsingborg, "K7M-4Q2"))
    place = make_offer(contract)
    page = phone(java_script_enabled=False)
    page.goto(f"/placeringar/foresla/?plats={place.pk}")
    page.get_by_role("radio", name="K7M-4Q2").check()
    page.get_by_role("button", name="Spara förslaget").click()
    for step in ("Samtycke eller prövning klar", "Leverantören sade ja", "Har börjat"):
        page.get_by_role("link", name=step).click()
        assert no_sideways_scroll(page)
        if step == "Har börjat":
            page.get_by_role("radio", name="Kommunen").check()
            page.get_by_label("Handledarens roll").fill("arbetsledare")
        if step == "Samtycke eller prövning klar":
            page.get_by_role("button", name=step).click()
            page.get_by_label("En menprövning är gjord").check()
        page.get_by_role("button", name=step).click()
    expect(page.get_by_text("Placeringen pågår och räknas från startdagen")).to_be_visible()
    placement = Placement.objects.get()
    assert (placement.state, placement.started_on, placement.offer) == ("started", today, place)
    assert no_sideways_scroll(page)


def test_the_board_leads_from_one_who_waits_to_a_place_without_the_code_in_an_address(phone, contract, helsingborg):
    make_waiting(make_participant(helsingborg, "2DP-7RX"), kinds=["internship"])
    place = make_offer(contract)
    page = phone(java_script_enabled=False)
    page.goto("/platser/tavla/")
    page.get_by_role("link", name="2DP-7RX").click()
    assert no_sideways_scroll(page)
    page.get_by_role("button", name="Föreslå till Målare").click()
    assert "2DP" not in page.url
    assert page.get_by_role("radio", name="2DP-7RX").is_checked()
    page.get_by_role("button", name="Spara förslaget").click()
    placement = Placement.objects.get()
    assert (placement.state, placement.offer, placement.participant.code) == ("proposed", place, "2DP-7RX")
    page.goto(place.get_absolute_url())
    expect(page.get_by_text("Ingen som väntar passar platsen just nu.")).to_be_visible()
    expect(page.get_by_text(str(placement), exact=False).first).to_be_visible()


def test_another_supplier_is_found_by_searching_without_java_script(phone, many_contracts, helsingborg):
    make_contract(make_procurement(helsingborg, "Snittblommor"), make_supplier("Ängens Blommor AB"))
    page = phone(java_script_enabled=False)
    page.goto("/placeringar/ny/")
    page.get_by_role("radio", name="Praktik").check()
    page.get_by_label("Sök annan leverantör").fill("angens")
    page.keyboard.press("Enter")
    assert page.get_by_role("radio", name="Praktik").is_checked()
    assert page.get_by_role("radio", name="Ängens Blommor AB").is_checked()
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_text("Sparad.")).to_be_visible()


def test_an_impatient_double_press_makes_one_placement(phone, contract):
    page = phone()
    page.goto("/placeringar/ny/")
    page.get_by_role("radio", name="Lärling").check()
    page.get_by_role("button", name="Spara", exact=True).dblclick()
    expect(page.get_by_text("Sparad.")).to_be_visible()
    assert Placement.objects.count() == 1


def test_an_error_takes_the_focus_and_its_links_land(phone, contract):
    page = phone()
    page.goto("/placeringar/ny/")
    page.get_by_text("Deltagaren har redan en kod").click()
    page.get_by_label("Deltagarkod").fill("K7M-4Q3")
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.locator(".error-summary")).to_be_focused()
    page.get_by_role("radio", name="Praktik").check()
    page.get_by_role("button", name="Spara", exact=True).click()
    page.get_by_role("link", name="felskriven").click()
    expect(page.get_by_label("Deltagarkod")).to_be_focused()
    assert no_sideways_scroll(page)
