"""Seminars: whom they are for, which items and guidelines they serve, and how many came. Nobody is named."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from apps.accounts.access import rows_in_scope
from apps.accounts.choices import Role
from apps.accounts.models import Department, Organisation
from apps.actionplans.choices import SeminarState
from apps.actionplans.models.plans import VIEW, Item, words
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.procurements.models import GuidelineVersion


class SeminarQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Seminars that organisations in which the user holds the permission arrange.

        Those that a seminar is for read of it too; examples are never mixed with real ones.
        """
        seen = rows_in_scope(user, perm, organisation="organisation")
        if perm == VIEW:
            organisations = Organisation.objects.visible_to(user, perm)
            mine = SeminarSide.objects.filter(organisation__in=organisations)
            kinds = organisations.values("is_demo")
            seen |= Q(pk__in=mine.values("seminar")) & Q(organisation__is_demo__in=kinds)
        return self.filter(seen)

    def of(self, organisation):
        """What the organisation arranges, and what others arrange for it."""
        mine = SeminarSide.objects.filter(organisation=organisation)
        return self.filter(Q(organisation=organisation) | Q(pk__in=mine.values("seminar")))

    def held_in(self, year: int):
        """Seminars that were held in the year."""
        return self.filter(state=SeminarState.HELD, starts_at__year=year)

    def search(self, words: str):
        """Seminars by topic, place or department."""
        sides = SeminarSide.objects.filter(department__name__icontains=words)
        found = Q(topic__icontains=words) | Q(place__icontains=words) | Q(pk__in=sides.values("seminar"))
        return self.filter(found)


@audited(
    plain="id organisation topic content starts_at minutes place material_url roles responsible state "
    "cancelled_reason participants outcome created_by created_at updated_at token is_demo"
)
class Seminar(models.Model):
    """A gathering about the requirements, arranged by `organisation` for departments of one or several authorities.

    `participants` is how many came, all told; it may be more than what the sides say, never less.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="seminars")
    topic = models.CharField("ämne", max_length=160, validators=[refuse_personal_number])
    content = words("innehåll", 3000)
    starts_at = models.DateTimeField("börjar")
    minutes = models.PositiveSmallIntegerField("längd i minuter", default=120)
    place = models.CharField("plats eller länk", max_length=300, validators=[refuse_personal_number])
    material_url = models.URLField("länk till materialet", max_length=500, blank=True)
    roles = ArrayField(
        models.CharField(max_length=20, choices=Role.choices), verbose_name="roller", default=list, blank=True
    )
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="ansvarig"
    )
    state = models.CharField("läge", max_length=10, choices=SeminarState.choices, default=SeminarState.PLANNED)
    cancelled_reason = words("skäl till att det ställs in", 500)
    participants = models.PositiveSmallIntegerField("antal deltagare", null=True, blank=True)
    outcome = words("hur det gick", 3000)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapat", auto_now_add=True)
    updated_at = models.DateTimeField("ändrat", auto_now=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)
    is_demo = models.BooleanField("exempeldata", default=False)

    objects = SeminarQuerySet.as_manager()

    class Meta:
        verbose_name = "seminarium"
        verbose_name_plural = "seminarier"
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="seminar_length_plausible",
                condition=Q(minutes__range=(15, 960)),
                violation_error_message="Ett seminarium är mellan 15 och 960 minuter långt.",
            ),
            models.CheckConstraint(
                name="seminar_held_has_number",
                condition=Q(state=SeminarState.HELD) ^ Q(participants=None),
                violation_error_message="Ett hållet seminarium har ett antal deltagare, och bara ett hållet.",
            ),
            models.CheckConstraint(
                name="seminar_cancelled_has_reason",
                condition=Q(state=SeminarState.CANCELLED) ^ Q(cancelled_reason=""),
                violation_error_message="Ett inställt seminarium har ett skäl, och bara ett inställt.",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "state", "starts_at"], name="seminar_by_state")]

    def __str__(self):
        return self.topic

    def get_absolute_url(self):
        return reverse("seminar_detail", args=[self.pk])

    @property
    def day(self):
        """The day it begins, where we are."""
        return timezone.localdate(self.starts_at)

    @property
    def clock(self) -> str:
        """When it is: "2018-05-16 kl. 13.00–15.00"."""
        start = timezone.localtime(self.starts_at)
        end = start + timedelta(minutes=self.minutes)
        last = f"{end:%H.%M}" if end.date() == start.date() else f"{end:%Y-%m-%d kl. %H.%M}"
        return f"{start:%Y-%m-%d kl.\N{NO-BREAK SPACE}%H.%M}–{last}"


@audited(plain="id seminar organisation department participants invited_at")
class SeminarSide(models.Model):
    """An authority as a whole, or one of its departments, that a seminar is for. `organisation` is that authority."""

    seminar = models.ForeignKey(Seminar, models.CASCADE, related_name="sides")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    department = models.ForeignKey(Department, models.CASCADE, null=True, blank=True, related_name="+")
    participants = models.PositiveSmallIntegerField("antal deltagare", null=True, blank=True)
    invited_at = models.DateTimeField("inbjuden", null=True, blank=True)

    class Meta:
        verbose_name = "målgrupp"
        verbose_name_plural = "målgrupper"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["seminar", "organisation", "department"],
                nulls_distinct=False,
                name="seminarside_once",
                violation_error_message="Den är redan med.",
            )
        ]

    def __str__(self):
        return f"{self.department} ({self.organisation})" if self.department else f"hela {self.organisation}"


@audited(plain="id organisation seminar item guideline")
class SeminarLink(models.Model):
    """An item of a plan or a version of the guideline that a seminar serves."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    seminar = models.ForeignKey(Seminar, models.CASCADE, related_name="links")
    item = models.ForeignKey(Item, models.CASCADE, null=True, blank=True, related_name="seminar_links")
    guideline = models.ForeignKey(GuidelineVersion, models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "koppling"
        verbose_name_plural = "kopplingar"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["seminar", "item", "guideline"],
                nulls_distinct=False,
                name="seminarlink_once",
                violation_error_message="Kopplingen finns redan.",
            ),
            models.CheckConstraint(
                name="seminarlink_to_one_thing",
                condition=Q(item__isnull=True) ^ Q(guideline__isnull=True),
                violation_error_message="En koppling leder till en punkt eller en riktlinje.",
            ),
        ]

    def __str__(self):
        return str(self.item or self.guideline)
