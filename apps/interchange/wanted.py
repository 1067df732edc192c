"""What a source wants to stand in the register, in one shape for all sources. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from apps.interchange.register_rows import ParsedRow, RegisterValues
from apps.interchange.uhm import Statistics
from apps.interchange.values import YesNo

NOTE_LENGTH = 2000
NUMBER_LENGTH = 60


@dataclass(frozen=True, slots=True)
class WantedSupplier:
    """A supplier as the source names it; known by organisation number, else by name."""

    name: str
    org_number: str | None = None
    is_sole_trader: bool = False
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class WantedContract:
    """A contract. Without a number it is known by procurement, title, supplier and start."""

    number: str = ""
    title: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    latest_end_on: date | None = None
    is_until_further_notice: bool = False
    value: Decimal | None = None
    source_values: dict[str, str] = field(default_factory=dict)
    suppliers: tuple[WantedSupplier, ...] = ()
    requirements: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """One row of a source. A procurement is known by `source_id`, else by case number, else by title."""

    row: int
    sheet: str
    title: str
    case_number: str = ""
    source_id: str = ""
    department: str = ""
    cpv: str = ""
    cpv_label: str = ""
    social: YesNo = YesNo.UNKNOWN
    phase: str = "contracted"
    published_on: date | None = None
    contracted_value: Decimal | None = None
    estimated_value: Decimal | None = None
    planned_publication_on: date | None = None
    planned_signing_on: date | None = None
    note: str = ""
    contracts: tuple[WantedContract, ...] = ()


def from_register(parsed: ParsedRow, sheet: str = "") -> Wanted:
    """A register row without problems. One without supplier is a coming procurement of a plan."""
    row = parsed.values
    if not row.supplier_name:
        return _planned(parsed, sheet)
    contract = WantedContract(
        number=row.contract_number,
        title=row.title,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        latest_end_on=_latest_end(row),
        is_until_further_notice=row.is_until_further_notice,
        value=row.value,
        source_values=_source_values(row),
        suppliers=(WantedSupplier(row.supplier_name, row.supplier_org_number, row.is_sole_trader, row.rank),),
        requirements=_requirements(row),
    )
    return Wanted(
        row=parsed.row,
        sheet=sheet,
        title=row.title,
        case_number=row.case_number,
        department=row.department,
        cpv=row.cpv,
        social=row.social,
        planned_publication_on=row.planned_publication_on,
        planned_signing_on=row.planned_signing_on,
        contracts=(contract,),
    )


def _planned(parsed: ParsedRow, sheet: str) -> Wanted:
    """What has no column of its own stands in the note, so that nothing of the file is lost."""
    row = parsed.values
    said = [f"{label}: {text}" for label, text in _source_values(row).items() if label != "Anteckning"]
    return Wanted(
        row=parsed.row,
        sheet=sheet,
        title=row.title,
        case_number=row.case_number,
        department=row.department,
        cpv=row.cpv,
        social=row.social,
        phase="need",
        estimated_value=row.value,
        planned_publication_on=row.planned_publication_on,
        planned_signing_on=row.planned_signing_on,
        note="\n".join(filter(None, [row.note, *said]))[:NOTE_LENGTH],
    )


def _latest_end(row: RegisterValues) -> date | None:
    """A latest end before the end cannot stand in the database; it is kept among the source's own values."""
    is_impossible = row.ends_on and row.latest_end_on and row.latest_end_on < row.ends_on
    return None if is_impossible else row.latest_end_on


def _requirements(row: RegisterValues) -> tuple[tuple[str, int], ...]:
    counts = {
        "internship": row.internships,
        "employment": row.employments,
        "apprenticeship": row.apprenticeships,
        "mentorship": row.mentors,
    }
    return tuple((kind, count) for kind, count in counts.items() if count)


def _source_values(row: RegisterValues) -> dict[str, str]:
    said = {
        "Kategori": row.category,
        "Varugrupp": row.product_group,
        "Undergrupp": row.subgroup,
        "Avtalstyp": row.contract_type,
        "Upphandlande organisation": row.buyer,
        "Förlängning": row.extension,
        "Ansvarig": row.responsible,
        "Leverantörens kontakt": row.contact,
        "Anteckning": row.note,
    }
    if row.latest_end_on and _latest_end(row) is None:
        said["Slutdatum med alla förlängningar"] = row.latest_end_on.isoformat()
    said = {label: text for label, text in said.items() if text}
    for label, text in row.extra:
        said[f"{label} (egen kolumn)" if label in said else label] = text
    return said


def from_statistics(statistics: Statistics, buyer_org_number: str) -> Iterator[Wanted]:
    """The procurements of one buyer in the national statistics, with one contract per lot that was awarded.

    The source has no contract numbers, so a lot's identity is the number. "Flera leverantörer" names nobody.
    """
    contracts = _lots(statistics, buyer_org_number)
    amounts = {
        each.procurement_id: each.amount
        for each in statistics.contracted_values
        if each.buyer_org_number == buyer_org_number
    }
    ours = (each for each in statistics.procurements if each.buyer_org_number == buyer_org_number)
    for number, procurement in enumerate(ours, start=1):
        lots = contracts.get(procurement.procurement_id, ())
        yield Wanted(
            row=number,
            sheet="",
            title=procurement.title,
            source_id=procurement.procurement_id,
            cpv=procurement.cpv,
            cpv_label=procurement.cpv_label,
            social=procurement.is_social,
            phase="contracted" if lots else "published",
            published_on=procurement.published_on,
            contracted_value=amounts.get(procurement.procurement_id),
            contracts=tuple(lots),
        )


def _lots(statistics: Statistics, buyer_org_number: str) -> dict[str, list[WantedContract]]:
    """Procurement identity to its awarded lots, in the order of the file."""
    lots: dict[tuple[str, str], list[WantedSupplier]] = {}
    for tender in statistics.tenders:
        if tender.buyer_org_number == buyer_org_number:
            suppliers = lots.setdefault((tender.procurement_id, tender.lot_id), [])
            if not tender.is_several_suppliers:
                supplier = WantedSupplier(tender.supplier_name, is_sole_trader=tender.is_sole_trader)
                if supplier not in suppliers:
                    suppliers.append(supplier)
    contracts: dict[str, list[WantedContract]] = {}
    for (procurement_id, lot_id), suppliers in lots.items():
        contracts.setdefault(procurement_id, []).append(WantedContract(_number(lot_id), suppliers=tuple(suppliers)))
    return contracts


def _number(lot_id: str) -> str:
    """A lot's identity as a contract's number. Some end with the lot's whole name: then its beginning and end."""
    return lot_id if len(lot_id) <= NUMBER_LENGTH else f"{lot_id[:40]}…{lot_id[41 - NUMBER_LENGTH :]}"


def of_rows(rows: Iterable[ParsedRow], sheet: str = "") -> Iterator[Wanted]:
    """The rows that can be used."""
    return (from_register(row, sheet) for row in rows if row.values)
