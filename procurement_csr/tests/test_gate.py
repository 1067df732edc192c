"""The gate: every page in a real browser, in three widths, filled and empty, must have no fault at all.

Axe's rules of WCAG 2.2 AA, the content security policy, the console, strict HTML, overflow, size of targets, dark mode
and print. An address that is not in `gate_pages.VISITS` fails. Refusals and life without JavaScript are in
`test_gate_answers`: two files, so that two can look at once.
"""

import re
from collections import defaultdict

import pytest

from apps.mbl.choices import State
from procurement_csr.menus import MENUS
from procurement_csr.tests import gate
from procurement_csr.tests.gate_pages import EMPTY_VISITS, NOT_PAGES, VISITS, Visit, address_names
from procurement_csr.tests.gate_site import assert_none, by_label, in_the_empty, in_the_filled, open_page

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]


def test_every_address_is_in_the_gate():
    missing = address_names() - {each.name for each in VISITS} - set(NOT_PAGES)
    assert not missing, f"not in the gate: {', '.join(sorted(missing))}"


@in_the_empty
@by_label(EMPTY_VISITS)
def test_empty(site, visit):
    page, response = open_page(site, visit)
    assert response.status == visit.status
    assert_none(gate.inspect(page, response, shot=f"empty-{visit.label}", is_quick=bool(visit.refuses)))


@in_the_filled
@by_label(VISITS)
def test_filled(site, visit):
    page, response = open_page(site, visit)
    assert response.status == visit.status
    assert gate.has_form(page) == bool(visit.refuses), "says `refuses` what the page's form must refuse?"
    assert_none(gate.inspect(page, response, shot=f"filled-{visit.label}"))


@in_the_filled
def test_every_state_of_a_consultation_fits_a_telephone(site):
    """Each row of the checklist, whatever state it is in."""
    page, _ = open_page(site, Visit("assessment_detail", "department", "assessment"))
    rows = [link.get_attribute("href") for link in page.locator("main .task-list a[href^='/mbl/forhandling/']").all()]
    states, faults = set(), []
    for address in dict.fromkeys(rows):
        page.goto(address)
        states.add(page.locator(".page-header .tag").inner_text())
        seen = gate.layout_faults(page, 390, shot=f"state-{address.strip('/').rpartition('/')[2]}")
        faults += [f"{address} {each}" for each in [*seen, *gate.axe(page, gate.WCAG), *gate.told(page)]]
    assert_none(faults)
    assert {state.label for state in State} <= states, states


# --- Menus, paper, titles ---------------------------------------------------------------------------------------------
@in_the_filled
@pytest.mark.parametrize("who", sorted(MENUS))
def test_the_menu_opens_on_a_phone(site, who):
    page = site.page(who)
    page.goto("/personuppgifter/")
    gate.set_width(page, 390)
    panel = page.locator("#menu")
    assert not panel.is_visible()
    page.get_by_role("button", name="Meny", exact=True).click()
    assert panel.is_visible()
    faults = gate.layout_faults(page, 390, shot=f"menu-{who}") + gate.axe(page, gate.WCAG)
    assert_none(faults + gate.layout_faults(page, 320))
    for item in MENUS[who]:
        assert page.get_by_role("link", name=item.label).first.is_visible()
    page.keyboard.press("Escape")
    assert not panel.is_visible()


@in_the_filled
@pytest.mark.parametrize(
    "visit",
    [Visit("dashboard", "coordinator", query="?ar=2015"), Visit("public_year", obj="public_year")],
    ids=["dashboard", "public_year"],
)
def test_paper_has_the_tables_and_no_menu(site, visit):
    page, _ = open_page(site, visit)
    page.evaluate("""addEventListener("beforeprint", () => {
      window.printed = [...document.querySelectorAll("main details")].map(each => each.open);
    })""")
    assert page.pdf(format="A4", print_background=True).startswith(b"%PDF")
    printed = page.evaluate("window.printed")
    assert printed
    assert all(printed)
    assert not any(page.evaluate("[...document.querySelectorAll('main details')].map(each => each.open)"))
    page.emulate_media(media="print")
    gate.take_shot(page, visit.name, "print")
    for selector in (".main-menu", ".menu-button", ".site-footer", ".actions"):
        assert not any(each.is_visible() for each in page.locator(selector).all()), selector
    page.emulate_media(media="screen")


@in_the_filled
def test_titles_tell_pages_apart(site):
    names = defaultdict(set)
    for visit in VISITS:
        answer = site.page(visit.who).request.get(visit.path(site.objects))
        names[re.search("<title>(.*?)</title>", answer.text(), re.DOTALL).group(1)].add(visit.name)
    assert {title: shared for title, shared in names.items() if len(shared) > 1} == {}
