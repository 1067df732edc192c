"""How long what reaches a person is kept, and what was purged."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from apps.accounts.access import InOrganisation
from apps.accounts.models import Organisation
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.placements.choices import RecordClass, RetentionAction, RetentionTrigger
from apps.placements.models.participant import Participant


@audited(plain="id organisation record_class trigger months action decided_by_body decided_on reference updated_at")
class RetentionRule(models.Model):
    """An authority's decision about one class of records. Without a decision nothing is purged."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="retention_rules")
    record_class = models.CharField("uppgift", max_length=30, choices=RecordClass.choices)
    trigger = models.CharField("tiden räknas från", max_length=30, choices=RetentionTrigger.choices)
    months = models.PositiveSmallIntegerField("månader")
    action = models.CharField("åtgärd", max_length=20, choices=RetentionAction.choices)
    decided_by_body = models.CharField("beslutat av", max_length=120, validators=[refuse_personal_number])
    decided_on = models.DateField("beslutsdatum")
    reference = models.CharField("beslutets beteckning", max_length=120, validators=[refuse_personal_number])
    updated_at = models.DateTimeField("ändrad", auto_now=True)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "gallringsregel"
        verbose_name_plural = "gallringsregler"
        ordering = ["record_class"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "record_class"],
                name="retention_rule_once",
                violation_error_message="Det finns redan en regel för uppgiften.",
            ),
            models.CheckConstraint(
                name="retention_months_plausible",
                condition=Q(months__range=(0, 600)),
                violation_error_message="Tiden ska vara mellan 0 och 600 månader.",
            ),
        ]

    def __str__(self):
        return f"{self.get_record_class_display()}: {self.get_action_display()}"


@audited(
    plain="id organisation as_of rules state made_by made_at approved_by approved_at executed_at token",
)
class PurgeRun(models.Model):
    """A dry run that a second person approves and that is then executed; it stays as the protocol."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "väntar på godkännande"
        DISCARDED = "discarded", "avbruten"
        EXECUTED = "executed", "genomförd"

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="purge_runs")
    as_of = models.DateField("räknad till")
    # The rules as they were: the protocol must tell what was decided then.
    rules = models.JSONField("regler", default=list)
    state = models.CharField("läge", max_length=20, choices=State.choices, default=State.PROPOSED)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField("gjord", auto_now_add=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField("godkänd", null=True, blank=True)
    executed_at = models.DateTimeField("genomförd", null=True, blank=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "gallring"
        verbose_name_plural = "gallringar"
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="purge_by_two_people",
                condition=Q(approved_by=None) | ~Q(approved_by=F("made_by")),
                violation_error_message="Gallringen ska godkännas av någon annan än den som tog fram den.",
            ),
            models.CheckConstraint(
                name="purge_executed_when_approved",
                condition=Q(state="executed", approved_by__isnull=False, approved_at__isnull=False)
                & Q(executed_at__isnull=False)
                | (~Q(state="executed") & Q(executed_at=None)),
                violation_error_message="Gallringen ska vara godkänd innan den genomförs.",
            ),
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(state="proposed"),
                name="purge_one_at_a_time",
                violation_error_message="En gallring väntar redan på godkännande.",
            ),
        ]

    def __str__(self):
        return f"gallring {self.as_of}"

    def get_absolute_url(self):
        return reverse("purge_detail", args=[self.pk])


class PurgeItemQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Items of runs in which the user holds the permission."""
        return self.filter(run__in=PurgeRun.objects.visible_to(user, perm))


@audited(plain="id run record_class row_id trigger_on due_on placement_numbers is_done", personal="participant")
class PurgeItem(models.Model):
    """A record that is due. Afterwards it tells the placement numbers, never the code."""

    run = models.ForeignKey(PurgeRun, models.CASCADE, related_name="items")
    record_class = models.CharField("uppgift", max_length=30, choices=RecordClass.choices)
    # The consent's or disclosure's key, or the participant's.
    row_id = models.BigIntegerField()
    participant = models.ForeignKey(Participant, models.SET_NULL, null=True, blank=True, related_name="+")
    trigger_on = models.DateField("tiden räknas från")
    due_on = models.DateField("ska gallras")
    placement_numbers = ArrayField(models.PositiveIntegerField(), default=list)
    is_done = models.BooleanField("gallrad", default=False)

    objects = PurgeItemQuerySet.as_manager()

    class Meta:
        verbose_name = "uppgift i gallring"
        verbose_name_plural = "uppgifter i gallring"
        ordering = ["record_class", "due_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["run", "record_class", "row_id"], name="purge_item_once"),
        ]

    def __str__(self):
        return f"{self.get_record_class_display()} {self.due_on}"
