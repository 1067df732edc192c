"""The unions an authority consults, and who speaks for them. Who is a member is stored nowhere (SoLPuL 7 a §)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from apps.accounts.access import InOrganisation, rows_in_scope
from apps.accounts.models import Department, Organisation
from apps.core.audit import audited
from apps.core.fields import swedish_sort_key
from apps.core.personal_numbers import refuse_personal_number
from apps.mbl.choices import UnionLevel


class UnionQuerySet(InOrganisation):
    def bound_to(self, department: Department):
        """The active local unions to consult for a department, also those without collective agreement (13 §)."""
        own = Q(departments=department) | Q(departments=None)
        local = self.filter(organisation=department.organisation_id, is_active=True, level=UnionLevel.LOCAL)
        return local.filter(own).distinct()


@audited(plain="id organisation name level central has_collective_agreement is_active created_at updated_at token")
class Union(models.Model):
    """A union organisation. Without `departments` it is bound for all of the organisation's departments."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="unions")
    name = models.CharField("namn", max_length=120, validators=[refuse_personal_number])
    level = models.CharField("nivå", max_length=10, choices=UnionLevel.choices, default=UnionLevel.LOCAL)
    central = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="locals", verbose_name="central organisation"
    )
    has_collective_agreement = models.BooleanField("har kollektivavtal med oss", default=True)
    departments = models.ManyToManyField(
        Department, through="UnionDepartment", related_name="unions", blank=True, verbose_name="förvaltningar"
    )
    is_active = models.BooleanField("aktiv", default=True)
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)
    sort_key = swedish_sort_key("name")

    objects = UnionQuerySet.as_manager()

    class Meta:
        verbose_name = "facklig organisation"
        verbose_name_plural = "fackliga organisationer"
        ordering = ["sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="union_name_unique",
                violation_error_message="Organisationen finns redan i listan.",
            ),
            models.CheckConstraint(
                name="union_central_has_no_central",
                condition=Q(level=UnionLevel.LOCAL) | Q(central=None),
                violation_error_message="En central organisation hör inte till någon annan.",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("union_list")


@audited(plain="id union department")
class UnionDepartment(models.Model):
    """A department for which a union is bound."""

    union = models.ForeignKey(Union, models.CASCADE, related_name="bindings")
    department = models.ForeignKey(Department, models.CASCADE, related_name="union_bindings")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["union", "department"],
                name="union_department_once",
                violation_error_message="Förvaltningen är redan vald.",
            )
        ]

    def __str__(self):
        return f"{self.union} {self.department}"


class UnionRepresentativeQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Representatives of unions in organisations in which the user holds the permission."""
        return self.filter(rows_in_scope(user, perm, organisation="union__organisation"))


@audited(plain="id union role user is_active created_at updated_at token", personal="email name")
class UnionRepresentative(models.Model):
    """Who speaks for a union: a role with an address, the name only when wanted (fact 57)."""

    union = models.ForeignKey(Union, models.CASCADE, related_name="representatives", verbose_name="organisation")
    role = models.CharField("uppdrag", max_length=80, validators=[refuse_personal_number])
    email = models.EmailField("e-postadress")
    name = models.CharField("namn", max_length=120, blank=True, validators=[refuse_personal_number])
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="konto"
    )
    is_active = models.BooleanField("aktiv", default=True)
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    objects = UnionRepresentativeQuerySet.as_manager()

    class Meta:
        verbose_name = "facklig företrädare"
        verbose_name_plural = "fackliga företrädare"
        ordering = ["union", "role", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["union", "email", "role"],
                name="union_representative_once",
                violation_error_message="Företrädaren finns redan i listan.",
            )
        ]

    def __str__(self):
        return f"{self.role}, {self.union}"
