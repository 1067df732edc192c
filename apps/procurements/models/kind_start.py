"""From which day an organisation asks for a kind of effort in its procurements."""

from django.conf import settings
from django.db import models

from apps.accounts.access import InOrganisation
from apps.accounts.models import Organisation
from apps.core.audit import audited
from apps.procurements.choices import RequirementKind


@audited(plain="id organisation kind starts_on changed_by created_at updated_at")
class RequirementKindStart(models.Model):
    """The first day of a kind in an organisation; a kind without a row may be asked for at any time."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="requirement_kind_starts")
    kind = models.CharField("insats", max_length=20, choices=RequirementKind.choices)
    starts_on = models.DateField("första dag")
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "insatsens första dag"
        verbose_name_plural = "insatsernas första dagar"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind"],
                name="requirement_kind_starts_once",
                violation_error_message="Insatsen har redan en första dag. Ladda om sidan och ändra den.",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} från {self.starts_on}"
