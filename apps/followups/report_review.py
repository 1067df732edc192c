"""What the authority decides about a report: accepted and credited, to be completed, rejected, or no longer asked for.

All raise ValidationError in Swedish.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from django.core.exceptions import ValidationError
from django.utils import timezone

from apps.core.actions import action, change
from apps.followups import report_links, report_mails
from apps.followups.choices import PointState, RequestState
from apps.followups.models import ReportLine, ReportRequest
from apps.followups.raise_actions import look_at
from apps.followups.report_asking import locked, note
from apps.followups.report_mails import Occasion
from apps.followups.report_rules import Credit, Line, default_credit
from apps.followups.report_states import comment_refusal, refusal
from apps.placements import credit_actions, ledger
from apps.placements.choices import CreditKind
from apps.placements.models import Credit as GrantedCredit
from apps.procurements.choices import RequirementUnit
from apps.procurements.wording import figure

REPORTED_UNITS = credit_actions.REPORTED_UNITS
TOO_MUCH = "Det är mer än de {most} som leverantören rapporterade. Godta högst det."
EARLIER = "Välj en dag från och med i dag, så att leverantören hinner."
FIELDS = ("offered", "filled", "hours", "full_time_months", "unfilled_reason", "has_documented_attempts", "attempts")


@action
def accept(*, by, report: ReportRequest, amounts: dict[int, Decimal], comment: str, now: datetime) -> ReportRequest:
    """Accept the report, and count `amounts` (line key to amount in the requirement's unit; 0 adds nothing).

    A second press finds the report accepted and changes nothing.
    """
    row = locked(report)
    if row.state == RequestState.ACCEPTED:
        return row
    _refuse(row, "accept", comment)
    today = timezone.localdate(now)
    for line in row.lines.select_related("requirement__contract").order_by("pk"):
        if amounts.get(line.pk):
            _grant(by, row, line, amounts[line.pk], today)
    change(row, {"state": RequestState.ACCEPTED, "settled_at": now, "settled_by": by, "draft": {}})
    _finish_point(row)
    note(row, by=by, now=now, comment=comment)
    report_mails.send(row, Occasion.ACCEPTED, said=comment)
    look_at(row.contract, today)
    return row


@action
def ask_more(*, by, report: ReportRequest, comment: str, due_on: date, now: datetime) -> ReportRequest:
    """Send the report back to be completed by a new day, with what is missing."""
    return _send_back(by, report, "more", Occasion.MORE, comment, due_on, now)


@action
def reject(*, by, report: ReportRequest, comment: str, due_on: date, now: datetime) -> ReportRequest:
    """Reject the report with the reason; the supplier may send a new one until the new day."""
    return _send_back(by, report, "reject", Occasion.REJECTED, comment, due_on, now)


@action
def withdraw(*, by, report: ReportRequest, comment: str, now: datetime) -> ReportRequest:
    """Ask no longer: the link is dead, and what was typed is gone."""
    row = locked(report)
    if row.state == RequestState.WITHDRAWN:
        return row
    _refuse(row, "withdraw", comment)
    change(row, {"state": RequestState.WITHDRAWN, "settled_at": now, "settled_by": by, "draft": {}})
    note(row, by=by, now=now, comment=comment)
    report_mails.send(row, Occasion.WITHDRAWN, said=comment)
    return row


def proposals(report: ReportRequest, lines: list[ReportLine], *, today: date) -> dict[int, Credit]:
    """What each line would add to the fulfilment, less what placements show of the same period already.

    As many queries for any number of lines.
    """
    until = min(report.period_to or today, today)
    after = ledger.read([report.contract_id], today=until)[report.contract_id]
    before_on = report.period_from - timedelta(days=1) if report.period_from else None
    before = ledger.read([report.contract_id], today=before_on)[report.contract_id] if before_on else ledger.Ledger()
    found = {}
    for line in lines:
        requirement = line.requirement
        said = Line(**{name: getattr(line, name) for name in FIELDS})
        logged = _logged(requirement, after, until) - _logged(requirement, before, before_on or until)
        unit = ledger.unit_of(requirement)
        given = default_credit(said, unit, logged=_tenth(logged), counts_attempts=requirement.counts_attempts)
        found[line.pk] = given if unit in REPORTED_UNITS else replace(given, reported=Decimal(0))
    return found


def kind_of(line: ReportLine) -> str:
    """The kind of credit that accepting the line gives, empty when placements alone count."""
    unit, requirement = ledger.unit_of(line.requirement), line.requirement
    if unit in REPORTED_UNITS:
        return CreditKind.REPORTED
    return CreditKind.ATTEMPTS if unit == RequirementUnit.PLACES and requirement.counts_attempts else ""


def most_of(line: ReportLine) -> Decimal:
    """The most that accepting the line can add: never more than was reported."""
    if kind_of(line) == CreditKind.REPORTED:
        return Decimal(line.hours or line.full_time_months or 0)
    if kind_of(line) == CreditKind.ATTEMPTS:
        return Decimal(max(0, (line.offered or 0) - (line.filled or 0)))
    return Decimal(0)


def credits_of(report: ReportRequest) -> list[GrantedCredit]:
    """What accepting the report has added."""
    rows = GrantedCredit.objects.filter(source_key__startswith=f"report:{report.pk}:")
    return list(rows.select_related("requirement").order_by("pk"))


def _logged(requirement, book: ledger.Ledger, day: date) -> Fraction:
    return ledger.delivered(requirement, replace(book, credits=[]), today=day).delivered


def _tenth(value: Fraction) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _refuse(row: ReportRequest, key: str, comment: str) -> None:
    if problem := refusal(row.state, key):
        raise ValidationError(problem)
    if problem := comment_refusal(key, comment):
        raise ValidationError({"comment": problem})


def _grant(by, row: ReportRequest, line: ReportLine, amount: Decimal, today: date) -> None:
    most = most_of(line)
    if amount > most:
        raise ValidationError({f"amount_{line.pk}": TOO_MUCH.format(most=figure(most))})
    credit_actions.grant(
        by=by,
        requirement=line.requirement,
        kind=kind_of(line),
        amount=amount,
        source=f"rapport {row.due_on}",
        source_key=f"report:{row.pk}:line:{line.pk}",
        granted_on=min(row.period_to or today, today),
    )


def _send_back(by, report, key: str, occasion: Occasion, comment: str, due_on: date, now: datetime) -> ReportRequest:
    row = locked(report)
    _refuse(row, key, comment)
    if due_on < timezone.localdate(now):
        raise ValidationError({"due_on": EARLIER})
    states = {"more": RequestState.MORE_ASKED, "reject": RequestState.REJECTED}
    link = {"link_expires_at": report_links.expires_at(due_on, now=now)}
    change(row, link | {"state": states[key], "due_on": due_on})
    note(row, by=by, now=now, comment=comment)
    report_mails.send(row, occasion, said=comment)
    return row


def _finish_point(row: ReportRequest) -> None:
    """The plan's day is done when every supplier asked for it has been heard."""
    point = row.point
    if point is None or point.state != PointState.PLANNED:
        return
    waiting = point.requests.exclude(state__in=(RequestState.ACCEPTED, RequestState.WITHDRAWN))
    if not waiting.exists():
        change(point, {"state": PointState.DONE, "done_on": timezone.localdate(row.received_at)})
