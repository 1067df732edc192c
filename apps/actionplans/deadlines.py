"""Days by which goals of decided plans are to be reached. A draft binds nobody."""

from collections.abc import Iterator
from datetime import date

from apps.accounts.models import Organisation
from apps.actionplans.choices import PlanState
from apps.actionplans.models import CHANGE, VIEW, Goal
from apps.core.addresses import address
from apps.core.deadlines import Deadline


def open_deadlines(*, since: date, until: date, organisation: Organisation) -> Iterator[Deadline]:
    """Open goals that are due between the two days (both included), one Deadline each."""
    rows = Goal.objects.open().filter(organisation=organisation, due_on__range=(since, until))
    rows = rows.exclude(item__plan__state=PlanState.DRAFT).select_related("item__plan").order_by()
    for goal in rows:
        plan = goal.item.plan
        url = address("planitem_detail", goal.item_id)
        yield Deadline(
            key=f"goal:{goal.pk}",
            title=f"Nå målet i handlingsplanen: {goal.text}",
            due_on=goal.due_on,
            organisation_id=goal.organisation_id,
            owner_department_id=None,
            responsible_id=goal.item.responsible_id,
            legal_basis=f"{plan.decided_by_body} {plan.reference}",
            url=url,
            permission=VIEW,
            context=str(plan),
            context_url=plan.get_absolute_url(),
            act_url=address("goal_finish", goal.pk),
            act_permission=CHANGE,
        )
