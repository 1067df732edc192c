"""The organisation one works in, and that rights in one give nothing in another."""

import pytest

from apps.accounts.models import Department, Invitation, Membership, Organisation
from procurement_csr.people import make_contract, make_person, make_placement, make_procurement

pytestmark = pytest.mark.django_db


@pytest.fixture
def siri(helsingborg, haninge):
    """Matcher in Helsingborg and politician in Haninge."""
    siri = make_person("Siri", "matcher", helsingborg)
    Membership.objects.create(user=siri, organisation=haninge, role="politician")
    return siri


def text(response) -> str:
    return " ".join(response.content.decode().split())


def switch(client, organisation, **fields):
    return client.post("/byt-organisation/", {"organisation": organisation.pk, **fields})


def test_the_header_offers_the_other_organisation_and_the_switch_stays(sign_in, siri, helsingborg, haninge):
    client = sign_in(siri)
    page = text(client.get("/tillganglighet/"))
    assert 'action="/byt-organisation/"' in page
    assert f'value="{haninge.pk}"' in page
    answer = switch(client, helsingborg)
    assert answer.url == "/"
    assert client.get("/tillganglighet/").wsgi_request.organisation == helsingborg
    switch(client, haninge)
    assert client.get("/tillganglighet/").wsgi_request.organisation == haninge


def test_somebody_with_one_organisation_has_nothing_to_switch(sign_in, olivia):
    page = text(sign_in(olivia).get("/tillganglighet/"))
    assert "Helsingborg" in page
    assert "/byt-organisation/" not in page


def test_the_switch_goes_back_to_a_page_of_ours_only(sign_in, siri, haninge):
    client = sign_in(siri)
    assert switch(client, haninge, next="/tillganglighet/").url == "/tillganglighet/"
    for elsewhere in ("https://elak.example/", "//elak.example/", "javascript:alert(1)", "http:///elak.example"):
        assert switch(client, haninge, next=elsewhere).url == "/"


@pytest.mark.parametrize("value", ["", "0", "-1", "abc", "1e3", "99999999999999999999", "\x00"])
def test_an_organisation_that_is_none_is_not_found(sign_in, siri, value):
    assert sign_in(siri).post("/byt-organisation/", {"organisation": value}).status_code == 404


def test_an_organisation_that_is_not_one_s_own_is_not_found(sign_in, olivia, haninge):
    client = sign_in(olivia)
    assert switch(client, haninge).status_code == 404
    assert client.get("/tillganglighet/").wsgi_request.organisation.name == "Helsingborg"


def test_a_role_taken_away_takes_the_chosen_organisation_along(sign_in, siri, helsingborg, haninge):
    client = sign_in(siri)
    switch(client, haninge)
    siri.memberships.filter(organisation=haninge).delete()
    assert client.get("/tillganglighet/").wsgi_request.organisation == helsingborg


def test_a_matcher_here_who_is_a_politician_there_sees_participants_here_only(siri, helsingborg, haninge):
    here, there = (make_placement(make_contract(make_procurement(each))) for each in (helsingborg, haninge))
    codes = type(here.participant).objects.visible_to(siri, "placements.view_participant")
    assert list(codes) == [here.participant]
    assert list(type(here).objects.visible_to(siri, "placements.change_placement")) == [here]
    assert there.participant not in codes
    assert siri.has_perm("placements.view_participant", helsingborg)
    assert not siri.has_perm("placements.view_participant", haninge)
    assert siri.has_perm("targets.view_dashboard", haninge)


def test_an_administrator_there_rules_nothing_here(sign_in, olivia, helsingborg, haninge):
    Membership.objects.create(user=olivia, organisation=haninge, role="administrator")
    own = Department.objects.create(organisation=helsingborg, name="Teknik")
    client = sign_in(olivia)
    switch(client, helsingborg)
    for path in ("/installningar/", "/installningar/organisation/", "/installningar/inbjudningar/ny/"):
        assert client.get(path).status_code == 403, path
        assert client.post(path, {"name": "Nytt"}).status_code in {403, 405}, path
    assert client.get(f"/installningar/forvaltningar/{own.pk}/").status_code == 404
    switch(client, haninge)
    page = text(client.get("/installningar/"))
    assert "Teknik" not in page


@pytest.mark.parametrize("model", [Organisation, Department, Membership, Invitation])
def test_settings_rows_are_seen_by_the_organisation_s_administrator_only(model, adam, olivia, helsingborg, haninge):
    for organisation in (helsingborg, haninge):
        Department.objects.create(organisation=organisation, name="Teknik")
        Invitation.objects.create(organisation=organisation, email="frida@exempel.se", role="officer")
        make_person(f"Berit{organisation.pk}", "officer", organisation)
    rows = model.objects.visible_to(adam, "accounts.change_organisation")
    assert rows.exists()
    assert {getattr(row, "organisation", row) for row in rows} == {helsingborg}
    assert not model.objects.visible_to(olivia, "accounts.change_organisation").exists()


def test_a_person_who_may_not_sign_in_any_more_has_no_rights(adam, helsingborg):
    adam.is_active = False
    assert not adam.has_perm("accounts.change_organisation", helsingborg)
    assert not Organisation.objects.visible_to(adam, "accounts.change_organisation").exists()
