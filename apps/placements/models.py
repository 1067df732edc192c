"""Residents as codes, their placements, and activities that hold no person."""

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.urls import reverse

from apps.accounts.access import rows_in_scope
from apps.accounts.models import Organisation
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.placements import codes
from apps.placements.choices import ActivityKind, EndReason, PlacementKind
from apps.placements.rules import State, state
from apps.procurements.models import Contract
from apps.suppliers.models import Supplier


class ParticipantQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Participants of organisations in which the user holds the permission (only matchers hold it)."""
        return self.filter(rows_in_scope(user, perm, organisation="organisation"))


@audited(plain="id organisation created_at created_by", personal="code case_reference")
class Participant(models.Model):
    """A resident as a code, and nothing else: the same resident keeps the same code, so residents can be counted."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="participants")
    code = models.CharField("deltagarkod", max_length=7)
    case_reference = models.CharField("referens i verksamhetssystemet", max_length=40, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = "deltagare"
        verbose_name_plural = "deltagare"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "code"],
                name="participant_code_unique",
                violation_error_message="Koden används redan.",
            ),
            models.UniqueConstraint(
                fields=["organisation", "case_reference"],
                condition=~Q(case_reference=""),
                name="participant_case_reference_unique",
                violation_error_message="Referensen hör redan till en annan deltagarkod.",
            ),
            models.CheckConstraint(
                name="participant_code_shape",
                condition=Q(code__regex=r"^[0-9A-Z]{3}-[0-9A-Z]{3}$"),
                violation_error_message="Deltagarkoden ska se ut som K7M-4Q2.",
            ),
        ]

    def __str__(self):
        return self.code


class PlacementQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Placements of the organisations and departments in which the user holds the permission."""
        return self.filter(
            rows_in_scope(user, perm, organisation="organisation", department="contract__procurement__department")
        )

    def standing(self):
        """Placements that have not been undone: the only ones that count anywhere."""
        return self.filter(undone_at=None)

    def in_state(self, state: State, today: date):
        """Placements in that state on a day, as `rules.state` tells it."""
        if state == State.UNDONE:
            return self.filter(undone_at__isnull=False)
        ended = Q(ended_on__lte=today)
        if state == State.ENDED:
            return self.standing().filter(ended)
        later = Q(started_on__gt=today)
        return self.standing().exclude(ended).filter(later if state == State.COMING else ~later)

    def with_code_for(self, user):
        """Adds `shown_code`: the participant's code where the user may see it, else an empty string."""
        return self.annotate(
            shown_code=Case(
                When(self._code_scope(user), then=F("participant__code")),
                default=Value(""),
                output_field=models.CharField(),
            )
        )

    def search(self, query: str, user):
        """Placements by number ("P12"), supplier, or participant's code where the user may see codes."""
        found = Q(supplier__in=Supplier.objects.search(query))
        number = query.strip().lower().removeprefix("p")
        if number.isdecimal() and len(number) < 9:
            found |= Q(number=int(number))
        code = codes.normalise(query)
        if not codes.problem(code):
            found |= self._code_scope(user) & Q(participant__code=code)
        return self.filter(found)

    @staticmethod
    def _code_scope(user) -> Q:
        return rows_in_scope(
            user,
            "placements.view_participant",
            organisation="organisation",
            department="contract__procurement__department",
        )


@audited(
    plain="id organisation number contract supplier kind started_on planned_end_on ended_on end_reason extent_percent "
    "created_by created_at undone_at undone_by token is_demo",
    personal="participant",
)
class Placement(models.Model):
    """One resident's practice, job, apprenticeship or mentorship under a contract."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="placements")
    number = models.PositiveIntegerField("placeringsnummer")
    contract = models.ForeignKey(Contract, models.PROTECT, related_name="placements", verbose_name="avtal")
    supplier = models.ForeignKey(Supplier, models.PROTECT, related_name="placements", verbose_name="leverantör")
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="placements", verbose_name="deltagare")
    kind = models.CharField("insats", max_length=20, choices=PlacementKind.choices)
    started_on = models.DateField("startdatum")
    planned_end_on = models.DateField("planerat slut", null=True, blank=True)
    ended_on = models.DateField("slutdatum", null=True, blank=True)
    end_reason = models.CharField("hur slutade den", max_length=30, choices=EndReason.choices, blank=True)
    extent_percent = models.PositiveSmallIntegerField("omfattning i procent", default=100)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("loggad", auto_now_add=True)
    undone_at = models.DateTimeField("ångrad", null=True, blank=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)
    is_demo = models.BooleanField("exempeldata", default=False)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = "placering"
        verbose_name_plural = "placeringar"
        ordering = ["-started_on", "-pk"]
        indexes = [
            models.Index(fields=["organisation", "-started_on", "-id"], name="placement_newest_first"),
            models.Index(fields=["participant", "started_on"], name="placement_of_participant"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "number"],
                name="placement_number_unique",
                violation_error_message="Placeringsnumret är upptaget.",
            ),
            models.UniqueConstraint(
                fields=["participant", "contract", "started_on"],
                condition=Q(undone_at=None),
                name="placement_once_per_start",
                violation_error_message="Deltagaren har redan en placering på avtalet med samma startdatum.",
            ),
            models.CheckConstraint(
                name="placement_extent_1_to_100",
                condition=Q(extent_percent__range=(1, 100)),
                violation_error_message="Omfattningen ska vara mellan 1 och 100 procent.",
            ),
            models.CheckConstraint(
                name="placement_ends_after_start",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")),
                violation_error_message="Placeringens slutdatum ligger före startdatumet.",
            ),
            models.CheckConstraint(
                name="placement_planned_end_after_start",
                condition=Q(planned_end_on=None) | Q(planned_end_on__gte=F("started_on")),
                violation_error_message="Det planerade slutet ligger före startdatumet.",
            ),
            models.CheckConstraint(
                name="placement_end_date_and_reason",
                condition=Q(ended_on=None, end_reason="") | (Q(ended_on__isnull=False) & ~Q(end_reason="")),
                violation_error_message="Ange både slutdatum och hur placeringen slutade.",
            ),
            models.CheckConstraint(
                name="placement_undone_at_and_by",
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False, undone_by__isnull=False),
                violation_error_message="En ångrad placering ska ha både tid och person.",
            ),
        ]

    def __str__(self):
        return f"P{self.number}"

    def state_on(self, today: date) -> State:
        """Coming, running, ended or undone."""
        return state(
            started_on=self.started_on, ended_on=self.ended_on, is_undone=self.undone_at is not None, today=today
        )

    def get_absolute_url(self):
        return reverse("placement_detail", args=[self.pk])


class ActivityQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Activities of organisations in which the user holds the permission."""
        return self.filter(rows_in_scope(user, perm, organisation="organisation"))

    def search(self, query: str):
        """Activities whose topic or supplier holds the words."""
        return self.filter(Q(topic__icontains=query.strip()) | Q(supplier__in=Supplier.objects.search(query)))


@audited(
    plain="id organisation contract supplier kind held_on topic participant_count created_by created_at token is_demo"
)
class Activity(models.Model):
    """A study visit or lecture: a group, no person. Reported beside the target, never counted in it."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="activities")
    contract = models.ForeignKey(
        Contract, models.PROTECT, null=True, blank=True, related_name="activities", verbose_name="avtal"
    )
    supplier = models.ForeignKey(Supplier, models.PROTECT, related_name="activities", verbose_name="leverantör")
    kind = models.CharField("aktivitet", max_length=20, choices=ActivityKind.choices)
    held_on = models.DateField("datum")
    topic = models.CharField("ämne", max_length=200, validators=[refuse_personal_number])
    participant_count = models.PositiveIntegerField("antal deltagare", null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)
    is_demo = models.BooleanField("exempeldata", default=False)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = "aktivitet"
        verbose_name_plural = "aktiviteter"
        ordering = ["-held_on", "-pk"]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.topic}"
