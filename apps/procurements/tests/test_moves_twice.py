"""Moves made twice, by two at once, and taken back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from apps.core.actions import Conflict, version_of
from apps.procurements import moves
from apps.procurements.contracts import update_contract
from apps.procurements.models import Contract, Procurement, ProcurementEvent, Requirement
from apps.procurements.tests.moving import TODAY, go, make_painting, publication, stand
from procurement_csr.people import make_contract


@pytest.fixture
def painting(helsingborg, property_department):
    return make_painting(helsingborg, property_department)


def test_the_second_of_two_who_saw_the_same_gets_a_conflict(olivia, carin, painting):
    seen = version_of(painting)
    moves.move(by=olivia, procurement=painting, to="paused", seen=seen, today=TODAY, reason="Väntar")
    with pytest.raises(Conflict):
        moves.move(by=carin, procurement=painting, to="paused", seen=seen, today=TODAY, reason="Väntar")


def test_a_double_click_makes_one_move(olivia, painting):
    seen = version_of(painting)
    for _ in range(2):
        moves.move(by=olivia, procurement=painting, to="paused", seen=seen, today=TODAY, reason="Väntar")
    assert ProcurementEvent.objects.filter(pgh_obj_id=painting.pk, pgh_label="update").count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_move_at_the_same_moment_make_one_move(olivia, carin, painting):
    seen, together = version_of(painting), Barrier(2)

    def press(person, reason):
        together.wait(timeout=10)
        try:
            moves.move(by=person, procurement=painting, to="paused", seen=seen, today=TODAY, reason=reason)
        except Conflict:
            return "conflict"
        finally:
            connection.close()
        return "moved"

    with ThreadPoolExecutor(2) as pool:
        answers = [pool.submit(press, *each) for each in ((olivia, "Budget"), (carin, "Bemanning"))]
        assert sorted(answer.result(timeout=20) for answer in answers) == ["conflict", "moved"]
    assert ProcurementEvent.objects.filter(pgh_obj_id=painting.pk, pgh_label="update").count() == 1


def test_the_last_move_is_taken_back_with_every_field(olivia, painting):
    painting.requirement_decisions.create(recommended="dialog", decided="dialog", decided_on=date(2024, 2, 1))
    before = version_of(painting)
    go(olivia, painting, "published", **publication())
    for _ in range(2):
        moves.undo_move(by=olivia, procurement=painting)
    painting.refresh_from_db()
    assert version_of(painting) == before
    assert go(olivia, painting, "published", **publication()).phase == "published"


def test_taking_back_a_signing_takes_the_day_and_the_copies_too(olivia, painting):
    Requirement.objects.create(procurement=painting, kind="internship", model="dialog")
    contract, signed = make_contract(painting), make_contract(painting, signed_on=date(2024, 5, 20))
    stand(painting, "awarded", procedure="direct_purchase", award_decided_on=date(2024, 5, 2))
    go(olivia, painting, "contracted", signed_on=date(2024, 5, 14))
    assert Requirement.objects.filter(contract__isnull=False).count() == 2
    moves.undo_move(by=olivia, procurement=painting)
    contract.refresh_from_db()
    signed.refresh_from_db()
    painting.refresh_from_db()
    assert (painting.phase, contract.signed_on, signed.signed_on) == ("awarded", None, date(2024, 5, 20))
    assert Requirement.objects.get().contract is None


@pytest.mark.django_db(transaction=True)
def test_a_move_is_not_taken_back_once_something_has_changed(olivia, carin, painting):
    contract = make_contract(painting)
    stand(painting, "awarded", procedure="direct_purchase", award_decided_on=date(2024, 5, 2))
    go(olivia, painting, "contracted", signed_on=date(2024, 5, 14))
    with pytest.raises(ValidationError, match="någon annan"):
        moves.undo_move(by=carin, procurement=painting)
    update_contract(by=carin, contract=Contract.objects.get(pk=contract.pk), value=5)
    with pytest.raises(ValidationError, match="Ett avtal har ändrats efter steget"):
        moves.undo_move(by=olivia, procurement=painting)
    Procurement.objects.filter(pk=painting.pk).update(note="Ny anteckning")
    with pytest.raises(ValidationError, match="har ändrats efter det senaste steget"):
        moves.undo_move(by=olivia, procurement=painting)


def test_a_procurement_that_never_moved_has_nothing_to_take_back(olivia, painting):
    with pytest.raises(ValidationError, match="inget steg att ångra"):
        moves.undo_move(by=olivia, procurement=painting)
