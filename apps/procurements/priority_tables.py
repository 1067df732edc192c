"""What the pages about priority show, ready for the shared parts: tables, gates, doses and the plan's months."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.dateformat import format as date_format
from django.utils.text import capfirst

from apps.core.formats import money, number
from apps.core.lists import Cell, Column, Heading, ListPage, Row, Table
from apps.procurements import dose
from apps.procurements.choices import PurchaseKind, QuantityBasis, Recommendation, RequirementKind
from apps.procurements.priorities import Judgement, RankedRow, suggested_dose
from apps.procurements.priority import CANDIDATES, ENTRY_LEVELS, LABOUR_NEEDS, Answers, CriterionScore
from apps.procurements.wording import counted, kronor, one_decimal, percent

UNANSWERED = "Obesvarat"
YEARS_PER_PLACE = 10  # a default of our own, like those of dose
NO_NUMBER = "Inget antal föreslås, eftersom rekommendationen är {recommended}."
NO_FIGURES = "Ange upphandlingens värde och arbetets andel av kostnaden, så räknas ett förslag."
HOURS = "5 % av de arbetade timmarna. Räknas när leverantören redovisar timmarna."
_GATES = {True: ("uppfyllt", "good"), False: ("stoppar", "bad"), None: ("obesvarat", "warn")}
_DECISIONS = {True: "good", False: "warn"}


@dataclass(frozen=True)
class DoseCard:
    """A suggested amount, if any, with why; the alternatives stand beside it. Never a rule."""

    lead: str
    suggestion: dose.Dose | None
    alternatives: tuple[dose.Dose, ...]
    note: str = dose.SUGGESTION


@dataclass(frozen=True)
class Month:
    """A month of the plan, or those without a planned day."""

    label: str
    table: Table


def criteria_table(judgement: Judgement) -> Table:
    """Every criterion with its answer, points, weight, contribution and why, and their sum."""
    answers = answer_texts(judgement.answers)
    headings = [("Kriterium", False), ("Svar", False), ("Poäng", True), ("Vikt", True), ("Bidrag", True)]
    labels = [label for label, _ in headings] + ["Varför"]
    rows = [
        _cells(labels, capfirst(each.label), answers[each.key], *_figures(each), each.reason)
        for each in judgement.scoring.criteria
    ]
    total = _cells(labels, "Summa", "–", "–", number(judgement.weights.total), judgement.points_text, "–")
    columns = [*(Heading(*heading) for heading in headings), Heading("Varför", is_number=False)]
    return Table("Poäng per kriterium. Vikten gånger poängen ger bidraget till 100.", columns, [*rows, total])


def comparison_table(saved: Judgement, tried: Judgement) -> Table:
    """The saved answers beside the tried ones, criterion by criterion."""
    labels = ["Kriterium", "Sparat svar", "Bidrag", "Prövat svar", "Prövat bidrag"]
    ours, theirs = answer_texts(saved.answers), answer_texts(tried.answers)
    pairs = zip(saved.scoring.criteria, tried.scoring.criteria, strict=True)
    rows = [
        _cells(labels, capfirst(a.label), ours[a.key], _contribution(a), theirs[b.key], _contribution(b))
        for a, b in pairs
    ]
    rows.append(_cells(labels, "Summa", "–", saved.points_text, "–", tried.points_text))
    rows.append(_cells(labels, "Rekommendation", _recommended(saved), "–", _recommended(tried), "–"))
    return Table("Sparade och prövade svar", [Heading(label, label in _NUMBERS) for label in labels], rows)


def gate_tasks(judgement: Judgement) -> list[dict[str, str]]:
    """The conditions for any requirement at all, as a list of things with their state."""
    return [
        {
            "label": capfirst(gate.label),
            "url": "",
            "hint": gate.reason,
            "status_text": _GATES[gate.passed][0],
            "status_kind": _GATES[gate.passed][1],
        }
        for gate in judgement.scoring.gates
    ]


def answer_texts(answers: Answers) -> dict[str, str]:
    """What was answered to each criterion, in words."""
    said = {
        "value": (answers.value, kronor),
        "labour_share": (answers.labour_share, percent),
        "duration": (answers.months, lambda months: counted(months, "månad", "månader")),
        "entry_level": (answers.entry_level, dict(ENTRY_LEVELS).get),
        "labour_need": (answers.labour_need, dict(LABOUR_NEEDS).get),
        "candidates": (answers.candidates, dict(CANDIDATES).get),
    }
    return {key: UNANSWERED if value is None else capfirst(say(value)) for key, (value, say) in said.items()}


def dose_card(judgement: Judgement, kind: str) -> DoseCard:
    """What amount could be asked for. `kind` is what is bought (PurchaseKind), "" when not said."""
    recommended, first = judgement.scoring.recommendation, suggested_dose(judgement.answers)
    if recommended in (Recommendation.NONE, Recommendation.SOFT_ONLY):
        return DoseCard(NO_NUMBER.format(recommended=recommended.label), None, ())
    if first is None:
        return DoseCard(NO_FIGURES, None, ())
    others = _alternatives(judgement.answers, kind)
    if recommended == Recommendation.DIALOG:
        lead = "Dialogkrav har inget antal från början. Ett riktmärke för dialogen kan räknas så här:"
        return DoseCard(lead, dose.agreed_in_dialogue(), (first, *others))
    return DoseCard(f"Förslag: {first.text}.", first, (*others, dose.agreed_in_dialogue()))


def ranking_columns(*, may_answer: bool) -> list[Column]:
    """Columns of the ranking; who answers about candidates has a way to each question instead of money and months."""
    answer = Column("candidates", "Kandidater", lambda row: row.candidates, url=lambda row: row.answer_url)
    if not may_answer:
        return _RANKING
    return [answer if each.key == "expected" else each for each in _RANKING if each.key != "value"]


def plan_months(page: ListPage, today: date) -> list[Month]:
    """The rows of a plan's page by month of planned publication, the undated ones last."""
    rows = zip(page.page_obj.object_list, page.table.rows, strict=True)
    groups = [(month, list(found)) for month, found in groupby(rows, lambda pair: pair[0].planned_on_month)]
    return [_plan_month(month, found, page.table.columns, today) for month, found in groups]


def plan_sentence(rows: Iterable[RankedRow]) -> str:
    """What the plan holds, in one sentence."""
    found = list(rows)
    decided = sum(row.decided is not None for row in found)
    return f"{_counting(found, ' på väg')}. {decided} har beslut om krav."


def ranking_sentence(rows: Iterable[RankedRow]) -> str:
    """How many of the coming procurements a requirement is recommended for."""
    found = list(rows)
    fitting = sum(row.recommendation in (Recommendation.DIALOG, Recommendation.NUMERIC) for row in found)
    return f"Krav rekommenderas i {fitting} av {counted(len(found), 'upphandling', 'upphandlingar')}."


_NUMBERS = {"Poäng", "Vikt", "Bidrag", "Prövat bidrag"}


def _cells(labels: list[str], *texts: str) -> Row:
    return Row([Cell(text, label, label in _NUMBERS) for label, text in zip(labels, texts, strict=True)])


def _figures(each: CriterionScore) -> tuple[str, str, str]:
    return "–" if each.points is None else f"{each.points} av 3", number(each.weight), _contribution(each)


def _contribution(each: CriterionScore) -> str:
    if each.contribution is None:
        return f"högst {one_decimal(each.highest)}"
    return f"{one_decimal(each.contribution)} av {one_decimal(each.highest)}"


def _recommended(judgement: Judgement) -> str:
    found = judgement.scoring.recommendation
    return capfirst(found.label) if found else "Ingen än"


def _alternatives(answers: Answers, kind: str) -> tuple[dose.Dose, ...]:
    value, share, found = answers.value, answers.labour_share, []
    if answers.months:
        found.append(dose.places(value, share, answers.months))
    if kind in (PurchaseKind.WORKS, PurchaseKind.SERVICES, PurchaseKind.SPECIAL_SERVICES):
        is_works = kind == PurchaseKind.WORKS
        for effort in (RequirementKind.EMPLOYMENT, RequirementKind.INTERNSHIP):
            found.append(dose.per_msek(value, kind=effort, is_works=is_works))
    found.append(dose.per_man_year(value, share, years_per_place=YEARS_PER_PLACE))
    found.append(dose.Dose(QuantityBasis.SHARE_OF_HOURS, None, None, (HOURS,)))
    return tuple(found)


def _plan_month(month: date | None, found: list[tuple[RankedRow, Row]], columns: list[Heading], today: date) -> Month:
    rows = [row for row, _ in found]
    caption = _counting(rows)
    if month is None:
        return Month("Utan planerad dag", Table(caption, columns, [drawn for _, drawn in found]))
    if month < today.replace(day=1):
        caption += ". Den planerade månaden har passerat."
    return Month(capfirst(date_format(month, "F Y")), Table(caption, columns, [drawn for _, drawn in found]))


def _counting(rows: list[RankedRow], more: str = "") -> str:
    """ "3 upphandlingar, sammanlagt 12 000 000 kr"; no sum where no value is known."""
    values = [row.value for row in rows if row.value is not None]
    counting = counted(len(rows), "upphandling", "upphandlingar") + more
    return f"{counting}, sammanlagt {money(sum(values))}" if values else counting


def _decision_tone(row: RankedRow) -> str:
    return _DECISIONS[row.decided is not None]


_TITLE = Column("title", "Upphandling", lambda row: row.title, ("sort_key",), url=lambda row: row.url)
_DEPARTMENT = Column("department", "Förvaltning", lambda row: row.department, ("department_order",))
_VALUE = Column("value", "Värde", lambda row: row.value, ("value",), "money")
_RECOMMENDED = Column("recommendation", "Rekommendation", lambda row: capfirst(row.recommendation_text))
_DECIDED = Column("decision", "Beslut", lambda row: capfirst(row.decision_text), tone=_decision_tone)

_RANKING = [
    _TITLE,
    _DEPARTMENT,
    _VALUE,
    Column("score", "Poäng", lambda row: row.score, ("score", "highest"), "decimal", shown=lambda row: row.points_text),
    _RECOMMENDED,
    _DECIDED,
    Column("expected", "Heltidsmån.", lambda row: row.expected, ("expected",), "number"),
    Column("planned", "Annons", lambda row: row.planned_on, ("planned_on",), "date"),
    Column("deviates", "Avviker", lambda row: row.deviates, is_only_in_files=True),
    Column("possible", "Möjliga poäng", lambda row: row.points_text, is_only_in_files=True),
    Column("responsible", "Ansvarig", lambda row: row.responsible, is_only_in_files=True),
]
PLAN = [
    Column(
        "month",
        "Månad",
        lambda row: row.planned_on and f"{row.planned_on:%Y-%m}",
        ("planned_on_month", "department_order", "sort_key"),
        is_only_in_files=True,
    ),
    *(Column(each.key, each.label, each.value, (), each.kind, each.url, each.tone) for each in (_TITLE, _DEPARTMENT)),
    Column("value", "Värde", lambda row: row.value, (), "money"),
    _RECOMMENDED,
    _DECIDED,
]
