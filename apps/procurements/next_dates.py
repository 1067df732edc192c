"""The next date of each procurement in a list: the days of `deadlines`, without the words, in one question.

What `deadlines.open_deadlines` gives must be the same; a test holds the two together.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.utils import timezone

from apps.accounts.models import Organisation
from apps.core.lookups import is_given
from apps.core.questions import Question
from apps.procurements import periods
from apps.procurements.choices import COMING_PHASES, DEAD_PHASES, Decision, OptionOutcome, Phase
from apps.procurements.contract_deadlines import OPTION_NOTICE, after_signing
from apps.procurements.deadlines import ASKING, sign_from
from apps.procurements.models import Contract, ExtensionOption, Procurement, Requirement
from apps.procurements.obligations import first_start_due

AHEAD = timedelta(days=365)


def next_dates(organisation: Organisation, today: date, shown: Iterable[Any]) -> dict[int, date]:
    """The next date from today on that the organisation must act on or should know of, by procurement, as far ahead as
    a year. `shown` are its own procurements and those it takes part in, or rows that tell the same.
    """
    living = {row.pk: row for row in shown if row.phase not in DEAD_PHASES}
    days = [(row.pk, day) for row in living.values() for day in _of_procurement(row)]
    for contract in map(_Contract._make, _CONTRACTS.ask(procurements=list(living)) if living else ()):
        procurement = living[contract.procurement_id]
        is_ours = procurement.organisation_id == organisation.pk
        days += [(procurement.pk, day) for day in _of_contract(contract, procurement, is_ours)]
    found: dict[int, date] = {}
    for key, day in days:
        if day is not None and today <= day <= today + AHEAD:
            found[key] = min(day, found.get(key, day))
    return found


class _Contract(NamedTuple):
    """What decides the days of a contract: its own fields, and the days of its requirements (`obliged`) and of its
    undecided options (`calls`).
    """

    procurement_id: int
    kind: str
    value: Decimal | None
    decision: str
    created_at: datetime
    signed_on: date | None
    starts_on: date | None
    ends_on: date | None
    is_until_further_notice: bool
    result_notice_sent_on: date | None
    documentation_done_on: date | None
    obliged: list[dict]
    calls: list[date]


def _contracts() -> QuerySet:
    obliged = Requirement.objects.filter(contract=OuterRef("pk")).order_by()
    facts = {"due": "due_on", "start": "starts_on", "months": "first_start_within_months", "reports": "report_on"}
    options = ExtensionOption.objects.filter(contract=OuterRef("pk"), outcome=OptionOutcome.OPEN).order_by()
    lists = {
        "obliged": ArraySubquery(obliged.values(json=JSONObject(**facts))),
        "calls": ArraySubquery(options.values("last_call_on")),
    }
    rows = Contract.objects.filter(is_given("procurement", "procurements")).order_by().with_decision()
    return rows.annotate(**lists).values_list(*_Contract._fields)


_CONTRACTS = Question(_contracts)


def _of_procurement(row: Procurement) -> Iterator[date | None]:
    if row.phase in COMING_PHASES:
        yield row.planned_publication_on
    if row.phase in ASKING:
        yield row.questions_close_on
        if row.tender_deadline_at:
            closes_on = timezone.localtime(row.tender_deadline_at).date()
            yield closes_on
            yield periods.latest_answers_on(closes_on, row.is_accelerated)
    if row.phase in (Phase.AWARDED, Phase.STANDSTILL):
        yield sign_from(row)


def _of_contract(contract: _Contract, procurement: Procurement, is_ours: bool) -> Iterator[date | None]:
    for each in contract.obliged:
        yield _day(each["due"])
        yield first_start_due(_day(each["start"]) or contract.starts_on, each["months"])
        yield from map(_day, each["reports"])
    if contract.decision == Decision.OPEN and is_ours:
        yield contract.starts_on or timezone.localdate(contract.created_at)
    if not contract.is_until_further_notice:
        yield contract.ends_on
    yield from (day for _, day, _ in after_signing(contract, procurement))
    for last in contract.calls:
        yield from (last - OPTION_NOTICE, last)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
