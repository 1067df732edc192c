"""Delivery that the authority has accepted on paper, beside what placements show."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.accounts.access import rows_in_scope
from apps.accounts.models import Organisation
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.placements.choices import CreditKind
from apps.procurements.models import Contract, Requirement


class CreditQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Credits on contracts in whose procurement the user holds the permission."""
        return self.filter(
            rows_in_scope(user, perm, organisation="organisation", department="contract__procurement__department")
        )

    def standing(self):
        """Those that have not been taken back."""
        return self.filter(withdrawn_at=None)


@audited(
    plain="id organisation contract requirement kind amount source source_key granted_on granted_by withdrawn_at "
    "withdrawn_by withdrawn_reason created_at"
)
class Credit(models.Model):
    """An amount in the requirement's unit that counts as delivered from `granted_on`.

    It is for what nobody logs placement by placement, and for documented attempts when the requirement says that they
    count. No resident stands behind it, so figures of residents never hold it.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    contract = models.ForeignKey(Contract, models.CASCADE, related_name="credits")
    requirement = models.ForeignKey(Requirement, models.CASCADE, related_name="credits", verbose_name="krav")
    kind = models.CharField("slag", max_length=10, choices=CreditKind.choices)
    amount = models.DecimalField("antal", max_digits=9, decimal_places=2)
    # For people, such as "rapport 2026-06-30", and for the program, such as "report:12:line:3".
    source = models.CharField("kommer av", max_length=200, validators=[refuse_personal_number])
    source_key = models.CharField("källans märke", max_length=80)
    granted_on = models.DateField("godtaget")
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField("återtaget", null=True, blank=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    withdrawn_reason = models.TextField(
        "varför det återtogs", blank=True, max_length=500, validators=[refuse_personal_number]
    )
    created_at = models.DateTimeField("skapat", auto_now_add=True)

    objects = CreditQuerySet.as_manager()

    class Meta:
        verbose_name = "godtagen leverans"
        verbose_name_plural = "godtagna leveranser"
        ordering = ["granted_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source_key"],
                condition=Q(withdrawn_at=None),
                name="credit_once",
                violation_error_message="Leveransen är redan godtagen. Ta tillbaka den först om antalet ska ändras.",
            ),
            models.CheckConstraint(
                name="credit_amount_is_positive",
                condition=Q(amount__gt=0),
                violation_error_message="Ange hur mycket som godtas, mer än 0.",
            ),
            models.CheckConstraint(
                name="credit_withdrawn_is_whole",
                condition=Q(withdrawn_at=None, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                violation_error_message="Ange varför den godtagna leveransen tas tillbaka.",
            ),
        ]

    def __str__(self):
        return self.source
