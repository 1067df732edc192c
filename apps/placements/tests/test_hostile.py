"""Every form of the app is sent what nobody means, the same thing twice and what is out of date: nothing is lost."""

import uuid
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.urls import reverse
from pghistory.models import Context

from apps.core.tests.hostile import HUGE, as_sent, refused_wrongly
from apps.placements.matching_actions import update_settings
from apps.placements.models import Activity, Consent, Participant, TargetGroup
from apps.placements.retention_actions import propose_purge
from apps.placements.tests.purging_world import decide, make_old_participant, make_old_placement
from procurement_csr.people import (
    make_contract,
    make_offer,
    make_participant,
    make_person,
    make_placement,
    make_procurement,
    make_waiting,
)

CODE = "K7M-4Q2"
SEARCHED = {"placement_update", "offer_update", "activity_update"}


@dataclass(frozen=True)
class Page:
    """An address, who fills it in, its object, right answers, and what else the address says."""

    name: str
    thing: str | None = None
    answers: dict = field(default_factory=dict)
    person: str = "malte"
    query: str = ""
    keys: tuple = ()

    def __str__(self):
        return "-".join(map(str, (self.name, self.thing, *self.keys))) + self.query


PRACTICE = {"referring_body": "municipality", "supervisor_role": "arbetsledare"}
PLACE = {"kind": "internship", "contract": "workplace"}
EXIT = {"exited_on": "today"}
WRONG = {"reason": "slip"}
SEVERAL = {"rows": "started"}
DECISION = {"decided_by_body": "Nämnden", "decided_on": "2026-01-02", "reference": "AMN 1"}
MOVES = {
    "consent": ("proposed", {"is_harm_tested": "on"}),
    "match": ("consented", {"planned_start_on": "today"} | PRACTICE),
    "start": ("matched", {}),
    "no_show": ("matched", EXIT),
    "decline_by_candidate": ("proposed", EXIT),
    "decline_by_supplier": ("consented", EXIT),
    "withdraw": ("matched", EXIT),
    "correct_start": ("started", {"planned_start_on": "today"} | WRONG),
    "correct_end": ("ended", WRONG),
    "correct_exit": ("declined", WRONG),
}
PAGES = (
    Page("placement_create", answers=PLACE | PRACTICE),
    Page("placement_propose", answers=PLACE | {"waiting": CODE}),
    Page("placement_propose", answers={"waiting": CODE}, query="?plats={offer}"),
    Page("placement_update", "started", {"planned_end_on": "soon"} | WRONG),
    Page("placement_update", "ended", {"ended_on": "today"} | WRONG),
    Page("placement_end", "started", {"end_reason": "completed"}),
    *[Page("placement_move", thing, answers, keys=(move,)) for move, (thing, answers) in MOVES.items()],
    Page("placement_extend", "started", {"planned_end_on": "soon"}),
    Page("placement_pause", "started"),
    Page("placement_resume", "paused", {"back_on": "today"}),
    Page("pause_update", "pause", {"to_on": "today"}),
    Page("pause_delete", "pause"),
    Page("placement_bulk", answers=SEVERAL | {"gor": "avsluta", "end_reason": "completed"}, query="?rows={started}"),
    Page(
        "placement_bulk",
        answers=SEVERAL | {"gor": "forlang", "planned_end_on": "soon"},
        query="?gor=forlang&rows={started}",
    ),
    Page("follow_up_answer", "follow_up", {"situation": "studying"}),
    Page("participant_create", answers={"case_reference": "AMF 2026/99"}),
    Page("participant_update", "participant", {"case_reference": "AMF 2026/98", "target_group": "target_group"}),
    Page("participant_merge", "participant", {"code": CODE}),
    Page("participant_hand_over", "participant", {"matcher": "maja"}),
    Page("consent_create", "participant", {"purpose": "share_cv", "supplier": "supplier"}),
    Page("consent_withdraw", "consent"),
    Page("disclosure_create", "started", {"told": "name", "ground": "harm_test", "harm_test_reference": "AMF 3"}),
    Page("matching_settings", answers={"follow_up_months": "3, 9"} | DECISION, person="adam"),
    Page("target_group_create", answers={"name": "Nyanlända"}, person="adam"),
    Page("target_group_update", "target_group", {"name": "Unga vuxna"}, person="adam"),
    Page("protected_reassign", answers={"matcher": "maja"}, person="adam"),
    Page("offer_create", answers=PLACE | {"occupation": "Målare"}),
    Page("offer_update", "offer", {"occupation": "Snickare"}),
    Page("offer_close", "offer", {"unfilled_reason": "no_candidate"}),
    Page("waiting_create", answers={"code": "9HP-5QR"}),
    Page("waiting_update", "waiting", {"kinds": "internship"}),
    Page("waiting_end", "waiting"),
    Page("retention_rule_update", "record_class", {"action": "purge", "months": "36"} | DECISION, person="adam"),
    Page("purge_create", person="adam"),
    Page("purge_approve", "purge_run", person="carin"),
    Page("purge_discard", "purge_run", person="carin"),
    Page("activity_create", answers={"kind": "lecture", "contract": "workplace", "topic": "Måleri"}),
    Page("activity_update", "activity", {"topic": "Snickeri"}),
)


@pytest.fixture
def world(helsingborg, haninge, contract, painters, malte, adam, today):
    """One of each thing a form is about, and by model or field what is somebody else's."""
    before, ended = today - timedelta(100), {"ended_on": today - timedelta(9), "end_reason": "completed"}
    offer = make_offer(contract, from_on=before, offered_on=before)
    decided = {"decided_by_body": "Nämnden", "decided_on": today, "reference": "AMN 9"}
    settings = {"follow_up_months": [3], "uses_target_groups": True, "today": today}
    update_settings(by=adam, organisation=helsingborg, **settings, **decided)
    waiting = make_waiting(make_participant(helsingborg, CODE), since=before)
    hidden = make_participant(helsingborg)
    Participant.objects.filter(pk=hidden.pk).update(is_protected=True, matcher=adam)
    states = {
        "proposed": {"state": "proposed", "started_on": None},
        "consented": {"state": "consented", "started_on": None},
        "matched": {"state": "matched", "started_on": None, "planned_start_on": before},
        "started": {"started_on": before, "planned_end_on": today + timedelta(9)},
        "paused": {"started_on": before},
        "ended": {"started_on": before, **ended},
    }
    rows = {name: make_placement(contract, **values) for name, values in states.items()}
    rows["declined"] = make_placement(contract, state="consented", started_on=None)
    rows["declined"].state, rows["declined"].exited_on = "declined_by_supplier", today
    rows["declined"].save()
    participant = rows["started"].participant
    given = {"participant": participant, "given_on": before, "recorded_by": malte}
    theirs = make_contract(make_procurement(haninge), painters)
    decide(helsingborg, "case_reference")
    make_old_placement(contract, make_old_participant(helsingborg, "N2K-9TW"), number=900)
    return rows | {
        "offer": offer,
        "waiting": waiting,
        "free": make_participant(helsingborg, "9HP-5QR"),
        "participant": participant,
        "pause": rows["paused"].pauses.create(from_on=today - timedelta(5)),
        "follow_up": rows["ended"].follow_ups.create(months=3, due_on=today),
        "consent": Consent.objects.create(purpose="follow_up", **given),
        "target_group": TargetGroup.objects.create(organisation=helsingborg, name="Unga"),
        "maja": make_person("Maja", "matcher", helsingborg),
        "supplier": painters,
        "activity": Activity.objects.create(
            organisation=helsingborg, supplier=painters, kind="lecture", held_on=before, topic="Måleri"
        ),
        "record_class": "consent",
        "workplace": f"{contract.pk}-{painters.pk}",
        "foreign": {
            type(malte): make_person("Mia", "matcher", haninge).pk,
            TargetGroup: TargetGroup.objects.create(organisation=haninge, name="Äldre").pk,
            "contract": [f"{theirs.pk}-{painters.pk}", f"{HUGE}-{HUGE}", "-", "1-x", f"-{HUGE}"],
            "code": [make_participant(haninge, "7H7-46Q").code, hidden.code, "K7M-4Q3", "19121212-1212"],
            "case_reference": ["19121212-1212", "121272-1212"],
            "follow_up_months": ["6", "3, 0", "3, 61", "3; x", HUGE],
        },
        "today": today.isoformat(),
        "soon": (today + timedelta(30)).isoformat(),
    }


@pytest.fixture
def opened(request, sign_in, world, helsingborg, adam, today):
    """`opened(page)` gives who is signed in, the address, the form's fields and right answers to all of them."""

    def open_page(page: Page):
        if page.thing == "purge_run":
            world["purge_run"] = propose_purge(by=adam, organisation=helsingborg, today=today, token=uuid.uuid4())
        keys = {name: getattr(row, "pk", row) for name, row in world.items() if name != "foreign"}
        arguments = [keys[page.thing], *page.keys] if page.thing else []
        url = reverse(page.name, args=arguments) + page.query.format(**keys)
        client = sign_in(request.getfixturevalue(page.person))
        form = client.get(url).context["form"]
        answers = {
            name: getattr(world.get(value, value), "pk", world.get(value, value))
            for name, value in page.answers.items()
        }
        return client, url, form.fields, as_sent(form, answers)

    return open_page


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_what_nobody_means_is_refused_beside_its_field_and_saves_nothing(world, opened, page):
    client, url, fields, answers = opened(page)
    saved = Context.objects.count()
    assert refused_wrongly(client, url, fields, answers, world["foreign"]) == []
    right = client.post(url, answers)
    assert right.status_code == 302, f"refused without hostility too: {right.context['form'].errors}"
    assert Context.objects.count() > saved


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_what_is_out_of_date_is_told_and_what_is_sent_twice_is_saved_once(opened, page):
    client, url, fields, answers = opened(page)
    if "version" in fields:
        answers["version"] = _told_what_stands_now(client, url, answers)
    first = client.post(url, answers)
    assert first.status_code == 302
    saved = Context.objects.count()
    again = client.post(url, answers)
    assert Context.objects.count() == saved
    assert again.status_code in ({302} if "token" in fields else {302, 404, 409, 422})
    assert again.status_code != 302 or again.url == first.url


def _told_what_stands_now(client, url, answers) -> str:
    """What the form should be saved with after somebody else's change has been told."""
    saved = Context.objects.count()
    answer = client.post(url, answers | {"version": "0" * 32})
    assert answer.status_code == 409
    assert "Någon annan har sparat ändringar" in answer.content.decode()
    assert Context.objects.count() == saved
    return answer.context["form"]["version"].value()


@pytest.mark.parametrize("page", [each for each in PAGES if each.thing and each.thing != "record_class"], ids=str)
def test_a_key_that_no_row_can_have_is_not_found(sign_in, request, page):
    client = sign_in(request.getfixturevalue(page.person))
    for key in (0, HUGE, "9" * 400):
        url = reverse(page.name, args=[key, *page.keys])
        assert {client.get(url).status_code, client.post(url, {}).status_code} == {404}


@pytest.mark.parametrize(
    "page", [each for each in PAGES if "contract" in each.answers or each.name in SEARCHED], ids=str
)
def test_the_search_for_a_workplace_answers_whatever_else_is_filled_in(world, opened, page):
    client, url, fields, answers = opened(page)
    saved = Context.objects.count()
    for junk in ("\x00", "9" * 10_000, HUGE, "🌲", "%_\\"):
        answer = client.post(url, answers | dict.fromkeys(fields, junk) | {"search": "1"})
        assert answer.status_code == 200
    assert Context.objects.count() == saved


@pytest.mark.parametrize("sent", [{"rows": ["x"]}, {"rows": [HUGE]}, {"rows": ["1"] * 101}, {"gor": "radera"}])
def test_several_at_once_are_not_found_when_one_of_them_is_not(sign_in, malte, world, sent):
    assert sign_in(malte).post(reverse("placement_bulk"), sent).status_code == 404


@pytest.mark.parametrize(
    "name", ["board", "waiting_create", "placement_create", "placement_propose", "offer_create", "my_day"]
)
def test_an_address_with_nonsense_in_its_query_is_no_error(sign_in, malte, name):
    client = sign_in(malte)
    for junk in ("\x00", HUGE, "9" * 400, "🌲", "²", "-1"):
        query = dict.fromkeys(("vantande", "deltagare", "avtal", "arbetsplats", "insats", "plats", "q", "kind"), junk)
        assert client.get(reverse(name), query).status_code in {200, 404}
