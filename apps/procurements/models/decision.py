"""Whether a procurement should carry a social requirement: the answers it is scored by, and what was decided."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.accounts.access import rows_in_scope
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.procurements.choices import Recommendation
from apps.procurements.models.procurement import Procurement
from apps.procurements.models.rules import GuidelineVersion


def _level(label: str) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(label, null=True, blank=True)


@audited(
    plain="id procurement labour_share months persons entry_level labour_need candidates is_small_company_market "
    "note answered_by created_at updated_at"
)
class PriorityAnswers(models.Model):
    """What a procurement is scored by, beside its value (DOMAIN 3.5). An unanswered question is null, never a guess."""

    procurement = models.OneToOneField(Procurement, models.CASCADE, related_name="priority_answers")
    labour_share = models.PositiveSmallIntegerField("arbetets andel av kostnaden, procent", null=True, blank=True)
    months = models.PositiveSmallIntegerField("avtalets längd i månader", null=True, blank=True)
    persons = models.PositiveSmallIntegerField("personer som utför arbetet", null=True, blank=True)
    entry_level = _level("krav på utbildning")
    labour_need = _level("behov av arbetskraft i branschen")
    candidates = _level("kandidater enligt matcharen")
    is_small_company_market = models.BooleanField("marknaden är mest företag under tio anställda", default=False)
    note = models.TextField("anteckning", blank=True, max_length=2000, validators=[refuse_personal_number])
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)

    class Meta:
        verbose_name = "svar för prioritering"
        verbose_name_plural = "svar för prioritering"
        constraints = [
            models.CheckConstraint(
                name="priority_share_at_most_100",
                condition=Q(labour_share=None) | Q(labour_share__lte=100),
                violation_error_message="Arbetets andel av kostnaden ska vara mellan 0 och 100 procent.",
            ),
            models.CheckConstraint(
                name="priority_levels_0_to_3",
                condition=(Q(entry_level=None) | Q(entry_level__lte=3))
                & (Q(labour_need=None) | Q(labour_need__lte=3))
                & (Q(candidates=None) | Q(candidates__lte=3)),
                violation_error_message="Välj ett av de fyra svaren.",
            ),
        ]

    def __str__(self):
        return f"Prioritering av {self.procurement}"


class RequirementDecisionQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Decisions about procurements in which the user holds the permission."""
        scope = {"organisation": "procurement__organisation", "department": "procurement__department"}
        return self.filter(rows_in_scope(user, perm, **scope))


@audited(
    plain="id procurement recommended score decided motive decided_by decided_on guideline inputs created_at token"
)
class RequirementDecision(models.Model):
    """A decision about a procurement's social requirement. It is never changed: the latest one counts.

    `inputs` holds the answers, limits and points it rested on, as they were.
    """

    procurement = models.ForeignKey(Procurement, models.CASCADE, related_name="requirement_decisions")
    recommended = models.CharField("rekommenderat", max_length=12, choices=Recommendation.choices, blank=True)
    score = models.DecimalField("poäng", max_digits=4, decimal_places=1, null=True, blank=True)
    decided = models.CharField("beslutat", max_length=12, choices=Recommendation.choices)
    motive = models.TextField("motiv", blank=True, max_length=2000, validators=[refuse_personal_number])
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_on = models.DateField("beslutat den")
    guideline = models.ForeignKey(GuidelineVersion, models.PROTECT, null=True, blank=True, related_name="decisions")
    inputs = models.JSONField("underlag", default=dict, blank=True)
    created_at = models.DateTimeField("skapat", auto_now_add=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    objects = RequirementDecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "beslut om krav"
        verbose_name_plural = "beslut om krav"
        ordering = ["-pk"]
        get_latest_by = "pk"
        constraints = [
            models.CheckConstraint(
                name="decision_deviating_or_none_has_motive",
                condition=~Q(motive="") | (Q(decided=models.F("recommended")) & ~Q(decided=Recommendation.NONE)),
                violation_error_message=(
                    "Ange motiv: det krävs när beslutet avviker från rekommendationen och alltid för inget krav."
                ),
            )
        ]

    def __str__(self):
        return self.get_decided_display()

    @property
    def deviates(self) -> bool:
        """Whether something else was decided than recommended; nothing deviates from a recommendation there was not."""
        return bool(self.recommended) and self.decided != self.recommended
