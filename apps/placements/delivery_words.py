"""What is delivered of a requirement, in Swedish. Amounts are fractions of the unit."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from apps.core.formats import NBSP, iso_date
from apps.placements.fulfilment import FULL_DAY_HOURS, Amount, Bonus, Count, Sum
from apps.placements.ledger import is_attempt, is_suppliers_doing
from apps.placements.models import PlaceOffer
from apps.procurements.choices import RequirementUnit
from apps.procurements.wording import counted, figure, kronor, unit_word

BESIDE = "Inget krav på avtalet räknar den insatsen."
DIALOGUE = "Inget antal är bestämt, så det går inte att säga hur mycket som återstår."
LEFT_EARLY = "Minst 75 % är levererat, och det räcker när den anställde själv slutar eller går vidare."
FIRST_MISSED = "Den första skulle ha börjat eller erbjudits senast {due}, och det har inte skett."
NOTES: dict[str, str] = {
    RequirementUnit.FTE_MONTHS: (
        "Månader räknas till och med i dag eller slutet, och avbrott räknas bort. Varje rad är avrundad nedåt, summan "
        "är det inte."
    ),
    RequirementUnit.HOURS: (
        f"En arbetsdag på heltid räknas som {FULL_DAY_HOURS} timmar (40 timmar i veckan, 5 § arbetstidslagen). Lediga "
        "dagar och avbrott räknas bort. Hur lång tid ett möte tog noteras inte."
    ),
    RequirementUnit.PERSONS: "En invånare räknas en gång, också efter flera placeringar.",
}


def capitalised(text: str) -> str:
    """With a capital first."""
    return text[:1].upper() + text[1:]


def tenths(value: Fraction | int, *, up: bool = False) -> str:
    """At most one decimal, cut off so that nothing looks fulfilled too early; what is missing is rounded up."""
    return figure(Decimal((ceil if up else floor)(value * 10)).scaleb(-1))


def amount(unit: str, value: Fraction | int, *, up: bool = False) -> str:
    """ "3,2 heltidsmånader", "1 plats"."""
    shown = tenths(value, up=up)
    return f"{shown}{NBSP}{unit_word(unit, 1 if shown == '1' else 2)}"


def months(value: Fraction) -> str:
    """ "1 månad", "6,4 månader"."""
    shown = tenths(value)
    return f"{shown}{NBSP}{'månad' if shown == '1' else 'månader'}"


def amounts(unit: str, promised: int | None, result: Sum | Count) -> str:
    """ "Lovat 12 heltidsmånader, levererat 3,2, återstår 8,8." Nothing remains of what counts as fulfilled."""
    if not promised:
        return f"Levererat {amount(unit, result.delivered)}."
    left = "inget" if result.is_fulfilled else tenths(promised - result.delivered, up=True)
    return f"Lovat {amount(unit, promised)}, levererat {tenths(result.delivered)}, återstår {left}."


def expected(unit: str, coming: Iterable[Amount]) -> str:
    """What goes on or is about to begin will give."""
    total = sum((each.amount for each in coming), Fraction(0))
    return f"{amount(unit, total)} av det som pågår eller är planerat"


def last_day(due_on: date | None, days_left: int | None) -> str:
    """The day with how far it is."""
    if due_on is None or days_left is None:
        return "ingen är bestämd"
    if days_left < 0:
        return f"{due_on}, för {counted(-days_left, 'dag', 'dagar')} sedan"
    return f"{due_on}, {counted(days_left, 'dag', 'dagar')} kvar"


def part(unit: str, given: Fraction, promised: int, percent: int) -> str:
    """An authority's part of a joint commitment: "4 av 6 heltidsmånader (33 %), 2 återstår"."""
    left = promised - given
    missing = f"{tenths(left, up=True)} återstår" if left > 0 else "inget återstår"
    return f"{tenths(given)} av {promised}{NBSP}{unit_word(unit, promised)} ({percent}{NBSP}%), {missing}"


def bonus(earned: Bonus, rate: Decimal, ceiling: Decimal | None, unit: str) -> str:
    """What is earned with its arithmetic, against the ceiling."""
    sum_ = f"{counted(earned.units, *_whole(unit))} × {kronor(rate)} = {kronor(rate * earned.units)}"
    if ceiling is None:
        return f"{sum_}, utan tak"
    if earned.is_capped:
        return f"{kronor(earned.amount)}, som är taket ({sum_})"
    return f"{sum_} av högst {kronor(ceiling)}"


def offers(found: Iterable[PlaceOffer], unit: str, today: date) -> list[tuple[str, str]]:
    """What was offered but not filled: counted for the supplier when it was the authority that had nobody to send."""
    found = list(found)
    tried = sum(offer.free for offer in found if is_attempt(offer))
    withdrawn = sum(offer.free for offer in found if is_suppliers_doing(offer))
    is_open = (offer for offer in found if not offer.closed_on and not (offer.to_on and offer.to_on < today))
    free = sum(offer.free for offer in is_open)
    rows = []
    if tried:
        rows.append(("Dokumenterade försök", _attempts(tried, unit)))
    if free:
        rows.append(("Lediga platser nu", f"{_places(free)} som leverantören har erbjudit"))
    if withdrawn:
        rows.append(("Drogs tillbaka", f"{_places(withdrawn)} som leverantören tog tillbaka eller sköt upp"))
    return rows


def offered(offer: PlaceOffer) -> str:
    """A documented attempt as a line of the sum."""
    reason = offer.get_unfilled_reason_display()
    return f"erbjöds {iso_date(offer.offered_on)}, {reason}: {_places(offer.free)} (dokumenterat försök)"


def _attempts(number: int, unit: str) -> str:
    them, they = ("den", "den") if number == 1 else ("dem", "de")
    if unit == RequirementUnit.PLACES:
        return f"{_places(number)} av det levererade erbjöds utan att kommunen kunde fylla {them}"
    return f"{_places(number)} erbjöds utan att kommunen kunde fylla {them}; {they} räknas inte i {unit_word(unit, 2)}"


def _places(number: int) -> str:
    return counted(number, "plats", "platser")


def _whole(unit: str) -> tuple[str, str]:
    if unit == RequirementUnit.FTE_MONTHS:
        return "hel heltidsmånad", "hela heltidsmånader"
    return unit_word(unit, 1), unit_word(unit, 2)
