"""What the contract's and the supplier's pages show, and the deadlines."""

from datetime import timedelta

import pytest
from django.utils import timezone

from apps.placements import panels
from apps.placements.deadlines import open_deadlines
from apps.placements.models import Activity
from apps.procurements.models import Requirement
from procurement_csr.people import make_contract, make_person, make_placement, make_procurement


@pytest.fixture
def ask(rf):
    """`ask(person, organisation)` is a request of that person."""

    def as_person(person, organisation):
        request = rf.get("/")
        request.user, request.organisation = person, organisation
        return request

    return as_person


def lines(panel):
    return [(each.kind, each.promised, each.delivered, each.status_text) for each in panel.context["deliveries"]]


def test_a_contract_shows_promised_and_started_per_kind(ask, olivia, malte, helsingborg, contract, painters, today):
    Requirement.objects.create(contract=contract, kind="internship", model="numeric", count=3)
    Requirement.objects.create(contract=contract, kind="internship", model="dialog")
    Requirement.objects.create(contract=contract, kind="employment", model="dialog")
    Requirement.objects.create(contract=contract, kind="lecture", model="numeric", count=1)
    make_placement(contract, started_on=today)
    make_placement(contract, started_on=today - timedelta(days=90), ended_on=today, end_reason="completed")
    make_placement(contract, started_on=today + timedelta(days=1))
    make_placement(contract, started_on=today, undone_at=timezone.now(), undone_by=malte)
    make_placement(contract, started_on=today, kind="mentorship")
    Activity.objects.create(
        organisation=helsingborg, contract=contract, supplier=painters, kind="lecture", held_on=today, topic="Måleri"
    )
    assert lines(panels.contract(ask(olivia, helsingborg), contract)) == [
        ("internship", 3, 2, "på väg"),
        ("employment", None, 0, "inget ännu"),
        ("lecture", 1, 1, "levererat"),
        ("mentorship", None, 1, "utöver kraven"),
    ]


def test_the_contract_panel_links_to_the_numbers_and_to_logging(client, sign_in, malte, olivia, contract):
    placement, _ = make_placement(contract), make_placement(contract)
    page = sign_in(malte).get(contract.get_absolute_url()).content.decode()
    assert f'href="{placement.get_absolute_url()}"' in page
    assert f"/placeringar/?contract={contract.pk}" in page
    assert f"/placeringar/ny/?avtal={contract.pk}" in page
    assert "avtal=" not in sign_in(olivia).get(contract.get_absolute_url()).content.decode()


@pytest.mark.parametrize("person", ["fia", "mio", "ulla", "pelle", "adam", "nils"])
def test_a_contract_panel_is_empty_for_those_without_the_right(request, ask, helsingborg, contract, person):
    make_placement(contract)
    assert panels.contract(ask(request.getfixturevalue(person), helsingborg), contract) is None


def test_a_department_sees_the_panel_of_its_own_contracts_only(ask, doris, helsingborg, school_department, contract):
    theirs = make_contract(make_procurement(helsingborg, department=school_department))
    assert panels.contract(ask(doris, helsingborg), contract)
    assert panels.contract(ask(doris, helsingborg), theirs) is None


def test_a_supplier_shows_the_results_of_the_active_organisation(
    ask, olivia, fia, pelle, nils, helsingborg, haninge, contract, painters, today
):
    make_placement(contract, started_on=today)
    make_placement(contract, started_on=today, kind="employment")
    make_placement(contract, started_on=today + timedelta(days=1))
    make_placement(make_contract(make_procurement(haninge), painters), started_on=today)
    counts = panels.supplier(ask(olivia, helsingborg), painters).context["counts"]
    assert [(each.kind, each.count) for each in counts] == [("internship", 1), ("employment", 1)]
    counts = panels.supplier(ask(fia, haninge), painters).context["counts"]
    assert [(each.kind, each.count) for each in counts] == [("internship", 1)]
    assert panels.supplier(ask(pelle, helsingborg), painters) is None
    assert panels.supplier(ask(nils, None), painters) is None


def test_the_suppliers_page_draws_the_panel(sign_in, malte, painters, contract, today):
    client = sign_in(malte)
    assert "Inga placeringar i Helsingborg än" in client.get(painters.get_absolute_url()).content.decode()
    make_placement(contract, started_on=today)
    assert f"/placeringar/?supplier={painters.pk}" in client.get(painters.get_absolute_url()).content.decode()


def test_planned_ends_become_deadlines_of_the_one_who_logged(helsingborg, malte, contract, today):
    soon = make_placement(contract, created_by=malte, number=7, planned_end_on=today)
    make_placement(contract, planned_end_on=today + timedelta(days=60))
    make_placement(contract, planned_end_on=today, ended_on=today, end_reason="completed", started_on=today)
    make_placement(contract, planned_end_on=today, undone_at=timezone.now(), undone_by=malte)
    make_placement(contract)
    [deadline] = open_deadlines(since=today, until=today + timedelta(days=59), organisation=helsingborg)
    assert (deadline.due_on, deadline.responsible_id) == (today, malte.pk)
    assert "P7" in deadline.title
    assert soon.participant.code not in str(deadline)
    assert deadline.owner_department_id == contract.procurement.department_id


def test_a_matcher_of_another_department_gets_no_log_link(ask, helsingborg, school_department, contract):
    siv = make_person("Siv", "matcher", helsingborg, school_department)
    assert panels.contract(ask(siv, helsingborg), contract) is None
