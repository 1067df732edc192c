"""What is measured, each measure with the one sentence that says how: the definitions that pages and reports print.

Pure. `measure_queries` asks the database; the codes of `choices.Measure` are those that a target may be set for.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import TextChoices

from apps.core.formats import NBSP, money, number
from apps.targets.choices import Measure, Period
from apps.targets.counting import permille
from apps.targets.disclosure import HIDDEN

# Raised when a sentence below changes what is counted, so that frozen figures say by which definitions they were made.
DEFINITIONS_VERSION = 1
_LAST_DAYS = {Period.FIRST: (4, 30), Period.SECOND: (8, 31), Period.YEAR: (12, 31)}


class Unit(TextChoices):
    RESIDENTS = "residents", "invånare"
    PLACEMENTS = "placements", "insatser"
    PLACES = "places", "platser"
    MONEY = "money", "kronor"
    SHARE = "share", "procent"


@dataclass(frozen=True)
class Definition:
    """A measure: `sentence` is printed under its number, `trap` is what a reader must not take it for.

    `numerator` and `denominator` say what is divided by what; a number that is no share has no denominator. What
    `is_personal` tells what became of residents, and only goes through `disclosure`.
    """

    code: str
    name: str
    unit: Unit
    sentence: str
    numerator: str
    denominator: str = ""
    trap: str = ""
    is_personal: bool = False

    @property
    def can_have_target(self) -> bool:
        return self.code in Measure.values


@dataclass(frozen=True)
class Part:
    """A part of a number, such as one kind's."""

    key: str
    label: str
    value: int


@dataclass(frozen=True)
class MeasureResult:
    """A measure of a period. `value` is per cent with one decimal of a share, else the numerator; None when there is
    nothing to divide by or, with `hidden`, when it may not be told. Money is in whole kronor.

    `n_note` says what the number rests on, or why there is none.
    """

    code: str
    numerator: int | None
    denominator: int | None
    value: int | Decimal | None
    unit: str
    n_note: str = ""
    parts: tuple[Part, ...] = field(default=())
    hidden: str = ""

    @property
    def text(self) -> str:
        """The number as a reader sees it: "65 %", "26", "1 200 000 kr", ".." when it is hidden, a dash when none."""
        if self.hidden:
            return self.hidden
        if self.value is None or self.unit == Unit.MONEY:
            return money(self.value) if self.unit == Unit.MONEY else number(None)
        if self.unit == Unit.SHARE:
            return f"{number(self.value, 0 if self.value == int(self.value) else 1)}{NBSP}%"
        return number(self.value)

    @property
    def of_text(self) -> str:
        """ "13 av 20" of a share that may be told, else empty."""
        if self.hidden or not self.denominator or self.unit != Unit.SHARE:
            return ""
        return f"{number(self.numerator)} av {number(self.denominator)}"

    @property
    def parts_text(self) -> str:
        """ "praktik 13, anställning 6", empty without parts."""
        show = money if self.unit == Unit.MONEY else number
        return ", ".join(f"{part.label} {show(part.value)}" for part in self.parts)


@dataclass(frozen=True)
class Window:
    """The days that are counted: `last` is the period's last day, or today while it runs."""

    first: date
    last: date


def window(year: int, period: str, today: date) -> Window:
    """From 1 January to the last day of the period, though never later than today."""
    return Window(date(year, 1, 1), min(date(year, *_LAST_DAYS[Period(period)]), today))


def is_year_that_is_over(days: Window, today: date) -> bool:
    """Whether the window is a whole year of which no day is left."""
    return (days.first, days.last) == (date(days.first.year, 1, 1), date(days.first.year, 12, 31)) and days.last < today


def definition(code: str) -> Definition:
    """The measure with that code. Raises LookupError when there is none."""
    return _BY_CODE[code]


def plain(code: str, value: int, n_note: str = "", parts: tuple[Part, ...] = ()) -> MeasureResult:
    """The result of a measure that is a number."""
    return MeasureResult(code, value, None, value, definition(code).unit.value, n_note, parts)


def share(code: str, numerator: int, denominator: int, n_note: str = "") -> MeasureResult:
    """The result of a measure that is a share."""
    value = Decimal(permille(numerator, denominator)) / 10 if denominator else None
    return MeasureResult(code, numerator, denominator, value, Unit.SHARE.value, n_note)


def withheld(code: str, why: str, hidden: str = HIDDEN) -> MeasureResult:
    """The result of a measure that may not be told, and why not."""
    return MeasureResult(code, None, None, None, definition(code).unit.value, why, (), hidden)


def _sustained(months: int) -> Definition:
    return Definition(
        f"sustained_{months}",
        f"i arbete efter {months} månader",
        Unit.SHARE,
        f"Av uppföljningarna {months} månader efter en avslutad insats, som skulle göras under perioden, räknas de där "
        "invånaren har ett arbete som varat minst en månad i sträck.",
        "uppföljningar med arbete",
        f"uppföljningar {months} månader efter slutet",
        "Okänt räknas med i det hela. Kommunal arbetsmarknadsanställning är inget arbete här.",
        is_personal=True,
    )


DEFINITIONS = (
    Definition(
        Measure.RESIDENTS,
        "invånare i sysselsättning",
        Unit.RESIDENTS,
        "Varje invånare som fått minst en insats som räknas och som startat under perioden räknas en gång.",
        "invånare",
        trap="Inte insatser: praktik och sedan anställning är en invånare.",
    ),
    Definition(
        "placements_started",
        "startade insatser",
        Unit.PLACEMENTS,
        "Varje insats som startat under perioden räknas, alla slag; en invånare kan ha flera.",
        "insatser",
        trap="Praktik som följs av anställning är två insatser.",
    ),
    Definition(
        "counted_placements",
        "startade insatser som räknas",
        Unit.PLACEMENTS,
        "Varje insats av de slag som målet räknar, och som startat under perioden, räknas.",
        "insatser",
        trap="En invånare som fått två insatser räknas två gånger.",
    ),
    Definition(
        "ongoing",
        "pågående vid periodens slut",
        Unit.RESIDENTS,
        "Varje invånare med en insats som räknas och som fortsätter efter periodens sista dag räknas en gång.",
        "invånare",
        trap="Ett läge på en dag. Lägg inte ihop det med startade, och inte med andra perioders.",
    ),
    Definition(
        Measure.WITH_REQUIREMENT,
        "upphandlingar med socialt krav",
        Unit.SHARE,
        "Av upphandlingar vars första avtal tecknats under perioden räknas de som har något socialt krav.",
        "upphandlingar med krav",
        "upphandlingar med avtal",
        "Avbrutna upphandlingar är inte med. Gäller målet från ett visst värde räknas bara de som har ett känt värde.",
    ),
    Definition(
        "comply_or_explain",
        "motiverade beslut om inget krav",
        Unit.SHARE,
        "Av upphandlingarna utan krav, vars första avtal tecknats under perioden, räknas de där alla avtal har ett "
        "motiv eller upphandlingen ett motiverat beslut.",
        "upphandlingar med motiv",
        "upphandlingar utan krav",
        "Säger inget om hur goda motiven är.",
    ),
    Definition(
        "contract_value_with_requirement",
        "avtalsvärde med krav",
        Unit.MONEY,
        "Värdet av avtal som tecknats under perioden och har något socialt krav, utan moms.",
        "avtalsvärde",
        trap="Avtalat värde, inte takvärde och inte vad som köpts. Avrop ingår i ramavtalets värde och räknas inte en "
        "gång till. Ett avtal med flera kravmodeller står under var och en av dem.",
    ),
    Definition(
        Measure.FULFILMENT,
        "uppfyllda krav",
        Unit.SHARE,
        "Av krav med ett antal, vars sista dag infallit under perioden, räknas de som var uppfyllda vid periodens "
        "slut.",
        "uppfyllda krav",
        "krav med antal vars tid gått ut",
        "Dialogkrav är inte med förrän ett antal är överenskommet.",
    ),
    Definition(
        Measure.CONVERSION,
        "praktik som leder till arbete",
        Unit.SHARE,
        "Av avslutade praktikplatser, vars 90 dagar gått ut under perioden, räknas de där invånaren fått en "
        "anställning inom 90 dagar.",
        "praktikplatser med anställning",
        "avslutade praktikplatser",
        "De vars 90 dagar inte har gått är inte med ännu. Okänt räknas som nej. En anställning ska vara "
        "minst en månad.",
        is_personal=True,
    ),
    _sustained(3),
    _sustained(6),
    _sustained(12),
    Definition(
        "unfilled_places",
        "platser som inte fylldes",
        Unit.PLACES,
        "Erbjudna platser som stängts under perioden utan att någon börjat på dem, efter vems skälet var.",
        "platser",
        trap="När kommunen inte hade någon att skicka har leverantören ändå gjort sitt.",
    ),
    Definition(
        Measure.MBL_IN_TIME,
        "förhandlingar avslutade i tid",
        Unit.SHARE,
        "Av förhandlingar som skulle vara klara före ett beslut, som fattats under perioden, räknas de som avslutats "
        "senast på beslutets dag.",
        "avslutade i tid",
        "förhandlingar före fattade beslut",
        "En förhandling som aldrig avslutats räknas som nej. Undantagna, inte aktuella och information är inte med.",
    ),
    Definition(
        "cost_per_placement",
        "kostnad per invånare i sysselsättning",
        Unit.MONEY,
        "Årets kostnad för matchare och samordning, som organisationen har lagt in den, delas med antalet invånare i "
        "sysselsättning.",
        "årets kostnad",
        "invånare i sysselsättning",
        "Bara det som är inlagt: inte leverantörernas kostnader, och inte vad det kostat utan kraven.",
    ),
    Definition(
        "social_gain",
        "uppskattad samhällsvinst",
        Unit.MONEY,
        "Det belopp som organisationen själv har fått fram för året med Upphandlingsmyndighetens kalkyl.",
        "uppskattad vinst",
        trap="En uppskattning. Kalkylen antar att invånaren annars varit arbetslös, och tar inte med vad som händer på "
        "lång sikt eller att någon annan kan ha trängts undan.",
    ),
)
_BY_CODE = {each.code: each for each in DEFINITIONS}
CODES = tuple(_BY_CODE)
