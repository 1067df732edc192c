"""Dialogue meetings: prepared, held, closed with minutes that the parties approve."""

import uuid
from datetime import datetime

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse

from apps.accounts.access import rows_in_scope
from apps.accounts.models import Organisation
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.followups.choices import (
    CommitmentState,
    MeetingForm,
    MeetingKind,
    MeetingState,
    PartyRole,
)
from apps.followups.models.plan import Point, words
from apps.placements.choices import UnfilledReason
from apps.procurements.models import Contract, Procurement, Requirement

HELD = (MeetingState.HELD, MeetingState.CLOSED)


class MeetingQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Meetings about procurements in which the user holds the permission."""
        return self.filter(rows_in_scope(user, perm, organisation="organisation", department="procurement__department"))

    def search(self, query: str):
        """Meetings by their contract's number, title or supplier, or by their procurement's title or number."""
        words = query.strip()
        about = Q(contract__in=Contract.objects.search(words))
        return self.filter(about | Q(procurement__title__icontains=words) | Q(procurement__case_number=words))

    def with_approved(self):
        """Adds `approved`: how many of the parties have approved the minutes."""
        return self.annotate(approved=Count("approvals"))

    def coming(self, now: datetime):
        """Planned meetings whose time has not come."""
        return self.filter(state=MeetingState.PLANNED, planned_at__gte=now)

    def to_write(self, now: datetime):
        """Meetings that have been, without finished minutes."""
        return self.filter(Q(state=MeetingState.HELD) | Q(state=MeetingState.PLANNED, planned_at__lt=now))

    def unfinished(self):
        """All that somebody has something left to do with; rows have `approved`."""
        is_done = Q(state=MeetingState.CLOSED, attendance__len__lte=F("approved"))
        return self.with_approved().exclude(state=MeetingState.CANCELLED).exclude(is_done)

    def waiting(self):
        """Meetings whose minutes some party has not approved; rows have `approved`."""
        return self.with_approved().filter(state=MeetingState.CLOSED, attendance__len__gt=F("approved"))

    def approved_by_all(self):
        """Meetings whose minutes every party has approved; rows have `approved`."""
        return self.with_approved().filter(state=MeetingState.CLOSED, attendance__len__lte=F("approved"))


@audited(
    plain="id organisation procurement contract point kind planned_at form place state attendance held_on obstacles "
    "good_experience agreed next_on cancelled_reason made_by created_at updated_at closed_by closed_at token",
    secret="nonce",
)
class Meeting(models.Model):
    """A meeting about a contract, or before there is one (market dialogue). Attendance is by role, never by name."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    procurement = models.ForeignKey(Procurement, models.CASCADE, related_name="meetings")
    contract = models.ForeignKey(Contract, models.CASCADE, null=True, blank=True, related_name="meetings")
    point = models.OneToOneField(Point, models.SET_NULL, null=True, blank=True, related_name="meeting")
    kind = models.CharField("möte", max_length=20, choices=MeetingKind.choices)
    planned_at = models.DateTimeField("tid")
    form = models.CharField("form", max_length=10, choices=MeetingForm.choices, default=MeetingForm.VIDEO)
    place = models.CharField("plats eller länk", max_length=300, blank=True, validators=[refuse_personal_number])
    state = models.CharField("läge", max_length=10, choices=MeetingState.choices, default=MeetingState.PLANNED)
    attendance = ArrayField(
        models.CharField(max_length=12, choices=PartyRole.choices), verbose_name="närvarande", default=list, blank=True
    )
    held_on = models.DateField("hållet", null=True, blank=True)
    obstacles = words("hinder", 2000)
    good_experience = words("goda erfarenheter", 2000)
    agreed = words("överenskommet", 2000)
    next_on = models.DateField("nästa möte", null=True, blank=True)
    cancelled_reason = words("varför det ställdes in", 500)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapat", auto_now_add=True)
    updated_at = models.DateTimeField("ändrat", auto_now=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField("avslutat", null=True, blank=True)
    # The supplier's link to approve is made of it: each time the minutes are closed anew, older links are worthless.
    nonce = models.UUIDField("länkens hemlighet", null=True, blank=True, unique=True, editable=False)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = "möte"
        verbose_name_plural = "möten"
        ordering = ["-planned_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="meeting_market_dialogue_has_no_contract",
                condition=Q(kind=MeetingKind.MARKET_DIALOGUE, contract=None)
                | (~Q(kind=MeetingKind.MARKET_DIALOGUE) & Q(contract__isnull=False)),
                violation_error_message="En marknadsdialog hålls före avtalet, andra möten hör till ett avtal.",
            ),
            models.CheckConstraint(
                name="meeting_held_has_day",
                condition=Q(state__in=HELD, held_on__isnull=False) | (~Q(state__in=HELD) & Q(held_on=None)),
                violation_error_message="Ange vilken dag mötet hölls.",
            ),
            models.CheckConstraint(
                name="meeting_held_by_somebody",
                condition=Q(held_on=None) | Q(attendance__len__gte=2),
                violation_error_message="Ange minst två parter som var med.",
            ),
            models.CheckConstraint(
                name="meeting_cancelled_has_reason",
                condition=~Q(state=MeetingState.CANCELLED) | ~Q(cancelled_reason=""),
                violation_error_message="Ange varför mötet ställdes in.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.planned_at:%Y-%m-%d}"

    def get_absolute_url(self):
        return reverse("meeting_detail", args=[self.pk])


@audited(plain="id meeting requirement state promised delivered offered filled unfilled_reason note")
class MeetingItem(models.Model):
    """How one commitment stood at a meeting. `promised` and `delivered` are what the rows said that day."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items")
    requirement = models.ForeignKey(Requirement, models.CASCADE, related_name="+")
    state = models.CharField("läge", max_length=12, choices=CommitmentState.choices)
    promised = models.CharField("utlovat", max_length=120, blank=True)
    delivered = models.CharField("utfört", max_length=120, blank=True)
    offered = models.PositiveSmallIntegerField("erbjudna platser", null=True, blank=True)
    filled = models.PositiveSmallIntegerField("tillsatta platser", null=True, blank=True)
    unfilled_reason = models.CharField(
        "varför de inte tillsattes", max_length=20, choices=UnfilledReason.choices, blank=True
    )
    note = words("anteckning", 500)

    class Meta:
        verbose_name = "åtagande i möte"
        verbose_name_plural = "åtaganden i möte"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "requirement"],
                name="meeting_item_once",
                violation_error_message="Kravet står redan i protokollet.",
            ),
            models.CheckConstraint(
                name="meeting_item_filled_of_offered",
                condition=Q(filled=None) | Q(offered__isnull=False, filled__lte=models.F("offered")),
                violation_error_message="Fler platser är tillsatta än erbjudna.",
            ),
            models.CheckConstraint(
                name="meeting_item_unfilled_says_why",
                condition=Q(filled=None) | Q(filled=models.F("offered")) | ~Q(unfilled_reason=""),
                violation_error_message="Ange varför platserna inte tillsattes.",
            ),
        ]

    def __str__(self):
        return str(self.requirement)


@audited(plain="id meeting what owner due_on done_on done_by")
class MeetingTask(models.Model):
    """A measure agreed at a meeting: a side that does it, and a day."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="tasks")
    what = words("åtgärd", 500)
    owner = models.CharField("ansvarig", max_length=12, choices=PartyRole.choices)
    due_on = models.DateField("senast")
    done_on = models.DateField("gjord", null=True, blank=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "åtgärd"
        verbose_name_plural = "åtgärder"
        ordering = ["due_on", "pk"]

    def __str__(self):
        return self.what


@audited(plain="id meeting role by at how")
class Approval(models.Model):
    """A party's approval of the minutes. The supplier's is noted by whom it was told, or given through a link."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="approvals")
    role = models.CharField("part", max_length=12, choices=PartyRole.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField("godkänt")
    how = models.CharField("hur", max_length=200, blank=True, validators=[refuse_personal_number])

    class Meta:
        verbose_name = "godkännande"
        verbose_name_plural = "godkännanden"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "role"],
                name="approval_once",
                violation_error_message="Parten har redan godkänt protokollet.",
            )
        ]

    def __str__(self):
        return self.get_role_display()
