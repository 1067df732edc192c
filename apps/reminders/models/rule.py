"""When an organisation reminds, and how a person wants to be told."""

from datetime import time

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from apps.accounts.access import InOrganisation
from apps.accounts.models import Organisation
from apps.core.audit import audited
from apps.reminders.choices import Frequency

MOST_DAYS = 365


def _days(label: str) -> ArrayField:
    return ArrayField(
        models.PositiveSmallIntegerField(validators=[MaxValueValidator(MOST_DAYS)]),
        verbose_name=label,
        default=list,
        blank=True,
        size=10,
    )


@audited(plain="id organisation send_at quiet_days active_from sends_heads updated_at")
class ReminderSettings(models.Model):
    """An organisation's hours. Without a row the defaults of the fields hold."""

    organisation = models.OneToOneField(Organisation, models.CASCADE, related_name="reminder_settings")
    send_at = models.TimeField("skickas tidigast klockan", default=time(7, 30))
    # Beside Saturdays, Sundays and holidays: bridge days, a summer closing.
    quiet_days = ArrayField(models.DateField(), verbose_name="egna dagar utan mejl", default=list, blank=True, size=200)
    # Steps before this day are not planned after the fact: an old register must not bring a hundred mails.
    active_from = models.DateField("påminner från")
    sends_heads = models.BooleanField("förvaltningschefer får veckans sammanställning", default=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "tider för påminnelser"
        verbose_name_plural = "tider för påminnelser"
        constraints = [
            models.CheckConstraint(
                name="reminder_settings_send_at_in_the_day",
                condition=Q(send_at__gte=time(5), send_at__lte=time(17)),
                violation_error_message="Mejlen ska skickas mellan klockan 5 och 17.",
            )
        ]

    def __str__(self):
        return f"{self.organisation}: {self.send_at:%H.%M}"


@audited(
    plain="id organisation kind before after repeat_every in_working_days head_after coordinator_after at_once "
    "is_required updated_at"
)
class ReminderRule(models.Model):
    """When an organisation reminds of one kind of deadline. Without a row the default of the kind holds."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="reminder_rules")
    kind = models.CharField("slag", max_length=30)
    before = _days("dagar före")
    after = _days("dagar efter")
    repeat_every = models.PositiveSmallIntegerField(
        "därefter var", default=0, validators=[MaxValueValidator(MOST_DAYS)]
    )
    in_working_days = models.BooleanField("räkna arbetsdagar", default=False)
    head_after = models.PositiveSmallIntegerField(
        "förvaltningschefen efter", null=True, blank=True, validators=[MaxValueValidator(MOST_DAYS)]
    )
    coordinator_after = models.PositiveSmallIntegerField(
        "CSR-samordnaren efter", null=True, blank=True, validators=[MaxValueValidator(MOST_DAYS)]
    )
    at_once = models.BooleanField("brådskande: skicka direkt i ett eget mejl", default=False)
    is_required = models.BooleanField("får inte väljas bort", default=False)
    updated_at = models.DateTimeField("ändrad", auto_now=True)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "regel för påminnelser"
        verbose_name_plural = "regler för påminnelser"
        ordering = ["kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind"],
                name="reminder_rule_once",
                violation_error_message="Det finns redan en regel för det slaget.",
            ),
            models.CheckConstraint(
                name="reminder_rule_days_at_most_a_year",
                condition=Q(repeat_every__lte=MOST_DAYS)
                & (Q(head_after=None) | Q(head_after__lte=MOST_DAYS))
                & (Q(coordinator_after=None) | Q(coordinator_after__lte=MOST_DAYS)),
                violation_error_message=f"Dagarna ska vara högst {MOST_DAYS}.",
            ),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.kind}"


@audited(plain="id user organisation frequency muted_kinds updated_at")
class NoticeChoice(models.Model):
    """How one person wants the mails of one organisation. Without a row: one digest a day with everything."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notice_choices")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    frequency = models.CharField("hur ofta", max_length=20, choices=Frequency.choices, default=Frequency.DIGEST)
    muted_kinds = ArrayField(
        models.CharField(max_length=30), verbose_name="slag som valts bort", default=list, blank=True
    )
    updated_at = models.DateTimeField("ändrad", auto_now=True)

    class Meta:
        verbose_name = "val av mejl"
        verbose_name_plural = "val av mejl"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation"],
                name="notice_choice_once",
                violation_error_message="Du har redan valt hur du vill få mejl.",
            )
        ]

    def __str__(self):
        return f"{self.user}: {self.get_frequency_display()}"
