"""Days of the plans that somebody must act on, unless something else already reminds of them."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef

from apps.accounts.models import Organisation
from apps.core.addresses import address
from apps.core.deadlines import Deadline
from apps.followups.choices import PointKind, PointState, RequestState
from apps.followups.models import Point, ReportRequest
from apps.procurements.models import Requirement
from apps.procurements.models.contract import contract_name

PERMISSION = "followups.change_followup"
TITLES = {
    PointKind.KICKOFF: "Håll uppstartsmötet om avtalet {}",
    PointKind.FIRST_START: "Kontrollera att den första insatsen har börjat eller erbjudits: {}",
    PointKind.REPORT: "Begär leverantörens rapport om avtalet {}",
    PointKind.DIALOGUE: "Håll dialogmötet om avtalet {}",
    PointKind.FINAL_REPORT: "Begär slutrapporten om avtalet {}",
    PointKind.EVALUATION: "Utvärdera avtalet {}",
}


def open_deadlines(*, since: date, until: date, organisation: Organisation) -> Iterator[Deadline]:
    """The planned points between the two days (both included).

    A report that is asked for has a day of its own, and what a requirement states is reminded of as its own day.
    """
    asked = ReportRequest.objects.filter(point=OuterRef("pk")).exclude(state=RequestState.WITHDRAWN)
    rows = Point.objects.filter(organisation=organisation, state=PointState.PLANNED, due_on__range=(since, until))
    rows = rows.exclude(Exists(asked)).order_by("pk")
    stated_days, stated_starts = _stated(organisation)
    columns = ("pk", "kind", "due_on", "contract", "contract__number", "contract__title")
    case = [f"contract__procurement{name}" for name in ("", "__title", "__department", "__responsible")]
    for pk, kind, due_on, contract, number, title, *of in rows.values_list(*columns, *case):
        if kind == PointKind.FIRST_START and contract in stated_starts:
            continue
        if (contract, due_on) in stated_days:
            continue
        procurement, procurement_title, department, responsible = of
        yield Deadline(
            key=f"point:{pk}",
            title=TITLES[PointKind(kind)].format(contract_name(contract, number, title)),
            due_on=due_on,
            organisation_id=organisation.pk,
            owner_department_id=department,
            responsible_id=responsible,
            legal_basis="uppföljningsplanen",
            url=address("followup_plan", contract),
            permission=PERMISSION,
            context=procurement_title,
            context_url=address("procurement_detail", procurement),
            act_url=address("point_update", pk),
            act_permission=PERMISSION,
        )


def _stated(organisation: Organisation) -> tuple[set[tuple[int, date]], set[int]]:
    """The days of report, and the contracts with a first start, that requirements themselves state."""
    rows = Requirement.objects.filter(contract__organisation=organisation)
    days, starts = set(), set()
    for contract, report_on in rows.exclude(report_on=[]).values_list("contract", "report_on"):
        days |= {(contract, day) for day in report_on}
    starts |= set(rows.filter(first_start_within_months__isnull=False).values_list("contract", flat=True))
    return days, starts
