"""The register's pages through their addresses, as the people who use them."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from apps.suppliers.models import Supplier, SupplierAlias, SupplierContact
from procurement_csr.people import make_contract, make_procurement, make_supplier


def content(response):
    """The whole download; closing it frees its temporary file."""
    data = b"".join(response.streaming_content)
    response.close()
    return data


def names(response):
    return [row.cells[0].text for row in response.context["list"].table.rows]


@pytest.fixture
def many(db):
    for name in ["Örebro Bygg", "adam & Co", "Ängens Trä", "Zinkgruvan", "Åkeriet", "Berg AB", "ånga AB"]:
        make_supplier(name)


def test_the_list_stands_in_swedish_order(sign_in, olivia, many):
    found = names(sign_in(olivia).get(reverse("supplier_list")))
    assert found == ["adam & Co", "Berg AB", "Zinkgruvan", "Åkeriet", "ånga AB", "Ängens Trä", "Örebro Bygg"]
    turned = names(sign_in(olivia).get(reverse("supplier_list"), {"sort": "-name"}))
    assert turned == found[::-1]


@pytest.mark.parametrize("words", ["malning", "MÅLNING", "anderssons", "559999-0131", "5599990131", "559999 01"])
def test_the_search_finds_name_other_name_and_number(sign_in, olivia, words):
    supplier = make_supplier("Målningsfirman AB", org_number="5599990131")
    SupplierAlias.objects.create(supplier=supplier, name="Anderssons")
    make_supplier("Stängsel AB", org_number="5564304424")
    assert names(sign_in(olivia).get(reverse("supplier_list"), {"q": words})) == ["Målningsfirman AB"]


def test_a_search_with_percent_and_underscore_is_taken_literally(sign_in, olivia, many):
    assert names(sign_in(olivia).get(reverse("supplier_list"), {"q": "%"})) == []
    assert names(sign_in(olivia).get(reverse("supplier_list"), {"q": "_"})) == []


def test_filters_show_those_with_contracts_here_and_sole_traders(sign_in, olivia, helsingborg, haninge):
    ours, theirs = make_supplier("Vår AB"), make_supplier("Deras AB")
    make_supplier("Anders Måleri", is_sole_trader=True)
    make_contract(make_procurement(helsingborg), ours)
    make_contract(make_procurement(haninge), theirs)
    client = sign_in(olivia)
    assert names(client.get(reverse("supplier_list"), {"has_contracts": "on"})) == ["Vår AB"]
    response = client.get(reverse("supplier_list"), {"is_sole_trader": "on"})
    assert names(response) == ["Anders Måleri"]
    assert "1 leverantör" in response.text
    assert response.context["list"].chips == [("Enskild näringsidkare", reverse("supplier_list"))]


def test_the_number_of_contracts_counts_only_those_of_the_departments_own(
    sign_in, doris, helsingborg, property_department, school_department
):
    supplier = make_supplier("Måleri AB")
    for department in (property_department, school_department):
        make_contract(make_procurement(helsingborg, department=department), supplier)
    row = sign_in(doris).get(reverse("supplier_list")).context["list"].table.rows[0]
    assert row.cells[2].text == "1"


@pytest.mark.parametrize(
    "query",
    [
        "page=abc",
        "page=-1",
        "page=999",
        "sort=hack",
        "sort=-",
        "q=%00",
        "q=" + "x" * 5000,
        "has_contracts=;drop",
        "format=exe",
    ],
)
def test_hostile_parameters_give_a_page(sign_in, olivia, many, query):
    assert sign_in(olivia).get(f"{reverse('supplier_list')}?{query}").status_code == 200


def test_the_list_costs_the_same_number_of_queries_for_2_rows_and_50(sign_in, olivia, helsingborg):
    client, url = sign_in(olivia), reverse("supplier_list")

    def cost(rows):
        for _ in range(rows):
            make_contract(make_procurement(helsingborg), make_supplier())
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        return len(queries)

    client.get(url)
    assert cost(2) == cost(48)


def test_the_csv_holds_what_is_filtered_and_no_formula(sign_in, olivia):
    make_supplier("=HYPERLINK(1)", org_number="5599990131")
    make_supplier("Stängsel AB")
    response = sign_in(olivia).get(reverse("supplier_list"), {"q": "hyperlink", "format": "csv"})
    rows = list(csv.reader(io.StringIO(content(response).decode("utf-8-sig")), delimiter=";"))
    assert rows == [["Namn", "Organisationsnummer", "Avtal"], ["'=HYPERLINK(1)", "559999-0131", "0"]]


def test_the_workbook_holds_text_as_text_and_numbers_as_numbers(sign_in, olivia):
    make_supplier("+46 AB", org_number="5599990131")
    response = sign_in(olivia).get(reverse("supplier_list"), {"format": "xlsx"})
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content(response))).get_sheet_by_index(0).to_python()
    assert sheet == [["Namn", "Organisationsnummer", "Avtal"], ["'+46 AB", "559999-0131", 0]]


@pytest.mark.parametrize("name", ["supplier_list", "supplier_create"])
@pytest.mark.parametrize("person", ["ulla", "pelle", "nils"])
def test_those_without_the_role_are_refused(request, sign_in, person, name):
    assert sign_in(request.getfixturevalue(person)).get(reverse(name)).status_code == 403


@pytest.mark.parametrize("person", ["doris", "malte", "adam"])
def test_readers_may_read_but_not_change(request, sign_in, person):
    client, supplier = sign_in(request.getfixturevalue(person)), make_supplier("Måleri AB")
    page = client.get(supplier.get_absolute_url())
    assert page.status_code == 200
    assert reverse("supplier_update", args=[supplier.pk]) not in page.text
    for method in (client.get, client.post):
        assert method(reverse("supplier_update", args=[supplier.pk])).status_code == 403
        assert method(reverse("supplier_create")).status_code == 403


def test_a_supplier_is_added(sign_in, olivia):
    client = sign_in(olivia)
    token = client.get(reverse("supplier_create")).context["form"]["token"].value()
    data = {"name": "Måleri AB", "org_number": "559999-0131", "token": token}
    first, second = client.post(reverse("supplier_create"), data), client.post(reverse("supplier_create"), data)
    supplier = Supplier.objects.get()
    assert first.status_code == second.status_code == 302
    assert first.url == second.url == supplier.get_absolute_url()
    assert "559999-0131" in client.get(first.url).text


def test_a_sole_traders_number_is_accepted_and_said_not_to_be_kept(sign_in, olivia):
    client = sign_in(olivia)
    token = client.get(reverse("supplier_create")).context["form"]["token"].value()
    data = {"name": "Anders Måleri", "org_number": "850709-9805", "token": token}
    page = client.post(reverse("supplier_create"), data, follow=True)
    assert "Numret är ett personnummer och har inte sparats" in page.text
    assert "nskild näringsidkare" in page.text
    assert "850709" not in page.text
    assert Supplier.objects.get().org_number is None


def test_a_known_number_leads_to_the_supplier_that_has_it(sign_in, olivia):
    known, client = make_supplier("Måleri AB", org_number="5599990131"), sign_in(olivia)
    token = client.get(reverse("supplier_create")).context["form"]["token"].value()
    page = client.post(reverse("supplier_create"), {"name": "Nya", "org_number": "5599990131", "token": token})
    assert page.status_code == 422
    assert "Organisationsnumret 559999-0131 finns redan" in page.text
    assert f'<a href="{known.get_absolute_url()}">Måleri AB</a>' in page.text
    assert 'value="Nya"' in page.text


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Ange namn"),
        ("name", "a\x00b", "nolltecken"),
        ("name", "x" * 201, "Namn får ha högst 200 tecken, nu är det 201"),
        ("name", "Anders 850709-9805", "personnummer"),
        ("org_number", "559999-0132", "stämmer inte"),
        ("org_number", "hej", "inget svenskt organisationsnummer"),
        ("token", "", "Sidan hade blivit gammal"),
    ],
)
def test_bad_input_gets_a_sentence_and_loses_nothing(sign_in, olivia, field, value, sentence):
    data = {"name": "Måleri AB", "org_number": "", "token": "0a6cbf3e-5a0b-4b07-9a87-1f9b3c1f0001"} | {field: value}
    page = sign_in(olivia).post(reverse("supplier_create"), data)
    assert page.status_code == 422
    assert sentence in page.text
    assert not Supplier.objects.exists()


def test_html_in_a_name_is_shown_as_text(sign_in, olivia):
    supplier = make_supplier("<script>alert(1)</script>")
    client = sign_in(olivia)
    for url in (supplier.get_absolute_url(), reverse("supplier_list"), reverse("supplier_update", args=[supplier.pk])):
        assert "<script>alert" not in client.get(url).text


def test_a_change_on_top_of_somebody_elses_shows_both_and_loses_nothing(sign_in, olivia):
    supplier, client = make_supplier("Måleri AB"), sign_in(olivia)
    url = reverse("supplier_update", args=[supplier.pk])
    version = client.get(url).context["form"]["version"].value()
    Supplier.objects.filter(pk=supplier.pk).update(name="Målarna AB")
    page = client.post(url, {"name": "Måleriet AB", "version": version})
    assert page.status_code == 409
    assert "Nu står det: Målarna AB" in page.text
    assert 'value="Måleriet AB"' in page.text
    again = client.post(url, {"name": "Måleriet AB", "version": page.context["form"]["version"].value()})
    assert again.status_code == 302
    supplier.refresh_from_db()
    assert supplier.name == "Måleriet AB"


def test_contacts_are_seen_by_their_own_organisation_only(sign_in, olivia, fia, helsingborg, doris):
    supplier = make_supplier("Måleri AB")
    contact = SupplierContact.objects.create(
        supplier=supplier, organisation=helsingborg, name="Kim", email="kim@exempel.se"
    )
    assert "kim@exempel.se" in sign_in(olivia).get(supplier.get_absolute_url()).text
    assert "kim@exempel.se" not in sign_in(doris).get(supplier.get_absolute_url()).text
    assert "kim@exempel.se" not in sign_in(fia).get(supplier.get_absolute_url()).text
    for name in ("supplier_contact_update", "supplier_contact_delete"):
        assert sign_in(fia).get(reverse(name, args=[contact.pk])).status_code == 404
        assert sign_in(doris).post(reverse(name, args=[contact.pk])).status_code == 403


def test_a_contact_is_added_changed_and_taken_away(sign_in, malte):
    supplier, client = make_supplier("Måleri AB"), sign_in(malte)
    url = reverse("supplier_contact_create", args=[supplier.pk])
    token = client.get(url).context["form"]["token"].value()
    assert client.post(url, {"name": "Kim", "token": token, "email": "kim"}).status_code == 422
    client.post(url, {"name": "Kim", "token": token})
    contact = SupplierContact.objects.get()
    url = reverse("supplier_contact_update", args=[contact.pk])
    version = client.get(url).context["form"]["version"].value()
    client.post(url, {"name": "Kim Ek", "phone": "070-123 45 67", "version": version})
    assert "Kim Ek" in client.get(supplier.get_absolute_url()).text
    client.post(reverse("supplier_contact_delete", args=[contact.pk]))
    assert not SupplierContact.objects.exists()


def test_an_other_name_is_added_and_taken_away_after_asking(sign_in, olivia):
    supplier, client = make_supplier("Måleri AB"), sign_in(olivia)
    client.post(reverse("supplier_alias_create", args=[supplier.pk]), {"name": "Målarna"})
    alias = SupplierAlias.objects.get()
    assert "Målarna" in client.get(supplier.get_absolute_url()).text
    url = reverse("supplier_alias_delete", args=[alias.pk])
    assert "Ta bort namnet Målarna?" in client.get(url).text
    assert SupplierAlias.objects.exists()
    client.post(url)
    assert not SupplierAlias.objects.exists()
