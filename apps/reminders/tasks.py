"""The heartbeat that shows that beat and worker are alive."""

from celery import shared_task
from django.core.cache import cache
from django.utils import timezone

HEARTBEAT_KEY = "reminders.heartbeat"


@shared_task
def heartbeat() -> None:
    """Note the time; `/healthz` tells when it was last noted."""
    cache.set(HEARTBEAT_KEY, timezone.now().isoformat(), timeout=None)
