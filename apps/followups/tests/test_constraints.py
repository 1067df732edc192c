"""What the database itself refuses, past every form and action: each named constraint is broken once by its name."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.utils import InternalError
from django.utils import timezone

from apps.followups.models import (
    Approval,
    Deviation,
    Evaluation,
    Evidence,
    FollowUpPlan,
    IntensityRule,
    Meeting,
    MeetingItem,
    PlacementLine,
    Point,
    ReportEvent,
    ReportLine,
    ReportRequest,
    Sample,
    SampleItem,
    Sanction,
)
from procurement_csr.people import (
    make_contract,
    make_deviation,
    make_follow_up_plan,
    make_meeting,
    make_placement,
    make_point,
    make_procurement,
    make_report_request,
    make_requirement,
    make_sanction,
)

DAY, BEFORE = date(2026, 6, 30), date(2026, 6, 29)
NAMED = {each.name for model in apps.get_app_config("followups").get_models() for each in model._meta.constraints}
PAIRS = (
    "SELECT conname FROM pg_constraint WHERE contype = 'f' AND cardinality(conkey) = 2 "
    "AND conrelid::regclass::text LIKE 'followups\\_%%'"
)


@pytest.fixture
def world(helsingborg, haninge, olivia):
    """A contract of Helsingborg with one of each thing, another contract beside it, and one of Haninge."""
    contract, other = (make_contract(make_procurement(helsingborg)) for _ in range(2))
    theirs = make_contract(make_procurement(haninge))
    requirement = make_requirement(contract)
    request, meeting, point = make_report_request(contract), make_meeting(contract), make_point(contract)
    line = ReportLine.objects.create(request=request, requirement=requirement)
    placement = make_placement(contract)
    PlacementLine.objects.create(request=request, placement=placement, answer="goes_on")
    MeetingItem.objects.create(meeting=meeting, requirement=requirement, state="on_track")
    Approval.objects.create(meeting=meeting, role="supplier", at=timezone.now())
    sample = Sample.objects.create(organisation=helsingborg, seed="7", size=1, drawn_by=olivia)
    item = SampleItem.objects.create(organisation=helsingborg, sample=sample, contract=contract)
    evaluation = Evaluation.objects.create(organisation=helsingborg, contract=contract, held_on=DAY)
    deviation = make_deviation(contract)
    return SimpleNamespace(
        ours=helsingborg,
        contract=contract,
        other=other,
        theirs=theirs,
        requirement=requirement,
        second=make_requirement(contract, kind="internship", unit="places"),
        request=request,
        line=line,
        placement=placement,
        job=make_placement(contract, kind="employment"),
        meeting=meeting,
        point=point,
        plan=make_follow_up_plan(contract),
        item=item,
        sample=sample,
        evaluation=evaluation,
        deviation=deviation,
        sanction=make_sanction(deviation),
        evidence=Evidence.objects.create(request=request, line=line, title="lista.pdf", size=1, file="x"),
        by=olivia,
    )


def _line(world, **fields):
    return ReportLine(request=world.request, requirement=world.second, **fields)


def _item(world, **fields):
    return MeetingItem(meeting=world.meeting, requirement=world.second, state="behind", **fields)


BROKEN = {
    "intensity_deep_is_above_normal": lambda w: IntensityRule(
        organisation=w.ours, deep_from_value=1, normal_from_value=2
    ),
    "point_once": lambda w: Point(organisation=w.ours, contract=w.contract, kind="report", due_on=DAY),
    "point_done_has_day": lambda w: Point(
        organisation=w.ours, contract=w.contract, kind="report", due_on=BEFORE, state="done"
    ),
    "point_cancelled_has_reason": lambda w: Point(
        organisation=w.ours, contract=w.contract, kind="report", due_on=BEFORE, state="cancelled"
    ),
    "sample_item_once": lambda w: SampleItem(organisation=w.ours, sample=w.sample, contract=w.contract),
    "sample_remark_is_said": lambda w: SampleItem(
        organisation=w.ours, sample=w.sample, contract=w.other, state="remark"
    ),
    "meeting_market_dialogue_has_no_contract": lambda w: _changed(w.meeting, kind="market_dialogue"),
    "meeting_held_has_day": lambda w: _changed(w.meeting, state="held"),
    "meeting_held_by_somebody": lambda w: _changed(w.meeting, state="held", held_on=DAY, attendance=["supplier"]),
    "meeting_cancelled_has_reason": lambda w: _changed(w.meeting, state="cancelled"),
    "meeting_item_once": lambda w: MeetingItem(meeting=w.meeting, requirement=w.requirement, state="behind"),
    "meeting_item_filled_of_offered": lambda w: _item(w, offered=1, filled=2, unfilled_reason="no_candidate"),
    "meeting_item_unfilled_says_why": lambda w: _item(w, offered=2, filled=1),
    "approval_once": lambda w: Approval(meeting=w.meeting, role="supplier", at=timezone.now()),
    "report_request_once": lambda w: ReportRequest(
        organisation=w.ours, contract=w.contract, supplier=w.request.supplier, due_on=DAY
    ),
    "report_received_has_time": lambda w: _changed(w.request, state="received"),
    "report_period_in_order": lambda w: _changed(w.request, period_from=DAY, period_to=BEFORE),
    "report_line_once": lambda w: ReportLine(request=w.request, requirement=w.requirement),
    "report_line_filled_of_offered": lambda w: _line(w, offered=1, filled=2),
    "report_line_amounts_not_negative": lambda w: _line(w, hours=-1),
    "report_line_attempts_are_described": lambda w: _line(w, has_documented_attempts=True),
    "placement_line_once": lambda w: PlacementLine(request=w.request, placement=w.placement, answer="ended"),
    "placement_line_extent_is_per_cent": lambda w: PlacementLine(
        request=w.request, placement=w.job, answer="ended", extent_percent=101
    ),
    "deviation_is_described": lambda w: _changed(w.deviation, what=""),
    "deviation_exemption_has_reason": lambda w: _changed(w.deviation, state="exempted", closed_on=DAY),
    "deviation_is_not_closed_empty": lambda w: _changed(w.deviation, state="rectified", closed_on=DAY),
    "deviation_closed_has_day": lambda w: _changed(w.deviation, state="rectified", outcome="Rättat."),
    "sanction_has_motive": lambda w: _changed(w.sanction, motive=""),
    "sanction_penalty_has_amount": lambda w: _changed(w.sanction, step="penalty"),
    "sanction_decided_has_day": lambda w: _changed(w.sanction, state="decided"),
    "sanction_one_at_a_time": lambda w: Sanction(
        organisation=w.ours, deviation=w.deviation, step="penalty", amount=1, motive="M"
    ),
}


def _changed(row, **fields):
    for name, value in fields.items():
        setattr(row, name, value)
    return row


def test_every_constraint_is_broken_below():
    assert set(BROKEN) == NAMED


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_constraint_refuses(world, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        BROKEN[name](world).save()


# The row that is turned, its column, and what it is turned to.
ELSEWHERE = {
    "followups_followupplan_contract_id_same_organisation": ("plan", "contract_id", "theirs"),
    "followups_point_contract_id_same_organisation": ("point", "contract_id", "theirs"),
    "followups_evaluation_contract_id_same_organisation": ("evaluation", "contract_id", "theirs"),
    "followups_sampleitem_contract_id_same_organisation": ("item", "contract_id", "theirs"),
    "followups_sampleitem_sample_id_same_organisation": ("item", "sample_id", "their_sample"),
    "followups_meeting_contract_id_same_organisation": ("meeting", "contract_id", "theirs"),
    "followups_meeting_contract_id_same_procurement": ("meeting", "contract_id", "other"),
    "followups_meeting_procurement_id_same_organisation": ("meeting", "procurement_id", "their_procurement"),
    "followups_meeting_point_id_same_contract": ("meeting", "point_id", "other_point"),
    "followups_reportrequest_contract_id_same_organisation": ("request", "contract_id", "theirs"),
    "followups_reportrequest_point_id_same_contract": ("request", "point_id", "other_point"),
    "followups_deviation_contract_id_same_organisation": ("deviation", "contract_id", "theirs"),
    "followups_deviation_point_id_same_contract": ("deviation", "point_id", "other_point"),
    "followups_deviation_meeting_id_same_contract": ("deviation", "meeting_id", "other_meeting"),
    "followups_deviation_request_id_same_contract": ("deviation", "request_id", "other_request"),
    "followups_deviation_requirement_id_same_contract": ("deviation", "requirement_id", "other_requirement"),
    "followups_sanction_deviation_id_same_organisation": ("sanction", "deviation_id", "their_deviation"),
    "followups_evidence_line_id_same_request": ("evidence", "line_id", "other_line"),
}


@pytest.fixture
def strangers(world, fia):
    """Rows of the same kinds that belong to another contract or another organisation."""
    requirement, request = make_requirement(world.other), make_report_request(world.other)
    return {
        "theirs": world.theirs,
        "other": world.other,
        "their_procurement": world.theirs.procurement,
        "their_sample": Sample.objects.create(organisation=world.theirs.organisation, seed="7", size=1, drawn_by=fia),
        "their_deviation": make_deviation(world.theirs),
        "other_point": make_point(world.other),
        "other_meeting": make_meeting(world.other),
        "other_request": request,
        "other_requirement": requirement,
        "other_line": ReportLine.objects.create(request=request, requirement=requirement),
    }


def test_every_pair_of_keys_is_tried_below(db):
    with connection.cursor() as cursor:
        cursor.execute(PAIRS)
        assert {name for (name,) in cursor.fetchall()} == set(ELSEWHERE)


@pytest.mark.parametrize("name", sorted(ELSEWHERE))
def test_a_row_points_into_its_own_family(world, strangers, name):
    row, column, stranger = ELSEWHERE[name]
    row = getattr(world, row)
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS {name} IMMEDIATE")
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(**{column: strangers[stranger].pk})


def test_what_happened_to_a_report_is_never_rewritten(world):
    event = ReportEvent.objects.create(request=world.request, state="asked", at=timezone.now(), by=world.by)
    event.comment = "Något annat."
    with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
        event.save()


def test_what_happened_to_a_report_outlives_the_account_of_whoever_did_it(world):
    event = ReportEvent.objects.create(request=world.request, state="asked", at=timezone.now(), by=world.by)
    ReportEvent.objects.filter(pk=event.pk).update(by=None)
    event.refresh_from_db()
    assert event.by is None


def test_only_the_roles_that_follow_up_see_rows_of_a_contract(world, olivia, malte, pelle, fia, doris):
    for model in (FollowUpPlan, Point, Meeting, ReportRequest, Deviation, Sanction, Sample, Evaluation, SampleItem):
        seen = [person.name for person in (olivia, malte, pelle, fia) if _sees(model, person)]
        assert seen == ["Olivia", "Malte"], model
    assert not any(_sees(model, doris) for model in (FollowUpPlan, Point, Meeting, ReportRequest, Deviation, Sanction))


def _sees(model, person) -> bool:
    return model.objects.visible_to(person, "followups.view_followup").exists()
