"""The plan's days are reminded of, once."""

from datetime import date

import pytest
from django.utils.module_loading import import_string

from apps.followups.models import ReportRequest
from apps.followups.plan_deadlines import open_deadlines
from procurement_csr.people import (
    make_contract,
    make_point,
    make_procurement,
    make_report_request,
    make_requirement,
    make_supplier,
)

# The floor above, looked up by name: what it makes of these rows is part of the promise.
kind_of = import_string("apps.reminders.kinds.kind_of")

DAYS = {"since": date(2026, 1, 1), "until": date(2026, 12, 31)}
MAY = date(2026, 5, 4)


@pytest.fixture
def contract(helsingborg, olivia, property_department):
    procurement = make_procurement(helsingborg, "Måleri", responsible=olivia, department=property_department)
    return make_contract(procurement, make_supplier(), number="A-1", title="Måleri, fasad")


def titles(organisation):
    return [each.title for each in open_deadlines(**DAYS, organisation=organisation)]


def test_a_planned_point_is_the_officers_and_leads_to_the_plan(contract, helsingborg, olivia, property_department):
    point = make_point(contract, kind="kickoff", due_on=MAY)
    (found,) = open_deadlines(**DAYS, organisation=helsingborg)
    assert (found.key, found.title, found.due_on) == (
        f"point:{point.pk}",
        "Håll uppstartsmötet om avtalet A-1 Måleri, fasad",
        MAY,
    )
    assert (found.responsible_id, found.owner_department_id) == (olivia.pk, property_department.pk)
    assert found.url == f"/avtal/{contract.pk}/uppfoljning/"
    assert kind_of(found.key).label == "Uppföljning av avtal"


def test_what_is_done_outside_the_days_or_anothers_is_not_told(contract, helsingborg, haninge):
    make_point(contract, kind="kickoff", due_on=MAY, state="done", done_on=MAY)
    make_point(contract, kind="dialogue", due_on=date(2027, 1, 1))
    make_point(contract, kind="evaluation", due_on=MAY)
    assert titles(helsingborg) == ["Utvärdera avtalet A-1 Måleri, fasad"]
    assert titles(haninge) == []


def test_a_report_that_is_asked_for_is_reminded_of_as_a_report(contract, helsingborg):
    point = make_point(contract, due_on=MAY)
    assert len(titles(helsingborg)) == 1
    asked = make_report_request(contract, point=point, due_on=MAY)
    assert titles(helsingborg) == []
    ReportRequest.objects.filter(pk=asked.pk).update(state="withdrawn")
    assert len(titles(helsingborg)) == 1, "nobody is asked any longer"


def test_days_that_the_requirement_states_are_reminded_of_by_the_requirement(contract, helsingborg):
    make_requirement(contract, report_on=[MAY], first_start_within_months=6)
    make_point(contract, kind="report", due_on=MAY)
    make_point(contract, kind="first_start", due_on=date(2026, 7, 1))
    make_point(contract, kind="dialogue", due_on=date(2026, 7, 1))
    assert titles(helsingborg) == ["Håll dialogmötet om avtalet A-1 Måleri, fasad"]
