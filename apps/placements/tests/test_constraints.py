"""What the database itself refuses, each constraint provoked by its name."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from apps.placements.models import Activity, Participant, Placement
from apps.procurements.models import ProcurementParty
from apps.procurements.structure import delete_party
from procurement_csr.people import make_contract, make_participant, make_placement, make_procurement


def refuse(name, write):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        write()


def test_participant_code_unique(helsingborg, haninge):
    make_participant(helsingborg, "K7M-4Q2")
    make_participant(haninge, "K7M-4Q2")
    refuse("participant_code_unique", lambda: make_participant(helsingborg, "K7M-4Q2"))


def test_participant_case_reference_unique(helsingborg):
    Participant.objects.create(organisation=helsingborg, code="K7M-4Q2", case_reference="AMF 1")
    refuse(
        "participant_case_reference_unique",
        lambda: Participant.objects.create(organisation=helsingborg, code="K7M-4Q3", case_reference="AMF 1"),
    )


@pytest.mark.parametrize("code", ["k7m-4q2", "K7M4Q2", "K7M-4Q", "ÅÄÖ-123", "K7M 4Q2"])
def test_participant_code_shape(helsingborg, code):
    refuse("participant_code_shape", lambda: make_participant(helsingborg, code))


def test_placement_number_unique(contract):
    make_placement(contract, number=7)
    refuse("placement_number_unique", lambda: make_placement(contract, number=7))


def test_placement_once_per_start(contract, malte):
    first = make_placement(contract)
    again = {"participant": first.participant, "started_on": first.started_on}
    refuse("placement_once_per_start", lambda: make_placement(contract, **again))
    Placement.objects.filter(pk=first.pk).update(undone_at=timezone.now(), undone_by=malte)
    assert make_placement(contract, **again).pk


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("placement_extent_1_to_100", {"extent_percent": 0}),
        ("placement_extent_1_to_100", {"extent_percent": 101}),
        ("placement_ends_after_start", {"ended_on": date(2026, 3, 1), "end_reason": "completed"}),
        ("placement_planned_end_after_start", {"planned_end_on": date(2026, 3, 1)}),
        ("placement_end_date_and_reason", {"ended_on": date(2026, 3, 2)}),
        ("placement_end_date_and_reason", {"end_reason": "completed"}),
        ("placement_undone_at_and_by", {"undone_at": timezone.now()}),
    ],
)
def test_a_placement_that_cannot_be(contract, name, values):
    refuse(name, lambda: make_placement(contract, started_on=date(2026, 3, 2), **values))
    placement = make_placement(contract, started_on=date(2026, 3, 2))
    for field, value in values.items():
        setattr(placement, field, value)
    constraint = next(each for each in Placement._meta.constraints if each.name == name)
    with pytest.raises(ValidationError) as refused:
        placement.full_clean()
    assert constraint.violation_error_message in refused.value.messages


@pytest.mark.parametrize(
    ("column", "name"), [("contract_id", "contract_is_ours"), ("participant_id", "participant_id_same_organisation")]
)
def test_a_placement_points_into_its_own_organisation(contract, haninge, column, name):
    foreign = make_placement(make_contract(make_procurement(haninge)))
    rows = Placement.objects.filter(pk=make_placement(contract).pk)
    refuse(
        f"placements_placement_{name}",
        lambda: [rows.update(**{column: getattr(foreign, column)}), check_now()],
    )


def test_an_activity_points_into_its_own_organisation(helsingborg, haninge, contract):
    values = {"kind": "lecture", "held_on": date(2026, 3, 2), "topic": "Måleri", "organisation": helsingborg}
    activity = Activity.objects.create(contract=contract, supplier=contract.suppliers.get(), **values)
    rows = Activity.objects.filter(pk=activity.pk)
    foreign = make_contract(make_procurement(haninge))
    refuse(
        "placements_activity_contract_is_ours",
        lambda: [rows.update(contract=foreign), check_now()],
    )


def test_every_authority_of_a_joint_procurement_may_use_its_contract(contract, haninge):
    ProcurementParty.objects.create(procurement=contract.procurement, organisation=haninge)
    make_placement(contract, make_participant(haninge), organisation=haninge)
    check_now()


def test_an_authority_that_has_placed_residents_stays_a_party(contract, haninge):
    party = ProcurementParty.objects.create(procurement=contract.procurement, organisation=haninge)
    make_placement(contract, make_participant(haninge), organisation=haninge)
    check_now()
    refuse("procurements_party_stays", party.delete)
    with pytest.raises(ValidationError, match="Myndigheten har placeringar på upphandlingens avtal"):
        delete_party(by=None, party=party)


def check_now():
    """Ask the constraints that otherwise wait for the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
