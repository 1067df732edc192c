"""Roles and kinds of organisations."""

from django.db.models import TextChoices


class Role(TextChoices):
    OFFICER = "officer", "upphandlare"
    COORDINATOR = "coordinator", "CSR-samordnare"
    DEPARTMENT = "department", "beställande förvaltning"
    MATCHER = "matcher", "matchare"
    UNION = "union", "facklig representant"
    POLITICIAN = "politician", "politiker"
    ADMINISTRATOR = "administrator", "administratör"


class OrganisationKind(TextChoices):
    MUNICIPALITY = "municipality", "kommun"
    COMPANY = "company", "kommunalt bolag"
