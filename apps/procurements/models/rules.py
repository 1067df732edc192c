"""What procurements are judged by: thresholds, guideline versions and their clauses."""

from datetime import date

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from apps.accounts.access import InOrganisation, rows_in_scope
from apps.accounts.choices import Role
from apps.accounts.models import Organisation
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.procurements.choices import RequirementKind, RequirementModel


def _amount(label: str) -> models.DecimalField:
    return models.DecimalField(label, max_digits=14, decimal_places=2, null=True, blank=True)


@audited(
    plain="id valid_from valid_to goods_services works special_services direct_purchase direct_purchase_special source "
    "created_by created_at updated_at token"
)
class Threshold(models.Model):
    """A row an administrator has added to the shipped threshold table (regime.SHIPPED_ROWS); same day replaces one.

    Thresholds are the nation's, so they belong to no organisation.
    """

    valid_from = models.DateField(
        "gäller från", unique=True, error_messages={"unique": "Det finns redan en rad som gäller från den dagen."}
    )
    valid_to = models.DateField("gäller till och med", null=True, blank=True)
    goods_services = _amount("varor och tjänster")
    works = _amount("byggentreprenader")
    special_services = _amount("sociala tjänster och andra särskilda tjänster")
    direct_purchase = _amount("direktupphandling")
    direct_purchase_special = _amount("direktupphandling av sociala och andra särskilda tjänster")
    source = models.CharField("källa", max_length=200)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    class Meta:
        verbose_name = "tröskelvärde"
        verbose_name_plural = "tröskelvärden"
        ordering = ["-valid_from"]
        constraints = [
            models.CheckConstraint(
                name="threshold_ends_after_start",
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                violation_error_message="Tröskelvärdets sista dag ligger före dess första.",
            ),
            models.CheckConstraint(
                name="threshold_amounts_positive",
                condition=~(
                    Q(goods_services__lte=0)
                    | Q(works__lte=0)
                    | Q(special_services__lte=0)
                    | Q(direct_purchase__lte=0)
                    | Q(direct_purchase_special__lte=0)
                ),
                violation_error_message="Ett tröskelvärde ska vara över 0 kronor. Lämna fältet tomt om det saknas.",
            ),
        ]

    def __str__(self):
        return f"Tröskelvärden från {self.valid_from}"

    def get_absolute_url(self):
        return reverse("threshold_list")


class GuidelineVersionQuerySet(InOrganisation):
    def in_force(self, organisation: Organisation, on: date) -> "GuidelineVersion | None":
        """The decided version that holds for the organisation on the day, or None."""
        rows = self.filter(organisation=organisation, decided_on__isnull=False, valid_from__lte=on)
        return rows.order_by("-valid_from", "-pk").first()

    def to_read(self, organisation: Organisation):
        """The newest decided version that some roles are asked to read, if any: an older one is not asked for."""
        rows = self.filter(organisation=organisation, decided_on__isnull=False, reading_due_on__isnull=False)
        return rows.order_by("-valid_from", "-pk")[:1]


@audited(
    plain="id organisation title decided_by decided_on reference valid_from document_url weights limits "
    "decided_goal_on in_place_goal_on proposed_on published_on published_url seminars_held_on seminars_reference "
    "follow_goal in_place_on in_place_motive in_place_basis reading_roles reading_due_on note created_at updated_at "
    "token"
)
class GuidelineVersion(models.Model):
    """A version of an organisation's guideline for social requirements. A decided version no longer changes.

    `weights` and `limits` are `priority.Weights` and `priority.Limits` as dicts. How far it has come is told by its
    days (guideline_process). `in_place_basis` is how the criteria stood when it was said to be in place.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="guidelines")
    title = models.CharField("benämning", max_length=200, validators=[refuse_personal_number])
    decided_by = models.CharField("beslutad av", max_length=120, blank=True, validators=[refuse_personal_number])
    decided_on = models.DateField("beslutad", null=True, blank=True)
    reference = models.CharField("beslutets diarienummer eller paragraf", max_length=120, blank=True)
    valid_from = models.DateField("gäller från", null=True, blank=True)
    document_url = models.URLField("länk till dokumentet", max_length=500, blank=True)
    weights = models.JSONField("vikter", default=dict, blank=True)
    limits = models.JSONField("gränser", default=dict, blank=True)
    decided_goal_on = models.DateField("mål: beslutad senast", null=True, blank=True)
    in_place_goal_on = models.DateField("mål: införd senast", null=True, blank=True)
    proposed_on = models.DateField("föreslagen", null=True, blank=True)
    published_on = models.DateField("publicerad", null=True, blank=True)
    published_url = models.URLField("adress där den är publicerad", max_length=500, blank=True)
    seminars_held_on = models.DateField("seminarier hållna", null=True, blank=True)
    seminars_reference = models.CharField(
        "underlag om seminarierna", max_length=200, blank=True, validators=[refuse_personal_number]
    )
    follow_goal = models.PositiveSmallIntegerField("mål: andel upphandlingar som följer versionen, procent", default=80)
    in_place_on = models.DateField("införd", null=True, blank=True)
    in_place_motive = models.TextField(
        "motiv till att den ändå är införd", blank=True, max_length=2000, validators=[refuse_personal_number]
    )
    in_place_basis = models.JSONField("kriterierna då den infördes", default=list, blank=True)
    reading_roles = ArrayField(
        models.CharField(max_length=20, choices=Role.choices),
        verbose_name="roller som ska läsa versionen",
        default=list,
        blank=True,
    )
    reading_due_on = models.DateField("ska vara läst senast", null=True, blank=True)
    note = models.TextField("anteckning", blank=True, max_length=2000, validators=[refuse_personal_number])
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    objects = GuidelineVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "riktlinje"
        verbose_name_plural = "riktlinjer"
        ordering = ["-valid_from", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "valid_from"],
                condition=Q(decided_on__isnull=False),
                name="guideline_one_from_a_day",
                violation_error_message="En annan beslutad version gäller redan från den dagen.",
            ),
            models.CheckConstraint(
                name="guideline_decision_is_whole",
                condition=Q(decided_on=None) | (~Q(decided_by="") & Q(valid_from__isnull=False)),
                violation_error_message="En beslutad riktlinje ska ha vem som beslutade och dagen den gäller från.",
            ),
            models.CheckConstraint(
                name="guideline_reading_has_roles_and_day",
                condition=Q(reading_roles=[], reading_due_on=None)
                | (~Q(reading_roles=[]) & Q(reading_due_on__isnull=False)),
                violation_error_message="Välj både vilka roller som ska läsa versionen och senast när.",
            ),
            models.CheckConstraint(
                name="guideline_in_place_is_decided",
                condition=Q(in_place_on=None) | Q(decided_on__isnull=False),
                violation_error_message="En riktlinje kan inte vara införd innan den är beslutad.",
            ),
            models.CheckConstraint(
                name="guideline_proposed_before_decided",
                condition=Q(proposed_on=None) | Q(decided_on=None) | Q(proposed_on__lte=F("decided_on")),
                violation_error_message="En riktlinje föreslås senast samma dag som den beslutas.",
            ),
            models.CheckConstraint(
                name="guideline_published_has_day_and_address",
                condition=Q(published_on=None, published_url="")
                | (Q(published_on__isnull=False) & ~Q(published_url="")),
                violation_error_message="Ange både dagen och adressen när riktlinjen är publicerad.",
            ),
            models.CheckConstraint(
                name="guideline_seminars_have_reference",
                condition=Q(seminars_held_on=None, seminars_reference="")
                | (Q(seminars_held_on__isnull=False) & ~Q(seminars_reference="")),
                violation_error_message="Ange både dagen och underlaget när seminarierna är hållna.",
            ),
            models.CheckConstraint(
                name="guideline_follow_goal_1_to_100",
                condition=Q(follow_goal__range=(1, 100)),
                violation_error_message="Målet för andelen ska vara mellan 1 och 100 procent.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("guideline_detail", args=[self.pk])


class ClauseQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Clauses of organisations in which the user holds the permission."""
        return self.filter(rows_in_scope(user, perm, organisation="guideline__organisation"))


@audited(
    plain="id guideline title model kind text has_rectification has_penalty has_call_off_block has_termination source "
    "is_draft created_at updated_at token"
)
class Clause(models.Model):
    """A contract clause of a guideline version, with variables in braces (clause_text), and its sanctions."""

    guideline = models.ForeignKey(GuidelineVersion, models.CASCADE, related_name="clauses", verbose_name="riktlinje")
    title = models.CharField("benämning", max_length=200, validators=[refuse_personal_number])
    model = models.CharField("kravmodell", max_length=12, choices=RequirementModel.choices)
    kind = models.CharField("insats", max_length=20, choices=RequirementKind.choices, blank=True)
    text = models.TextField("text", max_length=8000, validators=[refuse_personal_number])
    has_rectification = models.BooleanField("ger tid för rättelse", default=False)
    has_penalty = models.BooleanField("ger rätt till vite", default=False)
    has_call_off_block = models.BooleanField("ger rätt till spärr från avrop", default=False)
    has_termination = models.BooleanField("ger rätt till hävning", default=False)
    source = models.CharField("källa", max_length=200, blank=True)
    is_draft = models.BooleanField("utkast – låt en jurist granska", default=True)
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    objects = ClauseQuerySet.as_manager()

    class Meta:
        verbose_name = "klausul"
        verbose_name_plural = "klausuler"
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["guideline", "title"],
                name="clause_title_unique",
                violation_error_message="Riktlinjen har redan en klausul med den benämningen.",
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("clause_detail", args=[self.pk])
