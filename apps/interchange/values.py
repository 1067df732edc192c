"""Reads single cells: dates, amounts, counts, yes or no, CPV codes. Text from any program, numbers from Excel.

Every function takes what a reader gives (text, number, date, ``""`` or ``None``), returns ``None`` for an empty cell
or a dash, and raises ``ValueProblem`` with a Swedish sentence that says what is wrong and how to write it.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

EARLIEST_YEAR, LATEST_YEAR = 1960, 2099
# Registers write "without end" as a far-off last day.
OPEN_ENDED_FROM_YEAR = 2900
LARGEST_AMOUNT = Decimal(10) ** 12
LARGEST_COUNT = 9999
LONGEST_CELL = 200

_EXCEL_EPOCH = date(1899, 12, 30)
_EXCEL_SERIALS = range(21_916, 73_051)  # 1960-01-01 to 2099-12-31
NOTHING = {"", "-", "–", "—", "−", "--", "n/a", "saknas", "uppgift saknas", "null", "none"}
_OPEN_ENDED = {"tillsvidare", "tv", "t.v.", "löpande", "öppet", "until further notice", "tills vidare"}
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH_NAMES = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
_TIME_OF_DAY = r"(?:[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_ISO = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME_OF_DAY}")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY_FIRST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}){_TIME_OF_DAY}")
_IN_WORDS = re.compile(r"(?:den )?(\d{1,2})(?::?e|\.)? ?([a-zåäö]+)\.? (\d{4})", re.IGNORECASE)
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_RANGE = re.compile(
    r"(.+?)(?: ?[–—] ?| - | till(?: och med)? | t\.?o\.?m\.? |--|(?<=\d{4}-\d\d-\d\d)-|(?<=\d{8})-)(.*)"
)
_HOW_TO_DATE = "Skriv datumet som 2026-10-01."

_THOUSANDS_BY_BLANK = re.compile(r"\d{1,3}(?: \d{3})+(?:[.,:]\d{1,4})?")
_PLAIN = re.compile(r"\d+(?:[.,:]\d+)?|\d+(?:[.,]\d+)?e[+]?\d{1,2}", re.IGNORECASE)
_THOUSANDS_BY_POINT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})|\d{1,3}(?:\.\d{3}){2,}")
_THOUSANDS_BY_COMMA = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})|\d{1,3}(?:,\d{3}){2,}")
_TWO_WAYS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_UNIT = re.compile(
    r"\s*(mdkr|mdr|miljarder|miljard|mkr|mnkr|msek|milj\.?|miljoner|miljon|tkr|kkr|ksek|tusen)?\s*"
    r"(kronor|kr|sek|:-)?\.?\s*(exkl?\.? moms|exklusive moms|ex\.? moms|ex\.?)?",
    re.IGNORECASE,
)
_POWERS = {"md": 9, "mi": 6, "mk": 6, "mn": 6, "ms": 6, "tk": 3, "kk": 3, "ks": 3, "tu": 3}
_HOW_TO_AMOUNT = "Skriv bara kronor, till exempel 1 900 000,50."

_YES = {"ja", "j", "yes", "y", "x", "1", "true", "sant", "sann", "✓", "✔", "☑", "☒"}
_NO = {"nej", "n", "no", "0", "false", "falskt", "falsk", "☐"}
_UNKNOWN = {"vet ej", "vet inte", "okänt", "oklart", "?", "ej angivet", "framgår ej", "ingen uppgift"}

_CPV = re.compile(r"(\d{7,8})(?: ?[-–] ?(\d))?(?!\d)")
_CPV_WEIGHTS = (3, 7, 1, 3, 7, 1, 3, 7)
# Groups that were renumbered in CPV 2008 and kept old check digits, so the rule says nothing about them.
_CPV_WITHOUT_RULE = {"03", "09", "42", "72"}
CPV_DIVISIONS = frozenset(
    f"{number:02d}"
    for numbers in (
        (3, 9, 14, 15, 16, 18, 19, 22, 24, 30, 31, 32, 33, 34, 35, 37, 38, 39, 41, 42, 43, 44, 45, 48),
        (50, 51, 55, 60, 63, 64, 65, 66, 70, 71, 72, 73, 75, 76, 77, 79, 80, 85, 90, 92, 98),
    )
    for number in numbers
)


class ValueProblem(Exception):
    """A cell that cannot be used. ``reason`` is a Swedish sentence that never repeats the cell."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class OpenEnded(StrEnum):
    """An end that is no date."""

    UNTIL_FURTHER_NOTICE = "tillsvidare"


UNTIL_FURTHER_NOTICE = OpenEnded.UNTIL_FURTHER_NOTICE


class YesNo(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Period:
    """A start and an end from one cell."""

    starts_on: date | None
    ends_on: date | OpenEnded | None


@dataclass(frozen=True, slots=True)
class Cpv:
    """Eight digits, and a Swedish sentence when something about them looks wrong but can be lived with."""

    code: str
    warning: str = ""


def clean(value: Any) -> str:
    """The cell as one line of text: every kind of blank is a space, invisible characters are gone."""
    if value is None:
        return ""
    text = value if isinstance(value, str) else _written(value)
    if not text.isascii():
        text = "".join(" " if ch.isspace() else ch for ch in text if unicodedata.category(ch) != "Cf")
    return " ".join(text.split())


_QUARTER = re.compile(
    r"(?:q|kv\.?|kvartal) ?(?P<quarter>[1-4])[ ,/-]*(?P<year>\d{4})"
    r"|(?P<last>\d{4})[ ,/-]*(?:q|kv\.?|kvartal) ?(?P<first>[1-4])"
)
_MONTH = re.compile(r"(\d{4})[-/ ](0?[1-9]|1[0-2])")


def parse_date(value: Any) -> date | OpenEnded | None:
    """A date, "tillsvidare", or ``None``.

    Read as dates: 2026-10-01, 2026/10/01, 20261001, with or without a time of day; 1 okt 2026; 1/10/2026 and
    1.10.2026, where the day comes first as in Swedish; Excel serials as number or text. A date that can only be
    American (10/31/2026) is refused, for the rows beside it would be read wrongly.
    """
    if isinstance(value, datetime):
        return _sensible(value.date())
    if isinstance(value, date):
        return _sensible(value)
    if isinstance(value, bool | time | timedelta):
        raise ValueProblem(f"Det är inget datum. {_HOW_TO_DATE}")
    text = _short(value)
    if text.lower() in NOTHING:
        return None
    if text.lower() in _OPEN_ENDED:
        return UNTIL_FURTHER_NOTICE
    return _date_from_text(text)


def parse_planned(value: Any) -> date | None:
    """A planned day: a date, or the first day of a month or quarter ("2027-03", "mars 2027", "Q1 2027")."""
    text = _short(value).lower() if isinstance(value, str) else ""
    if found := _QUARTER.fullmatch(text):
        year, quarter = found["year"] or found["last"], found["quarter"] or found["first"]
        return _sensible(date(int(year), 3 * int(quarter) - 2, 1))
    if found := _MONTH.fullmatch(text):
        return _sensible(date(int(found[1]), int(found[2]), 1))
    if re.fullmatch(r"[a-zåäö]+\.? \d{4}", text):
        text = f"1 {text}"
    found_day = parse_date(text or value)
    if found_day is UNTIL_FURTHER_NOTICE:
        raise ValueProblem(f"Det är inget datum. {_HOW_TO_DATE}")
    return found_day


def parse_period(value: Any) -> Period | None:
    """A cell that holds start and end: "2019-06-01 - 2026-09-30", "… – tillsvidare", or only one of them."""
    if not isinstance(value, str):
        start = parse_date(value)
        return None if start is None else Period(start, None)
    text = _short(value)
    if text.lower() in NOTHING:
        return None
    if text.lower() in _OPEN_ENDED:
        return Period(None, UNTIL_FURTHER_NOTICE)
    parts = _RANGE.fullmatch(text)
    start = parse_date(parts[1] if parts else text.removesuffix("-"))
    if isinstance(start, OpenEnded):
        raise ValueProblem(f"Perioden börjar inte med ett datum. {_HOW_TO_DATE}")
    end = parse_date(parts[2]) if parts else None
    if isinstance(end, date) and start and end < start:
        raise ValueProblem("Periodens slut ligger före dess början. Rätta datumen.")
    return Period(start, end)


def parse_amount(value: Any) -> Decimal | None:
    """Kronor without VAT, two decimals. Reads "1 900 000,50", "500 000 kr", "12,5 mkr", "750 tkr", "1e6"."""
    if isinstance(value, bool | date | time | timedelta):
        raise ValueProblem(f"Det är inget belopp. {_HOW_TO_AMOUNT}")
    if isinstance(value, int | float | Decimal):
        return _sensible_amount(Decimal(str(value)))
    text = _short(value).replace("'", " ").replace("’", " ").removeprefix("SEK ").removeprefix("kr ")
    if text.lower() in NOTHING:
        return None
    if text[0] in "-−–(":
        raise ValueProblem("Beloppet är negativt. Ett avtalsvärde är noll eller mer.")
    if "inkl" in text.lower():
        raise ValueProblem("Beloppet är angivet med moms. Skriv värdet utan moms.")
    number, power = _split_unit(text)
    return _sensible_amount(_number(number) * (Decimal(10) ** power))


def parse_count(value: Any) -> int | None:
    """A whole number of places: 2, "2", "2 st", 2.0."""
    if isinstance(value, bool | date | time | timedelta):
        raise ValueProblem("Det är inget antal. Skriv ett heltal, till exempel 2.")
    text = _short(value).lower()
    if text in NOTHING:
        return None
    match = re.fullmatch(r"(\d{1,6})(?:[.,]0+)?(?: ?(?:st|stycken|platser|plats|personer|person)\.?)?", text)
    if not match:
        raise ValueProblem("Det är inget antal. Skriv ett heltal, till exempel 2, eller lämna cellen tom.")
    if int(match[1]) > LARGEST_COUNT:
        raise ValueProblem(f"Antalet är orimligt stort. Skriv ett heltal, högst {LARGEST_COUNT}.")
    return int(match[1])


def parse_yes_no(value: Any) -> YesNo:
    """Ja, nej, or unknown when nothing is said: an empty cell is never a no."""
    text = _short(value).lower()
    if isinstance(value, int | float) and not isinstance(value, bool) and value in (0, 1):
        text = str(int(value))
    if text in _YES:
        return YesNo.YES
    if text in _NO:
        return YesNo.NO
    if text in NOTHING or text in _UNKNOWN:
        return YesNo.UNKNOWN
    raise ValueProblem("Det går inte att läsa som ja eller nej. Skriv ja eller nej, eller lämna cellen tom.")


def parse_cpv(value: Any) -> Cpv | None:
    """A CPV code, with or without check digit, with or without its name behind it; a lost leading zero is put back.

    The check digit is the weighted sum 3, 7, 1, 3, 7, 1, 3, 7 modulo 10 (found in, and true of, the published
    CPV 2008 list but for a few renumbered groups), so a wrong one only warns.
    """
    text = _short(value)
    if text.lower() in NOTHING:
        return None
    match = _CPV.match(text)
    if not match:
        raise ValueProblem("Det är ingen CPV-kod. Skriv åtta siffror, till exempel 45442100.")
    code = match[1].zfill(8)
    if code[:2] not in CPV_DIVISIONS:
        raise ValueProblem(f"CPV-koden börjar på {code[:2]}, som inte finns. Skriv en kod ur CPV 2008.")
    if _CPV.search(text, match.end()):
        return Cpv(code, "Cellen har flera CPV-koder; den första används.")
    if match[2] and code[:2] not in _CPV_WITHOUT_RULE and int(match[2]) != _cpv_check_digit(code):
        return Cpv(code, "CPV-kodens kontrollsiffra stämmer inte; kontrollera koden.")
    return Cpv(code)


def _cpv_check_digit(code: str) -> int:
    return sum(int(digit) * weight for digit, weight in zip(code, _CPV_WEIGHTS, strict=True)) % 10


def _short(value: Any) -> str:
    text = clean(value)
    if len(text) > LONGEST_CELL:
        raise ValueProblem("Cellen innehåller en hel text. Skriv bara värdet eller välj en annan kolumn.")
    return text


def _written(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat(sep=" ") if value.time() != time.min else value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _date_from_text(text: str) -> date | OpenEnded:
    if match := _ISO.fullmatch(text):
        return _real(match[1], match[3], match[4])
    if match := _COMPACT.fullmatch(text):
        return _real(*match.groups())
    if (match := _SERIAL.fullmatch(text)) and int(match[1]) in _EXCEL_SERIALS:
        return _EXCEL_EPOCH + timedelta(days=int(match[1]))
    if match := _DAY_FIRST.fullmatch(text):
        if int(match[3]) > 12 >= int(match[1]):
            raise ValueProblem(f"Datumet har månaden före dagen. {_HOW_TO_DATE}")
        return _real(match[4], match[3], match[1])
    if (match := _IN_WORDS.fullmatch(text)) and (month := _month(match[2])):
        return _real(match[3], month, match[1])
    if _RANGE.fullmatch(text):
        raise ValueProblem("Här står en hel period. Välj Avtalsperiod för kolumnen eller skriv ett enda datum.")
    raise ValueProblem(f"Det går inte att läsa som ett datum. {_HOW_TO_DATE}")


def _month(word: str) -> int | None:
    word = word.lower()
    if word == "sept":
        return 9
    names = (*_MONTHS, *_MONTH_NAMES)
    return names.index(word) % 12 + 1 if word in names else None


def _real(year: Any, month: Any, day: Any) -> date | OpenEnded:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        raise ValueProblem(f"Datumet finns inte i almanackan. {_HOW_TO_DATE}") from None
    return _sensible(found)


def _sensible(found: date) -> date | OpenEnded:
    if found.year >= OPEN_ENDED_FROM_YEAR:
        return UNTIL_FURTHER_NOTICE
    if not EARLIEST_YEAR <= found.year <= LATEST_YEAR:
        raise ValueProblem(f"Årtalet {found.year} är orimligt. {_HOW_TO_DATE}")
    return found


def _split_unit(text: str) -> tuple[str, int]:
    match = re.match(r"[\d .,:]*(?:e\+?\d{1,2})?", text, re.IGNORECASE)
    number = match[0].rstrip(" .,:")
    unit = _UNIT.fullmatch(text[len(number) :])
    if not unit:
        raise ValueProblem(f"Det är inget belopp. {_HOW_TO_AMOUNT}")
    return number, _POWERS[unit[1][:2].lower()] if unit[1] else 0


def _number(text: str) -> Decimal:
    if _TWO_WAYS.fullmatch(text):
        raise ValueProblem(f"Beloppet kan läsas på två sätt, tusental eller decimaler. {_HOW_TO_AMOUNT}")
    if _THOUSANDS_BY_BLANK.fullmatch(text) or _PLAIN.fullmatch(text):
        return Decimal(text.replace(" ", "").replace(",", ".").replace(":", "."))
    if _THOUSANDS_BY_POINT.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _THOUSANDS_BY_COMMA.fullmatch(text):
        return Decimal(text.replace(",", ""))
    raise ValueProblem(f"Det är inget belopp. {_HOW_TO_AMOUNT}")


def _sensible_amount(amount: Decimal) -> Decimal:
    if not amount.is_finite():
        raise ValueProblem(f"Det är inget belopp. {_HOW_TO_AMOUNT}")
    if amount < 0:
        raise ValueProblem("Beloppet är negativt. Ett avtalsvärde är noll eller mer.")
    if amount >= LARGEST_AMOUNT:
        raise ValueProblem("Beloppet är orimligt stort. Skriv hela kronor, under tusen miljarder.")
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)
