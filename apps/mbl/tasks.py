"""The time plans are followed in the background; the rows in the database are the truth."""

import logging

from celery import shared_task
from django.core.exceptions import ValidationError
from django.utils import timezone

from apps.mbl.models import Assessment
from apps.mbl.plan_actions import follow_plan
from apps.mbl.timeplans import OVER_PHASES

logger = logging.getLogger(__name__)


@shared_task
def follow_plans() -> int:
    """Follow the plan of every procurement under way, each in its own transaction. Gives how many moved or are new."""
    today, found = timezone.localdate(), 0
    for assessment in Assessment.objects.exclude(procurement__phase__in=OVER_PHASES).order_by("pk"):
        try:
            found += follow_plan(by=None, assessment=assessment, today=today) is not None
        except (ValidationError, Assessment.DoesNotExist):
            logger.exception("The plan of assessment %s was not followed", assessment.pk)
    return found
