"""Is the application alive?"""

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from apps.reminders.tasks import HEARTBEAT_KEY


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
