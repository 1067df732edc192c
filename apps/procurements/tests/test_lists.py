"""The lists of procurements and contracts: order, search, filters, exports, cost."""

import csv
import io
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from apps.core import paging
from apps.procurements import queries
from apps.procurements.choices import Phase
from apps.procurements.columns import of_procurements
from apps.procurements.models import Contract, CpvCode, Procurement, ProcurementParty, Requirement
from apps.procurements.next_dates import next_dates
from apps.suppliers.models import SupplierAlias
from procurement_csr.people import make_contract, make_procurement, make_supplier

LIST, CONTRACTS = "/upphandlingar/", "/avtal/"
TODAY = date(2026, 5, 20)


def names(response):
    return [row.cells[0].text for row in response.context["list"].table.rows]


def content(response):
    data = b"".join(response.streaming_content)
    response.close()
    return data


def test_the_list_stands_in_swedish_order(sign_in, olivia, helsingborg):
    for title in ["Örtagård", "Ängar", "Zink", "åkeri", "Asfalt", "Åker", "blommor"]:
        make_procurement(helsingborg, title)
    page = sign_in(olivia).get(LIST)
    assert names(page) == ["Asfalt", "blommor", "Zink", "Åker", "åkeri", "Ängar", "Örtagård"]
    assert "7 upphandlingar" in page.text


@pytest.mark.parametrize("words", ["malning", "MÅLNING", "un 2026/17", "fargmastarna", "Färgmästarna", "559999-0131"])
def test_the_search_finds_title_case_number_and_supplier(sign_in, olivia, helsingborg, words):
    supplier = make_supplier("Kvist AB", org_number="5599990131")
    SupplierAlias.objects.create(supplier=supplier, name="Färgmästarna")
    make_contract(make_procurement(helsingborg, "Målning av skolor", case_number="UN 2026/17"), supplier)
    make_contract(make_procurement(helsingborg, "Stängsel"))
    client = sign_in(olivia)
    assert names(client.get(LIST, {"q": words})) == ["Målning av skolor"]
    assert len(names(client.get(CONTRACTS, {"q": words}))) == (1)


def test_lists_show_the_active_organisation_only(sign_in, olivia, helsingborg, haninge):
    make_contract(make_procurement(helsingborg, "Vår"), number="V-1")
    make_contract(make_procurement(haninge, "Deras"), number="D-1")
    client = sign_in(olivia)
    assert names(client.get(LIST)) == ["Vår"]
    assert names(client.get(CONTRACTS)) == ["V-1"]


def test_a_department_sees_its_own(sign_in, doris, helsingborg, property_department, school_department):
    make_contract(make_procurement(helsingborg, "Tak", department=property_department), number="T-1")
    make_contract(make_procurement(helsingborg, "Böcker", department=school_department), number="B-1")
    client = sign_in(doris)
    assert names(client.get(LIST)) == ["Tak"]
    assert names(client.get(CONTRACTS)) == ["T-1"]


@pytest.fixture
def four(helsingborg, olivia, carin, property_department):
    """One procurement for each decision, so that every filter has something to leave out."""
    required = make_procurement(
        helsingborg, "Krav", responsible=olivia, phase="contracted", social_flag="yes", cpv_id="45000000"
    )
    Requirement.objects.create(contract=make_contract(required), kind="internship", model="numeric", count=2)
    declined = make_procurement(helsingborg, "Motiverad", responsible=carin, department=property_department)
    make_contract(declined, no_requirement_reason="Kort", no_requirement_on=date(2026, 1, 5))
    undecided = make_procurement(helsingborg, "Öppen", phase="published", social_flag="no")
    make_contract(undecided)
    made = make_contract(undecided)
    Requirement.objects.create(contract=made, kind="lecture", model="dialog")
    make_procurement(helsingborg, "Avtalslös")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"decision": "required"}, ["Krav"]),
        ({"decision": "none"}, ["Motiverad"]),
        ({"decision": "open"}, ["Öppen"]),
        ({"decision": "no_contract"}, ["Avtalslös"]),
        ({"responsible": "mina"}, ["Krav"]),
        ({"phase": "published"}, ["Öppen"]),
        ({"social": "yes"}, ["Krav"]),
        ({"cpv": "45000000"}, ["Krav"]),
        ({"cpv": "45000000", "phase": "published"}, []),
    ],
)
def test_filters(sign_in, olivia, four, query, found):
    page = sign_in(olivia).get(LIST, query)
    assert names(page) == found
    assert len(page.context["list"].chips) == len(query)


def test_filters_by_person_and_department(sign_in, olivia, carin, four, property_department):
    client = sign_in(olivia)
    assert names(client.get(LIST, {"responsible": carin.pk})) == ["Motiverad"]
    assert names(client.get(LIST, {"department": property_department.pk})) == ["Motiverad"]


@pytest.mark.parametrize(
    ("query", "found"),
    [({"period": "pagar"}, {"NU", "TV"}), ({"period": "slut"}, {"GAMMALT"}), ({"decision": "required"}, set())],
)
def test_contracts_are_filtered_by_time_and_decision(sign_in, olivia, helsingborg, query, found):
    procurement = make_procurement(helsingborg)
    make_contract(procurement, number="NU", starts_on=date(2020, 1, 1), ends_on=date(2999, 1, 1))
    make_contract(procurement, number="GAMMALT", starts_on=date(2010, 1, 1), ends_on=date(2012, 1, 1))
    make_contract(procurement, number="SEN", starts_on=date(2998, 1, 1), ends_on=date(2999, 1, 1))
    ended = {"starts_on": date(2010, 1, 1), "ends_on": date(2012, 1, 1)}
    make_contract(procurement, number="TV", is_until_further_notice=True, **ended)
    assert set(names(sign_in(olivia).get(CONTRACTS, query))) == found


def test_every_sort_order_works_both_ways(sign_in, olivia, four):
    client = sign_in(olivia)
    for url in (LIST, CONTRACTS):
        for heading in client.get(url).context["list"].table.columns:
            if heading.sort_url:
                turned = client.get(heading.sort_url)
                assert turned.status_code == 200
                assert len(names(turned)) == len(names(client.get(url)))


@pytest.mark.parametrize("url", [LIST, CONTRACTS])
@pytest.mark.parametrize(
    "query",
    [
        "page=abc",
        "page=-1",
        "page=99999999999",
        "sort=hack",
        "sort=-pk",
        "q=%00",
        "q=%25%25__",
        "q=" + "x" * 5000,
        "department=1%27--",
        "department=99999999999999999999",
        "responsible=99999999999",
        "cpv=%00",
        "phase=hack&decision=hack&social=hack&period=hack",
        "format=exe",
    ],
)
def test_hostile_parameters_give_a_page(sign_in, olivia, four, url, query):
    assert sign_in(olivia).get(f"{url}?{query}").status_code == 200


@pytest.mark.parametrize("url", [LIST, CONTRACTS])
def test_lists_cost_the_same_number_of_queries_for_2_rows_and_50(sign_in, olivia, carin, helsingborg, url):
    client = sign_in(olivia)

    def cost(rows):
        for _ in range(rows):
            made = make_contract(make_procurement(helsingborg, responsible=carin), make_supplier(), make_supplier())
            Requirement.objects.create(contract=made, kind="internship", model="numeric", count=1)
        with CaptureQueriesContext(connection) as asked:
            client.get(url)
        return len(asked)

    client.get(url)
    assert cost(2) == cost(48) <= (10 if url == LIST else 11)


def test_all_that_a_row_and_its_next_date_tell_is_read_at_once(olivia, carin, helsingborg, django_assert_num_queries):
    for phase in Phase.values:
        make_contract(make_procurement(helsingborg, phase=phase, responsible=carin, award_notice_sent_on=TODAY))
    keys, dates = list(queries.listed().of(helsingborg).values_list("pk", flat=True)), {}
    with django_assert_num_queries(2):
        rows = queries.listed_rows(keys)
        dates.update(next_dates(helsingborg, TODAY, rows))
        told = [[column.value(row) for column in of_procurements(dates)] for row in rows]
    assert len(told) == len(Phase)


def test_more_rows_than_are_counted_by_key_have_the_same_number_and_pages(sign_in, olivia, helsingborg, monkeypatch):
    for number in range(104):
        make_procurement(helsingborg, f"Nr {number:03}")
    client = sign_in(olivia)
    few = [client.get(LIST, {"page": page}).text for page in ("1", "2", "3")]
    monkeypatch.setattr(paging, "COUNTED_BY_KEY", 60)
    many = [client.get(LIST, {"page": page}) for page in ("1", "2", "3")]
    assert [re.findall("Nr [0-9]+", text) for text in few] == [re.findall("Nr [0-9]+", page.text) for page in many]
    assert [page.context["list"].total for page in many] == [104] * 3
    assert len(names(many[2])) == 4


def test_the_rows_of_an_organisation_are_found_by_an_index(olivia, helsingborg):
    """Whatever its neighbours have: a subquery inside an OR would make PostgreSQL read every row."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    rows = Procurement.objects.visible_to(olivia, "procurements.view_procurement").of(helsingborg).order_by()
    for found in (rows, Contract.objects.visible_to(olivia, "procurements.view_procurement").order_by()):
        plan = found.explain()
        assert "BitmapOr" in plan
        assert plan.count("Index Cond") >= 2


def test_the_csv_holds_what_is_filtered_and_no_formula(sign_in, olivia, helsingborg, property_department):
    make_procurement(
        helsingborg,
        "=cmd|' /C calc'!A0",
        case_number="UN 2026/17",
        department=property_department,
        responsible=olivia,
        estimated_value="1900000.50",
        published_on=date(2026, 1, 5),
    )
    make_procurement(helsingborg, "Stängsel")
    rows = content(sign_in(olivia).get(LIST, {"q": "cmd", "format": "csv"})).decode("utf-8-sig")
    header, row = csv.reader(io.StringIO(rows), delimiter=";")
    assert header[:5] == ["Benämning", "Diarienummer", "Förvaltning", "Ansvarig", "Värde"]
    assert row == [
        "'=cmd|' /C calc'!A0",
        "UN 2026/17",
        "Fastighetsförvaltningen",
        "Olivia",
        "1900000,50",
        "behov",
        "inget avtal än",
        "",
        "2026-01-05",
        "",
        "",
        "",
        "Nej",
    ]


def test_the_workbook_of_contracts_holds_typed_cells(sign_in, olivia, helsingborg):
    made = make_contract(
        make_procurement(helsingborg, "Måleri"), make_supplier("@SUM(A1)"), number="A-1", value="500000"
    )
    Requirement.objects.create(contract=made, kind="internship", model="numeric", count=2)
    data = content(sign_in(olivia).get(CONTRACTS, {"format": "xlsx"}))
    header, row = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert header[:2] == ["Avtal", "Leverantörer"]
    assert row[:3] == ["A-1", "'@SUM(A1)", "Måleri"]
    assert row[3] == date(2026, 1, 1)
    assert row[5:] == [500000, "krav ställt", "2 praktikplatser"]


def test_an_empty_list_says_what_it_will_hold(sign_in, olivia):
    client = sign_in(olivia)
    assert "Inga upphandlingar än" in client.get(LIST).text
    assert "Inga avtal än" in client.get(CONTRACTS).text
    assert "Inget passar filtren" in client.get(LIST, {"q": "finns inte"}).text


def test_an_empty_list_of_contracts_leads_to_the_first_step_those_who_may_take_it(sign_in, olivia, adam, helsingborg):
    steps = [reverse("import_list"), reverse("procurement_create")]
    page = sign_in(olivia).get(CONTRACTS).text
    assert all(f'href="{step}"' in page for step in steps)
    assert "Importera ert register, eller lägg upp en upphandling" in page
    assert not any(f'href="{step}"' in sign_in(adam).get(CONTRACTS).text for step in steps)
    make_contract(make_procurement(helsingborg, "Målning"))
    assert "Lägg upp en upphandling" not in sign_in(olivia).get(CONTRACTS).text


def test_the_supplier_page_shows_its_contracts_here(sign_in, olivia, fia, helsingborg):
    supplier = make_supplier("Måleri AB")
    make_contract(make_procurement(helsingborg, "Målning"), supplier, number="A-1")
    url = reverse("supplier_detail", args=[supplier.pk])
    assert "A-1" in sign_in(olivia).get(url).text
    assert "A-1" not in sign_in(fia).get(url).text


@pytest.mark.parametrize("words", ["45442100", "45442100-8", "4544", "målningsarbeten", "MALNINGSARBETEN"])
def test_the_search_finds_cpv_by_digits_and_by_words(sign_in, olivia, helsingborg, words):
    code = CpvCode.objects.create(code="45442100", label="Målningsarbeten")
    make_procurement(helsingborg, "Fasader", cpv=code)
    make_procurement(helsingborg, "Stängsel")
    assert names(sign_in(olivia).get(LIST, {"q": words})) == ["Fasader"]


@pytest.fixture
def phases(helsingborg):
    make_procurement(helsingborg, "Behov", kind="goods", planned_publication_on=date(2027, 2, 1))
    make_procurement(helsingborg, "Förberedd", phase="preparation", kind="works")
    make_procurement(helsingborg, "Annonserad", phase="tendering", planned_publication_on=date(2026, 2, 1))
    make_procurement(helsingborg, "Pausad", phase="paused", phase_before="preparation")
    make_procurement(helsingborg, "Avtalad", phase="follow_up")
    make_procurement(helsingborg, "Klar", phase="closed")
    make_procurement(helsingborg, "Bruten", phase="cancelled", cancelled_on=date(2026, 1, 1), reason="Inga anbud")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"group": "kommande"}, ["Behov", "Förberedd"]),
        ({"group": "pagaende"}, ["Annonserad", "Avtalad", "Pausad"]),
        ({"group": "avslutade"}, ["Bruten", "Klar"]),
        ({"kind": "works"}, ["Förberedd"]),
        ({"year": "2027"}, ["Behov"]),
        ({"year": "2026", "group": "pagaende"}, ["Annonserad"]),
    ],
)
def test_filters_by_where_it_stands_what_is_bought_and_the_planned_year(sign_in, olivia, phases, query, found):
    page = sign_in(olivia).get(LIST, query)
    assert names(page) == found
    assert len(page.context["list"].chips) == len(query)


def test_parties_see_a_joint_procurement_in_their_lists_with_a_mark_and_only_the_lead_may_tick_it(
    sign_in, olivia, fia, helsingborg, haninge
):
    joint = make_procurement(haninge, "Livsmedel")
    make_contract(joint, number="J-1")
    ProcurementParty.objects.create(procurement=joint, organisation=helsingborg)
    make_procurement(haninge, "Deras egen")
    page = sign_in(olivia).get(LIST)
    (row,) = page.context["list"].table.rows
    assert (row.name, row.cells[0].mark, row.chosen_by) == ("Livsmedel", "gemensam", "")
    assert names(sign_in(olivia).get(CONTRACTS)) == ["J-1"]
    rows = {row.name: row for row in sign_in(fia).get(LIST).context["list"].table.rows}
    assert rows["Livsmedel"].chosen_by == str(joint.pk)
    assert rows["Deras egen"].cells[0].mark == ""


def test_the_next_date_stands_in_the_list(sign_in, olivia, helsingborg):
    today = timezone.localdate()
    dates = {"planned_publication_on": today + timedelta(days=40)}
    make_procurement(helsingborg, "Kommande", phase="preparation", **dates)
    make_procurement(helsingborg, "Utan plan")
    rows = {row.name: row for row in sign_in(olivia).get(LIST).context["list"].table.rows}
    cells = {name: {cell.label: cell.text for cell in row.cells}["Nästa datum"] for name, row in rows.items()}
    assert cells == {"Kommande": (today + timedelta(days=40)).isoformat(), "Utan plan": "–"}


def test_only_the_dates_of_the_rows_that_are_shown_are_read(helsingborg):
    today = timezone.localdate()
    dates = {"phase": "preparation", "planned_publication_on": today + timedelta(days=40)}
    shown, other = make_procurement(helsingborg, **dates), make_procurement(helsingborg, **dates)
    assert set(next_dates(helsingborg, today, [shown])) == {shown.pk}
    assert set(next_dates(helsingborg, today, [shown, other])) == {shown.pk, other.pk}


def test_the_next_date_stands_on_later_pages_and_in_the_file(sign_in, olivia, helsingborg):
    today = timezone.localdate()
    for number in range(51):
        planned = today + timedelta(days=number + 1)
        make_procurement(helsingborg, f"Nr {number:02}", phase="preparation", planned_publication_on=planned)
    last = (today + timedelta(days=51)).isoformat()
    (row,) = sign_in(olivia).get(LIST, {"page": 2}).context["list"].table.rows
    assert last in [cell.text for cell in row.cells]
    content = b"".join(sign_in(olivia).get(LIST, {"format": "csv"}).streaming_content).decode()
    assert last in content


@pytest.mark.parametrize(
    ("query", "opened"),
    [({}, False), ({"group": "kommande"}, False), ({"kind": "works"}, True), ({"kind": "slott"}, True)],
)
def test_rare_filters_are_folded_until_one_of_them_is_in_use(sign_in, olivia, helsingborg, query, opened):
    make_procurement(helsingborg, "Tak", kind="works", phase="need")
    page = sign_in(olivia).get(LIST, query)
    common, rare = page.text.split("Fler filter", 1)
    assert 'name="responsible"' in common
    assert 'name="kind"' not in common
    assert 'name="kind"' in rare
    assert ('class="disclosure filter-more" open' in common) is opened


def test_the_case_number_stands_under_the_name(sign_in, olivia, helsingborg):
    make_procurement(helsingborg, "Tak", case_number="UN 2026/18")
    page = sign_in(olivia).get(LIST)
    assert page.context["list"].table.rows[0].cells[0].note == "UN 2026/18"
    assert '<span class="cell-note">UN 2026/18</span>' in page.text
