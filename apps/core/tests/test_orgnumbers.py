"""Organisation numbers in every form the registers hold; the dummy person is Skatteverket's 850709-9805."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.core.orgnumbers import Kind, format_digits, has_valid_check_digit, normalise


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("559999-0131", "5599990131"),
        ("5599990131", "5599990131"),
        (5599990131, "5599990131"),
        (5599990131.0, "5599990131"),
        ("5599990131.0", "5599990131"),
        ("5599990131,00", "5599990131"),
        ("5,599990131E+09", "5599990131"),
        ("165599990149", "5599990149"),
        ("16559999-0149", "5599990149"),
        ("SE559999015601", "5599990156"),
        ("se 559999-0156 01", "5599990156"),
        ("SE202100489601", "2021004896"),
        ("559999015601", "5599990156"),
        (" 559999\u00a00131 ", "5599990131"),
        ("559999\u20110131", "5599990131"),
        ("５５９９９９-0131", "5599990131"),
        ("\ufeff212000-9994", "2120009994"),
    ],
)
def test_every_written_form_of_a_company_gives_ten_digits(written, digits):
    result = normalise(written)
    assert (result.digits, result.kind, result.problem) == (digits, Kind.COMPANY, "")
    assert result.formatted == f"{digits[:6]}-{digits[6:]}"


@pytest.mark.parametrize(
    "written",
    [
        "850709-9805",
        "8507099805",
        8507099805,
        8507099805.0,
        "19850709-9805",
        "198507099805",
        198507099805,
        "850709+9805",
        "850769-9805",
        "198507699805",
        "SE850709980501",
        "16850709-9805",
        "8,507099805E+09",
        "850709-9806",
        102031234,
        "102031234.0",
    ],
)
def test_a_personal_number_is_a_sole_trader_and_its_digits_are_nowhere(written):
    result = normalise(written)
    assert result.kind is Kind.SOLE_TRADER
    assert result.digits is None
    assert result.formatted == ""
    assert not any(character.isdigit() for character in repr(result))


@pytest.mark.parametrize(
    ("written", "part_of_the_sentence"),
    [
        ("", "saknas"),
        (None, "saknas"),
        ("0", "saknas"),
        (True, "saknas"),
        ("-", "saknas"),
        ("12345", "tio siffror, här står 5"),
        ("5599990131555", "här står 13"),
        ("DE123456789", "inget svenskt organisationsnummer"),
        ("Exempelmåleri AB", "inget svenskt organisationsnummer"),
        ("5.59999e9", "kortats av Excel"),
        ("5,59999E+09", "kortats av Excel"),
        ("1e400", "inget organisationsnummer"),
        (float("nan"), "inget svenskt organisationsnummer"),
        ("345599990131", "Tolv siffror"),
    ],
)
def test_what_is_no_number_gets_a_sentence_and_no_digits(written, part_of_the_sentence):
    result = normalise(written)
    assert result.kind is Kind.INVALID
    assert result.digits is None
    assert part_of_the_sentence in result.problem
    assert result.problem.endswith(".")


def test_a_wrong_check_digit_is_named_and_keeps_the_digits_for_callers_that_only_warn():
    result = normalise("559999-0017")
    assert result.has_wrong_check_digit
    assert result.digits == "5599990017"
    assert "559999-0017" in result.problem


def test_a_personal_number_among_other_words_is_masked_in_the_sentence():
    assert "850709" not in normalise("Anna 850709-9805").problem


@given(st.text(max_size=30) | st.integers() | st.floats() | st.none() | st.binary(max_size=12))
def test_no_value_whatever_makes_the_normaliser_raise(value):
    result = normalise(value)
    assert (result.problem == "") == (result.kind is not Kind.INVALID)


@given(st.integers(min_value=0, max_value=999_999_999))
def test_ten_digits_are_a_company_only_with_a_third_digit_of_two_or_more_and_a_right_check_digit(stem):
    for last in "0123456789":
        digits = f"{stem:09d}{last}"
        result = normalise(digits)
        if digits[2] in "01":
            assert result.digits is None
        elif result.is_company:
            assert has_valid_check_digit(digits)
            assert normalise(format_digits(digits)) == result
            assert normalise(f"16{digits}") == result
            assert normalise(f"SE{digits}01") == result
