"""What deviations raise themselves from, read from the rows: reports, commitments, meetings and the plan's days."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from apps.accounts.models import Organisation
from apps.followups import raising
from apps.followups.choices import (
    MEETING_POINTS,
    DeviationState,
    MeetingState,
    PointState,
    RequestState,
)
from apps.followups.models import Deviation, Meeting, Point, ReportRequest
from apps.followups.report_states import WRITABLE
from apps.followups.standings import Standing, standings
from apps.procurements.models import Contract

# How long after its end a contract is still looked at: the final report and the evaluation come then.
WATCHED_AFTER_END = timedelta(days=90)


def watched(organisation: Organisation, *, today: date) -> QuerySet[Contract]:
    """The organisation's contracts that have begun and have not long been over."""
    goes_on = Q(is_until_further_notice=True) | Q(ends_on=None) | Q(ends_on__gte=today - WATCHED_AFTER_END)
    has_begun = Q(starts_on=None) | Q(starts_on__lte=today)
    rows = Contract.objects.filter(goes_on, has_begun, organisation=organisation)
    return rows.select_related("procurement").order_by("pk")


def facts_of(contracts: Collection[Contract], *, today: date) -> raising.Facts:
    """Everything looked at about the contracts, in ten questions however many there are."""
    keys = [contract.pk for contract in contracts]
    found = standings(contracts, today=today)
    return raising.Facts(
        reports=tuple(_reports(keys)),
        commitments=tuple(_commitment(each) for rows in found.values() for each in rows),
        meetings=tuple(_meetings(keys)),
        points=tuple(_points(keys)),
    )


def raised_of(rows: QuerySet[Deviation]) -> tuple[raising.Raised, ...]:
    """Those of the deviations that raised themselves."""
    own = rows.filter(raised_key__isnull=False).values_list("raised_key", "state")
    return tuple(raising.Raised(*row) for row in own)


def whose_cause_is_gone(deviations: Iterable[Deviation], *, today: date) -> set[int]:
    """The keys of the open deviations whose cause is no more, such as a report that has come."""
    open_rows = [row for row in deviations if row.raised_key and row.state == DeviationState.OPEN]
    if not open_rows:
        return set()
    facts = facts_of(list({row.contract_id: row.contract for row in open_rows}.values()), today=today)
    raised = tuple(raising.Raised(row.raised_key, row.state) for row in open_rows)
    gone = set(raising.gone(facts, raised, today=today))
    return {row.pk for row in open_rows if row.raised_key in gone}


def _reports(contracts: list[int]):
    sent_back = (RequestState.MORE_ASKED, RequestState.REJECTED)
    last_sent_back = Max("timeline__at", filter=Q(timeline__state__in=sent_back))
    rows = ReportRequest.objects.filter(contract__in=contracts, state__in=WRITABLE).order_by("pk")
    columns = ("pk", "contract", "state", "due_on", "point", "back_at")
    for pk, contract, state, due_on, point, back_at in rows.annotate(back_at=last_sent_back).values_list(*columns):
        # What was sent back is late after the day set for it: the report's own day was set before that.
        is_old = state in sent_back and (back_at is None or due_on < timezone.localdate(back_at))
        yield raising.Report(pk, contract, state, None if is_old else due_on, point)


def _commitment(standing: Standing) -> raising.Commitment:
    requirement, first = standing.requirement, standing.first_start
    return raising.Commitment(
        requirement.pk,
        requirement.contract_id,
        str(requirement),
        standing.state,
        first.due_on if first else None,
        first.state if first else "",
    )


def _meetings(contracts: list[int]):
    rows = Meeting.objects.filter(contract__in=contracts).exclude(state=MeetingState.CLOSED).order_by("pk")
    for pk, contract, state, planned_at, point in rows.values_list("pk", "contract", "state", "planned_at", "point"):
        yield raising.Meeting(pk, contract, state, timezone.localdate(planned_at), point)


def _points(contracts: list[int]):
    rows = Point.objects.filter(contract__in=contracts, kind__in=MEETING_POINTS, state=PointState.PLANNED)
    for row in rows.order_by("pk").values_list("pk", "contract", "kind", "state", "due_on"):
        yield raising.Point(*row)
