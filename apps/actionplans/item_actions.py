"""Every write to the items of a plan: making, changing, ordering, reporting and taking them away."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Max

from apps.accounts.models import Department, Organisation, User
from apps.actionplans.choices import ITEM_TRANSITIONS, ItemState
from apps.actionplans.models import Item, ItemLink, Plan, ProgressNote, TakingPart
from apps.actionplans.plan_actions import locked_plan
from apps.core.actions import action, change, make_once, refuse_stale
from apps.procurements.models import GuidelineVersion, Procurement

MAY_NOT = "Punkten är {state} och kan inte bli {wanted}. Välj ett läge som går att gå till."
GOALS_LEFT = "{count} mål är inte klara: {names}. Markera dem som klara först, eller flytta punkten."
ONLY_IN_DRAFT = "Planen är {state}, så inget tas bort ur den. Sätt punkten som flyttad och skriv varför."
HAS_NOTES = "Punkten har lägesanteckningar, som ska finnas kvar. Sätt den som flyttad och skriv varför."
# What an item is about and who is in it, beside its own columns.
_AROUND = ("departments", "organisations", "procurements", "guidelines")


@action
def create_item(*, by: User | None, plan: Plan, token: uuid.UUID | None = None, **values: Any) -> Item:
    """Add an item last in the plan. `values` are Item's own fields, and departments, organisations, procurements and
    guidelines. The same token again gives the first one. Raises ValidationError by field.
    """

    def make() -> Item:
        held = locked_plan(plan.pk)
        last = held.items.aggregate(last=Max("position"))["last"] or 0
        own = {"organisation": held.organisation, "plan": held, "position": last + 1, "created_by": by}
        item = Item(**own, token=token or uuid.uuid4())
        change(item, {name: value for name, value in values.items() if name not in _AROUND})
        _surround(item, values)
        return item

    return make_once(Item, token, make)


@action
def update_item(*, by: User | None, item: Item, version: str | None = None, **values: Any) -> Item:
    """Change an item. Raises ValidationError by field, and Conflict when it is not what `version` was made of."""
    item = locked_item(item)
    refuse_stale(item, version)
    change(item, {name: value for name, value in values.items() if name not in _AROUND})
    _surround(item, values)
    return item


@action
def move_item(*, by: User | None, item: Item, up: bool) -> Item:
    """Let the item change places with the one before or after it. The first stays first and the last last."""
    item = locked_item(item)
    beside = item.plan.items.filter(**{"position__lt" if up else "position__gt": item.position})
    other = beside.order_by("-position" if up else "position").first()
    if other:
        item.position, other.position = other.position, item.position
        for each in (item, other):
            each.save(update_fields=["position", "updated_at"])
    return item


@action
def set_item_state(*, by: User | None, item: Item, state: str, moved_reason: str = "") -> Item:
    """Say how an item stands. The same state again changes nothing but the reason.

    Raises ValidationError for a state it may not go to, for one done with goals left, and for one moved without reason.
    """
    item = locked_item(item)
    if state != item.state and state not in ITEM_TRANSITIONS[item.state]:
        raise ValidationError({"state": MAY_NOT.format(state=item.get_state_display(), wanted=ItemState(state).label)})
    if state == ItemState.DONE:
        _refuse_goals_left(item)
    if state == ItemState.MOVED and not moved_reason.strip():
        raise ValidationError({"moved_reason": "Skriv varför punkten flyttas, och vart."})
    change(item, {"state": state, "moved_reason": moved_reason if state == ItemState.MOVED else ""})
    return item


@action
def write_note(*, by: User, item: Item, text: str, token: uuid.UUID | None = None) -> ProgressNote:
    """Write how an item goes, signed. Nothing is changed afterwards. Raises ValidationError by field."""

    def make() -> ProgressNote:
        note = ProgressNote(item=item, organisation_id=item.organisation_id, token=token or uuid.uuid4())
        change(note, {"text": text, "written_by": by})
        return note

    return make_once(ProgressNote, token, make)


@action
def delete_item(*, by: User | None, item: Item) -> None:
    """Take an item away from a draft. Raises ValidationError when the plan is decided or somebody has written notes."""
    item = locked_item(item)
    refuse_decided(item.plan)
    if item.notes.exists():
        raise ValidationError(HAS_NOTES)
    item.delete()


def locked_item(item: Item) -> Item:
    """The item as it is now; its plan is locked first, so that no two acts lock each other."""
    plan = locked_plan(item.plan_id)
    held = Item.objects.select_for_update(no_key=True).get(pk=item.pk)
    held.plan = plan
    return held


def refuse_decided(plan: Plan) -> None:
    """Raise ValidationError unless the plan is a draft."""
    if not plan.is_draft:
        raise ValidationError(ONLY_IN_DRAFT.format(state=plan.get_state_display()))


def _refuse_goals_left(item: Item) -> None:
    left = list(item.goals.filter(done_on=None).values_list("text", flat=True))
    if left:
        names = ", ".join(f"”{text}”" for text in left[:3]) + (" med flera" if len(left) > 3 else "")
        raise ValidationError({"state": GOALS_LEFT.format(count=len(left), names=names)})


def _surround(item: Item, values: dict[str, Any]) -> None:
    """Make who takes part, and what the item is about, what `values` say; what they do not name stays."""
    if {"departments", "organisations"} & set(values):
        _keep(item.taking_part, _sides(item, values.get("departments", ()), values.get("organisations", ())))
    if {"procurements", "guidelines"} & set(values):
        _keep(item.links, _ends(item, values.get("procurements", ()), values.get("guidelines", ())))


def _sides(item: Item, departments: Iterable[Department], organisations: Iterable[Organisation]) -> list[TakingPart]:
    own = [TakingPart(item=item, organisation_id=each.organisation_id, department=each) for each in departments]
    return own + [TakingPart(item=item, organisation=each) for each in organisations]


def _ends(item: Item, procurements: Iterable[Procurement], guidelines: Iterable[GuidelineVersion]) -> list[ItemLink]:
    own = {"item": item, "organisation_id": item.organisation_id}
    return [ItemLink(**own, procurement=each) for each in procurements] + [
        ItemLink(**own, guideline=each) for each in guidelines
    ]


def _keep(held, wanted: list[TakingPart] | list[ItemLink]) -> None:
    """Of the rows that are there keep those wanted, take the others away and add what lacks."""
    rows = {_ends_of(row): row for row in held.all()}
    asked = {_ends_of(row): row for row in wanted}
    for key in set(rows) - set(asked):
        rows[key].delete()
    for key, row in asked.items():
        if key not in rows:
            row.full_clean()
            row.save()


def _ends_of(row: TakingPart | ItemLink) -> tuple:
    names = ("department_id", "organisation_id", "procurement_id", "guideline_id")
    return tuple(getattr(row, name, None) for name in names)
