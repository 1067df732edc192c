"""Open data of a published year, and how long caches may keep it."""

import csv
import io
import json
from datetime import date

import pytest
from django.urls import reverse

from apps.targets.models import PublishedYear
from apps.targets.snapshot_actions import freeze
from apps.targets.tests.conftest import make_target
from apps.targets.tests.test_dashboard import text_of
from procurement_csr import people

ADDRESS = "/oppet/2120001157/2016/"
CSV, JSON, DESCRIPTION = (f"{ADDRESS}{name}" for name in ("data.csv", "data.json", "data.csv-metadata.json"))
KINDS = ("praktik", "anstallning", "larling")


def rows_of(response) -> list[dict]:
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8"))))


def test_the_csv_has_the_seeds_numbers_under_lower_case_ascii_names(client, published):
    response = client.get(CSV)
    rows = rows_of(response)
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert all(name.isascii() and name == name.lower() for name in rows[0])
    numbers = {(row["matt"], row["del"]): row["antal"] for row in rows}
    assert numbers["mal", "totalt"] == "40"
    assert numbers["resultat", "totalt"] == "26"
    assert [numbers["resultat", kind] for kind in ("praktik", "anstallning", "larling")] == ["13", "6", "7"]
    assert numbers["vid_sidan", "yrkesmentor"] == "5"
    assert numbers["aktivitet", "studiebesok"] == "1"
    assert {row["fryst"] for row in rows} == {""}


def test_the_json_has_the_same_rows_a_licence_and_every_column_described(client, published):
    found = json.loads(client.get(JSON).content)
    assert found["licens"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    plain = [{name: "" if value is None else str(value) for name, value in row.items()} for row in found["rader"]]
    assert plain == rows_of(client.get(CSV))
    assert [each["namn"] for each in found["kolumner"]] == list(plain[0])
    assert all(each["beskrivning"] for each in found["kolumner"])
    assert found["rakneregel"].startswith("Varje invånare räknas en gång per år")


def test_the_description_tells_programs_what_the_csv_holds(client, published):
    response = client.get(DESCRIPTION)
    found = json.loads(response.content)
    assert response["Content-Type"] == "application/csvm+json"
    assert found["url"] == f"http://testserver{CSV}"
    assert [each["name"] for each in found["tableSchema"]["columns"]] == list(rows_of(client.get(CSV))[0])


def test_a_frozen_year_is_open_as_it_was_frozen(client, published, helsingborg, carin, result):
    freeze(by=carin, organisation=helsingborg, year=2016, period="year", today=date(2017, 1, 20))
    people.make_placement(result, people.make_participant(helsingborg, "Z99-999"), started_on=date(2016, 5, 2))
    page = text_of(client.get(ADDRESS))
    assert "26 av 40. Målet nåddes inte" in page
    assert "Siffrorna frystes" in page
    rows = rows_of(client.get(CSV))
    assert {row["antal"] for row in rows if (row["matt"], row["del"]) == ("resultat", "totalt")} == {"26"}
    assert all(row["fryst"] for row in rows)


def test_a_year_that_is_not_published_has_no_open_data_frozen_or_not(client, result, helsingborg, carin):
    freeze(by=carin, organisation=helsingborg, year=2016, period="year", today=date(2017, 1, 20))
    assert {client.get(each).status_code for each in (ADDRESS, CSV, JSON, DESCRIPTION)} == {404}


@pytest.mark.parametrize("address", [ADDRESS, CSV, JSON, DESCRIPTION])
def test_caches_keep_an_open_page_and_ask_by_its_content(client, published, address):
    first = client.get(address)
    assert first["Cache-Control"] == "public, max-age=300"
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert client.get(address)["ETag"] == first["ETag"]
    assert client.get(address, headers={"If-None-Match": '"annan"'}).status_code == 200


def test_somebody_who_is_signed_in_gets_a_page_that_no_shared_cache_keeps(sign_in, pelle, published):
    response = sign_in(pelle).get(ADDRESS)
    assert set(response["Cache-Control"].split(", ")) == {"private", "no-cache"}


def test_the_etag_follows_the_numbers(client, published, result, helsingborg):
    before = client.get(CSV)["ETag"]
    people.make_placement(result, people.make_participant(helsingborg, "Z99-999"), started_on=date(2016, 5, 2))
    assert client.get(CSV)["ETag"] != before


def test_a_name_that_a_spreadsheet_would_run_is_made_harmless(client, helsingborg, published):
    type(helsingborg).objects.filter(pk=helsingborg.pk).update(name="=1+1")
    assert {row["organisation"] for row in rows_of(client.get(CSV))} == {"'=1+1"}


def test_a_year_counted_as_a_state_is_open_too(client, helsingborg, result):
    make_target(helsingborg, counting_rule="residents_active")
    PublishedYear.objects.create(organisation=helsingborg, year=2016)
    found = {(row["matt"], row["del"]): row["antal"] for row in rows_of(client.get(CSV))}
    assert found["resultat", "totalt"] == str(sum(int(found["resultat", kind]) for kind in KINDS))
    assert ("vid_sidan", "yrkesmentor") not in found


def test_the_addresses_are_stable(helsingborg):
    args = [helsingborg.org_number, 2016]
    assert [reverse(name, args=args) for name in ("public_year", "public_csv", "public_json")] == [ADDRESS, CSV, JSON]
