"""How an authority is taken on board: from when to when, and the steps that only people can tell of."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from apps.accounts.access import InOrganisation, rows_in_scope
from apps.accounts.models import Organisation
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.onboarding.choices import Step, StepState

VIEW, CHANGE = "onboarding.view_onboarding", "onboarding.change_onboarding"


@audited(
    plain="id organisation started_on ready_on responsible note finished_on finished_by created_by created_at "
    "updated_at token"
)
class Onboarding(models.Model):
    """That an authority is being taken on board. `ready_on` is the day by which all of it is planned to be done."""

    organisation = models.OneToOneField(Organisation, models.CASCADE, related_name="onboarding")
    started_on = models.DateField("startdag")
    ready_on = models.DateField("planerat klart")
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="ansvarig"
    )
    note = models.TextField("anteckning", blank=True, max_length=2000, validators=[refuse_personal_number])
    finished_on = models.DateField("avslutat", null=True, blank=True)
    finished_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapat", auto_now_add=True)
    updated_at = models.DateTimeField("ändrat", auto_now=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "införande"
        verbose_name_plural = "införanden"
        ordering = ["organisation", "pk"]
        constraints = [
            models.CheckConstraint(
                name="onboarding_ready_after_start",
                condition=Q(ready_on__gte=F("started_on")),
                violation_error_message="Dagen då allt ska vara klart ligger före startdagen. Kontrollera datumen.",
            ),
            models.CheckConstraint(
                name="onboarding_finished_after_start",
                condition=Q(finished_on=None) | Q(finished_on__gte=F("started_on")),
                violation_error_message="Införandet har inte börjat, så det kan inte avslutas.",
            ),
        ]

    def __str__(self):
        return f"Införande i {self.organisation}"

    def get_absolute_url(self):
        return reverse("onboarding_detail", args=[self.organisation_id])


class OnboardingStepQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Steps of organisations in which the user holds the permission."""
        return self.filter(rows_in_scope(user, perm, organisation="onboarding__organisation"))


@audited(plain="id onboarding step state done_on reference note written_by created_at updated_at")
class OnboardingStep(models.Model):
    """What somebody has said of a step that no row tells of, or of one that the authority does without."""

    onboarding = models.ForeignKey(Onboarding, models.CASCADE, related_name="steps")
    step = models.CharField("steg", max_length=20, choices=Step.choices)
    state = models.CharField("läge", max_length=12, choices=StepState.choices, default=StepState.REMAINS)
    done_on = models.DateField("klart", null=True, blank=True)
    reference = models.CharField("underlag", max_length=200, blank=True, validators=[refuse_personal_number])
    note = models.TextField("anteckning", blank=True, max_length=2000, validators=[refuse_personal_number])
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapat", auto_now_add=True)
    updated_at = models.DateTimeField("ändrat", auto_now=True)

    objects = OnboardingStepQuerySet.as_manager()

    class Meta:
        verbose_name = "steg"
        verbose_name_plural = "steg"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["onboarding", "step"],
                name="onboarding_step_once",
                violation_error_message="Någon annan har just skrivit om steget. Ladda om sidan och läs det först.",
            ),
            models.CheckConstraint(
                name="onboarding_step_done_has_reference",
                condition=Q(state=StepState.DONE, done_on__isnull=False) & ~Q(reference="")
                | ~Q(state=StepState.DONE) & Q(done_on=None, reference=""),
                violation_error_message="Ett klart steg har en dag och ett underlag, och bara ett klart.",
            ),
            models.CheckConstraint(
                name="onboarding_step_set_aside_has_reason",
                condition=~Q(state=StepState.NOT_NEEDED) | ~Q(note=""),
                violation_error_message="Skriv i anteckningen varför steget inte gäller er.",
            ),
        ]

    def __str__(self):
        return self.get_step_display()
