"""The menu marks where one is, also on pages that have no item of their own."""

import pytest
from django.urls import get_resolver, reverse

from apps.procurements.guidelines import create_guideline
from procurement_csr.menus import MENUS, UNDER

# Pages without an item: of one's own account, about the service, open to all, or steps that only redirect.
NOWHERE = {
    "",
    "byt-organisation",
    "dela",
    "filter",
    "healthz",
    "inbjudan",
    "kalender",
    "konto",
    "notiser",
    "oppet",
    "personuppgifter",
    "protokoll",
    "rapport",
    "rapportera-brist",
    "tidsplan",
    "tillganglighet",
    "yttrande",
}
ITEMS = {"Mina uppgifter": "task_list", "Upphandlingar": "procurement_list", "Leverantörer": "supplier_list"}


@pytest.mark.parametrize(
    ("url_name", "label"),
    [
        ("task_list", "Mina uppgifter"),
        ("procurement_list", "Upphandlingar"),
        ("contract_list", "Upphandlingar"),
        ("import_list", "Upphandlingar"),
        ("import_create", "Upphandlingar"),
        ("mbl_overview", "Upphandlingar"),
        ("timeplan_guide", "Upphandlingar"),
        ("supplier_list", "Leverantörer"),
    ],
)
def test_one_menu_item_is_marked_on_each_page(sign_in, olivia, url_name, label):
    page = sign_in(olivia).get(reverse(url_name))
    assert [item["label"] for item in page.context["menu"] if item["is_current"]] == [label]
    assert f'<a href="{reverse(ITEMS[label])}" aria-current="page">' in page.content.decode()


@pytest.mark.parametrize(
    ("person", "url_name", "label"),
    [
        ("malte", "board", "Platser"),
        ("malte", "offer_list", "Platser"),
        ("malte", "waiting_create", "Platser"),
        ("malte", "placement_list", "Placeringar"),
        ("malte", "placement_create", "Logga placering"),
        ("malte", "import_list", "Logga placering"),
        ("olivia", "offer_list", "Placeringar"),
        ("adam", "task_list", "Mina uppgifter"),
    ],
)
def test_offered_places_stand_under_the_item_the_role_has_for_them(request, sign_in, person, url_name, label):
    page = sign_in(request.getfixturevalue(person)).get(reverse(url_name))
    assert [item["label"] for item in page.context["menu"] if item["is_current"]] == [label]
    assert len(page.context["menu"]) <= 5


def test_a_clause_stands_under_the_procurements(sign_in, olivia, helsingborg):
    guideline = create_guideline(by=olivia, organisation=helsingborg, title="Riktlinje 2026")
    page = sign_in(olivia).get(reverse("clause_detail", args=[guideline.clauses.first().pk]))
    assert [item["label"] for item in page.context["menu"] if item["is_current"]] == ["Upphandlingar"]


def test_every_page_has_its_place_in_some_menu():
    words = {str(each.pattern).lstrip("^").split("/")[0] for each in _patterns(get_resolver())}
    own = {reverse(item.url_name).split("/")[1] for items in MENUS.values() for item in items}
    under = set().union(*UNDER.values())
    assert words == own | under | NOWHERE


def _patterns(resolver):
    for each in resolver.url_patterns:
        if hasattr(each, "url_patterns") and not str(each.pattern):
            yield from _patterns(each)
        else:
            yield each
