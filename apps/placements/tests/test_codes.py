"""Participants' codes: right shape, and no single slip goes unnoticed."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.placements import codes
from apps.placements.models import Participant

EVERYTHING_ON_A_KEYBOARD = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
made = st.integers(0, 2**64).map(lambda seed: codes.make(random.Random(seed)))


def test_the_example_in_the_hints_is_a_right_code():
    assert codes.problem(codes.EXAMPLE) == ""


def test_the_alphabet_has_nothing_that_is_mixed_up_and_no_vowels():
    assert not set(codes.ALPHABET) & set("0O1ILSZBUVAEIOUY")
    assert len(set(codes.ALPHABET)) == 23


@given(made)
def test_a_made_code_is_right_and_fits_the_database(code):
    shape = next(each for each in Participant._meta.constraints if each.name == "participant_code_shape")
    assert re.fullmatch(dict(shape.condition.children)["code__regex"], code)
    assert codes.problem(code) == ""
    assert codes.normalise(code) == code


@given(made)
def test_each_half_holds_a_letter_and_a_digit(code):
    for half in code.split("-"):
        assert re.search(r"\d", half)
        assert re.search(r"[A-Z]", half)


@given(made)
def test_every_single_mistyped_character_is_noticed(code):
    for place in (0, 1, 2, 4, 5, 6):
        for other in set(EVERYTHING_ON_A_KEYBOARD) - {code[place]}:
            assert codes.problem(code[:place] + other + code[place + 1 :]), (code, place, other)


@given(made)
def test_every_swap_of_two_different_characters_is_noticed(code):
    plain = code.replace("-", "")
    for first in range(6):
        for second in range(first + 1, 6):
            if plain[first] == plain[second]:
                continue
            swapped = list(plain)
            swapped[first], swapped[second] = plain[second], plain[first]
            assert codes.problem("".join(swapped)), (code, first, second)


def test_the_differences_a_slip_makes_are_never_zero_modulo_the_alphabet():
    """The proof for all codes at once: the sum is linear, so only places and differences matter."""
    size, weights = len(codes.ALPHABET), codes._WEIGHTS
    for difference in range(1, size):
        for weight in weights:
            assert weight * difference % size
        for one in weights:
            for other in set(weights) - {one}:
                assert (one - other) * difference % size


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("k7m 4q2", "K7M-4Q2"),
        (" K7M–4Q2 ", "K7M-4Q2"),
        ("k7m4q2", "K7M-4Q2"),
        ("K7M- 4Q2", "K7M-4Q2"),
        ("k7m", "K7M"),
        ("", ""),
    ],
)
def test_what_is_typed_gets_the_form_codes_are_kept_in(typed, kept):
    assert codes.normalise(typed) == kept


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("K7M-4Q", "ska ha sex tecken"),
        ("K7M-4Q0", "innehåller 0"),
        ("K7M-4Q3", "felskriven"),
        ("7KM-4Q2", "felskriven"),
    ],
)
def test_a_wrong_code_is_named_with_what_to_do(typed, words):
    sentence = codes.problem(typed)
    assert words in sentence
    assert typed in sentence
    assert "Läs av" in sentence


def test_a_personal_number_is_refused_without_being_repeated():
    sentence = codes.problem("850709-9805")
    assert "personnummer" in sentence
    assert "9805" not in sentence
