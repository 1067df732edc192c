"""The time plan: worked examples as they stand, and what holds for any date."""

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from apps.core.calendar import is_working_day
from apps.mbl.management.commands.timeplan import Basis, timeplan
from apps.mbl.plan_words import Numbers
from apps.mbl.schedule import (
    Days,
    NoMeetingDay,
    earliest_meeting,
    earliest_publication,
    feasibility,
    forward,
    request_end,
    stage_a,
    stage_b,
)

VECTORS = Path(settings.BASE_DIR).parent / "shared" / "vectors" / "domain.json"
TEN_YEARS = st.dates(date(2024, 1, 1), date(2034, 12, 31))
A_ORDER = ["assessment", "material", "call", "local_meeting", "central_request", "decision_to_publish", "publish"]
B_ORDER = ["tender_deadline", "s38_call", "s38_meeting", "s38_central_request", "award", "standstill_end", "sign"]
FORWARD_ORDER = ["publish", "tender_deadline", "s38_call", "s38_meeting", "award", "standstill_end", "sign"]
# Given by the user, or counted in calendar days by law.
ANY_DAY = {"publish", "sign", "result_notice", "documentation"}


def day(text: str) -> date:
    return date.fromisoformat(text)


def examples(name: str) -> list[dict]:
    if not VECTORS.exists():
        pytest.skip(f"the worked examples are not here: {VECTORS}")
    return json.loads(VECTORS.read_text())[name]


def test_all_worked_examples_hold_exactly():
    for example in examples("stage_a"):
        answer = timeplan(day(example["dispatch"]), None, Basis(), "electronic")["stage_a"]
        assert answer == {key: day(value) for key, value in example.items()}
    for example in examples("stage_b"):
        answer = timeplan(day("2026-01-12"), day(example["sign"]), Basis(), "electronic")["stage_b"]
        assert answer == {key: day(value) for key, value in example.items()}
    for example in examples("forward"):
        published = day(example["dispatch"])
        numbers = Numbers(tender_cd=(day(example["tender_deadline"]) - published).days)
        answer = timeplan(published, None, Basis(numbers), "electronic")["forward"]
        assert answer == {key: day(value) for key, value in example.items()}


@pytest.mark.parametrize(("publish", "meeting"), [("2026-06-23", "2026-06-11"), ("2026-09-01", "2026-08-21")])
def test_fact_52_the_latest_local_meeting(publish, meeting):
    assert stage_a(day(publish)).on("local_meeting") == day(meeting)


def test_the_first_plan_of_the_guide_in_full():
    plan = stage_a(date(2026, 9, 1))
    assert [(step.key, step.on.isoformat()) for step in plan.steps] == [
        ("assessment", "2026-07-29"),
        ("material", "2026-08-12"),
        ("call", "2026-08-14"),
        ("local_meeting", "2026-08-21"),
        ("minutes", "2026-08-28"),
        ("central_request", "2026-08-28"),
        ("decision_to_publish", "2026-08-31"),
        ("publish", "2026-09-01"),
    ]
    central = stage_a(date(2026, 9, 1), with_central=True)
    assert (central.on("local_meeting"), central.on("call")) == (date(2026, 7, 31), date(2026, 7, 24))
    assert central.on("central_round") == date(2026, 8, 28)


def test_fact_53_a_meeting_calendar_moves_the_meeting_earlier():
    days = Days(meetings=(date(2026, 8, 10), date(2026, 8, 24)))
    assert stage_a(date(2026, 9, 1), days=days).on("local_meeting") == date(2026, 8, 10)


def test_weeks_without_negotiation_move_the_meeting_earlier():
    days = Days(blackouts=((date(2026, 8, 17), date(2026, 8, 23)),))
    assert stage_a(date(2026, 9, 1), days=days).on("local_meeting") == date(2026, 8, 14)


def test_fact_54_a_plan_that_does_not_fit_names_the_first_step_and_the_way_out():
    answer = feasibility(today=None, publish=date(2026, 9, 1), sign=date(2026, 10, 1))
    assert not answer.is_feasible
    assert answer.broken.key == "tender_deadline"
    assert answer.earliest_signing == date(2026, 11, 17)
    assert "Avtalet kan tecknas tidigast 2026-11-17" in answer.sentence


def test_a_plan_whose_first_day_has_passed_does_not_fit():
    kept = feasibility(today=date(2026, 7, 29), publish=date(2026, 9, 1), sign=date(2026, 11, 17))
    assert kept.is_feasible
    late = feasibility(today=date(2026, 7, 30), publish=date(2026, 9, 1), sign=date(2026, 11, 17))
    assert (late.is_feasible, late.broken.key) == (False, "assessment")
    assert late.earliest_signing > date(2026, 11, 17)


def test_without_a_meeting_day_the_plan_says_so():
    with pytest.raises(NoMeetingDay, match="ingen mötesdag"):
        stage_a(date(2026, 9, 1), days=Days(meetings=(date(2026, 8, 29),)))


@pytest.mark.parametrize("value", [-1, 366, 1.5, True, "7"])
def test_a_number_that_is_no_number_of_days_is_refused(value):
    with pytest.raises(ValueError, match="mellan 0 och 365"):
        Numbers(call_ad=value)


def test_the_decision_comes_before_publication():
    with pytest.raises(ValueError, match="minst en arbetsdag"):
        Numbers(decision_ad=0)


@given(TEN_YEARS, st.booleans())
def test_no_step_falls_on_a_day_off_and_none_precedes_its_predecessor(anchor, with_central):
    a, b, ahead = stage_a(anchor, with_central=with_central), stage_b(anchor), forward(anchor)
    for plan, order in ((a, A_ORDER), (b, B_ORDER), (ahead, FORWARD_ORDER)):
        assert all(is_working_day(step.on) for step in plan.steps if step.key not in ANY_DAY)
        found = [plan.on(key) for key in order]
        assert found == sorted(found)
    assert request_end(a.on("local_meeting")) < a.on("decision_to_publish") < a.on("publish")
    assert b.on("standstill_end") < b.on("sign")


@given(TEN_YEARS, st.integers(0, 60))
def test_the_earliest_day_found_forwards_is_feasible_backwards(start, tender_days):
    numbers = Numbers(tender_cd=tender_days)
    published = earliest_publication(start, numbers)
    ahead = forward(published.on("publish"), numbers)
    answer = feasibility(
        today=published.on("assessment"), publish=published.on("publish"), sign=ahead.on("sign"), numbers=numbers
    )
    assert answer.is_feasible, answer.sentence


@given(TEN_YEARS, st.integers(1, 20))
def test_the_day_before_the_earliest_signing_is_not_feasible(start, sooner):
    ahead = forward(start)
    answer = feasibility(today=None, publish=start, sign=ahead.on("sign") - timedelta(days=sooner))
    assert not answer.is_feasible
    assert answer.earliest_signing == ahead.on("sign")


@given(TEN_YEARS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 14)), max_size=4))
def test_blackouts_move_meetings_earlier_never_later(anchor, spans):
    blackouts = tuple((anchor - timedelta(days=back), anchor - timedelta(days=back - length)) for back, length in spans)
    days = Days(blackouts=blackouts)
    assert stage_a(anchor, days=days).on("local_meeting") <= stage_a(anchor).on("local_meeting")
    assert stage_b(anchor, days=days).on("s38_meeting") <= stage_b(anchor).on("s38_meeting")


@given(TEN_YEARS, st.sets(st.integers(1, 90), max_size=6))
def test_further_days_off_never_make_the_plan_start_later(anchor, offs):
    days = Days(off=frozenset(anchor - timedelta(days=back) for back in offs))
    assert stage_a(anchor, days=days).on("assessment") <= stage_a(anchor).on("assessment")


@given(TEN_YEARS)
def test_a_notice_by_post_asks_for_an_earlier_award(anchor):
    assert stage_b(anchor, notice="other").on("award") <= stage_b(anchor).on("award")


def command(*arguments: str) -> subprocess.CompletedProcess:
    environment = {"PATH": "/usr/bin:/bin", "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"}
    line = [sys.executable, "manage.py", "timeplan", *arguments]
    return subprocess.run(line, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False)


def test_the_command_needs_no_database():
    answer = command("--publish", "2026-09-01", "--sign", "2026-11-17", "--tender-days", "35", "--json")
    assert answer.returncode == 0, answer.stderr
    found = json.loads(answer.stdout)
    assert set(found) == {"stage_a", "stage_b", "forward"}
    assert found["forward"]["tender_deadline"] == "2026-10-06"
    assert "stage_b" not in json.loads(command("--publish", "2026-09-01", "--json").stdout)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "--publish saknas"),
        (["--publish", "1 september"], "”1 september” är inget datum"),
        (["--publish", "2026-09-01", "--tender-days", "många"], "inget heltal"),
        (["--publish", "2026-09-01", "--tender-days", "999"], "--tender-days 999 går inte"),
        (["--publish", "2026-09-01", "--sign", "2026-10-01", "--notice", "duva"], "duva"),
    ],
)
def test_bad_input_of_the_command_gets_a_sentence(arguments, sentence):
    with pytest.raises(CommandError, match=sentence) as refused:
        call_command("timeplan", *arguments)
    assert refused.value.returncode == 2


def test_the_command_says_in_words_when_the_plan_does_not_fit(capsys):
    call_command("timeplan", "--publish", "2026-09-01", "--sign", "2026-10-01")
    assert "Avtalet kan tecknas tidigast 2026-11-17" in capsys.readouterr().out


def test_no_meeting_is_held_on_the_first_or_the_last_day_of_weeks_without_meetings():
    days = Days(blackouts=((day("2026-07-06"), day("2026-07-31")),))
    assert not days.may_meet(day("2026-07-06"))
    assert not days.may_meet(day("2026-07-31"))
    assert days.may_meet(day("2026-07-03"))
    assert days.may_meet(day("2026-08-03"))


def test_the_earliest_meeting_is_never_before_the_day_it_is_asked_from():
    assert earliest_meeting(day("2026-11-21"), Days()) == day("2026-11-23")
    assert earliest_meeting(day("2026-11-23"), Days(meetings=(day("2026-11-20"), day("2026-11-27")))) == day(
        "2026-11-27"
    )
