"""The demo world's contracts are followed up: plans everywhere, and something of everything in one city."""

from datetime import date

import pytest

from apps.followups.choices import DeviationState, MeetingState, PointState, RequestState, Step
from apps.followups.models import Deviation, FollowUpPlan, Meeting, Point, ReportRequest
from apps.followups.plan_queries import under_way
from apps.procurements.models import Contract
from procurement_csr.demo.loading import load
from procurement_csr.demo.removal import remove

TODAY = date(2026, 3, 18)


@pytest.mark.slow
def test_the_demo_world_shows_every_part_of_the_follow_up_and_goes_without_a_trace(settings, db):
    settings.DEMO = True
    load(today=TODAY)
    followed = under_way(Contract.objects.all(), today=TODAY)
    assert set(FollowUpPlan.objects.values_list("contract", flat=True)) == set(followed.values_list("pk", flat=True))
    assert len(set(FollowUpPlan.objects.values_list("intensity", flat=True))) > 1
    assert not Point.objects.filter(state=PointState.PLANNED, due_on__lt=TODAY, is_by_hand=False).exists()
    states = ReportRequest.objects.filter(due_on__lt=TODAY).values_list("state", flat=True)
    assert set(states) == {RequestState.RECEIVED, RequestState.ASKED}
    assert set(Meeting.objects.values_list("state", flat=True)) == {MeetingState.CLOSED, MeetingState.PLANNED}
    deviation = Deviation.objects.get(state=DeviationState.OPEN)
    assert deviation.raised_key == f"report:{deviation.request_id}"
    chance = deviation.sanctions.get()
    assert chance.step == Step.RECTIFICATION
    assert f"Den ska vara rättad senast {chance.rectify_by}." in chance.letter
    for report in ReportRequest.objects.all():
        assert report.asked_at == report.timeline.earliest("pk").at
    remove()
    assert not any(model.objects.exists() for model in (FollowUpPlan, Point, Meeting, ReportRequest, Deviation))
