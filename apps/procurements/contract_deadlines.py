"""Dates of contracts, their options and their requirements that somebody must act on."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import DateField, Q
from django.db.models.functions import Coalesce, TruncDate
from django.urls import reverse

from apps.core.addresses import address, numbered
from apps.procurements import periods
from apps.procurements.choices import ContractKind, Decision, OptionOutcome, requirement_text
from apps.procurements.models import Contract, ExtensionOption, Procurement, Requirement
from apps.procurements.obligations import first_start_due
from apps.procurements.owed import CHANGE, GUIDELINE, Case, Owed

SEE, FOLLOW = "procurements.view_procurement", "procurements.follow_procurement"
# How long before the last day to call an extension somebody must begin to decide.
OPTION_NOTICE = timedelta(days=60)
EXTENSION, CLAUSE = "17 kap. 10 § LOU", "avtalets klausul"


def owed(contracts, since: date, until: date) -> Iterator[Owed]:
    """Every date of the contracts (select_related procurement) that may fall between the days.

    `next_dates` tells the same days of the few in a list: a new kind of date is added there too.
    A few fall outside, which the caller leaves out. A decision about a requirement is due when the contract starts, or
    the day it was recorded when it has no start: an overdue one is found with an early `since`.
    """
    yield from _requirements(contracts, since, until)
    yield from _decisions(contracts, since, until)
    yield from _ends(contracts, since, until)
    yield from _after_signing(contracts, since, until)
    yield from _options(contracts, since, until)


def _requirements(contracts, since: date, until: date) -> Iterator[Owed]:
    due = Q(due_on__range=(since, until)) | Q(first_start_within_months__isnull=False) | ~Q(report_on=[])
    rows = Requirement.objects.filter(due, contract__in=contracts).order_by("pk")
    columns = ("pk", "contract", "kind", "count", "model", "unit", "due_on", "first_start_within_months", "report_on")
    starts_on, page = Coalesce("starts_on", "contract__starts_on"), numbered("contract_detail")
    case = [f"contract__procurement{name}" for name in ("", "__title", "__department", "__responsible")]
    # There may be hundreds of thousands, most of them long before or after the days: they are never all in memory, and
    # no more is read of each than is told.
    for row in rows.values_list(*columns, starts_on, *case).iterator():
        pk, contract, kind, count, model, unit, due_on, months, report_on, start, *case_of = row
        name, whole = requirement_text(kind, count, model, unit), (Case(*case_of), page(contract))
        if due_on:
            yield _promised(f"requirement:{pk}", f"Följ upp kravet: {name}", due_on, *whole)
        if first := first_start_due(start, months):
            title = f"Första insatsen ska ha börjat eller erbjudits: {name}"
            yield _promised(f"requirement-start:{pk}", title, first, *whole)
        for day in report_on:
            title = f"Leverantören ska rapportera: {name}"
            yield _promised(f"requirement-report:{pk}:{day}", title, day, *whole, lapses=True)


def _decisions(contracts, since: date, until: date) -> Iterator[Owed]:
    recorded = TruncDate("created_at", output_field=DateField())
    rows = contracts.with_decision().filter(decision=Decision.OPEN).annotate(due=Coalesce("starts_on", recorded))
    for contract in rows.filter(due__range=(since, until)):
        title = f"Besluta om krav på avtalet {contract.name}"
        yield _owed(contract, f"contract-decision:{contract.pk}", title, contract.due, GUIDELINE, permission=CHANGE)


def _ends(contracts, since: date, until: date) -> Iterator[Owed]:
    for contract in contracts.filter(is_until_further_notice=False, ends_on__range=(since, until)):
        title = f"Avtalet {contract.name} går ut"
        yield _owed(contract, f"contract-end:{contract.pk}", title, contract.ends_on, "avtalet", lapses=True)


def _after_signing(contracts, since: date, until: date) -> Iterator[Owed]:
    """What the law asks for within 30 days of signing, until it is noted as done (10:4, 12:14, 19:7, 19:22)."""
    days = timedelta(days=periods.AFTER_CONTRACT_DAYS)
    undone = Q(result_notice_sent_on=None) | Q(documentation_done_on=None)
    for contract in contracts.filter(undone, signed_on__range=(since - days, until - days)):
        for what, due_on, paragraph in after_signing(contract, contract.procurement):
            title = f"{_AFTER_SIGNING[what]} för avtalet {contract.name}"
            yield _to_do(contract, f"{what}:{contract.pk}", title, due_on, paragraph)


def after_signing(contract: Contract, procurement: Procurement) -> Iterator[tuple[str, date, str]]:
    """What is left to do after the signing: what (a key of `_AFTER_SIGNING`), its last day and its paragraph."""
    if contract.signed_on is None:
        return
    value = procurement.estimated_value if contract.value is None else contract.value
    facts = {"procedure": procurement.procedure, "value": value}
    is_call_off = contract.kind == ContractKind.CALL_OFF
    notice = periods.result_notice_due(contract.signed_on, is_call_off=is_call_off, **facts)
    if notice.due_on and contract.result_notice_sent_on is None:
        yield "result-notice", notice.due_on, notice.paragraph
    documents = periods.documentation_due(contract.signed_on, **facts)
    if documents.due_on and contract.documentation_done_on is None:
        yield "documentation", documents.due_on, documents.paragraph


_AFTER_SIGNING = {"result-notice": "Skicka efterannons", "documentation": "Gör dokumentationen klar"}


def _options(contracts, since: date, until: date) -> Iterator[Owed]:
    """An option that is not decided: begin sixty days before the last day to call it, and call it by that day."""
    rows = ExtensionOption.objects.filter(contract__in=contracts, outcome=OptionOutcome.OPEN)
    rows = rows.filter(last_call_on__range=(since, until + OPTION_NOTICE)).order_by("pk")
    for option in rows.select_related("contract__procurement"):
        name, last = option.contract.name, option.last_call_on
        title = f"Ta ställning till {option} av avtalet {name}"
        decide = reverse("option_update", args=[option.pk])
        yield _to_do(option.contract, f"option-notice:{option.pk}", title, last - OPTION_NOTICE, EXTENSION, decide)
        title = f"Sista dag att utnyttja {option} av avtalet {name}"
        yield _to_do(option.contract, f"option-call:{option.pk}", title, last, EXTENSION, decide)


def _promised(key: str, title: str, on: date, case: Case, url: str, *, lapses: bool = False) -> Owed:
    return Owed(key, title, on, case, CLAUSE, url, SEE, lapses=lapses)


def _to_do(contract: Contract, key: str, title: str, on: date, legal_basis: str, act_url: str = "") -> Owed:
    """What the officer does, on the contract's form if no other is named, and its department follows."""
    act_url = act_url or address("contract_update", contract.pk)
    return _owed(contract, key, title, on, legal_basis, permission=FOLLOW, act_url=act_url)


def _owed(
    contract: Contract,
    key: str,
    title: str,
    on: date,
    legal_basis: str,
    *,
    permission: str = SEE,
    act_url: str = "",
    lapses: bool = False,
) -> Owed:
    url = contract.get_absolute_url()
    return Owed(key, title, on, contract.procurement, legal_basis, url, permission, act_url, lapses)
