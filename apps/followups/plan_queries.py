"""What plans of follow-up are made of, read from the rows: days, requirements, points and what speaks for trouble."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from apps.accounts.models import Organisation
from apps.followups.choices import DeviationCause, DeviationState, MeetingState, PointState, RequestState, SanctionState
from apps.followups.choices import Step as LadderStep
from apps.followups.intensity import DEFAULT_RULE, Proposal, Risk, Rule, propose
from apps.followups.models import Deviation, FollowUpPlan, IntensityRule, Meeting, Point, ReportRequest, Sanction
from apps.followups.schedule import EVALUATION_DAYS, ContractDays, Obligation, Standing
from apps.procurements.models import Contract, Requirement

# Until when a contract that has ended is still followed up: the evaluation is made then.
AFTERWARDS = timedelta(days=2 * EVALUATION_DAYS)


@dataclass(frozen=True, slots=True)
class Case:
    """A contract with what its plan is made of: days, points that exist, its plan if any, and the proposed class."""

    contract: Contract
    days: ContractDays
    points: tuple[Standing, ...]
    plan: FollowUpPlan | None
    proposal: Proposal
    # Its planned points and their days.
    open_days: dict[int, date]

    @property
    def intensity(self) -> str:
        """The class that holds: the plan's, else the proposed one."""
        return self.plan.intensity if self.plan else self.proposal.intensity

    @property
    def is_to_decide(self) -> bool:
        """Whether the proposal is another class than the one that holds."""
        return self.plan is not None and self.plan.intensity != self.proposal.intensity


def with_requirement(rows: QuerySet[Contract]) -> QuerySet[Contract]:
    """Those of the contracts that have a requirement."""
    return rows.filter(Exists(Requirement.objects.filter(contract=OuterRef("pk"))))


def under_way(rows: QuerySet[Contract], *, today: date) -> QuerySet[Contract]:
    """Those with a requirement and a day to count from, which have not long been over."""
    goes_on = Q(is_until_further_notice=True) | Q(ends_on=None) | Q(ends_on__gte=today - AFTERWARDS)
    has_start = Q(signed_on__isnull=False) | Q(starts_on__isnull=False)
    return with_requirement(rows).filter(goes_on, has_start)


def rule_of(organisation: Organisation) -> Rule:
    """The organisation's own limits, else the defaults."""
    row = IntensityRule.objects.filter(organisation=organisation).first()
    return Rule(row.deep_from_value, row.normal_from_value, tuple(row.deep_models)) if row else DEFAULT_RULE


def cases(contracts: Iterable[Contract], rule: Rule) -> list[Case]:
    """The contracts of one organisation with all that plans need, in seven questions however many there are."""
    contracts = list(contracts)
    keys = [contract.pk for contract in contracts]
    asked, points = _requirements(keys), _points(keys)
    risks = risks_of(keys)
    plans = {plan.contract_id: plan for plan in FollowUpPlan.objects.filter(contract__in=keys)}
    found = []
    for contract in contracts:
        own, rows = asked[contract.pk], points[contract.pk]
        proposal = propose(contract.value, {each.model for each in own}, risks[contract.pk], rule)
        end = None if contract.is_until_further_notice else contract.ends_on
        days = ContractDays(contract.signed_on, contract.starts_on, end, own)
        open_days = {each.pk: each.due_on for each, is_open in rows if is_open}
        standing = tuple(each for each, _ in rows)
        found.append(Case(contract, days, standing, plans.get(contract.pk), proposal, open_days))
    return found


def case_of(contract: Contract) -> Case:
    """One contract with all that its plan needs."""
    (found,) = cases([contract], rule_of(contract.organisation))
    return found


def risks_of(contracts: Collection[int]) -> dict[int, Risk]:
    """What speaks for trouble in each contract: its open deviations, and sanctions its suppliers have had there."""
    open_rows = Deviation.objects.filter(contract__in=contracts, state=DeviationState.OPEN).order_by()
    counted = open_rows.values("contract").annotate(
        number=Count("pk"), behind=Count("pk", filter=Q(cause=DeviationCause.BEHIND_PLAN))
    )
    deviations = {row["contract"]: row for row in counted}
    steps = (LadderStep.WARNING, LadderStep.PENALTY, LadderStep.BLOCK, LadderStep.TERMINATION)
    taken = Sanction.objects.filter(deviation__contract__in=contracts, state=SanctionState.DECIDED, step__in=steps)
    sanctions = dict(taken.order_by().values_list("deviation__contract").annotate(number=Count("pk")))
    nothing = {"number": 0, "behind": 0}
    return {
        key: Risk(
            open_deviations=deviations.get(key, nothing)["number"],
            sanctions=sanctions.get(key, 0),
            is_behind=bool(deviations.get(key, nothing)["behind"]),
        )
        for key in contracts
    }


def held_points(rows: QuerySet[Point]) -> QuerySet[Point]:
    """Points with `is_held`: a meeting is booked for it or a report asked, so it is nothing the generator may move."""
    booked = Meeting.objects.filter(point=OuterRef("pk")).exclude(state=MeetingState.CANCELLED)
    asked = ReportRequest.objects.filter(point=OuterRef("pk")).exclude(state=RequestState.WITHDRAWN)
    return rows.annotate(is_held=Exists(booked) | Exists(asked))


def _requirements(contracts: list[int]) -> dict[int, tuple[Obligation, ...]]:
    rows = Requirement.objects.filter(contract__in=contracts).order_by("pk")
    found = defaultdict(tuple)
    columns = ("contract", "model", "first_start_within_months", "report_on")
    for contract, model, months, report_on in rows.values_list(*columns):
        found[contract] += (Obligation(model, months, tuple(report_on)),)
    return found


def _points(contracts: list[int]) -> dict[int, list[tuple[Standing, bool]]]:
    rows = held_points(Point.objects.filter(contract__in=contracts)).order_by("due_on", "pk")
    found = defaultdict(list)
    columns = ("contract", "pk", "kind", "due_on", "state", "is_by_hand", "is_held")
    for contract, pk, kind, due_on, state, is_by_hand, is_held in rows.values_list(*columns):
        is_open = state == PointState.PLANNED
        standing = Standing(pk, kind, due_on, is_fixed=not is_open or is_by_hand or is_held)
        found[contract].append((standing, is_open))
    return found
