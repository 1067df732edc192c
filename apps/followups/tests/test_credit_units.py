"""What the report proposes to credit is what the ledger of placements takes."""

from apps.followups.report_rules import CREDITED
from apps.placements.credit_actions import REPORTED_UNITS


def test_a_report_proposes_credit_in_exactly_the_units_that_can_be_credited():
    assert set(CREDITED) == set(REPORTED_UNITS)
