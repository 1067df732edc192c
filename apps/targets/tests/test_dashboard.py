"""The page the council reads, through its address."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from apps.targets.choices import CountingRule
from apps.targets.tests.conftest import make_result, make_target
from procurement_csr import people

URL = reverse("dashboard")


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def get(client, year=2016, **query):
    return client.get(URL, {"ar": year, **query})


def csv_of(response) -> list[str]:
    return b"".join(response.streaming_content).decode("utf-8-sig").splitlines()


def test_pelle_reads_26_of_40_with_the_rule_and_the_decision(sign_in, pelle, result, target):
    page = text_of(get(sign_in(pelle)))
    assert "26 av 40. Målet nåddes inte, det fattades 14." in page
    assert "65 % av målet" in page
    assert "Praktik, anställning och lärling räknas. Yrkesmentor redovisas bredvid." in page
    assert "Beslutat av Kommunfullmäktige 24 november 2015, KF 2015/123." in page


def test_mentors_stand_beside_and_not_in_the_number(sign_in, pelle, result, target):
    assert "Räknas inte med:</p>" in text_of(get(sign_in(pelle)))
    assert "Yrkesmentor (räknas inte);5" in csv_of(get(sign_in(pelle), format="csv", diagram="mal"))


def test_31_of_40_when_mentors_count(sign_in, pelle, result, helsingborg):
    make_target(helsingborg, counted_kinds=["internship", "employment", "apprenticeship", "mentorship"])
    page = text_of(get(sign_in(pelle)))
    assert "31 av 40." in page
    assert "77,5 % av målet" in page


def test_visits_and_lectures_never_count(sign_in, pelle, result, helsingborg):
    make_target(helsingborg, counted_kinds=["internship", "employment", "apprenticeship", "mentorship"])
    page = text_of(get(sign_in(pelle)))
    assert "1 studiebesök med 12 deltagare och 1 föreläsning med 40 deltagare." in page
    assert "Studiebesök och föreläsningar räknas inte mot målet." in page
    assert "31 av 40." in page


def test_one_resident_with_two_placements_is_one_resident_and_two_placements(sign_in, pelle, helsingborg, target):
    contract = people.make_contract(people.make_procurement(helsingborg))
    participant = people.make_participant(helsingborg)
    people.make_placement(contract, participant, kind="internship", started_on=date(2016, 2, 1))
    people.make_placement(contract, participant, kind="employment", started_on=date(2016, 6, 1))
    client = sign_in(pelle)
    assert "1 av 40." in text_of(get(client))
    assert csv_of(get(client, format="csv", diagram="mal"))[1:5] == [
        "Praktik;1",
        "Anställning;0",
        "Lärling;0",
        "Summa;1",
    ]
    facts = get(client).context["facts"]
    assert (facts[0]["label"], facts[0]["value"]) == ("Startade insatser", "2")


def test_the_result_of_2015_is_never_measured_against_the_target_of_2016(sign_in, pelle, helsingborg, target):
    make_result(helsingborg, 2015)
    client = sign_in(pelle)
    before = text_of(get(client, 2015))
    assert "26 invånare har fått praktik, anställning eller lärlingsplats" in before
    assert "Inget mål är beslutat för 2015." in before
    assert "av 40" not in before
    assert "% av målet" not in before
    assert "Mål 40" not in before
    now = text_of(get(client, 2016))
    assert "0 av 40." in now
    assert "26 av 40" not in now
    assert "65 %" not in now
    assert "2015 är räknat på samma sätt som 2016, men mäts inte mot målet för 2016." in now


def test_the_result_of_2016_is_never_measured_against_a_later_target(sign_in, pelle, result, helsingborg):
    make_target(helsingborg, 2017, value=26)
    assert "Målet nåddes" not in text_of(get(sign_in(pelle), 2016))


def test_a_decision_taken_after_the_year_does_not_change_its_target(sign_in, pelle, result, target, helsingborg):
    make_target(helsingborg, version=2, value=20, decided_on=date(2017, 1, 10))
    assert "26 av 40." in text_of(get(sign_in(pelle)))


def test_undone_placements_do_not_count(sign_in, pelle, malte, result, target):
    result.placements.filter(kind="internship").update(undone_at=timezone.now(), undone_by=malte)
    assert "13 av 40." in text_of(get(sign_in(pelle)))


def test_the_figures_of_another_municipality_stay_there(sign_in, fia, result, target):
    page = text_of(get(sign_in(fia)))
    assert "Inget att visa ännu" in page
    assert "Fastighetsförvaltningen" not in page
    assert "Måleriet" not in page


@pytest.mark.parametrize("name", ["ulla", "nils"])
def test_those_who_may_not_see_figures_are_refused(request, sign_in, result, name):
    client = sign_in(request.getfixturevalue(name))
    assert get(client).status_code == 403
    assert client.get(reverse("counting_rules")).status_code == 403


def test_a_role_in_one_organisation_gives_nothing_in_another(sign_in, ulla, haninge, result, target):
    from apps.accounts.models import Membership

    Membership.objects.create(user=ulla, organisation=haninge, role="politician")
    client = sign_in(ulla)
    session = client.session
    session["organisation"] = result.organisation_id
    session.save()
    assert get(client).status_code == 403


def test_pelle_gets_no_way_to_the_rows_and_olivia_does(sign_in, pelle, olivia, result, target):
    rows = f"{reverse('placement_list')}?year=2016"
    assert rows not in text_of(get(sign_in(pelle)))
    assert rows in text_of(get(sign_in(olivia)))


def test_no_code_stands_on_the_page_even_for_malte(sign_in, malte, result, target):
    codes = result.placements.values_list("participant__code", flat=True)
    page = text_of(get(sign_in(malte)))
    assert len(codes) == 31
    assert not [code for code in codes if code in page]


def test_departments_stand_with_their_part_of_the_result(sign_in, pelle, result, target):
    rows = csv_of(get(sign_in(pelle), format="csv", diagram="forvaltning"))
    assert rows == ["Förvaltning;Antal", "Fastighetsförvaltningen;26"]


def test_every_chart_comes_as_csv_that_sums_to_the_result(sign_in, pelle, result, target, helsingborg):
    make_result(helsingborg, 2015)
    client = sign_in(pelle)
    for chart in get(client).context["figures"]:
        rows = csv_of(get(client, format="csv", diagram=chart.caption.key))
        assert rows[0] == ";".join(chart.table.header)
        assert len(rows) == len(chart.table.rows) + 1
    assert csv_of(get(client, format="csv", diagram="kvartal"))[-1] == "Summa;13;6;7;26"
    assert csv_of(get(client, format="csv", diagram="utveckling"))[-1] == "December;26;40;26"
    assert csv_of(get(client, format="csv", diagram="ar-mot-ar"))[-1] == "Summa;26;26;0"


@pytest.mark.parametrize("query", [{"diagram": "finns-inte"}, {}])
def test_a_chart_that_does_not_exist_is_404(sign_in, pelle, result, query):
    assert get(sign_in(pelle), format="csv", **query).status_code == 404


@pytest.mark.parametrize("year", ["1999", "2101", "abc", "", "20１6", "99999999999999999999", "-2016", "2016;--"])
def test_an_impossible_year_is_404(sign_in, pelle, year):
    assert get(sign_in(pelle), year).status_code == 404


def test_this_year_is_shown_when_none_is_asked_for(sign_in, pelle, helsingborg):
    response = sign_in(pelle).get(URL)
    assert f"Mål och resultat {timezone.localdate().year}" in text_of(response)


def test_the_year_picker_offers_years_with_placements_or_targets(sign_in, pelle, result, helsingborg):
    make_target(helsingborg, 2019)
    assert get(sign_in(pelle)).context["years"] == [timezone.localdate().year, 2019, 2016]


def test_an_empty_year_gives_carin_and_malte_their_first_step(sign_in, carin, malte, pelle):
    assert f"{reverse('target_create')}?ar=2016" in text_of(get(sign_in(carin)))
    assert reverse("placement_create") in text_of(get(sign_in(malte))).split("<main", 1)[1]
    assert "CSR-samordnaren lägger in målet" in text_of(get(sign_in(pelle)))


@pytest.mark.parametrize("rule", CountingRule.values)
def test_every_rule_makes_a_page_that_prints_its_rule(sign_in, pelle, result, helsingborg, rule):
    make_target(helsingborg, counting_rule=rule)
    response = get(sign_in(pelle))
    assert response.status_code == 200
    assert response.context["figures"].progress.caption.note in text_of(response)


def test_a_future_year_with_a_target_shows_it_without_a_verdict(sign_in, pelle, helsingborg):
    year = timezone.localdate().year + 1
    make_target(helsingborg, year, decided_on=date(2016, 1, 1))
    assert f"Målet för {year} är 40 invånare. Året har inte börjat." in text_of(get(sign_in(pelle), year))


@pytest.mark.parametrize("rule", CountingRule.values)
def test_the_page_costs_twelve_queries_at_most_with_2_and_with_50_placements(sign_in, olivia, helsingborg, rule):
    make_target(helsingborg, counting_rule=rule)
    client, costs = sign_in(olivia), []
    get(client)  # the first page of a session writes it
    for many in (2, 48):
        for number in range(many):
            department = people.make_department(helsingborg)
            contract = people.make_contract(people.make_procurement(helsingborg, department=department))
            participant = people.make_participant(helsingborg, f"Q{many:02d}-{number:03d}")
            people.make_placement(contract, participant, started_on=date(2016, number % 12 + 1, 3))
        get(client)  # what stands beside the result is found now, and kept
        with CaptureQueriesContext(connection) as captured:
            assert get(client).status_code == 200
        costs.append(len(captured))
    assert costs[0] == costs[1] <= 12
