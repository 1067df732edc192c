"""The steps of the time plan stand in the task list of the ordering department alone (fact 42)."""

from datetime import date

import pytest
from django.utils import timezone

from apps.mbl.tests.makers import make_union
from apps.reminders.queries import tasks
from procurement_csr import people

TODAY = date(2026, 8, 10)


@pytest.fixture(autouse=True)
def the_tenth_of_august(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda value=None, **zone: value.astimezone().date() if value else TODAY)


@pytest.fixture
def cleaning(helsingborg, property_department):
    make_union(helsingborg)
    dates = {"planned_publication_on": date(2026, 9, 1), "planned_signing_on": date(2026, 12, 17)}
    return people.make_procurement(helsingborg, "Städning", department=property_department, **dates)


def test_the_department_is_told_and_the_procurement_unit_is_not(helsingborg, doris, olivia, carin, cleaning):
    assert "Bedöm om facken ska höras" in titles(doris, helsingborg)
    for person in (olivia, carin):
        assert "Bedöm om facken ska höras" not in titles(person, helsingborg)
    other = people.make_person("Dag", "department", helsingborg, people.make_department(helsingborg))
    assert not titles(other, helsingborg)


def titles(person, organisation):
    listed = tasks(person, organisation, today=TODAY)
    return {task.label for section in listed.sections for task in section.tasks}
