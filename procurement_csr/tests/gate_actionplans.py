"""The gate's visits to yearly plans: drafts and published ones, in every tab and with long words."""

from datetime import timedelta

from django.utils import timezone

from apps.actionplans import item_actions, plan_actions
from apps.actionplans.goal_actions import create_goal, finish_goal
from apps.actionplans.item_actions import create_item
from procurement_csr.tests.actionplan_world import published_plan
from procurement_csr.tests.gate_learning import LEARNING_VISITS, addresses_of_learning
from procurement_csr.tests.gate_seminars import SEMINAR_NOT_PAGES, SEMINAR_VISITS, addresses_of_seminars
from procurement_csr.tests.gate_visit import BOTH, EMPTY, Visit

ACTIONPLAN_VISITS = (
    Visit("actionplan_list", "coordinator"),
    Visit("actionplan_list", "politician", query="?q=finnsinte"),
    Visit("actionplan_create", "coordinator", refuses=BOTH),
    Visit("actionplan_detail", "coordinator", "long_plan"),
    Visit("actionplan_detail", "politician", "long_plan"),
    *(
        Visit("actionplan_detail", "coordinator", "long_plan", query=f"?flik={tab}")
        for tab in ("kvartal", "sena", "klara")
    ),
    Visit("actionplan_detail", "coordinator", "bare_plan"),
    Visit("actionplan_detail", "politician", "bare_plan"),
    Visit("actionplan_detail", "coordinator", "public_plan_row"),
    Visit("actionplan_update", "coordinator", "long_plan", refuses=BOTH),
    Visit("actionplan_decide", "coordinator", "bare_plan", refuses=BOTH),
    Visit("actionplan_publish", "coordinator", "public_plan_row"),
    Visit("actionplan_unpublish", "coordinator", "public_plan_row"),
    Visit("actionplan_carry", "coordinator", "long_plan"),
    Visit("actionplan_import", "coordinator", "bare_plan", refuses=(EMPTY,)),
    Visit("planitem_create", "coordinator", "bare_plan", refuses=BOTH),
    Visit("planitem_detail", "coordinator", "long_item"),
    Visit("planitem_detail", "politician", "long_item"),
    Visit("planitem_detail", "coordinator", "moved_item"),
    Visit("planitem_update", "coordinator", "long_item", refuses=BOTH),
    Visit("planitem_state", "coordinator", "long_item", refuses=(EMPTY,)),
    Visit("planitem_delete", "coordinator", "long_item"),
    Visit("plannote_create", "coordinator", "long_item", refuses=(EMPTY,)),
    Visit("goal_create", "coordinator", "long_item", refuses=BOTH),
    Visit("goal_update", "coordinator", "late_goal", refuses=BOTH),
    Visit("goal_finish", "coordinator", "late_goal", refuses=BOTH),
    Visit("goal_delete", "coordinator", "late_goal"),
    Visit("public_actionplan", "", "public_plan"),
    Visit("public_actionplan", "politician", "public_plan"),
    *SEMINAR_VISITS,
    *LEARNING_VISITS,
)
ACTIONPLAN_NOT_PAGES = {
    "planitem_move": "POST only, the plan's page shows what it says",
    "goal_reopen": "POST only, the item's page shows what it says",
    "actionplan_pdf": "a PDF",
    "actionplan_xlsx": "a table to save",
    **SEMINAR_NOT_PAGES,
}
_LONG = "Arbetsmarknadsförvaltningssamverkansupphandlingens riktlinjer"


def addresses_of_actionplans(organisation, coordinator) -> dict:
    """A long draft with goals late, reached, moved and running; a bare one; and a published plan."""
    today = timezone.localdate()
    plan = _plan(organisation, today.year - 1, f"{_LONG} {'H' * 40}", introduction=f"{_LONG}. " * 20)
    around = {"responsible": coordinator, "responsible_role": f"samordnaren {'R' * 60}"}
    around |= {"departments": organisation.departments.all()[:3], "background": f"{_LONG}\n\n" * 4}
    item = create_item(by=None, plan=plan, title=f"{_LONG} {'T' * 60}", **around)
    due = {"due_kind": "day", "due_on": today.replace(year=today.year - 1, month=3, day=1)}
    late = create_goal(by=None, item=item, text=f"{_LONG} {'M' * 60}", **due)
    reached = create_goal(by=None, item=item, text="Nått mål", **due)
    finish_goal(by=coordinator, goal=reached, done_on=due["due_on"], today=today)
    end = {"due_kind": "running", "due_on": today.replace(year=today.year - 1, month=12, day=31)}
    create_goal(by=None, item=item, text="Ett löpande mål", **end)
    item_actions.write_note(by=coordinator, item=item, text=f"{_LONG}. " * 10)
    moved = create_item(by=None, plan=plan, title="En flyttad punkt")
    item_actions.set_item_state(by=None, item=moved, state="moved", moved_reason=f"{_LONG}. " * 5)
    done = create_item(by=None, plan=plan, title="En klar punkt")
    item_actions.set_item_state(by=None, item=done, state="done")
    published = published_plan(organisation, (today - timedelta(days=730)).year, "Publicerad plan")
    create_item(by=None, plan=published, title=f"{_LONG} {'P' * 60}", **around)
    return {
        "long_plan": plan.pk,
        "bare_plan": _plan(organisation, today.year + 2, "Tom plan").pk,
        "public_plan_row": published.pk,
        "public_plan": (organisation.org_number, published.year, "handlingsplan"),
        "long_item": item.pk,
        "moved_item": moved.pk,
        "late_goal": late.pk,
        **addresses_of_seminars(organisation, coordinator),
        **addresses_of_learning(organisation, coordinator),
    }


def _plan(organisation, year, title, **values):
    return plan_actions.create_plan(by=None, organisation=organisation, year=year, title=title, **values)
