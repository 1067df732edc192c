"""What is mine to do, and whether the application is alive."""

from django.contrib.auth.decorators import login_not_required, permission_required
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from apps.accounts.access import require
from apps.core.pages import render_page
from apps.reminders import queries
from apps.reminders.tasks import HEARTBEAT_KEY


@require_safe
@permission_required("procurements.view_procurement", raise_exception=True)
def task_list(request):
    """Mina uppgifter: what is late, what is due this week, what comes later."""
    organisation = require(request, "procurements.view_procurement")
    only_mine = request.GET.get("visa") == "mina"
    tasks = queries.tasks(request.user, organisation, today=timezone.localdate(), only_mine=only_mine)
    has_day = request.user.has_perm("placements.change_placement", organisation)
    context = {"tasks": tasks, "lead": tasks.lead, "only_mine": only_mine, "has_day": has_day}
    return render_page(request, "reminders/task_list.html", context)


@login_not_required
@never_cache
@require_safe
def healthz(request):
    """200 when the database answers, 503 when it does not; with the time a worker was last seen."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return JsonResponse({"status": "ok", "worker_seen_at": cache.get(HEARTBEAT_KEY)})
    except DatabaseError:
        return JsonResponse({"status": "database unavailable"}, status=503)
