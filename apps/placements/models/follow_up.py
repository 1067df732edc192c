"""What became of a resident some months after a placement."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.core.audit import audited
from apps.placements.choices import Situation
from apps.placements.models.placement import Placement


class FollowUpQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Follow-ups of placements in which the user holds the permission."""
        return self.filter(placement__in=Placement.objects.visible_to(user, perm))

    def open(self):
        """Neither answered nor stopped, of placements that stand."""
        return self.filter(answered_on=None, stopped_on=None, placement__undone_at=None)


@audited(
    plain="id placement months due_on answered_on answered_by stopped_on created_at is_demo",
    personal="situation",
)
class FollowUp(models.Model):
    """A question to be asked so many calendar months after a placement's end: 31 August + 3 = 30 November."""

    placement = models.ForeignKey(Placement, models.CASCADE, related_name="follow_ups")
    months = models.PositiveSmallIntegerField("månader efter slutet")
    due_on = models.DateField("ska göras")
    situation = models.CharField("vad deltagaren gör nu", max_length=30, choices=Situation.choices, blank=True)
    answered_on = models.DateField("gjord", null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    # Set when the resident has withdrawn the consent, or the end was corrected away.
    stopped_on = models.DateField("stoppad", null=True, blank=True)
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    is_demo = models.BooleanField("exempeldata", default=False)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = "uppföljning"
        verbose_name_plural = "uppföljningar"
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["due_on"], name="follow_up_open", condition=Q(answered_on=None, stopped_on=None))
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["placement", "months"],
                name="follow_up_once",
                violation_error_message="Uppföljningen finns redan.",
            ),
            models.CheckConstraint(
                name="follow_up_answer_and_day",
                condition=Q(situation="", answered_on=None) | (~Q(situation="") & Q(answered_on__isnull=False)),
                violation_error_message="Ange både svaret och dagen.",
            ),
            models.CheckConstraint(
                name="follow_up_answered_or_stopped",
                condition=Q(answered_on=None) | Q(stopped_on=None),
                violation_error_message="En stoppad uppföljning kan inte ha ett svar.",
            ),
            models.CheckConstraint(
                name="follow_up_months_plausible",
                condition=Q(months__range=(1, 60)),
                violation_error_message="Uppföljningen ska göras 1 till 60 månader efter slutet.",
            ),
        ]

    def __str__(self):
        return f"uppföljning {self.months} månader efter {self.placement}"
