"""Writes of the time plan: what moved is told to the ordering department once, and acknowledged (fact 55)."""

from datetime import date, datetime

from django.core.exceptions import ValidationError

from apps.core.actions import action, change
from apps.mbl import standing
from apps.mbl.models import Assessment, PlanChange
from apps.mbl.timeplans import OVER_PHASES, plan_of

NOT_THE_OWNER = "Ändringen gäller {department}. Någon på förvaltningen läser den."


@action
def follow_plan(*, by, assessment: Assessment, today: date) -> PlanChange | None:
    """Keep the plan's open days, and note which of them moved since they were last told (old → new).

    Days of steps that are done stay out. Gives the new row, None when nothing moved, so it may run as often as anybody
    likes. A procurement whose plan is over is left alone.
    """
    row = Assessment.objects.select_for_update(of=["self"]).select_related(
        "procurement__organisation", "department__organisation"
    )
    locked = row.get(pk=assessment.pk)
    if locked.procurement.phase in OVER_PHASES:
        return None
    dates = {
        key: day.isoformat()
        for key, day in plan_of(locked.procurement, locked.department, today).plan.open_dates.items()
    }
    newest = PlanChange.objects.filter(assessment=locked).first()
    told = newest.dates if newest else {}
    moved = [[key, told[key], day] for key, day in dates.items() if told.get(key, day) != day]
    if not moved and not dates.keys() - told.keys():
        return None
    made = PlanChange(assessment=locked)
    # A step that is done meanwhile keeps the day that was told, in case it opens again.
    change(made, {"dates": told | dates, "changes": moved})
    return made


@action
def see_changes(*, by, newest: PlanChange, now: datetime) -> int:
    """Note that the ordering department has read the changes up to and with `newest`. Gives how many were unread.

    Raises ValidationError for anybody who does not act for the department.
    """
    department = newest.assessment.department
    if not standing.may_run(by, department):
        raise ValidationError(NOT_THE_OWNER.format(department=department))
    unread = PlanChange.objects.select_for_update().filter(
        assessment=newest.assessment_id, pk__lte=newest.pk, seen_at=None
    )
    rows = [row for row in unread if row.changes]
    for row in rows:
        change(row, {"seen_by": by, "seen_at": now})
    return len(rows)


def unread_changes(assessment: Assessment | None) -> list[PlanChange]:
    """What moved and has not been read by the department, oldest first."""
    if assessment is None:
        return []
    return list(assessment.plan_changes.filter(seen_at=None).exclude(changes=[]).order_by("pk"))
