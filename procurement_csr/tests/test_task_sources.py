"""What a reader's task list leaves unread is nothing the reader could see."""

from datetime import timedelta

import pghistory
from django.utils import timezone

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
