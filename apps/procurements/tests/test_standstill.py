"""The standstill of 20 kap. LOU. "Fact" numbers are those of the acceptance facts of the domain."""

import json
import os
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
from apps.procurements.choices import NoticeMode, Procedure
from apps.procurements.standstill import STATUTORY_DAYS, has_standstill, signing_allowed_from, standstill

VECTORS = Path(settings.BASE_DIR).parent / "shared" / "vectors" / "domain.json"
# sent, mode, last day, signing allowed from, first working day
CASES = [
    ("2019-04-01", "electronic", "2019-04-11", "2019-04-12", "2019-04-12"),
    ("2019-04-18", "electronic", "2019-04-29", "2019-04-30", "2019-04-30"),
    ("2026-06-09", "electronic", "2026-06-22", "2026-06-23", "2026-06-23"),
    ("2026-12-14", "electronic", "2026-12-28", "2026-12-29", "2026-12-29"),
    ("2026-12-21", "electronic", "2027-01-04", "2027-01-05", "2027-01-05"),
    ("2026-03-19", "other", "2026-04-07", "2026-04-08", "2026-04-08"),
    ("2026-05-04", "electronic", "2026-05-15", "2026-05-16", "2026-05-18"),
]
WITHOUT = [
    Procedure.NEGOTIATED_WITHOUT_NOTICE,
    Procedure.MINI_COMPETITION,
    Procedure.DYNAMIC_PURCHASING_SYSTEM,
    Procedure.DIRECT_PURCHASE,
]
DAYS = st.dates(date(2017, 1, 1), date(2060, 12, 31))
MODES = st.sampled_from(NoticeMode)


def d(text: str) -> date:
    return date.fromisoformat(text)


def rule(**given_facts):
    """The signing rule of an open procedure whose notice went electronically 2026-09-01 (last day 2026-09-11)."""
    facts = {"procedure": Procedure.OPEN, "sent_on": d("2026-09-01"), "mode": NoticeMode.ELECTRONIC}
    return signing_allowed_from(**(facts | given_facts))


@pytest.mark.parametrize(("sent", "mode", "last", "allowed", "working"), CASES)
def test_the_worked_examples_hold(sent, mode, last, allowed, working):
    answer = standstill(d(sent), mode)
    assert (answer.last_day, answer.signing_allowed_from, answer.first_working_day) == (d(last), d(allowed), d(working))


def test_the_cases_written_here_are_those_of_the_shared_worked_examples():
    if not VECTORS.exists():
        pytest.skip(f"the shared worked examples are not at {VECTORS}; the cases written in this test are used alone")
    keys = ("sent", "mode", "last_day", "signing_allowed_from")
    shared = [tuple(case[key] for key in keys) for case in json.loads(VECTORS.read_text())["standstill"]]
    assert shared == [case[:4] for case in CASES]


def test_fact_1_signing_is_refused_on_the_last_day_and_allowed_the_day_after():
    answer = rule(sent_on=d("2019-04-01"))
    assert not answer.allows(d("2019-04-11"))
    assert answer.allows(d("2019-04-12"))
    assert answer.reason == "Avtalsspärren går ut 2019-04-11 (20 kap. 1 § LOU)."


def test_fact_2_a_last_day_on_a_sunday_moves_to_monday():
    answer = rule(sent_on=d("2019-04-18"))
    assert not answer.allows(d("2019-04-29"))
    assert answer.allows(d("2019-04-30"))


@pytest.mark.parametrize(
    ("sent", "last_day"),
    [
        ("2026-03-30", "2026-04-09"),
        ("2026-05-06", "2026-05-18"),
        ("2026-12-28", "2027-01-07"),
        ("2026-06-15", "2026-06-25"),
    ],
)
def test_fact_3_a_holiday_inside_the_period_does_not_make_it_longer(sent, last_day):
    # Easter; Ascension Day (day 10 is a Saturday); New Year and Epiphany; Midsummer
    assert standstill(d(sent), "electronic").last_day == d(last_day)


@pytest.mark.parametrize(
    ("eve", "next_working_day"),
    [("2026-06-19", "2026-06-22"), ("2026-12-24", "2026-12-28"), ("2026-12-31", "2027-01-04")],
)
def test_fact_4_midsummer_christmas_and_new_years_eve_move_the_last_day(eve, next_working_day):
    sent = d(eve) - timedelta(days=10)
    assert standstill(sent, "electronic").last_day == d(next_working_day)


@pytest.mark.parametrize("procedure", [one for one in Procedure if one not in WITHOUT])
def test_fact_5_fifteen_days_when_anyone_was_told_by_post_whatever_the_procedure(procedure):
    assert has_standstill(procedure)
    assert rule(procedure=procedure, mode="other").allowed_from == d("2026-09-17")
    assert rule(procedure=procedure, mode="electronic").allowed_from == d("2026-09-12")


def test_fact_6_a_longer_standstill_that_the_notice_states_applies():
    assert standstill(d("2026-09-01"), "electronic", 20).last_day == d("2026-09-21")
    assert rule(stated_days=20).allowed_from == d("2026-09-22")
    assert standstill(d("2026-09-01"), "other", 15).last_day == d("2026-09-16")


@pytest.mark.parametrize(
    ("mode", "stated", "least"), [("electronic", 9, 10), ("other", 14, 15), ("electronic", -1, 10)]
)
def test_fact_6_a_stated_standstill_shorter_than_the_law_is_refused(mode, stated, least):
    with pytest.raises(ValueError, match=rf"minst {least} dagar .* inte {stated} \(20 kap. 1 § LOU\)"):
        standstill(d("2026-09-01"), mode, stated)


@pytest.mark.parametrize(
    ("procedure", "paragraph"),
    [
        ("negotiated_without_notice", "20 kap. 2 § 1 LOU"),
        ("mini_competition", "20 kap. 2 § 2 LOU"),
        ("dynamic_purchasing_system", "20 kap. 2 § 3 LOU"),
        ("direct_purchase", "19 a kap. 10 § LOU"),
    ],
)
def test_fact_7_no_standstill_where_the_law_has_none(procedure, paragraph):
    assert not has_standstill(procedure)
    answer = rule(procedure=procedure)
    assert answer.allows(d("2026-09-01"))
    assert not answer.allows(d("2026-08-31"))
    assert answer.reason == f"Ingen avtalsspärr gäller för {Procedure(procedure).label} ({paragraph})."
    assert rule(procedure=procedure, sent_on=None).allows(d("2026-01-01"))


@pytest.mark.parametrize(
    ("procedure", "mode", "days", "allowed", "paragraph"),
    [
        ("mini_competition", "electronic", 10, "2026-09-12", "19 kap. 19 § och 20 kap. 1 § LOU"),
        ("dynamic_purchasing_system", "other", 15, "2026-09-17", "19 kap. 19 § och 20 kap. 1 § LOU"),
        ("direct_purchase", "other", 10, "2026-09-12", "20 kap. 3 § LOU"),
        ("negotiated_without_notice", "other", 10, "2026-09-12", "20 kap. 3 § LOU"),
    ],
)
def test_fact_7_a_voluntary_standstill_may_be_entered(procedure, mode, days, allowed, paragraph):
    answer = rule(procedure=procedure, mode=mode, stated_days=days)
    assert answer.allowed_from == d(allowed)
    assert answer.reason == f"Den frivilliga avtalsspärren går ut {d(allowed) - timedelta(days=1)} ({paragraph})."


def test_fact_8_a_review_in_time_blocks_signing_until_the_court_has_judged():
    answer = rule(review_applied_on=d("2026-09-11"))
    assert answer.is_blocked
    assert answer.allowed_from is None
    assert not answer.allows(d("2030-01-01"))
    assert answer.reason == (
        "Överprövning begärdes 2026-09-11. Avtalet får inte skrivas under förrän tio dagar efter förvaltningsrättens "
        "avgörande (20 kap. 8 och 10 §§ LOU)."
    )


@pytest.mark.parametrize(
    ("judged", "last_day"),
    [
        ("2026-10-01", "2026-10-12"),  # day 10 is a Sunday
        ("2026-10-02", "2026-10-12"),
        ("2026-12-14", "2026-12-28"),  # day 10 is julafton
        ("2017-05-30", "2017-06-09"),
    ],
)
def test_fact_8_signing_is_allowed_after_ten_days_from_the_judgment(judged, last_day):
    sent = d(judged) - timedelta(days=90)
    answer = rule(sent_on=sent, review_applied_on=sent + timedelta(days=3), court_decided_on=d(judged))
    assert not answer.allows(d(last_day))
    assert answer.allows(d(last_day) + timedelta(days=1))
    assert answer.reason == (
        f"Förvaltningsrätten avgjorde målet {judged}. Tiodagarsfristen går ut {last_day} (20 kap. 10 § LOU)."
    )


def test_fact_8_the_court_may_lift_the_prolonged_standstill_but_the_ordinary_one_stays():
    for decided in (None, d("2026-09-20")):
        answer = rule(review_applied_on=d("2026-09-05"), court_decided_on=decided, is_lifted=True)
        assert answer.allowed_from == d("2026-09-12")
        assert not answer.is_blocked
        assert answer.reason.startswith("Domstolen har beslutat")
        assert answer.reason.endswith("går ut 2026-09-11.")


def test_fact_8_a_review_after_the_standstill_does_not_block():
    answer = rule(review_applied_on=d("2026-09-12"))
    assert answer.allowed_from == d("2026-09-12")
    assert answer.reason == (
        "Avtalsspärren går ut 2026-09-11 (20 kap. 1 § LOU). Ansökan om överprövning 2026-09-12 kom efter "
        "avtalsspärren (20 kap. 11 § LOU)."
    )


def test_fact_8_a_review_of_a_procurement_without_standstill_stops_nothing_by_itself():
    answer = rule(procedure="direct_purchase", review_applied_on=d("2026-09-02"))
    assert answer.allows(d("2026-09-02"))


def test_fact_8_a_review_before_the_notice_also_prolongs_the_standstill():
    assert rule(review_applied_on=d("2026-08-20")).is_blocked
    answer = rule(review_applied_on=d("2026-08-20"), court_decided_on=d("2026-08-28"))
    assert answer.allowed_from == d("2026-09-12")
    assert answer.reason == (
        "Förvaltningsrätten avgjorde målet 2026-08-28. Avtalsspärren går ut 2026-09-11 (20 kap. 1 § LOU)."
    )


def test_fact_8_a_review_in_a_voluntary_standstill_blocks_too():
    answer = rule(procedure="mini_competition", stated_days=10, review_applied_on=d("2026-09-11"))
    assert answer.is_blocked


def test_signing_waits_for_the_notice():
    answer = rule(sent_on=None)
    assert answer.is_blocked
    assert "är inte skickad (20 kap. 1 § LOU)" in answer.reason


def test_signing_waits_until_it_is_known_how_the_notice_was_sent():
    answer = rule(mode="")
    assert answer.is_blocked
    assert answer.reason.startswith("Ange hur underrättelsen skickades")
    assert rule(mode="", procedure="direct_purchase", stated_days=10).allowed_from == d("2026-09-12")


def test_a_procedure_that_is_not_chosen_is_taken_to_have_a_standstill():
    assert has_standstill("")
    assert rule(procedure="").allowed_from == d("2026-09-12")


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"court_decided_on": d("2026-09-20")}, "2026-09-20 kräver också dagen"),
        ({"review_applied_on": d("2026-09-05"), "court_decided_on": d("2026-09-04")}, "2026-09-04 kan inte vara före"),
        ({"stated_days": 5}, "minst 10 dagar"),
        ({"mode": "pigeon"}, "electronic eller other, inte ”pigeon”"),
        ({"stated_days": 366}, "366 dagar är orimlig"),
        ({"sent_on": date.max}, "inte 9999"),
    ],
)
def test_facts_that_cannot_be_true_are_refused_with_a_sentence(facts, sentence):
    with pytest.raises(ValueError, match=sentence):
        rule(**facts)


def test_a_judgment_the_same_day_as_the_application_is_possible():
    assert rule(review_applied_on=d("2026-09-11"), court_decided_on=d("2026-09-11")).allowed_from == d("2026-09-22")


def test_the_longest_stated_standstill_is_a_year():
    assert standstill(d("2026-09-01"), "electronic", 365).last_day == d("2027-09-01")


def test_an_organisations_own_day_off_moves_the_first_working_day_but_never_the_period():
    closed = frozenset({d("2026-05-15"), d("2026-05-18")})
    answer = standstill(d("2026-05-04"), "electronic", extra=closed)
    assert (answer.last_day, answer.signing_allowed_from) == (d("2026-05-15"), d("2026-05-16"))
    assert answer.first_working_day == d("2026-05-19")


@given(DAYS, MODES, st.none() | st.integers(15, 60))
def test_the_last_day_is_a_working_day_and_signing_is_never_inside(sent, mode, stated):
    answer = standstill(sent, mode, stated)
    days = stated or STATUTORY_DAYS[mode]
    assert is_working_day(answer.last_day)
    assert sent + timedelta(days=days) <= answer.last_day <= sent + timedelta(days=days + 5)
    assert answer.signing_allowed_from == answer.last_day + timedelta(days=1)
    assert is_working_day(answer.first_working_day)
    assert answer.first_working_day >= answer.signing_allowed_from
    allowed = signing_allowed_from(procedure="open", sent_on=sent, mode=mode, stated_days=stated)
    assert not any(allowed.allows(sent + timedelta(days=n)) for n in range((answer.last_day - sent).days + 1))


@given(DAYS, MODES, st.integers(15, 60))
def test_a_longer_or_slower_notice_never_ends_sooner(sent, mode, stated):
    assert standstill(sent, mode, stated + 1).last_day >= standstill(sent, mode, stated).last_day
    assert standstill(sent, "other").last_day >= standstill(sent, "electronic").last_day
    assert standstill(sent + timedelta(days=1), mode).last_day >= standstill(sent, mode).last_day


@given(DAYS, MODES, st.integers(-30, 40), st.none() | st.integers(0, 400), st.booleans())
def test_a_review_never_lets_anybody_sign_earlier(sent, mode, applied_after, judged_after, is_lifted):
    ordinary = standstill(sent, mode).signing_allowed_from
    applied = sent + timedelta(days=applied_after)
    judged = None if judged_after is None else applied + timedelta(days=judged_after)
    answer = signing_allowed_from(
        procedure="open",
        sent_on=sent,
        mode=mode,
        review_applied_on=applied,
        court_decided_on=judged,
        is_lifted=is_lifted,
    )
    assert answer.is_blocked == (judged is None and not is_lifted and applied < ordinary)
    assert answer.is_blocked or answer.allowed_from >= ordinary
    if judged and not is_lifted and applied < ordinary:
        assert answer.allowed_from > judged + timedelta(days=10)


@given(DAYS, MODES, st.frozensets(DAYS, max_size=5), DAYS)
def test_one_more_day_off_never_shortens_anything(sent, mode, extra, one_more):
    few, more = standstill(sent, mode, extra=extra), standstill(sent, mode, extra=extra | {one_more})
    assert more.last_day == few.last_day
    assert more.first_working_day >= few.first_working_day


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """`manage.py standstill` in a process of its own, where neither database nor broker answers."""
    nowhere = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing", "REDIS_URL": "redis://127.0.0.1:1/0"}
    return subprocess.run(
        [sys.executable, "manage.py", "standstill", *arguments],
        cwd=settings.BASE_DIR,
        env=os.environ | nowhere | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_command_answers_in_json_without_any_database():
    done = run("--sent", "2026-06-09", "--mode", "electronic", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {
        "last_day": "2026-06-22",
        "signing_allowed_from": "2026-06-23",
        "first_working_day": "2026-06-23",
    }


def test_the_command_starts_no_embedded_server(tmp_path):
    done = run("--sent", "2026-05-04", "--mode", "electronic", STEGET_HOME=str(tmp_path), DATABASE_URL="", REDIS_URL="")
    assert (done.returncode, done.stderr) == (0, "")
    assert not [path for path in tmp_path.rglob("*") if "postgres" in path.name or "valkey" in path.name]
    assert done.stdout == (
        "Avtalsspärren gäller till och med 2026-05-15. Avtalet får skrivas under från och med 2026-05-16, "
        "första arbetsdag är 2026-05-18 (20 kap. 1 § LOU).\n"
    )


def test_the_command_takes_a_longer_stated_standstill(capsys):
    call_command("standstill", "--sent", "2026-09-01", "--mode", "other", "--days", "20", "--json")
    assert json.loads(capsys.readouterr().out)["last_day"] == "2026-09-21"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--sent", "igår", "--mode", "electronic"], "--sent ”igår” är inget datum"),
        (["--sent", "2026-02-30", "--mode", "electronic"], "--sent ”2026-02-30” är inget datum"),
        (["--mode", "electronic"], "--sent saknas"),
        (["--sent", "2026-09-01"], "--mode saknas"),
        (["--sent", "2026-09-01", "--mode", "post"], "electronic eller other, inte ”post”"),
        (["--sent", "2026-09-01", "--mode", "electronic", "--days", "tio"], "--days ”tio” är inget heltal"),
        (["--sent", "2026-09-01", "--mode", "electronic", "--days", "7"], r"inte 7 \(20 kap. 1 § LOU\)"),
        (["--sent", "9999-12-31", "--mode", "electronic"], "inte 9999"),
    ],
)
def test_the_command_says_what_is_wrong_in_one_sentence(arguments, sentence):
    with pytest.raises(CommandError, match=sentence) as refusal:
        call_command("standstill", *arguments)
    assert refusal.value.returncode == 2


def test_the_command_ends_with_code_2_when_the_input_is_wrong():
    done = run("--sent", "igår", "--mode", "electronic")
    assert (done.returncode, done.stdout) == (2, "")
    assert "är inget datum" in done.stderr
    assert len(done.stderr.splitlines()) == 1
