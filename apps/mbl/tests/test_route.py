"""From answers to paragraphs and from paragraphs to rows: DOMAIN 5.2, facts 45 and 47."""

from datetime import date
from itertools import combinations

import pytest

from apps.mbl.choices import Exemption, Paragraph, Question, Route, Stage
from apps.mbl.route import AgreementTerms, RowPlan, needed, offered_exemptions, rows

KOMMUNAL, VISION, LARARNA = 1, 2, 3
CARE, SCHOOLS = 10, 11
ON = date(2026, 8, 21)
# The usual agreement: 38 § is not in it.
USUAL = AgreementTerms(7, "Samverkan", frozenset({Paragraph.P11, Paragraph.P12, Paragraph.P19}), date(2026, 1, 1))


@pytest.mark.parametrize(
    ("question", "paragraphs"),
    [
        (Question.Q1, {"11", "38"}),
        (Question.Q2, {"38"}),
        (Question.Q3, {"38"}),
        (Question.Q4, {"38"}),
        (Question.Q5, {"11"}),
        (Question.Q6, {"19"}),
        (Question.Q7, {"19"}),
    ],
)
def test_each_question_asks_for_its_paragraphs(question, paragraphs):
    assert needed({question: True}) == paragraphs
    assert needed({question: False}) == frozenset()


def test_the_answers_of_any_two_questions_add_up():
    for first, second in combinations(Question, 2):
        assert needed({first: True, second: True}) == needed({first: True}) | needed({second: True})


def test_without_a_yes_nothing_is_owed():
    assert needed({}) == needed(dict.fromkeys(Question, False)) == frozenset()


@pytest.mark.parametrize("ground", Exemption)
def test_each_exemption_takes_away_38_and_nothing_else(ground):
    answers = {Question.Q1: True, Question.Q4: True}
    assert needed(answers, ground) == {Paragraph.P11}
    assert needed(answers) - needed(answers, ground) == {Paragraph.P38}


def test_an_exemption_leaves_a_paragraph_that_a_union_can_ask_back():
    answers = {Question.Q4: True}
    assert needed(answers) - needed(answers, Exemption.EXPERTISE) == {Paragraph.P38}


def test_hired_staff_are_never_exempt_and_no_ground_is_offered():
    """Fact 47."""
    answers = {Question.Q3: True, Question.Q4: True}
    assert offered_exemptions(answers) == ()
    assert offered_exemptions({Question.Q4: True}) == tuple(Exemption)
    for ground in Exemption:
        with pytest.raises(ValueError, match="aldrig inhyrd personal"):
            needed(answers, ground)


def test_an_exemption_needs_the_answer_it_rests_on():
    with pytest.raises(ValueError, match="saknar stöd i svaren"):
        needed({Question.Q2: True}, Exemption.SHORT)
    with pytest.raises(ValueError, match="saknar stöd i svaren"):
        needed({Question.Q2: True, Question.Q4: True}, "annat")


def test_an_agreement_without_38_makes_a_separate_negotiation():
    """Fact 45: 11, 12 and 19 §§ go to the group, 38 § does not."""
    found = rows(needed({Question.Q1: True}), [KOMMUNAL, VISION], [USUAL], ON, department=CARE)
    assert found == [
        RowPlan(KOMMUNAL, Stage.A, Paragraph.P11, Route.GROUP, 7),
        RowPlan(VISION, Stage.A, Paragraph.P11, Route.GROUP, 7),
        RowPlan(KOMMUNAL, Stage.B, Paragraph.P38, Route.NEGOTIATION),
        RowPlan(VISION, Stage.B, Paragraph.P38, Route.NEGOTIATION),
    ]


def test_an_agreement_with_38_takes_both_stages_to_the_group():
    whole = AgreementTerms(8, "Delegerat", frozenset({Paragraph.P11, Paragraph.P38}), date(2026, 1, 1))
    found = rows({Paragraph.P11, Paragraph.P38}, [KOMMUNAL], [whole], ON, department=CARE)
    assert {(row.stage, row.route, row.agreement) for row in found} == {("A", "group", 8), ("B", "group", 8)}


def test_a_union_that_is_no_party_negotiates_by_itself():
    partial = AgreementTerms(9, "Utan Lärarna", USUAL.paragraphs, USUAL.valid_from, unions=frozenset({KOMMUNAL}))
    found = rows({Paragraph.P11}, [KOMMUNAL, LARARNA], [partial], ON, department=CARE)
    assert [(row.union, row.route, row.agreement) for row in found] == [(1, "group", 9), (3, "negotiation", None)]


def test_an_agreement_of_another_department_does_not_count():
    schools = AgreementTerms(9, "Skolan", USUAL.paragraphs, USUAL.valid_from, departments=frozenset({SCHOOLS}))
    assert rows({Paragraph.P11}, [KOMMUNAL], [schools], ON, department=CARE)[0].route == Route.NEGOTIATION
    assert rows({Paragraph.P11}, [KOMMUNAL], [schools], ON, department=SCHOOLS)[0].route == Route.GROUP


@pytest.mark.parametrize(
    ("on", "route"),
    [
        (date(2025, 12, 31), Route.NEGOTIATION),
        (date(2026, 1, 1), Route.GROUP),
        (date(2026, 6, 30), Route.GROUP),
        (date(2026, 7, 1), Route.NEGOTIATION),
    ],
)
def test_an_agreement_counts_from_its_first_day_to_its_last(on, route):
    half_year = AgreementTerms(9, "Halvår", USUAL.paragraphs, date(2026, 1, 1), date(2026, 6, 30))
    assert rows({Paragraph.P11}, [KOMMUNAL], [half_year], on, department=CARE)[0].route == route


def test_the_newest_of_two_agreements_counts():
    newer = AgreementTerms(12, "Nytt", USUAL.paragraphs, date(2026, 6, 1))
    assert rows({Paragraph.P11}, [KOMMUNAL], [USUAL, newer], ON, department=CARE)[0].agreement == 12


def test_information_is_a_row_of_its_own_unless_a_negotiation_carries_it():
    alone = rows(needed({Question.Q6: True}), [KOMMUNAL], [], ON, department=CARE)
    assert alone == [RowPlan(KOMMUNAL, Stage.A, Paragraph.P19, Route.INFORMATION)]
    assert rows({Paragraph.P19}, [KOMMUNAL], [USUAL], ON, department=CARE)[0].route == Route.GROUP
    with_major = rows(needed({Question.Q5: True, Question.Q6: True}), [KOMMUNAL], [], ON, department=CARE)
    assert with_major == [RowPlan(KOMMUNAL, Stage.A, Paragraph.P11, Route.NEGOTIATION)]


def test_there_is_one_row_per_union_and_stage_and_none_without_paragraphs():
    found = rows(Paragraph, [KOMMUNAL, VISION, LARARNA], [USUAL], ON, department=CARE)
    assert len({(row.union, row.stage) for row in found}) == len(found) == 6
    assert rows((), [KOMMUNAL], [USUAL], ON, department=CARE) == []
    assert rows({Paragraph.P11}, [], [USUAL], ON, department=CARE) == []
