"""The rows behind the measures of procurements, requirements and consultations: one definition for sums and lists."""

from collections.abc import Collection
from datetime import date

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from apps.accounts.models import Department, Organisation
from apps.mbl.choices import State
from apps.mbl.models import Consultation
from apps.mbl.states import INFORMATION
from apps.placements import reached
from apps.procurements.choices import KINDLESS_MODELS, ContractKind, Phase, Recommendation
from apps.procurements.models import Contract, Procurement, Requirement, RequirementDecision

Organisations = Collection[Organisation]


def signed_procurements(organisations: Organisations, department: Department | None = None) -> QuerySet[Procurement]:
    """Procurements with a contract that were not cancelled: `first_signed_on`, `known_value`, `is_required`,
    `is_explained`.

    A procurement belongs to the day of its first contract, so that a later call-off does not count it again.
    """
    contracts = Contract.objects.filter(procurement=OuterRef("pk")).order_by()
    signed = contracts.filter(signed_on__isnull=False).order_by("signed_on").values("signed_on")[:1]
    unexplained = contracts.filter(requirements=None, no_requirement_reason="")
    decisions = RequirementDecision.objects.filter(procurement=OuterRef("pk")).order_by("-pk").values("decided")[:1]
    rows = Procurement.objects.filter(organisation__in=organisations).exclude(phase=Phase.CANCELLED)
    rows = rows.filter(department=department) if department else rows
    return rows.annotate(
        first_signed_on=Subquery(signed),
        known_value=Coalesce("contracted_value", "estimated_value"),
        is_required=Exists(Requirement.objects.filter(procurement=OuterRef("pk"))),
        latest_decision=Subquery(decisions),
        is_explained=Case(
            When(Q(latest_decision=Recommendation.NONE) | ~Exists(unexplained), then=Value(True)), default=Value(False)
        ),
    ).filter(first_signed_on__isnull=False)


def signed_contracts(organisations: Organisations, department: Department | None = None) -> QuerySet[Contract]:
    """Contracts that are no call-offs, which are part of their framework's value: `is_required`."""
    rows = Contract.objects.filter(organisation__in=organisations).exclude(kind=ContractKind.CALL_OFF)
    rows = rows.filter(procurement__department=department) if department else rows
    return rows.annotate(is_required=Exists(Requirement.objects.filter(contract=OuterRef("pk"))))


def due_requirements(organisations: Organisations, department: Department | None = None) -> QuerySet[Requirement]:
    """Requirements of contracts with a number: `last_on`, the commitment's last day as deliveries reckon it."""
    end = Case(When(contract__is_until_further_notice=True, then=None), default=F("contract__ends_on"))
    rows = Requirement.objects.filter(contract__organisation__in=organisations, count__isnull=False)
    rows = rows.filter(procurement__department=department) if department else rows
    return rows.exclude(model__in=KINDLESS_MODELS).annotate(last_on=Coalesce("due_on", "ends_on", end))


def fulfilled(rows: Collection[Requirement], on: date) -> set[int]:
    """The keys of the requirements that are fulfilled on the evening of a day, in at most five queries."""
    return reached.fulfilled(rows, today=on)


def decided_consultations(organisations: Organisations, department: Department | None = None) -> QuerySet[Consultation]:
    """The last rounds of consultations that a decision had to wait for: `decided_on` and `is_in_time`."""
    rows = Consultation.objects.latest_rounds().filter(organisation__in=organisations)
    rows = rows.filter(department=department) if department else rows
    rows = rows.exclude(state__in=(State.EXEMPT, State.NOT_REQUIRED)).exclude(paragraph=INFORMATION)
    return rows.with_decision().filter(decided_on__isnull=False)
