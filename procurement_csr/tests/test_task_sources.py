"""What a reader's task list leaves unread is nothing the reader could see."""

from datetime import timedelta

import pghistory
import pytest
from django.db import connection
from django.db.models.sql.compiler import SQLCompiler
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from apps.procurements import contract_deadlines
from apps.reminders.queries import holds
from apps.reminders.sources import SOURCES, TOLD_TO, open_deadlines_of
from procurement_csr.tests.access_rules import ROLES
from procurement_csr.tests.access_world import member
from procurement_csr.tests.test_growth import MANY, grow, world  # noqa: F401 (the fixture)


def test_every_role_sees_as_much_when_only_its_own_is_read(world):  # noqa: F811
    people = {role: member(role, world) for role in ROLES}
    world["person"] = people["coordinator"]
    with pghistory.context(user=world["person"].pk):
        grow(world, MANY)
    organisation, today = world["organisation"], timezone.localdate()
    days = {"since": today - timedelta(365), "until": today + timedelta(365), "today": today}
    everything = set(open_deadlines_of(organisation, **days))
    read = {}
    for role, person in people.items():
        read[role] = set(open_deadlines_of(organisation, **days, reader=person))
        seen = {each for each in everything if holds(person, each.permission, each)}
        assert seen <= read[role] <= everything, role
    assert read["officer"] < everything
    assert len(read["matcher"]) < len(everything)


def test_what_a_source_gives_is_for_those_it_is_said_to_be_for(world):  # noqa: F811
    world["person"] = member("coordinator", world)
    with pghistory.context(user=world["person"].pk):
        grow(world, MANY)
    today = timezone.localdate()
    asked = {"organisation": world["organisation"], "since": today - timedelta(999), "until": today + timedelta(999)}
    given = {source: {each.permission for each in source(**asked)} for source in SOURCES}
    assert {source: found <= set(TOLD_TO[source]) for source, found in given.items() if source in TOLD_TO} == (
        dict.fromkeys(TOLD_TO, True)
    )
    assert sum(bool(given[source]) for source in TOLD_TO) >= 4


@pytest.fixture
def grown(world):  # noqa: F811
    """The world with many rows of everything, as its coordinator made them."""
    world["person"] = member("coordinator", world)
    with pghistory.context(user=world["person"].pk):
        grow(world, MANY)
    return world


@pytest.mark.parametrize("role", ["officer", "matcher", "department"])
def test_no_question_about_deadlines_is_put_into_sql_twice(grown, role, monkeypatch):
    """But the time plans', which are reckoned from whole rows and read only where a union is registered."""
    organisation, person, today = grown["organisation"], member(role, grown), timezone.localdate()
    days = {"since": today - timedelta(365), "until": today + timedelta(365), "today": today}
    once = set(open_deadlines_of(organisation, **days, reader=person))
    worded = []

    def as_sql(self, *args, **kwargs):
        worded.append(self.query.model._meta.label)
        return real(self, *args, **kwargs)

    real = SQLCompiler.as_sql
    monkeypatch.setattr(SQLCompiler, "as_sql", as_sql)
    assert set(open_deadlines_of(organisation, **days, reader=person)) == once
    apart = ("mbl.", "accounts.", "procurements.Procurement", "procurements.Contract", "procurements.GuidelineAck")
    assert [label for label in worded if not label.startswith(apart)] == []


@pytest.mark.parametrize(("role", "most"), [("officer", 32), ("matcher", 31)])
def test_the_task_list_asks_so_many_questions_and_no_more(grown, role, most, sign_in):
    client = sign_in(member(role, grown))
    client.get(reverse("task_list"))
    with CaptureQueriesContext(connection) as captured:
        assert client.get(reverse("task_list")).status_code == 200
    assert len(captured) <= most, [each["sql"][:100] for each in captured.captured_queries]


def test_contracts_asked_about_in_portions_have_the_same_dates(grown, monkeypatch):
    organisation, today = grown["organisation"], timezone.localdate()
    days = {"since": today - timedelta(999), "until": today + timedelta(999), "today": today}
    at_once = set(open_deadlines_of(organisation, **days))
    assert any(each.key.startswith("requirement:") for each in at_once)
    monkeypatch.setattr(contract_deadlines, "TOGETHER", 1)
    assert set(open_deadlines_of(organisation, **days)) == at_once
