"""Procurements, the contracts they lead to, and the social requirements of the contracts."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.urls import reverse

from apps.accounts.access import rows_in_scope
from apps.accounts.models import Department, Organisation
from apps.core.audit import audited
from apps.core.fields import folded, search_text, swedish_sort_key
from apps.core.personal_numbers import refuse_personal_number
from apps.procurements.choices import (
    Decision,
    ProcurementDecision,
    RequirementKind,
    RequirementModel,
    SocialFlag,
    Status,
    requirement_text,
)
from apps.suppliers.models import Supplier


@audited(plain="code label")
class CpvCode(models.Model):
    """A code of the EU's Common Procurement Vocabulary, eight digits without check digit, with its Swedish name."""

    code = models.CharField("CPV-kod", max_length=8, primary_key=True)
    label = models.CharField("benämning", max_length=300)

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


class ProcurementQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Procurements of the organisations and departments in which the user holds the permission."""
        return self.filter(rows_in_scope(user, perm, organisation="organisation", department="department"))

    def search(self, query: str):
        """Procurements whose title, case number or supplier holds the words, without regard to å ä ö and case."""
        words = query.strip()
        contracts = Contract.objects.filter(suppliers__in=Supplier.objects.search(words))
        return self.filter(Q(search__contains=folded(words)) | Q(pk__in=contracts.values("procurement")))

    def with_decision(self):
        """Adds `decision`: one word for where the procurement's contracts stand (`ProcurementDecision`).

        One undecided contract makes the whole undecided; else one requirement is enough for "krav ställt".
        """
        contracts = Contract.objects.filter(procurement=OuterRef("pk")).order_by()
        is_open = Exists(contracts.with_decision().filter(decision=Decision.OPEN))
        is_required = Exists(Requirement.objects.filter(contract__procurement=OuterRef("pk")).order_by())
        return self.annotate(
            decision=Case(
                When(is_open, then=Value(ProcurementDecision.OPEN)),
                When(is_required, then=Value(ProcurementDecision.REQUIRED)),
                When(Exists(contracts), then=Value(ProcurementDecision.NONE)),
                default=Value(ProcurementDecision.NO_CONTRACT),
                output_field=models.CharField(),
            )
        )


@audited(
    plain="id organisation case_number source_id title department responsible cpv estimated_value contracted_value "
    "status social_flag published_on is_demo created_at updated_at note token"
)
class Procurement(models.Model):
    """One procurement case of one contracting authority."""

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="procurements", verbose_name="organisation"
    )
    case_number = models.CharField("diarienummer", max_length=60, blank=True)
    source_id = models.CharField("id i nationell statistik", max_length=60, blank=True)
    title = models.CharField("benämning", max_length=300, validators=[refuse_personal_number])
    department = models.ForeignKey(
        Department,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="procurements",
        verbose_name="beställande förvaltning",
    )
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="ansvarig upphandlare",
    )
    cpv = models.ForeignKey(CpvCode, models.PROTECT, null=True, blank=True, verbose_name="CPV-kod")
    estimated_value = models.DecimalField("uppskattat värde", max_digits=14, decimal_places=2, null=True, blank=True)
    contracted_value = models.DecimalField("kontrakterat värde", max_digits=14, decimal_places=2, null=True, blank=True)
    status = models.CharField("status", max_length=20, choices=Status.choices, default=Status.PLANNED)
    social_flag = models.CharField(
        "social hänsyn enligt källan", max_length=10, choices=SocialFlag.choices, default=SocialFlag.UNKNOWN
    )
    published_on = models.DateField("annonserad", null=True, blank=True)
    note = models.TextField("anteckning", blank=True, max_length=2000, validators=[refuse_personal_number])
    is_demo = models.BooleanField("exempeldata", default=False)
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)
    sort_key = swedish_sort_key("title")
    search = search_text("title", "case_number")

    objects = ProcurementQuerySet.as_manager()

    class Meta:
        verbose_name = "upphandling"
        verbose_name_plural = "upphandlingar"
        ordering = ["sort_key", "pk"]
        indexes = [
            models.Index(fields=["organisation", "sort_key", "id"], name="procurement_swedish_order"),
            GinIndex(fields=["search"], opclasses=["gin_trgm_ops"], name="procurement_search"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "case_number"],
                condition=~Q(case_number=""),
                name="procurement_case_number_unique",
                violation_error_message="Diarienumret används redan av en annan upphandling i organisationen.",
            ),
            models.UniqueConstraint(
                fields=["organisation", "source_id"],
                condition=~Q(source_id=""),
                name="procurement_source_id_unique",
                violation_error_message="Upphandlingen finns redan med samma id från statistiken.",
            ),
            models.CheckConstraint(
                name="procurement_value_not_negative",
                condition=Q(estimated_value=None) | Q(estimated_value__gte=0),
                violation_error_message="Det uppskattade värdet kan inte vara negativt.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("procurement_detail", args=[self.pk])


class ContractQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Contracts of the organisations and departments in which the user holds the permission."""
        return self.filter(rows_in_scope(user, perm, organisation="organisation", department="procurement__department"))

    def search(self, query: str):
        """Contracts whose number, title, procurement or supplier holds the words."""
        words = query.strip()
        return self.filter(
            Q(number__icontains=words)
            | Q(title__icontains=words)
            | Q(procurement__search__contains=folded(words))
            | Q(pk__in=ContractSupplier.objects.filter(supplier__in=Supplier.objects.search(words)).values("contract"))
        )

    def with_decision(self):
        """Adds `decision`: whether a requirement is set, declined with a reason, or not decided."""
        return self.annotate(
            decision=Case(
                When(Exists(Requirement.objects.filter(contract=OuterRef("pk"))), then=Value(Decision.REQUIRED)),
                When(~Q(no_requirement_reason=""), then=Value(Decision.NONE)),
                default=Value(Decision.OPEN),
                output_field=models.CharField(),
            )
        )


@audited(
    plain="id organisation procurement number title starts_on ends_on latest_end_on is_until_further_notice value "
    "no_requirement_reason no_requirement_by no_requirement_on created_at updated_at token",
    personal="source_values",
)
class Contract(models.Model):
    """A signed contract. `organisation` repeats the procurement's; the database keeps the two equal."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="contracts")
    procurement = models.ForeignKey(Procurement, models.CASCADE, related_name="contracts", verbose_name="upphandling")
    number = models.CharField("avtalsnummer", max_length=60, blank=True)
    title = models.CharField("benämning", max_length=300, blank=True, validators=[refuse_personal_number])
    suppliers = models.ManyToManyField(
        Supplier, through="ContractSupplier", related_name="contracts", verbose_name="leverantörer"
    )
    starts_on = models.DateField("startdatum", null=True, blank=True)
    ends_on = models.DateField("slutdatum", null=True, blank=True)
    latest_end_on = models.DateField("slutdatum med alla förlängningar", null=True, blank=True)
    is_until_further_notice = models.BooleanField("gäller tills vidare", default=False)
    value = models.DecimalField("avtalsvärde", max_digits=14, decimal_places=2, null=True, blank=True)
    # What an imported register said that has no column of its own, heading to text: nothing of the file is lost.
    source_values = models.JSONField("övriga uppgifter ur registret", default=dict, blank=True, editable=False)
    no_requirement_reason = models.TextField(
        "motiv till inget krav", blank=True, max_length=1000, validators=[refuse_personal_number]
    )
    no_requirement_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    no_requirement_on = models.DateField("beslutat", null=True, blank=True)
    created_at = models.DateTimeField("skapat", auto_now_add=True)
    updated_at = models.DateTimeField("ändrat", auto_now=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    objects = ContractQuerySet.as_manager()

    class Meta:
        verbose_name = "avtal"
        verbose_name_plural = "avtal"
        ordering = ["procurement__sort_key", "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "number"],
                condition=~Q(number=""),
                name="contract_number_unique",
                violation_error_message="Avtalsnumret används redan av ett annat avtal i organisationen.",
            ),
            models.CheckConstraint(
                name="contract_ends_after_start",
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message="Avtalets slutdatum ligger före startdatumet.",
            ),
            models.CheckConstraint(
                name="contract_latest_end_after_end",
                condition=Q(latest_end_on=None) | Q(ends_on=None) | Q(latest_end_on__gte=F("ends_on")),
                violation_error_message="Slutdatumet med alla förlängningar ligger före slutdatumet.",
            ),
            models.CheckConstraint(
                name="contract_value_not_negative",
                condition=Q(value=None) | Q(value__gte=0),
                violation_error_message="Avtalsvärdet kan inte vara negativt.",
            ),
            models.CheckConstraint(
                name="contract_no_requirement_reason_and_date",
                condition=Q(no_requirement_reason="", no_requirement_on=None)
                | (~Q(no_requirement_reason="") & Q(no_requirement_on__isnull=False)),
                violation_error_message="Inget krav är ett beslut: ange både motiv och datum.",
            ),
        ]

    def __str__(self):
        return self.title or self.number or f"Avtal {self.pk}"

    def get_absolute_url(self):
        return reverse("contract_detail", args=[self.pk])

    @property
    def supplier_ids(self) -> tuple[int, ...]:
        """Its suppliers' keys, for comparing two versions."""
        return tuple(sorted(self.parties.values_list("supplier", flat=True)))

    @property
    def name(self) -> str:
        """What a link to the contract says: "A-1 Måleri, fasad"."""
        return " ".join(part for part in (self.number, self.title) if part) or f"Avtal {self.pk}"


@audited(plain="id contract supplier rank")
class ContractSupplier(models.Model):
    """A supplier of a contract, with its rank when the contract ranks them."""

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="parties")
    supplier = models.ForeignKey(Supplier, models.PROTECT, related_name="parties", verbose_name="leverantör")
    rank = models.PositiveSmallIntegerField("rangordning", null=True, blank=True)

    class Meta:
        verbose_name = "avtalspart"
        verbose_name_plural = "avtalsparter"
        ordering = ["rank", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "supplier"],
                name="contract_supplier_once",
                violation_error_message="Leverantören står redan på avtalet.",
            )
        ]

    def __str__(self):
        return str(self.supplier)


class RequirementQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Requirements of contracts in which the user holds the permission."""
        return self.filter(
            rows_in_scope(
                user, perm, organisation="contract__organisation", department="contract__procurement__department"
            )
        )


@audited(plain="id contract kind model count due_on note created_by created_at updated_at token")
class Requirement(models.Model):
    """A social requirement of a contract: what the supplier is to do for residents, and by when."""

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="requirements", verbose_name="avtal")
    kind = models.CharField("insats", max_length=20, choices=RequirementKind.choices)
    model = models.CharField("kravmodell", max_length=10, choices=RequirementModel.choices)
    count = models.PositiveIntegerField("antal", null=True, blank=True)
    due_on = models.DateField("senast", null=True, blank=True)
    note = models.TextField("anteckning", blank=True, max_length=1000, validators=[refuse_personal_number])
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapat", auto_now_add=True)
    updated_at = models.DateTimeField("ändrat", auto_now=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    objects = RequirementQuerySet.as_manager()

    class Meta:
        verbose_name = "krav"
        verbose_name_plural = "krav"
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="requirement_numeric_has_count",
                condition=~Q(model=RequirementModel.NUMERIC) | Q(count__isnull=False, count__gte=1),
                violation_error_message="Ange hur många kravet gäller, minst 1.",
            ),
            models.UniqueConstraint(
                fields=["contract", "kind", "model"],
                name="requirement_once_per_kind",
                violation_error_message="Avtalet har redan ett sådant krav. Ändra det i stället.",
            ),
        ]

    def __str__(self):
        return requirement_text(self.kind, self.count)

    def get_absolute_url(self):
        return self.contract.get_absolute_url()
