"""The pages of one consultation: what comes next, one decision a page, minutes and new rounds."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.mbl import actions, states
from apps.mbl.choices import Question, State
from apps.mbl.models import Consultation, CooperationGroup, GroupMeeting
from apps.mbl.tests.makers import GIVEN, MET, TODAY, assess, make_agreement, make_union, row_of, take
from procurement_csr import people

Q = Question


def the_day_is(monkeypatch, day):
    monkeypatch.setattr(timezone, "localdate", lambda value=None, **zone: value.astimezone().date() if value else day)


@pytest.fixture(autouse=True)
def a_day_on_which_all_has_been(monkeypatch):
    the_day_is(monkeypatch, TODAY)


@pytest.fixture
def cleaning(helsingborg, property_department):
    return people.make_procurement(helsingborg, "Städning i skolor", department=property_department)


@pytest.fixture
def row(doris, cleaning):
    make_union(cleaning.organisation)
    make_union(cleaning.organisation, "Vision")
    return row_of(assess(doris, cleaning, Q.Q1))


def text_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def url_of(row, key=""):
    return reverse("consultation_move", args=[row.pk, key]) if key else row.get_absolute_url()


def press(client, row, key, *, seen=None, follow=True, **values):
    """The form of a move as it is sent: what it is opened with, and the values."""
    seen = seen or client.get(url_of(row, key)).context["form"]["version"].value()
    sent = {name: str(value) for name, value in (GIVEN[key] | values).items()}
    return client.post(url_of(row, key), sent | {"version": seen}, follow=follow)


def test_what_comes_next_is_one_button_and_the_other_ways_are_links(sign_in, doris, row):
    take(doris, row, "call")
    html = sign_in(doris).get(url_of(row)).content.decode()
    assert re.findall(r'class="button" href="([^"]+)"', html) == [url_of(row, "meet")]
    for key in ("adjourn", "absent", "not_required"):
        assert f'<a href="{url_of(row, key)}">{states.BY_KEY[key].button}</a>' in html
    assert "Anteckna närvarande som uppdrag och organisation" in html
    assert "Nästa: förhandling med Kommunal." in html
    take(doris, row, "meet")
    html = sign_in(doris).get(url_of(row)).content.decode()
    assert re.findall(r'class="button" href="([^"]+)"', html) == [url_of(row, "agree")]


def test_a_call_to_a_group_says_when_the_group_meets(sign_in, doris, cleaning):
    union = make_union(cleaning.organisation)
    agreement = make_agreement(cleaning.organisation)
    group = CooperationGroup.objects.create(agreement=agreement, name="FSG", department=cleaning.department)
    for day in (date(2026, 11, 13), date(2026, 12, 4), date(2027, 1, 15)):
        GroupMeeting.objects.create(group=group, held_on=day)
    assessed = assess(doris, cleaning, Q.Q1)
    page = text_of(sign_in(doris).get(url_of(row_of(assessed), "call")))
    assert "Samverkansgruppen möts 4 december och 15 januari 2027. Kommunal ser kallelsen" in page
    separate = Consultation.objects.get(union=union, stage="B")
    assert "Samverkansgruppen" not in text_of(sign_in(doris).get(url_of(separate, "call")))


def test_the_form_of_a_move_asks_for_what_the_table_says_with_today_filled_in(sign_in, doris, row):
    response = sign_in(doris).get(url_of(row, "call"))
    form = response.context["form"]
    asked = set(states.BY_KEY["call"].asks) - {"supplier", "secrecy_reservation"}
    assert set(form.fields) == asked | {"version"}
    assert form["called_on"].value() == TODAY
    assert form["meeting_on"].value() is None
    assert "Kommunal ser kallelsen och underlaget när den är sparad (11, 15 och 38 §§ MBL)." in text_of(response)
    under_38 = Consultation.objects.get(union=row.union, stage="B")
    form = sign_in(doris).get(url_of(under_38, "call")).context["form"]
    assert {"supplier", "secrecy_reservation"} <= set(form.fields)


@pytest.mark.parametrize(
    "keys",
    [
        ("call", "meet", "agree"),
        ("call", "adjourn", "meet", "disagree", "expire"),
        ("call", "absent"),
        ("call", "meet", "disagree", "request_central", "call_central", "meet_central", "close_central"),
        ("call", "meet", "disagree", "withdraw"),
        ("not_required",),
    ],
    ids=lambda keys: keys[-1],
)
def test_a_row_can_be_taken_all_the_way_on_the_pages(sign_in, doris, row, keys):
    client = sign_in(doris)
    for key in keys:
        values = {"met_on": date(2026, 8, 28)} if key == "meet" and "adjourn" in keys else {}
        values |= {"local_closed_on": date(2026, 8, 28)} if key == "disagree" and "adjourn" in keys else {}
        response = press(client, row, key, **values)
        assert response.redirect_chain[-1][0] == url_of(row), text_of(response)
        row.refresh_from_db()
        assert row.state == states.BY_KEY[key].target
        assert "Sparat." in text_of(response)
    assert row.state in (State.CLOSED, State.NOT_REQUIRED)


def test_information_is_given_and_not_negotiated(sign_in, doris, cleaning):
    make_union(cleaning.organisation)
    row = row_of(assess(doris, cleaning, Q.Q6))
    client = sign_in(doris)
    assert "Information är lämnad" in text_of(client.get(url_of(row)))
    refused = client.get(url_of(row, "call"))
    assert refused.status_code == 409
    assert "information enligt 19 § MBL, som inte förhandlas" in text_of(refused)
    press(client, row, "inform")
    row.refresh_from_db()
    assert row.close_reason == "informed"


def test_a_refusal_names_the_agreement_and_keeps_what_was_written(sign_in, doris, cleaning):
    make_union(cleaning.organisation)
    make_agreement(cleaning.organisation, valid_from=date(2020, 1, 1))
    row = take(doris, row_of(assess(doris, cleaning, Q.Q5)), "call")
    response = press(sign_in(doris), row, "meet", met_on=date(2026, 8, 1), union_view="Vi vill ha egen regi")
    assert response.status_code == 422
    form = response.context["form"]
    assert set(form.errors) == {"met_on"}
    assert "Samverkan Helsingborg i stället för 11 § MBL" in text_of(response)
    assert form["union_view"].value() == "Vi vill ha egen regi"
    row.refresh_from_db()
    assert row.state == State.CALLED


@pytest.mark.parametrize("key", [key for key, move in states.BY_KEY.items() if move.required])
def test_an_empty_form_says_what_each_move_needs(sign_in, doris, row, key):
    move = states.BY_KEY[key]
    Consultation.objects.filter(pk=row.pk).update(
        state=move.sources[0], paragraph="19" if move.for_information else "11", called_on=date(2026, 8, 14), met_on=MET
    )
    response = sign_in(doris).post(url_of(row, key), {})
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {*move.required, "version"}


def test_a_move_that_is_not_possible_from_here_says_which_are(sign_in, doris, row):
    response = sign_in(doris).get(url_of(row, "agree"))
    assert response.status_code == 409
    assert "Härifrån går ”Kalla till förhandling”" in text_of(response)
    assert sign_in(doris).get(url_of(row, "finns-inte")).status_code == 404


def test_of_two_who_close_a_row_one_wins_and_the_other_is_told(sign_in, doris, row, property_department, client):
    dag = people.make_person("Dag", "department", row.organisation, property_department)
    take(doris, row, "call", "meet")
    seen = sign_in(doris).get(url_of(row, "disagree")).context["form"]["version"].value()
    press(sign_in(dag), row, "agree")
    late = press(sign_in(doris), row, "disagree", seen=seen, disagreement="Antalet städare")
    assert late.status_code == 409
    text = text_of(late)
    assert "Någon annan hann före: läget är nu avslutad." in text
    assert "Antalet städare" in late.content.decode()
    row.refresh_from_db()
    assert (row.state, row.close_reason) == (State.CLOSED, "agreed")
    again = press(sign_in(doris), row, "disagree", seen=late.context["form"]["version"].value())
    assert again.status_code == 422
    assert "läget är avslutad" in text_of(again)


def test_a_double_click_is_one_move(sign_in, doris, row):
    client = sign_in(doris)
    seen = client.get(url_of(row, "call")).context["form"]["version"].value()
    for _ in range(2):
        assert press(client, row, "call", seen=seen, follow=False).status_code == 302


def test_a_late_central_request_is_kept_and_said(sign_in, doris, row):
    take(doris, row, "call", "meet", "disagree")
    client = sign_in(doris)
    late = {"central_requested_on": date(2026, 8, 31)}
    text = text_of(press(client, row, "request_central", **late))
    assert "Begäran kom efter sista dagen 2026-08-28. Den är antecknad som för sen" in text
    row.refresh_from_db()
    assert (row.state, row.is_central_late) == (State.DISAGREED, True)
    assert "kom för sent och antecknades" in text


def test_the_period_for_a_central_request_decides_the_main_button(sign_in, doris, row, monkeypatch):
    take(doris, row, "call", "meet", "disagree")
    client = sign_in(doris)
    the_day_is(monkeypatch, date(2026, 8, 28))
    html = client.get(url_of(row)).content.decode()
    assert "Kommunal kan begära central förhandling till och med 28 augusti." in html
    assert f'class="button" href="{url_of(row, "request_central")}"' in html
    assert url_of(row, "expire") not in html
    the_day_is(monkeypatch, date(2026, 8, 29))
    html = client.get(url_of(row)).content.decode()
    assert f'class="button" href="{url_of(row, "expire")}"' in html


def test_an_exempt_row_opens_when_the_union_asks(sign_in, doris, cleaning):
    make_union(cleaning.organisation)
    row = row_of(assess(doris, cleaning, Q.Q4, exemption="expertise"), "B")
    client = sign_in(doris)
    assert "Undantagen från 38 § MBL tills Kommunal begär förhandling." in text_of(client.get(url_of(row)))
    press(client, row, "reopen")
    row.refresh_from_db()
    assert row.state == State.PLANNED


def test_the_employer_approves_the_minutes_once(sign_in, doris, row):
    client, url = sign_in(doris), reverse("consultation_approve", args=[row.pk])
    assert client.get(url).status_code == 409
    take(doris, row, "call", "meet")
    form = client.get(url).context["form"]
    assert form["approved_on"].value() == TODAY
    sent = {"approved_on": "2026-08-24", "minutes_reference": "", "version": form["version"].value()}
    short = client.post(url, sent)
    assert short.status_code == 422
    assert set(short.context["form"].errors) == {"minutes_reference"}
    text = text_of(client.post(url, sent | {"minutes_reference": "FN 2026/77"}, follow=True))
    assert "Justerat av arbetsgivaren 2026-08-24 Justerat av facket nej" in text
    assert client.get(url).status_code == 409
    assert "redan justerat av arbetsgivaren 2026-08-24" in text_of(client.get(url))


def test_a_decision_that_differs_needs_a_new_round_with_every_union(sign_in, doris, row):
    assessment, client = row.assessment, sign_in(doris)
    for union in ("Kommunal", "Vision"):
        take(doris, row_of(assessment, union=union), "call", "meet", "agree")
    url = reverse("consultation_round", args=[row.pk])
    assert url in client.get(url_of(row)).content.decode()
    form = client.get(url).context["form"]
    assert "supplier" not in form.fields
    sent = {"proposal": "", "version": form["version"].value(), "token": str(uuid4())}
    short = client.post(url, sent)
    assert short.status_code == 422
    assert "AD 2014 nr 71" in text_of(short)
    response = client.post(url, sent | {"proposal": "Vi delar upp städningen"}, follow=True)
    new = row_of(assessment)
    assert new.round_number == 2
    assert row_of(assessment, union="Vision").round_number == 2
    assert url_of(new) == response.redirect_chain[-1][0]
    assert "Vi delar upp städningen" in text_of(response)
    old = text_of(client.get(url_of(row)))
    assert "En senare omgång har tagit över." in old
    assert "Omgång 2" in old
    assert client.get(url_of(row, "agree")).status_code == 409
    assert "Tidigare omgångar: Kommunal, omgång 1" in text_of(client.get(assessment.get_absolute_url()))


def test_a_round_that_is_open_must_be_closed_first(sign_in, doris, row):
    url = reverse("consultation_round", args=[row.pk])
    client = sign_in(doris)
    version = client.get(url).context["form"]["version"].value()
    response = client.post(url, {"proposal": "Annat", "version": version, "token": str(uuid4())})
    assert response.status_code == 422
    assert "Avsluta först den förra omgången med Kommunal, Vision (11 § MBL)." in text_of(response)
    assert response.context["form"]["proposal"].value() == "Annat"


def test_the_procurement_unit_reads_and_is_told_who_acts(sign_in, olivia, doris, row):
    take(doris, row, "call")
    client = sign_in(olivia)
    page = client.get(url_of(row))
    assert page.status_code == 200
    assert "Det är Fastighetsförvaltningen som förhandlar, inte upphandlingsenheten" in text_of(page)
    assert url_of(row, "meet") not in page.content.decode()
    names = ("consultation_approve", "consultation_round", "veto_create")
    for url in (url_of(row, "meet"), *(reverse(name, args=[row.pk]) for name in names)):
        for ask in (client.get, client.post):
            response = ask(url)
            assert response.status_code == 403
            assert "som förhandlar, inte upphandlingsenheten" in text_of(response)
    row.refresh_from_db()
    assert row.state == State.CALLED


def test_others_do_not_find_a_row(sign_in, row, ulla, fia, school_department):
    other = people.make_person("Siv", "department", row.organisation, school_department)
    for person, status in ((other, 404), (fia, 404), (ulla, 403)):
        for url in (url_of(row), url_of(row, "call")):
            client = sign_in(person)
            assert client.get(url).status_code == status
            assert client.post(url, {}).status_code in (status, 405)


def test_the_history_says_what_happened_and_who_did_it(sign_in, doris, row):
    take(doris, row, "call", "meet", "agree")
    text = text_of(sign_in(doris).get(url_of(row)))
    assert "Doris Kommunal, före annonsering: från möte hållet till avslutad (enighet)." in text
    actions.approve_minutes(
        by=doris, consultation=row, seen=None, today=TODAY, approved_on=MET, minutes_reference="FN 2026/77"
    )
    text = text_of(sign_in(doris).get(url_of(row)))
    assert "antecknat: protokollets diarienummer, justerat av arbetsgivaren." in text
