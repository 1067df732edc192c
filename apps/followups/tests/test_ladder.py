"""The ladder of sanctions: each step against its clause, the chance to rectify and what was done before."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.followups.choices import SanctionState, Step
from apps.followups.ladder import (
    ORDER,
    Clauses,
    Past,
    allowed,
    clauses_of,
    decide_refusal,
    default_days,
    needs_reply,
    next_step,
    rungs,
)

TODAY = date(2026, 9, 1)
ALL = Clauses(has_penalty=True, blocks_call_offs=True, allows_termination=True)
NOTHING = Clauses()
RECTIFIED_UNTIL_AUGUST = Past("rectification", "decided", date(2026, 8, 1), date(2026, 8, 31))


def refused(step, clauses=ALL, history=()):
    return allowed(step, clauses, history, today=TODAY)


def test_fact_20_a_penalty_without_a_penalty_clause_is_refused_and_no_motive_helps():
    refusal = refused("penalty", Clauses(blocks_call_offs=True, allows_termination=True), [RECTIFIED_UNTIL_AUGUST])
    assert "ingen klausul om vite" in refusal.text
    assert "Upphandlingsmyndigheten: sanktioner ska ha stöd i avtalet" in str(refusal)
    assert refusal.ground == "Upphandlingsmyndigheten: sanktioner ska ha stöd i avtalet"
    assert not refusal.may_override


def test_fact_20_a_penalty_with_its_clause_after_the_time_to_rectify_may_be_proposed():
    assert refused("penalty", Clauses(has_penalty=True), [RECTIFIED_UNTIL_AUGUST]) is None


def test_fact_21_termination_before_any_chance_to_rectify_is_refused_but_a_motive_may_pass_over_it():
    refusal = refused("termination", Clauses(allows_termination=True))
    assert "inte fått tillfälle till rättelse" in refusal.text
    assert "före hävning" in refusal.text
    assert refusal.ground == "Upphandlingsmyndigheten: leverantören ska först få tillfälle till rättelse"
    assert refusal.may_override


def test_fact_21_termination_after_a_chance_to_rectify_may_be_proposed():
    assert refused("termination", Clauses(allows_termination=True), [RECTIFIED_UNTIL_AUGUST]) is None


@pytest.mark.parametrize(
    ("step", "gives"),
    [
        ("penalty", {"has_penalty": True}),
        ("block", {"blocks_call_offs": True}),
        ("termination", {"allows_termination": True}),
    ],
)
def test_each_heavy_step_needs_its_own_clause(step, gives):
    history = [RECTIFIED_UNTIL_AUGUST]
    assert refused(step, Clauses(**gives), history) is None
    others = {"has_penalty": True, "blocks_call_offs": True, "allows_termination": True} | dict.fromkeys(gives, False)
    refusal = refused(step, Clauses(**others), history)
    assert not refusal.may_override
    assert "ingen klausul om" in refusal.text
    assert "Välj ett lägre steg, eller anteckna att ingen sanktion tas." in refusal.text


@pytest.mark.parametrize("step", ["reminder", "rectification", "action_plan", "warning", "none"])
def test_the_first_four_steps_and_taking_none_need_neither_clause_nor_history(step):
    assert refused(step, NOTHING) is None


@pytest.mark.parametrize(
    ("chance", "sentence"),
    [
        (Past("rectification", "proposed", None, date(2026, 8, 1)), "inte fått tillfälle"),
        (Past("rectification", "withdrawn", date(2026, 7, 1), date(2026, 8, 1)), "inte fått tillfälle"),
        (Past("action_plan", "decided", date(2026, 7, 1), date(2026, 8, 1)), "inte fått tillfälle"),
        (Past("rectification", "decided", date(2026, 8, 1), date(2026, 9, 1)), "till och med 2026-09-01"),
        (Past("rectification", "decided", date(2026, 8, 1), date(2026, 8, 31)), None),
        (Past("rectification", "decided", date(2026, 8, 1), None), None),
    ],
)
def test_only_a_decided_time_to_rectify_that_is_over_is_a_chance(chance, sentence):
    refusal = refused("penalty", history=[chance])
    if sentence is None:
        assert refusal is None
    else:
        assert sentence in refusal.text
        assert refusal.may_override


def test_of_two_times_to_rectify_the_later_one_holds():
    again = Past("rectification", "decided", date(2026, 8, 20), date(2026, 9, 20))
    assert "2026-09-20" in refused("block", history=[RECTIFIED_UNTIL_AUGUST, again]).text


def test_a_time_to_rectify_without_a_day_does_not_hide_one_that_runs():
    endless = Past("rectification", "decided", date(2026, 8, 20), None)
    running = Past("rectification", "decided", date(2026, 8, 20), date(2026, 9, 20))
    assert refused("block", history=[endless, RECTIFIED_UNTIL_AUGUST]) is None
    assert "2026-09-20" in refused("block", history=[endless, running]).text


def test_a_step_that_waits_for_a_decision_is_not_proposed_a_second_time():
    waiting = Past("warning", "proposed")
    refusal = refused("warning", history=[waiting])
    assert refusal.text.startswith("Skriftlig varning väntar redan på beslut.")
    assert not refusal.may_override
    assert refused("reminder", history=[waiting]) is None
    assert refused("warning", history=[Past("warning", "decided", TODAY)]) is None
    assert refused("warning", history=[Past("warning", "withdrawn")]) is None


def test_after_a_termination_only_a_penalty_or_no_sanction_is_left():
    history = [RECTIFIED_UNTIL_AUGUST, Past("termination", "decided", date(2026, 8, 31))]
    left = {rung.step for rung in rungs(ALL, history, today=TODAY) if rung.is_open}
    assert left == {Step.PENALTY, Step.NONE}
    assert "Avtalet hävdes 2026-08-31" in refused("reminder", history=history).text
    withdrawn = [RECTIFIED_UNTIL_AUGUST, Past("termination", "withdrawn", date(2026, 8, 31))]
    assert refused("reminder", history=withdrawn) is None


def test_an_unknown_step_is_an_error_and_not_silently_allowed():
    with pytest.raises(ValueError, match="thunder"):
        refused("thunder")


def test_the_form_offers_the_steps_in_order_and_those_a_motive_opens():
    found = rungs(Clauses(has_penalty=True), [], today=TODAY)
    assert [rung.step for rung in found] == [*Step]
    assert [rung.step for rung in found if not rung.is_open] == [Step.BLOCK, Step.TERMINATION]
    assert next(rung for rung in found if rung.step == "penalty").refusal.may_override


@pytest.mark.parametrize(
    ("clauses", "history", "step"),
    [
        (NOTHING, [], "reminder"),
        (NOTHING, [Past("reminder", "decided", TODAY)], "rectification"),
        (NOTHING, [Past("reminder", "proposed")], "rectification"),
        (NOTHING, [Past("none", "decided", TODAY)], "reminder"),
        (NOTHING, [Past("warning", "decided", TODAY)], "none"),
        (ALL, [Past("warning", "decided", TODAY)], "none"),
        (ALL, [RECTIFIED_UNTIL_AUGUST], "action_plan"),
        (ALL, [RECTIFIED_UNTIL_AUGUST, Past("warning", "decided", TODAY)], "penalty"),
        (
            Clauses(allows_termination=True),
            [RECTIFIED_UNTIL_AUGUST, Past("warning", "decided", TODAY)],
            "termination",
        ),
    ],
)
def test_the_next_step_is_the_lowest_that_passes_over_nothing(clauses, history, step):
    assert next_step(clauses, history, today=TODAY) == step


@pytest.mark.parametrize(
    ("amount", "unit", "has_penalty"), [(5000, "week", True), (None, "week", False), (5000, "", False)]
)
def test_a_penalty_clause_has_both_an_amount_and_what_it_is_reckoned_by(amount, unit, has_penalty):
    assert clauses_of(amount, unit, True, False, 10) == Clauses(has_penalty, True, False, 10)


# --- an oracle written apart: a table of words, over every combination of clauses and short histories


def may(step, clauses, history, today):
    """yes, no or motive."""
    if step == "none":
        return "yes"
    real = [past for past in history if past.state in ("decided", "proposed")]
    clause = {
        "penalty": clauses.has_penalty,
        "block": clauses.blocks_call_offs,
        "termination": clauses.allows_termination,
    }
    if step in clause and not clause[step]:
        return "no"
    if (step, "proposed") in [(past.step, past.state) for past in real]:
        return "no"
    if step != "penalty" and ("termination", "decided") in [(past.step, past.state) for past in real]:
        return "no"
    if step in clause:
        ends = [past.rectify_by for past in real if (past.step, past.state) == ("rectification", "decided")]
        if not ends or any(end and end >= today for end in ends):
            return "motive"
    return "yes"


PASTS = st.builds(
    Past,
    st.sampled_from(Step.values),
    st.sampled_from(SanctionState.values),
    st.just(date(2026, 8, 1)),
    st.none() | st.dates(date(2026, 8, 28), date(2026, 9, 4)),
)


@given(st.lists(PASTS, max_size=5))
def test_every_step_is_what_an_oracle_written_apart_says(history):
    for values in product((True, False), repeat=3):
        clauses = Clauses(*values)
        for step in Step.values:
            refusal = allowed(step, clauses, history, today=TODAY)
            found = "yes" if refusal is None else "motive" if refusal.may_override else "no"
            assert found == may(step, clauses, history, TODAY)
            assert refusal is None or (refusal.text.endswith(".") and refusal.ground)


@given(st.lists(PASTS, max_size=5))
def test_more_clauses_never_close_a_step(history):
    for step in Step.values:
        if allowed(step, NOTHING, history, today=TODAY) is None:
            assert allowed(step, ALL, history, today=TODAY) is None


# --- the right to reply


def test_the_supplier_may_reply_before_a_warning_and_everything_above_it():
    assert [step for step in Step if needs_reply(step)] == list(ORDER[3:])


@pytest.mark.parametrize(
    ("step", "reply_by", "replied_on", "sentence"),
    [
        ("reminder", None, None, None),
        ("rectification", None, None, None),
        ("action_plan", None, None, None),
        ("none", None, None, None),
        ("warning", None, None, "Ange sista dag för svaret"),
        ("penalty", TODAY, None, "efter 2026-09-01"),
        ("penalty", TODAY + timedelta(days=1), None, "efter 2026-09-02"),
        ("penalty", TODAY - timedelta(days=1), None, None),
        ("termination", TODAY + timedelta(days=9), TODAY, None),
        ("block", None, TODAY, None),
    ],
)
def test_a_step_is_decided_when_the_supplier_has_replied_or_no_longer_may(step, reply_by, replied_on, sentence):
    refusal = decide_refusal(step, reply_by, replied_on, today=TODAY)
    if sentence is None:
        assert refusal is None
    else:
        assert sentence in refusal.text
        assert not refusal.may_override
        assert refusal.ground == "leverantören får yttra sig före beslutet"


@pytest.mark.parametrize(
    ("step", "days", "expected"),
    [
        ("reminder", None, (None, None)),
        ("rectification", None, (None, date(2026, 10, 1))),
        ("rectification", 10, (None, date(2026, 9, 11))),
        ("rectification", 0, (None, date(2026, 9, 1))),
        ("action_plan", 10, (None, date(2026, 9, 11))),
        ("warning", 10, (date(2026, 9, 15), None)),
        ("penalty", None, (date(2026, 9, 15), None)),
        ("none", None, (None, None)),
    ],
)
def test_a_form_proposes_the_contracts_time_to_rectify_and_two_weeks_to_reply(step, days, expected):
    assert default_days(step, Clauses(rectification_days=days), today=TODAY) == expected
