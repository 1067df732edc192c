"""Mina uppgifter: what is late, what comes, for whom; and the sign of life."""

from datetime import timedelta

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.urls import reverse
from django.utils import timezone

from apps.procurements.models import ProcurementParty, Requirement
from apps.reminders import queries
from apps.reminders.tasks import HEARTBEAT_KEY, heartbeat
from procurement_csr.people import make_contract, make_department, make_placement, make_procurement

URL = "/uppgifter/"


def require(contract, kind="internship", count=1, **fields):
    return Requirement.objects.create(contract=contract, kind=kind, model="numeric", count=count, **fields)


def test_requirements_stand_under_late_this_week_and_later(sign_in, olivia, contract, today):
    require(contract, due_on=today - timedelta(days=3))
    require(contract, "employment", due_on=today)
    require(contract, "mentorship", 2, due_on=today + timedelta(days=40))
    page = sign_in(olivia).get(URL)
    tasks = page.context["tasks"]
    assert [(task.label, task.status_text) for task in tasks.overdue.tasks] == [
        ("Följ upp kravet: 1 praktikplats", "3 dagar försenad")
    ]
    assert [task.status_text for task in tasks.this_week.tasks] == ["i dag"]
    assert [(task.label, task.status_text) for task in tasks.later.tasks] == [
        ("Följ upp kravet: 2 yrkesmentorer", "om 40 dagar")
    ]
    assert "1 försenat, 1 inom en vecka, 1 senare." in page.text


def test_a_fulfilled_requirement_is_done_and_an_undone_placement_fulfils_nothing(sign_in, olivia, contract, today):
    require(contract, count=2, due_on=today)
    make_placement(contract)
    undone = make_placement(contract, undone_at=timezone.now(), undone_by=olivia)
    client = sign_in(olivia)
    assert len(client.get(URL).context["tasks"].this_week.tasks) == 1
    undone.undone_at = undone.undone_by = None
    undone.save()
    assert client.get(URL).context["tasks"].is_empty


def test_a_contract_that_has_ended_asks_for_nothing(sign_in, olivia, contract, today):
    require(contract)
    contract.ends_on = today - timedelta(days=5)
    contract.save()
    assert sign_in(olivia).get(URL).context["tasks"].is_empty
    contract.ends_on = today + timedelta(days=5)
    contract.save()
    assert sign_in(olivia).get(URL).context["tasks"].this_week.tasks[0].status_text == "om 5 dagar"


def test_a_department_sees_its_own_and_not_another_departments(sign_in, doris, helsingborg, contract, today):
    other = make_procurement(helsingborg, "Städning", department=make_department(helsingborg))
    require(make_contract(other), due_on=today)
    require(contract, due_on=today)
    tasks = sign_in(doris).get(URL).context["tasks"]
    assert [task.hint.split(" · ")[0] for task in tasks.this_week.tasks] == ["Målning av skolor"]


def test_only_mine_keeps_those_i_am_responsible_for(sign_in, carin, olivia, contract, today):
    require(contract, due_on=today)
    assert sign_in(carin).get(URL, {"visa": "mina"}).context["tasks"].is_empty
    assert len(sign_in(olivia).get(URL, {"visa": "mina"}).context["tasks"].this_week.tasks) == 1


def test_only_the_matcher_is_told_of_a_placement_that_ends(sign_in, olivia, malte, contract, today):
    require(contract)
    make_placement(contract, planned_end_on=today, started_on=today - timedelta(days=30))
    assert len(sign_in(malte).get(URL).context["tasks"].this_week.tasks) == 1
    assert sign_in(olivia).get(URL).context["tasks"].is_empty


def test_another_organisations_tasks_are_not_shown(sign_in, fia, contract, today):
    require(contract, due_on=today)
    page = sign_in(fia).get(URL)
    assert page.context["tasks"].is_empty
    assert "Inget att göra just nu" in page.text


def test_healthz_tells_when_a_worker_was_last_seen(client, db):
    heartbeat()
    answer = client.get(reverse("healthz"))
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "worker_seen_at": cache.get(HEARTBEAT_KEY)}


def test_healthz_says_503_when_the_database_does_not_answer(client, db):
    def refuse(*arguments):
        raise DatabaseError("gone")

    with connection.execute_wrapper(refuse):
        answer = client.get(reverse("healthz"))
    assert (answer.status_code, answer.json()) == (503, {"status": "database unavailable"})


def coming(organisation, department, today, **fields):
    planned = {"planned_publication_on": today + timedelta(days=20), "department": department, "phase": "preparation"}
    return make_procurement(organisation, "Städning", **planned | fields)


def labels(page):
    return {task.label for section in page.context["tasks"].sections for task in section.tasks}


DECIDE, PUBLISH = "Besluta om sociala krav före annonseringen", "Annonsera, eller ändra den planerade dagen"
CANDIDATES = "Ange hur många kandidater som kan passa"


def test_each_role_is_told_what_it_does_and_nothing_else(
    sign_in, olivia, carin, doris, malte, adam, helsingborg, property_department, today
):
    coming(helsingborg, property_department, today, responsible=olivia)
    told = {person.name: labels(sign_in(person).get(URL)) for person in (olivia, carin, doris, malte, adam)}
    assert told == {
        "Olivia": {DECIDE, PUBLISH},
        "Carin": {DECIDE, PUBLISH},
        "Doris": {DECIDE, PUBLISH},
        "Malte": {CANDIDATES},
        "Adam": set(),
    }


def test_who_may_do_it_is_led_to_the_form_and_who_follows_it_to_the_page(
    sign_in, olivia, doris, helsingborg, property_department, today
):
    case = coming(helsingborg, property_department, today)
    urls = {}
    for person in (olivia, doris):
        client = sign_in(person)
        tasks = client.get(URL).context["tasks"].later.tasks
        urls[person.name] = next(task.url for task in tasks if task.label == DECIDE)
        assert all(client.get(task.url).status_code == 200 for task in tasks)
    assert urls == {"Olivia": f"/upphandlingar/{case.pk}/beslut/nytt/", "Doris": case.get_absolute_url()}


def test_many_tasks_of_one_procurement_are_folded_together(sign_in, olivia, contract, today):
    for number in range(5):
        kind = ["internship", "employment", "apprenticeship", "mentorship", "lecture"][number]
        require(contract, kind, due_on=today + timedelta(days=30 + number))
    page = sign_in(olivia).get(URL)
    (entry,) = page.context["tasks"].later.entries
    assert entry.summary == "Målning av skolor: 5 uppgifter, den första om 30 dagar"
    assert "<summary>Målning av skolor: 5 uppgifter" in page.text
    assert "Målning av skolor ·" not in page.text


def test_of_two_hundred_tasks_twenty_show_forty_fold_and_the_filters_find_the_rest(sign_in, olivia, helsingborg, today):
    for number in range(200):
        require(make_contract(make_procurement(helsingborg)), due_on=today + timedelta(days=8 + number % 100))
    page = sign_in(olivia).get(URL)
    later = page.context["tasks"].later
    assert (later.count, len(later.shown), later.rest_count) == (200, 20, 40)
    assert "Visa 40 till" in page.text
    assert "140 till visas inte här." in page.text


def test_more_than_anybody_reads_is_counted_and_left_to_the_filters(sign_in, olivia, helsingborg, today, monkeypatch):
    monkeypatch.setattr(queries, "MOST", 3)
    for number in range(5):
        require(make_contract(make_procurement(helsingborg)), due_on=today + timedelta(days=8 + number))
    page = sign_in(olivia).get(URL)
    assert "0 inom en vecka, 5 senare." in page.text
    assert len(page.context["tasks"].later.tasks) == 3
    assert "2 till visas inte här." in page.text


def test_the_first_start_is_done_when_a_placement_has_begun(sign_in, olivia, contract, today):
    require(contract, count=2, first_start_within_months=3)
    client = sign_in(olivia)
    assert labels(client.get(URL)) == {"Första insatsen ska ha börjat eller erbjudits: 2 praktikplatser"}
    make_placement(contract, started_on=today - timedelta(days=1))
    assert labels(client.get(URL)) == set()


def test_a_party_of_a_joint_procurement_is_told_and_a_fulfilled_requirement_is_done_for_it_too(
    sign_in, fia, haninge, contract, today
):
    ProcurementParty.objects.create(procurement=contract.procurement, organisation=haninge)
    require(contract, due_on=today)
    client = sign_in(fia)
    (task,) = client.get(URL).context["tasks"].this_week.tasks
    assert task.hint.startswith("Målning av skolor (gemensam)")
    assert client.get(task.url).status_code == 200
    make_placement(contract)
    assert labels(client.get(URL)) == set()
