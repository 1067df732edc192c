"""A plan with all its items, as its page, its document and its open page show it."""

from dataclasses import dataclass
from datetime import date

from apps.actionplans import due
from apps.actionplans.choices import STATE_TONES, DueKind, ItemState
from apps.actionplans.models import Goal, Item, Plan


@dataclass(frozen=True)
class GoalLine:
    """A goal as it stands today. `item` is the title of what it belongs to."""

    pk: int
    text: str
    due_label: str
    due_on: date
    done_on: date | None
    is_late: bool
    item: str
    item_pk: int
    status_text: str
    status_kind: str


@dataclass(frozen=True)
class ItemCard:
    """An item with its goals and who is in it. `responsible` names a person and is never shown openly."""

    pk: int
    number: int
    title: str
    background: str
    purpose: str
    responsible: str
    role: str
    taking_part: tuple[str, ...]
    state: str
    state_label: str
    tone: str
    moved_reason: str
    goals: tuple[GoalLine, ...]
    url: str

    @property
    def done_of(self) -> str:
        """How many of the goals are reached: "1 av 3 mål klara"."""
        done = sum(each.done_on is not None for each in self.goals)
        return f"{done} av {len(self.goals)} mål klara" if self.goals else "inga mål"

    @property
    def is_done(self) -> bool:
        return self.state == ItemState.DONE


@dataclass(frozen=True)
class Quarter:
    """The goals of three months; the last quarter has those that run all year."""

    name: str
    goals: tuple[GoalLine, ...]


@dataclass(frozen=True)
class PlanPage:
    """A plan as it stands on a day."""

    plan: Plan
    items: tuple[ItemCard, ...]

    @property
    def goals(self) -> list[GoalLine]:
        return sorted((goal for item in self.items for goal in item.goals), key=lambda goal: (goal.due_on, goal.pk))

    @property
    def late(self) -> list[GoalLine]:
        """Goals whose day is over, under items that are still open; the oldest first."""
        return [goal for goal in self.goals if goal.is_late]

    @property
    def done_items(self) -> list[ItemCard]:
        return [item for item in self.items if item.is_done]

    @property
    def done_goals(self) -> list[GoalLine]:
        return [goal for goal in self.goals if goal.done_on]

    @property
    def quarters(self) -> list[Quarter]:
        names = ("januari–mars", "april–juni", "juli–september", "oktober–december")
        return [
            Quarter(name.capitalize(), tuple(goal for goal in self.goals if due.quarter(goal.due_on) == number))
            for number, name in enumerate(names, 1)
        ]

    @property
    def sentence(self) -> str:
        """The first thing to know: "2 av 6 punkter är klara. 1 mål är försenat."."""
        if not self.items:
            return "Planen har inga punkter ännu."
        noun = "punkt" if len(self.items) == 1 else "punkter"
        done = f"{len(self.done_items)} av {len(self.items)} {noun} är {'klar' if len(self.items) == 1 else 'klara'}."
        if not self.late:
            return f"{done} Inget mål är försenat."
        return f"{done} {len(self.late)} mål är {'försenat' if len(self.late) == 1 else 'försenade'}."


def plan_page(plan: Plan, today: date) -> PlanPage:
    """The plan with its items in their order, in a handful of queries."""
    rows = plan.items.select_related("responsible")
    rows = rows.prefetch_related("goals", "taking_part__department", "taking_part__organisation")
    return PlanPage(plan, tuple(item_card(item, number, today, plan) for number, item in enumerate(rows, 1)))


def item_card(item: Item, number: int, today: date, plan: Plan) -> ItemCard:
    """An item as it stands today."""
    return ItemCard(
        pk=item.pk,
        number=number,
        title=item.title,
        background=item.background,
        purpose=item.purpose,
        responsible=str(item.responsible.name) if item.responsible else "",
        role=item.responsible_role,
        taking_part=tuple(_side(each, plan) for each in item.taking_part.all()),
        state=item.state,
        state_label=item.get_state_display(),
        tone=STATE_TONES[ItemState(item.state)],
        moved_reason=item.moved_reason,
        goals=tuple(_goal_line(goal, item, today) for goal in item.goals.all()),
        url=item.get_absolute_url(),
    )


def _side(side, plan: Plan) -> str:
    if side.department is None:
        return str(side.organisation)
    is_own = side.organisation_id == plan.organisation_id
    return str(side.department) if is_own else f"{side.department} ({side.organisation})"


def _goal_line(goal: Goal, item: Item, today: date) -> GoalLine:
    is_late = item.is_open and due.is_overdue(goal.due_on, goal.done_on, today)
    text, kind = _status(goal, item, is_late)
    return GoalLine(
        pk=goal.pk,
        text=goal.text,
        due_label=goal.due_label,
        due_on=goal.due_on,
        done_on=goal.done_on,
        is_late=is_late,
        item=item.title,
        item_pk=item.pk,
        status_text=text,
        status_kind=kind,
    )


def _status(goal: Goal, item: Item, is_late: bool) -> tuple[str, str]:
    if goal.done_on:
        return "klart", "good"
    if item.state == ItemState.MOVED:
        return "flyttat", "warn"
    if is_late:
        return "försenat", "bad"
    return ("löpande" if goal.due_kind == DueKind.RUNNING else "återstår"), "neutral"
