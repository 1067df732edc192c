"""Dates of procurements that somebody must act on."""

from collections.abc import Iterator
from datetime import date

from django.db.models import DateField, Q
from django.db.models.functions import Coalesce, TruncDate

from apps.accounts.models import Organisation
from apps.core.deadlines import Deadline
from apps.procurements.choices import DEAD_PHASES, Decision
from apps.procurements.models import Contract, Requirement

SEE, DECIDE = "procurements.view_procurement", "procurements.change_procurement"


def open_deadlines(*, since: date, until: date, organisation: Organisation) -> Iterator[Deadline]:
    """Requirements that fall due, contracts without a decision and contract ends, between the days (both included).

    A decision is due when the contract starts, or the day the contract was recorded when it has no start: an
    overdue one is found with an early `since`. Cancelled and closed procurements ask for nothing.
    """
    yield from _requirements(since, until, organisation)
    contracts = Contract.objects.filter(organisation=organisation).exclude(procurement__phase__in=DEAD_PHASES)
    contracts = contracts.select_related("procurement").order_by("pk")
    yield from _decisions(contracts, since, until)
    yield from _ends(contracts, since, until)


def _requirements(since: date, until: date, organisation: Organisation) -> Iterator[Deadline]:
    rows = Requirement.objects.filter(contract__organisation=organisation, due_on__range=(since, until))
    rows = rows.exclude(contract__procurement__phase__in=DEAD_PHASES)
    for requirement in rows.select_related("contract__procurement"):
        yield _deadline(
            f"requirement:{requirement.pk}",
            f"Följ upp kravet: {requirement}",
            requirement.due_on,
            requirement.contract,
        )


def _decisions(contracts, since: date, until: date) -> Iterator[Deadline]:
    recorded = TruncDate("created_at", output_field=DateField())
    rows = contracts.with_decision().filter(decision=Decision.OPEN).annotate(due=Coalesce("starts_on", recorded))
    for contract in rows.filter(due__range=(since, until)):
        title = f"Besluta om krav på avtalet {contract.name}"
        yield _deadline(f"contract-decision:{contract.pk}", title, contract.due, contract, DECIDE)


def _ends(contracts, since: date, until: date) -> Iterator[Deadline]:
    rows = contracts.filter(Q(is_until_further_notice=False), ends_on__range=(since, until))
    for contract in rows:
        title = f"Avtalet {contract.name} går ut"
        yield _deadline(f"contract-end:{contract.pk}", title, contract.ends_on, contract, lapses=True)


def _deadline(
    key: str, title: str, due_on: date, contract: Contract, permission: str = SEE, *, lapses: bool = False
) -> Deadline:
    procurement = contract.procurement
    return Deadline(
        key=key,
        title=title,
        due_on=due_on,
        organisation_id=contract.organisation_id,
        owner_department_id=procurement.department_id,
        responsible_id=procurement.responsible_id,
        legal_basis="",
        url=contract.get_absolute_url(),
        permission=permission,
        context=procurement.title,
        lapses=lapses,
    )
