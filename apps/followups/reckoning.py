"""What a penalty for a deviation comes to, from its requirement's clause and what the form says."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.db.models import Sum
from django.utils import timezone

from apps.followups import penalty
from apps.followups.choices import CommitmentState, DeviationCause, RequestState, SanctionState, Step
from apps.followups.ladder import Clauses, Past, clauses_of
from apps.followups.models import Deviation, Sanction
from apps.followups.standings import Standing, standings
from apps.procurements.choices import PenaltyUnit
from apps.procurements.models import Requirement
from apps.procurements.wording import counted, kronor

NOTHING = "Klausulen ger inget vite: {text}. Ändra underlaget, eller anteckna att ingen sanktion tas."
SPENT = "Taket {cap} för vite enligt klausulen är redan uttaget, så inget mer kan tas ut. Välj ett annat steg."
CAME = "Rapporten kom in {came}, så vite kan räknas till och med den dagen. Ange en tidigare dag än {day}."
FUTURE = "Vite kan räknas till och med i dag, {today}. Ange en tidigare dag än {day}."
TOO_MUCH = "Kravet gäller {count}, så {missing} kan inte saknas. Ange högst {count}."


@dataclass(frozen=True, slots=True)
class Basis:
    """What a penalty is reckoned by: days late, from the last day to a day; or how many are missing."""

    from_on: date | None = None
    until_on: date | None = None
    missing: int | None = None


def ground_of(deviation: Deviation) -> Requirement | None:
    """The requirement whose clauses a sanction rests on: the deviation's own, else the contract's only one."""
    if deviation.requirement_id:
        return deviation.requirement
    rows = list(Requirement.objects.filter(contract=deviation.contract_id)[:2])
    return rows[0] if len(rows) == 1 else None


def clauses_for(requirement: Requirement | None) -> Clauses:
    """What the requirement gives the right to; nothing without one."""
    if requirement is None:
        return Clauses(of_requirement=False)
    return clauses_of(
        requirement.penalty_amount,
        requirement.penalty_unit,
        requirement.blocks_call_offs,
        requirement.allows_termination,
        requirement.rectification_days,
    )


def history_of(deviation: Deviation) -> list[Past]:
    """The deviation's steps as the ladder reads them."""
    columns = ("step", "state", "decided_on", "rectify_by")
    return [Past(*row) for row in deviation.sanctions.order_by("pk").values_list(*columns)]


def first_basis(deviation: Deviation, requirement: Requirement, *, today: date) -> Basis:
    """What the form proposes: from the promised day until today, or what the ledger says is missing."""
    found = standings([deviation.contract], today=today).get(deviation.contract_id, [])
    standing = next((each for each in found if each.requirement.pk == requirement.pk), None)
    if requirement.penalty_unit != PenaltyUnit.WEEK:
        return Basis(missing=int(standing.missing) if standing else 0)
    return Basis(_promised_on(deviation, standing), min(today, came_on(deviation) or today))


def came_on(deviation: Deviation) -> date | None:
    """The day on which the report that was late came, in time or not for what was asked next; None when it has not."""
    if deviation.cause != DeviationCause.REPORT_LATE or deviation.request is None:
        return None
    since = timezone.make_aware(datetime.combine(deviation.raised_on, time()))
    rows = deviation.request.timeline.filter(state=RequestState.RECEIVED, at__gte=since)
    came = rows.order_by("pk").values_list("at", flat=True).first()
    return timezone.localdate(came) if came else None


def reckon(
    requirement: Requirement,
    basis: Basis,
    *,
    today: date,
    besides: int | None = None,
    came_on: date | None = None,
) -> penalty.Penalty:
    """The penalty that the basis gives, below the cap for all penalties under the clause; `besides` is left out of it.

    Raises ValueError with a Swedish sentence when nothing can be claimed.
    """
    if basis.until_on and basis.until_on > today:
        raise ValueError(FUTURE.format(today=today, day=basis.until_on))
    if basis.until_on and came_on and basis.until_on > came_on:
        raise ValueError(CAME.format(came=came_on, day=basis.until_on))
    if requirement.count and basis.missing and basis.missing > requirement.count:
        raise ValueError(TOO_MUCH.format(count=requirement.count, missing=basis.missing))
    clause = penalty.Clause(requirement.penalty_amount, requirement.penalty_unit, requirement.penalty_cap)
    days = {"due_on": basis.from_on, "until": basis.until_on}
    found = penalty.penalty(clause, **days, missing=basis.missing or 0, taken=_taken(requirement, besides))
    if not found.amount:
        raise ValueError((SPENT if found.units else NOTHING).format(text=found.text, cap=_cap(requirement)))
    return found


def told(sanction: Sanction, requirement: Requirement | None) -> str:
    """A kept penalty's arithmetic: "3 påbörjade veckor × 5 000 kr = 15 000 kr"; empty for other steps."""
    if sanction.amount is None:
        return ""
    units, clause = sanction.penalty_units or 0, requirement
    if clause is None or clause.penalty_amount is None or clause.penalty_amount * units < sanction.amount:
        return kronor(sanction.amount)  # The clause has been changed since.
    earned = clause.penalty_amount * units
    words = counted(units, *penalty.UNIT_WORDS[PenaltyUnit(clause.penalty_unit)])
    text = f"{words} × {kronor(clause.penalty_amount)} = {kronor(earned)}"
    return text if earned == sanction.amount else f"{text}, begränsat av klausulens tak till {kronor(sanction.amount)}"


def _promised_on(deviation: Deviation, standing: Standing | None) -> date:
    """The last day of what was promised; for what only lags behind, the day it was seen."""
    if deviation.request_id:
        # A day set later, for a completion, is not the one that was missed.
        return min(deviation.request.due_on, deviation.raised_on - timedelta(days=1))
    if deviation.point_id:
        return deviation.point.due_on
    if deviation.cause == DeviationCause.FIRST_START_MISSED and standing and standing.first_start:
        return standing.first_start.due_on
    if standing and standing.due_on and standing.state == CommitmentState.ENDED:
        return standing.due_on
    return deviation.raised_on


def _taken(requirement: Requirement, besides: int | None) -> Decimal:
    """What penalties under the clause have come to, those that wait for a reply included: the cap is for them all."""
    rows = Sanction.objects.filter(deviation__requirement=requirement, step=Step.PENALTY).exclude(pk=besides)
    return rows.exclude(state=SanctionState.WITHDRAWN).aggregate(sum=Sum("amount"))["sum"] or Decimal(0)


def _cap(requirement: Requirement) -> str:
    return kronor(requirement.penalty_cap) if requirement.penalty_cap else ""
