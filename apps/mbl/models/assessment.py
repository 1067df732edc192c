"""Whether a procurement must be consulted about: the questionnaire, its answers, and the checklist template."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from apps.accounts.access import rows_in_scope
from apps.accounts.models import Department, Organisation
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.mbl.choices import Exemption, Question
from apps.procurements.models import Procurement


@audited(plain="id organisation version items note created_by created_at token")
class ChecklistTemplate(models.Model):
    """An organisation's checklist in a version: guidance per step, as `checklist.Item` dicts. Versions never change."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="checklist_templates")
    version = models.PositiveSmallIntegerField("version")
    items = models.JSONField("punkter", default=list)
    note = models.CharField("vad som ändrades", max_length=300, blank=True, validators=[refuse_personal_number])
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    class Meta:
        verbose_name = "checklista"
        verbose_name_plural = "checklistor"
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "version"],
                name="checklist_version_unique",
                violation_error_message="Någon annan sparade en ny version samtidigt. Ladda om sidan.",
            )
        ]

    def __str__(self):
        return f"Checklista version {self.version}"


class AssessmentQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Assessments of departments in which the user holds the permission."""
        return self.filter(rows_in_scope(user, perm, organisation="organisation", department="department"))


@audited(
    plain="id procurement organisation department not_required_motive exemption exemption_reference reopened_on "
    "decided_by decided_on updated_at created_at token"
)
class Assessment(models.Model):
    """The ordering department's assessment of one procurement (fact 42: never the procurement unit's).

    A joint procurement has one for each authority's department (fact 41).
    """

    procurement = models.ForeignKey(
        Procurement, models.CASCADE, related_name="mbl_assessments", verbose_name="upphandling"
    )
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="mbl_assessments")
    department = models.ForeignKey(
        Department, models.PROTECT, related_name="mbl_assessments", verbose_name="beställande förvaltning"
    )
    not_required_motive = models.TextField(
        "motiv till ej MBL-pliktig", blank=True, max_length=2000, validators=[refuse_personal_number]
    )
    exemption = models.CharField("undantag från 38 §", max_length=10, choices=Exemption.choices, blank=True)
    exemption_reference = models.CharField(
        "var undantaget framgår", max_length=200, blank=True, validators=[refuse_personal_number]
    )
    reopened_on = models.DateField("facket begärde förhandling", null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_on = models.DateField("bedömt", null=True, blank=True)
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = "MBL-bedömning"
        verbose_name_plural = "MBL-bedömningar"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["procurement", "department"],
                name="assessment_once_per_department",
                violation_error_message="Förvaltningen har redan en bedömning av upphandlingen.",
            )
        ]

    def __str__(self):
        return f"MBL-bedömning av {self.procurement}"

    def get_absolute_url(self):
        return reverse("assessment_detail", args=[self.pk])


@audited(plain="id assessment question is_yes motive answered_by answered_on updated_at")
class Answer(models.Model):
    """An answer to one question, with its motive, who and when."""

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="answers")
    question = models.CharField("fråga", max_length=2, choices=Question.choices)
    is_yes = models.BooleanField("ja")
    motive = models.TextField("motiv", blank=True, max_length=1000, validators=[refuse_personal_number])
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    answered_on = models.DateField("besvarad")
    updated_at = models.DateTimeField("ändrad", auto_now=True)

    class Meta:
        verbose_name = "svar"
        verbose_name_plural = "svar"
        ordering = ["question"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "question"],
                name="answer_once_per_question",
                violation_error_message="Frågan är redan besvarad.",
            ),
            models.CheckConstraint(
                name="answer_yes_has_motive",
                condition=Q(is_yes=False) | ~Q(motive=""),
                violation_error_message="Skriv varför svaret är ja. Motivet syns för facken.",
            ),
        ]

    def __str__(self):
        return f"{self.get_question_display()} {'ja' if self.is_yes else 'nej'}"
