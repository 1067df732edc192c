"""The EU's Common Procurement Vocabulary."""

import re

from django.db import models
from django.db.models import Func, Q

from apps.core.audit import audited
from apps.core.fields import folded


class CpvCodeQuerySet(models.QuerySet):
    def search(self, words: str):
        """Codes that begin with the digits, or whose name holds the words; nothing for an empty text.

        A whole code may have its check digit.
        """
        text = words.strip()
        if not text:
            return self.none()
        digits = re.sub(r"^(\d{8})[-–]\d$", r"\1", "".join(text.split()))
        if digits.isascii() and digits.isdigit():
            return self.filter(code__startswith=digits) if len(digits) >= 3 else self.none()
        return self.annotate(folded_label=Func("label", function="sv_fold", output_field=models.TextField())).filter(
            folded_label__contains=folded(text)
        )


@audited(plain="code label")
class CpvCode(models.Model):
    """A code of the EU's Common Procurement Vocabulary, eight digits without check digit, with its Swedish name."""

    code = models.CharField("CPV-kod", max_length=8, primary_key=True)
    label = models.CharField("benämning", max_length=300)

    objects = CpvCodeQuerySet.as_manager()

    class Meta:
        verbose_name = "CPV-kod"
        verbose_name_plural = "CPV-koder"
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                name="cpv_code_eight_digits",
                condition=Q(code__regex=r"^\d{8}$"),
                violation_error_message="CPV-koden ska ha åtta siffror, till exempel 45442100.",
            )
        ]

    def __str__(self):
        return f"{self.code} {self.label}"
