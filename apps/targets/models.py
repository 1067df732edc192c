"""Yearly targets, versioned, and the years an organisation has published."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from apps.accounts.access import rows_in_scope
from apps.accounts.models import Organisation
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.placements.choices import PlacementKind
from apps.targets.choices import CountingRule


class TargetQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Targets of organisations in which the user holds the permission."""
        return self.filter(rows_in_scope(user, perm, organisation="organisation"))


@audited(
    plain="id organisation year version value counted_kinds counting_rule decided_by_body decided_on reference "
    "created_by created_at is_demo"
)
class Target(models.Model):
    """A version of an organisation's target for a year, as decided. A change is a new version, never an edit."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="targets")
    year = models.PositiveSmallIntegerField("år")
    version = models.PositiveSmallIntegerField("version", default=1)
    value = models.PositiveIntegerField("mål")
    counted_kinds = ArrayField(
        models.CharField(max_length=20, choices=PlacementKind.choices), verbose_name="insatser som räknas"
    )
    counting_rule = models.CharField(
        "räkneregel", max_length=30, choices=CountingRule.choices, default=CountingRule.RESIDENTS_STARTED
    )
    decided_by_body = models.CharField("beslutat av", max_length=120, validators=[refuse_personal_number])
    decided_on = models.DateField("beslutsdatum")
    reference = models.CharField("beslutets beteckning", max_length=120, validators=[refuse_personal_number])
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    is_demo = models.BooleanField("exempeldata", default=False)

    objects = TargetQuerySet.as_manager()

    class Meta:
        verbose_name = "mål"
        verbose_name_plural = "mål"
        ordering = ["-year", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year", "version"],
                name="target_version_unique",
                violation_error_message="Någon annan har just ändrat målet. Läs den nya versionen först.",
            ),
            models.CheckConstraint(
                name="target_value_positive",
                condition=Q(value__gte=1),
                violation_error_message="Målet ska vara minst 1.",
            ),
            models.CheckConstraint(
                name="target_year_plausible",
                condition=Q(year__range=(2000, 2100)),
                violation_error_message="Året ska vara mellan 2000 och 2100.",
            ),
            models.CheckConstraint(
                name="target_counts_something",
                condition=Q(counted_kinds__len__gte=1),
                violation_error_message="Välj minst en insats som räknas mot målet.",
            ),
        ]

    def __str__(self):
        return f"{self.organisation} {self.year}: {self.value}"

    def get_absolute_url(self):
        return f"{reverse('dashboard')}?ar={self.year}"


class PublishedYearQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Published years of organisations in which the user holds the permission."""
        return self.filter(rows_in_scope(user, perm, organisation="organisation"))


@audited(plain="id organisation year published_by published_at is_demo")
class PublishedYear(models.Model):
    """A year whose result anyone may read without signing in."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="published_years")
    year = models.PositiveSmallIntegerField("år")
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField("publicerat", auto_now_add=True)
    is_demo = models.BooleanField("exempeldata", default=False)

    objects = PublishedYearQuerySet.as_manager()

    class Meta:
        verbose_name = "publicerat år"
        verbose_name_plural = "publicerade år"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year"],
                name="published_year_once",
                violation_error_message="Året är redan publicerat.",
            )
        ]

    def __str__(self):
        return f"{self.organisation} {self.year}"
