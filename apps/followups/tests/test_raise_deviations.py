"""Deviations that raise themselves from the rows of an organisation."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from threading import Barrier
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.followups.models import Deviation, ReportEvent, ReportRequest
from apps.followups.raise_actions import raise_deviations
from apps.followups.raise_queries import whose_cause_is_gone
from procurement_csr.people import (
    make_contract,
    make_meeting,
    make_placement,
    make_point,
    make_procurement,
    make_report_request,
    make_requirement,
)

TODAY, DAY = date(2026, 8, 3), timedelta(days=1)


def at(day):
    return datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Stockholm"))


@pytest.fixture
def contract(helsingborg, property_department, olivia):
    fields = {"department": property_department, "responsible": olivia}
    return make_contract(make_procurement(helsingborg, "Målning", **fields))


def run(organisation, today=TODAY):
    return raise_deviations(by=None, organisation=organisation, today=today)


def causes(contract):
    return sorted(contract.deviations.values_list("cause", flat=True))


def test_a_late_report_raises_one_deviation_however_often_it_is_looked_for(contract, olivia):
    request = make_report_request(contract, due_on=TODAY - DAY)
    assert [run(contract.organisation) for _ in range(3)] == [1, 0, 0]
    raised = contract.deviations.get()
    assert (raised.cause, raised.request, raised.owner) == ("report_late", request, olivia)
    assert (raised.raised_on, raised.due_on) == (TODAY, TODAY + 14 * DAY)
    assert str(request.due_on) in raised.what


def test_a_report_due_today_raises_nothing(contract):
    make_report_request(contract, due_on=TODAY)
    assert run(contract.organisation) == 0


def test_a_completion_is_late_by_its_own_day_only(contract):
    request = make_report_request(contract, due_on=TODAY - 10 * DAY, state="more_asked", received_at=at(TODAY))
    ReportEvent.objects.create(request=request, state="more_asked", comment="Bifoga avtal.", at=at(TODAY - 5 * DAY))
    assert run(contract.organisation) == 0, "the first day was set before the completion was asked for"
    ReportRequest.objects.filter(pk=request.pk).update(due_on=TODAY - DAY)
    assert run(contract.organisation) == 1


def test_a_rejected_report_whose_new_day_passes_is_missing_until_a_new_one_comes(contract):
    request = make_report_request(contract, due_on=TODAY, state="rejected", received_at=at(TODAY - 20 * DAY))
    ReportEvent.objects.create(request=request, state="rejected", comment="Fel år.", at=at(TODAY - 10 * DAY))
    assert run(contract.organisation) == 0, "the new day has not passed"
    assert [run(contract.organisation, today=TODAY + DAY) for _ in range(2)] == [1, 0]
    deviation = Deviation.objects.select_related("contract").get()
    assert (deviation.cause, deviation.request) == ("report_late", request)
    assert whose_cause_is_gone([deviation], today=TODAY + DAY) == set()
    ReportRequest.objects.filter(pk=request.pk).update(state="received")
    assert whose_cause_is_gone([deviation], today=TODAY + DAY) == {deviation.pk}


def test_a_commitment_behind_its_pace_and_a_missed_first_start_are_raised(contract):
    requirement = make_requirement(
        contract, kind="internship", unit="places", count=4, first_start_within_months=6, due_on=date(2027, 12, 31)
    )
    assert run(contract.organisation) == 2
    assert causes(contract) == ["behind_plan", "first_start_missed"]
    assert set(contract.deviations.values_list("requirement", flat=True)) == {requirement.pk}


def test_what_is_delivered_in_pace_raises_nothing(contract):
    make_requirement(contract, kind="internship", unit="places", count=4, first_start_within_months=6)
    make_placement(contract, started_on=date(2026, 2, 2))
    assert run(contract.organisation) == 0


def test_a_meeting_that_was_not_held_is_raised_after_a_week(contract):
    meeting = make_meeting(contract, planned_at=at(TODAY - 8 * DAY))
    make_point(contract, kind="kickoff", due_on=TODAY - 8 * DAY)
    make_point(contract, kind="dialogue", due_on=TODAY - 7 * DAY)
    assert run(contract.organisation) == 2
    assert sorted(contract.deviations.values_list("raised_key", flat=True))[0] == f"meeting:{meeting.pk}"


def test_contracts_that_have_not_begun_or_are_long_over_are_left_alone(helsingborg):
    for days in ({"starts_on": TODAY + DAY}, {"ends_on": TODAY - 91 * DAY}):
        contract = make_contract(make_procurement(helsingborg), **days)
        make_report_request(contract, due_on=TODAY - DAY)
    assert run(helsingborg) == 0


def test_another_organisations_contracts_are_left_alone(contract, haninge):
    make_report_request(contract, due_on=TODAY - DAY)
    assert run(haninge) == 0


def test_nothing_is_closed_but_it_is_told_that_the_cause_is_gone(contract):
    request = make_report_request(contract, due_on=TODAY - DAY)
    run(contract.organisation)
    deviation = Deviation.objects.select_related("contract").get()
    assert whose_cause_is_gone([deviation], today=TODAY) == set()
    ReportRequest.objects.filter(pk=request.pk).update(state="received", received_at=at(TODAY))
    assert run(contract.organisation) == 0
    deviation.refresh_from_db()
    assert deviation.state == "open"
    assert whose_cause_is_gone([deviation], today=TODAY) == {deviation.pk}


def test_an_exemption_holds_against_the_same_cause(contract):
    make_requirement(contract, kind="internship", unit="places", count=4)
    run(contract.organisation)
    exempt = {"state": "exempted", "exemption_reason": "Vårt hinder.", "closed_on": TODAY}
    assert contract.deviations.update(**exempt) == 1
    assert run(contract.organisation, today=date(2027, 2, 1)) == 0


def test_a_half_year_later_what_was_closed_is_raised_anew(contract):
    make_requirement(contract, kind="internship", unit="places", count=4)
    run(contract.organisation)
    contract.deviations.update(state="closed", outcome="Avvaktar.", closed_on=TODAY)
    assert run(contract.organisation, today=date(2027, 2, 1)) == 1


def test_many_contracts_cost_as_many_questions_as_few(contract):
    def questions():
        with CaptureQueriesContext(connection) as captured:
            run(contract.organisation)
        return len(captured)

    def grow(number):
        for _ in range(number):
            another = make_contract(make_procurement(contract.organisation))
            make_report_request(another, due_on=TODAY - DAY)
            make_requirement(another, kind="internship", unit="places", count=4)

    grow(2)
    few = questions()
    grow(6)
    assert questions() <= few
    assert Deviation.objects.count() == 16


def test_the_command_tells_how_many_are_new(contract, capsys):
    make_report_request(contract, due_on=date(2026, 1, 2))
    call_command("raise_deviations")
    call_command("raise_deviations")
    assert capsys.readouterr().out.splitlines() == ["1 nya avvikelser", "0 nya avvikelser"]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_runs_at_once_raise_each_deviation_once(contract):
    for _ in range(20):
        make_report_request(make_contract(contract.procurement), due_on=TODAY - DAY)
    start = Barrier(4)

    def look():
        start.wait(timeout=10)
        try:
            return run(contract.organisation)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        raised = [each.result(timeout=60) for each in [pool.submit(look) for _ in range(4)]]
    assert (sum(raised), Deviation.objects.count()) == (20, 20)
