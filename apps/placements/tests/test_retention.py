"""Which records are due to be purged, and what keeps the others."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.placements.choices import RecordClass, RetentionAction, RetentionTrigger
from apps.placements.retention import Record, Rule, due, due_on, trigger_day, why_kept

DAYS = st.dates(date(2019, 1, 1), date(2030, 12, 31))
MAYBE = st.none() | DAYS
RULES = st.builds(
    Rule,
    st.sampled_from(list(RetentionTrigger)),
    st.integers(0, 120),
    st.sampled_from(list(RetentionAction)),
    MAYBE,
)
RECORDS = st.builds(
    Record,
    st.integers(),
    st.sampled_from(list(RecordClass)),
    DAYS,
    MAYBE,
    MAYBE,
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
TODAY = date(2026, 11, 22)
DECIDED = Rule("last_placement_end", 24, "purge", date(2025, 1, 1))
CODE = Record("A", "participant_code", date(2020, 1, 1), last_placement_end=date(2024, 11, 22))
REFERENCE = replace(CODE, record_class="case_reference", has_case_reference=True)


def is_due(record, rule=DECIDED, today=TODAY):
    return why_kept(record, rule, today) == ""


def test_the_time_is_counted_in_calendar_months():
    assert due_on(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert is_due(CODE)
    assert why_kept(CODE, DECIDED, TODAY - timedelta(days=1)) == "Uppgiften ska gallras tidigast 2026-11-22."


def test_fact_58_nothing_is_due_without_a_decided_rule():
    sentence = "Ingen gallringsregel är beslutad för uppgiften, så den bevaras tills vidare."
    assert why_kept(CODE, None, TODAY) == sentence
    assert why_kept(CODE, replace(DECIDED, decided_on=None), TODAY) == sentence
    assert why_kept(CODE, replace(DECIDED, decided_on=TODAY + timedelta(days=1)), TODAY) == sentence
    assert is_due(CODE, replace(DECIDED, decided_on=TODAY))
    assert due([CODE], {}, TODAY) == []


def test_what_is_to_be_preserved_is_never_due():
    assert "bevaras enligt beslutet" in why_kept(CODE, replace(DECIDED, action="preserve"), date(2099, 1, 1))


def test_a_code_is_kept_until_its_case_reference_is_gone():
    with_reference = replace(CODE, has_case_reference=True)
    assert "tills referensen" in why_kept(with_reference, DECIDED, date(2099, 1, 1))
    rules = {"case_reference": DECIDED, "participant_code": DECIDED}
    assert [each.record for each in due([with_reference, REFERENCE], rules, TODAY)] == [REFERENCE]
    assert [each.record for each in due([CODE], rules, TODAY)] == [CODE]


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("has_open_placement", "Deltagaren har en placering som inte är slut."),
        ("is_waiting", "Deltagaren väntar på en plats."),
        ("has_open_follow_up", "Deltagaren har en uppföljning kvar."),
    ],
)
@pytest.mark.parametrize("trigger", RetentionTrigger)
def test_an_open_placement_a_waiting_row_and_an_open_follow_up_keep_the_code(field, sentence, trigger):
    held = replace(CODE, **{field: True})
    assert why_kept(held, replace(DECIDED, trigger=trigger), date(2099, 1, 1)) == sentence


def test_what_has_not_happened_yet_is_no_trigger_for_other_records():
    working = replace(REFERENCE, has_open_placement=True)
    assert not is_due(working)
    assert is_due(working, replace(DECIDED, trigger="created"))
    asked = replace(REFERENCE, has_open_follow_up=True)
    assert is_due(asked)
    assert not is_due(asked, replace(DECIDED, trigger="last_follow_up"))
    assert is_due(replace(REFERENCE, is_waiting=True))


def test_the_time_runs_from_the_trigger_or_from_the_last_that_came_before_it():
    follow_up = replace(CODE, last_follow_up=date(2025, 2, 22))
    assert trigger_day(follow_up, "created") == date(2020, 1, 1)
    assert trigger_day(follow_up, "last_placement_end") == date(2024, 11, 22)
    assert trigger_day(follow_up, "last_follow_up") == date(2025, 2, 22)
    assert trigger_day(replace(follow_up, last_placement_end=date(2026, 3, 1)), "last_follow_up") == date(2026, 3, 1)
    never_placed = Record("B", "participant_code", date(2020, 1, 1))
    assert {trigger_day(never_placed, trigger) for trigger in RetentionTrigger} == {date(2020, 1, 1)}


def test_case_references_come_first_and_then_the_oldest():
    consent = Record(3, "consent", date(2020, 5, 1))
    older = Record(4, "consent", date(2020, 4, 1))
    rules = dict.fromkeys(RecordClass, replace(DECIDED, trigger="created"))
    found = due([CODE, consent, older, REFERENCE], rules, TODAY)
    assert [each.record for each in found] == [REFERENCE, older, consent, CODE]
    assert (found[1].trigger_on, found[1].due_on) == (date(2020, 4, 1), date(2022, 4, 1))


@given(st.lists(RECORDS, max_size=8), st.dictionaries(st.sampled_from(list(RecordClass)), RULES), DAYS)
def test_what_is_due_has_a_decision_and_its_time_has_run_out(records, rules, today):
    for each in due(records, rules, today):
        rule = rules[each.record.record_class]
        assert rule.decided_on is not None
        assert rule.decided_on <= today
        assert rule.action == "purge"
        assert each.record.created_on <= each.trigger_on <= each.due_on <= today
        if each.record.record_class == "participant_code":
            kept_by = (each.record.has_case_reference, each.record.has_open_placement, each.record.is_waiting)
            assert not any((*kept_by, each.record.has_open_follow_up))


@given(RECORDS, st.sampled_from(list(RetentionTrigger)), st.integers(0, 120), st.integers(-900, 900))
def test_what_nothing_holds_is_due_from_its_day_and_stays_due(record, trigger, months, days):
    free = replace(
        record, has_open_placement=False, has_open_follow_up=False, is_waiting=False, has_case_reference=False
    )
    first = due_on(trigger_day(free, trigger), months)
    rule = Rule(trigger, months, "purge", date(2015, 1, 1))
    assert is_due(free, rule, first + timedelta(days=days)) == (days >= 0)


@given(RECORDS, RULES, DAYS)
def test_whatever_is_kept_is_kept_for_a_reason(record, rule, today):
    assert (due([record], {record.record_class: rule}, today) == []) == bool(why_kept(record, rule, today))
