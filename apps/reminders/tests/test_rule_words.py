"""A rule as a sentence, and what no rule may say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.reminders.kinds import CONSULTATION, KINDS, MATCHING, USUAL
from apps.reminders.planning import Rule
from apps.reminders.rule_words import (
    LAW_NEEDS,
    NOTHING,
    REQUIRED_NEEDS,
    ZERO_AFTER,
    examples,
    problems,
    sentence,
    step_words,
)

DAYS = st.lists(st.integers(0, 365), max_size=10, unique=True).map(tuple)
NUMBER = st.none() | st.integers(1, 365)
RULES = st.builds(
    Rule,
    before=DAYS,
    after=DAYS,
    repeat_every=st.integers(0, 365),
    in_working_days=st.booleans(),
    head_after=NUMBER,
    coordinator_after=NUMBER,
    at_once=st.booleans(),
)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (
            USUAL,
            "14, 7 och 1 dag före, 1, 7 och 14 dagar efter, sedan var 7:e dag. "
            "Förvaltningschefen efter 1 dag. CSR-samordnaren efter 7 dagar.",
        ),
        (
            CONSULTATION,
            "10 och 3 arbetsdagar före och på sista dagen, 5 och 10 arbetsdagar efter, sedan var 5:e arbetsdag. "
            "Förvaltningschefen efter 10 arbetsdagar.",
        ),
        (
            MATCHING,
            "7 dagar före och på sista dagen, 3 och 10 dagar efter, sedan var 14:e dag. "
            "CSR-samordnaren efter 10 dagar.",
        ),
        (Rule(before=(0,)), "På sista dagen."),
        (Rule(before=()), NOTHING),
        (Rule(before=(), after=(1,), repeat_every=2), "1 dag efter, sedan varannan dag."),
        (Rule(before=(), repeat_every=21), "Var 21:a dag efter sista dagen."),
        (
            Rule(before=(3,), repeat_every=1, at_once=True),
            "3 dagar före, varje dag efter sista dagen. I ett eget mejl från arbetsdagen före sista dagen.",
        ),
    ],
)
def test_a_rule_reads_as_a_sentence(rule, words):
    assert sentence(rule) == words


@given(rule=RULES)
def test_every_rule_has_a_sentence_that_names_each_of_its_numbers(rule):
    words = sentence(rule)
    told = {str(each) for each in (*rule.before, *rule.after, rule.head_after, rule.coordinator_after) if each}
    assert (words.endswith(".") and words[0].isupper()) or words[0].isdigit()
    assert told <= set(words.replace(",", " ").replace(".", " ").split())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_shipped_is_possible(kind):
    assert list(problems(kind.default, is_law=kind.is_required, is_required=kind.is_required)) == []


@pytest.mark.parametrize(
    ("rule", "field", "words"),
    [
        (Rule(before=(7, 7)), "before", "Samma dag står två gånger: 7."),
        (Rule(before=tuple(range(11))), "before", "11 påminnelser är för många"),
        (Rule(before=(400,)), "before", "400 dagar är för långt"),
        (Rule(before=(1,), after=(0, 3)), "after", ZERO_AFTER),
        (Rule(before=(1,), head_after=0), "head_after", ZERO_AFTER),
        (Rule(before=(1,), after=(300,), repeat_every=100), "repeat_every", "upphör ett år efter"),
        (Rule(before=(1,), after=(250,), repeat_every=20, in_working_days=True), "repeat_every", "upphör ett år efter"),
    ],
)
def test_an_impossible_rule_is_refused_with_a_sentence(rule, field, words):
    ((where, told),) = problems(rule, is_law=False, is_required=False)
    assert where == field
    assert words in told


def test_what_the_law_asks_for_keeps_one_reminder_before_the_day():
    assert dict(problems(Rule(before=(), after=(1,)), is_law=True, is_required=True)) == {"before": LAW_NEEDS}
    assert list(problems(Rule(before=(0,)), is_law=True, is_required=True)) == []
    assert list(problems(Rule(before=()), is_law=False, is_required=False)) == []


def test_what_nobody_may_switch_off_is_sent_some_day():
    assert dict(problems(Rule(before=()), is_law=False, is_required=True)) == {"is_required": REQUIRED_NEEDS}


@pytest.mark.parametrize(
    ("name", "in_working_days", "words"),
    [
        ("before-14", False, "14 dagar före"),
        ("before-1", False, "1 dag före"),
        ("before-0", True, "på sista dagen"),
        ("after-1", True, "1 arbetsdag efter"),
        ("after-21", False, "21 dagar efter"),
        ("something", False, "something"),
    ],
)
def test_a_step_reads_as_words(name, in_working_days, words):
    assert step_words(name, in_working_days=in_working_days) == words


def test_the_examples_are_the_days_planning_gives():
    told = [(each.day, each.text) for each in examples(CONSULTATION, date(2026, 12, 18), most=5)]
    assert told == [
        (date(2026, 12, 4), "10 arbetsdagar före, till den ansvariga"),
        (date(2026, 12, 15), "3 arbetsdagar före, till den ansvariga"),
        (date(2026, 12, 18), "På sista dagen, till den ansvariga"),
        (date(2026, 12, 29), "5 arbetsdagar efter, till den ansvariga"),
        (date(2027, 1, 8), "10 arbetsdagar efter, till den ansvariga och förvaltningschefen"),
    ]
