"""The part of a list that is fetched while somebody types in its search field (`?del=lista`)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.accounts.models import Membership
from procurement_csr.people import make_contract, make_procurement, make_supplier

HOSTILE = [
    "a\x00b",
    "å" * 201,
    "%",
    "_",
    "\\",
    "'; DROP TABLE procurements_procurement; --",
    '"><script>alert(1)</script>',
    "🌲",
    "   ",
]
LIST, SUPPLIERS, PART = "/upphandlingar/", "/leverantorer/", {"del": "lista"}


@pytest.fixture
def painting(helsingborg):
    return make_procurement(helsingborg, "Målning av skolor", case_number="UN 2026/17")


def test_the_part_is_the_list_as_the_whole_page_shows_it_without_the_page(sign_in, olivia, helsingborg, painting):
    make_procurement(helsingborg, "Stängsel")
    client = sign_in(olivia)
    page, part = client.get(LIST, {"q": "MALNING"}), client.get(LIST, {"q": "MALNING"} | PART)
    assert part.text.strip().startswith('<div class="stack" data-list="1 upphandling passar filtren"')
    assert part.text.strip() in page.text
    assert "Målning av skolor" in part.text
    assert "Stängsel" not in part.text
    assert not any(each in part.text for each in ("<html", "<main", "<nav class", "<search", "csrfmiddlewaretoken"))


def test_no_link_of_the_part_leads_to_a_part(sign_in, olivia, helsingborg, painting):
    for number in range(60):
        make_procurement(helsingborg, f"Målning {number}")
    query = {"q": "målning", "group": "kommande", "sort": "-value"}
    part = sign_in(olivia).get(LIST, query | PART)
    assert "del=" not in part.text
    kept = "q=m%C3%A5lning&amp;group=kommande&amp;sort=-value"
    assert f"{LIST}?{kept}&amp;page=2" in part.text
    for kind in ("csv", "xlsx"):
        assert f"{LIST}?{kept}&amp;format={kind}" in part.text
    assert f'href="{LIST}?q=m%C3%A5lning&amp;group=kommande&amp;sort=value"' in part.text
    assert f'class="chip" href="{LIST}?group=kommande&amp;sort=-value"' in part.text


def test_nothing_found_says_so_and_an_empty_register_is_left_to_the_whole_page(sign_in, olivia, painting):
    client = sign_in(olivia)
    nothing = client.get(LIST, {"q": "finns inte"} | PART)
    assert 'data-list="Inget passar filtren"' in nothing.text
    assert "Rensa alla filter" in nothing.text
    painting.delete()
    assert client.get(LIST, PART).headers["Location"] == LIST


def test_what_a_field_refuses_is_left_to_the_whole_page_which_says_why(sign_in, olivia, painting):
    client = sign_in(olivia)
    answer = client.get(LIST, {"q": "m" * 201} | PART)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{LIST}?q={'m' * 201}")
    assert "field-error" in client.get(answer.headers["Location"]).text


def test_the_part_is_refused_like_the_page(client, sign_in, pelle, nils, fia, painting):
    assert client.get(LIST, PART).headers["Location"].startswith("/konto/logga-in/")
    for person in (pelle, nils):
        assert sign_in(person).get(LIST, PART).status_code == 403
    assert "Målning av skolor" not in sign_in(fia).get(LIST, {"q": "målning"} | PART).text


def test_the_part_says_for_whom_and_where_it_was_made(sign_in, olivia, helsingborg, haninge, painting):
    Membership.objects.create(user=olivia, organisation=haninge, role="officer")
    make_procurement(haninge, "Målning av broar")
    client = sign_in(olivia)
    told = {}
    for place in (helsingborg, haninge):
        client.post("/byt-organisation/", {"organisation": place.pk})
        told[place] = client.get(LIST, {"q": "målning"} | PART).text
    assert f'data-whose="{olivia.pk}-{helsingborg.pk}"' in told[helsingborg]
    assert f'data-whose="{olivia.pk}-{haninge.pk}"' in told[haninge]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("url", [LIST, SUPPLIERS, "/avtal/"])
def test_no_text_breaks_the_part_or_runs_in_it(sign_in, olivia, painting, url, text):
    answer = sign_in(olivia).get(url, {"q": text} | PART)
    assert answer.status_code in (200, 302)
    assert "<script" not in answer.text
    assert "<b>" not in answer.text


@pytest.mark.parametrize("url", [LIST, SUPPLIERS])
def test_the_part_asks_neither_for_the_menu_nor_for_what_can_be_chosen(sign_in, olivia, painting, url):
    make_contract(painting, make_supplier("Kvist AB"))
    client = sign_in(olivia)
    for query in ({"q": "kvist"}, {"q": "kvist"} | PART):
        client.get(url, query)
    with CaptureQueriesContext(connection) as page:
        client.get(url, {"q": "kvist"})
    with CaptureQueriesContext(connection) as part:
        client.get(url, {"q": "kvist"} | PART)
    assert len(part) <= 7 < len(page) or len(part) < len(page) <= 7
