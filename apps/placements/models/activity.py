"""What suppliers do for groups: no person is part of it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.accounts.access import InOrganisation
from apps.accounts.models import Organisation
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.placements.choices import ActivityKind
from apps.procurements.models import Contract
from apps.suppliers.models import Supplier


class ActivityQuerySet(InOrganisation):
    def search(self, query: str):
        """Activities whose topic or supplier holds the words."""
        return self.filter(Q(topic__icontains=query.strip()) | Q(supplier__in=Supplier.objects.search(query)))


@audited(
    plain="id organisation contract supplier kind held_on topic participant_count created_by created_at token is_demo"
)
class Activity(models.Model):
    """A study visit, lecture or market dialogue: no person. Reported beside the target, never counted in it."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="activities")
    contract = models.ForeignKey(
        Contract, models.PROTECT, null=True, blank=True, related_name="activities", verbose_name="avtal"
    )
    supplier = models.ForeignKey(Supplier, models.PROTECT, related_name="activities", verbose_name="leverantör")
    kind = models.CharField("aktivitet", max_length=20, choices=ActivityKind.choices)
    held_on = models.DateField("datum")
    topic = models.CharField("ämne", max_length=200, validators=[refuse_personal_number])
    participant_count = models.PositiveIntegerField("antal deltagare", null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)
    is_demo = models.BooleanField("exempeldata", default=False)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = "aktivitet"
        verbose_name_plural = "aktiviteter"
        ordering = ["-held_on", "-pk"]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.topic}"
