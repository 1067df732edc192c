"""How long a union may ask for central negotiation: the agreement that replaces 14 § decides, in row, gate and plan."""

from datetime import date

import pytest

from apps.mbl import gates
from apps.mbl.choices import Question
from apps.mbl.standing import request_end_of
from apps.mbl.tests.makers import TODAY, assess, make_agreement, make_union, row_of, take
from apps.mbl.timeplans import plan_of
from procurement_csr import people

JULY = date(2026, 7, 20)
# Fourteen days after the meeting of 21 August.
LAST = date(2026, 9, 4)


@pytest.fixture
def cleaning(helsingborg, property_department):
    dates = {"planned_publication_on": date(2026, 9, 1), "planned_signing_on": date(2026, 12, 17)}
    return people.make_procurement(helsingborg, "Städning", department=property_department, **dates)


@pytest.fixture
def kommunal(helsingborg):
    return make_union(helsingborg)


@pytest.fixture
def vision(helsingborg):
    return make_union(helsingborg, "Vision")


def replacing_14(organisation, *unions, days=14, **fields):
    made = make_agreement(organisation, ("14",), central_request_days=days, **fields)
    made.unions.add(*unions)
    return made


def ends(assessment, doris, *names):
    return [request_end_of(take(doris, row_of(assessment, union=name), "call", "meet", "disagree")) for name in names]


def test_its_days_are_the_rows_last_day_and_hold_the_gate(helsingborg, doris, cleaning, kommunal, vision):
    """The row is a negotiation of its own: nothing replaces its 11 §."""
    replacing_14(helsingborg, kommunal)
    made = assess(doris, cleaning, Question.Q5)
    assert row_of(made).agreement is None
    assert ends(made, doris, "Kommunal", "Vision") == [LAST, date(2026, 8, 28)]
    cleaning.decision_to_publish_on = LAST
    assert "Kommunal" in " ".join(gates.published(cleaning, TODAY))
    cleaning.decision_to_publish_on = date(2026, 9, 5)
    assert gates.published(cleaning, TODAY) == []
    late = take(doris, row_of(made), "request_central", central_requested_on=date(2026, 9, 5))
    assert (late.state, late.is_central_late) == ("disagreed", True)
    asked = take(doris, row_of(made), "request_central", central_requested_on=LAST)
    assert (asked.state, asked.is_central_late) == ("central_requested", False)


def test_it_goes_before_the_agreement_the_row_is_met_under(helsingborg, doris, cleaning, kommunal):
    make_agreement(helsingborg, ("11",), central_request_days=3, valid_from=date(2026, 1, 1))
    replacing_14(helsingborg)
    made = assess(doris, cleaning, Question.Q5)
    assert row_of(made).agreement.central_request_days == 3
    assert ends(made, doris, "Kommunal") == [LAST]


@pytest.mark.parametrize("why", ["ended", "not begun", "another department", "another organisation"])
def test_an_agreement_that_does_not_hold_for_the_row_changes_nothing(
    helsingborg, haninge, doris, cleaning, kommunal, why
):
    days = {"ended": {"valid_to": date(2026, 8, 20)}, "not begun": {"valid_from": date(2026, 8, 22)}}
    made = replacing_14(haninge if why == "another organisation" else helsingborg, **days.get(why, {}))
    if why == "another department":
        made.departments.add(people.make_department(helsingborg, "Skolförvaltningen"))
    assert ends(assess(doris, cleaning, Question.Q5), doris, "Kommunal") == [date(2026, 8, 28)]


def test_the_longest_time_of_the_unions_decides_the_latest_meeting(helsingborg, doris, cleaning, kommunal, vision):
    replacing_14(helsingborg, vision)
    replacing_14(helsingborg, kommunal, days=3)
    for assessed in (False, True):
        if assessed:
            assess(doris, cleaning, Question.Q5, Question.Q2, today=JULY)
        plan = plan_of(cleaning, cleaning.department, JULY).plan
        meeting, request = plan.step("local_meeting"), plan.step("central_request")
        # The 28th is the last day to ask, and the decision is made on the 31st at the latest.
        assert (meeting.on, request.on) == (date(2026, 8, 14), date(2026, 8, 28)), f"assessed: {assessed}"
        assert meeting.rule == "Tiden för central begäran, 14 dagar, ska gå ut före beslutet"
        assert (plan.step("award").on - plan.step("s38_meeting").on).days > 14


def test_a_union_that_has_gone_no_longer_decides_the_plan(helsingborg, cleaning, kommunal, vision):
    replacing_14(helsingborg, vision)
    type(vision).objects.filter(pk=vision.pk).update(is_active=False)
    assert plan_of(cleaning, cleaning.department, JULY).plan.step("local_meeting").on == date(2026, 8, 21)
