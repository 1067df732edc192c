"""Days of reports that the authority must act on: one that has come waits for a decision, one that has not is missed.

The supplier is reminded by mail of its own (`tasks.remind_suppliers`); here the responsible officer is.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from apps.accounts.models import Organisation
from apps.core.addresses import address
from apps.core.deadlines import Deadline
from apps.core.questions import Given, Question
from apps.followups.choices import RequestState
from apps.followups.models import Deviation, ReportRequest
from apps.followups.report_states import WRITABLE
from apps.procurements.models.contract import contract_name

PERMISSION = "followups.change_followup"
# So long a supplier may have to wait for word of what it sent.
REVIEWED_WITHIN = timedelta(days=14)


def open_deadlines(*, since: date, until: date, organisation: Organisation) -> Iterator[Deadline]:
    """Reports that are asked for or to be looked at, whose day falls between the two (both included).

    One that is missing and has an open deviation is reminded of as that.
    """
    # A day of margin for the time of day and its zone; the exact day is asked of each row.
    came = {"came_from": since - REVIEWED_WITHIN - timedelta(1), "came_until": until - REVIEWED_WITHIN + timedelta(1)}
    found = _REPORTS.ask(organisation=organisation.pk, since=since, until=until, **came)
    for pk, state, due_on, received_at, officer, asked_by, *names_of in found:
        number, title, supplier, contract, department = names_of
        has_come = state == RequestState.RECEIVED
        day = timezone.localdate(received_at) + REVIEWED_WITHIN if has_come else due_on
        if not since <= day <= until:
            continue
        yield Deadline(
            key=f"report:{pk}:review" if has_come else f"report:{pk}",
            title=f"Granska rapporten från {supplier}" if has_come else f"Rapport från {supplier} ska vara inne",
            due_on=day,
            organisation_id=organisation.pk,
            owner_department_id=department,
            responsible_id=officer or asked_by,
            legal_basis="",
            url=address("report_detail", pk),
            permission=PERMISSION,
            context=contract_name(contract, number, title),
            context_url=address("contract_detail", contract),
            act_url=address("report_accept", pk) if has_come else "",
            act_permission=PERMISSION,
        )


def _reports() -> QuerySet:
    waits = Q(state=RequestState.RECEIVED, received_at__date__range=(Given("came_from"), Given("came_until")))
    raised = Deviation.objects.open().filter(request=OuterRef("pk"))
    missing = Q(~Exists(raised), state__in=WRITABLE, due_on__range=(Given("since"), Given("until")))
    columns = ("pk", "state", "due_on", "received_at", "contract__procurement__responsible", "asked_by")
    names = ("contract__number", "contract__title", "supplier__name", "contract", "contract__procurement__department")
    rows = ReportRequest.objects.filter(waits | missing, organisation=Given("organisation")).order_by()
    return rows.values_list(*columns, *names)


_REPORTS = Question(_reports)
