"""Where a published plan is read: a stable address, of the organisation's number and the year."""

from django.urls import reverse

from apps.actionplans.choices import PlanScope
from apps.actionplans.models import Plan

# The word in the address, by what the plan is for.
WORDS = {"handlingsplan": PlanScope.ORGANISATION, "gemensam-handlingsplan": PlanScope.ALL}
_WORD_OF = {scope: word for word, scope in WORDS.items()}


def of_plan(plan: Plan) -> str:
    """The path of the plan's open page, whether or not it is published."""
    return reverse("public_actionplan", args=[plan.organisation.org_number, plan.year, _WORD_OF[PlanScope(plan.scope)]])
