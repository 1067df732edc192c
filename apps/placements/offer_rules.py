"""What an offered place may look like, and where it stands. Pure."""

from datetime import date
from typing import NamedTuple

from apps.core.formats import number
from apps.placements import kind_rules, rules
from apps.placements.choices import PlacementKind

MOST_YEARS = 10


class Standing(NamedTuple):
    """Where an offer stands, in a word, and the tone of its tag."""

    text: str
    tone: str


def standing(*, closed_on: date | None, to_on: date | None, free: int, today: date) -> Standing:
    """Whether a place can still be filled. One that is past its last day waits to be closed with a reason."""
    if closed_on:
        return Standing("stängd", "neutral")
    if free < 1:
        return Standing("tillsatt", "info")
    if to_on and to_on < today:
        return Standing("har gått ut", "warn")
    return Standing("öppen", "good")


def problems(
    kind: str,
    *,
    supplier_org_number: str,
    offered_on: date,
    from_on: date,
    to_on: date | None,
    today: date,
) -> dict[str, str]:
    """What cannot be offered, in Swedish, by the field's name in PlaceOffer; empty when nothing is wrong."""
    found = {
        "offered_on": _offered_problem(offered_on, today),
        "from_on": rules.date_problem("Första dagen", from_on, today),
        "to_on": _end_problem(from_on, to_on),
    }
    if not any(found.values()):
        found |= _kind_problems(kind, supplier_org_number, from_on, to_on)
    return {field: sentence for field, sentence in found.items() if sentence}


def count_problem(count: int, filled: int) -> str:
    """Why there cannot be so few places, in Swedish; empty when the number is possible."""
    if count >= filled:
        return ""
    return f"Antal platser {count} är för få: {_places(filled)} är redan {_filled(filled)}. Ange minst {filled}."


def reason_problem(reason: str, *, count: int, filled: int) -> str:
    """Why the reason for closing is missing or in the way, in Swedish; empty when it is right."""
    free = count - filled
    if free > 0 and not reason:
        return f"Välj varför {free} av {_places(count)} inte fylldes. Skälet visar om leverantören har gjort sin del."
    if free < 1 and reason:
        return f"Alla platser är tillsatta ({filled} av {count}), så inget skäl ska anges. Ta bort skälet."
    return ""


def close_problem(closed_on: date, *, offered_on: date, today: date) -> str:
    """Why a place cannot be closed that day, in Swedish; empty when it can."""
    if closed_on > today:
        return f"Stängd {closed_on} har inte varit ännu. Ange en dag till och med i dag."
    if closed_on < offered_on:
        return f"Stängd {closed_on} ligger före den dag platsen erbjöds, {offered_on}."
    return ""


def _offered_problem(offered_on: date, today: date) -> str:
    if offered_on > today:
        return f"Erbjuden {offered_on} har inte varit ännu. Ange den dag leverantören hörde av sig."
    return rules.date_problem("Erbjuden", offered_on, today)


def _end_problem(from_on: date, to_on: date | None) -> str:
    if to_on is None:
        return ""
    if to_on < from_on:
        return f"Sista dagen {to_on} ligger före den första, {from_on}."
    if to_on.year > from_on.year + MOST_YEARS:
        return f"Sista dagen {to_on} ligger mer än tio år efter den första. Kontrollera året."
    return ""


def _kind_problems(kind: str, org_number: str, from_on: date, to_on: date | None) -> dict[str, str]:
    found = kind_rules.problems(
        kind,
        starting=False,
        referring_body="",
        supervisor_role="",
        supplier_org_number=org_number,
        start=from_on,
        planned_end=to_on,
        extent_percent=None if kind == PlacementKind.MENTORSHIP else 100,
    )
    return {"kind": found.get("kind", ""), "to_on": found.get("planned_end_on", "")}


def _places(count: int) -> str:
    return f"{number(count)} {'plats' if count == 1 else 'platser'}"


def _filled(count: int) -> str:
    return "tillsatt" if count == 1 else "tillsatta"
