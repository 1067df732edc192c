"""What the pages and the protocol of purging show. Days of a placement are months: not all who look are matchers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.text import capfirst

from apps.accounts.models import Organisation, User
from apps.core import formats
from apps.core.formats import display, iso_date
from apps.core.lists import Cell, Column, Heading, Row, Table
from apps.placements import retention
from apps.placements.choices import RecordClass
from apps.placements.models import PurgeItem, PurgeRun, RetentionRule
from apps.placements.retention_queries import rules_of, sentence, words_of

RULE_COLUMNS = ("Uppgift", "Regel", "Beslutat av", "Beslutsdatum", "Beteckning")
RUN_COLUMNS = ("Räknad till", "Läge", "Uppgifter", "Framtagen av", "Godkänd av")
COUNT_COLUMNS = ("Uppgift", "Regel", "Antal", "Gallrade")
TONES = {"proposed": "warn", "discarded": "neutral", "executed": "good"}
HEADINGS = {
    "proposed": "Förslag till gallring",
    "discarded": "Avbruten gallring",
    "executed": "Gallringsprotokoll",
}


@dataclass(frozen=True)
class Fact:
    """A line of a summary list."""

    key: str
    value: str


@dataclass(frozen=True)
class ClassCount:
    """A class of records in a run: the rule as it was then, how many the run holds and how many it purged."""

    label: str
    rule: str
    decision: str
    total: int
    done: int


def rules_table(organisation: Organisation) -> Table:
    """Every class with its rule, in the order things are purged; each leads to its form."""
    rules = rules_of(organisation)
    rows = [_rule_row(record_class, rules.get(record_class)) for record_class in retention.ORDER]
    return Table("Gallringsregler", [Heading(label, False) for label in RULE_COLUMNS], rows)


def runs_table(runs: Iterable[PurgeRun]) -> Table:
    """Runs with their state; `runs` are annotated by `listed`."""
    headings = [Heading(label, label == "Uppgifter") for label in RUN_COLUMNS]
    return Table("Gallringar", headings, [_run_row(run) for run in runs])


def listed(user: User, perm: str, organisation: Organisation):
    """The organisation's runs, newest first, with how many records each holds."""
    runs = PurgeRun.objects.visible_to(user, perm).filter(organisation=organisation)
    return runs.select_related("made_by", "approved_by").annotate(total=Count("items"))


def class_counts(run: PurgeRun) -> list[ClassCount]:
    """The run by class, in the order things are purged."""
    groups = run.items.order_by().values("record_class").annotate(total=Count("pk"), done=Count("pk", Q(is_done=True)))
    found = {group["record_class"]: group for group in groups}
    return [
        ClassCount(
            capfirst(RecordClass(rule["record_class"]).label),
            words_of(rule["action"], rule["trigger"], rule["months"]),
            f"{rule['decided_by_body']}, {rule['decided_on']}, {rule['reference']}",
            found.get(rule["record_class"], {}).get("total", 0),
            found.get(rule["record_class"], {}).get("done", 0),
        )
        for rule in run.rules
    ]


def counts_table(counts: Iterable[ClassCount]) -> Table:
    """The classes of a run as a table, each with the decision it rests on."""
    headings = [Heading(label, label in COUNT_COLUMNS[2:]) for label in COUNT_COLUMNS]
    return Table("Uppgifter per slag", headings, [_count_row(each) for each in counts])


def facts(run: PurgeRun) -> list[Fact]:
    """Who did what, when."""
    rows = [
        ("Organisation", str(run.organisation)),
        ("Räknad till", iso_date(run.as_of)),
        ("Framtagen av", f"{run.made_by}, {iso_date(run.made_at)}"),
    ]
    if run.executed_at:
        rows.append(("Godkänd och genomförd av", f"{run.approved_by}, {iso_date(run.executed_at)}"))
    return [Fact(key, value) for key, value in rows]


def item_columns(run: PurgeRun) -> list[Column]:
    """The columns of a run's records."""
    return [
        Column("record_class", "Uppgift", lambda row: capfirst(row.get_record_class_display()), ("record_class",)),
        Column("numbers", "Placeringar", numbers, ("placement_numbers",)),
        Column("trigger_on", "Tiden räknas från", _month("trigger_on"), ("trigger_on",), shown=_in_words("trigger_on")),
        Column("due_on", "Ska gallras", _month("due_on"), ("due_on",), shown=_in_words("due_on")),
        Column("result", "Resultat", lambda row: result(run, row), ("is_done",), tone=lambda row: _tone(run, row)),
    ]


def numbers(item: PurgeItem) -> str:
    """ "P12, P40"; empty for a resident without placements."""
    return ", ".join(f"P{number}" for number in item.placement_numbers)


def result(run: PurgeRun, item: PurgeItem) -> str:
    """What became of a record."""
    if run.state == PurgeRun.State.EXECUTED:
        return "gallrad" if item.is_done else "behölls, skulle inte längre gallras"
    return "väntar" if run.state == PurgeRun.State.PROPOSED else "inte gallrad"


def month(day: date) -> str:
    """ "2026-03": a month in files, whose order is that of time."""
    return f"{day:%Y-%m}"


def _month(name: str):
    return lambda row: month(getattr(row, name))


def _in_words(name: str):
    return lambda row: formats.month(getattr(row, name))


def _tone(run: PurgeRun, item: PurgeItem) -> str:
    return "good" if item.is_done else TONES[run.state] if run.state != PurgeRun.State.EXECUTED else "info"


def _rule_row(record_class: RecordClass, rule: RetentionRule | None) -> Row:
    decision = (rule.decided_by_body, iso_date(rule.decided_on), rule.reference) if rule else ("–", "–", "–")
    texts = (capfirst(record_class.label), capfirst(sentence(rule)), *decision)
    cells = [Cell(text, label) for text, label in zip(texts, RULE_COLUMNS, strict=True)]
    url = reverse("retention_rule_update", args=[record_class.value])
    tone = "" if rule else "warn"
    return Row([Cell(texts[0], RULE_COLUMNS[0], url=url), Cell(texts[1], RULE_COLUMNS[1], tone=tone), *cells[2:]])


def _count_row(count: ClassCount) -> Row:
    return Row(
        [
            Cell(count.label, COUNT_COLUMNS[0]),
            Cell(count.rule, COUNT_COLUMNS[1], note=count.decision),
            Cell(str(count.total), COUNT_COLUMNS[2], is_number=True),
            Cell(str(count.done), COUNT_COLUMNS[3], is_number=True),
        ]
    )


def _run_row(run: PurgeRun) -> Row:
    return Row(
        [
            Cell(iso_date(run.as_of), RUN_COLUMNS[0], url=run.get_absolute_url()),
            Cell(run.get_state_display(), RUN_COLUMNS[1], tone=TONES[run.state]),
            Cell(str(run.total), RUN_COLUMNS[2], is_number=True),
            Cell(str(run.made_by), RUN_COLUMNS[3]),
            Cell(display(run.approved_by), RUN_COLUMNS[4]),
        ]
    )
