"""Several people, or several presses, at the same moment."""

import random
import re
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connections
from django.test import Client

from apps.placements import actions, codes, move_actions, participant_actions
from apps.placements.models import Participant, Placement
from procurement_csr.people import make_offer, make_participant, make_person, make_placement

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
THREADS = 8


def at_once(*jobs):
    """What each job gives or raises; all start together, each with a database connection of its own."""
    start = Barrier(len(jobs))

    def run(job):
        try:
            start.wait(timeout=30)
            return job()
        except ValidationError as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


@pytest.fixture
def log(malte, contract, painters, today):
    def with_values(**values):
        defaults = {"kind": "employment", "started_on": today, "today": today, "token": uuid.uuid4()}
        return actions.log_placement(by=malte, contract=contract, supplier=painters, **defaults | values)

    return with_values


def test_placements_logged_at_once_get_numbers_without_gaps_or_doubles(log):
    made = at_once(*[log] * THREADS)
    assert sorted(placement.number for placement in made) == list(range(1, THREADS + 1))
    assert Participant.objects.count() == THREADS
    assert all(codes.problem(participant.code) == "" for participant in Participant.objects.all())


def test_the_same_form_sent_many_times_at_once_makes_one_placement(sign_in, malte, filled):
    values, signed_in = filled(), sign_in(malte).cookies

    def send():
        client = Client()
        client.cookies = signed_in
        return client.post("/placeringar/ny/", values)

    answers = at_once(*[send] * THREADS)
    assert {answer.status_code for answer in answers} == {302}
    assert {answer.url for answer in answers} == {Placement.objects.get().get_absolute_url()}
    assert Participant.objects.count() == 1


def test_two_matchers_who_log_the_same_start_at_once_make_one_placement(helsingborg, log):
    make_participant(helsingborg, "K7M-4Q2")
    made = at_once(*[lambda: log(code="K7M-4Q2")] * 4)
    refused = [each for each in made if isinstance(each, ValidationError)]
    assert len(refused) == 3
    assert all("samma startdatum" in each.messages[0] for each in refused)
    assert Placement.objects.count() == 1


def test_two_new_participants_with_one_case_reference_at_once_become_one(log):
    made = at_once(*[lambda: log(case_reference="AMF 2026/17")] * 4)
    assert sum(isinstance(each, ValidationError) for each in made) == 3
    assert Participant.objects.count() == 1


def test_two_matchers_who_end_a_placement_at_once_the_later_is_told_what_the_first_said(helsingborg, contract, today):
    placement = make_placement(contract, started_on=today - timedelta(days=30))
    url, hidden = f"{placement.get_absolute_url()}avsluta/", re.compile(r'name="version" value="(\w+)"')
    matchers = {}
    for name, reason in (("Malte", "completed"), ("Maja", "moved_to_employment")):
        client = Client()
        client.force_login(
            make_person(name, "matcher", helsingborg), backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        version = hidden.search(client.get(url).text)[1]
        matchers[client] = {"ended_on": today.isoformat(), "end_reason": reason, "version": version}
    answers = at_once(*(partial(client.post, url, values) for client, values in matchers.items()))
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    (told,) = (answer for answer in answers if answer.status_code == 409)
    (later,) = (client for client, answer in zip(matchers, answers, strict=True) if answer is told)
    placement.refresh_from_db()
    (kept,) = (values["end_reason"] for client, values in matchers.items() if client is not later)
    assert placement.end_reason == kept
    assert "Någon annan har sparat ändringar" in told.text
    assert "Nu står det: Nej, men placeringen genomfördes" in told.text or "Nu står det: Ja, deltagaren" in told.text
    again = matchers[later] | {"version": hidden.search(told.text)[1]}
    assert later.post(url, again).status_code == 302
    placement.refresh_from_db()
    assert placement.end_reason == again["end_reason"]


def test_two_matches_at_once_on_the_last_place_leave_one(malte, contract, today):
    place = make_offer(contract)
    waiting = [make_placement(contract, offer=place, state="consented", started_on=None) for _ in range(4)]
    match = partial(move_actions.move_placement, by=malte, key="match", planned_start_on=today, today=today)
    made = at_once(*[partial(match, placement=each) for each in waiting])
    refused = [each for each in made if isinstance(each, ValidationError)]
    assert [each.messages[0].partition(".")[0] for each in refused] == ["Platsen är redan tagen"] * 3
    assert Placement.objects.filter(offer=place, state="matched").count() == 1


def test_a_code_that_is_taken_is_drawn_again(helsingborg, log, monkeypatch):
    taken = make_participant(helsingborg, codes.make(random.Random(1)))
    monkeypatch.setattr(participant_actions, "_RANDOM", random.Random(1))
    assert log().participant != taken
