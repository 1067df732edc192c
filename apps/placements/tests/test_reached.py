"""What the database counts as reached and begun is what the ledger reckons, for every kind, unit and day."""

from datetime import date, timedelta
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.placements import ledger, reached
from apps.placements.choices import ActivityKind, PlacementKind
from apps.placements.models import Activity, Pause
from apps.placements.tests.delivering import NEW_YEAR, require, started
from apps.procurements.choices import RequirementKind, RequirementUnit
from apps.procurements.models import Requirement
from procurement_csr.people import make_contract, make_offer, make_participant, make_placement, make_procurement

DAYS = [NEW_YEAR + timedelta(days=days) for days in (-1, 0, 45, 90, 181, 364)]


def some_day(seed: Random) -> date:
    return NEW_YEAR + timedelta(days=seed.randrange(300))


def fill(contract, seed: Random) -> None:
    """Residents with several placements, meetings of groups, places taken, left empty and taken back."""
    residents = [make_participant(contract.organisation) for _ in range(3)]
    for _ in range(6):
        started_on = some_day(seed)
        ends = {"ended_on": started_on + timedelta(days=seed.randrange(200)), "end_reason": "moved_to_employment"}
        placement = make_placement(
            contract,
            kind=seed.choice(PlacementKind.values),
            participant=seed.choice(residents),
            started_on=started_on,
            extent_percent=seed.choice((50, 100)),
            **(ends if seed.random() < 0.5 else {}),
        )
        if seed.random() < 0.3:
            Pause.objects.create(placement=placement, from_on=started_on, to_on=started_on + timedelta(days=9))
    for _ in range(3):
        how_many = seed.choice((None, 1, 4))
        Activity.objects.create(
            organisation=contract.organisation,
            contract=contract,
            supplier=contract.suppliers.first(),
            kind=seed.choice(ActivityKind.values),
            held_on=some_day(seed),
            topic="Besök",
            participant_count=how_many,
        )
    for reason in ("no_candidate", "candidate_withdrew", "", "supplier_withdrew"):
        offered_on = some_day(seed)
        closed = {"closed_on": offered_on + timedelta(days=20), "unfilled_reason": reason} if reason else {}
        make_offer(contract, kind=seed.choice(PlacementKind.values), count=2, offered_on=offered_on, **closed)


@pytest.fixture
def asked(helsingborg) -> list[Requirement]:
    """Requirements of every kind and unit on contracts where much has happened."""
    seed = Random(7)
    found = []
    for unit in RequirementUnit.values:
        contract = make_contract(make_procurement(helsingborg), starts_on=NEW_YEAR)
        fill(contract, seed)
        found += [
            require(contract, kind, unit=unit, count=seed.choice((1, 2, 3)), first_start_within_months=6)
            for kind in RequirementKind.values
        ]
    return found


@pytest.mark.parametrize("today", DAYS)
def test_the_database_counts_as_the_ledger_reckons(asked, helsingborg, today):
    books = ledger.read({row.contract_id for row in asked}, today=today)
    reckoned = {row.pk for row in asked if ledger.delivered(row, books[row.contract_id], today=today).is_fulfilled}
    assert reached.fulfilled(asked, today=today) == reckoned
    begun = (ledger.first_of(row, books[row.contract_id], starts_on=NEW_YEAR, today=today) for row in asked)
    first = {row.pk for row, each in zip(asked, begun, strict=True) if each.first}
    assert started(helsingborg, today=today) == first


def test_some_are_reached_and_some_are_not(asked):
    numbers = [len(reached.fulfilled(asked, today=day)) for day in DAYS]
    assert numbers[0] == 0 < numbers[2] < numbers[-1] < len(asked)


def test_places_and_persons_are_counted_in_one_question(asked):
    counted = [row for row in asked if row.unit not in (RequirementUnit.FTE_MONTHS, RequirementUnit.HOURS)]
    with CaptureQueriesContext(connection) as captured:
        reached.fulfilled(counted, today=DAYS[-1])
        reached.begun_among([row.pk for row in counted], today=DAYS[-1])
    assert len(captured) == 2


def test_what_has_no_number_or_no_kind_is_never_reached_however_much_is_done(helsingborg):
    contract = make_contract(make_procurement(helsingborg), starts_on=NEW_YEAR)
    make_placement(contract, kind="internship", started_on=NEW_YEAR)
    number = require(contract, "internship", count=1)
    require(contract, "internship", model="dialog", count=None)
    require(contract, "", model="reserved", count=1)
    keys = Requirement.objects.values_list("pk", flat=True)
    assert reached.fulfilled_among(keys, today=DAYS[-1]) == {number.pk}
