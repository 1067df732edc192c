"""What must be done about deviations and steps, and by when."""

import pytest
from django.utils import timezone
from django.utils.module_loading import import_string

from apps.followups.deadlines import open_deadlines
from apps.followups.tests.deviation_world import DAY, EVERY_CLAUSE, deviation_of, make_painting
from procurement_csr.people import make_sanction

# The floor above, looked up by name: what it makes of these rows is part of the promise.
kind_of = import_string("apps.reminders.kinds.kind_of")

TODAY = timezone.localdate()


@pytest.fixture
def deviation(helsingborg, property_department, olivia):
    contract = make_painting(helsingborg, property_department, **EVERY_CLAUSE)
    return deviation_of(contract, owner=olivia, due_on=TODAY)


def found(organisation, since=TODAY, until=TODAY):
    return {each.key: each for each in open_deadlines(since=since, until=until, organisation=organisation)}


def test_an_open_deviation_is_its_owners_until_it_is_closed(deviation, olivia, helsingborg, property_department):
    (deadline,) = found(helsingborg).values()
    assert (deadline.key, deadline.due_on, deadline.responsible_id) == (f"deviation:{deviation.pk}", TODAY, olivia.pk)
    assert deadline.owner_department_id == property_department.pk
    assert (kind_of(deadline.key).name, deadline.act_permission) == ("deviation", "followups.change_followup")
    type(deviation).objects.update(state="closed", outcome="Klart", closed_on=TODAY)
    assert found(helsingborg) == {}


def test_nothing_outside_the_days_or_of_another_organisation(deviation, helsingborg, haninge):
    assert found(helsingborg, TODAY + DAY, TODAY + 9 * DAY) == {}
    assert found(helsingborg, TODAY - 9 * DAY, TODAY - DAY) == {}
    assert found(haninge) == {}


def test_a_proposed_step_is_decided_the_day_after_the_last_day_to_reply(deviation, helsingborg):
    warning = make_sanction(deviation, reply_by=TODAY - DAY)
    key = f"sanction:{warning.pk}"
    assert found(helsingborg)[key].due_on == TODAY
    assert key not in found(helsingborg, TODAY - 5 * DAY, TODAY - DAY)
    type(warning).objects.update(state="decided", decided_on=TODAY)
    assert key not in found(helsingborg)


def test_the_day_to_have_it_right_by_is_checked_until_a_later_step_is_taken(deviation, helsingborg):
    chance = {"step": "rectification", "state": "decided", "decided_on": TODAY, "rectify_by": TODAY, "reply_by": None}
    given = make_sanction(deviation, **chance)
    key = f"sanction:{given.pk}:rectify"
    assert found(helsingborg)[key].title == "Kontrollera att avvikelsen är rättad: Praktikanterna har ingen handledare."
    later = make_sanction(deviation, state="withdrawn")
    assert key in found(helsingborg)
    type(later).objects.filter(pk=later.pk).update(state="proposed")
    assert key not in found(helsingborg)
