"""What a penalty clause comes to. Pure: rate, unit and cap in, an amount with its arithmetic out.

The pattern in use is kronor per begun week with a highest amount (DOMAIN 3.4); a clause may also set it per place that
was not arranged or per full-time month that is missing (`PenaltyUnit`). What a clause leaves open is read to the
supplier's favour, as a text is against the one who wrote it: only whole places and months that are missing count.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from apps.procurements.choices import PenaltyUnit
from apps.procurements.wording import counted, kronor

_WEEK = 7
UNIT_WORDS = {
    PenaltyUnit.WEEK: ("påbörjad vecka", "påbörjade veckor"),
    PenaltyUnit.PLACE: ("plats", "platser"),
    PenaltyUnit.MONTH: ("heltidsmånad", "heltidsmånader"),
}
NO_CLAUSE = "Kravet har ingen klausul om vite med belopp och enhet, så inget vite kan räknas ut. Välj ett annat steg."


@dataclass(frozen=True, slots=True)
class Clause:
    """A requirement's penalty: kronor per unit and the highest sum, None without one."""

    rate: Decimal | None
    unit: str
    cap: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Penalty:
    """`units` at the rate, `amount` kronor after the cap and what was taken before; `text` shows the arithmetic."""

    units: int
    amount: Decimal
    is_capped: bool
    text: str


def penalty(
    clause: Clause,
    *,
    due_on: date | None = None,
    until: date | None = None,
    missing: Fraction | Decimal | int = 0,
    taken: Decimal = Decimal(0),
) -> Penalty:
    """What the clause gives: for weeks from the day after `due_on` to and with `until`, else for what is `missing`.

    `taken` is what earlier penalties under the same clause came to: the cap is for all of them together. Zero when
    nothing is late or missing. Raises ValueError with a Swedish sentence without a clause, or without days for weeks.
    """
    if clause.rate is None or clause.unit not in PenaltyUnit.values:
        raise ValueError(NO_CLAUSE)
    unit = PenaltyUnit(clause.unit)
    units = begun_weeks(due_on, until) if unit == PenaltyUnit.WEEK else max(0, int(missing))
    earned = clause.rate * units
    room = earned if clause.cap is None else max(Decimal(0), clause.cap - taken)
    amount = min(earned, room)
    return Penalty(units, amount, amount < earned, _text(clause, unit, units, earned, amount, taken))


def begun_weeks(due_on: date | None, until: date | None) -> int:
    """Weeks begun after the last day: the day after it is one, the eighth day is two; 0 when it is not late.

    Raises ValueError with a Swedish sentence when a day is missing.
    """
    if due_on is None or until is None:
        raise ValueError("Vitet räknas per påbörjad vecka. Ange från vilken dag och till vilken dag det ska räknas.")
    return -(-max(0, (until - due_on).days) // _WEEK)


def _text(clause: Clause, unit: PenaltyUnit, units: int, earned: Decimal, amount: Decimal, taken: Decimal) -> str:
    """ "3 påbörjade veckor × 5 000 kr = 15 000 kr, högst 10 000 kr"."""
    text = f"{counted(units, *UNIT_WORDS[unit])} × {kronor(clause.rate)} = {kronor(earned)}"
    if amount == earned:
        return text
    before = f", varav {kronor(taken)} redan är uttaget" if taken else ""
    return f"{text}, men klausulens tak är {kronor(clause.cap)}{before}: {kronor(amount)}"
