"""The writes: answers, the matcher's answer, and the decision (acceptance fact 27)."""

import uuid
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from apps.core.actions import Conflict
from apps.procurements import decisions, priorities
from apps.procurements.models import PriorityAnswers, Procurement, RequirementDecision
from apps.procurements.priority_rules import Limits
from apps.procurements.tests.test_priorities import DAY, PAINTING, decided_guideline, scored
from procurement_csr.people import make_procurement


@pytest.fixture
def ready(helsingborg, malte):
    return decided_guideline(helsingborg)


@pytest.fixture
def painting(helsingborg, ready):
    """A procurement for which a number is recommended, with 80.0 points."""
    return scored(helsingborg)


def decide(by, procurement, decided, motive="", **values):
    values = {"decided_on": DAY, "today": DAY} | values
    return decisions.decide(by=by, procurement=procurement, decided=decided, motive=motive, **values)


def test_a_decision_freezes_what_it_rested_on(olivia, painting, ready):
    made = decide(olivia, painting, "numeric")
    assert (made.recommended, made.score, made.decided_by, made.guideline) == (
        "numeric",
        Decimal("80.0"),
        olivia,
        ready,
    )
    assert not made.deviates
    PriorityAnswers.objects.update(candidates=0, months=1)
    Procurement.objects.update(estimated_value=1)
    made.refresh_from_db()
    assert made.inputs["answers"] | {"value": "4000000.00", **PAINTING} == made.inputs["answers"]
    assert made.inputs["points"]["value"] == 2
    assert made.inputs["weights"]["labour_share"] == 25
    assert made.inputs["limits"] == Limits().as_dict()
    assert (made.inputs["threshold"], made.inputs["direct_limit"]) == (2_389_585, 700_000)
    assert (made.inputs["guideline"], made.inputs["on"]) == (str(ready), "2025-06-02")


@pytest.mark.parametrize(
    ("decided", "sentence"),
    [
        ("dialog", "Ange motiv: beslutet dialogkrav avviker från rekommendationen krav på antal."),
        ("soft_only", "avviker från rekommendationen krav på antal."),
        ("none", "Ange motiv: inget krav är ett beslut som alltid ska motiveras."),
    ],
)
@pytest.mark.parametrize("motive", ["", "   \n"])
def test_fact_27_a_deviating_decision_without_motive_is_refused(olivia, painting, decided, sentence, motive):
    with pytest.raises(ValidationError) as refusal:
        decide(olivia, painting, decided, motive)
    assert any(sentence in each for each in refusal.value.message_dict["motive"])
    assert not RequirementDecision.objects.exists()
    assert decide(olivia, painting, decided, "Marknaden är ovan.").deviates


def test_fact_27_no_requirement_needs_a_motive_even_when_it_is_recommended(olivia, helsingborg, ready):
    short = scored(helsingborg, months=3)
    assert priorities.scoring_of(short, DAY).recommendation == "none"
    with pytest.raises(ValidationError) as refusal:
        decide(olivia, short, "none")
    assert refusal.value.message_dict == {"motive": [decisions.NONE_NEEDS_MOTIVE]}
    assert not decide(olivia, short, "none", "Avtalet är kort.").deviates


def test_fact_27_holds_in_the_database_too(painting):
    with pytest.raises(IntegrityError, match="decision_deviating_or_none_has_motive"):
        RequirementDecision.objects.create(
            procurement=painting, recommended="numeric", decided="dialog", decided_on=DAY
        )


def test_without_a_recommendation_every_decision_needs_a_motive(olivia, helsingborg, ready):
    unanswered = make_procurement(helsingborg)
    with pytest.raises(ValidationError) as refusal:
        decide(olivia, unanswered, "dialog")
    assert refusal.value.message_dict == {"motive": [decisions.UNKNOWN_NEEDS_MOTIVE]}
    made = decide(olivia, unanswered, "dialog", "Vi vet av erfarenhet.")
    assert (made.recommended, made.score, made.inputs["points"]["candidates"]) == ("", None, None)


def test_a_decision_of_tomorrow_is_refused_with_both_days(olivia, painting):
    with pytest.raises(ValidationError) as refusal:
        decide(olivia, painting, "numeric", decided_on=DAY + timedelta(1))
    (sentence,) = refusal.value.message_dict["decided_on"]
    assert "2025-06-03" in sentence
    assert "senast 2025-06-02" in sentence


def test_what_is_no_choice_and_what_names_a_person_is_refused(olivia, painting):
    with pytest.raises(ValidationError) as refusal:
        decide(olivia, painting, "hack")
    assert "decided" in refusal.value.message_dict
    with pytest.raises(ValidationError) as refusal:
        decide(olivia, painting, "none", "Gäller Anna 850709-9805")
    assert "motive" in refusal.value.message_dict


def test_a_cancelled_procurement_has_nothing_to_decide_but_a_signed_one_has(olivia, painting):
    Procurement.objects.update(phase="contracted")
    assert decide(olivia, painting, "numeric")
    Procurement.objects.update(phase="cancelled", cancelled_on=DAY, reason="Behovet föll bort.")
    with pytest.raises(ValidationError, match="avbruten"):
        decide(olivia, painting, "numeric")


def test_a_new_decision_replaces_and_the_old_one_stays(olivia, carin, painting):
    first = decide(olivia, painting, "numeric")
    second = decide(carin, painting, "dialog", "Marknaden är ovan.", seen=priorities.seen_decision(first))
    assert priorities.latest_decision(painting) == second
    titles = [each["title"] for each in priorities.decision_history(painting.requirement_decisions.all())]
    assert titles == ["dialogkrav", "krav på antal"]


def test_a_double_click_makes_one_decision(olivia, painting):
    token = uuid.uuid4()
    made = [decide(olivia, painting, "numeric", seen="none", token=token) for _ in range(2)]
    assert made[0] == made[1]
    assert RequirementDecision.objects.count() == 1


def test_the_second_of_two_who_decide_at_once_is_told(olivia, carin, painting):
    first = decide(olivia, painting, "numeric", seen="none")
    with pytest.raises(Conflict) as conflict:
        decide(carin, painting, "dialog", "Marknaden är ovan.", seen="none")
    assert conflict.value.current == first
    assert RequirementDecision.objects.count() == 1


def test_answers_are_kept_with_who_gave_them(olivia, helsingborg):
    procurement = make_procurement(helsingborg)
    made = decisions.save_answers(by=olivia, procurement=procurement, seen="none", **PAINTING)
    assert (made.labour_share, made.candidates, made.answered_by) == (80, 3, olivia)
    again = decisions.save_answers(by=olivia, procurement=procurement, seen="none", **PAINTING)
    assert again == made


def test_the_second_of_two_who_answer_at_once_is_told(olivia, carin, painting):
    seen = priorities.seen_answers(painting.priority_answers)
    decisions.save_answers(by=olivia, procurement=painting, seen=seen, months=24)
    with pytest.raises(Conflict):
        decisions.save_answers(by=carin, procurement=painting, seen=seen, months=36)
    assert PriorityAnswers.objects.get().months == 24


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("labour_share", 101, "mellan 0 och 100 procent"),
        ("entry_level", 4, "Välj ett av de fyra svaren."),
        ("months", -1, ""),
    ],
)
def test_figures_outside_their_range_are_refused(olivia, painting, name, value, sentence):
    with pytest.raises(ValidationError) as refusal:
        decisions.save_answers(by=olivia, procurement=painting, **{name: value})
    assert sentence in str(refusal.value)
    assert getattr(PriorityAnswers.objects.get(), name) == PAINTING[name]


def test_the_matcher_changes_only_the_candidates(olivia, malte, painting):
    seen = priorities.seen_candidates(painting.priority_answers)
    decisions.save_answers(by=olivia, procurement=painting, months=24)
    decisions.answer_candidates(by=malte, procurement=painting, candidates=1, seen=seen)
    answers = PriorityAnswers.objects.get()
    assert (answers.months, answers.candidates, answers.answered_by) == (24, 1, malte)


def test_two_matchers_who_answer_at_once_are_told(malte, painting):
    seen = priorities.seen_candidates(painting.priority_answers)
    decisions.answer_candidates(by=malte, procurement=painting, candidates=1, seen=seen)
    with pytest.raises(Conflict):
        decisions.answer_candidates(by=malte, procurement=painting, candidates=2, seen=seen)


def test_a_procurement_without_answers_gets_the_matchers_alone(malte, helsingborg):
    procurement = make_procurement(helsingborg, planned_publication_on=date(2026, 3, 1))
    decisions.answer_candidates(by=malte, procurement=procurement, candidates=2, seen="none")
    assert PriorityAnswers.objects.get().candidates == 2
