"""Swedish organisation numbers, in the forms that real registers hold them.

Rules: ten digits, the last a Luhn check digit; the third digit is at least 2 (lag 1974:174 om identitetsbeteckning
för juridiska personer). A third digit below 2 is a month, so the number is the personal number of a sole trader.
Such digits never enter the result: not as a value, not in ``repr``, not in the problem's sentence.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from apps.core import personal_numbers

_SEPARATORS = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff.\-+\u2010-\u2015\u2212/]+")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?e\+?\d+", re.IGNORECASE)
_WHOLE_FLOAT = re.compile(r"(\d+)[.,]0+")
_VAT = re.compile(r"SE(\d{10})(?:\d\d)?", re.IGNORECASE)
_CENTURIES_OF_PEOPLE = ("18", "19", "20")
_COMPANY_PREFIX = "16"
_WAY_OUT = "Skriv tio siffror, till exempel 559999-0131."


class Kind(StrEnum):
    """What a written number turned out to be."""

    COMPANY = "company"
    SOLE_TRADER = "sole_trader"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class OrgNumber:
    """A normalised number.

    ``digits`` holds ten digits for a company, and for an otherwise well-formed number whose check digit is wrong
    (kind ``invalid``), so that a caller may choose to warn instead of refuse. It is ``None`` for a sole trader and
    for anything else. ``problem`` is a Swedish sentence, empty when there is nothing to say.
    """

    digits: str | None
    kind: Kind
    problem: str = ""

    @property
    def is_company(self) -> bool:
        return self.kind is Kind.COMPANY

    @property
    def is_sole_trader(self) -> bool:
        return self.kind is Kind.SOLE_TRADER

    @property
    def has_wrong_check_digit(self) -> bool:
        return self.kind is Kind.INVALID and self.digits is not None

    @property
    def formatted(self) -> str:
        """``559999-0131``, or an empty string when there are no digits to show."""
        return format_digits(self.digits) if self.digits else ""


def normalise(value: object) -> OrgNumber:
    """Read an organisation number from text, an integer or an Excel float. Never raises."""
    if value is None or isinstance(value, bool):
        return _invalid("Organisationsnummer saknas.")
    text = unicodedata.normalize("NFKC", str(value)).strip()
    if _SCIENTIFIC.fullmatch(text):
        return _from_scientific(text)
    if whole := _WHOLE_FLOAT.fullmatch(text):
        text = whole[1]
    compact = _SEPARATORS.sub("", text)
    if vat := _VAT.fullmatch(compact):
        compact = vat[1]
    if not compact.strip("0"):
        return _invalid("Organisationsnummer saknas.")
    if not (compact.isascii() and compact.isdigit()):
        shown = personal_numbers.mask(text, trust_shape=True)[:40]
        return _invalid(f"”{shown}” är inget svenskt organisationsnummer. {_WAY_OUT}")
    return _from_digits(compact)


def format_digits(digits: str) -> str:
    """Ten digits with the customary hyphen: ``5599990131`` becomes ``559999-0131``."""
    return f"{digits[:6]}-{digits[6:]}"


def has_valid_check_digit(digits: str) -> bool:
    """Luhn's check (ISO/IEC 7812-1) over a string of digits, check digit last."""
    total = 0
    for position, digit in enumerate(reversed(digits)):
        number = int(digit) * (1 + position % 2)
        total += number - 9 if number > 9 else number
    return total % 10 == 0


def _from_digits(digits: str) -> OrgNumber:
    if len(digits) == 12:
        return _from_twelve(digits)
    if len(digits) in (8, 9):
        return _from_shortened(digits)
    if len(digits) != 10:
        return _invalid(f"Ett organisationsnummer har tio siffror, här står {len(digits)}. {_WAY_OUT}")
    if digits[2] in "01":
        return OrgNumber(None, Kind.SOLE_TRADER)
    if not has_valid_check_digit(digits):
        reason = f"Kontrollsiffran i organisationsnumret {format_digits(digits)} stämmer inte. Rätta numret."
        return OrgNumber(digits, Kind.INVALID, reason)
    return OrgNumber(digits, Kind.COMPANY)


def _from_twelve(digits: str) -> OrgNumber:
    """``16`` + number, a person's number with its century, or a VAT number that has lost its ``SE``."""
    if digits.startswith(_COMPANY_PREFIX):
        return _from_digits(digits[2:])
    if digits.startswith(_CENTURIES_OF_PEOPLE) and digits[4] in "01":
        return OrgNumber(None, Kind.SOLE_TRADER)
    without_suffix = _from_digits(digits[:10])
    if digits.endswith("01") and without_suffix.kind is not Kind.INVALID:
        return without_suffix
    return _invalid(f"Tolv siffror som inte börjar med 16 är inget organisationsnummer. {_WAY_OUT}")


def _from_shortened(digits: str) -> OrgNumber:
    """Excel drops leading zeros; only a person's number (born 2000-2009) can begin with them."""
    if personal_numbers.find(digits.zfill(10), trust_shape=True):
        return OrgNumber(None, Kind.SOLE_TRADER)
    return _invalid(f"Ett organisationsnummer har tio siffror, här står {len(digits)}. {_WAY_OUT}")


def _from_scientific(text: str) -> OrgNumber:
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return _invalid(f"”{text[:40]}” är inget organisationsnummer. {_WAY_OUT}")
    if not 0 < number.adjusted() < 12 or number != number.to_integral_value():
        return _invalid(f"”{text[:40]}” är inget organisationsnummer. {_WAY_OUT}")
    result = _from_digits(str(int(number)))
    if result.kind is Kind.INVALID:
        return _invalid(
            f"”{text[:40]}” har kortats av Excel så att siffror saknas. Formatera kolumnen som text och spara om filen."
        )
    return result


def _invalid(problem: str) -> OrgNumber:
    return OrgNumber(None, Kind.INVALID, problem)
