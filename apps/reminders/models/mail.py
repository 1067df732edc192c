"""The outbox: every mail of the product is a row before it is anything else."""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from apps.accounts.access import rows_in_scope
from apps.accounts.models import Membership, Organisation
from apps.core.audit import audited
from apps.reminders.choices import ACCEPTED_STATES, DeliveryStep, MailKind, MailState

HELD_BY_A_WORKER = (MailState.CLAIMED, MailState.SENDING)
MAIL_ADMINISTRATION = "accounts.change_organisation"


class OutboxMailQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str = MAIL_ADMINISTRATION):
        """Mails of the organisations that the user administers; those of no organisation by whom they went to."""
        members = Membership.objects.filter(rows_in_scope(user, perm, organisation="organisation"))
        own = rows_in_scope(user, perm, organisation="organisation")
        return self.filter(own | Q(organisation=None, recipient__in=members.values("user")))


@audited(
    plain="id message_id slot kind organisation recipient due_at not_after created_at created_by",
    personal="to_address subject last_answer",
    secret="text html headers attachments",
    unrecorded="state attempts fence lease_until uncertain_at sent_at",
    is_bulk=True,
)
class OutboxMail(models.Model):
    """One mail to one address, rendered once. `DeliveryEvent` rows tell what happened to it.

    `slot` names what only one mail may be sent for, like a person's digest of a day. `fence` counts how often it was
    claimed: a worker that was overtaken holds an old number and can neither send nor say that it has sent.
    """

    message_id = models.CharField("Message-ID", max_length=200, unique=True)
    slot = models.CharField("plats", max_length=120, unique=True, null=True, blank=True)
    kind = models.CharField("slag", max_length=20, choices=MailKind.choices)
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, blank=True, related_name="mails")
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="mails"
    )
    to_address = models.EmailField("till")
    subject = models.CharField("ämne", max_length=300)
    text = models.TextField("text", blank=True)
    html = models.TextField("HTML", blank=True)
    headers = models.JSONField("rubrikfält", default=dict, blank=True)
    attachments = models.JSONField("bilagor", default=list, blank=True)
    due_at = models.DateTimeField("ska skickas")
    not_after = models.DateTimeField("inte efter", null=True, blank=True)
    state = models.CharField("läge", max_length=20, choices=MailState.choices, default=MailState.PENDING)
    attempts = models.PositiveIntegerField("försök", default=0)
    fence = models.PositiveIntegerField("hämtat gånger", default=0)
    lease_until = models.DateTimeField("lånat till", null=True, blank=True)
    uncertain_at = models.DateTimeField("osäkert sedan", null=True, blank=True)
    sent_at = models.DateTimeField("skickat", null=True, blank=True)
    last_answer = models.CharField("senaste svar", max_length=300, blank=True)
    created_at = models.DateTimeField("skrivet", auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = OutboxMailQuerySet.as_manager()

    class Meta:
        verbose_name = "mejl"
        verbose_name_plural = "mejl"
        ordering = ["-due_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="outbox_mail_held_has_lease",
                condition=Q(state__in=HELD_BY_A_WORKER) ^ Q(lease_until=None),
                violation_error_message="Ett mejl som skickas har en tid då det släpps.",
            ),
            models.CheckConstraint(
                name="outbox_mail_sent_has_time",
                condition=Q(state__in=ACCEPTED_STATES) ^ Q(sent_at=None),
                violation_error_message="Ett skickat mejl har en tid.",
            ),
            models.CheckConstraint(
                name="outbox_mail_resent_was_uncertain",
                condition=~Q(state__in=(MailState.UNCERTAIN, MailState.RESENT)) | Q(uncertain_at__isnull=False),
                violation_error_message="Bara ett osäkert mejl skickas en gång till.",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at", "id"], name="outbox_mail_due", condition=Q(state=MailState.PENDING)),
            models.Index(fields=["lease_until"], name="outbox_mail_leased", condition=Q(state__in=HELD_BY_A_WORKER)),
            models.Index(fields=["uncertain_at"], name="outbox_mail_uncertain", condition=Q(state=MailState.UNCERTAIN)),
            models.Index(fields=["organisation", "-due_at"], name="outbox_mail_of_organisation"),
            models.Index(fields=["recipient", "-due_at"], name="outbox_mail_of_person"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.pk}"


@audited(
    plain="id",
    unrecorded="mail fence step at code answer by",
    is_bulk=True,
)
class DeliveryEvent(models.Model):
    """One thing that happened to a mail, in the order of `id`. Only ever added: the database refuses the rest."""

    mail = models.ForeignKey(OutboxMail, models.PROTECT, related_name="deliveries")
    fence = models.PositiveIntegerField("hämtning")
    step = models.CharField("händelse", max_length=20, choices=DeliveryStep.choices)
    at = models.DateTimeField("när")
    code = models.PositiveSmallIntegerField("svarskod", null=True, blank=True)
    answer = models.CharField("svar", max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "händelse med mejl"
        verbose_name_plural = "händelser med mejl"
        ordering = ["mail", "id"]
        triggers = [
            # `by` alone may change: it is emptied when an account is deleted.
            pgtrigger.ReadOnly(name="is_not_changed", fields=["mail", "fence", "step", "at", "code", "answer"]),
            pgtrigger.Protect(name="is_not_deleted", operation=pgtrigger.Delete),
        ]

    def __str__(self):
        return f"{self.mail_id}: {self.get_step_display()}"


@audited(plain="id code since cleared_at cleared_by", personal="email answer")
class BouncingAddress(models.Model):
    """An address that a mail server said does not exist. Nothing is sent there until somebody has looked at it."""

    email = models.EmailField("e-postadress")
    code = models.PositiveSmallIntegerField("svarskod", null=True, blank=True)
    answer = models.CharField("svar", max_length=300, blank=True)
    since = models.DateTimeField("sedan")
    cleared_at = models.DateTimeField("rättad", null=True, blank=True)
    cleared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "adress som inte finns"
        verbose_name_plural = "adresser som inte finns"
        ordering = ["-since", "-pk"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=Q(cleared_at=None),
                name="bouncing_address_once",
                violation_error_message="Adressen är redan känd som felaktig.",
            )
        ]

    def __str__(self):
        return f"adress {self.pk}"


@audited(
    plain="id",
    unrecorded="planned_at gathered_at sent_at failures paused_until reason alarmed_at",
)
class Pulse(models.Model):
    """One row: when planning and sending last ran, and whether sending rests because the mail server is away."""

    planned_at = models.DateTimeField("senast planerat", null=True, blank=True)
    gathered_at = models.DateTimeField("senast samlat till mejl", null=True, blank=True)
    sent_at = models.DateTimeField("senast skickat", null=True, blank=True)
    failures = models.PositiveSmallIntegerField("misslyckanden i rad", default=0)
    paused_until = models.DateTimeField("vilar till", null=True, blank=True)
    reason = models.CharField("varför", max_length=300, blank=True)
    alarmed_at = models.DateTimeField("larm sedan", null=True, blank=True)

    class Meta:
        verbose_name = "puls"
        verbose_name_plural = "puls"
        constraints = [
            models.CheckConstraint(
                name="pulse_is_one_row", condition=Q(pk=1), violation_error_message="Det finns en enda puls."
            )
        ]

    def __str__(self):
        return "puls"


def new_message_id(domain: str) -> str:
    """A Message-ID that names nobody and never changes however often the mail is sent."""
    return f"<{uuid.uuid4()}@{domain}>"
