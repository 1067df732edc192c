"""The gate's visits to the follow-up of contracts, gathered from those of each of its parts."""

from procurement_csr.tests.gate_deviations import DEVIATION_NOT_PAGES, DEVIATION_VISITS, addresses_of_deviations
from procurement_csr.tests.gate_followup_meetings import MEETING_NOT_PAGES, MEETING_VISITS, addresses_of_meetings
from procurement_csr.tests.gate_followup_plans import (
    FOLLOWUP_PLAN_NOT_PAGES,
    FOLLOWUP_PLAN_VISITS,
    addresses_of_followup_plans,
)
from procurement_csr.tests.gate_reports import (
    SUPPLIER_REPORT_NOT_PAGES,
    SUPPLIER_REPORT_VISITS,
    addresses_of_supplier_reports,
)

FOLLOWUP_VISITS = (*MEETING_VISITS, *FOLLOWUP_PLAN_VISITS, *DEVIATION_VISITS, *SUPPLIER_REPORT_VISITS)
FOLLOWUP_NOT_PAGES = {
    **MEETING_NOT_PAGES,
    **FOLLOWUP_PLAN_NOT_PAGES,
    **DEVIATION_NOT_PAGES,
    **SUPPLIER_REPORT_NOT_PAGES,
}


def addresses_of_followups(organisation, officer) -> dict:
    """What stands in the addresses of every part."""
    return {
        **addresses_of_meetings(organisation, officer),
        **addresses_of_followup_plans(organisation, officer),
        **addresses_of_deviations(organisation, officer),
        **addresses_of_supplier_reports(organisation, officer),
    }
