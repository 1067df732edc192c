"""One resident's way at a supplier: from a proposal to the end, with the pauses in between."""

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce

from apps.accounts.access import rows_in_scope
from apps.accounts.models import Organisation
from apps.core.addresses import address
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.placements.choices import (
    LEFT_STATES,
    WAITING_STATES,
    WORKED_STATES,
    EndReason,
    PlacementKind,
    PlacementState,
    ReferringBody,
)
from apps.placements.models.offer import PlaceOffer
from apps.placements.models.participant import Participant
from apps.procurements.models import Contract
from apps.suppliers.models import Supplier

# Shown instead of the state of a placement that was taken back within ten minutes.
UNDONE = "ångrad"


class PlacementQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Placements of the organisations and departments in which the user holds the permission."""
        return self.filter(
            rows_in_scope(user, perm, organisation="organisation", department="contract__procurement__department")
        )

    def standing(self):
        """Placements that have not been undone: the only ones that count anywhere."""
        return self.filter(undone_at=None)

    def in_state(self, state: str):
        """Placements in that state; `UNDONE` gives those that were taken back."""
        if state == UNDONE:
            return self.filter(undone_at__isnull=False)
        return self.standing().filter(state=state)

    def started(self):
        """Placements that have begun, ended or not: the only ones that are results."""
        return self.standing().filter(state__in=WORKED_STATES)

    def with_code_for(self, user):
        """Adds `shown_code`: the participant's code where the user may see it, else an empty string."""
        return self.annotate(
            shown_code=Case(
                When(self._code_scope(user) & Q(participant__code__isnull=False), then=F("participant__code")),
                default=Value(""),
                output_field=models.CharField(),
            )
        )

    def with_change_by(self, user):
        """Adds `may_change`: whether the user may move and correct the placement."""
        mine = rows_in_scope(
            user,
            "placements.change_placement",
            organisation="organisation",
            department="contract__procurement__department",
        )
        return self.annotate(may_change=Case(When(mine, then=Value(True)), default=Value(False)))

    def search(self, query: str):
        """Placements by number ("P12") or supplier. Never by code: what is searched for stands in the address and in
        the logs of every server on the way. A code is looked up by a form of the participants' page.
        """
        found = Q(supplier__in=Supplier.objects.search(query))
        number = query.strip().lower().removeprefix("p")
        if number.isdecimal() and len(number) < 9:
            found |= Q(number=int(number))
        return self.filter(found)

    @staticmethod
    def _code_scope(user) -> Q:
        """Rows whose code the user may see: a protected participant's is its own matcher's only."""
        scope = rows_in_scope(
            user,
            "placements.view_participant",
            organisation="organisation",
            department="contract__procurement__department",
        )
        return scope & (Q(participant__is_protected=False) | Q(participant__matcher=user.pk))


@audited(
    plain="id organisation number contract offer supplier kind state referring_body supervisor_role planned_start_on "
    "started_on planned_end_on ended_on exited_on end_reason extent_percent "
    "created_by created_at undone_at undone_by token is_demo",
    personal="participant",
)
class Placement(models.Model):
    """One resident's practice, job, apprenticeship or mentorship, under a contract or at an offered place.

    `started_on` is empty until the first day at work, so that nothing can be counted before it (DOMAIN 4).
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="placements")
    number = models.PositiveIntegerField("placeringsnummer")
    contract = models.ForeignKey(
        Contract,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="placements",
        verbose_name="avtal",
        db_index=False,
    )
    offer = models.ForeignKey(
        PlaceOffer, models.PROTECT, null=True, blank=True, related_name="placements", verbose_name="plats"
    )
    supplier = models.ForeignKey(Supplier, models.PROTECT, related_name="placements", verbose_name="leverantör")
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="placements", verbose_name="deltagare")
    kind = models.CharField("insats", max_length=20, choices=PlacementKind.choices)
    state = models.CharField("läge", max_length=30, choices=PlacementState.choices, default=PlacementState.STARTED)
    referring_body = models.CharField("anvisas av", max_length=30, choices=ReferringBody.choices, blank=True)
    supervisor_role = models.CharField(
        "handledarens roll", max_length=80, blank=True, validators=[refuse_personal_number]
    )
    planned_start_on = models.DateField("planerad start", null=True, blank=True)
    started_on = models.DateField("startdatum", null=True, blank=True)
    starts_on = models.GeneratedField(
        expression=Coalesce("started_on", "planned_start_on"),
        output_field=models.DateField("start", null=True),
        db_persist=True,
    )
    planned_end_on = models.DateField("planerat slut", null=True, blank=True)
    ended_on = models.DateField("slutdatum", null=True, blank=True)
    exited_on = models.DateField("avbröts före start", null=True, blank=True)
    end_reason = models.CharField("hur slutade den", max_length=30, choices=EndReason.choices, blank=True)
    # Empty for a mentorship, which has no working time.
    extent_percent = models.PositiveSmallIntegerField("omfattning i procent", null=True, blank=True, default=100)
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
        ordering = ["-starts_on", "-pk"]
        indexes = [
            # As the list sorts: an index with the empty starts first would not be used for it.
            models.Index(
                F("organisation"), F("starts_on").desc(nulls_last=True), F("id").desc(), name="placement_latest_start"
            ),
            models.Index(fields=["organisation", "-started_on", "-id"], name="placement_newest_first"),
            models.Index(fields=["participant", "started_on"], name="placement_of_participant"),
            # All that a year's sums need, so that the dashboard reads the index alone.
            models.Index(
                fields=["organisation", "starts_on"],
                include=["id", "started_on", "ended_on", "participant", "kind", "state", "contract"],
                condition=Q(undone_at=None),
                name="placement_of_years",
            ),
            # What goes on after a day, without reading all that has ended.
            models.Index(
                fields=["organisation", "ended_on"],
                include=["id", "started_on", "participant", "kind", "contract"],
                condition=Q(undone_at=None),
                name="placement_of_ends",
            ),
            # What a contract has given, without reading the placements themselves. It is the foreign key's index too.
            models.Index(
                fields=["contract", "kind"],
                include=["participant", "started_on", "state", "undone_at", "organisation"],
                name="placement_of_contract",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "number"],
                name="placement_number_unique",
                violation_error_message="Placeringsnumret är upptaget.",
            ),
            models.UniqueConstraint(
                F("participant"),
                Coalesce("contract", 0),
                F("supplier"),
                Coalesce("started_on", "planned_start_on"),
                condition=Q(undone_at=None) & ~Q(state__in=LEFT_STATES),
                name="placement_once_per_start",
                violation_error_message="Deltagaren har redan en placering på avtalet med samma startdatum.",
            ),
            models.CheckConstraint(
                name="placement_has_a_place",
                condition=Q(contract__isnull=False) | Q(offer__isnull=False),
                violation_error_message="En placering ska ha ett avtal eller en erbjuden plats.",
            ),
            models.CheckConstraint(
                name="placement_state_and_dates",
                condition=Q(state__in=WAITING_STATES, started_on=None, ended_on=None, exited_on=None)
                | Q(state=PlacementState.STARTED, started_on__isnull=False, ended_on=None, exited_on=None)
                | Q(state=PlacementState.ENDED, started_on__isnull=False, ended_on__isnull=False, exited_on=None)
                | Q(state__in=LEFT_STATES, started_on=None, ended_on=None, exited_on__isnull=False),
                violation_error_message="Placeringens läge och datum stämmer inte med varandra.",
            ),
            models.CheckConstraint(
                name="placement_extent_1_to_100",
                condition=Q(extent_percent=None) | Q(extent_percent__range=(1, 100)),
                violation_error_message="Omfattningen ska vara mellan 1 och 100 procent.",
            ),
            models.CheckConstraint(
                name="placement_ends_after_start",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")),
                violation_error_message="Placeringens slutdatum ligger före startdatumet.",
            ),
            models.CheckConstraint(
                name="placement_planned_end_after_start",
                condition=Q(planned_end_on=None)
                | Q(started_on=None, planned_start_on=None)
                | Q(planned_end_on__gte=Coalesce("started_on", "planned_start_on")),
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

    def get_absolute_url(self):
        return address("placement_detail", self.pk)

    def validate_constraints(self, exclude=None):
        """Without any day there is no start to be unique, and PostgreSQL cannot tell the type of two that are empty."""
        unknown = set() if self.first_day else {"planned_start_on"}
        super().validate_constraints(exclude=unknown.union(exclude or ()))

    @property
    def first_day(self) -> date | None:
        """The day it began or is to begin. `starts_on` is the same, but only as last read from the database."""
        return self.started_on or self.planned_start_on

    @property
    def state_text(self) -> str:
        """The state in words; one that was undone says only that."""
        return UNDONE if self.undone_at else self.get_state_display()


class PauseQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Pauses of placements in which the user holds the permission."""
        return self.filter(placement__in=Placement.objects.visible_to(user, perm))


@audited(plain="id placement from_on to_on created_by created_at token is_demo")
class Pause(models.Model):
    """Days on which a placement rested; they give no full-time months. Why is never noted."""

    placement = models.ForeignKey(Placement, models.CASCADE, related_name="pauses")
    from_on = models.DateField("första dag")
    to_on = models.DateField("sista dag", null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)
    is_demo = models.BooleanField("exempeldata", default=False)

    objects = PauseQuerySet.as_manager()

    class Meta:
        verbose_name = "avbrott"
        verbose_name_plural = "avbrott"
        ordering = ["from_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="pause_ends_after_start",
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
                violation_error_message="Avbrottets sista dag ligger före den första.",
            ),
            models.UniqueConstraint(
                fields=["placement"],
                condition=Q(to_on=None),
                name="pause_open_once",
                violation_error_message="Placeringen har redan ett avbrott som pågår.",
            ),
        ]

    def __str__(self):
        return f"avbrott från {self.from_on}"
