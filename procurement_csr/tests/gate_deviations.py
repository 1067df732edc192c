"""The gate's visits to deviations, the ladder of sanctions and what is written about its steps."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from apps.followups import reply_links
from apps.followups.models import Deviation
from apps.suppliers.models import SupplierContact
from procurement_csr import people
from procurement_csr.tests.gate_visit import BOTH, EMPTY, Visit

DEVIATION_VISITS = (
    Visit("deviation_list", "officer"),
    Visit("deviation_list", "matcher", query="?standing=all"),
    Visit("deviation_list", "officer", query="?q=finnsinte"),
    Visit("deviation_create", "officer", "deviating_contract", refuses=BOTH),
    Visit("deviation_detail", "officer", "open_deviation"),
    Visit("deviation_detail", "matcher", "open_deviation"),
    Visit("deviation_detail", "coordinator", "stepped_deviation"),
    Visit("deviation_detail", "officer", "closed_deviation"),
    Visit("deviation_update", "officer", "open_deviation", refuses=BOTH),
    Visit("deviation_exempt", "officer", "open_deviation", refuses=(EMPTY,)),
    Visit("deviation_close", "officer", "open_deviation", refuses=(EMPTY,)),
    Visit("sanction_create", "officer", "reminder_step", refuses=BOTH),
    Visit("sanction_create", "officer", "penalty_step", refuses=BOTH),
    Visit("sanction_create", "officer", "termination_step", refuses=BOTH),
    Visit("sanction_create", "officer", "no_step", refuses=(EMPTY,)),
    Visit("sanction_create", "officer", "refused_step", status=409),
    Visit("sanction_reply", "officer", "waiting_sanction", refuses=BOTH),
    Visit("sanction_decide", "officer", "waiting_sanction", refuses=(EMPTY,)),
    Visit("sanction_withdraw", "officer", "waiting_sanction", refuses=(EMPTY,)),
    Visit("contract_detail", "officer", "deviating_contract"),
    Visit("reply_link", obj="waiting_token", refuses=BOTH),
    Visit("reply_link", obj="decided_token"),
    Visit("reply_link", obj="expired_token", status=410),
)
DEVIATION_NOT_PAGES = {
    "reply_renew": "POST only, what it answers is the page of a closed link",
    "deviation_reopen": "POST only, the deviation's page shows what it says",
    "sanction_letter": "a Word file or a PDF",
}
_LONG = "Arbetsmarknadsförvaltningssamverkansupphandlingens praktikplatser"


def addresses_of_deviations(organisation, officer) -> dict:
    """A contract with every clause and deviations in each state, the words of one as long as they come."""
    today = timezone.localdate()
    supplier = people.make_supplier("Exempelmåleri i nordvästra Skåne AB", is_demo=True)
    SupplierContact.objects.create(supplier=supplier, organisation=organisation, name="Petra", email="p@exempel.se")
    procurement = people.make_procurement(organisation, f"Måleri {_LONG}", responsible=officer)
    contract = people.make_contract(procurement, supplier, starts_on=today - timedelta(200))
    clauses = {"penalty_amount": Decimal(5000), "penalty_unit": "week", "penalty_cap": Decimal(50000)}
    clauses |= {"allows_termination": True, "rectification_days": 20, "clause_text": "Ordna två platser."}
    asked = people.make_requirement(contract, kind="internship", unit="places", count=2, **clauses)
    own = {"requirement": asked, "owner": officer, "raised_on": today - timedelta(20)}
    opened = people.make_deviation(contract, **own, due_on=today - timedelta(3), what=f"{_LONG} saknas. " * 12)
    stepped = people.make_deviation(contract, **own, cause="behind_plan", raised_key=f"behind:{asked.pk}@2020-1")
    waiting = _step(stepped, officer, today)
    ended = {"state": "rectified", "outcome": "Två praktikanter har börjat.", "closed_on": today, "closed_by": officer}
    closed = people.make_deviation(contract, **own | ended)
    decided = {"state": "decided", "decided_on": today, "reply": f"{_LONG}. " * 6, "replied_on": today}
    links = {
        "decided_token": _linked(closed, today, **decided),
        "expired_token": _linked(closed, today - timedelta(90)),
    }
    for number in range(30):
        people.make_deviation(contract, **own, cause=_CAUSES[number % len(_CAUSES)], due_on=today + timedelta(number))
    return {
        "deviating_contract": contract.pk,
        "open_deviation": opened.pk,
        "stepped_deviation": stepped.pk,
        "closed_deviation": closed.pk,
        "reminder_step": (opened.pk, "reminder"),
        "penalty_step": (opened.pk, "penalty"),
        "termination_step": (opened.pk, "termination"),
        "no_step": (opened.pk, "none"),
        "refused_step": (opened.pk, "block"),
        "waiting_sanction": waiting.pk,
        "waiting_token": reply_links.token_of(waiting),
        **links,
    }


_CAUSES = ("report_late", "behind_plan", "first_start_missed", "meeting_missed", "evidence_missing", "other")


def _step(deviation: Deviation, officer, today):
    """A decided chance to rectify and a penalty that waits for its decision."""
    chance = {"step": "rectification", "state": "decided", "decided_on": today - timedelta(30), "decided_by": officer}
    people.make_sanction(deviation, **chance, rectify_by=today - timedelta(2), reply_by=None, letter="Rätta.")
    penalty = {"step": "penalty", "amount": Decimal(15000), "penalty_units": 3, "letter": "Vite."}
    replied = {"reply_by": today - timedelta(1), "reply": f"{_LONG}. " * 6, "replied_on": today}
    link = reply_links.fresh(today, now=timezone.now())
    return people.make_sanction(deviation, **penalty, **replied, **link)


def _linked(deviation: Deviation, reply_by, **fields) -> str:
    """The link of a warning that could be replied to until the day."""
    link = reply_links.fresh(reply_by, now=timezone.now() - (timezone.localdate() - reply_by))
    made = people.make_sanction(deviation, reply_by=reply_by, letter=f"{_LONG}. " * 20, **link, **fields)
    return reply_links.token_of(made)
