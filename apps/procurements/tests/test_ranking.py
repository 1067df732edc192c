"""The ranking of coming procurements: order, filters, files, and what each role sees of it."""

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from apps.procurements.models import PriorityAnswers, Procurement, RequirementDecision, Threshold
from apps.procurements.tests.test_priorities import PAINTING, decided_guideline
from procurement_csr.people import make_department, make_procurement


@pytest.fixture
def ready(helsingborg, malte):
    """Helsingborg with a guideline, a matcher and thresholds that cover today."""
    begins = date(timezone.localdate().year, 1, 1)
    Threshold.objects.create(valid_from=begins, goods_services=2_300_000, direct_purchase=700_000, source="SFS")
    return decided_guideline(helsingborg)


def add(organisation, title, value=4_000_000, answers=None, **fields):
    procurement = make_procurement(organisation, title, estimated_value=value, kind="services", **fields)
    PriorityAnswers.objects.create(procurement=procurement, **(PAINTING | (answers or {})))
    return procurement


@pytest.fixture
def four(helsingborg, olivia, property_department, ready):
    """Cleaning 100.0, painting 80.0 (decided, deviating), fencing 71.7 by another department, flowers unanswered."""
    best = dict.fromkeys(("entry_level", "labour_need", "candidates"), 3)
    add(helsingborg, "Städ", 12_000_000, best, responsible=olivia, planned_publication_on=date(2027, 5, 1))
    painting = add(helsingborg, "Måleri", department=property_department, planned_publication_on=date(2028, 1, 1))
    add(helsingborg, "Stängsel", answers={"candidates": 0})
    make_procurement(helsingborg, "Ängsblommor")
    make_procurement(helsingborg, "Redan annonserad", phase="published")
    RequirementDecision.objects.create(
        procurement=painting, recommended="numeric", decided="dialog", motive="Ovan marknad.", decided_on="2026-01-15"
    )


def titles(page):
    return [row.cells[0].text for row in page.context["list"].table.rows]


def test_coming_procurements_are_ranked_by_score(sign_in, olivia, four):
    page = sign_in(olivia).get(reverse("priority_list"))
    assert titles(page) == ["Städ", "Måleri", "Stängsel", "Ängsblommor"]
    assert "Krav rekommenderas i 2 av 4 upphandlingar." in page.text.replace("\xa0", " ")


def test_points_that_are_not_known_are_shown_as_what_is_still_possible(sign_in, olivia, four):
    page = sign_in(olivia).get(reverse("priority_list"))
    points = [{cell.label: cell.text for cell in row.cells}["Poäng"] for row in page.context["list"].table.rows]
    assert points == ["100,0", "80,0", "65,0", "5,0–100,0"]


def test_points_are_a_span_in_a_year_without_a_threshold(sign_in, olivia, helsingborg, four):
    Threshold.objects.update(goods_services=None)
    (row,) = sign_in(olivia).get(reverse("priority_list") + "?q=mal").context["list"].table.rows
    assert {cell.label: cell.text for cell in row.cells}["Poäng"] == "73,3–80,0"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=mal", ["Måleri"]),
        ("recommendation=numeric", ["Städ", "Måleri"]),
        ("recommendation=okand", ["Ängsblommor"]),
        ("decision=beslutat", ["Måleri"]),
        ("decision=avviker", ["Måleri"]),
        ("decision=ej-beslutat", ["Städ", "Stängsel", "Ängsblommor"]),
        ("year=2027", ["Städ"]),
        ("year=utan-dag", ["Stängsel", "Ängsblommor"]),
        ("recommendation=numeric&decision=ej-beslutat", ["Städ"]),
        ("sort=title", ["Måleri", "Städ", "Stängsel", "Ängsblommor"]),
        ("sort=-title", ["Ängsblommor", "Stängsel", "Städ", "Måleri"]),
        ("sort=score", ["Stängsel", "Måleri", "Städ", "Ängsblommor"]),
        ("sort=-expected", ["Städ", "Stängsel", "Ängsblommor", "Måleri"]),
        ("sort=planned", ["Städ", "Måleri", "Stängsel", "Ängsblommor"]),
    ],
)
def test_the_ranking_is_filtered_and_sorted(sign_in, olivia, four, query, found):
    assert titles(sign_in(olivia).get(f"{reverse('priority_list')}?{query}")) == found


def test_the_ranking_is_filtered_by_person_and_department(sign_in, olivia, four, property_department):
    client, address = sign_in(olivia), reverse("priority_list")
    assert titles(client.get(address, {"responsible": olivia.pk})) == ["Städ"]
    assert titles(client.get(address, {"department": property_department.pk})) == ["Måleri"]


@pytest.mark.parametrize("name", ["priority_list", "plan"])
@pytest.mark.parametrize(
    "query", ["year=abc", "year=99999999", "department=x", "decision=0", "sort=hack", "page=-1", "q=%00", "format=exe"]
)
def test_hostile_parameters_give_a_page(sign_in, olivia, four, name, query):
    assert sign_in(olivia).get(f"{reverse(name)}?{query}").status_code == 200


def test_the_csv_holds_what_is_filtered_with_figures_as_figures(sign_in, olivia, four):
    response = sign_in(olivia).get(f"{reverse('priority_list')}?decision=avviker&format=csv")
    rows = list(csv.DictReader(io.StringIO(b"".join(response).decode("utf-8-sig")), delimiter=";"))
    (row,) = rows
    assert (row["Upphandling"], row["Poäng"], row["Beslut"], row["Avviker"]) == (
        "Måleri",
        "80,0",
        "Dialogkrav, avviker",
        "Ja",
    )


def test_the_workbook_has_typed_cells(sign_in, olivia, four):
    response = sign_in(olivia).get(f"{reverse('priority_list')}?format=xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(response)))
    heading, first = book.get_sheet_by_index(0).to_python()[:2]
    found = dict(zip(heading, first, strict=True))
    assert (found["Poäng"], found["Värde"], found["Heltidsmån."]) == (100, 12_000_000, 8)


def test_the_matcher_finds_the_open_questions_in_the_ranking(sign_in, malte, four):
    page = sign_in(malte).get(reverse("priority_list"))
    waiting = Procurement.objects.get(title="Ängsblommor")
    assert reverse("candidates_update", args=[waiting.pk]) in page.text


def test_a_department_and_a_foreign_officer_see_their_own(sign_in, doris, fia, four):
    assert titles(sign_in(doris).get(reverse("priority_list"))) == ["Måleri"]
    page = sign_in(fia).get(reverse("priority_list"))
    assert page.context["list"].total == 0
    assert "Ingen beslutad riktlinje" in page.text


def test_the_lists_cost_as_many_queries_for_52_rows_as_for_2(sign_in, olivia, helsingborg, ready):
    client = sign_in(olivia)

    def cost(name):
        client.get(reverse(name))
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse(name))
        return len(captured)

    def grow(count):
        for number in range(count):
            department, planned = make_department(helsingborg), date(2027, number % 12 + 1, 1)
            made = add(helsingborg, None, department=department, responsible=olivia, planned_publication_on=planned)
            RequirementDecision.objects.create(
                procurement=made, decided="dialog", motive="x", decided_on=planned, decided_by=olivia
            )

    grow(2)
    few = {name: cost(name) for name in ("priority_list", "plan")}
    grow(50)
    assert {name: cost(name) for name in few} == few
