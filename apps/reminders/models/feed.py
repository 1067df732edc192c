"""Addresses under which a calendar program reads somebody's dates."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.accounts.models import Department, Organisation
from apps.core.audit import audited


@audited(plain="id user organisation department created_at renewed_at", secret="nonce")
class CalendarFeed(models.Model):
    """A person's dates in an organisation, or a department's. Who knows the address reads it; it can be renewed.

    The address is made of `nonce` with the installation's key, so the row alone does not give it.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="calendar_feeds"
    )
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="calendar_feeds")
    department = models.ForeignKey(Department, models.CASCADE, null=True, blank=True, related_name="calendar_feeds")
    nonce = models.UUIDField("hemligt tal", default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    renewed_at = models.DateTimeField("förnyad", null=True, blank=True)

    class Meta:
        verbose_name = "kalenderadress"
        verbose_name_plural = "kalenderadresser"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation"],
                condition=Q(department=None),
                name="calendar_feed_of_person_once",
                violation_error_message="Du har redan en kalenderadress.",
            ),
            models.UniqueConstraint(
                fields=["department"],
                name="calendar_feed_of_department_once",
                violation_error_message="Förvaltningen har redan en kalenderadress.",
            ),
            models.CheckConstraint(
                name="calendar_feed_of_person_or_department",
                condition=Q(user=None) ^ Q(department=None),
                violation_error_message="En kalenderadress gäller en person eller en förvaltning.",
            ),
        ]

    def __str__(self):
        return f"kalenderadress {self.pk}"
