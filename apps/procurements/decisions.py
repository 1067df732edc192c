"""Every write to the answers a procurement is prioritised by and to the decision about its requirement.

All raise ValidationError with Swedish sentences, and core.actions.Conflict when somebody else was first.
"""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.core.actions import Conflict, action, change, make_once
from apps.core.formats import iso_date
from apps.procurements.choices import Phase, Recommendation
from apps.procurements.models import PriorityAnswers, Procurement, RequirementDecision
from apps.procurements.priorities import Judgement, judge, latest_decision, seen_answers, seen_candidates, seen_decision

NONE_NEEDS_MOTIVE = "Ange motiv: inget krav är ett beslut som alltid ska motiveras."
DEVIATION_NEEDS_MOTIVE = "Ange motiv: beslutet {decided} avviker från rekommendationen {recommended}."
UNKNOWN_NEEDS_MOTIVE = "Ange motiv: uppgifter saknas, så det finns ingen rekommendation att följa."
IN_FUTURE = "Beslutsdagen {on} ligger i framtiden. Ange dagen då beslutet togs, senast {today}."
CANCELLED = "Upphandlingen är avbruten. Det finns inget krav att besluta om."


@action
def save_answers(*, by, procurement: Procurement, seen: str | None = None, **answers: Any) -> PriorityAnswers:
    """Keep the answers a procurement is scored by; the same ones again change nothing."""
    row = _locked(procurement)
    if any(getattr(row, name) != value for name, value in answers.items()) or not row.pk:
        _refuse_if(seen is not None and seen != seen_answers(row), row)
        change(row, answers | {"answered_by": by})
    return row


@action
def answer_candidates(
    *, by, procurement: Procurement, candidates: int | None, seen: str | None = None
) -> PriorityAnswers:
    """Keep the matcher's answer alone; what the officer has answered meanwhile stays."""
    row = _locked(procurement)
    if row.candidates != candidates:
        _refuse_if(seen is not None and seen != seen_candidates(row), row)
        change(row, {"candidates": candidates, "answered_by": by})
    return row


@action
def decide(
    *,
    by,
    procurement: Procurement,
    decided: str,
    decided_on: date,
    today: date,
    motive: str = "",
    seen: str | None = None,
    token: UUID | None = None,
) -> RequirementDecision:
    """Decide about a procurement's requirement. It rests on the scoring of today, which is frozen with it.

    The latest decision counts; `seen` is the one that stood when the form was opened.
    """

    def make():
        held = Procurement.objects.select_for_update().get(pk=procurement.pk)
        latest, judgement = latest_decision(held), judge(held, today)
        _refuse_if(seen is not None and seen != seen_decision(latest), latest)
        _refuse_decision(held, judgement, decided, motive.strip(), decided_on, today)
        row = RequirementDecision(procurement=held, token=token, decided_by=by)
        change(row, _frozen(judgement) | {"decided": decided, "motive": motive.strip(), "decided_on": decided_on})
        return row

    return make_once(RequirementDecision, token, make)


def _locked(procurement: Procurement) -> PriorityAnswers:
    """The answers as they stand, or new ones; two who answer at once wait for each other."""
    Procurement.objects.select_for_update().get(pk=procurement.pk)
    return PriorityAnswers.objects.filter(procurement=procurement).first() or PriorityAnswers(procurement=procurement)


def _refuse_if(is_stale: bool, row) -> None:
    if is_stale:
        raise Conflict(row)


def _refuse_decision(procurement, judgement: Judgement, decided: str, motive: str, on: date, today: date) -> None:
    if procurement.phase == Phase.CANCELLED:
        raise ValidationError(CANCELLED)
    if on > today:
        sentence = IN_FUTURE.format(on=iso_date(on), today=iso_date(today))
        raise ValidationError({"decided_on": sentence})
    recommended = judgement.scoring.recommendation
    if not motive and decided in Recommendation.values and (decided == Recommendation.NONE or decided != recommended):
        raise ValidationError({"motive": _why_motive(Recommendation(decided), recommended)})


def _why_motive(decided: Recommendation, recommended: Recommendation | None) -> str:
    if decided == Recommendation.NONE:
        return NONE_NEEDS_MOTIVE
    if recommended is None:
        return UNKNOWN_NEEDS_MOTIVE
    return DEVIATION_NEEDS_MOTIVE.format(decided=decided.label, recommended=recommended.label)


def _frozen(judgement: Judgement) -> dict[str, Any]:
    return {
        "recommended": judgement.scoring.recommendation or "",
        "score": judgement.scoring.score,
        "guideline": judgement.guideline,
        "inputs": judgement.frozen(),
    }
