"""Deviations that are raised by the act that changes the facts, without waiting for the night."""

from datetime import datetime, time, timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from apps.followups import report_review
from apps.followups.meeting_actions import cancel_meeting
from apps.followups.models import Deviation
from apps.followups.raise_actions import look_at, raise_deviations
from apps.followups.tests.reporting import asked, painting, received
from apps.placements.actions import correct_placement, end_placement
from apps.placements.move_actions import move_placement
from apps.placements.running_actions import end_several
from procurement_csr.people import (
    make_contract,
    make_meeting,
    make_placement,
    make_point,
    make_procurement,
    make_requirement,
)

TODAY = timezone.localdate()
NOW = timezone.make_aware(datetime.combine(TODAY, time(12)))
DAY = timedelta(days=1)


@pytest.fixture
def contract(helsingborg):
    """A contract half through its time: fifteen of thirty months are due, and one person gives them in time."""
    days = {"starts_on": TODAY - 365 * DAY, "ends_on": TODAY + 365 * DAY}
    row = make_contract(make_procurement(helsingborg, "Målning"), **days)
    make_requirement(row, kind="employment", unit="fte_months", count=30)
    return row


@pytest.fixture
def placement(contract):
    started = {"kind": "employment", "started_on": TODAY - 365 * DAY, "extent_percent": 100}
    return make_placement(contract, state="started", planned_end_on=TODAY + 365 * DAY, **started)


def causes(contract) -> list[str]:
    return list(Deviation.objects.filter(contract=contract).values_list("cause", flat=True))


ENDED = {"ended_on": TODAY, "end_reason": "other", "today": TODAY}


def test_an_end_as_a_move_raises_the_same(malte, contract, placement):
    move_placement(by=malte, placement=placement, key="end", **ENDED)
    assert causes(contract) == ["behind_plan"]


def test_a_contract_on_track_raises_nothing(contract, placement):
    assert look_at(contract, TODAY) == 0


def test_an_end_that_leaves_the_commitment_behind_raises_it_at_once(malte, contract, placement):
    end_placement(by=malte, placement=placement, **ENDED)
    assert causes(contract) == ["behind_plan"]
    assert raise_deviations(by=None, organisation=contract.organisation, today=TODAY) == 0


def test_an_end_as_a_correction_raises_the_same(malte, contract, placement):
    values = {"contract": contract, "supplier": placement.supplier, "kind": "employment", "today": TODAY}
    values |= {"started_on": placement.started_on, "extent_percent": 100}
    correct_placement(by=malte, placement=placement, ended_on=TODAY, end_reason="other", **values)
    assert causes(contract) == ["behind_plan"]


LOOKED = []


def counted(contract, today) -> int:
    """A follower that counts how often it is asked."""
    LOOKED.append(contract)
    return look_at(contract, today)


def test_many_ended_in_one_go_are_looked_at_once_for_each_contract(settings, malte, contract, placement):
    settings.DELIVERY_FOLLOWERS = [f"{__name__}.counted"]
    LOOKED.clear()
    others = [make_placement(contract, state="started", started_on=TODAY - DAY, kind="employment") for _ in range(3)]
    end_several(by=malte, placements=[placement, *others], seen={}, **ENDED)
    assert (LOOKED, causes(contract)) == ([contract], ["behind_plan"])


def test_a_meeting_called_off_after_its_day_is_missed_at_once(olivia, contract, placement):
    point = make_point(contract, kind="dialogue", due_on=TODAY - 20 * DAY)
    meeting = make_meeting(contract, point=point, planned_at=NOW + 3 * DAY)
    assert look_at(contract, TODAY) == 0
    cancel_meeting(by=olivia, meeting=meeting, reason="Leverantören kom inte.", today=TODAY)
    assert causes(contract) == ["meeting_missed"]


def test_a_report_that_comes_late_between_two_nights_is_noted_as_late(client, settings, tmp_path, olivia, helsingborg):
    settings.MEDIA_ROOT = tmp_path
    contract = painting(helsingborg)
    received(client, olivia, contract, due_on=TODAY - DAY)
    assert "report_late" in causes(contract)


def test_accepting_a_report_looks_at_its_contract(client, settings, tmp_path, olivia, helsingborg):
    settings.MEDIA_ROOT = tmp_path
    contract = painting(helsingborg)
    report = received(client, olivia, contract)
    late = asked(olivia, contract, due_on=TODAY - 3 * DAY)
    Deviation.objects.all().delete()
    report_review.accept(by=olivia, report=report, amounts={}, comment="Tack.", now=NOW)
    assert Deviation.objects.filter(request=late).count() == 1


def test_another_contract_is_not_looked_at(malte, contract, placement, helsingborg):
    other = make_contract(make_procurement(helsingborg), starts_on=TODAY - 700 * DAY, ends_on=TODAY - DAY)
    make_requirement(other, count=5)
    end_placement(by=malte, placement=placement, **ENDED)
    assert causes(other) == []


def test_the_followers_of_settings_exist():
    assert all(callable(import_string(path)) for path in settings.DELIVERY_FOLLOWERS)
    assert settings.DELIVERY_FOLLOWERS
