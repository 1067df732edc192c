"""The measures: what each one counts, and what it leaves out."""

from datetime import date

import pytest

from apps.targets.measure_queries import all_measures
from apps.targets.measures import CODES, DEFINITIONS
from procurement_csr import people

EVENING = date(2026, 12, 31)


@pytest.fixture
def contract(helsingborg, property_department):
    procurement = people.make_procurement(helsingborg, department=property_department)
    return people.make_contract(procurement, signed_on=date(2026, 1, 5), value=1_000_000)


def test_every_measure_is_answered_in_the_order_of_the_definitions(helsingborg, contract):
    found = all_measures(helsingborg, 2026, "year", EVENING)
    assert tuple(found) == CODES
    assert all(result.unit == each.unit for result, each in zip(found.values(), DEFINITIONS, strict=True))


def test_fact_28_internship_then_employment_is_one_resident_two_placements_and_one_that_led_to_work(
    helsingborg, contract
):
    resident = people.make_participant(helsingborg)
    people.make_placement(
        contract,
        resident,
        started_on=date(2026, 2, 2),
        ended_on=date(2026, 5, 29),
        state="ended",
        end_reason="completed",
    )
    people.make_placement(contract, resident, kind="employment", started_on=date(2026, 6, 1))
    found = all_measures(helsingborg, 2026, "year", EVENING)
    assert found["residents_in_occupation"].value == 1
    assert found["placements_started"].value == 2
    assert {part.key: part.value for part in found["placements_started"].parts} == {"internship": 1, "employment": 1}
