"""Reads a sheet into a draft, whole or not at all: who and what is named in it must be known."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError

from apps.accounts.models import Department, Organisation, User
from apps.actionplans import goal_actions, item_actions
from apps.actionplans.models import Item, Plan
from apps.actionplans.plan_actions import locked_plan
from apps.actionplans.sheet import COLUMNS, Problem, SheetItem
from apps.core.actions import action
from apps.procurements.models import GuidelineVersion, Procurement
from apps.procurements.queries import people_for

DECIDED = "Planen är {state}. Punkter läses bara in i ett utkast."
_UNKNOWN = {
    "email": "Ingen upphandlare eller samordnare i {organisation} har adressen. Rätta den eller töm cellen.",
    "taking_part": "Varken förvaltning i {organisation} eller annan myndighet. Rätta namnet eller ta bort det.",
    "procurements": "Diarienumret finns inte hos {organisation}. Rätta det eller ta bort det.",
    "guidelines": "Riktlinjen finns inte hos {organisation}. Rätta rubriken eller ta bort den.",
}


class Known:
    """Everybody and everything that a sheet of the plan may name, read once."""

    def __init__(self, plan: Plan):
        own = plan.organisation
        self.organisation = own
        self.titles = {title.casefold() for title in plan.items.values_list("title", flat=True)}
        others = Organisation.objects.filter(is_demo=own.is_demo).exclude(pk=own.pk)
        departments = Department.objects.filter(organisation=own)
        self.found: dict[str, dict[str, Any]] = {
            "email": {each.email: each for each in people_for(own)},
            "taking_part": _by_text(others) | _by_text(departments),
            "procurements": {
                each.case_number.casefold(): each
                for each in Procurement.objects.filter(organisation=own).exclude(case_number="")
            },
            "guidelines": _by_text(GuidelineVersion.objects.filter(organisation=own)),
        }

    def rows(self, item: SheetItem, column: str) -> list[Any]:
        """What the cell names; what is not known is left out, and told of by `problems`."""
        found = self.found[column]
        return [found[name.casefold()] for name in item.names(column) if name.casefold() in found]

    def problems(self, items: Iterable[SheetItem]) -> Iterable[Problem]:
        """What the sheet names that nobody knows, and titles that are there already."""
        seen = set(self.titles)
        for item in items:
            title = item.values["title"]
            if title.casefold() in seen:
                text = "Planen, eller en rad ovanför, har redan en punkt med rubriken. Ge punkten en annan rubrik."
                yield Problem(item.row, COLUMNS["title"][0], title, text)
            seen.add(title.casefold())
            for column, text in _UNKNOWN.items():
                for name in item.names(column):
                    if name.casefold() not in self.found[column]:
                        told = text.format(organisation=self.organisation)
                        yield Problem(item.row, COLUMNS[column][0], name, told)


def check(plan: Plan, items: list[SheetItem]) -> list[Problem]:
    """What stops the items from being read into the plan; nothing is written."""
    return list(Known(plan).problems(items))


@action
def import_items(*, by: User, plan: Plan, items: list[SheetItem]) -> list[Item]:
    """Write the items last in the draft. Raises ValidationError for a decided plan and for the first unknown name."""
    plan = locked_plan(plan.pk)
    if not plan.is_draft:
        raise ValidationError(DECIDED.format(state=plan.get_state_display()))
    known = Known(plan)
    if problem := next(iter(known.problems(items)), None):
        raise ValidationError(f"Rad {problem.row}, {problem.column} ”{problem.value}”: {problem.text}")
    return [_write(by, plan, item, known) for item in items]


def _write(by: User, plan: Plan, sheet: SheetItem, known: Known) -> Item:
    sides = known.rows(sheet, "taking_part")
    names = ("title", "background", "purpose", "responsible_role")
    item = item_actions.create_item(
        by=by,
        plan=plan,
        **{name: sheet.values[name] for name in names},
        responsible=next(iter(known.rows(sheet, "email")), None),
        departments=[each for each in sides if isinstance(each, Department)],
        organisations=[each for each in sides if isinstance(each, Organisation)],
        procurements=known.rows(sheet, "procurements"),
        guidelines=known.rows(sheet, "guidelines"),
    )
    for goal in sheet.goals:
        own = {"text": goal.text, "due_kind": goal.due_kind, "due_on": goal.due_on, "done_on": goal.done_on}
        goal_actions.create_goal(by=by, item=item, **own, done_by=by if goal.done_on else None)
    if sheet.state != item.state:
        own = {"state": sheet.state, "moved_reason": sheet.values["moved_reason"]}
        item_actions.set_item_state(by=by, item=item, **own)
    return item


def _by_text(rows: Iterable[Any]) -> dict[str, Any]:
    return {str(each).casefold(): each for each in rows}
