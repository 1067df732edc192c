"""A supplier's or a department's own result of a year, written to it once, and each time the letter was mailed."""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse

from apps.accounts.access import InOrganisation
from apps.accounts.models import Department, Organisation
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.suppliers.models import Supplier, SupplierContact
from apps.targets.models.results import Snapshot

VIEW, SEND = "targets.view_letter", "targets.send_letter"


class ResultLetterQuerySet(InOrganisation):
    def with_recipient(self):
        """Each letter with `recipient_key`, to sort suppliers and departments together in Swedish order."""
        key = Coalesce("supplier__sort_key", "department__sort_key")
        return self.select_related("supplier", "department", "snapshot", "organisation").annotate(recipient_key=key)

    def search(self, words: str):
        """Letters to whom the words name."""
        return self.filter(Q(supplier__name__icontains=words) | Q(department__name__icontains=words))


@audited(plain="id organisation snapshot supplier department contents words made_by made_at batch is_demo")
class ResultLetter(models.Model):
    """A year's result to one supplier or one department, as its frozen report tells it. Never changed.

    `contents` is what `letters.contents` wrote, so that the letter says the same whenever it is read or sent again.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="result_letters")
    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="letters", verbose_name="redovisning")
    supplier = models.ForeignKey(
        Supplier, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="leverantör"
    )
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="förvaltning"
    )
    contents = models.JSONField("innehåll")
    words = models.TextField("egna ord", blank=True, max_length=1000, validators=[refuse_personal_number])
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField("skrivet", auto_now_add=True)
    batch = models.UUIDField("formulärets märke", default=uuid.uuid4, editable=False)
    is_demo = models.BooleanField("exempeldata", default=False)

    objects = ResultLetterQuerySet.as_manager()

    class Meta:
        verbose_name = "resultatbrev"
        verbose_name_plural = "resultatbrev"
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["snapshot", "supplier"],
                name="result_letter_once_for_supplier",
                violation_error_message="Leverantören har redan fått årets brev. Öppna det och skicka det igen.",
            ),
            models.UniqueConstraint(
                fields=["snapshot", "department"],
                name="result_letter_once_for_department",
                violation_error_message="Förvaltningen har redan fått årets brev. Öppna det och skicka det igen.",
            ),
            models.CheckConstraint(
                name="result_letter_to_one",
                condition=Q(supplier=None) ^ Q(department=None),
                violation_error_message="Brevet ska vara till en leverantör eller till en förvaltning.",
            ),
        ]
        indexes = [models.Index(fields=["batch"], name="result_letter_of_batch")]
        triggers = [
            pgtrigger.ReadOnly(
                name="is_kept",
                fields=["organisation", "snapshot", "supplier", "department", "contents", "words", "made_by"],
            )
        ]

    def __str__(self):
        return f"{self.recipient}, {self.snapshot.year}"

    def get_absolute_url(self):
        return reverse("letter_detail", args=[self.pk])

    @property
    def recipient(self) -> Supplier | Department:
        """Whom it is to."""
        return self.supplier or self.department


@audited(plain="id organisation letter contact person sent_by sent_at token")
class LetterMail(models.Model):
    """One mail of a letter: to a supplier's contact or a person of the department. The address stands with them."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    letter = models.ForeignKey(ResultLetter, models.CASCADE, related_name="mails")
    contact = models.ForeignKey(SupplierContact, models.SET_NULL, null=True, blank=True, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sent_at = models.DateTimeField("skickat")
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "utskick av resultatbrev"
        verbose_name_plural = "utskick av resultatbrev"
        ordering = ["sent_at", "pk"]

    def __str__(self):
        return f"{self.letter}, till {self.to}"

    @property
    def to(self) -> str:
        """Whom it went to."""
        return str(self.contact or self.person or "någon som inte finns kvar")
