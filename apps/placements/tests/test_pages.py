"""The list, a placement's page, correcting, ending and undoing."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.core.actions import version_of
from apps.placements.models import Placement
from procurement_csr.people import (
    make_contract,
    make_department,
    make_participant,
    make_person,
    make_placement,
    make_procurement,
    make_supplier,
)

LIST = "/placeringar/"


def text_of(response):
    return response.content.decode()


@pytest.fixture
def placement(contract, malte, today):
    return make_placement(contract, created_by=malte, number=12, started_on=today - timedelta(days=30))


@pytest.fixture
def corrected(placement, painters):
    """`corrected(kind="…")` is the correction form as shown, with those values."""

    def with_values(**values):
        shown = {
            "kind": placement.kind,
            "contract": f"{placement.contract_id}-{placement.supplier_id}",
            "started_on": placement.started_on.isoformat(),
            "planned_end_on": "",
            "extent_percent": "100",
            "referring_body": "municipality",
            "supervisor_role": "arbetsledare",
            "reason": "slip",
            "version": version_of(Placement.objects.get(pk=placement.pk)),
            "save": "1",
        }
        return shown | values

    return with_values


def listed(client, query=""):
    """Placement numbers in the list."""
    response = client.get(f"{LIST}{query}")
    assert response.status_code == 200
    return {int(row.cells[0].text[1:]) for row in response.context["list"].table.rows}


@pytest.fixture
def several(contract, placement, helsingborg, haninge, malte, school_department, today):
    other = make_contract(
        make_procurement(helsingborg, department=school_department), make_supplier("Ängens Blommor AB")
    )
    make_placement(contract, number=13, kind="employment", started_on=today + timedelta(days=9))
    ended = {"ended_on": today, "end_reason": "completed"}
    make_placement(other, number=14, kind="mentorship", started_on=today - timedelta(days=800), **ended)
    make_placement(contract, number=15, started_on=today, undone_at=timezone.now(), undone_by=malte)
    make_placement(make_contract(make_procurement(haninge)), number=900)
    return other


def test_the_list_shows_the_standing_placements_of_the_active_organisation(sign_in, olivia, several):
    assert listed(sign_in(olivia)) == {12, 13, 14}


def test_the_list_can_be_narrowed(sign_in, olivia, several, contract, school_department, today):
    client = sign_in(olivia)
    assert listed(client, "?kind=employment") == {13}
    assert listed(client, "?state=matched") == {13}
    assert listed(client, "?state=started") == {12}
    assert listed(client, "?state=ended") == {14}
    assert listed(client, "?state=ångrad") == {15}
    assert listed(client, f"?department={school_department.pk}") == {14}
    assert listed(client, f"?contract={several.pk}") == {14}
    assert listed(client, f"?supplier={contract.suppliers.get().pk}") == {12, 13}
    assert listed(client, f"?year={(today - timedelta(days=800)).year}") == {14}
    assert listed(client, "?q=angens") == {14}
    assert listed(client, "?q=p13") == {13}
    assert listed(client, "?q=13") == {13}
    assert listed(client, "?kind=employment&state=ended") == set()
    assert listed(client, "?kind=dans&state=x&department=y&year=z&contract=w&supplier=%00") == {12, 13, 14}


@pytest.mark.parametrize("person", ["malte", "olivia"])
def test_each_column_sorts_and_pages_are_whole(request, sign_in, several, person):
    client = sign_in(request.getfixturevalue(person))
    for column in ("number", "kind", "supplier", "state", "starts_on", "extent_percent"):
        assert listed(client, f"?sort={column}") == listed(client, f"?sort=-{column}") == {12, 13, 14}


def test_an_empty_list_gives_the_matcher_the_first_step(sign_in, malte, olivia):
    assert "Logga den första placeringen" in text_of(sign_in(malte).get(LIST))
    page = text_of(sign_in(olivia).get(LIST))
    assert "Inga placeringar än" in page
    assert "Logga den första" not in page


def test_a_department_sees_only_its_own_placements(sign_in, doris, several):
    assert listed(sign_in(doris)) == {12, 13}
    page = text_of(sign_in(doris).get(LIST))
    assert "Skol- och fritidsförvaltningen" not in page


def test_a_list_costs_the_same_however_many_rows(sign_in, malte, helsingborg, contract):
    client = sign_in(malte)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get(LIST)
        return len(captured)

    make_placement(contract)
    queries()  # the first request also writes the session
    few = queries()
    for _ in range(12):
        procurement = make_procurement(helsingborg, department=make_department(helsingborg))
        make_placement(make_contract(procurement))
    assert queries() == few
    assert few <= 10


def test_the_export_is_as_filtered_and_has_both_ends(sign_in, olivia, several):
    body = b"".join(sign_in(olivia).get(f"{LIST}?kind=mentorship&format=csv").streaming_content).decode("utf-8-sig")
    lines = body.split("\r\n")
    assert "Planerat slut" in lines[0]
    assert "Förvaltning" in lines[0]
    assert [line.split(";")[0] for line in lines[1:] if line] == ["P14"]


def test_the_page_of_a_placement_offers_what_may_be_done(sign_in, malte, olivia, placement):
    page = text_of(sign_in(malte).get(placement.get_absolute_url()))
    for words in ("Avsluta", "Ändra", "Ångra", placement.participant.code):
        assert words in page
    page = text_of(sign_in(olivia).get(placement.get_absolute_url()))
    for words in ("Avsluta", "Ändra", "Ångra", placement.participant.code):
        assert words not in page
    assert "P12" in page


def test_a_correction_is_saved_and_stands_in_the_history(sign_in, malte, placement, corrected):
    url = f"{placement.get_absolute_url()}andra/"
    response = sign_in(malte).post(url, corrected(kind="employment", extent_percent="50"), follow=True)
    page = text_of(response)
    placement.refresh_from_db()
    assert (placement.kind, placement.extent_percent) == ("employment", 50)
    assert "Ändringarna av P12 är sparade" in page
    assert "Insats: Praktik → Anställning; omfattning: 100 % → 50 %" in page
    assert placement.events.count() == 2


def test_a_correction_can_move_to_another_contract_of_the_organisation(sign_in, malte, placement, corrected, several):
    supplier = several.suppliers.get()
    url = f"{placement.get_absolute_url()}andra/"
    assert sign_in(malte).post(url, corrected(contract=f"{several.pk}-{supplier.pk}")).status_code == 302
    placement.refresh_from_db()
    assert (placement.contract, placement.supplier) == (several, supplier)
    assert "M-12 Måleritjänster →" in text_of(sign_in(malte).get(placement.get_absolute_url()))


def test_a_correction_searches_for_a_supplier_without_saving(sign_in, malte, placement, corrected, several):
    url = f"{placement.get_absolute_url()}andra/"
    response = sign_in(malte).post(url, corrected(query="angens", search="1", extent_percent="40"))
    page = text_of(response)
    assert response.status_code == 200
    assert f'value="{several.pk}-' in page
    assert 'value="40"' in page
    placement.refresh_from_db()
    assert placement.extent_percent == 100


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"started_on": "1999-01-01"}, "före år 2000"),
        ({"extent_percent": "0"}, "minst 1"),
        ({"contract": "0-0"}, "Välj avtal"),
        ({"planned_end_on": "2001-01-01"}, "före startdatumet"),
    ],
)
def test_a_wrong_correction_gets_its_sentence(sign_in, malte, placement, corrected, values, sentence):
    response = sign_in(malte).post(f"{placement.get_absolute_url()}andra/", corrected(**values))
    assert response.status_code == 422
    assert sentence in text_of(response)
    assert placement.events.count() == 1


def test_the_second_of_two_corrections_is_shown_both(sign_in, malte, placement, corrected):
    url = f"{placement.get_absolute_url()}andra/"
    mine, theirs = corrected(extent_percent="75"), corrected(extent_percent="50")
    assert sign_in(malte).post(url, theirs).status_code == 302
    response = sign_in(malte).post(url, mine)
    assert response.status_code == 409
    assert "Nu står det: 50" in text_of(response)
    placement.refresh_from_db()
    assert placement.extent_percent == 50


def test_a_correction_that_makes_the_placement_twice_is_refused(sign_in, malte, contract, placement, corrected):
    make_placement(contract, placement.participant, number=13, started_on=placement.started_on - timedelta(days=99))
    values = corrected(started_on=(placement.started_on - timedelta(days=99)).isoformat())
    response = sign_in(malte).post(f"{placement.get_absolute_url()}andra/", values)
    assert response.status_code == 422
    assert "samma startdatum" in text_of(response)


@pytest.fixture
def ending(placement, today):
    """`ending(end_reason="…")` is the form of the end as shown, with those values."""

    def with_values(**values):
        version = version_of(Placement.objects.get(pk=placement.pk))
        return {"ended_on": today.isoformat(), "end_reason": "completed", "version": version} | values

    return with_values


def test_a_placement_is_ended_and_can_go_on_again(sign_in, malte, placement, corrected, ending, today):
    client = sign_in(malte)
    url = f"{placement.get_absolute_url()}avsluta/"
    assert "Ledde det till jobb?" in text_of(client.get(url))
    ended = ending(end_reason="moved_to_employment")
    for _ in "twice":
        assert "P12 är avslutad" in text_of(client.post(url, ended, follow=True))
    placement.refresh_from_db()
    assert (placement.ended_on, placement.end_reason) == (today, "moved_to_employment")
    assert (
        client.post(f"{placement.get_absolute_url()}andra/", corrected(ended_on="", end_reason="")).status_code == 302
    )
    placement.refresh_from_db()
    assert (placement.ended_on, placement.end_reason) == (None, "")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"end_reason": ""}, "Svara på om placeringen ledde till jobb"),
        ({"end_reason": "lottery"}, "Välj"),
        ({"ended_on": ""}, "Ange sista dag"),
        ({"ended_on": "2010-01-01"}, "före startdatumet"),
        ({"ended_on": "2099-01-01"}, "har inte varit ännu"),
        ({"version": ""}, "Sidan hade blivit gammal"),
    ],
)
def test_a_wrong_end_gets_its_sentence(sign_in, malte, placement, ending, values, sentence):
    response = sign_in(malte).post(f"{placement.get_absolute_url()}avsluta/", ending(**values))
    assert response.status_code == 422
    assert sentence in text_of(response)


def test_an_ended_placement_needs_both_date_and_reason_when_corrected(sign_in, malte, placement, corrected, today):
    Placement.objects.filter(pk=placement.pk).update(state="ended", ended_on=today, end_reason="completed")
    response = sign_in(malte).post(
        f"{placement.get_absolute_url()}andra/", corrected(ended_on=today.isoformat(), end_reason="")
    )
    assert response.status_code == 422
    assert "Ange både slutdatum och hur" in text_of(response)


def test_undo_within_ten_minutes_keeps_the_row_and_counts_it_nowhere(sign_in, malte, placement):
    url = f"{placement.get_absolute_url()}angra/"
    assert "P12 är ångrad och räknas inte" in text_of(sign_in(malte).post(url, follow=True))
    placement.refresh_from_db()
    assert placement.undone_by == malte
    assert not Placement.objects.standing().exists()
    assert "Placeringen är ångrad" in text_of(sign_in(malte).get(placement.get_absolute_url()))
    first = placement.undone_at
    assert sign_in(malte).post(url).status_code == 302
    placement.refresh_from_db()
    assert placement.undone_at == first


def test_after_ten_minutes_a_sentence_says_how_to_correct_instead(sign_in, malte, placement):
    earlier = timezone.now() - timedelta(minutes=10, seconds=1)
    Placement.objects.filter(pk=placement.pk).update(created_at=earlier)
    response = sign_in(malte).post(f"{placement.get_absolute_url()}angra/")
    assert response.status_code == 422
    assert "kan inte längre ångras. Välj Ändra" in text_of(response)
    assert Placement.objects.standing().exists()
    assert "Det går att ångra" not in text_of(sign_in(malte).get(placement.get_absolute_url()))


def test_an_undone_placement_can_be_neither_corrected_nor_ended(sign_in, malte, placement, corrected, ending):
    client = sign_in(malte)
    client.post(f"{placement.get_absolute_url()}angra/")
    for page, values in (("andra/", corrected()), ("avsluta/", ending())):
        response = client.post(f"{placement.get_absolute_url()}{page}", values)
        assert response.status_code == 422
        assert "är ångrad och kan inte ändras" in text_of(response)


@pytest.mark.parametrize("page", ["", "andra/", "avsluta/", "angra/"])
def test_a_placement_of_another_municipality_is_not_there(sign_in, mio, placement, page):
    client = sign_in(mio)
    method = client.post if page == "angra/" else client.get
    assert method(f"{placement.get_absolute_url()}{page}").status_code == 404


@pytest.mark.parametrize("person", ["olivia", "carin", "doris"])
def test_those_who_see_placements_may_not_change_them(request, sign_in, placement, person):
    client = sign_in(request.getfixturevalue(person))
    assert client.get(placement.get_absolute_url()).status_code == 200
    for page in ("andra/", "avsluta/", "angra/"):
        assert client.post(f"{placement.get_absolute_url()}{page}").status_code == 403


@pytest.mark.parametrize("person", ["ulla", "pelle", "adam", "nils"])
def test_those_without_the_right_see_no_placements(request, sign_in, placement, person):
    client = sign_in(request.getfixturevalue(person))
    for url in (LIST, placement.get_absolute_url(), placement.participant.get_absolute_url()):
        assert client.get(url).status_code == 403


def test_a_matcher_of_one_department_changes_only_its_placements(sign_in, helsingborg, placement, school_department):
    siv = make_person("Siv", "matcher", helsingborg, school_department)
    assert sign_in(siv).get(f"{placement.get_absolute_url()}andra/").status_code == 404


def test_the_participants_path_is_one_chain_in_order(sign_in, malte, helsingborg, contract, today):
    ola = make_participant(helsingborg, "K7M-4Q2")
    steps = [
        (200, "internship", "moved_to_study"),
        (90, "apprenticeship", "moved_to_employment"),
        (9, "employment", ""),
    ]
    for days, kind, reason in steps:
        start = today - timedelta(days=days)
        end = {"ended_on": start + timedelta(days=8), "end_reason": reason} if reason else {}
        make_placement(contract, ola, kind=kind, started_on=start, **end)
    response = sign_in(malte).get(ola.get_absolute_url())
    assert [step["label"] for step in response.context["steps"]] == ["Praktik", "Lärling", "Anställning"]
    assert [step["state"] for step in response.context["steps"]] == ["done", "done", "current"]
    assert "En invånare, 3 placeringar." in text_of(response)


def test_the_path_of_a_participant_whose_only_placement_was_undone_is_empty(sign_in, malte, placement):
    sign_in(malte).post(f"{placement.get_absolute_url()}angra/")
    assert "Inga placeringar" in text_of(sign_in(malte).get(placement.participant.get_absolute_url()))


def test_unknown_and_foreign_participants_are_not_there(sign_in, malte, haninge):
    foreign = make_participant(haninge, "K7M-4Q2")
    assert sign_in(malte).get(foreign.get_absolute_url()).status_code == 404
    assert sign_in(malte).get("/deltagare/999999999/").status_code == 404
