"""Figures as they stand in sentences: no decimal is hidden, so that a sentence never contradicts its figure."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from apps.core.formats import NBSP, number
from apps.procurements.choices import RequirementUnit

TENTH = Decimal("0.1")
UNIT_WORDS = {
    RequirementUnit.PLACES: ("plats", "platser"),
    RequirementUnit.PERSONS: ("person", "personer"),
    RequirementUnit.FTE_MONTHS: ("heltidsmånad", "heltidsmånader"),
    RequirementUnit.MEETINGS: ("möte", "möten"),
    RequirementUnit.HOURS: ("timme", "timmar"),
}


def figure(value: Decimal | int) -> str:
    """As many decimals as the figure has: "4 000 000", "79,5"."""
    exponent = Decimal(value).normalize().as_tuple().exponent
    return number(value, max(0, -exponent) if isinstance(exponent, int) else 0)


def kronor(value: Decimal | int) -> str:
    """ "699 999,50 kr": öre only when there are any."""
    whole = Decimal(value) == Decimal(value).to_integral_value()
    return f"{number(value, 0 if whole else 2)}{NBSP}kr"


def percent(value: Decimal | int) -> str:
    """ "80 %"."""
    return f"{figure(value)}{NBSP}%"


def one_decimal(value: Decimal | int) -> str:
    """Rounded half up: "4,9"."""
    return number(Decimal(value).quantize(TENTH, ROUND_HALF_UP), 1)


def cut(value: Fraction) -> str:
    """At most two decimals, the rest cut off: 2,996 is "2,99", never a whole that rounding down contradicts."""
    return figure(Decimal(int(value * 100)).scaleb(-2))


def counted(count: Decimal | int, one: str, many: str) -> str:
    """ "1 poäng", "3 månader"."""
    return f"{figure(count)}{NBSP}{one if count == 1 else many}"


def listed(words: Sequence[str], last: str = "och") -> str:
    """ "a", "a och b", "a, b och c"."""
    return f" {last} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def unit_word(unit: str, count: int) -> str:
    """The unit as it stands after the count: "heltidsmånad", "platser"."""
    one, many = UNIT_WORDS[RequirementUnit(unit)]
    return one if count == 1 else many


def unit_words(unit: str, count: int) -> str:
    """A count with its unit: "1 heltidsmånad", "2 platser"."""
    return counted(count, *UNIT_WORDS[RequirementUnit(unit)])
