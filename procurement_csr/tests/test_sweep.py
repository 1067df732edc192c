"""Two hundred planted codes and case references, looked for wherever they do not belong.

Every address of the house is asked for as every role, as a page, a file and a search; then the log, the mail and every
table of the database, its history included.
"""

import io
import logging
import random
from datetime import timedelta

import pytest
import python_calamine
from django.core import mail
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from apps.placements import codes
from apps.placements.models import Consent, FollowUp, Participant, Waiting
from procurement_csr import people
from procurement_csr.tests.access_rules import ROLES
from procurement_csr.tests.access_table import ACCESS
from procurement_csr.tests.access_world import make_world, member
from procurement_csr.tests.test_access import url_of

NUMBER, PROTECTED = 200, 20
STATES = (
    {"state": "proposed", "started_on": None},
    {"state": "matched", "started_on": None, "planned_start_on": True},
    {"state": "declined_by_candidate", "started_on": None, "exited_on": True},
    {},
    {"ended_on": True, "end_reason": "interrupted_candidate"},
)
LISTS = ("placement_list", "participant_list", "offer_list", "activity_list", "contract_list", "supplier_list")
# Where a code or a case reference is kept: the participant's own row with its history, and what a merge moved.
KEPT_IN = {
    "placements_participant",
    "placements_participantevent",
    "placements_participantmerge",
    "placements_participantmergeevent",
}


@pytest.fixture
def planted(helsingborg):
    """A world with the residents in it; the first ones are another matcher's, with protected identity."""
    world = make_world(helsingborg)
    world["other_matcher"] = people.make_person("Mona", "matcher", helsingborg)
    world["offer_object"] = people.make_offer(people.make_contract(people.make_procurement(helsingborg)))
    rng, made = random.Random(7), []
    for number in range(NUMBER):
        made.append(plant(world, codes.make(rng), f"QX-{number:04d}-ZV", number))
    Participant.objects.filter(pk__in=[each.pk for each in made[:PROTECTED]]).update(
        is_protected=True, matcher=world["other_matcher"]
    )
    world["guessed"] = [
        {"placement": each.placements.get().pk, "participant": each.pk} for each in (made[0], made[4], made[-1])
    ]
    world["codes"] = [each.code for each in made]
    world["references"] = [each.case_reference for each in made]
    return world


def plant(world, code, reference, number) -> Participant:
    """A resident with a placement, a question to be asked if it has ended, a consent and a wait."""
    today = timezone.localdate()
    resident = people.make_participant(world["organisation"], code)
    Participant.objects.filter(pk=resident.pk).update(case_reference=reference)
    resident.refresh_from_db()
    contract, days = world["offer_object"].contract, {"started_on": today - timedelta(days=number + 2)}
    state = {key: today if value is True else value for key, value in STATES[number % len(STATES)].items()}
    fields = {"created_by": world["other_matcher"], "offer": world["offer_object"]}
    placement = people.make_placement(contract, resident, **days | fields | state)
    if placement.ended_on:
        FollowUp.objects.create(placement=placement, months=3, due_on=today)
    Waiting.objects.create(participant=resident, since=today)
    given = {"given_on": today, "recorded_by": world["other_matcher"]}
    Consent.objects.create(participant=resident, purpose="follow_up", **given)
    return resident


def words_of(response) -> str:
    """What a person can read in the answer, a workbook unpacked."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if "spreadsheet" in response.headers.get("Content-Type", ""):
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        return str([book.get_sheet_by_name(name).to_python() for name in book.sheet_names])
    return content.decode(errors="replace")


def addresses(world) -> list[str]:
    """Every address; those of planted residents; lists as files and searched for a planted code and reference too."""
    found = [url_of(name, rule, world) for name, rule in sorted(ACCESS.items())]
    for guessed in world["guessed"]:
        found += [url_of(name, rule, guessed) for name, rule in sorted(ACCESS.items()) if rule.obj in guessed]
    for name in LISTS:
        for query in ("?format=csv", "?format=xlsx", "?q={}&format=csv", "?sort=code"):
            for word in (world["codes"][-1], world["references"][-1]) if "{}" in query else ("",):
                found.append(reverse(name) + query.format(word))
    return found


def leaks(client, world, words) -> dict[str, set[str]]:
    """Per address, the planted words that its answer shows; a word that was searched for is echoed and not counted."""
    found = {}
    for url in addresses(world):
        shown = words_of(client.get(url, follow=True))
        if seen := {word for word in words if word in shown and word not in url}:
            found[url] = seen
    return found


@pytest.mark.parametrize("role", [*(role for role in ROLES if role != "matcher"), "nobody", "matcher elsewhere"])
def test_no_role_but_the_matcher_meets_a_code_or_a_reference_anywhere(role, sign_in, planted, nils, mio):
    person = {"nobody": nils, "matcher elsewhere": mio}.get(role) or member(role, planted)
    assert leaks(sign_in(person), planted, planted["codes"] + planted["references"]) == {}


def test_the_matcher_meets_codes_but_no_protected_ones_and_references_on_the_residents_own_pages_only(sign_in, planted):
    references, hidden = set(planted["references"]), set(planted["codes"][:PROTECTED])
    shown = leaks(sign_in(member("matcher", planted)), planted, planted["codes"] + planted["references"])
    assert len(shown[reverse("placement_list") + "?format=csv"] - references) == NUMBER - PROTECTED
    assert {url: found for url, words in shown.items() if (found := words & hidden)} == {}
    last = Participant.objects.get(code=planted["codes"][-1])
    own = {last.get_absolute_url(), reverse("participant_update", args=[last.pk])}
    with_references = {url: found for url, words in shown.items() if (found := words & references)}
    assert with_references == {url: {last.case_reference} for url in own}


def test_codes_and_references_stay_out_of_log_mail_and_every_other_table(sign_in, planted, caplog):
    caplog.set_level(logging.INFO)
    client = sign_in(member("matcher", planted))
    for name, rule in sorted(ACCESS.items()):
        client.get(url_of(name, rule, planted))
    client.post(reverse("participant_list"), {"code": planted["codes"][-1]}, follow=True)
    for word in (planted["codes"][-1], planted["references"][-1]):
        assert word not in caplog.text
        assert word not in str([(each.subject, each.body) for each in mail.outbox])
        assert tables_with(word) <= KEPT_IN, word
    assert tables_with(planted["codes"][-1]) == {"placements_participant", "placements_participantevent"}


def tables_with(word) -> set[str]:
    """The tables in which a row holds the word in any column."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            name = connection.ops.quote_name(table)
            cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {name} AS row WHERE row::text LIKE %s)", [f"%{word}%"])
            if cursor.fetchone()[0]:
                found.add(table)
    return found
