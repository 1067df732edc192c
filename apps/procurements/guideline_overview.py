"""What the pages of guideline versions show, read and computed."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from itertools import groupby

from django.db.models import Count
from django.urls import reverse
from django.utils.text import capfirst

from apps.accounts.models import Organisation
from apps.core.actions import version_of
from apps.core.formats import display, money, number
from apps.core.lists import Cell, Heading, Row, Table
from apps.procurements.changes import Changes, ClauseText
from apps.procurements.changes import Version as Compared
from apps.procurements.choices import RequirementModel
from apps.procurements.models import Clause, GuidelineVersion
from apps.procurements.priority_rules import LIMIT_LABELS, WEIGHT_LABELS, Limits, Weights
from apps.procurements.wording import counted, percent

SANCTIONS = ("has_rectification", "has_penalty", "has_call_off_block", "has_termination")
IN_FORCE = "gäller i dag"
_LISTED = ("Benämning", "Läge", "Beslut", "Gäller från", "Mål: beslutad", "Mål: införd", "Upphandlingar")


@dataclass(frozen=True)
class Goal:
    """A goal of a version with its day, whether it was kept, and how that looks."""

    label: str
    text: str
    tone: str


@dataclass(frozen=True)
class Version:
    """A version with where it stands: in force, to come, replaced, or a draft."""

    guideline: GuidelineVersion
    state: str
    tone: str
    goals: tuple[Goal, Goal]
    uses: int

    @property
    def is_locked(self) -> bool:
        """Whether it is decided, and so never changes."""
        return self.guideline.decided_on is not None

    @property
    def uses_text(self) -> str:
        """ "12 upphandlingar"."""
        return counted(self.uses, "upphandling", "upphandlingar")


def versions(organisation: Organisation, today: date) -> list[Version]:
    """The organisation's versions: drafts first, then the decided ones, latest first."""
    rows = GuidelineVersion.objects.filter(organisation=organisation).annotate(uses=Count("procurements"))
    now = GuidelineVersion.objects.in_force(organisation, today)
    ordered = sorted(rows, key=lambda each: (each.decided_on is None, each.valid_from or date.min, each.pk))
    return [_version(each, now, today) for each in reversed(ordered)]


def version(guideline: GuidelineVersion, today: date) -> Version:
    """One version with where it stands."""
    guideline.uses = guideline.procurements.count()
    return _version(guideline, GuidelineVersion.objects.in_force(guideline.organisation, today), today)


def _version(guideline: GuidelineVersion, now: GuidelineVersion | None, today: date) -> Version:
    state, tone = _state(guideline, now, today)
    goals = (
        _goal("Beslutad", guideline.decided_goal_on, guideline.decided_on, today),
        _goal("Införd", guideline.in_place_goal_on, guideline.in_place_on, today),
    )
    return Version(guideline, state, tone, goals, guideline.uses)


def _state(guideline: GuidelineVersion, now: GuidelineVersion | None, today: date) -> tuple[str, str]:
    if guideline.decided_on is None:
        return "utkast, inte beslutad", "warn"
    if guideline == now:
        return IN_FORCE, "good"
    if guideline.valid_from > today:
        return f"beslutad, gäller från {guideline.valid_from}", "info"
    return "ersatt av en senare version", "neutral"


def _goal(label: str, goal: date | None, reached: date | None, today: date) -> Goal:
    if goal is None:
        return Goal(label, f"{reached}, inget mål satt" if reached else "inget mål satt", "neutral")
    if reached and reached <= goal:
        return Goal(label, f"{reached}, målet {goal} hölls", "good")
    if reached:
        late = counted((reached - goal).days, "dag", "dagar")
        return Goal(label, f"{reached}, {late} efter målet {goal}", "warn")
    if goal < today:
        return Goal(label, f"inte klart, målet var {goal}", "bad")
    return Goal(label, f"ska vara klart senast {goal}", "info")


def versions_table(listed: Iterable[Version]) -> Table:
    """All versions of an organisation."""
    headings = [Heading(label, label == "Upphandlingar") for label in _LISTED]
    return Table("Versioner av riktlinjen", headings, [_version_row(each) for each in listed])


def _version_row(each: Version) -> Row:
    row = each.guideline
    decision = f"{row.decided_by} {row.decided_on}, {row.reference or 'utan diarienummer'}" if row.decided_on else ""
    decided, in_place = each.goals
    cells = [
        Cell(row.title, "Benämning", url=row.get_absolute_url()),
        Cell(each.state, "Läge", tone=each.tone),
        Cell(display(decision), "Beslut"),
        Cell(display(row.valid_from), "Gäller från"),
        Cell(decided.text, "Mål: beslutad", tone=decided.tone),
        Cell(in_place.text, "Mål: införd", tone=in_place.tone),
        Cell(number(each.uses), "Upphandlingar", is_number=True),
    ]
    return Row(cells)


def facts(each: Version) -> list[dict]:
    """The decision and the goals of a version as rows of a summary list."""
    row = each.guideline
    decided, in_place = each.goals
    return [
        {"key": "Beslutad av", "value": display(row.decided_by)},
        {"key": "Beslut", "value": display(row.decided_on)},
        {"key": "Diarienummer eller paragraf", "value": display(row.reference)},
        {"key": "Gäller från", "value": display(row.valid_from)},
        {"key": "Målet beslutad", "value": decided.text},
        {"key": "Målet införd", "value": in_place.text},
        {"key": "Följs av", "value": each.uses_text},
    ]


def weights_facts(weights: Weights) -> list[dict]:
    """Each criterion with its weight and its share of the whole."""
    given = weights.as_dict()
    return [
        {"key": capfirst(label), "value": f"{number(given[name])} ({_share(given[name], weights.total)} av poängen)"}
        for name, label in WEIGHT_LABELS.items()
    ]


def limits_facts(limits: Limits) -> list[dict]:
    """Where points and recommendations begin."""
    return [{"key": capfirst(label), "value": _limit(name, limits)} for name, label in LIMIT_LABELS.items()]


def _limit(name: str, limits: Limits) -> str:
    value = getattr(limits, name)
    return money(value) if name == "large_value" else number(value)


def _share(weight: int, total: int) -> str:
    return percent(round(weight * 100 / total))


def _table(caption: str, labels: tuple[str, ...], rows: list[list[tuple[str, bool]]]) -> Table:
    headings = [Heading(label, place > 0) for place, label in enumerate(labels)]
    cells = [
        Row([Cell(capfirst(text), label, is_number) for (text, is_number), label in zip(row, labels, strict=True)])
        for row in rows
    ]
    return Table(caption, headings, cells)


def clauses_by_model(guideline: GuidelineVersion) -> list[tuple[str, list[Clause]]]:
    """The clauses under the label of their model, in the order of the models."""
    order = list(RequirementModel.values)
    clauses = sorted(guideline.clauses.all(), key=lambda each: order.index(each.model))
    return [
        (capfirst(RequirementModel(model).label), list(group))
        for model, group in groupby(clauses, key=lambda each: each.model)
    ]


def clause_versions(guideline: GuidelineVersion) -> list[str]:
    """The content of each clause in short: who decides a version decides these texts."""
    return [version_of(clause) for clause in guideline.clauses.order_by("pk")]


def sanctions(clause: Clause) -> list[str]:
    """What the clause gives the authority the right to, in words."""
    return [str(Clause._meta.get_field(name).verbose_name) for name in SANCTIONS if getattr(clause, name)]


def compared(guideline: GuidelineVersion) -> Compared:
    """A version as `changes` compares it."""
    names = [each.name for each in fields(ClauseText)]
    return Compared(
        weights=Weights.from_dict(guideline.weights),
        limits=Limits.from_dict(guideline.limits),
        clauses=tuple(ClauseText(**values) for values in guideline.clauses.order_by("title").values(*names)),
    )


def figures_tables(changes: Changes) -> list[Table]:
    """The weights and limits that differ, before and after."""
    found = (("Vikter som ändrades", "Kriterium", changes.weights), ("Gränser som ändrades", "Gräns", changes.limits))
    return [
        _table(
            caption,
            (what, "Förut", "Nu"),
            [[(each.label, False), (number(each.before), True), (number(each.after), True)] for each in figures],
        )
        for caption, what, figures in found
        if figures
    ]


def crumbs(*rest: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """The way to a page of the guidelines; the last page has no address."""
    here = reverse("guideline_list") if rest else None
    return [("Upphandlingar", reverse("procurement_list")), ("Riktlinjer", here), *rest]
