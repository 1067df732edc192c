"""The matcher's day on one page."""

from django.contrib.auth.decorators import permission_required
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.access import require
from apps.core.pages import render_page
from apps.core.panels import panels
from apps.placements import my_day as day

CHANGE = "placements.change_placement"


@require_safe
@permission_required(CHANGE, raise_exception=True)
def my_day(request):
    """Starts to confirm, ends, follow-ups, who has waited longest, open places: of the active organisation."""
    organisation = require(request, CHANGE)
    sections = day.my_day(request.user, organisation, today=timezone.localdate())
    context = {"sections": sections, "lead": day.lead(sections), "panels": panels("my_day", request, organisation)}
    return render_page(request, "placements/my_day.html", context)
