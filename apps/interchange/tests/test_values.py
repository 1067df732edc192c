"""Single cells as registers write them. What cannot be read is refused with a sentence that tells how to write it."""

import csv
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.interchange.tests.shared_data import shared
from apps.interchange.values import (
    CPV_DIVISIONS,
    UNTIL_FURTHER_NOTICE,
    Cpv,
    Period,
    ValueProblem,
    YesNo,
    clean,
    parse_amount,
    parse_count,
    parse_cpv,
    parse_date,
    parse_period,
    parse_yes_no,
)

FIRST_OF_OCTOBER = date(2026, 10, 1)


@pytest.mark.parametrize(
    "written",
    [
        "2026-10-01",
        " 2026-10-01\u00a0",
        "2026-10-01 00:00:00",
        "2026-10-01T10:30:00.000Z",
        "2026-10-01 10:30",
        "2026/10/01",
        "2026.10.1",
        "20261001",
        20261001,
        20261001.0,
        "1 okt 2026",
        "1 okt. 2026",
        "1 oktober 2026",
        "den 1:e oktober 2026",
        "1/10/2026",
        "01.10.2026",
        46296,
        46296.0,
        46296.75,
        "46296",
        "46296,5",
        FIRST_OF_OCTOBER,
        datetime(2026, 10, 1, 23, 59, tzinfo=UTC),
    ],
)
def test_the_first_of_october_in_every_writing(written):
    assert parse_date(written) == FIRST_OF_OCTOBER


@pytest.mark.parametrize(
    "written", ["tillsvidare", "Tills vidare", "T.v.", "löpande", "9999-12-31", date(2999, 12, 31)]
)
def test_without_end_is_a_value_of_its_own(written):
    assert parse_date(written) is UNTIL_FURTHER_NOTICE


@pytest.mark.parametrize("parse", [parse_date, parse_period, parse_amount, parse_count, parse_cpv])
@pytest.mark.parametrize("written", ["", " ", None, "-", "–", "\u00a0", "N/A", "saknas"])
def test_an_empty_cell_or_a_dash_is_nothing(parse, written):
    assert parse(written) is None


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2026-02-30", "finns inte i almanackan"),
        ("20261301", "finns inte i almanackan"),
        ("10/31/2026", "månaden före dagen"),
        ("1900-01-01", "Årtalet 1900 är orimligt"),
        (date(1899, 12, 31), "Årtalet 1899 är orimligt"),
        ("26-10-01", "inte att läsa som ett datum"),
        ("261001", "inte att läsa som ett datum"),
        (12, "inte att läsa som ett datum"),
        ("snart", "inte att läsa som ett datum"),
        ("1 mån 2026", "inte att läsa som ett datum"),
        ("2019-06-01 - 2026-09-30", "en hel period"),
        (True, "inget datum"),
        (time(10, 30), "inget datum"),
    ],
)
def test_what_is_no_date_says_why(written, reason):
    with pytest.raises(ValueProblem, match=reason):
        parse_date(written)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2019-06-01 - 2026-09-30", date(2019, 6, 1), date(2026, 9, 30)),
        ("2024-01-01 – 2025-12-31", date(2024, 1, 1), date(2025, 12, 31)),
        ("2024-01-01–2025-12-31", date(2024, 1, 1), date(2025, 12, 31)),
        ("2024-01-01-2025-12-31", date(2024, 1, 1), date(2025, 12, 31)),
        ("20240101-20251231", date(2024, 1, 1), date(2025, 12, 31)),
        ("2024-01-01 till 2025-12-31", date(2024, 1, 1), date(2025, 12, 31)),
        ("2024-01-01 t.o.m. 2025-12-31", date(2024, 1, 1), date(2025, 12, 31)),
        ("1 jan 2024 - 31 dec 2025", date(2024, 1, 1), date(2025, 12, 31)),
        ("2024-01-01 - tillsvidare", date(2024, 1, 1), UNTIL_FURTHER_NOTICE),
        ("tillsvidare", None, UNTIL_FURTHER_NOTICE),
        ("2024-01-01 -", date(2024, 1, 1), None),
        ("2024-01-01", date(2024, 1, 1), None),
        (date(2024, 1, 1), date(2024, 1, 1), None),
    ],
)
def test_a_period_gives_its_two_ends(written, start, end):
    assert parse_period(written) == Period(start, end)


@pytest.mark.parametrize(
    "written", ["2026-01-01 - 2025-01-01", "- 2025-12-31", "i våras - 2025-12-31", "2025-01-01 - 2025-02-30"]
)
def test_a_period_that_is_none_is_refused(written):
    with pytest.raises(ValueProblem):
        parse_period(written)


@pytest.mark.parametrize(
    ("written", "kronor"),
    [
        ("1 900 000,50", "1900000.50"),
        ("1\u00a0900\u00a0000,50", "1900000.50"),
        ("1\u2009900\u202f000,5", "1900000.50"),
        ("1.900.000,50", "1900000.50"),
        ("1,900,000.50", "1900000.50"),
        ("1'900'000.50", "1900000.50"),
        ("1900000,50", "1900000.50"),
        ("1900000.50 SEK", "1900000.50"),
        (1900000.5, "1900000.50"),
        (Decimal("1900000.499"), "1900000.50"),
        ("500 000 kr", "500000"),
        ("500 000 kr exkl. moms", "500000"),
        ("500 000:-", "500000"),
        ("SEK 500 000", "500000"),
        ("1e6", "1000000"),
        ("1,5E+06", "1500000"),
        ("12,5 mkr", "12500000"),
        ("12.5 MSEK", "12500000"),
        ("3 miljoner kronor", "3000000"),
        ("750 tkr", "750000"),
        ("1,2 mdkr", "1200000000"),
        (0, "0"),
        ("0,125", "0.13"),
    ],
)
def test_an_amount_in_every_writing(written, kronor):
    assert parse_amount(written) == Decimal(kronor)
    assert parse_amount(written).as_tuple().exponent == -2


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("-500", "negativt"),
        (-0.5, "negativt"),
        ("−500 kr", "negativt"),
        ("(500)", "negativt"),
        ("1.900", "två sätt"),
        ("1,900", "två sätt"),
        ("500 inkl. moms", "med moms"),
        ("ca 500 000", "inget belopp"),
        ("500 000 - 1 000 000", "inget belopp"),
        ("1 90 000", "inget belopp"),
        ("kr", "inget belopp"),
        (".", "inget belopp"),
        ("1e", "inget belopp"),
        (True, "inget belopp"),
        (FIRST_OF_OCTOBER, "inget belopp"),
        (float("nan"), "inget belopp"),
        (float("inf"), "inget belopp"),
        ("1e99", "orimligt stort"),
        (10**12, "orimligt stort"),
    ],
)
def test_what_is_no_amount_says_why(written, reason):
    with pytest.raises(ValueProblem, match=reason):
        parse_amount(written)


@pytest.mark.parametrize(("written", "count"), [("2", 2), (2, 2), (2.0, 2), ("2 st", 2), ("12 platser", 12), ("0", 0)])
def test_a_count_in_every_writing(written, count):
    assert parse_count(written) == count


@pytest.mark.parametrize("written", ["x", "-1", "2,5", 2.5, "10000", True, FIRST_OF_OCTOBER, "två"])
def test_what_is_no_count_is_refused(written):
    with pytest.raises(ValueProblem, match="heltal"):
        parse_count(written)


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        *((word, YesNo.YES) for word in ("ja", "Ja ", "J", "x", "X", "Yes", True, 1, 1.0, "1", "SANT", "✓")),
        *((word, YesNo.NO) for word in ("nej", "NEJ", "n", "no", False, 0, "0", "FALSKT")),
        *((word, YesNo.UNKNOWN) for word in ("", None, "-", "vet ej", "Okänt", "uppgift saknas")),
    ],
)
def test_yes_no_and_an_empty_cell_which_is_never_a_no(written, answer):
    assert parse_yes_no(written) is answer


def test_perhaps_is_neither_yes_nor_no():
    with pytest.raises(ValueProblem, match="ja eller nej"):
        parse_yes_no("kanske")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("45442100-8", "45442100"),
        ("45442100", "45442100"),
        ("45442100 – 8 Målningsarbeten", "45442100"),
        ("03121200", "03121200"),
        ("3121200", "03121200"),
        (3121200, "03121200"),
        (3121200.0, "03121200"),
    ],
)
def test_a_cpv_code_in_every_writing(written, code):
    assert parse_cpv(written) == Cpv(code)


def test_a_wrong_cpv_check_digit_and_several_codes_only_warn():
    assert "kontrollsiffra" in parse_cpv("45442100-9").warning
    several = parse_cpv("45442100-8, 45000000-7")
    assert (several.code, "flera" in several.warning) == ("45442100", True)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("99999999", "börjar på 99"),
        ("00000000", "börjar på 00"),
        ("45", "ingen CPV-kod"),
        ("454421001", "ingen CPV-kod"),
    ],
)
def test_what_is_no_cpv_code_says_why(written, reason):
    with pytest.raises(ValueProblem, match=reason):
        parse_cpv(written)


def test_the_published_cpv_list_is_read_and_few_check_digits_warn():
    with shared("codelists/cpv_2008_sv_en.csv").open(encoding="utf-8-sig", newline="") as file:
        codes = list(csv.DictReader(file))
    read = [parse_cpv(f"{row['code']}-{row['check_digit']}") for row in codes]
    assert [cpv.code for cpv in read] == [row["code"] for row in codes]
    assert {cpv.code[:2] for cpv in read} == CPV_DIVISIONS
    assert sum(bool(cpv.warning) for cpv in read) < 50


@pytest.mark.parametrize("parse", [parse_date, parse_period, parse_amount, parse_count, parse_cpv, parse_yes_no])
@pytest.mark.parametrize("text", ["1" * 2_000_000, "1 000" * 90, "2026-10-01 " * 20])
def test_a_whole_text_in_a_cell_is_refused_at_once(parse, text):
    with pytest.raises(ValueProblem, match="en hel text"):
        parse(text)


@given(st.text(max_size=30) | st.integers() | st.floats() | st.booleans() | st.dates() | st.times() | st.none())
def test_no_cell_makes_a_reader_raise_anything_but_its_own_problem(cell):
    assert clean(cell) == clean(clean(cell))
    for parse in (parse_date, parse_period, parse_amount, parse_count, parse_yes_no, parse_cpv):
        try:
            parse(cell)
        except ValueProblem as problem:
            assert problem.reason.endswith(".")  # noqa: PT017


@given(st.dates(min_value=date(1960, 1, 1), max_value=date(2099, 12, 31)))
def test_every_date_is_read_back_from_iso_compact_words_and_excel(day):
    serial = (day - date(1899, 12, 30)).days
    for written in (day.isoformat(), f"{day:%Y%m%d}", f"{day.day}/{day.month}/{day.year}", serial, str(serial), day):
        assert parse_date(written) == day


@given(st.decimals(min_value=0, max_value=10**11, places=2))
def test_every_amount_is_read_back_from_swedish_writing(amount):
    swedish = f"{amount:,.2f}".replace(",", "\u00a0").replace(".", ",")
    assert parse_amount(f"{swedish} kr") == parse_amount(f"{amount:.2f}") == amount
