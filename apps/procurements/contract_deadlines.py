"""Dates of contracts, their options and their requirements that somebody must act on."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from apps.core.addresses import address, numbered
from apps.procurements import periods
from apps.procurements.choices import ContractKind, OptionOutcome, requirement_text
from apps.procurements.models import Contract, ExtensionOption, Requirement
from apps.procurements.models.contract import contract_name
from apps.procurements.obligations import first_start_due
from apps.procurements.owed import CHANGE, GUIDELINE, Case, Owed

SEE, FOLLOW = "procurements.view_procurement", "procurements.follow_procurement"
# How long before the last day to call an extension somebody must begin to decide.
OPTION_NOTICE = timedelta(days=60)
EXTENSION, CLAUSE = "17 kap. 10 § LOU", "avtalets klausul"


def owed(contracts: QuerySet[Contract], since: date, until: date) -> Iterator[Owed]:
    """Every date of the contracts that may fall between the days.

    `next_dates` tells the same days of the few in a list: a new kind of date is added there too.
    A few fall outside, which the caller leaves out. A decision about a requirement is due when the contract starts, or
    the day it was recorded when it has no start: an overdue one is found with an early `since`.
    """
    found = {row.pk: row for row in _read(contracts)}
    page = numbered("contract_detail")
    yield from _requirements(found, page, since, until)
    for row in found.values():
        yield from _of(row, page(row.pk))
    yield from _options(found, page, since, until)


def _read(contracts: QuerySet[Contract]) -> Iterable[Any]:
    """The contracts with what decides their days, and no more: there may be thousands, and most have none."""
    rows = contracts.annotate(
        is_promised=Exists(Requirement.objects.filter(contract=OuterRef("pk")).order_by()),
        case=F("procurement__title"),
        department=F("procurement__department"),
        responsible=F("procurement__responsible"),
        procedure=F("procurement__procedure"),
        estimated_value=F("procurement__estimated_value"),
    )
    own = ("pk", "kind", "number", "title", "value", "procurement_id", "created_at", "no_requirement_reason")
    days = ("signed_on", "starts_on", "ends_on", "is_until_further_notice")
    done = ("result_notice_sent_on", "documentation_done_on", "is_promised")
    case = ("case", "department", "responsible", "procedure", "estimated_value")
    return rows.order_by().values_list(*own, *days, *done, *case, named=True)


def _case(row: Any) -> Case:
    return Case(row.procurement_id, row.case, row.department, row.responsible)


def _requirements(found: Mapping[int, Any], page: Callable[[int], str], since: date, until: date) -> Iterator[Owed]:
    due = Q(due_on__range=(since, until)) | Q(first_start_within_months__isnull=False) | ~Q(report_on=[])
    rows = Requirement.objects.filter(due, contract__in=found).order_by()
    columns = ("pk", "contract", "kind", "count", "model", "unit", "due_on", "first_start_within_months", "report_on")
    # There may be hundreds of thousands, most of them long before or after the days: they are never all in memory, and
    # no more is read of each than is told.
    for row in rows.values_list(*columns, "starts_on").iterator():
        pk, contract, kind, count, model, unit, due_on, months, report_on, starts_on = row
        name, whole = requirement_text(kind, count, model, unit), (_case(found[contract]), page(contract))
        if due_on:
            yield _promised(f"requirement:{pk}", f"Följ upp kravet: {name}", due_on, *whole)
        if first := first_start_due(starts_on or found[contract].starts_on, months):
            title = f"Första insatsen ska ha börjat eller erbjudits: {name}"
            yield _promised(f"requirement-start:{pk}", title, first, *whole)
        for day in report_on:
            title = f"Leverantören ska rapportera: {name}"
            yield _promised(f"requirement-report:{pk}:{day}", title, day, *whole, lapses=True)


def _of(row: Any, url: str) -> Iterator[Owed]:
    """What of the contract itself is to be decided, ends, or is left to do after the signing."""
    case, name = _case(row), contract_name(row.pk, row.number, row.title)
    if not (row.is_promised or row.no_requirement_reason):
        due_on = row.starts_on or timezone.localdate(row.created_at)
        title = f"Besluta om krav på avtalet {name}"
        yield Owed(f"contract-decision:{row.pk}", title, due_on, case, GUIDELINE, url, CHANGE)
    if row.ends_on and not row.is_until_further_notice:
        yield Owed(
            f"contract-end:{row.pk}", f"Avtalet {name} går ut", row.ends_on, case, "avtalet", url, SEE, lapses=True
        )
    for what, due_on, paragraph in after_signing(row, row):
        title = f"{_AFTER_SIGNING[what]} för avtalet {name}"
        update = address("contract_update", row.pk)
        yield Owed(f"{what}:{row.pk}", title, due_on, case, paragraph, url, FOLLOW, update)


def after_signing(contract: Any, procurement: Any) -> Iterator[tuple[str, date, str]]:
    """What is left to do after the signing, until it is noted as done (10:4, 12:14, 19:7, 19:22): what (a key of
    `_AFTER_SIGNING`), its last day and its paragraph. Rows that tell the same as the models will do.
    """
    if contract.signed_on is None or (contract.result_notice_sent_on and contract.documentation_done_on):
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


def _options(found: Mapping[int, Any], page: Callable[[int], str], since: date, until: date) -> Iterator[Owed]:
    """An option that is not decided: begin sixty days before the last day to call it, and call it by that day."""
    rows = ExtensionOption.objects.filter(contract__in=found, outcome=OptionOutcome.OPEN)
    rows = rows.filter(last_call_on__range=(since, until + OPTION_NOTICE)).order_by()
    for option in rows:
        row, last = found[option.contract_id], option.last_call_on
        name, decide = contract_name(row.pk, row.number, row.title), address("option_update", option.pk)
        whole = (_case(row), EXTENSION, page(row.pk), FOLLOW, decide)
        title = f"Ta ställning till {option} av avtalet {name}"
        yield Owed(f"option-notice:{option.pk}", title, last - OPTION_NOTICE, *whole)
        title = f"Sista dag att utnyttja {option} av avtalet {name}"
        yield Owed(f"option-call:{option.pk}", title, last, *whole)


def _promised(key: str, title: str, on: date, case: Case, url: str, *, lapses: bool = False) -> Owed:
    return Owed(key, title, on, case, CLAUSE, url, SEE, lapses=lapses)
