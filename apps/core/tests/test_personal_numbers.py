"""What is refused as a personal number and what must pass; every number here is a dummy."""

import re

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from apps.core.personal_numbers import (
    beginning,
    case_reference_problem,
    find,
    mask,
    refuse_personal_number,
)

PERSONAL = [
    "850709-9805",
    "8507099805",
    "850709 9805",
    "850709\u00a09805",
    "850709+9805",
    "850709–9805",
    "850709 - 9805",
    "850709-9806",
    "19850709-9805",
    "198507099805",
    "19850709 9805",
    "1985-07-09-9805",
    "1985-07-09 9805",
    "85 07 09 98 05",
    "850769-9805",
    "8507699805",
    "198507699805",
    "19850791-0000",
    "pnr850709-9804",
    "SE850709980501",
    "８５０７０９-９８０５",
    "850709-\u200b9805",
    "8507\u00ad099805",
    "070123-4567",
    "20070123-4567",
]

HARMLESS = [
    "",
    "KS 2026/101",
    "A-2026-001",
    "IK24001-01",
    "2026-01-01",
    "20260101",
    "2026-01-01 - 2026-12-31",
    "2026-10-01–2028-09-30",
    "20260101-20261231",
    "2026-01-01 1500 kr",
    "2026-01-01 08:30",
    "559999-0131",
    "5599990131",
    "165599990149",
    "SE559999015601",
    "212000-9994",
    "802003-1954",
    "1 900 000,50",
    "1012311500 kr",
    "1012311500,00 kr",
    "1 012 311 500",
    "070-123 45 67",
    "0701234567",
    "0701-23 45 67",
    "08-123 456 78",
    "+46701234567",
    "+46 70 123 45 67",
    "+4611234567",
    "45442100-8",
    "5599-0131",
    "K7M-4Q2",
    "991399-9805",
    "850732-9805",
    "7331234567890",
]


@pytest.mark.parametrize("number", PERSONAL)
def test_what_is_shaped_like_a_personal_number_is_found_and_masked(number):
    sentence = f"Deltagaren {number} börjar på måndag"
    span = find(sentence)
    assert sentence[span.start : span.end] in number
    assert mask(sentence).replace("pnr", "") == "Deltagaren ******-**** börjar på måndag"
    with pytest.raises(ValidationError) as refusal:
        refuse_personal_number(sentence)
    (told,) = refusal.value.messages
    assert re.fullmatch(r"”(\d\d)?\d{6}-…” ser ut som ett personnummer\. Skriv ärendets nummer .*\.", told)
    assert "9805" not in repr(refusal.value)


@pytest.mark.parametrize("text", HARMLESS)
def test_amounts_dates_telephones_and_organisation_numbers_pass(text):
    for sentence in (text, f"Se {text}, tack"):
        assert find(sentence) is None
        assert mask(sentence) == sentence
        refuse_personal_number(sentence)


def test_every_number_in_a_long_text_is_masked():
    assert mask("850709-9805, 559999-0131, 19850769-9805.") == "******-****, 559999-0131, ******-****."


def test_ambiguous_shapes_are_masked_when_the_shape_is_trusted():
    assert find("0701234567") is None
    assert mask("0701234567", trust_shape=True) == "******-****"


@pytest.mark.parametrize(
    "reference",
    [
        "850709-9805",
        "0701234567",
        "5599990131",
        "559999-0131",
        "165599990149",
        "99 99 99 99 99",
        "A5599990131",
        "9" * 12,
    ],
)
def test_a_case_reference_with_ten_or_twelve_digits_is_refused(reference):
    told = case_reference_problem("Ärende", reference)
    assert re.match(r"Ärende: ”\d+-…” (ser ut som|har tio eller tolv siffror och kan vara) ett personnummer\. ", told)
    assert told.endswith(".")
    assert re.sub(r"\D", "", reference) not in re.sub(r"\D", "", told.partition("AMF")[0])


@pytest.mark.parametrize("reference", ["", "AMF 2026/17", "VIVA-12345", "2026/000123", "12345678", "K7M-4Q2"])
def test_an_ordinary_case_reference_is_accepted(reference):
    assert case_reference_problem("Ärende", reference) == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ring 850709-9805", "850709-…"),
        ("1985-07-09 9805", "19850709-…"),
        ("SE850709980501", "850709-…"),
        ("0701234567, 19850769+9803", "19850769-…"),
        ("\u0668\u0665\u0660\u0667\u0660\u0669-9805", "\u0668\u0665\u0660\u0667\u0660\u0669-…"),
    ],
)
def test_only_the_date_of_a_number_is_shown(text, shown):
    assert beginning(text) == shown


@given(st.text(max_size=60))
def test_no_text_makes_the_search_raise_and_a_masked_text_is_clean(text):
    span = find(text)
    assert span is None or 0 <= span.start < span.end <= len(text)
    assert find(mask(text)) is None


@given(
    st.dates(),
    st.booleans(),
    st.sampled_from(["", "-", "+", " ", "–"]),
    st.integers(min_value=0, max_value=9999),
    st.text(alphabet="abc åäö,.", max_size=10),
)
def test_every_date_with_four_more_digits_is_found(born, is_coordination, separator, serial, before):
    year = 1950 + born.year % 50
    day = born.day + 60 * is_coordination
    number = f"{year}{born.month:02d}{day:02d}{separator}{serial:04d}"
    assert find(f"{before} {number}") is not None
    assert find(f"{before} {number[2:]}") is not None
