"""The gate's visits to evaluations and success factors: drafts and decided ones, charts with gaps, with long words."""

from datetime import date

from django.utils import timezone

from apps.actionplans import evaluation_actions, factor_actions
from apps.actionplans.choices import ReadyFactor
from apps.actionplans.factor_actions import Answer
from apps.actionplans.halves import half_of
from procurement_csr.tests.gate_visit import BOTH, EMPTY, NONSENSE, Visit

LEARNING_VISITS = (
    Visit("yearevaluation_list", "coordinator"),
    Visit("yearevaluation_list", "politician", query="?q=finnsinte"),
    Visit("yearevaluation_create", "coordinator", refuses=BOTH),
    Visit("yearevaluation_detail", "coordinator", "draft_evaluation"),
    Visit("yearevaluation_detail", "coordinator", "decided_evaluation"),
    Visit("yearevaluation_detail", "politician", "decided_evaluation"),
    Visit("yearevaluation_update", "coordinator", "draft_evaluation", refuses=BOTH),
    Visit("yearevaluation_decide", "coordinator", "draft_evaluation", refuses=BOTH),
    Visit("factor_list", "coordinator"),
    Visit("factor_list", "politician"),
    Visit("factor_choose", "coordinator", refuses=(NONSENSE,)),
    Visit("factor_score", "coordinator", "this_half", refuses=(EMPTY,)),
    Visit("factor_detail", "coordinator", "scored_factor"),
    Visit("factor_detail", "politician", "scored_factor"),
)
_LONG = "Arbetsmarknadsförvaltningssamverkansupphandlingens erfarenheter"


def addresses_of_learning(organisation, coordinator) -> dict:
    """A draft and a decided evaluation, all factors and one with a long name, scored with a gap and put right."""
    today = timezone.localdate()
    words = {"worked": f"{_LONG}. " * 20, "to_change": f"{_LONG}\n\n" * 3}
    own = {"by": coordinator, "organisation": organisation, "today": today}
    draft = evaluation_actions.create_evaluation(**own, year=today.year - 4, **words)
    decided = evaluation_actions.create_evaluation(**own, year=today.year - 5, **words)
    decision = {"decided_by_body": _LONG, "decided_on": date(today.year - 3, 1, 15), "reference": f"KS {'9' * 80}"}
    evaluation_actions.decide_evaluation(by=coordinator, evaluation=decided, today=today, **decision)
    factor_actions.choose_factors(
        by=coordinator, organisation=organisation, kinds=ReadyFactor.values, new=f"{_LONG} {'F' * 10}"
    )
    now = half_of(today)
    factor = organisation.success_factors.get(name__startswith=_LONG)
    for score, when in ((4, now.before.before.before), (2, now.before), (3, now), (5, now)):
        answers = {factor.pk: Answer(score, f"{_LONG}. " * 6)}
        factor_actions.score_factors(**own, when=when, answers=answers)
    found = {"draft_evaluation": draft.pk, "decided_evaluation": decided.pk, "scored_factor": factor.pk}
    return found | {"this_half": tuple(map(str, now))}
