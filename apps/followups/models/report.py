"""What a supplier is asked to report, what it said, and what was decided about it."""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from apps.accounts.models import Organisation
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.followups.choices import OPEN_REQUESTS, PlacementAnswer, PointKind, RequestState
from apps.followups.models.plan import OfContract, Point, words
from apps.placements.choices import UnfilledReason
from apps.placements.models import Placement
from apps.procurements.models import Contract, Requirement
from apps.suppliers.models import Supplier


@audited(
    plain="id organisation contract supplier point kind due_on period_from period_to state asked_at asked_by "
    "started_at received_at settled_at settled_by version updated_at token",
    personal="contact_name contact_email draft reporter",
    secret="nonce",
    unrecorded="link_expires_at link_renewed_at opened_at",
)
class ReportRequest(models.Model):
    """A report asked of one supplier about one contract, with the personal link it is answered through.

    The link is made of `nonce` with the installation's key: renewing the nonce makes every older link worthless.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    contract = models.ForeignKey(Contract, models.CASCADE, related_name="report_requests")
    supplier = models.ForeignKey(Supplier, models.PROTECT, related_name="report_requests")
    point = models.ForeignKey(Point, models.SET_NULL, null=True, blank=True, related_name="requests")
    kind = models.CharField("rapport", max_length=20, choices=PointKind.choices, default=PointKind.REPORT)
    due_on = models.DateField("senast")
    period_from = models.DateField("från och med", null=True, blank=True)
    period_to = models.DateField("till och med", null=True, blank=True)
    contact_name = models.CharField("kontaktperson", max_length=120, blank=True, validators=[refuse_personal_number])
    contact_email = models.EmailField("e-postadress", blank=True)
    state = models.CharField("läge", max_length=12, choices=RequestState.choices, default=RequestState.ASKED)
    nonce = models.UUIDField("länkens hemlighet", default=uuid.uuid4, unique=True, editable=False)
    link_expires_at = models.DateTimeField("länken gäller till", null=True, blank=True)
    link_renewed_at = models.DateTimeField("länken förnyad", null=True, blank=True)
    opened_at = models.DateTimeField("öppnad", null=True, blank=True)
    # What is typed but not sent, step by step.
    draft = models.JSONField("utkast", default=dict, blank=True)
    version = models.PositiveIntegerField("utkastets version", default=0)
    reporter = models.CharField("rapporterat av", max_length=120, blank=True, validators=[refuse_personal_number])
    asked_at = models.DateTimeField("begärd", auto_now_add=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    started_at = models.DateTimeField("påbörjad", null=True, blank=True)
    received_at = models.DateTimeField("inkommen", null=True, blank=True)
    settled_at = models.DateTimeField("avgjord", null=True, blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)

    objects = OfContract.as_manager()

    class Meta:
        verbose_name = "rapport"
        verbose_name_plural = "rapporter"
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "supplier", "kind", "due_on"],
                condition=~Q(state=RequestState.WITHDRAWN),
                name="report_request_once",
                violation_error_message="Rapporten är redan begärd.",
            ),
            models.CheckConstraint(
                name="report_received_has_time",
                condition=Q(state__in=(RequestState.ASKED, RequestState.STARTED, RequestState.WITHDRAWN))
                | Q(received_at__isnull=False),
                violation_error_message="En inkommen rapport har en tid.",
            ),
            models.CheckConstraint(
                name="report_period_in_order",
                condition=Q(period_from=None) | Q(period_to=None) | Q(period_to__gte=F("period_from")),
                violation_error_message="Periodens slut ligger före dess början.",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "due_on"], name="report_open", condition=Q(state__in=OPEN_REQUESTS)),
            models.Index(fields=["organisation", "state", "-due_on"], name="report_by_state"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.due_on}"

    def get_absolute_url(self):
        return reverse("report_detail", args=[self.pk])


@audited(
    plain="id request requirement offered filled hours full_time_months unfilled_reason has_documented_attempts "
    "attempts"
)
class ReportLine(models.Model):
    """What a supplier reports about one commitment. Documented attempts count when the clause says so."""

    request = models.ForeignKey(ReportRequest, models.CASCADE, related_name="lines")
    requirement = models.ForeignKey(Requirement, models.CASCADE, related_name="+")
    offered = models.PositiveSmallIntegerField("erbjudna platser", null=True, blank=True)
    filled = models.PositiveSmallIntegerField("tillsatta platser", null=True, blank=True)
    hours = models.DecimalField("timmar", max_digits=8, decimal_places=1, null=True, blank=True)
    full_time_months = models.DecimalField("heltidsmånader", max_digits=6, decimal_places=1, null=True, blank=True)
    unfilled_reason = models.CharField(
        "varför de inte tillsattes", max_length=20, choices=UnfilledReason.choices, blank=True
    )
    has_documented_attempts = models.BooleanField("dokumenterade försök finns", default=False)
    attempts = words("försök att tillsätta platserna", 2000)

    class Meta:
        verbose_name = "rapporterat åtagande"
        verbose_name_plural = "rapporterade åtaganden"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "requirement"],
                name="report_line_once",
                violation_error_message="Kravet står redan i rapporten.",
            ),
            models.CheckConstraint(
                name="report_line_filled_of_offered",
                condition=Q(filled=None) | Q(offered=None) | Q(filled__lte=F("offered")),
                violation_error_message="Fler platser är tillsatta än erbjudna.",
            ),
            models.CheckConstraint(
                name="report_line_amounts_not_negative",
                condition=(Q(hours=None) | Q(hours__gte=0)) & (Q(full_time_months=None) | Q(full_time_months__gte=0)),
                violation_error_message="Antalet kan inte vara negativt.",
            ),
            models.CheckConstraint(
                name="report_line_attempts_are_described",
                condition=Q(has_documented_attempts=False) | ~Q(attempts=""),
                violation_error_message="Beskriv de försök som gjorts.",
            ),
        ]

    def __str__(self):
        return str(self.requirement)


@audited(plain="id request placement answer starts_month extent_percent ended_month")
class PlacementLine(models.Model):
    """What a supplier says of a placement by its number. Months and extent, never who it is."""

    request = models.ForeignKey(ReportRequest, models.CASCADE, related_name="placements")
    placement = models.ForeignKey(Placement, models.CASCADE, related_name="+")
    answer = models.CharField("läge", max_length=12, choices=PlacementAnswer.choices)
    starts_month = models.DateField("började månaden", null=True, blank=True)
    extent_percent = models.PositiveSmallIntegerField("omfattning i procent", null=True, blank=True)
    ended_month = models.DateField("slutade månaden", null=True, blank=True)

    class Meta:
        verbose_name = "rapporterad placering"
        verbose_name_plural = "rapporterade placeringar"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "placement"],
                name="placement_line_once",
                violation_error_message="Placeringen står redan i rapporten.",
            ),
            models.CheckConstraint(
                name="placement_line_extent_is_per_cent",
                condition=Q(extent_percent=None) | Q(extent_percent__range=(1, 100)),
                violation_error_message="Omfattningen ska vara 1 till 100 procent.",
            ),
        ]

    def __str__(self):
        return str(self.placement)


def _evidence_path(evidence: "Evidence", name: str) -> str:
    """A name nobody chose: what the supplier called the file stands in the row."""
    return f"rapporter/{evidence.request_id}/{uuid.uuid4()}"


@audited(plain="id request line title content_type size sha256 file created_at uploaded_by token")
class Evidence(models.Model):
    """A file a supplier sends in, kept outside the web root by the rules of documents in consultations."""

    request = models.ForeignKey(ReportRequest, models.CASCADE, related_name="evidence")
    line = models.ForeignKey(ReportLine, models.SET_NULL, null=True, blank=True, related_name="evidence")
    title = models.CharField("filnamn", max_length=200, validators=[refuse_personal_number])
    content_type = models.CharField("innehållstyp", max_length=100)
    size = models.PositiveIntegerField("storlek i byte")
    sha256 = models.CharField("kontrollsumma", max_length=64)
    file = models.FileField("fil", upload_to=_evidence_path, max_length=200)
    # Empty when the supplier sent it through the link.
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("inskickad", auto_now_add=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = "underlag"
        verbose_name_plural = "underlag"
        ordering = ["pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("evidence_download", args=[self.pk])


@audited(plain="id request state comment at by is_on_behalf", personal="reporter")
class ReportEvent(models.Model):
    """One thing that happened to a report, in order: the timeline both sides see. Never changed afterwards."""

    request = models.ForeignKey(ReportRequest, models.CASCADE, related_name="timeline")
    state = models.CharField("läge", max_length=12, choices=RequestState.choices)
    comment = words("kommentar", 2000)
    at = models.DateTimeField("när")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    reporter = models.CharField(
        "leverantörens uppgiftslämnare", max_length=120, blank=True, validators=[refuse_personal_number]
    )
    is_on_behalf = models.BooleanField("införd åt leverantören", default=False)

    class Meta:
        verbose_name = "händelse med rapport"
        verbose_name_plural = "händelser med rapporter"
        ordering = ["pk"]
        triggers = [pgtrigger.ReadOnly(name="is_not_changed", exclude=["by"])]

    def __str__(self):
        return self.get_state_display()
