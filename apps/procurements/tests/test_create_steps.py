"""A procurement is added in three short steps, corrected on its form, and moved by neither."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.procurements.models import Procurement
from procurement_csr.people import make_contract, make_procurement

URL, LOGIN = "/upphandlingar/ny/", "/konto/logga-in/"
PASSWORD = "tre-udda-ord-till-var-och-en"
WHAT = {
    "origin": "new",
    "title": "Målning av skolor",
    "kind": "services",
    "cpv": "45000000",
    "case_number": "UN 2027/1",
}
WHEN = {"estimated_value": "4 000 000", "planned_publication_on": "2027-02-01", "planned_signing_on": "2027-05-01"}


def hidden(page):
    """Everything the page's form carries along, as a browser would send it."""
    form = page.context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value not in (None, "")}


def step(client, page, **answers):
    return client.post(URL, hidden(page) | {"save": "Fortsätt"} | answers)


def current(page):
    return next(each["label"] for each in page.context["steps"] if each["state"] == "current")


def visible(page):
    return {field.name for field in page.context["form"].visible_fields()}


@pytest.fixture
def walked(sign_in, olivia):
    """A client and the page of the last step, all answers given."""
    client = sign_in(olivia)
    second = step(client, client.get(URL), **WHAT)
    return client, step(client, second, **WHEN)


def test_three_steps_ask_a_few_things_each_and_the_last_shows_all_answers(sign_in, olivia, helsingborg):
    client = sign_in(olivia)
    first = client.get(URL)
    assert (current(first), visible(first)) == ("Vad", {"origin", "title", "kind", "cpv", "department", "case_number"})
    second = step(client, first, **WHAT)
    assert (second.status_code, current(second)) == (200, "När och hur mycket")
    asked = {"estimated_value", "planned_publication_on", "planned_signing_on", "responsible", "note"}
    assert visible(second) == asked
    third = step(client, second, **WHEN)
    assert (current(third), visible(third)) == ("Kontrollera", set())
    shown = {answer.key: answer.value.replace("\xa0", " ") for answer in third.context["answers"]}
    assert shown["Benämning"] == "Målning av skolor"
    assert shown["Uppskattat värde"] == "4 000 000 kr"
    assert (shown["Planerad annonsering"], shown["Vad som köps"]) == ("2027-02-01", "Tjänster")
    assert shown["Ansvarig upphandlare"] == "Olivia"
    assert not Procurement.objects.exists()
    answer = step(client, third)
    made = Procurement.objects.get()
    assert answer.url == made.get_absolute_url()
    assert (made.organisation, made.phase, made.kind, made.cpv_id) == (helsingborg, "need", "services", "45000000")
    assert (made.planned_signing_on, made.responsible) == (date(2027, 5, 1), olivia)


def test_back_and_change_keep_every_answer(walked):
    client, third = walked
    back = client.post(URL, hidden(third) | {"back": "Tillbaka"})
    assert current(back) == "När och hur mycket"
    assert 'value="4 000 000"' in back.text
    first = client.post(URL, hidden(third) | {"go": "1"})
    assert current(first) == "Vad"
    assert 'value="Målning av skolor"' in first.text
    again = step(client, step(client, first, title="Målning av förskolor"))
    step(client, again)
    made = Procurement.objects.get()
    assert (made.title, made.estimated_value) == ("Målning av förskolor", 4_000_000)


def test_a_double_click_makes_one(walked):
    client, third = walked
    assert step(client, third).url == step(client, third).url
    assert Procurement.objects.count() == 1


@pytest.mark.parametrize(
    ("answers", "place", "field", "sentence"),
    [
        ({"title": ""}, "Vad", "title", "Ange benämning"),
        ({"cpv": "45999999"}, "Vad", "cpv", "CPV-koden 45999999 finns inte i listan"),
        ({"origin": ""}, "Vad", "origin", "Välj var upphandlingen står"),
        ({"case_number": "UPPTAGET"}, "Vad", "case_number", "Diarienumret används redan"),
        ({"estimated_value": "-5"}, "När och hur mycket", "estimated_value", "Uppskattat värde ska vara minst 0"),
        (
            {"planned_signing_on": "2027-01-31"},
            "När och hur mycket",
            "planned_signing_on",
            "Det planerade avtalstecknandet ligger före den planerade annonseringen.",
        ),
    ],
)
def test_what_is_wrong_is_shown_in_its_own_step_and_nothing_is_lost(
    walked, helsingborg, answers, place, field, sentence
):
    make_procurement(helsingborg, case_number="UPPTAGET")
    client, third = walked
    page = client.post(URL, hidden(third) | {"save": "Spara"} | answers)
    assert (page.status_code, current(page)) == (422, place)
    assert sentence in " ".join(page.context["form"].errors[field])
    assert field in visible(page)
    kept = hidden(page)
    assert {name: kept[name] for name in WHEN if name not in answers} == {
        name: value for name, value in WHEN.items() if name not in answers
    }
    assert Procurement.objects.count() == 1


@pytest.mark.parametrize("sent", [{}, {"step": "9"}, {"step": "x", "go": "7"}, {"step": "3"}])
def test_a_hostile_step_gives_the_first_one(sign_in, olivia, sent):
    page = sign_in(olivia).post(URL, sent)
    assert (page.status_code, current(page)) == (422, "Vad")


@pytest.mark.parametrize(("origin", "label"), [("published", "annonserad"), ("contracted", "avtal")])
def test_one_begun_elsewhere_is_registered_in_its_phase_and_the_history_says_so(sign_in, olivia, origin, label):
    client = sign_in(olivia)
    second = step(client, client.get(URL), **(WHAT | {"origin": origin}))
    assert visible(second) == {"estimated_value", "published_on", "responsible", "note"}
    step(client, step(client, second, estimated_value="100", published_on="2026-01-05"))
    made = Procurement.objects.get()
    assert (made.phase, made.published_on, made.planned_publication_on) == (origin, date(2026, 1, 5), None)
    assert f"Upphandlingen lades upp direkt i fasen {label}." in client.get(made.get_absolute_url()).text


def test_a_day_that_is_no_longer_asked_for_cannot_stop_the_way(sign_in, olivia):
    client = sign_in(olivia)
    second = step(client, client.get(URL), **(WHAT | {"origin": "published"}))
    wrong = step(client, second, published_on="31/12")
    assert (wrong.status_code, current(wrong)) == (422, "När och hur mycket")
    assert "Ange annonserad som år-månad-dag" in wrong.text
    first = client.post(URL, hidden(wrong) | {"back": "Tillbaka"})
    assert step(client, step(client, step(client, first, origin="new"), **WHEN)).status_code == 302


def test_a_publication_that_lies_ahead_is_no_publication(sign_in, olivia):
    client = sign_in(olivia)
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    third = step(client, step(client, client.get(URL), **(WHAT | {"origin": "published"})), published_on=tomorrow)
    page = step(client, third)
    assert (page.status_code, current(page)) == (422, "När och hur mycket")
    assert f"Dagen {tomorrow} har inte varit än" in page.text


def test_a_session_that_ran_out_keeps_the_step_and_its_answers(walked, olivia, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    olivia.set_password(PASSWORD)
    olivia.save()
    client, third = walked
    signed_in = {"login": olivia.email, "password": PASSWORD, "next": URL}
    client.post(LOGIN, signed_in)
    session = client.session
    session["seen_at"] -= 3605
    session["started_at"] -= 3605
    session.save()
    assert client.post(URL, hidden(third) | {"save": "Spara"}).url.startswith(LOGIN)
    assert "resumed" in client.session
    client.post(LOGIN, signed_in)
    back = client.get(URL)
    assert current(back) == "Kontrollera"
    assert not Procurement.objects.exists()
    assert step(client, back).status_code == 302
    assert Procurement.objects.get().title == "Målning av skolor"


# The edit form


def edit(client, row, **answers):
    url = reverse("procurement_update", args=[row.pk])
    return client.post(url, hidden(client.get(url)) | answers)


def test_the_edit_form_holds_the_planning_and_never_the_phase(sign_in, olivia, helsingborg):
    row = make_procurement(helsingborg, "Bröd", phase="preparation", kind="goods")
    client = sign_in(olivia)
    form = client.get(reverse("procurement_update", args=[row.pk])).context["form"]
    assert "phase" not in form.fields
    assert {"planned_publication_on", "procedure", "need_registered_on", "kind"} <= set(form.fields)
    assert not {"published_on", "award_decided_on", "tender_deadline_at"} & set(form.fields)
    assert edit(client, row, phase="contracted", planned_publication_on="2027-03-01").status_code == 302
    row.refresh_from_db()
    assert (row.phase, row.planned_publication_on) == ("preparation", date(2027, 3, 1))


GIVEN = {
    "phase": "standstill",
    "procedure": "open",
    "sent_for_publication_on": date(2026, 4, 1),
    "published_on": date(2026, 4, 3),
    "award_decided_on": date(2026, 6, 8),
    "award_notice_sent_on": date(2026, 6, 9),
    "notice_mode": "electronic",
}


@pytest.mark.parametrize(
    ("answers", "field", "sentence"),
    [
        ({"published_on": "2026-03-31"}, "published_on", "ligger före skickad för annonsering 2026-04-01"),
        ({"award_decided_on": "2099-01-01"}, "award_decided_on", "har inte varit än"),
        ({"published_on": ""}, "published_on", "Ange annonserad"),
        ({"award_notice_sent_on": "2026-06-07"}, "award_notice_sent_on", "12 kap. 12 § LOU"),
    ],
)
def test_a_given_day_is_corrected_under_the_rules_of_the_moves(sign_in, olivia, helsingborg, answers, field, sentence):
    row = make_procurement(helsingborg, "Bröd", **GIVEN)
    client = sign_in(olivia)
    page = edit(client, row, **answers)
    assert page.status_code == 422
    assert sentence in " ".join(page.context["form"].errors[field])
    assert edit(client, row, published_on="2026-04-02").status_code == 302
    row.refresh_from_db()
    assert row.published_on == date(2026, 4, 2)


def test_no_correction_brings_a_signed_contract_inside_the_standstill(sign_in, olivia, helsingborg):
    row = make_procurement(helsingborg, "Bröd", **GIVEN | {"phase": "contracted"})
    make_contract(row, signed_on=date(2026, 6, 23))
    page = edit(sign_in(olivia), row, award_notice_sent_on="2026-06-15")
    assert page.status_code == 422
    assert "Avtalet får tecknas tidigast 2026-06-26" in " ".join(page.context["form"].errors["award_notice_sent_on"])


def test_the_time_for_tenders_stays_long_enough(sign_in, olivia, helsingborg):
    at = datetime(2026, 5, 4, 21, 59, tzinfo=UTC)
    fields = {"phase": "tendering", "procedure": "open", "accepts_e_tenders": False}
    row = make_procurement(
        helsingborg, "Bröd", sent_for_publication_on=date(2026, 3, 20), tender_deadline_at=at, **fields
    )
    client = sign_in(olivia)
    page = edit(client, row, tender_deadline_at="2026-04-15T23:59")
    assert page.status_code == 422
    assert "minst 35 (11 kap. 2 § LOU)" in " ".join(page.context["form"].errors["tender_deadline_at"])
    assert edit(client, row, tender_deadline_at="2026-05-11T23:59").status_code == 302


def test_saving_an_unchanged_old_case_asks_nothing_of_its_days(sign_in, olivia, helsingborg):
    wrong = {"sent_for_publication_on": date(2026, 4, 9), "published_on": date(2026, 4, 3)}
    row = make_procurement(helsingborg, "Bröd", **GIVEN | wrong)
    assert edit(sign_in(olivia), row, title="Bröd och bullar").status_code == 302
