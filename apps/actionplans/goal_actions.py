"""Every write to the goals of an item."""

import uuid
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from apps.accounts.models import User
from apps.actionplans.choices import ItemState
from apps.actionplans.item_actions import locked_item, refuse_decided
from apps.actionplans.models import Goal, Item
from apps.core.actions import action, change, make_once, refuse_stale

OUTSIDE = "{day} ligger utanför planens år {year}. Ange en dag under året, eller lägg målet i det årets plan."
IS_DONE = "Punkten är klar. Sätt den som pågående innan dess mål ändras."
NOT_YET = "Klart {day} har inte varit ännu. Ange en dag till och med i dag."


@action
def create_goal(*, by: User | None, item: Item, token: uuid.UUID | None = None, **values: Any) -> Goal:
    """Add a goal; `values` are text, due_kind, due_on and, when it is reached already, done_on.

    The same token again gives the first one. Raises ValidationError by field.
    """

    def make() -> Goal:
        held = locked_item(item)
        _refuse_done(held)
        _refuse_outside(held, values["due_on"])
        goal = Goal(item=held, organisation_id=held.organisation_id, created_by=by, token=token or uuid.uuid4())
        change(goal, values)
        return goal

    return make_once(Goal, token, make)


@action
def update_goal(*, by: User | None, goal: Goal, version: str | None = None, **values: Any) -> Goal:
    """Change a goal's words or day. Raises ValidationError by field, and Conflict when `version` is not its."""
    goal, item = _locked(goal)
    refuse_stale(goal, version)
    _refuse_outside(item, values.get("due_on", goal.due_on))
    change(goal, values)
    return goal


@action
def finish_goal(*, by: User | None, goal: Goal, done_on: date, today: date) -> Goal:
    """Say that a goal is reached, on which day. Reached once, it keeps its day. Raises ValidationError."""
    goal, _ = _locked(goal)
    if done_on > today:
        raise ValidationError({"done_on": NOT_YET.format(day=done_on)})
    if goal.done_on is None:
        change(goal, {"done_on": done_on, "done_by": by})
    return goal


@action
def reopen_goal(*, by: User | None, goal: Goal) -> Goal:
    """Say that a goal is not reached after all. Raises ValidationError when its item is done."""
    goal, item = _locked(goal)
    _refuse_done(item)
    change(goal, {"done_on": None, "done_by": None})
    return goal


@action
def delete_goal(*, by: User | None, goal: Goal) -> None:
    """Take a goal away from a draft. Raises ValidationError when the plan is decided."""
    goal, item = _locked(goal)
    refuse_decided(item.plan)
    goal.delete()


def _refuse_outside(item: Item, day: date) -> None:
    if day.year != item.plan.year:
        raise ValidationError({"due_on": OUTSIDE.format(day=day, year=item.plan.year)})


def _refuse_done(item: Item) -> None:
    if item.state == ItemState.DONE:
        raise ValidationError(IS_DONE)


def _locked(goal: Goal) -> tuple[Goal, Item]:
    item = locked_item(goal.item)
    held = Goal.objects.select_for_update(no_key=True).get(pk=goal.pk)
    held.item = item
    return held, item
