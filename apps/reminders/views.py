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
from apps.reminders import due_counts, queries
from apps.reminders.filters import MINE, TaskFilter, kept
from apps.reminders.gaps import gaps
from apps.reminders.tasks import HEARTBEAT_KEY


@require_safe
@permission_required(queries.VIEW, raise_exception=True)
def task_list(request):
    """Mina uppgifter: what is late, what is due this week, what comes later, and what was done lately."""
    organisation, today = require(request, queries.VIEW), timezone.localdate()
    form = TaskFilter(request.GET, user=request.user, organisation=organisation)
    choice = form.choice
    deadlines = queries.open_in(organisation, today=today, reader=request.user)
    due_counts.keep_seen(request.user, organisation, due_counts.count(deadlines, today=today), today=today)
    tasks = queries.tasks(request.user, organisation, today=today, choice=choice, deadlines=deadlines)
    others = kept(request.GET, without="visa")
    context = {
        "tasks": tasks,
        "lead": tasks.lead(is_filtered=bool(form.chips())),
        "gaps": gaps(request.user, organisation, now=timezone.now()),
        "only_mine": choice.only_mine,
        "has_day": request.user.has_perm("placements.change_placement", organisation),
        "filter_form": form,
        "chips": form.chips(),
        "clear_url": f"?visa={MINE}" if choice.only_mine else request.path,
        "everyones_url": f"{request.path}?{others}" if others else request.path,
        "mine_url": f"{request.path}?{others}{'&' if others else ''}visa={MINE}",
    }
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
