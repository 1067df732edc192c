"""`/healthz/djup`: whether what is due is planned and sent, for monitoring."""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from apps.reminders.health import Health, broker_answers, health


@login_not_required
@never_cache
@require_safe
def healthz_deep(request):
    """200 when all is well. 503 when the database is away, planning or mail is late, or the mail server is away.

    A broker that is away is told but is no 503 by itself: it only rings the bell.
    """
    try:
        found = health(now=timezone.now())
    except DatabaseError:
        return _answer({"status": "fel", "database": False}, is_well=False)
    return _answer(_told(found), is_well=found.is_well)


def _answer(told: dict, *, is_well: bool) -> JsonResponse:
    answer = JsonResponse(told, status=200 if is_well else 503, json_dumps_params={"ensure_ascii": False})
    # Django logs every 5xx as an error: asked each minute, one alarm would become a thousand.
    answer._has_been_logged = True
    return answer


def _told(found: Health) -> dict:
    return {
        "status": "ok" if found.is_well else "fel",
        "problems": found.problems,
        "database": True,
        "broker": broker_answers(),
        "oldest_due_at": found.oldest_due_at,
        "planned_at": found.planned_at,
        "sent_at": found.sent_at,
        "mail_server": {"is_away": found.is_server_away, "paused_until": found.paused_until},
        "mails": found.counts,
    }
