"""The matcher's day, and the deadlines behind it: what is to be done, by placement number and never by code."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.placements.deadlines import open_deadlines
from apps.placements.models import FollowUp
from apps.placements.my_day import lead, my_day
from apps.procurements.models import ProcurementParty
from procurement_csr.people import make_offer, make_participant, make_person, make_placement, make_waiting


@pytest.fixture
def world(contract, helsingborg, malte, today):
    """One thing under each heading, and beside it one that is not yet due."""
    own = {"created_by": malte}
    for number, day in ((1, today + timedelta(3)), (2, today + timedelta(30))):
        make_placement(contract, number=number, started_on=None, state="matched", planned_start_on=day, **own)
    begun = today - timedelta(60)
    for number, day in ((3, today + timedelta(10)), (4, today + timedelta(60))):
        make_placement(contract, number=number, started_on=begun, planned_end_on=day, **own)
    ended = make_placement(
        contract, number=5, started_on=begun, ended_on=today - timedelta(1), end_reason="completed", **own
    )
    FollowUp.objects.create(placement=ended, months=3, due_on=today - timedelta(1))
    FollowUp.objects.create(placement=ended, months=6, due_on=today + timedelta(80))
    make_waiting(make_participant(helsingborg, "K7M-4Q2"), since=today - timedelta(40))
    make_offer(contract, occupation="Fasadmålare", from_on=today, to_on=today + timedelta(20), **own)


def sections_of(malte, helsingborg, today) -> dict:
    return {section.title: section for section in my_day(malte, helsingborg, today=today)}


def test_the_day_holds_what_is_near_and_nothing_else(world, malte, helsingborg, today):
    found = sections_of(malte, helsingborg, today)
    labels = {title: [line.label for line in section.lines] for title, section in found.items()}
    assert labels == {
        "Börjar den här veckan": ["Bekräfta starten: P1"],
        "Slutar snart": ["Avsluta eller förläng: P3"],
        "Uppföljningar att göra": ["Följ upp P5, 3 månader"],
        "Har väntat längst": ["K7M-4Q2"],
        "Öppna platser": ["Fasadmålare"],
    }
    assert lead(list(found.values())) == "1 att starta, 1 att avsluta eller förlänga, 1 uppföljning att göra."
    assert found["Öppna platser"].lines[0].status_text == "1 av 1 ledig"


def test_a_start_that_nobody_has_confirmed_stays_and_is_late(contract, malte, helsingborg, today):
    make_placement(contract, number=9, started_on=None, state="matched", planned_start_on=today - timedelta(2))
    (line,) = sections_of(malte, helsingborg, today)["Börjar den här veckan"].lines
    assert (line.status_text, line.status_kind) == ("2 dagar försenad", "bad")
    assert line.url.endswith("/steg/start/")


def test_an_empty_day_says_so_under_every_heading(sign_in, malte, helsingborg):
    text = sign_in(malte).get(reverse("my_day")).content.decode()
    assert "Inget väntar på dig just nu" in text
    assert f"{reverse('task_list')}?visa=mina" in text, "the menu of a matcher has no other way there"
    for sentence in ("Ingen matchad placering", "Ingen placering slutar", "Ingen deltagare väntar", "Ingen plats är"):
        assert sentence in text


def test_each_heading_shows_the_first_five_and_counts_the_rest(sign_in, contract, malte, today):
    for number in range(1, 8):
        make_placement(contract, number=number, started_on=today - timedelta(9), planned_end_on=today)
    text = sign_in(malte).get(reverse("my_day")).content.decode()
    assert text.count("Avsluta eller förläng: P") == 5
    assert "5 av 7 visas" in text


def test_what_belongs_to_another_department_or_authority_is_not_in_my_day(
    world, helsingborg, school_department, mio, haninge, today
):
    siv = make_person("Siv", "matcher", helsingborg, school_department)
    found = sections_of(siv, helsingborg, today)
    assert not any(found[title].lines for title in ("Börjar den här veckan", "Slutar snart", "Uppföljningar att göra"))
    assert not any(section.lines for section in my_day(mio, haninge, today=today))


def test_the_deadlines_are_starts_ends_follow_ups_and_offers(world, helsingborg, malte, today):
    rows = list(open_deadlines(since=today - timedelta(30), until=today + timedelta(25), organisation=helsingborg))
    assert {row.key.partition(":")[0] for row in rows} == {"placement", "placement-start", "follow-up", "offer"}
    assert len(rows) == 4
    assert all(row.responsible_id == malte.pk for row in rows)


def test_no_deadline_names_a_code(world, helsingborg, today):
    codes = {"K7M-4Q2", *(each.placement.participant.code for each in FollowUp.objects.all())}
    rows = list(open_deadlines(since=today - timedelta(400), until=today + timedelta(400), organisation=helsingborg))
    assert len(rows) == 7
    assert not [code for code in codes for row in rows if code in str(row)]


def test_a_stopped_follow_up_is_neither_a_deadline_nor_in_the_day(world, helsingborg, malte, today):
    FollowUp.objects.update(stopped_on=today)
    rows = open_deadlines(since=today - timedelta(400), until=today + timedelta(400), organisation=helsingborg)
    assert not [row for row in rows if row.key.startswith("follow-up")]
    assert not sections_of(malte, helsingborg, today)["Uppföljningar att göra"].total


def test_a_protected_residents_follow_up_leads_the_others_to_the_placement(world, helsingborg, malte, today):
    follow_up = FollowUp.objects.get(months=3)
    participant = follow_up.placement.participant
    participant.is_protected, participant.matcher = True, malte
    participant.save()
    span = {"since": today - timedelta(30), "until": today + timedelta(3)}
    [row] = [
        each for each in open_deadlines(**span, organisation=helsingborg) if each.key == f"follow-up:{follow_up.pk}"
    ]
    assert (row.act_url, row.url) == ("", follow_up.placement.get_absolute_url())


def test_deadlines_cost_as_many_queries_however_many_there_are(world, helsingborg, contract, today):
    span = {"since": today - timedelta(400), "until": today + timedelta(400), "organisation": helsingborg}

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            list(open_deadlines(**span))
        return len(captured)

    before = cost()
    for number in range(20, 25):
        ended = make_placement(contract, number=number, ended_on=today, started_on=today, end_reason="completed")
        FollowUp.objects.create(placement=ended, months=3, due_on=today)
        make_offer(contract, to_on=today + timedelta(20))
    assert cost() == before == 5


def test_the_task_list_leads_the_matcher_to_the_day_and_nobody_else(sign_in, malte, olivia):
    assert reverse("my_day") in sign_in(malte).get(reverse("task_list")).content.decode()
    assert reverse("my_day") not in sign_in(olivia).get(reverse("task_list")).content.decode()


def test_what_is_to_be_done_on_a_joint_contract_is_no_department_of_the_lead(contract, haninge, today):
    ProcurementParty.objects.create(procurement=contract.procurement, organisation=haninge, share_percent=33)
    of = {"started_on": today - timedelta(9), "planned_end_on": today}
    lead = make_placement(contract, **of)
    party = make_placement(contract, make_participant(haninge), organisation=haninge, **of)
    owners = {
        each.key: each.owner_department_id
        for organisation in (contract.organisation, haninge)
        for each in open_deadlines(since=today, until=today, organisation=organisation)
    }
    department = contract.procurement.department_id
    assert department
    assert owners == {f"placement:{lead.pk}": department, f"placement:{party.pk}": None}
