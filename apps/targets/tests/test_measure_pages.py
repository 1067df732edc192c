"""The page of all measures, the lists behind them, and who gets which links."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.procurements.models import Requirement
from apps.targets.snapshot_actions import freeze
from apps.targets.tests.test_dashboard import csv_of, text_of
from procurement_csr import people

URL = reverse("measure_list")


@pytest.fixture
def signed(helsingborg, property_department):
    """A contract of the property department, signed in March 2016 with a requirement."""
    procurement = people.make_procurement(
        helsingborg, "Målning", department=property_department, estimated_value=900_000
    )
    contract = people.make_contract(
        procurement, signed_on=date(2016, 3, 1), starts_on=date(2016, 3, 1), ends_on=date(2016, 10, 31), value=800_000
    )
    Requirement.objects.create(contract=contract, kind="internship", model="numeric", count=1)
    return contract


def get(client, **query):
    return client.get(URL, {"ar": 2016, **query})


def test_pelle_reads_every_measure_with_its_sentence_and_no_link_to_rows(sign_in, pelle, signed, result, target):
    page = text_of(get(sign_in(pelle)))
    assert "31 invånare i sysselsättning" not in page
    assert "26 invånare i sysselsättning, och 1 av 1 upphandlingar med socialt krav" in page
    assert "Av upphandlingar vars första avtal tecknats under perioden" in page
    assert "/oversikt/matt/share_with_requirement/" not in page
    assert "/placeringar/" not in page


def test_olivia_comes_from_the_number_to_the_procurements_behind_it(sign_in, olivia, signed):
    client = sign_in(olivia)
    page = text_of(get(client))
    assert "/oversikt/matt/share_with_requirement/?ar=2016&amp;period=helar" in page
    rows = text_of(client.get(reverse("measure_rows", args=["share_with_requirement"]), {"ar": 2016}))
    assert "Målning" in rows
    assert "1 upphandling" in rows


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("comply_or_explain", "Inget att visa"),
        ("contract_value_with_requirement", "800"),
        ("requirements_fulfilled", "1 praktikplats"),
        ("mbl_in_time", "Inget att visa"),
    ],
)
def test_each_list_holds_what_its_number_counts(sign_in, olivia, signed, code, words):
    assert words in text_of(sign_in(olivia).get(reverse("measure_rows", args=[code]), {"ar": 2016}))


def test_the_number_is_as_many_as_the_rows_behind_it(sign_in, olivia, signed, helsingborg):
    for requirement in (True, False, True):
        contract = people.make_contract(people.make_procurement(helsingborg), signed_on=date(2016, 5, 1))
        if requirement:
            Requirement.objects.create(contract=contract, kind="internship", model="numeric", count=1)
    client = sign_in(olivia)
    rows = csv_of(client.get(reverse("measure_rows", args=["share_with_requirement"]), {"ar": 2016, "format": "csv"}))
    said = next(row for row in csv_of(get(client, format="csv")) if ";share_with_requirement;" in row)
    assert said.split(";")[4:6] == ["3", "4"]
    assert len(rows) == 1 + 4
    assert sum(";ja;" in row for row in rows) == 3


def test_the_file_has_every_measure_with_its_sentence_and_hides_what_the_page_hides(sign_in, pelle, result):
    rows = csv_of(get(sign_in(pelle), format="csv"))
    assert rows[0].startswith("Mått;Kod;Värde;Enhet;Täljare;Nämnare")
    assert any(row.startswith("Invånare i sysselsättning;residents_in_occupation;26") for row in rows)
    assert next(row for row in rows if ";internships_to_work;" in row).split(";")[2] == ".."


def test_a_department_has_its_own_measures(sign_in, pelle, signed, school_department, property_department):
    client = sign_in(pelle)
    assert "1 av 1 upphandlingar" in text_of(get(client, forvaltning=property_department.pk))
    assert "1 av 1 upphandlingar" not in text_of(get(client, forvaltning=school_department.pk))


@pytest.mark.parametrize(
    "query", [{"ar": "1999"}, {"ar": "x"}, {"period": "t3"}, {"forvaltning": "0"}, {"forvaltning": "a"}]
)
def test_an_address_that_asks_for_nothing_that_exists_is_not_found(sign_in, pelle, query):
    assert get(sign_in(pelle), **query).status_code == 404


def test_another_municipalitys_department_is_not_found(sign_in, pelle, haninge):
    assert get(sign_in(pelle), forvaltning=people.make_department(haninge).pk).status_code == 404


@pytest.mark.parametrize(
    ("name", "code", "status"),
    [
        ("pelle", "share_with_requirement", 403),
        ("pelle", "mbl_in_time", 403),
        ("malte", "mbl_in_time", 403),
        ("malte", "share_with_requirement", 200),
        ("ulla", "mbl_in_time", 403),
        ("olivia", "residents_in_occupation", 404),
        ("olivia", "finns-inte", 404),
    ],
)
def test_rows_are_for_those_who_may_see_them(request, sign_in, name, code, status):
    response = sign_in(request.getfixturevalue(name)).get(reverse("measure_rows", args=[code]), {"ar": 2016})
    assert response.status_code == status


def test_another_municipalitys_rows_are_never_listed(sign_in, fia, signed):
    assert "Målning" not in text_of(
        sign_in(fia).get(reverse("measure_rows", args=["share_with_requirement"]), {"ar": 2016})
    )


def test_what_became_of_residents_is_told_from_the_frozen_year(sign_in, carin, pelle, helsingborg, signed):
    for number in range(12):
        resident = people.make_participant(helsingborg)
        end = {"started_on": date(2016, 2, 1), "ended_on": date(2016, 5, 2), "end_reason": "completed"}
        people.make_placement(signed, resident, **end)
        if number < 6:
            people.make_placement(signed, resident, kind="employment", started_on=date(2016, 6, 1))
    client = sign_in(pelle)
    assert "6 av 12" not in text_of(get(client))
    freeze(by=carin, organisation=helsingborg, year=2016, period="year", today=timezone.localdate())
    assert "6 av 12" in text_of(get(client))
