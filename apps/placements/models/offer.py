"""Places that suppliers offer, with or without a resident to fill them."""

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Count, F, IntegerField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Greatest

from apps.accounts.access import rows_in_scope
from apps.accounts.models import Organisation
from apps.core.addresses import address
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.placements.choices import FILLED_STATES, MUNICIPAL_REASONS, PlacementKind, UnfilledReason
from apps.procurements.models import Contract
from apps.suppliers.models import Supplier


class PlaceOfferQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Offers of the organisations and departments in which the user holds the permission."""
        return self.filter(
            rows_in_scope(user, perm, organisation="organisation", department="contract__procurement__department")
        )

    def search(self, query: str):
        """Offers whose occupation, place or supplier holds the words."""
        words = query.strip()
        return self.filter(
            Q(occupation__icontains=words) | Q(place__icontains=words) | Q(supplier__in=Supplier.objects.search(words))
        )

    def with_filled(self):
        """Adds `filled` and `free`: how many of the places are taken, and how many are left."""
        # Placements stand on offers and cannot be imported here.
        placements = PlaceOffer.placements.rel.related_model.objects
        placed = placements.standing().filter(offer=OuterRef("pk"), state__in=FILLED_STATES).order_by()
        number = Subquery(placed.values("offer").annotate(number=Count("pk")).values("number"))
        offers = self.annotate(filled=Coalesce(number, Value(0), output_field=IntegerField()))
        return offers.annotate(free=Greatest(F("count") - F("filled"), Value(0), output_field=IntegerField()))

    def open_on(self, today: date):
        """Offers that somebody can still be proposed for, with `filled` and `free`."""
        return self.filter(Q(to_on=None) | Q(to_on__gte=today), closed_on=None).with_filled().filter(free__gt=0)

    def left_open(self, today: date):
        """Offers whose last day has passed with places left, that nobody has closed."""
        return self.filter(closed_on=None, to_on__lt=today).with_filled().filter(free__gt=0)

    def attempts(self):
        """Documented attempts: places that stayed empty although the supplier did its part."""
        return self.filter(unfilled_reason__in=MUNICIPAL_REASONS)


@audited(
    plain="id organisation contract supplier kind occupation count place from_on to_on requirements offered_on "
    "closed_on unfilled_reason created_by created_at token is_demo"
)
class PlaceOffer(models.Model):
    """Places of one kind at a supplier, under a contract or freely offered.

    It counts for the supplier also when the municipality has nobody to send: a documented attempt (DOMAIN 4).
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="place_offers")
    contract = models.ForeignKey(
        Contract, models.PROTECT, null=True, blank=True, related_name="place_offers", verbose_name="avtal"
    )
    supplier = models.ForeignKey(Supplier, models.PROTECT, related_name="place_offers", verbose_name="leverantör")
    kind = models.CharField("insats", max_length=20, choices=PlacementKind.choices)
    occupation = models.CharField("yrke", max_length=120, validators=[refuse_personal_number])
    count = models.PositiveSmallIntegerField("antal platser", default=1)
    place = models.CharField("ort eller arbetsplats", max_length=120, blank=True, validators=[refuse_personal_number])
    from_on = models.DateField("från")
    to_on = models.DateField("till", null=True, blank=True)
    requirements = models.CharField(
        "krav på den som ska börja", max_length=300, blank=True, validators=[refuse_personal_number]
    )
    offered_on = models.DateField("erbjuden")
    closed_on = models.DateField("stängd", null=True, blank=True)
    unfilled_reason = models.CharField(
        "varför platser inte fylldes", max_length=30, choices=UnfilledReason.choices, blank=True
    )
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)
    is_demo = models.BooleanField("exempeldata", default=False)

    objects = PlaceOfferQuerySet.as_manager()

    class Meta:
        verbose_name = "plats"
        verbose_name_plural = "platser"
        ordering = ["from_on", "pk"]
        indexes = [models.Index(fields=["organisation", "closed_on", "from_on"], name="offer_open_first")]
        constraints = [
            models.CheckConstraint(
                name="offer_count_positive",
                condition=Q(count__range=(1, 200)),
                violation_error_message="Antalet platser ska vara mellan 1 och 200.",
            ),
            models.CheckConstraint(
                name="offer_ends_after_start",
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
                violation_error_message="Platsens sista dag ligger före den första.",
            ),
            models.CheckConstraint(
                name="offer_reason_only_when_closed",
                condition=Q(unfilled_reason="") | Q(closed_on__isnull=False),
                violation_error_message="Ange skälet när platsen stängs.",
            ),
            models.CheckConstraint(
                name="offer_closed_after_offered",
                condition=Q(closed_on=None) | Q(closed_on__gte=F("offered_on")),
                violation_error_message="Platsen kan inte stängas före den dag den erbjöds.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.occupation}"

    def get_absolute_url(self):
        return address("offer_detail", self.pk)

    @property
    def free_words(self) -> str:
        """ "1 av 2 lediga", of one got `with_filled`."""
        return f"{self.free} av {self.count} {'ledig' if self.count == 1 else 'lediga'}"

    @property
    def filled_words(self) -> str:
        """ "1 av 2 tillsatta", of one got `with_filled`."""
        return f"{self.filled} av {self.count} {'tillsatt' if self.count == 1 else 'tillsatta'}"
