"""Deviations from what was promised, and the ladder from a reminder to termination."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import capfirst

from apps.accounts.models import Organisation
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.followups.choices import DeviationCause, DeviationState, SanctionState, Step
from apps.followups.models.meeting import Meeting
from apps.followups.models.plan import OfContract, Point, words
from apps.followups.models.report import ReportRequest
from apps.procurements.models import Contract, Requirement


class DeviationQuerySet(OfContract):
    def open(self):
        """Those somebody has to act on."""
        return self.filter(state=DeviationState.OPEN)

    def late(self, today):
        """Open ones whose day has passed."""
        return self.open().filter(due_on__lt=today)

    def search(self, query: str):
        """Deviations by their own words, or by their contract's: number, title, procurement or supplier."""
        words = query.strip()
        return self.filter(Q(what__icontains=words) | Q(contract__in=Contract.objects.search(words)))


@audited(
    plain="id organisation contract requirement cause raised_key raised_on request point meeting what owner measure "
    "due_on state exemption_reason closed_on closed_by outcome made_by created_at updated_at token",
)
class Deviation(models.Model):
    """Something that was promised and is not so. Raised by itself (`raised_key` says from what) or by hand."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    contract = models.ForeignKey(Contract, models.CASCADE, related_name="deviations")
    requirement = models.ForeignKey(
        Requirement, models.SET_NULL, null=True, blank=True, related_name="deviations", verbose_name="krav"
    )
    cause = models.CharField("orsak", max_length=20, choices=DeviationCause.choices)
    # What it came from, such as "report:12": the same thing raises one deviation, however often it is looked at.
    raised_key = models.CharField("kommer av", max_length=80, null=True, blank=True, unique=True)
    raised_on = models.DateField("upptäckt")
    request = models.ForeignKey(ReportRequest, models.SET_NULL, null=True, blank=True, related_name="deviations")
    point = models.ForeignKey(Point, models.SET_NULL, null=True, blank=True, related_name="deviations")
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, blank=True, related_name="deviations")
    what = words("vad som avviker", 1000)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="ansvarig"
    )
    measure = words("åtgärd", 1000)
    due_on = models.DateField("åtgärdad senast", null=True, blank=True)
    state = models.CharField("läge", max_length=10, choices=DeviationState.choices, default=DeviationState.OPEN)
    exemption_reason = words("skäl till undantag", 1000)
    closed_on = models.DateField("avslutad", null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    outcome = words("hur det gick", 1000)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)

    objects = DeviationQuerySet.as_manager()

    class Meta:
        verbose_name = "avvikelse"
        verbose_name_plural = "avvikelser"
        ordering = ["due_on", "-raised_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="deviation_is_described",
                condition=~Q(what=""),
                violation_error_message="Beskriv vad som avviker.",
            ),
            models.CheckConstraint(
                name="deviation_exemption_has_reason",
                condition=~Q(state=DeviationState.EXEMPTED) | ~Q(exemption_reason=""),
                violation_error_message="Ett undantag ska ha ett skäl.",
            ),
            models.CheckConstraint(
                name="deviation_is_not_closed_empty",
                condition=Q(state__in=(DeviationState.OPEN, DeviationState.EXEMPTED)) | ~Q(outcome=""),
                violation_error_message="Skriv hur det gick innan avvikelsen avslutas.",
            ),
            models.CheckConstraint(
                name="deviation_closed_has_day",
                condition=Q(state=DeviationState.OPEN, closed_on=None)
                | (~Q(state=DeviationState.OPEN) & Q(closed_on__isnull=False)),
                violation_error_message="En avslutad avvikelse har en dag.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "due_on"], name="deviation_open", condition=Q(state=DeviationState.OPEN)
            )
        ]

    def __str__(self):
        return f"{self.get_cause_display()}: {self.contract}"

    def get_absolute_url(self):
        return reverse("deviation_detail", args=[self.pk])

    @property
    def name(self) -> str:
        """What a link to it says."""
        return deviation_name(self.cause, self.what)


def deviation_name(cause: str, what: str) -> str:
    """What a link to a deviation says: the cause, or for one of no certain cause the beginning of its words."""
    if cause != DeviationCause.OTHER:
        return capfirst(DeviationCause(cause).label)
    return what if len(what) <= 60 else f"{what[:60].rsplit(' ', 1)[0]}…"


class SanctionQuerySet(OfContract):
    contract_path = "deviation__contract"


@audited(
    plain="id organisation deviation step state motive override_motive reply_by reply replied_on decided_on decided_by "
    "rectify_by amount penalty_units letter made_by created_at updated_at token",
    personal="replier mailed_to",
    secret="nonce",
    unrecorded="link_expires_at",
)
class Sanction(models.Model):
    """One step of the ladder for a deviation: announced with a right to reply, then decided; or that none is taken."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    deviation = models.ForeignKey(Deviation, models.CASCADE, related_name="sanctions")
    step = models.CharField("steg", max_length=16, choices=Step.choices)
    state = models.CharField("läge", max_length=10, choices=SanctionState.choices, default=SanctionState.PROPOSED)
    motive = words("motiv", 2000)
    # Why a step of the ladder is passed over (fact 21).
    override_motive = words("skäl att gå förbi tidigare steg", 1000)
    reply_by = models.DateField("svar senast", null=True, blank=True)
    reply = words("leverantörens svar", 2000)
    replied_on = models.DateField("svarade", null=True, blank=True)
    # Who replied through the link of the letter's mail; empty when an officer noted the reply.
    replier = models.CharField("svarat av", max_length=120, blank=True, validators=[refuse_personal_number])
    mailed_to = models.EmailField("brevet skickat till", blank=True)
    nonce = models.UUIDField("länkens hemlighet", null=True, blank=True, unique=True, editable=False)
    link_expires_at = models.DateTimeField("länken gäller till", null=True, blank=True)
    decided_on = models.DateField("beslutad", null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    rectify_by = models.DateField("rättat senast", null=True, blank=True)
    amount = models.DecimalField("vite, kronor", max_digits=12, decimal_places=2, null=True, blank=True)
    penalty_units = models.PositiveSmallIntegerField("antal påbörjade perioder", null=True, blank=True)
    letter = words("brevets text", 8000)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)

    objects = SanctionQuerySet.as_manager()

    class Meta:
        verbose_name = "sanktion"
        verbose_name_plural = "sanktioner"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="sanction_has_motive",
                condition=~Q(motive=""),
                violation_error_message="Skriv motivet: det ska gå att förstå beslutet efteråt.",
            ),
            models.CheckConstraint(
                name="sanction_penalty_has_amount",
                condition=Q(step=Step.PENALTY, amount__isnull=False) | (~Q(step=Step.PENALTY) & Q(amount=None)),
                violation_error_message="Ett vite ska ha ett belopp, och bara ett vite.",
            ),
            models.CheckConstraint(
                name="sanction_decided_has_day",
                condition=~Q(state=SanctionState.DECIDED) | Q(decided_on__isnull=False),
                violation_error_message="Ange vilken dag det beslutades.",
            ),
            models.UniqueConstraint(
                fields=["deviation"],
                condition=Q(state=SanctionState.PROPOSED),
                name="sanction_one_at_a_time",
                violation_error_message="Ett steg väntar redan på leverantörens svar. Besluta om det först.",
            ),
        ]

    def __str__(self):
        return self.get_step_display()
