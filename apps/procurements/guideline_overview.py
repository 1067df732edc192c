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
from apps.procurements.choices import GuidelineStage, RequirementModel
from apps.procurements.guideline_following import criteria_of, days_of, shares
from apps.procurements.guideline_process import Share, Step, stage, steps
from apps.procurements.models import Clause, GuidelineVersion
from apps.procurements.priority_rules import LIMIT_LABELS, WEIGHT_LABELS, Limits, Weights
from apps.procurements.wording import counted, percent

SANCTIONS = ("has_rectification", "has_penalty", "has_call_off_block", "has_termination")
_LISTED = ("Benämning", "Läge", "Gäller från", "Mål: beslutad", "Mål: införd", "Följer")
_STATES = {
    GuidelineStage.REVISING: ("under översyn, inte beslutad", "warn"),
    GuidelineStage.PROPOSED: ("föreslagen, inte beslutad", "warn"),
    GuidelineStage.IN_FORCE: ("gäller i dag", "good"),
    GuidelineStage.IN_PLACE: ("gäller i dag och är införd", "good"),
}
# What two versions may differ in beside their rules and clauses.
_FACTS = (
    *("title", "proposed_on", "decided_by", "decided_on", "reference", "valid_from", "decided_goal_on"),
    *("in_place_goal_on", "in_place_on", "document_url", "published_on", "published_url", "follow_goal", "note"),
)


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
    share: Share
    is_now: bool

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
    following = shares(ordered)
    return [_version(each, now, today, following) for each in reversed(ordered)]


def version(guideline: GuidelineVersion, today: date) -> Version:
    """One version with where it stands."""
    guideline.uses = guideline.procurements.count()
    now = GuidelineVersion.objects.in_force(guideline.organisation, today)
    return _version(guideline, now, today, shares([guideline]))


def _version(
    guideline: GuidelineVersion, now: GuidelineVersion | None, today: date, following: dict[int, Share]
) -> Version:
    state, tone = _state(guideline, now, today)
    goals = (
        _goal("Beslutad", guideline.decided_goal_on, guideline.decided_on, today),
        _goal("Införd", guideline.in_place_goal_on, guideline.in_place_on, today),
    )
    share = following.get(guideline.pk, Share())
    return Version(guideline, state, tone, goals, guideline.uses, share, guideline == now)


def _state(guideline: GuidelineVersion, now: GuidelineVersion | None, today: date) -> tuple[str, str]:
    reached = stage(days_of(guideline), today)
    if guideline.decided_on and guideline.valid_from <= today and guideline != now:
        return "ersatt av en senare version", "neutral"
    if reached == GuidelineStage.DECIDED:
        return f"beslutad, gäller från {guideline.valid_from}", "info"
    return _STATES[reached]


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


def process(guideline: GuidelineVersion, today: date) -> list[Step]:
    """The steps from revision to in place, with their days."""
    goals = {"decided_goal": guideline.decided_goal_on, "in_place_goal": guideline.in_place_goal_on}
    return steps(days_of(guideline), today, **goals)


def criteria_tasks(guideline: GuidelineVersion, today: date) -> list[dict[str, str]]:
    """The conditions for being in place as lines of a task list: each with its figures and whether it is met."""
    return [
        {
            "label": each.label,
            "hint": each.text,
            "url": reverse("guideline_procurements", args=[guideline.pk]) if each.key == "follows" else "",
            "status_text": "uppfyllt" if each.is_met else "återstår",
            "status_kind": "good" if each.is_met else "warn",
        }
        for each in criteria_of(guideline, today)
    ]


def versions_table(listed: Iterable[Version]) -> Table:
    """All versions of an organisation."""
    headings = [Heading(label, is_number=False) for label in _LISTED]
    return Table("Versioner av riktlinjen", headings, [_version_row(each) for each in listed])


def _version_row(each: Version) -> Row:
    row = each.guideline
    decided, in_place = each.goals
    cells = [
        Cell(row.title, "Benämning", url=row.get_absolute_url()),
        Cell(each.state, "Läge", tone=each.tone),
        Cell(display(row.valid_from), "Gäller från"),
        Cell(decided.text, "Mål: beslutad", tone=decided.tone),
        Cell(in_place.text, "Mål: införd", tone=in_place.tone),
        Cell(each.share.text if row.decided_on else display(None), "Följer"),
    ]
    return Row(cells)


def facts(each: Version) -> list[dict]:
    """The decision and the goals of a version as rows of a summary list."""
    row = each.guideline
    decided, in_place = each.goals
    return [
        {"key": "Föreslagen", "value": display(row.proposed_on)},
        {"key": "Beslutad av", "value": display(row.decided_by)},
        {"key": "Beslut", "value": display(row.decided_on)},
        {"key": "Diarienummer eller paragraf", "value": display(row.reference)},
        {"key": "Gäller från", "value": display(row.valid_from)},
        {"key": "Publicerad", "value": display(row.published_on)},
        {"key": "Mål: beslutad", "value": decided.text},
        {"key": "Mål: införd", "value": in_place.text},
        {"key": "Annonserade under versionen", "value": each.uses_text},
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


def facts_that_differ(before: GuidelineVersion, after: GuidelineVersion) -> Table | None:
    """Names, days, decisions and goals that are not the same in the two versions; None when all are."""
    labels = ("Uppgift", "Förut", "Nu")
    found = ((_label(name), display(getattr(before, name)), display(getattr(after, name))) for name in _FACTS)
    rows = [
        Row([Cell(text, label) for text, label in zip(row, labels, strict=True)]) for row in found if row[1] != row[2]
    ]
    return Table("Uppgifter och datum som skiljer", [Heading(label, False) for label in labels], rows) if rows else None


def _label(name: str) -> str:
    return capfirst(str(GuidelineVersion._meta.get_field(name).verbose_name))


def crumbs(*rest: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """The way to a page of the guidelines; the last page has no address."""
    here = reverse("guideline_list") if rest else None
    return [("Upphandlingar", reverse("procurement_list")), ("Riktlinjer", here), *rest]
