"""Cooperation agreements as data, their groups and meetings, weeks without negotiation, and the plan's numbers."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from apps.accounts.access import InOrganisation
from apps.accounts.models import Department, Organisation
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.mbl.choices import Paragraph
from apps.mbl.models.union import Union


class CooperationAgreementQuerySet(InOrganisation):
    def in_force(self, organisation: Organisation, on: date):
        """The organisation's agreements that hold on the day."""
        still = Q(valid_to=None) | Q(valid_to__gte=on)
        return self.filter(still, organisation=organisation, valid_from__lte=on)


@audited(
    plain="id organisation name paragraphs central_request_days valid_from valid_to reference note created_at "
    "updated_at token"
)
class CooperationAgreement(models.Model):
    """A collective agreement that replaces paragraphs of MBL for some unions and departments (none named = all)."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="cooperation_agreements")
    name = models.CharField("benämning", max_length=200, validators=[refuse_personal_number])
    paragraphs = ArrayField(models.CharField(max_length=2, choices=Paragraph.choices), verbose_name="ersätter")
    unions = models.ManyToManyField(
        Union, through="AgreementUnion", related_name="agreements", blank=True, verbose_name="fackliga organisationer"
    )
    departments = models.ManyToManyField(
        Department,
        through="AgreementDepartment",
        related_name="cooperation_agreements",
        blank=True,
        verbose_name="förvaltningar",
    )
    central_request_days = models.PositiveSmallIntegerField("dagar för att begära central förhandling", default=7)
    valid_from = models.DateField("gäller från")
    valid_to = models.DateField("gäller till och med", null=True, blank=True)
    reference = models.CharField("diarienummer", max_length=120, blank=True)
    note = models.TextField("anteckning", blank=True, max_length=2000, validators=[refuse_personal_number])
    created_at = models.DateTimeField("skapat", auto_now_add=True)
    updated_at = models.DateTimeField("ändrat", auto_now=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    objects = CooperationAgreementQuerySet.as_manager()

    class Meta:
        verbose_name = "samverkansavtal"
        verbose_name_plural = "samverkansavtal"
        ordering = ["-valid_from", "pk"]
        constraints = [
            models.CheckConstraint(
                name="agreement_ends_after_start",
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                violation_error_message="Avtalets sista dag ligger före dess första.",
            ),
            models.CheckConstraint(
                name="agreement_request_days_at_most_60",
                condition=Q(central_request_days__lte=60),
                violation_error_message="Tiden för att begära central förhandling ska vara högst 60 dagar.",
            ),
            models.CheckConstraint(
                name="agreement_replaces_something",
                condition=Q(paragraphs__len__gte=1),
                violation_error_message="Välj minst en paragraf som avtalet ersätter.",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("agreement_detail", args=[self.pk])


@audited(plain="id agreement union")
class AgreementUnion(models.Model):
    """A union that is party to an agreement."""

    agreement = models.ForeignKey(CooperationAgreement, models.CASCADE, related_name="parties")
    union = models.ForeignKey(Union, models.CASCADE, related_name="agreement_parties")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "union"],
                name="agreement_union_once",
                violation_error_message="Organisationen är redan part i avtalet.",
            )
        ]

    def __str__(self):
        return f"{self.union} i {self.agreement}"


@audited(plain="id agreement department")
class AgreementDepartment(models.Model):
    """A department an agreement holds for."""

    agreement = models.ForeignKey(CooperationAgreement, models.CASCADE, related_name="scopes")
    department = models.ForeignKey(Department, models.CASCADE, related_name="agreement_scopes")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "department"],
                name="agreement_department_once",
                violation_error_message="Avtalet gäller redan förvaltningen.",
            )
        ]

    def __str__(self):
        return f"{self.department} i {self.agreement}"


@audited(plain="id agreement name department created_at updated_at token")
class CooperationGroup(models.Model):
    """A group in which a department meets the unions (LSG, FSG, CSG)."""

    agreement = models.ForeignKey(CooperationAgreement, models.CASCADE, related_name="groups", verbose_name="avtal")
    name = models.CharField("benämning", max_length=120, validators=[refuse_personal_number])
    department = models.ForeignKey(
        Department, models.CASCADE, null=True, blank=True, related_name="groups", verbose_name="förvaltning"
    )
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    class Meta:
        verbose_name = "samverkansgrupp"
        verbose_name_plural = "samverkansgrupper"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "name"],
                name="group_name_unique",
                violation_error_message="Avtalet har redan en grupp med det namnet.",
            )
        ]

    def __str__(self):
        return self.name


@audited(plain="id group held_on")
class GroupMeeting(models.Model):
    """A day on which a group meets."""

    group = models.ForeignKey(CooperationGroup, models.CASCADE, related_name="meetings", verbose_name="grupp")
    held_on = models.DateField("dag")

    class Meta:
        verbose_name = "möte"
        verbose_name_plural = "möten"
        ordering = ["held_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "held_on"],
                name="group_meets_once_a_day",
                violation_error_message="Gruppen har redan ett möte den dagen.",
            )
        ]

    def __str__(self):
        return f"{self.group} {self.held_on}"


@audited(plain="id organisation union department first_on last_on label created_at updated_at token")
class Blackout(models.Model):
    """Days without negotiation, for all or for one union or department."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="blackouts")
    union = models.ForeignKey(
        Union, models.CASCADE, null=True, blank=True, related_name="blackouts", verbose_name="facklig organisation"
    )
    department = models.ForeignKey(
        Department, models.CASCADE, null=True, blank=True, related_name="blackouts", verbose_name="förvaltning"
    )
    first_on = models.DateField("från")
    last_on = models.DateField("till och med")
    label = models.CharField("benämning", max_length=120, validators=[refuse_personal_number])
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "förhandlingsfri tid"
        verbose_name_plural = "förhandlingsfria tider"
        ordering = ["first_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="blackout_ends_after_start",
                condition=Q(last_on__gte=F("first_on")),
                violation_error_message="Den sista dagen ligger före den första.",
            )
        ]

    def __str__(self):
        return f"{self.label} {self.first_on}–{self.last_on}"


@audited(plain="id organisation numbers days_off updated_at")
class PlanSettings(models.Model):
    """An organisation's numbers for the time plan (plan_words.Numbers as a dict) and its further days off."""

    organisation = models.OneToOneField(Organisation, models.CASCADE, related_name="plan_settings")
    numbers = models.JSONField("dagar", default=dict, blank=True)
    days_off = ArrayField(models.DateField(), verbose_name="egna lediga dagar", default=list, blank=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)

    class Meta:
        verbose_name = "tidsplanens tal"
        verbose_name_plural = "tidsplanens tal"

    def __str__(self):
        return f"Tidsplanens tal för {self.organisation}"
