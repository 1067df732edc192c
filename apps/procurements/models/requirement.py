"""What a supplier is to do for residents."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from apps.accounts.access import rows_in_scope
from apps.core.audit import audited
from apps.core.lookups import is_among
from apps.core.personal_numbers import refuse_personal_number
from apps.procurements.choices import (
    COUNTED_MODELS,
    KINDLESS_MODELS,
    FollowUpBy,
    PenaltyUnit,
    QuantityBasis,
    RequirementKind,
    RequirementModel,
    RequirementUnit,
    requirement_text,
)
from apps.procurements.models.contract import Contract
from apps.procurements.models.procurement import VIEW, Procurement
from apps.procurements.models.rules import Clause


class RequirementQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Requirements of procurements and contracts in which the user holds the permission."""
        scope = rows_in_scope(
            user, perm, organisation="procurement__organisation", department="procurement__department"
        )
        if perm == VIEW:
            scope |= is_among("procurement", Procurement.objects.joint_to(user).values("pk"))
        return self.filter(scope)


@audited(
    plain="id procurement contract source kind model unit count quantity_basis rate starts_on ends_on due_on "
    "first_start_within_months report_on follow_up_by rectification_days penalty_amount penalty_unit penalty_cap "
    "blocks_call_offs allows_termination bonus_rate bonus_ceiling reserved_share geographic_restriction "
    "counts_attempts clause clause_text late_motive note created_by created_at updated_at token",
    is_bulk=True,
)
class Requirement(models.Model):
    """A social requirement: what the supplier is to do for residents, and by when.

    Without `contract` it stands in the procurement documents; signing copies it to the contract, whose `source` it is.
    """

    procurement = models.ForeignKey(
        Procurement, models.CASCADE, related_name="requirements", verbose_name="upphandling"
    )
    contract = models.ForeignKey(
        Contract, models.CASCADE, null=True, blank=True, related_name="requirements", verbose_name="avtal"
    )
    source = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="copies", editable=False)
    kind = models.CharField("insats", max_length=20, choices=RequirementKind.choices, blank=True)
    model = models.CharField("kravmodell", max_length=12, choices=RequirementModel.choices)
    unit = models.CharField("enhet", max_length=12, choices=RequirementUnit.choices, default=RequirementUnit.PLACES)
    count = models.PositiveIntegerField("antal", null=True, blank=True)
    quantity_basis = models.CharField("så sattes antalet", max_length=20, choices=QuantityBasis.choices, blank=True)
    rate = models.DecimalField("tal som antalet räknades med", max_digits=9, decimal_places=3, null=True, blank=True)
    starts_on = models.DateField("åtagandet börjar", null=True, blank=True)
    ends_on = models.DateField("åtagandet slutar", null=True, blank=True)
    due_on = models.DateField("senast", null=True, blank=True)
    first_start_within_months = models.PositiveSmallIntegerField(
        "första ska ha börjat eller erbjudits inom månader", null=True, blank=True
    )
    report_on = ArrayField(models.DateField(), verbose_name="rapportdagar", default=list, blank=True)
    follow_up_by = models.CharField("följs upp av", max_length=16, choices=FollowUpBy.choices, blank=True)
    rectification_days = models.PositiveSmallIntegerField("tid för rättelse i dagar", null=True, blank=True)
    penalty_amount = models.DecimalField("vite, kronor", max_digits=12, decimal_places=2, null=True, blank=True)
    penalty_unit = models.CharField("vite per", max_length=8, choices=PenaltyUnit.choices, blank=True)
    penalty_cap = models.DecimalField("högsta vite, kronor", max_digits=12, decimal_places=2, null=True, blank=True)
    blocks_call_offs = models.BooleanField("kan spärra från avrop", default=False)
    allows_termination = models.BooleanField("kan leda till hävning", default=False)
    bonus_rate = models.DecimalField("bonus per enhet, kronor", max_digits=12, decimal_places=2, null=True, blank=True)
    bonus_ceiling = models.DecimalField("högsta bonus, kronor", max_digits=12, decimal_places=2, null=True, blank=True)
    reserved_share = models.PositiveSmallIntegerField("reserverad andel, procent", null=True, blank=True)
    geographic_restriction = models.CharField(
        "geografisk begränsning", max_length=300, blank=True, validators=[refuse_personal_number]
    )
    # Whether the clause lets documented attempts to fill a place stand for a filled one.
    counts_attempts = models.BooleanField("dokumenterade försök räknas som uppfyllelse", default=False)
    clause = models.ForeignKey(
        Clause, models.PROTECT, null=True, blank=True, related_name="requirements", verbose_name="klausul"
    )
    clause_text = models.TextField("klausulens text", blank=True, max_length=8000, validators=[refuse_personal_number])
    late_motive = models.TextField(
        "motiv till krav efter avtalstecknandet", blank=True, max_length=1000, validators=[refuse_personal_number]
    )
    note = models.TextField("anteckning", blank=True, max_length=1000, validators=[refuse_personal_number])
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapat", auto_now_add=True)
    updated_at = models.DateTimeField("ändrat", auto_now=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    objects = RequirementQuerySet.as_manager()

    class Meta:
        verbose_name = "krav"
        verbose_name_plural = "krav"
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="requirement_numeric_has_count",
                condition=~Q(model__in=COUNTED_MODELS) | Q(count__isnull=False, count__gte=1),
                violation_error_message="Ange hur många kravet gäller, minst 1.",
            ),
            models.CheckConstraint(
                name="requirement_has_kind",
                condition=Q(model__in=KINDLESS_MODELS) | ~Q(kind=""),
                violation_error_message="Välj vilken insats kravet gäller.",
            ),
            models.CheckConstraint(
                name="requirement_penalty_is_whole",
                condition=Q(penalty_amount=None, penalty_unit="", penalty_cap=None)
                | (
                    Q(penalty_amount__isnull=False, penalty_amount__gt=0)
                    & ~Q(penalty_unit="")
                    & (Q(penalty_cap=None) | Q(penalty_cap__gt=0))
                ),
                violation_error_message="Ett vite ska ha ett belopp och vad det räknas per.",
            ),
            models.CheckConstraint(
                name="requirement_bonus_is_whole",
                condition=Q(bonus_rate=None, bonus_ceiling=None)
                | (
                    Q(bonus_rate__isnull=False, bonus_rate__gt=0)
                    & (Q(bonus_ceiling=None) | Q(bonus_ceiling__gte=F("bonus_rate")))
                ),
                violation_error_message="En bonus ska ha ett belopp per enhet, och taket ska vara minst lika stort.",
            ),
            models.CheckConstraint(
                name="requirement_reserved_share_30_to_100",
                condition=Q(reserved_share=None) | Q(reserved_share__range=(30, 100)),
                violation_error_message="Andelen i en reserverad upphandling ska vara minst 30 procent (LOU 4:18).",
            ),
            models.CheckConstraint(
                name="requirement_ends_after_start",
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message="Åtagandets slut ligger före dess början.",
            ),
            models.UniqueConstraint(
                fields=["contract", "kind", "model"],
                name="requirement_once_per_kind",
                violation_error_message="Avtalet har redan ett sådant krav. Ändra det i stället.",
            ),
            models.UniqueConstraint(
                fields=["procurement", "kind", "model"],
                condition=Q(contract=None),
                name="requirement_once_per_procurement",
                violation_error_message="Upphandlingen har redan ett sådant krav. Ändra det i stället.",
            ),
        ]

    def save(self, *args, **kwargs):
        if self.contract_id and not self.procurement_id:
            self.procurement_id = self.contract.procurement_id
        super().save(*args, **kwargs)

    def __str__(self):
        return requirement_text(self.kind, self.count, self.model, self.unit)

    def get_absolute_url(self):
        return (self.contract or self.procurement).get_absolute_url()
