"""The protocol of a purging run as files for the archive: a tagged PDF and a table. Neither has a code."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.text import capfirst

from apps.core.formats import iso_date
from apps.core.typeset import typeset
from apps.placements import retention_overview as overview
from apps.placements.choices import RecordClass
from apps.placements.models import PurgeItem, PurgeRun

TEMPLATE = Path(settings.BASE_DIR) / "templates" / "placements" / "purge.typ"
COLUMNS = [
    ("Uppgift", "text"),
    ("Placeringar", "text"),
    ("Tiden räknas från", "text"),
    ("Ska gallras", "text"),
    ("Resultat", "text"),
    ("Beslut", "text"),
]


def document(run: PurgeRun, *, now: datetime) -> bytes:
    """The protocol as PDF. Raises core.typeset.DocumentError."""
    return typeset(TEMPLATE, values_of(run, now=now))


def values_of(run: PurgeRun, *, now: datetime) -> dict[str, Any]:
    """What the document shows, as text."""
    return {
        "heading": overview.HEADINGS[run.state],
        "title": f"{overview.HEADINGS[run.state]} {run.as_of}, {run.organisation}",
        "organisation": str(run.organisation),
        "printed": iso_date(now.date()),
        "state": run.get_state_display(),
        "facts": [[fact.key, fact.value] for fact in overview.facts(run)],
        "counts": [
            [each.label, each.rule, each.decision, str(each.total), str(each.done)]
            for each in overview.class_counts(run)
        ],
        "items": [_cells(run, item) for item in run.items.all()],
    }


def table(run: PurgeRun) -> Iterator[list[str]]:
    """The rows of the table, with the decision each rests on."""
    decisions = {rule["record_class"]: rule for rule in run.rules}
    for item in run.items.all():
        rule = decisions[item.record_class]
        yield [*_cells(run, item), f"{rule['decided_by_body']}, {rule['decided_on']}, {rule['reference']}"]


def _cells(run: PurgeRun, item: PurgeItem) -> list[str]:
    return [
        capfirst(RecordClass(item.record_class).label),
        overview.numbers(item) or "utan placering",
        overview.month(item.trigger_on),
        overview.month(item.due_on),
        overview.result(run, item),
    ]
