"""Calendars: who reads what, and that a moved date moves."""

import io
import logging
import re
import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from apps.accounts.models import Membership, User
from apps.procurements.models import Requirement
from apps.reminders import feed_actions as actions
from apps.reminders.feed_calendar import Entry, calendar, fingerprint, nonce_of, token_of
from apps.reminders.feed_views import RATE
from apps.reminders.models import CalendarFeed, DeadlineNote
from procurement_csr.people import make_contract, make_department, make_placement, make_procurement, make_supplier

PAGE = "/konto/kalender/"
NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)


def address(feed, settings):
    feed.refresh_from_db()
    return f"/kalender/{token_of(feed.nonce, key=settings.SECRET_KEY)}.ics"


def days(response):
    """Day by name of the task; the file must be one that a calendar program reads."""
    assert response.status_code == 200, response.status_code
    assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))
    events = Calendar.from_ical(response.content).walk("VEVENT")
    return {str(event["summary"]): event["dtstart"].dt for event in events}


def event_of(response, word):
    (found,) = (e for e in Calendar.from_ical(response.content).walk("VEVENT") if word in str(e["summary"]))
    return found


@pytest.fixture
def own(olivia, helsingborg):
    return actions.create_feed(by=olivia, organisation=helsingborg)


@pytest.fixture
def shared(doris, helsingborg, property_department):
    return actions.create_feed(by=doris, organisation=helsingborg, department=property_department)


def test_a_person_reads_what_they_are_to_do_without_signing_in(own, requirement, settings):
    response = Client().get(address(own, settings))
    assert days(response)[f"Följ upp kravet: {requirement}: Målning av skolor"] == requirement.due_on
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Cache-Control"] == "private, max-age=300"
    event = event_of(response, "Följ upp")
    assert event["uid"] == f"requirement:{requirement.pk}@localhost"
    assert "/uppgifter/oppna/?" in event["url"]


def test_what_others_are_to_do_is_not_there(own, requirement, settings, carin, helsingborg):
    theirs = actions.create_feed(by=carin, organisation=helsingborg)
    assert days(Client().get(address(theirs, settings))) == {}
    requirement.contract.procurement.responsible = carin
    requirement.contract.procurement.save()
    assert f"Följ upp kravet: {requirement}: Målning av skolor" in days(Client().get(address(theirs, settings)))
    assert days(Client().get(address(own, settings))) == {}


def test_a_department_reads_what_it_owns(shared, requirement, settings, helsingborg):
    elsewhere = make_procurement(helsingborg, "Pennor", department=make_department(helsingborg), phase="contracted")
    Requirement.objects.create(
        contract=make_contract(elsewhere), kind="internship", model="numeric", count=1, due_on=requirement.due_on
    )
    found = days(Client().get(address(shared, settings)))
    assert any("Målning av skolor" in title for title in found)
    assert not any("Pennor" in title for title in found)


def test_the_calendar_names_no_person_supplier_or_code(sign_in, malte, helsingborg, contract, settings, today, shared):
    supplier = make_supplier("Nils Nilssons Måleri")
    contract = make_contract(contract.procurement, supplier, starts_on=today - timedelta(days=90))
    placement = make_placement(contract, started_on=today - timedelta(days=30), planned_end_on=today, created_by=malte)
    feed = actions.create_feed(by=malte, organisation=helsingborg)
    mine, departments = (Client().get(address(each, settings)) for each in (feed, shared))
    assert days(mine)[f"Avsluta eller förläng placering {placement}"] == today
    for body in (mine.content.decode(), departments.content.decode()):
        for word in ("Nils", "Malte", malte.email, placement.participant.code, "Olivia", "Doris"):
            assert word not in body
    assert f"placering {placement}" not in departments.content.decode()


@pytest.mark.parametrize("moved_by", [timedelta(days=20), timedelta(days=-20)], ids=["later", "earlier"])
def test_a_moved_day_keeps_its_name(own, requirement, settings, moved_by):
    before = event_of(Client().get(address(own, settings)), "Följ upp")
    Requirement.objects.filter(pk=requirement.pk).update(due_on=requirement.due_on + moved_by)
    after = Client().get(address(own, settings))
    assert event_of(after, "Följ upp")["uid"] == before["uid"]
    assert event_of(after, "Följ upp")["dtstart"].dt == requirement.due_on + moved_by
    assert event_of(after, "Följ upp")["sequence"] >= before["sequence"]


def test_a_later_file_counts_higher_whichever_way_a_day_moved():
    later = NOW + timedelta(days=365 * 20)
    entries = [Entry("requirement:1", "Följ upp", date(2026, 12, 1), "https://x")]
    numbers = [
        Calendar.from_ical(calendar("x", entries, host="x", now=now)).walk("VEVENT")[0]["sequence"]
        for now in (NOW, NOW + timedelta(seconds=1), later)
    ]
    assert numbers == sorted(set(numbers))
    assert numbers[-1] < 2**31


def test_what_is_done_disappears(own, requirement, settings):
    assert len(days(Client().get(address(own, settings)))) == 1
    task = {"deadline_key": f"requirement:{requirement.pk}", "due_on": requirement.due_on, "title": "x", "url": "/"}
    who = {"organisation": own.organisation, "created_by": own.user, "token": uuid.uuid4()}
    DeadlineNote.objects.create(answer="done", **task, **who)
    assert days(Client().get(address(own, settings))) == {}


def test_a_calendar_that_says_the_same_is_not_sent_again(own, requirement, settings):
    first = Client().get(address(own, settings))
    again = Client().get(address(own, settings), headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert again.content == b""
    Requirement.objects.filter(pk=requirement.pk).update(due_on=requirement.due_on + timedelta(days=1))
    assert Client().get(address(own, settings), headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_renewed_address_leads_nowhere_and_the_new_one_works(own, sign_in, olivia, settings):
    old = address(own, settings)
    assert sign_in(olivia).post(f"{PAGE}{own.pk}/byt/").status_code == 302
    assert Client().get(old).status_code == 404
    assert Client().get(address(own, settings)).status_code == 200
    assert address(own, settings) != old


def test_an_address_that_was_taken_away_leads_nowhere(own, sign_in, olivia, settings):
    old = address(own, settings)
    assert sign_in(olivia).post(f"{PAGE}{own.pk}/ta-bort/").status_code == 302
    assert Client().get(old).status_code == 404


def test_rights_are_asked_for_at_every_read(own, olivia, settings):
    assert Client().get(address(own, settings)).status_code == 200
    olivia.is_active = False
    olivia.save()
    assert Client().get(address(own, settings)).status_code == 404
    olivia.is_active = True
    olivia.save()
    assert Client().get(address(own, settings)).status_code == 200
    Membership.objects.filter(user=olivia).delete()
    assert Client().get(address(own, settings)).status_code == 404


def test_who_sees_less_reads_less(own, requirement, olivia, settings):
    assert len(days(Client().get(address(own, settings)))) == 1
    Membership.objects.filter(user=olivia).update(role="politician")
    assert days(Client().get(address(own, settings))) == {}


def test_a_department_out_of_use_has_no_calendar(shared, property_department, settings):
    property_department.is_active = False
    property_department.save()
    assert Client().get(address(shared, settings)).status_code == 404


@pytest.mark.parametrize("token", ["x", "a" * 56, "a" * 5000, "%00", "ååå", "=" * 56])
def test_an_address_that_was_never_made_is_404(own, token):
    assert Client().get(f"/kalender/{token}.ics").status_code == 404


def test_a_known_address_is_read_so_many_times_an_hour(own, settings, monkeypatch):
    monkeypatch.setitem(__import__("apps.reminders.feed_views", fromlist=["RATE"]).RATE, "calendar_feed", "2/h/key")
    statuses = [Client().get(address(own, settings)).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]


@pytest.mark.parametrize("state", ["asked too often", "not active", "unknown"])
def test_the_address_of_a_calendar_never_stands_in_the_log(own, olivia, settings, monkeypatch, state):
    (handler,) = [each for each in logging.getLogger().handlers if each.filters and each.get_name() == "stderr"]
    written, url = io.StringIO(), address(own, settings)
    monkeypatch.setattr(handler, "stream", written)
    monkeypatch.setitem(RATE, "calendar_feed", "1/h/key")
    if state == "not active":
        User.objects.filter(pk=olivia.pk).update(is_active=False)
    elif state == "unknown":
        url = "/kalender/hemligt-och-gammalt.ics"
    Client().get(url)
    Client().get(url)
    assert "/kalender/….ics" in written.getvalue(), "something is said"
    assert url.removeprefix("/kalender/") not in written.getvalue()


def test_many_tasks_cost_as_many_queries_as_few(own, contract, settings, today):
    def cost(numbers):
        for number in numbers:
            requirement = {"kind": "internship", "model": "numeric", "count": 1, "due_on": today}
            procurement = make_procurement(
                contract.organisation, responsible=own.user, department=contract.procurement.department
            )
            Requirement.objects.create(contract=make_contract(procurement), **requirement)
            assert number >= 0
        with CaptureQueriesContext(connection) as captured:
            found = days(Client().get(address(own, settings)))
        return len(found), len(captured)

    cost(range(1))
    (few, cheap), (many, dear) = cost(range(2)), cost(range(20))
    assert many > few + 15
    assert dear <= cheap


def test_only_those_who_work_in_a_department_have_its_address(sign_in, olivia, doris, shared, property_department):
    assert [card.title for card in sign_in(olivia).get(PAGE).context["cards"]] == ["Dina uppgifter"]
    client = sign_in(olivia)
    assert client.post(f"{PAGE}ny/", {"department": property_department.pk}).status_code == 404
    assert client.post(f"{PAGE}{shared.pk}/byt/").status_code == 404
    assert client.post(f"{PAGE}{shared.pk}/ta-bort/").status_code == 404
    own, departments = sign_in(doris).get(PAGE).context["cards"]
    assert (own.url, departments.title) == ("", "Fastighetsförvaltningen")
    assert departments.url.startswith("http://testserver/kalender/")


@pytest.mark.parametrize("department", ["x", "0", "-1", "9" * 40, "1 OR 1", "\x00"])
def test_nonsense_for_a_department_is_404(sign_in, olivia, department):
    assert sign_in(olivia).post(f"{PAGE}ny/", {"department": department}).status_code == 404


def test_two_presses_make_one_address(sign_in, olivia):
    client = sign_in(olivia)
    for _ in range(2):
        assert client.post(f"{PAGE}ny/", {"department": ""}).status_code == 302
    assert CalendarFeed.objects.count() == 1


def test_who_has_no_role_has_no_calendar(sign_in, nils):
    client = sign_in(nils)
    assert "Inga uppgifter att visa" in client.get(PAGE).content.decode()
    assert client.post(f"{PAGE}ny/").status_code == 403


@given(nonce=st.uuids(), key=st.text(min_size=1), other=st.text(min_size=1))
def test_only_the_key_that_signed_an_address_reads_it(nonce, key, other):
    token = token_of(nonce, key=key)
    assert re.fullmatch(r"[A-Za-z0-9_-]{56}", token)
    assert nonce_of(token, key=key) == nonce
    assert nonce.hex not in token
    if other != key:
        assert nonce_of(token, key=other) is None


@given(token=st.text(max_size=80))
def test_no_text_is_an_address(token):
    assert nonce_of(token, key="nyckel") is None


@given(
    titles=st.lists(st.text(max_size=200), max_size=5),
    day=st.dates(date(2000, 1, 1), date(2090, 12, 31)),
)
def test_any_title_makes_a_file_that_calendars_read(titles, day):
    entries = [Entry(f"mbl:{number}", title, day, "https://steget.se/x") for number, title in enumerate(titles)]
    content = calendar("Steget: Åsa", entries, host="steget.se", now=NOW)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    events = Calendar.from_ical(content).walk("VEVENT")
    assert [str(event["uid"]) for event in events] == [f"mbl:{number}@steget.se" for number in range(len(titles))]
    assert all(event["dtstart"].dt == day for event in events)


def test_the_fingerprint_changes_with_every_part_and_with_nothing_else():
    entry = Entry("a", "b", date(2026, 1, 1), "c")
    others = [Entry("x", "b", date(2026, 1, 1), "c"), Entry("a", "x", date(2026, 1, 1), "c")]
    others += [Entry("a", "b", date(2026, 1, 2), "c"), Entry("a", "b", date(2026, 1, 1), "x")]
    found = {fingerprint("n", [each]) for each in others} | {fingerprint("m", [entry]), fingerprint("n", [])}
    assert len(found) == 6
    assert fingerprint("n", [entry]) == fingerprint("n", [Entry("a", "b", date(2026, 1, 1), "c")])
    assert fingerprint("n", [entry]) not in found


def test_no_two_addresses_are_alike(settings):
    made = {token_of(uuid.uuid4(), key=settings.SECRET_KEY) for _ in range(100)}
    assert len(made) == 100
