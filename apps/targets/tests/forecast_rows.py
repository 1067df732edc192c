"""Rows that a forecast is made from, for tests."""

from datetime import date

from apps.procurements.models import (
    PriorityAnswers,
    Procurement,
    ProcurementParty,
    Requirement,
    RequirementDecision,
)
from procurement_csr import people

TODAY = date(2026, 4, 30)
SIGNING, LENGTH = date(2026, 7, 1), 24
WHOLE_YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def new_contract(organisation, **fields):
    procurement = people.make_procurement(organisation, phase="contracted")
    return people.make_contract(procurement, **{"ends_on": WHOLE_YEAR[1]} | fields)


def promise(contract=None, count=4, **fields):
    """Internships promised by a contract, or asked for in a procurement's documents."""
    values = {"kind": "internship", "model": "numeric", "unit": "places", "count": count}
    return Requirement.objects.create(contract=contract, **values | fields)


def start(contract, day=date(2026, 2, 2), participant=None, **fields):
    return people.make_placement(contract, participant, **{"started_on": day} | fields)


def agree(contract, day, participant=None, **fields):
    """A placement that waits for its first day."""
    values = {"started_on": None, "state": "matched", "planned_start_on": day}
    return people.make_placement(contract, participant, **values | fields)


def plan(organisation, *, answers=None, **fields):
    """A coming procurement of four million, of which 80 percent is work."""
    values = {"phase": "preparation", "planned_signing_on": SIGNING, "kind": "services", "estimated_value": 4_000_000}
    procurement = people.make_procurement(organisation, "Städning", **values | fields)
    given = {"labour_share": 80, "months": LENGTH, "persons": 5, "entry_level": 3, "labour_need": 3, "candidates": 3}
    PriorityAnswers.objects.create(procurement=procurement, **given | (answers or {}))
    return procurement


def decide(procurement, decided, recommended="", on=date(2026, 1, 8)):
    motive = "" if decided == recommended else "Sagt i nämnden."
    values = {"decided": decided, "recommended": recommended, "motive": motive, "decided_on": on}
    return RequirementDecision.objects.create(procurement=procurement, **values)


def grow(organisation, number):
    """So many contracts, open and closed, with placements, and as many coming procurements of each kind."""
    for _ in range(number):
        for year in (2024, 2026):
            contract = new_contract(organisation, starts_on=date(year, 1, 1), ends_on=date(year, 12, 31))
            promise(contract)
            start(contract, date(year, 2, 2))
        agree(contract, date(2026, 6, 1))
        people.make_offer(contract, unfilled_reason="no_candidate", closed_on=date(2026, 3, 20))
        plan(organisation)
        decide(plan(organisation), "numeric")
        promise(procurement=plan(organisation), count=2)
        joint, number = plan(organisation, phase="tendering"), Procurement.objects.count()
        joining = people.make_organisation(f"Kommun {number}")
        ProcurementParty.objects.create(procurement=joint, organisation=joining, share_percent=25)
        promise(procurement=joint, count=8)
