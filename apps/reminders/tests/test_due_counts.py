"""The number beside Mina uppgifter: what the page holds as late or due today, at the cost of one query."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.procurements.models import Requirement
from apps.reminders import due_counts
from apps.reminders.plan_actions import plan_organisation
from apps.reminders.tests.answering import CLOSE, LIST, address, send
from procurement_csr.people import make_contract, make_department, make_procurement

OTHER = "/leverantorer/"


def counted(page):
    return next((item["count"] for item in page.context["menu"] if item["label"] == "Mina uppgifter"), None)


def plan(organisation):
    plan_organisation(organisation=organisation, today=timezone.localdate(), now=timezone.now())


@pytest.fixture
def due_today(helsingborg, today):
    """Another department's requirement that is due today, and one that is not due yet."""
    contract = make_contract(make_procurement(helsingborg, department=make_department(helsingborg)))
    for kind, days in (("employment", 0), ("mentorship", 1)):
        due_on = today + timedelta(days=days)
        Requirement.objects.create(contract=contract, kind=kind, model="numeric", count=1, due_on=due_on)


def test_planning_counts_for_each_person_what_the_person_sees(
    sign_in, olivia, carin, doris, fia, helsingborg, requirement, due_today
):
    assert counted(sign_in(olivia).get(OTHER)) == 0
    plan(helsingborg)
    told = {person.name: counted(sign_in(person).get(OTHER)) for person in (olivia, carin, doris, fia)}
    assert told == {"Olivia": 2, "Carin": 2, "Doris": 1, "Fia": 0}
    page = sign_in(olivia).get(OTHER)
    assert '<span class="count">2<span class="visually-hidden"> försenade eller i dag</span></span>' in page.text


def test_the_number_is_the_page_own(sign_in, olivia, doris, helsingborg, requirement, due_today, today):
    for person in (olivia, doris):
        page = sign_in(person).get(LIST)
        tasks = page.context["tasks"]
        due = [task for task in tasks.this_week.tasks if task.status_text == "i dag"]
        assert counted(page) == tasks.overdue.count + len(due) > 0


def test_an_answer_is_counted_at_once(sign_in, olivia, helsingborg, requirement):
    plan(helsingborg)
    client = sign_in(olivia)
    page = client.get(send(client, address(CLOSE, requirement)).url)
    assert counted(page) == 0
    assert 'class="count"' not in page.text
    assert counted(client.get(OTHER)) == 0


def test_yesterdays_number_is_not_shown_today(sign_in, olivia, helsingborg, requirement, today):
    counts = {("procurements.view_procurement", None, None): 5}
    due_counts.keep(helsingborg, counts, today=today - timedelta(days=1))
    assert counted(sign_in(olivia).get(OTHER)) == 0
    due_counts.keep(helsingborg, counts, today=today)
    assert counted(sign_in(olivia).get(OTHER)) == 5


def test_a_page_asks_one_question_for_the_number_and_the_list_writes_it_only_when_it_changed(
    sign_in, olivia, helsingborg, requirement
):
    client = sign_in(olivia)
    client.get(LIST)
    for url, reads in ((OTHER, 1), (LIST, 2)):
        with CaptureQueriesContext(connection) as captured:
            client.get(url)
        about = [query["sql"] for query in captured.captured_queries if "reminders.due" in query["sql"]]
        assert len(about) == reads, about
        assert all(sql.startswith("SELECT") for sql in about)


def test_who_has_no_such_item_asks_nothing(sign_in, pelle, requirement):
    with CaptureQueriesContext(connection) as captured:
        assert counted(sign_in(pelle).get("/oversikt/")) is None
    assert not [query for query in captured.captured_queries if "reminders.due" in query["sql"]]
