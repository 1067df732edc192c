"""Finds what is shaped like a Swedish personal number, so that it can be refused or masked.

Steget holds no person's identity (see the privacy decision), so the test is the shape, not the check digit: six date
digits (the day of a samordningsnummer is 61-91) and four more, with or without century, hyphen, plus sign or blank.
An organisation number passes, because its third digit is at least 2 and so is no month.

Some shapes are as likely something else and count only when Luhn's check digit is right: ten unbroken digits that
begin with 0 (``0701234567`` is a telephone number), dates written with separators (``1985-07-09 9805`` but not
``2026-01-01 1500``), and unbroken digits glued to letters. A figure followed by ``kr`` is an amount.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from django.core.exceptions import ValidationError

MASK = "******-****"
CODE = "personal_number"
WAY_OUT = "Skriv ärendets nummer i stället, eller ta bort det."
REASON = f"Det ser ut som ett personnummer. {WAY_OUT}"  # where field and value already stand beside it

_MONTH = r"(?:0[1-9]|1[0-2])"
_DAY = r"(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
_CENTURY = r"(?:1[89]|20)"
_NOT_AN_AMOUNT = r"(?!\d)(?!(?:[.,]\d\d)?\s?(?:kr\b|kronor|SEK\b|:-))"
_TIGHT = re.compile(rf"(?<!\d)({_CENTURY}?\d\d{_MONTH}{_DAY})( ?[-+] ?| )?(\d{{4}}){_NOT_AN_AMOUNT}")
_LOOSE = re.compile(
    rf"(?<!\d)({_CENTURY}?\d\d)[-./ ]?({_MONTH})[-./ ]?({_DAY})(?: ?[-+/] ?| )?(\d\d ?\d\d){_NOT_AN_AMOUNT}(?![-/.]\d)"
)
_VAT = re.compile(rf"SE ?\d\d{_MONTH}{_DAY} ?-?\d{{4}} ?\d\d(?!\d)", re.IGNORECASE)
_ENOUGH_DIGITS = re.compile(r"(?:\d\D{0,3}){9}\d")
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"


class Span(NamedTuple):
    """Where in the text the number stands: ``text[start:end]``."""

    start: int
    end: int


def find(text: str, *, trust_shape: bool = False) -> Span | None:
    """The first thing in ``text`` shaped like a personal number or samordningsnummer, or ``None``.

    ``trust_shape`` drops the wish for a right check digit in ambiguous shapes: for columns that hold only numbers.
    """
    return next(iter(_spans(text, trust_shape)), None)


def mask(text: str, *, trust_shape: bool = False) -> str:
    """``text`` with everything that ``find`` would find replaced by ``******-****``."""
    kept, position = [], 0
    for span in _spans(text, trust_shape):
        kept += [text[position : span.start], MASK]
        position = span.end
    return "".join([*kept, text[position:]])


def beginning(text: str, *, trust_shape: bool = False) -> str:
    """The date of the first personal number in ``text``, as in "19850709-…": enough to find it again, and no more."""
    span = find(text, trust_shape=trust_shape)
    number = text[span.start : span.end] if span else text
    digits = re.sub(r"\D", "", number)
    return f"{digits[:6] if number[:2].upper() == 'SE' else digits[:-4]}-…"


def message(label: str = "") -> str:
    """What a field says that was given a personal number; ``%(value)s`` is for its ``beginning``."""
    is_sentence = label.endswith((".", "?"))
    name = f"{label}{'' if is_sentence else ':'} ".replace("%", "%%") if label else ""
    return f"{name}”%(value)s” ser ut som ett personnummer. {WAY_OUT}"


def refuse_personal_number(value: str) -> None:
    """Django validator for every free-text field. Raises ``ValidationError`` without repeating the number.

    The field of a form says its own ``message`` instead, with its label (``core.forms``).
    """
    if find(text := str(value)):
        raise ValidationError(message(), code=CODE, params={"value": beginning(text)})


def case_reference_problem(label: str, text: str) -> str:
    """Why ``text`` may not refer to a case in another system, in Swedish; empty when it may.

    Stricter than free text: any ten or twelve digits are refused, whatever their date says.
    """
    if find(text, trust_shape=True):
        return message(label) % {"value": beginning(text, trust_shape=True)}
    plain, _ = _plain(text)
    found = re.search(r"(?<!\d)(?:\d{10}|\d{12})(?!\d)", re.sub(r"[\s+-]", "", plain))
    if found is None:
        return ""
    return (
        f"{label}: ”{beginning(found[0])}” har tio eller tolv siffror och kan vara ett personnummer. "
        "Skriv ärendets egen beteckning, till exempel AMF 2026/17."
    )


def _spans(text: str, trust_shape: bool) -> list[Span]:
    """Every find, in order and without overlap."""
    if not _ENOUGH_DIGITS.search(text):
        return []
    plain, positions = _plain(text)
    candidates = [span for pattern in (_VAT, _TIGHT, _LOOSE) for span in _matches(pattern, plain, trust_shape)]
    spans: list[Span] = []
    for start, end in sorted(candidates, key=lambda span: (span.start, -span.end)):
        if not spans or start > spans[-1].end - 1:
            spans.append(Span(start, end))
    return [Span(positions[start], positions[end - 1] + 1) for start, end in spans]


def _matches(pattern: re.Pattern, plain: str, trust_shape: bool) -> Iterator[Span]:
    position = 0
    while match := pattern.search(plain, position):
        if pattern is _VAT or trust_shape or _is_certain(pattern, match) or _luhn(match[0]):
            yield Span(match.start(), match.end())
            position = match.end()
        else:
            position = match.start() + 1


def _is_certain(pattern: re.Pattern, match: re.Match) -> bool:
    if pattern is _LOOSE:
        return False
    if match[2] is not None:
        return True
    before = match.string[match.start() - 1] if match.start() else " "
    looks_like_telephone = len(match[1]) == 6 and match[1].startswith("0")
    return not (before.isalpha() or before == "+" or looks_like_telephone)


def _luhn(text: str) -> bool:
    digits = re.sub(r"\D", "", text)[-10:]
    doubled = (int(digit) * (2 - index % 2) for index, digit in enumerate(digits))
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0


def _plain(text: str) -> tuple[str, range | list[int]]:
    """ASCII digits, plain blanks and hyphens, no invisible characters; and each character's place in ``text``."""
    if text.isascii():
        return re.sub(r"[\t\r\n]", " ", text), range(len(text))
    characters, positions = [], []
    for position, character in enumerate(text):
        category = unicodedata.category(character)
        if category == "Cf":
            continue
        if category == "Nd":
            character = str(unicodedata.decimal(character))
        elif character in _DASHES:
            character = "-"
        elif character.isspace():
            character = " "
        characters.append(character)
        positions.append(position)
    return "".join(characters), positions
