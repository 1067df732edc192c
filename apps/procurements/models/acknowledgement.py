"""Who has said that they have read a version of the guideline."""

from django.conf import settings
from django.db import models

from apps.accounts.access import InOrganisation
from apps.accounts.choices import Role
from apps.accounts.models import Organisation
from apps.core.audit import audited
from apps.procurements.models.rules import GuidelineVersion


@audited(plain="id organisation guideline user role acknowledged_at")
class GuidelineAcknowledgement(models.Model):
    """A person has read a version; once, whichever roles the person has. `role` is the one that was asked."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    guideline = models.ForeignKey(GuidelineVersion, models.CASCADE, related_name="acknowledgements")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="person")
    role = models.CharField("roll", max_length=20, choices=Role.choices)
    acknowledged_at = models.DateTimeField("läst", auto_now_add=True)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "läst riktlinje"
        verbose_name_plural = "lästa riktlinjer"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["guideline", "user"],
                name="guideline_acknowledged_once",
                violation_error_message="Du har redan bekräftat att du har läst versionen.",
            )
        ]

    def __str__(self):
        return f"{self.guideline}: {self.user}"
