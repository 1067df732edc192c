"""The gate's visits to plans, the overview of followed-up contracts, the load, samples and evaluations."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from apps.followups import plan_actions
from apps.followups.models import FollowUpPlan, Point, Sample, SampleItem
from procurement_csr import people
from procurement_csr.tests.gate_visit import BOTH, EMPTY, NONSENSE, Visit

FOLLOWUP_PLAN_VISITS = (
    Visit("followup_overview", "coordinator"),
    Visit("followup_overview", "matcher"),
    Visit("followup_overview", "coordinator", query="?q=finnsinte&risk=nagot&ended=ja", refuses=(EMPTY,)),
    Visit("followup_load", "coordinator", refuses=(EMPTY,)),
    Visit("intensity_update", "coordinator", refuses=BOTH),
    Visit("followup_plan", "officer", "planned_contract"),
    Visit("followup_plan", "matcher", "planned_contract"),
    Visit("followup_plan", "officer", "unplanned_contract"),
    Visit("followup_plan", "officer", "free_contract"),
    Visit("plan_update", "officer", "planned_contract", refuses=(NONSENSE,)),
    Visit("point_create", "officer", "planned_contract", refuses=BOTH),
    Visit("point_update", "officer", "planned_point", refuses=BOTH),
    Visit("point_done", "officer", "planned_point", refuses=BOTH),
    Visit("point_cancel", "officer", "planned_point", refuses=(EMPTY,)),
    Visit("evaluation_update", "officer", "planned_contract", refuses=BOTH),
    Visit("sample_list", "coordinator"),
    Visit("sample_list", "coordinator", query="?q=finnsinte"),
    Visit("sample_create", "coordinator", refuses=BOTH),
    Visit("sample_detail", "coordinator", "sample"),
    Visit("sample_item_update", "coordinator", "sample_item", refuses=(NONSENSE,)),
)
FOLLOWUP_STALE_VISITS = (
    Visit("plan_update", "officer", "planned_contract"),
    Visit("sample_item_update", "coordinator", "sample_item"),
)
FOLLOWUP_PLAN_NOT_PAGES = {
    "followup_ask": "leads the ticked contracts on to where reports are asked for",
    "point_reopen": "POST only, the plan's page shows what it says",
}
_LONG = "Arbetsmarknadsförvaltningssamverkansupphandlingens praktikplatser"


def addresses_of_followup_plans(organisation, officer) -> dict:
    """A contract with a plan in every state and words as long as they come, one without a plan, one without a demand.

    A proposal waits for a decision, and a sample has an item in each state.
    """
    today = timezone.localdate()
    supplier = people.make_supplier("Exempelmåleri i nordvästra Skåne AB", is_demo=True)
    procurement = people.make_procurement(organisation, f"Måleri {_LONG}", responsible=officer)
    days = {"starts_on": today - timedelta(50), "ends_on": today + timedelta(900), "value": Decimal(2_000_000)}
    planned = people.make_contract(procurement, supplier, title=f"Måleri {_LONG}", **days)
    unplanned = people.make_contract(procurement, supplier, title="Städning", **days)
    free = people.make_contract(procurement, supplier, title="Snöröjning", **days)
    for contract in (planned, unplanned):
        people.make_requirement(contract, kind="internship", unit="places", count=2)
    plan_actions.make_plan(by=officer, contract=planned, today=today)
    point = Point.objects.filter(contract=planned, kind="report").first()
    _settle(planned, officer, today)
    FollowUpPlan.objects.filter(contract=planned).update(intensity="light", motive=f"{_LONG}. " * 4)
    sample = Sample.objects.create(
        organisation=organisation, seed="hösten", size=2, drawn_from=[planned.pk, unplanned.pk], drawn_by=officer
    )
    own = {"organisation": organisation, "sample": sample}
    item = SampleItem.objects.create(**own, contract=unplanned)
    replied = {"state": "remark", "reply": "Inget svar kom.", "remark": f"{_LONG} saknar underlag."}
    SampleItem.objects.create(**own, contract=planned, **replied)
    return {
        "planned_contract": planned.pk,
        "unplanned_contract": unplanned.pk,
        "free_contract": free.pk,
        "planned_point": point.pk,
        "sample": sample.pk,
        "sample_item": item.pk,
    }


def _settle(contract, officer, today) -> None:
    """One point done, one not needed, one late."""
    kickoff = Point.objects.get(contract=contract, kind="kickoff")
    plan_actions.finish_point(by=officer, point=kickoff, done_on=today - timedelta(20), today=today)
    dialogue = Point.objects.filter(contract=contract, kind="dialogue").first()
    plan_actions.cancel_point(by=officer, point=dialogue, reason=f"{_LONG} följs upp på annat sätt.")
    late = {"kind": "dialogue", "due_on": today - timedelta(12)}
    plan_actions.add_point(by=officer, contract=contract, **late)
