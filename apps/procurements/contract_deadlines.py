"""Dates of contracts, their options and their requirements that somebody must act on."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from apps.core.deadlines import Deadline
from apps.core.lookups import is_given
from apps.core.questions import Given, Question
from apps.procurements import periods
from apps.procurements.choices import DEAD_PHASES, ContractKind, OptionOutcome, requirement_text
from apps.procurements.models import Contract, ExtensionOption, Procurement, Requirement
from apps.procurements.models.contract import contract_name, option_name
from apps.procurements.obligations import first_start_due
from apps.procurements.owed import CHANGE, GUIDELINE, Behalf, Case

SEE, FOLLOW = "procurements.view_procurement", "procurements.follow_procurement"
# How long before the last day to call an extension somebody must begin to decide.
OPTION_NOTICE = timedelta(days=60)
# The requirements of so many contracts are read at once.
TOGETHER = 1000
EXTENSION, CLAUSE = "17 kap. 10 § LOU", "avtalets klausul"


class _Contract(NamedTuple):
    """What decides a contract's dates, and what they tell of its case: there may be thousands, and most have none."""

    pk: int
    kind: str
    number: str
    title: str
    value: Decimal | None
    created_at: datetime
    no_requirement_reason: str
    signed_on: date | None
    starts_on: date | None
    ends_on: date | None
    is_until_further_notice: bool
    result_notice_sent_on: date | None
    documentation_done_on: date | None
    is_promised: bool
    procedure: str
    estimated_value: Decimal | None
    case: Case

    @property
    def name(self) -> str:
        return contract_name(self.pk, self.number, self.title)


def _contracts() -> QuerySet:
    """Those of living procurements that are the organisation's or that it takes part in."""
    own = Procurement.objects.of(Given("organisation")).exclude(phase__in=DEAD_PHASES)
    rows = Contract.objects.filter(procurement__in=own.order_by()).order_by()
    rows = rows.annotate(
        is_promised=Exists(Requirement.objects.filter(contract=OuterRef("pk")).order_by()),
        procedure=F("procurement__procedure"),
        estimated_value=F("procurement__estimated_value"),
    )
    case = ("procurement_id", "procurement__title", "procurement__department", "procurement__responsible")
    return rows.values_list(*_Contract._fields[:-1], *case)


_ALL = Question(_contracts)
_OF_ONE = Question(lambda: _contracts().filter(procurement=Given("procurement")))
_OWN = len(_Contract._fields) - 1


def owed(us: Behalf, procurement: int | None = None) -> Iterator[Deadline | None]:
    """Every date that may fall between the days, of the contracts of the organisation's procurements and of those it
    takes part in; of one procurement when its id is given.

    `next_dates` tells the same days of the few in a list: a new kind of date is added there too.
    A few fall outside, which the caller leaves out. A decision about a requirement is due when the contract starts, or
    the day it was recorded when it has no start: an overdue one is found with an early `since`.
    """
    asked = _OF_ONE if procurement else _ALL
    rows = asked.ask(organisation=us.organisation_id, procurement=procurement)
    found = {row[0]: _Contract(*row[:_OWN], Case(*row[_OWN:])) for row in rows}
    yield from _requirements(found, us)
    for row in found.values():
        yield from _of(row, us)
    yield from _options(found, us)


def _requirements(found: Mapping[int, _Contract], us: Behalf) -> Iterator[Deadline | None]:
    for row in _of_contracts(list(found), us):
        pk, contract, kind, count, model, unit, due_on, months, report_on, starts_on = row
        name = requirement_text(kind, count, model, unit)
        whole = (found[contract].case, CLAUSE, us.at("contract_detail", contract), SEE)
        if due_on:
            yield us.owes(f"requirement:{pk}", f"Följ upp kravet: {name}", due_on, *whole)
        if first := first_start_due(starts_on or found[contract].starts_on, months):
            title = f"Första insatsen ska ha börjat eller erbjudits: {name}"
            yield us.owes(f"requirement-start:{pk}", title, first, *whole)
        for day in report_on:
            title = f"Leverantören ska rapportera: {name}"
            yield us.owes(f"requirement-report:{pk}:{day}", title, day, *whole, lapses=True)


def _of_contracts(contracts: list[int], us: Behalf) -> Iterator[tuple]:
    """There may be hundreds of thousands, most of them long before or after the days: they are never all in memory, and
    no more is read of each than is told.
    """
    for first in range(0, len(contracts), TOGETHER):
        yield from _OBLIGED.ask(contracts=contracts[first : first + TOGETHER], since=us.since, until=us.until)


def _obliged() -> QuerySet:
    due = Q(due_on__range=(Given("since"), Given("until"))) | Q(first_start_within_months__isnull=False)
    rows = Requirement.objects.filter(due | ~Q(report_on=[]), is_given("contract", "contracts")).order_by()
    columns = ("pk", "contract", "kind", "count", "model", "unit", "due_on", "first_start_within_months", "report_on")
    return rows.values_list(*columns, "starts_on")


_OBLIGED = Question(_obliged)


def _of(row: _Contract, us: Behalf) -> Iterator[Deadline | None]:
    """What of the contract itself is to be decided, ends, or is left to do after the signing."""
    case, url = row.case, us.at("contract_detail", row.pk)
    if not (row.is_promised or row.no_requirement_reason):
        due_on = row.starts_on or timezone.localdate(row.created_at)
        title = f"Besluta om krav på avtalet {row.name}"
        yield us.owes(f"contract-decision:{row.pk}", title, due_on, case, GUIDELINE, url, CHANGE)
    if row.ends_on and not row.is_until_further_notice:
        yield us.owes(
            f"contract-end:{row.pk}", f"Avtalet {row.name} går ut", row.ends_on, case, "avtalet", url, SEE, lapses=True
        )
    for what, due_on, paragraph in after_signing(row, row):
        title = f"{_AFTER_SIGNING[what]} för avtalet {row.name}"
        update = us.at("contract_update", row.pk)
        yield us.owes(f"{what}:{row.pk}", title, due_on, case, paragraph, url, FOLLOW, update)


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


def _options(found: Mapping[int, _Contract], us: Behalf) -> Iterator[Deadline | None]:
    """An option that is not decided: begin sixty days before the last day to call it, and call it by that day."""
    for option in _OPTIONS.ask(contracts=list(found), since=us.since, until=us.until + OPTION_NOTICE):
        pk, contract, months, last = option
        row, decide = found[contract], us.at("option_update", pk)
        whole, what = (
            (row.case, EXTENSION, us.at("contract_detail", contract), FOLLOW, decide),
            f"{option_name(months)} av avtalet {row.name}",
        )
        yield us.owes(f"option-notice:{pk}", f"Ta ställning till {what}", last - OPTION_NOTICE, *whole)
        yield us.owes(f"option-call:{pk}", f"Sista dag att utnyttja {what}", last, *whole)


def _open_options() -> QuerySet:
    days = (Given("since"), Given("until"))
    rows = ExtensionOption.objects.filter(is_given("contract", "contracts"), last_call_on__range=days)
    rows = rows.filter(outcome=OptionOutcome.OPEN).order_by()
    return rows.values_list("pk", "contract_id", "months", "last_call_on")


_OPTIONS = Question(_open_options)
