"""What anyone may read: a published plan with roles instead of names, cached and checked by content."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page, require_safe

from apps.actionplans.choices import PlanState
from apps.actionplans.models import Plan
from apps.actionplans.public_addresses import WORDS
from apps.actionplans.queries import plan_page
from apps.core.pages import render_page

# A plan that is taken back must soon be gone from the caches too.
SECONDS = 300


@login_not_required
@require_safe
@conditional_page
def public_actionplan(request, org_number: str, year: str, word: str):
    """A published plan for anyone. Nothing else of the plan's pages is shown: no names and no notes."""
    rows = Plan.objects.filter(state=PlanState.PUBLISHED, scope=WORDS[word]).select_related("organisation")
    plan = get_object_or_404(rows, organisation__org_number=org_number, year=int(year))
    context = {
        "shown": plan,
        "plan": plan,
        "page": plan_page(plan, timezone.localdate()),
        "heading": str(plan),
        "eyebrow": plan.whom,
        "breadcrumbs": [(str(plan), None)],
    }
    response = render_page(request, "actionplans/public_plan.html", context)
    if request.user.is_authenticated:
        patch_cache_control(response, private=True, no_cache=True)
    else:
        patch_cache_control(response, public=True, max_age=SECONDS)
    return response
