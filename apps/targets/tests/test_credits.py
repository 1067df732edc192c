"""Delivery that was accepted on paper is no resident."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal

from apps.placements.credit_actions import grant
from apps.placements.models import Credit
from apps.targets.queries import dashboard
from procurement_csr.people import make_contract, make_placement, make_procurement, make_requirement

TODAY = date(2026, 9, 1)


def test_nobody_becomes_a_resident_of_the_figures_by_what_is_accepted(helsingborg, olivia):
    contract = make_contract(make_procurement(helsingborg))
    make_placement(contract, kind="employment", started_on=date(2026, 2, 2))
    places = make_requirement(contract, unit="places", counts_attempts=True)
    before = asdict(dashboard(helsingborg, 2026, TODAY))
    values = {"source": "rapport 2026-06-30", "source_key": "report:1:line:1", "granted_on": date(2026, 7, 1)}
    grant(by=olivia, requirement=places, kind="attempts", amount=Decimal(12), **values)
    assert Credit.objects.count() == 1
    assert asdict(dashboard(helsingborg, 2026, TODAY)) == before
    make_placement(contract, kind="employment", started_on=date(2026, 3, 2))
    assert asdict(dashboard(helsingborg, 2026, TODAY)) != before
