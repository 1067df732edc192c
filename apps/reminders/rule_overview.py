"""What the pages of rules show."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from apps.accounts.models import Organisation
from apps.core.calendar import roll_forward
from apps.core.formats import iso_date
from apps.core.lists import Cell, Heading, Row, Table
from apps.reminders.rule_queries import BY_DECISION, BY_LAW, Ruling, rulings_of
from apps.reminders.rule_words import examples

COLUMNS = ("Slag", "Påminnelser", "Regel", "Kan väljas bort")
WHO_ASKS = {BY_LAW: "nej, bygger på lag", BY_DECISION: "nej, ni har bestämt det"}


@dataclass(frozen=True)
class Example:
    """A made-up deadline of a kind, and the days it would be reminded of."""

    due_on: str
    rows: list["Fact"]


@dataclass(frozen=True)
class Fact:
    """A line of a summary list."""

    key: str
    value: str


def rules_table(organisation: Organisation) -> Table:
    """Every kind with its rule in words; each leads to its form."""
    rows = [_row(ruling) for ruling in rulings_of(organisation).values()]
    return Table("Regler för påminnelser", [Heading(label, False) for label in COLUMNS], rows)


def example_of(ruling: Ruling, today: date, off: frozenset[date]) -> Example:
    """When a deadline some three weeks from today would be reminded of, had it never been done."""
    due_on = roll_forward(today + timedelta(days=21))
    rows = [Fact(iso_date(each.day), each.text) for each in examples(ruling.rule, due_on, off=off)]
    return Example(iso_date(due_on), rows)


def _row(ruling: Ruling) -> Row:
    whose = "egen" if ruling.is_own else "Stegets förslag"
    may_mute = WHO_ASKS.get(ruling.why_required, "ja")
    return Row(
        [
            Cell(ruling.kind.label, COLUMNS[0], url=reverse("reminder_rule_update", args=[ruling.kind.name])),
            Cell(ruling.sentence, COLUMNS[1]),
            Cell(whose, COLUMNS[2], tone="info" if ruling.is_own else ""),
            Cell(may_mute, COLUMNS[3]),
        ]
    )
