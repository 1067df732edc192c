"""Plans, items and goals for tests."""

from datetime import date

from apps.actionplans.due import last_of_month
from apps.actionplans.goal_actions import create_goal
from apps.actionplans.item_actions import create_item
from apps.actionplans.models import Goal, Item, Plan
from apps.actionplans.plan_actions import create_plan, decide_plan, publish_plan

DECISION = {"decided_by_body": "Upphandlingsnämnden", "decided_on": date(2018, 1, 15), "reference": "SUN 2018/4, § 8"}


def make_plan(organisation, year=2018, **fields) -> Plan:
    """A draft without items."""
    values = {"title": f"Handlingsplan {year}"} | fields
    return create_plan(by=None, organisation=organisation, year=year, **values)


def make_item(plan, title="Riktlinjer på plats", **fields) -> Item:
    """An item that nobody has begun."""
    return create_item(by=None, plan=plan, title=title, **fields)


def make_goal(item, text="Riktlinjerna används", month=6, **fields) -> Goal:
    """A goal due in a month of the plan's year."""
    due_on = last_of_month(item.plan.year, month)
    return create_goal(by=None, item=item, text=text, **{"due_kind": "month", "due_on": due_on} | fields)


def decide(plan, **fields) -> Plan:
    """The plan, decided in January 2018."""
    return decide_plan(by=None, plan=plan, today=date(2026, 11, 22), **DECISION | fields)


def publish(plan, now) -> Plan:
    """The plan, decided and published."""
    return publish_plan(by=None, plan=decide(plan), now=now)
