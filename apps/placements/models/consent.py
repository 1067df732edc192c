"""What residents have agreed to, and what suppliers were told about them."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.placements.choices import SUPPLIER_PURPOSES, ConsentPurpose, DisclosureGround, ToldPart
from apps.placements.models.participant import OfParticipant, Participant
from apps.placements.models.placement import Placement
from apps.suppliers.models import Supplier


@audited(
    plain="id purpose given_on recorded_by recorded_at withdrawn_on withdrawn_by token is_demo",
    personal="participant supplier document_reference",
)
class Consent(models.Model):
    """A resident's consent for one purpose. Once withdrawn it stops disclosures and follow-ups at once (fact 36)."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="consents")
    purpose = models.CharField("ändamål", max_length=30, choices=ConsentPurpose.choices)
    supplier = models.ForeignKey(
        Supplier, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="leverantör"
    )
    given_on = models.DateField("lämnat")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("antecknat", auto_now_add=True)
    document_reference = models.CharField(
        "var samtycket finns", max_length=80, blank=True, validators=[refuse_personal_number]
    )
    withdrawn_on = models.DateField("återkallat", null=True, blank=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)
    is_demo = models.BooleanField("exempeldata", default=False)

    objects = OfParticipant.as_manager()

    class Meta:
        verbose_name = "samtycke"
        verbose_name_plural = "samtycken"
        ordering = ["-given_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="consent_supplier_when_about_one",
                condition=Q(purpose__in=SUPPLIER_PURPOSES, supplier__isnull=False)
                | (~Q(purpose__in=SUPPLIER_PURPOSES) & Q(supplier=None)),
                violation_error_message="Ange leverantör för samtycken som gäller en leverantör, annars ingen.",
            ),
            models.CheckConstraint(
                name="consent_withdrawn_after_given",
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=F("given_on")),
                violation_error_message="Samtycket kan inte återkallas före den dag det lämnades.",
            ),
            models.CheckConstraint(
                name="consent_withdrawn_on_and_by",
                condition=Q(withdrawn_on=None, withdrawn_by=None)
                | Q(withdrawn_on__isnull=False, withdrawn_by__isnull=False),
                violation_error_message="Ett återkallat samtycke ska ha både dag och person.",
            ),
        ]

    def __str__(self):
        return f"{self.get_purpose_display()}, lämnat {self.given_on}"


class DisclosureQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Disclosures about participants whose code the user may see."""
        return self.filter(
            placement__participant__in=Participant.objects.with_code_shown_to(user).visible_to(user, perm)
        )


@audited(
    plain="id told_on recorded_by recorded_at token is_demo",
    personal="placement supplier told ground consent harm_test_reference",
)
class Disclosure(models.Model):
    """That a supplier was told something about a resident: what kind of thing, on which ground, never its content."""

    placement = models.ForeignKey(Placement, models.CASCADE, related_name="disclosures")
    supplier = models.ForeignKey(Supplier, models.PROTECT, related_name="+", verbose_name="leverantör")
    told = ArrayField(models.CharField(max_length=20, choices=ToldPart.choices), verbose_name="vad som lämnades ut")
    ground = models.CharField("grund", max_length=20, choices=DisclosureGround.choices)
    consent = models.ForeignKey(Consent, models.PROTECT, null=True, blank=True, related_name="disclosures")
    harm_test_reference = models.CharField(
        "menprövningens beteckning", max_length=80, blank=True, validators=[refuse_personal_number]
    )
    told_on = models.DateField("lämnades ut")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("antecknat", auto_now_add=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)
    is_demo = models.BooleanField("exempeldata", default=False)

    objects = DisclosureQuerySet.as_manager()

    class Meta:
        verbose_name = "utlämnande"
        verbose_name_plural = "utlämnanden"
        ordering = ["-told_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="disclosure_has_its_ground",
                condition=Q(ground=DisclosureGround.CONSENT, consent__isnull=False, harm_test_reference="")
                | (Q(ground=DisclosureGround.HARM_TEST, consent=None) & ~Q(harm_test_reference="")),
                violation_error_message="Ange samtycket, eller menprövningens beteckning.",
            ),
            models.CheckConstraint(
                name="disclosure_tells_something",
                condition=Q(told__len__gte=1),
                violation_error_message="Kryssa för minst en sak som lämnades ut.",
            ),
        ]

    def __str__(self):
        return f"utlämnande {self.told_on}"
