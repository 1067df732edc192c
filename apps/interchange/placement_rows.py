"""Turns the rows of a list of placements into typed values, or says what cannot be read and why. No database.

A reason never repeats the cell: it is kept with the import, and what a wrongly chosen column holds may be a name.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import TextChoices

from apps.core import exports, orgnumbers, personal_numbers
from apps.interchange import values
from apps.interchange.labels import normalise_label
from apps.interchange.placement_fields import PlacementField
from apps.interchange.reading import Sheet
from apps.interchange.values import ValueProblem
from apps.placements.choices import EndReason, PlacementKind, ReferringBody

LONGEST = 80
Complaint = tuple[PlacementField, str]
_PLACE = (
    PlacementField.CONTRACT_NUMBER,
    PlacementField.CASE_NUMBER,
    PlacementField.SUPPLIER_NAME,
    PlacementField.SUPPLIER_ORG_NUMBER,
)
_OTHER_WORDS: dict[type[TextChoices], dict[str, str]] = {
    PlacementKind: {
        "praktikplats": PlacementKind.INTERNSHIP,
        "anstalld": PlacementKind.EMPLOYMENT,
        "larlingsplats": PlacementKind.APPRENTICESHIP,
        "mentor": PlacementKind.MENTORSHIP,
        "mentorskap": PlacementKind.MENTORSHIP,
        "feriejobb": PlacementKind.SUMMER_JOB,
        "osa": PlacementKind.OSA,
    },
    EndReason: {
        "arbete": EndReason.MOVED_TO_EMPLOYMENT,
        "jobb": EndReason.MOVED_TO_EMPLOYMENT,
        "studier": EndReason.MOVED_TO_STUDY,
        "klar": EndReason.COMPLETED,
        "annat": EndReason.OTHER,
    },
    ReferringBody: {"af": ReferringBody.EMPLOYMENT_SERVICE, "kommun": ReferringBody.MUNICIPALITY},
}


@dataclass(slots=True)
class WantedPlacement:
    """What one row says. Empty text and None mean that nothing is said; `org_number` is ten digits."""

    row: int
    sheet: str
    kind: str = ""
    contract_number: str = ""
    case_number: str = ""
    supplier_name: str = ""
    supplier_org_number: str = ""
    code: str = ""
    case_reference: str = ""
    started_on: date | None = None
    planned_end_on: date | None = None
    ended_on: date | None = None
    end_reason: str = ""
    extent_percent: int | None = None
    referring_body: str = ""
    supervisor_role: str = ""
    complaints: list[Complaint] = field(default_factory=list)

    @property
    def names_resident(self) -> bool:
        """Whether the row says who it is about; else it is a resident of its own."""
        return bool(self.code or self.case_reference)

    @property
    def names_place(self) -> bool:
        """Whether its words for contract and supplier could be read, so that they can be looked up."""
        return not {name for name, _ in self.complaints} & set(_PLACE)


def parse_sheet(sheet: Sheet, mapping: Mapping[int, PlacementField]) -> Iterator[WantedPlacement]:
    """Every row of the sheet, in order; one with `complaints` cannot be used."""
    for number, cells in sheet.rows:
        yield _parse(WantedPlacement(number, sheet.name), cells, mapping)


def _parse(want: WantedPlacement, cells: Sequence[Any], mapping: Mapping[int, PlacementField]) -> WantedPlacement:
    for position, name in mapping.items():
        try:
            setattr(want, name.value, _READERS.get(name, _text)(cells[position]))
        except ValueProblem as problem:
            want.complaints.append((name, problem.reason))
    refused = {name for name, _ in want.complaints}
    want.complaints += [each for each in _lacking(want) if each[0] not in refused]
    return want


def _lacking(want: WantedPlacement) -> Iterator[Complaint]:
    """What a row must have, whatever its other cells say."""
    if not want.kind:
        yield PlacementField.KIND, f"Insatsen saknas. Ange {_listed(PlacementKind)}."
    if not want.contract_number and not want.case_number:
        yield PlacementField.CONTRACT_NUMBER, "Avtalet saknas. Ange avtalsnummer eller upphandlingens diarienummer."
    if not want.supplier_name and not want.supplier_org_number:
        yield PlacementField.SUPPLIER_NAME, "Leverantören saknas. Ange namn eller organisationsnummer."
    if not want.started_on:
        yield PlacementField.STARTED_ON, "Startdatumet saknas. Skriv det som 2026-10-01."
    if want.end_reason and not want.ended_on:
        yield PlacementField.ENDED_ON, "Slutdatumet saknas, men raden säger hur placeringen slutade. Ange det."


def _text(cell: Any) -> str:
    text = exports.restore(values.clean(cell))
    if personal_numbers.find(text):
        raise ValueProblem(personal_numbers.REASON)
    if len(text) > LONGEST:
        raise ValueProblem(f"Texten är längre än {LONGEST} tecken. Korta den.")
    return "" if text.lower() in values.NOTHING else text


def _long_text(cell: Any) -> str:
    """A company's name may be longer than our own short texts."""
    text = exports.restore(values.clean(cell))
    if personal_numbers.find(text):
        raise ValueProblem(personal_numbers.REASON)
    return text[:200]


def _resident(cell: Any) -> str:
    """A code or reference, with the strictest test of all: it stands where personal numbers usually stand."""
    text = exports.restore(values.clean(cell))
    if personal_numbers.case_reference_problem("", text):
        raise ValueProblem(personal_numbers.REASON)
    return _text(text)


def _org_number(cell: Any) -> str:
    text = values.clean(cell).lower()
    if text in values.NOTHING:
        return ""
    found = orgnumbers.normalise(cell)
    if found.is_sole_trader:
        raise ValueProblem("En enskild firmas nummer är ett personnummer. Ange företagets namn i stället.")
    if not found.digits:
        raise ValueProblem("Det är inget organisationsnummer. Skriv tio siffror, till exempel 559999-0131.")
    return found.digits


def _day(cell: Any) -> date | None:
    found = values.parse_date(cell)
    if isinstance(found, values.OpenEnded):
        raise ValueProblem("Det är inget datum. Skriv det som 2026-10-01, eller lämna cellen tom.")
    return found


def _percent(cell: Any) -> int | None:
    text = values.clean(cell).lower().removesuffix("%").removesuffix("procent").strip().replace(",", ".")
    if text in values.NOTHING:
        return None
    try:
        number = float(text)
    except ValueError:
        raise ValueProblem("Det är ingen procent. Skriv ett heltal från 1 till 100.") from None
    # A cell with the look of a percentage holds 0.5 for 50 %.
    number = round(number * 100, 6) if isinstance(cell, int | float) and 0 < number <= 1 else number
    if not math.isfinite(number) or not number.is_integer() or abs(number) > 1000:
        raise ValueProblem("Omfattningen är inget heltal. Skriv ett heltal från 1 till 100.")
    return int(number)


def _one_of(choices: type[TextChoices]) -> Callable[[Any], str]:
    words = {normalise_label(str(label)): value for value, label in choices.choices}
    words |= {normalise_label(value): value for value in choices.values} | _OTHER_WORDS[choices]

    def read(cell: Any) -> str:
        text = values.clean(cell)
        if text.lower() in values.NOTHING:
            return ""
        if (found := words.get(normalise_label(text))) is None:
            raise ValueProblem(f"Det värdet finns inte. Ange {_listed(choices)}.")
        return str(found)

    return read


def _listed(choices: type[TextChoices]) -> str:
    *others, last = [str(label).lower() for label in choices.labels]
    return f"{', '.join(others)} eller {last}"


_READERS: dict[PlacementField, Callable[[Any], Any]] = {
    PlacementField.KIND: _one_of(PlacementKind),
    PlacementField.SUPPLIER_NAME: _long_text,
    PlacementField.SUPPLIER_ORG_NUMBER: _org_number,
    PlacementField.CODE: _resident,
    PlacementField.CASE_REFERENCE: _resident,
    PlacementField.STARTED_ON: _day,
    PlacementField.PLANNED_END_ON: _day,
    PlacementField.ENDED_ON: _day,
    PlacementField.END_REASON: _one_of(EndReason),
    PlacementField.EXTENT_PERCENT: _percent,
    PlacementField.REFERRING_BODY: _one_of(ReferringBody),
}
