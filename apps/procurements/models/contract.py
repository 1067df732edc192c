"""Contracts, their suppliers, and the options to extend them."""

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When

from apps.accounts.access import rows_in_scope
from apps.accounts.models import Organisation
from apps.core.addresses import address
from apps.core.audit import audited
from apps.core.fields import folded
from apps.core.lookups import is_among
from apps.core.personal_numbers import refuse_personal_number
from apps.procurements.choices import ContractKind, Decision, OptionOutcome
from apps.procurements.models.procurement import VIEW, Lot, Procurement
from apps.suppliers.models import Supplier


class ContractQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Contracts of procurements in which the user holds the permission."""
        scope = rows_in_scope(user, perm, organisation="organisation", department="procurement__department")
        if perm == VIEW:
            scope |= is_among("procurement", Procurement.objects.joint_to(user).values("pk"))
        return self.filter(scope)

    def of(self, organisation: Organisation):
        """The organisation's own contracts, and those of the joint procurements it takes part in."""
        return self.filter(Q(organisation=organisation) | Q(procurement__in=Procurement.objects.of(organisation)))

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
                When(Exists(_requirements().filter(contract=OuterRef("pk"))), then=Value(Decision.REQUIRED)),
                When(~Q(no_requirement_reason=""), then=Value(Decision.NONE)),
                default=Value(Decision.OPEN),
                output_field=models.CharField(),
            )
        )


def contract_name(key: int, number: str, title: str) -> str:
    """What a link to a contract says: "A-1 Måleri, fasad"."""
    return " ".join(part for part in (number, title) if part) or f"Avtal {key}"


def option_name(months: int) -> str:
    """What an option to extend is called."""
    return f"förlängning {months} månader"


def _requirements():
    """Requirements, which stand a floor up in this package and cannot be imported here."""
    return Contract.requirements.rel.related_model.objects


@audited(
    plain="id organisation procurement lot kind framework number title signed_on starts_on ends_on latest_end_on "
    "is_until_further_notice value ceiling_value has_option_clause result_notice_sent_on documentation_done_on "
    "no_requirement_reason no_requirement_by no_requirement_on created_at updated_at token",
    personal="source_values",
    is_bulk=True,
)
class Contract(models.Model):
    """A signed contract. `organisation` repeats the procurement's; the database keeps the two equal."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="contracts")
    procurement = models.ForeignKey(Procurement, models.CASCADE, related_name="contracts", verbose_name="upphandling")
    lot = models.ForeignKey(
        Lot, models.PROTECT, null=True, blank=True, related_name="contracts", verbose_name="anbudsområde"
    )
    kind = models.CharField("typ", max_length=12, choices=ContractKind.choices, default=ContractKind.CONTRACT)
    framework = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="call_offs", verbose_name="avropas från"
    )
    number = models.CharField("avtalsnummer", max_length=60, blank=True)
    title = models.CharField("benämning", max_length=300, blank=True, validators=[refuse_personal_number])
    suppliers = models.ManyToManyField(
        Supplier, through="ContractSupplier", related_name="contracts", verbose_name="leverantörer"
    )
    signed_on = models.DateField("tecknat", null=True, blank=True)
    starts_on = models.DateField("startdatum", null=True, blank=True)
    ends_on = models.DateField("slutdatum", null=True, blank=True)
    latest_end_on = models.DateField("slutdatum med alla förlängningar", null=True, blank=True)
    is_until_further_notice = models.BooleanField("gäller tills vidare", default=False)
    value = models.DecimalField("avtalsvärde", max_digits=14, decimal_places=2, null=True, blank=True)
    ceiling_value = models.DecimalField("takvärde", max_digits=14, decimal_places=2, null=True, blank=True)
    # Whether the documents hold a clear clause that lets a number be agreed later (LOU 17:10).
    has_option_clause = models.BooleanField("klausul om dialog eller option finns", default=False)
    result_notice_sent_on = models.DateField("efterannons skickad", null=True, blank=True)
    documentation_done_on = models.DateField("dokumentationen klar", null=True, blank=True)
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
                name="contract_ceiling_at_least_value",
                condition=Q(ceiling_value=None) | Q(value=None) | Q(ceiling_value__gte=F("value")),
                violation_error_message="Takvärdet är lägre än avtalsvärdet.",
            ),
            models.CheckConstraint(
                name="contract_call_off_has_framework",
                condition=Q(kind=ContractKind.CALL_OFF, framework__isnull=False)
                | (~Q(kind=ContractKind.CALL_OFF) & Q(framework=None)),
                violation_error_message="Ett avrop ska ange vilket ramavtal det avropas från, och bara ett avrop.",
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
        return address("contract_detail", self.pk)

    @property
    def name(self) -> str:
        """What a link to the contract says: "A-1 Måleri, fasad"."""
        return contract_name(self.pk, self.number, self.title)


@audited(plain="id contract supplier rank", is_bulk=True)
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


@audited(plain="id contract months last_call_on outcome decided_on decided_by note created_at updated_at token")
class ExtensionOption(models.Model):
    """A right to extend a contract: how long, the last day to call it, and whether it was called (LOU 17:10)."""

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="options", verbose_name="avtal")
    months = models.PositiveSmallIntegerField("förlängning i månader")
    last_call_on = models.DateField("sista dag att utnyttja")
    outcome = models.CharField("beslut", max_length=10, choices=OptionOutcome.choices, default=OptionOutcome.OPEN)
    decided_on = models.DateField("beslutad", null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    note = models.TextField("anteckning", blank=True, max_length=1000, validators=[refuse_personal_number])
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    class Meta:
        verbose_name = "förlängningsoption"
        verbose_name_plural = "förlängningsoptioner"
        ordering = ["last_call_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="option_months_1_to_120",
                condition=Q(months__range=(1, 120)),
                violation_error_message="Ange förlängningen i månader, 1 till 120.",
            ),
            models.CheckConstraint(
                name="option_decision_has_day",
                condition=Q(outcome=OptionOutcome.OPEN, decided_on=None)
                | (~Q(outcome=OptionOutcome.OPEN) & Q(decided_on__isnull=False)),
                violation_error_message="Ange vilken dag det beslutades om förlängningen.",
            ),
        ]

    def __str__(self):
        return option_name(self.months)
