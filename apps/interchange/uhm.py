"""Upphandlingsmyndigheten's procurement statistics: procurements, awarded tenders and contracted values.

The three files share their first columns and are told apart by their measure, the last column; a compact file holds
procurement and supplier on one row. Traps of the source (uhm_variabler, and the published figures):

- a social flag is yes or nothing is known; the source never says no,
- 0 and 1 krona are placeholders for an unknown value,
- natural persons are masked as "Enskild näringsidkare NNN", juridical form "Fysiska personer",
- "Flera leverantörer" stands for several suppliers and is none.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

from apps.core import orgnumbers
from apps.interchange import reading, values
from apps.interchange.labels import normalise_label
from apps.interchange.reading import ReadingError, Row, Sheet
from apps.interchange.register_rows import Problem, shown
from apps.interchange.values import ValueProblem, YesNo

SEVERAL_SUPPLIERS = "flera leverantörer"
NATURAL_PERSONS = "fysiska personer"
PLACEHOLDER_VALUES = (Decimal(0), Decimal(1))
SUFFIXES = {".csv", ".txt", ".xlsx", ".xls"}

_MASKED = re.compile(r"enskild näringsidkare(?: \d+)?", re.IGNORECASE)
_CPV = re.compile(r"(\d{8})\s*(.*)")
_CPV_UNKNOWN = "00000000"
_YES = {"true", "sant", "ja", "1"}


class Kind(StrEnum):
    """What a file's rows are, the fullest first: of a row in two files the first one's is kept."""

    PROCUREMENTS = "procurements"
    TENDERS = "tenders"
    VALUES = "values"
    COMPACT = "compact"


@dataclass(frozen=True, slots=True)
class Procurement:
    """A procurement of one buyer. ``is_social`` is yes or unknown; ``value`` is SEK, ``None`` when not known."""

    procurement_id: str
    buyer_org_number: str
    buyer_name: str
    title: str
    is_social: YesNo
    published_on: date | None = None
    year: int | None = None
    cpv: str = ""
    cpv_label: str = ""
    contract_form: str = ""
    procedure: str = ""
    nature: str = ""
    is_reserved: YesNo = YesNo.UNKNOWN
    is_execution_reserved: YesNo = YesNo.UNKNOWN


@dataclass(frozen=True, slots=True)
class Tender:
    """A supplier's awarded tender in a lot. The source gives no organisation numbers of suppliers.

    ``tender_count`` is no part of what makes two rows the same, for the compact file lacks it.
    """

    procurement_id: str
    buyer_org_number: str
    lot_id: str
    supplier_name: str
    legal_form: str
    is_sole_trader: bool
    is_several_suppliers: bool
    tender_count: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class ContractedValue:
    """``amount`` is ``None`` where the ``stated`` value is a placeholder."""

    procurement_id: str
    buyer_org_number: str
    stated: Decimal

    @property
    def amount(self) -> Decimal | None:
        return None if self.stated in PLACEHOLDER_VALUES else self.stated


@dataclass(frozen=True, slots=True)
class FileProblem:
    """A row that could not be used, or a file (row 0)."""

    file: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Statistics:
    """Everything the files say. Rows that stand in several files are there once; a row twice in one file, twice."""

    procurements: tuple[Procurement, ...]
    tenders: tuple[Tender, ...]
    contracted_values: tuple[ContractedValue, ...]
    problems: tuple[FileProblem, ...]
    ignored_files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BuyerSummary:
    """Figures for one buyer; ``contracted_total`` sums what is stated, placeholders included, as the source does."""

    procurements: int
    social: int
    supplier_names: int
    sole_trader_rows: int
    tender_rows: int
    procurements_with_tenders: int
    social_with_supplier: int
    social_supplier_names: tuple[str, ...]
    reserved: int
    execution_reserved: int
    value_rows: int
    placeholder_values: int
    contracted_total: Decimal
    contracted_social: Decimal

    def as_json(self) -> dict[str, int]:
        """The part that the import command prints."""
        names = ("procurements", "social", "supplier_names", "sole_trader_rows")
        return {name: getattr(self, name) for name in names}


@dataclass(slots=True)
class _Gathered:
    """What the files have given so far."""

    procurements: dict[tuple[str, str], Procurement] = field(default_factory=dict)
    tenders: Counter[Tender] = field(default_factory=Counter)
    contracted: dict[tuple[str, str], ContractedValue] = field(default_factory=dict)
    problems: list[FileProblem] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


def read_paths(paths: Iterable[Path]) -> Statistics:
    """Files, and the tables of directories. Raises ``ReadingError`` for the first that cannot be read."""
    return read_files((path.name, path.read_bytes()) for path in _files(paths))


def read_files(files: Iterable[tuple[str, bytes]]) -> Statistics:
    """Named contents of files. Files of another kind are listed as ignored."""
    gathered = _Gathered()
    known: list[tuple[Kind, str, Sheet]] = []
    for name, data in files:
        sheets = [(kind, name, sheet) for sheet in reading.read(data, name) if (kind := kind_of(sheet.header))]
        gathered.ignored += [] if sheets else [name]
        known += sheets
    for kind, name, sheet in sorted(known, key=lambda entry: list(Kind).index(entry[0])):
        _gather(gathered, kind, name, sheet)
    return Statistics(
        procurements=tuple(gathered.procurements.values()),
        tenders=tuple(gathered.tenders.elements()),
        contracted_values=tuple(gathered.contracted.values()),
        problems=tuple(gathered.problems),
        ignored_files=tuple(gathered.ignored),
    )


def kind_of(header: Iterable[str]) -> Kind | None:
    """Which of the files the headings belong to; ``None`` for another."""
    labels = set(map(normalise_label, header))
    if not {"upphandlingsid", "organisationsnummerforkopare"} <= labels:
        return None
    if "kontrakteratvardesumma" in labels:
        return Kind.VALUES
    if "antalkontrakteradeanbudsumma" in labels:
        return Kind.TENDERS
    if "antalupphandlingarsumma" in labels:
        return Kind.PROCUREMENTS
    return Kind.COMPACT if "namnforleverantor" in labels else None


def summarise(statistics: Statistics, buyer_org_number: str) -> BuyerSummary:
    """One buyer's figures, the buyer found by organisation number in any written form."""
    buyer = orgnumbers.normalise(buyer_org_number).digits
    procurements = [row for row in statistics.procurements if row.buyer_org_number == buyer]
    tenders = [row for row in statistics.tenders if row.buyer_org_number == buyer]
    contracted = [row for row in statistics.contracted_values if row.buyer_org_number == buyer]
    social = {row.procurement_id for row in procurements if row.is_social is YesNo.YES}
    named = [row for row in tenders if not row.is_several_suppliers]
    return BuyerSummary(
        procurements=len(procurements),
        social=len(social),
        supplier_names=len({row.supplier_name for row in named}),
        sole_trader_rows=sum(row.is_sole_trader for row in tenders),
        tender_rows=len(tenders),
        procurements_with_tenders=len({row.procurement_id for row in tenders}),
        social_with_supplier=len({row.procurement_id for row in tenders} & social),
        social_supplier_names=tuple(sorted({row.supplier_name for row in named if row.procurement_id in social})),
        reserved=sum(row.is_reserved is YesNo.YES for row in procurements),
        execution_reserved=sum(row.is_execution_reserved is YesNo.YES for row in procurements),
        value_rows=len(contracted),
        placeholder_values=sum(row.amount is None for row in contracted),
        contracted_total=sum((row.stated for row in contracted), Decimal(0)),
        contracted_social=sum((row.stated for row in contracted if row.procurement_id in social), Decimal(0)),
    )


def _files(paths: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(file for file in path.iterdir() if file.suffix.lower() in SUFFIXES and file.is_file())
        else:
            found.append(path)
    return found


def _gather(gathered: _Gathered, kind: Kind, name: str, sheet: Sheet) -> None:
    columns = {normalise_label(label): position for position, label in enumerate(sheet.header)}
    tenders: Counter[Tender] = Counter()
    for row in sheet.rows:
        cells = _Cells(columns, sheet.header, row)
        try:
            procurement = _procurement(cells)
            tender = _tender(cells, procurement) if kind in (Kind.TENDERS, Kind.COMPACT) else None
            contracted = _contracted(cells, procurement) if kind is Kind.VALUES else None
        except _BadCell as bad:
            gathered.problems.append(FileProblem(name, bad.problem))
            continue
        key = (procurement.buyer_org_number, procurement.procurement_id)
        _keep_fullest(gathered.procurements, key, procurement)
        if tender:
            tenders[tender] += 1
        if contracted:
            gathered.contracted[key] = contracted
    gathered.tenders |= tenders


def _keep_fullest(known: dict[tuple[str, str], Procurement], key: tuple[str, str], row: Procurement) -> None:
    """The procurement file leaves CPV unknown where the tender file has it, and the compact file lacks most."""
    before = known.get(key)
    if before is None:
        known[key] = row
    elif before != row:
        known[key] = Procurement(**{name: _fuller(name, before, row) for name in Procurement.__slots__})


def _fuller(name: str, before: Procurement, row: Procurement) -> Any:
    value = getattr(before, name)
    return getattr(row, name) if value in ("", None, YesNo.UNKNOWN) else value


class _BadCell(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.reason)
        self.problem = problem


class _Cells:
    """A row's cells by normalised heading."""

    def __init__(self, columns: Mapping[str, int], header: tuple[str, ...], row: Row) -> None:
        self._columns, self._header, self._row = columns, header, row

    def raw(self, name: str) -> Any:
        position = self._columns.get(name)
        return "" if position is None else self._row.cells[position]

    def text(self, name: str) -> str:
        return values.clean(self.raw(name))

    def required(self, name: str) -> str:
        return self.text(name) or self.refuse(name, "Uppgiften saknas. Fyll i den.")

    def read(self, name: str, parse: Any) -> Any:
        try:
            return parse(self.raw(name))
        except ValueProblem as problem:
            return self.refuse(name, problem.reason)

    def refuse(self, name: str, reason: str) -> Any:
        position = self._columns.get(name)
        label = name if position is None else self._header[position]
        raise _BadCell(Problem(self._row.number, label, shown(self.raw(name), is_number_column=True), reason))


def _procurement(cells: _Cells) -> Procurement:
    cpv = _CPV.match(cells.text("huvudsakligcpvkod"))
    is_cpv_known = cpv is not None and cpv[1] != _CPV_UNKNOWN
    published_on = cells.read("publiceringsdatum", values.parse_date)
    year = cells.read("ar", values.parse_count)
    return Procurement(
        procurement_id=cells.required("upphandlingsid"),
        buyer_org_number=_buyer(cells),
        buyer_name=cells.text("namnforkopare"),
        title=cells.text("upphandlingenstitel"),
        is_social=_flag(cells, "socialthallbarupphandling"),
        published_on=published_on if isinstance(published_on, date) else None,
        year=year or (published_on.year if isinstance(published_on, date) else None),
        cpv=cpv[1] if is_cpv_known else "",
        cpv_label=cpv[2] if is_cpv_known else "",
        contract_form=cells.text("typavavtal"),
        procedure=cells.text("forfarande"),
        nature=cells.text("upphandlingsslag"),
        is_reserved=_flag(cells, "reserveradupphandling"),
        is_execution_reserved=_flag(cells, "reserveratgenomforande"),
    )


def _buyer(cells: _Cells) -> str:
    found = orgnumbers.normalise(cells.raw("organisationsnummerforkopare"))
    # A wrong check digit does not refuse a buyer: the source's own number is what the organisation is matched on.
    return found.digits or cells.refuse("organisationsnummerforkopare", found.problem or "Det är ett personnummer.")


def _tender(cells: _Cells, procurement: Procurement) -> Tender | None:
    name = cells.text("namnforleverantor")
    if not name:
        return None
    legal_form = cells.text("juridiskformforleverantor")
    return Tender(
        procurement_id=procurement.procurement_id,
        buyer_org_number=procurement.buyer_org_number,
        lot_id=cells.text("anbudsomradesid"),
        supplier_name=name,
        legal_form=legal_form,
        is_sole_trader=legal_form.lower() == NATURAL_PERSONS or bool(_MASKED.fullmatch(name)),
        is_several_suppliers=name.lower() == SEVERAL_SUPPLIERS,
        tender_count=cells.read("antalkontrakteradeanbudsumma", values.parse_count) or 1,
    )


def _contracted(cells: _Cells, procurement: Procurement) -> ContractedValue | None:
    stated = cells.read("kontrakteratvardesumma", values.parse_amount)
    if stated is None:
        return None
    return ContractedValue(procurement.procurement_id, procurement.buyer_org_number, stated)


def _flag(cells: _Cells, name: str) -> YesNo:
    """Yes when the source says so, by a flag or by naming the property; anything else is unknown, never no."""
    text = cells.text(name).lower()
    is_yes = text in _YES or (text != "" and normalise_label(text) == name)
    return YesNo.YES if is_yes else YesNo.UNKNOWN


__all__ = [
    "BuyerSummary",
    "ContractedValue",
    "FileProblem",
    "Kind",
    "Procurement",
    "ReadingError",
    "Statistics",
    "Tender",
    "kind_of",
    "read_files",
    "read_paths",
    "summarise",
]
