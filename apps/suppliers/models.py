"""The company register: one row per company, shared by the organisations of the installation."""

import re

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Lower
from django.urls import reverse

from apps.accounts.access import InOrganisation, grants_with, rows_in_scope
from apps.accounts.models import Organisation
from apps.core.audit import audited
from apps.core.fields import folded, search_text, swedish_sort_key
from apps.core.lookups import is_among

# A search for a number: at least four digits, with the hyphen and blanks people write.
_NUMBER = re.compile(r"(?:[\s-]*[0-9]){4,}[\s-]*")


class SupplierQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """The register is common to the procurement unit: all of it for those who hold the permission anywhere."""
        return self if grants_with(user, perm) else self.none()

    def with_contract_count(self, user, organisation: Organisation):
        """Adds `contract_count`: the contracts in one organisation that the user may see."""
        seen = rows_in_scope(
            user,
            "procurements.view_procurement",
            organisation="contract__organisation",
            department="contract__procurement__department",
        )
        links = Supplier.contracts.through.objects.filter(seen, contract__organisation=organisation).order_by()
        own = links.filter(supplier=OuterRef("pk")).values("supplier").annotate(count=models.Count("pk"))
        # The whole register is never joined with everybody's contracts: most suppliers have none here.
        has_any = When(pk__in=links.values("supplier"), then=Subquery(own.values("count")))
        return self.annotate(contract_count=Case(has_any, default=Value(0), output_field=models.IntegerField()))

    def search(self, query: str):
        """Suppliers whose name, alias or organisation number holds the words, without regard to å ä ö and case."""
        words = query.strip()
        if _NUMBER.fullmatch(words):
            digits = "".join(ch for ch in words if ch.isdigit())
            return self.filter(Q(org_number__startswith=digits) | Q(search__contains=folded(words)))
        aliases = SupplierAlias.objects.filter(search__contains=folded(words))
        return self.filter(Q(search__contains=folded(words)) | is_among("pk", aliases.values("supplier")))


@audited(plain="id name org_number is_sole_trader is_demo created_at token")
class Supplier(models.Model):
    """A company. A sole trader's organisation number is a personal number, so it is not held at all."""

    name = models.CharField("namn", max_length=200)
    org_number = models.CharField("organisationsnummer", max_length=10, null=True, blank=True, unique=True)
    is_sole_trader = models.BooleanField("enskild näringsidkare", default=False)
    is_demo = models.BooleanField("exempeldata", default=False)
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)
    sort_key = swedish_sort_key("name")
    search = search_text("name")

    objects = SupplierQuerySet.as_manager()

    class Meta:
        verbose_name = "leverantör"
        verbose_name_plural = "leverantörer"
        ordering = ["sort_key", "pk"]
        indexes = [
            models.Index(fields=["sort_key", "id"], name="supplier_swedish_order"),
            GinIndex(fields=["search"], opclasses=["gin_trgm_ops"], name="supplier_search"),
        ]
        constraints = [
            models.CheckConstraint(
                name="supplier_org_number_of_company",
                condition=Q(org_number=None) | Q(org_number__regex=r"^\d\d[2-9]\d{7}$"),
                violation_error_message="Organisationsnumret ska ha tio siffror, till exempel 559999-0131. "
                "För enskild näringsidkare lämnas det tomt.",
            ),
            models.CheckConstraint(
                name="supplier_sole_trader_has_no_number",
                condition=Q(is_sole_trader=False) | Q(org_number=None),
                violation_error_message="En enskild näringsidkares nummer är ett personnummer och sparas inte.",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("supplier_detail", args=[self.pk])

    @property
    def number(self) -> str:
        """The organisation number as people write it, or what stands in its place."""
        if self.is_sole_trader:
            return "enskild näringsidkare"
        return f"{self.org_number[:6]}-{self.org_number[6:]}" if self.org_number else "saknas"


@audited(plain="id supplier name created_at")
class SupplierAlias(models.Model):
    """Another name the company goes by in registers and statistics."""

    supplier = models.ForeignKey(Supplier, models.CASCADE, related_name="aliases", verbose_name="leverantör")
    name = models.CharField("annat namn", max_length=200)
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    search = search_text("name")

    class Meta:
        verbose_name = "annat namn"
        verbose_name_plural = "andra namn"
        ordering = ["name", "pk"]
        indexes = [GinIndex(fields=["search"], opclasses=["gin_trgm_ops"], name="supplier_alias_search")]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                "supplier",
                name="supplier_alias_once",
                violation_error_message="Leverantören har redan det namnet.",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return self.supplier.get_absolute_url()


@audited(plain="id supplier organisation created_at token", personal="name role email phone")
class SupplierContact(models.Model):
    """A person at the company, recorded by one organisation and seen by that organisation only."""

    supplier = models.ForeignKey(Supplier, models.CASCADE, related_name="contacts", verbose_name="leverantör")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+", verbose_name="organisation")
    name = models.CharField("namn", max_length=120)
    role = models.CharField("roll", max_length=80, blank=True)
    email = models.EmailField("e-postadress", blank=True)
    phone = models.CharField("telefon", max_length=30, blank=True)
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "kontaktperson"
        verbose_name_plural = "kontaktpersoner"
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return self.supplier.get_absolute_url()
