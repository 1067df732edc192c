"""Signing in and out, forgotten and changed passwords, through the real forms."""

import re
import time

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from apps.accounts.adapter import POST_OFFICE
from apps.accounts.models import User
from procurement_csr.people import make_person

pytestmark = pytest.mark.django_db

PASSWORD = "tre-udda-ord-till-olivia"
OTHER_PASSWORD = "helt-andra-ord-till-olivia"
LOGIN, RESET, CHANGE = "/konto/logga-in/", "/konto/losenord/glomt/", "/konto/losenord/byt/"
NO_SUCH_PAIR = "E-postadressen eller lösenordet stämmer inte."
LOCKED = "För många försök att logga in. Vänta fem minuter"


@pytest.fixture(autouse=True)
def quick_hashes(request, settings):
    """Passwords are hashed slowly on purpose; only the test that measures it pays for that."""
    if "takes_as_long" not in request.node.name:
        settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def olivia(helsingborg):
    return make_person("Olivia", "officer", helsingborg, password=PASSWORD)


def text(response) -> str:
    return " ".join(response.content.decode().split())


def sign_in(client, password=PASSWORD, email="olivia@exempel.se", **fields):
    return client.post(LOGIN, {"login": email, "password": password, **fields})


def is_signed_in(client) -> bool:
    return client.get("/").headers.get("Location") != f"{LOGIN}?next=/"


def posted_mail() -> list:
    """The mail sent so far, once the post office is idle."""
    POST_OFFICE.submit(lambda: None).result(timeout=10)
    return mail.outbox


def reset_link(client) -> str:
    client.post(RESET, {"email": "olivia@exempel.se"})
    return re.search(r"http://testserver(/\S+)", posted_mail()[-1].body)[1]


def test_olivia_signs_in_with_her_address_in_any_case(client, olivia):
    response = sign_in(client, email="Olivia@Exempel.SE")
    assert (response.status_code, response.url) == (302, "/")
    assert is_signed_in(client)


def test_a_stranger_is_sent_to_the_sign_in_and_then_to_the_page_asked_for(client, olivia):
    asked = client.get("/leverantorer/?q=bygg")
    assert asked.url == f"{LOGIN}?next=/leverantorer/%3Fq%3Dbygg"
    page = client.get(asked.url)
    assert 'name="next" value="/leverantorer/?q=bygg"' in text(page)
    assert sign_in(client, next="/leverantorer/?q=bygg").url == "/leverantorer/?q=bygg"


def test_the_sign_in_never_sends_people_to_another_site(client, olivia):
    assert sign_in(client, next="https://elak.example/").url == "/"


def test_the_answer_is_the_same_for_a_wrong_password_and_an_unknown_address(client, olivia):
    def answer(email):
        response = sign_in(client, "fel-fel-fel-fel", email)
        return response.status_code, re.sub(r'value="[^"]*"', "", text(response))

    known, unknown = answer("olivia@exempel.se"), answer("okand@exempel.se")
    assert known == unknown
    assert known[0] == 422
    assert NO_SUCH_PAIR in known[1]


def test_an_unknown_address_takes_as_long_to_refuse_as_a_wrong_password(client, olivia):
    def fastest(email):
        times = []
        for _ in range(3):
            began = time.process_time()
            sign_in(client, "fel-fel-fel-fel", email)
            times.append(time.process_time() - began)
        return min(times)

    known, unknown = fastest("olivia@exempel.se"), fastest("okand@exempel.se")
    assert 0.5 < known / unknown < 2, (known, unknown)


def test_five_wrong_tries_lock_the_account_even_for_the_right_password(client, olivia, helsingborg):
    for _ in range(5):
        assert NO_SUCH_PAIR in text(sign_in(client, "fel-fel-fel-fel"))
    response = sign_in(client)
    assert response.status_code == 422
    assert LOCKED in text(response)
    make_person("Malte", "matcher", helsingborg, password=PASSWORD)
    assert sign_in(client, email="malte@exempel.se").status_code == 302, "another account is not locked"


def test_the_tries_are_counted_in_the_database(client, olivia):
    sign_in(client, "fel-fel-fel-fel")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM cache WHERE cache_key LIKE %s", ["%login_failed%"])
        assert cursor.fetchone()[0] == 2, "one count for the account and one for the address of the visitor"


def test_a_flood_of_tries_gets_the_page_that_says_wait(client, db):
    statuses = [client.post(LOGIN, {}).status_code for _ in range(61)]
    assert statuses == [422] * 60 + [429]
    page = text(client.post(LOGIN, {}))
    assert "Vänta" in page
    assert "skip-link" in page, "it stands on the base page"


def test_empty_fields_get_a_sentence_each(client, db):
    response = client.post(LOGIN, {"login": "", "password": ""})
    assert response.status_code == 422
    assert "Ange din e-postadress" in text(response)
    assert "Ange ditt lösenord" in text(response)


@pytest.mark.parametrize("value", ["inte en adress", "o\x00@exempel.se", "a" * 300 + "@exempel.se", "öl@exempel.se"])
def test_odd_addresses_get_a_sentence_and_no_error(client, db, value):
    for path, field in ((LOGIN, "login"), (RESET, "email")):
        response = client.post(path, {field: value, "password": "x"})
        assert response.status_code in {302, 422}
    assert client.post(LOGIN, {"login": "o@exempel.se", "password": "nul\x00"}).status_code == 422


def test_a_closed_account_is_told_so_only_with_the_right_password(client, olivia):
    User.objects.filter(pk=olivia.pk).update(is_active=False)
    assert NO_SUCH_PAIR in text(sign_in(client, "fel-fel-fel-fel"))
    response = sign_in(client)
    assert response.url == "/konto/avstangt/"
    assert "Kontot är avstängt" in text(client.get(response.url))
    assert not is_signed_in(client)


def test_signing_out_takes_a_press(client, olivia):
    sign_in(client)
    assert "Vill du logga ut?" in text(client.get("/konto/logga-ut/"))
    assert is_signed_in(client)
    assert client.post("/konto/logga-ut/").url == LOGIN
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    "path",
    [
        "signup/",
        "email/",
        "confirm-email/",
        "confirm-email/abc:def/",
        "reauthenticate/",
        "login/code/confirm/",
        "login/",
        "password/reset/",
    ],
)
def test_nobody_signs_up_and_unused_pages_do_not_exist(client, olivia, path):
    assert client.get(f"/konto/{path}").status_code == 404
    assert client.post(f"/konto/{path}", {"email": "ny@exempel.se", "password1": PASSWORD}).status_code == 404
    client.force_login(olivia, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(f"/konto/{path}").status_code == 404


def test_a_forgotten_password_is_replaced_through_a_swedish_mail(client, olivia):
    response = client.post(RESET, {"email": "olivia@exempel.se"})
    assert response.url == "/konto/losenord/glomt/skickat/"
    assert client.get(response.url).status_code == 200
    (letter,) = posted_mail()
    assert letter.subject == "Välj ett nytt lösenord i Steget"
    assert letter.to == ["olivia@exempel.se"]
    assert "gäller i en timme" in letter.body
    link = re.search(r"http://testserver(/konto/losenord/nytt/\S+)", letter.body)[1]
    form = client.get(link, follow=True)
    path = form.redirect_chain[-1][0]
    assert "Välj ett nytt lösenord" in text(form)
    saved = client.post(path, {"password1": OTHER_PASSWORD, "password2": OTHER_PASSWORD}, follow=True)
    assert saved.redirect_chain[-1][0] == "/konto/losenord/nytt/klart/"
    assert sign_in(client).status_code == 422
    assert sign_in(client, OTHER_PASSWORD).status_code == 302
    assert posted_mail()[-1].subject == "Ditt lösenord i Steget är bytt"


def test_a_reset_link_opens_once(client, olivia):
    link = reset_link(client)
    path = client.get(link).url
    client.post(path, {"password1": OTHER_PASSWORD, "password2": OTHER_PASSWORD})
    assert "Länken gäller inte längre" in text(client.get(link))


def test_a_locked_out_person_gets_in_by_choosing_a_new_password(client, olivia):
    for _ in range(6):
        sign_in(client, "fel-fel-fel-fel")
    path = client.get(reset_link(client)).url
    client.post(path, {"password1": OTHER_PASSWORD, "password2": OTHER_PASSWORD})
    assert sign_in(client, OTHER_PASSWORD).status_code == 302


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("kort", "Lösenordet ska ha minst 12 tecken. Lägg till ett ord."),
        ("1qaz2wsx3edc", "Lösenordet är ett av de vanligaste. Välj ett annat"),
        ("471193658204", "Lösenordet får inte bara bestå av siffror. Lägg till ord."),
        ("olivia@exempel.se", "Lösenordet liknar ditt namn eller din e-postadress. Välj ett annat."),
    ],
)
def test_a_poor_new_password_is_refused_in_swedish(client, olivia, password, sentence):
    path = client.get(reset_link(client)).url
    response = client.post(path, {"password1": password, "password2": password})
    assert response.status_code == 422
    assert sentence in text(response)


def test_two_different_new_passwords_are_refused(client, olivia):
    path = client.get(reset_link(client)).url
    response = client.post(path, {"password1": OTHER_PASSWORD, "password2": PASSWORD})
    assert response.status_code == 422
    assert "Lösenorden är inte lika" in text(response)


def test_a_forgotten_password_of_an_unknown_address_gets_the_same_answer_and_no_mail(client, olivia):
    known = client.post(RESET, {"email": "olivia@exempel.se"})
    unknown = client.post(RESET, {"email": "okand@exempel.se"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert [letter.to for letter in posted_mail()] == [["olivia@exempel.se"]]


def test_a_mail_server_that_is_down_shows_neither_an_error_nor_who_has_an_account(client, olivia, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    known = client.post(RESET, {"email": "olivia@exempel.se"})
    unknown = client.post(RESET, {"email": "okand@exempel.se"})
    assert (
        (known.status_code, known.url) == (unknown.status_code, unknown.url) == (302, "/konto/losenord/glomt/skickat/")
    )
    POST_OFFICE.submit(lambda: None).result(timeout=10)


def test_the_sixth_mail_in_an_hour_to_one_address_is_refused_known_or_not(client, olivia):
    for email in ("olivia@exempel.se", "okand@exempel.se"):
        statuses = [client.post(RESET, {"email": email}).status_code for _ in range(6)]
        assert statuses == [302] * 5 + [429]


def test_olivia_changes_her_password_stays_signed_in_and_is_told_by_mail(client, olivia):
    sign_in(client)
    wrong = {"oldpassword": "fel-fel-fel-fel", "password1": OTHER_PASSWORD, "password2": OTHER_PASSWORD}
    refused = client.post(CHANGE, wrong)
    assert refused.status_code == 422
    assert "Det nuvarande lösenordet stämmer inte." in text(refused)
    changed = client.post(CHANGE, wrong | {"oldpassword": PASSWORD})
    assert changed.url == "/"
    assert is_signed_in(client)
    (letter,) = posted_mail()
    assert letter.subject == "Ditt lösenord i Steget är bytt"
    assert "Var det inte du?" in letter.body


def test_a_session_open_elsewhere_ends_when_the_password_changes(client, olivia):
    elsewhere = Client()
    sign_in(elsewhere)
    sign_in(client)
    client.post(CHANGE, {"oldpassword": PASSWORD, "password1": OTHER_PASSWORD, "password2": OTHER_PASSWORD})
    assert not is_signed_in(elsewhere)


def test_a_person_without_a_role_is_told_whom_to_ask(client, db):
    make_person("Nils", password=PASSWORD)
    response = sign_in(client, email="nils@exempel.se")
    page = text(client.get(response.url))
    assert "Du har ingen roll än" in page
    assert "nils@exempel.se" in page


def test_the_union_representative_starts_among_the_consultations(client, helsingborg):
    make_person("Ulla", "union", helsingborg, password=PASSWORD)
    sign_in(client, email="ulla@exempel.se")
    assert "Inga förhandlingar än" in text(client.get("/", follow=True))
