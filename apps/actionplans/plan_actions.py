"""Every write to a plan as a whole: making it, deciding it, publishing it and carrying it on to the next year."""

import uuid
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError

from apps.accounts.models import Organisation, User
from apps.actionplans import due
from apps.actionplans.choices import PLAN_TRANSITIONS, ItemState, PlanState
from apps.actionplans.models import Goal, Item, ItemLink, Plan, TakingPart
from apps.core.actions import action, change, make_once, refuse_stale

MAY_NOT = "Planen är {state} och kan därför inte bli {wanted}. {way_out}"
_WAYS_OUT = {
    PlanState.DRAFT: "Lägg in beslutet först.",
    PlanState.DECIDED: "Ladda om sidan.",
    PlanState.PUBLISHED: "Sluta publicera den först.",
}
NOT_YET = "Beslutsdatum {day} har inte varit ännu. Lägg in fattade beslut."
YEAR_STAYS = "Året kan inte ändras när planen har punkter: deras mål gäller {year}. Starta en ny plan för {wanted}."
NOTHING_OPEN = "Alla punkter i planen är klara, så det finns inget att ta med till {year}."
EXISTS = "Det finns redan en handlingsplan för {year}. Öppna den och lägg in punkterna där."
CONTINUES = "Fortsätter i handlingsplanen för {year}."


@action
def create_plan(
    *, by: User | None, organisation: Organisation, year: int, token: uuid.UUID | None = None, **values: Any
) -> Plan:
    """Begin a plan as a draft; `values` are title, introduction, scope and is_demo. Raises ValidationError by field."""

    def make() -> Plan:
        plan = Plan(organisation=organisation, year=year, created_by=by, token=token or uuid.uuid4())
        change(plan, values)
        return plan

    return make_once(Plan, token, make)


@action
def update_plan(*, by: User | None, plan: Plan, version: str | None = None, **values: Any) -> Plan:
    """Change title, introduction, scope or year. Raises ValidationError, and Conflict when `version` is not its."""
    plan = locked_plan(plan.pk)
    refuse_stale(plan, version)
    year = values.get("year", plan.year)
    if year != plan.year and plan.items.exists():
        raise ValidationError({"year": YEAR_STAYS.format(year=plan.year, wanted=year)})
    change(plan, values)
    return plan


@action
def decide_plan(
    *, by: User | None, plan: Plan, decided_by_body: str, decided_on: date, reference: str, today: date
) -> Plan:
    """Say that the plan is decided. Raises ValidationError for a day that has not come and for a published plan."""
    if decided_on > today:
        raise ValidationError({"decided_on": NOT_YET.format(day=decided_on)})
    decision = {"decided_by_body": decided_by_body, "decided_on": decided_on, "reference": reference}
    plan = locked_plan(plan.pk)
    _refuse_move(plan, PlanState.DECIDED)
    change(plan, {"state": PlanState.DECIDED, **decision})
    return plan


@action
def publish_plan(*, by: User | None, plan: Plan, now: datetime) -> Plan:
    """Let anyone read the plan. Twice is once. Raises ValidationError for a plan that is not decided."""
    plan = locked_plan(plan.pk)
    if plan.state != PlanState.PUBLISHED:
        _refuse_move(plan, PlanState.PUBLISHED)
        change(plan, {"state": PlanState.PUBLISHED, "published_at": now, "published_by": by})
    return plan


@action
def unpublish_plan(*, by: User | None, plan: Plan) -> Plan:
    """Take the plan back from the web; it stays decided. Twice is once."""
    plan = locked_plan(plan.pk)
    if plan.state == PlanState.PUBLISHED:
        change(plan, {"state": PlanState.DECIDED, "published_at": None, "published_by": None})
    return plan


@action
def carry_over(*, by: User | None, plan: Plan, token: uuid.UUID | None = None) -> Plan:
    """Begin next year's plan with what is open in this one, and what was moved; goals that are not reached come along.

    Open items of this plan are then moved, so that nobody is reminded of both. Raises ValidationError when there is
    nothing to carry, or next year has its plan.
    """
    plan = locked_plan(plan.pk)
    return make_once(Plan, token, lambda: _carried(plan, by, token or uuid.uuid4()))


def locked_plan(pk: int) -> Plan:
    """The plan as it is now, kept from others until the transaction ends: every write to a plan's parts takes it."""
    return Plan.objects.select_for_update(no_key=True, of=("self",)).select_related("organisation").get(pk=pk)


def _refuse_move(plan: Plan, wanted: PlanState) -> None:
    if wanted not in PLAN_TRANSITIONS[plan.state]:
        text = MAY_NOT.format(
            state=plan.get_state_display(), wanted=wanted.label, way_out=_WAYS_OUT[PlanState(plan.state)]
        )
        raise ValidationError(text)


def _carried(plan: Plan, by: User | None, token: uuid.UUID) -> Plan:
    year = plan.year + 1
    items = list(plan.items.exclude(state=ItemState.DONE).prefetch_related("goals", "taking_part", "links"))
    if not items:
        raise ValidationError(NOTHING_OPEN.format(year=year))
    if Plan.objects.filter(organisation=plan.organisation, scope=plan.scope, year=year).exists():
        raise ValidationError(EXISTS.format(year=year))
    made = Plan(organisation=plan.organisation, scope=plan.scope, year=year, carried_from=plan)
    own = {"introduction": plan.introduction, "created_by": by, "token": token, "is_demo": plan.is_demo}
    change(made, {"title": plan.title.replace(str(plan.year), str(year)), **own})
    for position, item in enumerate(items, 1):
        _carry_item(item, made, position, by)
    return made


def _carry_item(item: Item, plan: Plan, position: int, by: User | None) -> None:
    names = ("title", "background", "purpose", "responsible", "responsible_role")
    made = Item(organisation=plan.organisation, plan=plan, position=position, carried_from=item, created_by=by)
    change(made, {name: getattr(item, name) for name in names})
    for goal in item.goals.all():
        if goal.done_on is None:
            day = due.in_year(goal.due_kind, goal.due_on, plan.year)
            change(
                Goal(organisation=plan.organisation, item=made, text=goal.text, created_by=by),
                {"due_kind": goal.due_kind, "due_on": day},
            )
    for each in item.taking_part.all():
        TakingPart.objects.create(item=made, organisation_id=each.organisation_id, department_id=each.department_id)
    for each in item.links.all():
        keys = {"procurement_id": each.procurement_id, "guideline_id": each.guideline_id}
        ItemLink.objects.create(organisation=plan.organisation, item=made, **keys)
    if item.is_open:
        change(item, {"state": ItemState.MOVED, "moved_reason": CONTINUES.format(year=plan.year)})
