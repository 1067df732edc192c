"""One's own account: the name, the roles, closing it and opening it again."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import connections
from django.test import Client
from django.urls import reverse

from apps.accounts import actions
from apps.accounts.invitation_links import make_token
from apps.accounts.models import Invitation, Membership, User
from procurement_csr.people import make_department, make_person

pytestmark = pytest.mark.django_db

PASSWORD = "tre-udda-ord-till-olivia"
PAGE, NAME, CLOSE = "/konto/", "/konto/namn/", "/konto/stang/"


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def olivia(helsingborg):
    return make_person("Olivia", "officer", helsingborg, password=PASSWORD)


def signed_in(email="olivia@exempel.se", password=PASSWORD) -> Client:
    """A browser of its own, signed in through the form."""
    client = Client()
    assert client.post("/konto/logga-in/", {"login": email, "password": password}).status_code == 302
    return client


def text(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split())


def test_the_page_shows_name_address_and_the_roles_of_each_organisation(olivia, haninge):
    Membership.objects.create(
        user=olivia, organisation=haninge, department=make_department(haninge, "Kultur"), role="department"
    )
    page = text(signed_in().get(PAGE))
    assert "Namn Olivia" in page
    assert "olivia@exempel.se" in page
    assert "Helsingborg Upphandlare, hela organisationen" in page
    assert "Haninge Beställande förvaltning, Kultur" in page


def test_somebody_without_a_role_is_told_whom_to_ask(sign_in, nils):
    assert "Du har ingen roll än. Fråga den som är administratör" in text(sign_in(nils).get(PAGE))


def test_every_page_leads_to_ones_own_account(sign_in, olivia):
    assert f'<a href="{PAGE}">Mitt konto</a>' in sign_in(olivia).get("/", follow=True).text


def test_one_s_own_name_is_changed_and_the_history_knows_by_whom(olivia):
    client = signed_in()
    answer = client.post(NAME, {"name": "  Olivia Öberg "}, follow=True)
    assert "Namn Olivia Öberg" in text(answer)
    olivia.refresh_from_db()
    assert olivia.name == "Olivia Öberg"
    change = olivia.events.order_by("pgh_id").last()
    assert change.pgh_context.metadata["user"] == olivia.pk


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Ange ditt namn"),
        ("   ", "Ange ditt namn"),
        ("x" * 151, "Namn får ha högst 150 tecken, nu är det 151"),
        ("Olivia 850709-9805", "Namn: ”850709-…” ser ut som ett personnummer"),
        ("a\x00b", "Namn innehåller ett nolltecken"),
    ],
)
def test_a_poor_name_gets_its_sentence_and_is_not_lost(sign_in, olivia, name, sentence):
    answer = sign_in(olivia).post(NAME, {"name": name})
    assert answer.status_code == 422
    assert sentence.lower() in text(answer).lower()
    if name.strip() and "\x00" not in name:
        assert f'value="{name}"' in answer.text
    assert User.objects.get(pk=olivia.pk).name == "Olivia"


def test_a_closed_account_is_signed_out_everywhere_and_keeps_roles_and_history(olivia):
    here, elsewhere = signed_in(), signed_in()
    answer = here.post(CLOSE, {"password": PASSWORD}, follow=True)
    assert "Kontot är stängt och du är utloggad" in text(answer)
    for browser in (here, elsewhere):
        assert browser.get(PAGE).url.startswith("/konto/logga-in/")
    olivia.refresh_from_db()
    assert not olivia.is_active
    assert olivia.memberships.get().role == "officer"
    refused = Client().post("/konto/logga-in/", {"login": olivia.email, "password": PASSWORD}, follow=True)
    assert "avstängt" in text(refused)
    assert not refused.wsgi_request.user.is_authenticated


def test_old_sessions_stay_dead_when_the_account_is_opened_again(sign_in, adam, olivia):
    here, elsewhere = signed_in(), signed_in()
    kept = elsewhere.cookies["sessionid"].value
    here.post(CLOSE, {"password": PASSWORD})
    membership = olivia.memberships.get()
    actions.reopen_account(membership=membership, by=adam)
    assert Session.objects.filter(pk=kept).exists()
    assert elsewhere.get(PAGE).url.startswith("/konto/logga-in/")
    assert "Namn Olivia" in text(signed_in().get(PAGE))


@pytest.mark.parametrize(
    ("password", "sentence"), [("", "Ange ditt lösenord"), ("fel-ord", "Lösenordet stämmer inte. Skriv det igen.")]
)
def test_an_account_is_closed_only_with_its_password(olivia, password, sentence):
    answer = signed_in().post(CLOSE, {"password": password})
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert 'value="fel-ord"' not in answer.text
    assert User.objects.get(pk=olivia.pk).is_active


def test_passwords_cannot_be_guessed_at_the_door_of_an_unlocked_desk(olivia):
    client = signed_in()
    statuses = [client.post(CLOSE, {"password": f"gissning {n}"}).status_code for n in range(11)]
    assert statuses == [422] * 10 + [429]
    assert client.post(CLOSE, {"password": PASSWORD}).status_code == 429
    assert User.objects.get(pk=olivia.pk).is_active


def test_the_last_administrator_is_told_to_invite_another_first(sign_in, adam, helsingborg, haninge):
    adam.set_password(PASSWORD)
    adam.save()
    Membership.objects.create(user=adam, organisation=haninge, role="administrator")
    make_person("Hanna", "administrator", haninge)
    client = sign_in(adam)
    for answer in (client.get(CLOSE), client.post(CLOSE, {"password": PASSWORD})):
        assert "Du är den enda administratören i Helsingborg. Bjud in en administratör till innan" in text(answer)
        assert reverse("invitation_create") in answer.text
    assert answer.status_code == 422
    assert User.objects.get(pk=adam.pk).is_active
    make_person("Berit", "administrator", helsingborg)
    assert client.post(CLOSE, {"password": PASSWORD}).status_code == 302


def test_an_administrator_with_a_closed_account_does_not_count(sign_in, adam, helsingborg):
    berit = make_person("Berit", "administrator", helsingborg)
    User.objects.filter(pk=berit.pk).update(is_active=False)
    assert "enda administratören" in text(sign_in(adam).post(CLOSE, {"password": "x"}))


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_administrators_who_close_at_once_leave_one(helsingborg):
    people = [make_person(name, "administrator", helsingborg, password=PASSWORD) for name in ("Adam", "Berit")]
    start = Barrier(2)

    def close(person):
        try:
            start.wait(timeout=30)
            return actions.close_account(by=person, password=PASSWORD)
        except ValidationError as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        given = list(pool.map(close, people))
    assert sum(isinstance(each, ValidationError) for each in given) == 1
    assert User.objects.filter(memberships__organisation=helsingborg, is_active=True).count() == 1


def test_the_administrator_sees_who_has_closed_and_opens_the_account_again(sign_in, adam, olivia):
    signed_in().post(CLOSE, {"password": PASSWORD})
    client, url = sign_in(adam), reverse("membership_reopen", args=[olivia.memberships.get().pk])
    assert "Stängt, öppna igen" in text(client.get("/installningar/personer/"))
    assert url in client.get("/installningar/personer/").text
    assert "Ska Olivia kunna logga in igen?" in text(client.get(url))
    assert "Kontot är öppet. Olivia loggar in" in text(client.post(url, follow=True))
    assert "Kontot är redan öppet" in text(client.get(url))
    assert url not in client.get("/installningar/personer/").text
    assert signed_in().get(PAGE).status_code == 200


def test_the_file_of_the_people_says_whose_account_is_closed(sign_in, adam, olivia):
    User.objects.filter(pk=olivia.pk).update(is_active=False)
    rows = b"".join(sign_in(adam).get("/installningar/personer/?format=csv").streaming_content).decode().splitlines()
    assert {row.split(";")[0]: row.split(";")[-1] for row in rows[1:]} == {"Adam": "öppet", "Olivia": "stängt"}


def test_an_administrator_elsewhere_opens_nobody(sign_in, haninge, olivia):
    User.objects.filter(pk=olivia.pk).update(is_active=False)
    client = sign_in(make_person("Hanna", "administrator", haninge))
    assert client.post(reverse("membership_reopen", args=[olivia.memberships.get().pk])).status_code == 404
    assert not User.objects.get(pk=olivia.pk).is_active


def test_a_closed_account_that_takes_up_an_invitation_is_open_again(olivia, haninge):
    User.objects.filter(pk=olivia.pk).update(is_active=False)
    invitation = Invitation.objects.create(email=olivia.email, organisation=haninge, role="matcher")
    url = reverse("invitation_accept", args=[make_token(invitation.pk)])
    assert Client().post(url).status_code == 302
    assert "Haninge" in text(signed_in().get(PAGE))


def test_a_name_that_was_posted_too_late_is_given_back(olivia, settings):
    client = signed_in()
    session = client.session
    session["seen_at"] -= settings.SESSION_IDLE_SECONDS + 1
    session.save()
    assert client.post(NAME, {"name": "Olivia Öberg"}).url.startswith("/konto/logga-in/")
    client.post("/konto/logga-in/", {"login": olivia.email, "password": PASSWORD})
    assert 'value="Olivia Öberg"' in client.get(NAME).text


def test_a_password_that_was_posted_too_late_is_laid_aside_nowhere(olivia, settings):
    client = signed_in()
    session = client.session
    session["seen_at"] -= settings.SESSION_IDLE_SECONDS + 1
    session.save()
    client.post(CLOSE, {"password": PASSWORD})
    assert PASSWORD not in str(dict(client.session))
    assert User.objects.get(pk=olivia.pk).is_active
