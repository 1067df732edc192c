"""Assessing a procurement and the rows it leads to: facts 41, 42 and 45 to 47."""

from uuid import uuid4

import pytest

from apps.core.actions import Conflict
from apps.mbl import assessments
from apps.mbl.choices import Question, State
from apps.mbl.models import (
    Answer,
    Assessment,
    Comment,
    Consultation,
    UnionRepresentative,
)
from apps.mbl.tests.makers import (
    ASSESSED,
    MET,
    TODAY,
    answers,
    assess,
    make_agreement,
    make_union,
    refusal,
    row_of,
    take,
)
from apps.procurements.models import ProcurementParty
from procurement_csr.people import make_department, make_person, make_procurement

Q = Question


@pytest.fixture
def cleaning(helsingborg, property_department):
    return make_procurement(helsingborg, "Städning i skolor", department=property_department)


@pytest.fixture
def kommunal(helsingborg):
    return make_union(helsingborg)


@pytest.fixture
def vision(helsingborg):
    return make_union(helsingborg, "Vision")


@pytest.fixture
def assessed(doris, cleaning, kommunal, vision):
    """Own work moves out: 11 § before publication and 38 § before the award, with both unions."""
    return assess(doris, cleaning, Q.Q1, Q.Q2)


@pytest.fixture
def row(assessed):
    return row_of(assessed)


def test_an_assessment_gives_a_row_per_union_and_stage(assessed):
    rows = Consultation.objects.filter(assessment=assessed)
    assert {(row.union.name, row.stage, row.paragraph, row.route) for row in rows} == {
        ("Kommunal", "A", "11", "negotiation"),
        ("Vision", "A", "11", "negotiation"),
        ("Kommunal", "B", "38", "negotiation"),
        ("Vision", "B", "38", "negotiation"),
    }
    assert {row.state for row in rows} == {"planned"}


def test_every_answer_keeps_its_motive_who_and_when(doris, assessed):
    answer = Answer.objects.get(assessment=assessed, question="q1")
    assert (answer.is_yes, answer.motive) == (True, "Städningen läggs ut")
    assert (answer.answered_by, answer.answered_on) == (doris, ASSESSED)


def test_assessing_anew_keeps_who_gave_an_answer_that_stays(
    helsingborg, property_department, doris, cleaning, assessed
):
    dag = make_person("Dag", "department", helsingborg, property_department)
    assess(dag, cleaning, Q.Q1, Q.Q2, Q.Q5, today=TODAY)
    kept, new = (Answer.objects.get(assessment=assessed, question=name) for name in ("q1", "q5"))
    assert (kept.answered_by, kept.answered_on) == (doris, ASSESSED)
    assert (new.answered_by, new.answered_on) == (dag, TODAY)


@pytest.mark.parametrize("who", ["olivia", "carin", "ulla", "adam", "fia"])
def test_only_the_ordering_department_assesses(request, who, cleaning):
    """Fact 42."""
    sentence = refusal(assess, request.getfixturevalue(who), cleaning, Q.Q1)
    assert sentence.startswith("Det är den beställande förvaltningen som förhandlar (11 och 38 §§ MBL)")
    assert "Fastighetsförvaltningen" in sentence
    assert not Assessment.objects.exists()


def test_another_department_of_the_same_organisation_cannot_negotiate(helsingborg, school_department, row):
    """Fact 42: the duty is the ordering department's own."""
    skolan = make_person("Sara", "department", helsingborg, school_department)
    assert "Fastighetsförvaltningen" in refusal(take, skolan, row, "call")


def test_a_department_that_does_not_order_has_no_assessment(helsingborg, school_department, cleaning):
    sara = make_person("Sara", "department", helsingborg, school_department)
    sentence = refusal(assess, sara, cleaning, Q.Q1, department=school_department, field="department")
    assert sentence == (
        "Skol- och fritidsförvaltningen beställer inte i den här upphandlingen. "
        "Förhandlingen sköts av Fastighetsförvaltningen (11 och 38 §§ MBL)."
    )


def test_a_procurement_without_department_says_to_name_one_first(doris, helsingborg, property_department):
    case = make_procurement(helsingborg)
    assert "Ange först vilken förvaltning" in refusal(assess, doris, case, department=property_department)


def test_every_question_wants_an_answer(doris, cleaning, property_department):
    given = answers(Q.Q1) | {}
    del given["q7"]
    values = {"by": doris, "procurement": cleaning, "department": property_department, "today": TODAY}
    assert "praktik eller arbete" in refusal(assessments.assess, answers=given, **values)


def test_a_yes_wants_a_motive(doris, cleaning, property_department):
    given = answers() | {"q5": (True, " ")}
    values = {"by": doris, "procurement": cleaning, "department": property_department, "today": TODAY}
    assert "Skriv varför svaret är ja: Är det en större" in refusal(assessments.assess, answers=given, **values)


def test_no_duty_at_all_wants_a_motive_that_unions_can_see(doris, cleaning, kommunal):
    assert "inte är MBL-pliktig" in refusal(assess, doris, cleaning, field="not_required_motive")
    made = assess(doris, cleaning, not_required_motive="Samma kontorsmaterial som förut")
    assert made.not_required_motive == "Samma kontorsmaterial som förut"
    assert not made.consultations.exists()


def test_joint_procurement_gives_each_authority_rows_of_its_own(doris, haninge, cleaning, kommunal):
    """Fact 41."""
    roads = make_department(haninge, "Tekniska förvaltningen")
    ProcurementParty.objects.create(procurement=cleaning, organisation=haninge, department=roads)
    make_union(haninge)
    tage = make_person("Tage", "department", haninge, roads)
    ours, theirs = assess(doris, cleaning, Q.Q5), assess(tage, cleaning, Q.Q5, department=roads)
    take(doris, row_of(ours), "call", "meet", "agree")
    assert (row_of(ours).state, row_of(theirs).state) == ("closed", "planned")
    assert row_of(theirs).organisation == haninge
    assert "Tekniska förvaltningen" in refusal(take, doris, row_of(theirs), "call")


def test_an_agreement_without_38_leaves_a_negotiation_of_its_own(helsingborg, doris, cleaning, kommunal):
    """Fact 45."""
    agreement = make_agreement(helsingborg, ("11", "12", "19"))
    made = assess(doris, cleaning, Q.Q1)
    before, after = row_of(made, "A"), row_of(made, "B")
    assert (before.route, before.agreement) == ("group", agreement)
    assert (after.paragraph, after.route, after.agreement) == ("38", "negotiation", None)


def test_an_exempt_row_reopens_when_the_union_asks(doris, cleaning, kommunal):
    """Fact 46."""
    made = assess(doris, cleaning, Q.Q2, Q.Q4, exemption="expertise")
    row = row_of(made, "B")
    assert row.state == State.EXEMPT
    assert take(doris, row, "reopen").state == State.PLANNED
    made.refresh_from_db()
    assert made.reopened_on == TODAY
    assess(doris, cleaning, Q.Q2, Q.Q4, exemption="expertise", today=TODAY)
    assert row_of(made, "B").state == State.PLANNED


def test_the_unions_own_representative_may_ask_for_the_negotiation(doris, ulla, cleaning, kommunal, vision):
    UnionRepresentative.objects.create(union=kommunal, role="Ombud", email="ulla@exempel.se", user=ulla)
    made = assess(doris, cleaning, Q.Q2, Q.Q4, exemption="short")
    assert take(ulla, row_of(made, "B"), "reopen").state == State.PLANNED
    assert "beställande förvaltningen" in refusal(take, ulla, row_of(made, "B", "Vision"), "reopen")
    assert "beställande förvaltningen" in refusal(take, ulla, row_of(made, "B"), "call")


@pytest.mark.parametrize("exemption", ["short", "expertise", "accepted"])
def test_hired_staff_is_never_exempt(doris, cleaning, kommunal, exemption):
    """Fact 47."""
    sentence = refusal(assess, doris, cleaning, Q.Q3, Q.Q4, exemption=exemption, field="exemption")
    assert sentence == "Undantag från 38 § gäller aldrig inhyrd personal. Ta bort undantaget. (38 § andra stycket MBL)"


def test_an_earlier_acceptance_wants_its_reference(doris, cleaning, kommunal):
    asked = {"exemption": "accepted", "field": "exemption_reference"}
    assert "38 § andra stycket MBL" in refusal(assess, doris, cleaning, Q.Q2, Q.Q4, **asked)


def test_assessing_anew_keeps_rows_that_have_started(doris, cleaning, kommunal, vision, assessed):
    take(doris, row_of(assessed), "call")
    with_comment = row_of(assessed, "B", "Vision")
    Comment.objects.create(consultation=with_comment, text="Vi återkommer", by=doris)
    assess(doris, cleaning, Q.Q6, today=TODAY)
    kept = {(row.union.name, row.stage, row.paragraph, row.state) for row in assessed.consultations.all()}
    assert kept == {
        ("Kommunal", "A", "11", "called"),
        ("Vision", "A", "19", "planned"),
        ("Vision", "B", "38", "planned"),
    }


def test_what_was_only_told_is_negotiated_when_the_answers_become_stronger(doris, cleaning, kommunal):
    made = assess(doris, cleaning, Q.Q6)
    told = take(doris, row_of(made), "inform")
    assert (told.state, told.close_reason, told.called_on) == ("closed", "informed", MET)
    assess(doris, cleaning, Q.Q5, today=TODAY)
    new = row_of(made)
    assert (new.round_number, new.paragraph, new.state) == (2, "11", "planned")


def test_a_union_that_is_bound_later_gets_its_row_when_assessed_anew(helsingborg, doris, cleaning, assessed):
    make_union(helsingborg, "Akademikeralliansen")
    assess(doris, cleaning, Q.Q1, Q.Q2, today=TODAY)
    assert row_of(assessed, "A", "Akademikeralliansen").state == "planned"


def test_the_same_form_sent_twice_makes_one_assessment(doris, cleaning, kommunal):
    token = uuid4()
    assert assess(doris, cleaning, Q.Q1, token=token) == assess(doris, cleaning, Q.Q1, token=token)


def test_a_second_first_assessment_is_told_of_the_first(doris, cleaning, assessed):
    sentence = refusal(assess, doris, cleaning, Q.Q1, token=uuid4())
    assert sentence.startswith("Fastighetsförvaltningen har redan bedömt upphandlingen.")


def test_an_assessment_changed_meanwhile_is_not_written_over(doris, cleaning, assessed):
    seen = assessments.version(assessed)
    assess(doris, cleaning, Q.Q1, Q.Q5, seen=seen, today=ASSESSED)
    with pytest.raises(Conflict):
        assess(doris, cleaning, Q.Q1, seen=seen)


def test_a_negotiation_about_hired_staff_cannot_be_set_aside_by_another_name(doris, cleaning, kommunal):
    """38 § MBL, fact 47: the duty about hired staff has no exception."""
    stage_b = row_of(assess(doris, cleaning, Q.Q2, Q.Q3), "B")
    sentence = refusal(take, doris, stage_b, "not_required", field="not_required_motive")
    assert sentence.startswith("Undantag från 38 § gäller aldrig inhyrd personal")
    stage_b.refresh_from_db()
    assert stage_b.state == State.PLANNED
    assert take(doris, row_of(assess(doris, cleaning, Q.Q2), "B"), "not_required").state == State.NOT_REQUIRED
