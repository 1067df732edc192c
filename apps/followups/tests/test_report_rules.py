"""What a supplier's report must say, and what of it counts."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.followups.report_rules import NO_WORK, Line, Work, asked, default_credit, problems, text_problem
from apps.placements.choices import UnfilledReason
from apps.procurements.choices import RequirementUnit

FULL = Line(offered=2, filled=2)
EMPTY_PLACE = Line(offered=3, filled=1, unfilled_reason="no_candidate")
TRIED = replace(EMPTY_PLACE, has_documented_attempts=True, attempts="Annonserade två gånger.")
HALF_YEAR = Work(date(2026, 1, 1), date(2026, 6, 30), people=2)


def fields(line, unit="places", work=NO_WORK):
    return [problem.field for problem in problems(line, unit, work)]


def text(line, unit="places", work=NO_WORK):
    (problem,) = problems(line, unit, work)
    return problem.text


@pytest.mark.parametrize("line", [FULL, EMPTY_PLACE, TRIED, Line(offered=0, filled=0)])
def test_a_whole_line_of_places_may_be_sent(line):
    assert problems(line, "places") == ()


@pytest.mark.parametrize(
    ("unit", "line", "missing"),
    [
        ("places", Line(), ["offered", "filled"]),
        ("persons", Line(), ["offered", "filled"]),
        ("places", Line(offered=2), ["filled"]),
        ("places", Line(filled=2), ["offered"]),
        ("hours", Line(), ["hours"]),
        ("hours", Line(hours=Decimal(0)), []),
        ("fte_months", Line(), ["full_time_months"]),
        ("fte_months", Line(full_time_months=Decimal(0)), []),
        ("meetings", Line(), []),
    ],
)
def test_the_figures_of_the_requirements_unit_are_asked_for(unit, line, missing):
    assert fields(line, unit) == missing


def test_a_missing_figure_says_how_to_say_none():
    assert text(Line(offered=2)) == "Tillsatta platser saknas. Ange antalet, eller 0 om det inte blev något."


def test_more_filled_than_offered_is_refused_with_both_figures():
    assert "3 är fler än de 2 som erbjöds" in text(Line(offered=2, filled=3))
    assert fields(Line(offered=2, filled=3)) == ["filled"]


def test_filled_without_offered_asks_for_the_offered_also_where_places_are_not_the_unit():
    line = Line(filled=1, hours=Decimal(10))
    assert fields(line, "hours") == ["offered"]
    assert "minst så många som tillsattes" in text(line, "hours")


@pytest.mark.parametrize(
    ("offered", "filled", "reason", "said"),
    [
        (3, 1, "", "2\xa0platser tillsattes inte. Välj varför."),
        (1, 0, "", "1\xa0plats tillsattes inte. Välj varför."),
        (3, 1, "supplier_withdrew", None),
        (3, 3, "", None),
    ],
)
def test_what_was_not_filled_says_why(offered, filled, reason, said):
    line = Line(offered=offered, filled=filled, unfilled_reason=reason)
    assert [each.text for each in problems(line, "places")] == ([said] if said else [])
    assert not said or fields(line) == ["unfilled_reason"]


@pytest.mark.parametrize(("attempts", "is_refused"), [("", True), (" \n", True), ("Ringde kommunen.", False)])
def test_documented_attempts_are_described(attempts, is_refused):
    line = replace(TRIED, attempts=attempts)
    assert fields(line) == (["attempts"] if is_refused else [])
    assert fields(replace(line, has_documented_attempts=False)) == []


@pytest.mark.parametrize("number", ["19850709-9805", "850709-9805", "850769-9805", "8507099805"])
def test_what_looks_like_a_personal_number_is_refused_without_being_repeated(number):
    said = text(replace(TRIED, attempts=f"Vi erbjöd {number} en plats."))
    assert said.startswith("Försök att tillsätta platserna: ”")
    assert "personnummer" in said
    assert "9805" not in said
    assert fields(replace(EMPTY_PLACE, attempts=number)) == ["attempts"]
    assert text_problem("Kommentar", number).startswith("Kommentar: ”")


def test_ordinary_words_are_no_personal_number():
    assert text_problem("Kommentar", "P12 började 2026-01-15 och arbetar 40 timmar.") == ""


@pytest.mark.parametrize(
    ("unit", "line", "refused"),
    [
        ("places", Line(offered=-1, filled=-2, unfilled_reason="no_candidate"), ["offered", "filled"]),
        ("places", Line(offered=1000, filled=1000), []),
        ("places", Line(offered=1001, filled=1000, unfilled_reason="no_candidate"), ["offered"]),
        ("places", Line(offered=1001, filled=1001), ["offered", "filled"]),
        ("hours", Line(hours=Decimal("-0.5")), ["hours"]),
        ("hours", Line(hours=Decimal("100000")), []),
        ("hours", Line(hours=Decimal("100000.1")), ["hours"]),
        ("hours", Line(hours=Decimal("7.55")), ["hours"]),
        ("hours", Line(hours=Decimal("7.50")), []),
        ("fte_months", Line(full_time_months=Decimal("-1")), ["full_time_months"]),
        ("fte_months", Line(full_time_months=Decimal("1000")), []),
        ("fte_months", Line(full_time_months=Decimal("1000.1")), ["full_time_months"]),
        ("fte_months", Line(full_time_months=Decimal("2.25")), ["full_time_months"]),
    ],
)
def test_figures_are_not_negative_not_huge_and_have_one_decimal(unit, line, refused):
    assert fields(line, unit) == refused


def test_a_refused_figure_names_the_field_the_value_and_the_way_out():
    assert text(Line(hours=Decimal("-0.5")), "hours") == "Timmar: −0,5 är mindre än noll. Ange 0 eller mer."
    assert text(Line(hours=Decimal("200000")), "hours") == (
        "Timmar: 200\xa0000 är mer än 100\xa0000. Kontrollera talet."
    )
    assert text(Line(hours=Decimal("7.55")), "hours") == (
        "Timmar: 7,55 har fler än en decimal. Avrunda till en decimal."
    )


@pytest.mark.parametrize(
    ("work", "hours", "months", "refused"),
    [
        # 181 days are 26 begun weeks: 2 people, 48 hours a week.
        (HALF_YEAR, "2496", "12", []),
        (HALF_YEAR, "2496.1", "12", ["hours"]),
        (HALF_YEAR, "2496", "12.1", ["full_time_months"]),
        (replace(HALF_YEAR, people=0), "0", "0", []),
        (replace(HALF_YEAR, people=0), "1", "0.1", ["hours", "full_time_months"]),
        (Work(date(2026, 1, 1), date(2026, 1, 8), 1), "96", "1", []),
        (Work(date(2026, 1, 1), date(2026, 1, 7), 1), "48.1", "1", ["hours"]),
        (Work(date(2026, 1, 1), date(2026, 2, 1), 1), "48", "2", []),
        (Work(date(2026, 1, 1), date(2025, 12, 1), 1), "0.1", "0.1", ["hours", "full_time_months"]),
        (replace(HALF_YEAR, people=None), "99999", "999", []),
        (replace(HALF_YEAR, period_from=None), "99999", "999", []),
        (replace(HALF_YEAR, period_to=None), "99999", "999", []),
    ],
)
def test_nobody_works_more_than_the_working_time_act_lets_them(work, hours, months, refused):
    line = Line(hours=Decimal(hours), full_time_months=Decimal(months))
    assert fields(line, "hours", work) == refused


def test_too_many_hours_say_how_many_people_could_have_worked_and_when():
    assert text(Line(hours=Decimal(3000)), "hours", HALF_YEAR) == (
        "Timmar: 3\xa0000 är mer än de 2\xa0496 timmar som 2\xa0personer kan ha arbetat 2026-01-01 – 2026-06-30. "
        "Kontrollera talet."
    )
    one = replace(HALF_YEAR, people=1)
    assert text(Line(full_time_months=Decimal(7)), "fte_months", one) == (
        "Heltidsmånader: 7 är mer än de 6 som 1\xa0person kan ha arbetat 2026-01-01 – 2026-06-30. Kontrollera talet."
    )


def test_a_field_gets_one_sentence_the_first_that_fits():
    huge = Line(hours=Decimal("200000.55"))
    assert fields(huge, "hours", HALF_YEAR) == ["hours"]
    assert "mer än 100\xa0000" in text(huge, "hours", HALF_YEAR)


# --- credit


@pytest.mark.parametrize(
    ("unit", "line", "logged", "credit"),
    [
        ("hours", Line(hours=Decimal(320)), 100, 220),
        ("hours", Line(hours=Decimal(320)), 320, 0),
        ("hours", Line(hours=Decimal(320)), 400, 0),
        ("fte_months", Line(full_time_months=Decimal("4.5"), hours=Decimal(999)), 3, "1.5"),
        ("places", Line(offered=5, filled=2), 0, 0),
        ("persons", Line(offered=5, filled=2, hours=Decimal(9)), 0, 0),
        ("meetings", Line(offered=5, filled=2, hours=Decimal(9)), 0, 0),
        ("hours", Line(), 0, 0),
    ],
)
def test_the_default_credit_is_what_was_reported_less_what_is_logged_and_never_below_zero(unit, line, logged, credit):
    found = default_credit(line, unit, logged=Decimal(logged), counts_attempts=True)
    assert (found.reported, found.attempts) == (Decimal(credit), 0)


@pytest.mark.parametrize(
    ("unit", "reason", "is_documented", "counts", "attempts"),
    [
        ("places", "no_candidate", True, True, 2),
        ("places", "candidate_withdrew", True, True, 2),
        ("places", "no_candidate", True, False, 0),
        ("places", "no_candidate", False, True, 0),
        ("places", "supplier_withdrew", True, True, 0),
        ("places", "work_postponed", True, True, 0),
        ("places", "", True, True, 0),
        ("persons", "no_candidate", True, True, 0),
        ("hours", "no_candidate", True, True, 0),
    ],
)
def test_documented_attempts_count_only_when_the_clause_says_so_and_the_municipality_had_nobody(
    unit, reason, is_documented, counts, attempts
):
    line = replace(TRIED, unfilled_reason=reason, has_documented_attempts=is_documented)
    found = default_credit(line, unit, logged=Decimal(0), counts_attempts=counts)
    assert found.attempts == attempts


@pytest.mark.parametrize(("counted", "left"), [(0, 2), (1, 1), (2, 0), (3, 0)])
def test_attempts_that_the_ledger_counts_already_are_not_credited_a_second_time(counted, left):
    found = default_credit(TRIED, "places", logged=Decimal(0), counts_attempts=True, logged_attempts=Decimal(counted))
    assert found.attempts == left


def test_attempts_at_unknown_places_are_none():
    line = Line(unfilled_reason="no_candidate", has_documented_attempts=True)
    assert default_credit(line, "places", logged=Decimal(0), counts_attempts=True).attempts == 0
    line = replace(line, offered=2)
    assert default_credit(line, "places", logged=Decimal(0), counts_attempts=True).attempts == 2


COUNTS = st.none() | st.integers(-2, 8)
FIGURES = st.none() | st.decimals(-2, 400, places=1)
LINES = st.builds(
    Line,
    COUNTS,
    COUNTS,
    FIGURES,
    FIGURES,
    st.sampled_from(["", *UnfilledReason.values]),
    st.booleans(),
    st.sampled_from(["", " ", "Annonserade."]),
)


@given(LINES, st.sampled_from(RequirementUnit.values))
def test_a_line_is_refused_exactly_where_an_oracle_written_apart_says(line, unit):
    wrong = {name for name in asked(unit) if getattr(line, name) is None}
    for name in ("offered", "filled", "hours", "full_time_months"):
        value = getattr(line, name)
        if value is not None and value < 0:
            wrong.add(name)
    if line.filled is not None:
        if line.offered is None:
            wrong.add("offered")
        elif line.filled > line.offered:
            wrong.add("filled")
        elif line.offered > line.filled and not line.unfilled_reason:
            wrong.add("unfilled_reason")
    if line.has_documented_attempts and line.attempts != "Annonserade.":
        wrong.add("attempts")
    found = fields(line, unit)
    assert set(found) == wrong
    assert len(found) == len(wrong)


@given(LINES, st.sampled_from(RequirementUnit.values), st.decimals(0, 400, places=1), st.booleans())
def test_no_credit_is_negative_and_none_is_more_than_the_report_says(line, unit, logged, counts_attempts):
    credit = default_credit(line, unit, logged=logged, counts_attempts=counts_attempts)
    assert credit.reported >= 0
    assert credit.attempts >= 0
    figures = [line.hours, line.full_time_months, 0]
    assert credit.reported <= max(figure for figure in figures if figure is not None)
    assert credit.reported == 0 or unit in ("hours", "fte_months")
    assert credit.attempts == 0 or (unit == "places" and credit.attempts <= line.offered - (line.filled or 0))
