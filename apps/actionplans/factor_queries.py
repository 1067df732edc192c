"""Success factors over time, as their pages show them."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from apps.accounts.models import Organisation
from apps.actionplans.choices import HIGHEST
from apps.actionplans.halves import HalfYear, half_of, span
from apps.actionplans.models import FactorScore, SuccessFactor
from apps.core.chart_steps import ScoreLine, score_line
from apps.core.charts import Caption

# Half-years in a chart: four years.
SHOWN = 8


@dataclass(frozen=True)
class FactorCard:
    """A watched factor: its chart, and the latest score with why."""

    factor: SuccessFactor
    chart: ScoreLine
    scores: tuple[str, ...]
    latest: FactorScore | None


@dataclass(frozen=True)
class Board:
    """All watched factors over the same half-years."""

    halves: tuple[str, ...]
    cards: tuple[FactorCard, ...]

    @property
    def sentence(self) -> str:
        """The first thing to know: which factor stands lowest."""
        latest = [card.latest for card in self.cards if card.latest]
        if not latest:
            return "Inga poäng är satta ännu."
        low = min(each.score for each in latest)
        names = [str(each.factor).lower() for each in latest if each.score == low]
        return f"Lägst just nu, {low} av {HIGHEST}: {', '.join(names)}."


@dataclass(frozen=True)
class Earlier:
    """What a score was before it was changed."""

    score: int
    comment: str
    on: date
    by: str


@dataclass(frozen=True)
class ScoredHalf:
    """A score with what it has been before."""

    when: HalfYear
    score: FactorScore
    earlier: tuple[Earlier, ...]


def board(organisation: Organisation, today: date) -> Board:
    """The watched factors with their latest half-years, in two queries."""
    factors = list(organisation.success_factors.filter(is_watched=True))
    found: dict[int, dict[HalfYear, FactorScore]] = {each.pk: {} for each in factors}
    names = {each.pk: each for each in factors}
    for score in FactorScore.objects.filter(factor__in=factors):
        score.factor = names[score.factor_id]
        found[score.factor_id][score.when] = score
    first = min((when for scores in found.values() for when in scores), default=half_of(today))
    halves = span(first, half_of(today), SHOWN)
    return Board(tuple(each.short for each in halves), tuple(_card(each, found[each.pk], halves) for each in factors))


def card_of(factor: SuccessFactor, today: date) -> FactorCard:
    """One factor with its latest half-years."""
    scores = {each.when: each for each in factor.scores.all()}
    return _card(factor, scores, span(min(scores, default=half_of(today)), half_of(today), SHOWN))


def history(factor: SuccessFactor) -> list[ScoredHalf]:
    """The factor's scores, the latest first, each with what it has been; what was before is read from the history."""
    event = FactorScore.pgh_event_model
    rows = event.objects.filter(factor_id=factor.pk).select_related("scored_by").order_by("pgh_id")
    changes: dict[int, list[Earlier]] = {}
    for row in rows:
        said = Earlier(row.score, row.comment, timezone.localdate(row.pgh_created_at), str(row.scored_by or ""))
        changes.setdefault(row.pgh_obj_id, []).append(said)
    scores = factor.scores.select_related("scored_by").order_by("-year", "-half")
    return [ScoredHalf(each.when, each, tuple(changes.get(each.pk, [])[:-1][::-1])) for each in scores]


def _card(factor: SuccessFactor, scores: dict[HalfYear, FactorScore], halves: list[HalfYear]) -> FactorCard:
    values = [scores[half].score if half in scores else None for half in halves]
    latest = scores[max(scores)] if scores else None
    lead = f"{latest.when.label.capitalize()}: {latest.score} av {HIGHEST}. {latest.comment}" if latest else ""
    caption = Caption(f"factor-{factor.pk}", str(factor), lead=lead, empty="Inga poäng är satta ännu.")
    chart = score_line(caption, [half.short for half in halves], values, highest=HIGHEST, time_name="Halvår")
    return FactorCard(factor, chart, tuple("–" if value is None else str(value) for value in values), latest)
