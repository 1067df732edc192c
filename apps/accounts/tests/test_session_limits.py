"""A session ends after an idle hour or ten hours in all, and nothing that was typed is lost. Through the real forms."""

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.accounts.models import Membership
from procurement_csr.people import make_person

pytestmark = pytest.mark.django_db

PASSWORD = "tre-udda-ord-till-var-och-en"
HOUR = 3600
LOGIN = "/konto/logga-in/"
FORM = "/installningar/forvaltningar/ny/"
TYPED = {"name": "Kulturförvaltningen", "head": "", "contact": "", "token": "6f1f2f0e-4f0e-4df6-9f0a-0a5a4d0c8f11"}
GIVEN_BACK = "Det du skrev finns kvar men är inte sparat."
PRESS_AGAIN = "Du hade loggats ut, så ingenting hände när du tryckte. Tryck igen."


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def adam(helsingborg):
    return make_person("Adam", "administrator", helsingborg, password=PASSWORD)


@pytest.fixture
def berit(helsingborg):
    return make_person("Berit", "administrator", helsingborg, password=PASSWORD)


@pytest.fixture
def browser(adam):
    browser = Client()
    sign_in(browser, "adam")
    return browser


def text(response) -> str:
    return " ".join(response.content.decode().split())


def sign_in(browser, name, **fields):
    response = browser.post(LOGIN, {"login": f"{name}@exempel.se", "password": PASSWORD, **fields})
    assert response.status_code == 302
    return response


def let_time_pass(browser, *, idle=0, in_all=0):
    """As if the last page was seen `idle` seconds ago, and the sign-in was `in_all` seconds ago."""
    session = browser.session
    session["seen_at"] -= idle
    session["started_at"] -= in_all or idle
    session.save()


def is_signed_in(browser) -> bool:
    return "_auth_user_id" in browser.session


def test_both_clocks_start_at_the_sign_in(browser):
    now = time.time()
    assert now - 60 < browser.session["started_at"] <= now
    assert now - 60 < browser.session["seen_at"] <= now


def test_reading_pages_within_the_minute_writes_no_session(browser):
    browser.get("/installningar/")
    before = dict(browser.session.items())
    with CaptureQueriesContext(connection) as queries:
        browser.get("/installningar/")
    assert not [each for each in queries if each["sql"].startswith(("UPDATE", "INSERT"))]
    assert dict(browser.session.items()) == before


def test_an_hour_less_a_minute_is_not_too_long_and_starts_a_new_hour(browser):
    let_time_pass(browser, idle=HOUR - 60)
    assert browser.get("/installningar/").status_code == 200
    let_time_pass(browser, idle=HOUR - 60)
    assert browser.get("/installningar/").status_code == 200


def test_an_idle_hour_ends_the_session_and_the_sign_in_says_why(browser):
    let_time_pass(browser, idle=HOUR + 5)
    response = browser.get("/installningar/", follow=True)
    assert response.redirect_chain == [(f"{LOGIN}?next=/installningar/", 302)]
    assert "Du har loggats ut" in text(response)
    assert not is_signed_in(browser)


def test_ten_hours_in_all_end_the_session_however_busy_one_was(browser):
    let_time_pass(browser, idle=30, in_all=10 * HOUR + 5)
    assert browser.get("/installningar/").status_code == 302
    assert not is_signed_in(browser)


def test_a_new_sign_in_starts_both_clocks_anew(browser):
    let_time_pass(browser, idle=30, in_all=10 * HOUR + 5)
    browser.get("/installningar/")
    sign_in(browser, "adam")
    assert time.time() - browser.session["started_at"] < 60
    assert browser.get("/installningar/").status_code == 200


def test_the_session_key_changes_at_the_sign_in(adam):
    browser = Client()
    browser.get(LOGIN)
    session = browser.session
    session["before"] = True
    session.save()
    browser.cookies["sessionid"] = planted = session.session_key
    sign_in(browser, "adam")
    assert browser.session.session_key != planted


def test_a_form_sent_too_late_comes_back_filled_in_after_the_sign_in_and_is_not_saved(browser, helsingborg):
    let_time_pass(browser, idle=HOUR + 5)
    sent = browser.post(FORM, TYPED)
    assert (sent.status_code, sent.url) == (302, f"{LOGIN}?next={FORM}")
    page = browser.get(sent.url)
    assert "Det du skrev finns kvar" in text(page)
    back = sign_in(browser, "adam", next=FORM)
    assert back.url == FORM
    form = browser.get(back.url)
    assert form.status_code == 200
    assert 'value="Kulturförvaltningen"' in text(form)
    assert TYPED["token"] in text(form), "the form keeps its token, so that it still makes one row"
    assert GIVEN_BACK in text(form)
    assert not helsingborg.departments.exists(), "nothing is saved by itself"
    assert browser.post(FORM, TYPED, follow=True).status_code == 200
    assert helsingborg.departments.get().name == "Kulturförvaltningen"


def test_the_form_comes_back_once(browser):
    let_time_pass(browser, idle=HOUR + 5)
    browser.post(FORM, TYPED)
    sign_in(browser, "adam", next=FORM)
    assert "Kulturförvaltningen" in text(browser.get(FORM))
    assert "Kulturförvaltningen" not in text(browser.get(FORM))


def test_a_page_seen_before_the_late_form_does_not_lose_it(browser):
    let_time_pass(browser, idle=HOUR + 5)
    browser.get("/installningar/")
    browser.post(FORM, TYPED)
    sign_in(browser, "adam")
    browser.get("/installningar/")
    assert "Kulturförvaltningen" in text(browser.get(FORM))


def test_two_late_forms_keep_the_last_one_and_still_only_for_the_same_person(browser, berit):
    let_time_pass(browser, idle=HOUR + 5)
    browser.post(FORM, TYPED | {"name": "Första"})
    browser.post(FORM, TYPED | {"name": "Andra"})
    sign_in(browser, "berit", next=FORM)
    page = text(browser.get(FORM))
    assert "Första" not in page
    assert "Andra" not in page


def test_another_person_in_the_same_browser_gets_nothing_of_it(browser, berit):
    let_time_pass(browser, idle=HOUR + 5)
    browser.post(FORM, TYPED)
    sign_in(browser, "berit", next=FORM)
    assert "resumed" not in browser.session
    assert "Kulturförvaltningen" not in text(browser.get(FORM))
    browser.post("/konto/logga-ut/")
    sign_in(browser, "adam", next=FORM)
    assert "Kulturförvaltningen" not in text(browser.get(FORM))


def test_a_form_sent_after_signing_out_on_purpose_is_given_to_nobody(browser, berit):
    browser.post("/konto/logga-ut/")
    assert browser.post(FORM, TYPED).status_code == 302
    assert "resumed" not in browser.session
    sign_in(browser, "berit", next=FORM)
    assert "Kulturförvaltningen" not in text(browser.get(FORM))


def test_a_stranger_s_post_is_not_kept(db):
    browser = Client()
    assert browser.post(FORM, TYPED).status_code == 302
    assert not browser.session.items()


def test_a_late_upload_keeps_the_text_and_asks_for_the_file_again(browser):
    let_time_pass(browser, idle=HOUR + 5)
    browser.post(FORM, TYPED | {"file": SimpleUploadedFile("register.csv", b"a;b\n1;2\n", "text/csv")})
    sign_in(browser, "adam", next=FORM)
    page = text(browser.get(FORM))
    assert 'value="Kulturförvaltningen"' in page
    assert "Filen följde inte med, så välj den igen." in page


def test_a_form_too_large_for_a_session_is_let_go(browser):
    let_time_pass(browser, idle=HOUR + 5)
    assert browser.post(FORM, TYPED | {"name": "x" * 300_000}).status_code == 302
    assert "resumed" not in browser.session


def test_a_personal_number_is_masked_before_it_is_laid_aside(browser):
    let_time_pass(browser, idle=HOUR + 1)
    browser.post(FORM, TYPED | {"name": "850709-9805"})
    assert "850709" not in str(browser.session["resumed"])


def test_passwords_are_never_laid_aside(browser):
    let_time_pass(browser, idle=HOUR + 5)
    browser.post("/konto/losenord/byt/", {"oldpassword": PASSWORD, "password1": "x", "password2": "x"})
    assert "resumed" not in browser.session


def test_a_late_press_on_a_button_leads_back_to_its_page_and_says_press_again(browser, adam, haninge):
    Membership.objects.create(user=adam, organisation=haninge, role="administrator")
    let_time_pass(browser, idle=HOUR + 5)
    button = {"organisation": haninge.pk}
    sent = browser.post("/byt-organisation/", button, headers={"referer": "http://testserver/installningar/"})
    back = sign_in(browser, "adam", next="/byt-organisation/")
    assert (sent.url, back.url) == (f"{LOGIN}?next=/byt-organisation/", "/byt-organisation/")
    landed = browser.get(back.url, follow=True)
    assert landed.redirect_chain == [("http://testserver/installningar/", 302)]
    assert PRESS_AGAIN in text(landed)
    assert GIVEN_BACK not in text(landed)
    assert "organisation" not in browser.session


def test_a_late_press_that_came_from_nowhere_leads_to_the_start(browser):
    let_time_pass(browser, idle=HOUR + 5)
    browser.post("/byt-organisation/", {"organisation": 1}, headers={"referer": "https://elak.example/"})
    sign_in(browser, "adam", next="/byt-organisation/")
    assert browser.get("/byt-organisation/").url == "/"


def test_a_button_address_opened_by_hand_is_refused_as_ever(browser):
    assert browser.get("/byt-organisation/").status_code == 405


class TestForeignKeyOfTheForm:
    """CSRF: a form without the right key is refused, and says what to do."""

    @pytest.fixture
    def strict(self, adam):
        browser = Client(enforce_csrf_checks=True)
        key = browser.get(LOGIN).cookies["csrftoken"].value
        sign_in(browser, "adam", csrfmiddlewaretoken=key)
        return browser

    def test_the_page_says_what_to_do_and_gives_the_form_back(self, strict, helsingborg):
        refused = strict.post(FORM, TYPED | {"csrfmiddlewaretoken": "x" * 64})
        assert refused.status_code == 403
        assert "Sidan hade legat öppen för länge" in text(refused)
        assert f'href="{FORM}"' in text(refused)
        page = text(strict.get(FORM))
        assert 'value="Kulturförvaltningen"' in page
        assert GIVEN_BACK in page
        assert not helsingborg.departments.exists()

    def test_a_form_from_before_a_sign_in_in_another_tab_is_not_lost(self, strict):
        old = strict.cookies["csrftoken"].value
        let_time_pass(strict, idle=HOUR + 5)
        key = strict.get("/installningar/", follow=True).wsgi_request.COOKIES["csrftoken"]
        sign_in(strict, "adam", csrfmiddlewaretoken=key)
        assert strict.post(FORM, TYPED | {"csrfmiddlewaretoken": old}).status_code == 403
        assert 'value="Kulturförvaltningen"' in text(strict.get(FORM))

    def test_what_another_site_sends_is_not_kept(self, strict):
        sent = strict.post(FORM, TYPED, headers={"sec-fetch-site": "cross-site", "origin": "https://elak.example"})
        assert sent.status_code == 403
        assert "Kopiera gärna det du har skrivit" in text(sent)
        assert "Kulturförvaltningen" not in text(strict.get(FORM))

    def test_the_sign_in_form_without_its_key_says_reload(self, db):
        refused = Client(enforce_csrf_checks=True).post(LOGIN, {"login": "a@exempel.se", "password": PASSWORD})
        assert refused.status_code == 403
        assert "ladda om sidan" in text(refused)

    def test_a_late_form_passes_the_check_so_that_it_can_be_laid_aside(self, strict):
        key = strict.cookies["csrftoken"].value
        let_time_pass(strict, idle=HOUR + 5)
        sent = strict.post(FORM, TYPED | {"csrfmiddlewaretoken": key})
        assert sent.url == f"{LOGIN}?next={FORM}"
        assert strict.session["resumed"]["path"] == FORM
