"""What anyone may read, and what not."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.targets.counting import last_full_month
from apps.targets.models import PublishedYear
from apps.targets.tests.conftest import make_result, make_target
from apps.targets.tests.test_dashboard import csv_of, text_of
from procurement_csr import people

ADDRESS = "/oppet/2120001157/2016/"
PUBLISH, UNPUBLISH = (f"{reverse(name)}?ar=2016" for name in ("year_publish", "year_unpublish"))


def test_anyone_reads_a_published_year_without_signing_in(client, published):
    page = text_of(client.get(ADDRESS))
    assert "26 av 40. Målet nåddes inte, det fattades 14." in page
    assert "Beslutat av Kommunfullmäktige 24 november 2015, KF 2015/123." in page
    assert "Praktik, anställning och lärling räknas." in page
    assert "Huvudmeny" not in page


def test_a_year_that_is_not_published_is_404(client, result, target):
    assert client.get(ADDRESS).status_code == 404
    assert client.get(f"{ADDRESS}?format=csv&diagram=mal").status_code == 404


def test_a_published_year_opens_no_other_year_and_no_other_organisation(client, published, haninge):
    assert client.get("/oppet/2120001157/2015/").status_code == 404
    assert client.get(f"/oppet/{haninge.org_number}/2016/").status_code == 404
    assert client.get("/oppet/2120001157/20166/").status_code == 404
    assert client.get("/oppet/2120009999/2016/").status_code == 404


def test_nothing_open_is_finer_than_kind(client, published):
    response = client.get(ADDRESS)
    page = text_of(response)
    assert [chart.caption.key for chart in response.context["figures"]] == ["mal", "aktiviteter"]
    assert "Fastighetsförvaltningen" not in page
    assert "Måleriet" not in page
    for hidden in ("utveckling", "kvartal", "forvaltning", "ar-mot-ar", "manad"):
        assert client.get(ADDRESS, {"format": "csv", "diagram": hidden}).status_code == 404


def test_the_year_before_is_compared_only_when_it_is_open_too(client, published, helsingborg):
    make_result(helsingborg, 2015)
    assert "2015" not in [chart.table.header[1] for chart in client.get(ADDRESS).context["figures"]]
    PublishedYear.objects.create(organisation=helsingborg, year=2015)
    rows = csv_of(client.get(ADDRESS, {"format": "csv", "diagram": "ar-mot-ar"}))
    assert rows[0] == "Insats;2015;2016;Skillnad"


def test_an_open_chart_comes_as_csv(client, published):
    rows = csv_of(client.get(ADDRESS, {"format": "csv", "diagram": "mal"}))
    assert rows[1:] == ["Praktik;13", "Anställning;6", "Lärling;7", "Summa;26", "Mål;40", "Yrkesmentor (räknas inte);5"]


def test_a_running_year_is_open_up_to_the_latest_whole_month(client, helsingborg):
    today = timezone.localdate()
    if last_full_month(today).year != today.year:
        pytest.skip("in January no month of the year is over")
    contract = people.make_contract(people.make_procurement(helsingborg))
    people.make_placement(contract, people.make_participant(helsingborg, "A11-111"), started_on=last_full_month(today))
    people.make_placement(contract, people.make_participant(helsingborg, "A22-222"), started_on=today)
    PublishedYear.objects.create(organisation=helsingborg, year=today.year)
    response = client.get(f"/oppet/2120001157/{today.year}/")
    assert response.context["page"].result.total == 1


def test_carin_is_asked_and_publishes(sign_in, carin, client, result, target):
    assert "Publicera 2016?" in text_of(sign_in(carin).get(PUBLISH))
    assert not PublishedYear.objects.exists()
    response = client.post(PUBLISH, follow=True)
    assert ADDRESS in text_of(response)
    assert PublishedYear.objects.get().published_by == carin
    client.logout()
    assert client.get(ADDRESS).status_code == 200


def test_publishing_twice_is_publishing_once(sign_in, carin, client, result):
    sign_in(carin)
    assert [client.post(PUBLISH).status_code for _ in range(2)] == [302, 302]
    assert PublishedYear.objects.count() == 1


def test_carin_takes_a_year_back(sign_in, carin, client, published):
    assert "Sluta publicera 2016?" in text_of(sign_in(carin).get(UNPUBLISH))
    assert client.get(ADDRESS).status_code == 200
    client.post(UNPUBLISH)
    assert client.get(ADDRESS).status_code == 404


def test_a_year_that_has_not_begun_cannot_be_published(sign_in, carin):
    year = timezone.localdate().year + 1
    response = sign_in(carin).post(f"{reverse('year_publish')}?ar={year}")
    assert response.status_code == 422
    assert f"{year} kan publiceras först när årets första månad är slut." in text_of(response)
    assert not PublishedYear.objects.exists()


@pytest.mark.parametrize("name", ["olivia", "pelle", "malte", "adam", "doris", "ulla", "nils"])
@pytest.mark.parametrize("address", [PUBLISH, UNPUBLISH])
def test_only_a_coordinator_publishes(request, sign_in, published, name, address):
    client = sign_in(request.getfixturevalue(name))
    assert (client.get(address).status_code, client.post(address).status_code) == (403, 403)
    assert PublishedYear.objects.count() == 1


def test_a_coordinator_elsewhere_cannot_take_the_year_back(client, sign_in, published, haninge):
    greta = people.make_person("Greta", "coordinator", haninge)
    sign_in(greta).post(UNPUBLISH)
    assert PublishedYear.objects.get() == published


def test_the_index_lists_published_years_in_swedish_order(client, published, haninge):
    arboga = people.make_organisation("Örebro")
    for organisation in (arboga, haninge):
        PublishedYear.objects.create(organisation=organisation, year=2019)
    make_target(haninge, 2019, decided_on=date(2018, 1, 1))
    page = text_of(client.get("/oppet/"))
    assert page.index("Haninge 2019") < page.index("Helsingborg 2016") < page.index("Örebro 2019")


def test_the_index_says_so_when_nothing_is_published(client, result):
    page = text_of(client.get("/oppet/"))
    assert "Inget år är publicerat ännu" in page
    assert "Helsingborg" not in page
