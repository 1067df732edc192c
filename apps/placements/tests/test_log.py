"""Log a placement, through the page."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from apps.placements import codes
from apps.placements.models import Participant, Placement
from procurement_csr.people import make_contract, make_participant, make_placement, make_procurement, make_supplier

URL = "/placeringar/ny/"


def text_of(response):
    return response.content.decode()


def test_the_form_has_today_full_time_and_the_only_contract_chosen(sign_in, malte, contract, painters, today):
    page = text_of(sign_in(malte).get(URL))
    assert f'value="{today.isoformat()}"' in page
    assert 'value="100"' in page
    assert f'value="{contract.pk}-{painters.pk}"' in page
    assert page.count("checked") == 1
    assert "Ny deltagare: koden visas när du sparat" in page


def test_a_placement_is_saved_and_the_new_code_is_shown(sign_in, malte, helsingborg, filled):
    response = sign_in(malte).post(URL, filled(), follow=True)
    placement = Placement.objects.get()
    assert response.redirect_chain == [(placement.get_absolute_url(), 302)]
    assert (placement.organisation, placement.number, placement.created_by) == (helsingborg, 1, malte)
    assert codes.problem(placement.participant.code) == ""
    assert "Sparad." in text_of(response)
    assert placement.participant.code in text_of(response)
    assert reverse("placement_undo", args=[placement.pk]) in text_of(response)


def test_the_code_waits_neither_in_the_session_nor_in_a_cookie(client, sign_in, malte, filled):
    sign_in(malte).post(URL, filled())
    code = Participant.objects.get().code
    assert code not in str(dict(client.session))
    assert all(code not in cookie.value for cookie in client.cookies.values())


def test_the_banner_counts_with_what_an_upper_app_says(sign_in, malte, filled, settings):
    settings.PAGE_PANELS = {"placement_saved": ["apps.placements.tests.test_log.count_panel"]}
    assert "Sparad. 27 av 40 i år." in text_of(sign_in(malte).post(URL, filled(), follow=True))


def count_panel(request, placement):
    from apps.core.panels import Panel

    return Panel("27 av 40 i år.", "", {})


def test_save_and_log_another_keeps_supplier_contract_and_kind_and_shows_the_code(sign_in, malte, contract, filled):
    values = filled()
    del values["save"]
    response = sign_in(malte).post(URL, values | {"another": "1"})
    query = parse_qs(urlsplit(response.url).query)
    assert query == {"arbetsplats": [values["contract"]], "insats": ["internship"]}
    page = text_of(sign_in(malte).get(response.url))
    assert Participant.objects.get().code in page
    assert page.count("checked") == 3  # the kind, the supplier and who referred


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("kind", "", "Välj insats"),
        ("kind", "dans", "Välj"),
        ("contract", "", "Välj avtal"),
        ("contract", "7", "Välj avtal"),
        ("contract", "99999-1", "Välj avtal"),
        ("contract", "9" * 40, "Välj avtal"),
        ("started_on", "", "Ange startdatum"),
        ("started_on", "1999-12-31", "ligger före år 2000"),
        ("started_on", "2090-01-01", "mer än ett år framåt"),
        ("started_on", "snart", "till exempel 2026-03-14"),
        ("planned_end_on", "2001-01-01", "före startdatumet"),
        ("planned_end_on", "2099-01-01", "mer än tio år"),
        ("extent_percent", "0", "minst 1"),
        ("extent_percent", "101", "högst 100"),
        ("extent_percent", "halvtid", "med siffror"),
        ("code", "K7M-4Q3", "felskriven"),
        ("code", "K7M-4Q2", "finns inte i Helsingborg"),
        ("code", "850709-9805", "Deltagarkod: ”850709-…” ser ut som ett personnummer"),
        ("case_reference", "850709-9805", "Referens i verksamhetssystemet: ”850709-…” ser ut som ett personnummer"),
        ("case_reference", "19850709 9805", "”19850709-…” ser ut som ett personnummer"),
        ("case_reference", "850769-9803", "personnummer"),
        ("case_reference", "9999999999", "har tio eller tolv siffror"),
        ("case_reference", "123456789012", "har tio eller tolv siffror"),
        ("case_reference", "a\x00b", "Nolltecken|null"),
        ("token", "", "Sidan hade blivit gammal"),
        ("query", "x" * 101, "högst 100"),
    ],
)
def test_a_wrong_value_gets_its_sentence_and_nothing_is_lost(sign_in, malte, filled, field, value, sentence):
    response = sign_in(malte).post(URL, filled(**{field: value}))
    page = text_of(response)
    assert response.status_code == 422
    assert any(each.lower() in page.lower() for each in sentence.split("|"))
    assert "<title>Fel: " in page
    assert not Placement.objects.exists()
    assert not Participant.objects.exists()
    if field not in ("kind", "contract", "token", "case_reference"):
        assert f'value="{value}"' in page


def test_a_contract_of_another_organisation_is_refused(sign_in, malte, haninge, filled):
    supplier = make_supplier()
    foreign = make_contract(make_procurement(haninge), supplier)
    response = sign_in(malte).post(URL, filled(contract=f"{foreign.pk}-{supplier.pk}"))
    assert response.status_code == 422
    assert "Välj avtal" in text_of(response)
    assert not Placement.objects.exists()


def test_a_contract_of_another_department_is_refused_for_a_matcher_of_one(
    sign_in, helsingborg, school_department, filled
):
    from procurement_csr.people import make_person

    siv = make_person("Siv", "matcher", helsingborg, school_department)
    response = sign_in(siv).post(URL, filled())
    assert response.status_code == 422
    assert "Målarna" not in text_of(response)


def test_a_supplier_that_is_not_on_the_contract_is_refused(sign_in, malte, contract, filled):
    stranger = make_supplier()
    assert sign_in(malte).post(URL, filled(contract=f"{contract.pk}-{stranger.pk}")).status_code == 422


def test_a_known_code_gives_the_same_participant_however_it_is_typed(sign_in, malte, helsingborg, contract, filled):
    ola = make_participant(helsingborg, "K7M-4Q2")
    response = sign_in(malte).post(URL, filled(code=" k7m 4q2"))
    assert response.status_code == 302
    assert Placement.objects.get().participant == ola
    assert Participant.objects.count() == 1


def test_a_code_of_another_organisation_does_not_exist_here(sign_in, malte, haninge, filled):
    make_participant(haninge, "K7M-4Q2")
    response = sign_in(malte).post(URL, filled(code="K7M-4Q2"))
    assert response.status_code == 422
    assert "finns inte i Helsingborg" in text_of(response)


def test_a_case_reference_is_kept_with_the_new_participant(sign_in, malte, filled):
    assert sign_in(malte).post(URL, filled(case_reference=" AMF 2026/17 ")).status_code == 302
    assert Participant.objects.get().case_reference == "AMF 2026/17"


def test_a_known_case_reference_asks_do_you_know_the_code_and_a_second_press_says_yes(
    sign_in, malte, helsingborg, filled
):
    ola = make_participant(helsingborg, "K7M-4Q2")
    Participant.objects.filter(pk=ola.pk).update(case_reference="AMF 2026/17")
    values = filled(case_reference="amf 2026/17")
    response = sign_in(malte).post(URL, values)
    page = text_of(response)
    assert response.status_code == 422
    assert "Känner du igen koden?" in page
    assert 'value="K7M-4Q2"' in page
    assert sign_in(malte).post(URL, values | {"code": "K7M-4Q2"}).status_code == 302
    assert Placement.objects.get().participant == ola


def test_a_reference_and_a_code_of_different_participants_are_refused(sign_in, malte, helsingborg, filled):
    ola, eva = make_participant(helsingborg, "K7M-4Q2"), make_participant(helsingborg, "K7M-5P2")
    Participant.objects.filter(pk=eva.pk).update(code=codes.make(__import__("random").Random(7)), case_reference="A 1")
    response = sign_in(malte).post(URL, filled(code=ola.code, case_reference="A 1"))
    assert response.status_code == 422
    assert f"inte till {ola.code}" in text_of(response)


def test_the_same_participant_contract_and_start_is_refused(sign_in, malte, helsingborg, filled):
    make_participant(helsingborg, "K7M-4Q2")
    assert sign_in(malte).post(URL, filled(code="K7M-4Q2")).status_code == 302
    response = sign_in(malte).post(URL, filled(code="K7M-4Q2", kind="employment"))
    assert response.status_code == 422
    assert "redan en placering på avtalet med samma startdatum" in text_of(response)
    assert Placement.objects.count() == 1


def test_an_overlap_is_saved_with_a_warning(sign_in, malte, helsingborg, contract, filled, today):
    ola = make_participant(helsingborg, "K7M-4Q2")
    other = make_placement(contract, ola, started_on=today - timedelta(days=30))
    response = sign_in(malte).post(URL, filled(code="K7M-4Q2"), follow=True)
    assert f"en annan placering samtidigt: {other}" in text_of(response)
    assert Placement.objects.count() == 2


def test_a_start_before_the_contract_is_saved_with_a_warning(sign_in, malte, filled):
    response = sign_in(malte).post(URL, filled(started_on="2019-12-31"), follow=True)
    assert "före avtalets start 2020-01-01" in text_of(response)
    assert Placement.objects.count() == 1


def test_a_repeated_post_with_the_same_token_makes_one_row_and_shows_the_first_result(sign_in, malte, filled):
    values = filled()
    first = sign_in(malte).post(URL, values)
    second = sign_in(malte).post(URL, values | {"kind": "employment"})
    assert first.url == second.url
    assert Placement.objects.get().kind == "internship"
    assert Participant.objects.count() == 1
    assert "Sparad." in text_of(sign_in(malte).get(second.url))


def test_a_token_of_somebody_else_is_refused(sign_in, malte, mio, haninge, filled):
    theirs = make_placement(make_contract(make_procurement(haninge)))
    response = sign_in(malte).post(URL, filled(token=str(theirs.token)))
    assert response.status_code == 422


def test_numbers_count_up_in_each_organisation(sign_in, malte, helsingborg, haninge, contract, filled):
    make_placement(make_contract(make_procurement(haninge)), number=900)
    make_placement(contract, number=41)
    sign_in(malte).post(URL, filled())
    assert Placement.objects.get(created_by=malte).number == 42


def test_the_search_finds_a_supplier_and_loses_nothing(sign_in, malte, helsingborg, contract, filled):
    florists = make_supplier("Ängens Blommor AB")
    theirs = make_contract(make_procurement(helsingborg, "Snittblommor"), florists, number="B-7")
    values = filled(query="angens", search="1", code="K7M-4Q", extent_percent="halv", kind="employment", contract="")
    del values["save"]
    response = sign_in(malte).post(URL, values)
    page = text_of(response)
    assert response.status_code == 200
    assert "Fel:" not in page
    assert f'value="{theirs.pk}-{florists.pk}"' in page
    assert "Målarna" not in page
    for kept in ('value="K7M-4Q"', 'value="halv"', f'value="{values["token"]}"', 'value="angens"'):
        assert kept in page
    assert not Placement.objects.exists()


def test_a_search_without_result_says_so(sign_in, malte, contract, filled):
    page = text_of(sign_in(malte).post(URL, filled(query="<b>Zebra\x00", search="1")))
    assert "”&lt;b&gt;Zebra” finns inte bland organisationens avtal" in page


def test_with_many_contracts_the_three_latest_of_this_user_are_shown(sign_in, malte, olivia, helsingborg):
    procurement = make_procurement(helsingborg)
    contracts = [make_contract(procurement) for _ in range(16)]
    for contract in contracts[:5]:
        make_placement(contract, created_by=malte)
    make_placement(contracts[9], created_by=olivia)
    page = text_of(sign_in(malte).get(URL))
    shown = [contract for contract in contracts if f'value="{contract.pk}-' in page]
    assert shown == contracts[2:5]


def test_one_recent_supplier_among_many_is_not_chosen_for_the_user(sign_in, malte, helsingborg, contract):
    make_placement(contract, created_by=malte, kind="employment")
    for _ in range(16):
        make_contract(make_procurement(helsingborg))
    page = text_of(sign_in(malte).get(URL))
    assert "Målarna" in page
    assert "checked" not in page


def test_running_contracts_come_before_those_that_are_over(sign_in, malte, helsingborg, today):
    procurement = make_procurement(helsingborg)
    old = make_contract(procurement, make_supplier("Aaa AB"), ends_on=today - timedelta(days=1))
    new = make_contract(procurement, make_supplier("Bbb AB"), ends_on=today)
    page = text_of(sign_in(malte).get(URL))
    assert page.index(f'value="{new.pk}-') < page.index(f'value="{old.pk}-')
    assert "(avslutat)" in page


def test_a_link_from_the_contract_chooses_it(sign_in, malte, helsingborg, contract):
    make_contract(make_procurement(helsingborg))
    page = text_of(sign_in(malte).get(f"{URL}?avtal={contract.pk}"))
    assert page.count("checked") == 1
    for nonsense in ("x", "9" * 30, "-1", "%00"):
        assert sign_in(malte).get(f"{URL}?avtal={nonsense}&arbetsplats={nonsense}&insats={nonsense}").status_code == 200


def test_an_organisation_without_contracts_gets_an_explanation(sign_in, malte):
    assert "inga avtal" in text_of(sign_in(malte).get(URL)).lower()


def test_an_expired_session_gives_back_the_filled_form(client, sign_in, malte, filled):
    sign_in(malte)
    session = client.session
    session["started_at"] = session["seen_at"] = 0
    session.save()
    response = client.post(URL, filled(kind="apprenticeship", case_reference="AMF 9", extent_percent="75"))
    assert response.status_code == 302
    assert "/konto/" in response.url
    page = text_of(sign_in(malte).get(URL))
    assert 'value="AMF 9"' in page
    assert 'value="75"' in page
    assert not Placement.objects.exists()


@pytest.mark.parametrize("person", ["olivia", "carin", "doris", "ulla", "pelle", "adam", "nils"])
def test_only_matchers_log_placements(request, sign_in, filled, person):
    client = sign_in(request.getfixturevalue(person))
    assert client.get(URL).status_code == 403
    assert client.post(URL, filled()).status_code == 403
    assert not Placement.objects.exists()


def test_a_matcher_of_another_municipality_cannot_use_our_contract(sign_in, mio, filled):
    assert sign_in(mio).post(URL, filled()).status_code == 422
