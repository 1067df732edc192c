"""The procurement plan: by month and department, for everybody who may know what is coming."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.procurements.models import PriorityAnswers, RequirementDecision
from apps.procurements.tests.test_priorities import PAINTING, decided_guideline
from procurement_csr.people import make_person, make_procurement

NEXT = timezone.localdate().year + 1


@pytest.fixture
def coming(helsingborg, haninge, olivia, malte, property_department, school_department):
    """March has two of different departments, May one that is decided, one has no day and one was planned long ago."""
    decided_guideline(helsingborg)
    march, may = date(NEXT, 3, 31), date(NEXT, 5, 1)
    school = {"department": school_department, "planned_publication_on": march.replace(day=1)}
    make_procurement(helsingborg, "Skolmat", estimated_value=9_000_000, **school)
    painting = make_procurement(
        helsingborg,
        "Måleri",
        department=property_department,
        planned_publication_on=march,
        estimated_value=600_000,
        kind="services",
        responsible=olivia,
        phase="preparation",
    )
    PriorityAnswers.objects.create(procurement=painting, **PAINTING)
    fence = make_procurement(helsingborg, "Stängsel", planned_publication_on=may)
    RequirementDecision.objects.create(
        procurement=fence, recommended="dialog", decided="dialog", decided_on=timezone.localdate()
    )
    make_procurement(helsingborg, "Ängsblommor")
    make_procurement(helsingborg, "Försenad", planned_publication_on=date(2020, 1, 15))
    make_procurement(helsingborg, "Annonserad", planned_publication_on=may, phase="published")
    make_procurement(haninge, "Haninges", planned_publication_on=may)


def months(page):
    return [(month.label, [row.cells[0].text for row in month.table.rows]) for month in page.context["months"]]


def test_the_plan_stands_by_month_then_department_and_the_undated_come_last(sign_in, olivia, coming):
    page = sign_in(olivia).get(reverse("plan"))
    assert months(page) == [
        ("Januari 2020", ["Försenad"]),
        (f"Mars {NEXT}", ["Måleri", "Skolmat"]),
        (f"Maj {NEXT}", ["Stängsel"]),
        ("Utan planerad dag", ["Ängsblommor"]),
    ]
    text = page.text.replace("\xa0", " ")
    assert "5 upphandlingar på väg, sammanlagt 9 600 000 kr. 1 har beslut om krav." in text
    assert "2 upphandlingar, sammanlagt 9 600 000 kr" in text
    assert "Den planerade månaden har passerat." in text


def test_this_month_has_not_passed(sign_in, olivia, helsingborg):
    make_procurement(helsingborg, "Nu", planned_publication_on=timezone.localdate().replace(day=1))
    make_procurement(helsingborg, "Förra", planned_publication_on=timezone.localdate().replace(day=1) - timedelta(1))
    captions = [month.table.caption for month in sign_in(olivia).get(reverse("plan")).context["months"]]
    assert ["passerat" in caption for caption in captions] == [True, False]


def test_a_politician_reads_the_plan_without_a_way_into_the_procurements(sign_in, pelle, olivia, coming):
    page = sign_in(pelle).get(reverse("plan"))
    assert len(months(page)) == 4
    for shown in ("Måleri", "Fastighetsförvaltningen", "Bara mjuka insatser", "Dialogkrav", "Ej beslutat"):
        assert shown in page.text or shown == "Bara mjuka insatser"
    assert "/upphandlingar/" not in page.text
    assert "Olivia" not in page.text
    assert "KS 2026/" not in page.text
    assert "/upphandlingar/" in sign_in(olivia).get(reverse("plan")).text


def test_recommendation_and_decision_stand_beside_each_other(sign_in, pelle, coming):
    page = sign_in(pelle).get(reverse("plan"))
    rows = {row.cells[0].text: row.cells for month in page.context["months"] for row in month.table.rows}
    assert [cell.text for cell in rows["Måleri"]][3:] == ["Dialogkrav", "Ej beslutat"]
    assert [cell.text for cell in rows["Stängsel"]][3:] == ["Uppgifter saknas", "Dialogkrav"]


def test_a_department_sees_its_own_and_the_union_none(sign_in, doris, ulla, coming):
    assert months(sign_in(doris).get(reverse("plan"))) == [(f"Mars {NEXT}", ["Måleri"])]
    assert sign_in(ulla).get(reverse("plan")).status_code == 403


def test_a_politician_of_one_department_sees_that_department(sign_in, helsingborg, school_department, coming):
    pia = make_person("Pia", "politician", helsingborg, school_department)
    assert months(sign_in(pia).get(reverse("plan"))) == [(f"Mars {NEXT}", ["Skolmat"])]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (f"year={NEXT}", [(f"Mars {NEXT}", ["Måleri", "Skolmat"]), (f"Maj {NEXT}", ["Stängsel"])]),
        ("year=utan-dag", [("Utan planerad dag", ["Ängsblommor"])]),
        ("decision=beslutat", [(f"Maj {NEXT}", ["Stängsel"])]),
        ("recommendation=dialog", [(f"Mars {NEXT}", ["Måleri"])]),
        ("q=skolm", [(f"Mars {NEXT}", ["Skolmat"])]),
    ],
)
def test_the_filters_stand_in_the_address_and_as_chips(sign_in, pelle, coming, query, found):
    page = sign_in(pelle).get(f"{reverse('plan')}?{query}")
    assert months(page) == found
    assert len(page.context["list"].chips) == 1


def test_the_plan_cannot_be_filtered_by_person(sign_in, pelle, olivia, coming):
    page = sign_in(pelle).get(reverse("plan"), {"responsible": olivia.pk})
    assert page.context["list"].total == 5


def test_the_file_has_the_months_and_only_what_the_page_has(sign_in, pelle, coming):
    response = sign_in(pelle).get(f"{reverse('plan')}?year={NEXT}&format=csv")
    rows = list(csv.DictReader(io.StringIO(b"".join(response).decode("utf-8-sig")), delimiter=";"))
    assert list(rows[0]) == ["Månad", "Upphandling", "Förvaltning", "Värde", "Rekommendation", "Beslut"]
    assert [(row["Månad"], row["Upphandling"]) for row in rows] == [
        (f"{NEXT}-03", "Måleri"),
        (f"{NEXT}-03", "Skolmat"),
        (f"{NEXT}-05", "Stängsel"),
    ]


def test_an_empty_plan_says_what_it_will_hold_and_gives_who_may_the_first_step(sign_in, olivia, pelle, helsingborg):
    assert reverse("procurement_create") in sign_in(olivia).get(reverse("plan")).text
    page = sign_in(pelle).get(reverse("plan"))
    assert "Inga kommande upphandlingar" in page.text
    assert reverse("procurement_create") not in page.text


def test_a_politician_finds_the_plan_in_the_menu(sign_in, pelle, coming):
    assert f'href="{reverse("plan")}"' in sign_in(pelle).get(reverse("dashboard")).text
