"""Participants' codes: short, speakable, and a mistyped one is noticed.

A code is six characters of an alphabet of 23 that leaves out 0 O 1 I L, the letters that look like another digit
(S Z B), V, and all vowels, so that no words arise. The weighted sum of the characters' places has a fixed
remainder modulo 23. As 23 is a prime and the weights differ, every single wrong character and every swap of two
neighbours changes the remainder (the same construction as ISBN-10).
"""

import re
from typing import Protocol

from apps.core.personal_numbers import beginning, find

ALPHABET = "23456789CDFGHJKMNPQRTWX"
EXAMPLE = "K7M-4Q2"
_WEIGHTS = (6, 5, 4, 3, 2, 1)
_REMAINDER = 4  # chosen so that the example in every hint is a right code
_SHAPE = re.compile(r"[0-9A-Z]{3}-[0-9A-Z]{3}")
_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015\u2212.]+")


class Chooser(Protocol):
    """What `make` draws with: `random.Random` in tests, `secrets.SystemRandom` in use."""

    def choice(self, seq: str) -> str: ...


def make(random: Chooser) -> str:
    """A new code such as "K7M-4Q2", but never the example itself, which stands in hints.

    Each half holds a letter and a digit, so that neither reads as an abbreviation.
    """
    while True:
        body = "".join(random.choice(ALPHABET) for _ in range(5))
        code = body + _check_character(body)
        written = f"{code[:3]}-{code[3:]}"
        if _is_mixed(code[:3]) and _is_mixed(code[3:]) and written != EXAMPLE:
            return written


def normalise(text: str) -> str:
    """What was typed in the form codes are kept in: "k7m 4q2" is "K7M-4Q2". Other lengths get no hyphen."""
    plain = _SEPARATORS.sub("", text).upper()
    return f"{plain[:3]}-{plain[3:]}" if len(plain) == 6 else plain


def has_shape(code: str) -> bool:
    """Whether the database could hold it as a code, right or wrong."""
    return _SHAPE.fullmatch(code) is not None


def problem(text: str) -> str:
    """Why what was typed is no code, as a Swedish sentence; empty when it is one. Never repeats a personal number."""
    if find(text):
        return f"Deltagarkod: ”{beginning(text)}” ser ut som ett personnummer. Skriv deltagarens kod i stället."
    code = normalise(text)
    plain = code.replace("-", "")
    if len(plain) != 6:
        return f"Deltagarkoden ”{text.strip()}” ska ha sex tecken, till exempel {EXAMPLE}. Läs av den igen."
    if strange := [character for character in plain if character not in ALPHABET]:
        return f"Deltagarkoden ”{code}” innehåller {strange[0]}, som inte finns i några koder. Läs av den igen."
    if _sum(plain) != _REMAINDER:
        return f"Deltagarkoden ”{code}” är felskriven: något tecken är fel eller två har bytt plats. Läs av den igen."
    return ""


def _check_character(body: str) -> str:
    return ALPHABET[(_REMAINDER - _sum(body)) % len(ALPHABET)]


def _sum(characters: str) -> int:
    places = zip(_WEIGHTS, characters, strict=False)
    return sum(weight * ALPHABET.index(character) for weight, character in places) % len(ALPHABET)


def _is_mixed(half: str) -> bool:
    return not half.isalpha() and not half.isdigit()
