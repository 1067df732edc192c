"""Every date of a procurement that somebody must act on: when, by whom, by which rule, and gone when it is done."""

from datetime import UTC, date, datetime

import pytest

from apps.procurements.deadlines import open_deadlines
from apps.procurements.models import (
    ExtensionOption,
    PriorityAnswers,
    ProcurementParty,
    Requirement,
    RequirementDecision,
)
from procurement_csr.people import make_contract, make_department, make_procurement

SINCE, UNTIL = date(2026, 1, 1), date(2026, 12, 31)
FOLLOW = "procurements.follow_procurement"


def found(organisation, since=SINCE, until=UNTIL):
    """What is due, by the key without its number."""
    deadlines = open_deadlines(since=since, until=until, organisation=organisation)
    return {deadline.key.partition(":")[0]: deadline for deadline in deadlines}


def decided():
    """A contract that asks for no decision and has no end."""
    return {"no_requirement_reason": "Kort", "no_requirement_on": date(2025, 1, 1), "is_until_further_notice": True}


@pytest.fixture
def coming(helsingborg, olivia, property_department):
    planned = {"planned_publication_on": date(2026, 5, 4), "responsible": olivia, "department": property_department}
    return make_procurement(helsingborg, "Målning", phase="preparation", **planned)


def test_before_the_planned_publication_a_decision_candidates_and_the_notice_are_due(helsingborg, coming, olivia):
    deadlines = found(helsingborg)
    assert {what: (each.due_on, each.permission) for what, each in deadlines.items()} == {
        "decision": (date(2026, 5, 4), FOLLOW),
        "candidates": (date(2026, 5, 4), "procurements.answer_candidates"),
        "publication": (date(2026, 5, 4), FOLLOW),
    }
    decision = deadlines["decision"]
    assert (decision.responsible_id, decision.owner_department_id) == (olivia.pk, coming.department_id)
    assert decision.legal_basis == "riktlinjen: följ eller förklara"
    assert (decision.url, decision.act_permission) == (coming.get_absolute_url(), "procurements.change_procurement")
    assert decision.act_url == f"/upphandlingar/{coming.pk}/beslut/nytt/"


def test_what_is_decided_and_answered_is_gone_and_publication_ends_the_rest(helsingborg, coming):
    RequirementDecision.objects.create(procurement=coming, decided="dialog", recommended="dialog", decided_on=SINCE)
    assert set(found(helsingborg)) == {"candidates", "publication"}
    PriorityAnswers.objects.create(procurement=coming, candidates=2)
    assert set(found(helsingborg)) == {"publication"}
    coming.phase = "published"
    coming.save()
    assert found(helsingborg) == {}


@pytest.mark.parametrize(
    ("accelerated", "procedure", "answers_on", "paragraph"),
    [
        (False, "open", date(2026, 6, 9), "12 kap. 11 § LOU"),
        (True, "open", date(2026, 6, 11), "12 kap. 11 § LOU"),
        (False, "notice_below_threshold", date(2026, 6, 9), "19 kap. 13 § LOU"),
    ],
)
def test_questions_close_answers_are_due_and_tenders_open(helsingborg, accelerated, procedure, answers_on, paragraph):
    case = make_procurement(
        helsingborg,
        phase="tendering",
        procedure=procedure,
        is_accelerated=accelerated,
        questions_close_on=date(2026, 6, 5),
        # Half past eleven at night in Sweden: the day before in UTC would be wrong, and so would the hour.
        tender_deadline_at=datetime(2026, 6, 15, 21, 30, tzinfo=UTC),
    )
    deadlines = found(helsingborg)
    assert deadlines["questions"].due_on == date(2026, 6, 5)
    assert (deadlines["answers"].due_on, deadlines["answers"].legal_basis) == (answers_on, paragraph)
    assert deadlines["tender"].due_on == date(2026, 6, 15)
    assert deadlines["tender"].title == "Anbudstiden går ut kl. 23.30: öppna anbuden"
    assert (deadlines["questions"].lapses, deadlines["answers"].lapses, deadlines["tender"].lapses) == (
        True,
        True,
        False,
    )
    case.phase = "evaluation"
    case.save()
    assert found(helsingborg) == {}


def standing(organisation, **fields):
    award = {"award_decided_on": date(2026, 6, 8), "award_notice_sent_on": date(2026, 6, 9)}
    return make_procurement(
        organisation, phase="standstill", procedure="open", notice_mode="electronic", **award | fields
    )


def test_the_first_day_of_signing_comes_after_the_standstill_and_the_ten_days_of_the_court(helsingborg):
    case = standing(helsingborg)
    signing = found(helsingborg)["signing"]
    assert (signing.due_on, signing.legal_basis) == (date(2026, 6, 23), "20 kap. 1 § LOU")
    assert signing.title == "Avtalsspärren går ut 2026-06-22: teckna avtal"
    case.review_applied_on, case.court_decided_on = date(2026, 6, 15), date(2026, 9, 1)
    case.save()
    signing = found(helsingborg)["signing"]
    assert (signing.due_on, signing.legal_basis) == (date(2026, 9, 12), "20 kap. 10 § LOU")
    assert signing.title == "Tiodagarsfristen går ut 2026-09-11: teckna avtal"
    case.phase = "contracted"
    case.save()
    assert found(helsingborg) == {}


def test_while_the_court_has_not_decided_there_is_no_day_of_signing(helsingborg):
    standing(helsingborg, review_applied_on=date(2026, 6, 15))
    assert found(helsingborg) == {}


def test_fact_14_result_notice_and_documentation_are_due_thirty_days_after_signing(helsingborg):
    case = make_procurement(helsingborg, phase="contracted", procedure="notice_below_threshold")
    contract = make_contract(case, signed_on=date(2026, 6, 1), **decided())
    deadlines = found(helsingborg)
    assert {what: (each.due_on, each.legal_basis) for what, each in deadlines.items()} == {
        "result-notice": (date(2026, 7, 1), "19 kap. 7 § LOU"),
        "documentation": (date(2026, 7, 1), "19 kap. 22 § LOU"),
    }
    assert deadlines["documentation"].act_url == f"/avtal/{contract.pk}/andra/"
    contract.result_notice_sent_on = date(2026, 6, 2)
    contract.save()
    assert set(found(helsingborg)) == {"documentation"}
    contract.documentation_done_on = date(2026, 6, 2)
    contract.save()
    assert found(helsingborg) == {}


def test_a_small_direct_purchase_and_a_call_off_need_no_result_notice(helsingborg):
    small = make_procurement(helsingborg, phase="contracted", procedure="direct_purchase")
    make_contract(small, signed_on=date(2026, 6, 1), value=90_000, **decided())
    assert found(helsingborg) == {}
    frame = make_procurement(helsingborg, phase="contracted", procedure="open")
    framework = make_contract(frame, kind="framework", **decided())
    make_contract(frame, kind="call_off", framework=framework, signed_on=date(2026, 6, 1), **decided())
    assert set(found(helsingborg)) == {"documentation"}


def test_an_option_is_due_sixty_days_before_its_last_call_and_at_it_until_decided(helsingborg):
    contract = make_contract(make_procurement(helsingborg, phase="follow_up"), number="A-1", **decided())
    option = ExtensionOption.objects.create(contract=contract, months=12, last_call_on=date(2026, 9, 30))
    deadlines = found(helsingborg)
    assert {what: each.due_on for what, each in deadlines.items()} == {
        "option-notice": date(2026, 8, 1),
        "option-call": date(2026, 9, 30),
    }
    assert deadlines["option-call"].title == "Sista dag att utnyttja förlängning 12 månader av avtalet A-1"
    assert deadlines["option-call"].legal_basis == "17 kap. 10 § LOU"
    assert set(found(helsingborg, until=date(2026, 8, 1))) == {"option-notice"}
    option.outcome, option.decided_on = "declined", date(2026, 8, 20)
    option.save()
    assert found(helsingborg) == {}


def test_fact_23_the_first_employment_is_due_half_a_year_into_the_contract_and_reports_on_their_days(helsingborg):
    fields = {**decided(), "starts_on": date(2026, 1, 15), "ends_on": None}
    contract = make_contract(make_procurement(helsingborg, phase="follow_up"), **fields)
    Requirement.objects.create(
        contract=contract,
        kind="employment",
        model="numeric",
        count=1,
        first_start_within_months=6,
        report_on=[date(2026, 10, 1), date(2027, 10, 1)],
    )
    deadlines = found(helsingborg)
    assert {what: each.due_on for what, each in deadlines.items()} == {
        "requirement-start": date(2026, 7, 15),
        "requirement-report": date(2026, 10, 1),
    }
    Requirement.objects.update(starts_on=date(2026, 3, 1))
    assert found(helsingborg)["requirement-start"].due_on == date(2026, 9, 1)


def test_a_party_of_a_joint_procurement_sees_its_dates_with_its_own_department(helsingborg, haninge, coming):
    theirs = make_department(haninge)
    party = ProcurementParty.objects.create(procurement=coming, organisation=haninge, department=theirs)
    deadlines = found(haninge)
    assert set(deadlines) == {"decision", "publication"}
    decision = deadlines["decision"]
    assert decision.key == f"decision:{coming.pk}:party-{party.pk}"
    assert (decision.organisation_id, decision.owner_department_id) == (haninge.pk, theirs.pk)
    assert (decision.context, decision.act_url) == ("Målning (gemensam)", "")


def test_the_cost_is_the_same_for_any_number_of_rows(helsingborg, haninge, django_assert_num_queries):
    for _ in range(5):
        standing(helsingborg)
        coming = make_procurement(haninge, phase="need", planned_publication_on=date(2026, 5, 4))
        ProcurementParty.objects.create(procurement=coming, organisation=helsingborg)
        contract = make_contract(make_procurement(haninge, phase="contracted"), signed_on=date(2026, 6, 1), **decided())
        ProcurementParty.objects.create(procurement=contract.procurement, organisation=helsingborg)
        ExtensionOption.objects.create(contract=contract, months=12, last_call_on=date(2026, 9, 30))
        report = {"report_on": [date(2026, 10, 1)], "due_on": date(2026, 11, 1)}
        Requirement.objects.create(contract=contract, kind="lecture", model="dialog", **report)
    with django_assert_num_queries(6):
        rows = list(open_deadlines(since=SINCE, until=UNTIL, organisation=helsingborg))
    assert len(rows) == 5 * (1 + 2 + 2 + 2 + 2)
