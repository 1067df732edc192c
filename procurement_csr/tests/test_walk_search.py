"""Searching as one types, in a browser: the list follows the field, and nothing outside it is lost or left untrue.
With STEGET_SHOTS set to a directory, it leaves its pictures."""

import contextlib
import re

import pytest
from playwright.sync_api import Error, expect

from apps.accounts.models import Membership
from procurement_csr import people
from procurement_csr.tests import gate

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]
LIST = "/upphandlingar/"
FIELD = "Benämning, diarienummer, leverantör eller CPV"


@pytest.fixture(scope="module")
def site(chromium, django_db_setup, django_db_blocker):
    """Helsingborg with sixty-three procurements; Olivia works in Haninge too."""
    with django_db_blocker.unblock(), gate.served(chromium, "walk_search") as site:
        town, other = people.make_organisation("Helsingborgs stad", "2120001157"), people.make_organisation("Haninge")
        for number in range(60):
            people.make_procurement(town, f"Städning av lokal {number:02d}")
        for title in ("Målning av skolor", "Målning av broar", "Åkeritjänster"):
            people.make_procurement(town, title)
        people.make_supplier("Åsbo Måleri AB")
        people.make_supplier("Zinkverket AB")
        for name in ("Olivia", "Olle"):
            person = people.make_person(name, "officer", town)
            site.sign_in(name, person, town)
        olivia = Membership.objects.get(user__name="Olivia").user
        Membership.objects.create(user=olivia, organisation=other, role="officer")
        site.objects["other"] = (other.pk,)
        yield site


@pytest.fixture
def olivia(site):
    """Olivia's tab at the list; whatever the browser complains of fails the test at its end."""
    page = site.page("Olivia")
    page.goto(LIST)
    yield page
    assert gate.told(page) == []


def field(page):
    return page.get_by_role("textbox", name=FIELD)


def rows(page):
    return page.locator("tbody tr")


def status(page):
    return page.locator("main [role=status]")


def wait_for(page, held):
    """Until a request is held back."""
    for _ in range(100):
        if held:
            return
        page.wait_for_timeout(50)
    raise AssertionError("nothing was asked for")


def test_the_list_its_links_and_the_address_follow_what_is_typed(olivia):
    expect(rows(olivia)).to_have_count(50)
    field(olivia).press_sequentially("målning", delay=30)
    expect(rows(olivia)).to_have_count(2)
    expect(status(olivia)).to_have_text("2 upphandlingar passar filtren")
    expect(field(olivia)).to_be_focused()
    assert field(olivia).evaluate("each => each.selectionStart") == len("målning")
    assert olivia.url.endswith("/upphandlingar/?q=m%C3%A5lning")
    for link in olivia.locator("[data-list] a[href*='format='], [data-list] th a").all():
        assert "q=m%C3%A5lning" in link.get_attribute("href")
        assert "del=" not in link.get_attribute("href")
    expect(olivia.locator(".chip")).to_have_text(re.compile("Sök: målning"))
    gate.take_shot(olivia, "search-typed", "1280")
    olivia.reload()
    expect(rows(olivia)).to_have_count(2)
    expect(field(olivia)).to_have_value("målning")
    rows(olivia).first.get_by_role("link").click()
    olivia.go_back()
    expect(rows(olivia)).to_have_count(2)


def test_an_emptied_field_shows_the_whole_list_again_and_one_letter_asks_nothing(olivia):
    asked = []
    olivia.on("request", lambda sent: asked.append(sent.url) if "del=lista" in sent.url else None)
    field(olivia).press_sequentially("å")
    olivia.wait_for_timeout(600)
    assert asked == []
    field(olivia).press_sequentially("ker")
    expect(rows(olivia)).to_have_count(1)
    assert len(asked) == 1
    field(olivia).fill("")
    expect(rows(olivia)).to_have_count(50)
    assert olivia.url.endswith(LIST)
    expect(status(olivia)).to_have_text("63 upphandlingar")


def test_the_latest_words_win_over_a_slower_answer(olivia):
    held, slow = [], re.compile("q=st%C3%A4d.*del=lista")
    olivia.route(slow, lambda route: held.append(route))
    field(olivia).fill("städ")
    wait_for(olivia, held)
    field(olivia).fill("åkeri")
    expect(rows(olivia)).to_have_count(1)
    with contextlib.suppress(Error):  # the browser has left it
        held[0].continue_()
    olivia.wait_for_timeout(500)
    expect(rows(olivia)).to_have_count(1)
    assert "q=%C3%A5keri" in olivia.url
    olivia.unroute(slow)


def test_the_search_begins_at_the_first_page_and_keeps_the_order_and_other_filters(olivia):
    olivia.goto(f"{LIST}?sort=-title&group=kommande&page=2")
    field(olivia).fill("målning")
    expect(rows(olivia)).to_have_count(2)
    assert olivia.url.endswith(f"{LIST}?sort=-title&group=kommande&q=m%C3%A5lning")
    expect(rows(olivia).first).to_contain_text("Målning av skolor")


def test_the_focus_is_not_lost_with_a_row_that_goes(olivia):
    held, slow = [], re.compile("del=lista")
    olivia.route(slow, lambda route: held.append(route))
    field(olivia).fill("målning")
    wait_for(olivia, held)
    rows(olivia).last.get_by_role("link").focus()
    held[0].continue_()
    expect(rows(olivia)).to_have_count(2)
    expect(field(olivia)).to_be_focused()
    olivia.unroute(slow)


def test_a_tick_stays_with_its_row_and_one_whose_row_is_gone_is_told_of(olivia):
    field(olivia).fill("målning")
    expect(rows(olivia)).to_have_count(2)
    olivia.get_by_role("checkbox", name="Välj Målning av skolor").check()
    olivia.get_by_role("checkbox", name="Välj Målning av broar").check()
    field(olivia).fill("målning av skolor")
    expect(rows(olivia)).to_have_count(1)
    expect(olivia.get_by_role("checkbox", name="Välj Målning av skolor")).to_be_checked()
    expect(status(olivia)).to_have_text("1 upphandling passar filtren. En vald rad syns inte längre och är inte vald.")
    assert status(olivia).bounding_box()["width"] > 100
    gate.take_shot(olivia, "search-ticks", "1280")
    olivia.get_by_role("button", name="Tilldela ansvarig till de valda").click()
    expect(olivia.get_by_text("Målning av skolor")).to_be_visible()
    expect(olivia.get_by_text("Målning av broar")).to_have_count(0)
    assert olivia.locator("[name=query]").input_value() == "q=m%C3%A5lning+av+skolor"


def test_the_button_for_ticked_rows_comes_and_goes_with_them(olivia):
    choose = olivia.get_by_role("button", name="Tilldela ansvarig till de valda")
    field(olivia).fill("finns inte")
    expect(olivia.get_by_role("heading", name="Inget passar filtren")).to_be_visible()
    expect(status(olivia)).to_have_text("Inget passar filtren")
    expect(choose).to_be_hidden()
    field(olivia).fill("målning")
    expect(choose).to_be_visible()


def test_what_is_typed_can_be_saved_and_a_saved_filter_says_when_it_is_the_one(olivia):
    field(olivia).fill("målning")
    expect(rows(olivia)).to_have_count(2)
    olivia.get_by_text("Spara filtret").click()
    olivia.get_by_label("Namn på filtret").fill("Målningar")
    olivia.get_by_role("button", name="Spara", exact=True).click()
    saved, remove = (
        olivia.get_by_role("link", name="Målningar"),
        olivia.get_by_role("button", name="Ta bort det sparade"),
    )
    expect(saved).to_have_attribute("aria-current", "true")
    expect(remove).to_be_visible()
    field(olivia).fill("åkeri")
    expect(rows(olivia)).to_have_count(1)
    expect(saved).not_to_have_attribute("aria-current", "true")
    expect(remove).to_be_hidden()
    expect(olivia.get_by_text("Spara filtret")).to_be_visible()
    field(olivia).fill("målning")
    expect(saved).to_have_attribute("aria-current", "true")
    expect(olivia.get_by_text("Spara filtret")).to_be_hidden()
    remove.click()
    expect(saved).to_have_count(0)


def test_the_list_after_typing_breaks_no_rule_of_access_and_fits_a_small_phone(site, olivia):
    field(olivia).fill("målning")
    expect(rows(olivia)).to_have_count(2)
    assert gate.axe(olivia, gate.WCAG) == []
    for width in gate.WIDTHS:
        assert gate.layout_faults(olivia, width, shot="search") == []


def test_suppliers_are_found_as_one_types(olivia):
    olivia.goto("/leverantorer/")
    olivia.locator("search [name=q]").press_sequentially("asbo mal")
    expect(rows(olivia)).to_have_count(1)
    expect(rows(olivia)).to_contain_text("Åsbo Måleri AB")


def test_an_answer_that_fails_or_never_comes_puts_nothing_in_the_list(olivia):
    asked = re.compile("del=lista")
    olivia.route(asked, lambda route: route.abort())
    field(olivia).fill("målning")
    expect(status(olivia)).to_have_text("Listan kunde inte hämtas. Tryck på Sök för att försöka igen.")
    expect(rows(olivia)).to_have_count(50)
    olivia.unroute(asked)
    whose = olivia.locator("[data-list]").get_attribute("data-whose")
    broken = f"<div data-list='x' data-whose='{whose}'>Fel</div>"
    olivia.route(asked, lambda route: route.fulfill(status=500, body=broken))
    field(olivia).fill("åkeri")
    olivia.wait_for_url(re.compile(r"q=%C3%A5keri"))
    expect(rows(olivia)).to_have_count(1)
    olivia.unroute(asked)
    olivia.told.clear()  # the two failures


def test_in_another_organisation_by_now_the_whole_page_comes(site, olivia):
    other = olivia.context.new_page()
    other.goto("/")
    other.evaluate(
        """async (key) => {
          const form = document.querySelector("form[action='/byt-organisation/']");
          const data = new FormData(form); data.set("organisation", key);
          await fetch(form.action, {method: "post", body: data});
        }""",
        str(site.objects["other"][0]),
    )
    field(olivia).fill("målning")
    expect(olivia.get_by_text("Haninge:")).to_be_visible()
    expect(olivia.get_by_text("Helsingborgs stad:")).to_have_count(0)
    other.close()


def test_signed_out_meanwhile_the_page_asks_to_sign_in_and_comes_back_to_the_search(site):
    page = site.page("Olle")
    page.goto(LIST)
    page.context.clear_cookies()
    field(page).fill("målning")
    page.wait_for_url(re.compile("/konto/logga-in/"))
    assert "del%3D" not in page.url
    assert "q%3Dm" in page.url


def test_without_a_script_the_button_searches(site):
    page = site.page("Olivia", java_script_enabled=False)
    page.goto("/leverantorer/")
    page.locator("search [name=q]").fill("åsbo")
    page.get_by_role("button", name="Sök").click()
    expect(rows(page)).to_have_count(1)
