"""What the contract page says of a commitment that several authorities follow together."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from apps.placements.deliveries import deliveries
from apps.placements.models import Pause
from apps.placements.tests.delivering import NBSP, SUMMER, fact, job, require, sums
from apps.procurements.models import ProcurementParty
from procurement_csr.people import (
    make_department,
    make_offer,
    make_organisation,
    make_participant,
    make_person,
    make_placement,
)


@pytest.fixture
def joint(contract, haninge):
    """Haninge takes a third of Helsingborg's contract."""
    return ProcurementParty.objects.create(procurement=contract.procurement, organisation=haninge, share_percent=33)


@pytest.fixture
def theirs(joint, contract, haninge):
    """A placement of Haninge on the contract."""
    return make_placement(contract, make_participant(haninge), organisation=haninge, number=8123)


def test_a_joint_commitment_counts_all_and_tells_each_authoritys_share(contract, theirs, olivias, olivia):
    require(contract, "internship", count=4)
    ours = make_placement(contract)
    shown = olivias("internship")
    assert shown.delivered == 2
    assert fact(shown, "Helsingborg") == "1 av 3 platser (67 %), 2 återstår"
    assert fact(shown, "Haninge") == "1 av 1 plats (33 %), inget återstår"
    assert sums(shown) == [(str(ours), "mars 2026 och framåt: 1 plats"), ("", "Haninge: 1 insats, 1 plats")]


def test_each_authority_follows_a_joint_contract_and_finds_only_its_own_numbers(
    sign_in, olivia, fia, mio, contract, theirs
):
    require(contract, "internship", count=4)
    ours = make_placement(contract, number=4711)
    for person in (fia, mio):
        page = sign_in(person).get(contract.get_absolute_url()).content.decode()
        assert f'href="{theirs.get_absolute_url()}">P8123 (Haninge)</a>' in page
        assert f"Helsingborg: 1{NBSP}insats" in page
        assert "P4711" not in page
        assert ours.get_absolute_url() not in page
        assert ours.participant.code not in page
    assert f"{reverse('placement_create')}?avtal={contract.pk}" in page
    page = sign_in(olivia).get(contract.get_absolute_url()).content.decode()
    assert f'href="{ours.get_absolute_url()}">P4711</a>' in page
    assert "P8123" not in page


def test_a_department_of_another_authority_follows_only_what_it_takes_part_in(sign_in, haninge, joint, contract):
    school, care = make_department(haninge, "Skolan"), make_department(haninge, "Omsorgen")
    joint.department = school
    joint.save()
    require(contract, "internship", count=4)
    name = escape("Lovat och levererat")
    sara, kim = (make_person(who, "department", haninge, where) for who, where in (("Sara", school), ("Kim", care)))
    assert name in sign_in(sara).get(contract.get_absolute_url()).content.decode()
    response = sign_in(kim).get(contract.get_absolute_url())
    assert response.status_code == 404 or name not in response.content.decode()


def test_a_contract_costs_as_many_queries_however_much_stands_on_it(contract, olivia, theirs, haninge):
    require(contract, "internship", count=40, first_start_within_months=6)
    require(contract, unit="fte_months", count=40)

    def grow(number):
        for _ in range(number):
            Pause.objects.create(placement=job(contract), from_on=date(2026, 2, 2), to_on=date(2026, 2, 3))
            make_placement(contract, offer=make_offer(contract))
            make_placement(contract, make_participant(haninge), organisation=haninge)

    def cost():
        with CaptureQueriesContext(connection) as captured:
            deliveries(contract, olivia, today=SUMMER)
        return len(captured)

    cost()
    grow(2)
    few = cost()
    grow(8)
    assert cost() == few


def test_shares_of_more_than_the_whole_are_a_sentence_and_no_fault(contract, joint, haninge, olivias):
    tyreso = make_organisation("Tyresö")
    ProcurementParty.objects.create(procurement=contract.procurement, organisation=tyreso, share_percent=90)
    require(contract, "internship", count=4)
    assert "tillsammans 123 procent" in fact(olivias("internship"), "Fördelning")
