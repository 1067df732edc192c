"""The settings pages through real requests."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.accounts.models import Department, Invitation, Membership, User
from procurement_csr.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_adam(sign_in, adam):
    return sign_in(adam)


def text(response) -> str:
    return " ".join(response.content.decode().split())


ORGANISATION = {
    "name": "Helsingborgs stad",
    "org_number": "212000-1157",
    "kind": "municipality",
    "municipality_code": "1283",
    "active_from": "2015-01-01",
    "small_number_limit": "5",
}
TOKEN = "6f1f2f0e-4f0e-4df6-9f0a-0a5a4d0c8f11"


def test_adam_sees_his_organisation_departments_people_and_invitations(as_adam, helsingborg, property_department):
    Invitation.objects.create(organisation=helsingborg, email="frida@exempel.se", role="officer")
    page = text(as_adam.get("/installningar/"))
    for part in (
        "212000-1157",
        "Fastighetsförvaltningen",
        "Administratör",
        "frida@exempel.se",
        "mejlet gick inte iväg",
    ):
        assert part in page


def test_the_settings_of_an_empty_organisation_say_what_to_do_first(as_adam):
    page = text(as_adam.get("/installningar/"))
    assert "Lägg till den första" in page
    assert "Ingen väntar på att svara" in page


def test_somebody_without_the_permission_is_refused_every_settings_page(sign_in, olivia, adam, property_department):
    client, role = sign_in(olivia), adam.memberships.get()
    for path in (
        "/installningar/",
        "/installningar/organisation/",
        "/installningar/forvaltningar/ny/",
        f"/installningar/forvaltningar/{property_department.pk}/",
        "/installningar/personer/",
        f"/installningar/personer/{role.pk}/ta-bort/",
        "/installningar/inbjudningar/ny/",
    ):
        assert client.get(path).status_code == 403, path


def test_adam_corrects_the_facts_of_his_organisation(as_adam, helsingborg):
    answer = as_adam.post("/installningar/organisation/", ORGANISATION | {"org_number": "SE212000115701"}, follow=True)
    assert "Sparat." in text(answer)
    helsingborg.refresh_from_db()
    assert (helsingborg.name, helsingborg.org_number, helsingborg.municipality_code) == (
        "Helsingborgs stad",
        "2120001157",
        "1283",
    )


def test_a_wrong_check_digit_is_saved_with_a_warning(as_adam, helsingborg):
    answer = as_adam.post("/installningar/organisation/", ORGANISATION | {"org_number": "212000-1158"}, follow=True)
    assert "Kontrollsiffran i 212000-1158 stämmer inte. Numret är sparat" in text(answer)
    helsingborg.refresh_from_db()
    assert helsingborg.org_number == "2120001158"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("org_number", "850709-9805", "Organisationsnumret ser ut som ett personnummer"),
        ("org_number", "12345", "Ett organisationsnummer har tio siffror, här står 5"),
        ("org_number", "2120000084", "Det finns redan en organisation med det organisationsnumret"),
        ("name", "", "Ange organisationens namn"),
        ("name", "Haninge", "Det finns redan en organisation med det namnet"),
        ("municipality_code", "12", "Kommunkoden ska ha fyra siffror, till exempel 1283"),
        ("small_number_limit", "2", "Gränsen för små tal ska vara mellan 3 och 10"),
        ("small_number_limit", "fem", "med siffror"),
        ("active_from", "i våras", "som år-månad-dag"),
    ],
)
def test_a_wrong_fact_comes_back_with_a_sentence_and_loses_nothing(
    as_adam, helsingborg, haninge, field, value, sentence
):
    answer = as_adam.post("/installningar/organisation/", ORGANISATION | {field: value})
    assert answer.status_code == 422
    page = text(answer)
    assert sentence in page
    if value:
        assert f'value="{value}"' in page
    assert '<p class="account-text">Helsingborg</p>' in page, "the header shows what is saved"
    helsingborg.refresh_from_db()
    assert helsingborg.name == "Helsingborg"


def test_adam_adds_a_department_with_its_people_and_a_double_click_makes_one(as_adam, helsingborg, olivia):
    form = {"name": "Teknik", "head": olivia.pk, "contact": "", "token": TOKEN}
    for _ in range(2):
        answer = as_adam.post("/installningar/forvaltningar/ny/", form, follow=True)
        assert "Teknik finns nu bland förvaltningarna" in text(answer)
    assert [(each.name, each.head) for each in helsingborg.departments.all()] == [("Teknik", olivia)]
    assert "Chef Olivia" in text(as_adam.get("/installningar/"))


def test_two_departments_of_one_name_are_refused(as_adam, property_department):
    form = {"name": "fastighetsförvaltningen", "head": "", "contact": "", "token": TOKEN}
    answer = as_adam.post("/installningar/forvaltningar/ny/", form)
    assert answer.status_code == 422
    assert "Förvaltningen finns redan i organisationen." in text(answer)


def test_the_head_of_a_department_is_chosen_among_the_organisation_s_own_people(as_adam, helsingborg, fia, nils):
    page = text(as_adam.get("/installningar/forvaltningar/ny/"))
    assert "Adam" in page
    assert "Fia" not in page
    assert "Nils" not in page
    form = {"name": "Teknik", "head": fia.pk, "contact": "", "token": TOKEN}
    assert as_adam.post("/installningar/forvaltningar/ny/", form).status_code == 422
    assert not helsingborg.departments.exists()


def test_a_department_is_taken_out_of_use_and_not_deleted(as_adam, property_department):
    path = f"/installningar/forvaltningar/{property_department.pk}/"
    answer = as_adam.post(path, {"name": property_department.name, "head": "", "contact": ""}, follow=True)
    assert "Används inte längre" in text(answer)
    assert not Department.objects.get(pk=property_department.pk).is_active
    assert property_department.name not in text(as_adam.get("/installningar/inbjudningar/ny/"))


def test_a_foreign_department_and_a_foreign_role_are_not_found(as_adam, haninge, fia):
    department = Department.objects.create(organisation=haninge, name="Kultur")
    role = fia.memberships.get()
    assert as_adam.get(f"/installningar/forvaltningar/{department.pk}/").status_code == 404
    assert as_adam.post(f"/installningar/personer/{role.pk}/ta-bort/").status_code == 404
    assert Membership.objects.filter(pk=role.pk).exists()


def test_the_list_of_people_stands_in_swedish_order_and_can_be_searched_and_exported(as_adam, helsingborg, olivia):
    for name in ("Östen", "Åsa", "Ärla"):
        person = User.objects.create_user(f"p{ord(name[0])}@exempel.se", name=name)
        Membership.objects.create(user=person, organisation=helsingborg, role="officer")
    page = text(as_adam.get("/installningar/personer/"))
    order = [page.index(f"<span>{name}</span>") for name in ("Adam", "Olivia", "Åsa", "Ärla", "Östen")]
    assert order == sorted(order)
    assert "Åsa" not in text(as_adam.get("/installningar/personer/?q=oliv"))
    assert "Olivia" not in text(as_adam.get("/installningar/personer/?role=administrator"))
    export = b"".join(as_adam.get("/installningar/personer/?format=csv")).decode("utf-8-sig")
    assert "olivia@exempel.se" in export
    assert "Ta bort rollen" not in export


def test_the_settings_and_the_list_cost_the_same_for_two_people_as_for_twenty(as_adam, helsingborg):
    def cost(path):
        with CaptureQueriesContext(connection) as queries:
            assert as_adam.get(path).status_code == 200
        return [each["sql"] for each in queries]

    def grow(count):
        for number in range(count):
            person = make_person(f"P{count}x{number}", "officer", helsingborg)
            Department.objects.create(organisation=helsingborg, name=f"F{count}x{number}", head=person, contact=person)
            Invitation.objects.create(organisation=helsingborg, email=f"i{count}x{number}@exempel.se", role="officer")

    grow(2)
    as_adam.get("/installningar/")  # the first page of a session also starts its clock
    before = [cost("/installningar/"), cost("/installningar/personer/")]
    grow(20)
    after = [cost("/installningar/"), cost("/installningar/personer/")]
    assert [len(queries) for queries in after] == [len(queries) for queries in before], after


def test_adam_takes_a_role_away_after_being_asked(as_adam, olivia):
    path = f"/installningar/personer/{olivia.memberships.get().pk}/ta-bort/"
    assert "Ska Olivia inte längre vara upphandlare?" in text(as_adam.get(path))
    assert olivia.memberships.exists(), "looking takes nothing away"
    answer = as_adam.post(path, {"confirm": "1"}, follow=True)
    assert "Rollen upphandlare är borttagen från Olivia." in text(answer)
    assert not olivia.memberships.exists()


def test_the_last_administrator_cannot_be_removed(as_adam, adam, helsingborg):
    path = f"/installningar/personer/{adam.memberships.get().pk}/ta-bort/"
    answer = as_adam.post(path, {"confirm": "1"})
    assert answer.status_code == 422
    assert "Adam är den enda administratören i Helsingborg. Bjud in en administratör till" in text(answer)
    make_person("Berit", "administrator", helsingborg)
    assert as_adam.post(path, {"confirm": "1"}).status_code == 302
    assert as_adam.get("/installningar/").status_code == 403


def test_an_administrator_who_may_not_sign_in_does_not_count_as_one(as_adam, adam, helsingborg):
    berit = make_person("Berit", "administrator", helsingborg)
    User.objects.filter(pk=berit.pk).update(is_active=False)
    path = f"/installningar/personer/{adam.memberships.get().pk}/ta-bort/"
    assert as_adam.post(path, {"confirm": "1"}).status_code == 422
