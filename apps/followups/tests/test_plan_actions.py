"""A plan is made from the contract, follows its days, and leaves alone what somebody has decided."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from apps.followups import plan_actions as actions
from apps.followups.choices import PointKind, PointState
from apps.followups.models import FollowUpPlan, Point
from apps.followups.tasks import make_plans
from apps.procurements.contracts import update_contract
from procurement_csr.people import (
    make_contract,
    make_meeting,
    make_procurement,
    make_report_request,
    make_requirement,
    make_supplier,
)

TODAY = date(2026, 1, 20)
NOW = datetime(2026, 1, 20, 9, tzinfo=UTC)


@pytest.fixture
def contract(helsingborg):
    procurement = make_procurement(helsingborg, "Måleri")
    fields = {"signed_on": date(2026, 1, 10), "starts_on": date(2026, 1, 15), "ends_on": date(2027, 12, 31)}
    row = make_contract(procurement, make_supplier("Bygg AB"), value=Decimal(2_000_000), **fields)
    make_requirement(row)
    return row


def days(contract, kind):
    return list(Point.objects.filter(contract=contract, kind=kind).values_list("due_on", flat=True))


def test_a_plan_has_the_days_of_the_contract(contract, olivia):
    plan = actions.make_plan(by=olivia, contract=contract, today=TODAY)
    assert (plan.intensity, plan.decided_by) == ("normal", None)
    assert days(contract, "kickoff") == [date(2026, 2, 9)]
    assert days(contract, "first_start") == [date(2026, 7, 15)]
    assert days(contract, "report")[:2] == [date(2026, 4, 15), date(2026, 10, 15)]
    assert days(contract, "final_report") == [date(2027, 11, 1)]
    assert days(contract, "evaluation") == [date(2028, 2, 29)]


def test_a_plan_made_twice_is_the_same_plan(contract, olivia):
    actions.make_plan(by=olivia, contract=contract, today=TODAY)
    before = list(Point.objects.order_by("pk").values())
    actions.make_plan(by=olivia, contract=contract, today=TODAY)
    assert list(Point.objects.order_by("pk").values()) == before
    assert FollowUpPlan.objects.count() == 1


def test_a_plan_follows_the_end_of_the_contract_but_not_what_was_moved_by_hand(contract, olivia):
    actions.make_plan(by=olivia, contract=contract, today=TODAY)
    point = Point.objects.get(contract=contract, kind="kickoff")
    actions.move_point(by=olivia, point=point, due_on=date(2026, 2, 20))
    update_contract(by=olivia, contract=contract, ends_on=date(2027, 6, 30), signed_on=date(2026, 1, 12), today=TODAY)
    contract.refresh_from_db()
    actions.make_plan(by=olivia, contract=contract, today=TODAY)
    assert days(contract, "final_report") == [date(2027, 5, 1)]
    assert days(contract, "kickoff") == [date(2026, 2, 20)]


@pytest.mark.parametrize("what", ["meeting", "report"])
def test_a_point_with_a_meeting_or_a_report_stays_where_it_is(contract, olivia, what):
    actions.make_plan(by=olivia, contract=contract, today=TODAY)
    kind = "dialogue" if what == "meeting" else "report"
    # A light follow-up has no dialogue, and no second report so soon.
    point = Point.objects.filter(contract=contract, kind=kind)[1 if kind == "report" else 0]
    if what == "meeting":
        make_meeting(contract, kind="dialogue", point=point)
    else:
        make_report_request(contract, point=point, due_on=point.due_on)
    actions.set_intensity(by=olivia, contract=contract, intensity="light", motive="Litet avtal.", today=TODAY, now=NOW)
    assert Point.objects.filter(pk=point.pk, due_on=point.due_on).exists()


def test_another_class_than_the_proposed_needs_a_motive(contract, olivia):
    with pytest.raises(ValidationError, match="fördjupad i stället för den föreslagna, normal"):
        actions.set_intensity(by=olivia, contract=contract, intensity="deep", today=TODAY, now=NOW)
    plan = actions.set_intensity(
        by=olivia, contract=contract, intensity="deep", motive="Ny leverantör.", today=TODAY, now=NOW
    )
    assert (plan.intensity, plan.decided_by, plan.motive) == ("deep", olivia, "Ny leverantör.")
    assert len(days(contract, "report")) > 4


def test_a_done_point_says_when_and_is_not_moved(contract, olivia):
    actions.make_plan(by=olivia, contract=contract, today=TODAY)
    point = Point.objects.get(contract=contract, kind=PointKind.KICKOFF)
    with pytest.raises(ValidationError, match="har inte varit än"):
        actions.finish_point(by=olivia, point=point, done_on=TODAY + timedelta(days=1), today=TODAY)
    done = actions.finish_point(by=olivia, point=point, done_on=TODAY, today=TODAY)
    assert (done.state, done.done_on) == (PointState.DONE, TODAY)
    with pytest.raises(ValidationError, match="Punkten är redan genomförd"):
        actions.move_point(by=olivia, point=point, due_on=date(2026, 3, 1))
    again = actions.reopen_point(by=olivia, point=point)
    assert (again.state, again.done_on) == (PointState.PLANNED, None)


def test_a_cancelled_point_says_why_and_does_not_come_back(contract, olivia):
    actions.make_plan(by=olivia, contract=contract, today=TODAY)
    point = Point.objects.get(contract=contract, kind=PointKind.KICKOFF)
    with pytest.raises(ValidationError, match="Ange varför punkten inte behövs"):
        actions.cancel_point(by=olivia, point=point, reason=" ")
    actions.cancel_point(by=olivia, point=point, reason="Samma leverantör som förut.")
    actions.make_plan(by=olivia, contract=contract, today=TODAY)
    assert Point.objects.get(contract=contract, kind=PointKind.KICKOFF).state == PointState.CANCELLED


def test_two_points_of_a_kind_do_not_stand_on_one_day(contract, olivia):
    actions.make_plan(by=olivia, contract=contract, today=TODAY)
    with pytest.raises(ValidationError, match="Det finns redan en sådan punkt den dagen"):
        actions.add_point(by=olivia, contract=contract, kind="kickoff", due_on=date(2026, 2, 9))


def test_a_contract_without_requirement_or_start_gets_no_plan(contract, helsingborg, olivia):
    bare = make_contract(make_procurement(helsingborg), make_supplier())
    with pytest.raises(ValidationError, match="har inget krav"):
        actions.make_plan(by=olivia, contract=bare, today=TODAY)
    contract.signed_on = contract.starts_on = None
    contract.save()
    with pytest.raises(ValidationError, match="varken avtalsdag eller startdatum"):
        actions.make_plan(by=olivia, contract=contract, today=TODAY)


def test_proposals_are_accepted_as_they_were_shown(contract, olivia):
    actions.make_plan(by=olivia, contract=contract, today=TODAY)
    contract.value = Decimal(20_000_000)
    contract.save()
    assert actions.accept_proposals(by=olivia, contracts={contract: "light"}, today=TODAY, now=NOW) == 0
    assert actions.accept_proposals(by=olivia, contracts={contract: "deep"}, today=TODAY, now=NOW) == 1
    plan = FollowUpPlan.objects.get(contract=contract)
    assert (plan.intensity, plan.decided_by) == ("deep", olivia)
    assert plan.motive.startswith("Värdet är minst 10")


def test_the_nightly_round_plans_what_is_signed_and_follows_changed_days(contract, helsingborg, monkeypatch):
    monkeypatch.setattr("apps.followups.tasks.timezone.localdate", lambda: TODAY)
    make_contract(make_procurement(helsingborg), make_supplier())
    assert make_plans() == 1
    assert Point.objects.filter(contract=contract).exists()
    assert make_plans() == 0
    contract.ends_on = date(2027, 6, 30)
    contract.save()
    assert make_plans() == 1
    assert days(contract, "final_report") == [date(2027, 5, 1)]
