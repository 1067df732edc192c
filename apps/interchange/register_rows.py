"""Turns a register's rows into typed values, or says row by row what cannot be read and why."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from apps.core import exports, orgnumbers, personal_numbers
from apps.interchange import values
from apps.interchange.mapping import PLAN_FIELDS, Field
from apps.interchange.reading import Row, Sheet, column_letter
from apps.interchange.values import UNTIL_FURTHER_NOTICE, ValueProblem, YesNo

LONGEST_SHOWN = 80
_LONGEST = {
    Field.CONTRACT_NUMBER: 60,
    Field.CASE_NUMBER: 60,
    Field.TITLE: 300,
    Field.SUPPLIER_NAME: 200,
    Field.DEPARTMENT: 120,
    Field.NOTE: 2000,
}
_LONGEST_OTHER = 300
# Columns whose cells are numbers of some kind, where every personal shape is masked when it is shown.
_NUMBER_COLUMNS = {Field.SUPPLIER_ORG_NUMBER, Field.CONTRACT_NUMBER, Field.CASE_NUMBER}


class Problem(NamedTuple):
    """One cell that cannot be used: ``value`` is what to show, with personal numbers masked."""

    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class RegisterValues:
    """What one row says about one supplier's contract, or without supplier about a coming procurement.

    Empty text and ``None`` mean that nothing is said.
    ``supplier_org_number`` is ten digits and never a sole trader's; ``value`` is kronor without VAT.
    ``extra`` holds the filled cells of columns that were mapped to nothing, by heading.
    """

    title: str
    supplier_name: str = ""
    contract_number: str = ""
    case_number: str = ""
    category: str = ""
    product_group: str = ""
    subgroup: str = ""
    contract_type: str = ""
    supplier_org_number: str | None = None
    is_sole_trader: bool = False
    rank: int | None = None
    buyer: str = ""
    department: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    is_until_further_notice: bool = False
    latest_end_on: date | None = None
    extension: str = ""
    value: Decimal | None = None
    cpv: str = ""
    social: YesNo = YesNo.UNKNOWN
    internships: int | None = None
    employments: int | None = None
    apprenticeships: int | None = None
    mentors: int | None = None
    responsible: str = ""
    contact: str = ""
    note: str = ""
    planned_publication_on: date | None = None
    planned_signing_on: date | None = None
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedRow:
    """``values`` is ``None`` exactly when there are problems; warnings refuse nothing. ``name`` is what a row with
    problems calls its contract, as far as it could be read."""

    row: int
    values: RegisterValues | None
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    name: str = ""


def parse_sheet(sheet: Sheet, mapping: Mapping[int, Field]) -> Iterator[ParsedRow]:
    """Every row of the sheet, in order."""
    return parse_rows(sheet.rows, sheet.header, mapping)


def parse_rows(rows: Iterable[Row], header: Sequence[str], mapping: Mapping[int, Field]) -> Iterator[ParsedRow]:
    """Rows of a sheet under a mapping without problems."""
    parser = _RowParser(header, mapping)
    return (parser.parse(number, cells) for number, cells in rows)


def parse_row(mapping: Mapping[int, Field], header: Sequence[str], row: Row) -> ParsedRow:
    """One row by itself."""
    return _RowParser(header, mapping).parse(*row)


def shown(value: Any, *, is_number_column: bool = False) -> str:
    """A cell as a message may show it: one line, not too long, no personal number."""
    text = personal_numbers.mask(values.clean(value), trust_shape=is_number_column)
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"


class _RowParser:
    """A mapping made ready for many rows."""

    def __init__(self, header: Sequence[str], mapping: Mapping[int, Field]) -> None:
        self._labels = [label or f"Kolumn {column_letter(position)}" for position, label in enumerate(header)]
        self._columns = [(position, field, _READERS.get(field)) for position, field in mapping.items()]
        self._position = {field: position for position, field in mapping.items()}
        self._rest = [position for position in range(len(self._labels)) if position not in mapping]

    def parse(self, number: int, cells: Sequence[Any]) -> ParsedRow:
        read: dict[str, Any] = {}
        complaints: list[tuple[Field, str]] = []
        cautions: list[tuple[Field, str]] = []
        for position, field, reader in self._columns:
            try:
                if reader is None:
                    read[field.value] = _text(cells[position], field)
                elif caution := reader(read, cells[position], field):
                    cautions.append((field, caution))
            except ValueProblem as problem:
                complaints.append((field, problem.reason))
        complaints += _contradictions(read, {field for field, _ in complaints})
        cautions += _doubts(read)
        problems = tuple(self._problem(number, cells, *complaint) for complaint in complaints)
        warnings = tuple(self._problem(number, cells, *caution) for caution in cautions)
        if problems:
            name = " ".join(filter(None, (read.get("contract_number"), read.get("title"))))
            return ParsedRow(number, None, problems, warnings, name)
        return ParsedRow(number, self._values(read, cells), (), (*warnings, *self._hidden(number, cells)))

    def _hidden(self, number: int, cells: Sequence[Any]) -> Iterator[Problem]:
        """Columns without a field are kept as they stand, but for a personal number."""
        for at in self._rest:
            text = values.clean(cells[at])
            if personal_numbers.find(text):
                yield Problem(number, self._labels[at], shown(text), "Ett personnummer är dolt och sparas inte.")

    def _problem(self, number: int, cells: Sequence[Any], field: Field, reason: str) -> Problem:
        position = self._position.get(field)
        if position is None:
            return Problem(number, field.label, "", reason)
        value = shown(cells[position], is_number_column=field in _NUMBER_COLUMNS)
        return Problem(number, self._labels[position], value, reason)

    def _values(self, read: dict[str, Any], cells: Sequence[Any]) -> RegisterValues:
        extra = tuple((self._labels[at], text) for at in self._rest if (text := _masked(cells[at])))
        groups = " – ".join(filter(None, (read.get("product_group"), read.get("subgroup"))))
        title = read.pop("title", "") or groups or read.get("contract_number") or read.get("case_number") or ""
        return RegisterValues(title=title[: _LONGEST[Field.TITLE]], extra=extra, **read)


def _text(cell: Any, field: Field) -> str:
    text = values.clean(cell)
    if not text:
        return ""
    text = exports.restore(text)
    longest = _LONGEST.get(field, _LONGEST_OTHER)
    if len(text) > longest:
        raise ValueProblem(f"Texten är längre än {longest} tecken. Korta den.")
    if personal_numbers.find(text):
        raise ValueProblem(personal_numbers.REASON)
    return text


def _masked(cell: Any) -> str:
    return personal_numbers.mask(values.clean(cell))


def _org_number(read: dict[str, Any], cell: Any, field: Field) -> str:
    text = values.clean(cell).lower()
    if text in values.NOTHING or not text.strip("0- "):
        return ""
    found = orgnumbers.normalise(cell)
    if found.kind is orgnumbers.Kind.INVALID:
        raise ValueProblem(found.problem)
    read["supplier_org_number"], read["is_sole_trader"] = found.digits, found.is_sole_trader
    return ""


def _start(read: dict[str, Any], cell: Any, field: Field) -> str:
    found = values.parse_date(cell)
    if found is UNTIL_FURTHER_NOTICE:
        raise ValueProblem("Ett avtal kan inte börja tillsvidare. Skriv datumet som 2026-10-01.")
    read["starts_on"] = found or read.get("starts_on")
    return ""


def _end(read: dict[str, Any], cell: Any, field: Field) -> str:
    _set_end(read, values.parse_date(cell))
    return ""


def _set_end(read: dict[str, Any], found: date | values.OpenEnded | None) -> None:
    if found is UNTIL_FURTHER_NOTICE:
        read["is_until_further_notice"] = True
    elif found:
        read["ends_on"] = found


def _latest_end(read: dict[str, Any], cell: Any, field: Field) -> str:
    found = values.parse_date(cell)
    if found is UNTIL_FURTHER_NOTICE:
        read["is_until_further_notice"] = True
    else:
        read["latest_end_on"] = found
    return ""


def _period(read: dict[str, Any], cell: Any, field: Field) -> str:
    if found := values.parse_period(cell):
        read.setdefault("starts_on", found.starts_on)
        if "ends_on" not in read:
            _set_end(read, found.ends_on)
    return ""


def _cpv(read: dict[str, Any], cell: Any, field: Field) -> str:
    if found := values.parse_cpv(cell):
        read["cpv"] = found.code
        return found.warning
    return ""


def _rank(read: dict[str, Any], cell: Any, field: Field) -> str:
    """Some registers rank by letters; that is no reason to refuse a contract."""
    try:
        read["rank"] = values.parse_count(cell)
    except ValueProblem:
        return "Rangordningen är inget heltal och tas inte med."
    return ""


def _planned(read: dict[str, Any], cell: Any, field: Field) -> str:
    found = read[field.value] = values.parse_planned(cell)
    is_whole_day = found is None or not isinstance(cell, str) or str(found.day) in cell
    return "" if is_whole_day else f"Läst som {found}."


def _plain(parse: Callable[[Any], Any]) -> Callable[[dict[str, Any], Any, Field], str]:
    def reader(read: dict[str, Any], cell: Any, field: Field) -> str:
        read[field.value] = parse(cell)
        return ""

    return reader


def _contradictions(read: dict[str, Any], already: set[Field]) -> Iterator[tuple[Field, str]]:
    """Problems that no single cell shows."""
    is_planned = any(read.get(field.value) or field in already for field in PLAN_FIELDS)
    if not (read.get("supplier_name") or is_planned or Field.SUPPLIER_NAME in already):
        yield Field.SUPPLIER_NAME, "Leverantörens namn saknas. Fyll i det."
    if not already and not any(read.get(name) for name in ("title", "contract_number", "case_number", "product_group")):
        yield Field.TITLE, "Raden säger inte vilket avtal det är. Fyll i avtalsnummer, diarienummer eller namn."
    publication, signing = read.get("planned_publication_on"), read.get("planned_signing_on")
    if publication and signing and signing < publication:
        reason = f"Planerat avtal {signing} ligger före planerad annonsering {publication}. Rätta något av dem."
        yield Field.PLANNED_SIGNING_ON, reason
    start, end = read.get("starts_on"), read.get("ends_on")
    if start and end and end < start:
        yield Field.ENDS_ON, f"Slutdatum {end} ligger före startdatum {start}. Rätta något av dem."


def _doubts(read: dict[str, Any]) -> Iterator[tuple[Field, str]]:
    end, latest = read.get("ends_on"), read.get("latest_end_on")
    if end and latest and latest < end:
        yield Field.LATEST_END_ON, f"Slutdatum med alla förlängningar ligger före slutdatum {end}."


_READERS: dict[Field, Callable[[dict[str, Any], Any, Field], str]] = {
    Field.SUPPLIER_ORG_NUMBER: _org_number,
    Field.STARTS_ON: _start,
    Field.ENDS_ON: _end,
    Field.LATEST_END_ON: _latest_end,
    Field.PERIOD: _period,
    Field.CPV: _cpv,
    Field.VALUE: _plain(values.parse_amount),
    Field.SOCIAL: _plain(values.parse_yes_no),
    Field.RANK: _rank,
    Field.INTERNSHIPS: _plain(values.parse_count),
    Field.EMPLOYMENTS: _plain(values.parse_count),
    Field.APPRENTICESHIPS: _plain(values.parse_count),
    Field.MENTORS: _plain(values.parse_count),
    Field.PLANNED_PUBLICATION_ON: _planned,
    Field.PLANNED_SIGNING_ON: _planned,
}
