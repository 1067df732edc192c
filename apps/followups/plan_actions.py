"""Writes of the plan: made from the contract's days, changed point for point. All raise ValidationError in Swedish."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.accounts.models import Organisation
from apps.core.actions import action, change, make_once, refuse_stale
from apps.followups import schedule
from apps.followups.choices import Intensity, PointState, RequestState
from apps.followups.models import FollowUpPlan, IntensityRule, Point
from apps.followups.plan_queries import Case, case_of
from apps.procurements.models import Contract
from apps.suppliers.models import SupplierContact

NO_START = "Avtalet har varken avtalsdag eller startdatum. Ange det på avtalet först, så kan dagarna räknas."
NO_REQUIREMENT = "Avtalet har inget krav, så det finns inget att följa upp. Lägg till kravet på avtalet först."
NOT_THE_SUPPLIERS = "Kontaktpersonen hör inte till någon av avtalets leverantörer. Välj en annan."
NO_MOTIVE = "Skriv varför uppföljningen blir {chosen} i stället för den föreslagna, {proposed}."
ALREADY = "Punkten är redan {state}, så den kan inte ändras."
ACCEPTED = (
    "Rapporten från {supplier} är godtagen, så punkten är gjord. Lägg till en ny punkt om det behövs en rapport till."
)
IN_THE_FUTURE = "Dagen {day} har inte varit än. Ange dagen då det gjordes."


@action
def make_plan(*, by, contract: Contract, today: date) -> FollowUpPlan:
    """The contract's plan with its points as its days and requirements now say. Done twice it does nothing more.

    What was set by hand, is done, or has a meeting or a report is left alone. Raises ValidationError for a contract
    without a start or without a requirement.
    """
    case = _locked(contract)
    plan = case.plan
    if plan is None:
        plan = FollowUpPlan(organisation_id=contract.organisation_id, contract=contract)
        change(plan, {"intensity": case.proposal.intensity})
    _follow(case, plan.intensity, today)
    return plan


@action
def set_intensity(
    *,
    by,
    contract: Contract,
    intensity: str,
    motive: str = "",
    contact: SupplierContact | None = None,
    today: date,
    now: datetime,
    version: str | None = None,
) -> FollowUpPlan:
    """Decide how closely the contract is followed up and whom reports are asked of; the points follow.

    Another class than the proposed one needs a motive. Raises Conflict when the plan is not what `version` was of.
    """
    case = _locked(contract)
    if case.plan:
        refuse_stale(case.plan, version)
    if intensity != case.proposal.intensity and not motive.strip():
        chosen, proposed = Intensity(intensity).label, Intensity(case.proposal.intensity).label
        raise ValidationError({"motive": NO_MOTIVE.format(chosen=chosen, proposed=proposed)})
    if contact and not contract.parties.filter(supplier=contact.supplier_id).exists():
        raise ValidationError({"contact": NOT_THE_SUPPLIERS})
    plan = case.plan or FollowUpPlan(organisation_id=contract.organisation_id, contract=contract)
    values = {"intensity": intensity, "motive": motive.strip(), "contact": contact}
    change(plan, values | {"decided_by": by, "decided_at": now})
    _follow(case, intensity, today)
    return plan


@action
def accept_proposals(*, by, contracts: Mapping[Contract, str], today: date, now: datetime) -> int:
    """Give the contracts their proposed class; the values are the class each was shown with. Gives how many changed.

    One whose proposal has become another since is left for a new look.
    """
    changed = 0
    for contract, shown in sorted(contracts.items(), key=lambda item: item[0].pk):
        case = _locked(contract)
        if case.plan is None or not case.is_to_decide or case.proposal.intensity != shown:
            continue
        values = {"intensity": shown, "motive": case.proposal.reason, "decided_by": by, "decided_at": now}
        change(case.plan, values)
        _follow(case, shown, today)
        changed += 1
    return changed


@action
def set_rule(*, by, organisation: Organisation, version: str | None = None, **values) -> IntensityRule:
    """Decide by what the organisation's contracts are proposed a class. Raises Conflict as `refuse_stale` does."""
    row = IntensityRule.objects.select_for_update().filter(organisation=organisation).first()
    if row:
        refuse_stale(row, version)
    row = row or IntensityRule(organisation=organisation)
    change(row, values)
    return row


@action
def add_point(*, by, contract: Contract, kind: str, due_on: date, token: UUID | None = None) -> Point:
    """Put a point of one's own into the plan."""

    def make():
        point = Point(organisation_id=contract.organisation_id, contract=contract, made_by=by)
        if token:
            point.token = token
        change(point, {"kind": kind, "due_on": due_on, "is_by_hand": True})
        return point

    return make_once(Point, token, make)


@action
def move_point(*, by, point: Point, due_on: date, reason: str = "", version: str | None = None) -> Point:
    """Give a planned point another day; the generator leaves it there. Raises Conflict as `refuse_stale` does."""
    point = _open(point)
    if point.due_on != due_on:
        refuse_stale(point, version)
        change(point, {"due_on": due_on, "reason": reason.strip(), "is_by_hand": True})
    return point


@action
def finish_point(*, by, point: Point, done_on: date, today: date, version: str | None = None) -> Point:
    """Note that the point is done. Once more does nothing.

    Raises ValidationError for a day that has not been, and Conflict as `refuse_stale` does.
    """
    if done_on > today:
        raise ValidationError({"done_on": IN_THE_FUTURE.format(day=done_on)})
    point = _row(point)
    if point.state == PointState.DONE:
        return point
    _refuse_settled(point)
    refuse_stale(point, version)
    change(point, {"state": PointState.DONE, "done_on": done_on})
    return point


@action
def cancel_point(*, by, point: Point, reason: str, version: str | None = None) -> Point:
    """Note that the point is not needed, and why. Raises Conflict as `refuse_stale` does."""
    point = _row(point)
    if point.state == PointState.CANCELLED:
        return point
    _refuse_settled(point)
    refuse_stale(point, version)
    change(point, {"state": PointState.CANCELLED, "reason": reason.strip()})
    return point


@action
def reopen_point(*, by, point: Point) -> Point:
    """Plan a done or cancelled point again. Raises ValidationError when an accepted report made it done."""
    point = _row(point)
    if report := point.requests.filter(state=RequestState.ACCEPTED).select_related("supplier").first():
        raise ValidationError(ACCEPTED.format(supplier=report.supplier))
    if point.state != PointState.PLANNED:
        change(point, {"state": PointState.PLANNED, "done_on": None, "is_by_hand": True})
    return point


def differs(case: Case, *, today: date) -> bool:
    """Whether making the contract's plan would change anything."""
    changes = schedule.changes(case.days, case.intensity, case.points, today=today)
    return case.plan is None or changes != schedule.Changes()


def finish_kind(contract: Contract, kind: str, *, done_on: date) -> None:
    """Inside another action: the contract's first planned point of the kind is done."""
    point = Point.objects.select_for_update().filter(contract=contract, kind=kind, state=PointState.PLANNED).first()
    if point:
        change(point, {"state": PointState.DONE, "done_on": done_on})


def _locked(contract: Contract) -> Case:
    """The contract as it stands, for the rest of the transaction: two rounds at once make one plan."""
    locked = Contract.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=contract.pk)
    case = case_of(locked)
    if case.days.start is None:
        raise ValidationError(NO_START)
    if not case.days.obligations:
        raise ValidationError(NO_REQUIREMENT)
    return case


def _follow(case: Case, intensity: str, today: date) -> None:
    """Make the points the plan: drop, move, make, in that order."""
    changes = schedule.changes(case.days, intensity, case.points, today=today)
    Point.objects.filter(pk__in=changes.drop).delete()
    rows = Point.objects.in_bulk([pk for pk, _ in changes.move])
    for pk, due_on in changes.move:
        change(rows[pk], {"due_on": due_on})
    for planned in changes.make:
        point = Point(organisation_id=case.contract.organisation_id, contract=case.contract)
        change(point, {"kind": planned.kind, "due_on": planned.due_on})


def _row(point: Point) -> Point:
    return Point.objects.select_for_update().get(pk=point.pk)


def _open(point: Point) -> Point:
    row = _row(point)
    _refuse_settled(row)
    return row


def _refuse_settled(point: Point) -> None:
    if point.state != PointState.PLANNED:
        raise ValidationError(ALREADY.format(state=point.get_state_display()))
