"""Goals of the unit's yearly plan among everything that is reminded of."""

from datetime import date

from apps.actionplans.tests.makers import decide, make_goal, make_item, make_plan
from apps.reminders import kinds
from apps.reminders.sources import open_deadlines_of


def test_a_goal_of_a_decided_plan_is_reminded_of_as_a_kind_of_its_own(helsingborg):
    plan = make_plan(helsingborg)
    goal = make_goal(make_item(plan))
    year = {"since": date(2018, 1, 1), "until": date(2018, 12, 31), "today": date(2018, 6, 1)}
    assert list(open_deadlines_of(helsingborg, **year)) == []
    decide(plan)
    (found,) = open_deadlines_of(helsingborg, **year)
    assert (found.key, found.due_on) == (f"goal:{goal.pk}", date(2018, 6, 30))
    assert kinds.kind_of(found.key).label == "Mål i handlingsplanen"
