"""The product's settings for a fault campaign: its clock, and a timetable that rings in seconds instead of minutes."""

from django.utils import timezone

from procurement_csr.faults import clock
from procurement_csr.settings import *  # noqa: F403

timezone.now = clock.now
EMAIL_TIMEOUT = 2
CELERY_BEAT_SCHEDULE = {
    "reminders-plan": {"task": "apps.reminders.tasks.plan", "schedule": 2, "options": {"expires": 15}},
    "reminders-send": {"task": "apps.reminders.tasks.send", "schedule": 0.5, "options": {"expires": 15}},
}
