"""Days of the plans that somebody must act on, unless something else already reminds of them."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from apps.accounts.models import Organisation
from apps.core.addresses import address
from apps.core.deadlines import Deadline
from apps.core.lookups import is_given
from apps.core.questions import Given, Question
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
    found = _POINTS.ask(organisation=organisation.pk, since=since, until=until)
    stated_days, stated_starts = _stated({row[3] for row in found})
    for pk, kind, due_on, contract, number, title, *of in found:
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


def _points() -> QuerySet:
    asked = ReportRequest.objects.filter(point=OuterRef("pk")).exclude(state=RequestState.WITHDRAWN)
    rows = Point.objects.filter(organisation=Given("organisation"), state=PointState.PLANNED)
    rows = rows.filter(due_on__range=(Given("since"), Given("until"))).exclude(Exists(asked)).order_by()
    columns = ("pk", "kind", "due_on", "contract", "contract__number", "contract__title")
    case = [f"contract__procurement{name}" for name in ("", "__title", "__department", "__responsible")]
    return rows.values_list(*columns, *case)


def _stating() -> QuerySet:
    stating = Q(first_start_within_months__isnull=False) | ~Q(report_on=[])
    rows = Requirement.objects.filter(stating, is_given("contract", "contracts")).order_by()
    return rows.values_list("contract", "report_on", "first_start_within_months")


_POINTS, _STATING = Question(_points), Question(_stating)


def _stated(contracts: Collection[int]) -> tuple[set[tuple[int, date]], set[int]]:
    """The days of report, and the contracts with a first start, that requirements of the contracts themselves state."""
    days, starts = set(), set()
    for contract, report_on, months in _STATING.ask(contracts=list(contracts)) if contracts else ():
        days |= {(contract, day) for day in report_on}
        if months is not None:
            starts.add(contract)
    return days, starts
