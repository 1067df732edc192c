"""How procurements are prioritised: what each is scored by, what was decided, and the ranking of the coming ones."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.urls import reverse

from apps.accounts.models import Membership, Organisation
from apps.core.actions import version_of
from apps.core.formats import iso_date
from apps.core.lists import ComputedRows
from apps.procurements import dose
from apps.procurements.choices import Recommendation
from apps.procurements.models import GuidelineVersion, PriorityAnswers, Procurement, RequirementDecision
from apps.procurements.priority import CANDIDATES, Answers, Scoring, score
from apps.procurements.priority_rules import Limits, Weights
from apps.procurements.regime import ThresholdRow
from apps.procurements.thresholds import regime_of, rows
from apps.procurements.wording import counted, one_decimal

_QUESTIONS = ("labour_share", "months", "persons", "entry_level", "labour_need", "candidates")
NOTHING_YET = "none"
# The same answers come back for every procurement without any: a ranking scores them once.
_scored = lru_cache(maxsize=1024)(score)


@dataclass(frozen=True)
class Basis:
    """What all procurements of an organisation are scored by on a day."""

    on: date
    guideline: GuidelineVersion | None
    has_matcher: bool
    thresholds: tuple[ThresholdRow, ...]


@dataclass(frozen=True)
class Judgement:
    """A scoring with everything it rests on. `threshold` and `direct_limit` are the day's, None when unknown."""

    scoring: Scoring
    answers: Answers
    weights: Weights
    limits: Limits
    guideline: GuidelineVersion | None
    threshold: Decimal | int | None
    direct_limit: Decimal | int | None
    on: date

    @property
    def sentence(self) -> str:
        """What the page answers first: "Rekommendation: dialogkrav, 65,0 poäng av 100."."""
        if self.scoring.recommendation is None:
            missing = counted(len(self.scoring.missing), "uppgift", "uppgifter")
            return f"Ingen rekommendation än: {missing} saknas."
        shown = "" if self.scoring.score is None else f", {one_decimal(self.scoring.score)} poäng av 100"
        return f"Rekommendation: {self.scoring.recommendation.label}{shown}."

    @property
    def points_text(self) -> str:
        """ "65,0", or what is still possible: "20,0–80,0"."""
        if self.scoring.score is not None:
            return one_decimal(self.scoring.score)
        return f"{one_decimal(self.scoring.lowest)}–{one_decimal(self.scoring.highest)}"

    def tried(self, **answers: Any) -> "Judgement":
        """The same with other answers. Raises ValueError, in Swedish, for figures outside their range."""
        return _judged(self, replace(self.answers, **answers))

    def frozen(self) -> dict[str, Any]:
        """All it rests on, as it is kept with a decision (JSON)."""
        return {
            "on": self.on.isoformat(),
            "answers": {key: _plain(value) for key, value in asdict(self.answers).items()},
            "points": {each.key: each.points for each in self.scoring.criteria},
            "gates": {gate.key: gate.passed for gate in self.scoring.gates},
            "weights": self.weights.as_dict(),
            "limits": self.limits.as_dict(),
            "threshold": _plain(self.threshold),
            "direct_limit": _plain(self.direct_limit),
            "guideline": str(self.guideline or ""),
        }


@dataclass(frozen=True)
class RankedRow:
    """A coming procurement in the ranking and the plan. `expected` is full-time months, None when not known."""

    pk: int
    title: str
    sort_key: str
    url: str
    answer_url: str
    department: str
    department_order: str | None
    responsible: str
    value: Decimal | None
    score: Decimal | None
    highest: Decimal
    points_text: str
    recommendation: Recommendation | None
    candidates: str
    decided: Recommendation | None
    deviates: bool
    expected: int | None
    planned_on: date | None

    @property
    def planned_on_month(self) -> date | None:
        """The first day of the planned month, by which the plan is grouped."""
        return self.planned_on and self.planned_on.replace(day=1)

    @property
    def recommendation_text(self) -> str:
        return self.recommendation.label if self.recommendation else "uppgifter saknas"

    @property
    def decision_text(self) -> str:
        if self.decided is None:
            return "ej beslutat"
        return f"{self.decided.label}, avviker" if self.deviates else self.decided.label


@dataclass(frozen=True)
class DecisionCard:
    """What the procurement's page shows of its scoring and decision."""

    sentence: str
    because: str
    rows: list[dict[str, str]]
    motive: str
    tag_text: str
    tag_tone: str
    score_url: str
    decide_url: str
    decide_label: str


def basis_of(organisation: Organisation, on: date) -> Basis:
    """The guideline in force, whether a matcher is appointed, and the thresholds, for scoring on a day."""
    matchers = Membership.objects.filter(organisation=organisation, role="matcher", user__is_active=True)
    return Basis(on, GuidelineVersion.objects.in_force(organisation, on), matchers.exists(), rows())


def judge(procurement: Procurement, on: date, basis: Basis | None = None) -> Judgement:
    """Score a procurement on a day, or as it was on the day it was published: later guidelines do not alter it.

    A caller with many coming procurements of one organisation makes the `basis` once.
    """
    day = procurement.sent_for_publication_on or procurement.published_on or on
    basis = basis or basis_of(procurement.organisation, day)
    guideline = procurement.guideline or basis.guideline
    limits = regime_of(procurement, basis.on, basis.thresholds)
    given = getattr(procurement, "priority_answers", None) or PriorityAnswers()
    answers = Answers(
        value=procurement.estimated_value,
        **{name: getattr(given, name) for name in _QUESTIONS},
        is_small_company_market=given.is_small_company_market,
        has_policy_decision=guideline is not None,
        has_matcher=basis.has_matcher,
    )
    unscored = Judgement(
        scoring=None,
        answers=answers,
        weights=Weights.from_dict(guideline.weights if guideline else {}),
        limits=Limits.from_dict(guideline.limits if guideline else {}),
        guideline=guideline,
        threshold=limits.threshold,
        direct_limit=limits.direct_limit,
        on=basis.on,
    )
    return _judged(unscored, answers)


def scoring_of(procurement: Procurement, on: date) -> Scoring:
    """The scoring alone."""
    return judge(procurement, on).scoring


def latest_decision(procurement: Procurement) -> RequirementDecision | None:
    """The decision that counts."""
    return procurement.requirement_decisions.select_related("decided_by", "guideline").first()


def seen_answers(row: PriorityAnswers | None) -> str:
    """What a form keeps to tell whether somebody else has saved since it was opened."""
    return version_of(row) if row and row.pk else NOTHING_YET


def seen_decision(row: RequirementDecision | None) -> str:
    """The same for the decision that counts, which itself never changes."""
    return str(row.pk) if row else NOTHING_YET


def seen_candidates(answers: PriorityAnswers | None) -> str:
    """The same for the one question that the matcher answers."""
    return NOTHING_YET if answers is None or answers.candidates is None else str(answers.candidates)


def suggested_dose(answers: Answers) -> dose.Dose | None:
    """Full-time months out of value and labour share; None while one of them is missing or nothing."""
    if not answers.value or not answers.labour_share:
        return None
    return dose.fte_months(answers.value, answers.labour_share)


def ranked(
    procurements: QuerySet[Procurement], basis: Basis, *, seen: set[int], may_answer: bool = False
) -> ComputedRows:
    """A row for each procurement, in as many queries however many there are. Only those in `seen` have a link."""
    latest = RequirementDecision.objects.order_by("procurement_id", "-pk").distinct("procurement_id")
    found = procurements.select_related("department", "responsible", "priority_answers", "guideline")
    found = found.prefetch_related(Prefetch("requirement_decisions", latest, to_attr="latest_decisions"))
    return ComputedRows(_ranked(each, basis, each.pk in seen, may_answer) for each in found)


def decision_card(procurement: Procurement, on: date, *, may_change: bool) -> DecisionCard:
    """The card of a procurement's page: what is recommended, what is decided, why and by whom."""
    judgement, decision = judge(procurement, on), latest_decision(procurement)
    return DecisionCard(
        sentence=judgement.sentence,
        because=judgement.scoring.because,
        rows=_as_rows(_decision_facts(decision)),
        motive=decision.motive if decision else "",
        tag_text=f"beslutat: {decision}" if decision else "ej beslutat",
        tag_tone="good" if decision else "warn",
        score_url=reverse("priority_update", args=[procurement.pk]),
        decide_url=reverse("decision_create", args=[procurement.pk]) if may_change else "",
        decide_label="Fatta nytt beslut" if decision else "Besluta om krav",
    )


def decision_history(decisions: Iterable[RequirementDecision]) -> list[dict[str, Any]]:
    """Decisions with their facts, newest first; only the first one counts."""
    return [
        {"title": str(each), "motive": each.motive, "is_latest": place == 0, "rows": _as_rows(_decision_facts(each))}
        for place, each in enumerate(decisions)
    ]


def _judged(basis: Judgement, answers: Answers) -> Judgement:
    scoring = _scored(answers, basis.weights, basis.limits, direct_limit=basis.direct_limit, threshold=basis.threshold)
    return replace(basis, answers=answers, scoring=scoring)


def _ranked(procurement: Procurement, basis: Basis, is_seen: bool, may_answer: bool) -> RankedRow:
    judgement = judge(procurement, basis.on, basis)
    scoring, answers = judgement.scoring, judgement.answers
    decision = next(iter(procurement.latest_decisions), None)
    decided = Recommendation(decision.decided) if decision else None
    department, candidates = procurement.department, dict(CANDIDATES).get(answers.candidates)
    return RankedRow(
        pk=procurement.pk,
        title=procurement.title,
        sort_key=procurement.sort_key,
        url=reverse("priority_update", args=[procurement.pk]) if is_seen else "",
        answer_url=reverse("candidates_update", args=[procurement.pk]) if may_answer else "",
        department=department.name if department else "",
        department_order=department.sort_key if department else None,
        responsible=procurement.responsible.name if procurement.responsible else "",
        value=procurement.estimated_value,
        score=scoring.score,
        highest=scoring.highest,
        points_text=judgement.points_text,
        recommendation=scoring.recommendation,
        candidates=candidates or "svara",
        decided=decided,
        deviates=bool(decision and decision.deviates),
        expected=dose.expected_contribution(decided or scoring.recommendation, suggested_dose(answers)),
        planned_on=procurement.planned_publication_on,
    )


def _decision_facts(decision: RequirementDecision | None) -> list[tuple[str, str]]:
    if decision is None:
        return []
    recommended = decision.get_recommended_display() if decision.recommended else "ingen, uppgifter saknades"
    points = "" if decision.score is None else f", {one_decimal(decision.score)} poäng"
    return [
        ("Beslutat", f"{decision}, {iso_date(decision.decided_on)}"),
        ("Beslutat av", decision.decided_by.name if decision.decided_by else "en borttagen användare"),
        ("Rekommenderat då", f"{recommended}{points}"),
        ("Avviker", "ja" if decision.deviates else "nej"),
        ("Riktlinje", str(decision.guideline or "ingen beslutad riktlinje")),
    ]


def _as_rows(facts: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"key": key, "value": value, "change_url": ""} for key, value in facts]


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Decimal) else value
