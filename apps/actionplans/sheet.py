"""A plan as rows of a sheet, one for each goal, out and in. Pure.

What is written can be read back. Every line is checked; whoever reads it in learns of each cell that cannot be read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from apps.actionplans import due
from apps.actionplans.choices import ItemState
from apps.core import personal_numbers
from apps.core.exports import restore

COLUMNS = {
    "number": ("Punkt", "number"),
    "title": ("Rubrik", "text"),
    "background": ("Bakgrund", "text"),
    "purpose": ("Syfte", "text"),
    "email": ("Ansvarig (e-post)", "text"),
    "responsible_role": ("Ansvarig roll", "text"),
    "taking_part": ("Medverkande", "text"),
    "procurements": ("Upphandlingar", "text"),
    "guidelines": ("Riktlinjer", "text"),
    "state": ("Läge", "text"),
    "moved_reason": ("Skäl till flytten", "text"),
    "goal": ("Mål", "text"),
    "due": ("Målets tid", "text"),
    "done_on": ("Målet klart", "date"),
}
LABELS = [label for label, _ in COLUMNS.values()]
_NAME_OF = {label.casefold(): name for name, (label, _) in COLUMNS.items()}
_LONGEST = {
    "title": 160,
    "background": 3000,
    "purpose": 3000,
    "responsible_role": 120,
    "moved_reason": 1000,
    "goal": 300,
}
# What stands on each of an item's rows; on the second and later ones it is the same, or empty.
_OF_ITEM = [name for name in COLUMNS if name not in ("number", "goal", "due", "done_on")]
_STATES = {state.label: state.value for state in ItemState}
MOST = 500


class Problem(NamedTuple):
    """A cell that cannot be read: the row as the spreadsheet numbers it (0: the sheet), the column, and what to do."""

    row: int
    column: str
    value: str
    text: str


@dataclass
class SheetGoal:
    row: int
    text: str
    due_kind: str
    due_on: date
    done_on: date | None = None


@dataclass
class SheetItem:
    """An item as its rows tell it. Names of people and things are texts, to be found by whoever knows them."""

    row: int
    values: dict[str, str]
    state: str
    goals: list[SheetGoal] = field(default_factory=list)

    def names(self, column: str) -> list[str]:
        """What stands in a cell with several names, between semicolons."""
        return [each.strip() for each in self.values.get(column, "").split(";") if each.strip()]


def parse(rows: Iterable[tuple[int, Mapping[str, Any]]], *, year: int, today: date) -> tuple[list, list[Problem]]:
    """The items (SheetItem) of a sheet, and what is wrong with it. `rows` are numbers and cells by their headings."""
    rows = list(rows)
    problems = list(_sheet_problems(rows))
    if problems:
        return [], problems
    items: dict[str, SheetItem] = {}
    for number, cells in rows:
        _read_row(number, _by_name(cells), items, problems, (year, today))
    return list(items.values()), problems


def _sheet_problems(rows: list[tuple[int, Mapping[str, Any]]]) -> Iterable[Problem]:
    if not rows:
        yield Problem(0, "", "", "Filen har inga rader under rubrikerna. Fyll i minst en punkt.")
        return
    if len(rows) > MOST:
        yield Problem(0, "", str(len(rows)), f"Filen har fler än {MOST} rader. Dela upp den i flera filer.")
    headings = [str(each) for each in rows[0][1]]
    known = {_NAME_OF.get(each.strip().casefold()) for each in headings}
    for each in headings:
        if each.strip().casefold() not in _NAME_OF and any(str(cells.get(each, "")).strip() for _, cells in rows):
            text = f"Kolumnen känns inte igen. Ta bort den, eller döp den till någon av: {', '.join(LABELS)}."
            yield Problem(0, each, "", text)
    if "title" not in known:
        yield Problem(0, "Rubrik", "", "Kolumnen Rubrik saknas. Hämta planen som Excel för att se hur filen ska se ut.")


def _by_name(cells: Mapping[str, Any]) -> dict[str, Any]:
    named = {_NAME_OF.get(str(label).strip().casefold()): value for label, value in cells.items()}
    named.pop(None, None)
    return {name: value.strip() if isinstance(value, str) else value for name, value in named.items()}


def _read_row(number: int, cells: dict[str, Any], items: dict[str, SheetItem], problems: list, when) -> None:
    values = {name: _as_text(cells.get(name, "")) for name in _OF_ITEM}
    for name, text in (values | {"goal": _as_text(cells.get("goal", ""))}).items():
        problems.extend(_text_problems(number, name, text))
    key = _as_text(cells.get("number", "")) or values["title"]
    if not key:
        label = COLUMNS["title"][0]
        problems.append(Problem(number, label, "", "Raden har ingen rubrik. Skriv punktens rubrik eller dess nummer."))
        return
    item = items.get(key)
    if item is None:
        if not values["title"]:
            problems.append(
                Problem(number, "Rubrik", "", f"Punkt {key} har ingen rubrik. Skriv en på dess första rad.")
            )
        item = items[key] = SheetItem(number, values, _state(number, values, problems))
    else:
        problems.extend(_differences(number, values, item))
    _read_goal(number, cells, item, problems, when)


def _differences(number: int, values: dict[str, str], item: SheetItem) -> Iterable[Problem]:
    for name, text in values.items():
        if text and text != item.values[name]:
            told = f"Det står något annat på punktens första rad ({item.row}). Skriv samma, eller lämna cellen tom."
            yield Problem(number, COLUMNS[name][0], text, told)


def _text_problems(number: int, name: str, text: str) -> Iterable[Problem]:
    most = _LONGEST.get(name)
    if most and len(text) > most:
        told = f"Texten har {len(text)} tecken och får ha högst {most}. Korta den."
        yield Problem(number, COLUMNS[name][0], text[:60] + "…", told)
    if personal_numbers.find(text):
        yield Problem(number, COLUMNS[name][0], personal_numbers.mask(text)[:60], personal_numbers.REASON)


def _state(number: int, values: dict[str, str], problems: list[Problem]) -> str:
    text = values["state"].lower()
    if text and text not in _STATES:
        told = f"Läget finns inte. Skriv något av: {', '.join(_STATES)}."
        problems.append(Problem(number, COLUMNS["state"][0], values["state"], told))
    state = _STATES.get(text, ItemState.NOT_STARTED.value)
    if (state == ItemState.MOVED) != bool(values["moved_reason"]):
        told = "En flyttad punkt har ett skäl, och bara en flyttad. Rätta läget eller skälet."
        problems.append(Problem(number, COLUMNS["moved_reason"][0], values["moved_reason"], told))
    return state


def _read_goal(number: int, cells: dict[str, Any], item: SheetItem, problems: list[Problem], when) -> None:
    year, today = when
    text, time, done = (cells.get(name, "") for name in ("goal", "due", "done_on"))
    if not _as_text(text):
        for name, value in (("due", time), ("done_on", done)):
            if _as_text(value):
                told = "Raden har inget mål. Skriv målet, eller töm cellen."
                problems.append(Problem(number, COLUMNS[name][0], _as_text(value), told))
        return
    try:
        kind, day = due.read(time, year)
    except ValueError:
        told = "Går inte att läsa. Skriv ett datum (2018-06-15), en månad (juni 2018) eller löpande."
        problems.append(Problem(number, COLUMNS["due"][0], _as_text(time), told))
        return
    if day.year != year:
        told = f"Ligger utanför planens år {year}. Ange en tid under året."
        problems.append(Problem(number, COLUMNS["due"][0], _as_text(time), told))
    done_on = _done_day(number, done, problems, today)
    if item.state == ItemState.DONE and done_on is None:
        told = "Punkten är klar men inte målet. Ange när målet nåddes, eller rätta läget."
        problems.append(Problem(number, COLUMNS["done_on"][0], "", told))
    item.goals.append(SheetGoal(number, _as_text(text), kind, day, done_on))


def _done_day(number: int, value: Any, problems: list[Problem], today: date) -> date | None:
    if not _as_text(value):
        return None
    try:
        kind, day = due.read(value, today.year)
    except ValueError:
        kind, day = "", None
    if kind != "day":
        told = "Är inget datum. Skriv år-månad-dag, till exempel 2018-06-15."
        problems.append(Problem(number, COLUMNS["done_on"][0], _as_text(value), told))
    elif day > today:
        problems.append(Problem(number, COLUMNS["done_on"][0], _as_text(value), "Dagen har inte varit ännu."))
    return day


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return restore(str(value)).strip()
