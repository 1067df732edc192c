"""A result letter: its numbers from the frozen report, with the year before beside them, and its words. Pure.

Every number is a text that `letter_queries.told` protected when the year was frozen; nothing here is counted again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from apps.core.formats import number
from apps.placements.choices import PlacementKind
from apps.targets import wording
from apps.targets.counting import Rule
from apps.targets.disclosure import HIDDEN
from apps.targets.models import ResultLetter, Snapshot
from apps.targets.report import PROTECTION

SUPPLIERS, DEPARTMENTS = "suppliers", "departments"
_NOTHING = ("0", number(None))
_MISSING = number(None)
_WHOLE = {SUPPLIERS: "Insatser som började", DEPARTMENTS: "{unit} genom era avtal"}
_BESIDE = (("Heltidsmånader", "months"), ("Åtaganden vars tid gick ut", "due"), ("varav uppfyllda", "reached"))
_STARTED = (
    "En insats är till exempel praktik, en anställning, en lärlingsplats eller en yrkesmentor. Den räknas det år då "
    "den började."
)
_MONTHS = (
    "Heltidsmånader är tiden på arbetsplatsen till årets slut för de insatser som började under året: halvtid i två "
    "månader är en heltidsmånad."
)
_DUE = "Åtaganden är krav i avtal med ett antal, vars sista dag var under året."
_FROZEN = "Siffrorna är de som redovisades {on}. Det som har registrerats senare ändrar dem inte."


@dataclass(frozen=True, slots=True)
class Written:
    """A letter as it is read and set: to whom, its paragraphs, its table with a heading row, and who writes."""

    title: str
    organisation: str
    org_number: str
    to: str
    on: str
    paragraphs: list[str]
    words: list[str]
    header: list[str]
    rows: list[list[str]]
    notes: list[str]
    signer: str


def numbers_of(snapshot: Snapshot | None, whose: str, key: int) -> Mapping[str, Any] | None:
    """What a frozen report holds for one letter; None when it holds nothing for it."""
    return snapshot.figures.get("letters", {}).get(whose, {}).get(str(key)) if snapshot else None


def contents(snapshot: Snapshot, before: Snapshot | None, whose: str, key: int, name: str) -> dict[str, Any]:
    """What `ResultLetter.contents` keeps: the rows of the letter and what they are counted by, ready to be read.

    Raises LookupError when the report has nothing to write to them about.
    """
    now = numbers_of(snapshot, whose, key)
    if now is None:
        raise LookupError(f"Nothing is frozen for {whose} {key}.")
    rows = list(_rows(now, numbers_of(before, whose, key), _whole(snapshot, whose)))
    is_hidden = not all(_is_told(text) for row in rows for text in row[1:])
    notes = [snapshot.figures["rule_text"]] if whose == DEPARTMENTS else [_STARTED]
    notes += [_MONTHS, _DUE, _FROZEN.format(on=wording.full_day(snapshot.frozen_at.date()))]
    notes += [PROTECTION.format(limit=snapshot.figures["limit"])] if is_hidden else []
    return {"whose": whose, "to": name, "year": snapshot.year, "all": now["all"], "rows": rows, "notes": notes}


def written(letter: ResultLetter) -> Written:
    """The letter as it was made, whenever it is read."""
    held, organisation = letter.contents, letter.organisation
    year = held["year"]
    return Written(
        title=f"Resultatet {year}",
        organisation=str(organisation),
        org_number=f"{organisation.org_number[:6]}-{organisation.org_number[6:]}",
        to=held["to"],
        on=wording.full_day(letter.made_at.date()),
        paragraphs=_paragraphs(held, str(organisation)),
        words=[each for each in letter.words.replace("\r\n", "\n").split("\n\n") if each.strip()],
        header=["Mått", str(year), str(year - 1)],
        rows=held["rows"],
        notes=held["notes"],
        signer=letter.made_by.name,
    )


def _paragraphs(held: Mapping[str, Any], organisation: str) -> list[str]:
    year = held["year"]
    thanks = f"Tack för det som ni har gjort under {year} för att fler invånare ska få en väg till arbete."
    if held["whose"] == DEPARTMENTS:
        return [thanks, f"Så gick det för de avtal som ni har beställt i {organisation}."]
    return [thanks, f"Så gick det hos er, genom de avtal som ni har med {organisation}."]


def _whole(snapshot: Snapshot, whose: str) -> str:
    rule = Rule(snapshot.figures["rule"]["counting_rule"], tuple(snapshot.figures["rule"]["kinds"]))
    return _WHOLE[whose].format(unit=wording.unit(rule).capitalize())


def _rows(now: Mapping[str, Any], before: Mapping[str, Any] | None, whole: str) -> Iterator[list[str]]:
    yield [whole, now["all"], before["all"] if before else _MISSING]
    for kind in PlacementKind:
        pair = [_of_kind(each, kind.value) for each in (now, before)]
        if not all(text in _NOTHING for text in pair):
            yield [f"varav {kind.label.lower()}", *pair]
    for label, name in _BESIDE:
        pair = [_text(each[name]) if each else _MISSING for each in (now, before)]
        if name != "reached" or any(each and each["due"] for each in (now, before)):
            yield [label, *pair]


def _of_kind(own: Mapping[str, Any] | None, kind: str) -> str:
    """Of a hidden whole no kind is told, so a line that would only say that is left out."""
    return own["kinds"].get(kind, _MISSING) if own and _is_told(own["all"]) else _MISSING


def _is_told(text: str) -> bool:
    return not text.startswith(("<", HIDDEN))


def _text(value: int | str) -> str:
    return value if isinstance(value, str) else number(value)
