"""What of a file is no contract, said in plain Swedish. Pure."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from apps.core import personal_numbers
from apps.interchange.reading import Sheet, Skipped

MOST_STRETCHES = 30


def described(sheets: Iterable[Sheet]) -> list[str]:
    """A sentence for each sheet that was not read or had rows that were skipped; none when everything was read."""
    return [sentence for sheet in sheets if (sentence := _sentence(sheet))]


def _sentence(sheet: Sheet) -> str:
    name = f"Bladet ”{personal_numbers.mask(sheet.name)}”" if sheet.name else "Filen"
    if not sheet.has_table:
        what = "är dolt" if sheet.is_hidden else f"har {sheet.skipped[0].reason}"
        return f"{name} {what} och lästes inte."
    if not sheet.skipped:
        return ""
    stretches = list(_stretches(sheet.skipped))
    shown = ", ".join(stretches[:MOST_STRETCHES]) + (" och så vidare" if len(stretches) > MOST_STRETCHES else "")
    count = len(sheet.skipped)
    rows = "1 rad" if count == 1 else f"{count} rader"
    return f"{name}: {rows} hoppades över: {shown}." if sheet.name else f"{rows} hoppades över: {shown}."


def _stretches(skipped: Iterable[Skipped]) -> Iterator[str]:
    """ "rad 1 text ovanför rubrikraden", "rad 7–9 tom rad": rows on end with one reason are one stretch."""
    in_order = enumerate(sorted(skipped))
    for (_, reason), group in groupby(in_order, key=lambda pair: (pair[1].number - pair[0], pair[1].reason)):
        numbers = [row.number for _, row in group]
        last = f"–{numbers[-1]}" if len(numbers) > 1 else ""
        yield f"rad {numbers[0]}{last} {reason}"
