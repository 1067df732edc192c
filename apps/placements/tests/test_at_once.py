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
from django.urls import reverse
from django.utils import timezone

from apps.placements import actions, codes, move_actions, participant_actions
from apps.placements.merge_actions import merge_participants
from apps.placements.models import Participant, ParticipantMerge, Placement
from apps.placements.retention_actions import approve_purge, propose_purge
from apps.placements.tests.purging_world import decide, make_old_participant, make_old_placement
from procurement_csr.people import make_offer, make_participant, make_person, make_placement

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
THREADS = 8
EMPLOYED = "moved_to_employment"
VERSION = re.compile(r'name="version" value="(\w+)"')


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


def opened_by_two(organisation, url, *answers):
    """Two matchers who have opened the same page, and what each is about to send."""
    matchers = {}
    for name, values in zip(("Maja", "Mats"), answers, strict=True):
        client = Client()
        matcher = make_person(name, "matcher", organisation)
        client.force_login(matcher, backend="allauth.account.auth_backends.AuthenticationBackend")
        matchers[client] = values | {"version": VERSION.search(client.get(url).text)[1]}
    return matchers


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
    url, day = f"{placement.get_absolute_url()}avsluta/", {"ended_on": today.isoformat()}
    matchers = opened_by_two(helsingborg, url, *(day | {"end_reason": each} for each in ("completed", EMPLOYED)))
    answers = at_once(*(partial(client.post, url, values) for client, values in matchers.items()))
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    (told,) = (answer for answer in answers if answer.status_code == 409)
    (later,) = (client for client, answer in zip(matchers, answers, strict=True) if answer is told)
    placement.refresh_from_db()
    (kept,) = (values["end_reason"] for client, values in matchers.items() if client is not later)
    assert placement.end_reason == kept
    assert "Någon annan har sparat ändringar" in told.text
    assert "Nu står det: Nej, men placeringen genomfördes" in told.text or "Nu står det: Ja, deltagaren" in told.text
    again = matchers[later] | {"version": VERSION.search(told.text)[1]}
    assert later.post(url, again).status_code == 302
    placement.refresh_from_db()
    assert placement.end_reason == again["end_reason"]


def test_two_matchers_who_start_a_placement_at_once_leave_one_first_day(helsingborg, contract, today):
    days = [today - timedelta(1), today]
    placement = make_placement(contract, state="matched", started_on=None, planned_start_on=days[0])
    url = reverse("placement_move", args=[placement.pk, "start"])
    practice = {"extent_percent": "100", "referring_body": "municipality", "supervisor_role": "arbetsledare"}
    matchers = opened_by_two(helsingborg, url, *(practice | {"started_on": day.isoformat()} for day in days))
    answers = at_once(*(partial(client.post, url, values) for client, values in matchers.items()))
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    placement.refresh_from_db()
    (kept,) = (day for day, answer in zip(days, answers, strict=True) if answer.status_code == 302)
    assert (placement.state, placement.started_on) == ("started", kept)


def test_two_merges_of_one_code_at_once_leave_one_and_no_circle(helsingborg, malte):
    anna, bo = make_participant(helsingborg, "K7M-4Q2"), make_participant(helsingborg, "N2K-9TW")
    merges = [
        partial(merge_participants, by=malte, kept=anna, merged=bo),
        partial(merge_participants, by=malte, kept=bo, merged=anna),
    ]
    refused = [each for each in at_once(*merges) if isinstance(each, ValidationError)]
    assert [each.messages[0].partition(" sedan")[0] for each in refused] == [
        "Koden är hopslagen, gallrad eller skyddad"
    ]
    assert Participant.objects.exclude(merged_into=None).count() == ParticipantMerge.objects.count() == 1


def test_two_approvals_at_once_purge_once_and_the_later_is_told(helsingborg, contract, adam, carin, today):
    resident = make_old_participant(helsingborg)
    make_old_placement(contract, resident)
    decide(helsingborg, "case_reference")
    run = propose_purge(by=adam, organisation=helsingborg, today=today, token=uuid.uuid4())
    approve = partial(approve_purge, run=run, today=today, now=timezone.now())
    cecilia = make_person("Cecilia", "coordinator", helsingborg)
    made = at_once(partial(approve, by=carin), partial(approve, by=cecilia))
    (refused,) = (each for each in made if isinstance(each, ValidationError))
    (done,) = (each for each in made if each is not refused)
    assert "kan inte ändras" in refused.messages[0]
    run.refresh_from_db()
    assert (run.state, run.approved_by) == ("executed", done.approved_by)
    resident.refresh_from_db()
    assert resident.case_reference == ""


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
