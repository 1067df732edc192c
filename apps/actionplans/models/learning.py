"""What the unit learns: an evaluation of each year, and factors of success scored every half-year."""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse

from apps.accounts.access import InOrganisation
from apps.accounts.models import Organisation
from apps.actionplans.choices import HIGHEST, LOWEST, EvaluationState, ReadyFactor
from apps.actionplans.halves import HalfYear
from apps.actionplans.models.plans import words
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number

_CONTENT = ("organisation_id", "year", "worked", "to_change", "state", "decided_by_body", "decided_on", "reference")
_BEFORE, _AFTER = (", ".join(f'{row}."{name}"' for name in _CONTENT) for row in ("OLD", "NEW"))


class EvaluationQuerySet(InOrganisation):
    def search(self, words: str):
        """Evaluations by their words, or by the year when the words are one."""
        year = Q(year=int(words)) if words.isascii() and words.isdecimal() and len(words) == 4 else Q(pk__in=[])
        return self.filter(Q(worked__icontains=words) | Q(to_change__icontains=words) | year)


@audited(
    plain="id organisation year worked to_change state decided_by_body decided_on reference created_by created_at "
    "updated_at token"
)
class YearEvaluation(models.Model):
    """What worked in a year and what to change. A decided one is never changed; what follows stands in the next."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="year_evaluations")
    year = models.PositiveSmallIntegerField("år")
    worked = words("vad som fungerade", 6000)
    to_change = words("vad vi ska ändra", 6000)
    state = models.CharField("läge", max_length=10, choices=EvaluationState.choices, default=EvaluationState.DRAFT)
    decided_by_body = models.CharField("beslutad av", max_length=120, blank=True, validators=[refuse_personal_number])
    decided_on = models.DateField("beslutsdatum", null=True, blank=True)
    reference = models.CharField(
        "beslutets beteckning", max_length=120, blank=True, validators=[refuse_personal_number]
    )
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        verbose_name = "årsutvärdering"
        verbose_name_plural = "årsutvärderingar"
        ordering = ["-year", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year"],
                name="yearevaluation_once_a_year",
                violation_error_message="Det finns redan en utvärdering för det året. Öppna den i stället.",
            ),
            models.CheckConstraint(
                name="yearevaluation_year_plausible",
                condition=Q(year__range=(2000, 2098)),
                violation_error_message="Året ska vara mellan 2000 och 2098.",
            ),
            models.CheckConstraint(
                name="yearevaluation_decided_is_whole",
                condition=Q(state=EvaluationState.DRAFT, decided_on=None)
                | (
                    Q(state=EvaluationState.DECIDED, decided_on__isnull=False)
                    & ~Q(decided_by_body="")
                    & ~Q(reference="")
                    & ~Q(worked="")
                    & ~Q(to_change="")
                ),
                violation_error_message="En beslutad utvärdering säger vad som fungerade, vad som ska ändras, "
                "vem som beslutade, när och under vilken beteckning.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="decided_is_kept",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(f"OLD.\"state\" = 'decided' AND ({_BEFORE}) IS DISTINCT FROM ({_AFTER})"),
            )
        ]

    def __str__(self):
        return f"Utvärdering av {self.year}"

    def get_absolute_url(self):
        return reverse("yearevaluation_detail", args=[self.pk])

    @property
    def is_draft(self) -> bool:
        return self.state == EvaluationState.DRAFT


@audited(plain="id organisation kind name is_watched created_by created_at token")
class SuccessFactor(models.Model):
    """Something that success depends on: one of those that others have found (`kind`), or the organisation's own."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="success_factors")
    kind = models.CharField("sort", max_length=20, choices=ReadyFactor.choices, blank=True)
    name = models.CharField("faktor", max_length=80, validators=[refuse_personal_number])
    is_watched = models.BooleanField("följs", default=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "framgångsfaktor"
        verbose_name_plural = "framgångsfaktorer"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                "organisation",
                name="successfactor_name_unique",
                violation_error_message="Faktorn finns redan. Kryssa i den i stället.",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("factor_detail", args=[self.pk])


@audited(plain="id organisation factor year half score comment scored_by created_at updated_at")
class FactorScore(models.Model):
    """How a factor stood in a half-year, 1 to 5, and why. What it was before a correction stays in the history."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    factor = models.ForeignKey(SuccessFactor, models.CASCADE, related_name="scores")
    year = models.PositiveSmallIntegerField("år")
    half = models.PositiveSmallIntegerField("halvår")
    score = models.PositiveSmallIntegerField("poäng")
    comment = models.TextField("kommentar", max_length=1000, validators=[refuse_personal_number])
    scored_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)

    class Meta:
        verbose_name = "poäng"
        verbose_name_plural = "poäng"
        ordering = ["year", "half", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["factor", "year", "half"],
                name="factorscore_once_a_half_year",
                violation_error_message="Faktorn har redan poäng för halvåret. Ladda om sidan och ändra den.",
            ),
            models.CheckConstraint(
                name="factorscore_from_one_to_five",
                condition=Q(score__range=(LOWEST, HIGHEST)),
                violation_error_message="Poängen ska vara mellan 1 och 5.",
            ),
            models.CheckConstraint(
                name="factorscore_of_a_half_year",
                condition=Q(half__in=(1, 2), year__range=(2000, 2098)),
                violation_error_message="Halvåret ska vara första eller andra, mellan åren 2000 och 2098.",
            ),
            models.CheckConstraint(
                name="factorscore_says_why",
                condition=~Q(comment=""),
                violation_error_message="Skriv varför poängen är som den är.",
            ),
        ]

    def __str__(self):
        return f"{self.factor} {self.when.short}: {self.score}"

    @property
    def when(self) -> HalfYear:
        return HalfYear(self.year, self.half)
