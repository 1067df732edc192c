"""Yearly targets, versioned; what was reported and what was said of it; who may read it without signing in."""

import uuid

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from apps.accounts.access import InOrganisation
from apps.accounts.models import Department, Organisation
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.placements.choices import PlacementKind
from apps.procurements.models import GuidelineVersion
from apps.targets.choices import CountingRule, Measure, Period, Scope


class TargetQuerySet(InOrganisation):
    def on_dashboard(self, organisation):
        """The organisation's own, and those that any authority has set for all of the unit's together.

        Examples are never mixed with real ones.
        """
        together = Q(
            scope=Scope.ALL, organisation__is_demo=organisation.is_demo, year__gte=organisation.active_from.year
        )
        return self.filter(Q(organisation=organisation) | together)

    def of_residents(self, organisation):
        """The versions of the organisation's own target for residents in occupation, of every year."""
        return self.filter(organisation=organisation, measure=Measure.RESIDENTS, scope=Scope.ORGANISATION)


@audited(
    plain="id organisation measure scope department least_value guideline year version value counted_kinds "
    "counting_rule decided_by_body decided_on reference created_by created_at is_demo"
)
class Target(models.Model):
    """A version of an organisation's target for a year, as decided. A change is a new version, never an edit.

    Residents are counted in numbers by `counted_kinds` and `counting_rule`; every other measure is a share in per cent.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="targets")
    measure = models.CharField("mått", max_length=30, choices=Measure.choices, default=Measure.RESIDENTS)
    scope = models.CharField("gäller", max_length=20, choices=Scope.choices, default=Scope.ORGANISATION)
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="targets", verbose_name="förvaltning"
    )
    # Of the share of procurements with a requirement: those above this value are counted (SEK excl. VAT).
    least_value = models.DecimalField("från värdet", max_digits=14, decimal_places=2, null=True, blank=True)
    guideline = models.ForeignKey(
        GuidelineVersion, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="riktlinje"
    )
    year = models.PositiveSmallIntegerField("år")
    version = models.PositiveSmallIntegerField("version", default=1)
    value = models.PositiveIntegerField("mål")
    counted_kinds = ArrayField(
        models.CharField(max_length=20, choices=PlacementKind.choices),
        verbose_name="insatser som räknas",
        default=list,
        blank=True,
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
                fields=["organisation", "measure", "scope", "department", "year", "version"],
                nulls_distinct=False,
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
                condition=~Q(measure=Measure.RESIDENTS) | Q(counted_kinds__len__gte=1),
                violation_error_message="Välj minst en insats som räknas mot målet.",
            ),
            models.CheckConstraint(
                name="target_share_is_per_cent",
                condition=Q(measure=Measure.RESIDENTS) | Q(value__lte=100),
                violation_error_message="Målet är en andel och ska vara högst 100 procent.",
            ),
            models.CheckConstraint(
                name="target_department_by_scope",
                condition=Q(scope=Scope.DEPARTMENT) ^ Q(department=None),
                violation_error_message="Välj den förvaltning som målet gäller, och bara då.",
            ),
            models.CheckConstraint(
                name="target_least_value_of_procurements",
                condition=Q(least_value=None) | Q(measure=Measure.WITH_REQUIREMENT, least_value__gte=0),
                violation_error_message="Ett lägsta värde hör till andelen upphandlingar med krav.",
            ),
        ]

    def __str__(self):
        return f"{self.organisation} {self.year}: {self.value}"

    def get_absolute_url(self):
        return f"{reverse('dashboard')}?ar={self.year}"


@audited(plain="id organisation year published_by published_at is_demo")
class PublishedYear(models.Model):
    """A year whose result anyone may read without signing in."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="published_years")
    year = models.PositiveSmallIntegerField("år")
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField("publicerat", auto_now_add=True)
    is_demo = models.BooleanField("exempeldata", default=False)

    objects = InOrganisation.as_manager()

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


@audited(
    plain="id organisation year period as_of figures definitions_version frozen_by frozen_at note token is_demo",
)
class Snapshot(models.Model):
    """A period's figures as they were reported, frozen. What is registered later is shown beside them, never in them.

    `figures` is what `snapshots.freeze` wrote: whole numbers with the rules they were counted by.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="snapshots")
    year = models.PositiveSmallIntegerField("år")
    period = models.CharField("period", max_length=10, choices=Period.choices)
    as_of = models.DateField("räknat till och med")
    figures = models.JSONField("siffror")
    definitions_version = models.PositiveSmallIntegerField("definitionernas version", default=1)
    note = models.CharField("kommentar", max_length=500, blank=True, validators=[refuse_personal_number])
    frozen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    frozen_at = models.DateTimeField("fryst", auto_now_add=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)
    is_demo = models.BooleanField("exempeldata", default=False)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "fryst redovisning"
        verbose_name_plural = "frysta redovisningar"
        ordering = ["-year", "-as_of", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year", "period"],
                name="snapshot_once",
                violation_error_message="Perioden är redan fryst.",
            )
        ]
        triggers = [pgtrigger.ReadOnly(name="is_frozen", fields=["organisation", "year", "period", "as_of", "figures"])]

    def __str__(self):
        return f"{self.organisation}, {self.get_period_display()} {self.year}"


@audited(plain="id organisation year chart text created_by created_at undone_by undone_at token")
class ChartComment(models.Model):
    """What the coordinator says about one chart of a year, dated and signed. Taken back, never edited."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="chart_comments")
    year = models.PositiveSmallIntegerField("år")
    chart = models.CharField("diagram", max_length=30)
    text = models.CharField("kommentar", max_length=600, validators=[refuse_personal_number])
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField("skriven", auto_now_add=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField("borttagen", null=True, blank=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "kommentar till diagram"
        verbose_name_plural = "kommentarer till diagram"
        ordering = ["created_at", "pk"]
        indexes = [models.Index(fields=["organisation", "year"], name="chart_comment_of_year")]

    def __str__(self):
        return f"{self.chart} {self.year}"


@audited(plain="id organisation year snapshot expires_on created_by created_at revoked_by revoked_at", secret="nonce")
class ShareLink(models.Model):
    """An address under which a year, or a frozen report of it, can be read for a while without signing in.

    The address is made of `nonce` with the installation's key, so the row alone does not give it.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="share_links")
    year = models.PositiveSmallIntegerField("år")
    snapshot = models.ForeignKey(Snapshot, models.PROTECT, null=True, blank=True, related_name="links")
    nonce = models.UUIDField("hemligt tal", default=uuid.uuid4, unique=True, editable=False)
    expires_on = models.DateField("gäller till och med")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    revoked_at = models.DateTimeField("återkallad", null=True, blank=True)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "läslänk"
        verbose_name_plural = "läslänkar"
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return f"läslänk {self.pk}"


class NamingDecisionQuerySet(InOrganisation):
    def in_force(self, organisation) -> "NamingDecision | None":
        """The organisation's newest decision, or None: then its suppliers are not named."""
        return self.filter(organisation=organisation).order_by("-decided_on", "-pk").first()


@audited(
    plain="id organisation names_suppliers decided_by_body decided_on reference created_by created_at token is_demo"
)
class NamingDecision(models.Model):
    """Whether an organisation names its suppliers beside its results. Undone by a new decision, never edited.

    What is named still goes through `disclosure`.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="naming_decisions")
    names_suppliers = models.BooleanField("leverantörerna namnges")
    decided_by_body = models.CharField("beslutat av", max_length=120, validators=[refuse_personal_number])
    decided_on = models.DateField("beslutsdatum")
    reference = models.CharField("beslutets beteckning", max_length=120, validators=[refuse_personal_number])
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField("inlagt", auto_now_add=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)
    is_demo = models.BooleanField("exempeldata", default=False)

    objects = NamingDecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "beslut om leverantörers namn"
        verbose_name_plural = "beslut om leverantörers namn"
        ordering = ["-decided_on", "-pk"]
        indexes = [models.Index(fields=["organisation", "-decided_on", "-id"], name="naming_decision_newest")]

    def __str__(self):
        return f"{self.organisation}: {'namnges' if self.names_suppliers else 'namnges inte'} från {self.decided_on}"


@audited(plain="id organisation year matchers coordination social_gain source updated_by updated_at token is_demo")
class YearlyCost(models.Model):
    """What the work of a year has cost, in whole kronor, and the gain that the organisation itself has estimated."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="yearly_costs")
    year = models.PositiveSmallIntegerField("år")
    matchers = models.PositiveIntegerField("kostnad för matchare")
    coordination = models.PositiveIntegerField("kostnad för samordning")
    social_gain = models.PositiveBigIntegerField("uppskattad samhällsvinst", null=True, blank=True)
    source = models.CharField("underlag", max_length=200, validators=[refuse_personal_number])
    updated_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)
    is_demo = models.BooleanField("exempeldata", default=False)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "årets kostnad"
        verbose_name_plural = "årens kostnader"
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year"],
                name="yearly_cost_once",
                violation_error_message="Någon annan har just lagt in årets kostnad. Läs den först.",
            ),
            models.CheckConstraint(
                name="yearly_cost_year_plausible",
                condition=Q(year__range=(2000, 2100)),
                violation_error_message="Året ska vara mellan 2000 och 2100.",
            ),
        ]

    def __str__(self):
        return f"{self.organisation} {self.year}: {self.total} kr"

    @property
    def total(self) -> int:
        """What all of it cost."""
        return self.matchers + self.coordination
