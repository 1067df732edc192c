"""The measures of a period as a page, a table and a file show them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from apps.accounts.models import Department, Organisation
from apps.core.formats import number
from apps.core.lists import Cell, Heading, Row, Table
from apps.targets.choices import Period
from apps.targets.counting import same_day
from apps.targets.disclosure import HIDDEN
from apps.targets.measure_queries import ask, measured
from apps.targets.measures import CODES, Definition, MeasureResult, Unit, definition, window
from apps.targets.outcome_queries import PERSONAL, told_outcomes
from apps.targets.wording import PERIOD_WORDS, full_day

FILE_COLUMNS = [
    ("Mått", "text"),
    ("Kod", "text"),
    ("Värde", "decimal"),
    ("Enhet", "text"),
    ("Täljare", "number"),
    ("Nämnare", "number"),
    ("Varav", "text"),
    ("Förra året", "decimal"),
    ("Anmärkning", "text"),
    ("Så räknar vi", "text"),
]


@dataclass(frozen=True)
class MeasureLine:
    """A measure of the period beside the same of the year before."""

    definition: Definition
    result: MeasureResult
    before: MeasureResult

    @property
    def change(self) -> str:
        """ "+3", "−2,5 procentenheter", ".." when either is hidden, a dash when either has no value."""
        if self.result.hidden or self.before.hidden:
            return HIDDEN
        if self.result.value is None or self.before.value is None:
            return number(None)
        found = self.result.value - self.before.value
        text = number(found, 0 if found == int(found) else 1)
        unit = " procentenheter" if self.definition.unit == Unit.SHARE else ""
        return f"{'+' if found > 0 else ''}{text}{unit}"


@dataclass(frozen=True)
class MeasurePage:
    """Every measure of a period of an organisation, or of one of its departments."""

    year: int
    period: Period
    last_on: date
    is_running: bool
    lines: tuple[MeasureLine, ...]

    @property
    def lead(self) -> str:
        """What the page says first."""
        residents, share = (next(each.result for each in self.lines if each.result.code == code) for code in _LEAD)
        words = f"{residents.text} invånare i sysselsättning"
        if share.denominator:
            words += f", och {share.of_text} upphandlingar med socialt krav"
        return f"{words}, till och med {full_day(self.last_on)}."


_LEAD = ("residents_in_occupation", "share_with_requirement")
# Two numbers of placements, of which one is what the target for residents counts, would confuse more than they tell.
_SHOWN = tuple(code for code in CODES if code != "counted_placements")


def measure_page(
    organisation: Organisation, year: int, period: Period, today: date, department: Department | None = None
) -> MeasurePage:
    """The measures of a period, each beside the year before up to the same day."""
    days = window(year, period, today)
    before = window(year - 1, period, same_day(min(today, date(year, 12, 31)), year - 1))
    open_codes = [code for code in _SHOWN if code not in PERSONAL]
    now, earlier = measured(open_codes, ask(organisation, year, period, today, department, more=[before]))
    outcomes = told_outcomes([organisation], (year, year - 1), period, department)
    now, earlier = now | outcomes[year], earlier | outcomes[year - 1]
    lines = tuple(MeasureLine(definition(code), now[code], earlier[code]) for code in _SHOWN)
    return MeasurePage(year, period, days.last, days.last == today, lines)


def table(page: MeasurePage, rows_url: Callable[[str], str]) -> Table:
    """The page's table. `rows_url` gives the address of the rows behind a measure, empty for those who may not."""
    names = ("Mått", "Resultat", "Av", str(page.year - 1), "Förändring")
    rows = []
    for line in page.lines:
        result = line.result
        note = ". ".join(filter(None, [result.parts_text.capitalize(), result.n_note.rstrip(".")]))
        cells = (
            Cell(line.definition.name.capitalize(), names[0], note=note),
            Cell(
                result.text,
                names[1],
                is_number=True,
                url=rows_url(result.code) if result.value or result.denominator else "",
            ),
            Cell(result.of_text or number(None), names[2], is_number=True),
            Cell(line.before.text, names[3], is_number=True),
            Cell(line.change, names[4], is_number=True),
        )
        rows.append(Row(list(cells)))
    return Table(
        f"Måtten {page.year}, {PERIOD_WORDS[page.period]}", [Heading(each, each != names[0]) for each in names], rows
    )


def file_rows(page: MeasurePage) -> list[list]:
    """The rows of the page's file, with values instead of words; what is hidden is hidden there too."""
    return [
        [
            line.definition.name.capitalize(),
            line.definition.code,
            _value(line.result),
            line.definition.unit.label,
            line.result.numerator,
            line.result.denominator,
            line.result.parts_text,
            _value(line.before),
            line.result.n_note,
            line.definition.sentence,
        ]
        for line in page.lines
    ]


def _value(result: MeasureResult) -> int | Decimal | str | None:
    return result.hidden or result.value
