"""A resident as a code, what a matcher may add when the organisation has decided it, and codes that became one."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from apps.accounts.access import InOrganisation, rows_in_scope
from apps.accounts.models import Organisation
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.placements.choices import PlacementKind


def default_follow_ups() -> list[int]:
    """Months after the end at which a resident is asked (DOMAIN 4)."""
    return [3, 6, 12]


@audited(plain="organisation follow_up_months uses_target_groups decided_by_body decided_on reference updated_at")
class MatchingSettings(models.Model):
    """How an organisation works with residents. Target groups are off until a decision is named."""

    organisation = models.OneToOneField(
        Organisation, models.CASCADE, primary_key=True, related_name="matching_settings"
    )
    follow_up_months = ArrayField(
        models.PositiveSmallIntegerField(), verbose_name="uppföljning efter månader", default=default_follow_ups
    )
    uses_target_groups = models.BooleanField("målgrupp får anges", default=False)
    decided_by_body = models.CharField("beslutat av", max_length=120, blank=True, validators=[refuse_personal_number])
    decided_on = models.DateField("beslutsdatum", null=True, blank=True)
    reference = models.CharField(
        "beslutets beteckning", max_length=120, blank=True, validators=[refuse_personal_number]
    )
    updated_at = models.DateTimeField("ändrad", auto_now=True)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "inställningar för matchning"
        verbose_name_plural = "inställningar för matchning"
        constraints = [
            models.CheckConstraint(
                name="matching_follows_up_after_three_months",
                condition=Q(follow_up_months__contains=[3]),
                violation_error_message="Uppföljning efter 3 månader ska alltid göras.",
            ),
            models.CheckConstraint(
                name="matching_target_groups_are_decided",
                condition=Q(uses_target_groups=False)
                | (~Q(decided_by_body="") & ~Q(reference="") & Q(decided_on__isnull=False)),
                violation_error_message="Ange vem som beslutat att målgrupp får anges, när, och beslutets beteckning.",
            ),
        ]

    def __str__(self):
        return f"{self.organisation}: matchning"


@audited(plain="id organisation name is_in_use created_at")
class TargetGroup(models.Model):
    """A group that the organisation's council has decided to reach. Never health, language or union membership."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="target_groups")
    name = models.CharField("målgrupp", max_length=80, validators=[refuse_personal_number])
    is_in_use = models.BooleanField("används", default=True)
    created_at = models.DateTimeField("skapad", auto_now_add=True)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "målgrupp"
        verbose_name_plural = "målgrupper"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="target_group_unique",
                violation_error_message="Målgruppen finns redan.",
            )
        ]

    def __str__(self):
        return self.name


class ParticipantQuerySet(InOrganisation):
    def with_code_shown_to(self, user):
        """Participants whose code the user may see: a protected one is its own matcher's only (issue of secrecy)."""
        scope = rows_in_scope(user, "placements.view_participant", organisation="organisation")
        return self.filter(scope, Q(is_protected=False) | Q(matcher=user.pk), code__isnull=False, merged_into=None)


@audited(
    plain="id organisation created_at created_by matcher is_protected purged_on token is_demo",
    personal="code case_reference target_group merged_into",
)
class Participant(models.Model):
    """A resident as a code, and nothing else: the same resident keeps the same code, so residents can be counted.

    When a retention rule has purged the code, the row stays as an anonymous counter. A merged one points at the
    participant it turned out to be.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="participants")
    code = models.CharField("deltagarkod", max_length=7, null=True, blank=True)
    case_reference = models.CharField("referens i verksamhetssystemet", max_length=40, blank=True)
    matcher = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="matchare"
    )
    is_protected = models.BooleanField("skyddade uppgifter", default=False)
    target_group = models.ForeignKey(
        TargetGroup, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="målgrupp"
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", editable=False
    )
    purged_on = models.DateField("gallrad", null=True, blank=True, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    # Only a participant made on a page of its own has one.
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)
    is_demo = models.BooleanField("exempeldata", default=False)

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
                condition=Q(code=None) | Q(code__regex=r"^[0-9A-Z]{3}-[0-9A-Z]{3}$"),
                violation_error_message="Deltagarkoden ska se ut som K7M-4Q2.",
            ),
            models.CheckConstraint(
                name="participant_without_code_is_purged",
                condition=Q(code__isnull=False, purged_on=None)
                | Q(code=None, case_reference="", target_group=None, purged_on__isnull=False),
                violation_error_message="En gallrad deltagare har varken kod, referens eller målgrupp.",
            ),
            models.CheckConstraint(
                name="participant_not_merged_into_itself",
                condition=Q(merged_into=None) | ~Q(merged_into=F("id")),
                violation_error_message="En deltagarkod kan inte slås ihop med sig själv.",
            ),
            models.CheckConstraint(
                name="participant_protected_has_matcher",
                condition=Q(is_protected=False) | Q(matcher__isnull=False) | Q(code=None),
                violation_error_message="En deltagare med skyddade uppgifter ska ha en matchare.",
            ),
        ]

    def __str__(self):
        return self.code or "gallrad deltagare"

    def get_absolute_url(self):
        return reverse("participant_detail", args=[self.pk])


class OfParticipant(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Rows of participants whose code the user may see, where the user holds the permission."""
        seen = Participant.objects.with_code_shown_to(user).visible_to(user, perm)
        return self.filter(participant__in=seen)


@audited(
    plain="id organisation kept merged made_by made_at undone_by undone_at",
    personal="placement_ids consent_ids waiting_ids case_reference",
)
class ParticipantMerge(models.Model):
    """Two codes that turned out to be one resident, and what moved, so that it can be undone."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    kept = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    merged = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    placement_ids = ArrayField(models.BigIntegerField(), default=list)
    consent_ids = ArrayField(models.BigIntegerField(), default=list)
    waiting_ids = ArrayField(models.BigIntegerField(), default=list)
    case_reference = models.CharField("referens som följde med", max_length=40, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField("sammanslagen", auto_now_add=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField("ångrad", null=True, blank=True)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "sammanslagning"
        verbose_name_plural = "sammanslagningar"
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["merged"],
                condition=Q(undone_at=None),
                name="merge_once",
                violation_error_message="Koden är redan sammanslagen med en annan.",
            ),
            models.CheckConstraint(
                name="merge_undone_at_and_by",
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False, undone_by__isnull=False),
                violation_error_message="En ångrad sammanslagning ska ha både tid och person.",
            ),
        ]

    def __str__(self):
        return f"sammanslagning {self.pk}"


@audited(plain="id since kinds ended_on created_by created_at token is_demo", personal="participant")
class Waiting(models.Model):
    """That a participant waits for a place: since when, and for which kinds (none named means any)."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="waitings")
    since = models.DateField("väntar sedan")
    kinds = ArrayField(
        models.CharField(max_length=20, choices=PlacementKind.choices),
        verbose_name="insatser som passar",
        default=list,
        blank=True,
    )
    ended_on = models.DateField("slutade vänta", null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)
    is_demo = models.BooleanField("exempeldata", default=False)

    objects = OfParticipant.as_manager()

    class Meta:
        verbose_name = "väntande deltagare"
        verbose_name_plural = "väntande deltagare"
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant"],
                condition=Q(ended_on=None),
                name="waiting_once",
                violation_error_message="Deltagaren står redan som väntande.",
            ),
            models.CheckConstraint(
                name="waiting_ends_after_start",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("since")),
                violation_error_message="Väntan kan inte sluta före den dag den började.",
            ),
        ]

    def __str__(self):
        return f"väntar sedan {self.since}"
